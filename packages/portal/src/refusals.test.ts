import { TRPCClientError } from "@trpc/client";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ApiError } from "./api.ts";
import { errorKind, refusalView } from "./refusals.ts";

/** An answer of the api that refuses, as the client hands it on. */
const refused = (code: string, refusal: unknown): ApiError =>
  TRPCClientError.from({
    error: { message: "refused", code: -32000, data: { code, httpStatus: 400, refusal } },
  }) as ApiError;

afterEach(() => vi.restoreAllMocks());

describe("what the api refuses is said in sentences", () => {
  test("a record that may not be seen reads like one that is not there", () => {
    expect(refusalView(refused("NOT_FOUND", { kind: "not-visible", what: "child" }))?.title).toBe(
      "There is nothing here that you can see",
    );
  });

  test("a change that came too late says that nothing was saved and the text is still here", () => {
    const said = refusalView(refused("CONFLICT", { kind: "changed-since", what: "plan" }));
    expect(said?.title).toBe("Somebody changed this while you had it open");
    expect(said?.text).toContain("Nothing was saved. What you wrote is still here");
  });

  test("a rule's refusal brings each reason with its clause, and what is not recorded", () => {
    const said = refusalView(
      refused("UNPROCESSABLE_CONTENT", {
        kind: "rule-prevents",
        question: "May this concern be closed?",
        answer: "prevents",
        because: [{ because: "Record the help that was given.", clause: "Highland H3" }],
        missing: ["the family's view"],
      }),
    );
    expect(said?.text).toBe("Record the help that was given. (Highland H3) Not recorded: the family's view.");
  });

  test("what rests on a colleague's own record is not told; who can say more is", () => {
    const question = "May this practitioner lead?";
    const said = refusalView(
      refused("UNPROCESSABLE_CONTENT", {
        kind: "rule-prevents",
        question,
        answer: "unknown",
        because: [],
        missing: [],
      }),
    );
    expect(said?.text).toBe(
      "May this practitioner lead? What stands in the way is in a colleague's own record. Their line manager can say more.",
    );
  });

  test("a fault of ours is no refusal: the form says that it could not tell", () => {
    expect(refusalView(new Error("boom"))).toBeUndefined();
    expect(refusalView(refused("INTERNAL_SERVER_ERROR", undefined))).toBeUndefined();
  });
});

describe("which page a route shows when it cannot be drawn", () => {
  test.each([
    ["NOT_FOUND", "not-found"],
    ["BAD_REQUEST", "not-found"],
    ["FORBIDDEN", "refused"],
    ["INTERNAL_SERVER_ERROR", "unexpected"],
  ])("%s: %s", (code, kind) => {
    expect(errorKind(refused(code, undefined))).toBe(kind);
  });

  test("without a network it says so", () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    expect(errorKind(new Error("failed to fetch"))).toBe("offline");
  });
});
