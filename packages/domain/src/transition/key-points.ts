import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { addDays, addMonths, ageOn, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { type KeyPointKind, keyPointKinds } from "../vocabulary/key-points.ts";
import type { KeyPoint, TransitionFacts, TransitionReviewFacts } from "./model.ts";

type Transition = DutyRule<TransitionFacts>;

/** How long before the first day something is due. */
export type Before = { readonly count: number; readonly unit: "days" | "months" };
export const before = (on: LocalDate, { count, unit }: Before): LocalDate =>
  unit === "days" ? addDays(on, -count) : addMonths(on, -count);

/** Key points at which the child moves from stage to stage; services for adults have times of their own. */
export const ofSchool: readonly KeyPointKind[] = [
  "early-years-to-primary",
  "primary-to-secondary",
  "out-of-secondary",
  "change-of-school",
];

const ofLead = ({ lead }: TransitionFacts) =>
  ({
    who: "lead-professional",
    ...byId(lead),
    onAccountOf: "lead-professional",
  }) as const;

const comes = ({ kind, on }: KeyPoint) => `${keyPointKinds[kind].label}: ${inWords(on)}`;

/** When the task for a key point opens; with two times, children with additional support needs, or of whom nobody said, have the longer. */
export type Opening = { readonly usual: Before; readonly withSupportNeeds?: Before };
const opensOn = ({ on, additionalSupport }: KeyPoint, { usual, withSupportNeeds }: Opening): LocalDate =>
  before(on, withSupportNeeds === undefined || additionalSupport === false ? usual : withSupportNeeds);

/** Before a key point the lead has a task: a plan for the handing over, and how the child will be supported. */
export const openBeforeKeyPoint = (
  given: RuleHead,
  {
    kinds,
    opening,
    toPlan,
  }: { readonly kinds: readonly KeyPointKind[]; readonly opening: Opening; readonly toPlan: string },
): Transition => ({
  ...given,
  title: "Planning for a key point opens in time",
  force: "should",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    return facts.keyPoints
      .filter(({ kind, openedOn }) => kinds.includes(kind) && !isLocalDate(openedOn))
      .filter((point) => day >= opensOn(point, opening))
      .map((point): DutySaid => {
        const opens = opensOn(point, opening);
        return {
          ...ofLead(facts),
          act: `transition.open:${point.id}`,
          due: { day: opens },
          ifMissed: "It is opened at once and marked late.",
          about: theChild(facts.child.id),
          because: `${comes(point)}. Planning opens on ${inWords(opens)}: ${toPlan}`,
        };
      });
  },
});

/** The plan says how the child will be supported through a key point. */
export const writeSupport = (given: RuleHead, { opening }: { readonly opening: Opening }): Transition => ({
  ...given,
  title: "The plan says how the child is supported through it",
  force: "must",
  apply: (facts, asAt) =>
    facts.keyPoints
      .filter((point) => ofSchool.includes(point.kind) && point.supportWritten !== true)
      .filter((point) => dayOf(asAt) >= opensOn(point, opening))
      .map(
        (point): DutySaid => ({
          ...ofLead(facts),
          act: `transition.write-support:${point.id}`,
          due: { day: point.on },
          about: theChild(facts.child.id),
          because: `${comes(point)}. Write into the plan how the child will be supported, such as visits or a buddy.`,
        }),
      ),
});

/** Who leads on the other side, or that no lead is needed there, is known in time; the present lead stays until then. */
export const nameReceiving = (given: RuleHead, { days }: { readonly days: number }): Transition => ({
  ...given,
  title: "The lead on the other side is named in time",
  force: "should",
  apply: (facts) =>
    facts.keyPoints
      .filter(({ kind, openedOn }) => ofSchool.includes(kind) && isLocalDate(openedOn))
      .filter(({ receiving }) => receiving === "not-recorded" || receiving.is === "nobody-yet")
      .map(
        (point): DutySaid => ({
          ...ofLead(facts),
          act: `transition.name-receiving:${point.id}`,
          due: { day: addDays(point.on, -days) },
          ifMissed: "It shows to the lead's manager.",
          about: theChild(facts.child.id),
          because: `${comes(point)}. Name who leads on the other side, or say that no lead is needed there. The present lead stays until the next one has accepted and the family was told by name.`,
        }),
      ),
});

