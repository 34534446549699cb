import {
  type AgencyKind,
  DomainError,
  type LocalDate,
  type ShareSettling,
  type SharingBasis,
  type Told,
} from "@linchpin/domain";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { duty } from "../../db/schema/change.ts";
import { serviceAgreement, shareMade } from "../../db/schema/consent.ts";
import { shareMadeTold } from "../../db/schema/sent-copy.ts";
import type { Records } from "../../records.ts";

const nameOf = (id: "shared_by" | "settled_by") =>
  sql<
    string | null
  >`(select p.name from practitioner p where p.area_id = ${shareMade.areaId} and p.practitioner_id = ${id === "shared_by" ? shareMade.sharedBy : shareMade.settledBy})`;

const columns = {
  shareId: shareMade.shareId,
  version: shareMade.version,
  childId: shareMade.childId,
  what: shareMade.what,
  toWhom: shareMade.toWhom,
  toAgency: shareMade.toAgency,
  why: shareMade.why,
  sharedOn: shareMade.sharedOn,
  basis: shareMade.basis,
  reasonWords: shareMade.reasonWords,
  decisionId: shareMade.decisionId,
  sharedBy: shareMade.sharedBy,
  sharer: nameOf("shared_by"),
  settledAs: shareMade.settledAs,
  settledBasis: shareMade.settledBasis,
  settledBecause: shareMade.settledBecause,
  settler: nameOf("settled_by"),
  familyTold: sql<{ readonly on: string | null; readonly because: string | null } | null>`(
    select json_build_object('on', to_char(t.told_on, 'YYYY-MM-DD'), 'because', t.not_told_because) from share_made_told t
    where t.area_id = share_made.area_id and t.share_id = share_made.share_id order by t.recorded_at desc, t.told_id desc limit 1)`,
} as const;

const select = ({ tx }: Records) => tx.select(columns).from(shareMade).$dynamic();
export type ShareRow = Awaited<ReturnType<typeof select>>[number];

/** What left by another way, the newest first. */
export const sharesMadeOf = (records: Records, childId: string): Promise<readonly ShareRow[]> =>
  select(records)
    .where(and(eq(shareMade.areaId, records.who.areaId), eq(shareMade.childId, childId)))
    .orderBy(desc(shareMade.sharedOn), desc(shareMade.shareId))
    .limit(200);

/** One of them, held until the transaction ends; what the reader may not see reads as none. */
export async function lockShare(records: Records, shareId: string): Promise<ShareRow> {
  const [found] = await select(records)
    .where(and(eq(shareMade.areaId, records.who.areaId), eq(shareMade.shareId, shareId)))
    .for("update");
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "share" });
  return found;
}

type NewShare = Omit<typeof shareMade.$inferInsert, "areaId" | "sharedBy" | "recordedAt" | "version">;

export async function addShare({ tx, who, now }: Records, share: NewShare): Promise<void> {
  await tx.insert(shareMade).values({ ...share, areaId: who.areaId, sharedBy: who.practitionerId, recordedAt: now });
}

/** Writes down that the family was told of it, or why not: what is written last counts. */
export async function addShareTold(
  records: Records,
  { shareId, childId, told }: { readonly shareId: string; readonly childId: string; readonly told: Told },
): Promise<void> {
  if (told.told === "not-yet") return;
  await records.tx.insert(shareMadeTold).values({
    areaId: records.who.areaId,
    toldId: records.newId(),
    shareId,
    childId,
    ...(told.told === "yes" ? { toldOn: told.on, how: told.how } : { notToldBecause: told.because }),
    recordedBy: records.who.practitionerId,
    recordedAt: records.now,
  });
}

type Settled = {
  readonly as: ShareSettling;
  readonly basis: SharingBasis | undefined;
  readonly because: string;
};

export async function settleShare(
  { tx, who, now }: Records,
  { shareId, version }: { readonly shareId: string; readonly version: number },
  { as, basis, because }: Settled,
): Promise<void> {
  const kept = await tx
    .update(shareMade)
    .set({
      settledAs: as,
      settledBasis: basis ?? null,
      settledBecause: because,
      settledBy: who.practitionerId,
      settledAt: now,
      version: version + 1,
    })
    .where(and(eq(shareMade.areaId, who.areaId), eq(shareMade.shareId, shareId), eq(shareMade.version, version)))
    .returning({ shareId: shareMade.shareId });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "share" });
}

/** What was owed on it is done: it is known by the decision that asked for it. */
export async function closeDutyOf({ tx, who, now }: Records, decisionId: string): Promise<void> {
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(and(eq(duty.areaId, who.areaId), eq(duty.decisionId, decisionId), isNull(duty.doneAt)));
}

export const serviceAnswersOf = ({ tx, who }: Records, childId: string) =>
  tx
    .select({
      agreementId: serviceAgreement.agreementId,
      service: serviceAgreement.service,
      answer: serviceAgreement.answer,
      answeredBy: serviceAgreement.answeredBy,
      on: serviceAgreement.answeredOn,
      how: serviceAgreement.how,
    })
    .from(serviceAgreement)
    .where(and(eq(serviceAgreement.areaId, who.areaId), eq(serviceAgreement.childId, childId)))
    .orderBy(desc(serviceAgreement.answeredOn), desc(serviceAgreement.recordedAt), desc(serviceAgreement.agreementId))
    .limit(100);

export type NewServiceAnswer = {
  readonly childId: string;
  readonly service: AgencyKind;
  readonly answer: "agreed" | "refused" | "undecided";
  readonly answeredBy: "child" | "parent-or-carer";
  readonly on: LocalDate;
  readonly how: string;
};

export async function addServiceAnswer({ tx, who, now, newId }: Records, given: NewServiceAnswer): Promise<void> {
  const { on, childId, service, answer, answeredBy, how } = given;
  await tx.insert(serviceAgreement).values({
    areaId: who.areaId,
    agreementId: newId(),
    childId,
    service,
    answer,
    answeredBy,
    how,
    answeredOn: on,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

/** Of somebody's managers those who may settle what they shared; where there is none, who manages the services of the area. */
export async function whoSettlesFor(
  { tx, who, today }: Records,
  managers: readonly string[],
): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly id: string; readonly isTheirs: boolean }>(
    tx,
    sql`select distinct practitioner_id as id, practitioner_id = ${anyOf(managers)} as "isTheirs" from post
      where area_id = ${who.areaId} and during @> ${today}::date and practitioner_id <> ${who.practitionerId}
        and (role = 'service-manager' or (role in ('head', 'team-manager') and practitioner_id = ${anyOf(managers)}))`,
  );
  const theirs = rows.filter(({ isTheirs }) => isTheirs);
  return (theirs.length > 0 ? theirs : rows).map(({ id }) => id);
}
