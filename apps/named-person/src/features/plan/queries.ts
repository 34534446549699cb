import { trpc } from "../../api.ts";

export const plansQuery = (childId: string) => trpc.plan.forChild.queryOptions({ childId });
export const planQuery = (planId: string) => trpc.plan.get.queryOptions({ planId });
