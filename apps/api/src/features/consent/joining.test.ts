import { type AddPlanPractitioner, localDate, type SharedByJoining } from "@linchpin/domain";
import { and, eq, isNull, like } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty, notice } from "../../db/schema/change.ts";
import { consent, release } from "../../db/schema/consent.ts";
import { planMember } from "../../db/schema/plan.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, sharedBy, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const day = localDate("2026-11-23");
const notYet = { told: "not-yet" } as const;

/** A case, and a worker of housing who has no part in it: nobody of housing is on the plan. */
async function aNewcomer(edition = "highland", bornOn = localDate("2018-05-04")) {
  const of = await aCase(database, { edition, bornOn });
  const housing = await of.area.addAgency("housing", "Tern homes");
  const warden = await of.area.addPractitioner({ name: "Wyn Rook", agencyId: housing, title: "Warden" });
  const colleague = await of.area.addPractitioner({ name: "Ines Hale", agencyId: housing, title: "Warden" });
  const adding = (who: TestPerson, sharing?: Partial<SharedByJoining>, more: Partial<AddPlanPractitioner> = {}) => ({
    idempotencyKey: newKey(),
    planId: of.planId,
    practitioner: { practitionerId: who.practitionerId, posts: [], involvement: "involved" as const },
    sharing:
      sharing === undefined
        ? []
        : [
            {
              childId: of.childId,
              purpose: "So that the flat is quiet",
              basis: "consent" as const,
              isPartOfAnswer: false,
              childTold: notYet,
              familyTold: notYet,
              ...sharing,
            },
          ],
    ...more,
  });
  const add = (who: TestPerson, sharing?: Partial<SharedByJoining>, by: TestPerson = of.teacher) =>
    of.area.as(by).plan.addPractitioner(adding(who, sharing));
  const reads = (who: TestPerson, at = aMonday) => of.area.as(who, at).plan.get({ planId: of.planId });
  const sharedWith = (who: TestPerson) =>
    of.area.write((tx) =>
      tx
        .select()
        .from(release)
        .where(and(eq(release.childId, of.childId), eq(release.toId, who.practitionerId))),
    );
  return { ...of, warden, colleague, adding, add, reads, sharedWith };
}

const answered = (more: Partial<NonNullable<SharedByJoining["answered"]>> = {}) => ({
  answeredBy: "parent-or-carer" as const,
  answeredByName: "Ana Lind",
  answer: "given" as const,
  form: "written" as const,
  from: day,
  ends: { is: "open" as const },
  ...more,
});

const names = ({ practitioners }: { readonly practitioners: readonly { readonly name: string }[] }) =>
  practitioners.map(({ name }) => name);

/** A while after they joined. */
const later = new Date(aMonday.getTime() + 60_000);

const takenBack = async ({ area, teacher, childId }: TestCase) => {
  const asTeacher = area.as(teacher, later);
  const { answers } = await asTeacher.consent.forChild({ childId });
  const [yes] = answers.filter(({ standing }) => standing === "in-force");
  if (yes === undefined) throw new Error("no yes to take back");
  return asTeacher.consent.takeBack({
    idempotencyKey: newKey(),
    consentId: yes.consentId,
    version: yes.version,
    because: "She changed her mind",
    familyTold: { told: "yes", on: day, how: "By phone" },
  });
};

