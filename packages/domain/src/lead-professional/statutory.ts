import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { LegalStatus } from "../people/model.ts";
import { type LegalStatusKind, legalStatuses } from "../vocabulary/legal-statuses.ts";
import { type Post, posts } from "../vocabulary/posts.ts";
import type { StatutoryFacts } from "./model.ts";
import { daysOf, holderOf, holding, locks, namedIn, postOf, sinceWhen, staysOnTeam } from "./statuses.ts";

type Statutory = DesignationRule<StatutoryFacts>;

/** Statuses that name a definite lead without being locks. A key worker counts once somebody has been identified. */
export type DefiniteKind =
  | "care-leaver"
  | "youth-order"
  | "care-programme-approach"
  | "complex-disability-or-health-need";

/** The kinds of definite status that hold, are led by somebody definite, and are not beaten by a lock. */
export function definiteKinds(
  { child }: { readonly child: StatutoryFacts["child"] },
  day: LocalDate,
  kinds: readonly DefiniteKind[],
): readonly DefiniteKind[] {
  if (locks(child.statuses, day).length > 0) return [];
  return kinds.filter((kind) =>
    holding(child.statuses, day, kind).some(
      (held) =>
        kind === "youth-order" ||
        kind === "care-programme-approach" ||
        (kind === "care-leaver"
          ? held.careLeaverKind !== undefined && held.careLeaverKind !== "not-recorded"
          : isIdentified(held)),
    ),
  );
}

/** Somebody is named whom the family has not turned down. */
const isIdentified = ({ holder, holderAgreedByFamily }: LegalStatus): boolean =>
  holder !== undefined && holderAgreedByFamily !== false;

const familyAgrees: Need = {
  what: "agreement",
  from: "family",
  for: "the family's agreement to this key worker",
  code: "key-worker-agreed-by-family",
};

const chosenTogether: readonly Need[] = [
  {
    what: "reason",
    from: "action-meeting",
    for: "why this person leads and not another whom a status names",
    code: "choice-between-statutory-posts",
  },
  {
    what: "evidence",
    from: "child",
    for: "whom the young person would like to lead",
    code: "wish-between-statutory-posts",
  },
];

/** What a tie asks for: a meeting's reason and the young person's wish. Nothing where the status stands alone. */
export const needsOfTie = (facts: StatutoryFacts, day: LocalDate, kinds: readonly DefiniteKind[]) =>
  definiteKinds(facts, day, kinds).length > 1 ? { needs: chosenTogether } : {};

type Definite = {
  readonly status: Exclude<DefiniteKind, "care-leaver" | "youth-order">;
  readonly post: Post;
  readonly accountable: Post;
  /** True when the status gives nothing until somebody has been identified. */
  readonly onlyIfNamed: boolean;
  /** True when whoever is identified leads only once the family's agreement to them is on record. */
  readonly familyAgrees?: boolean;
  /** All statuses of this book that name a definite lead, in the order they are listed when several hold. */
  readonly among: readonly DefiniteKind[];
};

/** A status that goes with a co-ordinating post makes the holder of that post the lead; two such posts are chosen between. */
export const postLeads = (
  given: RuleHead,
  { status, post, accountable, onlyIfNamed, familyAgrees: asksFamily = false, among }: Definite,
): Statutory => ({
  ...given,
  title: `${legalStatuses[status].label}: ${posts[post].label} leads`,
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const isLocked = locks(facts.child.statuses, day).length > 0;
    return holding(facts.child.statuses, day, status)
      .filter((held) => !onlyIfNamed || isIdentified(held))
      .map((held): DesignationSaid => {
        const id = onlyIfNamed ? held.holder : namedIn(post, held, facts.involved);
        const tie = needsOfTie(facts, day, among);
        const needs = [
          ...("needs" in tie ? tie.needs : []),
          ...(asksFamily && !isLocked && held.holderAgreedByFamily !== true ? [familyAgrees] : []),
        ];
        return {
          tier: "expected",
          holder: holderOf(id, post),
          ...(id === undefined ? { accountable: postOf(accountable) } : {}),
          order: among.indexOf(status) + 1,
          ...daysOf(held),
          about: theChild(facts.child.id),
          because: isLocked
            ? staysOnTeam(held, post)
            : id === undefined
              ? `${sinceWhen(held)}: ${posts[post].label} leads. Nobody is named yet: ${posts[accountable].label} answers until a name is recorded.`
              : needs.includes(familyAgrees)
                ? `${sinceWhen(held)}: ${posts[post].label} leads once that person accepts. It is not recorded that the family agreed to this key worker: ask them first.`
                : `${sinceWhen(held)}: ${posts[post].label} leads once that person accepts.`,
          ...(needs.length === 0 ? {} : { needs }),
        };
      });
  },
});

/** A status that asks for a lead and names none leaves the choice to the people who work with the child. */
export const someoneIsAppointed = (
  given: RuleHead,
  { status, unless }: { status: LegalStatusKind; unless: "named" | LegalStatusKind },
): Statutory => ({
  ...given,
  title: `${legalStatuses[status].label}: another practitioner is appointed`,
  apply: ({ child }, asAt) => {
    const day = dayOf(asAt);
    const held = holding(child.statuses, day, status);
    const isAnswered =
      unless === "named"
        ? held.some(({ holder }) => holder !== undefined)
        : holding(child.statuses, day, unless).length > 0;
    if (isAnswered) return undefined;
    return held.map((one) => ({
      tier: "may" as const,
      holder: postOf("practitioner-on-the-team"),
      order: 3,
      ...daysOf(one),
      about: theChild(child.id),
      because: `${sinceWhen(one)}, and no post goes with it here: a lead is still appointed, from the people who support the child.`,
    }));
  },
});

/** Where no status locks or names a lead, the people who work with the child choose with the family. */
export const anyoneInvolvedMayLead = (
  given: RuleHead,
  { unless, among }: { unless: readonly LegalStatusKind[]; among: readonly DefiniteKind[] },
): Statutory => ({
  ...given,
  title: "No status names a lead: the choice is open",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { id, statuses } = facts.child;
    if (statuses === "not-recorded" || locks(statuses, day).length > 0) return undefined;
    if (definiteKinds(facts, day, among).length > 0 || holding(statuses, day, ...unless).length > 0) return undefined;
    return {
      tier: "may",
      holder: postOf("practitioner-on-the-team"),
      order: 9,
      about: theChild(id),
      because: "No status names who leads: the people who work with the child choose with the child and the family.",
    };
  },
});
