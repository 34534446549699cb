import { v7 as newId } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import { ledPlans } from "./stories-who-does-what.ts";
import type { World } from "./world.ts";

/** How two families came to trust the help: one slowly and then whole, one only at the door so far (CWDC-2.10a). */
export async function sayHowFarEngaged(world: World): Promise<void> {
  const [whole, slow] = await ledPlans(world);
  const stories = [
    [
      whole,
      [
        ["tentative", 15, "Came to the door and talked there; did not want anybody in the house."],
        ["engaged", 3, "Rang before the visit to ask whether it could be earlier, and had three questions ready."],
      ],
    ],
    [slow, [["not-engaged", 6, "Two visits, nobody opened. A note was left with three times to choose from."]]],
  ] as const;
  for (const [led, seen] of stories) {
    if (led === undefined) continue;
    const { by, planId, childId } = led;
    for (const [state, daysAgo, note] of seen)
      await world.as(by, at(weekdaysBefore(world.today, 1), "11:10")).plan.recordEngagement({
        ...{ planId, childId, state, note },
        idempotencyKey: newId(),
        on: weekdaysBefore(world.today, daysAgo),
      });
  }
}
