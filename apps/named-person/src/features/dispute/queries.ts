import { trpc } from "../../api.ts";

export const groupOfPlanQuery = (planId: string, childId: string) =>
  trpc.dispute.items.ofPlan.queryOptions({ planId, childId });
