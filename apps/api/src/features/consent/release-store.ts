import { type AgencyKind, DomainError, type ItemKind, type SharingBasis, type Told } from "@linchpin/domain";
import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { endedNow } from "../../db/lasting.ts";
import { anyOf } from "../../db/many.ts";
import { duty } from "../../db/schema/change.ts";
import { release, releaseCopy, releaseWords } from "../../db/schema/consent.ts";
import type { Records } from "../../records.ts";

const named = (column: typeof release.toId | typeof release.releasedBy | typeof release.decidedBy) =>
  sql<
    string | null
  >`(select p.name from practitioner p where p.area_id = ${release.areaId} and p.practitioner_id = ${column})`;

/** What stands where a reader may know that something went, and not what it was; the database writes the same. */
export const inAnothersFile = "Something in another service's file";

/** Words about what went: of an agency's own item they lie apart, for those who may know what it was (decision 36). */
const ofItem = <T extends string | null>(
  column: "title" | "purpose" | "reasonWords" | "endedBecause" | "childNotToldBecause" | "familyNotToldBecause",
) => sql<T>`coalesce(${releaseWords[column]}, ${release[column]})`;

const columns = {
  releaseId: release.releaseId,
  childId: release.childId,
  itemKind: release.itemKind,
  itemId: release.itemId,
  concernId: release.concernId,
  ofAgency: release.ofAgency,
  toId: release.toId,
  toName: named(release.toId),
  toAgency: release.toAgency,
  purpose: ofItem<string>("purpose"),
  basis: release.basis,
  consentId: release.consentId,
  decidedBy: release.decidedBy,
  decidedByName: named(release.decidedBy),
  reason: release.reason,
  reasonWords: ofItem<string | null>("reasonWords"),
  title: ofItem<string>("title"),
  releasedBy: release.releasedBy,
  releasedByName: named(release.releasedBy),
  releasedAt: release.releasedAt,
  during: release.during,
  endedBecause: ofItem<string | null>("endedBecause"),
  childToldOn: release.childToldOn,
  childNotToldBecause: ofItem<string | null>("childNotToldBecause"),
  familyToldOn: release.familyToldOn,
  familyNotToldBecause: ofItem<string | null>("familyNotToldBecause"),
  decisionId: release.decisionId,
  fromReleaseId: release.fromReleaseId,
  filedAs: release.filedAs,
  filedBecause: release.filedBecause,
} as const;

const select = ({ tx }: Records) =>
  tx
    .select(columns)
    .from(release)
    .leftJoin(releaseWords, and(eq(releaseWords.areaId, release.areaId), eq(releaseWords.releaseId, release.releaseId)))
    .$dynamic();
export type ReleaseRow = Awaited<ReturnType<typeof select>>[number];

/** The releases of which something is so. */
export const releasesWhere = (records: Records, so: SQL | undefined) => select(records).where(so);

/** What of a child went to somebody, the newest first. */
export const releasesOf = (records: Records, childId: string): Promise<readonly ReleaseRow[]> =>
  select(records)
    .where(and(eq(release.areaId, records.who.areaId), eq(release.childId, childId)))
    .orderBy(desc(release.releasedAt), desc(release.releaseId));

/** One release, or that there is none for this reader. */
export async function releaseOf(records: Records, releaseId: string): Promise<ReleaseRow> {
  const [found] = await select(records).where(
    and(eq(release.areaId, records.who.areaId), eq(release.releaseId, releaseId)),
  );
  if (!found) throw new DomainError({ kind: "not-visible", what: "release" });
  return found;
}

/** What of a child went on consent and may still be read, as far as this reader may know of it. */
export const openOnConsent = (records: Records, childId: string): Promise<readonly ReleaseRow[]> =>
  select(records)
    .where(
      and(
        eq(release.areaId, records.who.areaId),
        eq(release.childId, childId),
        eq(release.basis, "consent"),
        sql`${release.during} @> ${records.now}::timestamptz`,
      ),
    )
    .orderBy(desc(release.releasedAt), desc(release.releaseId));

export type ItemOfChild = { readonly childId: string; readonly kind: ItemKind; readonly itemId: string };

/** The shares of one item that may still be read, as far as this reader may know of them. */
export const openOfItem = (records: Records, { childId, kind, itemId }: ItemOfChild): Promise<readonly ReleaseRow[]> =>
  select(records).where(
    and(
      eq(release.areaId, records.who.areaId),
      eq(release.childId, childId),
      eq(release.itemKind, kind),
      eq(release.itemId, itemId),
      sql`${release.during} @> ${records.now}::timestamptz`,
    ),
  );

