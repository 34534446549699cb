import { z } from "zod";
import { IdempotencyKeySchema, IdSchema, VersionSchema } from "../kernel/id.ts";
import { workingLifeDay } from "../kernel/plausible-day.ts";
import { limits, line, optional, prose } from "../kernel/text.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { disputeKinds, groupItemReasons } from "../vocabulary/disputes.ts";
import {
  aboutYoungOffender,
  groupBodies,
  groupSeats,
  groupServices,
  reportersParts,
  seatHoldings,
  sitsFor,
  waysTried,
} from "../vocabulary/group-items.ts";
import { codesOf } from "../vocabulary/term.ts";

const words = (enter: string) => prose({ max: limits.prose, enter });
/** A day that may be left out; a field that was emptied again is as if it were. */
const dayOrNone = (enter: string) =>
  z.union([z.literal("").transform(() => undefined), workingLifeDay(enter)]).optional();

const asked = {
  body: z.enum(codesOf(groupBodies), { error: "Choose which group it comes before" }),
  reason: z.enum(codesOf(groupItemReasons), { error: "Choose why it comes before the group" }),
  /** What the group is asked to do. */
  about: words("Enter what the group is asked to decide"),
  /** The action of the plan that it is about, where it is about one. */
  actionId: IdSchema.optional(),
  youngOffender: z.enum(codesOf(aboutYoungOffender), { error: "Say whether it is about a young offender" }),
  triedLocally: optional(words("Enter what was tried locally")),
  disagreement: z.enum(codesOf(disputeKinds), { error: "Choose what the disagreement is about" }).optional(),
  /** What was tried to settle a disagreement: one line for each way, with its day and what came of it. */
  tried: z
    .array(
      z.object({
        way: z.enum(codesOf(waysTried)),
        was: z.enum(["yes", "no"], { error: "Say whether it was tried" }).optional(),
        on: dayOrNone("Enter the day it was tried"),
        result: optional(words("Enter what came of it")),
      }),
    )
    .max(4),
};

type Asked = z.output<z.ZodObject<typeof asked>>;

/** What belongs to a reason is said with it: what was tried locally, or which disagreement it is and what was tried. */
function saysWhatBelongs(
  { reason, triedLocally, youngOffender, disagreement, tried }: Asked,
  context: z.RefinementCtx,
) {
  const ask = (path: (string | number)[], message: string) => context.addIssue({ code: "custom", path, message });
  if (reason === "beyond-area-resources" && triedLocally === undefined)
    ask(["triedLocally"], "Enter what was tried locally");
  if (reason === "youth-justice" && youngOffender === "none")
    ask(["youngOffender"], "Choose which of the four kinds it is");
  if (reason !== "disagreement") return;
  if (disagreement === undefined) ask(["disagreement"], "Choose what the disagreement is about");
  for (const [at, { was, on, result }] of tried.entries()) {
    if (was === undefined) ask(["tried", at, "was"], "Say whether it was tried");
    if (was === "yes" && on === undefined) ask(["tried", at, "on"], "Enter the day it was tried");
    if (was === "yes" && result === undefined) ask(["tried", at, "result"], "Enter what came of it");
  }
}

/** What the form asks of whoever wants an item of the group. */
export const GroupItemOnScreen = z.object(asked).superRefine(saysWhatBelongs);

/** Ask for an item of the Service Managers' Group: it reaches the area's co-ordinator (HIG-172, HIG-173, HIG-175, HIG-180). */
export const AskForGroupItem = z
  .object({ idempotencyKey: IdempotencyKeySchema, planId: IdSchema, childId: IdSchema, ...asked })
  .superRefine(saysWhatBelongs);
export type AskForGroupItem = z.infer<typeof AskForGroupItem>;

const toItem = { idempotencyKey: IdempotencyKeySchema, groupItemId: IdSchema, version: VersionSchema };

/** Place an item on the agenda of a meeting, or move it to another one. */
export const PlaceGroupItem = z.object({
  ...toItem,
  meetingId: z.uuid({ error: "Choose the meeting" }),
});
export type PlaceGroupItem = z.infer<typeof PlaceGroupItem>;

const because = { because: words("Enter why") };
export const BecauseOnScreen = z.object(because);

/** Take an item off the agenda, give it back to whoever asked, or take back what one asked for: each with why. */
export const MoveGroupItem = z.object({ ...toItem, ...because });
export type MoveGroupItem = z.infer<typeof MoveGroupItem>;

