import { daysBetween, engagementStates, isLocalDate, type LocalDate, localDate, stageOutcomes } from "@linchpin/domain";
import { z } from "zod";
import { clockFrom } from "../../clock-view.ts";
import { mayOpen } from "../../may-open.ts";
import { CursorSchema, pageOf, placeOf } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { practitionerProcedure } from "../../trpc.ts";
import type { ChildInList } from "../../views.ts";
import { workloadStage } from "./allocation.ts";
import { decidedRows, ledRows, type WaitingRow, type WithoutRow, waitingRows, withoutLeadRows } from "./lists-store.ts";
import { DeskView, PlansILeadView, WaitingForMeView, WithoutLeadView } from "./views.ts";

const Page = z.object({ cursor: CursorSchema.optional() });
const placeIn = (cursor: string | undefined) => (cursor === undefined ? undefined : placeOf(cursor));

/** A child whom row security shows this reader, noted as a look; else that there is one. */
function childIn(
  records: Records,
  basis: string,
  row: { readonly childId: string | null; readonly childName: string | null },
): ChildInList {
  if (row.childId === null || row.childName === null) return { visibility: "restricted" };
  records.saw([row.childId], basis);
  return { visibility: "full", childId: row.childId, name: row.childName };
}

const labelOf = ({ label, stage }: { readonly label: string | null; readonly stage?: string }): string =>
  label ?? (stage === workloadStage ? "The load of the person proposed" : "A step of the agreement");

async function waiting(records: Records, cursor: string | undefined) {
  const rows = await waitingRows(records, placeIn(cursor));
  const { page, nextCursor = null } = pageOf(rows, ({ dueBy, waitId }) => ({ at: dueBy ?? "infinity", id: waitId }));
  return { waiting: page.map((row) => waitingView(records, row)), nextCursor };
}

function waitingView(records: Records, row: WaitingRow) {
  const clock = clockFrom(row.dueBy, records.asAt, records.area.calendar);
  return {
    proposalId: row.proposalId,
    planId: row.planId,
    child: childIn(records, "waits-for-me", row),
    mayOpen: mayOpen(records, "lead-professional.ask", row.bases),
    proposed: { practitionerId: row.proposedId, name: row.proposedName },
    proposedAt: row.proposedAt,
    stage: row.stage,
    label: labelOf(row),
    ...(row.clause === null ? {} : { clause: row.clause }),
    since: row.since,
    ...(clock === undefined ? {} : { clock }),
  };
}

/** Proposals that wait for the caller's word, nearest clock first. */
export const waitingForMe = practitionerProcedure("lead-professional.list-own")
  .input(Page)
  .output(WaitingForMeView)
  .query(({ ctx, input }) => ctx.read((records) => waiting(records, input.cursor)));

/** A manager's desk: what waits for a decision, nearest clock first, and what was decided lately. */
export const desk = practitionerProcedure("allocation.desk.read")
  .input(Page)
  .output(DeskView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const waits = await waiting(records, input.cursor);
      const decided = await decidedRows(records);
      return {
        ...waits,
        decided: decided.map((row) => ({
          proposalId: row.proposalId,
          planId: row.planId,
          child: childIn(records, "decided-by-me", row),
          mayOpen: mayOpen(records, "lead-professional.ask", row.bases),
          proposed: { practitionerId: row.proposedId, name: row.proposedName },
          outcome: { code: row.outcome, label: stageOutcomes[row.outcome].label },
          label: labelOf(row),
          recordedAt: row.recordedAt,
          state: row.state,
        })),
      };
    }),
  );

/** The plans the caller leads. */
export const mine = practitionerProcedure("lead-professional.list-own")
  .input(Page)
  .output(PlansILeadView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const rows = await ledRows(records, placeIn(input.cursor));
      const { page, nextCursor = null } = pageOf(rows, ({ since, leadId }) => ({ at: since, id: leadId }));
      return {
        plans: page.map((row) => ({
          planId: row.planId,
          leadId: row.leadId,
          child: childIn(records, "lead", row),
          basis: row.basis,
          since: row.since,
          openActions: row.openActions,
          lateActions: row.lateActions,
        })),
        nextCursor,
      };
    }),
  );

/** Open plans that need a lead professional and have none: since when, the clock, the contact for now, and why. */
export const withoutLead = practitionerProcedure("allocation.without-lead.read")
  .input(Page)
  .output(WithoutLeadView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const rows = await withoutLeadRows(records, placeIn(input.cursor));
      const { page, nextCursor = null } = pageOf(rows, ({ dueBy, planId }) => ({
        at: dueBy ?? "infinity",
        id: planId,
      }));
      return { plans: page.map((row) => withoutView(records, row)), nextCursor };
    }),
  );

function withoutView(records: Records, row: WithoutRow) {
  const clock = clockFrom(row.dueBy, records.asAt, records.area.calendar);
  const child = childIn(records, "without-lead", row);
  const seesProposal = mayOpen(records, "lead-professional.ask", row.basesOfProposal);
  return {
    planId: row.planId,
    child,
    mayOpen: mayOpen(records, "plan.read", row.basesOfPlan),
    since: row.since,
    daysWaiting: daysBetween(dayIn(row.since), records.today),
    ...(clock === undefined ? {} : { clock }),
    ...(row.contactId === null
      ? {}
      : {
          contact: {
            practitionerId: row.contactId,
            name: row.contactName ?? "",
            agency: { agencyId: row.agencyId ?? "", name: row.agencyName ?? "", kind: row.agencyKind ?? "other" },
          },
        }),
    ...(row.engagement === null || child.visibility === "restricted"
      ? {}
      : {
          engagement: {
            state: { code: row.engagement.state, label: engagementStates[row.engagement.state].label },
            on: row.engagement.on,
          },
        }),
    why: whyNobodyLeads(row, child.visibility === "full", seesProposal),
    ...(row.proposalId === null || row.proposalState !== "open" || !seesProposal ? {} : { proposalId: row.proposalId }),
  };
}

const dayIn = (text: string): LocalDate => (isLocalDate(text) ? text : localDate(text.slice(0, 10)));

/** Who was proposed, and why it came to nothing, is for those who may open the proposal. */
function whyNobodyLeads(
  { proposalState, proposedName, endedBecause, leftName }: WithoutRow,
  isSeen: boolean,
  seesProposal: boolean,
): string {
  const proposed = seesProposal ? proposedName : "Somebody";
  if (leftName !== null && proposalState !== "open") return `${leftName} led this plan, and that post has ended.`;
  if (proposalState === null) return isSeen ? "Nobody has been proposed yet." : "Nobody leads this plan yet.";
  if (proposalState === "open") return `${proposed} is proposed, and not everybody has agreed yet.`;
  if (proposalState === "stopped")
    return `${proposed} was proposed and it was not agreed. ${seesProposal ? (endedBecause ?? "") : ""}`.trim();
  if (proposalState === "appointed") return "The lead before has ended.";
  return seesProposal ? `The proposal of ${proposed} was withdrawn.` : "A proposal was withdrawn.";
}
