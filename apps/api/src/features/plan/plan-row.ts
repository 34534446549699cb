import { plan } from "../../db/schema/plan.ts";

/** The columns of a plan's own row. */
export const planColumns = {
  planId: plan.planId,
  version: plan.version,
  kind: plan.kind,
  reach: plan.reach,
  state: plan.state,
  levelOfNeed: plan.levelOfNeed,
  expectedMonths: plan.expectedMonths,
  route: plan.route,
  trigger: plan.trigger,
  triggerOn: plan.triggerOn,
  triggerWords: plan.triggerWords,
  integratedResponse: plan.integratedResponse,
  integratedResponseReason: plan.integratedResponseReason,
  safetyIsPrimary: plan.safetyIsPrimary,
  needsAreComplexHealth: plan.needsAreComplexHealth,
  members: plan.members,
  leadNeededSince: plan.leadNeededSince,
  neededDecisionId: plan.neededDecisionId,
  leadDueBy: plan.leadDueBy,
  adoptionId: plan.adoptionId,
  openedBy: plan.openedBy,
  openedAt: plan.openedAt,
  closedAt: plan.closedAt,
} as const;

export type PlanRow = { readonly [K in keyof typeof planColumns]: (typeof plan.$inferSelect)[K] };
