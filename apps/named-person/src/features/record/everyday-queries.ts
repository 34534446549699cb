import { trpc } from "../../api.ts";

export const checksQuery = (childId: string) => trpc.record.everyday.checks.queryOptions({ childId });
export const discussionsQuery = (childId: string) => trpc.record.everyday.discussions.queryOptions({ childId });
export const ownDiscussionsQuery = () => trpc.record.everyday.ownDiscussions.queryOptions();
