import {
  type Act,
  AgreeDeputy,
  BeginStandIn,
  DomainError,
  deniedBecause,
  EndDeputy,
  EndStandIn,
  type GateDecision,
  IdSchema,
  inWords,
  planKinds,
  type StandInKind,
  standInKinds,
  standInReasons,
} from "@linchpin/domain";
import { z } from "zod";
import { managersOf } from "../../line-managers.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { beginRelations, endRelations } from "../../relations.ts";
import { practitionerProcedure, router } from "../../trpc.ts";
import { followLists, plansReached } from "../plan/follows.ts";
import { type Case, caseOf, lockPlan } from "./case-store.ts";
import { moveContact, oweTellings } from "./lead-store.ts";
import { type Cast, castOf, lineManagersOf } from "./people.ts";
import { namesOf } from "./people-store.ts";
import {
  beginStandIn,
  type DeputyHeld,
  deputyOf,
  deputyRow,
  endDeputyOf,
  endStandInOf,
  putDeputy,
  type StandInHeld,
  standInRow,
  standInsOf,
} from "./stand-in-store.ts";
import { StandInDone, StandInView } from "./stand-in-views.ts";
import { askSuitsOf } from "./suits.ts";

const get = practitionerProcedure("plan.read")
  .input(z.object({ planId: IdSchema }))
  .output(StandInView)
  .query(({ ctx, input: { planId } }) =>
    ctx.read(async (records) => {
      const of = await caseOf(records, planId);
      const held = await records.authorise(of.child.childId);
      if ((await plansReached(records, held, [of.plan])).length === 0)
        throw new DomainError({ kind: "not-visible", what: "plan" });
      const cast = await castOf(records, of);
      const deputy = await deputyOf(records, planId);
      const standIns = await standInsOf(records, planId);
      const viewOf = await viewFor(records, standIns);
      const now = standIns.find(({ until }) => until === null);
      const may = (act: Act, because: string | undefined) => {
        const why = because ?? deniedBecause(act, records.who.role, held)?.words;
        return why === undefined ? { may: true } : { may: false, why };
      };
      const noLead = of.lead === undefined ? "Nobody leads this plan. Agree a lead professional first." : undefined;
      return {
        planId,
        childId: of.child.childId,
        childName: of.child.name,
        planTitle: planKinds[of.plan.kind].label,
        ...(of.lead === undefined ? {} : { lead: personOf(of.lead) }),
        ...(deputy === undefined
          ? {}
          : { deputy: { ...personOf(deputy), deputyId: deputy.deputyId, agreedOn: deputy.agreedOn } }),
        ...(now === undefined ? {} : { now: viewOf(now) }),
        before: standIns.filter(({ until }) => until !== null).map(viewOf),
        people: await candidatesOf(records, of, cast),
        agree: may("lead-professional.deputy.agree", noLead),
        begin: may("lead-professional.stand-in.begin", now === undefined ? noLead : `${now.name} stands in already.`),
        end: may("lead-professional.stand-in.end", now === undefined ? "Nobody stands in." : undefined),
      };
    }),
  );

const personOf = ({ practitionerId, name }: { readonly practitionerId: string; readonly name: string }) => ({
  practitionerId,
  name,
});

/**
 * Who stood in, as the caller may read it. Why the lead was away is for whoever led then, and for whoever manages them or
 * the one who stood in: everybody else on the plan reads who it is and until when.
 */
async function viewFor(records: Records, standIns: readonly StandInHeld[]) {
  const me = records.who.practitionerId;
  const managers = await managersOf(
    records,
    standIns.flatMap(({ leadId, practitionerId }) => [practitionerId, ...(leadId === null ? [] : [leadId])]),
  );
  const manages = (id: string | null) => id !== null && (managers.get(id)?.includes(me) ?? false);
  return (one: StandInHeld) => ({
    ...personOf(one),
    actingLeadId: one.actingLeadId,
    as: { code: one.as, label: standInKinds[one.as].label },
    ...(one.leadId === me || manages(one.leadId) || manages(one.practitionerId)
      ? { reason: { code: one.reason, label: standInReasons[one.reason].label } }
      : {}),
    since: one.since,
    ...(one.until === null ? {} : { until: one.until }),
    ...(one.expectedBackOn === null ? {} : { expectedBackOn: one.expectedBackOn }),
  });
}

