import { type CopyClearing, type CopyFinding, DomainError, type Told } from "@linchpin/domain";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { duty } from "../../db/schema/change.ts";
import { sentCopy, sentCopyTold } from "../../db/schema/sent-copy.ts";
import type { Records } from "../../records.ts";

const named = (column: typeof sentCopy.sentBy | typeof sentCopy.decidedBy) =>
  sql<
    string | null
  >`(select p.name from practitioner p where p.area_id = ${sentCopy.areaId} and p.practitioner_id = ${column})`;
const lastTold = (whom: "child" | "family") =>
  sql<{ readonly on: string | null; readonly because: string | null } | null>`(
    select json_build_object('on', to_char(t.told_on, 'YYYY-MM-DD'), 'because', t.not_told_because) from sent_copy_told t
    where t.area_id = sent_copy.area_id and t.sent_copy_id = sent_copy.sent_copy_id and t.whom = ${whom}
    order by t.recorded_at desc, t.told_id desc limit 1)`;

const columns = {
  sentCopyId: sentCopy.sentCopyId,
  childId: sentCopy.childId,
  planId: sentCopy.planId,
  kind: sentCopy.kind,
  title: sentCopy.title,
  recipientKind: sentCopy.recipientKind,
  recipientName: sentCopy.recipientName,
  recipientAgency: sentCopy.recipientAgency,
  way: sentCopy.way,
  addressedTo: sentCopy.addressedTo,
  address: sentCopy.address,
  purpose: sentCopy.purpose,
  basis: sentCopy.basis,
  decidedByName: named(sentCopy.decidedBy),
  reason: sentCopy.reason,
  reasonWords: sentCopy.reasonWords,
  otherWayBecause: sentCopy.otherWayBecause,
  sha256: sentCopy.sha256,
  decisionId: sentCopy.decisionId,
  sentByName: named(sentCopy.sentBy),
  sentAt: sentCopy.sentAt,
  childTold: lastTold("child"),
  familyTold: lastTold("family"),
} as const;

const select = ({ tx }: Records) => tx.select(columns).from(sentCopy).$dynamic();
export type SentCopyRow = Awaited<ReturnType<typeof select>>[number];

/** What was sent about a child, of one plan or of all, the newest first. */
export const sentCopiesOf = (records: Records, childId: string, planId?: string): Promise<readonly SentCopyRow[]> =>
  select(records)
    .where(
      and(
        eq(sentCopy.areaId, records.who.areaId),
        eq(sentCopy.childId, childId),
        planId === undefined ? undefined : eq(sentCopy.planId, planId),
      ),
    )
    .orderBy(desc(sentCopy.sentAt), desc(sentCopy.sentCopyId))
    .limit(500);

/** One copy that was sent, or that there is none for this reader. */
export async function sentCopyOf(records: Records, sentCopyId: string): Promise<SentCopyRow> {
  const [found] = await select(records).where(
    and(eq(sentCopy.areaId, records.who.areaId), eq(sentCopy.sentCopyId, sentCopyId)),
  );
  if (!found) throw new DomainError({ kind: "not-visible", what: "copy" });
  return found;
}

/** The very bytes of a copy, and what was found in it. */
export async function keptBytesOf({ tx, who }: Records, sentCopyId: string) {
  const [found] = await tx
    .select({ bytes: sentCopy.bytes, findings: sentCopy.findings })
    .from(sentCopy)
    .where(and(eq(sentCopy.areaId, who.areaId), eq(sentCopy.sentCopyId, sentCopyId)));
  if (!found) throw new DomainError({ kind: "not-visible", what: "copy" });
  return found;
}

export type NewSentCopy = Omit<typeof sentCopy.$inferInsert, "areaId" | "sentBy" | "sentAt">;

export async function addSentCopy({ tx, who, now }: Records, given: NewSentCopy): Promise<void> {
  await tx.insert(sentCopy).values({ ...given, areaId: who.areaId, sentBy: who.practitionerId, sentAt: now });
}

type ToldOf = {
  readonly sentCopyId: string;
  readonly childId: string;
  readonly whom: "child" | "family";
  readonly told: Told;
};

/** Writes down who was told, beside the copy: the copy itself never changes. */
export async function addTold(records: Records, { sentCopyId, childId, whom, told }: ToldOf): Promise<void> {
  if (told.told === "not-yet") return;
  const { tx, who, now } = records;
  await tx.insert(sentCopyTold).values({
    areaId: who.areaId,
    toldId: records.newId(),
    sentCopyId,
    childId,
    whom,
    ...(told.told === "yes" ? { toldOn: told.on, how: told.how } : { notToldBecause: told.because }),
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

/** Closes what was owed for telling the child or the family of a copy. */
export async function closeToldDuty(
  { tx, who, now }: Records,
  decisionId: string | null,
  whom: "child" | "family",
): Promise<void> {
  if (decisionId === null) return;
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(
      and(
        eq(duty.areaId, who.areaId),
        eq(duty.decisionId, decisionId),
        eq(duty.act, `consent.tell-${whom}-of-sharing`),
        isNull(duty.doneAt),
      ),
    );
}

/** Each thing that was found with what was decided about it, as it is kept with the copy. */
export const withClearings = (findings: readonly CopyFinding[], clearings: readonly CopyClearing[]) => {
  const how = new Map(clearings.map((one) => [one.key, one]));
  return findings.map((finding) => ({ ...finding, cleared: how.get(finding.key) ?? ("with-its-item" as const) }));
};
