import {
  addMonths,
  agencyKinds,
  emergencyReasons,
  IdSchema,
  lookedInWords,
  partInWords,
  postRoles,
  workingLifeDay,
} from "@linchpin/domain";
import { z } from "zod";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import {
  childAskedAbout,
  emergenciesOf,
  type LooksAsked,
  looksOfPeople,
  nobody,
  peopleWhoLooked,
} from "./who-looked-store.ts";
import { WhoLookedView } from "./who-looked-views.ts";

const peopleOnAPage = 10;
const rowsOnAPage = 10;
/** How far back is asked where nobody says. */
const monthsBack = 12;

const Asked = z
  .object({
    childId: IdSchema,
    from: workingLifeDay("Enter the first day").optional(),
    to: workingLifeDay("Enter the last day").optional(),
    /** All of it, for print; else a page. */
    whole: z.boolean().optional(),
    cursor: CursorSchema.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "Enter a day that is not before the first",
  });

/** A family's question "who has looked at my child's record, and why", answered in words they can read. */
export const whoLooked = practitionerProcedure("record.who-looked.read")
  .input(Asked)
  .output(WhoLookedView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const { childId, whole = false, cursor, to = records.today } = input;
      const { from = addMonths(to, -monthsBack) } = input;
      await records.authorise(childId);
      const { childName, isKept } = await childAskedAbout(records, childId);
      const asked = { childId, from, to, isKept };
      const after = whole || cursor === undefined ? undefined : placeOf(cursor);
      const limit = whole ? null : peopleOnAPage + 1;
      const found = await peopleWhoLooked(records, asked, { after, limit });
      const size = whole ? found.length : peopleOnAPage;
      const { page, ...more } = pageOf(found, ({ lastAt, who }) => ({ at: lastAt, id: who }), size);
      return { childName, isKept, from, to, people: await withWhatTheyDid(records, asked, page, whole), ...more };
    }),
  );

type Person = Awaited<ReturnType<typeof peopleWhoLooked>>[number];

async function withWhatTheyDid(records: Records, asked: LooksAsked, page: readonly Person[], whole: boolean) {
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