/** Those who work with the child now and do not lead; then whoever manages the lead. */
async function candidatesOf(records: Records, of: Case, cast: Cast) {
  const managers = new Set(lineManagersOf(cast, of.lead?.practitionerId));
  const team = of.team.filter(
    (one) => one.involvement === "involved" && one.practitionerId !== of.lead?.practitionerId,
  );
  const known = new Set(team.map(({ practitionerId }) => practitionerId));
  const beside = await namesOf(
    records,
    [...managers].filter((id) => !known.has(id)),
  );
  return [
    ...team.map((one) => ({
      ...personOf(one),
      ...(one.postTitle === null ? {} : { title: one.postTitle }),
      agency: one.agency.name,
      openActions: openActionsOf(of, one.practitionerId),
      managesLead: managers.has(one.practitionerId),
    })),
    ...[...beside].map(([practitionerId, name]) => ({
      practitionerId,
      name,
      openActions: openActionsOf(of, practitionerId),
      managesLead: true,
    })),
  ];
}

const openActionsOf = (of: Case, practitionerId: string): number =>
  of.actions.filter(({ ownerId, state }) => ownerId === practitionerId && (state === "planned" || state === "running"))
    .length;

type Candidate = { readonly practitionerId: string; readonly as: StandInKind; readonly managersReasonGiven: boolean };

/** "May this person stand in for the lead?", by the plan's own book. */
async function askStandIn(records: Records, of: Case, cast: Cast, candidate: Candidate): Promise<GateDecision> {
  const { practitionerId, as, managersReasonGiven } = candidate;
  const { book } = records.book(of.plan.adoptionId);
  const isOnTeam = of.team.some((one) => one.practitionerId === practitionerId && one.involvement === "involved");
  const suits = await askSuitsOf(records, of, practitionerId);
  return book.gate(
    "lead-professional.stand-in",
    {
      child: { id: of.child.childId },
      plan: { id: of.plan.planId },
      as,
      candidate: {
        id: practitionerId,
        isOnTeam,
        openActions: openActionsOf(of, practitionerId),
        mayLead: suits.answer === "unknown" ? "not-recorded" : suits.answer !== "prevents",
        isLineManagerOfLead: lineManagersOf(cast, of.lead?.practitionerId).includes(practitionerId),
      },
      somebodyQualifies: of.team.some(
        (one) =>
          one.practitionerId !== of.lead?.practitionerId &&
          one.involvement === "involved" &&
          openActionsOf(of, one.practitionerId) > 0,
      ),
      managersReasonGiven,
    },
    records.asAt,
  );
}

/**
 * A deputy stands in as such while they are one by the book; one who owns no work on the plan any more stands in like
 * anybody else, so that the family is not without a contact (BOL-D12).
 */
async function askEither(
  records: Records,
  of: Case,
  cast: Cast,
  { practitionerId, deputy }: { readonly practitionerId: string; readonly deputy: DeputyHeld | undefined },
): Promise<{ readonly as: StandInKind; readonly decision: GateDecision }> {
  if (deputy !== undefined) {
    const managersReasonGiven = deputy.byManagersReason;
    const decision = await askStandIn(records, of, cast, { practitionerId, as: "deputy", managersReasonGiven });
    if (isFree(decision)) return { as: "deputy", decision };
  }
  const asked = { practitionerId, as: "interim", managersReasonGiven: false } as const;
  return { as: "interim", decision: await askStandIn(records, of, cast, asked) };
}

const isFree = ({ answer }: GateDecision): boolean => answer === "permits" || answer === "silent";

/** Refuses where a clause stands in the way, where what it rests on is not recorded, or where it asks for more. */
function refuseUnlessFree(decision: GateDecision): void {
  if (!isFree(decision)) throw new DomainError({ kind: "rule-prevents", decision });
}

