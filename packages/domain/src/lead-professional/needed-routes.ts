import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { LegalStatusKind } from "../vocabulary/legal-statuses.ts";
import type { Post } from "../vocabulary/posts.ts";
import type { NeededFacts, Route } from "./model.ts";
import { agenciesHelping, aLead } from "./needed.ts";
import { holding, postOf, sinceWhen } from "./statuses.ts";

type Needed = DesignationRule<NeededFacts>;

const pools: Readonly<Record<Route, readonly Post[]>> = {
  "evidence-from-universal-services": ["universal-practitioner"],
  "specialist-within-universal-services": [
    "specialist-health-practitioner",
    "specialist-education-practitioner",
    "universal-practitioner",
  ],
  "safety-or-statute": [],
};

const titles: Readonly<Record<Route, string>> = {
  "evidence-from-universal-services": "evidence from health or education",
  "specialist-within-universal-services": "a specialist within health or education",
  "safety-or-statute": "safety or statute",
};

const meanings: Readonly<Record<Route, string>> = {
  "evidence-from-universal-services":
    "Staff of health or education hold evidence that a co-ordinated plan is needed. Draw it up, with or without a meeting.",
  "specialist-within-universal-services":
    "The help is more complex but still chiefly from health and education: one of their specialists may lead. No meeting across agencies is needed to choose one.",
  "safety-or-statute": "Safety is the primary issue, or a status asks for a lead: another agency may need to lead.",
};

/** The route that holds: safety or statute, whatever was recorded before, and otherwise the recorded one. */
export function routeThatHolds(
  facts: NeededFacts,
  day: Parameters<typeof holding>[1],
  statuses: readonly LegalStatusKind[],
) {
  const triggers = holding(facts.child.statuses, day, ...statuses);
  if (facts.safetyIsThePrimaryIssue === true || triggers.length > 0)
    return { route: "safety-or-statute" as const, triggers };
  return { route: facts.route, triggers };
}

type Routed = {
  readonly route: Route;
  /** The code this rulebook gives the route: areas that know fewer routes map several to one. */
  readonly code: string;
  /** Statuses that put a child on the route of safety or statute. */
  readonly statuses: readonly LegalStatusKind[];
};

/** One of the ways in which the need for a lead professional arises; each points at other people. */
export const needArisesByRoute = (given: RuleHead, { route, code, statuses }: Routed): Needed => ({
  ...given,
  title: `Route ${code}: ${titles[route]}`,
  apply: (facts, asAt) => {
    const holds = routeThatHolds(facts, dayOf(asAt), statuses);
    if (holds.route !== route) return undefined;
    const about = theChild(facts.child.id);
    const turned = facts.route !== route && facts.route !== "not-recorded";
    const why = holds.triggers.map((status) => `${sinceWhen(status)}. `).join("");
    const need: DesignationSaid = {
      tier: "must",
      holder: aLead,
      about,
      because: `Route ${code}. ${why}${meanings[route]}${turned ? " The route recorded before no longer holds: confirm or change who leads." : ""}`,
      ...(turned
        ? {
            needs: [
              {
                what: "approval" as const,
                from: "line-manager" as const,
                for: "confirming or changing who leads now that the route is another one",
                code: "confirm-or-change-lead",
              },
            ],
          }
        : {}),
    };
    return [
      need,
      ...pools[route].map(
        (post, at): DesignationSaid => ({
          tier: "may",
          holder: postOf(post),
          order: at + 1,
          about,
          because: `On route ${code} this is one of the people to consider.`,
        }),
      ),
    ];
  },
});

/** Every need for a lead professional says by which route it arose. */
export const routeIsRecorded = (
  given: RuleHead,
  { agencies, statuses }: { agencies: number; statuses: readonly LegalStatusKind[] },
): Needed => ({
  ...given,
  title: "The need says how it arose",
  force: "must",
  apply: (facts, asAt) => {
    const about = theChild(facts.child.id);
    const count = agenciesHelping(facts.help);
    const { route } = routeThatHolds(facts, dayOf(asAt), statuses);
    const unrecorded: readonly DesignationSaid[] =
      facts.child.statuses === "not-recorded"
        ? [
            {
              tier: "unknown",
              missing: "legal statuses",
              about,
              because:
                "Record the child's legal statuses, or that there are none: one of them may ask for a lead professional.",
            },
          ]
        : [];
    if (route !== "not-recorded" || count === "not-recorded" || count < agencies) return unrecorded;
    return [
      ...unrecorded,
      {
        tier: "unknown",
        missing: "how the need arose",
        about,
        because: "Choose how the need arose. A lead professional cannot be confirmed until then.",
      },
    ];
  },
});

/** With a second agency the named person and a manager decide together: become lead professional, or how another is appointed. */
export const decidedWithManager = (given: RuleHead, { agencies }: { agencies: number }): Needed => ({
  ...given,
  title: "The named person and a manager decide who leads, or how to appoint one",
  force: "must",
  apply: ({ child, help }) => {
    const count = agenciesHelping(help);
    if (count === "not-recorded" || count < agencies) return undefined;
    return {
      tier: "must",
      holder: aLead,
      about: theChild(child.id),
      because:
        "Another agency is needed: the named person decides with a manager either to become lead professional or by which route another is appointed.",
      needs: [
        {
          what: "approval",
          from: "line-manager",
          for: "the named person becoming lead professional, or the route by which another is appointed",
          code: "named-person-or-another",
        },
      ],
    };
  },
});
