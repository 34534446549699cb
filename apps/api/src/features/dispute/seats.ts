import {
  codesOf,
  DomainError,
  EndSeat,
  type GroupSeat,
  groupSeats,
  groupServices,
  momentOn,
  NameSeat,
  seatHoldings,
  seatRestsUntil,
  whyNotForSeat,
} from "@linchpin/domain";
import { areaWide } from "../../db/asked.ts";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { beginRelations, type NewRelation } from "../../relations.ts";
import { practitionerProcedure } from "../../trpc.ts";
import type { ControlView } from "../../views.ts";
import { hasGroup, refuseWithoutGroup } from "./group-rules.ts";
import { endSitting, openItems, untilMeetingIsOver } from "./item-store.ts";
import { addSeat, boundSeat, endSeatRow, holdGroup, postsOf, type SeatRow, seatRows } from "./seat-store.ts";
import { SeatDone, SeatsView } from "./views.ts";

/** Who is named for the area's group, what is vacant, and who was named before. */
export const seatsNow = practitionerProcedure("group.seats.read")
  .output(SeatsView)
  .query(({ ctx }) =>
    ctx.read(async (records) => {
      if (!hasGroup(records)) return { hasGroup: false, seats: [], alerts: [] };
      const rows = await seatRows(records, "all");
      return {
        hasGroup: true,
        seats: codesOf(groupSeats).map((seat) => {
          const ofSeat = rows.filter((row) => row.seat === seat);
          const current = (holding: SeatRow["holding"]) =>
            ofSeat.find((row) => row.isCurrent && row.holding === holding);
          const [holder, deputy] = [current("holder"), current("deputy")];
          return {
            seat: { code: seat, label: groupSeats[seat].label },
            ...(holder === undefined ? {} : { holder: holderView(holder) }),
            ...(deputy === undefined ? {} : { deputy: holderView(deputy) }),
            takesDeputy: seat !== "coordinator",
            before: ofSeat
              .filter(({ isCurrent }) => !isCurrent)
              .map((row) => ({
                ...holderView(row),
                holding: { code: row.holding, label: seatHoldings[row.holding].label },
              })),
            keep: mayKeep(records, rows, seat),
          };
        }),
        alerts: [...vacantSeats(rows)],
      };
    }),
  );

const holderView = ({ seatId, practitionerId, name, postTitle, agency, ...row }: SeatRow) => ({
  seatId,
  who: {
    practitionerId,
    name,
    ...(postTitle === null ? {} : { postTitle }),
    ...(agency === null ? {} : { agency }),
  },
  since: row.since,
  ...(row.isCurrent || row.endedOn === null
    ? {}
    : { ended: { on: row.endedOn, because: row.endedBecause ?? "The post ended that it was held by" } }),
  isAtWork: row.isAtWork,
});

/** What is vacant, as a sentence each: the co-ordinator first, without whom no item reaches the group (HIG-160, HIG-177). */
export function vacantSeats(rows: readonly SeatRow[]): readonly string[] {
  const filled = (seat: GroupSeat) =>
    rows.find((row) => row.isCurrent && row.seat === seat && row.holding === "holder" && row.isAtWork);
  return codesOf(groupSeats)
    .filter((seat) => filled(seat) === undefined)
    .map((seat) =>
      seat === "coordinator"
        ? "This area has no Integrated Services Co-ordinator: what is asked of the group waits until one is named."
        : `Nobody holds the seat for ${groupSeats[seat].label.toLowerCase()}.`,
    );
}

/** Who is the area's co-ordinator now; undefined where nobody is named. */
export const coordinatorAmong = (rows: readonly SeatRow[]): SeatRow | undefined =>
  rows.find((row) => row.isCurrent && row.seat === "coordinator");

const whoNames = {
  coordinator: "A service manager names the co-ordinator.",
  service: "The area's co-ordinator names who sits for a service.",
} as const;

/**
 * A service manager names the co-ordinator, and the co-ordinator who sits for each service: no service manager holds the
 * administration of the area alone (HIG-159).
 */
function mayKeep({ who }: Records, rows: readonly SeatRow[], seat: GroupSeat): ControlView {
  if (seat === "coordinator")
    return who.role === "service-manager" ? { may: true } : { may: false, why: whoNames.coordinator };
  return who.role === "coordinator" && coordinatorAmong(rows)?.practitionerId === who.practitionerId
    ? { may: true }
    : { may: false, why: whoNames.service };
}

const refuseUnless = (may: ControlView): void => {
  if (!may.may)
    throw new DomainError({
      kind: "not-allowed",
      action: "group.seats.keep",
      ...(may.why === undefined ? {} : { why: may.why }),
    });
};

