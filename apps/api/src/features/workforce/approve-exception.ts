import {
  ApproveException,
  addDays,
  DomainError,
  type GateDecision,
  inWords,
  lastDayOf,
  untilAfter,
} from "@linchpin/domain";
import { lineTo } from "../../line-managers.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { watch } from "./exception-clocks.ts";
import { exceptionOf, keepException, overlapping, partOf, planToExcept, toldOf } from "./exception-store.ts";
import { exceptionView } from "./exceptions.ts";
import { askSuitability, factsOf } from "./gates.ts";
import { namesOf } from "./standing-store.ts";
import { ExceptionView } from "./views.ts";

/** The field in which what a rule still needs of an exception is written. */
const fieldOf: Readonly<Record<string, keyof ApproveException>> = {
  "exception-circumstances": "reason",
  "exception-plan-to-replace": "planToReplace",
};

/** How far ahead an exception may begin. */
const daysAhead = 365;

/**
 * A senior manager lets one person lead on one plan for a time, in exceptional circumstances (WIG-8.4.3b). It lifts what
 * the rulebook says it lifts; every other gate still applies.
 */
export const approveException = practitionerProcedure("workforce.exception.approve")
  .input(ApproveException)
  .output(ExceptionView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { practitionerId, planId, from, lastDay, reason, planToReplace } = input;
      await checkWhom(records, input);
      const plan = await planToExcept(records, planId);
      if (plan.state !== "open") throw new DomainError({ kind: "already", because: "This plan is closed." });
      checkDays(records, input);
      const during = { from, until: untilAfter(lastDay) };
      const other = await overlapping(records, input, during);
      if (other?.until !== undefined)
        throw new DomainError({
          kind: "already",
          because: `An exception for this person and plan holds from ${inWords(other.from)} to ${inWords(lastDayOf(other.until))} already. End it, or begin after it.`,
        });
      const decision = await askOfException(records, input, plan.adoptionId);
      const exceptionId = await keepException(records, {
        practitionerId,
        planId,
        reason,
        planToReplace,
        approvedBy: records.who.practitionerId,
        during,
      });
      const decisionId = await records.keepDecision(decision, { planId });
      await records.audit("changed", "workforce.exception.approve", {
        planId,
        detail: { practitionerId, exceptionId, decisionId, from, lastDay },
      });
      await tellOf(records, input);
      await watch(records, { exceptionId, planId, practitionerId, adoptionId: plan.adoptionId, exception: during });
      const kept = await exceptionOf(records, exceptionId);
      if (kept === undefined) throw new Error("an exception that was just kept is not there");
      return exceptionView(kept, records.today);
    }),
  );

/** The person works on the plan, and under the caller: in their line, or in their organisation, which hosts them. */
async function checkWhom(records: Records, input: ApproveException): Promise<void> {
  const line = await lineTo(records, input.practitionerId);
  const { isOnPlan, isHosted } = await partOf(records, input);
  if (line === "none" && !isHosted) throw new DomainError({ kind: "not-visible", what: "practitioner" });
  if (!isOnPlan) throw new DomainError({ kind: "not-visible", what: "plan" });
  if (line === "self")
    throw new DomainError({
      kind: "not-allowed",
      action: "workforce.exception.approve",
      why: "Somebody else decides about an exception for you.",
    });
}

/** An approval is for days to come: nobody approves what has happened already. */
function checkDays({ today }: Records, { from }: ApproveException): void {
  if (from < today) refuseInput("from", "Enter today or a later day");
  if (from > addDays(today, daysAhead)) refuseInput("from", "Enter a day within the next year");
}

/**
 * Asks the book the plan opened under what the exception would do: where no clause speaks of it there is nothing to
 * except, where a clause speaks against it, it is refused in that clause's words, and what a clause needs with it is asked for.
 */
async function askOfException(records: Records, input: ApproveException, adoptionId: string): Promise<GateDecision> {
  const { practitionerId, planId, from, lastDay, reason, planToReplace } = input;
  const facts = await factsOf(records, practitionerId, planId, from);
  const inForce = records.book(adoptionId);
  const without = askSuitability(records, { ...facts, exception: "none" }, from, inForce);
  const exception = {
    from,
    until: untilAfter(lastDay),
    approvedBy: "senior-manager",
    reasonGiven: reason !== "",
    planToReplaceGiven: planToReplace !== "",
  } as const;
  const asked = askSuitability(records, { ...facts, exception }, from, inForce);
  const spoke = new Set(without.findings.map(({ rule }) => rule));
  const ofException = asked.findings.filter(({ rule }) => !spoke.has(rule));
  if (ofException.length === 0)
    throw new DomainError({
      kind: "already",
      because:
        facts.engagement === "not-recorded"
          ? "It is not recorded how this person is engaged. Record that first."
          : "Nothing here bars this person for how they are engaged, so no exception is needed.",
    });
  const against = ofException.find(({ effect }) => effect === "prevents");
  if (against) refuseInput("lastDay", against.because);
  const problems = ofException.flatMap(({ needs = [] }) =>
    needs.map(({ code, for: what }) => ({ path: fieldOf[code ?? ""] ?? "reason", message: `Enter ${what}` })),
  );
  if (problems.length > 0) throw new DomainError({ kind: "input", problems });
  return asked;
}

async function tellOf(records: Records, { practitionerId, from, lastDay }: ApproveException): Promise<void> {
  const name = (await namesOf(records, [practitionerId])).get(practitionerId) ?? "a practitioner";
  const words = `${records.who.practitionerName} approved an exception: ${name} may lead on one plan from ${inWords(from)} to ${inWords(lastDay)}. Every other condition still holds.`;
  const told = await toldOf(records, practitionerId);
  await tell(
    records,
    told.map((id) => ({ practitionerId: id, act: "workforce.exception.approve", words })),
  );
}
