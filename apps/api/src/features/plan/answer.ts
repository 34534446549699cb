import { AnswerPlan, agencyKinds, DomainError, levelsOfNeed, needRoutes, RecordAgencySupport } from "@linchpin/domain";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { leadFollows } from "../lead-professional/follows.ts";
import { refuseTriggerToCome, triggerColumns, triggerInWords } from "./brought-to-light.ts";
import { keepLevelChange } from "./level-change.ts";
import { changePlan } from "./plan-reader.ts";
import { planAfter } from "./plan-view.ts";
import { keepSupport, movePlan } from "./store.ts";
import { PlanView } from "./views.ts";

/**
 * Answers what only people can say of a plan. Whether a lead is needed is asked again with it. A level that is changed here
 * says nothing of what goes with it: a book that asks for that refuses (CWDC-1.8).
 */
export const answer = practitionerProcedure("plan.change")
  .input(AnswerPlan)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { idempotencyKey: _key, planId, version, ...answers } = input;
      const { trigger, ...plain } = answers;
      refuseTriggerToCome(records, trigger);
      const { plan, members } = await changePlan(records, planId);
      if (plan.version !== version) throw new DomainError({ kind: "changed-since", what: "plan" });
      if (answers.levelOfNeed !== undefined) await keepLevelChange(records, { plan, members }, answers.levelOfNeed);
      await movePlan(records, planId, version, {
        ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
        ...(trigger === undefined ? {} : triggerColumns(trigger)),
      });
      await records.keepMany(
        members.map(({ childId }) => ({
          childId,
          planId,
          act: "plan.answered",
          title: "The plan's questions were answered",
          detail: inWords(answers),
        })),
      );
      return planAfter(records, planId, await leadFollows(records, planId));
    }),
  );

const yesOrNo = (value: boolean) => (value ? "yes" : "no");

/** What was answered, as the chronology keeps it. */
function inWords(answers: Omit<AnswerPlan, "idempotencyKey" | "planId" | "version">): string {
  const {
    integratedResponse,
    integratedResponseReason,
    safetyIsPrimary,
    needsAreComplexHealth,
    route,
    trigger,
    levelOfNeed,
    expectedMonths,
  } = answers;
  return [
    integratedResponse === undefined
      ? ""
      : `One integrated response: ${yesOrNo(integratedResponse)}. ${integratedResponseReason ?? ""}`,
    safetyIsPrimary === undefined ? "" : `Safety is the primary issue: ${yesOrNo(safetyIsPrimary)}.`,
    needsAreComplexHealth === undefined ? "" : `Complex health needs: ${yesOrNo(needsAreComplexHealth)}.`,
    route === undefined ? "" : `How the need arose: ${needRoutes[route].label}.`,
    trigger === undefined ? "" : triggerInWords(trigger),
    levelOfNeed === undefined ? "" : `Level of need: ${levelsOfNeed[levelOfNeed].label}.`,
    expectedMonths === undefined ? "" : `Expected to last ${expectedMonths} month${expectedMonths === 1 ? "" : "s"}.`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Keeps what an agency says of the youth offending team's officer leading. Silence is not support. */
export const recordSupport = practitionerProcedure("plan.change")
  .input(RecordAgencySupport)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { idempotencyKey: _key, ...given } = input;
      const { members } = await changePlan(records, given.planId);
      if (given.saidOn > records.today) refuseInput("saidOn", "Enter a day that is not in the future");
      await keepSupport(records, given);
      await records.keepMany(
        members.map(({ childId }) => ({
          childId,
          planId: given.planId,
          act: "plan.support-recorded",
          title: `${agencyKinds[given.agency].label} ${given.supports ? "supports" : "does not support"} the supervising officer leading`,
          detail: `Said by ${given.saidBy}.`,
        })),
      );
      return planAfter(records, given.planId, await leadFollows(records, given.planId));
    }),
  );
