import { trpc } from "../../api.ts";

export const receivedListQuery = () => trpc.consent.received.queryOptions();
export const receivedQuery = (releaseId: string) => trpc.consent.receivedOne.queryOptions({ releaseId });
