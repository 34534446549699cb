import { localDate, quarters } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf, auditOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aPerson(edition = "england") {
  const area = await aTestArea(database, { edition });
  const agencyId = await area.addAgency("health");
  const kate = await area.addPractitioner({ name: "Kate Mold", agencyId, role: "service-manager" });
  const helen = await area.addPractitioner({
    name: "Helen Ash",
    agencyId,
    role: "team-manager",
    lineManagerId: kate.practitionerId,
  });
  const leila = await area.addPractitioner({
    name: "Leila Khan",
    agencyId,
    lineManagerId: helen.practitionerId,
    agreedCapacity: quarters(8),
  });
  const other = await area.addPractitioner({ name: "Omar Reid", agencyId });
  const rival = await area.addPractitioner({ name: "Rita Vale", agencyId, role: "team-manager" });
  return { area, agencyId, kate, helen, leila, other, rival, of: { practitionerId: leila.practitionerId } };
}

describe("one person's workload", () => {
  test("CWDC-5.21c: cases led and supported stand side by side, each with the parts of its weight", async () => {
    const { area, helen, leila, other, of, agencyId } = await aPerson();
    const more = await Promise.all([1, 2].map((i) => area.addPractitioner({ name: `More ${i}`, agencyId })));
    await aPlanOf(area, helen, { lead: other, practitioners: [other, leila], level: "integrated", months: 3 });
    await aPlanOf(area, helen, { lead: leila, practitioners: [leila, other, ...more], level: "integrated", months: 9 });
    const view = await area.as(helen).workload.person(of);
    expect(view.cases.map(({ role, practitioners, weight }) => [role, practitioners, weight.points])).toEqual([
      ["lead", 4, 3.5],
      ["supporter", 2, 1],
    ]);
    expect([view.load.points, view.capacity.points, view.leads, view.supports]).toEqual([4.5, 8, 1, 1]);
    const [led] = view.cases;
    expect(led?.weight.parts.map(({ label, points, clause }) => [label, points, clause])).toEqual([
      ["Level of need", 2, "CWDC 5.21"],
      ["Number of practitioners", 1, "CWDC 5.21"],
      ["Length of the work", 0.5, "CWDC 5.21"],
      ["Children in the family plan", 0, "ours"],
    ]);
  });

  test("CWDC-5.21b, WIG-8.6.1: in the same case the lead always weighs more than whoever supports", async () => {
    for (const edition of ["england", "wigan"]) {
      const { area, helen, leila, other } = await aPerson(edition);
      await aPlanOf(area, helen, { lead: leila, practitioners: [leila, other], level: "complex", months: 9 });
      const [led] = (await area.as(leila).workload.own()).cases;
      const [supported] = (await area.as(other).workload.own()).cases;
      expect([led?.weight.points, supported?.weight.points]).toEqual([4.5, 2.25]);
    }
  });

  test("WIG-8.5.2a: a child is named only to whoever may open the plan, and each name shown is on the record", async () => {
    const { area, helen, leila, of } = await aPerson();
    const known = await area.addChild({ givenName: "Robin", familyName: "Ashdown" });
    const unknown = await area.addChild({ givenName: "Jodie", familyName: "Secret" });
    const ofRoll = await area.addChild({ givenName: "Finlay", familyName: "Roll" });
    await area.relate(helen, known, "line-manager");
    await area.relate(helen, ofRoll, "head"); // opens the child's record, and not the plan
    for (const childId of [known, unknown, ofRoll])
      await aPlanOf(area, helen, { lead: leila, children: [childId], level: "complex", months: 3 });
    const { cases } = await area.as(helen).workload.person(of);
    expect(cases.map(({ child }) => child)).toEqual([
      { visibility: "full", childId: known, name: "Robin Ashdown", bornOn: "2016-05-04" },
      { visibility: "restricted" },
      { visibility: "restricted" },
    ]);
    expect(cases.map(({ level, practitioners, expectedMonths }) => [level, practitioners, expectedMonths])).toEqual(
      Array(3).fill(["Complex, with a specialist assessment", 1, 3]),
    );
    expect(JSON.stringify(cases)).not.toMatch(/Jodie|Secret|Finlay/);
    expect(await auditOf(area, "workload.team.read", "read")).toBe(1);
  });

  test("their manager and the managers above see it, they see their own, and nobody else does", async () => {
    const { area, kate, helen, leila, other, rival, of } = await aPerson();
    await aPlanOf(area, helen, { lead: leila });
    for (const manager of [kate, helen]) expect((await area.as(manager).workload.person(of)).leads).toBe(1);
    const mine = await area.as(leila).workload.own();
    expect([mine.leads, mine.may.adjust.may, mine.posts[0]?.mayAgree.may]).toEqual([1, false, false]);
    expect(await refusalOf(area.as(rival).workload.person(of))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(area.as(other).workload.person(of))).toMatchObject({ kind: "not-allowed" });
    const elsewhere = await aPerson();
    expect(await refusalOf(elsewhere.area.as(elsewhere.helen).workload.person(of))).toMatchObject({
      kind: "not-visible",
    });
    expect(await refusalOf(area.as(helen).workload.person({ practitionerId: newId() }))).toMatchObject({
      kind: "not-visible",
    });
  });

  test("BOL-8.2: a post where leading is occasional says so, and what was agreed for it shows", async () => {
    const { area, helen, leila, of } = await aPerson("bolton");
    await aPlanOf(area, helen, { lead: leila });
    const { posts } = await area.as(helen).workload.person(of);
    await area.as(helen).workload.agreeCapacity({
      idempotencyKey: newId(),
      postId: posts[0]?.postId ?? "",
      version: 1,
      points: 1,
      agreedOn: localDate("2026-11-23"),
      leading: "occasional",
    });
    const after = await area.as(helen).workload.person(of);
    expect(after.posts[0]).toMatchObject({ leading: "occasional", agreedPoints: 1 });
    expect(after.capacity.parts[0]?.label).toBe("Post where leading comes now and then");
    expect([after.load.points, after.isOver]).toEqual([1, false]);
  });
});
