import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const at = new Date("2026-12-14T09:00:00.000Z");
const back = new Date("2027-01-11T09:00:00.000Z");

/** The worker leads; the nurse has an action on the plan, and the teacher has none. */
async function aLedCase(edition = "highland"): Promise<TestCase> {
  const of = await aCase(database, { edition });
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.worker);
  await agreeAll(of, proposalId);
  await of.area.as(of.worker).plan.addAction({
    idempotencyKey: newId(),
    planId: of.planId,
    childId: of.childId,
    what: "Weigh every week",
    outcome: "Growing well",
    ownerId: of.nurse.practitionerId,
    dueOn: localDate("2027-02-01"),
  });
  return of;
}

const standIn = (of: TestCase, by: TestPerson, when = at) => of.area.as(by, when).leadProfessional.standIn;
const agree = (of: TestCase, by: TestPerson, who: TestPerson, more: { reason?: string } = {}) =>
  standIn(of, by).agreeDeputy({
    idempotencyKey: newId(),
    planId: of.planId,
    practitionerId: who.practitionerId,
    agreedOn: localDate("2026-12-02"),
    ...more,
  });
const begin = (of: TestCase, by: TestPerson, who: TestPerson, when = at) =>
  standIn(of, by, when).begin({
    idempotencyKey: newId(),
    planId: of.planId,
    practitionerId: who.practitionerId,
    reason: "leave",
    expectedBackOn: localDate("2027-01-08"),
  });
const finish = async (of: TestCase, by: TestPerson, when = back) => {
  const { now } = await standIn(of, by, when).get({ planId: of.planId });
  return standIn(of, by, when).end({
    idempotencyKey: newId(),
    actingLeadId: now?.actingLeadId ?? "",
    handover: "Two visits were made; the review is on 20 January.",
  });
};

const toldTo = async ({ area }: TestCase, { practitionerId }: TestPerson) =>
  (
    await area.write((tx) =>
      rowsOf<{ words: string }>(
        tx,
        sql`select payload ->> 'words' as words from outbox where kind = 'notice' and payload ->> 'practitionerId' = ${practitionerId}`,
      ),
    )
  ).map(({ words }) => words);

const tiesOf = async (of: TestCase, who: TestPerson) =>
  (
    await of.area.write((tx) =>
      rowsOf<{ basis: string }>(
        tx,
        sql`select basis from child_access where child_id = ${of.childId} and practitioner_id = ${who.practitionerId} and upper_inf(during) order by basis`,
      ),
    )
  ).map(({ basis }) => basis);

describe("BOL-6.1, BOL-6.2: a deputy is agreed, and leads nothing until put in", () => {
  test("the team agrees one, who is told, and has no more rights than before", async () => {
    const of = await aLedCase("bolton");
    const ties = await tiesOf(of, of.nurse);
    await agree(of, of.worker, of.nurse);
    const view = await standIn(of, of.worker).get({ planId: of.planId });
    expect(view.deputy).toMatchObject({ name: "Amina Yusuf", agreedOn: "2026-12-02" });
    expect(view.now).toBeUndefined();
    expect(await tiesOf(of, of.nurse)).toEqual(ties);
    expect(ties).not.toContain("acting-lead");
    expect(await refusalOf(begin(of, of.nurse, of.nurse))).toMatchObject({ kind: "not-allowed" });
    expect(await toldTo(of, of.nurse)).toContain(
      "You are the deputy on a child's plan. You lead only while you are put in for the lead professional.",
    );
  });
  test("another takes the place in the same instant; one who is deputy is not agreed twice", async () => {
    const of = await aLedCase("highland");
    await agree(of, of.worker, of.nurse);
    expect(await refusalOf(agree(of, of.worker, of.nurse))).toMatchObject({
      kind: "already",
      because: "Amina Yusuf is the deputy already.",
    });
    await agree(of, of.worker, of.teacher);
    expect((await standIn(of, of.worker).get({ planId: of.planId })).deputy?.name).toBe("Morag Shaw");
  });
  test("CWDC RN-12: where the area has no deputies, that is said; somebody in between is named instead", async () => {
    const of = await aLedCase("england");
    const refusal = await refusalOf(agree(of, of.worker, of.nurse));
    expect(refusal).toMatchObject({ kind: "rule-prevents" });
    expect(JSON.stringify(refusal)).toContain("The area has no deputies");
    await begin(of, of.worker, of.nurse);
    expect((await standIn(of, of.worker).get({ planId: of.planId })).now?.as.code).toBe("interim");
  });
});

