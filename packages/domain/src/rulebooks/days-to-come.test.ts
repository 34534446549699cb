import fc from "fast-check";
import { expect, inject, test } from "vitest";
import type { Decision } from "../kernel/decision.ts";
import { isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf, type Moment } from "../kernel/moment.ts";
import { anyMoment, arbitraryFacts } from "../testing/facts.ts";
import { rulebooks } from "./index.ts";
import { type AdoptedRulebook, asItStands, type QuestionName, questions } from "./questions.ts";

/** What is written down for a later day is not done yet: a deed to come answers every question as no deed does. */
const options = { seed: 20_261_122, numRuns: inject("proof") ? 10_000 : 25 };
const drawn = arbitraryFacts({ criteria: [], stages: [] });
const books = rulebooks.map((of) => asItStands(of));

/** Days that people plan. They count while they are still to come. */
const planned = [
  "dueOn",
  "endsOn",
  "expectedBackOn",
  "firstMeetingOn",
  "firstReviewOn",
  "helpOn",
  "nextMeetingOn",
  "nextOn",
  "nextReviewOn",
  "reviewOn",
  "startsOn",
  "targetOn",
];

/** Questions that are asked about a day of their own, and say themselves what has to be done by then. */
const ofAnotherDay: Partial<Record<QuestionName, readonly string[]>> = {
  "lead-professional.acting": ["acceptedOn", "familyToldOn", "backOn"],
  "lead-professional.chain": ["agreedOn", "familyToldOn"],
  "lead-professional.ending": ["acceptedOn", "childToldOn", "confirmedOn", "familyToldOn", "reassessedOn", "toldOn"],
  "lead-professional.handover": ["acceptedOn", "familyAgreedOn", "familyToldOn", "introducedOn"],
  "lead-professional.taken-over": ["heldOn"],
  "meeting.panel-item": ["assessedOn"],
  "supervision.wait": ["offeredOn"],
  "workforce.partner": ["signedUpOn"],
};

type Path = readonly (string | number)[];

/** Where in the facts a deed stands with a day after this one. */
function deedsToCome(facts: unknown, today: LocalDate, left: readonly string[], at: Path = []): readonly Path[] {
  const of = String(at.at(-1));
  if (typeof facts === "string")
    return isLocalDate(facts) && facts > today && of.endsWith("On") && !left.includes(of) ? [at] : [];
  if (typeof facts !== "object" || facts === null || of === "calendar") return [];
  const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(facts)
    ? facts.map((one, index) => [index, one] as const)
    : Object.entries(facts);
  return parts.flatMap(([key, part]) => deedsToCome(part, today, left, [...at, key]));
}

function withoutDeed(facts: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return "none";
  if (Array.isArray(facts)) return facts.map((one, index) => (index === key ? withoutDeed(one, rest) : one));
  const fields = facts as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: withoutDeed(fields[key], rest) };
}

const inShort = ({ findings }: Decision): readonly string[] =>
  findings.map(({ because: _, ...said }) => JSON.stringify({ ...said, missing: undefined, about: undefined })).sort();

const answersOf = (name: QuestionName, facts: unknown, asAt: Moment) => (book: AdoptedRulebook) =>
  inShort(book.decide(name, facts, asAt));

test.each(Object.keys(questions) as QuestionName[])("%s: a deed to come is no deed yet", (name) => {
  const asked = books.filter((book) => book.rulesFor(name).length > 0);
  const left = [...planned, ...(ofAnotherDay[name] ?? [])];
  const { facts: schema } = questions[name];
  fc.assert(
    fc.property(drawn[name] as fc.Arbitrary<unknown>, anyMoment, (facts, asAt) => {
      for (const path of deedsToCome(facts, dayOf(asAt), left)) {
        const without = withoutDeed(facts, path);
        if (!schema.safeParse(without).success) continue; // such a day is always there: it says when a fact begins
        expect(asked.map(answersOf(name, facts, asAt)), path.join(".")).toEqual(
          asked.map(answersOf(name, without, asAt)),
        );
      }
    }),
    options,
  );
});
