import { type Due, dueAfter, isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { daysBetween, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import type { ComplaintDutiesFacts, ComplaintFacts } from "./complaint-model.ts";

type Complaint = GateRule<ComplaintFacts>;
type Duties = DutyRule<ComplaintDutiesFacts>;

/** A complaint is handled by the manager of whoever it is about, or above: never by that person, nor by anybody they manage. */
export const handledByManager = (given: RuleHead): Complaint => ({
  ...given,
  title: "A complaint is handled by the manager",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "handle") return undefined;
    const said = { about: thePractitioner(facts.about) };
    if (facts.by.id === facts.about)
      return { ...said, effect: "prevents", because: "Nobody handles a complaint about themselves." };
    if (facts.manages.includes(facts.by.id))
      return { ...said, effect: "prevents", because: "Nobody handles a complaint about their own manager." };
    if (facts.by.id === facts.manager)
      return { ...said, effect: "permits", because: "The manager of the person it is about handles it." };
    if (facts.by.isInManagementLine === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "whether this person manages the one it is about",
        because: "It is not recorded whether this person is in the management line of the one it is about.",
      };
    return facts.by.isInManagementLine
      ? { ...said, effect: "permits", because: "It is handled higher up in the same management line." }
      : {
          ...said,
          effect: "prevents",
          because: "A complaint is handled by the manager of the person it is about, or by somebody above.",
        };
  },
});

/** It stays in the management line; the person complained about sees it once the manager shows it. It is never on a child's file. */
export const keptInManagementLine = (given: RuleHead): Complaint => ({
  ...given,
  title: "Complaints and performance stay in the management line",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "read") return undefined;
    const said = { about: thePractitioner(facts.about) };
    if (facts.by.id === facts.about)
      return facts.isReleased
        ? { ...said, effect: "permits", because: "The manager has shown it to the person it is about." }
        : { ...said, effect: "prevents", because: "The manager has not shown this yet." };
    if (facts.by.id === facts.manager || facts.by.isInManagementLine === true)
      return { ...said, effect: "permits", because: "The reader is in the management line." };
    return facts.by.isInManagementLine === "not-recorded"
      ? {
          ...said,
          effect: "unknown",
          missing: "whether the reader is in the management line",
          because: "It is not recorded whether the reader is in the management line.",
        }
      : {
          ...said,
          effect: "prevents",
          because: "This is kept in the management line, and nothing of it stands on a child's file.",
        };
  },
});

/** Going from advice to something formal keeps why, and to whom it went. */
export const levelKeepsReason = (given: RuleHead): Complaint => ({
  ...given,
  title: "A raised level keeps its reason",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "raise-level") return undefined;
    const said = { about: thePractitioner(facts.about) };
    if (facts.raisedTo === "none" || facts.raisedTo === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "to whom it goes up",
        because: "Say to whom in the management line it goes up.",
      };
    return facts.reasonGiven
      ? { ...said, effect: "permits", because: "The level before and the new one are both kept, with the reason." }
      : {
          ...said,
          effect: "permits-if",
          because: "Write down why the level is raised.",
          needs: [{ what: "reason", from: "line-manager", for: "why the level is raised", code: "level-raised" }],
        };
  },
});

type Clock = { readonly acknowledge?: number; readonly answer: number; readonly extended?: number };

const answerDue = (facts: ComplaintDutiesFacts, { answer, extended }: Clock): Due | "not-published" => {
  const { extension, complaint, calendar } = facts;
  const isExtended = extended !== undefined && typeof extension !== "string" && extension.reasonGiven;
  return dueAfter(complaint.receivedOn, { count: isExtended ? extended : answer, unit: "working-days" }, calendar);
};

