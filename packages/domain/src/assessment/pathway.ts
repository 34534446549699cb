import type { LadderRule, StageSaid } from "../kernel/ladder.ts";
import { inWords } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { PathwayFacts } from "./model.ts";

type Pathway = LadderRule<PathwayFacts>;

/** A need was noticed: the family is spoken with and says yes to an assessment, in whichever order these come. */
export const needIsNoticed = (given: RuleHead): Pathway => ({
  ...given,
  title: "A need is noticed, and the family agrees to an assessment",
  apply: ({ child, noticedOn }): readonly StageSaid[] => {
    const said = { order: 1, enteredBy: ["practitioner"], decides: true, about: theChild(child.id) } as const;
    return [
      {
        ...said,
        stage: "family-spoken-with",
        kind: "discussion",
        whose: "family",
        because: `A need was noticed on ${inWords(noticedOn)}: talk about it with the child and the family.`,
      },
      {
        ...said,
        stage: "consent-to-assess",
        kind: "agreement",
        whose: "family",
        because:
          "Ask the family whether they agree to an assessment. A worry about the child's safety waits for no such answer.",
      },
    ];
  },
});

/** Then the assessment is made by somebody with the skills for it. Who makes it says nothing about who will lead. */
export const assessmentIsMade = (given: RuleHead): Pathway => ({
  ...given,
  title: "The assessment is finished",
  apply: ({ child }): StageSaid => ({
    stage: "assessment-finished",
    kind: "consultation",
    order: 2,
    whose: "assessor",
    enteredBy: ["assessor"],
    decides: true,
    about: theChild(child.id),
    because:
      "Finish the assessment with the family. Whoever makes it may lead afterwards or may not, like anybody else.",
  }),
});

/** Its level decides the way: help from several goes to a meeting; help from one ends here, and the family knows whom to call. */
export const levelDecidesTheWay = (given: RuleHead): Pathway => ({
  ...given,
  title: "One practitioner, or a meeting of several",
  apply: ({ child, integratedResponse }): StageSaid => {
    const said = { order: 3, enteredBy: ["assessor"], decides: true, about: theChild(child.id) } as const;
    if (integratedResponse === "not-recorded")
      return {
        ...said,
        stage: "level-decided",
        kind: "decision",
        whose: "assessor",
        because: "Decide from the assessment whether the help has to be one integrated response.",
      };
    return integratedResponse
      ? {
          ...said,
          stage: "planning-meeting",
          kind: "meeting",
          whose: "practitioners-involved",
          because:
            "Several practitioners are needed: bring them together with the family to agree needs, outcomes and a lead.",
        }
      : {
          ...said,
          stage: "single-practitioner",
          kind: "discussion",
          whose: "family",
          because: "One practitioner can help, so there is no meeting: tell the family whom to call.",
        };
  },
});
