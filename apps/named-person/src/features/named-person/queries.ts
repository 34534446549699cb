import { cursorOf } from "@linchpin/portal";
import { trpc } from "../../api.ts";
import type { MineSearch, TellSearch, WithoutSearch } from "./search.ts";

export const mineQuery = ({ search, group, attention, ...paged }: MineSearch) =>
  trpc.namedPerson.mine.queryOptions({
    ...cursorOf(paged),
    ...(search === undefined ? {} : { search }),
    ...(group === undefined ? {} : { group }),
    ...(attention === true ? { needsAttention: true } : {}),
  });
export const myGroupsQuery = () => trpc.namedPerson.myGroups.queryOptions();

export const arrangementQuery = (establishmentId: string) =>
  trpc.namedPerson.arrangement.queryOptions({ establishmentId });
export const staffQuery = (establishmentId: string) => trpc.namedPerson.staff.queryOptions({ establishmentId });
export const historyQuery = (childId: string) => trpc.namedPerson.history.queryOptions({ childId });

export const withoutQuery = (establishmentId: string, paged: WithoutSearch) =>
  trpc.namedPerson.missing.queryOptions({ establishmentId, ...cursorOf(paged) });

export const tellQuery = ({ establishmentId, childId, group, state, ...paged }: TellSearch) =>
  trpc.namedPerson.toTell.queryOptions({
    ...cursorOf(paged),
    ...(establishmentId === undefined ? {} : { establishmentId }),
    ...(childId === undefined ? {} : { childId }),
    ...(group === undefined ? {} : { group }),
    ...(state === undefined ? {} : { state }),
  });

/** What settling a school's named persons just did, to show on its page. */
export const arrangedKey = (establishmentId: string) => ["arranged", establishmentId] as const;
