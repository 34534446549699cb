import {
  DomainError,
  EndOutcome,
  overlapEndings,
  PostProgress,
  SetOutcome,
  SettleOverlap,
  sameOutcome,
} from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { answersForPlan } from "./own-action-store.ts";
import { changePlan } from "./plan-reader.ts";
import { planView } from "./plan-view.ts";
import { actionRow, moveAction } from "./store.ts";
import { PlanView } from "./views.ts";
import { addOutcome, addProgress, addSettled, endOutcomeRow, outcomeRow, workspaceOf } from "./workspace-store.ts";

/** Sets what is to be better, whether or not anybody has an action towards it yet (GIR-4). */
export const setOutcome = practitionerProcedure("plan.change")
  .input(SetOutcome)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, words } = input;
      const { members } = await changePlan(records, planId);
      refuseUnlessMember(members, childId);
      const { outcomes } = await workspaceOf(records, planId);
      if (outcomes.some((one) => one.childId === childId && sameOutcome(one.words) === sameOutcome(words)))
        refuseInput("words", "This outcome is on the plan already");
      await addOutcome(records, { planId, childId, words });
      await records.keep({ childId, planId, act: "plan.outcome-set", title: `An outcome was set: ${short(words)}` });
      return planView(records, planId);
    }),
  );

const short = (text: string): string => (text.length <= 120 ? text : `${text.slice(0, 117)}...`);

function refuseUnlessMember(members: readonly { readonly childId: string }[], childId: string): void {
  if (!members.some((member) => member.childId === childId))
    throw new DomainError({ kind: "not-visible", what: "child" });
}

/** Takes an outcome off the plan, with why. */
export const endOutcome = practitionerProcedure("plan.change")
  .input(EndOutcome)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await outcomeRow(records, input.outcomeId);
      if (row === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
      const { planId, childId, words } = row;
      await changePlan(records, planId);
      if (!(await endOutcomeRow(records, input.outcomeId, input.because)))
        throw new DomainError({ kind: "changed-since", what: "plan" });
      await records.keep({
        ...{ childId, planId, act: "plan.outcome-ended" },
        title: `An outcome was taken off the plan: ${short(words)}`,
        detail: input.because,
      });
      return planView(records, planId);
    }),
  );

/** Settles two actions that do the same: they are merged, one stops, or both go on for a reason (GIR-34). */
export const settleOverlap = practitionerProcedure("plan.change")
  .input(SettleOverlap)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, actionId, otherActionId, as, reason } = input;
      const { members } = await changePlan(records, planId);
      refuseUnlessMember(members, childId);
      const both = [await actionOf(records, input, actionId), await actionOf(records, input, otherActionId)];
      if (actionId === otherActionId) refuseInput("otherActionId", "Choose two actions");
      await addSettled(records, { planId, childId, actionId, otherActionId, as, reason: reason ?? null });
      await records.keep({
        ...{ childId, planId, act: "plan.overlap-settled" },
        title: `${both.map(({ what }) => short(what)).join(" and ")}: ${overlapEndings[as].label.toLowerCase()}`,
        ...(reason === undefined ? {} : { detail: reason }),
      });
      return planView(records, planId);
    }),
  );

async function actionOf(records: Records, of: { readonly planId: string; readonly childId: string }, actionId: string) {
  const found = await actionRow(records, actionId);
  if (found === undefined || found.planId !== of.planId || found.childId !== of.childId)
    throw new DomainError({ kind: "not-visible", what: "action" });
  return found;
}

/** The owner of an action posts how it goes: it stands beside the action, and whoever answers for the plan is told (GIR-31). */
export const postProgress = practitionerProcedure("plan.action.change")
  .input(PostProgress)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { actionId, words, on } = input;
      const action = await actionRow(records, actionId);
      if (action === undefined || action.ownerId !== records.who.practitionerId)
        throw new DomainError({ kind: "not-visible", what: "action" });
      const { planId, childId, state, what, version } = action;
      await changePlan(records, planId);
      if (state === "ended") throw new DomainError({ kind: "already", because: "This action was ended." });
      if (on > records.today) refuseInput("on", "Enter a day that is not in the future");
      await addProgress(records, { planId, childId, actionId, words, saidOn: on });
      // Work of which progress is posted has begun.
      if (state === "planned") await moveAction(records, actionId, version, { state: "running" });
      await records.keep({
        ...{ childId, planId, act: "plan.progress-posted", detail: words },
        title: `Progress on: ${short(what)}`,
      });
      const answering = await answersForPlan(records, planId);
      await tell(
        records,
        answering
          .filter(({ practitionerId }) => practitionerId !== records.who.practitionerId)
          .map(({ practitionerId }) => ({
            ...{ practitionerId, planId, act: "plan.progress-posted" },
            words: "Somebody posted progress on their action of a child's plan.",
            link: linkTo.plan(planId),
          })),
      );
      return planView(records, planId);
    }),
  );
