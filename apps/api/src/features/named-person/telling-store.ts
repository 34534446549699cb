import type { LocalDate, WayOfTelling } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { childAccess } from "../../db/schema/access.ts";
import { telling } from "../../db/schema/named-person.ts";
import { atTheTop, type NamePlace, pageSize } from "../../paging.ts";
import type { Records } from "../../records.ts";
import { titleOf } from "./title.ts";

export { calledToFamily, lettersSentOf, type WentBefore } from "../consent/reads.ts";
export { type NotWrittenTo, notWrittenTo } from "../people/reads.ts";
export {
  type AdultKeptAway,
  adultsKeptAwayFrom,
  type WhereaboutsKept,
  whereaboutsKeptOf,
} from "../restriction/reads.ts";

export type TellingRow = {
  readonly tellingId: string;
  readonly childId: string;
  readonly searchName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly isChild: boolean;
  /** Null for the child. */
  readonly carerId: string | null;
  /** Null for the child, and for a carer whom row security hides from this person. */
  readonly carerName: string | null;
  readonly relationship: string | null;
  /** As what the person they are told of is tied to the child. */
  readonly as: "named-person" | "lead-professional";
  readonly name: string;
  readonly title: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly from: LocalDate;
  /** Of a named person: what the child is in. */
  readonly stage: string | null;
  /** Beside somebody else who leads: who is named person. */
  readonly stillNamed: string | null;
  readonly establishment: {
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
  } | null;
  readonly toldOn: string | null;
  readonly how: string | null;
  readonly notToldBecause: string | null;
};

export type ToTellAsked = {
  readonly establishmentId?: string | undefined;
  readonly childId?: string | undefined;
  readonly group?: string | undefined;
  readonly state: "open" | "told" | "not-told";
  /** Only these. */
  readonly tellingIds?: readonly string[] | undefined;
  /** Only those about which no letter went yet that the caller may read. */
  readonly isUnwritten?: boolean | undefined;
  /** Relations that let a person tell. */
  readonly bases: readonly string[];
};

const isInState = {
  open: sql`t.told_on is null and t.not_told_because is null`,
  told: sql`t.told_on is not null`,
  "not-told": sql`t.not_told_because is not null`,
};

/** What there is to tell of those who are, or will be, a child's named person, and of those who lead, to the children whom this person may tell. */
const wanted = (
  { today }: Records,
  { establishmentId, childId, group, tellingIds, isUnwritten, state, bases }: ToTellAsked,
) => sql`
  from telling t
  left join named_person np on t.about = 'named-person' and np.area_id = t.area_id and np.named_person_id = t.source_id
    and (upper(np.during) is null or upper(np.during) > app_now())
  left join lead l on t.about = 'lead-professional' and l.area_id = t.area_id and l.lead_id = t.source_id
    and (upper(l.during) is null or upper(l.during) > app_now())
  left join contact_of_record cr on t.about = 'lead-professional' and cr.area_id = t.area_id and cr.contact_id = t.source_id
    and (upper(cr.during) is null or upper(cr.during) > app_now())
  join practitioner pr on pr.area_id = t.area_id and pr.practitioner_id = coalesce(np.practitioner_id, l.practitioner_id, cr.practitioner_id)
  join child c on c.area_id = t.area_id and c.child_id = t.child_id and c.withdrawn_at is null
  left join carer k on k.area_id = t.area_id and t.recipient <> 'child' and k.carer_id::text = t.recipient
  where t.area_id = app_area() and t.about in ('named-person', 'lead-professional') and ${isInState[state]}
    and exists (select 1 from child_access a where a.area_id = t.area_id and a.practitioner_id = app_person() and a.child_id = t.child_id
      and a.during @> app_now() and a.basis in (select jsonb_array_elements_text(${JSON.stringify(bases)}::jsonb)))
    ${childId === undefined ? sql`` : sql`and t.child_id = ${childId}`}
    ${tellingIds === undefined ? sql`` : sql`and t.telling_id = ${anyOf(tellingIds)}`}
    ${isUnwritten === true ? sql`and not exists (select 1 from sent_copy s where s.area_id = t.area_id and s.telling_id = t.telling_id)` : sql``}
    ${
      establishmentId === undefined && group === undefined
        ? sql``
        : sql`and exists (select 1 from place p where p.area_id = t.area_id and p.child_id = t.child_id and p.superseded_at is null
            and (upper(p.during) is null or upper(p.during) > ${today}::date)
            ${establishmentId === undefined ? sql`` : sql`and p.establishment_id = ${establishmentId}`}
            ${group === undefined ? sql`` : sql`and p."group" = ${group}`})`
    }`;

