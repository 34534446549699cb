import { ArrangeGroupMeeting, addDays, DomainError, deniedBecause, inWords, PublishAgenda } from "@linchpin/domain";
import { childInList } from "../../child-in-list.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { askToPublish, hasGroup, notNow, refused, refuseWithoutGroup } from "./group-rules.ts";
import { type ItemRow, itemRows } from "./item-store.ts";
import { itemView } from "./item-view.ts";
import { addMeeting, lockMeeting, meetingRows, publishMeeting } from "./meeting-store.ts";
import { type SeatRow, seatRows } from "./seat-store.ts";
import { coordinatorAmong, vacantSeats } from "./seats.ts";
import { AgendaView, MeetingDone } from "./views.ts";

const mine = ({ who }: Records, seats: readonly SeatRow[]): boolean =>
  coordinatorAmong(seats)?.practitionerId === who.practitionerId;

/** The group's meetings with what is before the caller at each, and what waits on the co-ordinator's desk. */
export const list = practitionerProcedure("group.agenda.read")
  .output(AgendaView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      if (!hasGroup(records))
        return {
          hasGroup: false,
          isYours: false,
          alerts: [],
          requests: [],
          meetings: [],
          keep: { may: false, why: "The documents of this area know no such group." },
        };
      const seats = await seatRows(records, "now");
      const coordinator = coordinatorAmong(seats);
      const items = await itemRows(records, "on-my-desk");
      const onDesk = (row: ItemRow) => ({
        ...itemView(records, row),
        child: childInList(records, { ...row, name: row.childName }),
      });
      const denial = deniedBecause("group.agenda.keep", records.who.role)?.words;
      const shut =
        denial ??
        (mine(records, seats) ? undefined : "Only the co-ordinator who is named for this area keeps the agenda.");
      return {
        hasGroup: true,
        ...(coordinator === undefined
          ? {}
          : { coordinator: { practitionerId: coordinator.practitionerId, name: coordinator.name } }),
        isYours: mine(records, seats),
        alerts: [...vacantSeats(seats)],
        requests: items.filter(({ state }) => state === "asked").map(onDesk),
        meetings: (await meetingRows(records)).map(({ meetingId, version, heldOn, publishedOn, decided }) => ({
          meetingId,
          version,
          heldOn,
          isPast: heldOn < records.today,
          ...(publishedOn === null ? {} : { publishedOn }),
          items: items.filter((row) => row.state === "on-agenda" && row.meetingId === meetingId).map(onDesk),
          decided,
        })),
        keep: shut === undefined ? { may: true } : { may: false, why: shut },
      };
    }),
  );

/** Only the co-ordinator who is named for the area keeps its agenda (HIG-180). */
async function refuseOthers(records: Records): Promise<readonly SeatRow[]> {
  refuseWithoutGroup(records);
  const seats = await seatRows(records, "now");
  if (!mine(records, seats))
    throw new DomainError({
      kind: "not-allowed",
      action: "group.agenda.keep",
      why: "Only the co-ordinator who is named for this area keeps the agenda.",
    });
  return seats;
}

/** How far ahead a meeting may be: until its day is over, those who sit see what is placed before it. */
const daysAhead = 365;

/** Sets the day of a meeting. */
export const arrange = practitionerProcedure("group.agenda.keep")
  .input(ArrangeGroupMeeting)
  .output(MeetingDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await refuseOthers(records);
      if (input.heldOn < records.today) refuseInput("heldOn", "Enter today or a day to come");
      if (input.heldOn > addDays(records.today, daysAhead)) refuseInput("heldOn", "Enter a day within the next year");
      const meetingId = await addMeeting(records, input.heldOn);
      await records.audit("changed", "group.meeting-arranged", { detail: { meetingId } });
      return { meetingId };
    }),
  );

/** Publishes the agenda of a meeting to those who sit: not before everybody who has to be invited to an item is. */
export const publish = practitionerProcedure("group.agenda.keep")
  .input(PublishAgenda)
  .output(MeetingDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const seats = await refuseOthers(records);
      const meeting = await lockMeeting(records, input.meetingId);
      if (meeting.version !== input.version) throw new DomainError({ kind: "changed-since", what: "meeting" });
      if (meeting.publishedAt !== null)
        throw new DomainError({ kind: "already", because: "This agenda is published already." });
      const items = (await itemRows(records, "on-my-desk")).filter(
        (row) => row.state === "on-agenda" && row.meetingId === meeting.meetingId,
      );
      if (items.length === 0)
        throw notNow("group.agenda.keep", "Nothing is on this agenda yet. Place an item on it, then publish it.");
      for (const row of items) {
        const decisions = refused([askToPublish(records, row)]);
        await records.keepDecision(decisions[0] as (typeof decisions)[0], { childId: row.childId, planId: row.planId });
      }
      records.saw(
        items.map(({ childId }) => childId),
        "coordinator",
      );
      await publishMeeting(records, meeting.meetingId, input.version);
      await records.audit("changed", "group.agenda-published", { detail: { meetingId: meeting.meetingId } });
      await tell(
        records,
        seats
          .filter(({ seat }) => seat !== "coordinator")
          .map(({ practitionerId }) => ({
            practitionerId,
            act: "group.agenda-published",
            words: `The agenda of the Service Managers' Group of ${inWords(meeting.heldOn)} is published.`,
            link: linkTo.group,
          })),
      );
      return { meetingId: meeting.meetingId };
    }),
  );
