import { type Due, dueAfter, isLate } from "../kernel/due.ts";
import type { LadderRule, StageSaid } from "../kernel/ladder.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePractitioner } from "../kernel/subject.ts";
import { isUniversal } from "./first-choice.ts";
import type { AgreementFacts } from "./model.ts";

export type Agreement = LadderRule<AgreementFacts>;

/** What the last good outcome permits. Where the law fills the role every stage is a notice, and permits it from the start. */
const appoint = "lead-professional.appoint";

/** Orders of the acts that books share: what has to be let first, then views, then people together, then the proposed lead, managers, family. */
export const order = {
  exception: 0,
  views: 1,
  consultation: 2,
  together: 3,
  acceptance: 4,
  managers: 5,
  family: 6,
} as const;

/**
 * The steps one after another as a book lists them, for a book that has an order of its own; those in one list go on
 * side by side. Whose agreement is asked, and what it takes, stays as each clause has it.
 */
export const inThisOrder = (...steps: readonly (Agreement | readonly Agreement[])[]): readonly Agreement[] =>
  steps.flatMap((step, at) => {
    const sideBySide: readonly Agreement[] = "apply" in step ? [step] : step;
    return sideBySide.map((rule) => ({
      ...rule,
      apply: (facts, asAt) => {
        const said = rule.apply(facts, asAt);
        const placed = (stage: StageSaid): StageSaid => ({ ...stage, order: at + 1 });
        return said === undefined ? undefined : "stage" in said ? placed(said) : said.map(placed);
      },
    }));
  });

const recorders: readonly Role[] = [
  "practitioners-involved",
  "assessor",
  "named-person",
  "proposed-lead",
  "proposed-leads-line-manager",
];

/** Child or family is asked first who should lead. Asked and recorded; it informs, and holds nobody to an answer. */
export const viewsOf = (given: RuleHead, whose: "child" | "family"): Agreement => ({
  ...given,
  title: `The ${whose} is asked first`,
  force: "must",
  apply: ({ child, isByLaw }) => ({
    stage: `views-of-${whose}`,
    kind: isByLaw ? "notice" : "views",
    order: order.views,
    whose,
    enteredBy: recorders,
    decides: false,
    mayBeLeftOut: true,
    ...(isByLaw ? { permits: appoint } : {}),
    about: whose === "child" ? theChild(child.id) : subject("family", child.id),
    because: isByLaw
      ? `The law fills the role. The ${whose} is told who leads and why, and what they say is kept; nothing waits for it.`
      : `The ${whose} is asked who should lead before anybody is chosen. If they cannot be asked, the reason takes the place of the answer.`,
  }),
});

type Together = {
  readonly stage: "group-discussion" | "action-meeting" | "childs-meeting";
  readonly title: string;
  readonly because: string;
  readonly mayBeLeftOut: boolean;
  readonly when?: (facts: AgreementFacts) => boolean;
};

/** Those involved talk it over together and agree; a manager does not simply assign. */
export const together = (
  given: RuleHead,
  { stage, title, because, mayBeLeftOut, when = () => true }: Together,
): Agreement => ({
  ...given,
  title,
  apply: (facts) =>
    facts.isByLaw || !when(facts)
      ? undefined
      : {
          stage,
          kind: stage === "group-discussion" ? "discussion" : "meeting",
          order: order.together,
          whose:
            stage === "action-meeting"
              ? "action-meeting"
              : stage === "childs-meeting"
                ? "childs-meeting"
                : "practitioners-involved",
          enteredBy: ["practitioners-involved", "assessor", "named-person", "coordinator"],
          decides: true,
          mayBeLeftOut,
          about: theChild(facts.child.id),
          because,
        },
});

/** A lead from outside health and education usually comes about through a meeting; from evidence in universal services none is needed. */
export const isOutsideUniversalServices = ({ proposed, route }: AgreementFacts): boolean =>
  route !== "evidence-from-universal-services" && !isUniversal(proposed.agency);

/** A lead from another agency than the named person's, or where nobody recorded whose agency that is. */
export const isFromAnotherAgency = ({ proposed, namedPersonAgency, route }: AgreementFacts): boolean =>
  route !== "evidence-from-universal-services" && proposed.agency !== namedPersonAgency;

