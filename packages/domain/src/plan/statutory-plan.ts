import { dueAfter, isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import type { StatutoryPlanFacts } from "./duties-model.ts";

type Lacking = DutyRule<StatutoryPlanFacts>;

const ofHolder = ({ holder, child }: StatutoryPlanFacts) =>
  ({ who: "social-worker", ...byId(holder), onAccountOf: "social-worker", about: theChild(child.id) }) as const;
const ofManager = ({ holdersManager, child }: StatutoryPlanFacts) =>
  ({ who: "line-manager", ...byId(holdersManager), onAccountOf: "social-worker", about: theChild(child.id) }) as const;

/** After the conference the key worker turns the outline into a detailed plan of all agencies, by a day; the manager sees when it is not there. */
export const detailedPlanFollows = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Lacking => ({
  ...given,
  title: "The key worker's detailed plan follows the conference",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const { kind, conferenceOn, detailedPlanOn, calendar } = facts;
    if (kind !== "protection-plan" || !isLocalDate(conferenceOn)) return undefined;
    if (isLocalDate(detailedPlanOn)) return undefined;
    const due = dueAfter(conferenceOn, { count: workingDays, unit: "working-days" }, calendar);
    const because = `The conference was on ${inWords(conferenceOn)}, and its outline is not yet a detailed plan of all agencies.`;
    const owed: DutySaid = {
      ...ofHolder(facts),
      act: "plan.link-detailed-plan",
      due,
      ifMissed: "The key worker's manager is told.",
      because: `${because} The key worker writes it and links it.`,
    };
    return due !== "not-published" && isLate(due, asAt)
      ? [
          owed,
          {
            ...ofManager(facts),
            act: "plan.detailed-plan-late",
            due: "at-once",
            because: `${because} It was due by ${inWords(due.day)}.`,
          },
        ]
      : [owed];
  },
});

/** The core assessment has a contribution of everybody in the core group. */
export const everybodyContributes = (given: RuleHead): Lacking => ({
  ...given,
  title: "The core assessment has everybody's contribution",
  force: "must",
  apply: (facts): readonly DutySaid[] | undefined => {
    const { kind, coreAssessment } = facts;
    if (kind !== "protection-plan" || !isKnown(coreAssessment)) return undefined;
    const { contributions } = coreAssessment;
    const have = contributions.filter(({ on }) => isLocalDate(on)).length;
    return contributions
      .filter(({ on }) => !isLocalDate(on))
      .map(
        ({ by }): DutySaid => ({
          ...ofHolder(facts),
          act: `plan.ask-contribution:${by}`,
          due: "at-once",
          about: thePractitioner(by),
          because: `The core assessment has contributions by ${have} of ${contributions.length} members. Ask this one for theirs.`,
        }),
      );
  },
});

/** A care plan rests on a core assessment: without one it is flagged to the social worker and the manager. */
export const carePlanRestsOnAssessment = (given: RuleHead): Lacking => ({
  ...given,
  title: "A care plan rests on a core assessment",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const { kind, savedOn, coreAssessment } = facts;
    if (kind !== "care-plan" || !isLocalDate(savedOn)) return undefined;
    if (isKnown(coreAssessment) && coreAssessment.on <= dayOf(asAt)) return undefined;
    const because =
      coreAssessment === "not-recorded"
        ? `The care plan was saved on ${inWords(savedOn)}, and it is not recorded on which core assessment it rests.`
        : `The care plan was saved on ${inWords(savedOn)} without a core assessment.`;
    return [
      {
        ...ofHolder(facts),
        act: "plan.link-core-assessment",
        due: "at-once",
        because: `${because} Link it, with what others contributed.`,
      },
      { ...ofManager(facts), act: "plan.core-assessment-missing", due: "at-once", because },
    ];
  },
});