describe("HIG-5, HIG-20: nobody of an agency that is not on the plan joins it without consent, or a very good reason", () => {
  test("with nothing said it is refused with the rule's finding, and nothing is kept: they are not on the plan and read nothing", async () => {
    const of = await aNewcomer();
    const refusal = await refusalOf(of.add(of.warden));
    expect(refusal).toMatchObject({ kind: "rule-prevents", decision: { question: "consent.release" } });
    expect(names(await of.reads(of.teacher))).not.toContain("Wyn Rook");
    expect(await of.sharedWith(of.warden)).toEqual([]);
    expect(await refusalOf(of.reads(of.warden))).toMatchObject({ kind: "not-visible" });
  });

  test("on consent with no answer on record it is refused, with a good reason too, and with the purpose left out", async () => {
    const of = await aNewcomer();
    const other = { ...sharedBy(of.head), reason: "good" as const };
    for (const sharing of [{ basis: "consent" as const, isPartOfAnswer: true }, other])
      expect(await refusalOf(of.add(of.warden, sharing))).toMatchObject({ kind: "rule-prevents" });
    expect(await refusalOf(of.add(of.warden, { ...sharedBy(of.head), purpose: undefined }))).toMatchObject({
      kind: "rule-prevents",
    });
  });

  test("asked in the same form and agreed, they join: the answer is kept, the plan is shared with them alone, and telling is owed", async () => {
    const of = await aNewcomer();
    const view = await of.add(of.warden, { answered: answered() });
    expect(names(view)).toContain("Wyn Rook");
    const [kept, ...more] = await of.sharedWith(of.warden);
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ itemKind: "plan", itemId: of.planId, basis: "consent", ofAgency: "education" });
    const { answers, releases } = await of.area.as(of.teacher).consent.forChild({ childId: of.childId });
    expect(answers[0]).toMatchObject({ by: { name: "Ana Lind" }, recipients: [{ name: "Wyn Rook" }], agencies: [] });
    expect(releases[0]).toMatchObject({ to: { name: "Wyn Rook" }, purpose: "So that the flat is quiet" });
    const owed = await of.area.write((tx) =>
      tx
        .select({ act: duty.act })
        .from(duty)
        .where(and(eq(duty.childId, of.childId), like(duty.act, "consent.tell%"), isNull(duty.doneAt))),
    );
    expect(owed.map(({ act }) => act).sort()).toEqual([
      "consent.tell-child-of-sharing",
      "consent.tell-family-of-sharing",
    ]);
    expect((await of.reads(of.warden)).planId).toBe(of.planId);
  });

  test("a no that is given there is kept, and nobody joins on it", async () => {
    const of = await aNewcomer();
    const view = await of.add(of.warden, { answered: answered({ answer: "refused" }) });
    expect(names(view)).not.toContain("Wyn Rook");
    expect(await of.sharedWith(of.warden)).toEqual([]);
    expect((await of.area.as(of.teacher).consent.forChild({ childId: of.childId })).answers[0]).toMatchObject({
      answer: "refused",
    });
    expect(await refusalOf(of.add(of.warden, { isPartOfAnswer: true }))).toMatchObject({ kind: "rule-prevents" });
  });

  test("the answer that is in force is enough where somebody read what was put to them", async () => {
    const of = await aNewcomer();
    await of.area.as(of.teacher).consent.record({
      idempotencyKey: newKey(),
      childId: of.childId,
      ...answered(),
      saysWhat: "The plan",
      saysWithWhom: "The housing office",
      saysWhy: "So that the flat is quiet",
      items: [],
      agencies: ["housing"],
      recipients: [],
    });
    expect(await refusalOf(of.add(of.warden, {}))).toMatchObject({
      kind: "input",
      problems: [{ path: "sharing.0.isPartOfAnswer" }],
    });
    expect(names(await of.add(of.warden, { isPartOfAnswer: true }))).toContain("Wyn Rook");
  });

  test("a very good reason and who decided is enough; nobody decides that a plan is shared with themselves", async () => {
    const of = await aNewcomer();
    expect(await refusalOf(of.add(of.warden, sharedBy(of.warden)))).toMatchObject({
      problems: [{ path: "sharing.0.decidedById" }],
    });
    expect(names(await of.add(of.warden, sharedBy(of.head)))).toContain("Wyn Rook");
    expect(await of.sharedWith(of.warden)).toMatchObject([{ basis: "public-task", reason: "very-good" }]);
  });

  test("a safeguarding referral waits for nothing, and what is missing is written down afterwards", async () => {
    const of = await aNewcomer();
    const view = await of.area
      .as(of.teacher)
      .plan.addPractitioner(of.adding(of.warden, undefined, { isReferral: true }));
    expect(names(view)).toContain("Wyn Rook");
    const { releases } = await of.area.as(of.teacher).consent.forChild({ childId: of.childId });
    expect(releases[0]).toMatchObject({ basis: { code: "safeguarding" }, isIncomplete: true });
  });

  test("people of an agency that is on the plan are asked nothing new, nor is anybody where no document asks", async () => {
    const of = await aNewcomer();
    const nurse = await of.area.addPractitioner({ name: "Kit Amos", agencyId: of.agencies.health });
    expect(names(await of.add(nurse))).toContain("Kit Amos");
    expect(await of.sharedWith(nurse)).toEqual([]);
    const silent = await aNewcomer("scotland");
    expect((await silent.reads(silent.teacher)).joining.asks).toBe(false);
    expect(names(await silent.add(silent.warden))).toContain("Wyn Rook");
  });

  test("what the caller may not do to the child, they may not do by this: a stranger, a manager without a word in answers, another child", async () => {
    const of = await aNewcomer();
    expect(await refusalOf(of.add(of.colleague, { answered: answered() }, of.warden))).toMatchObject({
      kind: "not-visible",
    });
    await of.area.relate(of.helen, of.childId, "line-manager");
    expect(await refusalOf(of.add(of.warden, { answered: answered() }, of.helen))).toMatchObject({
      kind: "not-allowed",
      action: "consent.record",
    });
    const foreign = of.adding(of.warden, sharedBy(of.head));
    const [said] = foreign.sharing;
    if (said === undefined) throw new Error("nothing said");
    const elsewhere = { ...foreign, sharing: [{ ...said, childId: newId() }] };
    expect(await refusalOf(of.area.as(of.teacher).plan.addPractitioner(elsewhere))).toMatchObject({
      kind: "not-visible",
    });
  });

  test("in England the yes has to be in writing", async () => {
    const of = await aNewcomer("england");
    await of.area.as(of.teacher).consent.services.record({
      idempotencyKey: newKey(),
      childId: of.childId,
      service: "housing",
      answer: "agreed",
      answeredBy: "parent-or-carer",
      on: day,
      how: "At school",
    });
    expect(await refusalOf(of.add(of.warden, { answered: answered({ form: "spoken" }) }))).toMatchObject({
      kind: "rule-prevents",
    });
    expect(names(await of.add(of.warden, { answered: answered() }))).toContain("Wyn Rook");
  });

  test("what follows a concern asks the same: with nothing said nobody joins and nothing is decided", async () => {
    const of = await aNewcomer();
    const { area, teacher, childId } = of;
    const { touches } = await area.as(teacher).concern.forChild({ childId });
    const { concernId, version } = await area.as(teacher).concern.record({
      idempotencyKey: newId(),
      childId,
      noticedOn: day,
      noticed: "Cold at home.",
      touches: touches.slice(0, 1).map(({ code }) => code as "safe"),
      childsView: { asked: "given", words: "It is cold", how: "In class" },
      familysView: { asked: "given", words: "It is", how: "At the gate" },
    });
    const told = { told: "yes" as const, on: day, how: "By phone" };
    const decide = (sharing?: SharedByJoining) =>
      area.as(teacher).concern.decide({
        idempotencyKey: newId(),
        concernId,
        version,
        outcome: "another-agency-needed",
        reason: "The flat is damp",
        help: "A warmer coat",
        childTold: told,
        familyTold: told,
        manager: { practitionerId: of.head.practitionerId, on: day },
        leadDecision: "appoint-another",
        practitioners: [
          {
            practitionerId: of.warden.practitionerId,
            posts: [],
            involvement: "involved",
            ...(sharing === undefined ? {} : { sharing }),
          },
        ],
      });
    expect(await refusalOf(decide())).toMatchObject({ kind: "rule-prevents" });
    expect((await area.as(teacher).concern.get({ concernId })).state).not.toBe("closed");
    expect((await decide(sharedBy(of.head))).state).toBe("closed");
    expect(names(await of.reads(of.warden))).toContain("Wyn Rook");
  });
});

