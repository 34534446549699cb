import { trpc } from "../../api.ts";

export const ownContributionsQuery = () => trpc.plan.contribution.mine.queryOptions();
export const summaryQuery = (contributorId: string) => trpc.plan.contribution.summary.queryOptions({ contributorId });
export const contributionsQuery = (planId: string) => trpc.plan.contribution.ofPlan.queryOptions({ planId });
