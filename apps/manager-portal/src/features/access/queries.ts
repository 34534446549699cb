import { trpc } from "../../api.ts";

type Paged = { readonly cursor?: string };

export const waitingEmergenciesQuery = (paged: Paged = {}) =>
  trpc.access.emergency.list.queryOptions({ show: "waiting", ...paged });
export const reviewedEmergenciesQuery = (paged: Paged = {}) =>
  trpc.access.emergency.list.queryOptions({ show: "reviewed", ...paged });
export const blocksQuery = (show: "in-force" | "lifted", paged: Paged = {}) =>
  trpc.access.heldBack.list.queryOptions({ show, ...paged });
