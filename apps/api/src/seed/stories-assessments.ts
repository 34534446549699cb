import { v7 as newId } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import { ledPlans } from "./stories-who-does-what.ts";
import type { World } from "./world.ts";

/** What two services gathered about a child: one assessment finished, and another begun beside it with why (BOL-8.5, CWDC-1.1b). */
export async function gatherAssessments(world: World): Promise<void> {
  const [led, other] = await ledPlans(world);
  const began = weekdaysBefore(world.today, 12);
  for (const [of, about, found] of [
    [
      led,
      "How the days go at home and at school",
      "Warm with his grandmother and quick with numbers. Tired by noon; noise after lunch is hard for him.",
    ],
    [other, "Sleep, food and getting to school", undefined],
  ] as const) {
    if (of === undefined) continue;
    const { by, childId } = of;
    const asked = world.as(by, at(weekdaysBefore(world.today, 1), "10:20")).assessment;
    const key = () => ({ idempotencyKey: newId() });
    const first = await asked.begin({ ...key(), childId, kind: "common", about, begunOn: began });
    if (found === undefined) continue;
    const doneOn = weekdaysBefore(world.today, 6);
    await asked.finish({ ...key(), assessmentId: first.assessmentId, version: 1, doneOn, found });
    await asked.begin({
      ...key(),
      ...{ childId, kind: "specialist", about: "Hearing in a noisy room", begunOn: weekdaysBefore(world.today, 2) },
      ...{ another: "other-question", anotherWords: "The first one points to noise; nobody has tested his hearing." },
    });
  }
}
