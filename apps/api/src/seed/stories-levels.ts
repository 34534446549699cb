import { v7 as newId } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import { ledPlans } from "./stories-who-does-what.ts";
import type { World } from "./world.ts";

/**
 * A plan whose level of need went up: on an assessment that the lead's service made, with the same lead, and consent to be asked
 * again for those who come in (CWDC-1.8).
 */
export async function raiseALevel(world: World): Promise<void> {
  const day = weekdaysBefore(world.today, 1);
  for (const { by, planId, childId } of await ledPlans(world)) {
    const caller = world.as(by, at(day, "10:40"));
    const { version, answers } = await caller.plan.get({ planId });
    if (answers.levelOfNeed?.code !== "integrated") continue;
    const { assessmentId } = await world.as(by, at(day, "10:05")).assessment.begin({
      ...{ idempotencyKey: newId(), childId, kind: "specialist", begunOn: weekdaysBefore(world.today, 5) },
      about: "How the child copes with what has changed at home",
    });
    await caller.plan.changeLevel({
      ...{ idempotencyKey: newId(), planId, version, to: "complex", assessmentId },
      ...{ lead: "carries-on", consent: "asked-again" },
    });
    return;
  }
}
