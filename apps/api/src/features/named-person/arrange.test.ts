import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { childAccess } from "../../db/schema/access.ts";
import { duty } from "../../db/schema/change.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool, known } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const from = localDate("2026-11-24");
const byClass = (of: { establishmentId: string; practitionerId: string }) => ({
  idempotencyKey: newKey(),
  establishmentId: of.establishmentId,
  version: 1,
  pattern: "by-class" as const,
  groups: [{ group: "P5", practitionerId: of.practitionerId }],
  from,
});

async function aSchoolOf(pupils: number) {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const pupilIds: string[] = [];
  for (let at = 0; at < pupils; at += 1)
    pupilIds.push(
      await school.addPupil({ givenName: `Pupil ${at}`, ...(at === 0 ? {} : { group: "P5" }), carers: at % 3 }),
    );
  return { area, school, pupilIds };
}

describe("HIG-62: a school's arrangement is applied to every pupil in bulk, with single exceptions", () => {
  test("all follow the rule but a stated exception and a pupil with no class, who is listed", async () => {
    const { area, school, pupilIds } = await aSchoolOf(6);
    const exceptions = [
      {
        childId: pupilIds[1] ?? "",
        practitionerId: school.ross.practitionerId,
        reason: "The family knows Ms Ross well.",
      },
    ];
    const done = known(
      await area.as(school.head).namedPerson.arrange({ ...byClass({ ...school, ...school.bain }), exceptions }),
    );
    expect(done.changed).toBe(5);
    expect(done.arrangement.followed).toBe(4);
    expect(done.arrangement.exceptions.map(({ name, reason }) => [name, reason])).toEqual([
      ["Ms Ross", "The family knows Ms Ross well."],
    ]);
    expect(done.arrangement.unassigned.map(({ child, why }) => [child.name, why])).toEqual([
      ["Pupil 0 Ashdown", "The class of this child is not recorded."],
    ]);
    expect(done.arrangement.version).toBe(2);
  });

  test("an exception stays when the arrangement is applied again, and nobody is told twice", async () => {
    const { area, school, pupilIds } = await aSchoolOf(4);
    const exceptions = [
      { childId: pupilIds[1] ?? "", practitionerId: school.ross.practitionerId, reason: "Her sister has Ms Ross." },
    ];
    const head = area.as(school.head).namedPerson;
    await head.arrange({ ...byClass({ ...school, ...school.bain }), exceptions });
    const again = known(await head.arrange({ ...byClass({ ...school, ...school.bain }), version: 2 }));
    expect([again.changed, again.unchanged, again.toTell]).toEqual([0, 3, 0]);
    expect(again.arrangement.exceptions).toHaveLength(1);
  });
});

test("HIG-15: an 18-pupil school has its head for all", async () => {
  const { area, school } = await aSchoolOf(18);
  const groups = [{ group: "*", practitionerId: school.head.practitionerId }];
  const done = known(
    await area
      .as(school.head)
      .namedPerson.arrange({ ...byClass({ ...school, ...school.bain }), pattern: "one-person", groups }),
  );
  expect(done.changed).toBe(18);
  expect(done.arrangement.groups).toEqual([
    { group: "*", words: "Everybody", children: 18, practitionerId: school.head.practitionerId, name: "Mrs Shaw" },
  ]);
});

test("HIG-15: an academy has a guidance teacher for each house", async () => {
  const area = await aTestArea(database);
  const school = await aSchool(area, { kind: "secondary", name: "Firth Academy" });
  const houses = ["Ash", "Birch", "Cedar"];
  const teachers = await Promise.all(
    houses.map((house) =>
      area.addPractitioner({
        name: `Guidance ${house}`,
        agencyId: school.agencyId,
        establishmentId: school.establishmentId,
        kind: "guidance-teacher",
      }),
    ),
  );
  for (const house of [...houses, ...houses, undefined]) await school.addPupil(house === undefined ? {} : { house });
  const done = known(
    await area.as(school.head).namedPerson.arrange({
      ...byClass({ ...school, ...school.bain }),
      pattern: "by-house",
      groups: houses.map((group, at) => ({ group, practitionerId: teachers[at]?.practitionerId ?? "" })),
    }),
  );
  expect([done.changed, done.arrangement.unassignedCount]).toEqual([6, 1]);
  expect(done.arrangement.groups.map(({ group, children, name }) => [group, children, name])).toEqual(
    houses.map((house) => [house, 2, `Guidance ${house}`]),
  );
});

test("HIG-13: being named person of many children with no concern makes no duty, form or review", async () => {
  const { area, school } = await aSchoolOf(12);
  const groups = [{ group: "*", practitionerId: school.bain.practitionerId }];
  await area
    .as(school.head)
    .namedPerson.arrange({ ...byClass({ ...school, ...school.bain }), pattern: "one-person", groups });
  expect(await area.write((tx) => tx.select().from(duty).where(eq(duty.areaId, area.areaId)))).toEqual([]);
});

