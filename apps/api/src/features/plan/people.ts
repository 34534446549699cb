import {
  AddPlanPractitioner,
  type AgencyKind,
  DomainError,
  EndPlanPractitioner,
  type GateDecision,
  type JoinsPlan,
  type SharedByJoining,
} from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { beginRelations } from "../../relations.ts";
import { practitionerProcedure } from "../../trpc.ts";
import {
  agenciesThatRead,
  agencyReadsUntil,
  answerOnJoining,
  endSharedByJoining,
  opensSomething,
  refuseUnlessAgreed,
  shareByJoining,
} from "../consent/follows.ts";
import { leadFollows } from "../lead-professional/follows.ts";
import { answersForPlan } from "./own-action-store.ts";
import { changePlan } from "./plan-reader.ts";
import { planAfter } from "./plan-view.ts";
import {
  addPractitioners,
  agenciesOf,
  endPractitioner as endRow,
  lockChildren,
  type Member,
  movePlan,
  type PlanRow,
  practitionerRow,
  type WholePlan,
  wholePlanOf,
} from "./store.ts";
import { PlanView } from "./views.ts";
import { followLists } from "./who-does-what-rules.ts";

/** Somebody who is to join a plan, with what it rests on that they may read it, child by child. */
export type Newcomer = {
  readonly joins: JoinsPlan;
  readonly sharing: ReadonlyMap<string, SharedByJoining>;
  /** Where the form has them. */
  readonly path: string;
};

type OfPlan = {
  readonly planId: string;
  readonly childIds: readonly string[];
  readonly isReferral: boolean;
};
type Joined = { readonly names: readonly string[]; readonly saidNo: readonly string[] };

/**
 * Puts people on a plan, one after the other: where nobody of their agency reads it yet, on what the sharing rests on
 * (HIG-20). Their access begins with it, and they are told. Whoever the child or the family has just said no to stays off.
 */
export async function join(records: Records, of: OfPlan, joining: readonly Newcomer[]): Promise<Joined> {
  if (joining.length === 0) return { names: [], saidNo: [] };
  await lockChildren(records, of.childIds); // an answer that is taken back at this moment is taken back before or after
  const agencies = await agenciesOf(
    records,
    joining.map(({ joins }) => joins.practitionerId),
  );
  const reading: Reading = new Map();
  for (const childId of of.childIds)
    reading.set(childId, new Set(await agenciesThatRead(records, of.planId, [childId])));
  const names: string[] = [];
  const saidNo: string[] = [];
  for (const one of joining) {
    const { practitionerId } = one.joins;
    const agency =
      agencies.get(practitionerId) ??
      refuseInput(`${one.path}practitionerId`, "Choose somebody who works in this area");
    if (await mayJoin(records, of, one, agency, reading)) {
      await putOn(records, of, one.joins, agency.agencyId);
      for (const readers of reading.values()) readers.add(agency.agencyId);
      names.push(agency.person);
    } else saidNo.push(agency.person);
  }
  return { names, saidNo };
}

type Agency = { readonly agencyId: string; readonly kind: AgencyKind; readonly name: string; readonly person: string };

/** Of each child of a plan, the agencies of which somebody reads it. */
type Reading = Map<string, Set<string>>;

/**
 * Of each child of the plan: people of an agency that reads it about this child already are asked nothing new. Every answer
 * is kept before anything goes to anybody: one no keeps a newcomer off the whole plan.
 */
async function mayJoin(
  records: Records,
  { planId, childIds, isReferral }: OfPlan,
  { joins, sharing, path }: Newcomer,
  agency: Agency,
  reading: Reading,
): Promise<boolean> {
  const { practitionerId } = joins;
  const newcomer = { practitionerId, name: agency.person, agency: agency.kind, agencyName: agency.name };
  const asked = [...childIds.entries()].flatMap(([at, childId]) => {
    const said = sharing.get(childId);
    if (said === undefined && reading.get(childId)?.has(agency.agencyId)) return [];
    const under = path === "" || path.startsWith("practitioner.") ? `sharing.${at}` : `${path}sharing`;
    return [{ childId, planId, newcomer, said, isReferral, path: under }];
  });
  const answers = [];
  for (const one of asked) answers.push(await answerOnJoining(records, one));
  if (answers.includes("said-no")) return false;
  for (const one of asked) await shareByJoining(records, one);
  return true;
}

