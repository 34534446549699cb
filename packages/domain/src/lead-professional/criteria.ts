import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { Asked, Need, RuleHead } from "../kernel/rule.ts";
import { type Subject, theChild, thePractitioner } from "../kernel/subject.ts";
import { startingSmall } from "../kernel/words.ts";
import { type AgencyKind, agencyKinds } from "../vocabulary/agencies.ts";
import type { ChoiceFacts, CriterionAnswer } from "./model.ts";

export type Choice = GateRule<ChoiceFacts>;

/** A law or procedure already put the chosen person in the lead, so nothing is compared. */
export const isByStatute = ({ statutory, chosen }: ChoiceFacts): boolean => statutory.holders.includes(chosen);

/** Everybody being considered; the chosen one is always among them. */
export const considered = ({ candidates, chosen }: ChoiceFacts): readonly string[] => [
  ...new Set([...candidates, chosen]),
];

export const answerTo = (facts: ChoiceFacts, criterion: string, candidate?: string): CriterionAnswer | undefined =>
  facts.answers.find((answer) => answer.criterion === criterion && answer.candidate === candidate);

/** A thing people weigh for the case or for each person considered. A blank is asked for before the choice is confirmed. */
export const criterion = (given: RuleHead, asks: Asked): Choice => ({
  ...given,
  title: asks.label,
  asks,
  apply: (facts) => {
    if (isByStatute(facts)) return undefined;
    // A blank on the sheet is the case's: whoever fills it in has to be told, and it says nothing of a colleague's record.
    const about = theChild(facts.child.id);
    const isAnswered =
      asks.of === "case"
        ? answerTo(facts, asks.code)?.answered === true
        : considered(facts).every((id) => answerTo(facts, asks.code, id)?.answered === true);
    if (isAnswered) return { effect: "permits", about, because: `Weighed: ${startingSmall(asks.label)}.` };
    return {
      effect: "unknown",
      missing: asks.label,
      about,
      because: `Not answered yet${asks.of === "case" ? "" : " for everybody being considered"}: ${startingSmall(asks.label)}.`,
    };
  },
});

/** A thing shown for each person considered that never keeps anybody out: a blank is a need for support, or simply unknown. */
export const shown = (given: RuleHead, asks: Asked, { whenBlank }: { whenBlank: string }): Choice => ({
  ...given,
  title: asks.label,
  force: "may",
  asks,
  apply: (facts) =>
    isByStatute(facts)
      ? undefined
      : considered(facts).map((id): GateSaid => {
          const answer = answerTo(facts, asks.code, id);
          const isThere = answer?.answered === true && answer.evidenced !== false;
          return {
            effect: "permits",
            about: thePractitioner(id),
            because: isThere ? `Shown: ${startingSmall(asks.label)}.` : whenBlank,
          };
        }),
});

/** A claim that is put strongly needs its evidence beside it; earlier contact and a good relationship now each count. */
export const withEvidence = (given: RuleHead, asks: Asked): Choice => {
  const asked = criterion(given, asks);
  return {
    ...asked,
    apply: (facts, asAt) => {
      const bare = isByStatute(facts)
        ? []
        : considered(facts).filter((id) => lacksEvidence(answerTo(facts, asks.code, id)));
      if (bare.length === 0) return asked.apply(facts, asAt);
      return {
        effect: "permits-if",
        about: theChild(facts.child.id),
        because: `Say what this rests on, with a date: ${startingSmall(asks.label)}.`,
        needs: [
          {
            what: "evidence",
            from: "practitioners-involved",
            for: startingSmall(asks.label),
            code: `evidence-${asks.code}`,
          },
        ],
      };
    },
  };
};

/** A thing asked with yes or no of each person considered. A yes says what it rests on. */
export const yesOrNo = (given: RuleHead, asks: Omit<Asked, "answer">): Choice =>
  withEvidence(given, { ...asks, answer: "yes-no" });

/** A thing asked with yes or no: nobody is chosen of whom it is answered "no", or answered without either. */
export const yesIsNeeded = (
  given: RuleHead,
  asks: Omit<Asked, "answer">,
  { whenNo }: { readonly whenNo: string },
): Choice => {
  const asked = criterion(given, { ...asks, answer: "yes-no" });
  return {
    ...asked,
    force: "must",
    apply: (facts, asAt): GateSaid | readonly GateSaid[] | undefined => {
      const answer = isByStatute(facts) ? undefined : answerTo(facts, asks.code, facts.chosen);
      if (answer?.answered !== true || answer.rating === "yes") return asked.apply(facts, asAt);
      const about = theChild(facts.child.id);
      return answer.rating === "no"
        ? { effect: "prevents", about, because: whenNo }
        : {
            effect: "unknown",
            missing: asks.label,
            about,
            because: `Answer with yes or no for the person chosen: ${startingSmall(asks.label)}.`,
          };
    },
  };
};

const lacksEvidence = (answer: CriterionAnswer | undefined) =>
  answer?.answered === true &&
  (answer.rating === "strong" || answer.rating === "yes"
    ? answer.evidenced !== true
    : answer.rating === undefined && answer.evidenced === false);

/** Any duty in law to co-ordinate is shown for each person's agency, drawn from the child's statuses and typed by nobody. */
export const dutyOfAgency = (given: RuleHead, asks: Asked): Choice => ({
  ...given,
  title: asks.label,
  asks,
  apply: (facts) =>
    considered(facts).map((id): GateSaid => {
      const agency = id === facts.chosen ? facts.chosenAgency : facts.involved.find((one) => one.id === id)?.agency;
      return { effect: "permits", about: thePractitioner(id), because: duty(facts, id, agency) };
    }),
});

function duty(facts: ChoiceFacts, id: string, agency: AgencyKind | undefined): string {
  if (facts.statutory.holders.includes(id)) return "Has a duty in law to co-ordinate for this child.";
  if (agency === undefined) return "The agency of this person is not recorded, so no duty in law can be shown.";
  return facts.statutory.requiredAgency === agency
    ? `${agencyKinds[agency].label} has a duty in law to co-ordinate for this child.`
    : `${agencyKinds[agency].label} has no duty in law to co-ordinate for this child.`;
}

/** Somebody who speaks up for the child or a parent may not be free to lead as well: the question is put before they do. */
export const advocacyConflict = (given: RuleHead, { code }: { code: string }): Choice => ({
  ...given,
  title: "An advocate who would also lead",
  apply: (facts) => {
    const rating = answerTo(facts, code, facts.chosen)?.rating;
    if (isByStatute(facts) || rating === undefined || rating === "none" || rating === "no") return undefined;
    const about = theChild(facts.child.id); // as the sheet says it, to whoever filled it in
    return facts.reasons.includes("advocate-also-leads")
      ? { effect: "permits", about, because: "It is written down why an advocate may lead here without a conflict." }
      : {
          effect: "permits-if",
          about,
          because:
            "This person speaks up for the child or a parent. Write down why leading would not get in the way of that.",
          needs: [
            {
              what: "reason",
              from: "practitioners-involved",
              for: "why an advocate may also lead",
              code: "advocate-also-leads",
            },
          ],
        };
  },
});

/** A choice that holds once a reason is written down for it. */
export function needsReason(about: Subject, code: string, phrase: string, because: string): GateSaid {
  const need: Need = { what: "reason", from: "practitioners-involved", for: phrase, code };
  return { effect: "permits-if", about, because, needs: [need] };
}
