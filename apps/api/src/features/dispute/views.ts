import { z } from "zod";
import { ChildInList, ColleagueView, ControlView, PersonView, TermView } from "../../views.ts";

/** Somebody named for a seat, and since when; the day and the reason where it has ended. */
export const SeatHolderView = z.object({
  seatId: z.string(),
  who: PersonView.extend({ postTitle: z.string().optional(), agency: z.string().optional() }),
  since: z.string(),
  ended: z.object({ on: z.string(), because: z.string() }).optional(),
  /** False where they hold no post here any more. */
  isAtWork: z.boolean(),
});

export const SeatsView = z.object({
  /** False where the area's documents know no such group. */
  hasGroup: z.boolean(),
  seats: z.array(
    z.object({
      seat: TermView,
      holder: SeatHolderView.optional(),
      /** Left out for the co-ordinator, whom nobody deputises for. */
      deputy: SeatHolderView.optional(),
      takesDeputy: z.boolean(),
      before: z.array(SeatHolderView.extend({ holding: TermView })),
      keep: ControlView,
    }),
  ),
  /** What is vacant, in sentences. */
  alerts: z.array(z.string()),
});
export type SeatsView = z.infer<typeof SeatsView>;

/** An item of the group. What was said of why it comes is left out for whoever only reads what was decided. */
export const GroupItemView = z.object({
  groupItemId: z.string(),
  version: z.int(),
  planId: z.string(),
  state: TermView,
  body: TermView,
  asked: z
    .object({
      by: PersonView,
      at: z.string(),
      reason: TermView,
      about: z.string(),
      youngOffender: TermView,
      triedLocally: z.string().optional(),
      disagreement: TermView.optional(),
      tried: z.array(z.object({ way: TermView, on: z.string(), result: z.string() })),
      housing: z
        .object({ matters: z.boolean(), why: z.string().optional(), invitedOn: z.string().optional() })
        .optional(),
      reporter: z
        .object({ invitedOn: z.string().optional(), part: TermView.optional(), words: z.string().optional() })
        .optional(),
      /** Why it was given back, taken back or taken off the agenda. */
      because: z.string().optional(),
    })
    .optional(),
  action: z.object({ actionId: z.string(), what: z.string() }).optional(),
  meeting: z.object({ meetingId: z.string(), heldOn: z.string(), isPublished: z.boolean() }).optional(),
  decided: z
    .object({
      on: z.string(),
      decision: z.string(),
      owner: TermView,
      dueOn: z.string(),
      present: z.array(z.object({ service: TermView, by: TermView, name: z.string().optional() })),
      recordedBy: PersonView,
    })
    .optional(),
});
export type GroupItemView = z.infer<typeof GroupItemView>;

export const ItemsOfPlanView = z.object({
  hasGroup: z.boolean(),
  childName: z.string(),
  planTitle: z.string(),
  /** Whom a request reaches; left out where nobody is named. */
  coordinator: ColleagueView.pick({ practitionerId: true, name: true }).optional(),
  items: z.array(GroupItemView.extend({ withdraw: ControlView })),
  actions: z.array(z.object({ actionId: z.string(), what: z.string() })),
  ask: ControlView,
});
export type ItemsOfPlanView = z.infer<typeof ItemsOfPlanView>;

/** An item on somebody's desk: with the child it is about. */
export const ItemOnDeskView = GroupItemView.extend({ child: ChildInList });

export const AgendaView = z.object({
  hasGroup: z.boolean(),
  coordinator: PersonView.optional(),
  isYours: z.boolean(),
  alerts: z.array(z.string()),
  /** What was asked for and is on no agenda; the longest waiting first. */
  requests: z.array(ItemOnDeskView),
  /** Meetings to come and of the last months, the next one first. */
  meetings: z.array(
    z.object({
      meetingId: z.string(),
      version: z.int(),
      heldOn: z.string(),
      isPast: z.boolean(),
      publishedOn: z.string().optional(),
      items: z.array(ItemOnDeskView),
      /** How many were decided: what was decided is on the plans. */
      decided: z.int(),
    }),
  ),
  keep: ControlView,
});
export type AgendaView = z.infer<typeof AgendaView>;

/** One item with all that is done to it: by the co-ordinator, and by those who sit when it is taken. */
export const ItemToDecideView = z.object({
  item: ItemOnDeskView,
  planTitle: z.string(),
  meetings: z.array(z.object({ meetingId: z.string(), heldOn: z.string() })),
  seats: z.array(z.object({ service: TermView, holder: z.string().optional(), deputy: z.string().optional() })),
  may: z.object({ keep: ControlView, decide: ControlView }),
});
export type ItemToDecideView = z.infer<typeof ItemToDecideView>;

export const SeatDone = z.object({ seat: z.string() });
export const MeetingDone = z.object({ meetingId: z.string() });
export const ItemDone = z.object({ groupItemId: z.string() });
