import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { restriction } from "../../db/schema/access.ts";
import { concern } from "../../db/schema/concern.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type TestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool, known } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const everybody = (
  school: { establishmentId: string; head: { practitionerId: string } },
  practitionerId = school.head.practitionerId,
) => ({
  idempotencyKey: newKey(),
  establishmentId: school.establishmentId,
  version: 1,
  pattern: "one-person" as const,
  groups: [{ group: "*", practitionerId }],
  from: localDate("2026-11-23"),
});

async function aRoll(pupils: number, carers = 0) {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const ids: string[] = [];
  for (let at = 0; at < pupils; at += 1)
    ids.push(
      await school.addPupil({
        givenName: `Child ${String(at).padStart(3, "0")}`,
        familyName: "Ashdown",
        group: at % 2 === 0 ? "P5" : "P6",
        carers,
      }),
    );
  return { area, school, ids };
}

const addConcern = (area: TestArea, childId: string, by: string) =>
  area.write((tx) =>
    tx.insert(concern).values({
      areaId: area.areaId,
      concernId: newId(),
      childId,
      noticedOn: localDate("2026-11-20"),
      reportedOn: localDate("2026-11-20"),
      noticed: "Hard to settle.",
      touches: [],
      recordedBy: by,
      recordedAt: aMonday.toISOString(),
      state: "open",
    }),
  );

describe("my children", () => {
  test("are those this person is named person of, fifty at a time by name, each look kept", async () => {
    const { area, school } = await aRoll(53);
    await area.as(school.head).namedPerson.arrange(everybody(school, school.bain.practitionerId));
    const bain = area.as(school.bain).namedPerson;
    const first = await bain.mine({});
    expect(first.children).toHaveLength(50);
    expect(first.children[0]).toMatchObject({
      name: "Ashdown, Child 000",
      as: ["named person"],
      establishment: "Tern Lane School",
      since: "2026-11-23T00:00:00.000Z",
      statusesRecorded: false,
      openConcerns: 0,
    });
    const second = await bain.mine({ ...(first.nextCursor === null ? {} : { cursor: first.nextCursor }) });
    expect([second.children.map(({ fullName }) => fullName), second.nextCursor]).toEqual([
      ["Child 050 Ashdown", "Child 051 Ashdown", "Child 052 Ashdown"],
      null,
    ]);
    const looks = await area.write((tx) =>
      tx.select().from(auditEntry).where(eq(auditEntry.act, "named-person.list-own")),
    );
    expect(looks.filter(({ practitionerId }) => practitionerId === school.bain.practitionerId)).toHaveLength(53);
    expect((await area.as(school.ross).namedPerson.mine({})).children).toEqual([]);
  });

  test("are searched, filtered by class, and narrowed to those with something open", async () => {
    const { area, school, ids } = await aRoll(6);
    await area.as(school.head).namedPerson.arrange(everybody(school, school.bain.practitionerId));
    await addConcern(area, ids[3] ?? "", school.bain.practitionerId);
    const bain = area.as(school.bain).namedPerson;
    expect((await bain.mine({ search: "child 004" })).children.map(({ childId }) => childId)).toEqual([ids[4]]);
    expect((await bain.mine({ group: "P6" })).children).toHaveLength(3);
    expect((await bain.mine({ needsAttention: true })).children).toMatchObject([{ childId: ids[3], openConcerns: 1 }]);
    expect(await bain.myGroups()).toEqual({
      groups: [
        { establishment: "Tern Lane School", group: "P5", children: 3 },
        { establishment: "Tern Lane School", group: "P6", children: 3 },
      ],
      total: 6,
    });
  });

  test("are with them those on whose plan somebody works, and say as what", async () => {
    const { area, school, ids } = await aRoll(2);
    await area.as(school.head).namedPerson.arrange(everybody(school, school.bain.practitionerId));
    await area.relate(school.ross, ids[1] ?? "", "plan-practitioner");
    expect((await area.as(school.ross).namedPerson.mine({})).children).toMatchObject([
      { childId: ids[1], as: ["works on the plan"] },
    ]);
    expect(await area.as(school.ross).namedPerson.myGroups()).toMatchObject({ total: 1 });
  });

  test.each(["wigan", "bolton"])(
    "are those a practitioner works with where there is no named person (%s), and it says why",
    async (edition) => {
      const area = await aTestArea(database, { edition });
      const school = await aSchool(area);
      const childId = await school.addPupil();
      await area.relate(school.bain, childId, "plan-practitioner");
      const view = await area.as(school.bain).namedPerson.mine({});
      expect(view).toMatchObject({
        noNamedPersonBecause: expect.stringContaining("named person"),
        children: [{ childId, as: ["works on the plan"] }],
      });
    },
  );
});

