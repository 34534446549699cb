import { trpc } from "../../api.ts";

export const assessmentsQuery = (childId: string) => trpc.assessment.forChild.queryOptions({ childId });
