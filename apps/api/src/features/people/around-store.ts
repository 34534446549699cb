import {
  type CarerPart,
  type ChosenAs,
  type ChosenBy,
  DomainError,
  dayOf,
  inWords,
  type LocalDate,
  mayBeSameAdult,
  momentAt,
  momentOn,
  type RecordChosenContact,
  type SaidOfAdult,
  type SettleContactProtocol,
  takesPartInNothing,
} from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { areaWide, rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { carerPart, chosenContact, contactProtocol } from "../../db/schema/people-around.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { adultsKeptAwayFrom } from "../restriction/reads.ts";

/** Somebody whom the child or the family chose, as the caller may read it. Without a name: they were asked, and there is nobody. */
export type ChosenRow = {
  readonly contactId: string;
  readonly version: number;
  readonly childId: string;
  readonly as: ChosenAs;
  readonly chosenBy: ChosenBy;
  readonly practitionerId: string | null;
  readonly name: string | null;
  readonly whoTheyAre: string | null;
  readonly reach: string | null;
  readonly words: string;
  readonly from: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly endedBecause: string | null;
  readonly recordedBy: string;
  readonly protocol: {
    readonly what: string;
    readonly how: string;
    readonly howQuickly: string;
    readonly agreedOn: LocalDate;
    readonly by: string;
  } | null;
};

const nameOf = (id: string) =>
  sql`coalesce((select p.name from practitioner p where p.area_id = app_area() and p.practitioner_id = ${sql.raw(id)}), 'Somebody who has left')`;
const dayIn = (moment: string) => sql`(${sql.raw(moment)} at time zone 'Europe/London')::date::text`;
const postOf = (column: "title" | "agency", today: string) =>
  sql`(select ${column === "title" ? sql`po.title` : sql`ag.name`} from post po join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
    where po.area_id = pr.area_id and po.practitioner_id = pr.practitioner_id and po.during @> ${today}::date order by lower(po.during), po.post_id limit 1)`;

const chosen = (today: string) => sql`
  select cc.contact_id as "contactId", cc.version, cc.child_id as "childId", cc."as", cc.chosen_by as "chosenBy",
    cc.practitioner_id as "practitionerId", coalesce(pr.name, cc.name) as name,
    coalesce(nullif(concat_ws(', ', ${postOf("title", today)}, ${postOf("agency", today)}), ''), cc.who_they_are) as "whoTheyAre",
    coalesce(pr.phone, cc.reach) as reach, cc.words, ${dayIn("lower(cc.during)")} as "from",
    case when upper_inf(cc.during) then null else ${dayIn("upper(cc.during)")} end as "endedOn", cc.ended_because as "endedBecause",
    ${nameOf("cc.recorded_by")} as "recordedBy",
    (select json_build_object('what', k.what, 'how', k.how, 'howQuickly', k.how_quickly, 'agreedOn', k.agreed_on, 'by', ${nameOf("k.recorded_by")})
      from contact_protocol k where k.area_id = cc.area_id and k.contact_id = cc.contact_id
      order by k.agreed_on desc, k.recorded_at desc, k.protocol_id desc limit 1) as protocol
  from chosen_contact cc
  left join practitioner pr on pr.area_id = cc.area_id and pr.practitioner_id = cc.practitioner_id
  where cc.area_id = app_area()`;

/** Of one child, those who were chosen now and before, the newest first. */
export const chosenOf = ({ tx, today }: Records, childId: string): Promise<readonly ChosenRow[]> =>
  rowsOf<ChosenRow>(
    tx,
    sql`${chosen(today)} and cc.child_id = ${childId} order by lower(cc.during) desc, cc.contact_id desc limit 100`,
  );

/** Of some children, those who are chosen now, the trusted person first. */
export const chosenNow = async (
  { tx, today }: Pick<Records, "tx" | "today">,
  childIds: readonly string[],
): Promise<readonly ChosenRow[]> =>
  childIds.length === 0
    ? []
    : rowsOf<ChosenRow>(
        tx,
        sql`${chosen(today)} and cc.child_id = ${anyOf([...new Set(childIds)])} and upper_inf(cc.during)
          order by cc."as" desc, cc.contact_id`,
      );

/** One of them, held until the transaction ends; what the reader may not see reads as none. */
export async function lockChosen(records: Records, contactId: string): Promise<ChosenRow> {
  const { tx, who, today } = records;
  await tx
    .select({ contactId: chosenContact.contactId })
    .from(chosenContact)
    .where(and(eq(chosenContact.areaId, who.areaId), eq(chosenContact.contactId, contactId)))
    .for("update");
  const [found] = await rowsOf<ChosenRow>(tx, sql`${chosen(today)} and cc.contact_id = ${contactId}`);
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "contact" });
  return found;
}

