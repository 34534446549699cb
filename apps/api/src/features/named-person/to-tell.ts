import { acts, fullName, relationshipInWords, wordsForCarer, wordsForChild } from "@linchpin/domain";
import { pageByName } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { ToTellOf } from "./inputs.ts";
import { silenceOf } from "./silence.ts";
import { openTellings, type TellingRow, tellings } from "./telling-store.ts";
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
      records.saw(
        page.map(({ childId }) => childId),
        "to be told",
      );
      return { known: true as const, open: await openTellings(records, asked), tellings: page.map(viewOf), nextCursor };
    }),
  );

const schoolStages: readonly string[] = ["primary", "secondary", "special-school"];

function viewOf(row: TellingRow) {
  const child = fullName({ given: row.givenName, ...(row.familyName === "" ? {} : { family: row.familyName }) });
  const isChild = row.carerName === null;
  const told = {
    child: row.preferredName ?? row.givenName,
    namedPerson: row.namedPerson,
    from: row.from,
    isAtSchool: schoolStages.includes(row.stage),
    reach: [row.phone, row.email].filter((one) => one !== null),
  };
  return {
    tellingId: row.tellingId,
    childId: row.childId,
    child,
    recipient: {
      is: isChild ? ("child" as const) : ("carer" as const),
      name: row.carerName ?? child,
      relationship: relationshipInWords(row.relationship),
    },
    namedPerson: { name: row.namedPerson, title: row.title, phone: row.phone, email: row.email, from: row.from },
    address: row.address,
    establishment: row.establishment,
    words: [...(isChild ? wordsForChild(told) : wordsForCarer(told))],
    toldOn: row.toldOn,
    how: row.how,
    notToldBecause: row.notToldBecause,
  };
}
