import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { addDays, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, theFamily } from "../kernel/subject.ts";
import type {
  DiaryFacts,
  DirectContactFacts,
  ExperiencePoint,
  HeardFacts,
  MessageFacts,
  YoungChildFacts,
} from "./family-model.ts";
import { agreedInWords, isAsAgreed } from "./reaching.ts";

const ofLead = { who: "lead-professional", onAccountOf: "lead-professional" } as const;

/** The family said how it wants to be reached. Another way is no wrong: whoever sends it is reminded, and says why. */
export const inTheAgreedWay = (given: RuleHead): GateRule<MessageFacts> => ({
  ...given,
  title: "The family is reached in the way that was agreed",
  apply: (facts): GateSaid => {
    const about = theFamily(facts);
    const { agreed, message } = facts;
    if (agreed === "not-recorded" || agreed === "none")
      return {
        effect: "permits-if",
        about,
        because:
          "Nothing is agreed with the child and the family about how and how often to reach them. Agree it with them.",
        needs: [
          { what: "agreement", from: "family", for: "how and how often to be reached", code: "way-of-communicating" },
        ],
      };
    const agreedOn = agreedInWords(agreed);
    if (isAsAgreed(agreed, message))
      return { effect: "permits", about, because: `The family wants to be reached ${agreedOn}.` };
    if (message.reasonGiven)
      return {
        effect: "permits",
        about,
        because: `The family wants to be reached ${agreedOn}. It is written down why this goes out otherwise.`,
      };
    return {
      effect: "permits-if",
      about,
      because: `The family wants to be reached ${agreedOn}. Send it that way, or write down why not.`,
      needs: [{ what: "reason", from: "lead-professional", for: "why the agreed way is not used", code: "other-way" }],
    };
  },
});

/** A contact counts as direct when the family was asked three things: informed, working, effect. */
export const threeAnswers = (given: RuleHead): GateRule<DirectContactFacts> => ({
  ...given,
  title: "A direct contact has three answers",
  force: "must",
  apply: (facts): GateSaid => {
    const about = theFamily(facts);
    const missing = [
      ...(facts.feelsInformed === "not-recorded" ? ["whether the family feels well informed"] : []),
      ...(facts.planWorks === "not-recorded" ? ["whether the plan is working"] : []),
      ...(facts.saysEffect ? [] : ["what effect it has"]),
    ];
    return missing.length === 0
      ? {
          effect: "permits",
          about,
          because: "All three answers are there: it counts as direct contact with the family.",
        }
      : {
          effect: "prevents",
          about,
          because: `Write down ${missing.join(", ")}. Without that it does not count as direct contact with the family.`,
        };
  },
});

type Heard = DutyRule<HeardFacts>;

/** A question from the family stays on the lead's list until it is answered, and from some days on the line manager's too. */
export const questionsAreAnswered = (given: RuleHead, { days }: { readonly days: number }): Heard => ({
  ...given,
  title: "The family's questions are answered",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] =>
    facts.questions
      .filter(({ answeredOn }) => !isLocalDate(answeredOn))
      .flatMap(({ raisedOn }): readonly DutySaid[] => {
        const toManager = addDays(raisedOn, days);
        const asked = `The family asked something on ${inWords(raisedOn)} and has no answer.`;
        const about = theFamily(facts);
        return [
          {
            ...ofLead,
            act: "people.answer-family",
            due: { day: addDays(toManager, -1) },
            ifMissed: `From ${inWords(toManager)} it is on the line manager's list too, and is taken up in supervision.`,
            about,
            because: `${asked} Answer it.`,
          },
          ...(dayOf(asAt) < toManager
            ? []
            : [
                {
                  who: "line-manager",
                  act: "people.see-family-is-answered",
                  due: "at-once",
                  onAccountOf: "lead-professional",
                  about,
                  because: `${asked} Take it up with the lead professional in supervision.`,
                } satisfies DutySaid,
              ]),
        ];
      }),
});

