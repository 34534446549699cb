import type { Decision } from "@linchpin/domain";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { beginRelations, endRelations } from "../../relations.ts";
import type { Case } from "./case-store.ts";
import { closeLeadDuties, endLead, moveContact, oweTellings, setNeed, startLead } from "./lead-store.ts";
import { type Cast, lineManagersOf } from "./people.ts";
import { stoppedProposalsOf } from "./proposal-store.ts";
import { endStandInOf } from "./stand-in-store.ts";

export type Appointment = {
  readonly practitionerId: string;
  readonly name: string;
  readonly basis: "by-agreement" | "by-law";
  readonly proposalId?: string;
  /** The decision that the appointment rests on, and what it is shown with in the chronology. */
  readonly decisionId?: string;
  readonly decisions?: readonly Decision[];
  /** Whether the person may lead, as it was answered then: a step of its own, so that it opens from the chronology. */
  readonly suitability?: Decision;
  readonly bestPlacedBecause?: string;
  /** Why whoever leads now stops. */
  readonly endedBecause: string;
  readonly title: string;
  readonly detail?: string;
};

/** Relations that end with an appointment, once everything is written. */
export type Ending = { readonly sourceIds: readonly string[] };

/**
 * Puts somebody in the lead: the one before ends in the same instant, and whoever stood in for them, the contact of record moves, access begins with
 * the role, and the child and its carers have to be told. Gives what ends with it; the caller ends it last of all.
 */
export async function appoint(
  records: Records,
  of: Case,
  cast: Cast,
  given: Appointment,
): Promise<{ readonly leadId: string; readonly ending: Ending }> {
  const { planId } = of.plan;
  const childIds = of.members.map(({ childId }) => childId);
  const before = await endLead(records, planId, given.endedBecause);
  const leadId = await startLead(records, {
    planId,
    childIds,
    practitionerId: given.practitionerId,
    basis: given.basis,
    ...(given.proposalId === undefined ? {} : { proposalId: given.proposalId }),
    ...(given.decisionId === undefined ? {} : { decisionId: given.decisionId }),
    ...(given.bestPlacedBecause === undefined ? {} : { bestPlacedBecause: given.bestPlacedBecause }),
  });
  const stoodIn = await endStandInOf(records, planId);
  const contact = await moveContact(records, planId, given.practitionerId, "lead");
  await closeLeadDuties(records, planId);
  await setNeed(records, planId, { leadDueBy: null });
  await oweTellings(records, childIds, leadId);
  const managers = lineManagersOf(cast, given.practitionerId);
  await beginRelations(
    records,
    childIds.flatMap((childId) => [
      { practitionerId: given.practitionerId, childId, basis: "lead" as const, sourceId: leadId },
      ...managers.map((practitionerId) => ({
        practitionerId,
        childId,
        basis: "line-manager" as const,
        sourceId: leadId,
      })),
    ]),
  );
  await records.keepMany(
    childIds.flatMap((childId) => [
      ...suitabilityStep(given, { childId, planId }),
      {
        childId,
        planId,
        act: "lead-professional.appointed",
        title: given.title,
        ...(given.detail === undefined ? {} : { detail: given.detail }),
        ...(given.decisions === undefined ? {} : { decisions: given.decisions }),
      },
    ]),
  );
  await tellOfLead(records, of, given, managers, before?.practitionerId);
  const stopped = await stoppedProposalsOf(records, planId);
  const over = [
    before?.leadId,
    ...stoodIn,
    ...contact.before,
    given.proposalId,
    ...stopped.map(({ proposalId }) => proposalId),
  ];
  return { leadId, ending: { sourceIds: over.filter((id) => id !== undefined) } };
}

const suitabilityStep = (
  { suitability, name }: Appointment,
  of: { readonly childId: string; readonly planId: string },
) =>
  suitability === undefined
    ? []
    : [
        {
          ...of,
          act: "lead-professional.suitability-asked",
          title: `Whether ${name} may lead was asked`,
          decisions: [suitability],
        },
      ];

/** Ends what an appointment ended, as the last thing the change does. */
export const end = (records: Records, { sourceIds }: Ending): Promise<void> => endRelations(records, sourceIds);

async function tellOfLead(
  records: Records,
  of: Case,
  given: Appointment,
  managers: readonly string[],
  before: string | undefined,
): Promise<void> {
  const { planId } = of.plan;
  const told = new Map<string, string>();
  const others = [...of.team.map(({ practitionerId }) => practitionerId), ...managers, before];
  for (const id of others)
    if (id !== undefined) told.set(id, `${given.name} is the lead professional now. Nobody else leads this plan.`);
  told.set(given.practitionerId, "You are the lead professional of a child's plan from now on.");
  told.delete(records.who.practitionerId);
  await tell(
    records,
    [...told].map(([practitionerId, words]) => ({
      practitionerId,
      childId: of.child.childId,
      planId,
      act: "lead-professional.appointed",
      words,
      link: linkTo.plan(planId),
    })),
  );
}
