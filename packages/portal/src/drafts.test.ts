import { expect, test, vi } from "vitest";
import { serverDraft } from "./drafts.ts";

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
