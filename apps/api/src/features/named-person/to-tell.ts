import { acts, fullName, mayBeSameAdult, relationshipInWords, wordsForCarer, wordsForChild } from "@linchpin/domain";
import { pageByName } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { ToTellOf } from "./inputs.ts";
import { silenceOf } from "./silence.ts";
import {
  type AdultKeptAway,
  adultsKeptAwayFrom,
  openTellings,
  type TellingRow,
  tellings,
  type WhereaboutsKept,
  whereaboutsKeptOf,
} from "./telling-store.ts";
import { ToTellView } from "./views.ts";

/** Children and carers who have to be told who the named person is, with what the paper says (HIG-63). */
export const toTell = practitionerProcedure("telling.record")
  .input(ToTellOf)
  .output(ToTellView)
  .query(({ ctx, input: { cursor, state = "open", ...of } }) =>
    ctx.read(async (records) => {
      records.saw([], "list");
      const silence = silenceOf(records);
      if (silence) return silence;
      const asked = { ...of, state, bases: acts["telling.record"].relations };
      const { page, nextCursor } = pageByName(await tellings(records, asked, cursor), ({ searchName, tellingId }) => ({
        name: searchName,
        id: tellingId,
      }));
      const children = page.map(({ childId }) => childId);
      records.saw(children, "to be told");
      const [kept, keptAway] = [
        await whereaboutsKeptOf(records, children),
        await adultsKeptAwayFrom(records, children),
      ];
      return {
        known: true as const,
        open: await openTellings(records, asked),
        tellings: page.map((row) => viewOf(row, kept.get(row.childId), keptAway.get(row.childId) ?? [])),
        nextCursor,
      };
    }),
  );

const schoolStages: readonly string[] = ["primary", "secondary", "special-school"];

/** While it is kept private where a child is, the letter goes to the safe contact, says of no school that it is theirs, and no number or address there. */
function viewOf(row: TellingRow, kept: WhereaboutsKept | undefined, adults: readonly AdultKeptAway[]) {
  const child = fullName({ given: row.givenName, ...(row.familyName === "" ? {} : { family: row.familyName }) });
  const { isChild } = row;
  const away = adults.find(({ name }) => row.carerName !== null && mayBeSameAdult(name, row.carerName));
  const told = {
    child: row.preferredName ?? row.givenName,
    namedPerson: row.namedPerson,
    from: row.from,
    isAtSchool: schoolStages.includes(row.stage),
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
    namedPerson: {
      name: row.namedPerson,
      title: row.title,
      phone: kept === undefined ? row.phone : null,
      email: kept === undefined ? row.email : null,
      from: row.from,
    },
    address: kept === undefined ? row.address : null,
    establishment: kept === undefined ? row.establishment : null,
    ...(kept === undefined ? {} : { safeContact: kept.safeContact }),
    ...(away === undefined ? {} : { keptAway: { owner: away.owner } }),
    words: [...(isChild ? wordsForChild(told) : wordsForCarer(told))],
    toldOn: row.toldOn,
    how: row.how,
    notToldBecause: row.notToldBecause,
  };
}
