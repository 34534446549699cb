import { DomainError, type LocalDate, type OnRoll, type WorryBringer, type WorryPlace } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { concern, worry } from "../../db/schema/concern.ts";
import type { Records } from "../../records.ts";

export type PlaceOfRoll = { readonly establishmentId: string; readonly name: string };

/** Schools, nurseries and clinics with a roll. What they are called says nothing of who is there. */
export const placesWithRoll = ({ tx, who }: Records): Promise<readonly PlaceOfRoll[]> =>
  rowsOf(
    tx,
    sql`select establishment_id as "establishmentId", name from establishment
      where area_id = ${who.areaId} and kind <> 'office' order by name, establishment_id`,
  );

/** Where the caller works, to begin with. */
export async function ownPlaceOf({ tx, who }: Records): Promise<string | undefined> {
  const [found] = await rowsOf<{ readonly id: string | null }>(
    tx,
    sql`select establishment_id as id from post where area_id = ${who.areaId} and post_id = ${who.postId}`,
  );
  return found?.id ?? undefined;
}

type Sent = {
  readonly establishmentId: string;
  readonly about: string;
  readonly group?: string | undefined;
  readonly words: string;
  readonly from: WorryBringer;
  readonly aboutPlace?: WorryPlace | undefined;
  readonly childChoseMe: boolean;
};

export async function addWorry({ tx, who, now, newId }: Records, sent: Sent): Promise<string> {
  const worryId = newId();
  await tx.insert(worry).values({
    areaId: who.areaId,
    worryId,
    sentBy: who.practitionerId,
    establishmentId: sent.establishmentId,
    about: sent.about,
    group: sent.group ?? null,
    words: sent.words,
    broughtBy: sent.from,
    aboutPlace: sent.aboutPlace ?? null,
    childChoseSender: sent.childChoseMe,
    passedOnAt: now,
  });
  return worryId;
}

type Kept = {
  readonly worryId: string;
  readonly sentBy: string;
  readonly sender: string;
  readonly words: string;
  readonly broughtBy: WorryBringer;
  readonly aboutPlace: WorryPlace | null;
  readonly childChoseSender: boolean;
  readonly passedOnAt: string;
};

/** What a worry says: asked for the whole area, since nobody reads it as it was sent. */
export async function wholeWorry({ tx, who }: Records, worryId: string): Promise<Kept> {
  const [found] = await rowsOf<Kept>(
    tx,
    sql`select w.worry_id as "worryId", w.sent_by as "sentBy", p.name as sender, w.words, w.brought_by as "broughtBy", w.about_place as "aboutPlace", w.child_chose_sender as "childChoseSender",
        to_char(w.passed_on_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "passedOnAt"
      from worry w join practitioner p on p.area_id = w.area_id and p.practitioner_id = w.sent_by
      where w.area_id = ${who.areaId} and w.worry_id = ${worryId} for update of w`,
  );
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "worry" });
  return found;
}

/** The children on a roll today, as far as row security shows them to whoever asks. */
export const rollOf = ({ tx, who, today }: Records, establishmentId: string): Promise<readonly OnRoll[]> =>
  rowsOf(
    tx,
    sql`select distinct c.child_id as "childId", c.given_name as given, c.preferred_name as preferred, c.family_name as family,
        nullif(p."group", '') as "group"
      from place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null
      where p.area_id = ${who.areaId} and p.establishment_id = ${establishmentId} and p.superseded_at is null
        and p.during @> ${today}::date`,
  ).then((rows) =>
    (
      rows as readonly (Record<"childId" | "given" | "family", string> & Record<"preferred" | "group", string | null>)[]
    ).map(({ childId, given, family, preferred, group }) => ({
      childId,
      given,
      family,
      ...(preferred === null ? {} : { preferred }),
      ...(group === null ? {} : { group }),
    })),
  );

/** A worry as it stands on the child's record: a concern that whoever passed it on recorded. */
export async function addConcernOfWorry(
  records: Records,
  { childId, worry: of, on }: { readonly childId: string; readonly worry: Kept; readonly on: LocalDate },
): Promise<string> {
  const concernId = records.newId();
  await records.tx.insert(concern).values({
    areaId: records.who.areaId,
    concernId,
    childId,
    noticedOn: on,
    reportedOn: on,
    noticed: of.words,
    touches: [],
    broughtBy: of.broughtBy,
    aboutPlace: of.aboutPlace,
    chosenAdult: of.childChoseSender ? of.sender : null,
    recordedBy: of.sentBy,
    recordedAt: of.passedOnAt,
    state: "open",
  });
  return concernId;
}

/** A worry found its child. */
export async function markPlaced(
  { tx, who, now }: Records,
  worryId: string,
  of: { readonly childId: string; readonly concernId: string; readonly byPerson: boolean },
): Promise<void> {
  await tx
    .update(worry)
    .set({
      childId: of.childId,
      concernId: of.concernId,
      ...(of.byPerson ? { placedBy: who.practitionerId, placedAt: now } : {}),
      version: sql`${worry.version} + 1`,
    })
    .where(and(eq(worry.areaId, who.areaId), eq(worry.worryId, worryId)));
}

/** It goes to another place's roll, or is set aside. */
export async function markElsewhere(
  { tx, who, now }: Records,
  { worryId, version }: { readonly worryId: string; readonly version: number },
  to: { readonly establishmentId: string } | { readonly setAsideBecause: string },
): Promise<void> {
  const moved = await tx
    .update(worry)
    .set({
      ...to,
      ...("setAsideBecause" in to ? { placedBy: who.practitionerId, placedAt: now } : {}),
      version: version + 1,
    })
    .where(
      and(
        eq(worry.areaId, who.areaId),
        eq(worry.worryId, worryId),
        eq(worry.version, version),
        isNull(worry.childId),
        isNull(worry.setAsideBecause),
      ),
    )
    .returning({ worryId: worry.worryId });
  if (moved.length === 0) throw new DomainError({ kind: "changed-since", what: "worry" });
}

export type ToPlace = {
  readonly worryId: string;
  readonly version: number;
  readonly establishmentId: string;
  readonly establishment: string;
  readonly about: string;
  readonly group: string | null;
  readonly sender: string;
  /** The caller passed it on themselves. */
  readonly isMine: boolean;
  readonly at: string;
};

/** What waits to be placed by the caller: through the one door that leaves out what it says. */
export const worriesToPlace = ({ tx }: Records): Promise<readonly ToPlace[]> =>
  rowsOf(
    tx,
    sql`select worry_id as "worryId", version, establishment_id as "establishmentId", establishment, about, "group", sender, sent_by = app_person() as "isMine",
        to_char(passed_on_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from worries_to_place() order by passed_on_at, worry_id limit 200`,
  );

/** Who says whom a worry is about: whoever keeps the roll or heads the place; where nobody does, who answers for the area. */
export async function keepersOf({ tx, who, today }: Records, establishmentId: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ readonly id: string; readonly isThere: boolean }>(
    tx,
    sql`select distinct practitioner_id as id, role in ('record-keeper', 'head') as "isThere" from post
      where area_id = ${who.areaId} and during @> ${today}::date
        and ((establishment_id = ${establishmentId} and role in ('record-keeper', 'head')) or role in ('coordinator', 'service-manager'))`,
  );
  const there = rows.filter(({ isThere }) => isThere);
  return (there.length > 0 ? there : rows).map(({ id }) => id);
}