/** The earlier of two ends, of which either may be open. */
export const earlier = (one: string | undefined, other: string | null | undefined): string | undefined =>
  [one, other ?? undefined].flatMap((end) => end ?? []).sort()[0];

/** The instant at which a seat ends with the last post it may rest on; undefined where no end is known. */
function endOfPosts({ now }: Records, posts: Posts, of: Pick<SeatRow, "seat" | "holding">): string | undefined {
  const until = seatRestsUntil(posts, of);
  if (until === null) return undefined;
  return until === "on none" ? now : momentOn(until).at;
}
type Posts = Awaited<ReturnType<typeof postsOf>>;

/**
 * After the end of a post was set: the seat that rested on it ends with it, and so does what the seat opened. Another post
 * of theirs that carries the seat lets it go on.
 */
export async function seatFollowsPost(records: Records, practitionerId: string): Promise<void> {
  await holdGroup(records);
  const held = (await seatRows(records, "now")).find((row) => row.practitionerId === practitionerId);
  if (held === undefined) return;
  const until = endOfPosts(records, await postsOf(records, practitionerId), held);
  // Whoever ends the post names nobody for the group, and has no part in these children's care.
  if (until !== undefined) await areaWide(records.tx, () => boundSeat(records, held, until));
}

/** Names somebody for a seat, from now on: what is open reaches them in the same second. Never oneself. */
export const name = practitionerProcedure("group.seats.keep")
  .input(NameSeat)
  .output(SeatDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      refuseWithoutGroup(records);
      await holdGroup(records);
      const { seat, holding, practitionerId } = input;
      refuseUnless(mayKeep(records, await seatRows(records, "now"), seat));
      if (seat === "coordinator" && holding === "deputy")
        refuseInput("holding", "The co-ordinator has no deputy: name somebody for the seat");
      if (practitionerId === records.who.practitionerId)
        refuseInput("practitionerId", "Choose somebody else: nobody names themselves");
      const posts = await postsOf(records, practitionerId);
      const problem = whyNotForSeat(posts, input);
      if (problem !== undefined) refuseInput("practitionerId", problem);
      const until = endOfPosts(records, posts, input);
      await addSeat(records, input, until);
      await records.audit("changed", "group.seat-named", { detail: { seat, holding, practitionerId } });
      const items = await openItems(records);
      // Whoever names them has no part in these children's care: what begins is written for the area, and shown to nobody.
      await areaWide(records.tx, () =>
        beginRelations(
          records,
          items.flatMap(({ groupItemId: sourceId, childId, heldOn }): readonly NewRelation[] => {
            if (seat === "coordinator") return [{ practitionerId, childId, basis: "coordinator", sourceId, until }];
            return heldOn === null
              ? []
              : [
                  {
                    practitionerId,
                    childId,
                    basis: "forum-member",
                    sourceId,
                    until: earlier(untilMeetingIsOver(heldOn), until),
                  },
                ];
          }),
        ),
      );
      await tell(records, [
        {
          practitionerId,
          act: "group.seat-named",
          words:
            seat === "coordinator"
              ? "You are the area's Integrated Services Co-ordinator from now on."
              : `You are named for the Service Managers' Group from now on: ${groupServices[seat].label}${holding === "deputy" ? ", as the deputy" : ""}.`,
          link: linkTo.group,
        },
      ]);
      return { seat };
    }),
  );

/** Ends that somebody is named: what it opened closes in the same second. */
export const end = practitionerProcedure("group.seats.keep")
  .input(EndSeat)
  .output(SeatDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      await holdGroup(records);
      const [row] = await seatRows(records, { seatId: input.seatId });
      if (row === undefined) throw new DomainError({ kind: "not-visible", what: "seat" });
      const { seat, practitionerId } = row;
      refuseUnless(mayKeep(records, await seatRows(records, "now"), seat));
      if (!(await endSeatRow(records, input.seatId, input.because)))
        throw new DomainError({ kind: "already", because: "This has ended already. Reload the page." });
      await records.audit("changed", "group.seat-ended", { detail: { seat, practitionerId } });
      const items = await openItems(records);
      await areaWide(records.tx, () =>
        endSitting(
          records,
          items.map(({ groupItemId }) => groupItemId),
          { practitionerId },
        ),
      );
      await tell(records, [
        {
          practitionerId,
          act: "group.seat-ended",
          words: `You are no longer named for the Service Managers' Group: ${groupSeats[seat].label}.`,
          link: linkTo.group,
        },
      ]);
      return { seat };
    }),
  );
