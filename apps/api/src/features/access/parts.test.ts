import { localDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { accessBlock, childAccess } from "../../db/schema/access.ts";
import { notice } from "../../db/schema/change.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A case whose line manager gives parts: to a review officer, an auditor, a member of a group, a co-ordinator. */
async function aCaseWithOfficers() {
  const of = await aCase(database);
  const { area, agencies, helen, childId } = of;
  await area.relate(helen, childId, "line-manager");
  const add = (name: string, role: Parameters<typeof area.addPractitioner>[0]["role"]) =>
    area.addPractitioner({ name, agencyId: agencies.socialWork, ...(role ? { role } : {}), title: name });
  const people = {
    officer: await add("A. Munro", "review-officer"),
    auditor: await add("Bel Orr", "quality-auditor"),
    member: await add("Cal Roy", "service-manager"),
    coordinator: await add("M. Grant", "coordinator"),
  };
  const give = (
    to: TestPerson,
    part: "review-officer" | "forum-member" | "quality-auditor" | "coordinator",
    more: object = {},
  ) =>
    area.as(helen).parts.give({
      idempotencyKey: newId(),
      childId,
      practitionerId: to.practitionerId,
      part,
      why: "Asked for by the area",
      lastDay: localDate("2026-12-02"),
      ...more,
    });
  return { of, ...people, give };
}

const soon = new Date("2026-11-23T11:00:00.000Z");

describe("who may not", () => {
  test("nobody gives themselves a part; somebody of another team, or without a part in the case, is told there is no such child", async () => {
    const { of, give, coordinator, officer } = await aCaseWithOfficers();
    const { area, helen, gary, childId } = of;
    expect(await refusalOf(give(helen, "review-officer"))).toMatchObject({ kind: "input" });
    const asked = {
      idempotencyKey: newId(),
      childId,
      practitionerId: officer.practitionerId,
      part: "review-officer",
      why: "To look",
      lastDay: localDate("2026-12-02"),
    } as const;
    for (const stranger of [gary, coordinator]) {
      const unknown = await refusalOf(
        area.as(stranger).parts.give({ ...asked, idempotencyKey: newId(), childId: newId() }),
      );
      expect(await refusalOf(area.as(stranger).parts.give({ ...asked, idempotencyKey: newId() }))).toEqual(unknown);
    }
    expect(await refusalOf(area.as(of.nurse).parts.give({ ...asked, idempotencyKey: newId() }))).toMatchObject({
      kind: "not-allowed",
    });
  });

  test("a part has at most 90 days, an open plan of this child, and somebody who can hold it", async () => {
    const { of, give, officer, auditor } = await aCaseWithOfficers();
    const late = await refusalOf(give(officer, "review-officer", { lastDay: localDate("2027-02-21") }));
    expect(late).toMatchObject({ kind: "input", problems: [{ path: "lastDay" }] });
    expect(await refusalOf(give(auditor, "quality-auditor", { planId: newId() }))).toMatchObject({
      problems: [{ path: "planId" }],
    });
    const light = await of.area.addPractitioner({ name: "Lou", agencyId: of.agencies.health, role: "light" });
    expect(await refusalOf(give(light, "review-officer"))).toMatchObject({ problems: [{ path: "practitionerId" }] });
  });

  test("whoever holds a part does not end it, and gives none unless they co-ordinate", async () => {
    const { of, give, officer, coordinator } = await aCaseWithOfficers();
    await give(officer, "review-officer");
    const { parts } = await give(coordinator, "coordinator");
    const own = parts.find(({ who }) => who.practitionerId === coordinator.practitionerId);
    const end = (who: TestPerson, partId = own?.partId ?? "") =>
      of.area.as(who).parts.end({ idempotencyKey: newId(), partId, because: "No longer needed" });
    expect(await refusalOf(end(coordinator))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(end(officer))).toMatchObject({ kind: "not-allowed" });
  });

  test("somebody whose kin the child is, is given the part, sees nothing by it, and nobody learns why", async () => {
    const { of, give, officer } = await aCaseWithOfficers();
    const { area, childId, planId } = of;
    await area.write((tx) =>
      tx.insert(accessBlock).values({
        areaId: area.areaId,
        blockId: newId(),
        practitionerId: officer.practitionerId,
        childId,
        because: "declared",
        tie: "niece-or-nephew",
        during: { from: aMonday.toISOString() },
        recordedBy: officer.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    await give(officer, "review-officer");
    expect((await area.as(officer, soon).parts.mine()).parts).toEqual([]);
    expect(await refusalOf(area.as(officer, soon).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
  });
});

describe("HIG-158, HIG-166, HIG-168, HIG-180: a part opens what it needs, for its days", () => {
  test("a review officer reads record, chronology and plan, writes nothing, and is out with the last day", async () => {
    const { of, give, officer } = await aCaseWithOfficers();
    const { area, childId, planId } = of;
    const asOfficer = (at = soon) => area.as(officer, at);
    expect(await refusalOf(asOfficer().people.child({ childId }))).toMatchObject({ kind: "not-visible" });
    await give(officer, "review-officer");
    expect((await asOfficer().people.child({ childId })).youAre.join()).toMatch(/reviews/);
    await asOfficer().plan.get({ planId });
    expect((await asOfficer().record.chronology({ childId })).steps[0]?.title).toBe(
      "A. Munro reviews the plan or chairs its meetings, until 2 December 2026",
    );
    expect(await refusalOf(asOfficer().concern.forChild({ childId }))).toMatchObject({ kind: "not-allowed" });
    const version = (await asOfficer().plan.get({ planId })).version;
    expect(
      await refusalOf(asOfficer().plan.answer({ idempotencyKey: newId(), planId, version, safetyIsPrimary: true })),
    ).toMatchObject({ kind: "not-allowed" });
    expect((await asOfficer().parts.mine()).parts).toHaveLength(1);
    await asOfficer(new Date("2026-12-02T23:59:59.999Z")).plan.get({ planId });
    const after = new Date("2026-12-03T00:00:00.000Z");
    expect(await refusalOf(asOfficer(after).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
    expect((await asOfficer(after).parts.mine()).parts).toEqual([]);
    expect((await area.as(of.helen, after).parts.forChild({ childId })).parts[0]).toMatchObject({ state: "run-out" });
  });

  test("whoever gave a part finds it among those they gave, until it ends; nobody else does", async () => {
    const { of, give, officer, coordinator } = await aCaseWithOfficers();
    const { area, helen, childId } = of;
    await give(officer, "review-officer", { lastDay: localDate("2026-12-04") });
    await give(coordinator, "coordinator");
    const given = async (who: TestPerson, at = soon) => (await area.as(who, at).parts.mine()).given;
    const mine = await given(helen);
    expect(mine.map(({ who }) => who.practitionerId)).toEqual([coordinator.practitionerId, officer.practitionerId]);
    expect(mine[0]).toMatchObject({ child: { visibility: "full", childId }, may: { end: { may: true } } });
    expect(await given(officer)).toEqual([]);
    const [{ partId } = { partId: "" }] = mine;
    await area.as(helen, soon).parts.end({ idempotencyKey: newId(), partId, because: "No longer needed" });
    expect(await given(helen)).toHaveLength(1);
    expect(await given(helen, new Date("2026-12-05T00:00:00.000Z"))).toEqual([]);
  });

  test("a quality auditor reads the one plan of the sample: no page of the child, and no other plan", async () => {
    const { of, give, auditor } = await aCaseWithOfficers();
    const { area, childId, planId } = of;
    await give(auditor, "quality-auditor", { planId });
    const asAuditor = area.as(auditor, soon);
    await asAuditor.plan.get({ planId });
    const looks = [asAuditor.people.child({ childId }), asAuditor.record.chronology({ childId })];
    for (const refusal of await Promise.all(looks.map((look) => refusalOf(look))))
      expect(refusal).toMatchObject({ kind: "not-allowed" });
    const other = newId();
    await area.write((tx) =>
      tx.execute(sql`insert into plan (area_id, plan_id, kind, reach, state, adoption_id, opened_by, opened_at)
        select area_id, ${other}, kind, reach, 'closed', adoption_id, opened_by, opened_at from plan where plan_id = ${planId}`),
    );
    await area.write((tx) =>
      tx.execute(
        sql`insert into plan_member (area_id, plan_id, child_id, added_at) values (${area.areaId}, ${other}, ${childId}, now())`,
      ),
    );
    expect(await refusalOf(asAuditor.plan.get({ planId: other }))).toMatchObject({ kind: "not-visible" });
    expect((await asAuditor.plan.forChild({ childId })).plans.map((plan) => plan.planId)).toEqual([planId]);
  });

  test("a member of a group reads the plan while the case is on the agenda; the co-ordinator puts it there and takes it off", async () => {
    const { of, give, member, coordinator } = await aCaseWithOfficers();
    const { area, childId, planId } = of;
    await give(coordinator, "coordinator");
    const given = await area.as(coordinator, soon).parts.give({
      idempotencyKey: newId(),
      childId,
      practitionerId: member.practitionerId,
      part: "forum-member",
      why: "Item 4",
      agenda: "Service Managers' Group, 2 December 2026",
      lastDay: localDate("2026-12-02"),
    });
    await area.as(member, soon).plan.get({ planId });
    const part = given.parts.find((one) => one.part.code === "forum-member");
    const later = new Date("2026-11-23T12:00:00.000Z");
    const after = await area
      .as(coordinator, later)
      .parts.end({ idempotencyKey: newId(), partId: part?.partId ?? "", because: "Taken off the agenda" });
    expect(after.parts.find((one) => one.partId === part?.partId)).toMatchObject({
      state: "ended",
      ended: { because: "Taken off the agenda", at: later.toISOString() },
    });
    expect(await refusalOf(area.as(member, later).plan.get({ planId }))).toMatchObject({ kind: "not-visible" });
  });
});

test("the relation begins and ends with the part, the same second; both sides and the lead are told, and the look is named to the family", async () => {
  const { of, give, officer } = await aCaseWithOfficers();
  const { area, teacher, childId } = of;
  const { parts } = await give(officer, "review-officer");
  const rows = () =>
    area.write((tx) =>
      rowsOf<{ same: boolean; until: string }>(
        tx,
        sql`select a.during = g.during as same, upper(a.during)::text as until from child_access a join part_given g on g.part_id = a.source_id
          where a.area_id = ${area.areaId}`,
      ),
    );
  expect(await rows()).toMatchObject([{ same: true }]);
  await area.as(officer, soon).people.child({ childId });
  await area.as(of.helen, soon).parts.end({ idempotencyKey: newId(), partId: parts[0]?.partId ?? "", because: "Done" });
  expect(await rows()).toMatchObject([{ same: true }]);
  await doDue(database, area.areaId, soon);
  const told = await area.write((tx) =>
    tx
      .select({ to: notice.practitionerId, act: notice.act })
      .from(notice)
      .where(and(eq(notice.areaId, area.areaId), sql`act like 'part.%'`)),
  );
  expect(told.map(({ to, act }) => `${to === officer.practitionerId ? "officer" : "lead"} ${act}`).sort()).toEqual([
    "lead part.given",
    "officer part.ended",
    "officer part.given",
  ]);
  const { people } = await area.as(teacher, soon).record.whoLooked({ childId });
  const seen = people.find(({ name }) => name === "A. Munro");
  expect(seen?.rows.map(({ why }) => why).join()).toContain("asked to check or to chair the plan for some weeks");
  expect(await area.write((tx) => tx.$count(childAccess, sql`basis = 'review-officer' and upper_inf(during)`))).toBe(0);
});
