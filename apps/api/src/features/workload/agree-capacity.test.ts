import { localDate, quarters } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf, aPostOf, auditOf, toldOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const decemberFirst = new Date("2026-12-01T10:00:00.000Z");

async function aPost() {
  const area = await aTestArea(database, { edition: "bolton" });
  const agencyId = await area.addAgency("health");
  const carl = await area.addPractitioner({ name: "Carl Dee", agencyId, role: "team-manager" });
  const fay = await area.addPractitioner({ name: "Fay Lund", agencyId, lineManagerId: carl.practitionerId });
  const agreed = {
    idempotencyKey: newId(),
    postId: fay.postId,
    version: 1,
    points: 6,
    agreedOn: localDate("2026-12-01"),
    reviewOn: localDate("2027-06-01"),
  };
  return { area, agencyId, carl, fay, agreed };
}

describe("BOL-8.1: how much a post carries is agreed between worker and manager", () => {
  test("what was agreed is kept with its day and when it is looked at again, and the worker's board reads 4 of 6", async () => {
    const { area, carl, fay, agreed } = await aPost();
    for (let i = 0; i < 4; i += 1) await aPlanOf(area, carl, { lead: fay });
    const view = await area.as(carl, decemberFirst).workload.agreeCapacity(agreed);
    expect([view.load.points, view.capacity.points, view.percent]).toEqual([4, 6, 67]);
    expect(view.posts).toMatchObject([
      { agreedPoints: 6, agreedOn: "2026-12-01", reviewOn: "2027-06-01", version: 2, isMine: true },
    ]);
    expect(await area.as(fay).workload.own()).toMatchObject({ capacity: { points: 6, isLeast: false } });
    expect(await auditOf(area, "workload.agree-capacity", "changed")).toBe(1);
    expect(await toldOf(area, "workload.agree-capacity")).toEqual([
      {
        to: fay.practitionerId,
        words: "Carl Dee recorded that you agreed 6 points for your post on 1 December 2026.",
      },
    ]);
  });

  test("nothing is agreed until somebody agrees it: there is no number for everyone", async () => {
    const { area, fay } = await aPost();
    const { capacity, posts } = await area.as(fay).workload.own();
    expect([capacity.isLeast, capacity.missing, posts[0]?.agreedPoints]).toEqual([
      true,
      ["agreed capacity"],
      undefined,
    ]);
  });

  test("sent twice, it is kept once and answers the same", async () => {
    const { area, carl, agreed } = await aPost();
    const first = await area.as(carl, decemberFirst).workload.agreeCapacity(agreed);
    expect(await area.as(carl, decemberFirst).workload.agreeCapacity(agreed)).toEqual(first);
    expect(await auditOf(area, "workload.agree-capacity", "changed")).toBe(1);
  });

  test("based on an earlier version of the post it is refused, and nothing changes", async () => {
    const { area, carl, fay, agreed } = await aPost();
    await area.as(carl, decemberFirst).workload.agreeCapacity(agreed);
    const late = { ...agreed, idempotencyKey: newId(), points: 9 };
    expect(await refusalOf(area.as(carl, decemberFirst).workload.agreeCapacity(late))).toMatchObject({
      kind: "changed-since",
    });
    expect((await area.as(fay).workload.own()).capacity.points).toBe(6);
    expect(await auditOf(area, "workload.agree-capacity", "refused")).toBe(1);
  });

  test("each post's own line manager agrees it; the other post's manager sees it and cannot", async () => {
    const { area, agencyId, carl, fay, agreed } = await aPost();
    const joan = await area.addPractitioner({ name: "Joan Eke", agencyId, role: "team-manager" });
    await aPostOf(area, fay, { agencyId, title: "Youth worker", lineManagerId: joan.practitionerId });
    const refused = await refusalOf(area.as(joan, decemberFirst).workload.agreeCapacity(agreed));
    expect(refused).toMatchObject({ kind: "not-allowed", why: expect.stringContaining("line manager of this post") });
    await area.as(carl, decemberFirst).workload.agreeCapacity(agreed);
    const both = await area.as(joan).workload.person({ practitionerId: fay.practitionerId });
    expect([both.capacity.points, both.capacity.isLeast]).toEqual([6, true]);
    const stranger = await area.addPractitioner({ name: "Zed", agencyId, role: "team-manager" });
    expect(await refusalOf(area.as(stranger).workload.agreeCapacity(agreed))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(area.as(fay).workload.agreeCapacity(agreed))).toMatchObject({ kind: "not-allowed" });
  });

  test("a manager in a team of their own agrees nothing with themselves", async () => {
    const { area, agencyId, agreed } = await aPost();
    const boss = await area.addPractitioner({ name: "Self", agencyId, role: "team-manager" });
    const teamId = await area.addTeam(agencyId, "Own team", boss.practitionerId);
    const postId = await aPostOf(area, boss, { agencyId, title: "Practitioner", teamId });
    const refused = await refusalOf(area.as(boss, decemberFirst).workload.agreeCapacity({ ...agreed, postId }));
    expect(refused).toMatchObject({ kind: "not-allowed", why: expect.stringContaining("your line manager") });
  });

  test.each([
    ["agreedOn", { agreedOn: localDate("2026-12-02"), reviewOn: undefined }, /not in the future/],
    ["agreedOn", { agreedOn: localDate("2019-12-02") }, /from 6 January 2020/],
  ])("a day that cannot be is refused at %s", async (path, change, message) => {
    const { area, carl, agreed } = await aPost();
    const refused = await refusalOf(area.as(carl, decemberFirst).workload.agreeCapacity({ ...agreed, ...change }));
    expect(refused).toMatchObject({ kind: "input", problems: [{ path, message: expect.stringMatching(message) }] });
  });

  test.each([
    ["a review before it was agreed", { reviewOn: localDate("2026-11-01") }],
    ["a third of a point", { points: 1 / 3 }],
    ["less than nothing", { points: -1 }],
    ["more than anybody carries", { points: quarters(500) }],
  ])("%s is not taken", async (_, change) => {
    const { area, carl, agreed } = await aPost();
    await expect(area.as(carl, decemberFirst).workload.agreeCapacity({ ...agreed, ...change })).rejects.toThrow();
    expect(await auditOf(area, "workload.agree-capacity", "changed")).toBe(0);
  });
});
