import {
  deniedBecause,
  fullName,
  initialsOf,
  missingOf,
  notKeptAway,
  type PageOfPaper,
  type PaperFacts,
  type PartOfPack,
  packIsLate,
  packState,
  packStates,
  paperForCarers,
  paperForChild,
  posts,
  yearGroupInWords,
} from "@linchpin/domain";
import type { z } from "zod";
import type { Records } from "../../records.ts";
import {
  type AdultKeptAway,
  adultsKeptAwayFrom,
  type ChosenRow,
  chosenNow,
  type FamilyRow,
  type NotWrittenTo,
  notWrittenTo,
  type PartRow,
  type WhereaboutsKept,
  waysForCarers,
  waysForChild,
  whereaboutsKeptOf,
} from "./paper-store.ts";
import type { FamilyPack, FamilyPaper } from "./paper-views.ts";

const schoolStages: readonly string[] = ["primary", "secondary", "special-school"];
const isPost = (post: string): post is keyof typeof posts => post in posts;

/** A family with what is kept private about the child: nothing leaves that forgets it. */
export type Family = {
  readonly row: FamilyRow;
  readonly kept: WhereaboutsKept | undefined;
  readonly adults: readonly AdultKeptAway[];
  readonly chosen: readonly ChosenRow[];
  /** The parents and carers, by id, to whom nothing is written. */
  readonly shut: ReadonlyMap<string, NotWrittenTo>;
};

export async function familiesOf(records: Records, rows: readonly FamilyRow[]): Promise<readonly Family[]> {
  const children = rows.map(({ childId }) => childId);
  const kept = await whereaboutsKeptOf(records, children);
  const adults = await adultsKeptAwayFrom(records, children);
  const chosen = await chosenNow(records, children);
  const shut = await notWrittenTo(
    records,
    rows.flatMap(({ carers, parts }) => [
      ...carers.map(({ carerId }) => carerId),
      ...parts.flatMap(({ recipient }) => (recipient === "child" ? [] : [recipient])),
    ]),
  );
  return rows.map((row) => ({
    row,
    kept: kept.get(row.childId),
    adults: adults.get(row.childId) ?? [],
    chosen: chosen.filter(({ childId }) => childId === row.childId),
    shut,
  }));
}

/** The parts of a pack that may be given: nobody's who must not be brought near the child, or who takes part in nothing. */
export const partsToGive = ({ row, shut }: Family): readonly PartRow[] =>
  row.parts.filter(({ recipient }) => !shut.has(recipient));

export const partOf = ({ recipient, printedOn, toldOn, notToldBecause }: PartRow): PartOfPack => ({
  is: recipient === "child" ? "child" : "carer",
  ...(printedOn === null ? {} : { printedOn }),
  ...(toldOn === null ? {} : { givenOn: toldOn }),
  ...(notToldBecause === null ? {} : { notGivenBecause: notToldBecause }),
});

const calledOf = ({ preferredName, givenName }: FamilyRow): string => preferredName ?? givenName;

