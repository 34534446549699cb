import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import type { LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { LegalStatus } from "../people/model.ts";
import { type LegalStatusKind, legalStatuses } from "../vocabulary/legal-statuses.ts";
import { posts } from "../vocabulary/posts.ts";
import type { StatutoryFacts } from "./model.ts";
import {
  assessmentsUndecided,
  type CaseFacts,
  daysOf,
  holderOf,
  holding,
  locks,
  namedIn,
  personIn,
  postOf,
  sinceWhen,
  socialWorkerOf,
  socialWorkerPost,
  staysOnTeam,
} from "./statuses.ts";
import { type DefiniteKind, needsOfTie } from "./statutory.ts";

type Statutory = DesignationRule<StatutoryFacts>;

/** Who must lead cannot be said while nobody has recorded which statuses the child has. */
export const statusesAreRecorded = (given: RuleHead): Statutory => ({
  ...given,
  title: "The child's legal statuses are recorded",
  apply: ({ child }) =>
    child.statuses === "not-recorded"
      ? {
          tier: "unknown",
          missing: "legal statuses",
          about: theChild(child.id),
          because:
            "Record the child's legal statuses, or that there are none: until then nobody can say who must lead.",
        }
      : undefined,
});

const nameIsNeeded: Need = {
  what: "evidence",
  from: "lead-agency-manager",
  for: "the name of the social worker",
  code: "name-statutory-lead",
};

/** What a lock says of the social worker: the person it names or, until it does, the post and the team manager. */
export function lockSaid(status: LegalStatus, facts: CaseFacts, day: LocalDate): DesignationSaid {
  const post = socialWorkerPost(facts.child.statuses, day);
  const id = socialWorkerOf(status, facts, day);
  const leads = `${sinceWhen(status)}: ${posts[post].label} leads, and no one else can be chosen.`;
  // Asked for once, however many locks are still without a name.
  const firstUnnamed = locks(facts.child.statuses, day).find((lock) => socialWorkerOf(lock, facts, day) === undefined);
  const common = {
    tier: "must" as const,
    about: theChild(facts.child.id),
    holder: holderOf(id, post),
    ...daysOf(status),
  };
  return id === undefined
    ? {
        ...common,
        because: `${leads} Nobody is named yet, so ${posts["social-work-team-manager"].label} is the contact until a name is recorded.`,
        accountable: postOf("social-work-team-manager"),
        ...(firstUnnamed?.id === status.id ? { needs: [nameIsNeeded] } : {}),
      }
    : { ...common, because: leads };
}

/** While the child has this status the child's social worker leads and nobody else can be chosen. */
export const socialWorkerLeads = (
  given: RuleHead,
  {
    status,
    enteredAs = [status],
  }: {
    readonly status: "looked-after" | "child-protection-plan" | "adoption-plan";
    /** The entries of a record that mean this status, where there are several. */
    readonly enteredAs?: readonly LegalStatusKind[];
  },
): Statutory => ({
  ...given,
  title: `${legalStatuses[status].label}: the social worker leads`,
  force: "must",
  apply: (facts, asAt) =>
    holding(facts.child.statuses, dayOf(asAt), ...enteredAs).map((held) => lockSaid(held, facts, dayOf(asAt))),
});

/** From the start of an assessment of need until services are decided the social worker leads; the phase must be known. */
export const socialWorkerLeadsAssessment = (given: RuleHead): Statutory => ({
  ...given,
  title: "Child in need: the social worker leads until services are decided",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { id, statuses } = facts.child;
    const phaseless = holding(statuses, day, "child-in-need").filter((held) => held.childInNeedPhase === undefined);
    return [
      ...assessmentsUndecided(statuses, day).map((assessment) => lockSaid(assessment, facts, day)),
      ...phaseless.map(
        (held): DesignationSaid => ({
          tier: "unknown",
          missing: "phase of the child in need case",
          about: theChild(id),
          because: `${sinceWhen(held)}: record whether the child is still being assessed. During assessment the social worker leads.`,
        }),
      ),
    ];
  },
});

/** Whether social services still deliver or pay for help, as far as that is known: a social worker is there, or help of theirs. */
const isStillInvolved = (held: LegalStatus, { involved, help }: StatutoryFacts): boolean =>
  held.holder !== undefined ||
  personIn("social-worker", involved) !== undefined ||
  help === "not-recorded" ||
  help.some(({ agency }) => agency === "social-work");

