import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea, type TestPerson } from "../../testing/area.ts";
import { sharedBy } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { auditOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const at = (day: string) => new Date(`${day}T10:00:00.000Z`);
const told = { told: "yes" as const, on: localDate("2026-11-23"), how: "By phone" };

/** Eilidh, whose class teacher Mrs Shaw is her named person; Ms Orr of health works with her too. */
async function eilidh() {
  const area = await aTestArea(database, { edition: "highland" });
  const school = await area.addAgency("education", "Tern Lane School");
  const health = await area.addAgency("health", "Therapy");
  const head = await area.addPractitioner({ name: "Mr Laing", agencyId: school, role: "head" });
  const shaw = await area.addPractitioner({ name: "Mrs Shaw", agencyId: school, lineManagerId: head.practitionerId });
  const orr = await area.addPractitioner({ name: "Ms Orr", agencyId: health });
  const bain = await area.addPractitioner({ name: "Mr Bain", agencyId: school });
  const childId = await area.addChild({ statusesConfirmedOn: localDate("2026-11-02") });
  await area.relate(shaw, childId, "named-person");
  for (const one of [orr, bain]) await area.relate(one, childId, "plan-practitioner");
  const concern = async (by: TestPerson, day: string) => {
    const { touches } = await area.as(by, at(day)).concern.forChild({ childId });
    return area.as(by, at(day)).concern.record({
      idempotencyKey: newId(),
      childId,
      noticedOn: localDate(day),
      noticed: "Hard to understand when she speaks.",
      touches: touches.slice(0, 1).map(({ code }) => code as "safe"), // the first of the nation's own list
      childsView: { asked: "given", words: "I get cross", how: "With a picture card" },
      familysView: { asked: "given", words: "So do we", how: "At the gate" },
    });
  };
  const entries = async (by: TestPerson, day = "2026-11-20") =>
    (await area.as(by, at(day)).record.chronology({ childId })).steps
      .filter(({ title, kind }) => kind === "concern" && /recorded/i.test(title))
      .map(({ entryId }) => entryId);
  const tick = (by: TestPerson, ticked: readonly string[], unticked: readonly string[] = [], day = "2026-11-20") =>
    area
      .as(by, at(day))
      .plan.tickEvidence({ idempotencyKey: newId(), childId, ticked: [...ticked], unticked: [...unticked] });
  return { area, head, shaw, orr, bain, childId, concern, entries, tick };
}

describe("HIG-87, GIR-10: what shows a growing concern is ticked, and is the plan's evidence", () => {
  test("Mrs Shaw and Ms Orr attach 3 entries on the 20th; when the plan opens on the 23rd its route is 1 and the 3 are its evidence", async () => {
    const { area, head, shaw, orr, concern, entries, tick } = await eilidh();
    await concern(shaw, "2026-11-04");
    await concern(orr, "2026-11-11");
    const last = await concern(shaw, "2026-11-18");
    const all = await entries(shaw);
    expect(all).toHaveLength(3);
    const ofHealth = await entries(orr);
    expect(ofHealth, "each agency's file is its own: HIG-183").toEqual(all.slice(1, 2));
    await tick(orr, ofHealth);
    const ticked = await tick(shaw, all);
    expect(ticked.entries.map(({ tickedBy }) => tickedBy.name).sort()).toEqual(["Mrs Shaw", "Mrs Shaw", "Ms Orr"]);
    expect(ticked.entries.every(({ planId }) => planId === undefined)).toBe(true);
    const decided = await area.as(shaw, at("2026-11-23")).concern.decide({
      idempotencyKey: newId(),
      concernId: last.concernId,
      version: last.version,
      outcome: "another-agency-needed",
      reason: "School and therapy together",
      help: "Therapy in school",
      childTold: told,
      familyTold: told,
      manager: { practitionerId: head.practitionerId, on: localDate("2026-11-20") },
      leadDecision: "become-lead",
      route: "evidence-from-universal-services",
      practitioners: [
        { practitionerId: orr.practitionerId, posts: [], involvement: "involved", sharing: sharedBy(head) },
      ],
    });
    const planId = decided.decided?.planId ?? "";
    const plan = await area.as(shaw, at("2026-11-23")).plan.get({ planId });
    expect(plan.answers.route?.code).toBe("evidence-from-universal-services");
    expect(plan.leadNeeded?.decision.findings.length).toBeGreaterThan(0);
    expect(plan.evidence.map(({ happenedAt }) => happenedAt.slice(0, 10))).toEqual([
      "2026-11-04",
      "2026-11-11",
      "2026-11-18",
    ]);
  });

  test("everybody takes back their own ticks and nobody another's; ticking twice adds nothing", async () => {
    const { area, shaw, bain, childId, concern, entries, tick } = await eilidh();
    await concern(shaw, "2026-11-04");
    const [entry = ""] = await entries(shaw);
    await tick(shaw, [entry]);
    expect((await tick(shaw, [entry])).entries).toHaveLength(1);
    expect((await tick(bain, [], [entry])).entries).toHaveLength(1);
    expect((await tick(shaw, [], [entry])).entries).toEqual([]);
    expect((await tick(bain, [entry])).entries).toHaveLength(1);
    const steps = (await area.as(shaw, at("2026-11-20")).record.chronology({ childId })).steps.map(
      ({ detail }) => detail,
    );
    expect(steps).toContain("1 entry taken back");
    expect(await auditOf(area, "plan.evidence-ticked", "changed")).toBe(3);
  });

  test("an entry of another child, or nothing at all, is not taken; strangers and other areas see no such child", async () => {
    const { area, shaw, childId, concern, entries, tick, orr } = await eilidh();
    await concern(shaw, "2026-11-04");
    const other = await eilidh();
    await other.concern(other.shaw, "2026-11-04");
    const [foreign = ""] = await other.entries(other.shaw);
    expect(await refusalOf(tick(shaw, [foreign]))).toMatchObject({ kind: "not-visible" });
    await expect(tick(shaw, [])).rejects.toThrow(/Tick the entries/);
    const [entry = ""] = await entries(shaw);
    const stranger = await area.addPractitioner({ name: "Stranger", agencyId: orr.agencyId });
    expect(await refusalOf(tick(stranger, [entry]))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(area.as(other.shaw).plan.evidence({ childId }))).toMatchObject({ kind: "not-visible" });
  });
});
