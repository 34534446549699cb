import { and, eq, isNull, like, type SQL, sql } from "drizzle-orm";
import { endedNow, endOfStretch, lasts } from "../../db/lasting.ts";
import { anyOf, insertMany } from "../../db/many.ts";
import { duty } from "../../db/schema/change.ts";
import { carer } from "../../db/schema/child.ts";
import type { Period } from "../../db/schema/columns.ts";
import { childLead, contactOfRecord, lead } from "../../db/schema/lead-professional.ts";
import { telling } from "../../db/schema/named-person.ts";
import { plan } from "../../db/schema/plan.ts";
import type { Records } from "../../records.ts";

/** From now on; where the stretch before ended within this very instant, right after it. */
const fromNowOn = (now: string, lastEnd: SQL): SQL<Period> =>
  sql`tstzrange(greatest(${now}::timestamptz, coalesce((${lastEnd}), ${now}::timestamptz)), null)`;

/** Where a new stretch starts: right where the one before ended, so that there is neither gap nor overlap. */
const from = (ended: readonly { readonly until: string }[], now: string): string => ended[0]?.until ?? now;

/** Ends the lead that is held on a plan, with why. Gives which it was and the instant it ended. */
export async function endLead({ tx, who, now }: Records, planId: string, because: string) {
  const ended = await tx
    .update(lead)
    .set({ during: endedNow(lead.during, now), endedBecause: because, version: sql`${lead.version} + 1` })
    .where(and(eq(lead.areaId, who.areaId), eq(lead.planId, planId), lasts(lead.during)))
    .returning({ leadId: lead.leadId, practitionerId: lead.practitionerId, until: endOfStretch(lead.during) });
  const [one] = ended;
  if (one)
    await tx
      .update(childLead)
      .set({ during: sql`tstzrange(lower(${childLead.during}), ${one.until}::timestamptz)` })
      .where(and(eq(childLead.areaId, who.areaId), eq(childLead.leadId, one.leadId), lasts(childLead.during)));
  return one;
}

export type NewLead = {
  readonly planId: string;
  readonly childIds: readonly string[];
  readonly practitionerId: string;
  readonly basis: "by-agreement" | "by-law";
  readonly proposalId?: string;
  readonly decisionId?: string;
  readonly bestPlacedBecause?: string;
};

/** Puts somebody in the lead of a plan, for each of its children. A second one at the same time is refused by the database. */
export async function startLead(records: Records, given: NewLead): Promise<string> {
  const { tx, who, now } = records;
  const leadId = records.newId();
  await tx.insert(lead).values({
    areaId: who.areaId,
    leadId,
    planId: given.planId,
    practitionerId: given.practitionerId,
    basis: given.basis,
    proposalId: given.proposalId ?? null,
    decisionId: given.decisionId ?? null,
    bestPlacedBecause: given.bestPlacedBecause ?? null,
    during: fromNowOn(
      now,
      sql`select max(upper(l.during)) from lead l
      where l.area_id = ${who.areaId} and l.plan_id = ${given.planId}`,
    ),
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
  for (const childId of given.childIds)
    await tx.insert(childLead).values({
      areaId: who.areaId,
      childLeadId: records.newId(),
      childId,
      leadId,
      during: fromNowOn(
        now,
        sql`select max(upper(cl.during)) from child_lead cl
        where cl.area_id = ${who.areaId} and cl.child_id = ${childId}`,
      ),
    });
  return leadId;
}

type ContactAs = typeof contactOfRecord.$inferInsert.as;

/** Makes somebody the contact of record in place of whoever is, with no instant between. Gives the new row's id and the old. */
export async function moveContact(records: Records, planId: string, practitionerId: string, as: ContactAs) {
  const { tx, who, now } = records;
  const ended = await tx
    .update(contactOfRecord)
    .set({ during: endedNow(contactOfRecord.during, now) })
    .where(
      and(eq(contactOfRecord.areaId, who.areaId), eq(contactOfRecord.planId, planId), lasts(contactOfRecord.during)),
    )
    .returning({ contactId: contactOfRecord.contactId, until: endOfStretch(contactOfRecord.during) });
  const contactId = records.newId();
  await tx.insert(contactOfRecord).values({
    areaId: who.areaId,
    contactId,
    planId,
    practitionerId,
    as,
    during: { from: from(ended, now) },
    recordedAt: now,
  });
  return { contactId, before: ended.map(({ contactId: id }) => id) };
}

/** Writes that a child and its carers have to be told who leads: a lead, or whoever is the contact while somebody stands in. */
export async function oweTellings(
  { tx, who, now, today, newId }: Records,
  childIds: readonly string[],
  sourceId: string,
): Promise<void> {
  const carers = await tx
    .select({ childId: carer.childId, carerId: carer.carerId })
    .from(carer)
    .where(and(eq(carer.areaId, who.areaId), sql`${carer.childId} = ${anyOf(childIds)}`, isNull(carer.supersededAt)))
    .orderBy(carer.position);
  const recipients = [
    ...childIds.map((childId) => ({ childId, recipient: "child" })),
    ...carers.map(({ childId, carerId }) => ({ childId, recipient: carerId })),
  ];
  await insertMany(
    tx,
    telling,
    recipients.map((one) => ({
      ...one,
      areaId: who.areaId,
      tellingId: newId(),
      about: "lead-professional" as const,
      sourceId,
      dueOn: today,
      recordedAt: now,
    })),
  );
}

/** What was owed while nobody led is over, on this plan. */
export async function closeLeadDuties({ tx, who, now }: Records, planId: string): Promise<void> {
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(
      and(
        eq(duty.areaId, who.areaId),
        eq(duty.planId, planId),
        isNull(duty.doneAt),
        like(duty.act, "lead-professional.%"),
      ),
    );
}

/** Keeps on the plan since when a lead is needed, by which decision, and when the wait for one runs out. */
export async function setNeed(
  { tx, who }: Records,
  planId: string,
  need: Partial<Pick<typeof plan.$inferInsert, "leadNeededSince" | "neededDecisionId" | "leadDueBy">>,
): Promise<void> {
  await tx
    .update(plan)
    .set(need)
    .where(and(eq(plan.areaId, who.areaId), eq(plan.planId, planId)));
}
