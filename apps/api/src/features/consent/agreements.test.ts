import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { sharingAgreement } from "../../db/schema/consent.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function anArea() {
  const of = await aCase(database);
  const { area, agencies } = of;
  const officer = await area.addPractitioner({ name: "Pat Vey", agencyId: agencies.health, role: "privacy-officer" });
  const sign = (who: TestPerson, more: object = {}) =>
    area.as(who).consent.agreements.record({
      idempotencyKey: newKey(),
      agencyId: agencies.health,
      what: "sharing",
      signedOn: localDate("2026-11-02"),
      signedBy: "Ada Quill, medical director",
      reviewOn: localDate("2027-11-02"),
      ...more,
    });
  const healths = async (who: TestPerson, at = aMonday) =>
    (await area.as(who, at).consent.agreements.list()).agencies.find(({ agencyId }) => agencyId === agencies.health);
  return { ...of, officer, sign, healths };
}

describe("CWDC-2.20d: each agency's signed agreement is on file", () => {
  test("recorded by the privacy officer, read by everybody of the area; what was signed before stays on record", async () => {
    const { area, officer, teacher, childId, sign, healths } = await anArea();
    expect((await healths(teacher))?.signed).toBeUndefined();
    expect((await area.as(teacher).consent.forChild({ childId })).withoutAgreement).toContain("Community nursing");
    await sign(officer);
    expect((await healths(teacher))?.signed).toEqual({
      on: "2026-11-02",
      by: "Ada Quill, medical director",
      reviewOn: "2027-11-02",
      isToLookAt: false,
      recordedBy: "Pat Vey",
    });
    expect((await area.as(teacher).consent.forChild({ childId })).withoutAgreement).not.toContain("Community nursing");
    await sign(officer, { signedOn: localDate("2026-11-20"), keptAt: "Legal, room 4" });
    expect((await healths(teacher))?.signed).toMatchObject({ on: "2026-11-20", keptAt: "Legal, room 4" });
    const kept = await area.write((tx) =>
      tx.select().from(sharingAgreement).where(eq(sharingAgreement.areaId, area.areaId)),
    );
    expect(kept.length).toBe(2);
    const audited = await area.write((tx) =>
      tx
        .select({ by: auditEntry.practitionerId })
        .from(auditEntry)
        .where(and(eq(auditEntry.areaId, area.areaId), eq(auditEntry.act, "sharing-agreement.recorded"))),
    );
    expect(audited).toEqual([{ by: officer.practitionerId }, { by: officer.practitionerId }]);
  });

  test("is to be looked at again from the day after, and not on the day", async () => {
    const { officer, teacher, sign, healths } = await anArea();
    await sign(officer, { reviewOn: localDate("2026-11-23") });
    expect((await healths(teacher))?.signed?.isToLookAt).toBe(false);
    expect((await healths(teacher, new Date(aMonday.getTime() + 86_400_000)))?.signed?.isToLookAt).toBe(true);
  });

  test("nobody else records it, in the application or past it; an agency of another area is none", async () => {
    const { area, agencies, teacher, head, officer, sign } = await anArea();
    for (const who of [teacher, head]) expect(await refusalOf(sign(who))).toMatchObject({ kind: "not-allowed" });
    const row = {
      areaId: area.areaId,
      agreementId: newId(),
      agencyId: agencies.health,
      what: "sharing" as const,
      signedOn: localDate("2026-11-02"),
      signedBy: "Nobody",
      reviewOn: localDate("2027-11-02"),
      recordedBy: teacher.practitionerId,
      recordedAt: aMonday.toISOString(),
    };
    const past = database.inArea(
      { areaId: area.areaId, practitionerId: teacher.practitionerId, now: aMonday.toISOString(), as: "person" },
      (tx) => tx.insert(sharingAgreement).values(row),
    );
    await expect(past).rejects.toThrow();
    const elsewhere = await anArea();
    const other = await refusalOf(sign(officer, { agencyId: elsewhere.agencies.health }));
    expect(other).toEqual(await refusalOf(sign(officer, { agencyId: newId() })));
    expect(other).toMatchObject({ kind: "not-visible" });
  });

  test("of a day to come, or not after what was signed last: refused", async () => {
    const { officer, sign } = await anArea();
    expect(await refusalOf(sign(officer, { signedOn: localDate("2026-11-24") }))).toMatchObject({ kind: "input" });
    await sign(officer);
    expect(await refusalOf(sign(officer))).toMatchObject({ kind: "input" });
  });
});

