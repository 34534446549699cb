const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "2008-05-05" becomes "5 May 2008". No time zone is involved; other text comes back as it is. */
export function dateInWords(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name && date ? `${Number(date)} ${name} ${year}` : day;
}

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant becomes "5 May 2008 at 3:15pm", on the clock of Europe/London. */
export function momentInWords(at: string): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  const part = Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${dateInWords(`${part.year}-${part.month}-${part.day}`)} at ${timeInWords(`${part.hour}:${part.minute}`)}`;
}

/** "15:15" becomes "3:15pm", "12:00" becomes "midday". */
export function timeInWords(time: string): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (minute === 0 && hour === 12) return "midday";
  if (minute === 0 && hour === 0) return "midnight";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** A day or an instant in words; anything else, such as "end of term", is words already. */
export function whenInWords(when: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(when) ? momentInWords(when) : dateInWords(when);
}

/** The number of a month name or of its first letters: "Sept" is 9. */
export function monthNumber(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  const found = typed.length < 3 ? -1 : months.findIndex((month) => month.toLowerCase().startsWith(typed.slice(0, 3)));
  return found < 0 ? undefined : found + 1;
}

/** 1 and "plan" give "1 plan"; 3 give "3 plans". Say the plural where it is not an added s. */
export function count(many: number, one: string, several = `${one}s`): string {
  return `${many.toLocaleString("en-GB")} ${many === 1 ? one : several}`;
}

/** ["a", "b", "c"] becomes "a, b and c". */
export function listInWords(items: readonly string[], joined = "and"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${joined} ${items.at(-1)}`;
}

/** Lowers the first letter unless the word is written in capitals: "NHS number" stays. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** Raises the first letter. */
export function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
