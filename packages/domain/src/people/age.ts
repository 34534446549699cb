import { addMonths, ageOn, daysBetween, inWords, type LocalDate, monthOf, yearOf } from "../kernel/local-date.ts";
import { counted } from "../kernel/words.ts";

type Born = { readonly bornOn: LocalDate | null | undefined; readonly dueOn?: LocalDate | null | undefined };

/** How old a child is, as it is said: days, weeks, months for the small ones, then years. */
export function ageInWords({ bornOn, dueOn }: Born, today: LocalDate): string {
  if (!bornOn) return dueOn ? `Not yet born: due ${inWords(dueOn)}` : "Date of birth not recorded";
  if (bornOn > today) return `Not yet born: ${inWords(bornOn)}`;
  const days = daysBetween(bornOn, today);
  if (days < 21) return counted(days, "day");
  const months = wholeMonths(bornOn, today);
  if (months < 3) return counted(Math.floor(days / 7), "week");
  if (months < 24) return counted(months, "month");
  return counted(ageOn(bornOn, today), "year");
}

function wholeMonths(from: LocalDate, to: LocalDate): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return addMonths(from, months) <= to ? months : months - 1;
}
