import { ageInWords, deniedBecause } from "@linchpin/domain";
import { pageByName } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { Search } from "./inputs.ts";
import { type FoundRow, foundChildren } from "./roll-store.ts";
import { SearchView } from "./views.ts";
import { inLists } from "./words.ts";

/** Children this person has a part in, by a name or a whole number. Others read the same as none. */
export const search = practitionerProcedure("child.search")
  .input(Search)
  .output(SearchView)
  .query(({ ctx, input: { text, cursor } }) =>
    ctx.read(async (records) => {
      const rows = await foundChildren(records, text, cursor);
      if (rows.length === 0 && cursor === undefined) await records.foundNobody();
      const { page, nextCursor } = pageByName(rows, ({ searchName, childId }) => ({ name: searchName, id: childId }));
      const children = page.flatMap(({ bases, ...row }) => {
        const opens = opensFor(records.who.role, bases);
        if (opens === undefined) return [];
        records.saw([row.childId], bases.join(" "));
        return [{ ...row, name: inLists(row), age: ageInWords(row, records.today), opens }];
      });
      return { children, nextCursor };
    }),
  );

/** Which page of the child this person may open; undefined where none. */
function opensFor(role: string, bases: FoundRow["bases"]): "record" | "roll" | undefined {
  if (deniedBecause("child.read", role, bases) === undefined) return "record";
  return deniedBecause("child.read-roll", role, bases) === undefined ? "roll" : undefined;
}
