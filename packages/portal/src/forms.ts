import {
  type MutationFunctionContext,
  type QueryClient,
  type UseMutationOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { useState } from "react";
import { isApiError } from "./api.ts";

/** One key for each form that is drawn: sent twice, it is done once. */
export const useIdempotencyKey = (): string => useState(() => crypto.randomUUID())[0];

/**
 * Lets every page ask again: what is on the screen at once, the rest when it is next opened. What the next page is
 * fetching at this moment is on nobody's screen yet and stays: taken away, that page would come up as an error.
 */
export async function askAgain(queryClient: QueryClient): Promise<void> {
  queryClient.removeQueries({ type: "inactive", fetchStatus: "idle" });
  await queryClient.invalidateQueries();
}

/**
 * Sends a command. When it is done every page asks again, since one change shows in many places: what is on the screen
 * at once, the rest when it is next opened. A refusal because somebody was quicker brings the newer version too. A form
 * that stays on the screen may send another command: under the key of one that is done it would be taken for that one.
 */
export function useChange<Out, Failure, In>({ mutationFn, ...options }: UseMutationOptions<Out, Failure, In>) {
  const queryClient = useQueryClient();
  const [done] = useState(() => new Map<string, string>());
  const [others] = useState(() => new Map<string, string>());
  const asItself = (command: In): In => {
    if (!isKeyed(command)) return command;
    const [before, words] = [done.get(command.idempotencyKey), JSON.stringify(command)];
    if (before === undefined || before === words) return command;
    const idempotencyKey = others.get(words) ?? crypto.randomUUID();
    others.set(words, idempotencyKey);
    return { ...command, idempotencyKey };
  };
  return useMutation<Out, Failure, In>({
    ...options,
    ...(mutationFn && {
      mutationFn: (command: In, given: MutationFunctionContext) => mutationFn(asItself(command), given),
    }),
    onSuccess: (_, command) => {
      if (isKeyed(command) && !done.has(command.idempotencyKey))
        done.set(command.idempotencyKey, JSON.stringify(command));
      return askAgain(queryClient);
    },
    onError: async (error) => {
      if (wasChangedSince(error)) await queryClient.invalidateQueries();
    },
  });
}

const isKeyed = <In>(command: In): command is In & { readonly idempotencyKey: string } =>
  typeof command === "object" && command !== null && "idempotencyKey" in command;

/** The version a form was drawn from; once it was refused as too old, the one that has been read since. */
export function useVersion(current: number, error: unknown): number {
  const [drawnFrom] = useState(current);
  return wasChangedSince(error) ? current : drawnFrom;
}

const wasChangedSince = (error: unknown): boolean => isApiError(error) && error.data?.refusal?.kind === "changed-since";