describe("HIG-26, HD-14: what rested on a yes that was taken back is read no longer", () => {
  test("they are off the plan in that moment, with colleagues who came in by it; what was shared stays on record", async () => {
    const of = await aNewcomer();
    await of.add(of.warden, { answered: answered() });
    await of.add(of.colleague);
    expect(await of.sharedWith(of.colleague)).toEqual([]);
    const { releases } = await takenBack(of);
    expect(releases.find(({ to }) => to.name === "Wyn Rook")).toMatchObject({ isEnded: true });
    const left = names(await of.reads(of.teacher, later));
    expect(left).not.toContain("Wyn Rook");
    expect(left).not.toContain("Ines Hale");
    for (const one of [of.warden, of.colleague])
      expect(await refusalOf(of.reads(one, later))).toMatchObject({ kind: "not-visible" });
    const asTeacher = of.area.as(of.teacher, later).plan;
    const again = of.adding(of.warden, { isPartOfAnswer: true });
    expect(await refusalOf(asTeacher.addPractitioner(again))).toMatchObject({ kind: "rule-prevents" });
  });

  test("the plan as it stood, which went to them before, gives way to the plan as it is", async () => {
    const of = await aNewcomer();
    const asTeacher = of.area.as(of.teacher);
    const shared = { ...sharedBy(of.head), idempotencyKey: newKey(), childId: of.childId };
    const item = { kind: "plan" as const, itemId: of.planId, toId: of.warden.practitionerId };
    await asTeacher.consent.release({ ...shared, ...item });
    const joined = of.area.as(of.teacher, later).plan.addPractitioner(of.adding(of.warden, sharedBy(of.head)));
    expect(names(await joined)).toContain("Wyn Rook");
    expect((await of.sharedWith(of.warden)).map(({ endedBecause }) => endedBecause).sort()).toEqual([
      "They were put on the plan",
      null,
    ]);
  });

  test("whoever is shared the plan on another basis, or holds a part of their own, goes on", async () => {
    const of = await aNewcomer();
    await of.add(of.warden, { answered: answered() });
    await of.add(of.colleague, sharedBy(of.head));
    await takenBack(of);
    expect(names(await of.reads(of.teacher, later))).not.toContain("Wyn Rook");
    expect(names(await of.reads(of.colleague, later))).toContain("Ines Hale");
    const other = await aNewcomer();
    await other.add(other.warden, { answered: answered() });
    await other.area.relate(other.warden, other.childId, "lead");
    await takenBack(other);
    expect(names(await other.reads(other.warden, later))).toContain("Wyn Rook");
  });

  test("an answer with a last day opens the plan until then, and they can be put on it anew", async () => {
    const of = await aNewcomer();
    await of.add(of.warden, { answered: answered({ ends: { is: "on", lastDay: localDate("2026-11-27") } }) });
    await of.add(of.colleague);
    const afterwards = new Date("2026-11-28T10:00:00Z");
    for (const one of [of.warden, of.colleague]) {
      expect((await of.reads(one)).planId).toBe(of.planId);
      expect(await refusalOf(of.area.as(one, afterwards).plan.get({ planId: of.planId }))).toMatchObject({
        kind: "not-visible",
      });
    }
    const asTeacher = of.area.as(of.teacher, afterwards).plan;
    expect(await refusalOf(asTeacher.addPractitioner(of.adding(of.warden)))).toMatchObject({ kind: "rule-prevents" });
    const again = of.adding(of.warden, { answered: answered({ from: localDate("2026-11-28") }) });
    expect(names(await asTeacher.addPractitioner(again))).toContain("Wyn Rook");
    const rows = await of.area.write((tx) => tx.select().from(consent).where(eq(consent.childId, of.childId)));
    expect(rows.length).toBe(2);
  });
});

