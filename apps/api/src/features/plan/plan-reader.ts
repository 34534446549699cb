import { type Act, DomainError, partsForATime } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { hasPartInPlan } from "./part-in-plan-store.ts";
import { lockPlan, type Member, membersOf, type PlanRow } from "./store.ts";

/** Refuses unless the caller may do this to the children of a plan. A plan none of whose children they see reads as none. */
export async function authorisePlan(
  records: Records,
  planId: string,
  act?: Act,
): Promise<{ readonly members: readonly Member[]; readonly held: readonly string[] }> {
  const members = await membersOf(records, planId);
  const [first, ...others] = members;
  if (!first) throw new DomainError({ kind: "not-visible", what: "plan" });
  const held = await records.authorise(first.childId, act);
  if ((await plansReached(records, held, [{ planId }])).length === 0)
    throw new DomainError({ kind: "not-visible", what: "plan" });
  records.saw(
    others.map(({ childId }) => childId),
    held.join(" "),
  );
  return { members, held };
}

/** Of plans those that the caller's relations reach: a part given for one plan opens no other. */
export async function plansReached<Plan extends { readonly planId: string }>(
  records: Records,
  held: readonly string[],
  plans: readonly Plan[],
): Promise<readonly Plan[]> {
  if (!held.every((basis) => basis in partsForATime)) return plans;
  const reached: Plan[] = [];
  for (const plan of plans) if (await hasPartInPlan(records, plan.planId)) reached.push(plan);
  return reached;
}

/** The same for a change: the plan's row is held, and a closed plan takes no more. */
export async function changePlan(records: Records, planId: string) {
  const { members, held } = await authorisePlan(records, planId);
  const plan: PlanRow = await lockPlan(records, planId);
  if (plan.state === "closed") throw new DomainError({ kind: "already", because: "This plan is closed." });
  return { plan, members, held };
}
