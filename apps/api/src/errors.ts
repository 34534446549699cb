import { DomainError, type Refusal } from "@linchpin/domain";
import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/unstable-core-do-not-import";
import { codeOf, constraintOf } from "./db/asking.ts";
import { isOutOfTime } from "./db/limits.ts";

/** A refusal without a line here does not compile. */
const codeFor = {
  "not-visible": "NOT_FOUND", // never reveal that a record exists
  "not-allowed": "FORBIDDEN",
  "changed-since": "CONFLICT",
  already: "CONFLICT",
  "rule-prevents": "UNPROCESSABLE_CONTENT",
  input: "BAD_REQUEST",
  "too-many": "SERVICE_UNAVAILABLE", // the database was too busy: nothing the sender did wrong
  "signed-out": "UNAUTHORIZED",
} satisfies Record<Refusal["kind"], TRPC_ERROR_CODE_KEY>;

/** What a constraint of the database says, where two changes raced and one lost. */
const alreadySaid: Readonly<Record<string, string>> = {
  one_open_proposal_per_plan: "Somebody has already proposed a lead professional for this plan. Open that proposal.",
  one_lead_at_a_time: "This plan has a lead professional already. Reload the page to see who it is.",
  one_lead_answers_for_a_child:
    "Another lead professional already answers for this child. Reload the page to see who it is.",
  one_named_person_at_a_time: "This child has another named person for these days. Reload the page to see who it is.",
  one_deputy_at_a_time: "Somebody else was just recorded as deputy. Look at who it is, then change it.",
  one_acts_at_a_time: "Somebody already acts for the lead professional on these days.",
  one_contact_of_record: "The contact for this plan changed a moment ago. Reload the page and try again.",
  held_back_once: "This is recorded already. Reload the page to see it.",
  one_part_at_a_time: "This person has this part in the case already. Reload the page to see until when.",
  one_supervision_at_a_time: "Somebody settled this a moment ago. Reload the page to see how.",
  one_emergency_at_a_time: "You have opened this record in an emergency already. Reload the page to see until when.",
  one_restriction_of_a_kind: "This is restricted already. Reload the page to see how.",
  sealing_asked_once: "Somebody has asked for this record to be sealed already. Open what they asked, and decide.",
  reader_named_once: "This person may know already. Reload the page to see who may.",
  one_answer_to_a_question:
    "This answer is recorded for some of these days already. Take it back first, or enter other days.",
  released_once: "This was released to this person already. Reload the page to see it.",
  on_a_plan_once: "This person is on the plan already. Reload the page to see who works on it.",
  one_exception_at_a_time: "An exception for this person and plan holds on some of these days already.",
  one_status_of_a_kind:
    "This status is recorded for some of these days already. Correct that one or end it, or enter other days.",
  one_place_on_a_roll: "A child is on this roll on some of these days already. Enter a later first day on the roll.",
  one_post_at_a_time: "This person holds this post on some of these days already.",
  departure_decided_once: "Somebody decided this a moment ago. Reload the page to see how.",
  departure_ended_once: "Somebody ended this a moment ago. Reload the page to see from when.",
  named_senior_manager_once: "This person is named for some of these days already. Reload the page to see for which.",
  one_leave_of_a_kind: "Leave of this kind is recorded for some of these days already.",
  one_chosen_contact_at_a_time: "Somebody is recorded here already. End that first, then record the new person.",
  one_in_a_seat_at_a_time: "Somebody is named for this seat already. End that first, then name the new person.",
  one_seat_a_person: "This person is named for a seat already. End that first, or name somebody else.",
  one_meeting_a_day: "There is a meeting on this day already. Reload the page to see its agenda.",
  common_entry_is_put_right_once: "Somebody put this right a moment ago. Reload the page to see how it reads now.",
  sibling_flag_hold_is_ended_once:
    "They may hear of it again already. Reload the page to see from whom it is held back.",
  sibling_said_is_taken_back_once: "This was taken back a moment ago. Reload the page to see who is on record.",
  invited_once: "This person has been invited already. Reload the page for the link to give them.",
  child_access_once: "Somebody else did the same a moment ago. Reload the page to see it.",
  child_reference_is_one_childs:
    "Another record already has this reference. Check it with whoever gave it to you, then enter it again.",
  child_reference_once: "Somebody recorded this reference a moment ago. Reload the page to see it.",
  child_identifier_is_one_childs: "Another record already has this number.",
};

const busy: Refusal = {
  kind: "too-many",
  because: "Linchpin is busy, and nothing was saved. Wait a minute, then try again.",
};

/** Takes whatever was thrown; gives the refusal in it, or undefined where it is a fault of ours. */
export function refusalIn(error: unknown): Refusal | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1)
    if (at instanceof DomainError) return at.refusal;
  const raised = error instanceof TRPCError ? error.cause : error; // transport has a code of its own
  const said = alreadySaid[constraintOf(raised) ?? ""];
  if (said !== undefined && ["23P01", "23505"].includes(codeOf(raised) ?? ""))
    return { kind: "already", because: said };
  return isOutOfTime(raised) ? busy : undefined;
}

/** The refusal as transport. What it came from goes along beneath it, for the log. */
export const asTransport = (refusal: Refusal, cause: unknown): TRPCError =>
  new TRPCError({
    code: codeFor[refusal.kind],
    message: refusal.kind,
    cause: cause instanceof DomainError ? cause : Object.assign(new DomainError(refusal), { cause }),
  });

/** What was thrown where no procedure is at work yet, or any more: its refusal as transport, or a fault as it is. */
export function asThrown(error: unknown): unknown {
  const refusal = refusalIn(error);
  return refusal === undefined ? error : asTransport(refusal, error);
}

/** Whether an answer says that we could not, and not that they may not: it goes into the log with what it came from. */
export const isFault = ({ code }: TRPCError): boolean =>
  code === "INTERNAL_SERVER_ERROR" || code === codeFor["too-many"];