describe("HIG-11: children without a named person, why and for how many days", () => {
  async function twoSchools() {
    const area = await aTestArea(database);
    const [one, two] = [await aSchool(area), await aSchool(area, { name: "Gull Road School" })];
    for (const school of [one, two]) await school.addPupil({ familyName: "Settled" });
    for (const school of [one, two]) await area.as(school.head).namedPerson.arrange(everybody(school));
    const missing = [
      await one.addPupil({ givenName: "Ewan", familyName: "Bell", from: localDate("2026-11-22") }),
      await two.addPupil({ givenName: "Isla", familyName: "Shaw", from: localDate("2026-11-19") }),
    ];
    const coordinator = await area.addPractitioner({ name: "Rona Kidd", agencyId: one.agencyId, role: "coordinator" });
    return { area, one, two, missing, coordinator };
  }

  test("an area's co-ordinator sees how many, where and how long, and no names", async () => {
    const { area, coordinator } = await twoSchools();
    const view = known(await area.as(coordinator).namedPerson.missing({}));
    expect([view.missing, view.children]).toEqual([2, 4]);
    expect(
      view.byEstablishment
        .map(({ establishment, missing, longestDays }) => [establishment, missing, longestDays])
        .sort(),
    ).toEqual([
      ["Gull Road School", 1, 4],
      ["Tern Lane School", 1, 1],
    ]);
    expect(view.rows.map(({ visibility, days, code }) => [visibility, days, code])).toEqual([
      ["restricted", 4, "school-has-not-assigned"],
      ["restricted", 1, "school-has-not-assigned"],
    ]);
    expect(JSON.stringify(view)).not.toMatch(/Ewan|Isla/);
  });

  test("of a child with whom they work a co-ordinator reads the name, and no name where it is kept from them where the child is: the list tells the school", async () => {
    const { area, one, missing, coordinator } = await twoSchools();
    const [childId = ""] = missing;
    await area.relate(coordinator, childId, "plan-practitioner");
    const seen = async (of: object = {}) => {
      const view = known(await area.as(coordinator).namedPerson.missing(of));
      return view.rows.map((row) => [row.visibility, "name" in row ? row.name : undefined, row.establishment]);
    };
    expect(await seen()).toContainEqual(["full", "Ewan Bell", "Tern Lane School"]);
    await area.write((tx) =>
      tx.insert(restriction).values({
        ...{ areaId: area.areaId, restrictionId: newId(), childId, kind: "whereabouts" as const },
        ...{ ownerId: one.head.practitionerId, recordedBy: one.head.practitionerId, recordedAt: aMonday.toISOString() },
        ...{
          reason: "An order of the court",
          reviewOn: localDate("2027-01-20"),
          during: { from: aMonday.toISOString() },
        },
      }),
    );
    for (const of of [{}, { establishmentId: one.establishmentId }]) {
      expect(await seen(of)).toContainEqual(["restricted", undefined, "Tern Lane School"]);
      expect(JSON.stringify(await seen(of))).not.toContain("Ewan");
    }
    // the school's own office knows who is on its roll
    const own = known(await area.as(one.office).namedPerson.missing({ establishmentId: one.establishmentId }));
    expect(own.rows.map((row) => "name" in row && row.name)).toEqual(["Ewan Bell"]);
  });

  test("a school sees its own by name, with why", async () => {
    const { area, one, two, missing } = await twoSchools();
    const view = known(await area.as(one.office).namedPerson.missing({ establishmentId: one.establishmentId }));
    expect(view.rows).toEqual([
      {
        visibility: "full",
        childId: missing[0],
        name: "Ewan Bell",
        establishment: "Tern Lane School",
        group: null,
        code: "school-has-not-assigned",
        why: "The school has not yet said who this child's named person is.",
        since: "2026-11-22",
        days: 1,
      },
    ]);
    expect(
      await refusalOf(area.as(one.office).namedPerson.missing({ establishmentId: two.establishmentId })),
    ).toMatchObject({ kind: "not-visible" });
  });

  test("a manager sees the establishments of their own agency, and nobody sees another area's", async () => {
    const { area, one } = await twoSchools();
    const elsewhere = await twoSchools();
    const manager = await area.addPractitioner({
      name: "Helen Marsh",
      agencyId: one.agencyId,
      role: "service-manager",
    });
    expect(known(await area.as(manager).namedPerson.missing({})).missing).toBe(1);
    expect(known(await elsewhere.area.as(elsewhere.coordinator).namedPerson.missing({})).children).toBe(4);
    expect(await refusalOf(area.as(one.bain).namedPerson.missing({}))).toMatchObject({ kind: "not-allowed" });
  });

  test("nobody is without once each has been assigned", async () => {
    const { area, one, missing } = await twoSchools();
    await area.as(one.head).namedPerson.assign({
      idempotencyKey: newKey(),
      childId: missing[0] ?? "",
      practitionerId: one.bain.practitionerId,
      from: localDate("2026-11-23"),
      insteadOfId: null,
    });
    expect(known(await area.as(one.office).namedPerson.missing({ establishmentId: one.establishmentId })).missing).toBe(
      0,
    );
  });
});