describe("HIG-26, HIG-128: whoever is taken off the plan keeps nothing of what joining opened", () => {
  const takenOff = async (of: Awaited<ReturnType<typeof aNewcomer>>, who: TestPerson, at = later) => {
    const asTeacher = of.area.as(of.teacher, at).plan;
    const row = (await asTeacher.get({ planId: of.planId })).practitioners.find(
      ({ practitionerId }) => practitionerId === who.practitionerId,
    );
    return asTeacher.endPractitioner({
      idempotencyKey: newKey(),
      planPractitionerId: row?.planPractitionerId ?? "",
      reason: "Left the case",
    });
  };
  const afterThat = new Date(later.getTime() + 60_000);

  test("the plan is no longer under what is shared with them, and is on the list as ended; they are told", async () => {
    const of = await aNewcomer();
    await of.add(of.warden, { answered: answered() });
    const [before] = (await of.area.as(of.warden, later).consent.received()).received;
    await takenOff(of, of.warden);
    const asWarden = of.area.as(of.warden, afterThat).consent;
    expect((await asWarden.received()).received).toEqual([]);
    expect(await refusalOf(asWarden.receivedOne({ releaseId: before?.releaseId ?? "" }))).toMatchObject({
      kind: "not-visible",
    });
    const { releases } = await of.area.as(of.teacher, afterThat).consent.forChild({ childId: of.childId });
    expect(releases.find(({ to }) => to.name === "Wyn Rook")).toMatchObject({
      isEnded: true,
      ended: { on: day, because: "They no longer work on the plan" },
    });
    await doDue(database, of.area.areaId, afterThat);
    const told = await of.area.write((tx) =>
      tx.select({ act: notice.act }).from(notice).where(eq(notice.practitionerId, of.warden.practitionerId)),
    );
    expect(told.map(({ act }) => act)).toContain("consent.ended");
  });

  test("what was shared with them apart from the plan's joining goes on", async () => {
    const of = await aNewcomer();
    await of.add(of.warden, sharedBy(of.head));
    await of.add(of.colleague);
    const asTeacher = of.area.as(of.teacher, later);
    await asTeacher.consent.release({
      ...sharedBy(of.head),
      idempotencyKey: newKey(),
      childId: of.childId,
      kind: "plan",
      itemId: of.planId,
      toId: of.colleague.practitionerId,
    });
    await takenOff(of, of.colleague, afterThat);
    expect((await of.area.as(of.colleague, afterThat).consent.received()).received).toHaveLength(1);
  });

  test("a colleague who came in by it reads on, and leaves with the yes when that is taken back", async () => {
    const of = await aNewcomer();
    await of.add(of.warden, { answered: answered() });
    await of.add(of.colleague);
    await takenOff(of, of.warden, new Date(later.getTime() - 60_000));
    expect((await of.reads(of.colleague, later)).planId).toBe(of.planId);
    await takenBack(of);
    expect(await refusalOf(of.reads(of.colleague, afterThat))).toMatchObject({ kind: "not-visible" });
  });

  test("whoever comes in after them reads for as long as the answer holds", async () => {
    const of = await aNewcomer();
    await of.add(of.warden, { answered: answered({ ends: { is: "on", lastDay: localDate("2026-11-27") } }) });
    await of.add(of.colleague);
    await takenOff(of, of.warden);
    const third = await of.area.addPractitioner({ name: "Jo Kerr", agencyId: of.warden.agencyId });
    await of.area.as(of.teacher, afterThat).plan.addPractitioner(of.adding(third));
    const read = (at: string) => of.area.as(third, new Date(at)).plan.get({ planId: of.planId });
    expect((await read("2026-11-27T10:00:00Z")).planId).toBe(of.planId);
    expect(await refusalOf(read("2026-11-28T10:00:00Z"))).toMatchObject({ kind: "not-visible" });
  });
});

