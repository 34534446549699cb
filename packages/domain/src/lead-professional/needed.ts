import type { DesignationRule, DesignationSaid, Holder } from "../kernel/designation.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { Recorded } from "../people/model.ts";
import { type LegalStatusKind, legalStatuses } from "../vocabulary/legal-statuses.ts";
import { type Post, posts } from "../vocabulary/posts.ts";
import type { AgencyHelp, NeededFacts } from "./model.ts";
import { daysOf, holderOf, holding, locks, namedIn, sinceWhen } from "./statuses.ts";
import type { DefiniteKind } from "./statutory.ts";
import { lockSaid } from "./statutory-care.ts";

type Needed = DesignationRule<NeededFacts>;

export const aLead: Holder = { kind: "post", post: "lead-professional" };

/** Distinct practitioners who own actions; two of one agency are two, and a helper without an action is none (RN-04). */
export const practitionersWithActions = (help: Recorded<readonly AgencyHelp[]>): Recorded<number> =>
  help === "not-recorded"
    ? help
    : help.filter(({ liveActions }) => liveActions > 0).reduce((sum, { practitioners }) => sum + practitioners, 0);

/** Service lines with help planned or running, whoever employs the people; each voluntary or other body is its own (GD-1). */
export function agenciesHelping(help: Recorded<readonly AgencyHelp[]>): Recorded<number> {
  if (help === "not-recorded") return help;
  const live = help.filter(({ liveActions }) => liveActions > 0).map(({ agency }) => agency);
  const ownBodies = live.filter((agency) => agency === "voluntary" || agency === "other");
  return new Set(live.filter((agency) => agency !== "voluntary" && agency !== "other")).size + ownBodies.length;
}

/** The post that leads for each status that names a definite lead without being a lock. */
export type DefinitePosts = Readonly<Partial<Record<DefiniteKind, Post>>>;

/** Where a status already names who leads there is a lead, and no second one is asked for. */
export const namedByStatus = (given: RuleHead, { definite }: { definite: DefinitePosts }): Needed => ({
  ...given,
  title: "A status already says who leads",
  force: "must",
  apply: ({ child, involved }, asAt) => {
    const day = dayOf(asAt);
    const about = theChild(child.id);
    if (child.statuses === "not-recorded")
      return {
        tier: "unknown",
        missing: "legal statuses",
        about,
        because: "Record the child's legal statuses, or that there are none: one of them may already say who leads.",
      };
    const locked = locks(child.statuses, day);
    if (locked.length > 0) return locked.map((status) => lockSaid(status, { child, involved }, day));
    return Object.entries(definite).flatMap(([kind, post]) =>
      holding(child.statuses, day, kind as DefiniteKind)
        .filter(({ holder }) => kind !== "complex-disability-or-health-need" || holder !== undefined)
        .map((held): DesignationSaid => {
          const hasKind = kind !== "care-leaver" || (held.careLeaverKind ?? "not-recorded") !== "not-recorded";
          const id = namedIn(post, held, involved);
          return {
            tier: "must",
            holder: hasKind ? holderOf(id, post) : aLead,
            ...daysOf(held),
            about,
            because:
              hasKind && id === undefined
                ? `${sinceWhen(held)}: a status already says that ${posts[post].label} leads, and nobody in that post is known yet.`
                : `${sinceWhen(held)}: a status already says who leads, so no second lead professional is chosen.`,
          };
        }),
    );
  },
});

/** Some needs ask for a lead even where no post goes with them and only one practitioner helps. */
export const needAsksForLead = (
  given: RuleHead,
  { status, unless }: { status: LegalStatusKind; unless: "named" | LegalStatusKind },
): Needed => ({
  ...given,
  title: `${legalStatuses[status].label}: a lead professional is appointed`,
  apply: ({ child }, asAt) => {
    const day = dayOf(asAt);
    const held = holding(child.statuses, day, status);
    const isAnswered =
      unless === "named"
        ? held.some(({ holder }) => holder !== undefined)
        : holding(child.statuses, day, unless).length > 0;
    if (isAnswered) return undefined;
    return held.map((one) => ({
      tier: "expected" as const,
      holder: aLead,
      ...daysOf(one),
      about: theChild(child.id),
      because: `${sinceWhen(one)}, and no post goes with it here: choose a lead professional from the people who support the child.`,
    }));
  },
});

/** Additional needs that ask for one integrated response need a lead; a response by one practitioner does not. */
export const integratedResponse = (given: RuleHead, { practitioners: least }: { practitioners: number }): Needed => ({
  ...given,
  title: "Help that has to be one integrated response needs a lead professional",
  apply: ({ child, help, integratedResponse: isIntegrated }) => {
    const about = theChild(child.id);
    const count = practitionersWithActions(help);
    const isSeveral = count !== "not-recorded" && count >= least;
    if (isIntegrated === true)
      return {
        tier: "expected",
        holder: aLead,
        about,
        because:
          "The help has to be one integrated response: choose a lead professional from the people who support the child.",
      };
    if (isIntegrated === false)
      return isSeveral
        ? {
            tier: "not-needed",
            about,
            because: `${count} practitioners have actions, and somebody has said that their help need not be one response. The reason is recorded.`,
            needs: [
              {
                what: "reason",
                from: "assessor",
                for: `why the help of ${count} practitioners need not be one integrated response`,
                code: "no-integrated-response",
              },
            ],
          }
        : {
            tier: "not-needed",
            about,
            because: "One practitioner can give the help needed: no lead professional is asked for.",
          };
    const unknown: DesignationSaid = {
      tier: "unknown",
      missing: "whether the help has to be one integrated response",
      about,
      because: "Say whether the help has to be one integrated response. If it does, a lead professional is needed.",
    };
    return isSeveral
      ? [
          unknown,
          {
            tier: "suggested",
            holder: aLead,
            about,
            because: `${count} practitioners have actions, which suggests that their help has to be one integrated response. Somebody decides that, with a reason.`,
          },
        ]
      : unknown;
  },
});

type Counting = {
  readonly agencies: number;
  /** "must" where the source allows no exception. */
  readonly tier: "must" | "expected";
  readonly noun: "agencies" | "services";
};

/** Help from more than one agency needs a lead professional; agencies are counted by service line, not by employer. */
export const severalAgencies = (given: RuleHead, { agencies: least, tier, noun }: Counting): Needed => ({
  ...given,
  title: `Help from ${least} or more ${noun} needs a lead professional`,
  apply: ({ child, help }) => {
    const about = theChild(child.id);
    const count = agenciesHelping(help);
    if (count === "not-recorded")
      return {
        tier: "unknown",
        missing: `which ${noun} help the child`,
        about,
        because: `Record which ${noun} have help planned or running: from ${least} on, a lead professional is needed.`,
      };
    return count >= least
      ? {
          tier,
          holder: aLead,
          about,
          because: `${count} ${noun} have help planned or running: agree a lead professional. The help does not wait for that.`,
        }
      : {
          tier: "not-needed",
          about,
          because: `Fewer than ${least} ${noun} help: no lead professional is asked for. One who leads now stays until it is agreed that the plan ends.`,
        };
  },
});
