import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { accessBlock, restriction } from "../../db/schema/access.ts";
import { place } from "../../db/schema/child.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aClinic, aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A nursery with a worker who has no part in anybody's care, and a child there whose named person is at the clinic. */
async function aNursery(edition = "highland") {
  const area = await aTestArea(database, { edition });
  const school = await aSchool(area);
  const clinic = await aClinic(area);
  const nursery = await area.addEstablishment(school.agencyId, "nursery", "Little Terns Nursery");
  const worker = await area.addPractitioner({
    name: "Jo Marsh",
    agencyId: school.agencyId,
    establishmentId: nursery,
    kind: "other",
    title: "Nursery worker",
  });
  const addChild = async (givenName: string, at = nursery) => {
    const childId = await area.addChild({ givenName, familyName: "Quillan" });
    await area.addPlace(childId, at, { group: "Puffins" });
    return childId;
  };
  const callum = await addChild("Callum");
  await area.write((tx) =>
    tx.insert(namedPerson).values({
      areaId: area.areaId,
      namedPersonId: newId(),
      childId: callum,
      practitionerId: clinic.visitor.practitionerId,
      stage: "health-visitor",
      settledBy: "by-name",
      during: { from: aMonday.toISOString() },
      recordedBy: clinic.visitor.practitionerId,
      recordedAt: aMonday.toISOString(),
    }),
  );
  return { area, school, clinic, worker, callum, addChild, nursery };
}

const now = aMonday.toISOString();

describe("HIG-57: staff of the place where a child is see who the named person is", () => {
  test("of the nursery: the name, the class, and the health visitor, and nothing else of the child", async () => {
    const { area, clinic, worker, callum, addChild } = await aNursery();
    const robin = await addChild("Robin");
    expect(await area.as(worker).people.namedHere({ text: "quil" })).toEqual({
      place: "Little Terns Nursery",
      isMore: false,
      children: [
        {
          childId: callum,
          name: "Quillan, Callum",
          group: "Puffins",
          namedPerson: {
            name: clinic.visitor.practitionerName,
            title: "Health visitor",
            place: "Harbour Clinic",
            phone: null,
          },
        },
        { childId: robin, name: "Quillan, Robin", group: "Puffins", namedPerson: null },
      ],
    });
    expect(await refusalOf(area.as(worker).people.child({ childId: callum }))).toMatchObject({ kind: "not-visible" });
    expect((await area.as(worker).people.search({ text: "quil" })).children).toEqual([]);
  });

  test("each child that was shown has an entry in the audit, which the family's list says in plain words", async () => {
    const { area, worker, callum } = await aNursery();
    await area.as(worker).people.namedHere({ text: "callum" });
    const kept = await area.write((tx) =>
      tx
        .select({ childId: auditEntry.childId, basis: auditEntry.basis })
        .from(auditEntry)
        .where(and(eq(auditEntry.areaId, area.areaId), eq(auditEntry.act, "named-person.here.read"))),
    );
    expect(kept).toEqual([{ childId: callum, basis: "works-where-the-child-is" }]);
  });

  test("of another place, of a place that ended the day before or begins the day after, and by a word of no name: nobody", async () => {
    const { area, school, worker, callum, addChild } = await aNursery();
    await addChild("Elsewhere", school.establishmentId);
    expect((await area.as(worker).people.namedHere({ text: "elsewhere" })).children).toEqual([]);
    expect((await area.as(worker).people.namedHere({ text: "zz" })).children).toEqual([]);
    const shown = async (from: string, until?: string) => {
      await area.write((tx) =>
        tx
          .update(place)
          .set({ during: { from: localDate(from), ...(until === undefined ? {} : { until: localDate(until) }) } })
          .where(eq(place.childId, callum)),
      );
      return (await area.as(worker).people.namedHere({ text: "callum" })).children.length;
    };
    expect(await shown("2026-08-17", "2026-11-23")).toBe(0);
    expect(await shown("2026-08-17", "2026-11-24")).toBe(1);
    expect(await shown("2026-11-23")).toBe(1);
    expect(await shown("2026-11-24")).toBe(0);
  });

  test("a child of whom it is kept private where they are, and one whom the worker knows outside work, are not found", async () => {
    const { area, worker, callum, addChild } = await aNursery();
    const robin = await addChild("Robin");
    await area.write(async (tx) => {
      await tx.insert(restriction).values({
        areaId: area.areaId,
        restrictionId: newId(),
        childId: callum,
        kind: "whereabouts",
        ownerId: worker.practitionerId,
        reason: "Moved away from danger.",
        safeContact: { name: "Solicitor" },
        reviewOn: localDate("2027-01-20"),
        during: { from: now },
        recordedBy: worker.practitionerId,
        recordedAt: now,
      });
      await tx.insert(accessBlock).values({
        areaId: area.areaId,
        blockId: newId(),
        practitionerId: worker.practitionerId,
        childId: robin,
        because: "declared",
        tie: "cousin",
        during: { from: now },
        recordedAt: now,
      });
    });
    expect((await area.as(worker).people.namedHere({ text: "quillan" })).children).toEqual([]);
  });

  test("whoever works at no school, nursery or clinic, an office, a manager, a light account: nothing, or refused", async () => {
    const { area, school, nursery } = await aNursery();
    const elsewhere = await area.addPractitioner({ name: "Dee Low", agencyId: school.agencyId });
    expect(await area.as(elsewhere).people.namedHere({ text: "quillan" })).toEqual({
      place: null,
      children: [],
      isMore: false,
    });
    for (const role of ["record-keeper", "team-manager", "light", "strategic-manager"] as const) {
      const who = await area.addPractitioner({
        name: `By ${role}`,
        agencyId: school.agencyId,
        establishmentId: nursery,
        role,
      });
      expect(await refusalOf(area.as(who).people.namedHere({ text: "quillan" }))).toMatchObject({
        kind: "not-allowed",
      });
    }
  });

  test("more than twenty of a name: twenty, and that there are more; where the documents know no named person: nothing", async () => {
    const { area, worker, addChild } = await aNursery();
    for (let at = 0; at < 20; at += 1) await addChild(`Child ${String(at).padStart(2, "0")}`);
    const found = await area.as(worker).people.namedHere({ text: "quillan" });
    expect({ many: found.children.length, isMore: found.isMore }).toEqual({ many: 20, isMore: true });
    const england = await aNursery("wigan");
    expect((await england.area.as(england.worker).people.namedHere({ text: "quillan" })).place).toBeNull();
  });
});
