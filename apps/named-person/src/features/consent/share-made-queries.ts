import { trpc } from "../../api.ts";

export const sharesMadeQuery = (childId: string) => trpc.consent.sharesMade.forChild.queryOptions({ childId });
export const servicesQuery = (childId: string) => trpc.consent.services.forChild.queryOptions({ childId });
