import { type QueryClient, type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isApiError } from "./api.ts";

/** One key for each form that is drawn: sent twice, it is done once. */
export const useIdempotencyKey = (): string => useState(() => crypto.randomUUID())[0];

/** Lets every page ask again: what is on the screen at once, the rest when it is next opened. */
export async function askAgain(queryClient: QueryClient): Promise<void> {
  queryClient.removeQueries({ type: "inactive" });
  await queryClient.invalidateQueries();
}

/**
 * Sends a command. When it is done every page asks again, since one change shows in many places: what is on the screen
 * at once, the rest when it is next opened. A refusal because somebody was quicker brings the newer version too.
 */
export function useChange<Out, Failure, In>(options: UseMutationOptions<Out, Failure, In>) {
  const queryClient = useQueryClient();
  return useMutation({
    ...options,
    onSuccess: () => askAgain(queryClient),
    onError: async (error) => {
      if (wasChangedSince(error)) await queryClient.invalidateQueries();
    },
  });
}

/** The version a form was drawn from; once it was refused as too old, the one that has been read since. */
export function useVersion(current: number, error: unknown): number {
  const [drawnFrom] = useState(current);
  return wasChangedSince(error) ? current : drawnFrom;
}

const wasChangedSince = (error: unknown): boolean => isApiError(error) && error.data?.refusal?.kind === "changed-since";