/** What went on an answer and may still be read, as far as this reader may know of it. */
export const restingOn = (records: Records, consentId: string): Promise<readonly ReleaseRow[]> =>
  select(records)
    .where(
      and(
        eq(release.areaId, records.who.areaId),
        eq(release.consentId, consentId),
        sql`${release.during} @> ${records.now}::timestamptz`,
      ),
    )
    .orderBy(desc(release.releasedAt), desc(release.releaseId));

/**
 * All that went on an answer and may still be read, whoever's file it is in: taking the answer back ends every part of it,
 * also what whoever records it may not know of.
 */
export const allRestingOn = (records: Records, consentId: string): Promise<readonly ReleaseRow[]> =>
  areaWide(records.tx, () => restingOn(records, consentId));

/** Ends releases now: from here on nobody reads them. That they were is kept. */
export async function endReleases(
  { tx, who, now }: Records,
  ended: readonly Pick<ReleaseRow, "releaseId">[],
  because: string,
): Promise<void> {
  if (ended.length === 0) return;
  await areaWide(tx, () =>
    tx
      .update(release)
      .set({ during: endedNow(release.during, now), endedBecause: because })
      .where(
        and(
          eq(release.areaId, who.areaId),
          sql`${release.releaseId} = ${anyOf(ended.map(({ releaseId }) => releaseId))}`,
        ),
      ),
  );
}

/** What rests on an answer rests on the one that replaces it. */
export async function moveReleases({ tx, who }: Records, from: string, to: string): Promise<void> {
  await areaWide(tx, () =>
    tx
      .update(release)
      .set({ consentId: to })
      .where(and(eq(release.areaId, who.areaId), eq(release.consentId, from))),
  );
}

/** Whether other agencies' files of this child are closed to the caller: they read their own, and what was shared with them. */
export async function filesAreClosed({ tx }: Records, childId: string): Promise<boolean> {
  const [found] = await rowsOf<{ readonly closed: boolean }>(
    tx,
    sql`select ${childId}::uuid = any (files_closed_to_me()) as closed`,
  );
  return found?.closed ?? true;
}

/** The concern in whose file an item is: the concern itself, or the one a view was given to. */
export async function concernOfItem(
  { tx, who }: Records,
  { kind, itemId }: Pick<NewRelease, "itemId"> & { readonly kind: ItemKind },
): Promise<string | undefined> {
  if (kind !== "concern" && kind !== "view") return undefined;
  const [found] = await rowsOf<{ readonly concernId: string | null }>(
    tx,
    sql`select concern_of_item(${who.areaId}, ${kind}, ${itemId}) as "concernId"`,
  );
  return found?.concernId ?? undefined;
}

/** How many actions on a child's open plans each of some people still has to do. */
export async function openActionsOf(
  { tx, who }: Records,
  childId: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (people.length === 0) return new Map();
  const found = await rowsOf<{ readonly ownerId: string; readonly many: number }>(
    tx,
    sql`select a.owner_id as "ownerId", count(*)::int as many from plan_action a
      join plan p on p.area_id = a.area_id and p.plan_id = a.plan_id and p.state = 'open'
      where a.area_id = ${who.areaId} and a.child_id = ${childId} and a.owner_id = ${anyOf(people)}
        and a.state in ('planned', 'running')
      group by a.owner_id`,
  );
  return new Map(found.map(({ ownerId, many }) => [ownerId, many]));
}

/** Something owed about a child's sharing that is still to be done; undefined where there is none for this reader. */
export async function openDuty({ tx, who }: Records, dutyId: string) {
  const [found] = await tx
    .select({ childId: duty.childId, act: duty.act, owedBy: duty.owedBy })
    .from(duty)
    .where(and(eq(duty.areaId, who.areaId), eq(duty.dutyId, dutyId), isNull(duty.doneAt)));
  return found;
}

export async function closeDuty({ tx, who, now }: Records, dutyId: string): Promise<void> {
  await tx
    .update(duty)
    .set({ doneAt: now })
    .where(and(eq(duty.areaId, who.areaId), eq(duty.dutyId, dutyId), isNull(duty.doneAt)));
}

export type NewRelease = {
  readonly childId: string;
  readonly itemKind: ItemKind;
  readonly itemId: string;
  readonly ofAgency: AgencyKind;
  readonly toId: string;
  readonly toAgency: AgencyKind;
  readonly purpose: string;
  readonly basis: SharingBasis;
  readonly consentId: string | null;
  readonly decidedBy: string | null;
  readonly reason: "good" | "very-good" | null;
  readonly reasonWords: string | null;
  readonly title: string;
  readonly copy: string;
  readonly fromReleaseId: string | null;
  readonly until: string | undefined;
  readonly childTold: Told;
  readonly familyTold: Told;
  readonly decisionId: string;
};

