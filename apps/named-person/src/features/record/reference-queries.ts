import { trpc } from "../../api.ts";

export const referencesQuery = (childId: string) => trpc.record.references.forChild.queryOptions({ childId });
