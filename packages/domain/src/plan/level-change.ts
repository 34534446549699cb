import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { limits, optional, prose } from "../kernel/text.ts";
import { levelsOfNeed } from "../vocabulary/plans.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";

/** What happens to the lead when the level of need changes (CWDC-1.8). The first three are said where somebody leads, the others where nobody does. */
export const leadsAtNewLevel = vocabulary({
  "carries-on": { label: "Whoever leads carries on" },
  "handed-over": { label: "Somebody else is to lead: a handover follows" },
  ends: { label: "Nobody needs to lead any more" },
  "to-be-chosen": { label: "Nobody leads yet: somebody is to be chosen" },
  "not-needed": { label: "Nobody leads, and nobody needs to" },
});
export type LeadAtNewLevel = keyof typeof leadsAtNewLevel;

/** Whether somebody has to lead for this to be said of them. */
export const speaksOfALead = (said: LeadAtNewLevel): boolean => said !== "to-be-chosen" && said !== "not-needed";

/** Whether consent still holds at the new level (CWDC-1.8). */
export const consentsAtNewLevel = vocabulary({
  "still-valid": { label: "Yes: it covers what is shared at the new level" },
  "asked-again": { label: "No: it has to be asked again" },
  "rests-on-other": { label: "What is shared rests on something other than consent" },
});
export type ConsentAtNewLevel = keyof typeof consentsAtNewLevel;

const to = z.enum(codesOf(levelsOfNeed), { error: "Choose the new level of need" });
const lead = z.enum(codesOf(leadsAtNewLevel), { error: "Choose what happens to the lead" });
const consent = z.enum(codesOf(consentsAtNewLevel), { error: "Choose whether consent still holds" });
const noneUsed = "Enter why no assessment was used";
const whatHappens = "Enter who, from when and why";
const restsOnWhat = "Enter what it rests on";
const words = {
  noAssessmentBecause: optional(prose({ max: limits.prose, enter: noneUsed })),
  leadWords: optional(prose({ max: limits.prose, enter: whatHappens })),
  consentWords: optional(prose({ max: limits.prose, enter: restsOnWhat })),
};

type Words = { leadWords?: string | undefined; consentWords?: string | undefined };
/** Carrying on says all there is to say; whatever changes who leads is said in words too. */
const leadInWords = ({ lead: said, leadWords }: Words & { lead?: LeadAtNewLevel | undefined }) =>
  said === undefined || said === "carries-on" || said === "to-be-chosen" || leadWords !== undefined;
const consentInWords = ({ consent: said, consentWords }: Words & { consent?: ConsentAtNewLevel | undefined }) =>
  said !== "rests-on-other" || consentWords !== undefined;

/** Nothing was used, as it is chosen on the screen. */
export const noAssessment = "none";

/** The three answers as the form asks for them: none goes without. */
export const ChangeLevelOnScreen = z
  .object({
    to,
    assessmentId: z.union([z.literal(noAssessment), IdSchema], {
      error: "Choose the assessment it rests on, or that there is none",
    }),
    lead,
    consent,
    ...words,
  })
  .refine(({ assessmentId, noAssessmentBecause: why }) => assessmentId !== noAssessment || why !== undefined, {
    path: ["noAssessmentBecause"],
    message: noneUsed,
  })
  .refine(leadInWords, { path: ["leadWords"], message: whatHappens })
  .refine(consentInWords, { path: ["consentWords"], message: restsOnWhat });

/**
 * Change a plan's level of need, with what goes with it: the assessment used or why none was, what happens to the lead,
 * and whether consent still holds. What the book asks for and is left out, the book refuses.
 */
export const ChangeLevel = z
  .object({
    idempotencyKey: IdempotencyKeySchema,
    planId: IdSchema,
    version: VersionSchema,
    to,
    assessmentId: IdSchema.optional(),
    lead: lead.optional(),
    consent: consent.optional(),
    ...words,
  })
  .refine(({ assessmentId, noAssessmentBecause: why }) => assessmentId === undefined || why === undefined, {
    path: ["noAssessmentBecause"],
    message: "Choose the assessment that was used, or say why none was",
  })
  .refine(leadInWords, { path: ["leadWords"], message: whatHappens })
  .refine(consentInWords, { path: ["consentWords"], message: restsOnWhat });
export type ChangeLevel = z.infer<typeof ChangeLevel>;
