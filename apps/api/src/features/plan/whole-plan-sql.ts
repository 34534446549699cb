import { type SQL, sql } from "drizzle-orm";

/** An instant as JSON carries it here: ISO 8601 in UTC, to the millisecond. */
const iso = (of: string) => `to_char(${of} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Of somebody's posts today the one with most hours, as a line that says where they are from. */
const worksAt = (alias: string) => `left join lateral (
    select po.title, ag.agency_id, ag.name, ag.kind from post po
    join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
    where po.area_id = ${alias}.area_id and po.practitioner_id = ${alias}.practitioner_id
      and po.during @> (app_now() at time zone 'Europe/London')::date
    order by po.hours desc, po.post_id limit 1) main on true`;

const somebody = `'practitionerId', pr.practitioner_id, 'name', pr.name, 'postTitle', main.title,
  'agency', json_build_object('agencyId', coalesce(main.agency_id::text, ''), 'name', coalesce(main.name, ''), 'kind', coalesce(main.kind, 'other'))`;

const list = (rows: string): string => `coalesce((${rows}), '[]'::json)`;

const members = list(`select json_agg(json_build_object('childId', m.child_id, 'name', m.name, 'bornOn', m.born_on,
  'statusesConfirmedOn', m.statuses_confirmed_on) order by m.added_at, m.child_id) from members m`);

const statuses = list(`select json_agg(json_build_object('id', s.legal_status_id, 'kind', s.kind, 'detail', s.detail,
    'holderId', s.holder_id, 'from', lower(s.during), 'until', upper(s.during)) order by lower(s.during), s.legal_status_id)
  from legal_status s where s.area_id = p.area_id and s.child_id = (select child_id from first) and s.superseded_at is null`);

const yearGroup = `(select pl.year_group from place pl where pl.area_id = p.area_id and pl.child_id = (select child_id from first)
  and pl.superseded_at is null and pl.year_group is not null
  and pl.during @> (app_now() at time zone 'Europe/London')::date limit 1)`;

const team = list(`select json_agg(json_build_object('planPractitionerId', t.plan_practitioner_id,
    'practitionerId', pr.practitioner_id, 'name', pr.name, 'kind', pr.kind,
    'agency', json_build_object('agencyId', ag.agency_id, 'name', ag.name, 'kind', ag.kind),
    'postTitle', (select min(po.title) from post po where po.area_id = pr.area_id and po.practitioner_id = pr.practitioner_id
      and po.agency_id = t.agency_id and po.during @> (app_now() at time zone 'Europe/London')::date),
    'posts', to_json(t.posts), 'involvement', t.involvement, 'startsOn', t.starts_on, 'relationship', tw.relation,
    'basedInSchool', t.based_in_school, 'since', ${iso("lower(t.during)")}))
  from plan_practitioner t
  left join words_of_team(p.plan_id) tw on tw.of_row = t.plan_practitioner_id
  join practitioner pr on pr.area_id = t.area_id and pr.practitioner_id = t.practitioner_id
  join agency ag on ag.area_id = t.area_id and ag.agency_id = t.agency_id
  where t.area_id = p.area_id and t.plan_id = p.plan_id and upper_inf(t.during)`);

const named = list(`select json_agg(json_build_object(${somebody}, 'kind', pr.kind, 'since', ${iso("lower(n.during)")}))
  from named_person n
  join practitioner pr on pr.area_id = n.area_id and pr.practitioner_id = n.practitioner_id
  ${worksAt("pr")}
  where n.area_id = p.area_id and n.child_id in (select child_id from members) and n.during @> app_now()`);

const actions =
  list(`select json_agg(json_build_object('actionId', a.action_id, 'version', a.version, 'childId', a.child_id,
    'what', a.what, 'outcome', a.outcome, 'agencyId', ag.agency_id, 'agencyName', ag.name, 'agencyKind', ag.kind,
    'ownerId', a.owner_id, 'ownerName', o.name, 'ownerWords', a.owner_words, 'startsOn', a.starts_on, 'dueOn', a.due_on,
    'state', a.state, 'recordedOn', (a.recorded_at at time zone 'Europe/London')::date) order by a.due_on, a.action_id)
  from plan_action a
  join agency ag on ag.area_id = a.area_id and ag.agency_id = a.agency_id
  left join practitioner o on o.area_id = a.area_id and o.practitioner_id = a.owner_id
  where a.area_id = p.area_id and a.plan_id = p.plan_id`);

const support =
  list(`select json_agg(json_build_object('agency', s.agency, 'supports', s.supports, 'saidBy', s.said_by, 'saidOn', s.said_on)
  order by s.agency) from agency_support s where s.area_id = p.area_id and s.plan_id = p.plan_id and s.superseded_at is null`);

const wishes = list(`select json_agg(w) from (
  select distinct on (v.child_id, v.whose) v.view_id as "viewId", v.child_id as "childId", v.whose, v.words, v.how,
    v.wished_for_id as "wishedForId", v.wished_for_words as "wishedForWords", v.not_possible_because as "notPossibleBecause",
    v.said_on as "saidOn", v.recorded_by as "recordedById", pr.name as "recordedByName"
  from view v join practitioner pr on pr.area_id = v.area_id and pr.practitioner_id = v.recorded_by
  where v.area_id = p.area_id and v.plan_id = p.plan_id and v.about = 'lead-professional'
  order by v.child_id, v.whose, v.recorded_at desc, v.view_id desc) w`);

const consulted = "consulted_on_plan(p.plan_id)";

const leads = list(`select json_agg(json_build_object(${somebody}, 'leadId', l.lead_id, 'basis', l.basis,
    'since', ${iso("lower(l.during)")}, 'until', ${iso("upper(l.during)")}, 'isCurrent', upper_inf(l.during),
    'bestPlacedBecause', lw.best_placed, 'endedBecause', lw.ended, 'decisionId', l.decision_id)
    order by lower(l.during) desc)
  from lead l
  left join words_of_leads(p.plan_id) lw on lw.of_lead = l.lead_id
  join practitioner pr on pr.area_id = l.area_id and pr.practitioner_id = l.practitioner_id
  ${worksAt("pr")}
  where l.area_id = p.area_id and l.plan_id = p.plan_id`);

const contact = `(select json_build_object(${somebody}, 'contactId', k.contact_id, 'as', k."as",
    'since', ${iso("lower(k.during)")}, 'phone', case when not reach.kept then pr.phone end, 'email', case when not reach.kept then pr.email end,
    'isReachKept', reach.kept)
  from contact_of_record k
  join practitioner pr on pr.area_id = k.area_id and pr.practitioner_id = k.practitioner_id
  ${worksAt("pr")}
  cross join (select exists (select 1 from members m where m.child_id = any ((select whereabouts_kept_from_me())::uuid[])) as kept) reach
  where k.area_id = p.area_id and k.plan_id = p.plan_id and upper_inf(k.during))`;

const proposal = `(select json_build_object('proposalId', o.proposal_id, 'proposedId', o.proposed_id, 'proposedName', pr.name,
    'proposedAt', ${iso("o.proposed_at")},
    'waitsFor', array(select distinct coalesce((select f ->> 'title'
        from decision d, jsonb_array_elements(d.decision -> 'findings') f
        where d.area_id = o.area_id and d.decision_id = o.agreement_decision_id and f ->> 'stage' = w.stage limit 1),
        'The load of the person proposed')
      from proposal_waits w where w.area_id = o.area_id and w.proposal_id = o.proposal_id and w.ended_at is null))
  from proposal o join practitioner pr on pr.area_id = o.area_id and pr.practitioner_id = o.proposed_id
  where o.area_id = p.area_id and o.plan_id = p.plan_id and o.state = 'open')`;

const duties =
  list(`select json_agg(json_build_object('dutyId', d.duty_id, 'act', d.act, 'because', d.because, 'clause', d.clause,
    'dueBy', ${iso("d.due_by")}, 'owedById', d.owed_by, 'owedByName', pr.name) order by d.due_by nulls last, d.duty_id)
  from duty d join practitioner pr on pr.area_id = d.area_id and pr.practitioner_id = d.owed_by
  where d.area_id = p.area_id and d.plan_id = p.plan_id and d.done_at is null`);

const plan = `json_build_object('planId', p.plan_id, 'version', p.version, 'kind', p.kind, 'reach', p.reach, 'state', p.state,
  'levelOfNeed', p.level_of_need, 'expectedMonths', p.expected_months, 'route', p.route,
  'trigger', p.trigger, 'triggerOn', p.trigger_on, 'triggerWords', words_of_plan(p.plan_id) ->> 'trigger',
  'integratedResponse', p.integrated_response, 'integratedResponseReason', words_of_plan(p.plan_id) ->> 'integrated',
  'safetyIsPrimary', p.safety_is_primary, 'needsAreComplexHealth', p.needs_are_complex_health, 'members', p.members,
  'leadNeededSince', p.lead_needed_since, 'neededDecisionId', p.needed_decision_id, 'leadDueBy', ${iso("p.lead_due_by")},
  'adoptionId', p.adoption_id, 'openedBy', p.opened_by, 'openedAt', ${iso("p.opened_at")}, 'closedAt', ${iso("p.closed_at")},
  'openedByName', (select o.name from practitioner o where o.area_id = p.area_id and o.practitioner_id = p.opened_by))`;

/**
 * All that is on record of one plan, as one row of JSON, as row security shows it to whoever asks: one round trip for a
 * page that would otherwise take a dozen.
 */
export const wholePlan = (planId: SQL): SQL => sql`(
  with members as (
    select m.child_id, m.added_at, trim(c.given_name || ' ' || c.family_name) as name, c.born_on, c.statuses_confirmed_on
    from plan_member m join child c on c.area_id = m.area_id and c.child_id = m.child_id
    where m.area_id = app_area() and m.plan_id = ${planId}
  ), first as (select child_id from members order by added_at, child_id limit 1)
  select json_build_object('plan', ${sql.raw(plan)}, 'members', ${sql.raw(members)}, 'statuses', ${sql.raw(statuses)},
    'yearGroup', ${sql.raw(yearGroup)}, 'team', ${sql.raw(team)}, 'named', ${sql.raw(named)}, 'actions', ${sql.raw(actions)},
    'support', ${sql.raw(support)}, 'wishes', ${sql.raw(wishes)}, 'consulted', ${sql.raw(consulted)}, 'leads', ${sql.raw(leads)},
    'contact', ${sql.raw(contact)}, 'proposal', ${sql.raw(proposal)}, 'duties', ${sql.raw(duties)}) as found
  from plan p where p.area_id = app_area() and p.plan_id = ${planId}
) whole`;
