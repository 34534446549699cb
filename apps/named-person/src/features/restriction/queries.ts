import { trpc } from "../../api.ts";

export const restrictionsQuery = (childId: string) => trpc.restriction.forChild.queryOptions({ childId });
