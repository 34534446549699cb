import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { child } from "../../db/schema/child.ts";
import { aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aClinic, assigning, known } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe("HIG-54 and HIG-55: the midwife, and the handover to the health visitor", () => {
  async function aBaby() {
    const area = await aTestArea(database);
    const [midwives, clinic] = [await aClinic(area, "midwifery-team"), await aClinic(area)];
    const childId = newId();
    await area.write(async (tx) => {
      await tx.insert(child).values({
        areaId: area.areaId,
        childId,
        givenName: "Baby",
        familyName: "Roy",
        dueOn: localDate("2026-09-14"),
        searchName: "roy baby",
        recordedAt: "2026-03-03T10:00:00.000Z",
      });
    });
    await area.addPlace(childId, midwives.establishmentId, { from: localDate("2026-03-03") });
    await area.relate(midwives.office, childId, "record-keeper");
    const office = (day: string) => area.as(midwives.office, new Date(`${day}T10:00:00.000Z`)).namedPerson;
    await office("2026-03-03").assign(assigning(childId, midwives.midwife, { from: "2026-03-03" }));
    const born = () =>
      area.write((tx) =>
        tx
          .update(child)
          .set({ bornOn: localDate("2026-09-12"), dueOn: null })
          .where(eq(child.childId, childId)),
      );
    return { area, midwives, clinic, childId, office, born };
  }
  const ending = (
    childId: string,
    of: {
      readonly endedOn: string;
      readonly visitor?: TestPerson;
      readonly acceptedOn?: string;
      readonly reason?: string;
    },
  ) => ({
    idempotencyKey: newKey(),
    childId,
    version: 1,
    endedOn: localDate(of.endedOn),
    ...(of.visitor === undefined ? {} : { healthVisitorId: of.visitor.practitionerId }),
    ...(of.acceptedOn === undefined ? {} : { acceptedOn: localDate(of.acceptedOn) }),
    ...(of.reason === undefined ? {} : { reason: of.reason }),
  });

  test("HIG-54: the unborn child's midwife stays with the same record after the birth, and only the family is told before it", async () => {
    const { office, childId, born } = await aBaby();
    expect(known(await office("2026-03-03").history({ childId })).held.map(({ name, stage }) => [name, stage])).toEqual(
      [["Fiona Roy", "pregnancy-and-birth"]],
    );
    expect(known(await office("2026-03-03").toTell({ childId })).tellings).toEqual([]);
    await born();
    expect(known(await office("2026-09-13").history({ childId })).held.map(({ name, until }) => [name, until])).toEqual(
      [["Fiona Roy", null]],
    );
  });

  test("HIG-55: the health visitor takes over on the later of the two days", async () => {
    const { office, childId, born, clinic } = await aBaby();
    await born();
    const done = known(
      await office("2026-09-24").endMidwifery(
        ending(childId, { endedOn: "2026-09-23", visitor: clinic.visitor, acceptedOn: "2026-09-20" }),
      ),
    );
    expect(done).toMatchObject({
      handedOverOn: "2026-09-23",
      isLate: false,
      words: "Nan Sim is the named person from 23 September 2026.",
      childVersion: 2,
    });
    expect(
      known(await office("2026-09-24").history({ childId })).held.map(({ name, from, until, settledBy }) => [
        name,
        from,
        until,
        settledBy,
      ]),
    ).toEqual([
      ["Nan Sim", "2026-09-23", null, "Handover from the midwife"],
      ["Fiona Roy", "2026-03-03", "2026-09-23", "Child by child"],
    ]);
  });

  test("until a health visitor has accepted the midwife stays", async () => {
    const { office, childId, born } = await aBaby();
    await born();
    const done = known(await office("2026-09-24").endMidwifery(ending(childId, { endedOn: "2026-09-23" })));
    expect(done).toMatchObject({
      handedOverOn: null,
      words:
        "The midwife's care ended on 23 September 2026. Fiona Roy stays the named person until a health visitor has accepted.",
    });
    expect(known(await office("2026-09-25").history({ childId })).held.map(({ name, until }) => [name, until])).toEqual(
      [["Fiona Roy", null]],
    );
  });

  test("from the fifteenth day a reason is asked for, and both service managers hear of it", async () => {
    const { area, midwives, clinic, office, childId, born } = await aBaby();
    const managers = [midwives, clinic].map(({ agencyId }, at) =>
      area.addPractitioner({ name: `Manager ${at}`, agencyId, role: "service-manager" }),
    );
    const expected = (await Promise.all(managers)).map(({ practitionerId }) => practitionerId).sort();
    await born();
    const late = { endedOn: "2026-09-27", visitor: clinic.visitor, acceptedOn: "2026-09-27" };
    expect(await refusalOf(office("2026-09-28").endMidwifery(ending(childId, late)))).toEqual({
      kind: "input",
      problems: [{ path: "reason", message: "Enter why the handover is late" }],
    });
    expect(
      known(
        await office("2026-09-28").endMidwifery(
          ending(childId, { ...late, reason: "The health visitor was on leave." }),
        ),
      ).isLate,
    ).toBe(true);
    const told = await area.write(
      async (tx) =>
        (await tx.execute("select payload from outbox")) as unknown as {
          rows: { payload: { practitionerId: string; act: string } }[];
        },
    );
    expect(
      told.rows
        .filter(({ payload }) => payload.act === "named-person.handover-late")
        .map(({ payload }) => payload.practitionerId)
        .sort(),
    ).toEqual(expected);
  });

  test("a nursery's practitioner does not take over, and days that cannot be are asked again", async () => {
    const { area, office, childId, born } = await aBaby();
    await born();
    const nursery = await area.addPractitioner({
      name: "Jo Lees",
      agencyId: await area.addAgency("education"),
      kind: "early-years-practitioner",
    });
    expect(
      await refusalOf(
        office("2026-09-24").endMidwifery(
          ending(childId, { endedOn: "2026-09-23", visitor: nursery, acceptedOn: "2026-09-23" }),
        ),
      ),
    ).toMatchObject({ kind: "rule-prevents" });
    expect(
      await refusalOf(office("2026-09-24").endMidwifery(ending(childId, { endedOn: "2026-09-11" }))),
    ).toMatchObject({
      problems: [{ path: "endedOn", message: "Enter a day that is not before the birth, 12 September 2026" }],
    });
    expect(
      await refusalOf(office("2026-09-24").endMidwifery(ending(childId, { endedOn: "2026-09-25" }))),
    ).toMatchObject({ problems: [{ path: "endedOn", message: "Enter a day that is not in the future" }] });
  });
});
