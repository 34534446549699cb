import { practitionerProcedure } from "../../trpc.ts";
import { NamedHere } from "./inputs.ts";
import { childrenHere, mostHere, placeOfPost } from "./named-here-store.ts";
import { NamedHereView } from "./views.ts";
import { inLists } from "./words.ts";

/**
 * Who the named person is of a child at the school, nursery or clinic where the caller works, by the child's name, and
 * nothing else of the child: so that whoever notices something knows to whom it goes (HIG-57, HIG-17). Children whose
 * whereabouts are kept private are not found, nor who is held back from the caller; their own are found by the search.
 */
export const namedHere = practitionerProcedure("named-person.here.read")
  .input(NamedHere)
  .output(NamedHereView)
  .query(({ ctx, input: { text } }) =>
    ctx.read(async (records) => {
      const here = await placeOfPost(records);
      if (here === undefined || records.book().book.silence("named-person.who") !== undefined)
        return { place: null, children: [], isMore: false };
      const rows = await childrenHere(records, here.establishmentId, text);
      if (rows.length === 0) await records.foundNobody();
      const shown = rows.slice(0, mostHere);
      records.saw(
        shown.map(({ childId }) => childId),
        "works-where-the-child-is",
      );
      return {
        place: here.name,
        children: shown.map(({ childId, group, namedPerson, ...child }) => ({
          childId,
          name: inLists(child),
          group,
          namedPerson,
        })),
        isMore: rows.length > mostHere,
      };
    }),
  );
