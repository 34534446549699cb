import { trpc } from "../../api.ts";

export const plansQuery = (childId: string) => trpc.plan.forChild.queryOptions({ childId });
export const planQuery = (planId: string) => trpc.plan.get.queryOptions({ planId });
export const evidenceQuery = (childId: string) => trpc.plan.evidence.queryOptions({ childId });
