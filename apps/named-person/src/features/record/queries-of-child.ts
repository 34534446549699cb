import { cursorOf } from "@linchpin/portal";
import { trpc } from "../../api.ts";
import type { ChronologySearch, LooksSearch } from "./search.ts";

export const chronologyQuery = (childId: string, { kind, ...paged }: ChronologySearch) =>
  trpc.record.chronology.queryOptions({ childId, ...(kind === undefined ? {} : { kind }), ...cursorOf(paged) });
export const decisionQuery = (decisionId: string) => trpc.record.decision.queryOptions({ decisionId });
export const looksQuery = (childId: string, paged: LooksSearch) =>
  trpc.record.whoLooked.queryOptions({ childId, ...cursorOf(paged) });
