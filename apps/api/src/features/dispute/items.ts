import {
  AskForGroupItem,
  DomainError,
  deniedBecause,
  IdSchema,
  type LocalDate,
  MoveGroupItem,
  planKinds,
  type WayTried,
} from "@linchpin/domain";
import { z } from "zod";
import { linkTo } from "../../links.ts";
import { tell } from "../../outbox.ts";
import type { Records } from "../../records.ts";
import { refuseInput } from "../../refuse.ts";
import { beginRelations, endRelations } from "../../relations.ts";
import { practitionerProcedure } from "../../trpc.ts";
import { plansReached } from "../plan/follows.ts";
import { followDispute } from "./dispute-of-plan.ts";
import { askerAs, askToRefer, hasGroup, refused, refuseWithoutGroup } from "./group-rules.ts";
import { addItem, type ItemRow, itemRows, lockItem, moveItem, planAskedAbout } from "./item-store.ts";
import { itemView } from "./item-view.ts";
import { holdGroup, seatRows } from "./seat-store.ts";
import { coordinatorAmong } from "./seats.ts";
import { ItemDone, ItemsOfPlanView } from "./views.ts";

/** What the group was asked about one child's plan and what it decided, as far as the reader may know of it. */
export const ofPlan = practitionerProcedure("plan.read")
  .input(z.object({ planId: IdSchema, childId: IdSchema }))
  .output(ItemsOfPlanView)
  .query(({ ctx, input }) =>
    ctx.read(async (records) => {
      const held = await records.authorise(input.childId);
      const reached = await plansReached(records, held, [input]);
      const plan = reached.length > 0 ? await planAskedAbout(records, input) : undefined;
      if (plan === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
      const coordinator = coordinatorAmong(await seatRows(records, "now"));
      const shut = (act: "group-item.ask" | "group-item.withdraw") =>
        plan.state === "closed" ? "This plan is closed." : deniedBecause(act, records.who.role, held)?.words;
      const control = (why: string | undefined) => (why === undefined ? { may: true } : { may: false, why });
      return {
        hasGroup: hasGroup(records),
        childName: plan.childName,
        planTitle: planKinds[plan.kind].label,
        ...(coordinator === undefined
          ? {}
          : { coordinator: { practitionerId: coordinator.practitionerId, name: coordinator.name } }),
        items: (await itemRows(records, input)).map((row) => ({
          ...itemView(records, row),
          withdraw: control(isOpen(row) ? shut("group-item.withdraw") : "This item is over."),
        })),
        actions: [...plan.actions],
        ask: control(shut("group-item.ask")),
      };
    }),
  );

const isOpen = ({ state }: Pick<ItemRow, "state">): boolean => state === "asked" || state === "on-agenda";

/** What was tried, out of the form's lines; each way once. */
function triedOf(
  records: Records,
  { reason, tried }: Pick<AskForGroupItem, "reason" | "tried">,
): readonly { readonly way: WayTried; readonly on: LocalDate; readonly result: string }[] {
  if (reason !== "disagreement") return [];
  const said = tried.flatMap(({ way, was, on, result }, at) => {
    if (was !== "yes" || on === undefined || result === undefined) return [];
    if (on > records.today) refuseInput(`tried.${at}.on`, "Enter a day that is not in the future");
    return [{ way, on, result }];
  });
  return [...new Map(said.map((one) => [one.way, one])).values()];
}

/**
 * Asks for an item of the group. It reaches the area's co-ordinator and nobody else, and opens the plan to them from this
 * second on (HIG-158, HIG-180). A disagreement without what was tried is refused with what is missing (HIG-175).
 */
export const ask = practitionerProcedure("group-item.ask")
  .input(AskForGroupItem)
  .output(ItemDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const { planId, childId, actionId } = input;
      await holdGroup(records);
      const held = await records.authorise(childId);
      const plan = await planAskedAbout(records, input);
      if (plan === undefined) throw new DomainError({ kind: "not-visible", what: "plan" });
      refuseWithoutGroup(records);
      if (plan.state === "closed") throw new DomainError({ kind: "already", because: "This plan is closed." });
      if (actionId !== undefined && !plan.actions.some((action) => action.actionId === actionId))
        refuseInput("actionId", "Choose an action that is open on the plan");
      const tried = triedOf(records, input);
      const decisions = refused(
        askToRefer(records, { planId, by: askerAs(held), asked: input, tried: tried.map(({ way }) => way) }),
      );
      const groupItemId = await addItem(records, input, tried, records.book().adoptionId);
      const coordinator = coordinatorAmong(await seatRows(records, "now"));
      await records.keep({
        childId,
        planId,
        act: "group-item.asked",
        title: "An item was asked for at the Service Managers' Group",
        decisions,
      });
      if (coordinator !== undefined) {
        await beginRelations(records, [
          {
            practitionerId: coordinator.practitionerId,
            childId,
            basis: "coordinator",
            sourceId: groupItemId,
            until: coordinator.until ?? undefined,
          },
        ]);
        await tell(records, [
          {
            practitionerId: coordinator.practitionerId,
            childId,
            act: "group-item.asked",
            words:
              "An item was asked for at the Service Managers' Group. Place it on an agenda, or give it back with what is missing.",
            link: linkTo.group,
          },
        ]);
      }
      await followDispute(records, input);
      return { groupItemId };
    }),
  );

/** Takes back what was asked for: it leaves the co-ordinator's desk and the agenda in the same second. */
export const withdraw = practitionerProcedure("group-item.withdraw")
  .input(MoveGroupItem)
  .output(ItemDone)
  .mutation(({ ctx, input }) =>
    ctx.change(input, async (records) => {
      const [row] = await itemRows(records, { groupItemId: input.groupItemId });
      if (row === undefined) throw new DomainError({ kind: "not-visible", what: "item" });
      await records.authorise(row.childId);
      await lockItem(records, row, input.version);
      await moveItem(records, row, input.version, { state: "withdrawn", because: input.because });
      await records.keep({
        childId: row.childId,
        planId: row.planId,
        act: "group-item.withdrawn",
        title: "An item asked for at the Service Managers' Group was taken back",
      });
      const coordinator = coordinatorAmong(await seatRows(records, "now"));
      if (coordinator !== undefined)
        await tell(records, [
          {
            practitionerId: coordinator.practitionerId,
            childId: row.childId,
            act: "group-item.withdrawn",
            words: "An item asked for at the Service Managers' Group was taken back.",
            link: linkTo.group,
          },
        ]);
      await followDispute(records, row);
      await endRelations(records, [row.groupItemId]);
      return { groupItemId: row.groupItemId };
    }),
  );