describe("HIG-63: the child and the family are each told, and told again at each change", () => {
  test("a bulk assignment makes a notice for each child and each carer, with the words for each", async () => {
    const { area, school } = await aRoll(3, 2);
    const done = known(await area.as(school.head).namedPerson.arrange(everybody(school)));
    expect(done.toTell).toBe(9);
    const view = known(await area.as(school.office).namedPerson.toTell({ establishmentId: school.establishmentId }));
    expect([view.open, view.tellings.length]).toEqual([9, 9]);
    const ofFirst = view.tellings.filter(({ child }) => child === "Child 000 Ashdown");
    expect(ofFirst.find(({ recipient }) => recipient.is === "child")?.words).toEqual([
      "Mrs Shaw is your named person.",
      "If something worries you, at school or at home, you can tell them. They will listen and try to help.",
    ]);
    expect(ofFirst.find(({ recipient }) => recipient.name === "Carer 1")).toMatchObject({
      recipient: { relationship: "Mother" },
      words: expect.arrayContaining(["Mrs Shaw is the named person for Child 000 from 23 November 2026."]),
    });
  });

  test("who was told and how is logged on the child's record, and those left are listed by name", async () => {
    const { area, school } = await aRoll(2, 1);
    await area.as(school.head).namedPerson.arrange(everybody(school));
    const office = area.as(school.office).namedPerson;
    const { tellings } = known(await office.toTell({}));
    const told = tellings.slice(0, 3).map(({ tellingId }) => tellingId);
    const command = {
      idempotencyKey: newKey(),
      tellingIds: told,
      toldOn: localDate("2026-11-23"),
      how: "letter" as const,
    };
    expect(await office.recordTold(command)).toEqual({ recorded: 3 });
    expect(await office.recordTold(command)).toEqual({ recorded: 3 });
    expect(await refusalOf(office.recordTold({ ...command, idempotencyKey: newKey() }))).toEqual({
      kind: "changed-since",
      what: "list of who has to be told",
    });
    expect(known(await office.toTell({})).tellings.map(({ tellingId }) => tellingId)).toEqual(
      tellings.slice(3).map(({ tellingId }) => tellingId),
    );
    expect(known(await office.toTell({ state: "told" })).tellings[0]).toMatchObject({
      toldOn: "2026-11-23",
      how: "letter",
    });
    const steps = await area.write((tx) =>
      tx.select().from(chronologyEntry).where(eq(chronologyEntry.act, "telling.recorded")),
    );
    expect(
      steps.filter(({ areaId }) => areaId === area.areaId).map(({ title, detail }) => [title, detail]),
    ).toContainEqual(["Told who the named person is: the child and 1 parent or carer", "By letter, 23 November 2026."]);
  });

  test("a change of one child's person makes new notices for that child only", async () => {
    const { area, school, ids } = await aRoll(3, 1);
    const head = area.as(school.head, aMonday).namedPerson;
    await head.arrange(everybody(school));
    const { tellings } = known(await head.toTell({}));
    await head.recordTold({
      idempotencyKey: newKey(),
      tellingIds: tellings.map(({ tellingId }) => tellingId),
      toldOn: localDate("2026-11-23"),
      how: "in-person",
    });
    const { held } = known(await head.history({ childId: ids[0] ?? "" }));
    const later = area.as(school.head, new Date("2026-11-24T10:00:00.000Z")).namedPerson;
    await later.assign({
      idempotencyKey: newKey(),
      childId: ids[0] ?? "",
      practitionerId: school.ross.practitionerId,
      from: localDate("2026-11-24"),
      insteadOfId: held[0]?.namedPersonId ?? null,
    });
    expect(
      known(await later.toTell({}))
        .tellings.map(({ childId, recipient }) => [childId, recipient.is])
        .sort(),
    ).toEqual([
      [ids[0], "carer"],
      [ids[0], "child"],
    ]);
  });

  test("somebody who cannot be told has a reason; another school's office may not log it", async () => {
    const { area, school } = await aRoll(1);
    await area.as(school.head).namedPerson.arrange(everybody(school));
    const { tellings } = known(await area.as(school.office).namedPerson.toTell({}));
    const command = {
      idempotencyKey: newKey(),
      tellingIds: tellings.map(({ tellingId }) => tellingId),
      notToldBecause: "Away with family until January.",
    };
    const other = await aSchool(area, { name: "Gull Road School" });
    expect(await refusalOf(area.as(other.office).namedPerson.recordTold(command))).toMatchObject({
      kind: "not-visible",
    });
    expect(await area.as(school.office).namedPerson.recordTold(command)).toEqual({ recorded: 1 });
    expect(known(await area.as(school.office).namedPerson.toTell({ state: "not-told" })).tellings).toMatchObject([
      { notToldBecause: "Away with family until January." },
    ]);
  });
});
