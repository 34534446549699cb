import type { Nation } from "../kernel/bank-holidays.ts";
import { addDays, ageOn, type LocalDate, localDate, monthOf, weekdayOf, yearOf } from "../kernel/local-date.ts";
import {
  type EnglishStage,
  englishStages,
  type SchoolStage,
  type ScottishStage,
  schoolStages,
  scottishStages,
} from "../vocabulary/school-stages.ts";

/** The day a council's schools begin in August of a year. Area data: each council sets its own. */
export type SessionStart = (year: number) => LocalDate;

const isLeapDay = (day: LocalDate) => day.endsWith("-02-29");

/**
 * Scotland: the August in which a child usually starts Primary 1. Born on 29 February two readings of the law differ
 * by a year, so a person confirms it.
 */
export function primaryOneYear(bornOn: LocalDate): number | { readonly ask: readonly [number, number] } {
  const born = yearOf(bornOn);
  if (isLeapDay(bornOn)) return { ask: [born + 4, born + 5] };
  return monthOf(bornOn) >= 3 ? born + 5 : born + 4;
}

/** Scotland: whether parents may put off Primary 1 by a year: the child is still four on the day the session starts. */
export function mayDefer(bornOn: LocalDate, startsOn: SessionStart): boolean | "ask" {
  const year = primaryOneYear(bornOn);
  return typeof year === "number" ? ageOn(bornOn, startsOn(year)) < 5 : "ask";
}

/** Scotland: the session a day falls in, named by the year of its August. */
export const scottishSession = (on: LocalDate, startsOn: SessionStart): number =>
  on >= startsOn(yearOf(on)) ? yearOf(on) : yearOf(on) - 1;

const scottishOrder = ["P1", "P2", "P3", "P4", "P5", "P6", "P7", "S1", "S2", "S3", "S4", "S5", "S6"] as const;

export type ComputedScottishStage = ScottishStage | "not-yet-at-school" | "past-S6" | "ask";

/** Scotland: the stage by date of birth on a day. A deferral (or another year held back) lowers it by one. */
export function scottishStage(
  bornOn: LocalDate,
  on: LocalDate,
  startsOn: SessionStart,
  yearsDeferred = 0,
): ComputedScottishStage {
  const entry = primaryOneYear(bornOn);
  if (typeof entry !== "number") return "ask";
  const index = scottishSession(on, startsOn) - entry - yearsDeferred;
  return index < 0 ? "not-yet-at-school" : (scottishOrder[index] ?? "past-S6");
}

/** England and Wales: the academic year a day falls in (1 September to 31 August), named by its first year. */
export const academicYear = (on: LocalDate): number => (monthOf(on) >= 9 ? yearOf(on) : yearOf(on) - 1);

/** England and Wales: 0 is Reception, 1 to 13 are Years 1 to 13, -1 and -2 the nursery years. By date of birth alone. */
export const yearGroup = (bornOn: LocalDate, on: LocalDate): number => academicYear(on) - academicYear(bornOn) - 5;

const englishOrder = Object.keys(englishStages) as EnglishStage[];

export type ComputedEnglishStage = EnglishStage | "not-yet-at-school" | "past-Y13";

/** England and Wales: the stage by date of birth on a day. */
export function englishStage(bornOn: LocalDate, on: LocalDate): ComputedEnglishStage {
  const group = yearGroup(bornOn, on);
  if (group < -2) return "not-yet-at-school";
  return group > 13 ? "past-Y13" : (englishOrder[group + 2] ?? "past-Y13");
}

/** The number of a recorded English stage, as rules ask for it: Y9 is 9, R is 0, N2 is -1. Undefined for any other. */
export function yearGroupOf(stage: SchoolStage): number | undefined {
  const at = englishOrder.indexOf(stage as EnglishStage);
  return at < 0 || stage === "X" ? undefined : at - 2;
}

