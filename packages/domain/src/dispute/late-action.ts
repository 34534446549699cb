import { dueAfter, isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { endOf, isBefore } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import type { LateActionFacts } from "./model.ts";

type Late = DutyRule<LateActionFacts>;
const isDone = ({ action }: LateActionFacts) => isLocalDate(action.doneOn);

/** From the day after it was due the owner is reminded; later it goes to the owner's manager. The lead is told and answers for neither. */
export const ownersThenManagers = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Late => ({
  ...given,
  title: "A late action is its owner's, then the owner's manager's",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const { action, lead, calendar } = facts;
    if (isDone(facts) || isBefore(asAt, endOf(action.dueOn))) return undefined;
    const was = `The action was due on ${inWords(action.dueOn)} and is not done`;
    const toManager = dueAfter(action.dueOn, { count: workingDays, unit: "working-days" }, calendar);
    const isWithManager = toManager !== "not-published" && isLate(toManager, asAt);
    const owner: DutySaid = {
      who: "action-owner",
      whoId: action.owner,
      act: "dispute.do-late-action",
      due: isWithManager ? "at-once" : toManager,
      ifMissed: "It goes to the line manager of whoever owns the action.",
      onAccountOf: "action-owner",
      about: thePractitioner(action.owner),
      because: `${was}. It is the owner's to do or to say why not.`,
    };
    const manager: DutySaid = {
      who: "action-owners-manager",
      ...byId(action.ownersManager),
      act: "dispute.answer-late-action",
      due: "at-once",
      onAccountOf: "action-owners-manager",
      about: thePractitioner(action.owner),
      because: isKnown(action.ownersManager)
        ? `${was}. It is now with the line manager of whoever owns it.`
        : `${was}. It goes to the line manager of whoever owns it, who has yet to be named.`,
    };
    const told: DutySaid = {
      who: "lead-professional",
      ...byId(lead),
      act: "dispute.know-of-late-action",
      due: "at-once",
      onAccountOf: "action-owner",
      about: subject("agency", action.agency),
      because: `${was}. The lead professional is told, and does not answer for another's part; it can be raised as a disagreement.`,
    };
    return [owner, ...(isWithManager ? [manager] : []), ...(isKnown(lead) ? [told] : [])];
  },
});

/** The lead reports it to the senior management of the lead's own agency, by a day counted from when it was due. */
export const leadReports = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Late => ({
  ...given,
  title: "The lead professional reports it in their own agency",
  force: "must",
  apply: (facts, asAt) => {
    const { action, lead, reportedOn, calendar } = facts;
    if (isDone(facts) || isLocalDate(reportedOn) || isBefore(asAt, endOf(action.dueOn))) return undefined;
    return {
      who: "lead-professional",
      ...byId(lead),
      act: "dispute.report-in-own-agency",
      due: dueAfter(action.dueOn, { count: workingDays, unit: "working-days" }, calendar),
      onAccountOf: "lead-professional",
      about: subject("agency", action.agency),
      because: `The action was due on ${inWords(action.dueOn)} and is not done. The lead professional reports it to senior management of their own agency.`,
    };
  },
});

/** What was agreed and not done stands on the account of the agency that owns it, never on the lead professional's. */
export const chargedToOwner = (given: RuleHead): Late => ({
  ...given,
  title: "An action that is not done is charged to the agency that owns it",
  force: "must",
  apply: (facts, asAt) =>
    isDone(facts) || isBefore(asAt, endOf(facts.action.dueOn))
      ? undefined
      : {
          who: "action-owner",
          whoId: facts.action.owner,
          act: "dispute.do-late-action",
          due: "at-once",
          onAccountOf: "action-owner",
          about: subject("agency", facts.action.agency),
          because: `The action was due on ${inWords(facts.action.dueOn)} and is not done. It counts against the agency that owns it, not against the lead professional.`,
        },
});
