import type { ChosenAs, ChosenBy, LocalDate, RestrictionKind } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { prepared } from "../../db/prepared.ts";
import type { Records } from "../../records.ts";
import { contactKinds } from "../plan/reads.ts";
import { type AgreedWayRow, asAgreedWay } from "./agreed-way-store.ts";

export { openUntil } from "../access/reads.ts";
export { namedPersonOf } from "../named-person/reads.ts";

type Person = {
  readonly practitionerId: string;
  readonly name: string;
  readonly title: string | null;
  readonly agency: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};
type InRole = Person & { readonly since: string };

export type PlaceRow = {
  readonly placeId: string;
  readonly establishmentId: string;
  readonly establishment: string;
  readonly kind: string;
  readonly agency: string;
  readonly group: string | null;
  readonly yearGroup: string | null;
  readonly house: string | null;
  readonly fullTime: boolean | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
};
export type CarerRow = {
  readonly carerId: string;
  readonly name: string;
  readonly relationship: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};
export type StatusRow = {
  readonly legalStatusId: string;
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly holder: { readonly practitionerId: string; readonly name: string } | null;
};
/** As what somebody is turned to for a plan, as the plan's own page says it. */
export const contactInWords = (as: keyof typeof contactKinds): string => contactKinds[as].label;
export type PlanRow = {
  readonly planId: string;
  readonly kind: string;
  readonly reach: "single-agency" | "multi-agency";
  readonly openedAt: string;
  readonly neededSince: LocalDate | null;
  readonly dueBy: string | null;
  readonly lead: (InRole & { readonly basis: "by-agreement" | "by-law" }) | null;
  readonly acting: (InRole & { readonly as: string }) | null;
  readonly contact: (InRole & { readonly as: keyof typeof contactKinds }) | null;
  readonly proposalId: string | null;
  readonly team: readonly {
    readonly practitionerId: string;
    readonly name: string;
    readonly title: string | null;
    readonly agency: string;
  }[];
};
export type ChildRow = {
  readonly childId: string;
  readonly version: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly bornOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly midwiferyEndedOn: LocalDate | null;
  readonly statusesConfirmedOn: LocalDate | null;
  readonly places: readonly PlaceRow[];
  readonly address: {
    readonly line1: string | null;
    readonly town: string | null;
    readonly postcode: string | null;
  } | null;
  readonly carers: readonly CarerRow[];
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
  readonly statuses: readonly StatusRow[];
  readonly openConcerns: number;
  readonly plans: readonly PlanRow[];
  readonly restrictions: readonly RestrictedRow[];
  readonly chosen: readonly {
    readonly contactId: string;
    readonly as: ChosenAs;
    readonly chosenBy: ChosenBy;
    readonly name: string;
    readonly whoTheyAre: string | null;
    readonly reach: string | null;
    readonly words: string;
    readonly from: LocalDate;
    readonly settledOn: LocalDate | null;
  }[];
  /** What was recorded of how child, parents and carers are reached, the last recorded last. */
  readonly reached: readonly AgreedWayRow[];
};

/** Something that is kept private about the child, in force now: that it is, and never why. */
export type RestrictedRow = {
  readonly restrictionId: string;
  readonly kind: RestrictionKind;
  readonly adult: string | null;
  readonly owner: { readonly practitionerId: string; readonly name: string };
  readonly safeContact: { readonly name: string; readonly address?: string; readonly phone?: string } | null;
  readonly mayKnow: boolean;
};

const at = sql.placeholder;

/** Somebody by name with how to reach them at work: the post that has lasted longest. */
const person = (alias: string) =>
  sql.raw(`'practitionerId', ${alias}.practitioner_id, 'name', ${alias}.name, 'phone', ${alias}.phone, 'email', ${alias}.email,
  'title', (select po.title from post po where po.area_id = ${alias}.area_id and po.practitioner_id = ${alias}.practitioner_id and po.during @> (app_now() at time zone 'Europe/London')::date order by lower(po.during), po.post_id limit 1),
  'agency', (select ag.name from post po join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id where po.area_id = ${alias}.area_id and po.practitioner_id = ${alias}.practitioner_id and po.during @> (app_now() at time zone 'Europe/London')::date order by lower(po.during), po.post_id limit 1)`);

