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
import { pageByName } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { ToTellOf } from "./inputs.ts";
import { silenceOf } from "./silence.ts";
import {
  type AdultKeptAway,
  adultsKeptAwayFrom,
  type NotWrittenTo,
  notWrittenTo,
  openTellings,
  type TellingRow,
  tellings,
  type WhereaboutsKept,
  whereaboutsKeptOf,
} from "./telling-store.ts";
import { ToTellView } from "./views.ts";

/** Children and carers who have to be told who the named person is, or who leads, with what the paper says (HIG-63, GIR-25, HIG-131). */
export const toTell = practitionerProcedure("telling.record")
  .input(ToTellOf)
  .output(ToTellView)
  .query(({ ctx, input: { cursor, state = "open", ...of } }) =>
    ctx.read(async (records) => {
      records.saw([], "list");
      const asked = { ...of, state, bases: acts["telling.record"].relations };
      const { page, nextCursor } = pageByName(await tellings(records, asked, cursor), ({ searchName, tellingId }) => ({
        name: searchName,
        id: tellingId,
      }));
      // where the documents know no named person there may still be somebody who leads
      const silence = silenceOf(records);
      if (silence && page.length === 0) return silence;
      const rows = silence ? page.map((row) => ({ ...row, stillNamed: null })) : page;
      const children = page.map(({ childId }) => childId);
      records.saw(children, "to be told");
      const [kept, keptAway, shut] = [
        await whereaboutsKeptOf(records, children),
        await adultsKeptAwayFrom(records, children),
        await notWrittenTo(
          records,
          page.flatMap(({ carerId }) => carerId ?? []),
        ),
      ];
      return {
        known: true as const,
        open: await openTellings(records, asked),
        tellings: rows.map((row) => ({
          ...viewOf(row, kept.get(row.childId), keptAway.get(row.childId) ?? []),
          ...noLetterTo(row, shut),
        })),
        nextCursor,
      };
    }),
  );

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
    address: kept === undefined ? row.address : null,
    establishment: kept === undefined ? row.establishment : null,
    ...(kept === undefined ? {} : { safeContact: kept.safeContact }),
    ...(away === undefined ? {} : { keptAway: { owner: away.owner } }),
    words: [...wordsOf(row, told)],
    toldOn: row.toldOn,
    how: row.how,
    notToldBecause: row.notToldBecause,
  };
}
