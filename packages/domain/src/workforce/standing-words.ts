import { inWords, type LocalDate, lastDayOf } from "../kernel/local-date.ts";
import { vocabulary } from "../vocabulary/term.ts";
import type { StandingFact, StandingKind, StandingOnRecord } from "./model.ts";

/** What may be on record of a practitioner's standing for the role, in the order it is read. */
export const standingKinds = vocabulary({
  "enhanced-check": { label: "Enhanced check" },
  qualification: { label: "Practice qualification" },
  development: { label: "Continuing development" },
  recommendation: { label: "Manager's recommendation" },
  training: { label: "Training for the role" },
  "information-sharing-training": { label: "Training in sharing information" },
  "first-led": { label: "First lead" },
  mentor: { label: "Mentor" },
  engagement: { label: "Engagement" },
  pool: { label: "Pool of people who may lead" },
  workplace: { label: "Workplace" },
  skills: { label: "Skills" },
});

/** What is weighed of people who may lead, and of people who may manage those who do (WIG-8.4). */
export const weighedFor = (standing: StandingOnRecord): readonly StandingKind[] =>
  standing.pool?.as === "manager"
    ? ["enhanced-check", "qualification", "development", "engagement", "pool", "workplace"]
    : (Object.keys(standingKinds) as StandingKind[]);

type Names = (practitionerId: string) => string | undefined;
type Words = { readonly [K in StandingKind]: (fact: StandingFact<K>, nameOf: Names) => string };

const after = (words: string, more: string | undefined) => (more === undefined ? words : `${words} ${more}`);
const seenInWords = ({ seenOn, seenBy }: { seenOn?: LocalDate | undefined; seenBy?: string | undefined }) =>
  seenOn === undefined && seenBy === undefined
    ? undefined
    : `Certificate seen${seenOn === undefined ? "" : ` on ${inWords(seenOn)}`}${seenBy === undefined ? "" : ` by ${seenBy}`}.`;

const engagements = {
  permanent: "Permanent.",
  "fixed-term": "Fixed-term.",
  agency: "Agency worker.",
  bank: "Bank staff.",
  supply: "Supply worker.",
} as const;

const words: Words = {
  "enhanced-check": (fact) => {
    if (fact.state === "cleared") {
      const { on, issuedOn } = fact;
      return after(`Judged suitable on ${inWords(on)}, issued on ${inWords(issuedOn)}.`, seenInWords(fact));
    }
    if (fact.state === "not-suitable")
      return after(`No enhanced clearance: not judged suitable, ${inWords(fact.on)}.`, seenInWords(fact));
    if (fact.state === "standard-only")
      return after("No enhanced clearance: the check is at standard level.", seenInWords(fact));
    return fact.state === "applied-for"
      ? "No enhanced clearance yet: applied for."
      : "No enhanced clearance: there is no check.";
  },
  qualification: (fact) => {
    if (fact.state === "none") return "No professional qualification.";
    const first = `${fact.name ?? "Qualified"}${fact.awardedBy === undefined ? "" : `, ${fact.awardedBy}`}, ${inWords(fact.on)}.`;
    const further = (fact.furtherAwards ?? []).map(({ name, on }) => `${name}, ${inWords(on)}`);
    return further.length === 0 ? first : `${first} Later awards: ${further.join("; ")}.`;
  },
  development: ({ entries }) => `${entries.map(({ what, on }) => `${what}, ${inWords(on)}`).join("; ")}.`,
  recommendation: (fact) =>
    fact.state === "none"
      ? "Not recommended."
      : after(`Recommended on ${inWords(fact.on)}.`, fact.experience && `Experience relied on: ${fact.experience}`),
  training: (fact) => trained(fact),
  "information-sharing-training": (fact) => trained(fact),
  "first-led": (fact) => (fact.state === "never" ? "Has never led." : `First led on ${inWords(fact.on)}.`),
  mentor: (fact, nameOf) =>
    fact.state === "none"
      ? "No mentor."
      : `${fact.periods
          .map(
            ({ mentorId, from, until }) =>
              `${nameOf(mentorId) ?? "A practitioner"}, from ${inWords(from)}${until === undefined ? "" : ` to ${inWords(lastDayOf(until))}`}`,
          )
          .join("; ")}.`,
  engagement: ({ is }) => engagements[is],
  pool: ({ isIn, support, reason }) =>
    [
      isIn ? (support === undefined ? "In the pool." : "In the pool with support.") : "Not now.",
      ...(reason === undefined ? [] : [`Reason: ${reason}`]),
      ...(support === undefined ? [] : [`Support: ${support}`]),
    ].join(" "),
  workplace: ({ isInArea }) => (isInArea ? "Works in the area." : "Works outside the area."),
  skills: ({ leading, otherAgencies, support }) =>
    [
      ...(leading === undefined ? [] : [`Leading and co-ordinating: ${leading}`]),
      ...(otherAgencies === undefined ? [] : [`Knowing other agencies: ${otherAgencies}`]),
      ...(support === undefined ? [] : [`Support: ${support}`]),
    ].join("\n") || "Nothing written.",
};

const trained = (fact: StandingFact<"training">) =>
  fact.state === "none" ? "Not trained." : `Completed on ${inWords(fact.on)}.`;

/** What is recorded of one kind as a sentence. A mentor is named where the reader may know the name. */
export const standingInWords = <K extends StandingKind>(kind: K, fact: StandingFact<K>, nameOf: Names): string =>
  words[kind](fact, nameOf);
