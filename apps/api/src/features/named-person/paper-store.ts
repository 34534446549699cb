import type { LocalDate, Ways } from "@linchpin/domain";
import { type SQL, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import type { Records } from "../../records.ts";
import { titleOf } from "./title.ts";

export {
  type ChosenRow,
  chosenNow,
  establishmentKept,
  establishmentsKept,
  type NotWrittenTo,
  notWrittenTo,
} from "../people/reads.ts";
export {
  type AdultKeptAway,
  adultsKeptAwayFrom,
  type WhereaboutsKept,
  whereaboutsKeptOf,
} from "../restriction/reads.ts";

type Person = {
  readonly practitionerId: string;
  readonly name: string;
  /** A practitioner kind of the vocabulary. */
  readonly kind: string;
  readonly title: string | null;
  readonly phone: string | null;
};

/** What somebody recorded of how families reach them; nothing where they recorded none. */
export type WaysRow = {
  readonly phone: string | null;
  readonly hours: string | null;
  readonly writeTo: string | null;
  readonly childPhone: string | null;
  readonly childHours: string | null;
  readonly childWriteTo: string | null;
} | null;

export type PartRow = {
  readonly tellingId: string;
  readonly recipient: string;
  /** Null for the child, and for a carer whom row security hides from this person. */
  readonly carer: string | null;
  readonly printedOn: LocalDate | null;
  readonly printedBy: string | null;
  readonly toldOn: LocalDate | null;
  readonly toldBy: string | null;
  readonly notToldBecause: string | null;
};

export type FamilyRow = {
  readonly childId: string;
  readonly searchName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly isBorn: boolean;
  readonly group: string | null;
  readonly yearGroup: string | null;
  /** The first day on the roll asked about. */
  readonly startsOn: LocalDate | null;
  readonly bases: readonly string[];
  readonly namedPerson:
    | (Person & {
        readonly from: LocalDate;
        /** The day on which it was written down. */
        readonly namedOn: LocalDate;
        readonly stage: string;
        readonly ways: WaysRow;
        readonly place: {
          readonly name: string;
          readonly address: string | null;
          readonly phone: string | null;
          readonly agency: string;
          readonly ways: WaysRow;
        } | null;
        readonly holidays: {
          readonly name: string;
          readonly phone: string | null;
          readonly hours: string | null;
          readonly writeTo: string | null;
        } | null;
      })
    | null;
  readonly lead: (Person & { readonly ways: WaysRow }) | null;
  readonly acting: (Person & { readonly ways: WaysRow }) | null;
  readonly carers: readonly { readonly carerId: string; readonly name: string }[];
  readonly address: {
    readonly line1: string | null;
    readonly town: string | null;
    readonly postcode: string | null;
  } | null;
  readonly parts: readonly PartRow[];
};

/** Whose papers: one child's as they stand, or those of a roll narrowed by class, year group or a start that is to come. */
export type PapersOf =
  | { readonly childId: string }
  | {
      readonly establishmentId: string;
      readonly group?: string | undefined;
      readonly yearGroup?: string | undefined;
      readonly entering?: boolean | undefined;
      /** Only these. */
      readonly childIds?: readonly string[] | undefined;
    };

/** As many as are read, and printed, at once. */
export const mostPapers = 300;

const waysOf = (
  holderId: SQL,
): SQL => sql`(select json_build_object('phone', w.phone, 'hours', w.hours, 'writeTo', w.write_to,
    'childPhone', w.child_phone, 'childHours', w.child_hours, 'childWriteTo', w.child_write_to)
  from way_to_reach w where w.area_id = app_area() and w.holder_id = ${holderId})`;

const person = (alias: SQL, records: Records): SQL =>
  sql`'practitionerId', ${alias}.practitioner_id, 'name', ${alias}.name, 'kind', ${alias}.kind, 'phone', ${alias}.phone, 'title', ${titleOf(sql`${alias}.practitioner_id`, records.today)}, 'ways', ${waysOf(sql`${alias}.practitioner_id`)}`;

/** Who leads now, of the plan that several agencies work to; as row security shows plans to this person. */
const leading = (table: SQL, records: Records): SQL => sql`(
  select json_build_object(${person(sql`lp`, records)})
  from plan_member m join plan pl on pl.area_id = m.area_id and pl.plan_id = m.plan_id and pl.state = 'open' and pl.reach = 'multi-agency'
  join ${table} l on l.area_id = pl.area_id and l.plan_id = pl.plan_id and l.during @> app_now()
  join practitioner lp on lp.area_id = l.area_id and lp.practitioner_id = l.practitioner_id
  where m.area_id = c.area_id and m.child_id = c.child_id order by pl.opened_at, pl.plan_id limit 1)`;

/**
 * What a family's paper is made of, by the child's name. On a roll it is who is named person on the first day there, or
 * today once that is past; who is not at work any more, or belongs to the place before, is not that.
 */
export function familyRows(records: Records, of: PapersOf): Promise<readonly FamilyRow[]> {
  const { today } = records;
  const ofRoll = "establishmentId" in of;
  const start = ofRoll ? sql`lower(p.during)` : sql`null::date`;
  const moment = ofRoll
    ? sql`greatest(app_now(), lower(p.during)::timestamp at time zone 'Europe/London')`
    : sql`app_now()`;
  const from = ofRoll
    ? sql`place p join child c on c.area_id = p.area_id and c.child_id = p.child_id and c.withdrawn_at is null`
    : sql`child c`;
  const where = ofRoll
    ? sql`p.area_id = app_area() and p.establishment_id = ${of.establishmentId} and p.superseded_at is null
        and (upper(p.during) is null or upper(p.during) > ${today}::date)
        ${of.group === undefined ? sql`` : sql`and p."group" = ${of.group}`}
        ${of.yearGroup === undefined ? sql`` : sql`and p.year_group = ${of.yearGroup}`}
        ${of.childIds === undefined ? sql`` : sql`and p.child_id = ${anyOf(of.childIds)}`}
        ${of.entering === true ? sql`and lower(p.during) > ${today}::date` : sql``}`
    : sql`c.area_id = app_area() and c.child_id = ${of.childId} and c.withdrawn_at is null`;
  return rowsOf<FamilyRow>(
    records.tx,
    sql`select c.child_id as "childId", c.search_name as "searchName", c.given_name as "givenName", c.family_name as "familyName",
        c.preferred_name as "preferredName", c.born_on is not null as "isBorn", ${ofRoll ? sql`p."group"` : sql`null`} as "group",
        ${ofRoll ? sql`p.year_group` : sql`null`} as "yearGroup", (${start})::text as "startsOn",
        coalesce((select json_agg(distinct a.basis) from child_access a where a.area_id = c.area_id and a.child_id = c.child_id
          and a.practitioner_id = app_person() and a.during @> app_now()), '[]'::json) as bases,
        held.said as "namedPerson", ${leading(sql`lead`, records)} as lead, ${leading(sql`acting_lead`, records)} as acting,
        coalesce((select json_agg(json_build_object('carerId', k.carer_id, 'name', k.name) order by k.position, k.carer_id)
          from carer k where k.area_id = c.area_id and k.child_id = c.child_id and k.superseded_at is null), '[]'::json) as carers,
        (select json_build_object('line1', d.line1, 'town', d.town, 'postcode', d.postcode) from child_address d
          where d.area_id = c.area_id and d.child_id = c.child_id and d.superseded_at is null order by d.recorded_at desc limit 1) as address,
        coalesce((select json_agg(part.said) from (
          select distinct on (t.recipient) json_build_object('tellingId', t.telling_id, 'recipient', t.recipient, 'carer', k.name,
            'printedOn', (t.printed_at at time zone 'Europe/London')::date,
            'printedBy', (select b.name from practitioner b where b.area_id = t.area_id and b.practitioner_id = t.printed_by),
            'toldOn', t.told_on, 'toldBy', (select b.name from practitioner b where b.area_id = t.area_id and b.practitioner_id = t.recorded_by),
            'notToldBecause', t.not_told_because) as said
          from telling t
          join named_person n on n.area_id = t.area_id and n.named_person_id = t.source_id and n.practitioner_id = held.practitioner_id
          left join carer k on k.area_id = t.area_id and t.recipient <> 'child' and k.carer_id::text = t.recipient
          where t.area_id = c.area_id and t.child_id = c.child_id and t.about = 'named-person' and k.superseded_at is null
          order by t.recipient, t.recorded_at desc, t.telling_id) part), '[]'::json) as parts
      from ${from}
      left join lateral (
        select np.practitioner_id, json_build_object(${person(sql`pr`, records)},
          'from', (lower(np.during) at time zone 'Europe/London')::date, 'stage', np.stage,
          'namedOn', (np.recorded_at at time zone 'Europe/London')::date,
          'place', (select json_build_object('name', e.name, 'address', e.address, 'phone', e.phone, 'agency', g.kind, 'ways', ${waysOf(sql`e.establishment_id`)})
            from establishment e join agency g on g.area_id = e.area_id and g.agency_id = e.agency_id
            where e.area_id = np.area_id and e.establishment_id = np.establishment_id),
          'holidays', (select json_build_object('name', w.name, 'phone', w.phone, 'hours', w.hours, 'writeTo', w.write_to)
            from establishment e join way_to_reach w on w.area_id = e.area_id and w.holder_id = e.agency_id
            where e.area_id = np.area_id and e.establishment_id = np.establishment_id)) as said
        from named_person np join practitioner pr on pr.area_id = np.area_id and pr.practitioner_id = np.practitioner_id
        where np.area_id = c.area_id and np.child_id = c.child_id
          and ${
            ofRoll
              ? sql`np.during @> ${moment} and (lower(p.during) <= ${today}::date or np.establishment_id = p.establishment_id
                  or exists (select 1 from post at_school where at_school.area_id = np.area_id and at_school.practitioner_id = np.practitioner_id
                    and at_school.establishment_id = p.establishment_id and at_school.during @> lower(p.during)))`
              : sql`(upper(np.during) is null or upper(np.during) > app_now())`
          }
          and exists (select 1 from post po where po.area_id = np.area_id and po.practitioner_id = np.practitioner_id
            and po.during @> greatest(${today}::date, (lower(np.during) at time zone 'Europe/London')::date))
        order by lower(np.during) limit 1
      ) held on true
      where ${where}
      order by c.search_name, c.child_id limit ${ofRoll && of.childIds !== undefined ? of.childIds.length + 1 : mostPapers + 1}`,
  );
}

/** Marks the parts that are still open as printed, today, by the caller. */
export const markPrinted = ({ tx, who, now }: Records, tellingIds: readonly string[]): Promise<unknown> =>
  tellingIds.length === 0
    ? Promise.resolve()
    : rowsOf(
        tx,
        sql`update telling set printed_at = ${now}::timestamptz, printed_by = ${who.practitionerId}
          where area_id = ${who.areaId} and telling_id = ${anyOf(tellingIds)} and told_on is null and not_told_because is null`,
      );

const said = (text: string | null | undefined): string | undefined => text ?? undefined;

/** For parents and carers: what the person says themself, then what their school or clinic says for everybody. */
export const waysForCarers = (own: WaysRow, place: WaysRow, phone: string | null): Ways => ({
  phone: said(own?.phone) ?? said(place?.phone) ?? said(phone),
  hours: said(own?.hours) ?? said(place?.hours),
  writeTo: said(own?.writeTo) ?? said(place?.writeTo),
});

/** For children, apart: no number that was recorded for others. */
export const waysForChild = (own: WaysRow, place: WaysRow): Ways => ({
  phone: said(own?.childPhone) ?? said(place?.childPhone),
  hours: said(own?.childHours) ?? said(place?.childHours),
  writeTo: said(own?.childWriteTo) ?? said(place?.childWriteTo),
});
