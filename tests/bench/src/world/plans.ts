import { type Child, giveAccess, isPlain } from "./children.ts";
import { dateOf, day, instantOf, type Making, since, someTimeAgo } from "./making.ts";
import { hashOf } from "./random.ts";
import { practitionersEach, type Worker, type Workforce } from "./workforce.ts";

/** An open plan that waits for a lead: what proposing and appointing one needs, and everything by which it differs from the next. */
export type Pending = {
  readonly planId: string;
  readonly childId: string;
  readonly proposer: Worker;
  readonly candidate: Worker;
  readonly manager: Worker;
  /** Strings of this plan's own, in the same order for every plan: statements of one are made those of another by them. */
  readonly own: readonly string[];
};

export type Plans = {
  readonly pending: readonly Pending[];
  /** Who may open which child beside the named person. */
  readonly leads: readonly { readonly childId: string; readonly by: Worker }[];
};

/** One plan in six waits for its lead. */
const isPending = (at: number): boolean => at % 6 === 5;

/** Open multi-agency plans, each with one child, four practitioners, an action each, and a contact of record. */
export function makePlans(making: Making, workforce: Workforce, children: readonly Child[]): Plans {
  const pending: Pending[] = [];
  const leads: { childId: string; by: Worker }[] = [];
  const apart = children.length / making.size.plans;
  let led = 0;
  for (let at = 0; at < making.size.plans; at += 1) {
    let childAt = Math.floor(at * apart);
    if (isPending(at)) while (!isPlain(childAt)) childAt += 1; // never as far as the next plan's child
    const child = children[childAt];
    if (!child) throw new Error("there are more plans than children");
    const lead = leadFor(workforce, child, isPending(at) ? at : led);
    if (isPending(at)) pending.push(makePending(making, workforce, child, lead));
    else {
      led += 1;
      makeLed(making, workforce, child, lead);
      leads.push({ childId: child.childId, by: lead });
    }
  }
  return { pending, leads };
}

/**
 * Somebody of another agency and, where there are others, another team than the child's named person. Leads are handed
 * out in turn, so that everybody has as many as the next.
 */
function leadFor({ practitioners, establishments }: Workforce, { namedBy, namedByAt }: Child, turn: number): Worker {
  const people = practitioners.length;
  const manyTeams = new Set(practitioners.map(({ team }) => team)).size > 1;
  for (let step = 0; step < people; step += 1) {
    const one = practitioners[(turn * 7 + 13 + step * practitionersEach) % people];
    if (!one || one.agencyId === namedBy.agencyId) continue;
    if (!manyTeams || one.team !== namedBy.team) return one;
  }
  throw new Error(`nobody of another agency for practitioner ${namedByAt} of ${establishments.length} establishments`);
}

type Opened = {
  readonly planId: string;
  readonly at: number;
  readonly team: readonly Worker[];
  readonly ids: readonly string[];
};

function openPlan(making: Making, { practitioners }: Workforce, child: Child, lead: Worker, isLed: boolean): Opened {
  const { add, areaId, random } = making;
  const at = someTimeAgo(making, 300);
  const planId = random.idAt(at);
  const of = { area_id: areaId, plan_id: planId };
  const opener = child.namedBy;
  add("plan", {
    ...of,
    kind: "childs-plan",
    reach: "multi-agency",
    state: "open",
    level_of_need: "integrated",
    expected_months: 6,
    route: "specialist-within-universal-services",
    integrated_response: true,
    integrated_response_reason: "School and health each do a part, and neither works without the other.",
    safety_is_primary: false,
    needs_are_complex_health: false,
    lead_needed_since: isLed ? null : dateOf(at),
    lead_due_by: isLed ? null : instantOf(at + 400 * day),
    adoption_id: making.adoptionId,
    opened_by: opener.practitionerId,
    opened_at: instantOf(at),
  });
  add("plan_member", { ...of, child_id: child.childId, added_at: instantOf(at) });
  const others = practitioners.filter((one) => one !== lead && one !== opener);
  const first = random.below(others.length - 1);
  const team = [opener, lead, ...others.slice(first, first + 2)];
  const ids = team.flatMap((worker) => {
    const [planPractitionerId, actionId] = [random.idAt(at), random.idAt(at)];
    add("plan_practitioner", {
      ...of,
      plan_practitioner_id: planPractitionerId,
      practitioner_id: worker.practitionerId,
      agency_id: worker.agencyId,
      posts: [],
      involvement: "involved",
      relationship: "Sees the child each week",
      during: since(at),
      recorded_by: opener.practitionerId,
      recorded_at: instantOf(at),
    });
    add("plan_action", {
      ...of,
      action_id: actionId,
      child_id: child.childId,
      what: "Meet the family each week",
      outcome: "Sleeps through the night",
      agency_id: worker.agencyId,
      owner_id: worker.practitionerId,
      starts_on: dateOf(at),
      due_on: dateOf(making.now + 60 * day),
      state: "running",
      recorded_by: opener.practitionerId,
      recorded_at: instantOf(at),
    });
    const accessId = giveAccess(making, worker, child.childId, "plan-practitioner", planPractitionerId, at);
    return [planPractitionerId, actionId, accessId];
  });
  for (const title of ["A concern was recorded", "A plan was opened", "A lead professional is needed"])
    add("chronology_entry", {
      ...of,
      entry_id: random.idAt(at),
      child_id: child.childId,
      act: "plan.opened",
      title,
      by_id: opener.practitionerId,
      by_name: opener.name,
      happened_at: instantOf(at),
      recorded_at: instantOf(at),
    });
  return { planId, at, team, ids: [planId, ...ids] };
}

