import { addDays, localDate, searchName } from "@linchpin/domain";
import { v7 as newId, v4 as newKey } from "uuid";
import { childAccess } from "../db/schema/access.ts";
import { child, childAddress } from "../db/schema/child.ts";
import { namedPerson } from "../db/schema/named-person.ts";
import { childrenOn, nth } from "./children.ts";
import { at, weekdaysBefore } from "./days.ts";
import { exactly } from "./stories-access.ts";
import type { World } from "./world.ts";

/** One record that was sealed after an adoption order, and one that waits for a second person to decide. */
export async function tellSealed(world: World, roll: string): Promise<void> {
  const then = weekdaysBefore(world.today, 15);
  const adopted = await aChildWhoWasAdopted(world, at(then, "09:00"));
  const { sealingId } = await world.as("serviceManager", at(then, "10:10")).sealing.ask({
    idempotencyKey: newKey(),
    child: await exactly(world, adopted),
    orderedOn: addDays(then, -9),
    court: "Sheriff court of Strathorran, order 14 of this year",
    reason: "An adoption order was made. The adoptive parents and the court were spoken to.",
  });
  await world.as("privacyOfficer", at(weekdaysBefore(world.today, 14), "14:20")).sealing.decide({
    idempotencyKey: newKey(),
    sealingId,
    outcome: "sealed",
    words: "I have seen the order and called the court.",
    sawOrder: true,
  });
  const yesterday = weekdaysBefore(world.today, 1);
  await world.as("serviceManager", at(yesterday, "15:30")).sealing.ask({
    idempotencyKey: newKey(),
    child: await exactly(world, nth((await childrenOn(world, roll)).toReversed(), 9).childId),
    orderedOn: addDays(yesterday, -5),
    court: "Sheriff court of Strathorran, order 19 of this year",
    reason: "An adoption order was made last week.",
  });
}

/** A record under a name that is not theirs any more, of a family that moved here before the order. */
async function aChildWhoWasAdopted({ write, areaId, person }: World, on: Date): Promise<string> {
  const childId = newId();
  const about = { areaId, childId, recordedAt: on.toISOString() };
  const visitor = person("healthVisitor").practitionerId;
  const name = { given: "Kerra", family: "Sample" };
  await write(async (tx) => {
    await tx.insert(child).values({
      ...about,
      givenName: name.given,
      familyName: name.family,
      searchName: searchName(name),
      bornOn: localDate("2022-03-14"),
    });
    await tx
      .insert(childAddress)
      .values({ ...about, addressId: newId(), line1: "3 Sample Wynd", postcode: "ZZ99 3AA" });
    const namedPersonId = newId();
    const visited = { areaId, childId, practitionerId: visitor, during: { from: about.recordedAt } };
    const recorded = { recordedAt: about.recordedAt };
    await tx.insert(namedPerson).values({
      ...visited,
      ...recorded,
      namedPersonId,
      stage: "pre-school",
      settledBy: "by-name",
      recordedBy: visitor,
    });
    await tx
      .insert(childAccess)
      .values({ ...visited, ...recorded, accessId: newId(), basis: "named-person", sourceId: namedPersonId });
  });
  return childId;
}
