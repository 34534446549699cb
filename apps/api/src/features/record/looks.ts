import {
  type Act,
  acts,
  addDays,
  codesOf,
  DomainError,
  IdSchema,
  type LocalDate,
  type LookKind,
  lookedInWords,
  lookKinds,
  lookOutcomes,
  mondayOf,
  nameKey,
  type Relation,
  relations,
  triedInWords,
  WeekSchema,
} from "@linchpin/domain";
import { z } from "zod";
import { CursorSchema, NameCursorSchema, pageByName, pageOf, placeOf } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import {
  checksOf,
  countsOfWeek,
  type LookCheckRow,
  type LookOfPerson,
  looksOfPerson,
  type PersonOfWeek,
  peopleOfWeek,
  type SumOfLooks,
  sealedLooks,
  sumsOfPerson,
  type WeekOfLooks,
} from "./looks-store.ts";
import { LooksOfPersonView, WeekOfLooksView } from "./looks-views.ts";

const kinds = codesOf(lookKinds);

/** Why somebody's own looks are checked by somebody else. */
export const ownLooks = "Somebody else checks your own looks.";

const termOf = (kind: LookKind) => ({ code: kind, ...lookKinds[kind] });
const untilSunday = (week: LocalDate) => ({ week, lastDay: addDays(week, 6) });

/** A week of looks that somebody should ask about, by kind and person. No child is named until one person's are opened. */
export const looksOfWeek = practitionerProcedure("record.looks.read")
  .input(
    z.object({
      week: WeekSchema.optional(),
      kind: z.enum(kinds).default("without-relation"),
      search: z.string().max(200).default(""),
      cursor: NameCursorSchema.optional(),
    }),
  )
  .output(WeekOfLooksView)
  .query(({ ctx, input: { kind, search, cursor, ...input } }) =>
    ctx.read(async (records) => {
      const running = mondayOf(records.today);
      const week = input.week ?? running;
      const found = await peopleOfWeek(records, { week, kind }, { search: nameKey(search), after: cursor });
      const counts = await countsOfWeek(records, week, kinds);
      const { page, nextCursor } = pageByName(found, ({ sortName, practitionerId }) => ({
        name: sortName,
        id: practitionerId,
      }));
      return {
        ...untilSunday(week),
        before: addDays(week, -7),
        ...(week < running ? { after: addDays(week, 7) } : {}),
        kind: termOf(kind),
        kinds: counts.map((one) => ({ ...termOf(one.kind), people: one.people, unchecked: one.unchecked })),
        people: page.map(personInWeek),
        sealed: await sealedLooks(records, week),
        nextCursor,
      };
    }),
  );

/** One person's looks of one kind in a week, each with its child: every child shown is one entry in the audit. */
export const looksOf = practitionerProcedure("record.looks.read")
  .input(
    z.object({
      week: WeekSchema,
      kind: z.enum(kinds),
      practitionerId: IdSchema,
      cursor: CursorSchema.optional(),
    }),
  )
  .output(LooksOfPersonView)
  .query(({ ctx, input: { week, kind, practitionerId, cursor } }) =>
    ctx.read(async (records) => {
      const of = { week, kind };
      const person = await personToCheck(records, of, practitionerId);
      const after = cursor === undefined ? undefined : placeOf(cursor);
      const { page, ...more } = pageOf(await looksOfPerson(records, of, { practitionerId, after }), (look) => ({
        at: look.at,
        id: look.entryId,
      }));
      records.saw(
        page.flatMap(({ childId }) => childId ?? []),
        "privacy-officer",
      );
      const isOwn = practitionerId === records.who.practitionerId;
      return {
        ...personInWeek(person),
        ...untilSunday(week),
        kind: termOf(kind),
        list: page.map(lookInWords),
        ...more,
        sums: inWholeWords(await sumsOfPerson(records, of, practitionerId)),
        checks: (await checksOf(records, of, practitionerId)).map(foundInWords),
        mayCheck: isOwn ? { may: false, why: ownLooks } : { may: true },
      };
    }),
  );

/** The person as the week has them; somebody without such looks reads as nobody. */
export async function personToCheck(records: Records, of: WeekOfLooks, practitionerId: string): Promise<PersonOfWeek> {
  const [person] = await peopleOfWeek(records, of, { practitionerId });
  if (person === undefined) throw new DomainError({ kind: "not-visible", what: "looks" });
  return person;
}

function personInWeek(person: PersonOfWeek) {
  const { practitionerId, name, postTitle, agencyName, looks, children, firstAt, lastAt, standsOut } = person;
  const { outcome, words, checkedAt, checkedByName } = person;
  return {
    practitionerId,
    name,
    ...(postTitle === null ? {} : { postTitle }),
    ...(agencyName === null ? {} : { agency: agencyName }),
    ...{ looks, children, firstAt, lastAt, standsOut },
    ...(outcome === null || words === null || checkedAt === null || checkedByName === null
      ? {}
      : { found: foundInWords({ outcome, words, checkedAt, checkedByName }) }),
  };
}

const foundInWords = ({ outcome, words, checkedAt, checkedByName }: Omit<LookCheckRow, "checkId">) => ({
  outcome: { code: outcome, label: lookOutcomes[outcome].label },
  words,
  at: checkedAt,
  by: checkedByName,
});

const basisInWords = (basis: string): string =>
  basis
    .split(" ")
    .map((one) => (one in relations ? relations[one as Relation].label : one.replaceAll("-", " ")))
    .join(", ");

function whatInWords({ act, outcome, foundNone }: Pick<SumOfLooks, "act" | "outcome" | "foundNone">): string {
  if (foundNone) return `${triedInWords(act)}, and found none`;
  if (outcome !== "refused") return lookedInWords(act, outcome).replaceAll("your child", "the child");
  return act in acts ? `Asked to ${acts[act as Act].words}, and was refused` : "Was refused";
}

function lookInWords({ entryId, at, childId, childName, act, outcome, basis, words }: LookOfPerson) {
  return {
    entryId,
    at,
    ...(childId === null || childName === null ? {} : { child: { childId, name: childName } }),
    what: whatInWords({ act, outcome, foundNone: childId === null }),
    ...(words === null ? {} : { words }),
    ...(outcome === "refused" || basis === null || childId === null ? {} : { basis: basisInWords(basis) }),
  };
}

/** Acts that read the same are one line. */
function inWholeWords(sums: readonly SumOfLooks[]) {
  const lines = new Map<string, number>();
  for (const sum of sums) {
    const what = whatInWords(sum);
    lines.set(what, (lines.get(what) ?? 0) + sum.looks);
  }
  return [...lines].map(([what, looks]) => ({ what, looks }));
}
