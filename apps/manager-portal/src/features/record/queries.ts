import { trpc } from "../../api.ts";
import type { Whose } from "./search.ts";

export const countsQuery = () => trpc.record.today.queryOptions();
export const dutiesQuery = (whose: Whose = "mine", paged: { cursor?: string } = {}) =>
  trpc.record.duties.queryOptions({ whose, ...paged });
export const noticesQuery = (unreadOnly: boolean, paged: { cursor?: string } = {}) =>
  trpc.record.notices.queryOptions({ unreadOnly, ...paged });