describe("BOL-6.4: a deputy works with the family and owns work on the plan", () => {
  test("no action on the plan, while others have one: refused; the manager's reason helps only where nobody has", async () => {
    const of = await aLedCase("bolton");
    expect(JSON.stringify(await refusalOf(agree(of, of.worker, of.teacher)))).toContain("no action on this plan");
    expect(JSON.stringify(await refusalOf(agree(of, of.gary, of.teacher, { reason: "Knows them best" })))).toContain(
      "no action on this plan",
    );
  });
  test("somebody of another plan, and the lead, cannot be chosen", async () => {
    const of = await aLedCase("bolton");
    const other = await of.area.addPractitioner({ name: "Rob Ames", agencyId: of.agencies.health });
    for (const who of [other, of.worker])
      expect(await refusalOf(agree(of, of.worker, who))).toMatchObject({ kind: "input" });
  });
});

describe("BOL-6.3, BOL-10.3, WIG-8.8.10: somebody stands in, and the lead is paused, not ended", () => {
  test("from that second the deputy is the contact and acts as lead; the lead still holds the role", async () => {
    const of = await aLedCase("bolton");
    await agree(of, of.worker, of.nurse);
    await begin(of, of.gary, of.nurse);
    expect(await tiesOf(of, of.nurse)).toEqual(expect.arrayContaining(["acting-lead"]));
    expect(await tiesOf(of, of.worker)).toContain("lead");
    const view = await standIn(of, of.gary).get({ planId: of.planId });
    expect(view).toMatchObject({
      lead: { name: "Dan Peel" },
      now: { name: "Amina Yusuf", as: { code: "deputy" }, reason: { code: "leave" }, expectedBackOn: "2027-01-08" },
      begin: { may: false, why: "Amina Yusuf stands in already." },
      end: { may: true },
    });
    const plan = await of.area.as(of.nurse, at).plan.get({ planId: of.planId });
    expect(plan.contact).toMatchObject({ name: "Amina Yusuf" });
    expect(plan.lead?.name).toBe("Dan Peel");
    const { lead } = await of.area.as(of.nurse, at).people.child({ childId: of.childId });
    expect(lead).toMatchObject({ current: { name: "Dan Peel" }, acting: { name: "Amina Yusuf" } });
  });
  test("the family has to be told who acts; everybody on the plan is told, each in their words", async () => {
    const of = await aLedCase("bolton");
    await agree(of, of.worker, of.nurse);
    await begin(of, of.worker, of.nurse);
    const open = await of.area.write((tx) =>
      rowsOf<{ many: number }>(
        tx,
        sql`select count(*)::int as many from telling t join contact_of_record a on a.contact_id = t.source_id and a."as" = 'deputy' where t.child_id = ${of.childId} and t.told_on is null`,
      ),
    );
    expect(open[0]?.many).toBeGreaterThan(0);
    expect(await toldTo(of, of.nurse)).toContain(
      "You stand in for the lead professional of a child's plan from now on.",
    );
    expect(await toldTo(of, of.teacher)).toContain(
      "Amina Yusuf stands in for the lead professional. Tell them what you would tell the lead.",
    );
  });
  test("why the lead is away is for the lead, and for whoever manages them or the one who stands in", async () => {
    const of = await aLedCase("bolton");
    await of.area.relate(of.helen, of.childId, "line-manager");
    const began = await standIn(of, of.gary).begin({
      idempotencyKey: newId(),
      planId: of.planId,
      practitionerId: of.nurse.practitionerId,
      reason: "unsafe",
      expectedBackOn: localDate("2027-01-08"),
    });
    expect(began).toEqual({ planId: of.planId });
    const later = new Date(at.getTime() + 60_000);
    for (const [who, knows] of [
      [of.worker, true],
      [of.gary, true],
      [of.helen, true],
      [of.nurse, false],
      [of.teacher, false],
    ] as const) {
      const { now } = await standIn(of, who, later).get({ planId: of.planId });
      expect([who.practitionerName, now?.reason !== undefined]).toEqual([who.practitionerName, knows]);
      expect(now?.expectedBackOn).toBe("2027-01-08");
    }
    const { steps } = await of.area.as(of.worker, later).record.chronology({ childId: of.childId });
    expect(steps.map(({ title, detail }) => [title, detail])).toContainEqual([
      "Amina Yusuf stands in for Dan Peel",
      "The lead is paused, not ended: actions, review dates and the family's contact are with Amina Yusuf meanwhile. Expected back on 8 January 2027.",
    ]);
    expect(JSON.stringify(steps)).not.toContain("It is not safe for the family");
    // Whoever leads after them does not read why the one before was away.
    const { proposalId } = await proposed(of, of.nurse, { at: later });
    await agreeAll(of, proposalId, 12, later);
    const after = await standIn(of, of.nurse, back).get({ planId: of.planId });
    expect([after.lead?.name, after.before[0]?.reason]).toEqual(["Amina Yusuf", undefined]);
  });
  test("two at once are one: the second is told who stands in already", async () => {
    const of = await aLedCase("highland");
    await begin(of, of.worker, of.nurse);
    expect(await refusalOf(begin(of, of.gary, of.teacher))).toMatchObject({
      kind: "already",
      because: "Amina Yusuf stands in already.",
    });
  });
  test("the day the lead is expected back is after today", async () => {
    const of = await aLedCase("highland");
    for (const [day, refused] of [
      ["2026-12-13", true],
      ["2026-12-14", true],
      ["2026-12-15", false],
    ] as const) {
      const said = standIn(of, of.worker).begin({
        idempotencyKey: newId(),
        planId: of.planId,
        practitionerId: of.nurse.practitionerId,
        reason: "absence",
        expectedBackOn: localDate(day),
      });
      if (refused) expect(await refusalOf(said)).toMatchObject({ kind: "input" });
      else expect(await said).toEqual({ planId: of.planId });
    }
  });
});

