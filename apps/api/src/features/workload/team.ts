import { IdSchema, isStorable, spreadOfLeads } from "@linchpin/domain";
import { z } from "zod";
import { NameCursorSchema, pageByName, pageSize } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { rowOf } from "./figures.ts";
import { weighPeople } from "./reads.ts";
import { myTeam } from "./team-store.ts";
import { TeamWorkloadView } from "./views.ts";

/** A board of a whole team is looked at in one go, so its page may be longer than a list's. */
const boardSize = 250;

const Team = z.object({
  teamId: IdSchema.optional(),
  search: z.string().max(200).refine(isStorable, "Remove the character that cannot be shown").optional(),
  size: z.int().min(1).max(boardSize).optional(),
  cursor: NameCursorSchema.optional(),
});

/** What each of the caller's people carries, beside what was agreed, in figures: nothing of any plan, no child. Two statements. */
export const team = practitionerProcedure("workload.team.read")
  .input(Team)
  .output(TeamWorkloadView)
  .query(({ ctx, input: { teamId = "", search = "", size = pageSize, cursor } }) =>
    ctx.read(async (records) => {
      const found = await myTeam(records, { teamId, search, size, after: cursor });
      const place = (row: (typeof found.people)[number]) => ({ name: row.sortName, id: row.practitionerId });
      const { page, nextCursor } = pageByName(found.people, place, size);
      const weighed = await weighPeople(
        records,
        page.map(({ practitionerId }) => practitionerId),
      );
      const { total, uneven } = spreadOfLeads(found.spread);
      return {
        practitioners: page.flatMap(({ practitionerId }) => {
          const own = weighed.get(practitionerId);
          return (own && rowOf(records, practitionerId, own)) ?? [];
        }),
        nextCursor,
        teams: [...found.teams],
        spread: {
          leads: total,
          people: found.spread.length,
          most: Math.max(0, ...found.spread.map(({ leads }) => leads)),
          uneven: found.spread
            .filter(({ id }) => uneven.includes(id))
            .map(({ id, name }) => ({ practitionerId: id, name })),
        },
      };
    }),
  );
