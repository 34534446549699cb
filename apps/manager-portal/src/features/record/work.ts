import { accessReviews } from "@linchpin/domain";
import { clockOf, type Href } from "@linchpin/portal";
import { count, type WorkItem } from "@linchpin/ui";
import { childInWords, hrefOfChild, hrefOfPlan } from "../../child.ts";
import type { Duty, Supervisee, Waiting, WithoutLead } from "../../views.ts";

/** One thing that waits, with the instant it is sorted by. */
export type Waits = WorkItem & { readonly dueBy?: string | undefined };

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(" · ");

/** A proposal that waits for this manager's word. */
export const waitingAsWork = (
  waiting: Waiting,
  href: Href,
  { leadProfessional }: { leadProfessional: string },
): Waits => ({
  id: waiting.proposalId + waiting.stage,
  title: `${childInWords(waiting.child)}: ${waiting.label}`,
  href: waiting.mayOpen
    ? href({ to: "/proposals/$proposalId", params: { proposalId: waiting.proposalId } })
    : undefined,
  about: joined(`${waiting.proposed.name} is proposed as ${leadProfessional}`, waiting.clause),
  clock: waiting.clock,
  dueBy: waiting.clock?.dueBy,
});

/** Something owed, leading to the page where it is done. */
export const dutyAsWork = (duty: Duty, iOwe = true): Waits => ({
  id: duty.dutyId,
  title: duty.because,
  href: hrefOfDuty(duty, iOwe),
  about: joined(duty.child && childInWords(duty.child), iOwe ? undefined : `owed by ${duty.owedBy.name}`, duty.clause),
  clock: clockOf(duty),
  dueBy: duty.dueBy,
});

/** Somebody whose supervision is late, not settled, or asked for beyond what is usual. */
export const supervisionAsWork = ({ practitionerId, name, duties, waiting }: Supervisee, href: Href): Waits => {
  const [first] = duties.filter(({ isLate }) => isLate);
  return {
    id: practitionerId,
    title: name,
    href: href({ to: "/supervision/$practitionerId", params: { practitionerId } }),
    about: joined(first?.because, waiting > 0 ? "asks for extra supervision" : undefined, first?.clause),
    clock: first?.clock,
    dueBy: first?.clock?.dueBy,
  };
};

/** A plan that nobody leads yet. */
export const withoutLeadAsWork = (plan: WithoutLead, href: Href): Waits => ({
  id: plan.planId,
  title: childInWords(plan.child),
  href: hrefOfWithoutLead(plan, href) ?? href({ to: "/without-lead" }),
  about: joined(
    plan.why,
    count(plan.daysWaiting, "day"),
    plan.contact ? `contact: ${plan.contact.name}` : "no contact of record",
  ),
  clock: plan.clock,
  dueBy: plan.clock?.dueBy,
});

/** The proposal that is under way, else the plan; nowhere where neither opens to this reader. */
const hrefOfWithoutLead = ({ planId, proposalId, mayOpen }: WithoutLead, href: Href): string | undefined => {
  if (proposalId !== undefined) return href({ to: "/proposals/$proposalId", params: { proposalId } });
  return mayOpen ? hrefOfPlan(planId) : undefined;
};

/** Done by a form of its own beside the plan; everything else where the plan is. */
const doneBesideThePlan: readonly string[] = [
  "lead-professional.confirm-designation",
  "lead-professional.tell-line-manager",
  "lead-professional.line-manager-told",
];

/** The nearest page to where it is done that opens to this person; none where not even the child's does. */
function hrefOfDuty(duty: Duty, iOwe: boolean): string | undefined {
  const { dutyId, act, child, mayOpenChild, concernId, planId, decisionId } = duty;
  if (act === accessReviews.act) return iOwe ? "/manager/access-reviews?show=due" : undefined;
  if (child?.visibility !== "full" || !mayOpenChild) return undefined;
  const ofChild = hrefOfChild(child.childId);
  if (concernId !== undefined) return `${ofChild}/concerns/${concernId}`;
  if (planId !== undefined)
    return `${ofChild}/plans/${planId}${iOwe && doneBesideThePlan.includes(act) ? `/owed/${dutyId}` : ""}`;
  return decisionId === undefined ? ofChild : `${ofChild}/decisions/${decisionId}`;
}
