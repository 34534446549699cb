import { localDate } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aCase, agreeAll, answered, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { auditOf, toldOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const at = (day: string) => new Date(`${day}T12:00:00.000Z`);

/** The nurse leads the child's plan, and the teacher is the named person. */
async function aLeaver() {
  const of = await aCase(database, { edition: "highland" });
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.nurse);
  await agreeAll(of, proposalId);
  const end = async (
    person: typeof of.nurse,
    by: typeof of.nurse,
    given: { lastDay?: string; version?: number; idempotencyKey?: string; on?: string } = {},
  ) =>
    of.area.as(by, at(given.on ?? "2026-11-23")).workforce.endPost({
      idempotencyKey: given.idempotencyKey ?? newId(),
      postId: person.postId,
      version: given.version ?? 1,
      lastDay: localDate(given.lastDay ?? "2026-12-18"),
      reason: "Moves to another area.",
    });
  return { ...of, end };
}

describe("a manager ends somebody's post", () => {
  test("what it leaves open is listed, by name where the manager may see the child", async () => {
    const { area, nurse, helen, gary, end, planId } = await aLeaver();
    const before = await area.as(helen).workforce.leaving({ practitionerId: nurse.practitionerId });
    expect(before).toMatchObject({
      name: "Amina Yusuf",
      posts: [{ title: "School nurse", version: 1, from: "2020-01-06" }],
      holds: { leads: 1, namedPersonFor: 0 },
      leads: [{ planId, child: { visibility: "full" } }],
    });
    const after = await end(nurse, helen);
    expect(after.posts).toMatchObject([{ lastDay: "2026-12-18", version: 2 }]);
    expect(await auditOf(area, "workforce.post.end", "changed")).toBe(1);
    const told = await toldOf(area, "workforce.post.end");
    expect(told.map(({ to }) => to)).toEqual([nurse.practitionerId]);
    expect(told[0]?.words).toBe(
      "The post of Amina Yusuf, School nurse, ends with 18 December 2026. Somebody else has to take over what is still open: lead of 1 plan.",
    );
    expect(await refusalOf(area.as(gary).workforce.leaving({ practitionerId: nurse.practitionerId }))).toMatchObject({
      kind: "not-visible",
    });
  });

  test("from the day after, the plan is on the list of plans with no lead, and not before", async () => {
    const { area, nurse, helen, gary, end, planId } = await aLeaver();
    await end(nurse, helen);
    const without = async (day: string, by = gary) =>
      (await area.as(by, at(day)).leadProfessional.withoutLead({})).plans.map((plan) => [plan.planId, plan.why]);
    expect(await without("2026-12-18")).toEqual([]);
    const said = [[planId, "Amina Yusuf led this plan, and that post has ended."]];
    expect(await without("2026-12-19")).toEqual(said);
    expect(await without("2026-12-19", helen)).toEqual(said);
    expect(
      await area.as(helen, at("2026-12-19")).workforce.leaving({ practitionerId: nurse.practitionerId }),
    ).toMatchObject({
      posts: [],
      holds: { leads: 1 },
    });
  });

  test("HIG-11: from the day after, the children are on the list of those without a named person, with why", async () => {
    const { area, teacher, head, end, childId, agencies } = await aLeaver();
    const coordinator = await area.addPractitioner({
      name: "Cath Lee",
      agencyId: agencies.education,
      role: "coordinator",
    });
    await end(teacher, head);
    const missing = (day: string) => area.as(coordinator, at(day)).namedPerson.missing({});
    expect(await missing("2026-12-18")).toMatchObject({ missing: 0 });
    expect(await missing("2026-12-19")).toMatchObject({
      missing: 1,
      rows: [{ visibility: "restricted", days: 0, why: "The post of the named person ended on 18 December 2026." }],
    });
    expect(childId).toBeDefined();
  });

  test("twice with one key it ends once; a post that changed since is read again; one that has ended has ended", async () => {
    const { helen, nurse, end } = await aLeaver();
    const idempotencyKey = newId();
    const first = await end(nurse, helen, { idempotencyKey });
    expect(await end(nurse, helen, { idempotencyKey })).toEqual(first);
    expect(await refusalOf(end(nurse, helen))).toMatchObject({ kind: "changed-since" });
    expect(await end(nurse, helen, { version: 2, lastDay: "2026-12-04" })).toMatchObject({
      posts: [{ lastDay: "2026-12-04" }],
    });
    expect(await refusalOf(end(nurse, helen, { version: 3, on: "2026-12-07" }))).toMatchObject({ kind: "already" });
  });

  test("a day before the post began, long past or far ahead is not taken", async () => {
    const { helen, nurse, end } = await aLeaver();
    for (const lastDay of ["2019-12-31", "2026-10-01", "2028-01-01"])
      expect(await refusalOf(end(nurse, helen, { lastDay }))).toMatchObject({
        kind: "input",
        problems: [{ path: "lastDay" }],
      });
  });

  test("nobody ends their own post, a practitioner ends nobody's, and another's manager sees no such post", async () => {
    const { helen, gary, nurse, worker, end } = await aLeaver();
    expect(await refusalOf(end(helen, helen))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(end(nurse, worker))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(end(nurse, gary))).toMatchObject({ kind: "not-visible" });
  });
});
