import { v4 as newKey } from "uuid";
import { childrenOn, nth } from "./children.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** A worry that is with the named person, one that the office has to place, and an email that no consent covers. */
export async function tellWorries(world: World): Promise<void> {
  const yesterday = weekdaysBefore(world.today, 1);
  const primarySix = await childrenOn(world, "inverlochan", "P6");
  const child = nth(primarySix, 4);
  const pass = (by: string, time: string, about: string, words: string) =>
    world.as(by, at(yesterday, time)).concern.worries.passOn({
      idempotencyKey: newKey(),
      establishmentId: world.establishment("inverlochan"),
      about,
      words,
      childChoseMe: false,
    });
  await pass("support", "09:10", child.name, "On her own by the fence at every break this week. No coat on Tuesday.");
  await pass("depute", "12:55", "The new boy with the blue rucksack", "Asked twice whether there was any lunch left.");
  await world.as("teacher", at(yesterday, "16:05")).consent.sharesMade.record({
    idempotencyKey: newKey(),
    childId: child.childId,
    what: "How she was at break this week",
    toWhom: "The football coach, who rang",
    toAgency: "voluntary",
    why: "He asked whether she was ill",
    sharedOn: yesterday,
    basis: "none",
  });
}
