import { dueAfter } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { addDays, inWords, isDoneBy, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import { workingDaysAfter } from "../kernel/working-days.ts";
import type { CloseAfterMoveFacts, CrossBorderFacts, GoverningFacts, OutOfAreaFacts, Transfer } from "./model.ts";

type Governing = GateRule<GoverningFacts>;

const governs = ({ area }: GoverningFacts, governing: string, why: string): GateSaid =>
  area === governing
    ? { effect: "permits", about: subject("area", area), because: `This area's rulebook and record govern: ${why}.` }
    : {
        effect: "prevents",
        about: subject("area", area),
        because: `Another area's rulebook and record govern: ${why}.`,
      };

/**
 * The area where the child lives holds the record, and its rulebook governs, wherever the services are. On a move the
 * old area's governs until the receiving one has accepted.
 */
export const homeAreaGoverns = (
  given: RuleHead,
  { onMoveFrom }: { readonly onMoveFrom: "the-move" | "acceptance" },
): Governing => ({
  ...given,
  title: "The area where the child lives governs",
  force: "must",
  apply: (facts, asAt) => {
    const { livesIn, responsibleAuthority, move } = facts;
    const day = dayOf(asAt);
    if (responsibleAuthority !== "none") return undefined; // another clause speaks for those of whom there is one
    const about = subject("area", facts.area);
    if (typeof move !== "string" && move.on <= day) {
      if (onMoveFrom === "the-move") return governs(facts, move.to, `the child lives there since ${inWords(move.on)}`);
      if (move.acceptedOn === "not-recorded")
        return {
          effect: "unknown",
          missing: "whether the receiving area accepted",
          about,
          because: "It is not recorded whether the receiving area has accepted the lead.",
        };
      return isDoneBy(move.acceptedOn, day)
        ? governs(facts, move.to, `it accepted on ${inWords(move.acceptedOn)}, after the move of ${inWords(move.on)}`)
        : governs(facts, move.from, "the family has moved, and the receiving area has not accepted yet");
    }
    if (livesIn === "not-recorded")
      return {
        effect: "unknown",
        missing: "where the child lives",
        about,
        because: "It is not recorded in which area the child lives.",
      };
    return governs(facts, livesIn, "the child lives there, wherever school and services are");
  },
});

/** For a looked-after child or a care leaver the responsible authority governs, wherever the young person lives. */
export const responsibleAuthorityGoverns = (given: RuleHead): Governing => ({
  ...given,
  title: "The responsible authority governs for looked-after children and care leavers",
  force: "must",
  apply: (facts) => {
    const { responsibleAuthority } = facts;
    if (responsibleAuthority === "none") return undefined;
    if (responsibleAuthority === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether an authority is responsible for the child",
        about: subject("area", facts.area),
        because:
          "It is not recorded whether an authority is responsible for this child, as one is for a looked-after child or a care leaver.",
      };
    return governs(facts, responsibleAuthority, "it is the authority responsible for this child");
  },
});

/** A practitioner of another area who is on the team sees that case and no other. */
export const seesThisCaseOnly = (given: RuleHead): GateRule<OutOfAreaFacts> => ({
  ...given,
  title: "A practitioner of another area sees this case only",
  force: "must",
  apply: ({ practitioner, isOnTeam, asks }) => {
    const about = thePractitioner(practitioner);
    if (asks === "another-case")
      return {
        effect: "prevents",
        about,
        because: "A practitioner of another area sees the cases of the teams they are on, and no other.",
      };
    if (isOnTeam === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether this person is on the team",
        about,
        because: "It is not recorded whether this person is on the child's team.",
      };
    return isOnTeam
      ? { effect: "permits", about, because: "This person is on the child's team, and sees this case." }
      : { effect: "prevents", about, because: "This person is not on the child's team." };
  },
});

type Border = DutyRule<CrossBorderFacts>;
type Moved = Exclude<CrossBorderFacts["move"], string>;
const movedBy = ({ move }: CrossBorderFacts, day: LocalDate): Moved | undefined =>
  typeof move !== "string" && move.on <= day ? move : undefined;

/** Those who give direction on cases over a boundary owe it from the first working day after these days are up. */
function directionOwed(facts: CrossBorderFacts, lastDay: LocalDate, day: LocalDate, because: string): DutySaid | false {
  const from = workingDaysAfter(lastDay, 1, facts.calendar);
  if (from === "not-published" || day < from) return false;
  return {
    who: "steering-group",
    act: "cross-border.give-direction",
    due: "at-once",
    onAccountOf: "steering-group",
    about: thePlan(facts),
    because: `${because} It is listed with the steering group of the area that governs since ${inWords(from)}, which settles who leads.`,
  };
}

/** A case over a boundary with no agreed lead goes to those who give direction on it, and then it is theirs. */
export const escalateWithoutLead = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Border => ({
  ...given,
  title: "A case over a boundary without an agreed lead is taken up",
  force: "must",
  apply: (facts, asAt) => {
    const { noAgreedLeadSince: since, escalatedOn, calendar } = facts;
    const day = dayOf(asAt);
    if (!isDoneBy(since, day)) return undefined;
    const due = dueAfter(since, { count: workingDays, unit: "working-days" }, calendar);
    const isEscalated = isDoneBy(escalatedOn, day);
    const lastDay = isEscalated ? escalatedOn : due === "not-published" ? undefined : due.day;
    const listed =
      lastDay !== undefined &&
      directionOwed(facts, lastDay, day, `A case over a boundary has had no agreed lead since ${inWords(since)}.`);
    if (listed) return listed;
    if (isEscalated) return undefined;
    return {
      who: "line-managers-involved",
      act: "cross-border.escalate",
      due,
      ifMissed: "It is listed with the steering group of the area that governs at the start of the next working day.",
      onAccountOf: "line-managers-involved",
      about: thePlan(facts),
      because: `A case over a boundary has had no agreed lead since ${inWords(since)}: take it to the steering group of the area that governs.`,
    };
  },
});

/** After a move the old lead stays until the new one is active; no successor by then is listed with the steering group. */
export const successorAfterMove = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Border => ({
  ...given,
  title: "A successor is agreed soon after a move",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const move = movedBy(facts, day);
    if (move === undefined || isDoneBy(move.leadTransfer.acceptedOn, day)) return undefined;
    const due = dueAfter(move.on, { count: workingDays, unit: "working-days" }, facts.calendar);
    const why = `The family moved on ${inWords(move.on)}, and no lead of the new area is agreed; the present one stays.`;
    const listed = due !== "not-published" && directionOwed(facts, due.day, day, why);
    if (listed) return listed;
    return {
      who: "area-manager",
      act: "cross-border.agree-successor",
      due,
      ifMissed: "It is listed with the steering group of the area that governs at the start of the next working day.",
      onAccountOf: "area-manager",
      about: thePlan(facts),
      because: `The family moved on ${inWords(move.on)}. Agree who leads in the new area; the present lead stays until that person starts.`,
    };
  },
});

