import { addMonths, isLocalDate, type LocalDate, yearOf } from "../kernel/local-date.ts";

export type ReadDate = { readonly day: LocalDate; readonly warning?: string } | { readonly problem: string };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const example = "like 27/3/2015";

/** Children, young people and care leavers: to the 26th birthday. */
const mostMonthsOfAge = 26 * 12;

/**
 * Takes a date of birth as lists write it: 27/3/2015 (day first), 2015-03-27, 27 Mar 2015, with or without midnight.
 * Gives the day, or what to do. Two digits of a year give the latest such year that is not in the future.
 */
export function readDateOfBirth(text: string, today: LocalDate): ReadDate {
  const written = text
    .normalize("NFKC")
    .trim()
    .replace(/[T ]+0{1,2}:00(:00(\.0+)?)?Z?$/, "");
  if (written === "") return { problem: `Enter a date of birth, ${example}.` };
  const parts = partsOf(written);
  if (!parts) return { problem: `Enter a real date of birth, day first, ${example}.` };
  const [year, month, day] = parts;
  const isShort = year.length === 2;
  const full = isShort ? centuryFor(year, month, day, today) : year;
  const iso = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!isLocalDate(iso)) return { problem: `Enter a real date of birth, day first, ${example}. There is no such day.` };
  if (iso > today) return { problem: "The date of birth is in the future. Enter the day the child was born." };
  if (addMonths(iso, mostMonthsOfAge) <= today)
    return { problem: "The date of birth is more than 26 years ago. Enter the day the child was born." };
  return isShort
    ? { day: iso, warning: `The year of birth has two digits and was read as ${full}. Check it.` }
    : { day: iso };
}

function partsOf(written: string): readonly [year: string, month: string, day: string] | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(written);
  if (iso) return [iso[1] ?? "", iso[2] ?? "", iso[3] ?? ""];
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(written);
  if (dayFirst) return [dayFirst[3] ?? "", dayFirst[2] ?? "", dayFirst[1] ?? ""];
  const inWords = /^(\d{1,2})[-/. ]+([A-Za-z]{3,9})[-/., ]+(\d{4}|\d{2})$/.exec(written);
  const month = months.indexOf(inWords?.[2]?.slice(0, 3).toLowerCase() ?? "") + 1;
  return inWords && month > 0 ? [inWords[3] ?? "", String(month), inWords[1] ?? ""] : undefined;
}

function centuryFor(year: string, month: string, day: string, today: LocalDate): string {
  const thisCentury = `${String(yearOf(today)).slice(0, 2)}${year}`;
  const isFuture = `${thisCentury}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` > today;
  return isFuture ? String(Number(thisCentury) - 100) : thisCentury;
}
