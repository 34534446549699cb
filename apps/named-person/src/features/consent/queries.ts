import { trpc } from "../../api.ts";

export const consentQuery = (childId: string) => trpc.consent.forChild.queryOptions({ childId });
