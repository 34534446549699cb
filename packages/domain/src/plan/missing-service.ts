import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { addDays, inWords, isDoneBy, type LocalDate, latestOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { listed } from "../kernel/words.ts";
import type { PlanDutiesFacts } from "./duties-model.ts";

type Duties = DutyRule<PlanDutiesFacts>;
type Missing = PlanDutiesFacts["missingServices"][number];

/** A missing service is the lead's to bring in, and the line manager's from the day it was passed on. */
const ofOwner = ({ lead, leadsManager }: PlanDutiesFacts, { passedOn }: Missing, day: LocalDate) =>
  isDoneBy(passedOn, day)
    ? ({ who: "line-manager", ...byId(leadsManager), onAccountOf: "line-manager" } as const)
    : ({ who: "lead-professional", ...byId(lead), onAccountOf: "lead-professional" } as const);

const noticedBy = ({ missingServices }: PlanDutiesFacts, day: LocalDate) =>
  missingServices.filter(({ noticedOn }) => noticedOn <= day);

/** A request for a missing service says which service, why, how it stands and whose it is. */
export const missingServiceIsDescribed = (given: RuleHead): Duties => ({
  ...given,
  title: "A request for a missing service says which, why, how it stands and whose it is",
  force: "should",
  apply: (facts, asAt) =>
    noticedBy(facts, dayOf(asAt)).flatMap((one): readonly DutySaid[] => {
      const lacking = [
        ...(one.service === "not-recorded" ? ["which service it is"] : []),
        ...(one.reasonGiven === true ? [] : ["why it is needed"]),
        ...(one.state === "not-recorded" ? ["how it stands"] : []),
        ...(one.passedOn === "not-recorded" ? ["whether the line manager took it on"] : []),
      ];
      if (lacking.length === 0) return [];
      return [
        {
          ...ofOwner(facts, one, dayOf(asAt)),
          act: `plan.describe-missing-service:${one.id}`,
          due: "at-once",
          about: theChild(facts.child.id),
          because: `A service was found to be missing on ${inWords(one.noticedOn)}. Record ${listed(lacking)}.`,
        },
      ];
    }),
});

/** While it is missing, whoever owns the request brings the service in and says at least every so many days how it stands. */
export const missingServiceIsBrokered = (given: RuleHead, { days }: { readonly days: number }): Duties => ({
  ...given,
  title: "A missing service is brought in, by the lead or the line manager",
  force: "should",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    return noticedBy(facts, day)
      .filter(({ state }) => state === "open" || state === "not-recorded")
      .map((one): DutySaid => {
        const { noticedOn, passedOn, updatedOn } = one;
        const last = latestOf([noticedOn, ...[passedOn, updatedOn].filter((on) => isDoneBy(on, day))]) ?? noticedOn;
        const isPassed = isDoneBy(passedOn, day);
        return {
          ...ofOwner(facts, one, day),
          act: `plan.broker-service:${one.id}`,
          due: { day: addDays(last, days) },
          about: theChild(facts.child.id),
          because: isPassed
            ? `A missing service was passed to the line manager on ${inWords(passedOn)}, who brings it in and writes down how it stands.`
            : `A service is missing since ${inWords(noticedOn)}: bring it in and write down how it stands, or pass it to the line manager.`,
        };
      });
  },
});
