import type { GateRule } from "../kernel/gate.ts";
import { inWords, type LocalDate, laterOf } from "../kernel/local-date.ts";
import { dayOf, type Moment } from "../kernel/moment.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { workingDaysBetween } from "../kernel/working-days.ts";
import type { SuitabilityFacts } from "./model.ts";

type Suitability = GateRule<SuitabilityFacts>;

/** Whether a clause is read on the day of asking (an offer of training) or on the day the person leads, if that is later. */
export type On = "day-of-asking" | "day-of-leading";

export const readOn = (on: On, { startsOn }: SuitabilityFacts, asAt: Moment): LocalDate => {
  const day = dayOf(asAt);
  return on === "day-of-leading" ? laterOf(startsOn, day) : day;
};

/** A source that sets no condition on kinds of post says so: no profession, grade or sector is barred as such. */
export const anyKindOfPractitioner = (given: RuleHead, { because }: { because: string }): Suitability => ({
  ...given,
  title: "No profession, grade or sector is barred",
  apply: ({ practitioner }) => ({ effect: "permits", about: thePractitioner(practitioner.id), because }),
});

/** The rulebook is for people whose workplace is in the area; one from elsewhere leads once a manager accepts what the home area knows. */
export const workplaceInArea = (
  given: RuleHead,
  { flags }: { flags: readonly string[] | "ask-home-area" },
): Suitability => ({
  ...given,
  title: "The practitioner works in the area",
  apply: ({ practitioner: { id, workplaceInArea: isHere } }) => {
    const about = thePractitioner(id);
    if (isHere === "not-recorded")
      return {
        effect: "unknown",
        missing: "workplace",
        about,
        because: "Record whether the practitioner works in the area.",
      };
    if (isHere) return { effect: "permits", about, because: "Works in the area." };
    if (flags === "ask-home-area")
      return {
        effect: "refers",
        decidedBy: "coordinator",
        about,
        because:
          "Works out of the area: training is for the home area to offer. The Co-ordinator decides on a place here.",
      };
    return {
      effect: "permits-if",
      about,
      because:
        "Works out of the area. May lead this case once a manager here accepts what is shown about qualification, training and mentoring; the home employer confirms the enhanced check.",
      needs: [
        {
          what: "approval",
          from: "line-manager",
          for: "somebody who works out of the area leading this case",
          code: "out-of-area-lead",
        },
        {
          what: "evidence",
          from: "coordinator",
          for: "a manager here as contact for disputes",
          code: "out-of-area-contact",
        },
      ],
      lifts: flags,
    };
  },
});

const designated: readonly Need[] = [
  {
    what: "approval",
    from: "line-manager",
    for: "a lead by designation who is not yet accredited",
    code: "designation-confirmed",
  },
  {
    what: "evidence",
    from: "line-manager",
    for: "an experienced lead professional as adviser",
    code: "designation-adviser",
  },
];

/** Whoever holds the post that law or procedure makes the lead passes by designation, but never without the enhanced check. */
export const leadsByDesignation = (given: RuleHead, { lifts }: { lifts: readonly string[] }): Suitability => ({
  ...given,
  title: "Leads by designation",
  apply: ({ practitioner, isStatutoryPostHolder }) =>
    isStatutoryPostHolder
      ? {
          effect: "permits-if",
          about: thePractitioner(practitioner.id),
          because:
            "Leads by designation, not yet accredited: the line manager confirms, and an experienced lead professional advises. What is still open on qualification, training, mentoring or kind of post does not stop it.",
          needs: designated,
          lifts,
        }
      : undefined,
});

