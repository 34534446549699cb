import { trpc } from "../../api.ts";

export const commonElementQuery = (childId: string) => trpc.record.commonElement.get.queryOptions({ childId });
export const siblingsQuery = (childId: string) => trpc.people.siblings.get.queryOptions({ childId });