/** One page of it and one row more, by the child's name. */
export const tellings = (
  records: Records,
  asked: ToTellAsked,
  after: NamePlace = atTheTop,
  most: number = pageSize,
): Promise<readonly TellingRow[]> =>
  rowsOf(
    records.tx,
    sql`select t.telling_id as "tellingId", t.child_id as "childId", c.search_name as "searchName",
        c.given_name as "givenName", c.family_name as "familyName", c.preferred_name as "preferredName",
        t.recipient = 'child' as "isChild", nullif(t.recipient, 'child') as "carerId", k.name as "carerName", k.relationship, t.about as "as", pr.name, ${titleOf(sql`pr.practitioner_id`, records.today)} as title,
        pr.phone, pr.email, (coalesce(lower(np.during), lower(l.during), lower(cr.during)) at time zone 'Europe/London')::date::text as "from", np.stage,
        (select q.name from named_person n join practitioner q on q.area_id = n.area_id and q.practitioner_id = n.practitioner_id
          where t.about = 'lead-professional' and n.area_id = t.area_id and n.child_id = t.child_id and n.during @> app_now()
            and n.practitioner_id <> pr.practitioner_id limit 1) as "stillNamed",
        (select json_build_object('name', e.name, 'address', e.address, 'phone', e.phone) from establishment e
          where e.area_id = np.area_id and e.establishment_id = np.establishment_id) as establishment,
        t.told_on::text as "toldOn", t.how, t.not_told_because as "notToldBecause"
      ${wanted(records, asked)} and (c.search_name, t.telling_id) > (${after.name}, ${after.id}::uuid)
      order by c.search_name, t.telling_id limit ${most + 1}`,
  );

/** How many still have to be told. */
export async function openTellings(records: Records, asked: ToTellAsked): Promise<number> {
  const [found] = await rowsOf<{ open: number }>(
    records.tx,
    sql`select count(*)::int as open ${wanted(records, { ...asked, state: "open" })}`,
  );
  return found?.open ?? 0;
}

/** Holds them until the transaction ends: of two who write to the same people at once, the second sees what the first sent. */
export async function lockTellings({ tx, who }: Records, tellingIds: readonly string[]): Promise<void> {
  await tx
    .select({ tellingId: telling.tellingId })
    .from(telling)
    .where(and(eq(telling.areaId, who.areaId), sql`${telling.tellingId} = ${anyOf(tellingIds)}`))
    .orderBy(telling.tellingId)
    .for("update");
}

/** The same for all that has to be told of children's named persons, whichever of it turns out to be theirs. */
export async function lockTellingsOf({ tx, who }: Records, childIds: readonly string[]): Promise<void> {
  await tx
    .select({ tellingId: telling.tellingId })
    .from(telling)
    .where(
      and(
        eq(telling.areaId, who.areaId),
        eq(telling.about, "named-person"),
        sql`${telling.childId} = ${anyOf(childIds)}`,
      ),
    )
    .orderBy(telling.tellingId)
    .for("update");
}

/** The children of tellings with the relations this person has to each. */
export async function childrenOfTellings(
  { tx, who, now }: Records,
  tellingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx
    .select({ childId: telling.childId, bases: sql<readonly string[]>`json_agg(distinct ${childAccess.basis})` })
    .from(telling)
    .innerJoin(
      childAccess,
      and(
        eq(childAccess.areaId, telling.areaId),
        eq(childAccess.childId, telling.childId),
        eq(childAccess.practitionerId, who.practitionerId),
        sql`${childAccess.during} @> ${now}::timestamptz`,
      ),
    )
    .where(and(eq(telling.areaId, who.areaId), sql`${telling.tellingId} = ${anyOf(tellingIds)}`))
    .groupBy(telling.childId);
  return new Map(rows.map(({ childId, bases }) => [childId, bases]));
}

/** Logs it for those still open; gives the child, the recipient and what it was about, of each that was. */
export const recordTellings = (
  { tx, who }: Records,
  tellingIds: readonly string[],
  said: {
    readonly toldOn?: LocalDate | undefined;
    readonly how?: WayOfTelling | undefined;
    readonly notToldBecause?: string | undefined;
  },
) =>
  tx
    .update(telling)
    .set({
      toldOn: said.toldOn ?? null,
      how: said.how ?? null,
      notToldBecause: said.notToldBecause ?? null,
      recordedBy: who.practitionerId,
    })
    .where(
      and(
        eq(telling.areaId, who.areaId),
        sql`${telling.tellingId} = ${anyOf(tellingIds)}`,
        isNull(telling.toldOn),
        isNull(telling.notToldBecause),
      ),
    )
    .returning({ childId: telling.childId, recipient: telling.recipient, about: telling.about });

/** The carers among some tellings, each with their child; one whom row security hides is not among them. */
export const carersOfTellings = (
  { tx, who }: Records,
  tellingIds: readonly string[],
): Promise<readonly { readonly childId: string; readonly name: string }[]> =>
  rowsOf(
    tx,
    sql`select t.child_id as "childId", k.name from telling t
      join carer k on k.area_id = t.area_id and k.carer_id::text = t.recipient
      where t.area_id = ${who.areaId} and t.recipient <> 'child' and t.telling_id = ${anyOf(tellingIds)}`,
  );
