import { localDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { outbox } from "../../db/schema/change.ts";
import { post, seniorManager } from "../../db/schema/practitioner.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const noon = (day: string) => new Date(`${day}T12:00:00.000Z`);

async function aTrust(edition = "wigan") {
  const area = await aTestArea(database, { edition });
  const trust = await area.addAgency("health", "The health trust");
  const housing = await area.addAgency("housing", "Northside Housing");
  const chief = await area.addPractitioner({ name: "Ophelia Hart", agencyId: trust, role: "chief-officer" });
  const kate = await area.addPractitioner({ name: "Kate Mold", agencyId: trust, title: "Head of nursing" });
  const name = (who: TestPerson, more: object = {}, at = aMonday) =>
    area.as(who, at).workforce.seniorManagers.name({
      idempotencyKey: newKey(),
      practitionerId: kate.practitionerId,
      from: localDate("2026-12-01"),
      ...more,
    });
  const end = (who: TestPerson, namingId: string, lastDay: string, at = aMonday) =>
    area.as(who, at).workforce.seniorManagers.end({
      idempotencyKey: newKey(),
      namingId,
      lastDay: localDate(lastDay),
      reason: "She moves to another trust",
    });
  /** The posts Kate could be at work in on a day, as her next request finds them. */
  const postsOf = async (person: TestPerson, day: string) =>
    (await database.postsFor("https://issuer.example", person.practitionerId, localDate(day))).map(
      ({ role, agencyName }) => `${role} at ${agencyName}`,
    );
  const ofTrust = async (who: TestPerson, at = aMonday) =>
    (await area.as(who, at).workforce.seniorManagers.list()).organisations.find(({ agencyId }) => agencyId === trust);
  return { area, trust, housing, chief, kate, name, end, postsOf, ofTrust };
}

const own = "practitioner at The health trust";
const senior = "service-manager at The health trust";

describe("WIG-9.2.1: the chief officer names the senior managers, with dates", () => {
  test("named from 1 December 2026: not the day before, from that day on, and told", async () => {
    const { area, chief, kate, name, postsOf, ofTrust } = await aTrust();
    expect((await ofTrust(chief))?.hasNobody).toBe(true);
    await name(chief);
    expect(await postsOf(kate, "2026-11-30")).toEqual([own]);
    expect(await postsOf(kate, "2026-12-01")).toEqual([own, senior]);
    expect((await ofTrust(chief, noon("2026-11-30")))?.hasNobody).toBe(true);
    expect(await ofTrust(chief, noon("2026-12-01"))).toMatchObject({
      hasNobody: false,
      named: [{ name: "Kate Mold", from: "2026-12-01", state: "now", namedBy: "Ophelia Hart" }],
    });
    const [told] = await area.write((tx) => tx.select().from(outbox).where(eq(outbox.areaId, area.areaId)));
    expect(told?.payload).toMatchObject({
      practitionerId: kate.practitionerId,
      words: expect.stringContaining("from 1 December 2026"),
    });
    const audited = await area.write((tx) =>
      tx
        .select({ by: auditEntry.practitionerId })
        .from(auditEntry)
        .where(and(eq(auditEntry.areaId, area.areaId), eq(auditEntry.act, "senior-manager.name"))),
    );
    expect(audited).toEqual([{ by: chief.practitionerId }]);
  });

  test("what she may do then is what a senior manager may: approve an exception, which her own post may not", async () => {
    const { area, chief, kate, name } = await aTrust();
    await name(chief);
    const [given] = await area.write((tx) =>
      tx
        .select({ postId: post.postId, role: post.role })
        .from(post)
        .where(and(eq(post.areaId, area.areaId), eq(post.role, "service-manager"))),
    );
    const asSenior = { ...kate, postId: given?.postId ?? "", role: given?.role ?? "" };
    const ask = (who: TestPerson) =>
      refusalOf(
        area.as(who, noon("2026-12-01")).workforce.approveException({
          idempotencyKey: newKey(),
          practitionerId: newId(),
          planId: newId(),
          reason: "Posts are unfilled",
          planToReplace: "Two are advertised",
          from: localDate("2026-12-01"),
          lastDay: localDate("2026-12-18"),
        }),
      );
    expect(await ask(kate)).toMatchObject({ kind: "not-allowed" });
    expect(await ask(asSenior)).toMatchObject({ kind: "not-visible" });
    expect(await area.as(asSenior, noon("2026-12-01")).workforce.seniorManagers.list()).toBeTruthy();
  });

  test("with a last day she keeps it to the end of that day, and no longer; both time spans stay on record", async () => {
    const { chief, kate, name, postsOf, ofTrust } = await aTrust();
    await name(chief, { lastDay: localDate("2026-12-31") });
    expect(await postsOf(kate, "2026-12-31")).toEqual([own, senior]);
    expect(await postsOf(kate, "2027-01-01")).toEqual([own]);
    await name(chief, { from: localDate("2027-03-01") }, noon("2027-02-01"));
    expect((await ofTrust(chief, noon("2027-03-01")))?.named.map(({ from, state }) => [from, state])).toEqual([
      ["2027-03-01", "now"],
      ["2026-12-01", "over"],
    ]);
  });

  test("ended with yesterday as the last day it is over at once; the days it held and why it ended are kept", async () => {
    const { area, chief, kate, name, end, postsOf, ofTrust } = await aTrust();
    const named = await name(chief);
    const namingId = named.organisations.flatMap((one) => one.named)[0]?.namingId ?? "";
    await end(chief, namingId, "2026-12-09", noon("2026-12-10"));
    expect(await postsOf(kate, "2026-12-10")).toEqual([own]);
    expect(await postsOf(kate, "2026-12-09")).toEqual([own, senior]);
    expect((await ofTrust(chief, noon("2026-12-10")))?.named).toEqual([
      {
        namingId: expect.any(String),
        practitionerId: kate.practitionerId,
        name: "Kate Mold",
        from: "2026-12-01",
        lastDay: "2026-12-09",
        state: "over",
        namedBy: "Ophelia Hart",
        ended: { because: "She moves to another trust", by: "Ophelia Hart" },
      },
    ]);
    const rows = await area.write((tx) => tx.select().from(seniorManager).where(eq(seniorManager.areaId, area.areaId)));
    expect(rows).toHaveLength(2); // what was known before stays
    expect(await refusalOf(end(chief, namingId, "2026-12-10", noon("2026-12-10")))).toMatchObject({
      kind: "not-visible",
    });
  });

  test("taken back on its first day or before, it gives nothing from that second on, and still stands in the list", async () => {
    const { chief, kate, name, end, postsOf, ofTrust } = await aTrust();
    const named = await name(chief, { from: localDate("2026-11-23") });
    expect(await postsOf(kate, "2026-11-23")).toEqual([own, senior]);
    await end(chief, named.organisations.flatMap((one) => one.named)[0]?.namingId ?? "", "2026-11-22");
    expect(await postsOf(kate, "2026-11-23")).toEqual([own]);
    expect((await ofTrust(chief))?.named).toMatchObject([{ state: "taken-back", ended: { by: "Ophelia Hart" } }]);
    await name(chief, { from: localDate("2026-11-24") }); // the days are free again
    expect(await postsOf(kate, "2026-11-24")).toEqual([own, senior]);
  });

  test("whoever leaves the organisation has left it as senior manager too", async () => {
    const { area, chief, kate, name, postsOf, ofTrust } = await aTrust();
    await name(chief);
    await area.write((tx) =>
      tx
        .update(post)
        .set({ during: { from: localDate("2020-01-06"), until: localDate("2026-12-15") } })
        .where(and(eq(post.areaId, area.areaId), eq(post.postId, kate.postId))),
    );
    expect(await postsOf(kate, "2026-12-14")).toEqual([own, senior]);
    expect(await postsOf(kate, "2026-12-15")).toEqual([]);
    expect((await ofTrust(chief, noon("2026-12-15")))?.named).toMatchObject([{ state: "left" }]);
  });

  test("nobody names themselves, somebody of another organisation, days that are past, or the same days twice", async () => {
    const { area, housing, chief, name } = await aTrust();
    const officer = await area.addPractitioner({ name: "Jo Lark", agencyId: housing });
    const at = (path: string) => ({ kind: "input", problems: [{ path, message: expect.any(String) }] });
    expect(await refusalOf(name(chief, { practitionerId: chief.practitionerId }))).toMatchObject(at("practitionerId"));
    const other = await refusalOf(name(chief, { practitionerId: officer.practitionerId }));
    expect(other).toMatchObject(at("practitionerId"));
    expect(await refusalOf(name(chief, { practitionerId: newId() }))).toEqual(other);
    expect(await refusalOf(name(chief, { from: localDate("2026-11-22") }))).toMatchObject(at("from"));
    await name(chief);
    expect(await refusalOf(name(chief, { from: localDate("2026-12-20") }))).toMatchObject({ kind: "already" });
  });

  test("the head of one organisation has no word in another's, in the application or past it; nobody else names at all", async () => {
    const { area, trust, housing, chief, kate, name, end } = await aTrust();
    const theirs = await area.addPractitioner({ name: "Ed Roe", agencyId: housing, role: "chief-officer" });
    const service = await area.addPractitioner({ name: "Vic Orr", agencyId: trust, role: "service-manager" });
    const named = await name(chief);
    const namingId = named.organisations.flatMap((one) => one.named)[0]?.namingId ?? "";
    expect(await refusalOf(name(theirs))).toMatchObject({ kind: "input" });
    const elsewhere = await refusalOf(end(theirs, namingId, "2026-12-24"));
    expect(elsewhere).toEqual(await refusalOf(end(theirs, newId(), "2026-12-24")));
    for (const who of [service, kate]) expect(await refusalOf(name(who))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(area.as(kate).workforce.seniorManagers.list())).toMatchObject({ kind: "not-allowed" });
    expect((await area.as(service).workforce.seniorManagers.list()).name.may).toBe(false);
    const past = database.inArea(
      { areaId: area.areaId, practitionerId: theirs.practitionerId, now: aMonday.toISOString(), as: "person" },
      (tx) =>
        tx.insert(seniorManager).values({
          areaId: area.areaId,
          namingId: newId(),
          agencyId: trust,
          practitionerId: service.practitionerId,
          postId: newId(),
          during: { from: localDate("2026-12-01") },
          namedBy: theirs.practitionerId,
          recordedAt: aMonday.toISOString(),
        }),
    );
    await expect(past).rejects.toThrow();
  });

  test("whoever left the organisation is of it no more by having been named, whatever other post they have", async () => {
    const { area, housing, trust, chief, kate, name } = await aTrust();
    await name(chief);
    await area.write(async (tx) => {
      await tx
        .update(post)
        .set({ during: { from: localDate("2020-01-06"), until: localDate("2026-12-11") } })
        .where(eq(post.postId, kate.postId));
      await tx.insert(post).values({
        areaId: area.areaId,
        postId: newId(),
        practitionerId: kate.practitionerId,
        agencyId: housing,
        title: "Housing officer",
        role: "practitioner",
        hours: 37,
        during: { from: localDate("2026-12-07") },
      });
    });
    const agenciesOn = async (day: string) => {
      const [found] = await database.inArea(
        { areaId: area.areaId, practitionerId: kate.practitionerId, now: noon(day).toISOString(), as: "person" },
        (tx) => rowsOf<{ mine: string[] }>(tx, sql`select to_json(my_agencies()) as mine`),
      );
      return new Set(found?.mine);
    };
    expect(await agenciesOn("2026-12-10")).toEqual(new Set([trust, housing]));
    expect(await agenciesOn("2026-12-11")).toEqual(new Set([housing]));
  });

  test("her line manager does not end it as if it were her post", async () => {
    const { area, trust, chief, kate, name } = await aTrust();
    const manager = await area.addPractitioner({ name: "Helen Marsh", agencyId: trust, role: "team-manager" });
    await area.write((tx) =>
      tx.update(post).set({ lineManagerId: manager.practitionerId }).where(eq(post.postId, kate.postId)),
    );
    await name(chief);
    const leaving = await area.as(manager).workforce.leaving({ practitionerId: kate.practitionerId });
    expect(leaving.posts.map(({ title }) => title)).toEqual(["Head of nursing"]);
  });

  test("where the documents know no such naming, the list says why and nobody is named", async () => {
    const { area, chief, name } = await aTrust("highland");
    const list = await area.as(chief).workforce.seniorManagers.list();
    expect(list.silentBecause).toBeTruthy();
    expect(list.name).toEqual({ may: false, why: list.silentBecause });
    expect(await refusalOf(name(chief))).toMatchObject({ kind: "already" });
  });

  test("sent twice with one key, somebody is named once", async () => {
    const { area, chief, name } = await aTrust();
    const idempotencyKey = newKey();
    const first = await name(chief, { idempotencyKey });
    expect(await name(chief, { idempotencyKey })).toEqual(first);
    expect(
      await area.write((tx) => tx.select().from(seniorManager).where(eq(seniorManager.areaId, area.areaId))),
    ).toHaveLength(1);
  });
});
