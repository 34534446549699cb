import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { daysBetween, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import type { Condition, ConditionalFacts, SearchFacts } from "./searching-model.ts";

const isMet = ({ metOn }: Condition) => isLocalDate(metOn);

/** A manager may agree on conditions: the lead begins the moment every one is shown to be met and the first review has a date. */
export const conditionsFirst = (given: RuleHead): GateRule<ConditionalFacts> => ({
  ...given,
  title: "Agreed on conditions: the lead begins once every one is met",
  force: "must",
  apply: ({ plan, conditions, firstReviewOn, agreedOn }): GateSaid | readonly GateSaid[] => {
    const say = sayOf(subject("area", plan.id));
    if (conditions === "not-recorded")
      return say.unknown(
        "the conditions",
        `The manager agreed on conditions on ${inWords(agreedOn)}, and they are not recorded.`,
      );
    const met = conditions.filter(isMet).length;
    const said: GateSaid[] = [];
    if (met < conditions.length)
      said.push(
        say.prevents(
          `Conditionally agreed: ${met} of ${conditions.length} conditions are shown to be met. The lead begins once all are; until then whoever is the contact for now goes on.`,
        ),
      );
    if (!isLocalDate(firstReviewOn))
      said.push(say.prevents("Conditionally agreed: the first review of progress has no date yet."));
    return said.length > 0 ? said : say.permits("Every condition is shown to be met and the first review has a date.");
  },
});

/** Each condition has somebody who sees to it; one that is broken later is told to those who agreed, and ends no lead by itself. */
export const conditionsAreKept = (given: RuleHead): DutyRule<ConditionalFacts> => ({
  ...given,
  title: "Somebody sees to each condition, and a broken one is told",
  force: "must",
  apply: ({ plan, conditions, agreedBy }): readonly DutySaid[] => {
    if (conditions === "not-recorded") return [];
    const about = subject("area", plan.id);
    return conditions.flatMap((one): readonly DutySaid[] => {
      const { id, owner, dueOn, brokenOn } = one;
      const told = {
        act: `lead-professional.condition-broken:${id}`,
        due: "at-once",
        onAccountOf: "line-manager",
        about,
      } as const;
      if (isLocalDate(brokenOn)) {
        const because = `A condition of the lead is not kept since ${inWords(brokenOn)}. Decide what follows; it ends no lead by itself.`;
        return [
          { ...told, who: "line-manager", whoId: agreedBy, because },
          { ...told, who: "second-line-manager", because },
        ];
      }
      if (isMet(one)) return [];
      const hasOwner = owner !== "none" && owner !== "not-recorded";
      return [
        {
          who: hasOwner ? "practitioner" : "line-manager",
          whoId: hasOwner ? owner : agreedBy,
          act: `lead-professional.meet-condition:${id}`,
          due: isLocalDate(dueOn) ? { day: dueOn } : "unknown",
          onAccountOf: "line-manager",
          about,
          because: hasOwner
            ? "See to this condition and attach what shows that it is met."
            : "Name who sees to this condition, and by when.",
        },
      ];
    });
  },
});

/** A case that needs a lead and has none is on the list of whoever brokers it from the day nobody is left to ask. */
export const somebodyLooks = (given: RuleHead, { hasTier }: { readonly hasTier: boolean }): DutyRule<SearchFacts> => ({
  ...given,
  title: "Somebody looks for a person to lead",
  apply: ({ plan, neededSince, asked, foundOn }, asAt): DutySaid | undefined => {
    const day = dayOf(asAt);
    if (day < neededSince || isLocalDate(foundOn)) return undefined;
    if (asked.some(({ declinedOn }) => !isLocalDate(declinedOn))) return undefined;
    const who = hasTier ? "coordinator" : "line-manager";
    const waits = daysBetween(neededSince, day);
    return {
      who,
      act: "lead-professional.broker",
      due: "at-once",
      onAccountOf: who,
      about: subject("area", plan.id),
      because: `A lead has been needed since ${inWords(neededSince)} (${waits} day${waits === 1 ? "" : "s"}), and ${asked.length === 0 ? "nobody has been asked" : `${asked.length} declined`}: help them find who is best placed, and record each call.`,
    };
  },
});
