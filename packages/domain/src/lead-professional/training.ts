import type { GateRule } from "../kernel/gate.ts";
import { addMonths, inWords, type LocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { PractitionerFacts, SuitabilityFacts } from "./model.ts";
import { type On, readOn } from "./suitability.ts";

type Suitability = GateRule<SuitabilityFacts>;

/** A qualification as a workforce record holds it. */
export type Award = { readonly on: LocalDate; readonly isPracticeQualification: boolean };

/** The day that counts: the first practice qualification. A later award never starts the wait again (WIG-D3). */
export const qualifiedOn = (awards: readonly Award[]): { readonly on: LocalDate } | "none" => {
  const [first] = awards
    .filter(({ isPracticeQualification }) => isPracticeQualification)
    .map(({ on }) => on)
    .sort();
  return first === undefined ? "none" : { on: first };
};

/** An enhanced check is complete and judged suitable before training is offered and before anyone leads; nothing lifts this. */
export const enhancedCheck = (
  given: RuleHead,
  { on, yearsUntilReminder }: { on: On; yearsUntilReminder: number },
): Suitability => ({
  ...given,
  title: "Enhanced criminal-record check, complete and suitable",
  force: "must",
  apply: (facts, asAt) => {
    const { id, enhancedCheck: check } = facts.practitioner;
    const about = thePractitioner(id);
    if (check === "not-recorded")
      return {
        effect: "unknown",
        missing: "enhanced check",
        about,
        because: "Record the enhanced check: its level, its date and whether it was judged suitable.",
      };
    const day = readOn(on, facts, asAt);
    switch (check.state) {
      case "not-suitable":
        return { effect: "prevents", about, because: "The enhanced check was not judged suitable." };
      case "applied-for":
        return {
          effect: "prevents",
          about,
          because: "The enhanced check has been applied for and is not complete. Applying is not enough.",
        };
      case "standard-only":
        return { effect: "prevents", about, because: "The check is at standard level: an enhanced one is needed." };
      case "none":
        return { effect: "prevents", about, because: "There is no enhanced check: apply for one." };
      case "cleared":
        return check.on > day
          ? {
              effect: "prevents",
              from: check.on,
              about,
              because: `The enhanced check was judged suitable only on ${inWords(check.on)}.`,
            }
          : { effect: "permits", about, because: clearedWords(check.on, check.issuedOn, day, yearsUntilReminder) };
    }
  },
});

const clearedWords = (on: LocalDate, issuedOn: LocalDate, day: LocalDate, years: number) =>
  day >= addMonths(issuedOn, years * 12)
    ? `Enhanced check judged suitable on ${inWords(on)}. It was issued ${years} years ago or more: ask for a new one. That stops nothing.`
    : `Enhanced check judged suitable on ${inWords(on)}.`;

/** Trained by another route before qualifying: the wait governs entry to training and does not reach back (WIG-D7). */
export const trainedBeforeQualifying = ({ training, qualification }: PractitionerFacts) =>
  typeof training !== "string" && typeof qualification !== "string" && training.completedOn < qualification.on;

type Wait = { readonly monthsToWait: number; readonly on?: On };

/** A newly qualified practitioner waits before training for the role. The day the months are up counts as ready. */
export const newlyQualified = (given: RuleHead, { monthsToWait, on = "day-of-asking" }: Wait): Suitability => ({
  ...given,
  title: "Newly qualified practitioners wait before training",
  force: "must",
  apply: (facts, asAt) => {
    const { id, qualification } = facts.practitioner;
    const about = thePractitioner(id);
    if (qualification === "not-recorded")
      return {
        effect: "unknown",
        missing: "date of qualification",
        about,
        because: "The date of qualification is not recorded.",
      };
    if (qualification === "none") return undefined;
    if (trainedBeforeQualifying(facts.practitioner))
      return { effect: "permits", about, because: "Trained for the role before qualifying, and keeps that standing." };
    const ready = addMonths(qualification.on, monthsToWait);
    return readOn(on, facts, asAt) < ready
      ? {
          effect: "prevents",
          from: ready,
          about,
          because: `Newly qualified. Can be considered for training from ${inWords(ready)}.`,
        }
      : { effect: "permits", about, because: `Qualified on ${inWords(qualification.on)}.` };
  },
});

/** Somebody without a professional qualification comes in on life experience, at a manager's recommendation that names it. */
export const recommendedForLifeExperience = (given: RuleHead, { on }: { on: On }): Suitability => ({
  ...given,
  title: "Life experience, at the manager's recommendation",
  apply: (facts, asAt) => {
    const { id, qualification, recommendation } = facts.practitioner;
    if (qualification !== "none") return undefined;
    const about = thePractitioner(id);
    if (recommendation === "not-recorded")
      return {
        effect: "unknown",
        missing: "manager's recommendation",
        about,
        because: "Record whether the manager recommends this person.",
      };
    if (recommendation === "none")
      return {
        effect: "prevents",
        about,
        because:
          "No professional qualification and no recommendation: the manager can recommend somebody with significant, relevant life experience.",
      };
    if (recommendation.on > readOn(on, facts, asAt))
      return {
        effect: "prevents",
        from: recommendation.on,
        about,
        because: `The manager's recommendation holds from ${inWords(recommendation.on)}.`,
      };
    if (!recommendation.namesTheExperience)
      return {
        effect: "permits-if",
        about,
        because: "The manager recommends this person, and writes down the experience relied on.",
        needs: [
          { what: "evidence", from: "line-manager", for: "the life experience relied on", code: "life-experience" },
        ],
      };
    return {
      effect: "permits",
      about,
      because: `Recommended by the manager on ${inWords(recommendation.on)} for life experience.`,
    };
  },
});

/** Training for the role is complete before anyone leads, except by designation. */
export const trained = (given: RuleHead): Suitability => ({
  ...given,
  title: "Trained for the role",
  apply: (facts, asAt) => {
    const { id, training } = facts.practitioner;
    const about = thePractitioner(id);
    if (training === "not-recorded")
      return {
        effect: "unknown",
        missing: "training for the role",
        about,
        because: "Record whether this person has completed training for the role.",
      };
    if (training === "none")
      return { effect: "prevents", about, because: "Not trained for the role: offer training first." };
    return training.completedOn > readOn("day-of-leading", facts, asAt)
      ? {
          effect: "prevents",
          from: training.completedOn,
          about,
          because: `Trained only on ${inWords(training.completedOn)}.`,
        }
      : { effect: "permits", about, because: `Trained on ${inWords(training.completedOn)}.` };
  },
});

/** Training is prompted and never stands in the way; reading guidance does not count as training. */
export const trainingIsPrompted = (given: RuleHead): Suitability => ({
  ...given,
  title: "Training is offered early and holds nobody up",
  force: "may",
  apply: ({ practitioner: { id, training } }) => ({
    effect: "permits",
    about: thePractitioner(id),
    because:
      training === "none"
        ? "Not trained: reading the guidance does not count. Book training as early as possible; this person may lead meanwhile."
        : training === "not-recorded"
          ? "Training is not recorded. Book it as early as possible; this person may lead meanwhile."
          : `Trained on ${inWords(training.completedOn)}.`,
  }),
});