describe("HIG-4: who signed up to working together, by whom and when", () => {
  const aPlan = async (edition: string) => {
    const of = await aCase(database, { edition });
    const { area, agencies, planId, childId, teacher } = of;
    const officer = await area.addPractitioner({ name: "Pat Vey", agencyId: agencies.health, role: "coordinator" });
    const signUp = (agencyId: string, more: object = {}) =>
      area.as(officer).consent.agreements.record({
        idempotencyKey: newKey(),
        agencyId,
        what: "working-together",
        signedOn: localDate("2026-01-15"),
        signedBy: "Jo Marsh, director",
        ...more,
      });
    const marked = async (who: TestPerson = teacher) =>
      (await area.as(who).plan.get({ planId })).notSignedUp.map(({ agency }) => agency);
    const register = () => area.as(officer).consent.agreements.list();
    return { ...of, officer, childId, signUp, marked, register };
  };

  test("a service that has not signed is marked where it stands on a plan, until the day it did", async () => {
    const { agencies, nurse, area, planId, signUp, marked, register } = await aPlan("highland");
    const before = await marked();
    expect(before).toContain("Community nursing");
    expect((await area.as(nurse).plan.get({ planId })).notSignedUp[0]).toMatchObject({
      because: "Not yet signed up to working together: it is marked so on each plan.",
      clause: expect.stringContaining("H1"),
    });
    await signUp(agencies.health);
    expect(await marked()).toEqual(before.filter((one) => one !== "Community nursing"));
    const { agencies: listed, isSigningUpAsked } = await register();
    expect(isSigningUpAsked).toBe(true);
    const health = listed.find(({ agencyId }) => agencyId === agencies.health);
    expect(health).toMatchObject({
      signedUp: { on: "2026-01-15", by: "Jo Marsh, director", isToLookAt: false, recordedBy: "Pat Vey" },
    });
    expect(health?.notSignedUp).toBeUndefined();
    expect(health?.signed).toBeUndefined();
  });

  test("signing how information is shared is not signing up, and the other way round", async () => {
    const { agencies, area, officer, marked, register } = await aPlan("highland");
    await area.as(officer).consent.agreements.record({
      ...{ idempotencyKey: newKey(), agencyId: agencies.health, what: "sharing", signedBy: "Ada Quill" },
      ...{ signedOn: localDate("2026-11-02"), reviewOn: localDate("2027-11-02") },
    });
    expect(await marked()).toContain("Community nursing");
    const health = (await register()).agencies.find(({ agencyId }) => agencyId === agencies.health);
    expect(health?.notSignedUp).toBeDefined();
    expect(health?.signed?.on).toBe("2026-11-02");
  });

  test("an agency that is on no part of the plan is not named on it", async () => {
    const { area, marked } = await aPlan("highland");
    await area.addAgency("voluntary", "Far Shore Nursery");
    expect(await marked()).not.toContain("Far Shore Nursery");
  });

  test("of a day to come it is refused, by a post that does not keep the register too; sent twice it is once", async () => {
    const { agencies, area, teacher, signUp } = await aPlan("highland");
    expect(await refusalOf(signUp(agencies.health, { signedOn: localDate("2026-11-24") }))).toMatchObject({
      kind: "input",
    });
    const sent = {
      ...{ idempotencyKey: newKey(), agencyId: agencies.health, what: "working-together" as const },
      ...{ signedOn: localDate("2026-01-15"), signedBy: "Jo Marsh" },
    };
    expect(await refusalOf(area.as(teacher).consent.agreements.record(sent))).toMatchObject({ kind: "not-allowed" });
    const first = await signUp(agencies.health, sent);
    expect(await signUp(agencies.health, sent)).toEqual(first);
  });

  test.each(["england", "bolton", "scotland"])("%s does not ask for it: nothing is marked", async (edition) => {
    const { marked, register } = await aPlan(edition);
    expect(await marked()).toEqual([]);
    const { isSigningUpAsked, agencies } = await register();
    expect(isSigningUpAsked).toBe(false);
    expect(agencies.filter(({ notSignedUp }) => notSignedUp !== undefined)).toEqual([]);
  });
});