describe("BOL-D12: a deputy who owns no work on the plan any more", () => {
  const workDone = async (of: TestCase) => {
    const { actions } = await of.area.as(of.worker, at).plan.get({ planId: of.planId });
    for (const { actionId, version } of actions)
      await of.area.as(of.worker, at).plan.changeAction({ idempotencyKey: newId(), actionId, version, state: "done" });
  };
  const asked = (of: TestCase) =>
    of.area.write((tx) =>
      rowsOf<{ facts: string }>(
        tx,
        sql`select (decision -> 'facts')::text as facts from decision where question = 'lead-professional.stand-in' and child_id = ${of.childId} order by recorded_at desc limit 1`,
      ),
    );
  test("stands in like anybody else: no line manager's reason is written down that nobody gave", async () => {
    const of = await aLedCase("bolton");
    await agree(of, of.worker, of.nurse);
    await workDone(of);
    await begin(of, of.worker, of.nurse);
    expect((await standIn(of, of.worker).get({ planId: of.planId })).now?.as.code).toBe("interim");
    expect((await asked(of))[0]?.facts).not.toMatch(/"managersReasonGiven", "value": true/);
  });
  test("whom the line manager accepted with a reason, because nobody had work, is put in as the deputy", async () => {
    const of = await aLedCase("bolton");
    await workDone(of);
    expect(await refusalOf(agree(of, of.worker, of.teacher, { reason: "Knows them best" }))).toMatchObject({
      kind: "rule-prevents",
    });
    await agree(of, of.gary, of.teacher, { reason: "Knows them best" });
    await begin(of, of.worker, of.teacher);
    expect((await standIn(of, of.worker).get({ planId: of.planId })).now?.as.code).toBe("deputy");
  });
});

describe("BOL-10.4: what is said meanwhile goes to whoever stands in", () => {
  test("progress is told to the deputy, and not to the lead who is away; afterwards to the lead again", async () => {
    const of = await aLedCase("bolton");
    const progress = "Somebody posted progress on their action of a child's plan.";
    const post = (when: Date) =>
      of.area
        .as(of.nurse, when)
        .plan.get({ planId: of.planId })
        .then(({ actions }) =>
          of.area.as(of.nurse, when).plan.postProgress({
            idempotencyKey: newId(),
            actionId: actions[0]?.actionId ?? "",
            words: "Weighed",
            on: localDate("2026-12-14"),
          }),
        );
    await begin(of, of.worker, of.teacher);
    await post(at);
    const told = async (who: TestPerson) => (await toldTo(of, who)).filter((words) => words === progress).length;
    expect([await told(of.teacher), await told(of.worker)]).toEqual([1, 0]);
    await finish(of, of.teacher);
    await post(new Date(back.getTime() + 1000));
    expect([await told(of.teacher), await told(of.worker)]).toEqual([1, 1]);
  });
});

