import type { AgencyKind } from "@linchpin/domain";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { lasts } from "../../db/lasting.ts";
import { agency } from "../../db/schema/area.ts";
import { duty } from "../../db/schema/change.ts";
import { contactOfRecord, lead, proposal } from "../../db/schema/lead-professional.ts";
import { post, practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

/** The agency of somebody's main post, for a line that says where they are from. */
export type WorksAt = {
  readonly practitionerId: string;
  readonly name: string;
  readonly postTitle: string | null;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyKind: AgencyKind;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Of somebody's posts on this day, the one with most hours. */
export const mainPost = ({ who, today }: Pick<Records, "who" | "today">) =>
  sql`(select po.post_id from post po where po.area_id = ${who.areaId} and po.practitioner_id = ${practitioner.practitionerId}
    and po.during @> ${today}::date order by po.hours desc, po.post_id limit 1)`;

const worksAt = {
  practitionerId: practitioner.practitionerId,
  name: practitioner.name,
  phone: practitioner.phone,
  email: practitioner.email,
  postTitle: post.title,
  agencyId: sql<string>`coalesce(${agency.agencyId}::text, '')`,
  agencyName: sql<string>`coalesce(${agency.name}, '')`,
  agencyKind: sql<AgencyKind>`coalesce(${agency.kind}, 'other')`,
} as const;

/** Every lead a plan has had, the present one first. */
export const leadsOf = (records: Records, planId: string) =>
  records.tx
    .select({
      ...worksAt,
      leadId: lead.leadId,
      basis: lead.basis,
      during: lead.during,
      isCurrent: lasts(lead.during),
      bestPlacedBecause: lead.bestPlacedBecause,
      endedBecause: lead.endedBecause,
      decisionId: lead.decisionId,
    })
    .from(lead)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, lead.areaId), eq(practitioner.practitionerId, lead.practitionerId)),
    )
    .leftJoin(post, and(eq(post.areaId, lead.areaId), sql`${post.postId} = ${mainPost(records)}`))
    .leftJoin(agency, and(eq(agency.areaId, post.areaId), eq(agency.agencyId, post.agencyId)))
    .where(and(eq(lead.areaId, records.who.areaId), eq(lead.planId, planId)))
    .orderBy(desc(sql`lower(${lead.during})`));
export type LeadRow = Awaited<ReturnType<typeof leadsOf>>[number];

/** Whom the family and the practitioners turn to on a plan now. */
export async function contactOf(records: Records, planId: string) {
  const [found] = await records.tx
    .select({
      ...worksAt,
      contactId: contactOfRecord.contactId,
      as: contactOfRecord.as,
      during: contactOfRecord.during,
    })
    .from(contactOfRecord)
    .innerJoin(
      practitioner,
      and(
        eq(practitioner.areaId, contactOfRecord.areaId),
        eq(practitioner.practitionerId, contactOfRecord.practitionerId),
      ),
    )
    .leftJoin(post, and(eq(post.areaId, contactOfRecord.areaId), sql`${post.postId} = ${mainPost(records)}`))
    .leftJoin(agency, and(eq(agency.areaId, post.areaId), eq(agency.agencyId, post.agencyId)))
    .where(
      and(
        eq(contactOfRecord.areaId, records.who.areaId),
        eq(contactOfRecord.planId, planId),
        lasts(contactOfRecord.during),
      ),
    );
  return found;
}

/** The proposal that is open on a plan, with the stages somebody's desk waits for. */
export async function openProposalOf({ tx, who }: Records, planId: string) {
  const [found] = await tx
    .select({
      proposalId: proposal.proposalId,
      proposedId: practitioner.practitionerId,
      proposedName: practitioner.name,
      proposedAt: proposal.proposedAt,
      waitsFor: sql<readonly string[]>`array(select distinct coalesce((select f ->> 'title'
          from decision d, jsonb_array_elements(d.decision -> 'findings') f
          where d.area_id = ${proposal.areaId} and d.decision_id = ${proposal.agreementDecisionId} and f ->> 'stage' = w.stage limit 1),
          'The load of the person proposed')
        from proposal_waits w where w.area_id = ${proposal.areaId} and w.proposal_id = ${proposal.proposalId} and w.ended_at is null)`,
    })
    .from(proposal)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, proposal.areaId), eq(practitioner.practitionerId, proposal.proposedId)),
    )
    .where(and(eq(proposal.areaId, who.areaId), eq(proposal.planId, planId), eq(proposal.state, "open")));
  return found;
}

/** What is still owed on a plan or a concern, the nearest clock first. */
export const dutiesOn = ({ tx, who }: Records, on: { readonly planId: string } | { readonly concernId: string }) =>
  tx
    .select({
      dutyId: duty.dutyId,
      act: duty.act,
      because: duty.because,
      clause: duty.clause,
      dueBy: duty.dueBy,
      owedById: duty.owedBy,
      owedByName: practitioner.name,
    })
    .from(duty)
    .innerJoin(practitioner, and(eq(practitioner.areaId, duty.areaId), eq(practitioner.practitionerId, duty.owedBy)))
    .where(
      and(
        eq(duty.areaId, who.areaId),
        "planId" in on ? eq(duty.planId, on.planId) : eq(duty.concernId, on.concernId),
        isNull(duty.doneAt),
      ),
    )
    .orderBy(sql`${duty.dueBy} nulls last`, duty.dutyId);
export type DutyRow = Awaited<ReturnType<typeof dutiesOn>>[number];
