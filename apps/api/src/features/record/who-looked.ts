import { addMonths, deniedBecause, IdSchema, workingLifeDay } from "@linchpin/domain";
import { z } from "zod";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { monthsOfLooks, withWhatTheyDid } from "./who-looked-list.ts";
import { childAskedAbout, peopleWhoLooked } from "./who-looked-store.ts";
import { WhoLookedView } from "./who-looked-views.ts";

const peopleOnAPage = 10;

const Asked = z
  .object({
    childId: IdSchema,
    from: workingLifeDay("Enter the first day").optional(),
    to: workingLifeDay("Enter the last day").optional(),
    /** All of it, for print; else a page. */
    whole: z.boolean().optional(),
    cursor: CursorSchema.optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "Enter a day that is not before the first",
  });

/** A family's question "who has looked at my child's record, and why", answered in words they can read. */
export const whoLooked = practitionerProcedure("record.who-looked.read")
  .input(Asked)
  .output(WhoLookedView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const { childId, whole = false, cursor, to = records.today } = input;
      const { from = addMonths(to, -monthsOfLooks) } = input;
      const held = await records.authorise(childId);
      const denial = deniedBecause("consent.send", records.who.role, held);
      const { childName, isKept } = await childAskedAbout(records, childId);
      const asked = { childId, from, to, isKept };
      const after = whole || cursor === undefined ? undefined : placeOf(cursor);
      const limit = whole ? null : peopleOnAPage + 1;
      const found = await peopleWhoLooked(records, asked, { after, limit });
      const size = whole ? found.length : peopleOnAPage;
      const { page, ...more } = pageOf(found, ({ lastAt, who }) => ({ at: lastAt, id: who }), size);
      return {
        childName,
        isKept,
        from,
        to,
        people: await withWhatTheyDid(records, asked, page, whole),
        ...more,
        may: { give: denial === undefined ? { may: true } : { may: false, why: denial.words } },
      };
    }),
  );
