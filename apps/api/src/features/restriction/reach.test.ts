import { addDays, localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { namedPerson, telling } from "../../db/schema/named-person.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const email = "morag.shaw@tern-lane.sch.example";
const phone = "01632 960321";
const school = "St Fillan's-by-the-Water (Primary)";

/** Everybody reads how the teacher is reached: named person and contact of the plan, at the child's school. */
async function aTeacherWhoIsReached() {
  const of = await aCase(database);
  const { area, teacher, nurse, childId, planId } = of;
  const establishmentId = await area.addEstablishment(of.agencies.education, "primary", school);
  await area.addPlace(childId, establishmentId);
  await area.addPost(teacher, { agencyId: of.agencies.education, establishmentId });
  await area.relate(nurse, childId, "lead");
  await area.write(async (tx) => {
    await tx.update(practitioner).set({ email, phone }).where(eq(practitioner.practitionerId, teacher.practitionerId));
    await tx.insert(chronologyEntry).values({
      areaId: area.areaId,
      entryId: newId(),
      childId,
      act: "concern.recorded",
      title: "Talked over",
      detail: `Write to ${email} or call 01632-960-321 at ${school} first`,
      byId: nurse.practitionerId,
      byName: nurse.practitionerName,
      happenedAt: aMonday.toISOString(),
      recordedAt: aMonday.toISOString(),
    });
    const [named] = await tx.select().from(namedPerson).where(eq(namedPerson.childId, childId));
    await tx.insert(telling).values({
      areaId: area.areaId,
      tellingId: newId(),
      childId,
      about: "named-person",
      sourceId: named?.namedPersonId ?? "",
      recipient: newId(),
      recordedAt: aMonday.toISOString(),
    });
  });
  const read = async (who: TestPerson) => {
    const { people, plan, namedPerson, record, consent } = area.as(who);
    return {
      child: await people.child({ childId }),
      plan: await plan.get({ planId }),
      history: await namedPerson.history({ childId }),
      letters: await namedPerson.toTell({ childId }),
      chronology: await record.chronology({ childId }),
      copy: await consent.copies.look({
        planId,
        childId,
        recipient: { is: "practitioner", practitionerId: teacher.practitionerId },
        way: "secure-email",
      }),
    };
  };
  const keep = () =>
    area.as(teacher).restriction.record({
      idempotencyKey: newKey(),
      childId,
      kind: "whereabouts",
      safeContact: { name: "Gail Moor", phone: "01632 960777" },
      ownerId: teacher.practitionerId,
      reason: "Somebody looks for the family",
      reviewOn: addDays(localDate("2026-11-23"), 60),
      readers: [],
    });
  return { ...of, read, keep };
}

const tells = (said: unknown) => /tern-lane|960.?321/.test(JSON.stringify(said));

describe("how colleagues are reached may tell where a child is", () => {
  test("where nothing is kept, everybody who works with the child reads it", async () => {
    const { read, nurse } = await aTeacherWhoIsReached();
    for (const [page, said] of Object.entries(await read(nurse))) expect([page, tells(said)]).toEqual([page, true]);
  });

  test("where it is kept, neither number nor address is there for whoever does not know, on any page", async () => {
    const { read, keep, nurse } = await aTeacherWhoIsReached();
    await keep();
    const pages = await read(nurse);
    for (const [page, said] of Object.entries(pages)) expect([page, tells(said)]).toEqual([page, false]);
    expect(JSON.stringify(pages.chronology)).not.toContain("Fillan");
    expect(pages.plan.contact).toMatchObject({ name: "Morag Shaw", isReachKept: true });
    expect(pages.copy.destination).toMatchObject({
      to: "Morag Shaw",
      address: "Their own email address at work. It is not shown here: it may tell where this child is.",
    });
  });

  test("whoever may know reads it; the letter that goes by the safe contact says it to nobody", async () => {
    const { read, keep, teacher } = await aTeacherWhoIsReached();
    await keep();
    const { letters, copy: _, ...pages } = await read(teacher);
    for (const [page, said] of Object.entries(pages)) expect([page, tells(said)]).toEqual([page, true]);
    expect(pages.plan.contact).toMatchObject({ email, phone, isReachKept: false });
    expect(tells(letters)).toBe(false);
    expect(JSON.stringify(letters)).toContain("through Gail Moor");
  });
});
