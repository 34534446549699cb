import { localDate, type Relation, relations } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { restriction } from "../../db/schema/access.ts";
import { outbox } from "../../db/schema/change.ts";
import { aMonday, type Caller, type TestPerson } from "../../testing/area.ts";
import { aCase, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const today = localDate("2026-11-23");
const whatFor = "A mark on the arm that the child would not speak of.";
const made = (childId: string, more: Partial<Parameters<Caller["concern"]["referrals"]["record"]>[0]> = {}) => ({
  idempotencyKey: newId(),
  childId,
  madeOn: today,
  madeAt: "16:40",
  toWhom: "Jo Bain, duty social worker",
  way: "phone" as const,
  whatFor,
  ...more,
});
const refer = (
  { area, childId }: Pick<TestCase, "area" | "childId">,
  who: TestPerson,
  more: Parameters<typeof made>[1] = {},
) => area.as(who).concern.referrals.record(made(childId, more));
const seenBy = async ({ area, childId }: Pick<TestCase, "area" | "childId">, who: TestPerson) =>
  (await area.as(who).concern.referrals.ofChild({ childId })).referrals;

const noticesOf = async ({ area }: TestCase) =>
  (await area.write((tx) => tx.select({ payload: outbox.payload }).from(outbox)))
    .map(({ payload }) => payload as { readonly practitionerId: string; readonly act: string; readonly words: string })
    .filter(({ act }) => act === "referral.recorded");

describe("WIG-4b: who must not know that a referral was made", () => {
  test("whoever has no part in the care is told there is no such child, to read and to write", async () => {
    const of = await aCase(database);
    const stranger = await of.area.addPractitioner({ name: "Nan Other", agencyId: of.agencies.education });
    const { referralId } = await refer(of, of.teacher);
    const nobody = newId();
    for (const childId of [of.childId, nobody]) {
      const asking = of.area.as(stranger).concern.referrals;
      expect(await refusalOf(asking.ofChild({ childId }))).toEqual({ kind: "not-visible", what: "child" });
      expect(await refusalOf(asking.record(made(childId)))).toEqual({ kind: "not-visible", what: "child" });
    }
    const word = { idempotencyKey: newId(), kind: "said-back" as const, on: today, words: "They will visit" };
    for (const id of [referralId, nobody])
      expect(await refusalOf(of.area.as(stranger).concern.referrals.add({ ...word, referralId: id }))).toEqual({
        kind: "not-visible",
        what: "referral",
      });
  });

  test("whoever supervises the role, keeps the roll, audits or sits on a group does not, not even in the agency that made it", async () => {
    const of = await aCase(database);
    await refer(of, of.teacher);
    for (const basis of [
      "role-supervisor",
      "record-keeper",
      "quality-auditor",
      "forum-member",
      "coordinator",
    ] as const) {
      const person = await of.area.addPractitioner({ name: `By ${basis}`, agencyId: of.agencies.education });
      await of.area.relate(person, of.childId, basis);
      expect([basis, await seenBy(of, person)]).toEqual([basis, []]);
    }
  });

  test("another agency that works on the plan does not; a colleague on the plan of the agency that made it does", async () => {
    const of = await aCase(database);
    const { referralId } = await refer(of, of.nurse);
    expect(await seenBy(of, of.worker)).toEqual([]);
    const colleague = await of.area.addPractitioner({ name: "Ms Orr", agencyId: of.agencies.health });
    await of.area.relate(colleague, of.childId, "plan-practitioner");
    for (const who of [of.nurse, colleague, of.teacher])
      expect((await seenBy(of, who)).map((one) => one.referralId)).toEqual([referralId]);
  });

  test("what nobody may know stands nowhere else: no chronology, no plan, no page of the child, and no word of it for a family that asks who looked", async () => {
    const of = await aCase(database);
    await refer(of, of.nurse);
    for (const who of [of.worker, of.teacher]) {
      const asking = of.area.as(who);
      const told = JSON.stringify([
        await asking.record.chronology({ childId: of.childId }),
        await asking.people.child({ childId: of.childId }),
        await asking.plan.get({ planId: of.planId }),
        await asking.record.whoLooked({ childId: of.childId, whole: true }),
      ]);
      expect([who.practitionerName, /mark on the arm|Jo Bain|safeguarding/i.test(told)]).toEqual([
        who.practitionerName,
        false,
      ]);
    }
  });

  test("one about somebody who works with the child is its maker's alone, and nobody is told", async () => {
    const of = await aCase(database);
    const { referralId } = await refer(of, of.nurse, { isAboutStaff: true });
    expect(await noticesOf(of)).toEqual([]);
    for (const who of [of.teacher, of.worker]) expect(await seenBy(of, who)).toEqual([]);
    await of.area.relate(of.helen, of.childId, "line-manager");
    expect(await seenBy(of, of.helen)).toEqual([]);
    expect(await seenBy(of, of.nurse)).toMatchObject([{ referralId, isAboutStaff: true }]);
    expect(
      await refusalOf(
        of.area.as(of.teacher).concern.referrals.add({
          idempotencyKey: newId(),
          referralId,
          kind: "said-back",
          on: today,
          words: "Nothing",
        }),
      ),
    ).toMatchObject({ kind: "not-visible" });
  });

  test("the database holds it relation by relation, whatever the page asks", async () => {
    const of = await aCase(database);
    await refer(of, of.teacher);
    const knows: readonly Relation[] = [
      ...(["named-person", "lead", "acting-lead", "contact-of-record", "review-officer", "emergency"] as const),
    ];
    for (const basis of Object.keys(relations) as Relation[]) {
      if (["action-owner", "contributor", "previous-named-person"].includes(basis)) continue;
      const agencyId = await of.area.addAgency("voluntary", `For ${basis}`);
      const person = await of.area.addPractitioner({ name: `As ${basis}`, agencyId });
      await of.area.relate(person, of.childId, basis);
      const rows = await recordsOf(database, person, aMonday, "referral.read", ({ tx }) =>
        rowsOf(tx, sql`select 1 from referral where child_id = ${of.childId}`),
      );
      expect([basis, rows.length]).toEqual([basis, knows.includes(basis) ? 1 : 0]);
    }
  });
});

describe("WIG-4b: nothing holds up a safeguarding referral", () => {
  test("the answer is shown, it is written down with when, to whom, by whom and what for, and what was said back is added", async () => {
    const of = await aCase(database, { edition: "wigan" });
    const asking = of.area.as(of.nurse).concern.referrals;
    expect((await asking.ofChild({ childId: of.childId })).decision).toMatchObject({
      question: "concern.referral",
      answer: "permits",
    });
    const { referralId } = await refer(of, of.nurse, { whatFor: undefined });
    const add = (kind: "said-back" | "what-for", words: string) =>
      asking.add({ idempotencyKey: newId(), referralId, kind, on: today, by: "Jo Bain", words });
    await add("what-for", whatFor);
    await add("said-back", "A visit tomorrow morning.");
    expect(await seenBy(of, of.nurse)).toMatchObject([
      {
        referralId,
        madeOn: today,
        madeAt: "16:40",
        madeBy: "Amina Yusuf",
        toWhom: "Jo Bain, duty social worker",
        words: [{ words: whatFor }, { words: "A visit tomorrow morning.", by: "Jo Bain" }],
      },
    ]);
    expect(await noticesOf(of)).toMatchObject([
      {
        practitionerId: of.teacher.practitionerId,
        words: expect.stringMatching(/^A safeguarding referral was made about a child/),
      },
    ]);
  });

  test("allocation: nobody leads, somebody is proposed and nothing is agreed", async () => {
    const of = await aCase(database, { edition: "wigan" });
    await asked(of);
    await answered(of);
    await proposed(of, of.nurse);
    const { decision } = await of.area.as(of.teacher).concern.referrals.ofChild({ childId: of.childId });
    expect(decision?.findings[0]?.because).toMatch(/does not wait for .*who leads, an agreement/);
    for (const who of [of.teacher, of.nurse, of.worker]) expect((await refer(of, who)).referralId).toBeTruthy();
  });

  test("consent: it was refused", async () => {
    const of = await aCase(database);
    await of.area.as(of.teacher).consent.record({
      idempotencyKey: newId(),
      childId: of.childId,
      answeredBy: "parent-or-carer",
      answeredByName: "Ana Lind",
      answer: "refused",
      form: "spoken",
      saysWhat: "Anything at all",
      saysWithWhom: "Anybody",
      saysWhy: "She does not want it",
      items: [],
      agencies: ["health"],
      recipients: [],
      from: today,
      ends: { is: "on", lastDay: localDate("2027-02-26") },
    });
    const { decision } = await of.area.as(of.teacher).concern.referrals.ofChild({ childId: of.childId });
    expect(decision).toMatchObject({ answer: "permits" });
    expect(decision?.findings[0]?.because).toContain("consent");
    expect((await refer(of, of.teacher)).referralId).toBeTruthy();
  });

  test("dispute and workload: a disagreement is about whom nobody agreed on, and whoever refers has more than was agreed", async () => {
    const of = await aCase(database, { edition: "wigan" });
    await asked(of);
    await answered(of);
    await proposed(of, of.nurse);
    const overloaded = await of.area.addPractitioner({
      name: "Cal Reid",
      agencyId: of.agencies.health,
      agreedCapacity: 1,
    });
    await of.area.relate(overloaded, of.childId, "plan-practitioner");
    expect((await refer(of, overloaded)).referralId).toBeTruthy();
  });

  test("a plan, a named person and a concern are asked for by none of it: any part in the care is enough", async () => {
    const of = await aCase(database, { edition: "poole" });
    const childId = await of.area.addChild();
    for (const basis of ["role-supervisor", "record-keeper", "head", "coordinator", "proposed-lead"] as const) {
      const person = await of.area.addPractitioner({ name: `By ${basis}`, agencyId: of.agencies.health });
      await of.area.relate(person, childId, basis);
      const { referralId } = await refer({ area: of.area, childId }, person, { whatFor: undefined, madeAt: undefined });
      expect((await seenBy({ area: of.area, childId }, person)).map((one) => one.referralId)).toContain(referralId);
    }
  });

  test("while an adult must not be brought near and while it is kept private where the child is", async () => {
    const of = await aCase(database);
    await of.area.write((tx) =>
      tx.insert(restriction).values({
        areaId: of.area.areaId,
        restrictionId: newId(),
        childId: of.childId,
        kind: "whereabouts",
        ownerId: of.teacher.practitionerId,
        reason: "Kept",
        safeContact: { name: "The office" },
        reviewOn: localDate("2026-12-21"),
        during: { from: aMonday.toISOString() },
        recordedBy: of.teacher.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    expect((await refer(of, of.worker)).referralId).toBeTruthy();
  });

  test("a day to come is refused, and so is a word from before it was made", async () => {
    const of = await aCase(database);
    expect(await refusalOf(refer(of, of.nurse, { madeOn: localDate("2026-11-24") }))).toMatchObject({ kind: "input" });
    const { referralId } = await refer(of, of.nurse);
    const early = { idempotencyKey: newId(), referralId, kind: "said-back" as const, words: "Thank you" };
    expect(
      await refusalOf(of.area.as(of.nurse).concern.referrals.add({ ...early, on: localDate("2026-11-20") })),
    ).toMatchObject({ kind: "input" });
  });
});

describe("WIG-4b: whom to ask, in the area's own words", () => {
  const words = { team: "Duty team", phone: "01632 960500", afterHoursPhone: "01632 960501" };
  test("everybody who is signed in reads it; a co-ordinator or a service's manager writes it, and nobody else", async () => {
    const of = await aCase(database);
    const { area, agencies } = of;
    const coordinator = await area.addPractitioner({
      name: "M. Grant",
      agencyId: agencies.health,
      role: "coordinator",
    });
    const light = await area.addPractitioner({ name: "Lou Bell", agencyId: agencies.health, role: "light" });
    expect((await area.as(light).concern.referrals.route()).route).toBeNull();
    for (const who of [of.teacher, of.helen, light])
      expect(await refusalOf(area.as(who).concern.referrals.keep({ idempotencyKey: newId(), ...words }))).toMatchObject(
        { kind: "not-allowed" },
      );
    const { version } = await area.as(coordinator).concern.referrals.keep({ idempotencyKey: newId(), ...words });
    expect((await area.as(light).concern.referrals.route()).route).toMatchObject({ ...words, recordedBy: "M. Grant" });
    const again = { idempotencyKey: newId(), ...words, phone: "01632 960502" };
    expect(
      await refusalOf(area.as(coordinator).concern.referrals.keep({ ...again, version: version + 1 })),
    ).toMatchObject({ kind: "changed-since" });
    await area.as(coordinator).concern.referrals.keep({ ...again, idempotencyKey: newId(), version });
    expect((await area.as(of.nurse).concern.referrals.route()).route?.phone).toBe("01632 960502");
  });
});
