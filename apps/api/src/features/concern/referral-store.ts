import { DomainError, type KeepReferralRoute, type RecordReferral, type ReferralFacts } from "@linchpin/domain";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { referral, referralRoute, referralWord } from "../../db/schema/told-to-us.ts";
import type { Records } from "../../records.ts";

/** Whom people of the area ask. */
export async function routeOf({ tx, who }: Records) {
  const [found] = await tx
    .select({ route: referralRoute, recordedBy: practitioner.name })
    .from(referralRoute)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, referralRoute.areaId), eq(practitioner.practitionerId, referralRoute.recordedBy)),
    )
    .where(eq(referralRoute.areaId, who.areaId));
  return found;
}

/** Keeps it in place of what the page showed; somebody else's change in between is refused. */
export async function keepRoute(
  { tx, who, now }: Records,
  { idempotencyKey: _, version, ...said }: KeepReferralRoute,
): Promise<number> {
  const row = {
    team: said.team,
    phone: said.phone,
    hours: said.hours ?? null,
    afterHoursTeam: said.afterHoursTeam ?? null,
    afterHoursPhone: said.afterHoursPhone,
    writeTo: said.writeTo ?? null,
    words: said.words ?? null,
    recordedBy: who.practitionerId,
    recordedAt: now,
  };
  const [kept] =
    version === undefined
      ? await tx
          .insert(referralRoute)
          .values({ areaId: who.areaId, ...row })
          .onConflictDoNothing()
          .returning({ version: referralRoute.version })
      : await tx
          .update(referralRoute)
          .set({ ...row, version: version + 1 })
          .where(and(eq(referralRoute.areaId, who.areaId), eq(referralRoute.version, version)))
          .returning({ version: referralRoute.version });
  if (kept === undefined) throw new DomainError({ kind: "changed-since", what: "safeguarding route" });
  return kept.version;
}

/** What the child is called; no such child for whoever does not see them. */
export async function nameOf({ tx, who }: Records, childId: string): Promise<string> {
  const [found] = await rowsOf<{ readonly name: string }>(
    tx,
    sql`select concat_ws(' ', given_name, family_name) as name from child
      where area_id = ${who.areaId} and child_id = ${childId} and withdrawn_at is null`,
  );
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "child" });
  return found.name;
}

/** What is open about the child and would hold up something else; nothing of it holds up a referral. */
export async function openAbout(
  { tx, who, now, today }: Records,
  childId: string,
): Promise<Pick<ReferralFacts, "consent" | "waitingFor">> {
  const [found] = await rowsOf<{
    readonly withoutLead: boolean;
    readonly proposed: boolean;
    readonly consent: "given" | "refused" | "withdrawn" | null;
  }>(
    tx,
    sql`select
        exists (select 1 from plan_member m join plan p on p.area_id = m.area_id and p.plan_id = m.plan_id and p.state = 'open'
          where m.area_id = ${who.areaId} and m.child_id = ${childId} and p.reach = 'multi-agency'
            and not exists (select 1 from child_access a where a.area_id = m.area_id and a.child_id = m.child_id
              and a.basis = 'lead' and a.during @> ${now}::timestamptz)) as "withoutLead",
        exists (select 1 from plan_member m join proposal o on o.area_id = m.area_id and o.plan_id = m.plan_id and o.state = 'open'
          where m.area_id = ${who.areaId} and m.child_id = ${childId}) as proposed,
        (select case when c.answer = 'refused' then 'refused' when c.withdrawn_on is not null then 'withdrawn'
            when c.during @> ${today}::date then 'given' end
          from consent c where c.area_id = ${who.areaId} and c.child_id = ${childId} and c.superseded_at is null
          order by c.recorded_at desc, c.consent_id desc limit 1) as consent`,
  );
  return {
    consent: found?.consent ?? "not-recorded",
    waitingFor: [
      ...(found?.withoutLead ? (["lead-professional"] as const) : []),
      ...(found?.proposed ? (["agreement"] as const) : []),
    ],
  };
}

/** Referrals about a child that row security shows the reader, the newest first. */
export const referralsOf = ({ tx, who }: Records, childId: string) =>
  tx
    .select({ of: referral, madeBy: practitioner.name })
    .from(referral)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, referral.areaId), eq(practitioner.practitionerId, referral.madeBy)),
    )
    .where(and(eq(referral.areaId, who.areaId), eq(referral.childId, childId)))
    .orderBy(desc(referral.recordedAt), desc(referral.referralId))
    .limit(200);

export async function referralOf({ tx, who }: Records, referralId: string) {
  const [found] = await tx
    .select()
    .from(referral)
    .where(and(eq(referral.areaId, who.areaId), eq(referral.referralId, referralId)));
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "referral" });
  return found;
}

export const wordsOf = ({ tx, who }: Records, referralIds: readonly string[]) =>
  tx
    .select({ of: referralWord, recordedBy: practitioner.name })
    .from(referralWord)
    .innerJoin(
      practitioner,
      and(eq(practitioner.areaId, referralWord.areaId), eq(practitioner.practitionerId, referralWord.recordedBy)),
    )
    .where(and(eq(referralWord.areaId, who.areaId), sql`${referralWord.referralId} = ${anyOf(referralIds)}`))
    .orderBy(asc(referralWord.recordedAt), asc(referralWord.wordId));

export async function addReferral(
  { tx, who, now, newId }: Records,
  { idempotencyKey: _, whatFor, madeAt, ...made }: RecordReferral,
  more: { readonly agencyId: string; readonly decisionId: string | undefined },
): Promise<string> {
  const referralId = newId();
  await tx.insert(referral).values({
    ...made,
    areaId: who.areaId,
    referralId,
    madeBy: who.practitionerId,
    madeAt: madeAt ?? null,
    whatFor: whatFor ?? null,
    agencyId: more.agencyId,
    decisionId: more.decisionId ?? null,
    recordedAt: now,
  });
  return referralId;
}

type Word = Pick<typeof referralWord.$inferInsert, "referralId" | "childId" | "kind" | "saidOn" | "saidBy" | "words">;

export async function addWord({ tx, who, now, newId }: Records, word: Word): Promise<void> {
  await tx
    .insert(referralWord)
    .values({ ...word, areaId: who.areaId, wordId: newId(), recordedBy: who.practitionerId, recordedAt: now });
}
