import { dayOf, daysBetween, localDate, momentAt } from "@linchpin/domain";
import { practitionerProcedure } from "../../trpc.ts";
import { OfChild } from "./inputs.ts";
import { type HeldView, namedPersonsOf } from "./reads.ts";
import { silenceOf } from "./silence.ts";
import { HistoryView } from "./views.ts";

/** Who was the child's named person from when to when, with the days on which nobody was (HIG-60). */
export const history = practitionerProcedure("named-person.history.read")
  .input(OfChild)
  .output(HistoryView)
  .query(({ ctx, input: { childId } }) =>
    ctx.read(async (records) => {
      await records.authorise(childId);
      const silence = silenceOf(records);
      if (silence) return silence;
      const held = await namedPersonsOf(records, childId);
      return { known: true as const, held: [...held].reverse(), gaps: gapsBetween(held, dayOf(momentAt(records.now))) };
    }),
  );

/** Days between one named person and the next; the last gap runs to today. */
function gapsBetween(held: readonly HeldView[], today: string) {
  const ends = held.flatMap(({ until }, at) =>
    until === null ? [] : [{ from: until, until: held[at + 1]?.from ?? today }],
  );
  return ends
    .filter(({ from, until }) => from < until)
    .map(({ from, until }) => ({ from, until, days: daysBetween(localDate(from), localDate(until)) }));
}
