import type { DesignationRule, DesignationSaid, Holder } from "../kernel/designation.ts";
import type { Recorded } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, theChild, thePractitioner } from "../kernel/subject.ts";
import { type LegalStatus, statusesOn } from "../people/model.ts";
import { type ChairFixedBy, chairFixedBy, meetingKinds } from "../vocabulary/meetings.ts";
import type { MayChairFacts, WhoChairsFacts } from "./model.ts";

type Who = DesignationRule<WhoChairsFacts>;
type May = GateRule<MayChairFacts>;

/** What makes the review officer the chair, and what would have to be known to say that nothing does. */
type Fixed = { readonly why: readonly string[]; readonly missing: readonly string[] };

const officer = ({ plan }: WhoChairsFacts): Holder =>
  plan.reviewOfficer === "none" || plan.reviewOfficer === "not-recorded"
    ? { kind: "post", post: "review-officer" }
    : { kind: "person", id: plan.reviewOfficer, post: "review-officer" };

const officerIsNamed = (fixed: (facts: WhoChairsFacts) => Fixed): Who["apply"] => {
  return (facts) => {
    const { why, missing } = fixed(facts);
    const about = theChild(facts.child.id);
    return [
      ...why.map(
        (reason): DesignationSaid => ({
          tier: "must",
          holder: officer(facts),
          about,
          because: `${reason}: a quality assurance and review officer chairs this meeting.`,
        }),
      ),
      ...(why.length > 0
        ? []
        : missing.map((fact): DesignationSaid => ({ tier: "unknown", missing: fact, about, because: notKnown(fact) }))),
    ];
  };
};

const officerMayChair = (fixed: (facts: WhoChairsFacts) => Fixed, otherwise: string): May["apply"] => {
  return (facts): GateSaid | readonly GateSaid[] => {
    const { candidate, child } = facts;
    if (candidate.posts.includes("review-officer"))
      return sayOf(thePractitioner(candidate.id)).permits(
        "A quality assurance and review officer may chair any meeting.",
      );
    const { why, missing } = fixed(facts);
    const say = sayOf(theChild(child.id));
    const [reason] = why;
    if (reason !== undefined)
      return say.prevents(
        `${reason}: only a quality assurance and review officer chairs this meeting. Everybody else may be there.`,
      );
    return missing.length > 0 ? missing.map((fact) => say.unknown(fact, notKnown(fact))) : say.permits(otherwise);
  };
};

const notKnown = (fact: string) => `It is not recorded ${fact}, which decides who chairs.`;

/** High-level needs, or a plan marked especially complex. */
const marked = ({ child, plan }: WhoChairsFacts): Fixed => {
  const marks: readonly (readonly [Recorded<boolean>, string, string])[] = [
    [
      child.hasHighLevelNeeds,
      "The child is marked as having high-level needs",
      "whether the child has high-level needs",
    ],
    [plan.isEspeciallyComplex, "The plan is marked especially complex", "whether the plan is especially complex"],
  ];
  return {
    why: marks.filter(([mark]) => mark === true).map(([, why]) => why),
    missing: marks.filter(([mark]) => mark === "not-recorded").map(([, , missing]) => missing),
  };
};

const awayFromHome: readonly LegalStatus["lookedAfterBasis"][] = [
  "voluntary-accommodated",
  "police-transfer",
  "remand",
];

/** True, false, or "not-recorded" where neither the status nor its basis says where the child lives. */
const isAccommodated = (status: LegalStatus): Recorded<boolean> =>
  status.accommodated === true || awayFromHome.includes(status.lookedAfterBasis)
    ? true
    : (status.accommodated ?? "not-recorded");

/** Statuses that hold on the day of the meeting, as far as they fix the chair. */
const byStatus =
  (fixedBy: readonly ChairFixedBy[]) =>
  ({ child, meeting }: WhoChairsFacts): Fixed => {
    if (child.statuses === "not-recorded")
      return { why: [], missing: fixedBy.length > 0 ? ["which legal statuses the child has"] : [] };
    const found = fixedBy.flatMap((kind): readonly { readonly why?: string; readonly missing?: string }[] => {
      const why = (status: LegalStatus) => ({ why: `${chairFixedBy[kind].label} since ${inWords(status.from)}` });
      if (kind !== "looked-after-and-accommodated") return statusesOn(child.statuses, meeting.on, [kind]).map(why);
      return statusesOn(child.statuses, meeting.on, ["looked-after"]).map((status) => {
        const away = isAccommodated(status);
        if (away === "not-recorded") return { missing: "whether the child lives away from home" };
        return away ? why(status) : {};
      });
    });
    return {
      why: found.flatMap(({ why }) => why ?? []),
      missing: [...new Set(found.flatMap(({ missing }) => missing ?? []))],
    };
  };

const known = (codes: readonly string[]) =>
  codes.filter((code): code is ChairFixedBy => Object.hasOwn(chairFixedBy, code));