const isThrough = ({ acceptedOn, everyAttemptLogged }: Transfer, day: LocalDate) =>
  isDoneBy(acceptedOn, day) || everyAttemptLogged === true;

const transferOwed = (
  facts: CrossBorderFacts,
  move: Moved,
  whose: "lead" | "named-person",
  day: LocalDate,
): readonly DutySaid[] => {
  const transfer = whose === "lead" ? move.leadTransfer : move.namedPersonTransfer;
  if (isThrough(transfer, day)) return [];
  const who = whose === "lead" ? "lead-professional" : "named-person";
  const what = whose === "lead" ? "The plan and its co-ordination go" : "Core information goes";
  const state = isLocalDate(transfer.sentOn)
    ? `sent on ${inWords(transfer.sentOn)} and not yet accepted`
    : isKnown(transfer.receiver)
      ? "not yet sent"
      : `nobody found yet, after ${transfer.attempts.length} attempt${transfer.attempts.length === 1 ? "" : "s"}`;
  return [
    {
      who,
      ...(whose === "lead" && typeof facts.lead !== "string" ? { whoId: facts.lead.id } : {}),
      act: `cross-border.transfer-${whose}`,
      due: { day: move.on },
      ifMissed: "It stays open until somebody accepts, or every attempt to find somebody is written down.",
      onAccountOf: who,
      about: theChild(facts.child.id),
      because: `The family moved on ${inWords(move.on)}. ${what} to a named person in the new area: ${state}.`,
    },
  ];
};

/** When the family moves, plan and core information go to named people in the new area: each a transfer of its own, open until accepted. */
export const handOverOnMove = (
  given: RuleHead,
  { transfers }: { readonly transfers: readonly ("lead" | "named-person")[] },
): Border => ({
  ...given,
  title: "On a move the plan goes to a named person in the new area",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const move = movedBy(facts, day);
    return move === undefined ? undefined : transfers.flatMap((whose) => transferOwed(facts, move, whose, day));
  },
});

