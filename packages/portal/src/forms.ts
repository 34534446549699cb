import { type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/** One key for each form that is drawn: sent twice, it is done once. */
export const useIdempotencyKey = (): string => useState(() => crypto.randomUUID())[0];

/**
 * Sends a command. When it is done every page asks again, since one change shows in many places: what is on the screen
 * at once, the rest when it is next opened.
 */
export function useChange<Out, Failure, In>(options: UseMutationOptions<Out, Failure, In>) {
  const queryClient = useQueryClient();
  return useMutation({
    ...options,
    onSuccess: async () => {
      queryClient.removeQueries({ type: "inactive" });
      await queryClient.invalidateQueries();
    },
  });
}