export async function addChosen(
  { tx, who, now, newId }: Records,
  { childId, as, chosenBy, who: chose, words, from }: Omit<RecordChosenContact, "idempotencyKey">,
): Promise<string> {
  const contactId = newId();
  // On the day on which somebody else was chosen until then, it begins when that ended.
  const [last] = await rowsOf<{ readonly until: string | null }>(
    tx,
    sql`select to_char(max(upper(during)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as until from chosen_contact
      where area_id = ${who.areaId} and child_id = ${childId} and "as" = ${as}`,
  );
  const start = momentOn(from).at;
  const until = last?.until ?? start;
  if (until > start && dayOf(momentAt(until)) !== from)
    refuseInput("from", `Enter a day from ${inWords(dayOf(momentAt(until)))} on: somebody was recorded until then`);
  await tx.insert(chosenContact).values({
    areaId: who.areaId,
    contactId,
    childId,
    as,
    chosenBy,
    ...(chose.is === "practitioner" ? { practitionerId: chose.practitionerId } : {}),
    ...(chose.is === "other" ? { name: chose.name, whoTheyAre: chose.whoTheyAre, reach: chose.reach ?? null } : {}),
    words,
    during: { from: [start, until].toSorted().at(-1) ?? start },
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
  return contactId;
}

/** Ends it now; one that was changed since, or has ended, refuses. */
export async function endChosen(
  { tx, who, now }: Records,
  { contactId, version, because }: { readonly contactId: string; readonly version: number; readonly because: string },
): Promise<void> {
  const kept = await tx
    .update(chosenContact)
    .set({
      during: sql`tstzrange(lower(during), greatest(${now}::timestamptz, lower(during) + interval '1 microsecond'))`,
      endedBecause: because,
      endedBy: who.practitionerId,
      version: version + 1,
    })
    .where(
      and(
        eq(chosenContact.areaId, who.areaId),
        eq(chosenContact.contactId, contactId),
        eq(chosenContact.version, version),
        sql`upper_inf(${chosenContact.during})`,
      ),
    )
    .returning({ contactId: chosenContact.contactId });
  if (kept.length === 0) throw new DomainError({ kind: "changed-since", what: "contact" });
}

export async function addProtocol(
  { tx, who, now, newId }: Records,
  childId: string,
  { contactId, what, how, howQuickly, agreedOn }: Omit<SettleContactProtocol, "idempotencyKey" | "version">,
): Promise<void> {
  await tx.insert(contactProtocol).values({
    areaId: who.areaId,
    protocolId: newId(),
    contactId,
    childId,
    what,
    how,
    howQuickly,
    agreedOn,
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}

/** What was said of the parts of each child's parents, carers and other adults, the last said last. */
export async function saidOfAdults(
  { tx, who }: Pick<Records, "tx" | "who">,
  childIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SaidOfAdult[]>> {
  if (childIds.length === 0) return new Map();
  const rows = await tx
    .select({ childId: carerPart.childId, name: carerPart.name, takesPartIn: carerPart.takesPartIn })
    .from(carerPart)
    .where(and(eq(carerPart.areaId, who.areaId), sql`${carerPart.childId} = ${anyOf([...new Set(childIds)])}`))
    .orderBy(carerPart.recordedAt, carerPart.carerPartId);
  const found = new Map<string, SaidOfAdult[]>();
  for (const { childId, ...said } of rows) found.set(childId, [...(found.get(childId) ?? []), said]);
  return found;
}

/** Why nobody writes to a parent or carer: they must not be brought near the child, take part in nothing, or are on record no more. */
export type NotWrittenTo = "kept-away" | "left-out" | "gone";

/**
 * Those of some parents and carers to whom nothing is written, with why. Asked of the whole record, also of a name that is
 * kept from the caller: who may have a letter does not hang on who prints it. It answers for ids, and names nobody.
 */
export const notWrittenTo = (
  records: Pick<Records, "tx" | "who">,
  carerIds: readonly string[],
): Promise<ReadonlyMap<string, NotWrittenTo>> =>
  areaWide(records.tx, async () => {
    if (carerIds.length === 0) return new Map();
    const rows = await rowsOf<{
      readonly carerId: string;
      readonly childId: string;
      readonly name: string;
      readonly isGone: boolean;
    }>(
      records.tx,
      sql`select k.carer_id as "carerId", k.child_id as "childId", k.name,
          k.superseded_at is not null and not exists (select 1 from carer n where n.area_id = k.area_id and n.child_id = k.child_id
            and n.name = k.name and n.superseded_at is null) as "isGone"
        from carer k where k.area_id = ${records.who.areaId} and k.carer_id = ${anyOf([...new Set(carerIds)])}`,
    );
    const children = rows.map(({ childId }) => childId);
    const adults = await adultsKeptAwayFrom(records, children);
    const said = await saidOfAdults(records, children);
    const whyNot = ({ childId, name, isGone }: (typeof rows)[number]): NotWrittenTo | undefined => {
      if (adults.get(childId)?.some((adult) => mayBeSameAdult(adult.name, name))) return "kept-away";
      if (takesPartInNothing(name, said.get(childId) ?? [])) return "left-out";
      return isGone ? "gone" : undefined;
    };
    return new Map(
      rows.flatMap((row) => {
        const why = whyNot(row);
        return why === undefined ? [] : [[row.carerId, why] as const];
      }),
    );
  });

export async function addCarerPart(
  { tx, who, now, newId }: Records,
  part: {
    readonly childId: string;
    readonly name: string;
    readonly takesPartIn: readonly CarerPart[];
    readonly because: string | null;
  },
): Promise<void> {
  await tx.insert(carerPart).values({
    ...part,
    areaId: who.areaId,
    carerPartId: newId(),
    recordedBy: who.practitionerId,
    recordedAt: now,
  });
}