/** Only somebody already involved with the child, young person or parent or carer can lead. */
export const alreadyInvolved = (given: RuleHead): Suitability => ({
  ...given,
  title: "Already involved with the child or family",
  force: "must",
  apply: ({ practitioner, involvement, involvementStartsOn, startsOn }) => {
    const about = thePractitioner(practitioner.id);
    if (involvement === "involved") return { effect: "permits", about, because: "Involved with this child or family." };
    if (involvement === "not-involved")
      return {
        effect: "prevents",
        about,
        because: "Not involved with this child or family: choose from the people who are.",
      };
    const isInTime = involvementStartsOn !== undefined && involvementStartsOn <= startsOn;
    return {
      effect: "prevents",
      about,
      ...(involvementStartsOn === undefined || isInTime ? {} : { from: involvementStartsOn }),
      because:
        involvementStartsOn === undefined
          ? "Not yet involved with this child or family: choose from the people who are."
          : `Not yet involved with this child or family: can be chosen once work with them has begun, planned for ${inWords(involvementStartsOn)}.`,
    };
  },
});

/** Somebody already working with the child or parents, or about to begin with a part of the plan to deliver, can lead. */
export const involvedOrAboutToBe = (given: RuleHead, { workingDays }: { workingDays: number }): Suitability => ({
  ...given,
  title: "Working with the child or parents, or about to begin",
  apply: ({ practitioner, involvement, involvementStartsOn, openActions, calendar }, asAt) => {
    const about = thePractitioner(practitioner.id);
    if (involvement === "involved")
      return { effect: "permits", about, because: "Already working with the child or the parents." };
    const meeting = { effect: "refers" as const, decidedBy: "action-meeting" as const, about };
    if (involvement === "not-involved")
      return {
        ...meeting,
        because:
          "Neither working with the child or parents nor about to: the Action Meeting says why this person should lead.",
      };
    if (involvementStartsOn === undefined)
      return {
        effect: "unknown",
        missing: "first day of involvement",
        about,
        because: "Record the day on which this person begins with the family.",
      };
    const wait = workingDaysBetween(dayOf(asAt), involvementStartsOn, calendar);
    if (wait === "not-published")
      return {
        effect: "unknown",
        missing: "bank holidays of that year",
        about,
        because: "The bank holidays of that year are not published yet.",
      };
    if (wait > workingDays || openActions === 0)
      return {
        ...meeting,
        because:
          openActions === 0
            ? "About to begin, but with no action on the plan: the Action Meeting says why this person should lead."
            : `Begins in ${wait} working days, more than ${workingDays}: the Action Meeting says why this person should lead.`,
      };
    return {
      effect: "permits",
      about,
      because: `Begins with the family on ${inWords(involvementStartsOn)}, with ${openActions} action${openActions === 1 ? "" : "s"} on the plan. The family is told before then.`,
      needs: [
        {
          what: "evidence",
          from: "practitioner",
          for: "the family having been told before the first day",
          code: "family-told-of-newcomer",
        },
      ],
    };
  },
});

/** Who is in the pool of possible leads is set beforehand; somebody outside it can be chosen, and the team manager is told. */
export const inPool = (given: RuleHead): Suitability => ({
  ...given,
  title: "In the pool of people who may take the role on",
  apply: ({ practitioner: { id, inPool: isIn } }) => ({
    effect: "permits",
    about: thePractitioner(id),
    because:
      isIn === true
        ? "In the pool."
        : isIn === false
          ? "Not in the pool: the team manager is told. It does not stop the choice."
          : "Whether this person is in the pool is not recorded: the team manager is asked. It does not stop the choice.",
  }),
});

/** A lead understands how information is shared; without training the line manager says when it is booked, and that is kept. */
export const informationSharingTraining = (given: RuleHead): Suitability => ({
  ...given,
  title: "Trained in sharing information",
  apply: ({ practitioner: { id, informationSharingTraining: training } }) =>
    typeof training !== "string"
      ? undefined
      : {
          effect: "permits-if",
          about: thePractitioner(id),
          because: `${training === "none" ? "No information-sharing training" : "Information-sharing training is not recorded"}: the line manager accepts that and says when it is booked.`,
          needs: [
            {
              what: "approval",
              from: "line-manager",
              for: "leading before information-sharing training, with the day it is booked for",
              code: "information-sharing-training",
            },
          ],
        },
});
