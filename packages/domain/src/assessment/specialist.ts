import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { ageOn, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { assessmentTasks } from "../vocabulary/assessments.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { SpecialistFacts } from "./specialist-model.ts";

type Duty = DutyRule<SpecialistFacts>;
const ofSocialWorker = { who: "social-worker", onAccountOf: "social-worker" } as const;

/** Social services establish whether a child is in need: they plan and lead the assessment, and see that services come, from them or others. */
export const socialServicesLead = (given: RuleHead): Duty => ({
  ...given,
  title: "Social services plan, prepare, co-ordinate and communicate the assessment",
  force: "must",
  apply: ({ child, inNeed }, asAt): readonly DutySaid[] => {
    const day = dayOf(asAt);
    if (typeof inNeed === "string" || day < inNeed.openedOn) return [];
    if (isLocalDate(inNeed.closedOn)) return [];
    const done = inNeed.done === "not-recorded" ? [] : inNeed.done;
    return codesOf(assessmentTasks)
      .filter((task) => !done.includes(task))
      .map((task) => ({
        ...ofSocialWorker,
        act: `assessment.${task}`,
        due: "unknown",
        about: theChild(child.id),
        because: `${assessmentTasks[task].label}: the assessment was opened on ${inWords(inNeed.openedOn)}. Social services are responsible for it and see that services are given; another agency may contribute now and provide later.`,
      }));
  },
});

/** A small child with complex needs has a key worker; for an older one that is good practice. */
export const smallChildHasKeyWorker = (given: RuleHead, { underAge }: { readonly underAge: number }): Duty => ({
  ...given,
  title: "A family with a small child with complex needs has a key worker",
  apply: ({ child, needsAreComplex, keyWorker }, asAt): DutySaid | undefined => {
    const hasOne = keyWorker !== "none" && keyWorker !== "not-recorded";
    if (hasOne || needsAreComplex === false) return undefined;
    const said = {
      who: "lead-agency-manager",
      onAccountOf: "lead-agency-manager",
      act: "assessment.name-key-worker",
      about: theChild(child.id),
    } as const;
    const isSmall = child.bornOn === "not-recorded" || ageOn(child.bornOn, dayOf(asAt)) < underAge;
    if (needsAreComplex === "not-recorded")
      return isSmall
        ? {
            ...said,
            act: "assessment.record-whether-complex",
            force: "must",
            due: "unknown",
            because: `It is not recorded whether the needs are complex. Find out and record it: a child under ${underAge} with complex needs has a key worker.`,
          }
        : undefined;
    if (child.bornOn === "not-recorded")
      return {
        ...said,
        force: "must",
        due: "unknown",
        because: `The date of birth is not recorded: a child under ${underAge} with complex needs has a key worker.`,
      };
    return isSmall
      ? {
          ...said,
          force: "must",
          due: "at-once",
          because: `A child under ${underAge} has complex needs and no key worker: every such family is given one.`,
        }
      : {
          ...said,
          force: "should",
          due: "unknown",
          because: "A child has complex needs and no key worker: for an older child a key worker is good practice.",
        };
  },
});