/** How it went is looked at soon after the first day. */
export const reviewAfterwards = (given: RuleHead, { within }: { readonly within: Before }): Transition => ({
  ...given,
  title: "How it went is reviewed soon after",
  force: "should",
  apply: (facts, asAt) =>
    facts.keyPoints
      .filter(({ kind, on, reviewedOn }) => {
        const isReviewed = isLocalDate(reviewedOn) && reviewedOn >= on;
        return ofSchool.includes(kind) && dayOf(asAt) >= on && !isReviewed;
      })
      .map((point): DutySaid => {
        const due = within.unit === "days" ? addDays(point.on, within.count) : addMonths(point.on, within.count);
        return {
          ...ofLead(facts),
          act: `transition.review:${point.id}`,
          due: { day: due },
          about: theChild(facts.child.id),
          because: `${comes(point)}. Review by ${inWords(due)} how it went.`,
        };
      }),
});

/** The outgoing named person adds to the planning before the old stage ends. */
export const outgoingContributes = (given: RuleHead, { days }: { readonly days: number }): Transition => ({
  ...given,
  title: "The outgoing named person adds to the planning",
  force: "must",
  apply: (facts) =>
    facts.keyPoints
      .filter(
        ({ kind, outgoingNotes }) =>
          ofSchool.includes(kind) && (outgoingNotes === "not-recorded" || outgoingNotes === 0),
      )
      .map(
        (point): DutySaid => ({
          who: "named-person",
          act: `transition.contribute:${point.id}`,
          due: isLocalDate(point.lastDayBefore) ? { day: addDays(point.lastDayBefore, -days) } : "unknown",
          ifMissed: "The task shows as late.",
          onAccountOf: "named-person",
          about: theChild(facts.child.id),
          because: isLocalDate(point.lastDayBefore)
            ? `${comes(point)}. Write down by ${inWords(addDays(point.lastDayBefore, -days))} what the other side needs to know.`
            : `${comes(point)}. Write down what the other side needs to know; the last day of the old stage is not recorded, so there is no date yet.`,
        }),
      ),
});

type Review = GateRule<TransitionReviewFacts>;

/** A review does not pass while a key point is near and the plan does not say how the child will be supported. */
export const supportBeforeReview = (given: RuleHead, { opening }: { readonly opening: Opening }): Review => ({
  ...given,
  title: "A review near a key point needs the support written",
  force: "must",
  apply: ({ child, keyPoints, reviewOn }) =>
    keyPoints
      .filter((point) => ofSchool.includes(point.kind) && reviewOn >= opensOn(point, opening) && reviewOn < point.on)
      .map((point): GateSaid => {
        const about = theChild(child.id);
        if (point.supportWritten === "not-recorded")
          return {
            effect: "unknown",
            missing: "how the child will be supported",
            about,
            because: `${comes(point)}. It is not recorded whether the plan says how the child will be supported.`,
          };
        return point.supportWritten
          ? { effect: "permits", about, because: `${comes(point)}, and the plan says how the child will be supported.` }
          : {
              effect: "prevents",
              about,
              because: `${comes(point)}. Write into the plan how the child will be supported; then the review can pass.`,
            };
      }),
});

/** From an age on, a review holds whether the young person is ready for services for adults, and each gap becomes an action. */
export const readinessBeforeReview = (given: RuleHead, { fromAge }: { readonly fromAge: number }): Review => ({
  ...given,
  title: "Readiness for adult services is part of an older teenager's review",
  force: "should",
  apply: ({ child, reviewOn, readinessFilled, gapsWithoutAction }) => {
    const about = theChild(child.id);
    if (child.bornOn === "not-recorded")
      return {
        effect: "unknown",
        missing: "the date of birth",
        about,
        because:
          "The date of birth is not recorded, so nobody can say whether readiness for adult services belongs in this review.",
      };
    if (ageOn(child.bornOn, reviewOn) < fromAge) return undefined;
    if (readinessFilled === "not-recorded")
      return {
        effect: "unknown",
        missing: "readiness for adult services",
        about,
        because: "It is not recorded whether readiness for adult services was looked at.",
      };
    if (!readinessFilled)
      return {
        effect: "prevents",
        about,
        because: `From the age of ${fromAge} a review looks at readiness for adult services. Fill that part in; a birthday alone ends nothing.`,
      };
    if (gapsWithoutAction === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether each gap became an action",
        about,
        because: "It is not recorded whether each gap in readiness became an action of the plan.",
      };
    return gapsWithoutAction === 0
      ? {
          effect: "permits",
          about,
          because: "Readiness for adult services was looked at, and each gap is an action of the plan.",
        }
      : {
          effect: "prevents",
          about,
          because: `Make ${gapsWithoutAction === 1 ? "the gap that is left" : `each of the ${gapsWithoutAction} gaps that are left`} in readiness an action of the plan.`,
        };
  },
});
