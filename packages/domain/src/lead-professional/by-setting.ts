import type { DesignationRule, DesignationSaid, Holder } from "../kernel/designation.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { Involved } from "../people/model.ts";
import type { AgencyKind } from "../vocabulary/agencies.ts";
import type { KindOfNeed } from "../vocabulary/assessments.ts";
import type { Post } from "../vocabulary/posts.ts";
import type { ByNeedFacts, BySettingFacts } from "./leading-model.ts";
import { holderOf, locks, personIn, postOf } from "./statuses.ts";
import { lockSaid } from "./statutory-care.ts";

type BySetting = DesignationRule<BySettingFacts>;
const holderIn = (post: Post, involved: readonly Involved[]): Holder => holderOf(personIn(post, involved), post);

/** Somebody of the school fits where three things are so; with many from outside, another service is thought of. A suggestion, no more. */
export const schoolFits = (given: RuleHead, { manyFromOutside }: { readonly manyFromOutside: number }): BySetting => ({
  ...given,
  title: "Somebody of the school, or of another service",
  force: "may",
  apply: ({ child, setting, school, outsidePractitioners }): DesignationSaid | undefined => {
    if (setting !== "school") return undefined;
    const about = theChild(child.id);
    const answers = Object.values(school);
    if (answers.includes("not-recorded"))
      return {
        tier: "unknown",
        missing: "whether somebody of the school fits",
        about,
        because:
          "Answer the three questions on the school: the strongest relationship, needs mainly met in school, an overview that is useful there.",
      };
    const isFit = answers.every((answer) => answer === true);
    const isMany = outsidePractitioners !== "not-recorded" && outsidePractitioners >= manyFromOutside;
    if (isFit && !isMany)
      return {
        tier: "suggested",
        holder: postOf("member-of-school-staff"),
        about,
        because: "All three are so: somebody of the school fits. Anybody else may be chosen.",
      };
    return {
      tier: "suggested",
      holder: postOf("practitioner-from-outside-school"),
      about,
      because: isMany
        ? `${outsidePractitioners} practitioners come from outside the school: consider another service. Somebody of the school may still be chosen.`
        : "Not all three are so: consider another service. Somebody of the school may still be chosen.",
    };
  },
});

/** In further education one of three leads: the personal adviser, the college's tutor, or somebody else involved. */
export const oneOfThreeAtCollege = (given: RuleHead): BySetting => ({
  ...given,
  title: "At college: personal adviser, personal tutor or another practitioner",
  force: "may",
  apply: ({ child, setting, involved }): readonly DesignationSaid[] | undefined =>
    setting !== "further-education"
      ? undefined
      : (["personal-adviser", "college-personal-tutor", "practitioner-on-the-team"] as const).map((post, at) => ({
          tier: "may",
          holder: holderIn(post, involved),
          order: at + 1,
          about: theChild(child.id),
          because:
            "In further education one of these three leads. They are listed in the guide's order, and nobody is chosen by it.",
        })),
});

/** On an Entry to Employment programme with several services the personal adviser leads, unless the law names a social worker. */
export const adviserOnProgramme = (given: RuleHead, { services: least }: { readonly services: number }): BySetting => ({
  ...given,
  title: "Entry to Employment: the personal adviser leads",
  apply: (facts, asAt): DesignationSaid | readonly DesignationSaid[] | undefined => {
    const { child, setting, involved, services } = facts;
    if (setting !== "entry-to-employment") return undefined;
    const about = theChild(child.id);
    if (child.statuses === "not-recorded")
      return {
        tier: "unknown",
        missing: "legal statuses",
        about,
        because: "Record the child's legal statuses, or that there are none: one of them may name a social worker.",
      };
    const day = dayOf(asAt);
    const adviser = holderIn("personal-adviser", involved);
    const held = locks(child.statuses, day);
    if (held.length > 0)
      return [
        ...held.map((lock) => lockSaid(lock, facts, day)),
        {
          tier: "may",
          holder: adviser,
          about,
          because: "The personal adviser stays on the team while the law says that a social worker leads.",
        },
      ];
    if (services === "not-recorded")
      return {
        tier: "unknown",
        missing: "how many services help",
        about,
        because: "It is not recorded how many services help the young person.",
      };
    if (services < least) return undefined;
    return {
      tier: "expected",
      holder: adviser,
      accountable: postOf("personal-adviser-manager"),
      about,
      because: `${services} services help a young person on this programme: the personal adviser leads, unless somebody else is agreed with a reason.`,
    };
  },
});

/** What each kind of need points to: agencies, or posts. */
export type PointsTo = {
  readonly [K in KindOfNeed]: { readonly agencies: readonly AgencyKind[]; readonly posts: readonly string[] };
};

/** The kind of need says whom to think of first among those already there. Everybody else may be chosen; nobody is ranked. */
export const needsPointTo = (
  given: RuleHead,
  { pointsTo }: { readonly pointsTo: PointsTo },
): DesignationRule<ByNeedFacts> => ({
  ...given,
  title: "The kind of need says whom to think of first",
  force: "may",
  apply: ({ child, needs, involved }): DesignationSaid | readonly DesignationSaid[] => {
    const about = theChild(child.id);
    if (needs === "not-recorded")
      return {
        tier: "unknown",
        missing: "the identified needs",
        about,
        because: "Record the needs that were found: they say whom to think of.",
      };
    const isPointedTo = ({ agency, posts }: Involved) =>
      needs.some(
        (need) => pointsTo[need].agencies.includes(agency) || pointsTo[need].posts.some((post) => posts.includes(post)),
      );
    return involved
      .filter(({ involvement }) => involvement !== "not-involved")
      .map((one): DesignationSaid => {
        const holder = { kind: "person", id: one.id } as const;
        return isPointedTo(one)
          ? { tier: "suggested", holder, about, because: "The needs that were found are this person's own field." }
          : { tier: "may", holder, about, because: "Works with the child, and may be chosen like anybody else." };
      });
  },
});