const housing = {
  matters: z.enum(["yes", "no"], { error: "Say whether housing matters to this item" }),
  why: optional(words("Enter why housing matters to it")),
  invitedOn: dayOrNone("Enter the day the Area Housing Manager was invited"),
};
type Housing = z.output<z.ZodObject<typeof housing>>;
function saysWhy({ matters, why }: Housing, context: z.RefinementCtx) {
  if (matters === "yes" && why === undefined)
    context.addIssue({ code: "custom", path: ["why"], message: "Enter why housing matters to it" });
}
export const HousingOnScreen = z.object(housing).superRefine(saysWhy);

/** Say whether housing matters to an item and why, and when the Area Housing Manager was invited to it (HIG-179). */
export const MarkHousing = z.object({ ...toItem, ...housing }).superRefine(saysWhy);
export type MarkHousing = z.infer<typeof MarkHousing>;

const invited = { invitedOn: workingLifeDay("Enter the day the Children's Reporter was invited") };
export const ReporterOnScreen = z.object(invited);

/** Record that the Children's Reporter was invited to an item about a young offender (HIG-178). */
export const InviteReporter = z.object({ ...toItem, ...invited });
export type InviteReporter = z.infer<typeof InviteReporter>;

const decided = {
  present: z
    .array(
      z.object({
        service: z.enum(codesOf(groupServices)),
        by: z.enum(codesOf(sitsFor), { error: "Say who took part for this service" }),
      }),
    )
    .max(4),
  reportersPart: z.enum(codesOf(reportersParts), { error: "Say whether the Children's Reporter was there" }).optional(),
  /** The Reporter's view, or why they were not there. */
  reportersWords: optional(words("Enter the view, or why they were not there")),
  decision: words("Enter what the group decided"),
  ownerAgency: z.enum(codesOf(agencyKinds), { error: "Choose which service sees to it" }),
  dueOn: workingLifeDay("Enter the day by which it is done"),
};
type Decided = z.output<z.ZodObject<typeof decided>>;
const takesWords: readonly unknown[] = ["sent-written-view", "absent-with-reason"];
function saysReportersWords({ reportersPart, reportersWords }: Decided, context: z.RefinementCtx) {
  if (takesWords.includes(reportersPart) && reportersWords === undefined)
    context.addIssue({
      code: "custom",
      path: ["reportersWords"],
      message: "Enter the view, or why they were not there",
    });
}
export const GroupDecisionOnScreen = z.object(decided).superRefine(saysReportersWords);

/** Record what the group decided: who took part, what, which service sees to it and by when (HIG-159, HIG-177, HIG-181). */
export const DecideGroupItem = z.object({ ...toItem, ...decided }).superRefine(saysReportersWords);
export type DecideGroupItem = z.infer<typeof DecideGroupItem>;

const meeting = { heldOn: workingLifeDay("Enter the day of the meeting") };
export const GroupMeetingOnScreen = z.object(meeting);

/** Set the day of a meeting of the group: its agenda opens. */
export const ArrangeGroupMeeting = z.object({ idempotencyKey: IdempotencyKeySchema, ...meeting });
export type ArrangeGroupMeeting = z.infer<typeof ArrangeGroupMeeting>;

/** Publish the agenda of a meeting, once everybody who has to be invited is (HIG-178, HIG-179). */
export const PublishAgenda = z.object({
  idempotencyKey: IdempotencyKeySchema,
  meetingId: IdSchema,
  version: VersionSchema,
});
export type PublishAgenda = z.infer<typeof PublishAgenda>;

const seat = {
  seat: z.enum(codesOf(groupSeats), { error: "Choose the seat" }),
  holding: z.enum(codesOf(seatHoldings), { error: "Choose whether they hold the seat or are the deputy" }),
  practitionerId: z.uuid({ error: "Choose who is named" }),
};

/** Name who holds a seat of the group, is its deputy, or is the area's co-ordinator (HIG-160, HIG-177). */
export const NameSeat = z.object({ idempotencyKey: IdempotencyKeySchema, ...seat });
export type NameSeat = z.infer<typeof NameSeat>;
export const SeatOnScreen = z.object({ practitionerId: seat.practitionerId });

/** End that somebody is named for a seat. */
export const EndSeat = z.object({
  idempotencyKey: IdempotencyKeySchema,
  seatId: IdSchema,
  because: line({ max: limits.line, enter: "Enter why it ends" }),
});
export type EndSeat = z.infer<typeof EndSeat>;
export const EndSeatOnScreen = EndSeat.pick({ because: true });
