import {
  DomainError,
  deniedBecause,
  groupServices,
  IdSchema,
  InviteReporter,
  inWords,
  MarkHousing,
  MoveGroupItem,
  PlaceGroupItem,
  planKinds,
} from "@linchpin/domain";
import { z } from "zod";
import { childInList } from "../../child-in-list.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { beginRelations, endRelations } from "../../relations.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { followDispute } from "./dispute-of-plan.ts";
import { askToPlace, askToPublish, notNow, refused } from "./group-rules.ts";
import {
  endSitting,
  hearOfItem,
  type ItemRow,
  itemRows,
  lockItem,
  moveItem,
  untilMeetingIsOver,
} from "./item-store.ts";
import { itemView } from "./item-view.ts";
import { lockMeeting, meetingRows } from "./meeting-store.ts";
import { holdGroup, seatRows } from "./seat-store.ts";
import { coordinatorAmong, earlier } from "./seats.ts";
import { ItemDone, ItemToDecideView } from "./views.ts";

/** An item for whoever has it before them; held at the version that was seen, where it is changed. */
export async function itemBefore(
  records: Records,
  of: { readonly groupItemId: string; readonly version?: number },
): Promise<ItemRow> {
  const [row] = await itemRows(records, { groupItemId: of.groupItemId });
  if (row === undefined) throw new DomainError({ kind: "not-visible", what: "item" });
  await records.authorise(row.childId);
  if (of.version !== undefined) await lockItem(records, row, of.version);
  return row;
}

/** One item with what can be done to it. */
export const one = practitionerProcedure("group-item.read")
  .input(z.object({ groupItemId: IdSchema }))
  .output(ItemToDecideView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const row = await itemBefore(records, input);
      const seats = await seatRows(records, row.heldOn === null ? "now" : { on: row.heldOn });
      const nameOf = (service: string, holding: string) =>
        seats.find((seat) => seat.seat === service && seat.holding === holding)?.name;
      const control = (act: "group-item.keep" | "group-item.decide") => {
        const denial = deniedBecause(act, records.who.role, row.bases);
        return denial === undefined ? { may: true } : { may: false, why: denial.words };
      };
      return {
        item: {
          ...itemView(records, row),
          child: childInList(records, { ...row, name: row.childName }),
        },
        planTitle: planKinds[row.planKind].label,
        meetings: (await meetingRows(records))
          .filter(({ heldOn }) => heldOn >= records.today)
          .map(({ meetingId, heldOn }) => ({ meetingId, heldOn })),
        seats: Object.entries(groupServices).map(([code, { label }]) => {
          const [holder, deputy] = [nameOf(code, "holder"), nameOf(code, "deputy")];
          return {
            service: { code, label },
            ...(holder === undefined ? {} : { holder }),
            ...(deputy === undefined ? {} : { deputy }),
          };
        }),
        may: { keep: control("group-item.keep"), decide: control("group-item.decide") },
      };
    }),
  );

/**
 * Tells those who may hear of an item at the plan: whoever acts for its lead or is its contact, and who asked, while they
 * may read why it comes. Who owns the action it is about hears what was decided (HIG-181), and nothing before.
 */
export async function tellThePlan(records: Records, row: ItemRow, act: string, words: string): Promise<void> {
  const people = await hearOfItem(records, row, { isDecided: act === "group-item.decided" });
  await tell(
    records,
    people
      .filter((practitionerId) => practitionerId !== records.who.practitionerId)
      .map((practitionerId) => ({
        practitionerId,
        childId: row.childId,
        planId: row.planId,
        act,
        words,
        link: linkTo.plan(row.planId),
      })),
  );
}

/** Places an item on the agenda of a meeting, or moves it: those who sit see it from now until the meeting's day is over. */
export const place = practitionerProcedure("group-item.keep")
  .input(PlaceGroupItem)
  .output(ItemDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await holdGroup(records);
      const row = await itemBefore(records, input);
      const seats = await seatRows(records, "now");
      const decision = askToPlace(records, row, coordinatorAmong(seats)?.practitionerId === records.who.practitionerId);
      if (decision.answer !== "permits") throw new DomainError({ kind: "rule-prevents", decision });
      const meeting = await lockMeeting(records, input.meetingId);
      if (meeting.heldOn < records.today) refuseInput("meetingId", "Choose a meeting that is still to come");
      if (row.state === "on-agenda" && row.meetingId === meeting.meetingId)
        refuseInput("meetingId", "It is on the agenda of this meeting already");
      if (meeting.publishedAt !== null) refused([askToPublish(records, row)]);
      await moveItem(records, row, input.version, {
        state: "on-agenda",
        meetingId: meeting.meetingId,
        placedBy: records.who.practitionerId,
        placedAt: records.now,
        because: null,
      });
      const { childId, planId, groupItemId: sourceId } = row;
      const day = inWords(meeting.heldOn);
      await records.keep({
        childId,
        planId,
        act: "group-item.placed",
        title: `On the agenda of the Service Managers' Group of ${day}`,
        decisions: [decision],
      });
      await endSitting(records, [sourceId], "those who sit");
      const sit = seats.filter(({ seat }) => seat !== "coordinator");
      await beginRelations(
        records,
        sit.map(({ practitionerId, until }) => ({
          practitionerId,
          childId,
          basis: "forum-member",
          sourceId,
          until: earlier(untilMeetingIsOver(meeting.heldOn), until),
        })),
      );
      await tell(
        records,
        sit.map(({ practitionerId }) => ({
          practitionerId,
          childId,
          act: "group-item.placed",
          words: `An item is on the agenda of the Service Managers' Group of ${day}.`,
          link: linkTo.group,
        })),
      );
      await tellThePlan(
        records,
        row,
        "group-item.placed",
        `An item about one child's plan is on the agenda of the Service Managers' Group of ${day}.`,
      );
      return { groupItemId: sourceId };
    }),
  );

