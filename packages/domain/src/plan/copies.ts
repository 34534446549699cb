import { dueAfter } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePlan } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { CopiesFacts } from "./duties-model.ts";
import { ofAsked, whoIs } from "./saying.ts";

type Recipient = CopiesFacts["recipients"][number];

/** An agreed plan goes to the child, the family and every agency concerned, each with the day it was sent, or the reason why not. */
export const everyoneGetsACopy = (
  given: RuleHead,
  { workingDays }: { readonly workingDays: number },
): DutyRule<CopiesFacts> => ({
  ...given,
  title: "Child, family and every agency get a copy",
  force: "must",
  apply: (facts): readonly DutySaid[] | undefined => {
    const { plan, recipients, agencies, child } = facts;
    if (!isLocalDate(plan.agreedOn)) return undefined;
    const owed = {
      who: "lead-professional",
      ...byId(facts.lead),
      onAccountOf: "lead-professional",
      due: dueAfter(plan.agreedOn, { count: workingDays, unit: "working-days" }, facts.calendar),
    } as const;
    const agreed = `The plan was agreed on ${inWords(plan.agreedOn)}`;
    const isSent = ({ sentOn }: Recipient) => isLocalDate(sentOn);
    const toSend = recipients
      .filter((one) => !isSent(one) && !one.leftOutReasonGiven)
      .map(
        (one): DutySaid => ({
          ...owed,
          act: `plan.send-copy:${one.id}`,
          about: ofAsked(one, child.id),
          because: `${agreed}: send a copy to ${whoIs[one.as]}, or write down why not.`,
        }),
      );
    const people = (["child", "family"] as const)
      .filter((as) => !recipients.some((one) => one.as === as))
      .map(
        (as): DutySaid => ({
          ...owed,
          act: `plan.send-copy-to-${as}`,
          about: ofAsked({ as, id: child.id }, child.id),
          because: `${agreed}, and ${whoIs[as]} is not among those who get a copy: send one, or write down why not.`,
        }),
      );
    if (agencies === "not-recorded")
      return [
        ...people,
        ...toSend,
        {
          ...owed,
          act: "plan.name-agencies-for-copies",
          about: thePlan(facts),
          because: `${agreed}, and it is not recorded which agencies are concerned: each gets a copy.`,
        },
      ];
    const services = [...new Set(agencies)]
      .filter((agency) => !recipients.some((one) => one.agency === agency))
      .map(
        (agency): DutySaid => ({
          ...owed,
          act: `plan.send-copy-to-agency:${agency}`,
          about: subject("agency", agency),
          because: `${agreed}, and nobody of ${agencyKinds[agency].label} is among those who get a copy: send one, or write down why not.`,
        }),
      );
    return [...people, ...toSend, ...services];
  },
});
