import { DomainError, RecordStanding, standingKinds, standingProblems } from "@linchpin/domain";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { askSuitability, factsOf } from "./gates.ts";
import { lineOrNothing, mayRecord, standingOf } from "./standing.ts";
import { appendStanding, namesOf } from "./standing-store.ts";
import { StandingView } from "./views.ts";

/**
 * Records one fact of a practitioner's standing. The fact before it stays in the history, and what a certificate says
 * is never kept: nothing but the shape of the fact is read.
 */
export const recordStanding = practitionerProcedure("workforce.standing.record")
  .input(RecordStanding)
  .output(StandingView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { practitionerId, standing } = input;
      const line = await lineOrNothing(records, practitionerId);
      const { may, why } = mayRecord(records, line);
      if (!may)
        throw new DomainError({ kind: "not-allowed", action: "workforce.standing.record", ...(why ? { why } : {}) });
      const problems = standingProblems(standing, records.today);
      if (problems.length > 0) throw new DomainError({ kind: "input", problems });
      await checkMentors(records, input);
      const standingId = await appendStanding(records, { practitionerId, ...standing, supersedes: input.supersedes });
      await checkMentorIsExperienced(records, input);
      await records.audit("changed", "workforce.standing.record", {
        detail: { practitionerId, kind: standing.kind, standingId },
      });
      const what = standingKinds[standing.kind].label.toLowerCase();
      const words = `${records.who.practitionerName} recorded something new of your standing for the role: ${what}.`;
      await tell(records, [{ practitionerId, act: "workforce.standing.record", words }]);
      return standingOf(records, practitionerId, line);
    }),
  );

const periodsIn = ({ standing }: RecordStanding) =>
  standing.kind === "mentor" && standing.fact.state === "named" ? standing.fact.periods : [];

/** A mentor is somebody else, and works in the area. */
async function checkMentors(records: Records, input: RecordStanding): Promise<void> {
  const periods = periodsIn(input);
  const known = await namesOf(records, [...new Set(periods.map(({ mentorId }) => mentorId))]);
  for (const [i, { mentorId }] of periods.entries()) {
    const path = `standing.fact.periods.${i}.mentorId`;
    if (mentorId === input.practitionerId) refuseInput(path, "Choose somebody else as mentor");
    if (!known.has(mentorId)) refuseInput(path, "Choose a mentor who works in this area");
  }
}

/**
 * Where a clause asks something of a mentor, naming one who lacks it is refused with what is lacking (WIG-8.4.2c). Such
 * a clause is one that prevents with this mentor and says nothing against having none.
 */
async function checkMentorIsExperienced(records: Records, input: RecordStanding): Promise<void> {
  const last = periodsIn(input).at(-1);
  if (last === undefined) return;
  const facts = await factsOf(records, input.practitionerId);
  const without = askSuitability(records, { ...facts, mentor: "none" }, last.from);
  const stopsAnyway = new Set(without.findings.flatMap(({ effect, rule }) => (effect === "prevents" ? [rule] : [])));
  const against = askSuitability(records, facts, last.from).findings.find(
    ({ effect, rule, liftedBy }) => effect === "prevents" && liftedBy === undefined && !stopsAnyway.has(rule),
  );
  if (against) refuseInput(`standing.fact.periods.${periodsIn(input).length - 1}.mentorId`, against.because);
}