/** The named person decides how somebody comes to lead together with a manager, and does not take the role alone. */
export const managerConsulted = (given: RuleHead): Agreement => ({
  ...given,
  title: "A manager is consulted",
  force: "must",
  apply: ({ child, isByLaw, proposed }) =>
    isByLaw
      ? undefined
      : {
          stage: "manager-consulted",
          kind: "consultation",
          order: order.consultation,
          whose: "line-manager",
          enteredBy: ["named-person", "line-manager", "proposed-leads-line-manager"],
          decides: true,
          mayBeLeftOut: false,
          about: theChild(child.id),
          because: proposed.isNamedPerson
            ? "The named person talks with a manager before taking the role. Who it was and the day are recorded."
            : "The named person and a manager decide together how the lead professional is appointed.",
        },
});

/** The person proposed says yes. The one who leads now, if anybody does, stays until then. */
export const acceptance = (given: RuleHead, { isLast }: { isLast: boolean }): Agreement => ({
  ...given,
  title: "The person proposed accepts",
  force: "must",
  apply: ({ isByLaw, proposed }) =>
    isByLaw
      ? undefined
      : {
          stage: "acceptance",
          kind: "acceptance",
          order: order.acceptance,
          whose: "proposed-lead",
          enteredBy: ["proposed-lead"],
          decides: true,
          mayBeLeftOut: false,
          ...(isLast ? { permits: appoint } : {}),
          about: thePractitioner(proposed.id),
          because:
            "The person proposed accepts or declines for themselves. Whoever leads or is the contact now stays until then.",
        },
});

/** The manager of the person proposed agrees. Silence is not agreement. By law the manager is told. */
export const lineManager = (
  given: RuleHead,
  {
    workingDays,
    closesAt,
    isLast,
  }: { readonly workingDays?: number; readonly closesAt?: string; readonly isLast: boolean },
): Agreement => ({
  ...given,
  title: "The line manager agrees",
  force: "must",
  apply: ({ isByLaw, proposed, proposedOn, calendar }) => ({
    stage: "line-manager",
    kind: isByLaw ? "notice" : "agreement",
    order: order.managers,
    whose: "proposed-leads-line-manager",
    enteredBy: ["proposed-leads-line-manager"],
    decides: !isByLaw,
    mayBeLeftOut: false,
    ...(isByLaw || isLast ? { permits: appoint } : {}),
    ...(isByLaw || workingDays === undefined
      ? {}
      : { clock: dueAfter(proposedOn, { count: workingDays, unit: "working-days" }, calendar, closesAt) }),
    about: thePractitioner(proposed.id),
    because: isByLaw
      ? "The law fills the role. The manager of the person is told, with anything the family objects to."
      : "The manager of the person proposed agrees to the time the role takes. No answer is not agreement.",
  }),
});

/** A worker with two managers: the second is told and acknowledges; once the wait is over the first may go on, with that on record. */
export const secondLineManager = (
  given: RuleHead,
  { workingDays, isLast }: { workingDays: number; isLast: boolean },
): Agreement => ({
  ...given,
  title: "The second manager acknowledges",
  force: "must",
  apply: ({ isByLaw, proposed, proposedOn, calendar }, asAt): StageSaid | undefined => {
    if (proposed.managers < 2) return undefined;
    const clock = dueAfter(proposedOn, { count: workingDays, unit: "working-days" }, calendar);
    return {
      stage: "second-line-manager",
      kind: isByLaw ? "notice" : "agreement",
      order: order.managers,
      whose: "second-line-manager",
      enteredBy: ["second-line-manager", "proposed-leads-line-manager"],
      decides: !isByLaw,
      mayBeLeftOut: hasPassed(clock) && isLate(clock, asAt),
      clock,
      ...(isByLaw || isLast ? { permits: appoint } : {}),
      about: thePractitioner(proposed.id),
      because: `This person has two managers. The second acknowledges within ${workingDays} working days; after that the first may go on, with that on record.`,
    };
  },
});

const hasPassed = (clock: Due | "not-published"): clock is Due => clock !== "not-published";

/** The family agrees. By law a refusal is recorded, explained and reported, and blocks nothing. */
export const familyAgreement = (given: RuleHead): Agreement => ({
  ...given,
  title: "The family agrees",
  force: "must",
  apply: ({ child, isByLaw }) => ({
    stage: "family-agreement",
    kind: isByLaw ? "notice" : "agreement",
    order: order.family,
    whose: "family",
    enteredBy: recorders,
    decides: !isByLaw,
    mayBeLeftOut: isByLaw,
    permits: appoint,
    about: subject("family", child.id),
    because: isByLaw
      ? "The law fills the role. If the family refuses, that is recorded, explained to them and reported to the manager; it blocks nothing."
      : "The family agrees to the person proposed. If they do not, the proposal stays provisional and goes back to the people involved.",
  }),
});
