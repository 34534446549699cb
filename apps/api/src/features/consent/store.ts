import { type AnswerOnRecord, DomainError, type LocalDate } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { child } from "../../db/schema/child.ts";
import { consent } from "../../db/schema/consent.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import type { Records } from "../../records.ts";

export { saidOfAdults } from "../people/reads.ts";
export { namedPersonsOf } from "../plan/reads.ts";
export { adultsNotToBeBroughtNear, whereaboutsAreKept } from "../restriction/reads.ts";

const columns = {
  consentId: consent.consentId,
  version: consent.version,
  childId: consent.childId,
  answeredBy: consent.answeredBy,
  answeredByName: consent.answeredByName,
  answer: consent.answer,
  form: consent.form,
  understanding: consent.understanding,
  understandingWords: consent.understandingWords,
  saysWhat: consent.saysWhat,
  saysWithWhom: consent.saysWithWhom,
  saysWhy: consent.saysWhy,
  items: consent.items,
  agencies: consent.agencies,
  recipients: consent.recipients,
  during: consent.during,
  withdrawnOn: consent.withdrawnOn,
  withdrawnBecause: consent.withdrawnBecause,
  recordedBy: consent.recordedBy,
  recordedAt: consent.recordedAt,
  recordedByName: practitioner.name,
} as const;

const rows = ({ tx }: Records) =>
  tx
    .select(columns)
    .from(consent)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, consent.areaId), eq(practitioner.practitionerId, consent.recordedBy)),
    )
    .$dynamic();
export type ConsentRow = Awaited<ReturnType<typeof rows>>[number] & AnswerOnRecord;

const standing = ({ who }: Records) => and(eq(consent.areaId, who.areaId), isNull(consent.supersededAt));

/** The answers on record about a child, the newest first. One that was corrected is not among them. */
export const answersOf = (records: Records, childId: string): Promise<readonly ConsentRow[]> =>
  rows(records)
    .where(and(standing(records), eq(consent.childId, childId)))
    .orderBy(sql`lower(${consent.during}) desc`, sql`${consent.consentId} desc`);

/** One answer, or that there is none for this reader. */
export async function answerOf(records: Records, consentId: string): Promise<ConsentRow> {
  const [found] = await rows(records).where(and(standing(records), eq(consent.consentId, consentId)));
  if (!found) throw new DomainError({ kind: "not-visible", what: "consent" });
  return found;
}

/** The child's row, held so that two changes about one child's sharing wait for each other. */
export async function lockChild({ tx, who }: Records, childId: string) {
  const [found] = await tx
    .select({
      bornOn: child.bornOn,
      name: sql<string>`trim(${child.givenName} || ' ' || ${child.familyName})`,
    })
    .from(child)
    .where(and(eq(child.areaId, who.areaId), eq(child.childId, childId), isNull(child.withdrawnAt)))
    .for("update");
  if (!found) throw new DomainError({ kind: "not-visible", what: "child" });
  return found;
}

/** The day a child was born, as far as it is on record. */
export async function childBornOn({ tx, who }: Records, childId: string): Promise<LocalDate | null> {
  const [found] = await tx
    .select({ bornOn: child.bornOn })
    .from(child)
    .where(and(eq(child.areaId, who.areaId), eq(child.childId, childId), isNull(child.withdrawnAt)));
  return found?.bornOn ?? null;
}

export type NewAnswer = Omit<typeof consent.$inferInsert, "areaId" | "consentId" | "recordedBy" | "recordedAt">;

export async function addAnswer({ tx, who, now, newId }: Records, given: NewAnswer): Promise<string> {
  const consentId = newId();
  await tx
    .insert(consent)
    .values({ ...given, areaId: who.areaId, consentId, recordedBy: who.practitionerId, recordedAt: now });
  return consentId;
}

/** Closes an answer that another row replaces. One that was replaced already refuses the change. */
export async function supersede(records: Records, consentId: string): Promise<void> {
  const closed = await records.tx
    .update(consent)
    .set({ supersededAt: records.now })
    .where(and(standing(records), eq(consent.consentId, consentId)))
    .returning({ consentId: consent.consentId });
  if (closed.length === 0) throw new DomainError({ kind: "changed-since", what: "consent" });
}

/** Names behind ids of people of this area; an id that is nobody's is left out. */
export async function namesOf({ tx, who }: Records, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ id: practitioner.practitionerId, name: practitioner.name })
    .from(practitioner)
    .where(and(eq(practitioner.areaId, who.areaId), sql`${practitioner.practitionerId} = ${anyOf(ids)}`));
  return new Map(found.map(({ id, name }) => [id, name]));
}

export type ChildOnPaper = {
  readonly childName: string;
  readonly isBorn: boolean;
  readonly isKept: boolean;
  readonly carers: readonly string[];
};

/** The child's name, the parents and carers on record, and whether it is kept from most where the child is. */
export async function childOnPaper({ tx, who }: Records, childId: string): Promise<ChildOnPaper> {
  const [found] = await rowsOf<ChildOnPaper>(
    tx,
    sql`select trim(c.given_name || ' ' || c.family_name) as "childName", c.born_on is not null as "isBorn", exists (
        select 1 from restriction r where r.area_id = c.area_id and r.child_id = c.child_id
          and r.kind = 'whereabouts' and upper_inf(r.during)) as "isKept",
        coalesce((select json_agg(k.name order by k.name) from carer k where k.area_id = c.area_id and k.child_id = c.child_id and k.superseded_at is null), '[]'::json) as carers
      from child c where c.area_id = ${who.areaId} and c.child_id = ${childId}`,
  );
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "child" });
  return found;
}

/** Ends a yes today, from the version that was seen. */
export async function takeBackAnswer(
  records: Records,
  { consentId, version, because }: { readonly consentId: string; readonly version: number; readonly because: string },
): Promise<void> {
  const kept = await records.tx
    .update(consent)
    .set({
      withdrawnOn: records.today,
      withdrawnBecause: because,
      withdrawalRecordedBy: records.who.practitionerId,
      version: version + 1,
    })
    .where(and(standing(records), eq(consent.consentId, consentId), eq(consent.version, version)))
    .returning({ consentId: consent.consentId });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "consent" });
}
