import { cursorOf } from "@linchpin/portal";
import { queryOptions } from "@tanstack/react-query";
import { client, trpc } from "../../api.ts";
import type { Answers } from "../../views.ts";
import type { RollInRowsSearch, RollSearch } from "./search.ts";

export const childQuery = (childId: string) => trpc.people.child.queryOptions({ childId });
export const searchQuery = (text: string, paged: { cursor?: string } = {}) =>
  trpc.people.search.queryOptions({ text, ...paged });
export const namedHereQuery = (text: string) => trpc.people.namedHere.queryOptions({ text });

export const establishmentsQuery = () => trpc.people.establishments.queryOptions();
export const rollQuery = (establishmentId: string, { after, search, group, yearGroup, without }: RollSearch) =>
  trpc.people.roll.list.queryOptions({
    establishmentId,
    ...cursorOf({ after }),
    ...(search === undefined ? {} : { search }),
    ...(group === undefined ? {} : { group }),
    ...(yearGroup === undefined ? {} : { yearGroup }),
    ...(without === true ? { withoutNamedPerson: true } : {}),
  });
export const rollChildQuery = (childId: string) => trpc.people.roll.child.queryOptions({ childId });

export const rollInQuery = (rollInId: string) => trpc.people.rollIn.get.queryOptions({ rollInId });
export const rollInsQuery = (establishmentId: string, paged: { cursor?: string } = {}) =>
  trpc.people.rollIn.list.queryOptions({ establishmentId, ...paged });
export const rollInRowsQuery = (rollInId: string, { kind, warnings, after }: RollInRowsSearch) => {
  const cursor = after?.at(-1);
  return trpc.people.rollIn.rows.queryOptions({
    rollInId,
    ...(kind === undefined ? {} : { kind }),
    ...(warnings === true ? { withWarnings: true } : {}),
    ...(cursor === undefined ? {} : { cursor: Number(cursor) }),
  });
};
/** Everybody on the roll who is not in the list, as many as one import may tick. */
export const notInListQuery = (rollInId: string) =>
  queryOptions({
    queryKey: ["people", "rollIn", "notInList", "all", rollInId],
    queryFn: async () => {
      const children: NotInList["children"] = [];
      let cursor: NotInList["nextCursor"] = null;
      do {
        const page: NotInList = await client.people.rollIn.notInList.query({ rollInId, ...(cursor ? { cursor } : {}) });
        children.push(...page.children);
        cursor = page.nextCursor;
      } while (cursor !== null && children.length < mostLeavers);
      return { children, hasMore: cursor !== null };
    },
  });
type NotInList = Answers["people"]["rollIn"]["notInList"];

/** ConfirmRollIn takes no more at a time. */
const mostLeavers = 2_000;

/** What undoing just did, to show on the import's page. */
export const undoneKey = (rollInId: string) => ["undone", rollInId] as const;
