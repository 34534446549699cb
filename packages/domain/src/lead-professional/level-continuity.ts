import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { addDays, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { type LevelOfNeed, levelsOfNeed } from "../vocabulary/plans.ts";
import { handOverOnLevelChange } from "./changes.ts";
import type { ChangeFacts, HandoverFacts } from "./ending-model.ts";
import type { StatusDutiesFacts } from "./model.ts";
import { holding, sinceWhen } from "./statuses.ts";

type Step = { readonly from: LevelOfNeed; readonly to: LevelOfNeed };
const inWordsOf = ({ from, to }: Step) => `from "${levelsOfNeed[from].label}" to "${levelsOfNeed[to].label}"`;

/** On one step of the levels whoever leads carries on and no handover opens; on any other a change of level is one. */
export const leadCarriesOn = (given: RuleHead, step: Step): DutyRule<ChangeFacts> => {
  const otherwise = handOverOnLevelChange(given);
  return {
    ...otherwise,
    title: "Whoever leads carries on to the next level",
    apply: (facts, asAt) => {
      const { levelChange } = facts;
      const isThis = typeof levelChange !== "string" && levelChange.from === step.from && levelChange.to === step.to;
      return isThis ? undefined : otherwise.apply(facts, asAt);
    },
  };
};

/** Somebody else than the one who led takes over on that step only with a reason in words and the family's agreement. */
export const anotherLeadOnlyWithReason = (given: RuleHead, step: Step): GateRule<HandoverFacts> => ({
  ...given,
  title: "Another lead at the next level needs a reason and the family's agreement",
  force: "must",
  apply: (facts): readonly GateSaid[] => {
    const {
      levelChange,
      familyAgreedOn = "not-recorded",
      effectiveOn,
      isByLaw,
      incoming,
      outgoing,
      child,
      plan,
    } = facts;
    if (isByLaw || levelChange === undefined || levelChange.from !== step.from || levelChange.to !== step.to) return [];
    const ofPlan = { about: subject("area", plan.id) };
    if (incoming.id === outgoing.id)
      return [{ ...ofPlan, effect: "permits", because: `The same person goes on leading ${inWordsOf(step)}.` }];
    const ofFamily = { about: subject("family", child.id) };
    return [
      facts.reasonHasWords
        ? { ...ofPlan, effect: "permits", because: "It is written down why somebody else leads at the next level." }
        : {
            ...ofPlan,
            effect: "permits-if",
            because: `Whoever led carries on ${inWordsOf(step)}. Write down why somebody else is to lead.`,
            needs: [
              {
                what: "reason",
                from: "lead-professional",
                for: "why the lead does not carry on to the next level",
                code: "another-lead-at-next-level",
              },
            ],
          },
      familyAgreedOn === "not-recorded"
        ? {
            ...ofFamily,
            effect: "unknown",
            missing: "whether the family agrees to another lead",
            because: "It is not recorded whether the family agrees that somebody else leads at the next level.",
          }
        : familyAgreedOn !== "none" && familyAgreedOn <= effectiveOn
          ? {
              ...ofFamily,
              effect: "permits",
              because: `The family agreed on ${inWords(familyAgreedOn)} that somebody else leads.`,
            }
          : {
              ...ofFamily,
              effect: "prevents",
              ...(familyAgreedOn === "none" ? {} : { from: familyAgreedOn }),
              because: "The family has not agreed that somebody else leads: whoever led carries on until then.",
            },
    ];
  },
});

/** While a child in need is assessed the social worker leads, and a plan of several agencies follows as soon as it can. */
export const servicePlanInPlace = (
  given: RuleHead,
  { days }: { readonly days: number },
): DutyRule<StatusDutiesFacts> => ({
  ...given,
  title: "A plan of several agencies is in place as quickly as possible",
  force: "should",
  apply: ({ child, goingOnDecidedOn }, asAt) =>
    holding(child.statuses, dayOf(asAt), "child-in-need")
      .filter(({ from, childInNeedPhase }) => childInNeedPhase !== "decided" && !decidedSince(goingOnDecidedOn, from))
      .map(
        (held): DutySaid => ({
          who: "social-worker",
          ...(held.holder === undefined ? {} : { whoId: held.holder }),
          act: "plan.put-in-place",
          due: { day: addDays(held.from, days) },
          ifMissed: "It shows as late to the social worker's manager.",
          onAccountOf: "social-worker",
          about: theChild(child.id),
          because: `${sinceWhen(held)}: put a plan of several agencies in place as quickly as possible, with the community's own staff, one of whom can then lead.`,
        }),
      ),
});

const decidedSince = (on: StatusDutiesFacts["goingOnDecidedOn"], from: string) => isLocalDate(on) && on >= from;
