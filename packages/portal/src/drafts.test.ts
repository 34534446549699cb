import { renderHook } from "@testing-library/react";
import { TRPCClientError } from "@trpc/client";
import { expect, test, vi } from "vitest";
import { serverDraft, useDraftOf } from "./drafts.ts";
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

test("of some forms only what is written is kept, and no choice comes back by itself", async () => {
  type Values = { readonly reason: string; readonly who: string };
  const mutate = vi.fn().mockResolvedValue({ kept: true });
  const query = vi.fn().mockResolvedValue({ body: { reason: "moved away", who: "018f" } });
  const client = clientOf({ query }, { mutate });
  const { result } = renderHook(() => useDraftOf<Values>({ client }, "end:1", ["reason"]));
  expect(await result.current.load()).toEqual({ reason: "moved away" });
  result.current.keep({ reason: "moved", who: "018f" });
  result.current.keep({ reason: "", who: "018f" });
  result.current.keep(undefined);
  expect(mutate.mock.calls.map(([sent]) => sent)).toEqual([
    { key: "end:1", body: { reason: "moved" } },
    { key: "end:1", body: null },
    { key: "end:1", body: null },
  ]);
  query.mockResolvedValue({ body: { who: "018f" } });
  expect(await result.current.load()).toBeUndefined();
});