test("HIG-78: siblings may share one named person, each by an assignment of their own", async () => {
  const { area, school, pupilIds } = await aSchoolOf(3);
  const groups = [{ group: "*", practitionerId: school.head.practitionerId }];
  await area
    .as(school.head)
    .namedPerson.arrange({ ...byClass({ ...school, ...school.bain }), pattern: "one-person", groups });
  const rows = await area.write((tx) =>
    tx.select().from(childAccess).where(eq(childAccess.practitionerId, school.head.practitionerId)),
  );
  expect(
    rows
      .filter(({ basis }) => basis === "named-person")
      .map(({ childId }) => childId)
      .sort(),
  ).toEqual([...pupilIds].sort());
});

test("HIG-64: the head sees skills, site and number of children side by side, in order of name", async () => {
  const { area, school } = await aSchoolOf(4);
  await area
    .as(school.head)
    .namedPerson.arrange({ ...byClass({ ...school, ...school.bain }), from: localDate("2026-11-23") });
  const { staff } = known(await area.as(school.head).namedPerson.staff({ establishmentId: school.establishmentId }));
  expect(staff.map(({ name, children, site }) => [name, children, site])).toEqual([
    ["Mr Bain", 3, "Tern Lane School"],
    ["Mrs Shaw", 0, "Tern Lane School"],
    ["Ms Ross", 0, "Tern Lane School"],
    ["Una Keir", 0, "Tern Lane School"],
  ]);
});

test("a step of each child's record holds the decision, and an audit entry", async () => {
  const { area, school, pupilIds } = await aSchoolOf(2);
  await area.as(school.head).namedPerson.arrange(byClass({ ...school, ...school.bain }));
  const [step] = await area.write((tx) =>
    tx
      .select()
      .from(chronologyEntry)
      .where(eq(chronologyEntry.childId, pupilIds[1] ?? "")),
  );
  expect(step?.title).toBe("Mr Bain is the named person from 24 November 2026");
  expect(step?.decisionId).not.toBeNull();
  const audit = await area.write((tx) =>
    tx
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.childId, pupilIds[1] ?? "")),
  );
  expect(audit.map(({ outcome, act }) => [outcome, act])).toContainEqual(["changed", "named-person.assigned"]);
});

test("the same key twice is done once and answers the same", async () => {
  const { area, school } = await aSchoolOf(3);
  const input = byClass({ ...school, ...school.bain });
  const first = await area.as(school.head).namedPerson.arrange(input);
  expect(await area.as(school.head).namedPerson.arrange(input)).toEqual(first);
});

test("a version that is not the latest is refused, and nothing is kept", async () => {
  const { area, school } = await aSchoolOf(2);
  const head = area.as(school.head).namedPerson;
  await head.arrange(byClass({ ...school, ...school.bain }));
  const refusal = await refusalOf(head.arrange(byClass({ ...school, ...school.ross })));
  expect(refusal).toMatchObject({ kind: "changed-since" });
  const { arrangement } = { arrangement: known(await head.arrangement({ establishmentId: school.establishmentId })) };
  expect(arrangement.groups[0]?.name).toBe("Mr Bain");
});

test("somebody of another school, and another area, may not see or settle the arrangement", async () => {
  const { area, school } = await aSchoolOf(1);
  const other = await aSchool(area, { name: "Gull Road School" });
  const elsewhere = await aTestArea(database);
  const abroad = await aSchool(elsewhere);
  for (const caller of [area.as(other.head), elsewhere.as(abroad.head)]) {
    expect(await refusalOf(caller.namedPerson.arrangement({ establishmentId: school.establishmentId }))).toMatchObject({
      kind: "not-visible",
    });
    expect(await refusalOf(caller.namedPerson.arrange(byClass({ ...school, ...school.bain })))).toMatchObject({
      kind: "not-visible",
    });
  }
  expect(
    await refusalOf(area.as(school.bain).namedPerson.staff({ establishmentId: school.establishmentId })),
  ).toMatchObject({ kind: "not-allowed" });
});

test("a person who is not on the staff cannot be chosen for a group", async () => {
  const { area, school } = await aSchoolOf(1);
  const other = await aSchool(area, { name: "Gull Road School" });
  expect(await refusalOf(area.as(school.head).namedPerson.arrange(byClass({ ...school, ...other.bain })))).toEqual({
    kind: "input",
    problems: [{ path: "groups.0.practitionerId", message: "Choose somebody on the staff of this school or clinic" }],
  });
});

test.each(["wigan", "bolton"])("where the documents know no named person (%s) the page says so", async (edition) => {
  const area = await aTestArea(database, { edition });
  const school = await aSchool(area);
  await school.addPupil({ group: "P5" });
  const head = area.as(school.head).namedPerson;
  for (const view of [
    await head.arrangement({ establishmentId: school.establishmentId }),
    await head.staff({ establishmentId: school.establishmentId }),
    await head.arrange(byClass({ ...school, ...school.bain })),
    await head.missing({ establishmentId: school.establishmentId }),
    await head.toTell({}),
  ])
    expect(view).toMatchObject({ known: false, because: expect.stringContaining("named person") });
});
