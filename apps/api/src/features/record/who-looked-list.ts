import {
  addMonths,
  agencyKinds,
  emergencyReasons,
  type LocalDate,
  lookedInWords,
  partInWords,
  postRoles,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import {
  childAskedAbout,
  emergenciesOf,
  type LooksAsked,
  looksOfPeople,
  nobody,
  peopleWhoLooked,
} from "./who-looked-store.ts";

const rowsOnAPage = 10;
/** How far back is asked where nobody says. */
export const monthsOfLooks = 12;

type Days = { readonly childId: string; readonly from?: LocalDate | undefined; readonly to: LocalDate };

/** Everybody who looked at a child's record from the first day to the last, with all they did. */
export async function whoLookedAt(records: Records, { childId, to, from = addMonths(to, -monthsOfLooks) }: Days) {
  const { childName, isKept } = await childAskedAbout(records, childId);
  const asked = { childId, from, to, isKept };
  const found = await peopleWhoLooked(records, asked, { after: undefined, limit: null });
  return { childName, isKept, from, to, people: await withWhatTheyDid(records, asked, found, true) };
}

type Person = Awaited<ReturnType<typeof peopleWhoLooked>>[number];

/** Each of them with what they did, day by day; on a page no more than so many rows of one person. */
export async function withWhatTheyDid(records: Records, asked: LooksAsked, page: readonly Person[], whole: boolean) {
  const people = page.map(({ who }) => who);
  if (people.length === 0) return [];
  const rows = await looksOfPeople(records, asked, { people, most: whole ? null : rowsOnAPage });
  const emergencies = await emergenciesOf(records, asked, people);
  return page.map((person) => {
    const theirs = rows.filter(({ who }) => who === person.who);
    return {
      key: person.who,
      ...whoInWords(person, asked.isKept),
      isWithheld: person.who === nobody.kept,
      looks: person.looks,
      changes: person.changes,
      rows: theirs.map(({ day, act, outcome, basis, times }) => ({
        day,
        what: lookedInWords(act, outcome),
        why: person.who === nobody.linchpin ? "Linchpin does this by itself." : partInWords(basis, outcome),
        times,
      })),
      more: (theirs[0]?.of ?? 0) - theirs.length,
      emergencies: emergencies
        .filter(({ who }) => who === person.who)
        .map((one) => emergencyInWords(one, asked.isKept)),
    };
  });
}

/** Who it was, and where they work: in the general where a place of work would tell where the child is. */
function whoInWords({ who, name, postTitle, role, agencyName, agencyKind }: Person, isKept: boolean) {
  if (who === nobody.linchpin) return { name: "Linchpin itself" };
  if (who === nobody.kept) return { name: "People of a school, clinic or other place" };
  const kind = agencyKinds[agencyKind as keyof typeof agencyKinds]?.label;
  const inGeneral = { post: postRoles[role as keyof typeof postRoles]?.label, agency: kind };
  const { post, agency } = isKept ? inGeneral : { post: postTitle ?? undefined, agency: agencyName ?? undefined };
  return { name: name ?? "Somebody who has left", ...(post ? { post } : {}), ...(agency ? { agency } : {}) };
}

type Emergency = Awaited<ReturnType<typeof emergenciesOf>>[number];

/** What somebody wrote in their own words may tell where the child is: then only the reason of the list is given. */
function emergencyInWords({ at, reason, words, finding, findingWords }: Emergency, isKept: boolean) {
  const found =
    finding === null
      ? "Somebody else still has to look at whether it was right."
      : finding === "right"
        ? "Somebody else has looked at it since, and found it right."
        : "Somebody else has looked at it since, and found that it was not right.";
  return {
    at,
    reason: emergencyReasons[reason]?.label ?? "It could not wait",
    found,
    ...(isKept ? {} : { words, ...(findingWords === null ? {} : { foundWords: findingWords }) }),
  };
}