const places = sql`coalesce((
  select json_agg(json_build_object('placeId', p.place_id, 'establishmentId', e.establishment_id, 'establishment', e.name, 'kind', e.kind, 'agency', g.name,
    'group', p."group", 'yearGroup', p.year_group, 'house', p.house, 'fullTime', p.full_time, 'from', lower(p.during), 'until', upper(p.during))
    order by e.kind in ('clinic', 'midwifery-team'), lower(p.during) desc)
  from place p
  join establishment e on e.area_id = p.area_id and e.establishment_id = p.establishment_id
  join agency g on g.area_id = e.area_id and g.agency_id = e.agency_id
  where p.area_id = c.area_id and p.child_id = c.child_id and p.superseded_at is null
    and (upper(p.during) is null or upper(p.during) > ${at("today")}::date)), '[]'::json)`;

const statuses = sql`coalesce((
  select json_agg(json_build_object('legalStatusId', s.legal_status_id, 'kind', s.kind, 'detail', s.detail, 'from', lower(s.during), 'until', upper(s.during),
    'holder', (select json_build_object('practitionerId', h.practitioner_id, 'name', h.name) from practitioner h where h.area_id = s.area_id and h.practitioner_id = s.holder_id))
    order by lower(s.during) desc, s.legal_status_id)
  from legal_status s where s.area_id = c.area_id and s.child_id = c.child_id and s.superseded_at is null), '[]'::json)`;

const plans = sql`coalesce((
  select json_agg(json_build_object('planId', pl.plan_id, 'kind', pl.kind, 'reach', pl.reach, 'openedAt', pl.opened_at, 'neededSince', pl.lead_needed_since, 'dueBy', pl.lead_due_by,
    'lead', (select json_build_object(${person("pr")}, 'since', lower(l.during), 'basis', l.basis)
      from lead l join practitioner pr on pr.area_id = l.area_id and pr.practitioner_id = l.practitioner_id
      where l.area_id = pl.area_id and l.plan_id = pl.plan_id and l.during @> app_now()),
    'acting', (select json_build_object(${person("pr")}, 'since', lower(l.during), 'as', l."as")
      from acting_lead l join practitioner pr on pr.area_id = l.area_id and pr.practitioner_id = l.practitioner_id
      where l.area_id = pl.area_id and l.plan_id = pl.plan_id and l.during @> app_now()),
    'contact', (select json_build_object(${person("pr")}, 'since', lower(l.during), 'as', l."as")
      from contact_of_record l join practitioner pr on pr.area_id = l.area_id and pr.practitioner_id = l.practitioner_id
      where l.area_id = pl.area_id and l.plan_id = pl.plan_id and l.during @> app_now()),
    'proposalId', (select o.proposal_id from proposal o where o.area_id = pl.area_id and o.plan_id = pl.plan_id and o.state = 'open'),
    'team', coalesce((select json_agg(json_build_object('practitionerId', pr.practitioner_id, 'name', pr.name, 'agency', g.name,
        'title', (select po.title from post po where po.area_id = pr.area_id and po.practitioner_id = pr.practitioner_id and po.during @> ${at("today")}::date order by lower(po.during), po.post_id limit 1)) order by pr.name)
      from plan_practitioner w
      join practitioner pr on pr.area_id = w.area_id and pr.practitioner_id = w.practitioner_id
      join agency g on g.area_id = w.area_id and g.agency_id = w.agency_id
      where w.area_id = pl.area_id and w.plan_id = pl.plan_id and w.during @> app_now()), '[]'::json))
    order by pl.reach, pl.opened_at)
  from plan_member m join plan pl on pl.area_id = m.area_id and pl.plan_id = m.plan_id and pl.state = 'open'
  where m.area_id = c.area_id and m.child_id = c.child_id), '[]'::json)`;

const restrictions = sql`coalesce((
  select json_agg(json_build_object('restrictionId', r.restriction_id, 'kind', r.kind, 'adult', r.adult, 'safeContact', r.safe_contact,
    'owner', json_build_object('practitionerId', r.owner_id, 'name', (select p.name from practitioner p where p.area_id = r.area_id and p.practitioner_id = r.owner_id)),
    'mayKnow', r.kind <> 'whereabouts' or r.child_id <> all ((select whereabouts_kept_from_me())::uuid[]))
    order by r.kind desc, r.adult, r.restriction_id)
  from restriction r where r.area_id = c.area_id and r.child_id = c.child_id and upper_inf(r.during)), '[]'::json)`;

