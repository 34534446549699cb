import { ErrorState } from "@linchpin/ui";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { isApiError } from "./api.ts";
import { errorKind, refusalView } from "./refusals.ts";

/** What a route's error boundary shows: what kind of trouble, in words, and a way to try again. */
export function Trouble({ error }: Pick<ErrorComponentProps, "error">) {
  const router = useRouter();
  const kind = errorKind(error);
  const said = refusalView(error);
  return (
    <ErrorState
      kind={kind}
      reason={
        kind === "refused" || (isApiError(error) && error.data?.refusal?.kind === "already") ? said?.text : undefined
      }
      onRetry={kind === "not-found" ? undefined : () => void router.invalidate()}
    />
  );
}

/** The page for an address that leads nowhere. */
export const Nowhere = () => <ErrorState kind="not-found" />;