/** It is acknowledged, and answered in time; once more time may be taken, with a reason. */
export const answeredInTime = (given: RuleHead, clock: Clock): Duties => ({
  ...given,
  title: "A complaint is acknowledged and answered",
  force: "must",
  apply: (facts): readonly DutySaid[] | undefined => {
    const { complaint, handler, acknowledgedOn, answeredOn, calendar } = facts;
    if (complaint.kind !== "complaint") return undefined;
    const owed = {
      who: "line-manager",
      ...byId(handler),
      onAccountOf: "line-manager",
      about: thePractitioner(facts.about),
    } as const;
    const received = `A complaint came on ${inWords(complaint.receivedOn)}`;
    return [
      ...(clock.acknowledge === undefined || isLocalDate(acknowledgedOn)
        ? []
        : [
            {
              ...owed,
              act: "quality.acknowledge-complaint",
              due: dueAfter(complaint.receivedOn, { count: clock.acknowledge, unit: "working-days" }, calendar),
              because: `${received}. Say that it was received, and who handles it.`,
            },
          ]),
      ...(isLocalDate(answeredOn)
        ? []
        : [
            {
              ...owed,
              act: "quality.answer-complaint",
              due: answerDue(facts, clock),
              because: `${received}. Answer it in plain words, with what comes of it.`,
            },
          ]),
    ];
  },
});

/** What the manager has not settled in time goes one step up the chain of accountability. */
export const goesUpTheChain = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Duties => ({
  ...given,
  title: "What is not settled goes up the chain",
  force: "must",
  apply: (facts, asAt): DutySaid | undefined => {
    const { complaint, handler, isSettled } = facts;
    if (complaint.kind !== "complaint" || isSettled === true) return undefined;
    const due = answerDue(facts, { answer: workingDays });
    const received = `A complaint came on ${inWords(complaint.receivedOn)}`;
    const about = thePractitioner(facts.about);
    return due !== "not-published" && isLate(due, asAt)
      ? {
          who: "senior-manager",
          act: "quality.settle-complaint-above",
          due: "at-once",
          onAccountOf: "line-manager",
          about,
          because: `${received} and is not settled. It is now one step higher in the chain of accountability; both steps are kept.`,
        }
      : {
          who: "line-manager",
          ...byId(handler),
          act: "quality.settle-complaint",
          due,
          ifMissed: "It goes one step up the chain of accountability.",
          onAccountOf: "line-manager",
          about,
          because: `${received}. Settle it with whoever complained.`,
        };
  },
});

/** Whoever complained hears the outcome in plain words. */
export const complainantHears = (given: RuleHead): Duties => ({
  ...given,
  title: "Whoever complained hears the outcome",
  force: "must",
  apply: (facts) =>
    facts.complaint.kind === "complaint" && facts.isSettled === true && !isLocalDate(facts.outcomeToldOn)
      ? {
          who: "line-manager",
          act: "quality.tell-complainant",
          due: "at-once",
          onAccountOf: "line-manager",
          about: thePractitioner(facts.about),
          because: "The complaint is settled. Tell whoever complained the outcome in plain words.",
        }
      : undefined,
});

/** Feedback on how an organisation uses the role goes to its chief officer, and its age shows until it is answered. */
export const chiefOfficerAnswers = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Duties => ({
  ...given,
  title: "The chief officer answers for the organisation",
  apply: (facts, asAt) => {
    const { complaint, answeredOn, about, calendar } = facts;
    if (complaint.kind !== "about-organisation" || isLocalDate(answeredOn)) return undefined;
    const age = Math.max(0, daysBetween(complaint.receivedOn, dayOf(asAt)));
    return {
      who: "chief-officer",
      act: "quality.answer-feedback",
      due: dueAfter(complaint.receivedOn, { count: workingDays, unit: "working-days" }, calendar),
      onAccountOf: "chief-officer",
      about: subject("agency", about),
      because: `Feedback on how this organisation uses the role came on ${inWords(complaint.receivedOn)}, ${age} ${age === 1 ? "day" : "days"} ago. Answer it with what is done.`,
    };
  },
});
