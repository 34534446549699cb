import { clockOf, type Href } from "@linchpin/portal";
import { count, type WorkItem } from "@linchpin/ui";
import { childInWords, hrefOfChild, hrefOfPlan } from "../../child.ts";
import type { Duty, Notice, Waiting, WithoutLead } from "../../views.ts";

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
  href: href({ to: "/proposals/$proposalId", params: { proposalId: waiting.proposalId } }),
  about: joined(`${waiting.proposed.name} is proposed as ${leadProfessional}`, waiting.clause),
  clock: waiting.clock,
  dueBy: waiting.clock?.dueBy,
});

/** Something owed, leading to the page where it is done. */
export const dutyAsWork = (duty: Duty, href: Href, iOwe = true): Waits => ({
  id: duty.dutyId,
  title: duty.because,
  href: hrefOfDuty(duty, href, iOwe),
  about: joined(duty.child && childInWords(duty.child), iOwe ? undefined : `owed by ${duty.owedBy.name}`, duty.clause),
  clock: clockOf(duty),
  dueBy: duty.dueBy,
});

/** A plan that nobody leads yet. */
export const withoutLeadAsWork = (plan: WithoutLead, href: Href, mayOpenPlans: boolean): Waits => ({
  id: plan.planId,
  title: childInWords(plan.child),
  href: hrefOfWithoutLead(plan, href, mayOpenPlans) ?? href({ to: "/without-lead" }),
  about: joined(
    plan.why,
    count(plan.daysWaiting, "day"),
    plan.contact ? `contact: ${plan.contact.name}` : "no contact of record",
  ),
  clock: plan.clock,
  dueBy: plan.clock?.dueBy,
});

/** The proposal that is under way, else the plan; nowhere for a post or a child that does not allow it. */
export const hrefOfWithoutLead = (
  { child, planId, proposalId }: WithoutLead,
  href: Href,
  mayOpenPlans: boolean,
): string | undefined => {
  if (!mayOpenPlans || child.visibility === "restricted") return undefined;
  return proposalId === undefined ? hrefOfPlan(planId) : href({ to: "/proposals/$proposalId", params: { proposalId } });
};

/** Done by a form of its own beside the plan; everything else where the plan is. */
const doneBesideThePlan: readonly string[] = [
  "lead-professional.confirm-designation",
  "lead-professional.tell-line-manager",
  "lead-professional.line-manager-told",
];

function hrefOfDuty({ dutyId, act, child, concernId, planId, decisionId }: Duty, href: Href, iOwe: boolean): string {
  if (child?.visibility !== "full") return href({ to: "/duties" });
  const ofChild = hrefOfChild(child.childId);
  if (concernId !== undefined) return `${ofChild}/concerns/${concernId}`;
  if (planId !== undefined)
    return `${ofChild}/plans/${planId}${iOwe && doneBesideThePlan.includes(act) ? `/owed/${dutyId}` : ""}`;
  return decisionId === undefined ? ofChild : `${ofChild}/decisions/${decisionId}`;
}

/** Where a notice leads: the page it names, else the plan's, else the child's; nowhere where the child may not be seen. */
export function hrefOfNotice({ link, child, planId }: Notice): string | undefined {
  if (child?.visibility === "restricted") return undefined;
  if (link !== undefined) return link;
  if (child === undefined) return undefined;
  return planId === undefined ? hrefOfChild(child.childId) : `${hrefOfChild(child.childId)}/plans/${planId}`;
}