/** The contact of record, with the access that comes with it. Gives the new ids. */
function addContact(
  making: Making,
  child: Child,
  planId: string,
  who: Worker,
  as: string,
  at: number,
): readonly string[] {
  const contactId = making.random.idAt(at);
  making.add("contact_of_record", {
    area_id: making.areaId,
    contact_id: contactId,
    plan_id: planId,
    practitioner_id: who.practitionerId,
    as,
    during: since(at),
    recorded_at: instantOf(at),
  });
  return [contactId, giveAccess(making, who, child.childId, "contact-of-record", contactId, at)];
}

function makeLed(making: Making, workforce: Workforce, child: Child, by: Worker): void {
  const { add, areaId, random } = making;
  const { planId, at } = openPlan(making, workforce, child, by, true);
  const [leadId, proposalId] = [random.idAt(at), random.idAt(at)];
  const of = { area_id: areaId, plan_id: planId };
  add("proposal", {
    ...of,
    proposal_id: proposalId,
    child_id: child.childId,
    proposed_id: by.practitionerId,
    proposed_by: child.namedBy.practitionerId,
    proposed_at: instantOf(at),
    reason: "Knows the family best.",
    state: "appointed",
    adoption_id: making.adoptionId,
    choice_decision_id: random.idAt(at),
    agreement_decision_id: random.idAt(at),
    ended_at: instantOf(at + day / 2),
    ended_because: "appointed",
  });
  add("lead", {
    ...of,
    lead_id: leadId,
    practitioner_id: by.practitionerId,
    basis: "by-agreement",
    proposal_id: proposalId,
    best_placed_because: "Knows the family best.",
    during: since(at),
    recorded_by: by.practitionerId,
    recorded_at: instantOf(at),
  });
  add("child_lead", {
    area_id: areaId,
    child_lead_id: random.idAt(at),
    child_id: child.childId,
    lead_id: leadId,
    during: since(at),
  });
  giveAccess(making, by, child.childId, "lead", leadId, at);
  const manager = workforce.managers[by.team];
  if (manager) giveAccess(making, manager, child.childId, "line-manager", leadId, at);
  addContact(making, child, planId, by, "lead", at);
}

function makePending(making: Making, workforce: Workforce, child: Child, candidate: Worker): Pending {
  const { add, areaId, random } = making;
  const { planId, at, team, ids } = openPlan(making, workforce, child, candidate, false);
  const proposer = child.namedBy;
  const dutyId = random.idAt(at);
  add("duty", {
    area_id: areaId,
    duty_id: dutyId,
    child_id: child.childId,
    plan_id: planId,
    act: "lead-professional.find",
    rule: "highland.lead-professional-due",
    clause: "HIG H4",
    because: "A lead professional is needed for this plan.",
    owed_by: proposer.practitionerId,
    due_by: instantOf(at + 400 * day),
    recorded_at: instantOf(at),
  });
  const viewIds = (["child", "family"] as const).map((whose) => {
    const viewId = random.idAt(at);
    add("view", {
      area_id: areaId,
      view_id: viewId,
      child_id: child.childId,
      plan_id: planId,
      whose,
      about: "lead-professional",
      words: "She listens, and she does what she says.",
      wished_for_id: candidate.practitionerId,
      how: "Talked at home",
      said_on: dateOf(at),
      recorded_by: proposer.practitionerId,
      recorded_at: instantOf(at),
    });
    return viewId;
  });
  const contact = addContact(making, child, planId, proposer, "opened-by", at);
  const managers = [proposer, candidate].map((one) => workforce.managers[one.team]);
  const [, manager] = managers;
  if (!manager) throw new Error("a team has no manager");
  const people = [...team, ...managers].flatMap((one) =>
    one ? [one.practitionerId, one.postId, hashOf(one.secret)] : [],
  );
  return {
    planId,
    childId: child.childId,
    proposer,
    candidate,
    manager,
    own: [...child.ids, ...ids, dutyId, ...viewIds, ...contact, ...people],
  };
}
