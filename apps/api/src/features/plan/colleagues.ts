import { isStorable } from "@linchpin/domain";
import { z } from "zod";
import { NameCursorSchema, pageByName } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { colleagueRows } from "./lists-store.ts";
import { ColleaguesView } from "./views.ts";

const Search = z.object({
  search: z.string().max(200).refine(isStorable, "Remove the character that cannot be shown"),
  cursor: NameCursorSchema.optional(),
});

/** People at work in the area, to put one on a plan. It names no child. */
export const colleagues = practitionerProcedure("area.read")
  .input(Search)
  .output(ColleaguesView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const rows = await colleagueRows(records, input.search.trim(), input.cursor);
      const { page, nextCursor } = pageByName(rows, ({ name, practitionerId }) => ({ name, id: practitionerId }));
      return {
        people: page.map(({ agencyId, agencyName, agencyKind, ...one }) => ({
          ...one,
          agency: { agencyId, name: agencyName, kind: agencyKind },
        })),
        nextCursor,
      };
    }),
  );
