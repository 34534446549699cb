import { AddPlanAction, actionStates, ChangePlanAction, DomainError, deniedBecause } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { leadFollows } from "../lead-professional/follows.ts";
import { actionInTitle } from "./action-words.ts";
import { changePlan } from "./plan-reader.ts";
import { planAfter } from "./plan-view.ts";
import { actionRow, addActionRow, moveAction, wholePlanOf } from "./store.ts";
import { PlanView } from "./views.ts";
import { followLists } from "./who-does-what-rules.ts";

/** The owner's agency, out of the people who work on the plan. An action has one owner, and belongs to the owner's agency. */
async function ownerOnPlan(records: Records, planId: string, ownerId: string) {
  const whole = await wholePlanOf(records, planId);
  return (
    whole?.team.find(({ practitionerId }) => practitionerId === ownerId) ??
    refuseInput("ownerId", "Choose somebody who works on the plan")
  );
}

const tellOwner = async (records: Records, planId: string, ownerId: string) => {
  if (ownerId === records.who.practitionerId) return;
  await tell(records, [
    {
      practitionerId: ownerId,
      planId,
      act: "plan.action-agreed",
      words: "An action of a child's plan is yours.",
      link: linkTo.plan(planId),
    },
  ]);
};

/** Agrees an action on a plan. Help may start at any time: it waits for no lead. */
export const addAction = practitionerProcedure("plan.change")
  .input(AddPlanAction)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, ownerId, what } = input;
      const { members } = await changePlan(records, planId);
      if (!members.some((member) => member.childId === childId))
        throw new DomainError({ kind: "not-visible", what: "child" });
      if (input.startsOn !== undefined && input.startsOn > input.dueOn)
        refuseInput("dueOn", "Enter a day that is not before it starts");
      const owner = await ownerOnPlan(records, planId, ownerId);
      await addActionRow(records, {
        planId,
        childId,
        what,
        outcome: input.outcome,
        ownerId,
        agencyId: owner.agency.agencyId,
        startsOn: input.startsOn,
        dueOn: input.dueOn,
      });
      await records.keep({
        childId,
        planId,
        act: "plan.action-agreed",
        title: `${owner.name} will do: ${actionInTitle(what)}`,
      });
      await tellOwner(records, planId, ownerId);
      await followLists(records, planId);
      return planAfter(records, planId, await leadFollows(records, planId));
    }),
  );

/** Somebody who does not answer for the plan says how their own action stands, and no more. */
function refuseBeyondOwn(
  records: Records,
  held: readonly string[],
  ownerId: string | null,
  input: ChangePlanAction,
): void {
  const denial = deniedBecause("plan.change", records.who.role, held);
  if (denial === undefined) return;
  const { idempotencyKey: _key, actionId: _id, version: _version, state: _state, ...rest } = input;
  const isMore = Object.values(rest).some((value) => value !== undefined);
  if (ownerId !== records.who.practitionerId || isMore)
    throw new DomainError({ kind: "not-allowed", action: "plan.change", why: denial.words });
}

/** Changes an action, or says how it stands. Its owner says how it stands; whoever answers for the plan changes it. */
export const changeAction = practitionerProcedure("plan.action.change")
  .input(ChangePlanAction)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const action = await actionRow(records, input.actionId);
      if (!action) throw new DomainError({ kind: "not-visible", what: "action" });
      const { planId, childId } = action;
      const { held } = await changePlan(records, planId);
      refuseBeyondOwn(records, held, action.ownerId, input);
      const [startsOn, dueOn] = [input.startsOn ?? action.startsOn, input.dueOn ?? action.dueOn];
      if (startsOn !== null && dueOn !== null && startsOn > dueOn)
        refuseInput("dueOn", "Enter a day that is not before it starts");
      const owner = input.ownerId === undefined ? undefined : await ownerOnPlan(records, planId, input.ownerId);
      await moveAction(records, input.actionId, input.version, {
        ...(input.what === undefined ? {} : { what: input.what }),
        ...(input.outcome === undefined ? {} : { outcome: input.outcome }),
        ...(owner === undefined ? {} : { ownerId: owner.practitionerId, agencyId: owner.agency.agencyId }),
        ...(input.startsOn === undefined ? {} : { startsOn: input.startsOn }),
        ...(input.dueOn === undefined ? {} : { dueOn: input.dueOn }),
        ...(input.state === undefined ? {} : { state: input.state }),
      });
      await records.keep({
        childId,
        planId,
        act: "plan.action-changed",
        title: `${actionInTitle(input.what ?? action.what)}: ${input.state === undefined ? "changed" : actionStates[input.state].label.toLowerCase()}`,
      });
      if (owner !== undefined && owner.practitionerId !== action.ownerId)
        await tellOwner(records, planId, owner.practitionerId);
      await followLists(records, planId);
      return planAfter(records, planId, await leadFollows(records, planId));
    }),
  );