/** How the pack of one family stands, for a list. */
export function packOf(family: Family, records: Records): z.infer<typeof FamilyPack> {
  const { row, kept } = family;
  const rows = partsToGive(family);
  const parts = rows.map(partOf);
  const state = packState(parts);
  const last = (which: "printed" | "told") =>
    rows
      .flatMap(({ printedOn, printedBy, toldOn, toldBy }) => {
        const [on, by] = which === "printed" ? [printedOn, printedBy] : [toldOn, toldBy];
        return on === null ? [] : [{ on, by: by ?? "Somebody who has left" }];
      })
      .sort((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null;
  return {
    childId: row.childId,
    name: fullName({ given: row.givenName, ...(row.familyName === "" ? {} : { family: row.familyName }) }),
    group: row.group,
    yearGroup: yearGroupInWords(row.yearGroup),
    startsOn: row.startsOn !== null && row.startsOn > records.today ? row.startsOn : null,
    namedPerson: row.namedPerson?.name ?? null,
    state: { code: state, label: packStates[state].label },
    missing: state === "incomplete" ? (missingOf(parts) ?? null) : null,
    isLate: row.namedPerson !== null && packIsLate(state, row.startsOn ?? records.today, records.today),
    isThroughSafeContact: kept !== undefined,
    printed: last("printed"),
    given: last("told"),
  };
}

/** The paper of one family; undefined where there is nobody to name, so that none is printed blank. */
export function paperOf(family: Family, records: Records): z.infer<typeof FamilyPaper> | undefined {
  const { row, kept, adults } = family;
  const facts = factsOf(family, records);
  const first = facts.namedPerson ?? facts.lead;
  if (first === undefined) return undefined;
  const childs = forChildOf(family, facts);
  const carers = row.carers.filter(({ carerId }) => !family.shut.has(carerId)).map(({ name }) => name);
  const leftOut = row.carers.filter(({ carerId }) => family.shut.get(carerId) === "left-out").map(({ name }) => name);
  // one whose name is kept from whoever prints it may have it all the same
  const isForSomebody = carers.length > 0 || partsToGive(family).some(({ recipient }) => recipient !== "child");
  const isShut = !isForSomebody && (adults.length > 0 || leftOut.length > 0);
  return {
    childId: row.childId,
    child: calledOf(row),
    to:
      kept === undefined
        ? { carers, address: row.address, place: placeOf(row) }
        : { carers: [], address: null, place: null },
    safeContact: kept?.safeContact ?? null,
    noCopyTo: adults.map(({ name, owner }) => ({ name, owner })),
    leftOut,
    forCarers: isShut ? null : asView(paperForCarers(facts)),
    forChild: row.isBorn
      ? {
          ...asView(paperForChild(childs)),
          initials: initialsOf(first.name),
          who: first.name,
        }
      : null,
    lacks: [...lacksOf(facts, childs, whileAway(records, row).hasHolidayContact)],
  };
}

const asView = ({ title, sentences, reach }: PageOfPaper) => ({
  title,
  sentences: [...sentences],
  reach: reach.map(({ whom, lines }) => ({ whom, lines: [...lines] })),
});

const placeOf = ({ namedPerson }: FamilyRow) => {
  const place = namedPerson?.place;
  return place === undefined || place === null
    ? null
    : { name: place.name, address: place.address, phone: place.phone };
};

/** Whom child and family chose, as the paper names them: for whoever may open the record, and nobody who must not be brought near. */
function chosenOnPaper({ chosen, adults }: Family, seesRecord: boolean): Pick<PaperFacts, "trusted" | "dayToDay"> {
  const named = chosen.flatMap((one) => (one.name === null ? [] : [{ ...one, name: one.name }]));
  const onPaper = (as: ChosenRow["as"]) => {
    const [found] = seesRecord ? notKeptAway(named, adults).filter((one) => one.as === as) : [];
    return (
      found && {
        name: found.name,
        title: found.whoTheyAre ?? undefined,
        ways: { phone: found.reach ?? undefined },
        chosenBy: found.chosenBy,
      }
    );
  };
  return { trusted: onPaper("trusted"), dayToDay: onPaper("day-to-day") };
}

function factsOf(family: Family, records: Records): PaperFacts {
  const { row, kept } = family;
  const { namedPerson: named, lead, acting } = row;
  const place = named?.place ?? null;
  const seesLead = deniedBecause("child.read", records.who.role, row.bases) === undefined;
  const onPaper = (one: FamilyRow["lead"]) =>
    one === null
      ? undefined
      : { name: one.name, title: one.title ?? undefined, ways: waysForCarers(one.ways, null, one.phone) };
  const away = whileAway(records, row);
  return {
    child: calledOf(row),
    isAtSchool: named !== null && schoolStages.includes(named.stage),
    isKeptPrivate: kept !== undefined,
    ...(named === null
      ? {}
      : {
          namedPerson: {
            name: named.name,
            title: named.title ?? undefined,
            ways: waysForCarers(named.ways, place?.ways ?? null, named.phone ?? place?.phone ?? null),
            ...(named.from > records.today ? { startsOn: named.from } : {}),
          },
        }),
    ...(seesLead ? { lead: onPaper(lead), cover: onPaper(acting) } : {}),
    ...chosenOnPaper(family, seesLead),
    ...("standIn" in away ? { standIn: away.standIn } : {}),
    ...(away.hasHolidayContact && named?.holidays
      ? {
          holidayContact: {
            name: named.holidays.name,
            ways: {
              phone: named.holidays.phone ?? undefined,
              hours: named.holidays.hours ?? undefined,
              writeTo: named.holidays.writeTo ?? undefined,
            },
          },
        }
      : {}),
  };
}

/** The same for the child: the ways that are for children, and no others. */
const forChildOf = ({ row }: Family, facts: PaperFacts): PaperFacts => ({
  ...facts,
  ...(facts.namedPerson === undefined
    ? {}
    : {
        namedPerson: {
          ...facts.namedPerson,
          ways: waysForChild(row.namedPerson?.ways ?? null, row.namedPerson?.place?.ways ?? null),
        },
      }),
  ...(facts.lead === undefined ? {} : { lead: { ...facts.lead, ways: waysForChild(row.lead?.ways ?? null, null) } }),
});

/** What the area's documents say of holidays and of being away, as if both were now: the paper is read then (HD-4). */
function whileAway(records: Records, { childId, namedPerson }: FamilyRow) {
  const { book } = records.book();
  if (namedPerson === null || book.silence("named-person.while-away") !== undefined)
    return { hasHolidayContact: false };
  const facts = {
    child: { id: childId },
    namedPerson: namedPerson.practitionerId,
    service: serviceOf(namedPerson.place),
    isSchoolHoliday: true,
    holidayContact: "none",
    isAway: true,
    standIn: "none",
  } as const;
  const shown = book
    .designation("named-person.while-away", facts, records.asAt)
    .findings.flatMap((said) => ("holder" in said && said.holder.kind === "post" ? [said.holder.post] : []));
  const standIn = shown.find((post) => post !== "holiday-contact" && post !== namedPerson.kind);
  return {
    hasHolidayContact: shown.includes("holiday-contact"),
    ...(standIn !== undefined && isPost(standIn) ? { standIn: posts[standIn].label } : {}),
  };
}

const serviceOf = (place: { readonly agency: string } | null) =>
  place === null ? "not-recorded" : place.agency === "education" ? "education" : "health";

const isReached = ({ namedPerson, lead }: PaperFacts): boolean =>
  Object.values((namedPerson ?? lead)?.ways ?? {}).some((one) => one !== undefined);

/** What whoever prints it should see to first: said on the screen and not on the paper. */
const lacksOf = (
  facts: PaperFacts,
  childs: PaperFacts,
  asksHolidays: boolean,
): readonly ("ways" | "child-ways" | "holidays")[] =>
  facts.isKeptPrivate
    ? []
    : [
        ...(isReached(facts) ? [] : ["ways" as const]),
        ...(isReached(childs) ? [] : ["child-ways" as const]),
        ...(asksHolidays && facts.holidayContact === undefined ? ["holidays" as const] : []),
      ];
