import type { ConcernTouches, LocalDate } from "@linchpin/domain";
import { anotherAgency, notice, said } from "./concerns.ts";
import { agreeAction, answerPlan } from "./plans.ts";
import type { World } from "./world.ts";

export type Beginning = {
  readonly by: string;
  readonly manager: string;
  readonly noticedOn: LocalDate;
  readonly on: LocalDate;
  readonly noticed: string;
  readonly child: string;
  readonly family: string;
  readonly helpers: Parameters<typeof anotherAgency>[2]["helpers"];
  readonly route?: NonNullable<Parameters<typeof anotherAgency>[2]["route"]>;
  readonly leadDecision?: "become-lead" | "appoint-another";
  readonly safetyIsPrimary?: boolean;
  readonly touches?: readonly ConcernTouches[];
};

/** From a concern to a plan that needs a lead professional. Gives the plan's id. */
export async function planOf(world: World, childId: string, of: Beginning): Promise<string> {
  const { by, on } = of;
  const concern = await notice(world, {
    childId,
    by,
    on: of.noticedOn,
    noticed: of.noticed,
    touches: of.touches ?? ["safe", "nurtured"],
    child: said(of.child),
    family: said(of.family, "At home"),
  });
  const planId = await anotherAgency(world, concern, {
    by,
    on,
    reason: "More than one agency has to help, and as one.",
    manager: of.manager,
    leadDecision: of.leadDecision ?? "appoint-another",
    route: of.route ?? "evidence-from-universal-services",
    helpers: of.helpers,
  });
  await answerPlan(world, planId, {
    by,
    on,
    why: "Each of them asks the family the same things, and nobody sees the whole.",
    safetyIsPrimary: of.safetyIsPrimary ?? false,
  });
  for (const { who } of of.helpers.slice(0, 2))
    await agreeAction(world, planId, childId, {
      by,
      on,
      owner: who,
      what: "Keep up the visits that were agreed, and tell the others what changed.",
      outcome: "The family says it once.",
      inDays: 42,
    });
  return planId;
}