async function putOn(records: Records, { planId, childIds }: OfPlan, joins: JoinsPlan, agencyId: string) {
  const { practitionerId } = joins;
  const [sourceId = planId] = await addPractitioners(records, planId, [{ ...joins, agencyId }]);
  const begun = [];
  for (const childId of childIds) {
    const until = await agencyReadsUntil(records, { childId, planId, agencyId });
    begun.push({ practitionerId, childId, basis: "plan-practitioner" as const, sourceId, until });
  }
  await beginRelations(records, begun);
  if (practitionerId === records.who.practitionerId) return;
  await tell(records, [
    {
      practitionerId,
      planId,
      act: "plan.practitioner-added",
      words: "You were put on a child's plan.",
      link: linkTo.plan(planId),
    },
  ]);
}

/** Puts somebody on the plan who works with the child, or is about to. */
export const addPractitioner = practitionerProcedure("plan.change")
  .input(AddPlanPractitioner)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, practitioner } = input;
      const { plan, members } = await changePlan(records, planId);
      const childIds = members.map(({ childId }) => childId);
      if (!input.sharing.every(({ childId }) => childIds.includes(childId)))
        throw new DomainError({ kind: "not-visible", what: "child" });
      const whole = await wholePlanOf(records, planId);
      await makeRoom(records, whole, practitioner.practitionerId);
      const isReferral = input.isReferral || input.sharing.some(({ basis }) => basis === "safeguarding");
      const { kind } =
        (await agenciesOf(records, [practitioner.practitionerId])).get(practitioner.practitionerId) ?? {};
      const isNew = kind !== undefined && !whole?.team.some(({ agency }) => agency.kind === kind);
      if (isNew) await refuseUnlessAgreed(records, { childIds, service: kind, isReferral });
      const sharing = new Map(input.sharing.map(({ childId, ...said }) => [childId, said]));
      const newcomer = { joins: practitioner, sharing, path: "practitioner." };
      const { names, saidNo } = await join(records, { planId, childIds, isReferral }, [newcomer]);
      await movePlan(records, planId, plan.version);
      await records.keepMany(
        childIds.flatMap((childId) => [
          ...names.map((name) => ({
            childId,
            planId,
            act: "plan.practitioner-added",
            title: `${name} works on the plan`,
          })),
          ...saidNo.map((name) => staysOff(childId, planId, name)),
        ]),
      );
      await followLists(records, planId);
      return planAfter(records, planId, await leadFollows(records, planId));
    }),
  );

/** That somebody was to join, and does not. */
export const staysOff = (childId: string, planId: string, name: string) => ({
  childId,
  planId,
  act: "plan.practitioner-stays-off",
  title: `${name} does not join the plan: the answer was no`,
});

/** Whoever is on the plan is not put on it twice; a row on it that opens nothing any more makes room for a new one. */
async function makeRoom(records: Records, whole: WholePlan | undefined, practitionerId: string): Promise<void> {
  const already = whole?.team.find(
    (one) => one.practitionerId === practitionerId && one.planPractitionerId !== undefined,
  );
  if (already?.planPractitionerId === undefined) return;
  if (await opensSomething(records, already.planPractitionerId))
    throw new DomainError({ kind: "already", because: `${already.name} is on this plan already.` });
  await endRow(records, already.planPractitionerId, "The answer that it rested on had ended");
}

/** Somebody no longer works with the child. Whoever leads, is proposed or is the contact goes on until that has passed on. */
export const endPractitioner = practitionerProcedure("plan.change")
  .input(EndPlanPractitioner)
  .output(PlanView)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await practitionerRow(records, input.planPractitionerId);
      if (!row) throw new DomainError({ kind: "not-visible", what: "plan" });
      const { plan, members } = await changePlan(records, row.planId);
      await refuseWhileNeeded(records, row.planId, row.practitionerId, row.name);
      const leaving = await askLeaving(records, plan, members, row.practitionerId);
      const ended = await endRow(records, input.planPractitionerId, input.reason);
      if (!ended) throw new DomainError({ kind: "changed-since", what: "plan" });
      await endSharedByJoining(records, { ...ended, planPractitionerId: input.planPractitionerId });
      await movePlan(records, row.planId, plan.version);
      await records.keepMany(
        members.map(({ childId }) => ({
          childId,
          planId: row.planId,
          act: "plan.practitioner-ended",
          title: `${row.name} no longer works on the plan`,
          detail: input.reason,
          ...(leaving.length === 0
            ? {}
            : { decisions: leaving.flatMap((one) => (one.childId === childId ? [one.decision] : [])) }),
        })),
      );
      if (leaving.length > 0) await tellOfLeaving(records, row);
      await tellOfActionsLeft(records, row);
      await followLists(records, row.planId);
      const { sourceIds } = await leadFollows(records, row.planId);
      return planAfter(records, row.planId, { sourceIds: [...sourceIds, input.planPractitionerId] });
    }),
  );

