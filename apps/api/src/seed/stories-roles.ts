import { v4 as newKey } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** The health trust's chief officer named one senior manager, and another when the first gave it up. */
export async function tellSeniorManagers(world: World): Promise<void> {
  const { today } = world;
  const chief = (day: number) =>
    world.as("chiefOfficer", at(weekdaysBefore(today, day), "11:10")).workforce.seniorManagers;
  const [began, changed] = [weekdaysBefore(today, 28), weekdaysBefore(today, 10)];
  const name = (who: string, day: number) =>
    chief(day).name({
      idempotencyKey: newKey(),
      practitionerId: world.person(who).practitionerId,
      from: weekdaysBefore(today, day),
    });
  const named = await name("healthServiceManager", 28);
  const first = named.organisations.flatMap((one) => one.named).find(({ from }) => from === began);
  await chief(10).end({
    idempotencyKey: newKey(),
    namingId: first?.namingId ?? "",
    lastDay: changed,
    reason: "He takes on the new clinic; a colleague who leads the teams takes over.",
  });
  await name("healthManager", 9);
}
