import { sql } from "drizzle-orm";
import { plan } from "../../db/schema/plan.ts";

/** What people wrote of a plan: given by the database to those alone who may read of one of its children. */
const words = (of: "trigger" | "integrated") =>
  sql<string | null>`words_of_plan(${plan.planId}) ->> ${sql.raw(`'${of}'`)}`;

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
  triggerWords: words("trigger"),
  integratedResponse: plan.integratedResponse,
  integratedResponseReason: words("integrated"),
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
