import { localDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { accessBlock, childAccess } from "../../db/schema/access.ts";
import { duty } from "../../db/schema/change.ts";
import { lead } from "../../db/schema/lead-professional.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, aTestArea, type TestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aPlanOf, toldOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const later = (days: number) => new Date(aMonday.getTime() + days * 86_400_000);
const minutesLater = (minutes: number) => new Date(aMonday.getTime() + minutes * 60_000);

/** Nia leads for Robin; Helen is her line manager, Cora co-ordinates lead professionals, Sam manages Helen, Otto nobody of these. */
async function aLed(edition = "england") {
  const area = await aTestArea(database, { edition });
  const health = await area.addAgency("health", "Community nursing");
  const person = (name: string, more: Partial<Parameters<TestArea["addPractitioner"]>[0]> = {}) =>
    area.addPractitioner({ name, agencyId: health, ...more });
  const sam = await person("Sam Oak", { role: "service-manager" });
  const helen = await person("Helen Marsh", { role: "team-manager", lineManagerId: sam.practitionerId });
  const cora = await person("Cora Venn", { role: "coordinator", lineManagerId: sam.practitionerId });
  const otto = await person("Otto Reed", { role: "team-manager" });
  const nia = await person("Nia Fell", { title: "Health visitor", lineManagerId: helen.practitionerId });
  const core = await person("Cai Moss", { title: "Family worker" });
  const robin = await area.addChild({ givenName: "Robin", familyName: "Ashdown" });
  const planId = await ledPlan(area, nia, robin, localDate("2026-11-02"));
  await area.relate(core, robin, "plan-practitioner");
  return { area, sam, helen, cora, otto, nia, core, robin, planId };
}
type Led = Awaited<ReturnType<typeof aLed>>;

/** A plan that somebody leads since a day, with the relation that comes of it. */
async function ledPlan(area: TestArea, by: TestPerson, childId: string, since: ReturnType<typeof localDate>) {
  const planId = await aPlanOf(area, by, { lead: by, leadSince: `${since}T00:00:00.000Z`, children: [childId] });
  await area.write(async (tx) => {
    const [row] = await tx.select({ leadId: lead.leadId }).from(lead).where(eq(lead.planId, planId));
    await tx.insert(childAccess).values({
      areaId: area.areaId,
      accessId: newId(),
      practitionerId: by.practitionerId,
      childId,
      basis: "lead",
      sourceId: row?.leadId ?? "",
      during: { from: `${since}T00:00:00.000Z` },
      recordedAt: aMonday.toISOString(),
    });
  });
  return planId;
}

const arranged = ({ nia, helen }: Pick<Led, "nia" | "helen">, more: Record<string, unknown> = {}) => ({
  idempotencyKey: newKey(),
  practitionerId: nia.practitionerId,
  model: "usual" as const,
  practiceSupervisorId: helen.practitionerId,
  usualEveryDays: 42,
  ...more,
});

const dual = (of: Led) =>
  of.area.as(of.helen).supervision.arrange({
    ...arranged(of),
    model: "dual",
    leadSupervisorId: of.cora.practitionerId,
    leadEveryDays: 28,
  });

const answers = {
  presentingNeed: "Sleep",
  whatTheLeadCanDo: "The routine",
  specialistSupport: "CAMHS advice",
  othersWorkDirectly: "Speech therapy",
};

const held = (of: Led, strand: "lead" | "practice", more: Record<string, unknown> = {}) => ({
  idempotencyKey: newKey(),
  practitionerId: of.nia.practitionerId,
  strand,
  kind: "formal" as const,
  heldOn: localDate("2026-11-23"),
  note: `Own note of ${strand}`,
  summary: `Summary of ${strand}`,
  actions: `Actions of ${strand}`,
  cases:
    strand === "lead"
      ? [{ childId: of.robin, planId: of.planId, note: "Needs a co-visit", riskIsHigh: "no" as const, ...answers }]
      : [],
  ...more,
});

const basesOf = async ({ area }: Led, who: TestPerson, childId: string, at: Date) => {
  const rows = await area.write((tx) =>
    rowsOf<{ basis: string }>(
      tx,
      sql`select basis from child_access where area_id = ${area.areaId} and practitioner_id = ${who.practitionerId}
        and child_id = ${childId} and during @> ${at.toISOString()}::timestamptz order by 1`,
    ),
  );
  return rows.map(({ basis }) => basis);
};

describe("who may not", () => {
  test("CWDC-5.19c, HIG-143: no note of a session is read by anybody but the person and who supervises that strand", async () => {
    const of = await aLed();
    await dual(of);
    await of.area.as(of.cora, minutesLater(5)).supervision.recordSession(held(of, "lead"));
    await of.area.as(of.helen, minutesLater(5)).supervision.recordSession(held(of, "practice"));
    const at = minutesLater(10);
    const read = (who: TestPerson, table: string) =>
      database.inArea(
        { areaId: of.area.areaId, practitionerId: who.practitionerId, now: at.toISOString(), as: "person" },
        (tx) => rowsOf<{ note: string }>(tx, sql`select note from ${sql.identifier(table)} order by 1`),
      );
    for (const [who, sessions, cases] of [
      [of.nia, ["Own note of lead", "Own note of practice"], ["Needs a co-visit"]],
      [of.cora, ["Own note of lead"], ["Needs a co-visit"]],
      [of.helen, ["Own note of practice"], []],
      [of.sam, [], []],
      [of.core, [], []],
      [of.otto, [], []],
    ] as const) {
      expect(
        (await read(who, "supervision_session")).map(({ note }) => note),
        who.practitionerName,
      ).toEqual(sessions);
      expect(
        (await read(who, "supervision_case")).map(({ note }) => note),
        who.practitionerName,
      ).toEqual(cases);
    }
    // the record of the child, as a member of the core group opens it, has nothing of it
    const asCore = of.area.as(of.core, at);
    const record = JSON.stringify([
      await asCore.people.child({ childId: of.robin }),
      await asCore.record.chronology({ childId: of.robin }),
      await asCore.plan.get({ planId: of.planId }),
    ]);
    for (const kept of ["co-visit", "Own note", "Summary of", "CAMHS"]) expect(record).not.toContain(kept);
  });

  test("CWDC-5.19c: each supervisor sees what the other agreed to show, and nothing else of it", async () => {
    const of = await aLed();
    await dual(of);
    await of.area.as(of.cora, minutesLater(5)).supervision.recordSession(held(of, "lead"));
    await of.area.as(of.helen, minutesLater(5)).supervision.recordSession(held(of, "practice"));
    const seen = (who: TestPerson) =>
      of.area.as(who, minutesLater(10)).supervision.person({ practitionerId: of.nia.practitionerId });
    const [asCora, asHelen] = [await seen(of.cora), await seen(of.helen)];
    expect(asHelen.sessions.map(({ note }) => note)).toEqual(["Own note of practice"]);
    expect(asHelen.agreedElsewhere).toEqual([
      {
        strand: { code: "lead", label: "The role of lead professional" },
        heldOn: "2026-11-23",
        by: "Cora Venn",
        summary: "Summary of lead",
        actions: "Actions of lead",
      },
    ]);
    expect(asHelen.agenda).toEqual([]);
    expect(JSON.stringify(asHelen)).not.toMatch(/Own note of lead|co-visit|CAMHS/);
    expect(asCora.sessions.map(({ note }) => note)).toEqual(["Own note of lead"]);
    expect(asCora.agreedElsewhere.map(({ summary }) => summary)).toEqual(["Summary of practice"]);
    expect(asCora.sessions[0]?.cases).toMatchObject([{ child: { name: "Robin Ashdown" }, note: "Needs a co-visit" }]);
  });

  test("WIG-8.7.3: where the book has the two share a list of actions, no summary is shown", async () => {
    const of = await aLed("wigan");
    await dual(of);
    await of.area.as(of.cora, minutesLater(5)).supervision.recordSession(held(of, "lead"));
    const asHelen = await of.area
      .as(of.helen, minutesLater(10))
      .supervision.person({ practitionerId: of.nia.practitionerId });
    expect(asHelen.shares).toEqual({ summary: false, actions: true });
    expect(asHelen.agreedElsewhere).toMatchObject([{ actions: "Actions of lead" }]);
    expect(JSON.stringify(asHelen)).not.toContain("Summary of lead");
  });

  test("somebody who is not theirs reads the same as nobody, for each who asks", async () => {
    const of = await aLed();
    await dual(of);
    for (const who of [of.otto, of.sam])
      for (const practitionerId of [of.nia.practitionerId, newId()]) {
        const { supervision } = of.area.as(who, minutesLater(5));
        const nothing = { kind: "not-visible", what: "practitioner" };
        expect(await refusalOf(supervision.person({ practitionerId }))).toEqual(nothing);
        expect(await refusalOf(supervision.arrangeForm({ practitionerId }))).toEqual(nothing);
        expect(await refusalOf(supervision.arrange({ ...arranged(of), practitionerId }))).toEqual(nothing);
        expect(await refusalOf(supervision.recordSession({ ...held(of, "lead"), practitionerId }))).toEqual(nothing);
      }
    expect(await refusalOf(of.area.as(of.nia).supervision.people())).toMatchObject({ kind: "not-allowed" });
  });

  test("nobody settles, holds or answers their own supervision, and nobody supervises themselves", async () => {
    const of = await aLed();
    const own = { ...arranged(of), practitionerId: of.helen.practitionerId };
    expect(await refusalOf(of.area.as(of.helen).supervision.arrange(own))).toMatchObject({ kind: "not-visible" });
    const themselves = { ...arranged(of), practiceSupervisorId: of.nia.practitionerId };
    expect(await refusalOf(of.area.as(of.helen).supervision.arrange(themselves))).toMatchObject({ kind: "input" });
    const notAManager = { ...arranged(of), practiceSupervisorId: of.core.practitionerId };
    expect(await refusalOf(of.area.as(of.helen).supervision.arrange(notAManager))).toMatchObject({ kind: "input" });
  });

  test("a strand that another supervises is not theirs to write down", async () => {
    const of = await aLed();
    await dual(of);
    const { supervision } = of.area.as(of.helen, minutesLater(5));
    expect(await refusalOf(supervision.recordSession(held(of, "lead")))).toMatchObject({
      kind: "not-allowed",
      why: "Somebody else supervises this person's role of lead professional, or nobody yet.",
    });
  });

  test("a supervisor who is held back from the child sees neither the child nor what was said of the child", async () => {
    const of = await aLed();
    await dual(of);
    await of.area.as(of.cora, minutesLater(5)).supervision.recordSession(held(of, "lead"));
    await of.area.write((tx) =>
      tx.insert(accessBlock).values({
        areaId: of.area.areaId,
        blockId: newId(),
        practitionerId: of.cora.practitionerId,
        childId: of.robin,
        because: "declared",
        tie: "niece-or-nephew",
        during: { from: minutesLater(6).toISOString() },
        recordedBy: of.cora.practitionerId,
        recordedAt: minutesLater(6).toISOString(),
      }),
    );
    const seen = JSON.stringify(
      await of.area.as(of.cora, minutesLater(10)).supervision.person({ practitionerId: of.nia.practitionerId }),
    );
    for (const kept of ["Robin", "Ashdown", "co-visit", "CAMHS", of.robin]) expect(seen).not.toContain(kept);
    expect(seen).toContain("Own note of lead");
  });
});

describe("what the supervisor of the role sees of a child", () => {
  test("begins and ends with the arrangement, in the same instant; the supervisor of the practice sees no child", async () => {
    const of = await aLed();
    await dual(of);
    expect(await basesOf(of, of.cora, of.robin, aMonday)).toEqual(["role-supervisor"]);
    expect(await basesOf(of, of.helen, of.robin, aMonday)).toEqual([]);
    const plan = (who: TestPerson, at: Date) => of.area.as(who, at).plan.get({ planId: of.planId });
    expect(JSON.stringify(await plan(of.cora, minutesLater(1)))).toContain("Robin");
    expect(await refusalOf(plan(of.helen, minutesLater(1)))).toMatchObject({ kind: "not-visible" });
    await of.area.as(of.helen, minutesLater(30)).supervision.arrange({ ...arranged(of), version: 1 });
    expect(await basesOf(of, of.cora, of.robin, minutesLater(30))).toEqual([]);
    expect(await basesOf(of, of.helen, of.robin, minutesLater(30))).toEqual(["role-supervisor"]);
    expect(await refusalOf(plan(of.cora, minutesLater(30)))).toMatchObject({ kind: "not-visible" });
  });

  test("ends with the lead, and begins with the next one", async () => {
    const of = await aLed();
    await dual(of);
    await of.area.write(
      (tx) =>
        tx
          .update(childAccess)
          .set({ during: sql`tstzrange(lower(during), ${minutesLater(20).toISOString()}::timestamptz)` })
          .where(and(eq(childAccess.areaId, of.area.areaId), eq(childAccess.basis, "lead"))),
      minutesLater(20),
    );
    expect(await basesOf(of, of.cora, of.robin, minutesLater(19))).toEqual(["role-supervisor"]);
    expect(await basesOf(of, of.cora, of.robin, minutesLater(20))).toEqual([]);
    const wren = await of.area.addChild({ givenName: "Wren" });
    await ledPlan(of.area, of.nia, wren, localDate("2026-11-23"));
    expect(await basesOf(of, of.cora, wren, minutesLater(20))).toEqual(["role-supervisor"]);
  });

  test("is the plan and nothing more: not the record, the concerns or what was noted", async () => {
    const of = await aLed();
    await dual(of);
    await of.area.as(of.helen, minutesLater(2)).supervision.arrange({ ...arranged(of), version: 1 });
    const asHelen = of.area.as(of.helen, minutesLater(5));
    expect((await asHelen.plan.get({ planId: of.planId })).planId).toBe(of.planId);
    for (const call of [
      () => asHelen.people.child({ childId: of.robin }),
      () => asHelen.record.chronology({ childId: of.robin }),
      () => asHelen.concern.forChild({ childId: of.robin }),
      () => asHelen.consent.forChild({ childId: of.robin }),
    ])
      expect(await refusalOf(call())).toMatchObject({ kind: "not-allowed" });
  });

  test("once it is over, an earlier supervisor reads the sessions they held, and no child in them", async () => {
    const of = await aLed();
    await dual(of);
    await of.area.as(of.cora, minutesLater(5)).supervision.recordSession(held(of, "lead"));
    await of.area.as(of.helen, minutesLater(10)).supervision.arrange({ ...arranged(of), version: 1 });
    await of.area.as(of.helen, minutesLater(15)).supervision.recordSession(held(of, "practice"));
    const asCora = of.area.as(of.cora, minutesLater(20)).supervision;
    const seen = await asCora.person({ practitionerId: of.nia.practitionerId });
    expect(seen.sessions.map(({ note, cases }) => [note, cases])).toEqual([["Own note of lead", []]]);
    expect([seen.agreedElsewhere, seen.agenda, seen.requests]).toEqual([[], [], []]);
    expect(seen.may.record).toMatchObject({ may: false });
    expect((await asCora.people()).people).toEqual([]);
    // whoever supervises the strand now reads what went before, and each child's part with it
    const asHelen = await of.area
      .as(of.helen, minutesLater(20))
      .supervision.person({ practitionerId: of.nia.practitionerId });
    expect(asHelen.sessions.map(({ note }) => note).toSorted()).toEqual(["Own note of lead", "Own note of practice"]);
  });
});

describe("what is owed", () => {
  test("CWDC-5.18f, HIG-142: somebody leads and nobody supervises them on record: an alert, until it is settled", async () => {
    const of = await aLed();
    const { supervision } = of.area.as(of.helen);
    expect((await supervision.people()).people).toMatchObject([
      { name: "Nia Fell", strands: [], leads: 1, duties: [{ act: "supervision.set-up", isLate: true }] },
    ]);
    await supervision.arrange(arranged(of));
    const [row] = (await of.area.as(of.helen, minutesLater(1)).supervision.people()).people;
    expect(row).toMatchObject({ strands: ["lead", "practice"], arrangement: { model: { code: "usual" } } });
    expect(row?.duties.map(({ act }) => act)).toEqual(["supervision.hold-session"]);
    expect((await of.area.as(of.sam).supervision.people()).people).toEqual([]);
  });

  test("HIG-142: while the risk is high, more than a fortnight apart is not enough", async () => {
    const of = await aLed("highland");
    await of.area.as(of.helen).supervision.arrange({ ...arranged(of), usualEveryDays: 28 });
    const acts = async (at: Date) =>
      (await of.area.as(of.helen, at).supervision.people()).people[0]?.duties.map(({ act, because }) => [act, because]);
    expect(JSON.stringify(await acts(minutesLater(1)))).toContain("whether risk is high in case Robin Ashdown");
    await of.area.as(of.helen, minutesLater(2)).supervision.recordSession(
      held(of, "lead", {
        cases: [{ childId: of.robin, planId: of.planId, note: "Worse at home", riskIsHigh: "yes" }],
      }),
    );
    expect(await acts(minutesLater(3))).toContainEqual([
      "supervision.set-up",
      "While risk is high, sessions on case Robin Ashdown are at most 14 days apart; 28 are agreed.",
    ]);
  });

  test.each([
    ["2026-12-21T10:00:00.000Z", false],
    ["2026-12-22T10:00:00.000Z", true],
  ])("BOL-8.6, BOL-D23: 28 days after a case was last discussed, on %s: late %s", async (at, isLate) => {
    const of = await aLed("bolton");
    await of.area.as(of.helen).supervision.arrange({ ...arranged(of), usualEveryDays: 28 });
    await of.area.as(of.helen, minutesLater(2)).supervision.recordSession(held(of, "lead"));
    const seen = await of.area.as(of.helen, new Date(at)).supervision.person({ practitionerId: of.nia.practitionerId });
    expect(seen.duties.filter(({ act }) => act === "supervision.discuss-case")).toMatchObject([
      { because: "Case Robin Ashdown was last discussed on 23 November 2026.", isLate },
    ]);
    expect(seen.agenda).toMatchObject([{ child: { name: "Robin Ashdown" }, lastDiscussedOn: "2026-11-23" }]);
  });

  test("CWDC-2.21a: a planned session has a part for every child led for, filled in or with why not", async () => {
    const of = await aLed();
    const wren = await of.area.addChild({ givenName: "Wren" });
    const other = await ledPlan(of.area, of.nia, wren, localDate("2026-11-16"));
    await of.area.as(of.helen).supervision.arrange(arranged(of));
    const { supervision } = of.area.as(of.helen, minutesLater(2));
    expect(await refusalOf(supervision.recordSession(held(of, "lead")))).toMatchObject({ kind: "input" });
    const [first] = held(of, "lead").cases;
    const unanswered = { childId: wren, planId: other, note: "All well", riskIsHigh: "no" as const };
    const both = (second: object) => held(of, "lead", { cases: [first, second] });
    expect(await refusalOf(supervision.recordSession(both(unanswered)))).toMatchObject({
      kind: "input",
      problems: [{ path: "cases.1.presentingNeed" }],
    });
    await supervision.recordSession(both({ ...unanswered, note: undefined, leftOutBecause: "Seen last week" }));
    const seen = await supervision.person({ practitionerId: of.nia.practitionerId });
    expect(
      seen.agenda.map(({ child, lastDiscussedOn }) => [child.visibility === "full" && child.name, lastDiscussedOn]),
    ).toEqual([
      ["Wren Ashdown", undefined],
      ["Robin Ashdown", "2026-11-23"],
    ]);
  });

  test("CWDC-2.10b: the agenda says that a family waits and since when, and none of what they asked", async () => {
    const of = await aLed();
    await of.area.as(of.helen).supervision.arrange(arranged(of));
    await of.area.as(of.core).concern.familyWords.log({
      idempotencyKey: newId(),
      childId: of.robin,
      kind: "question",
      raisedBy: "Her mother",
      raisedOn: localDate("2026-11-20"),
      words: "Who comes on Thursdays now?",
    });
    const seen = await of.area
      .as(of.helen, minutesLater(2))
      .supervision.person({ practitionerId: of.nia.practitionerId });
    expect(seen.agenda).toMatchObject([{ familyWaits: { many: 1, since: "2026-11-20" } }]);
    expect(JSON.stringify(seen)).not.toContain("Thursdays");
  });

  test("BOL-11.1: a talk in between needs a day and a line", async () => {
    const of = await aLed("bolton");
    await of.area.as(of.helen).supervision.arrange(arranged(of));
    const { supervision } = of.area.as(of.helen, minutesLater(2));
    await supervision.recordSession({
      idempotencyKey: newKey(),
      practitionerId: of.nia.practitionerId,
      strand: "lead",
      kind: "informal",
      heldOn: localDate("2026-11-23"),
      note: "Five minutes in the corridor",
    });
    const mine = await of.area.as(of.nia, minutesLater(3)).supervision.own();
    expect(mine.sessions).toMatchObject([
      { kind: { code: "informal" }, note: "Five minutes in the corridor", cases: [] },
    ]);
  });

  test("CWDC-5.19b: extra supervision is asked for, owed for 5 working days, and goes one node up unanswered", async () => {
    const of = await aLed();
    await of.area.as(of.helen).supervision.arrange({ ...arranged(of), model: "extra" });
    const asked = new Date("2026-11-25T10:00:00.000Z");
    await of.area
      .as(of.nia, asked)
      .supervision.ask({ idempotencyKey: newKey(), childId: of.robin, reason: "Housing has been silent for 3 weeks" });
    const owed = () =>
      of.area.write((tx) =>
        tx
          .select()
          .from(duty)
          .where(and(eq(duty.areaId, of.area.areaId), eq(duty.act, "supervision.answer-request"))),
      );
    expect(await owed()).toMatchObject([
      {
        owedBy: of.helen.practitionerId,
        onAccountOf: of.sam.practitionerId,
        dueBy: "2026-12-03T00:00:00.000Z",
        childId: null,
      },
    ]);
    await doDue(database, of.area.areaId, new Date("2026-12-02T23:00:00.000Z"));
    expect(await toldOf(of.area, "clock.missed")).toEqual([]);
    for (let at = 0; at < 3; at += 1) await doDue(database, of.area.areaId, new Date("2026-12-03T00:00:00.000Z"));
    const told = await of.area.write((tx) =>
      rowsOf<{ to: string; words: string }>(
        tx,
        sql`select practitioner_id as to, words from notice where area_id = ${of.area.areaId} and act = 'clock.missed'`,
      ),
    );
    expect(told.find(({ to }) => to === of.sam.practitionerId)?.words).toContain(
      "Nia Fell asked for extra supervision",
    );
    expect(JSON.stringify(told)).not.toMatch(/Robin|Housing/);
    const { supervision } = of.area.as(of.helen, later(11));
    const { requests } = await supervision.person({ practitionerId: of.nia.practitionerId });
    const [request] = requests;
    expect(request).toMatchObject({ reason: "Housing has been silent for 3 weeks", child: { name: "Robin Ashdown" } });
    const answer = {
      requestId: request?.requestId ?? "",
      version: 1,
      answer: "offered" as const,
      offeredOn: localDate("2026-12-07"),
    };
    expect(
      await refusalOf(of.area.as(of.sam, later(11)).supervision.answer({ ...answer, idempotencyKey: newKey() })),
    ).toMatchObject({
      kind: "not-visible",
    });
    await supervision.answer({ ...answer, idempotencyKey: newKey() });
    expect((await owed()).every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect((await of.area.as(of.nia, later(11)).supervision.own()).requests).toMatchObject([
      { answer: { is: "offered", offeredOn: "2026-12-07", by: "Helen Marsh" } },
    ]);
  });
});

test("HIG-144: leads past their interval, by agency, with their supervisors; small numbers and names are not for who sees no child", async () => {
  const of = await aLed();
  await of.area.as(of.helen).supervision.arrange(arranged(of));
  const figures = (who: TestPerson, at: Date) => of.area.as(who, at).supervision.late();
  expect((await figures(of.sam, later(1))).agencies).toEqual([
    { agency: "Community nursing", leads: 1, late: 0, supervisors: [] },
  ]);
  const late = new Date("2026-12-15T10:00:00.000Z");
  expect((await figures(of.sam, late)).agencies).toEqual([
    { agency: "Community nursing", leads: 1, late: 1, supervisors: ["Helen Marsh"] },
  ]);
  const strategic = await of.area.addPractitioner({
    name: "Gwen Ash",
    agencyId: of.sam.agencyId,
    role: "strategic-manager",
  });
  expect(await figures(strategic, late)).toEqual({
    smallLeftOut: true,
    agencies: [{ agency: "Community nursing", leads: "fewer-than-5", late: "fewer-than-5", supervisors: [] }],
  });
});

test("each child whose name is shown is a look, and no chronology says anything of supervision", async () => {
  const of = await aLed();
  await dual(of);
  await of.area.as(of.cora, minutesLater(5)).supervision.recordSession(held(of, "lead"));
  await of.area.as(of.cora, minutesLater(6)).supervision.person({ practitionerId: of.nia.practitionerId });
  const looks = await of.area.write((tx) =>
    tx
      .select({ act: auditEntry.act, basis: auditEntry.basis })
      .from(auditEntry)
      .where(
        and(
          eq(auditEntry.areaId, of.area.areaId),
          eq(auditEntry.childId, of.robin),
          eq(auditEntry.practitionerId, of.cora.practitionerId),
        ),
      ),
  );
  expect(looks).toEqual([{ act: "supervision.read", basis: "role-supervisor" }]);
  const { steps } = await of.area.as(of.core, minutesLater(7)).record.chronology({ childId: of.robin });
  expect(JSON.stringify(steps)).not.toMatch(/supervis/i);
});
