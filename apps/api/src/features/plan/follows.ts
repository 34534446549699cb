import { type BroughtToLight, DomainError, type JoinsAndReads, type JoinsPlan } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { beginRelations } from "../../relations.ts";
import { refuseUnlessAgreed } from "../consent/follows.ts";
import { end, leadFollows } from "../lead-professional/follows.ts";
import { siblingsHear } from "../people/follows.ts";
import { refuseTriggerToCome, triggerColumns, triggerInWords } from "./brought-to-light.ts";
import { evidenceBecomesPlans } from "./evidence-store.ts";
import { join, staysOff } from "./people.ts";
import type { PlanRow } from "./plan-row.ts";
import {
  addPlan,
  agenciesOf,
  lockChildren,
  lockPlan,
  movePlan,
  openPlanOf,
  type TeamMember,
  wholePlanOf,
} from "./store.ts";
import { followLists } from "./who-does-what-rules.ts";

export { plansReached } from "./plan-reader.ts";
export { followLists, staysOff };

export type NeedsAnotherAgency = {
  readonly childId: string;
  readonly route: string | undefined;
  readonly trigger: BroughtToLight | undefined;
  /** Whoever brings the other agency in works with the child, and is the contact until somebody leads. */
  readonly opener: JoinsPlan;
  readonly practitioners: readonly JoinsAndReads[];
  /** A safeguarding referral: it waits for nobody's agreement. */
  readonly isReferral: boolean;
};

type Opened = {
  readonly planId: string;
  readonly isNew: boolean;
  readonly broughtToLight: readonly string[];
  /** People who were to join, and to whom child or family said no. */
  readonly saidNo: readonly string[];
};

/**
 * Another agency is needed: opens the child's multi-agency plan, or adds to the one that is open (HIG-2). Whether a lead
 * is needed is asked at once. Gives the plan, whether it was opened now, and what the chronology says of what brought
 * the need to light. Refuses a trigger that is still to come.
 */
export async function joinOrOpenPlan(records: Records, given: NeedsAnotherAgency): Promise<Opened> {
  refuseTriggerToCome(records, given.trigger);
  const broughtToLight = given.trigger === undefined ? [] : [triggerInWords(given.trigger)];
  await lockChildren(records, [given.childId]); // two who open a plan for one child at once open one
  const open = await openPlanOf(records, given.childId);
  const team = open === undefined ? [] : ((await wholePlanOf(records, open.planId))?.team ?? []);
  await refuseNewServices(records, given, team);
  if (open !== undefined) {
    const plan = await lockPlan(records, open.planId);
    const there = new Set(team.flatMap(onPlan));
    const saidNo = await addTo(
      records,
      plan.planId,
      given,
      given.practitioners.filter(({ practitionerId }) => !there.has(practitionerId)),
    );
    await movePlan(records, plan.planId, plan.version, notSaidYet(plan, given));
    return { planId: plan.planId, isNew: false, broughtToLight, saidNo };
  }
  const { adoptionId, book } = records.book();
  const mayOpen = book.gate("plan.open", { child: { id: given.childId }, plan: "none", purpose: "help" }, records.asAt);
  if (mayOpen.answer === "prevents" || mayOpen.answer === "unknown")
    throw new DomainError({ kind: "rule-prevents", decision: mayOpen });
  const kind = records.area.nation === "scotland" ? "childs-plan" : "action-plan";
  const { planId, contactId } = await addPlan(records, {
    kind,
    childId: given.childId,
    adoptionId,
    route: given.route,
    trigger: given.trigger,
  });
  await beginRelations(records, [
    {
      practitionerId: records.who.practitionerId,
      childId: given.childId,
      basis: "contact-of-record",
      sourceId: contactId,
    },
  ]);
  await evidenceBecomesPlans(records, given.childId, planId);
  const saidNo = await addTo(records, planId, given, [given.opener, ...given.practitioners]);
  await siblingsHear(records, given.childId, { of: "plan", is: "opened", on: records.today });
  return { planId, isNew: true, broughtToLight, saidNo };
}

/** Of those who are about to start, a service that nobody belongs to yet comes in once it was agreed (BOL-4.14). Whoever works with the child already is no newcomer. */
async function refuseNewServices(
  records: Records,
  { childId, opener, practitioners, isReferral }: NeedsAnotherAgency,
  team: readonly TeamMember[],
): Promise<void> {
  const agencies = await agenciesOf(
    records,
    [opener, ...practitioners].map(({ practitionerId }) => practitionerId),
  );
  const kindOf = ({ practitionerId }: JoinsPlan) => agencies.get(practitionerId)?.kind;
  const known = new Set([
    ...team.map(({ agency }) => agency.kind),
    ...[opener, ...practitioners.filter(({ involvement }) => involvement === "involved")].map(kindOf),
  ]);
  for (const service of new Set(practitioners.map(kindOf)))
    if (service !== undefined && !known.has(service))
      await refuseUnlessAgreed(records, { childIds: [childId], service, isReferral });
}

/** How the need arose, where the open plan does not say so yet. What is there stays. */
const notSaidYet = (plan: PlanRow, { route, trigger }: NeedsAnotherAgency) => ({
  ...(plan.route === null && route !== undefined ? { route } : {}),
  ...(plan.trigger === null && trigger !== undefined ? triggerColumns(trigger) : {}),
});

/** Whoever is put on a plan; the named person keeps links with it without that. */
const onPlan = ({ planPractitionerId, practitionerId }: TeamMember): readonly string[] =>
  planPractitionerId === undefined ? [] : [practitionerId];

async function addTo(
  records: Records,
  planId: string,
  { childId, isReferral, practitioners }: NeedsAnotherAgency,
  people: readonly (JoinsPlan | JoinsAndReads)[],
): Promise<readonly string[]> {
  const distinct = [...new Map(people.map((one) => [one.practitionerId, one])).values()];
  const { saidNo } = await join(
    records,
    { planId, childIds: [childId], isReferral },
    distinct.map((one) => ({
      joins: one,
      sharing: new Map("sharing" in one && one.sharing !== undefined ? [[childId, one.sharing]] : []),
      path: `practitioners.${practitioners.findIndex(({ practitionerId }) => practitionerId === one.practitionerId)}.`,
    })),
  );
  await followLists(records, planId);
  await end(records, await leadFollows(records, planId));
  return saidNo;
}
