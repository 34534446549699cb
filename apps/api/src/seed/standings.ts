import { addMonths, type LocalDate } from "@linchpin/domain";
import type { Standing } from "./plan-of-area.ts";

const yearsBefore = (day: LocalDate, years: number): LocalDate => addMonths(day, -12 * years);

/** Somebody with everything in order: checked, qualified long ago, trained, in the pool, and has led before. */
export const settled = (today: LocalDate, years = 9): Standing => ({
  "enhanced-check": { state: "cleared", on: yearsBefore(today, 1), issuedOn: addMonths(yearsBefore(today, 1), -1) },
  qualification: { state: "held", on: yearsBefore(today, years), name: "Professional qualification" },
  training: { state: "completed", on: yearsBefore(today, 2) },
  "information-sharing-training": { state: "completed", on: yearsBefore(today, 2) },
  "first-led": { state: "led", on: yearsBefore(today, 2) },
  mentor: { state: "none" },
  engagement: { is: "permanent" },
  pool: { isIn: true },
  workplace: { isInArea: true },
});

/** Qualified ten months ago: whether that is long enough is for the rulebook to say. */
export const newlyQualified = (today: LocalDate): Standing => ({
  ...settled(today),
  qualification: { state: "held", on: addMonths(today, -10), name: "BA Childhood and Youth" },
  training: { state: "none" },
  "first-led": { state: "never" },
  pool: { isIn: false },
});

/** Out of the waiting time and trained, and has never led: the first year is under a mentor. */
export const firstLead = (today: LocalDate): Standing => ({
  ...settled(today),
  qualification: { state: "held", on: addMonths(today, -26), name: "BSc Nursing (Children)" },
  training: { state: "completed", on: addMonths(today, -2) },
  "first-led": { state: "never" },
});

/** On the bank rather than in a post. */
export const onTheBank = (today: LocalDate): Standing => ({ ...settled(today), engagement: { is: "bank" } });

export const throughAnAgency = (today: LocalDate): Standing => ({ ...settled(today), engagement: { is: "agency" } });

/** The certificate has been asked for and has not come. */
export const checkPending = (today: LocalDate): Standing => ({
  ...settled(today),
  "enhanced-check": { state: "applied-for" },
});

/** No qualification, and a manager's recommendation that names what it rests on. */
export const byExperience = (today: LocalDate): Standing => ({
  ...settled(today),
  qualification: { state: "none" },
  recommendation: {
    state: "given",
    on: yearsBefore(today, 3),
    experience: "Twenty years of running the estate's parent and toddler group.",
  },
});

/** Nobody has written anything down yet. */
export const nothingRecorded: Standing = {};
