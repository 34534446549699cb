import { localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { adoption, departureStep } from "../../db/schema/area.ts";
import { outbox } from "../../db/schema/change.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const noon = (day: string) => new Date(`${day}T12:00:00.000Z`);

async function anArea(edition = "england") {
  const area = await aTestArea(database, { edition });
  const council = await area.addAgency("social-work", "The council");
  const add = (name: string, role: "strategic-manager" | "director" | "service-manager" | "team-manager" | "head") =>
    area.addPractitioner({ name, agencyId: council, role });
  const people = {
    strategic: await add("Lydia Strand", "strategic-manager"),
    director: await add("Dee Rook", "director"),
    service: await add("Vic Orr", "service-manager"),
    team: await add("Helen Marsh", "team-manager"),
    head: await add("Ishbel Rae", "head"),
  };
  /** Every rule in force, with whether the area departs from it. */
  const rules = async (at = aMonday) =>
    (await area.as(people.service, at).area.rulebook({})).questions.flatMap((one) => one.rules);
  const ruleOf = async (strengths: readonly string[], clause = /^/) =>
    (await rules()).find(({ strength, clause: { at } }) => strengths.includes(strength) && clause.test(at))?.rule ?? "";
  const isDeparted = async (rule: string, day: string) =>
    (await rules(noon(day))).some((one) => one.rule === rule && one.isDeparted);
  const ask = async (who: TestPerson, rule: string, more: object = {}) => {
    const view = await area.as(who).quality.departures.ask({
      idempotencyKey: newKey(),
      rule,
      reason: "A pilot with the voluntary sector until the evaluation is in",
      from: localDate("2026-12-01"),
      ...more,
    });
    return view.departures.find((one) => one.rule === rule)?.departureId ?? "";
  };
  const decide = (who: TestPerson, departureId: string, more: object = {}, at = aMonday) =>
    area.as(who, at).quality.departures.decide({
      idempotencyKey: newKey(),
      departureId,
      outcome: "approved",
      reason: "The evaluation will tell",
      ...more,
    });
  return { area, council, ...people, ruleOf, isDeparted, ask, decide };
}

describe("CWDC-1.1a: two manager roles with different screens", () => {
  test("operational manager opens the departures approval screen: denied; strategic manager: allowed", async () => {
    const { area, strategic, director, service, team, head } = await anArea();
    for (const who of [service, team, head])
      expect(await refusalOf(area.as(who).quality.departures.toDecide())).toMatchObject({ kind: "not-allowed" });
    for (const who of [strategic, director])
      expect(await area.as(who).quality.departures.toDecide()).toEqual({ today: "2026-11-23", departures: [] });
  });

  test("a person may hold both, and has the screens of each in its post", async () => {
    const { area, council, strategic } = await anArea();
    await area.addPost(strategic, { agencyId: council, role: "service-manager", title: "Service manager" });
    const posts = await database.postsFor("https://issuer.example", strategic.practitionerId, localDate("2026-11-23"));
    expect(posts.map(({ role }) => role).sort()).toEqual(["service-manager", "strategic-manager"]);
    const operational = posts.find(({ role }) => role === "service-manager");
    const as = { ...strategic, postId: operational?.postId ?? "", role: "service-manager" };
    expect(await refusalOf(area.as(as).quality.departures.toDecide())).toMatchObject({ kind: "not-allowed" });
    expect(await area.as(as).workload.team({})).toBeTruthy();
    expect(await refusalOf(area.as(strategic).workload.team({}))).toMatchObject({ kind: "not-allowed" });
  });
});

describe("CWDC-STATUS: a departure has a reason, an approver and a first day", () => {
  test("asked for, approved and in the rulebook from its first day: not the day before, and not after its last", async () => {
    const { area, strategic, service, ruleOf, isDeparted, ask, decide } = await anArea();
    const rule = await ruleOf(["good practice"]);
    const departureId = await ask(service, rule, { lastDay: localDate("2027-02-26") });
    expect(await isDeparted(rule, "2026-12-01")).toBe(false); // nothing changes until it is approved
    const { departures } = await decide(strategic, departureId);
    expect(departures).toMatchObject([{ state: "approved", decided: { by: "Lydia Strand" }, from: "2026-12-01" }]);
    expect(await isDeparted(rule, "2026-11-30")).toBe(false);
    expect(await isDeparted(rule, "2026-12-01")).toBe(true);
    expect(await isDeparted(rule, "2027-02-26")).toBe(true);
    expect(await isDeparted(rule, "2027-02-27")).toBe(false);
    const book = await area.as(service, noon("2026-12-01")).area.rulebook({});
    expect(book.departures).toMatchObject([{ rule, approvedBy: "Lydia Strand", from: "2026-12-01" }]);
    const told = await area.write((tx) => tx.select().from(outbox).where(eq(outbox.areaId, area.areaId)));
    expect(told.map(({ payload }) => (payload as { practitionerId: string }).practitionerId)).toContain(
      service.practitionerId,
    );
    expect((await area.as(service).quality.departures.mine()).departures).toMatchObject([{ state: "approved" }]);
  });

  test("two that begin in the other order than they were approved both hold, and so does one begun on the same day", async () => {
    const { strategic, service, ruleOf, isDeparted, ask, decide } = await anArea();
    const first = await ruleOf(["good practice"]);
    const second = await ruleOf(["ours"]);
    await decide(strategic, await ask(service, first, { from: localDate("2027-02-01") }));
    await decide(strategic, await ask(service, second, { from: localDate("2026-12-01") }));
    expect([await isDeparted(first, "2027-01-31"), await isDeparted(second, "2027-01-31")]).toEqual([false, true]);
    expect([await isDeparted(first, "2027-02-01"), await isDeparted(second, "2027-02-01")]).toEqual([true, true]);
  });

  test("a rule of law or statutory guidance takes the director; a youth standard is departed from in no area", async () => {
    const { strategic, director, service, ruleOf, isDeparted, ask, decide } = await anArea();
    const rule = await ruleOf(["law", "statutory guidance"]);
    const departureId = await ask(service, rule);
    expect(await refusalOf(decide(strategic, departureId))).toMatchObject({ kind: "rule-prevents" });
    expect(await isDeparted(rule, "2026-12-01")).toBe(false);
    await decide(director, departureId);
    expect(await isDeparted(rule, "2026-12-01")).toBe(true);
    const youth = await ruleOf(["national standard"], /youth|young offender/i);
    expect(await refusalOf(ask(service, youth))).toMatchObject({ kind: "input", problems: [{ path: "rule" }] });
  });

  test("nobody approves what they asked for; refused, it changes nothing and may be asked for again", async () => {
    const { strategic, director, ruleOf, isDeparted, ask, decide } = await anArea();
    const rule = await ruleOf(["good practice"]);
    const departureId = await ask(strategic, rule);
    expect(await refusalOf(decide(strategic, departureId))).toMatchObject({ kind: "rule-prevents" });
    await decide(director, departureId, { outcome: "refused", reason: "Not before the evaluation" });
    expect(await isDeparted(rule, "2026-12-01")).toBe(false);
    expect(await refusalOf(decide(director, departureId))).toMatchObject({ kind: "already" });
    expect(await ask(strategic, rule)).toBeTruthy();
    expect(await refusalOf(ask(director, rule))).toMatchObject({ kind: "already" });
  });

  test("ended, the rule speaks again from the day after; what began meanwhile keeps the book it began with", async () => {
    const { area, strategic, service, ruleOf, isDeparted, ask, decide } = await anArea();
    const rule = await ruleOf(["good practice"]);
    const departureId = await ask(service, rule, { from: localDate("2026-11-23") });
    await decide(strategic, departureId);
    const view = await area.as(strategic, noon("2026-12-10")).quality.departures.end({
      idempotencyKey: newKey(),
      departureId,
      lastDay: localDate("2026-12-15"),
      reason: "The pilot is over",
    });
    expect(view.departures).toMatchObject([{ state: "ending", lastDay: "2026-12-15" }]);
    expect(await isDeparted(rule, "2026-12-15")).toBe(true);
    expect(await isDeparted(rule, "2026-12-16")).toBe(false);
    const kept = await area.write((tx) => tx.select().from(adoption).where(eq(adoption.areaId, area.areaId)));
    expect(kept).toHaveLength(3); // opened, departed from, ended: none rewritten
    expect(kept.every(({ supersededAt }) => supersededAt === null)).toBe(true);
  });

  test("a day that is past, a rule that is none, and a departure of another area are refused", async () => {
    const { strategic, service, ruleOf, ask, decide } = await anArea();
    const rule = await ruleOf(["good practice"]);
    expect(await refusalOf(ask(service, rule, { from: localDate("2026-11-22") }))).toMatchObject({ kind: "input" });
    expect(await refusalOf(ask(service, "england.no-such-rule"))).toMatchObject({ kind: "input" });
    const elsewhere = await anArea();
    const theirs = await elsewhere.ask(elsewhere.service, rule);
    const other = await refusalOf(decide(strategic, theirs));
    expect(other).toEqual(await refusalOf(decide(strategic, newId())));
    expect(other).toMatchObject({ kind: "not-visible" });
  });

  test("who does not steer approves nothing past the application either, and adopts no rulebook", async () => {
    const { area, service, ruleOf, ask } = await anArea();
    const departureId = await ask(service, await ruleOf(["good practice"]));
    const [held] = await area.write((tx) => tx.select().from(adoption).where(eq(adoption.areaId, area.areaId)));
    const asService = {
      areaId: area.areaId,
      practitionerId: service.practitionerId,
      now: aMonday.toISOString(),
      as: "person",
    } as const;
    const by = { areaId: area.areaId, by: service.practitionerId, recordedAt: aMonday.toISOString() };
    const step = database.inArea(asService, (tx) =>
      tx.insert(departureStep).values({ ...by, stepId: newId(), departureId, step: "approved", reason: "Mine" }),
    );
    await expect(step).rejects.toThrow();
    if (held === undefined) throw new Error("the area adopted nothing");
    const adopted = database.inArea(asService, (tx) =>
      tx.insert(adoption).values({ ...held, adoptionId: newId(), settings: {} }),
    );
    await expect(adopted).rejects.toThrow();
  });

  test("where the documents leave it to the area, the same two approve, and nobody what they asked for", async () => {
    const { strategic, service, ruleOf, isDeparted, ask, decide } = await anArea("highland");
    const rule = await ruleOf(["ours", "local procedure"]);
    const second = await ruleOf(["ours", "local procedure"], /H9/);
    expect(second).not.toBe(rule);
    const own = await ask(strategic, rule);
    expect(await refusalOf(decide(strategic, own))).toMatchObject({ kind: "not-allowed" });
    await decide(strategic, await ask(service, second));
    expect(await isDeparted(second, "2026-12-01")).toBe(true);
  });

  test("sent twice with one key, it is asked for once", async () => {
    const { area, service, ruleOf, ask } = await anArea();
    const rule = await ruleOf(["good practice"]);
    const idempotencyKey = newKey();
    const first = await ask(service, rule, { idempotencyKey });
    expect(await ask(service, rule, { idempotencyKey })).toBe(first);
    expect((await area.as(service).quality.departures.mine()).departures).toHaveLength(1);
  });
});
