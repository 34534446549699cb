import type { LetterAsked, LetterWay } from "@linchpin/domain";
import { cursorOf } from "@linchpin/portal";
import { trpc } from "../../api.ts";
import type { LettersSearch, MineSearch, PacksSearch, PaperSearch, TellSearch, WithoutSearch } from "./search.ts";

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

export const paperQuery = (childId: string) => trpc.namedPerson.paper.ofChild.queryOptions({ childId });

const packsOf = (establishmentId: string, { group, yearGroup, entering }: PacksSearch) => ({
  establishmentId,
  ...(group === undefined ? {} : { group }),
  ...(yearGroup === undefined ? {} : { yearGroup }),
  ...(entering === undefined ? {} : { entering }),
});
export const packsQuery = (establishmentId: string, search: PacksSearch) =>
  trpc.namedPerson.paper.packs.queryOptions(packsOf(establishmentId, search));
export const waysQuery = () => trpc.namedPerson.reach.mine.queryOptions();
export const holidaysQuery = () => trpc.namedPerson.reach.holidays.queryOptions();
export const whoHelpsQuery = () => trpc.area.whoHelps.queryOptions();

/** What settling a school's named persons just did, to show on its page. */
export const arrangedKey = (establishmentId: string) => ["arranged", establishmentId] as const;

type Whose = Pick<LettersSearch, "establishmentId" | "childId" | "group">;
const whose = ({ establishmentId, childId, group }: Whose) => ({
  ...(establishmentId === undefined ? {} : { establishmentId }),
  ...(childId === undefined ? {} : { childId }),
  ...(group === undefined ? {} : { group }),
});

/** Never an older look: its loader asks anew each time, and the page draws what was just asked. */
export const fresh = { staleTime: 2_000, gcTime: 5_000 } as const;

/** The paper as it reads today, or as on the first day at a school or clinic. */
export type FamilyPaperOf = { readonly childId: string; readonly establishmentId?: string };
export const familyPaperOf = (childId: string, { establishmentId }: PaperSearch): FamilyPaperOf => ({
  childId,
  ...(establishmentId === undefined ? {} : { establishmentId }),
});

/** Of whom the paper may go to: each is looked at anew once that is chosen. */
export const familyPaperQuery = (of: FamilyPaperOf) => ({
  ...trpc.consent.familyPaper.look.queryOptions(of),
  ...fresh,
});
export const packsToSendQuery = (establishmentId: string, search: PacksSearch, way: LetterWay) => ({
  ...trpc.consent.packs.run.queryOptions({ ...packsOf(establishmentId, search), way }),
  ...fresh,
});

export const lettersQuery = (of: Whose, way: LetterWay) => ({
  ...trpc.consent.letters.run.queryOptions({ ...whose(of), way }),
  ...fresh,
});
export const letterQuery = (asked: LetterAsked) => ({ ...trpc.consent.letters.look.queryOptions(asked), ...fresh });
export const lettersSentQuery = (sentCopyId: string) =>
  trpc.consent.letters.sent.queryOptions({ letterId: sentCopyId });
