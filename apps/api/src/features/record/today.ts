import { practitionerProcedure } from "../../trpc.ts";
import { notesToLookAt, todayCounts } from "./desk-store.ts";
import { TodayView } from "./views.ts";

/** The figures of one person's day: what waits, what is owed and by when. */
export const today = practitionerProcedure("today.read")
  .output(TodayView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const { nextDueBy, nextWaitDueBy, ...counts } = await todayCounts(records);
      return {
        ...counts,
        notesToLookAt: await notesToLookAt(records),
        ...(nextDueBy === null ? {} : { nextDueBy }),
        ...(nextWaitDueBy === null ? {} : { nextWaitDueBy }),
      };
    }),
  );
