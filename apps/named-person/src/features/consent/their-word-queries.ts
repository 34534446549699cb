import { trpc } from "../../api.ts";

export const theirWordQuery = (planId: string, childId: string) =>
  trpc.consent.theirWord.get.queryOptions({ planId, childId });
