import { v4 as newKey } from "uuid";
import { childrenOn, nth } from "./children.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** How families reach a teacher, the school and the holiday contact; packs of one year given, given in part, and waiting. */
export async function tellFamilies(world: World): Promise<void> {
  const day = weekdaysBefore(world.today, 3);
  const reach = (who: string, time: string) => world.as(who, at(day, time)).namedPerson.reach;
  const establishmentId = world.establishment("inverlochan");
  await reach("teacher", "08:40").keep({
    idempotencyKey: newKey(),
    phone: "01632 960214",
    hours: "Room 7, or ask at the office. Monday to Friday from 08:30",
    childHours: "In room 7 before the bell, or by the pond at break",
  });
  await reach("office", "09:05").keep({
    idempotencyKey: newKey(),
    establishmentId,
    phone: "01632 960210",
    hours: "The school office, on school days from 08:15 to 16:30",
    writeTo: "Inverlochan Primary School, Shore Road, Inverlochan",
    childWriteTo: "The blue box beside the library",
  });
  await officeOfCoordinator(world);
  const [education] = (await reach("coordinator", "09:30").holidays()).services;
  if (education !== undefined)
    await reach("coordinator", "09:32").keepHolidays({
      idempotencyKey: newKey(),
      agencyId: education.agencyId,
      name: "Strathorran education office",
      phone: "01632 960280",
      hours: "Monday to Friday from 09:00 to 17:00, all year",
    });
  const asOffice = world.as("office", at(day, "14:10"));
  const office = asOffice.namedPerson.paper;
  const primarySeven = (await childrenOn(world, "inverlochan", "P7")).map(({ childId }) => childId);
  const [first, second] = [nth(primarySeven, 0), nth(primarySeven, 2)];
  const made = await asOffice.consent.packs.run({ establishmentId, way: "handed-over" });
  const packs = (made.known ? made.ready : []).filter(({ childId }) => primarySeven.slice(0, 5).includes(childId));
  await asOffice.consent.packs.send({
    idempotencyKey: newKey(),
    establishmentId,
    way: "handed-over",
    packs: packs.map(({ childId, hash }) => ({ childId, hash })),
  });
  const given = { establishmentId, givenOn: day, how: "in-person" as const };
  await office.give({ ...given, idempotencyKey: newKey(), childIds: [first], parts: ["child", "carer"] });
  await office.give({ ...given, idempotencyKey: newKey(), childIds: [second], parts: ["carer"] });
  await writeToSome(world, establishmentId);
}

/** The first letters of the new session, posted in one go: each kept as it went, and who got one still to be recorded as told. */
async function writeToSome(world: World, establishmentId: string): Promise<void> {
  const { letters } = world.as("office", at(weekdaysBefore(world.today, 2), "15:20")).consent;
  const { ready } = await letters.run({ establishmentId, way: "post" });
  await letters.send({
    idempotencyKey: newKey(),
    way: "post",
    letters: ready.slice(0, 12).map(({ tellingId, hash }) => ({ tellingId, hash })),
  });
}

/** How to reach the co-ordinator's office, which stands on the page about who helps in the area. */
export async function officeOfCoordinator(world: World): Promise<void> {
  const day = weekdaysBefore(world.today, 3);
  await world.as("coordinator", at(day, "09:20")).namedPerson.reach.keep({
    idempotencyKey: newKey(),
    phone: "01632 960240",
    hours: "Monday to Friday from 09:00 to 17:00",
    writeTo: "The co-ordinator's office, Council Offices",
  });
}