describe("HIG-5, HIG-20: a plan for two children is asked about of each of them", () => {
  /** Robin's plan is for Juniper too: of housing nobody is on it. */
  const aPlanForTwo = async () => {
    const of = await aNewcomer();
    const { area, planId, teacher, nurse, worker } = of;
    const sister = await area.addChild({ givenName: "Juniper" });
    await area.write((tx) =>
      tx.insert(planMember).values({ areaId: area.areaId, planId, childId: sister, addedAt: aMonday.toISOString() }),
    );
    await area.relate(teacher, sister, "contact-of-record");
    for (const one of [nurse, worker]) await area.relate(one, sister, "plan-practitioner");
    const both = (who: TestPerson, ofRobin = answered(), ofJuniper = answered()) => {
      const adding = of.adding(who, { answered: ofRobin });
      const [robin] = adding.sharing;
      if (robin === undefined) throw new Error("nothing said");
      return { ...adding, sharing: [robin, { ...robin, childId: sister, answered: ofJuniper }] };
    };
    const opens = (who: TestPerson, childId: string, at: Date) => area.as(who, at).people.child({ childId });
    return { ...of, sister, both, opens };
  };
  const afterThat = new Date(later.getTime() + 60_000);

  test("where the yes about one was taken back, a colleague of the same agency is asked about that child again", async () => {
    const of = await aPlanForTwo();
    await of.area.as(of.teacher).plan.addPractitioner(of.both(of.warden));
    await takenBack(of);
    expect(await refusalOf(of.opens(of.warden, of.childId, afterThat))).toMatchObject({ kind: "not-visible" });
    expect((await of.opens(of.warden, of.sister, afterThat)).childId).toBe(of.sister);
    const asTeacher = of.area.as(of.teacher, afterThat).plan;
    expect((await asTeacher.get({ planId: of.planId })).joining.agencies).not.toContain(of.warden.agencyId);
    expect(await refusalOf(asTeacher.addPractitioner(of.adding(of.colleague)))).toMatchObject({
      kind: "rule-prevents",
      decision: { question: "consent.release" },
    });
    await asTeacher.addPractitioner(of.adding(of.colleague, sharedBy(of.head)));
    expect((await of.opens(of.colleague, of.childId, afterThat)).childId).toBe(of.childId);
  });

  test("a no about one keeps them off: both answers are kept, and nothing went to them about the other", async () => {
    const of = await aPlanForTwo();
    const view = await of.area
      .as(of.teacher)
      .plan.addPractitioner(of.both(of.warden, answered(), answered({ answer: "refused" })));
    expect(names(view)).not.toContain("Wyn Rook");
    expect(await of.sharedWith(of.warden)).toEqual([]);
    const answerAbout = async (childId: string) =>
      (await of.area.as(of.teacher).consent.forChild({ childId })).answers[0]?.answer;
    expect([await answerAbout(of.childId), await answerAbout(of.sister)]).toEqual(["given", "refused"]);
  });
});
