import type { ErrorKind, RefusalView } from "@linchpin/ui";
import { isApiError } from "./api.ts";

/** The api's refusals as sentences: the one place a portal says them. Undefined where it is not a refusal but a fault. */
export function refusalView(error: unknown): RefusalView | undefined {
  if (!isApiError(error)) return undefined;
  const refusal = error.data?.refusal;
  if (refusal === undefined) return undefined;
  switch (refusal.kind) {
    case "not-visible":
      return { title: "There is nothing here that you can see", text: "Go back and look again." };
    case "not-allowed":
      return { title: "You cannot do this", text: refusal.why ?? "Your post does not allow it." };
    case "changed-since":
      return {
        title: "Somebody changed this while you had it open",
        text: "Nothing was saved. What you wrote is still here: open the newer version in another tab, then send yours again.",
      };
    case "already":
      return { title: "This was done already", text: refusal.because };
    case "rule-prevents":
      return {
        title: "The rulebook does not allow this now",
        text:
          [
            ...refusal.because.map(({ because, clause }) => `${because} (${clause})`),
            ...missingIn(refusal.missing),
          ].join(" ") ||
          `${refusal.question} What stands in the way is in a colleague's own record. Their line manager can say more.`,
      };
    case "input":
      return {
        title: "There is a problem with what was entered",
        text: refusal.problems.map(({ message }) => message).join(". "),
      };
    case "too-many":
      return { title: "Too many at once", text: refusal.because };
    case "signed-out":
      return { title: "Your session has ended", text: "What you wrote is still here. Sign in again, then send it." };
  }
}

const missingIn = (missing: readonly string[]) =>
  missing.length === 0 ? [] : [`Not recorded: ${missing.join(", ")}.`];

/** Which page a route's error boundary shows. */
export function errorKind(error: unknown): ErrorKind {
  if (!navigator.onLine) return "offline";
  if (!isApiError(error)) return "unexpected";
  const code = error.data?.code;
  if (code === undefined) return "offline";
  if (code === "NOT_FOUND" || code === "BAD_REQUEST") return "not-found";
  return code === "FORBIDDEN" ? "refused" : "unexpected";
}
