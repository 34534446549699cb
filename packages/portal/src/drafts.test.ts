import { TRPCClientError } from "@trpc/client";
import { expect, test, vi } from "vitest";
import { serverDraft } from "./drafts.ts";
import { sayEnded } from "./session.ts";

const clientOf = (draft: { query: unknown }, keepDraft: { mutate: unknown }) =>
  ({ access: { draft, keepDraft } }) as unknown as Parameters<typeof serverDraft>[0]["client"]; // the two calls it makes

test("what was written is kept under the page's key, and dropped once it is sent", () => {
  const mutate = vi.fn().mockResolvedValue({ kept: true });
  const draft = serverDraft<{ noticed: string }>({ client: clientOf({ query: vi.fn() }, { mutate }) }, "concern:1");
  draft.keep({ noticed: "hard to settle" });
  draft.keep(undefined);
  expect(mutate.mock.calls).toEqual([
    [{ key: "concern:1", body: { noticed: "hard to settle" } }],
    [{ key: "concern:1", body: null }],
  ]);
});

test("a server that cannot be reached loses nothing on the page", async () => {
  const query = vi.fn().mockRejectedValue(new Error("offline"));
  const mutate = vi.fn().mockRejectedValue(new Error("offline"));
  const draft = serverDraft<{ noticed: string }>({ client: clientOf({ query }, { mutate }) }, "concern:1");
  expect(() => draft.keep({ noticed: "hard to settle" })).not.toThrow();
  expect(await draft.load()).toBeUndefined();
});

const signedOut = new TRPCClientError("signed out", {
  result: { error: { code: -32001, message: "", data: { code: "UNAUTHORIZED" } } },
} as never); // the part of an answer that is read

test("what was typed while the session was over is kept once somebody signs in again, as it was last", async () => {
  const mutate = vi.fn().mockRejectedValue(signedOut);
  const draft = serverDraft<{ noticed: string }>({ client: clientOf({ query: vi.fn() }, { mutate }) }, "concern:1");
  draft.keep({ noticed: "hard to" });
  draft.keep({ noticed: "hard to settle" });
  await vi.waitFor(() => expect(mutate).toHaveBeenCalledTimes(2));
  await Promise.resolve();
  mutate.mockReset().mockResolvedValue({ kept: true });
  sayEnded(false);
  expect(mutate.mock.calls).toEqual([[{ key: "concern:1", body: { noticed: "hard to settle" } }]]);
});

test("what was typed after signing in elsewhere is not written over by what waited", async () => {
  const mutate = vi.fn().mockRejectedValueOnce(signedOut).mockResolvedValue({ kept: true });
  const draft = serverDraft<{ noticed: string }>({ client: clientOf({ query: vi.fn() }, { mutate }) }, "concern:2");
  draft.keep({ noticed: "hard to" });
  await vi.waitFor(() => expect(mutate).toHaveBeenCalledTimes(1));
  await Promise.resolve();
  draft.keep({ noticed: "hard to settle" });
  sayEnded(false);
  expect(mutate.mock.calls.map(([{ body }]) => body)).toEqual([{ noticed: "hard to" }, { noticed: "hard to settle" }]);
});
