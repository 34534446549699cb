import { dueAfter } from "../kernel/due.ts";
import type { DutyRule } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate, laterOf } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import { workingDaysBetween } from "../kernel/working-days.ts";
import type { ArrangementsFacts, ConfirmFacts, WaitFacts } from "./model.ts";

/** Each organisation audits how its leads are supervised, again within so many months. */
export const organisationAudits = (
  given: RuleHead,
  { months }: { readonly months: number },
): DutyRule<ArrangementsFacts> => ({
  ...given,
  title: "Each organisation audits its supervision of leads",
  force: "must",
  apply: ({ organisation, lastAuditClosedOn, calendar }) => ({
    who: "agency",
    act: "supervision.audit",
    due: isLocalDate(lastAuditClosedOn)
      ? dueAfter(lastAuditClosedOn, { count: months, unit: "months" }, calendar)
      : lastAuditClosedOn === "none"
        ? "at-once"
        : "unknown",
    onAccountOf: "agency",
    about: subject("agency", organisation.id),
    because: isLocalDate(lastAuditClosedOn)
      ? `The last audit of supervision was closed on ${inWords(lastAuditClosedOn)}.`
      : lastAuditClosedOn === "none"
        ? "This organisation has never audited how its lead professionals are supervised."
        : "It is not recorded when this organisation last audited how its lead professionals are supervised.",
  }),
});

const parts = {
  management: "management",
  support: "support",
  supervision: "supervision",
  policyLinked: "the organisation's own supervision policy",
} as const;

/** A senior manager confirms for a team what is there, each part of it and the policy it fits into. */
export const confirmedPartByPart = (given: RuleHead): GateRule<ConfirmFacts> => ({
  ...given,
  title: "A team's support of its leads is confirmed part by part",
  force: "must",
  apply: (facts): readonly GateSaid[] => {
    const said = { about: subject("agency", facts.team.id) };
    if (facts.by !== "senior-manager")
      return [{ ...said, effect: "prevents", because: "A senior manager confirms this for each team." }];
    return (Object.keys(parts) as (keyof typeof parts)[]).map((part): GateSaid => {
      const stands = facts[part];
      if (stands === "not-recorded")
        return {
          ...said,
          effect: "unknown",
          missing: parts[part],
          because: `It is not recorded whether this is in place: ${parts[part]}.`,
        };
      return stands
        ? { ...said, effect: "permits", because: `In place: ${parts[part]}.` }
        : { ...said, effect: "prevents", because: `Not in place yet: ${parts[part]}. Mend it first.` };
    });
  },
});

/** How long somebody waited for an extra session, in working days. */
export const waitIsMeasured = (given: RuleHead): MeasureRule<WaitFacts> => ({
  ...given,
  title: "The wait for an extra session is measured",
  apply: ({ practitionerId, planId, askedOn, offeredOn, calendar }, asAt): MeasureSaid => {
    const until = laterOf(askedOn, isLocalDate(offeredOn) ? offeredOn : dayOf(asAt));
    const days = workingDaysBetween(askedOn, until, calendar);
    const said = { label: `Wait for a session on ${planId}`, about: thePractitioner(practitionerId) };
    if (days === "not-published")
      return {
        ...said,
        amount: 0,
        missing: "the bank holidays of these years",
        because: "The bank holidays of these years are not published, so working days cannot be counted.",
      };
    return {
      ...said,
      amount: days,
      ...(offeredOn === "not-recorded" ? { missing: "whether a session was offered" } : {}),
      because: `Asked for on ${inWords(askedOn)}: ${days} working ${days === 1 ? "day" : "days"}.`,
    };
  },
});
