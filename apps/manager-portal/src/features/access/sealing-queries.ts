import { trpc } from "../../api.ts";

type Paged = { readonly cursor?: string };

export const sealingsQuery = (paged: Paged = {}) => trpc.sealing.list.queryOptions(paged);
export const sealingQuery = (sealingId: string) => trpc.sealing.get.queryOptions({ sealingId });
