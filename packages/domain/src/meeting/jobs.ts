import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theMeeting, thePractitioner } from "../kernel/subject.ts";
import { type MeetingJob, meetingJobs } from "../vocabulary/meetings.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { JobsFacts } from "./model.ts";

type Jobs = GateRule<JobsFacts>;
const holdersOf = (facts: JobsFacts): Readonly<Record<MeetingJob, string>> => ({
  chair: facts.chair,
  notes: facts.notes,
  "family-support": facts.familySupport,
});

/** The jobs of the meeting that the lead professional holds; none where nobody leads. */
const heldByLead = (facts: JobsFacts): readonly MeetingJob[] =>
  isKnown(facts.lead) ? codesOf(meetingJobs).filter((job) => holdersOf(facts)[job] === facts.lead) : [];

const leadNotRecorded = (facts: JobsFacts): GateSaid =>
  sayOf(theMeeting(facts)).unknown(
    "who leads",
    "It is not recorded who leads, so it cannot be said who may hold what.",
  );

/** At one meeting the lead professional cannot support the family, chair and take notes. */
export const leadHoldsNotAll = (given: RuleHead): Jobs => ({
  ...given,
  title: "The lead does not hold all three jobs",
  force: "must",
  apply: (facts) => {
    if (facts.lead === "none") return undefined;
    if (facts.lead === "not-recorded") return leadNotRecorded(facts);
    const say = sayOf(thePractitioner(facts.lead));
    return heldByLead(facts).length === 3
      ? say.prevents(
          "The lead professional cannot support the family, chair and take notes at one meeting: someone else must take notes.",
        )
      : say.permits("The lead professional does not hold all three jobs of the meeting.");
  },
});

/** Two jobs in the lead's hand are a warning: it is said why, and the notes were offered to somebody else first. */
export const twoJobsAreAWarning = (given: RuleHead): Jobs => ({
  ...given,
  title: "Two jobs in the lead's hand are a warning",
  apply: (facts) => {
    const held = heldByLead(facts);
    if (held.length !== 2) return undefined;
    const offered =
      facts.notesOfferedTo === "not-recorded" ? [] : facts.notesOfferedTo.filter((id) => id !== facts.lead);
    const asksForOffer = held.includes("notes") && offered.length === 0;
    const words = held.map((job) => meetingJobs[job].label).join(" and ");
    return sayOf(thePractitioner(facts.lead)).permitsIf(
      [
        ...(asksForOffer
          ? [
              {
                what: "evidence",
                from: "lead-professional",
                for: "that somebody else at the meeting was offered the notes first",
                code: "notes-offered",
              } as const,
            ]
          : []),
        {
          what: "reason",
          from: "lead-professional",
          for: "why nobody else takes one of the two jobs",
          code: "two-jobs",
        },
      ],
      `The lead professional is to ${words}. That is much for one person: ask somebody else to take one of the two.`,
    );
  },
});

/** Each job has somebody by name; everybody else at the meeting is asked to take one. */
export const eachJobIsTaken = (given: RuleHead): Jobs => ({
  ...given,
  title: "Each job of the meeting has somebody",
  force: "should",
  apply: (facts): readonly GateSaid[] => {
    const say = sayOf(theMeeting(facts));
    return codesOf(meetingJobs).map((job) => {
      const { label } = meetingJobs[job];
      const holder = holdersOf(facts)[job];
      if (holder === "not-recorded")
        return say.unknown(`who is to ${label}`, `It is not recorded who is to ${label} at this meeting.`);
      return holder === "none"
        ? say.permitsIf(
            [{ what: "agreement", from: "practitioners-involved", for: `to ${label}`, code: `job:${job}` }],
            `Nobody is to ${label} yet. Everybody else at the meeting is expected to help: offer it to them.`,
          )
        : sayOf(thePractitioner(holder)).permits(`There is somebody to ${label} at this meeting.`);
    });
  },
});

/** Whoever takes the minutes neither leads nor chairs. */
export const minuteTakerStandsApart = (given: RuleHead): Jobs => ({
  ...given,
  title: "The minutes are taken by somebody who neither leads nor chairs",
  force: "should",
  apply: (facts): GateSaid => {
    const { notes, lead, chair } = facts;
    const meeting = sayOf(theMeeting(facts));
    if (notes === "not-recorded")
      return meeting.unknown("who is to take notes", "It is not recorded who takes the minutes of this meeting.");
    if (notes === "none")
      return meeting.permitsIf(
        [{ what: "agreement", from: "administrator", for: "to take the minutes", code: "job:notes" }],
        "Nobody takes the minutes yet: ask administration, or somebody who neither leads nor chairs.",
      );
    const say = sayOf(thePractitioner(notes));
    if (notes === lead) return say.prevents("Whoever leads cannot take the minutes: someone else must take notes.");
    if (notes === chair) return say.prevents("Whoever chairs cannot take the minutes: someone else must take notes.");
    if (lead === "not-recorded") return leadNotRecorded(facts);
    if (chair === "not-recorded")
      return meeting.unknown("who is to chair", "It is not recorded who chairs, so it cannot be said who takes notes.");
    return say.permits("The minutes are taken by somebody who neither leads nor chairs.");
  },
});
