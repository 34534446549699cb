import { agencyKinds, DecideGroupItem, groupServices, inWords } from "@linchpin/domain";
import { refuseInput } from "../../refuse.ts";
import { endRelations } from "../../relations.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { followDispute } from "./dispute-of-plan.ts";
import { askToClose, notNow, refused } from "./group-rules.ts";
import { moveItem } from "./item-store.ts";
import { itemBefore, tellThePlan } from "./place.ts";
import { type SeatRow, seatRows } from "./seat-store.ts";
import { coordinatorAmong } from "./seats.ts";
import { ItemDone } from "./views.ts";

type Said = DecideGroupItem["present"][number];

/** Who took part for a service: by name, where somebody was named for it on the day. Nobody sits who was not named. */
function sat(seats: readonly SeatRow[], { service, by }: Said, at: number) {
  if (by === "nobody") return { service, by };
  const holding = by === "member" ? "holder" : "deputy";
  const found = seats.find((row) => row.seat === service && row.holding === holding);
  if (found === undefined)
    return refuseInput(
      `present.${at}.by`,
      by === "member"
        ? "Nobody held this seat on the day of the meeting"
        : "No deputy was named on the day of the meeting",
    );
  return { service, by, practitionerId: found.practitionerId };
}

/**
 * Records what the group decided at its meeting. Every service took part, in person or by a named deputy, or it is refused
 * (HIG-159, HIG-177). It goes back to the plan the same second, its lead is told, and the case closes to those who sat
 * (HIG-181).
 */
export const decide = practitionerProcedure("group-item.decide")
  .input(DecideGroupItem)
  .output(ItemDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const row = await itemBefore(records, input);
      const { childId, planId, heldOn } = row;
      if (row.state !== "on-agenda" || heldOn === null)
        throw notNow("group-item.decide", "This item is on no agenda. Place it on one first.");
      if (!row.isPublished) throw notNow("group-item.decide", "The agenda of this meeting is not published yet.");
      if (heldOn > records.today)
        throw notNow(
          "group-item.decide",
          `The meeting is on ${inWords(heldOn)}. Record what was decided on that day or after it.`,
        );
      if (input.dueOn < heldOn) refuseInput("dueOn", "Enter a day that is not before the meeting");
      const seats = await seatRows(records, { on: heldOn });
      const present = input.present.map((said, at) => sat(seats, said, at));
      const isCoordinator = coordinatorAmong(seats)?.practitionerId === records.who.practitionerId;
      const decisions = refused(
        askToClose(records, row, {
          by: isCoordinator ? "coordinator" : "service-managers-group",
          seats: Object.keys(groupServices).map((service) => {
            const agency = service as keyof typeof groupServices; // a key of the four services
            return { agency, by: present.find((said) => said.service === agency)?.by ?? ("not-recorded" as const) };
          }),
          reportersPart: input.reportersPart ?? "not-recorded",
        }),
      );
      const isYouth = row.youngOffender !== "none";
      const { decision, ownerAgency, dueOn } = input;
      await moveItem(records, row, input.version, {
        state: "decided",
        present,
        decision,
        ownerAgency,
        dueOn,
        decidedOn: heldOn,
        decidedBy: records.who.practitionerId,
        decidedAt: records.now,
        reportersPart: isYouth ? (input.reportersPart ?? null) : null,
        reportersWords: isYouth ? (input.reportersWords ?? null) : null,
      });
      const owner = `${agencyKinds[ownerAgency].label}, by ${inWords(dueOn)}`;
      await records.keep({
        childId,
        planId,
        act: "group-item.decided",
        title: `The Service Managers' Group decided on ${inWords(heldOn)}: ${owner}`,
        detail: decision,
        decisions,
      });
      await followDispute(records, row);
      await tellThePlan(
        records,
        row,
        "group-item.decided",
        `The Service Managers' Group decided on an item about one child's plan. Who sees to it: ${owner}.`,
      );
      await endRelations(records, [row.groupItemId]);
      return { groupItemId: row.groupItemId };
    }),
  );