/**
 * The child's school and health visitor stay on the team so that access continues: taking one of them off an open case is asked
 * of the rulebook, for each child, and kept with the reason (CWDC-2.10e). Of anybody else, and in other books, nothing is asked.
 */
async function askLeaving(
  records: Records,
  plan: PlanRow,
  members: readonly Member[],
  practitionerId: string,
): Promise<readonly { readonly childId: string; readonly decision: GateDecision }[]> {
  const { book } = records.book(plan.adoptionId);
  if (book.silence("record.leaving-team") !== undefined) return [];
  const member = (await wholePlanOf(records, plan.planId))?.team.find((one) => one.practitionerId === practitionerId);
  const isUniversal = member !== undefined && (member.agency.kind === "education" || member.kind === "health-visitor");
  if (!isUniversal) return [];
  return members.map(({ childId }) => {
    const facts = { child: { id: childId }, practitioner: practitionerId, isUniversal, reasonGiven: true };
    const decision = book.gate("record.leaving-team", facts, records.asAt);
    if (decision.answer === "prevents" || decision.answer === "unknown")
      throw new DomainError({ kind: "rule-prevents", decision });
    return { childId, decision };
  });
}

/** Whoever leads or is turned to sees to it that access to the school or the health visitor goes on; who is taken off is told. */
async function tellOfLeaving(
  records: Records,
  { planId, practitionerId }: { readonly planId: string; readonly practitionerId: string },
): Promise<void> {
  const answering = (await answersForPlan(records, planId)).filter(
    (one) => one.practitionerId !== records.who.practitionerId && one.practitionerId !== practitionerId,
  );
  await tell(records, [
    ...answering.map((one) => ({
      practitionerId: one.practitionerId,
      ...{ planId, act: "plan.practitioner-ended" },
      words:
        "The school's or health visiting's practitioner was taken off a child's plan. See to it that access to them goes on.",
      link: linkTo.plan(planId),
    })),
    ...(practitionerId === records.who.practitionerId
      ? []
      : [{ practitionerId, act: "plan.practitioner-ended", words: "You were taken off a child's plan." }]),
  ]);
}

/** What somebody was to do who has left is owed by nobody present: whoever leads or is turned to decides what becomes of it. */
async function tellOfActionsLeft(
  records: Records,
  { planId, practitionerId }: { readonly planId: string; readonly practitionerId: string },
): Promise<void> {
  const isLeft = (await wholePlanOf(records, planId))?.actions.some(
    ({ ownerId, state }) => ownerId === practitionerId && (state === "planned" || state === "running"),
  );
  if (!isLeft) return;
  const answering = (await answersForPlan(records, planId)).filter(
    (one) => one.practitionerId !== records.who.practitionerId,
  );
  await tell(
    records,
    answering.map((one) => ({
      practitionerId: one.practitionerId,
      ...{ planId, act: "plan.practitioner-ended" },
      words: "Somebody who was taken off a child's plan had actions on it. Decide who does them, or end them.",
      link: linkTo.plan(planId),
    })),
  );
}

async function refuseWhileNeeded(
  records: Records,
  planId: string,
  practitionerId: string,
  name: string,
): Promise<void> {
  const whole = await wholePlanOf(records, planId);
  const lead = whole?.leads.find(({ isCurrent }) => isCurrent);
  const because =
    lead?.practitionerId === practitionerId
      ? `${name} leads this plan. Agree another lead professional first.`
      : whole?.proposal?.proposedId === practitionerId
        ? `${name} is proposed as lead professional. Withdraw the proposal first.`
        : whole?.contact?.practitionerId === practitionerId
          ? lead === undefined
            ? `${name} is the contact for this plan until somebody leads.`
            : `${name} stands in for the lead professional. Hand the role back first.`
          : undefined;
  if (because !== undefined) throw new DomainError({ kind: "already", because });
}
