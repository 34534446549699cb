import { trpc } from "../../api.ts";

export const concernsQuery = (childId: string, paged: { cursor?: string } = {}) =>
  trpc.concern.forChild.queryOptions({ childId, ...paged });
export const concernQuery = (concernId: string) => trpc.concern.get.queryOptions({ concernId });
