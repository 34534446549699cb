import type { LocalDate, LookKind } from "@linchpin/domain";
import { trpc } from "../../api.ts";
import type { LooksSearch, Whose } from "./search.ts";

export const countsQuery = () => trpc.record.today.queryOptions();
export const dutiesQuery = (whose: Whose = "mine", paged: { cursor?: string } = {}) =>
  trpc.record.duties.queryOptions({ whose, ...paged });
export const noticesQuery = (unreadOnly: boolean, paged: { cursor?: string } = {}) =>
  trpc.record.notices.queryOptions({ unreadOnly, ...paged });
export const looksOfWeekQuery = ({ week, kind, name }: LooksSearch, paged: { cursor?: string } = {}) =>
  trpc.record.looksOfWeek.queryOptions({
    ...(week === undefined ? {} : { week }),
    ...(kind === undefined ? {} : { kind }),
    ...(name === undefined ? {} : { search: name }),
    ...paged,
  });
export const looksOfPersonQuery = (
  of: { readonly kind: LookKind; readonly practitionerId: string },
  week: LocalDate,
  paged: { cursor?: string } = {},
) => trpc.record.looksOf.queryOptions({ ...of, week, ...paged });
