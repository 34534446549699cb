import { z } from "zod";
import { orNone, Ref, recorded } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule } from "../kernel/gate.ts";
import { inWords, type LocalDate, LocalDateSchema } from "../kernel/local-date.ts";
import type { GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { type LevelOfNeed, levelsOfNeed } from "../vocabulary/plans.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Facts for "May another assessment be opened for this child?" */
export const OpenAssessmentFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  level: recorded(z.enum(codesOf(levelsOfNeed))),
  /** The assessment that is open for the child already, whichever agency began it. */
  open: orNone(z.strictObject({ id: Ref, startedOn: LocalDateSchema })),
});
export type OpenAssessmentFacts = z.infer<typeof OpenAssessmentFacts>;

export const openAssessment: GateQuestion<OpenAssessmentFacts> = {
  shape: "gate",
  title: "May another assessment be opened for this child?",
  facts: OpenAssessmentFacts,
  factsUsed: ({ child, level, open }) => used(theChild(child.id), { "level of need": level, "open assessment": open }),
};

/** At one level all agencies use one assessment: a second is not opened; each adds its part to the one that is there. */
export const oneSharedAssessment = (
  given: RuleHead,
  { level: at }: { readonly level: LevelOfNeed },
): GateRule<OpenAssessmentFacts> => ({
  ...given,
  title: "One assessment, shared by all agencies",
  force: "must",
  apply: ({ child, level, open }) => {
    const about = theChild(child.id);
    if (level === "not-recorded")
      return { effect: "unknown", missing: "level of need", about, because: "Record the child's level of need first." };
    if (level !== at) return undefined;
    if (open === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether an assessment is open",
        about,
        because: "It is not recorded whether an agency has an assessment open for this child. Find out first.",
      };
    return open === "none"
      ? { effect: "permits", about, because: "No assessment is open: this becomes the one that all agencies use." }
      : { effect: "prevents", about, because: alreadyOpen(open.startedOn) };
  },
});

const alreadyOpen = (startedOn: LocalDate) =>
  `An assessment has been open for this child since ${inWords(startedOn)}, and all agencies use that one: open it and add your part.`;