/** High-level needs or an especially complex plan: a review officer chairs. */
export const officerChairsWhenMarked = (given: RuleHead): Who => ({
  ...given,
  title: "A review officer chairs where needs are high or the plan is complex",
  force: "must",
  apply: officerIsNamed(marked),
});
export const onlyOfficerWhenMarked = (given: RuleHead): May => ({
  ...given,
  title: "Only a review officer chairs where needs are high or the plan is complex",
  force: "must",
  apply: officerMayChair(marked, "Neither the child nor the plan is marked so that a review officer has to chair."),
});

type FixedBy = { readonly fixedBy: readonly string[] };

/** Some statuses fix the chair, whatever else holds, from their first day. */
export const officerChairsByStatus = (given: RuleHead, { fixedBy }: FixedBy): Who => ({
  ...given,
  title: "A review officer chairs for some statuses",
  force: "must",
  apply: officerIsNamed(byStatus(known(fixedBy))),
});
export const onlyOfficerByStatus = (given: RuleHead, { fixedBy }: FixedBy): May => ({
  ...given,
  title: "Only a review officer chairs for some statuses",
  force: "must",
  apply: officerMayChair(byStatus(known(fixedBy)), "No status of the child fixes who chairs on that day."),
});

const isTrainingReview = ({ meeting }: Pick<WhoChairsFacts, "meeting">) => meeting.kind === "training-plan-review";
const orderOf = ({ child, meeting }: WhoChairsFacts) => statusesOn(child.statuses, meeting.on, ["youth-order"]);
const supervising = (facts: WhoChairsFacts) => orderOf(facts).flatMap(({ holder }) => holder ?? []);

/** After custody the supervising officer chairs the review of the training plan. */
export const supervisingOfficerChairs = (given: RuleHead): Who => ({
  ...given,
  title: "The supervising officer chairs the review of the training plan",
  force: "must",
  apply: (facts): DesignationSaid | readonly DesignationSaid[] | undefined => {
    if (!isTrainingReview(facts)) return undefined;
    const said = {
      tier: "must",
      about: theChild(facts.child.id),
      because: "The supervising officer of the youth offending team chairs the review of the training plan.",
    } as const;
    const officers = supervising(facts);
    return officers.length === 0
      ? { ...said, holder: { kind: "post", post: "yot-supervising-officer" } }
      : officers.map((id) => ({ ...said, holder: { kind: "person", id, post: "yot-supervising-officer" } }));
  },
});
export const onlySupervisingOfficer = (given: RuleHead): May => ({
  ...given,
  title: "Only the supervising officer chairs the review of the training plan",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (!isTrainingReview(facts)) return undefined;
    const say = sayOf(theChild(facts.child.id));
    const officers = supervising(facts);
    if (officers.includes(facts.candidate.id)) return say.permits("The supervising officer chairs this review.");
    return officers.length === 0
      ? say.unknown(
          "who the supervising officer is",
          "It is not recorded who the supervising officer is, who chairs this review.",
        )
      : say.prevents(
          `The supervising officer chairs this: ${meetingKinds["training-plan-review"].label.toLowerCase()}.`,
        );
  },
});

/** The lead professional chairs, unless the lead names somebody else. Who reviews a training plan is not theirs to name. */
export const leadChairs = (given: RuleHead): Who => ({
  ...given,
  title: "The lead professional chairs, or names who does",
  force: "may",
  apply: ({ plan, namedByLead, ...facts }): DesignationSaid | undefined => {
    if (isTrainingReview(facts)) return undefined;
    const about = subject("area", plan.id);
    if (namedByLead !== "none" && namedByLead !== "not-recorded")
      return {
        tier: "expected",
        holder: { kind: "person", id: namedByLead },
        about: thePractitioner(namedByLead),
        because: "The lead professional named this person to chair.",
      };
    if (plan.lead === "none" || plan.lead === "not-recorded")
      return {
        tier: "unknown",
        missing: "who leads",
        about,
        because: "It is not recorded who leads, who would chair.",
      };
    return {
      tier: "expected",
      holder: { kind: "person", id: plan.lead, post: "lead-professional" },
      about: thePractitioner(plan.lead),
      because: "The lead professional calls and chairs the meeting, unless somebody else is named to chair.",
    };
  },
});
export const leadOrWhoTheyName = (given: RuleHead): May => ({
  ...given,
  title: "The lead professional chairs, or whom they name",
  apply: ({ plan, namedByLead, candidate, meeting }): GateSaid | undefined => {
    if (isTrainingReview({ meeting })) return undefined;
    const about = thePractitioner(candidate.id);
    const say = sayOf(about);
    if (candidate.id === plan.lead) return say.permits("The lead professional may call and chair the meeting.");
    if (candidate.id === namedByLead) return say.permits("The lead professional named this person to chair.");
    return {
      effect: "refers",
      decidedBy: "lead-professional",
      about,
      because: "The lead professional chairs, or names who does: ask them.",
    };
  },
});