test("BOL-10.3: the list of who does what says who stands in, is to be issued again, and nobody is taken off the plan meanwhile", async () => {
  const of = await aLedCase("highland");
  const plan = { planId: of.planId, childId: of.childId };
  const list = (who: TestPerson, when: Date) => of.area.as(who, when).plan.whoDoesWhat;
  await list(of.worker, at).issue({ ...plan, idempotencyKey: newId(), childIsAsked: "yes" });
  await begin(of, of.worker, of.nurse);
  const during = await list(of.nurse, at).get(plan);
  expect(during.now.map(({ name, part }) => [name, part])).toEqual(
    expect.arrayContaining([
      ["Dan Peel", "Leads the plan"],
      ["Amina Yusuf", "Stands in for the lead professional"],
    ]),
  );
  expect(during.hasChanged).toBe(true);
  const owed = async () =>
    (
      await of.area.write((tx) =>
        rowsOf<{ owedBy: string }>(
          tx,
          sql`select owed_by as "owedBy" from duty where child_id = ${of.childId} and act = 'plan.issue-list-again' and done_at is null`,
        ),
      )
    ).map(({ owedBy }) => owedBy);
  expect(await owed()).toEqual([of.nurse.practitionerId]);
  const member = (await of.area.as(of.worker, at).plan.get({ planId: of.planId })).practitioners.find(
    ({ practitionerId }) => practitionerId === of.nurse.practitionerId,
  );
  expect(
    await refusalOf(
      of.area.as(of.worker, at).plan.endPractitioner({
        idempotencyKey: newId(),
        planPractitionerId: member?.planPractitionerId ?? "",
        reason: "Moves",
      }),
    ),
  ).toMatchObject({ because: "Amina Yusuf stands in for the lead professional. Hand the role back first." });
  await finish(of, of.nurse);
  expect((await list(of.worker, back).get(plan)).hasChanged).toBe(false);
  expect(await owed()).toEqual([]);
});

test("HIG-158: a part about one plan shows who stands in on no other", async () => {
  const of = await aLedCase("highland");
  const auditor = await of.area.addPractitioner({
    name: "Q. Audit",
    agencyId: of.agencies.health,
    role: "quality-auditor",
  });
  await of.area.relate(auditor, of.childId, "quality-auditor");
  expect(await refusalOf(standIn(of, auditor).get({ planId: of.planId }))).toEqual(
    await refusalOf(standIn(of, auditor).get({ planId: newId() })),
  );
});

describe("BOL-10.5: the role comes back with a handover note", () => {
  test("rights and contact return the same second, the note is in the chronology, and the family is to be told", async () => {
    const of = await aLedCase("bolton");
    await agree(of, of.worker, of.nurse);
    await begin(of, of.worker, of.nurse);
    await finish(of, of.nurse);
    expect(await tiesOf(of, of.nurse)).not.toContain("acting-lead");
    const view = await standIn(of, of.worker, back).get({ planId: of.planId });
    expect(view.now).toBeUndefined();
    expect(view.before).toMatchObject([{ name: "Amina Yusuf", until: back.toISOString() }]);
    expect((await of.area.as(of.worker, back).plan.get({ planId: of.planId })).contact?.name).toBe("Dan Peel");
    const { steps } = await of.area.as(of.worker, back).record.chronology({ childId: of.childId });
    expect(steps.map(({ title, detail }) => [title, detail])).toContainEqual([
      "Dan Peel leads again: Amina Yusuf no longer stands in",
      "Two visits were made; the review is on 20 January.",
    ]);
  });
  test("who is on the plan and neither leads nor stands in does not end it", async () => {
    const of = await aLedCase("highland");
    await begin(of, of.worker, of.nurse);
    expect(await refusalOf(finish(of, of.teacher, at))).toMatchObject({ kind: "not-allowed" });
  });
});

test("GD-17: an area without a word on deputies may have one; who has nothing to do with the child sees none of it", async () => {
  const of = await aLedCase("scotland");
  await agree(of, of.worker, of.nurse);
  const stranger = await of.area.addPractitioner({ name: "Ann Lee", agencyId: of.agencies.health });
  expect(await refusalOf(standIn(of, stranger).get({ planId: of.planId }))).toMatchObject({ kind: "not-visible" });
  expect(await refusalOf(begin(of, stranger, of.nurse))).toMatchObject({ kind: "not-visible" });
});

test("a new lead ends that anybody stood in for the one before", async () => {
  const of = await aLedCase("highland");
  await begin(of, of.worker, of.nurse, aMonday);
  const { proposalId } = await proposed(of, of.nurse);
  await agreeAll(of, proposalId);
  expect(await tiesOf(of, of.nurse)).not.toContain("acting-lead");
  expect(await tiesOf(of, of.nurse)).toContain("lead");
});
