import { practitionerProcedure } from "../../trpc.ts";
import { lookAgainOf } from "../consent/note-clock.ts";
import { notesNotLookedAt } from "../consent/note-store.ts";
import { todayCounts } from "./desk-store.ts";
import { TodayView } from "./views.ts";

/** The figures of one person's day: what waits, what is owed and by when. */
export const today = practitionerProcedure("today.read")
  .output(TodayView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      const { nextDueBy, nextWaitDueBy, ...counts } = await todayCounts(records);
      const notes = (await notesNotLookedAt(records)).flatMap((note) => lookAgainOf(records, note)?.clock ?? []);
      return {
        ...counts,
        notesToLookAt: notes.filter(({ state }) => state !== "running").length,
        ...(nextDueBy === null ? {} : { nextDueBy }),
        ...(nextWaitDueBy === null ? {} : { nextWaitDueBy }),
      };
    }),
  );
