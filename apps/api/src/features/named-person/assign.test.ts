import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { constraintOf } from "../../db/asking.ts";
import type { Database } from "../../db/database.ts";
import { childAccess } from "../../db/schema/access.ts";
import { place } from "../../db/schema/child.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { auditEntry, decision } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type TestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aClinic, addCarer, aSchool, assigning, known } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aPupil(of: { readonly kind?: "primary" | "secondary" } = {}) {
  const area = await aTestArea(database);
  const school = await aSchool(area, of);
  const childId = await school.addPupil({
    givenName: "Isla",
    familyName: "Bell",
    group: "P5",
    bornOn: localDate("2017-05-03"),
  });
  return { area, school, childId, head: area.as(school.head).namedPerson, office: area.as(school.office) };
}

const lineOf = (area: TestArea, childId: string) =>
  area.write((tx) => tx.select().from(namedPerson).where(eq(namedPerson.childId, childId)).orderBy(namedPerson.during));

describe("HIG-10: a child has exactly one current named person", () => {
  test("the database refuses a second one for the same days", async () => {
    const { area, school, childId, head } = await aPupil();
    await head.assign(assigning(childId, school.bain));
    const second = area.write((tx) =>
      tx.insert(namedPerson).values({
        areaId: area.areaId,
        namedPersonId: newId(),
        childId,
        practitionerId: school.ross.practitionerId,
        stage: "primary",
        settledBy: "by-name",
        during: { from: "2026-11-23T12:00:00.000Z" },
        recordedBy: school.head.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    await expect(second).rejects.toSatisfy((error) => constraintOf(error) === "one_named_person_at_a_time");
  });

  test("Callum, 3, has a health visitor, and Isla, 9, her class teacher", async () => {
    const area = await aTestArea(database);
    const [school, clinic] = [await aSchool(area), await aClinic(area)];
    const isla = await school.addPupil({ givenName: "Isla", bornOn: localDate("2017-05-03") });
    const callum = await clinic.addToCaseload({ givenName: "Callum", bornOn: localDate("2023-05-03") });
    const taught = known(await area.as(school.head).namedPerson.assign(assigning(isla, school.bain)));
    const visited = known(await area.as(clinic.office).namedPerson.assign(assigning(callum, clinic.visitor)));
    expect([taught.namedPerson.stage, visited.namedPerson.stage]).toEqual(["primary", "before-school"]);
    expect(visited.words).toBe("Nan Sim is the named person from 23 November 2026.");
  });
});

describe("HIG-58: at school the named person is a member of that school's staff", () => {
  test("a visiting school nurse is refused with the clause, and a teacher of the school accepted", async () => {
    const { area, school, childId, head } = await aPupil();
    const nurse = await area.addPractitioner({
      name: "Priya Nair",
      agencyId: await area.addAgency("health"),
      kind: "school-nurse",
    });
    const refusal = await refusalOf(head.assign(assigning(childId, nurse)));
    if (refusal.kind !== "rule-prevents") throw new Error(refusal.kind);
    expect(refusal.because).toEqual([
      {
        because: "This person is not on the staff of the child's school. Choose one of its own staff.",
        clause: expect.stringContaining("H6, paragraph 2, sentences 1-2"),
      },
    ]);
    expect(await lineOf(area, childId)).toEqual([]);
    expect(known(await head.assign(assigning(childId, school.ross))).namedPerson.name).toBe("Ms Ross");
  });
});

describe("HIG-59: the school assigns before the start, and there is no gap and no overlap", () => {
  test("on the day before it is the health visitor, and on the day the teacher", async () => {
    const area = await aTestArea(database);
    const [school, clinic] = [await aSchool(area), await aClinic(area)];
    const callum = await clinic.addToCaseload({ givenName: "Callum", bornOn: localDate("2022-05-03") });
    await area.as(clinic.office).namedPerson.assign(assigning(callum, clinic.visitor));
    await area.addPlace(callum, school.establishmentId, { from: localDate("2027-08-17") });
    await area.relate(school.head, callum, "head");
    const june = new Date("2027-06-21T10:00:00.000Z");
    const [current] = await lineOf(area, callum);
    const view = known(
      await area
        .as(school.head, june)
        .namedPerson.assign(
          assigning(callum, school.bain, { from: "2027-08-17", insteadOfId: current?.namedPersonId ?? null }),
        ),
    );
    expect(view.words).toBe("Mr Bain is the named person from 17 August 2027. Nan Sim stays until then.");
    const history = known(await area.as(school.head, june).namedPerson.history({ childId: callum }));
    expect(history.held.map(({ name, from, until }) => [name, from, until])).toEqual([
      ["Mr Bain", "2027-08-17", null],
      ["Nan Sim", "2026-11-23", "2027-08-17"],
    ]);
    expect(history.gaps).toEqual([]);
    const whoSees = async (at: string) => {
      const rows = await area.write((tx) => tx.select().from(childAccess).where(eq(childAccess.childId, callum)));
      return rows
        .filter(({ basis, during }) => basis === "named-person" && during.from <= at && (during.until ?? "9") > at)
        .map(({ practitionerId }) => practitionerId);
    };
    expect(await whoSees("2027-08-16T12:00:00.000Z")).toEqual([clinic.visitor.practitionerId]);
    expect(await whoSees("2027-08-17T12:00:00.000Z")).toEqual([school.bain.practitionerId]);
  });

  test("somebody who has not started may be replaced, and nobody is told of the one who never was", async () => {
    const { area, school, childId, head } = await aPupil();
    await addCarer(area, childId, "Ceit Bell");
    await head.assign(assigning(childId, school.bain, { from: "2027-01-05" }));
    await head.assign(assigning(childId, school.ross, { from: "2027-01-05" }));
    expect((await lineOf(area, childId)).map(({ practitionerId }) => practitionerId)).toEqual([
      school.ross.practitionerId,
    ]);
    const { tellings } = known(await head.toTell({}));
    expect(tellings.map(({ recipient, who: { name } }) => [recipient.is, name])).toEqual(
      expect.arrayContaining([
        ["child", "Ms Ross"],
        ["carer", "Ms Ross"],
      ]),
    );
    expect(tellings).toHaveLength(2);
  });
});

test("HIG-60: the history keeps every change, and its dates meet", async () => {
  const { area, school, childId, head } = await aPupil();
  const first = known(await head.assign(assigning(childId, school.ross)));
  const nextDay = area.as(school.head, new Date("2026-11-24T10:00:00.000Z")).namedPerson;
  await nextDay.assign(
    assigning(childId, school.bain, {
      from: "2026-11-24",
      insteadOfId: first.namedPerson.namedPersonId,
      reason: "Ms Ross moves to P4.",
    }),
  );
  const { held } = known(await nextDay.history({ childId }));
  expect(held.map(({ name, from, until, reason }) => [name, from, until, reason])).toEqual([
    ["Mr Bain", "2026-11-24", null, "Ms Ross moves to P4."],
    ["Ms Ross", "2026-11-23", "2026-11-24", null],
  ]);
});

test("HIG-61: the primary school's named person is not carried into secondary school", async () => {
  const { area, school: primary, childId, head } = await aPupil();
  await head.assign(assigning(childId, primary.head));
  const secondary = await aSchool(area, { kind: "secondary", name: "Firth Academy" });
  await area.write((tx) =>
    tx
      .update(place)
      .set({ during: { from: localDate("2020-08-18"), until: localDate("2027-07-01") } })
      .where(eq(place.childId, childId)),
  );
  await area.addPlace(childId, secondary.establishmentId, { from: localDate("2027-08-17") });
  await area.relate(secondary.head, childId, "head");
  const [current] = await lineOf(area, childId);
  const office = area.as(secondary.head, new Date("2027-06-21T10:00:00.000Z")).namedPerson;
  const insteadOfId = current?.namedPersonId ?? null;
  const refusal = await refusalOf(office.assign(assigning(childId, primary.head, { from: "2027-08-17", insteadOfId })));
  if (refusal.kind !== "rule-prevents") throw new Error(refusal.kind);
  expect(refusal.because.map(({ because }) => because)).toContain(
    "A child gets a new named person on entering secondary school. Choose somebody else there.",
  );
  expect(
    known(await office.assign(assigning(childId, secondary.bain, { from: "2027-08-17", insteadOfId }))).namedPerson
      .stage,
  ).toBe("secondary");
});

test("HIG-77: a named person is held per child, and a brother gets none by being one", async () => {
  const { school, childId, head } = await aPupil();
  await head.assign(assigning(childId, school.bain));
  const rory = await school.addPupil({ givenName: "Rory", familyName: "Bell", bornOn: localDate("2019-08-02") });
  expect(known(await head.history({ childId: rory })).held).toEqual([]);
});

test("HIG-56: a nursery place, a part-time start and a fifth birthday change nothing: the health visitor stays", async () => {
  const area = await aTestArea(database);
  const [school, clinic] = [await aSchool(area), await aClinic(area)];
  const callum = await clinic.addToCaseload({ givenName: "Callum", bornOn: localDate("2022-05-03") });
  const { namedPersonId: insteadOfId } = known(
    await area.as(clinic.office).namedPerson.assign(assigning(callum, clinic.visitor)),
  ).namedPerson;
  await area.addPlace(callum, school.establishmentId, { from: localDate("2027-04-12") });
  await area.write((tx) =>
    tx.update(place).set({ fullTime: false }).where(eq(place.establishmentId, school.establishmentId)),
  );
  await area.relate(school.head, callum, "head");
  const afterBirthday = area.as(school.head, new Date("2027-05-10T10:00:00.000Z"));
  expect((await afterBirthday.people.child({ childId: callum })).namedPerson).toMatchObject({
    current: { name: "Nan Sim" },
  });
  const refusal = await refusalOf(
    afterBirthday.namedPerson.assign(assigning(callum, school.bain, { from: "2027-05-10", insteadOfId })),
  );
  expect(refusal).toMatchObject({
    kind: "rule-prevents",
    because: [{ because: expect.stringContaining("a health visitor") }],
  });
});

test("HIG-57: nursery staff see who the named person is, and cannot be it", async () => {
  const area = await aTestArea(database);
  const clinic = await aClinic(area);
  const callum = await clinic.addToCaseload({ bornOn: localDate("2022-05-03") });
  const education = await area.addAgency("education");
  const nursery = await area.addEstablishment(education, "nursery", "Shore Nursery");
  const manager = await area.addPractitioner({
    name: "Jo Lees",
    agencyId: education,
    establishmentId: nursery,
    role: "head",
    kind: "early-years-practitioner",
  });
  await area.addPlace(callum, nursery, { from: localDate("2026-08-18") });
  await area.relate(manager, callum, "head");
  await area.as(clinic.office).namedPerson.assign(assigning(callum, clinic.visitor));
  expect((await area.as(manager).people.child({ childId: callum })).namedPerson).toMatchObject({
    known: true,
    current: { name: "Nan Sim" },
  });
  const [current] = await lineOf(area, callum);
  expect(
    await refusalOf(
      area.as(manager).namedPerson.assign(assigning(callum, manager, { insteadOfId: current?.namedPersonId ?? null })),
    ),
  ).toMatchObject({ kind: "rule-prevents" });
});

describe("assigning", () => {
  test("keeps the decision, the step and an audit entry together", async () => {
    const { area, school, childId, head } = await aPupil();
    const done = known(await head.assign(assigning(childId, school.bain)));
    const kept = await area.write((tx) => tx.select().from(decision).where(eq(decision.childId, childId)));
    expect(kept.map(({ question, answer }) => [question, answer]).sort()).toEqual([
      ["named-person.may-be", "permits"],
      ["named-person.who", "filled"],
    ]);
    expect(kept.map(({ decisionId }) => decisionId)).toContain(done.decisionId);
    const audit = await area.write((tx) => tx.select().from(auditEntry).where(eq(auditEntry.childId, childId)));
    expect(audit.filter(({ outcome }) => outcome === "changed").map(({ act }) => act)).toEqual([
      "named-person.assigned",
    ]);
  });

  test("the same key twice is done once; a page that is out of date is refused; the same person is said", async () => {
    const { area, school, childId, head } = await aPupil();
    const command = assigning(childId, school.bain);
    const done = await head.assign(command);
    expect(await head.assign(command)).toEqual(done);
    expect(await refusalOf(head.assign(assigning(childId, school.ross)))).toEqual({
      kind: "changed-since",
      what: "named person",
    });
    const insteadOfId = known(done).namedPerson.namedPersonId;
    expect(await refusalOf(head.assign(assigning(childId, school.bain, { insteadOfId })))).toEqual({
      kind: "already",
      because: "Mr Bain is the named person on that day already.",
    });
    expect(await lineOf(area, childId)).toHaveLength(1);
  });

  test("twice on one day cuts at the moment of the second", async () => {
    const { area, school, childId, head } = await aPupil();
    const { namedPersonId } = known(await head.assign(assigning(childId, school.bain))).namedPerson;
    const noon = area.as(school.head, new Date("2026-11-23T12:00:00.000Z")).namedPerson;
    await noon.assign(assigning(childId, school.ross, { insteadOfId: namedPersonId }));
    expect((await lineOf(area, childId)).map(({ during }) => during)).toEqual([
      { from: "2026-11-23T00:00:00.000Z", until: "2026-11-23T12:00:00.000Z" },
      { from: "2026-11-23T12:00:00.000Z" },
    ]);
  });

  test("does not rewrite the past, nor reach years ahead", async () => {
    const { school, childId, head } = await aPupil();
    const { namedPersonId: insteadOfId } = known(await head.assign(assigning(childId, school.bain))).namedPerson;
    expect(
      await refusalOf(head.assign(assigning(childId, school.ross, { from: "2026-11-20", insteadOfId }))),
    ).toMatchObject({
      problems: [
        {
          path: "from",
          message: "Mr Bain is recorded as the named person on or after that day. Enter today or a later day.",
        },
      ],
    });
    expect(
      await refusalOf(head.assign(assigning(childId, school.ross, { from: "2028-01-05", insteadOfId }))),
    ).toMatchObject({ problems: [{ path: "from", message: "Enter a day within the next 12 months" }] });
  });

  test("another school, another agency and another area find no such child; a teacher may not", async () => {
    const { area, school, childId } = await aPupil();
    const other = await aSchool(area, { name: "Gull Road School" });
    const abroad = await aPupil();
    for (const caller of [area.as(other.head), abroad.area.as(abroad.school.head)])
      expect(await refusalOf(caller.namedPerson.assign(assigning(childId, school.bain)))).toEqual({
        kind: "not-visible",
        what: "child",
      });
    expect(await refusalOf(area.as(school.bain).namedPerson.assign(assigning(childId, school.bain)))).toMatchObject({
      kind: "not-allowed",
    });
  });

  test.each(["wigan", "bolton"])("says so where the documents know no named person (%s)", async (edition) => {
    const area = await aTestArea(database, { edition });
    const school = await aSchool(area);
    const childId = await school.addPupil();
    for (const view of [
      await area.as(school.head).namedPerson.assign(assigning(childId, school.bain)),
      await area.as(school.head).namedPerson.history({ childId }),
    ])
      expect(view).toMatchObject({ known: false, because: expect.stringContaining("named person") });
  });
});
