import type { GateRule } from "../kernel/gate.ts";
import { daysBetween, inWords, lastDayOf } from "../kernel/local-date.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { listed } from "../kernel/words.ts";
import type { SuitabilityFacts } from "./model.ts";
import { readOn } from "./suitability.ts";

type Suitability = GateRule<SuitabilityFacts>;

const kinds = {
  agency: "agency workers",
  bank: "bank nurses",
  supply: "supply workers",
} as const;

/** Agency workers, bank nurses and supply workers do not lead, unless exceptional circumstances are approved for the case. */
export const temporaryStaff = (given: RuleHead): Suitability => ({
  ...given,
  title: "Agency, bank and supply staff do not lead",
  apply: ({ practitioner: { id, engagement } }) => {
    const about = thePractitioner(id);
    if (engagement === "not-recorded")
      return {
        effect: "unknown",
        missing: "kind of engagement",
        about,
        because: "Record whether this is agency, bank or supply staff.",
      };
    if (engagement === "permanent" || engagement === "fixed-term")
      return { effect: "permits", about, because: "Employed directly." };
    return {
      effect: "prevents",
      about,
      because: `Normally ${kinds[engagement]} do not lead: in exceptional circumstances a senior manager can approve it for one case, from a day to a day.`,
    };
  },
});

type Exception = Exclude<SuitabilityFacts["practitioner"]["exception"], string>;

/** What a senior manager writes down with an exception: without it the exception does not hold, and lifts nothing. */
const stillToWrite = ({ reasonGiven, planToReplaceGiven }: Exception): readonly Need[] => [
  ...(reasonGiven
    ? []
    : [
        {
          what: "reason",
          from: "senior-manager",
          for: "the exceptional circumstances",
          code: "exception-circumstances",
        } as const,
      ]),
  ...(planToReplaceGiven
    ? []
    : [
        {
          what: "evidence",
          from: "senior-manager",
          for: "how a permanent lead will be found",
          code: "exception-plan-to-replace",
        } as const,
      ]),
];

/** An exception holds for one case and its days, approved by a senior manager, with both ends counted; then it has lapsed. */
export const temporaryStaffException = (
  given: RuleHead,
  { mostDays, lifts }: { mostDays: number; lifts: string },
): Suitability => ({
  ...given,
  title: "Exceptional circumstances for agency, bank and supply staff",
  apply: (facts, asAt) => {
    const { id, engagement, exception } = facts.practitioner;
    if (engagement !== "agency" && engagement !== "bank" && engagement !== "supply") return undefined;
    const about = thePractitioner(id);
    if (exception === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether an exception is approved",
        about,
        because: "Record whether a senior manager has approved an exception for this case.",
      };
    if (exception === "none") return undefined;
    const last = inWords(lastDayOf(exception.until));
    if (exception.approvedBy !== "senior-manager")
      return {
        effect: "prevents",
        about,
        because: "The exception was not approved by a senior manager, so it does not hold.",
      };
    if (daysBetween(exception.from, exception.until) > mostDays)
      return {
        effect: "prevents",
        about,
        because: `An exception is for ${mostDays} days at most. A longer one is decided again.`,
      };
    const needs = stillToWrite(exception);
    if (needs.length > 0)
      return {
        effect: "permits-if",
        needs,
        about,
        because: `A senior manager approved an exception to ${last}. It holds once ${listed(needs.map((need) => need.for))} ${needs.length === 1 ? "is" : "are"} written down; until then this person does not lead.`,
      };
    const day = readOn("day-of-leading", facts, asAt);
    if (day < exception.from)
      return {
        effect: "prevents",
        from: exception.from,
        about,
        because: `The exception begins on ${inWords(exception.from)}.`,
      };
    if (day >= exception.until)
      return {
        effect: "prevents",
        about,
        because: `Exemption lapsed: it ended on ${last}. The line manager finds another lead; until then this person stays the family's contact.`,
      };
    return {
      effect: "permits",
      about,
      because: `A senior manager approved an exception for this case, to ${last}.`,
      lifts: [lifts],
    };
  },
});
