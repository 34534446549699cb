import {
  acts,
  fullName,
  type LocalDate,
  leadWordsForCarer,
  leadWordsForChild,
  mayBeSameAdult,
  relationshipInWords,
  wordsForCarer,
  wordsForChild,
} from "@linchpin/domain";
import { atTheTop } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { silenceOf } from "./silence.ts";
import {
  type AdultKeptAway,
  adultsKeptAwayFrom,
  type NotWrittenTo,
  notWrittenTo,
  type TellingRow,
  type ToTellAsked,
  tellings,
  type WhereaboutsKept,
  whereaboutsKeptOf,
} from "./telling-store.ts";

const schoolStages: readonly string[] = ["primary", "secondary", "special-school"];

/** What the paper says, by what they are told of and whether the child reads it. */
function wordsOf(
  { as, name, stage, stillNamed, isChild }: TellingRow,
  told: { readonly child: string; readonly from: LocalDate; readonly reach: readonly string[] },
): readonly string[] {
  if (as === "lead-professional") {
    const lead = { ...told, lead: name, stillNamed: stillNamed ?? undefined };
    return isChild ? leadWordsForChild(lead) : leadWordsForCarer(lead);
  }
  const named = { ...told, namedPerson: name, isAtSchool: stage !== null && schoolStages.includes(stage) };
  return isChild ? wordsForChild(named) : wordsForCarer(named);
}

/** Some of those to be told as they are shown, and as they are written to. */
export async function tellingViews(records: Records, rows: readonly TellingRow[]) {
  const children = rows.map(({ childId }) => childId);
  records.saw(children, "to be told");
  const kept = await whereaboutsKeptOf(records, children);
  const keptAway = await adultsKeptAwayFrom(records, children);
  const shut = await notWrittenTo(
    records,
    rows.flatMap(({ carerId }) => carerId ?? []),
  );
  return rows.map((row) => ({
    ...viewOf(row, kept.get(row.childId), keptAway.get(row.childId) ?? []),
    ...noLetterTo(row, shut),
  }));
}

export type TellingToWrite = Awaited<ReturnType<typeof tellingViews>>[number] & { readonly carerId: string | null };

/**
 * Those still to be told to whom the caller may write, by the child's name: of a school or clinic, a class or a child, or the
 * very ones that are named. One more than `most` says that there are more.
 */
export async function tellingsToWrite(
  records: Records,
  of: Pick<ToTellAsked, "establishmentId" | "childId" | "group" | "tellingIds" | "isUnwritten">,
  most: number,
): Promise<readonly TellingToWrite[]> {
  const rows = await tellings(
    records,
    { ...of, state: "open", bases: acts["telling.record"].relations },
    atTheTop,
    most,
  );
  const isSilent = silenceOf(records) !== undefined;
  const views = await tellingViews(records, isSilent ? rows.map((row) => ({ ...row, stillNamed: null })) : rows);
  return views.map((view, at) => ({ ...view, carerId: rows[at]?.carerId ?? null }));
}

const noLetterTo = ({ carerId }: TellingRow, shut: ReadonlyMap<string, NotWrittenTo>) => {
  const why = carerId === null ? undefined : shut.get(carerId);
  return why === undefined ? {} : { noLetter: why };
};

/** While it is kept private where a child is, the letter goes to the safe contact, says of no school that it is theirs, and no number or address there. */
function viewOf(row: TellingRow, kept: WhereaboutsKept | undefined, adults: readonly AdultKeptAway[]) {
  const child = fullName({ given: row.givenName, ...(row.familyName === "" ? {} : { family: row.familyName }) });
  const { isChild } = row;
  const away = adults.find(({ name }) => row.carerName !== null && mayBeSameAdult(name, row.carerName));
  const told = {
    child: row.preferredName ?? row.givenName,
    from: row.from,
    reach: (kept === undefined
      ? [row.phone, row.email]
      : [`through ${kept.safeContact.name}`, kept.safeContact.phone ?? null]
    ).filter((one) => one !== null),
  };
  return {
    tellingId: row.tellingId,
    childId: row.childId,
    child,
    recipient: {
      is: isChild ? ("child" as const) : ("carer" as const),
      name: isChild ? child : (row.carerName ?? "A parent or carer, kept private"),
      relationship: relationshipInWords(row.relationship),
    },
    who: {
      as: row.as,
      name: row.name,
      title: row.title,
      phone: kept === undefined ? row.phone : null,
      email: kept === undefined ? row.email : null,
      from: row.from,
    },
    establishment: kept === undefined ? row.establishment : null,
    ...(kept === undefined ? {} : { safeContact: kept.safeContact }),
    ...(away === undefined ? {} : { keptAway: { owner: away.owner } }),
    words: [...wordsOf(row, told)],
    toldOn: row.toldOn,
    how: row.how,
    notToldBecause: row.notToldBecause,
  };
}
