import { trpc } from "../../api.ts";

export const whoDoesWhatQuery = (planId: string, childId: string) =>
  trpc.plan.whoDoesWhat.get.queryOptions({ planId, childId });
export const ownLinesQuery = () => trpc.plan.whoDoesWhat.own.queryOptions();
