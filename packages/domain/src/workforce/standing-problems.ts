import type { LocalDate } from "../kernel/local-date.ts";
import type { RecordStanding } from "./commands.ts";

type Standing = RecordStanding["standing"];
type Problem = { readonly path: string; readonly message: string };

const notYet = "Enter a day that is not in the future";

/** The days of a fact on which something happened, each with its place in the form. */
function daysThatHappened({ kind, fact }: Standing): readonly (readonly [string, LocalDate | undefined])[] {
  switch (kind) {
    case "enhanced-check":
      return [
        ["on", "on" in fact ? fact.on : undefined],
        ["issuedOn", "issuedOn" in fact ? fact.issuedOn : undefined],
        ["seenOn", "seenOn" in fact ? fact.seenOn : undefined],
      ];
    case "qualification":
      return fact.state === "none"
        ? []
        : [["on", fact.on], ...(fact.furtherAwards ?? []).map(({ on }, i) => [`furtherAwards.${i}.on`, on] as const)];
    case "development":
      return fact.entries.map(({ on }, i) => [`entries.${i}.on`, on] as const);
    case "recommendation":
    case "training":
    case "information-sharing-training":
    case "first-led":
      return "on" in fact ? [["on", fact.on]] : [];
    default:
      return [];
  }
}

/** Days that cannot stand beside one another. */
function orderProblems({ kind, fact }: Standing): readonly Problem[] {
  if (kind === "enhanced-check" && fact.state === "cleared" && fact.issuedOn > fact.on)
    return [{ path: "issuedOn", message: "Enter a day that is not after the check was judged suitable" }];
  if (kind === "qualification" && fact.state === "held")
    return (fact.furtherAwards ?? []).flatMap(({ on }, i) =>
      on < fact.on
        ? [{ path: `furtherAwards.${i}.on`, message: "Enter a day that is not before the first qualification" }]
        : [],
    );
  if (kind === "mentor" && fact.state === "named")
    return fact.periods.flatMap(({ from }, i) => {
      const before = fact.periods[i - 1];
      return before !== undefined && (before.until === undefined || before.until > from)
        ? [{ path: `periods.${i}.from`, message: "Enter a day after the mentoring before it ended" }]
        : [];
    });
  return [];
}

/** What is wrong with the days of a fact, each problem with its field; empty when nothing is. */
export const standingProblems = (standing: Standing, today: LocalDate): readonly Problem[] =>
  [
    ...daysThatHappened(standing).flatMap(([path, day]) =>
      day !== undefined && day > today ? [{ path, message: notYet }] : [],
    ),
    ...orderProblems(standing),
  ].map(({ path, message }) => ({ path: `standing.fact.${path}`, message }));