/** Once services are decided for another child in need anyone suitable may lead, the social worker too, who stays until then. */
export const anyoneMayLeadAfterDecision = (
  given: RuleHead,
  /** Whether the social worker is a candidate only while social services still deliver or pay for help. */
  { onlyWhileInvolved }: { readonly onlyWhileInvolved: boolean },
): Statutory => ({
  ...given,
  title: "Child in need, services decided: the social worker or another practitioner",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { id, statuses } = facts.child;
    if (assessmentsUndecided(statuses, day).length > 0) return undefined;
    return holding(statuses, day, "child-in-need")
      .filter((held) => held.childInNeedPhase === "decided")
      .flatMap((held): readonly DesignationSaid[] => {
        const common = { tier: "may" as const, about: theChild(id), ...daysOf(held) };
        const another: DesignationSaid = {
          ...common,
          holder: postOf("practitioner-on-the-team"),
          order: 2,
          because: "Another practitioner may lead where that suits the services now given. Agree it with the family.",
        };
        if (onlyWhileInvolved && !isStillInvolved(held, facts)) return [another];
        return [
          {
            ...common,
            holder: holderOf(namedIn("social-worker", held, facts.involved), "social-worker"),
            order: 1,
            because: `Services were decided on for ${legalStatuses["child-in-need"].label.toLowerCase()}: the social worker may go on leading, and does until another lead has been agreed and has accepted.`,
          },
          another,
        ];
      });
  },
});

/** A young person preparing to leave care who is still looked after keeps the social worker, whatever part an adviser has. */
export const socialWorkerLeadsEligibleLeaver = (given: RuleHead): Statutory => ({
  ...given,
  title: "Care leaver still looked after: the social worker leads",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const split: Need = {
      what: "evidence",
      from: "social-worker",
      for: "how the work is split between the social worker and the personal adviser",
      code: "care-leaver-role-split",
    };
    return holding(facts.child.statuses, day, "care-leaver")
      .filter((leaver) => leaver.careLeaverKind === "eligible")
      .map((leaver): DesignationSaid => {
        const said = lockSaid(leaver, facts, day);
        const hasAdviser = personIn("personal-adviser", facts.involved) !== undefined;
        return hasAdviser ? { ...said, needs: [...(said.needs ?? []), split] } : said;
      });
  },
});

type LeaverLead = {
  /** Who leads a leaver no longer in care, and who may instead. */
  readonly leads: "personal-adviser" | "social-worker";
  readonly instead: "personal-adviser" | "social-worker";
  readonly accountable?: "personal-adviser-manager" | "social-work-team-manager";
  /** Whether choosing the other asks for a reason. */
  readonly insteadNeedsReason: boolean;
  /** All statuses of this book that name a definite lead, in the order they are listed when several hold. */
  readonly among: readonly DefiniteKind[];
};

/** A young person who has left care is led by one of two posts, and the other of the two may lead instead. */
export const careLeaverLead = (
  given: RuleHead,
  { leads, instead, accountable, insteadNeedsReason, among }: LeaverLead,
): Statutory => ({
  ...given,
  title: `Care leaver: ${posts[leads].label} leads`,
  apply: (facts, asAt) =>
    holding(facts.child.statuses, dayOf(asAt), "care-leaver").flatMap((leaver): readonly DesignationSaid[] => {
      const about = theChild(facts.child.id);
      const kind = leaver.careLeaverKind ?? "not-recorded";
      if (kind === "eligible") return [];
      if (kind === "not-recorded")
        return [
          {
            tier: "unknown",
            missing: "kind of care leaver",
            about,
            because: `${sinceWhen(leaver)}: record whether the young person is still looked after, left care before 18, or is 18 or over.`,
          },
        ];
      const common = { about, ...daysOf(leaver) };
      const isLocked = locks(facts.child.statuses, dayOf(asAt)).length > 0;
      return [
        {
          ...common,
          tier: "expected",
          holder: holderOf(namedIn(leads, leaver, facts.involved), leads),
          ...(accountable === undefined ? {} : { accountable: postOf(accountable) }),
          order: among.indexOf("care-leaver") + 1,
          because: isLocked ? staysOnTeam(leaver, leads) : `${sinceWhen(leaver)}: ${posts[leads].label} leads.`,
          ...needsOfTie(facts, dayOf(asAt), among),
        },
        {
          ...common,
          tier: "may",
          holder: holderOf(personIn(instead, facts.involved), instead),
          because: `${sinceWhen(leaver)}: ${posts[instead].label} may lead instead${insteadNeedsReason ? ", with the reason recorded" : ""}.`,
          ...(insteadNeedsReason
            ? {
                needs: [
                  {
                    what: "reason",
                    from: "practitioners-involved",
                    for: `why ${posts[instead].label} leads`,
                    code: "care-leaver-other-lead",
                  },
                ],
              }
            : {}),
        },
      ];
    }),
});
