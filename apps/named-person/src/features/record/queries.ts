import { trpc } from "../../api.ts";
import type { Whose } from "./search.ts";

export const dutiesQuery = (whose: Whose = "mine", paged: { cursor?: string } = {}) =>
  trpc.record.duties.queryOptions({ whose, ...paged });
export const noticesQuery = (unreadOnly: boolean, paged: { cursor?: string } = {}) =>
  trpc.record.notices.queryOptions({ unreadOnly, ...paged });
export const waitingQuery = (paged: { cursor?: string } = {}) => trpc.leadProfessional.waitingForMe.queryOptions(paged);
export const needingAttentionQuery = () => trpc.namedPerson.mine.queryOptions({ needsAttention: true });
export const toTellQuery = () => trpc.namedPerson.toTell.queryOptions({});
export const establishmentsQuery = () => trpc.people.establishments.queryOptions();
