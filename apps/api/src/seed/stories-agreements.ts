import { addDays } from "@linchpin/domain";
import { v4 as newKey } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** What the agencies signed: all but the last of them by name, and the first to be looked at again by now. */
export async function tellAgreements(world: World): Promise<void> {
  const { agreements } = world.as("coordinator", at(weekdaysBefore(world.today, 2), "10:20")).consent;
  const { agencies, isSigningUpAsked } = await agreements.list();
  for (const [index, { agencyId }] of agencies.slice(0, -1).entries())
    await agreements.record({
      idempotencyKey: newKey(),
      agencyId,
      what: "sharing",
      signedOn: addDays(world.today, -400 + index * 20),
      signedBy: "The chief officer",
      reviewOn: addDays(world.today, index === 0 ? -20 : 300),
      ...(index === 0 ? { keptAt: "The legal office, file SA" } : {}),
    });
  // Who works together where the documents ask for it: all but two have signed up.
  if (!isSigningUpAsked) return;
  for (const [index, { agencyId }] of agencies.slice(0, -2).entries())
    await agreements.record({
      idempotencyKey: newKey(),
      agencyId,
      what: "working-together",
      signedOn: addDays(world.today, -312 + index * 3),
      signedBy: "The chief officer",
    });
}
