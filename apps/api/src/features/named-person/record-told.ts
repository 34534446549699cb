import { DomainError, deniedBecause, inWords, mayBeSameAdult, RecordTold, waysOfTelling } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { adultsKeptAwayFrom, carersOfTellings, childrenOfTellings, recordTellings } from "./telling-store.ts";
import { ToldView } from "./views.ts";

/** Logs that children or carers were told who the named person is or who leads, how and when, or why they were not (HIG-63). */
export const recordTold = practitionerProcedure("telling.record")
  .input(RecordTold)
  .output(ToldView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await authoriseAll(records, input.tellingIds);
      if (input.toldOn !== undefined && input.toldOn > records.today)
        refuseInput("toldOn", "Enter a day that is not in the future");
      if (input.notToldBecause === undefined) await refuseKeptAway(records, input.tellingIds);
      const done = await recordTellings(records, input.tellingIds, input);
      if (done.length !== new Set(input.tellingIds).size)
        throw new DomainError({ kind: "changed-since", what: "list of who has to be told" });
      await records.keepMany(stepsOf(done, input));
      return { recorded: done.length };
    }),
  );

/** Nobody tells an adult who must not be brought near the child; that they were not told is recorded, with the reason. */
async function refuseKeptAway(records: Records, tellingIds: readonly string[]): Promise<void> {
  const carers = await carersOfTellings(records, tellingIds);
  const adults = await adultsKeptAwayFrom(
    records,
    carers.map(({ childId }) => childId),
  );
  const away = carers.find(({ childId, name }) => adults.get(childId)?.some((one) => mayBeSameAdult(one.name, name)));
  if (away !== undefined)
    refuseInput(
      "tellingIds",
      `${away.name} must not be brought near the child. Record that they were not told, and why.`,
    );
}

/** The act is asked for each child behind the list; one that this person may not tell refuses the whole. */
async function authoriseAll(records: Records, tellingIds: readonly string[]): Promise<void> {
  const children = await childrenOfTellings(records, tellingIds);
  records.saw(children.keys(), "telling");
  if (children.size === 0) throw new DomainError({ kind: "not-visible", what: "list of who has to be told" });
  for (const bases of children.values()) {
    const denial = deniedBecause("telling.record", records.who.role, bases);
    if (denial) throw new DomainError({ kind: "not-allowed", action: denial.act, why: denial.words });
  }
}

/** What they were told, as the chronology says it. */
const toldOf = { "named-person": "who the named person is", "lead-professional": "who leads" } as const;

/** One step of each child's chronology for each thing told, however many of the family heard it. */
function stepsOf(done: Awaited<ReturnType<typeof recordTellings>>, { toldOn, how, notToldBecause }: RecordTold) {
  return (["named-person", "lead-professional"] as const).flatMap((about) => {
    const byChild = new Map<string, string[]>();
    for (const one of done)
      if (one.about === about) byChild.set(one.childId, [...(byChild.get(one.childId) ?? []), one.recipient]);
    return [...byChild].map(([childId, recipients]) => {
      const carers = recipients.filter((one) => one !== "child").length;
      const whom = [
        ...(recipients.includes("child") ? ["the child"] : []),
        ...(carers === 0 ? [] : [carers === 1 ? "1 parent or carer" : `${carers} parents or carers`]),
      ].join(" and ");
      const title = `${notToldBecause === undefined ? "Told" : "Not told"} ${toldOf[about]}: ${whom}`;
      const detail =
        toldOn !== undefined && how !== undefined
          ? `${waysOfTelling[how].label}, ${inWords(toldOn)}.`
          : `Reason: ${notToldBecause ?? ""}`;
      return { childId, act: "telling.recorded", title, detail };
    });
  });
}