/** On a move sharing is settled first, the record goes over, and the receiving area looks at it within some days of having it. */
export const receivingAreaReviews = (given: RuleHead, { days }: { readonly days: number }): Border => ({
  ...given,
  title: "The receiving area reviews within some weeks",
  force: "should",
  apply: (facts, asAt) => {
    const move = movedBy(facts, dayOf(asAt));
    if (move === undefined) return undefined;
    const about = theChild(facts.child.id);
    if (!isLocalDate(move.sharingSettledOn))
      return {
        who: "lead-professional",
        act: "cross-border.settle-sharing",
        due: "at-once",
        onAccountOf: "lead-professional",
        about,
        because: "The family has moved: settle with them what goes to the receiving area before the record is sent.",
      };
    if (!isLocalDate(move.recordReceivedOn) || isLocalDate(move.reviewedOn)) return undefined;
    const due = addDays(move.recordReceivedOn, days);
    return {
      who: "area-manager",
      act: "cross-border.receiving-review",
      due: { day: due },
      onAccountOf: "area-manager",
      about,
      because: `The receiving area has the record since ${inWords(move.recordReceivedOn)}, and reviews and updates it by ${inWords(due)}. The outgoing lead stays the contact until theirs accepts.`,
    };
  },
});

/** A lead held for a child of another area counts in the worker's own area, for load and for supervision. */
export const countsWhereEmployed = (given: RuleHead): Border => ({
  ...given,
  title: "Leading for another area's child counts here",
  force: "must",
  apply: ({ area, livesIn, lead }) =>
    typeof lead === "string" || lead.area !== area || !isKnown(livesIn) || livesIn === area
      ? undefined
      : {
          who: "line-manager",
          act: "workload.count-lead",
          due: "at-once",
          onAccountOf: "line-manager",
          about: thePractitioner(lead.id),
          because:
            "This worker leads for a child who lives in another area. That area's rulebook governs; the lead counts in the worker's load and supervision here.",
        },
});

/** A child who travels has a named person for the stay, and a handing over on its expected last day. */
export const handOverAfterStay = (given: RuleHead): Border => ({
  ...given,
  title: "A child who travels is handed over at the end of the stay",
  force: "must",
  apply: (facts, asAt) => {
    const { stay } = facts;
    if (typeof stay === "string" || dayOf(asAt) < stay.from) return undefined;
    const about = theChild(facts.child.id);
    const owed = { who: "area-manager", onAccountOf: "area-manager", about } as const;
    const next = isKnown(stay.nextArea)
      ? "to the next area"
      : "to wherever the family says it goes next; the next area is not known";
    return [
      ...(isKnown(stay.namedPerson)
        ? []
        : [
            {
              ...owed,
              act: "named-person.for-the-stay",
              due: "at-once" as const,
              because: `The child stays here since ${inWords(stay.from)}: name a named person for the stay.`,
            },
          ]),
      ...(isLocalDate(stay.handedOverOn)
        ? []
        : [
            {
              ...owed,
              act: "named-person.hand-over-after-stay",
              due: isLocalDate(stay.expectedLastDay) ? { day: stay.expectedLastDay } : ("unknown" as const),
              because: isLocalDate(stay.expectedLastDay)
                ? `The stay is expected to end on ${inWords(stay.expectedLastDay)}: hand over ${next}.`
                : `Nobody knows yet when the stay ends. Ask, and then hand over ${next}.`,
            },
          ]),
    ];
  },
});

/** The record stays open until whoever takes over has accepted, or every attempt to find somebody is written down. */
export const acceptedBeforeClosing = (
  given: RuleHead,
  { transfers }: { readonly transfers: readonly ("lead" | "named-person")[] },
): GateRule<CloseAfterMoveFacts> => ({
  ...given,
  title: "After a move the record closes when the new area has accepted",
  force: "must",
  apply: (facts, asAt) =>
    transfers.map((whose): GateSaid => {
      const { acceptedOn, everyAttemptLogged } = whose === "lead" ? facts.leadTransfer : facts.namedPersonTransfer;
      const about = theChild(facts.child.id);
      const what = whose === "lead" ? "the plan" : "core information";
      if (isDoneBy(acceptedOn, dayOf(asAt)))
        return { effect: "permits", about, because: `The new area accepted ${what} on ${inWords(acceptedOn)}.` };
      if (everyAttemptLogged === true)
        return {
          effect: "permits",
          about,
          because: `Nobody was found to take ${what} over, and every attempt is written down.`,
        };
      if (acceptedOn === "not-recorded")
        return {
          effect: "unknown",
          missing: `whether the new area accepted ${what}`,
          about,
          because: `It is not recorded whether the new area accepted ${what}.`,
        };
      return {
        effect: "prevents",
        about,
        because: `Nobody in the new area has accepted ${what}: the transfer stays open until somebody does, or every attempt is written down.`,
      };
    }),
});
