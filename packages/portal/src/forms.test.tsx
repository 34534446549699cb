import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test } from "vitest";
import { askAgain, useChange, useIdempotencyKey } from "./forms.ts";

afterEach(cleanup);

type Command = { readonly idempotencyKey: string; readonly noticeIds: readonly string[] };

/** A button that stays on the screen, and what was sent by it. */
function aButton(answers: (command: Command) => Promise<string> = async () => "done") {
  const sent: Command[] = [];
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(
    () => {
      const idempotencyKey = useIdempotencyKey();
      const change = useChange<string, Error, Command>({
        mutationFn: (command: Command) => {
          sent.push(command);
          return answers(command);
        },
      });
      return (noticeIds: readonly string[]) => change.mutateAsync({ idempotencyKey, noticeIds });
    },
    { wrapper },
  );
  const send = (noticeIds: readonly string[]) => act(() => result.current(noticeIds).catch(() => undefined));
  return { sent, send };
}

test("the same command again has the same key, and another one that follows it a key of its own", async () => {
  const { sent, send } = aButton();
  await send(["a"]);
  await send(["a"]);
  await send(["b"]);
  await send(["b"]);
  await send(["c"]);
  expect(sent.map(({ noticeIds }) => noticeIds)).toEqual([["a"], ["a"], ["b"], ["b"], ["c"]]);
  const [first, again, other, otherAgain, third] = sent.map(({ idempotencyKey }) => idempotencyKey);
  expect([again, otherAgain]).toEqual([first, other]);
  expect(new Set([first, other, third]).size).toBe(3);
});

test("what was not answered keeps its key: whether it was done is not known", async () => {
  const { sent, send } = aButton(() => Promise.reject(new Error("no network")));
  await send(["a"]);
  await send(["b"]);
  expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
});

test("what was answered before is asked again, and what the next page is fetching is not taken from it", async () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(["before"], "as it was");
  let arrive: (words: string) => void = () => undefined;
  const next = queryClient.ensureQueryData({
    queryKey: ["next"],
    queryFn: () => new Promise<string>((resolve) => (arrive = resolve)),
  });
  await askAgain(queryClient);
  arrive("as it is");
  await expect(next).resolves.toBe("as it is");
  expect(queryClient.getQueryData(["before"])).toBeUndefined();
});
