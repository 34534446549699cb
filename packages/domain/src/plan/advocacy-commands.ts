import { z } from "zod";
import type { LocalDate } from "../kernel/local-date.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { codesOf, vocabulary } from "../vocabulary/term.ts";
import { ofPlan } from "./their-word-commands.ts";
import type { Advocacy } from "./voices-model.ts";

export type { Advocacy };

/** How far it has come that somebody speaks for the child or the family (GIR-37, HIG-97). */
export const advocacySteps = vocabulary({
  needed: { label: "Considered: somebody is needed to speak for them" },
  "not-needed": { label: "Considered: nobody is needed" },
  offered: { label: "Offered" },
  accepted: { label: "Accepted" },
  declined: { label: "Declined" },
  linked: { label: "Brought together with an advocate" },
});
export type AdvocacyStep = keyof typeof advocacySteps;

/** One step that was recorded, with its day; of the last one also the advocate's name. */
export type AdvocacyEntry = { readonly step: AdvocacyStep; readonly on: LocalDate; readonly name: string | null };

const considered = ["needed", "not-needed"] as const;

/** What belongs to the last time it was considered, in the order in which it was recorded: an earlier offer counts no more. */
export function advocacyTrail<Entry extends AdvocacyEntry>(recorded: readonly Entry[]): readonly Entry[] {
  const from = recorded.findLastIndex(({ step }) => step === "needed" || step === "not-needed");
  return from < 0 ? [] : recorded.slice(from);
}

const after: Readonly<Record<AdvocacyStep, readonly AdvocacyStep[]>> = {
  needed: ["offered"],
  "not-needed": [],
  offered: ["accepted", "declined"],
  accepted: ["linked", "declined"],
  declined: ["offered"],
  linked: ["linked"],
};

/** What can be recorded next. It can be considered anew at any time; nobody is brought together with who has not accepted. */
export const nextAdvocacySteps = (trail: readonly AdvocacyEntry[]): readonly AdvocacyStep[] => {
  const last = trail.at(-1);
  return last === undefined ? considered : [...after[last.step], ...considered];
};

/** The trail as the rules take it; undefined where it was never considered. */
export function advocacyFacts(trail: readonly AdvocacyEntry[]): Advocacy | undefined {
  const [first] = trail;
  if (first === undefined) return undefined;
  const last = (...steps: readonly AdvocacyStep[]) => trail.findLast(({ step }) => steps.includes(step));
  const answer = last("accepted", "declined", "offered");
  return {
    consideredOn: first.on,
    isNeeded: first.step === "needed",
    offeredOn: last("offered")?.on ?? "none",
    answer: answer?.step === "accepted" || answer?.step === "declined" ? answer.step : "none",
    advocate: last("linked")?.name ?? "none",
    linkedOn: last("linked")?.on ?? "none",
  };
}

const step = {
  step: z.enum(codesOf(advocacySteps), { error: "Choose what happened" }),
  on: workingLifeDay("Enter the day"),
  advocate: optional(line({ max: limits.name, enter: "Enter the advocate's name" })),
  words: optional(prose({ max: limits.prose, enter: "Enter why" })),
};
type Said = {
  readonly step: AdvocacyStep;
  readonly advocate?: string | undefined;
  readonly words?: string | undefined;
};

/** The advocate is named; why nobody is needed is written down. */
function whole({ step: said, advocate, words }: Said, context: z.RefinementCtx): void {
  if (said === "linked" && advocate === undefined)
    context.addIssue({ code: "custom", path: ["advocate"], message: "Enter the advocate's name" });
  if ((said === "needed" || said === "not-needed") && words === undefined)
    context.addIssue({ code: "custom", path: ["words"], message: "Enter why somebody is needed, or why nobody is" });
}

/** What the form asks. */
export const AdvocacyOnScreen = z.object(step).superRefine(whole);

/** Record one step of advocacy: considered, offered, accepted or declined, brought together (GIR-37, HIG-97). */
export const RecordAdvocacy = z.object({ ...ofPlan, ...step }).superRefine(whole);
export type RecordAdvocacy = z.infer<typeof RecordAdvocacy>;