/** England: the first prescribed day (31 March, 31 August, 31 December) on or after the fifth birthday. */
export function compulsorySchoolAgeFrom(bornOn: LocalDate): LocalDate {
  const fifth = `${yearOf(bornOn) + 5}${bornOn.slice(4)}`;
  const prescribed = ["03-31", "08-31", "12-31"].map((day) => localDate(`${yearOf(bornOn) + 5}-${day}`));
  return prescribed.find((day) => day >= fifth) ?? localDate(`${yearOf(bornOn) + 5}-12-31`);
}

/** England: the last Friday in June of the school year in which the child turns sixteen. A default an area may change. */
export function statutoryLeavingDay(bornOn: LocalDate): LocalDate {
  const lastOfJune = localDate(`${academicYear(bornOn) + 17}-06-30`);
  return addDays(lastOfJune, -((weekdayOf(lastOfJune) + 2) % 7));
}

/** Scotland: 31 May, or the start of the Christmas holidays, by when the child turns sixteen. A default an area may change. */
export function scottishLeaving(
  bornOn: LocalDate,
): { readonly on: LocalDate } | { readonly startOfChristmasHolidays: number } {
  const sixteen = yearOf(bornOn) + 16;
  const month = monthOf(bornOn);
  if (month >= 3 && month <= 9) return { on: localDate(`${sixteen}-05-31`) };
  return { startOfChristmasHolidays: month >= 10 ? sixteen : sixteen - 1 };
}

/** What a stage is called: "Primary 3", "Year 7". */
export const stageInWords = (stage: SchoolStage): string => schoolStages[stage].label;

/** A year group as it was kept, in words: "P5" is Primary 5, and a list's own word stays as it is. */
export const yearGroupInWords = (kept: string | null): string | null =>
  kept !== null && Object.hasOwn(schoolStages, kept) ? stageInWords(kept as SchoolStage) : kept;

/**
 * The stage in use: the recorded one wins always. Where the date of birth says another, a person is asked, since a
 * deferral or a year out of cohort is nothing wrong.
 */
export function stageInUse(
  recorded: SchoolStage | "not-recorded",
  computed: ComputedScottishStage | ComputedEnglishStage,
): { readonly stage: SchoolStage | "not-recorded"; readonly prompt?: string } {
  if (computed === "ask")
    return {
      stage: recorded,
      prompt: "Born on 29 February: confirm with the family and the school in which August Primary 1 starts.",
    };
  const isStage = computed in schoolStages;
  if (recorded === "not-recorded") return isStage ? { stage: computed as SchoolStage } : { stage: recorded };
  if (recorded === computed || recorded === "SP" || recorded === "X") return { stage: recorded };
  const otherwise = isStage
    ? `the date of birth would give ${stageInWords(computed as SchoolStage)}`
    : computed === "not-yet-at-school"
      ? "by date of birth the child would not be at school yet"
      : "by date of birth the child would have left school";
  return { stage: recorded, prompt: `Recorded as ${stageInWords(recorded)}; ${otherwise}. Check with the school.` };
}

/** Takes a stage as a list writes it ("Year 7", "7", "Rec", "P 3", "Primary 3"), gives its code; undefined where it is none. */
export function readStage(text: string, nation: Nation): SchoolStage | undefined {
  const written = text
    .trim()
    .toUpperCase()
    .replace(/[\s._-]+/g, "");
  if (nation === "scotland") {
    const code = written.replace(/^PRIMARY/, "P").replace(/^SECONDARY/, "S");
    return Object.keys(scottishStages).find((stage): stage is ScottishStage => stage === code);
  }
  if (/^R(EC(EPTION)?)?$/.test(written)) return "R";
  const code = written
    .replace(/^NURSERY/, "N")
    .replace(/^(YEAR|YR|NCYEAR|NCY)(?=\d)/, "Y")
    .replace(/^Y?0+(?=\d)/, "");
  if (code === "0" || code === "Y0") return "R";
  const named = /^\d+$/.test(code) ? `Y${code}` : code;
  return englishOrder.find((stage) => stage === named);
}
