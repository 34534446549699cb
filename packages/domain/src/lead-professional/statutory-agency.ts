import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import { ageOn, inWords, lastDayOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { LegalStatus } from "../people/model.ts";
import { type AgencyKind, agencyKinds } from "../vocabulary/agencies.ts";
import { type LegalStatusKind, legalStatuses, lookedAfterBases } from "../vocabulary/legal-statuses.ts";
import type { StatutoryFacts } from "./model.ts";
import { daysOf, holding, postOf, sinceWhen } from "./statuses.ts";

type Statutory = DesignationRule<StatutoryFacts>;

type Trigger = {
  readonly status: LegalStatusKind;
  /** The service line the lead must come from. */
  readonly agency: string;
  /** Rules that this status goes before when they ask for another agency. */
  readonly before: readonly { readonly rule: string; readonly agency: string }[];
  /** Service lines of which one is to be on the plan. */
  readonly alsoOnThePlan?: readonly AgencyKind[];
  /** The least age at which the status can lawfully begin. */
  readonly leastAge?: number;
  /** Whether the people who choose say how they weighed it. */
  readonly isWeighed?: boolean;
};

const labelOf = (agency: string) =>
  agency in agencyKinds ? agencyKinds[agency as AgencyKind].label.toLowerCase() : agency;
const detail = ({ kind, lookedAfterBasis = "not-recorded" }: LegalStatus) =>
  kind === "looked-after"
    ? lookedAfterBasis === "not-recorded"
      ? " (on what basis is not recorded)"
      : ` (${lookedAfterBases[lookedAfterBasis].label.toLowerCase()})`
    : "";

/** A status in law, or a category of procedure, asks for a lead from one agency while it holds; it always shows on the plan. */
export const statusAsksForAgency = (given: RuleHead, trigger: Trigger): Statutory => ({
  ...given,
  title: `${legalStatuses[trigger.status].label}: the lead comes from ${labelOf(trigger.agency)}`,
  force: "must",
  apply: (facts, asAt) =>
    holding(facts.child.statuses, dayOf(asAt), trigger.status).map((held): DesignationSaid => {
      const about = theChild(facts.child.id);
      const { bornOn } = facts.child;
      if (trigger.leastAge !== undefined && bornOn !== "not-recorded" && ageOn(bornOn, held.from) < trigger.leastAge)
        return {
          tier: "unknown",
          missing: `day of the ${legalStatuses[trigger.status].label}`,
          about,
          because: `Check the dates: this cannot be made before the age of ${trigger.leastAge}, and the child was younger on ${inWords(held.from)}.`,
        };
      const needs = needsOf(facts, trigger);
      const lifts = trigger.before.filter(({ agency }) => agency !== trigger.agency).map(({ rule }) => rule);
      const end = held.until === undefined ? "" : `, to ${inWords(lastDayOf(held.until))}`;
      return {
        tier: "must",
        holder: { kind: "agency", agency: trigger.agency },
        ...daysOf(held),
        about,
        because: `${sinceWhen(held)}${detail(held)}${end}: the lead professional comes from ${labelOf(trigger.agency)}.`,
        ...(needs.length === 0 ? {} : { needs }),
        ...(lifts.length === 0 ? {} : { lifts }),
      };
    }),
});

function needsOf({ help }: StatutoryFacts, { status, alsoOnThePlan, isWeighed }: Trigger): readonly Need[] {
  const isThere = (agency: AgencyKind) =>
    help !== "not-recorded" && help.some((part) => part.agency === agency && part.liveActions > 0);
  const missesAgency = alsoOnThePlan !== undefined && !alsoOnThePlan.some(isThere);
  return [
    ...(missesAgency
      ? [
          {
            what: "evidence" as const,
            from: "lead-professional" as const,
            for: `${alsoOnThePlan.map(labelOf).join(" or ")} on the plan`,
            code: `on-the-plan-${status}`,
          },
        ]
      : []),
    ...(isWeighed
      ? [
          {
            what: "reason" as const,
            from: "line-manager" as const,
            for: `how the ${legalStatuses[status].label} was weighed in choosing who leads`,
            code: `weighed-${status}`,
          },
        ]
      : []),
  ];
}

/** Where safety is the primary issue another agency, often social work, leads; universal services may with a manager's reason. */
export const safetyPointsToAgency = (
  given: RuleHead,
  { agency, universal }: { agency: string; universal: readonly AgencyKind[] },
): Statutory => ({
  ...given,
  title: `Safety first: ${labelOf(agency)} is listed first`,
  apply: ({ child, safetyIsThePrimaryIssue }) => {
    const about = theChild(child.id);
    if (safetyIsThePrimaryIssue === "not-recorded")
      return {
        tier: "unknown",
        missing: "whether safety is the primary issue",
        about,
        because: "Record whether the child's safety is the primary issue: if it is, another agency may need to lead.",
      };
    if (!safetyIsThePrimaryIssue) return undefined;
    return [
      {
        tier: "suggested",
        holder: { kind: "agency", agency },
        about,
        because: `The child's safety is the primary issue: ${labelOf(agency)} is listed first, and any other agency outside health and education can be chosen.`,
      },
      ...universal.map(
        (one): DesignationSaid => ({
          tier: "may",
          holder: { kind: "agency", agency: one },
          about,
          because: `Where safety is the primary issue, ${labelOf(one)} may not be the right place to co-ordinate from. A manager records why it leads.`,
          needs: [
            {
              what: "reason",
              from: "line-manager",
              for: `why ${labelOf(one)} leads where safety is the primary issue`,
              code: "universal-lead-on-safety",
            },
          ],
        }),
      ),
    ];
  },
});

/** With complex health needs a specialist health practitioner who can draw in other services is suggested. */
export const specialistForComplexHealth = (given: RuleHead): Statutory => ({
  ...given,
  title: "Complex health needs: a specialist health practitioner is suggested",
  apply: ({ child, needsAreComplexHealth }) => {
    const about = theChild(child.id);
    if (needsAreComplexHealth === "not-recorded")
      return {
        tier: "unknown",
        missing: "whether the child has complex health needs",
        about,
        because:
          "Record whether the child has complex health needs: if so, a specialist health practitioner is suggested.",
      };
    if (!needsAreComplexHealth) return undefined;
    return {
      tier: "suggested",
      holder: postOf("specialist-health-practitioner"),
      about,
      because:
        "The needs are complex health needs: a specialist health practitioner can lead and draw in other services.",
    };
  },
});

/** Where nothing in law or procedure asks for an agency, whoever is best placed may lead. */
export const noTrigger = (given: RuleHead, { triggers }: { triggers: readonly LegalStatusKind[] }): Statutory => ({
  ...given,
  title: "No status asks for an agency: the choice is open",
  apply: ({ child }, asAt) =>
    child.statuses === "not-recorded" || holding(child.statuses, dayOf(asAt), ...triggers).length > 0
      ? undefined
      : {
          tier: "may",
          holder: postOf("practitioner-on-the-team"),
          about: theChild(child.id),
          because:
            "No status asks for a lead from one agency: choose who is best placed, with the child and the family.",
        },
});
