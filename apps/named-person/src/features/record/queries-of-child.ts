import { cursorOf } from "@linchpin/portal";
import { trpc } from "../../api.ts";
import type { ChronologySearch, LooksSearch, PaperSearch } from "./search.ts";

export const chronologyQuery = (childId: string, { kind, ...paged }: ChronologySearch) =>
  trpc.record.chronology.queryOptions({ childId, ...(kind === undefined ? {} : { kind }), ...cursorOf(paged) });
export const decisionQuery = (decisionId: string) => trpc.record.decision.queryOptions({ decisionId });
export const looksQuery = (childId: string, { from, to, ...paged }: LooksSearch) =>
  trpc.record.whoLooked.queryOptions({ childId, ...daysOf({ from, to }), ...cursorOf(paged) });
/** All of it at once, for the sheet. */
export const paperOfLooksQuery = (childId: string, days: PaperSearch) =>
  trpc.record.whoLooked.queryOptions({ childId, ...daysOf(days), whole: true });

const daysOf = ({ from, to }: PaperSearch) => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
