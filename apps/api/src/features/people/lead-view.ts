import { inWords, momentAt } from "@linchpin/domain";
import type { z } from "zod";
import type { PlanRow } from "./child-store.ts";
import type { LeadView } from "./views.ts";

type Lead = z.infer<typeof LeadView>;

const since = <T extends { readonly since: string }>(row: T) => ({ ...row, since: momentAt(row.since).at });

/** Who leads a child's multi-agency plan, or why nobody does: the two roles are always shown apart (HIG-9). */
export function leadView(plans: readonly PlanRow[], now: string): Lead {
  const several = plans.filter(({ reach }) => reach === "multi-agency");
  const plan =
    several.find(({ lead }) => lead) ?? several.find(({ neededSince }) => neededSince !== null) ?? several[0];
  const nobody = { current: null, acting: null, neededSince: null, dueBy: null, isLate: false, proposalId: null };
  if (plan === undefined)
    return plans.length === 0
      ? {
          ...nobody,
          state: "no-plan",
          planId: null,
          words: "Not needed: there is no plan that several agencies work to.",
        }
      : {
          ...nobody,
          state: "not-needed",
          planId: plans[0]?.planId ?? null,
          words: "Not needed: one agency gives the help.",
        };
  const dueBy = plan.dueBy === null ? null : momentAt(plan.dueBy).at;
  const common = {
    planId: plan.planId,
    acting: plan.acting && since(plan.acting),
    neededSince: plan.neededSince,
    proposalId: plan.proposalId,
  };
  if (plan.lead)
    return { ...common, state: "held", words: plan.lead.name, current: since(plan.lead), dueBy: null, isLate: false };
  if (plan.neededSince === null)
    return {
      ...common,
      state: "undecided",
      words:
        plan.proposalId === null
          ? "Nobody has said yet whether this plan needs a lead professional."
          : "Somebody is proposed, and nobody leads yet.",
      current: null,
      dueBy: null,
      isLate: false,
    };
  return {
    ...common,
    state: "pending",
    words: `Needed since ${inWords(plan.neededSince)}, and nobody leads yet.`,
    current: null,
    dueBy,
    isLate: dueBy !== null && dueBy <= now,
  };
}
