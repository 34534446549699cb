import {
  type AgencyKind,
  agencyOfPost,
  type DesignationDecision,
  type DesignationFinding,
  type GateDecision,
  type Holder,
  lateFrom,
  type Post,
} from "@linchpin/domain";
import { confirmsDesignation } from "../../duty-view.ts";
import { linkTo } from "../../links.ts";
import { owe, tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { beginRelations } from "../../relations.ts";
import { askStatutory } from "./agreement.ts";
import { appoint, type Ending, end } from "./appoint.ts";
import { type Case, caseOf, lockPlan } from "./case-store.ts";
import { endLead, moveContact } from "./lead-store.ts";
import { type Cast, castOf, lineManagersOf } from "./people.ts";
import { managersOfKind, namesOf } from "./people-store.ts";
import { stopOpenProposal } from "./stop-for-law.ts";
import { askSuitsOf } from "./suits.ts";

type Lock = { readonly decision: DesignationDecision; readonly finding: DesignationFinding | undefined };

/**
 * Does what law or procedure says of a plan's lead, with the facts as they are recorded now: a known holder is put in the
 * lead, a lead who is barred or whom a lock replaces ends, and while nobody is named the accountable manager is the
 * contact of record with a duty to name the person. It asks nobody's agreement, and refuses nothing. Called in the
 * transaction of whatever changed a status, a post or the team.
 */
export async function applyStatutoryLead(records: Records, planId: string): Promise<void> {
  await lockPlan(records, planId);
  await end(records, await applyLaw(records, await caseOf(records, planId)));
}

/** The same for a case that is read and held already. Gives what ends with it, for the last thing the change does. */
export async function applyLaw(records: Records, of: Case): Promise<Ending> {
  if (of.plan.state === "closed") return nothingEnds;
  const decision = askStatutory(records, of);
  const finding = decision.findings.find(
    (one) => one.liftedBy === undefined && "tier" in one && one.tier === decision.tier,
  );
  const lock = { decision, finding };
  const isLocked = decision.tier === "must" && decision.holders.some(({ kind }) => kind !== "agency");
  if (isLocked && decision.answer === "filled") return fill(records, of, lock);
  if (isLocked && decision.answer === "required") return holdForTheUnnamed(records, of, lock);
  if (isBarred(of, decision)) return endBarred(records, of, lock);
  if (decision.tier === "must") await reconsiderAgency(records, of, lock);
  else await reconsider(records, of, lock);
  return nothingEnds;
}

const nothingEnds: Ending = { sourceIds: [] };

const person = ({ holders }: DesignationDecision): Extract<Holder, { kind: "person" }> | undefined =>
  holders.find((holder) => holder.kind === "person");

const because = ({ finding }: Lock): string =>
  finding === undefined
    ? "A law or procedure decides who leads."
    : `${finding.because} (${finding.clause.source} ${finding.clause.at})`;

/** The person whom the law names takes the post in this transaction. */
async function fill(records: Records, of: Case, lock: Lock): Promise<Ending> {
  const holder = person(lock.decision);
  if (holder === undefined || (of.lead?.practitionerId === holder.id && of.lead.basis === "by-law")) return nothingEnds;
  const cast = await castOf(records, of, { proposedId: holder.id });
  const name = (await namesOf(records, [holder.id])).get(holder.id) ?? "The holder of the post";
  const decisionId = await records.keepDecision(lock.decision, { childId: of.child.childId, planId: of.plan.planId });
  const suitability = await askSuitsOf(records, of, holder.id, lock.decision);
  const stopped = await stopOpenProposal(records, of, because(lock));
  const { ending } = await appoint(records, of, cast, {
    practitionerId: holder.id,
    name,
    basis: "by-law",
    decisionId,
    endedBecause: because(lock),
    title: `${name} leads by law or procedure`,
    detail: because(lock),
    decisions: [lock.decision],
    suitability,
  });
  for (const owedBy of isConfirmed(suitability) ? [] : lineManagersOf(cast, holder.id))
    await oweOnce(records, of, lock, {
      act: confirmsDesignation,
      owedBy,
      words: confirmThem,
      decisionId,
    });
  return { sourceIds: [...ending.sourceIds, ...stopped] };
}

const confirmThem =
  "Somebody you manage leads a child's plan by law or procedure, and is not confirmed in it yet. Confirm them, or name another holder of the post.";

const isConfirmed = ({ answer }: GateDecision): boolean =>
  answer !== "prevents" && answer !== "unknown" && answer !== "permits-if";

/** A post has to lead and nobody is named: whoever answers for it is the contact of record, and owes a name. */
async function holdForTheUnnamed(records: Records, of: Case, lock: Lock): Promise<Ending> {
  const post = lock.decision.holders.find((holder) => holder.kind === "post");
  if (post === undefined) return nothingEnds;
  const team = of.team.find(({ practitionerId }) => practitionerId === of.lead?.practitionerId);
  if (team?.posts.includes(post.post)) return nothingEnds;
  const cast = await castOf(records, of);
  const accountable = await accountableFor(records, lock, post.post);
  const holderOfRecord = accountable ?? of.contact?.practitionerId ?? of.plan.openedBy;
  if (of.contact?.as === "holder-of-record" && of.contact.practitionerId === holderOfRecord) return nothingEnds;
  const stopped = await stopOpenProposal(records, of, because(lock));
  return vacate(records, of, cast, lock, holderOfRecord, stopped);
}

/** A manager of the service line the post belongs to: the accountable one where the clause knows one. */
async function accountableFor(records: Records, { decision }: Lock, post: string): Promise<string | undefined> {
  const accountable = decision.accountable[0];
  if (accountable?.kind === "person") return accountable.id;
  const kinds = [accountable?.kind === "post" ? accountable.post : undefined, post]
    .map((one) => (one === undefined ? undefined : agencyOfPost[one as Post])) // rules name posts of the vocabulary
    .filter((kind): kind is AgencyKind => kind !== undefined);
  for (const kind of kinds) {
    const [manager] = await managersOfKind(records, kind);
    if (manager) return manager.practitionerId;
  }
  return undefined;
}

async function vacate(
  records: Records,
  of: Case,
  cast: Cast,
  lock: Lock,
  contactId: string,
  stopped: readonly string[],
): Promise<Ending> {
  const { planId } = of.plan;
  const { childId } = of.child;
  const ended = await endLead(records, planId, because(lock));
  const contact = await moveContact(records, planId, contactId, "holder-of-record");
  await beginRelations(
    records,
    of.members.map((member) => ({
      practitionerId: contactId,
      childId: member.childId,
      basis: "contact-of-record" as const,
      sourceId: contact.contactId,
    })),
  );
  const [decisionId] = await records.keep({
    childId,
    planId,
    act: "lead-professional.holder-of-record",
    title:
      ended === undefined
        ? "A law or procedure says who must lead, and nobody is named yet"
        : "The lead ended by law or procedure, and nobody is named yet",
    detail: because(lock),
    decisions: [lock.decision],
  });
  await oweOnce(records, of, lock, {
    act: "lead-professional.name-holder",
    owedBy: contactId,
    words: "Name the person who leads by law or procedure. Until then you are the contact of record.",
    decisionId,
  });
  await tellAll(
    records,
    of,
    [...of.team.map(({ practitionerId }) => practitionerId), ...lineManagersOf(cast, of.lead?.practitionerId)],
    "Who leads a child's plan is decided by law or procedure now. The contact is on the plan.",
  );
  return { sourceIds: [...(ended ? [ended.leadId] : []), ...contact.before, ...stopped] };
}

/** A present lead whom a clause rules out for this child ends on this day. */
const isBarred = ({ lead, team }: Case, { barred }: DesignationDecision): boolean => {
  if (lead === undefined) return false;
  const posts = team.find(({ practitionerId }) => practitionerId === lead.practitionerId)?.posts ?? [];
  return barred.some(
    (holder) =>
      (holder.kind === "person" && holder.id === lead.practitionerId) ||
      (holder.kind === "post" && posts.includes(holder.post)),
  );
};

async function endBarred(records: Records, of: Case, lock: Lock): Promise<Ending> {
  const cast = await castOf(records, of);
  const [manager] = lineManagersOf(cast, of.lead?.practitionerId);
  return vacate(
    records,
    of,
    cast,
    lock,
    manager ?? of.plan.openedBy,
    await stopOpenProposal(records, of, because(lock)),
  );
}

/** The law asks for one agency: a lead from another stays until it is confirmed or changed, which the manager owes. */
async function reconsiderAgency(records: Records, of: Case, lock: Lock): Promise<void> {
  const agencies = lock.decision.holders.flatMap((holder) => (holder.kind === "agency" ? [holder.agency] : []));
  if (of.lead === undefined || agencies.includes(of.lead.agency.kind)) return;
  await oweReconsidering(records, of, lock, "confirm-or-change");
}

/** No lock holds any more: a lead who was put in by law stays until the next one is agreed, and that is owed. */
async function reconsider(records: Records, of: Case, lock: Lock): Promise<void> {
  if (of.lead?.basis !== "by-law") return;
  await oweReconsidering(records, of, lock, "choose-again");
}

const reconsidering = {
  "confirm-or-change":
    "A law or procedure asks for a lead from another agency now. Confirm who leads, with a reason, or change it.",
  "choose-again":
    "The status that decided who leads has ended. Whoever leads stays until another is agreed: choose again.",
} as const;

async function oweReconsidering(
  records: Records,
  of: Case,
  lock: Lock,
  kind: keyof typeof reconsidering,
): Promise<void> {
  const { planId } = of.plan;
  const { childId } = of.child;
  const act = `lead-professional.${kind}`;
  if (of.duties.some((duty) => duty.act === act)) return;
  const cast = await castOf(records, of);
  const managers = lineManagersOf(cast, of.lead?.practitionerId);
  const sourceId = of.lead?.leadId ?? planId;
  await beginRelations(
    records,
    managers.map((practitionerId) => ({ practitionerId, childId, basis: "line-manager" as const, sourceId })),
  );
  const [decisionId] = await records.keep({
    childId,
    planId,
    act,
    title: "Who leads has to be looked at again",
    detail: because(lock),
    decisions: [lock.decision],
  });
  for (const owedBy of managers.length > 0 ? managers : [of.plan.openedBy])
    await oweOnce(records, of, lock, { act, owedBy, words: reconsidering[kind], decisionId });
}

type Naming = {
  readonly act: string;
  readonly owedBy: string;
  readonly words: string;
  readonly decisionId: string | undefined;
};

async function oweOnce(
  records: Records,
  of: Case,
  lock: Lock,
  { act, owedBy, words, decisionId }: Naming,
): Promise<void> {
  const { planId } = of.plan;
  if (of.duties.some((duty) => duty.act === act && duty.owedById === owedBy)) return;
  const { finding } = lock;
  await owe(records, [
    {
      childId: of.child.childId,
      planId,
      act,
      rule: finding?.rule ?? "lead-professional.statutory",
      clause: finding === undefined ? "" : `${finding.clause.source} ${finding.clause.at}`,
      because: words,
      owedBy,
      dueBy: lateFrom({ day: records.today }).at,
      ...(decisionId === undefined ? {} : { decisionId }),
    },
  ]);
  await tellAll(records, of, [owedBy], words);
}

const tellAll = (records: Records, of: Case, people: readonly string[], words: string) =>
  tell(
    records,
    [...new Set(people)].map((practitionerId) => ({
      practitionerId,
      childId: of.child.childId,
      planId: of.plan.planId,
      act: "lead-professional.by-law",
      words,
      link: linkTo.plan(of.plan.planId),
    })),
  );