const chosen = sql`coalesce((
  select json_agg(json_build_object('contactId', cc.contact_id, 'as', cc."as", 'chosenBy', cc.chosen_by, 'name', coalesce(pr.name, cc.name),
    'whoTheyAre', coalesce((select po.title from post po where po.area_id = pr.area_id and po.practitioner_id = pr.practitioner_id
      and po.during @> ${at("today")}::date order by lower(po.during), po.post_id limit 1), cc.who_they_are),
    'reach', coalesce(pr.phone, cc.reach), 'words', cc.words, 'from', (lower(cc.during) at time zone 'Europe/London')::date,
    'settledOn', (select max(k.agreed_on) from contact_protocol k where k.area_id = cc.area_id and k.contact_id = cc.contact_id))
    order by cc."as" desc)
  from chosen_contact cc
  left join practitioner pr on pr.area_id = cc.area_id and pr.practitioner_id = cc.practitioner_id
  where cc.area_id = c.area_id and cc.child_id = c.child_id and upper_inf(cc.during) and coalesce(pr.name, cc.name) is not null), '[]'::json)`;

const reached = sql`coalesce((select json_agg(${asAgreedWay} order by w.recorded_at, w.agreed_way_id)
  from agreed_way w where w.area_id = c.area_id and w.child_id = c.child_id), '[]'::json)`;

const child = sql`(
  select c.child_id, c.version, c.given_name, c.family_name, c.preferred_name, c.born_on::text as born_on, c.due_on::text as due_on,
    c.midwifery_ended_on::text as midwifery_ended_on, c.statuses_confirmed_on::text as statuses_confirmed_on,
    ${places} as places,
    (select json_build_object('line1', d.line1, 'town', d.town, 'postcode', d.postcode) from child_address d
      where d.area_id = c.area_id and d.child_id = c.child_id and d.superseded_at is null order by d.recorded_at desc limit 1) as address,
    coalesce((select json_agg(json_build_object('carerId', k.carer_id, 'name', k.name, 'relationship', k.relationship, 'phone', k.phone, 'email', k.email) order by k.position, k.carer_id)
      from carer k where k.area_id = c.area_id and k.child_id = c.child_id and k.superseded_at is null), '[]'::json) as carers,
    coalesce((select json_agg(json_build_object('kind', i.kind, 'value', i.value) order by i.kind)
      from child_identifier i where i.area_id = c.area_id and i.child_id = c.child_id and i.superseded_at is null), '[]'::json) as identifiers,
    ${statuses} as statuses,
    (select count(*)::int from concern k where k.area_id = c.area_id and k.child_id = c.child_id and k.state = 'open') as open_concerns,
    ${plans} as plans, ${restrictions} as restrictions, ${chosen} as chosen, ${reached} as reached
  from child c
  where c.area_id = app_area() and c.child_id = ${at("childId")}::uuid and c.withdrawn_at is null
) child`;

/** A child's page in one statement: everything beside the named persons, as row security shows it to this person. */
export async function childPage({ tx, today }: Records, childId: string): Promise<ChildRow | undefined> {
  const [found] = await prepared<ChildRow>(tx, "people_child", (handle) =>
    handle
      .select({
        childId: sql<string>`child_id`,
        version: sql<number>`version`,
        givenName: sql<string>`given_name`,
        familyName: sql<string>`family_name`,
        preferredName: sql<string | null>`preferred_name`,
        bornOn: sql<LocalDate | null>`born_on`,
        dueOn: sql<LocalDate | null>`due_on`,
        midwiferyEndedOn: sql<LocalDate | null>`midwifery_ended_on`,
        statusesConfirmedOn: sql<LocalDate | null>`statuses_confirmed_on`,
        places: sql<readonly PlaceRow[]>`places`,
        address: sql<ChildRow["address"]>`address`,
        carers: sql<readonly CarerRow[]>`carers`,
        identifiers: sql<ChildRow["identifiers"]>`identifiers`,
        statuses: sql<readonly StatusRow[]>`statuses`,
        openConcerns: sql<number>`open_concerns`,
        plans: sql<readonly PlanRow[]>`plans`,
        restrictions: sql<readonly RestrictedRow[]>`restrictions`,
        chosen: sql<ChildRow["chosen"]>`chosen`,
        reached: sql<ChildRow["reached"]>`reached`,
      })
      .from(child),
  ).execute({ childId, today });
  return found;
}