/** Holds the plan of a change about who stands in, with whoever leads it. */
async function ready(records: Records, planId: string) {
  const seen = await caseOf(records, planId);
  const held = await records.authorise(seen.child.childId);
  await lockPlan(records, planId);
  const of = await caseOf(records, planId);
  if (of.lead === undefined)
    throw new DomainError({ kind: "already", because: "Nobody leads this plan. Agree a lead professional first." });
  return { of, held, lead: of.lead, cast: await castOf(records, of) };
}

/** One of those who could. */
const nameOf = async (records: Records, of: Case, cast: Cast, practitionerId: string): Promise<string> =>
  (await candidatesOf(records, of, cast)).find((one) => one.practitionerId === practitionerId)?.name ??
  refuseInput("practitionerId", "Choose somebody who works with the child now, and does not lead");

const agreeDeputy = practitionerProcedure("lead-professional.deputy.agree")
  .input(AgreeDeputy)
  .output(StandInDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, practitionerId, agreedOn, reason } = input;
      const { of, held, cast } = await ready(records, planId);
      if (agreedOn > records.today) refuseInput("agreedOn", "Enter a day that is not in the future");
      const name = await nameOf(records, of, cast, practitionerId);
      const before = await deputyOf(records, planId);
      if (before?.practitionerId === practitionerId)
        throw new DomainError({ kind: "already", because: `${name} is the deputy already.` });
      const managersReasonGiven = reason !== undefined && held.includes("line-manager");
      const decision = await askStandIn(records, of, cast, { practitionerId, as: "deputy", managersReasonGiven });
      refuseUnlessFree(decision);
      await putDeputy(records, { planId, practitionerId, agreedOn, byManagersReason: managersReasonGiven });
      await records.keepMany(
        of.members.map(({ childId }) => ({
          childId,
          planId,
          act: "lead-professional.deputy-agreed",
          title: `${name} is the deputy of ${of.lead?.name}`,
          detail: [
            `Agreed on ${inWords(agreedOn)}. A deputy leads only while put in.`,
            ...(reason === undefined ? [] : [reason]),
          ].join(" "),
          decisions: [decision],
        })),
      );
      await tellOnPlan(records, of, [practitionerId], {
        act: "lead-professional.deputy-agreed",
        words: "You are the deputy on a child's plan. You lead only while you are put in for the lead professional.",
      });
      return { planId };
    }),
  );

const endDeputy = practitionerProcedure("lead-professional.deputy.agree")
  .input(EndDeputy)
  .output(StandInDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const seen = await deputyRow(records, input.deputyId);
      if (seen === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
      const { planId } = seen;
      const { of } = await ready(records, planId);
      const row = await deputyRow(records, input.deputyId);
      if (row === undefined) throw new DomainError({ kind: "changed-since", what: "plan" });
      await endDeputyOf(records, planId);
      await records.keepMany(
        of.members.map(({ childId }) => ({
          childId,
          planId,
          act: "lead-professional.deputy-ended",
          title: `${row.name} is no longer the deputy`,
          detail: input.reason,
        })),
      );
      return { planId };
    }),
  );