/** A change that the family reports reaches the lead, who marks whether the plan is affected. */
export const changesAreMarked = (given: RuleHead): Heard => ({
  ...given,
  title: "A change the family reports is marked",
  force: "must",
  apply: (facts): readonly DutySaid[] =>
    facts.changes
      .filter(({ marked }) => marked === "none" || marked === "not-recorded")
      .map(({ reportedOn }) => ({
        ...ofLead,
        act: "people.mark-change",
        due: "at-once",
        about: theFamily(facts),
        because: `The family reported a change on ${inWords(reportedOn)}. Mark whether the plan is affected.`,
      })),
});

const points: Readonly<Record<ExperiencePoint, string>> = {
  meetings: "too many meetings, or too long",
  "co-ordination": "help that does not fit together",
  "conflicting-advice": "conflicting advice",
  "knows-whom-to-speak-to": "not knowing whom to speak to",
  "right-help-at-right-time": "not the right help at the right time",
};

/** After each review the family is asked about five things; what it marks is put right by the next review. */
export const askedAfterReview = (given: RuleHead): Heard => ({
  ...given,
  title: "The family is asked after each review",
  apply: (facts, asAt): readonly DutySaid[] => {
    const { review } = facts;
    if (review === "none" || review === "not-recorded" || dayOf(asAt) < review.on) return [];
    const about = theFamily(facts);
    if (!isLocalDate(review.askedOn) || review.marked === "not-recorded")
      return [
        {
          ...ofLead,
          act: "people.ask-after-review",
          due: "at-once",
          about,
          because: `The review was on ${inWords(review.on)}. Ask the family how it was for them, on all five points.`,
        },
      ];
    return review.marked
      .filter(({ settledOn }) => !isLocalDate(settledOn))
      .map(({ point }) => ({
        ...ofLead,
        act: "people.settle-after-review",
        due: isLocalDate(review.nextOn) ? { day: review.nextOn } : "unknown",
        about,
        because: `The family marked this after the review of ${inWords(review.on)}: ${points[point]}. Put it right by the next review.`,
      }));
  },
});

/** Two visits at one time are shown to the lead, who settles them with both; the family sees one calendar. */
export const visitsDoNotClash = (given: RuleHead): DutyRule<DiaryFacts> => ({
  ...given,
  title: "Visits to the family do not clash",
  apply: (facts, asAt): readonly DutySaid[] => {
    const visits = facts.visits.filter(({ on }) => on >= dayOf(asAt));
    const pairs = visits.flatMap((one, at) => visits.slice(at + 1).map((other) => [one, other] as const));
    return pairs
      .filter(([one, other]) => one.id !== other.id && overlap(one, other))
      .map(([one]) => ({
        ...ofLead,
        act: "people.settle-clash",
        due: { day: one.on },
        about: theFamily(facts),
        because: `Two visits are planned for ${inWords(one.on)} at ${clock(one.startsAt)}. Talk with both, and move one.`,
      }));
  },
});

type Visit = DiaryFacts["visits"][number];
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const overlap = (one: Visit, other: Visit): boolean =>
  one.on === other.on &&
  (one.startsAt === other.startsAt ||
    (one.startsAt < other.startsAt + other.minutes && other.startsAt < one.startsAt + one.minutes));

/** For a child who is young, or young in development, it is on record how the child is reached and heard. */
export const howTheChildIsReached = (given: RuleHead): DutyRule<YoungChildFacts> => ({
  ...given,
  title: "How a young child is reached and heard",
  apply: (facts): DutySaid | readonly DutySaid[] | undefined => {
    const about = theChild(facts.child.id);
    if (facts.isYoung === false) return undefined;
    if (facts.isYoung === "not-recorded")
      return {
        ...ofLead,
        act: "people.record-whether-young",
        due: "at-once",
        about,
        because: "It is not recorded whether the child is young, or young in development. Record it.",
      };
    const parts = [
      [facts.way, "the way of communicating that the child prefers"],
      [facts.understanding, "how much the child understands"],
      [facts.viewsHad, "how the child's views were had"],
      [facts.carersPart, "how the carers take part"],
      [facts.transitions, "which changes are known to come, or that there are none"],
    ] as const;
    return parts
      .filter(([value]) => value === "not-recorded")
      .map(([, name]) => ({
        ...ofLead,
        act: "people.record-how-child-is-reached",
        due: "at-once",
        about,
        because: `Record ${name}.`,
      }));
  },
});