/** Takes an item off the agenda: those who sit see it no longer, and it stays with the co-ordinator. */
export const takeOff = practitionerProcedure("group-item.keep")
  .input(MoveGroupItem)
  .output(ItemDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await itemBefore(records, input);
      if (row.state !== "on-agenda") throw notNow("group-item.keep", "This item is on no agenda. Reload the page.");
      await moveItem(records, row, input.version, { state: "asked", meetingId: null, because: input.because });
      await records.keep({
        childId: row.childId,
        planId: row.planId,
        act: "group-item.taken-off",
        title: "Taken off the agenda of the Service Managers' Group",
      });
      await tellThePlan(
        records,
        row,
        "group-item.taken-off",
        "An item about one child's plan was taken off the agenda of the Service Managers' Group.",
      );
      await endSitting(records, [row.groupItemId], "those who sit");
      return { groupItemId: row.groupItemId };
    }),
  );

/** Gives an item back to whoever asked, with what is missing. The plan closes to the co-ordinator in the same second. */
export const giveBack = practitionerProcedure("group-item.keep")
  .input(MoveGroupItem)
  .output(ItemDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await itemBefore(records, input);
      await moveItem(records, row, input.version, { state: "returned", because: input.because });
      await records.keep({
        childId: row.childId,
        planId: row.planId,
        act: "group-item.returned",
        title: "The co-ordinator gave back an item asked for at the Service Managers' Group",
      });
      await tellThePlan(
        records,
        row,
        "group-item.returned",
        "The co-ordinator gave back an item about one child's plan, with what is missing.",
      );
      await followDispute(records, row);
      await endRelations(records, [row.groupItemId]);
      return { groupItemId: row.groupItemId };
    }),
  );

const notToCome = (records: Records, path: string, day: string | undefined) => {
  if (day !== undefined && day > records.today) refuseInput(path, "Enter a day that is not in the future");
};

/** Says whether housing matters to an item and why, and when the Area Housing Manager was invited to it. */
export const markHousing = practitionerProcedure("group-item.keep")
  .input(MarkHousing)
  .output(ItemDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await itemBefore(records, input);
      const matters = input.matters === "yes";
      notToCome(records, "invitedOn", matters ? input.invitedOn : undefined);
      await moveItem(records, row, input.version, {
        housing: input.matters,
        housingWhy: matters ? (input.why ?? null) : null,
        housingInvitedOn: matters ? (input.invitedOn ?? null) : null,
      });
      await records.keep({
        childId: row.childId,
        planId: row.planId,
        act: "group-item.housing",
        title: matters
          ? `Housing matters to the item of the Service Managers' Group${input.invitedOn === undefined ? "" : "; the Area Housing Manager is invited to it"}`
          : "Housing does not matter to the item of the Service Managers' Group",
      });
      return { groupItemId: row.groupItemId };
    }),
  );

/** Records when the Children's Reporter was invited to an item about a young offender. */
export const inviteReporter = practitionerProcedure("group-item.keep")
  .input(InviteReporter)
  .output(ItemDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await itemBefore(records, input);
      if (row.youngOffender === "none")
        throw notNow(
          "group-item.keep",
          "This item is about no young offender: the Children's Reporter is invited to those.",
        );
      notToCome(records, "invitedOn", input.invitedOn);
      await moveItem(records, row, input.version, { reporterInvitedOn: input.invitedOn });
      await records.keep({
        childId: row.childId,
        planId: row.planId,
        act: "group-item.reporter-invited",
        title: `The Children's Reporter was invited on ${inWords(input.invitedOn)} to the item of the Service Managers' Group`,
      });
      return { groupItemId: row.groupItemId };
    }),
  );