const begin = practitionerProcedure("lead-professional.stand-in.begin")
  .input(BeginStandIn)
  .output(StandInDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, practitionerId, reason, words, expectedBackOn } = input;
      const { of, cast, lead } = await ready(records, planId);
      if (expectedBackOn !== undefined && expectedBackOn <= records.today)
        refuseInput("expectedBackOn", "Enter a day after today, or leave it out");
      const [now] = (await standInsOf(records, planId)).filter(({ until }) => until === null);
      if (now !== undefined) throw new DomainError({ kind: "already", because: `${now.name} stands in already.` });
      const name = await nameOf(records, of, cast, practitionerId);
      const deputy = await deputyOf(records, planId);
      const { as, decision } = await askEither(records, of, cast, {
        practitionerId,
        deputy: deputy?.practitionerId === practitionerId ? deputy : undefined,
      });
      refuseUnlessFree(decision);
      const actingLeadId = await beginStandIn(records, { planId, practitionerId, as, reason, expectedBackOn });
      const contact = await moveContact(records, planId, practitionerId, as);
      const childIds = of.members.map(({ childId }) => childId);
      const managers = lineManagersOf(await castOf(records, of, { proposedId: practitionerId }), practitionerId);
      await beginRelations(
        records,
        childIds.flatMap((childId) => [
          { practitionerId, childId, basis: "acting-lead" as const, sourceId: actingLeadId },
          ...managers.map((managerId) => ({
            practitionerId: managerId,
            childId,
            basis: "line-manager" as const,
            sourceId: actingLeadId,
          })),
        ]),
      );
      await oweTellings(records, childIds, contact.contactId);
      await records.keepMany(
        childIds.map((childId) => ({
          childId,
          planId,
          act: "lead-professional.stand-in-began",
          title: `${name} stands in for ${lead.name}`,
          detail: [
            `The lead is paused, not ended: actions, review dates and the family's contact are with ${name} meanwhile.`,
            ...(expectedBackOn === undefined ? [] : [`Expected back on ${inWords(expectedBackOn)}.`]),
            ...(words === undefined ? [] : [words]),
          ].join(" "),
          decisions: [decision],
        })),
      );
      await tellOnPlan(records, of, [lead.practitionerId, ...managers], {
        act: "lead-professional.stand-in-began",
        words: `${name} stands in for the lead professional. Tell them what you would tell the lead.`,
        of: practitionerId,
        theirs: "You stand in for the lead professional of a child's plan from now on.",
      });
      await followLists(records, planId);
      await endRelations(records, contact.before);
      return { planId };
    }),
  );

const finish = practitionerProcedure("lead-professional.stand-in.end")
  .input(EndStandIn)
  .output(StandInDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const seen = await standInRow(records, input.actingLeadId);
      if (seen === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
      const { planId } = seen;
      const { of, lead } = await ready(records, planId);
      const row = await standInRow(records, input.actingLeadId);
      if (row === undefined) throw new DomainError({ kind: "changed-since", what: "plan" });
      const ended = await endStandInOf(records, planId);
      const contact = await moveContact(records, planId, lead.practitionerId, "lead");
      const childIds = of.members.map(({ childId }) => childId);
      await oweTellings(records, childIds, contact.contactId);
      await records.keepMany(
        childIds.map((childId) => ({
          childId,
          planId,
          act: "lead-professional.stand-in-ended",
          title: `${lead.name} leads again: ${row.name} no longer stands in`,
          detail: input.handover,
        })),
      );
      await tellOnPlan(records, of, [row.practitionerId], {
        act: "lead-professional.stand-in-ended",
        words: `${lead.name} is back as lead professional. Tell them what you would tell the lead.`,
        of: lead.practitionerId,
        theirs: "You lead a child's plan again. Read the handover note.",
      });
      await followLists(records, planId);
      await endRelations(records, [...ended, ...contact.before]);
      return { planId };
    }),
  );

type News = {
  readonly act: string;
  readonly words: string;
  /** The one whom it is about, and what they are told. */
  readonly of?: string;
  readonly theirs?: string;
};

/** Tells those whom a change of who leads concerns, but for whoever made it: where it is of one person, everybody on the plan. */
async function tellOnPlan(records: Records, of: Case, others: readonly string[], news: News): Promise<void> {
  const team = news.of === undefined ? [] : [...of.team.map(({ practitionerId }) => practitionerId), news.of];
  const told = new Set([...others, ...team]);
  told.delete(records.who.practitionerId);
  await tell(
    records,
    [...told].map((practitionerId) => ({
      practitionerId,
      childId: of.child.childId,
      planId: of.plan.planId,
      act: news.act,
      words: practitionerId === news.of && news.theirs !== undefined ? news.theirs : news.words,
      link: linkTo.plan(of.plan.planId),
    })),
  );
}

/** Who would act if the lead were away, who acts now, and the way back (BOL-6, BOL-10; CWDC RN-12; WIG-8.8.10; GD-17). */
export const standIn = router({ get, agreeDeputy, endDeputy, begin, end: finish });
