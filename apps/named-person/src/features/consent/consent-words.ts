import { dateInWords, listInWords, type TagColour } from "@linchpin/ui";
import type { Answers } from "../../views.ts";
import type { Standing } from "./search.ts";

export type Consent = Answers["consent"]["forChild"];
export type Answer = Consent["answers"][number];

export const standings: Readonly<Record<Standing, { readonly label: string; readonly colour: TagColour }>> = {
  "in-force": { label: "In force", colour: "green" },
  refused: { label: "Refused", colour: "red" },
  "taken-back": { label: "Taken back", colour: "orange" },
  ended: { label: "Ended", colour: "grey" },
  "not-yet": { label: "Not yet in force", colour: "yellow" },
};

export const whoAnswered = ({ by }: Pick<Answer, "by">): string =>
  by.is === "child" ? "The child" : (by.name ?? "A parent or carer");

/** "Health and Amina Yusuf". */
export const withWhom = ({ agencies, recipients }: Pick<Answer, "agencies" | "recipients">): string =>
  listInWords([...agencies.map(({ label }) => label), ...recipients.map(({ name }) => name)]);

/** "20 November 2026 to 26 February 2027". */
export const daysOf = ({
  from,
  lastDay,
  takenBack,
  saidNoSince,
}: Pick<Answer, "from" | "lastDay" | "takenBack" | "saidNoSince">): string => {
  if (takenBack) return `${dateInWords(from)}, taken back on ${dateInWords(takenBack.on)}`;
  if (saidNoSince?.toAll) return `${dateInWords(from)}, and since ${dateInWords(saidNoSince.on)} a no`;
  const days = lastDay === undefined ? "on, with no end set" : `to ${dateInWords(lastDay)}`;
  const part = saidNoSince ? `. Since ${dateInWords(saidNoSince.on)} a no to a part of it` : "";
  return `${dateInWords(from)} ${days}${part}`;
};

export const understandingInWords: Readonly<Record<NonNullable<Answer["understanding"]>, string>> = {
  understands: "Understands what is shared",
  "does-not-understand": "Does not understand what is shared",
};

/** The answers in which the words stand, whatever part of them. */
export function narrowed(
  answers: readonly Answer[],
  { words, standing }: { words?: string | undefined; standing?: string | undefined },
) {
  const wanted = words?.trim().toLowerCase() ?? "";
  const text = (one: Answer) =>
    [whoAnswered(one), one.says.what, one.says.withWhom, one.says.why, withWhom(one)].join(" ").toLowerCase();
  return answers.filter((one) => (standing === undefined || one.standing === standing) && text(one).includes(wanted));
}

export type Release = Consent["releases"][number];

export const toldInWords = (told: Release["childTold"]): string =>
  told.told === "yes"
    ? `Told on ${dateInWords(told.on)}`
    : told.told === "no"
      ? `Not told: ${told.because}`
      : "Not told yet";

/** "Consent", and who decided where it rests on something else. */
export const basisInWords = ({ basis, decidedBy }: Pick<Release, "basis" | "decidedBy">): string =>
  decidedBy === undefined ? basis.label : `${basis.label}, decided by ${decidedBy}`;