export async function addRelease({ tx, who, now }: Records, releaseId: string, given: NewRelease): Promise<void> {
  const { until, childTold, familyTold, copy, ...rest } = given;
  await tx.insert(release).values({
    ...rest,
    areaId: who.areaId,
    releaseId,
    releasedBy: who.practitionerId,
    releasedAt: now,
    during: { from: now, ...(until === undefined ? {} : { until }) },
    ...toldColumns("child", childTold),
    ...toldColumns("family", familyTold),
  });
  await tx.insert(releaseCopy).values({ areaId: who.areaId, releaseId, childId: given.childId, copy });
}

/** What was shared, as it went; undefined for a reader whom it is not for. */
export async function copyOf({ tx, who }: Records, releaseId: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ copy: releaseCopy.copy })
    .from(releaseCopy)
    .where(and(eq(releaseCopy.areaId, who.areaId), eq(releaseCopy.releaseId, releaseId)));
  return found?.copy;
}

const toldColumns = (whom: "child" | "family", told: Told) => ({
  [`${whom}ToldOn`]: told.told === "yes" ? told.on : null,
  [`${whom}NotToldBecause`]: told.told === "no" ? told.because : null,
});

/** Keeps who was told, and closes what was owed for it. */
export async function keepTold(
  { tx, who, now }: Records,
  { releaseId, decisionId }: Pick<ReleaseRow, "releaseId" | "decisionId">,
  whom: "child" | "family",
  told: Told,
): Promise<void> {
  await tx
    .update(release)
    .set(toldColumns(whom, told))
    .where(and(eq(release.areaId, who.areaId), eq(release.releaseId, releaseId)));
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

type Decided = { readonly decidedBy: string; readonly reason: "good" | "very-good"; readonly reasonWords: string };

/** Writes down who decided, where nobody had yet. Gives whether anybody had not. */
export async function completeRelease({ tx, who }: Records, releaseId: string, decided: Decided): Promise<boolean> {
  const kept = await tx
    .update(release)
    .set(decided)
    .where(and(eq(release.areaId, who.areaId), eq(release.releaseId, releaseId), isNull(release.reasonWords)))
    .returning({ releaseId: release.releaseId });
  return kept.length > 0;
}

export type Recipient = {
  readonly name: string;
  readonly agency: AgencyKind;
  /** Whether the child's record is held back from them: they read nothing of this child. */
  readonly isHeldBack: boolean;
  /** They have a light account: their own actions, and no page for anything that is shared. */
  readonly isLight: boolean;
};

/** Somebody at work in this area today, to whom something may go; undefined where nobody is. */
export async function recipientOf(
  { tx, who, today }: Records,
  childId: string,
  toId: string,
): Promise<Recipient | undefined> {
  const [found] = await rowsOf<Recipient>(
    tx,
    sql`select p.name, ag.kind as agency, is_held_back(p.area_id, p.practitioner_id, ${childId}) as "isHeldBack",
        po.role = 'light' as "isLight"
      from practitioner p
      join post po on po.area_id = p.area_id and po.practitioner_id = p.practitioner_id and po.during @> ${today}::date
      join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      where p.area_id = ${who.areaId} and p.practitioner_id = ${toId}
      order by po.role = 'light', po.hours desc, po.post_id limit 1`,
  );
  return found;
}

/** Who leads the help of a child now, whoever acts for them, or who is turned to while nobody leads. */
export async function leadOf({ tx, who }: Records, childId: string): Promise<string | undefined> {
  const [found] = await rowsOf<{ readonly practitionerId: string }>(
    tx,
    sql`select a.practitioner_id as "practitionerId" from child_access a
      where a.area_id = ${who.areaId} and a.child_id = ${childId} and not a.held_back and a.during @> app_now()
        and a.basis in ('lead', 'acting-lead', 'contact-of-record')
      order by array_position(array['acting-lead', 'lead', 'contact-of-record'], a.basis), a.practitioner_id limit 1`,
  );
  return found?.practitionerId;
}

/** What is owed about a child's consent and sharing, the nearest clock first. */
export const dutiesOf = ({ tx, who }: Records, childId: string) =>
  tx
    .select({
      dutyId: duty.dutyId,
      act: duty.act,
      because: duty.because,
      clause: duty.clause,
      dueBy: duty.dueBy,
      owedById: duty.owedBy,
      owedByName: sql<string>`(select p.name from practitioner p where p.area_id = ${duty.areaId} and p.practitioner_id = ${duty.owedBy})`,
    })
    .from(duty)
    .where(
      and(
        eq(duty.areaId, who.areaId),
        eq(duty.childId, childId),
        sql`${duty.act} like 'consent.%'`,
        isNull(duty.doneAt),
      ),
    )
    .orderBy(sql`${duty.dueBy} nulls last`, duty.dutyId);
