import { addMonths, type CoreItem, coreItems } from "@linchpin/domain";
import { v7 as newId, v4 as newKey } from "uuid";
import { coreConfirmation } from "../db/schema/everyday.ts";
import { childrenOn, nth } from "./children.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** Core information that was confirmed, and some that is stale; routine checks; and two talks, one of them without names. */
export async function tellEveryday(world: World): Promise<void> {
  const yesterday = weekdaysBefore(world.today, 1);
  const primarySix = await childrenOn(world, "inverlochan", "P6");
  for (const child of [nth(primarySix, 0), nth(primarySix, 1), nth(primarySix, 4)]) {
    const core = world.as("teacher", at(yesterday, "15:40")).people.coreInformation;
    const { items, asOf } = await core.get({ childId: child.childId });
    await core.confirm({
      idempotencyKey: newKey(),
      childId: child.childId,
      items: items.map(({ item }) => item.code),
      asOf,
    });
  }
  await confirmedLongAgo(world, nth(primarySix, 2).childId);
  const caseload = await childrenOn(world, "clinic");
  const { everyday } = world.as("healthVisitor", at(yesterday, "10:15")).record;
  await everyday.recordCheck({
    idempotencyKey: newKey(),
    childId: nth(caseload, 0).childId,
    kind: "27-30-months",
    doneOn: weekdaysBefore(world.today, 12),
    outcome: "No concern. Likes books.",
  });
  await everyday.recordCheck({
    idempotencyKey: newKey(),
    childId: nth(caseload, 1).childId,
    kind: "13-15-months",
    doneOn: weekdaysBefore(world.today, 6),
    outcome: "Walks with a hand to hold; look again at 18 months.",
  });
  const talks = world.as("teacher", at(yesterday, "16:20")).record.everyday;
  await talks.logDiscussion({
    idempotencyKey: newKey(),
    heldOn: weekdaysBefore(world.today, 4),
    people: "I and the school nurse, without names",
    agencies: ["education", "health"],
    suggested: "Try a visual timetable for two weeks, and see whether mornings go better.",
  });
  await talks.logDiscussionOfChild({
    idempotencyKey: newKey(),
    childId: nth(primarySix, 4).childId,
    heldOn: yesterday,
    people: "I and the depute head",
    agencies: ["education"],
    suggested: "Ask at home whether there is a coat that fits; offer the one from the school's cupboard.",
  });
}

/** What the product itself would have written, had it been here then. */
const confirmedLongAgo = ({ write, areaId, person, today }: World, childId: string): Promise<unknown> => {
  const confirmedOn = addMonths(today, -13);
  return write((tx) =>
    tx.insert(coreConfirmation).values(
      (Object.keys(coreItems) as CoreItem[]).map((item) => ({
        areaId,
        confirmationId: newId(),
        childId,
        item,
        confirmedOn,
        confirmedBy: person("teacher").practitionerId,
        recordedAt: at(confirmedOn, "12:00").toISOString(),
      })),
    ),
  );
};
