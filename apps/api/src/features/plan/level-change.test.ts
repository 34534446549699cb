import { type LevelOfNeed, localDate } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Handle } from "../../db/database.ts";
import { childAddress } from "../../db/schema/child.ts";
import { consent } from "../../db/schema/consent.ts";
import { levelChange, levelChangeBasis } from "../../db/schema/level-change.ts";
import { planMember } from "../../db/schema/plan.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aMonday, type Caller, type TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Said = Partial<Parameters<Caller["plan"]["changeLevel"]>[0]>;
const whyNone = "Nothing was assessed anew: the hospital rang";
const all = { noAssessmentBecause: whyNone, lead: "carries-on", consent: "asked-again" } as const satisfies Said;
const later = new Date(aMonday.getTime() + 60_000);
const lastDay = new Date("2027-05-03T20:00:00.000Z");
const dayAfter = new Date("2027-05-04T09:00:00.000Z");

/** A plan for which help from several, as one response, was answered; the worker leads it. */
async function aLedCase(edition = "england") {
  const of = await aCase(database, { edition });
  const { area, planId, childId, teacher } = of;
  await answered(of);
  await asked(of);
  const { proposalId } = await proposed(of, of.worker);
  await agreeAll(of, proposalId);
  const seenBy = (who: TestPerson, at?: Date) => area.as(who, at).plan.get({ planId });
  const change = async (to: LevelOfNeed, said: Said = all, { by = of.worker, at = aMonday } = {}) =>
    area.as(by, at).plan.changeLevel({
      ...{ idempotencyKey: newId(), planId, version: (await seenBy(teacher, at)).version, to },
      ...said,
    });
  const levelOf = async () => (await seenBy(teacher)).answers.levelOfNeed?.code;
  const assess = async (by: TestPerson) =>
    (
      await area.as(by).assessment.begin({
        ...{ idempotencyKey: newId(), childId, kind: "specialist", about: "Speech and hearing" },
        begunOn: localDate("2026-11-03"),
      })
    ).assessmentId;
  /** A yes of the family to share with health, to 3 May 2027; or the child's no. */
  const saysYes = (answer: "given" | "refused" = "given") =>
    area.write((tx) =>
      tx.insert(consent).values({
        ...{ areaId: area.areaId, consentId: newId(), childId, answer },
        answeredBy: answer === "given" ? "parent-or-carer" : "child",
        ...{ form: "written", saysWhat: "What the assessments say", saysWithWhom: "Health", saysWhy: "Asked once" },
        ...{ items: [], agencies: ["health"], recipients: [] },
        during: { from: localDate("2026-11-17"), until: localDate("2027-05-04") },
        ...{ recordedBy: teacher.practitionerId, recordedAt: aMonday.toISOString() },
      }),
    );
  const changesSeenBy = async (who: TestPerson, at?: Date) => (await seenBy(who, at)).level.changes;
  return { ...of, change, levelOf, assess, saysYes, seenBy, changesSeenBy };
}

const asPerson = <T>(areaId: string, { practitionerId }: TestPerson, work: (tx: Handle) => Promise<T>) =>
  database.inArea({ areaId, practitionerId, now: aMonday.toISOString(), as: "person" }, work);

describe("CWDC-1.8: assessment, lead and consent travel together with a change of level", () => {
  test("raised to complex without saying what happens to the lead: the save is refused, with the clause", async () => {
    const { change, levelOf, changesSeenBy, teacher } = await aLedCase();
    const { lead: _, ...without } = all;
    const refused = await refusalOf(change("complex", without));
    expect(refused).toMatchObject({ kind: "rule-prevents", decision: { question: "record.level-change" } });
    expect(JSON.stringify(refused)).toContain("Say what becomes of the lead professional; the level changes then.");
    expect(await levelOf()).toBe("integrated");
    expect(await changesSeenBy(teacher)).toEqual([]);
    await change("complex");
    expect(await levelOf()).toBe("complex");
  });

  test.each([
    ["assessment", { noAssessmentBecause: undefined }, "Say which assessment it rests on"],
    ["consent", { consent: undefined }, "Say whether consent still holds"],
  ])("without the %s it is refused as well", async (_, without, words) => {
    const { change, levelOf } = await aLedCase();
    const { noAssessmentBecause, lead, consent: valid } = { ...all, ...without };
    const said = {
      lead,
      ...(noAssessmentBecause === undefined ? {} : { noAssessmentBecause }),
      ...(valid === undefined ? {} : { consent: valid }),
    };
    expect(JSON.stringify(await refusalOf(change("complex", said)))).toContain(words);
    expect(await levelOf()).toBe("integrated");
  });

  test("among the plan's other answers a changed level is refused; the first one, and the same again, ask nothing", async () => {
    const { area, teacher, planId, levelOf, seenBy } = await aLedCase();
    const answer = async (levelOfNeed: LevelOfNeed) =>
      area.as(teacher).plan.answer({
        ...{ idempotencyKey: newId(), planId, levelOfNeed, safetyIsPrimary: true },
        version: (await seenBy(teacher)).version,
      });
    expect(await refusalOf(answer("complex"))).toMatchObject({ kind: "rule-prevents" });
    expect((await seenBy(teacher)).answers).toMatchObject({ safetyIsPrimary: false });
    await answer("integrated");
    expect(await levelOf()).toBe("integrated");
    expect((await seenBy(teacher)).level).toEqual({ isAsked: true, changes: [] });
  });

  test("the plan keeps from what to what, who, when and the three answers; the latest is first", async () => {
    const { change, changesSeenBy, worker } = await aLedCase();
    await change("complex", { ...all, lead: "handed-over", leadWords: "A social worker, from December" });
    await change("integrated", all, { at: new Date("2026-12-01T10:00:00.000Z") });
    const [latest, first] = await changesSeenBy(worker, new Date("2026-12-01T11:00:00.000Z"));
    expect(latest).toMatchObject({ from: { code: "complex" }, to: { code: "integrated" } });
    expect(first).toMatchObject({
      ...{ from: { code: "integrated" }, to: { code: "complex" }, by: "Dan Peel", at: aMonday.toISOString() },
      lead: { code: "handed-over", words: "A social worker, from December" },
      consent: { code: "asked-again" },
      assessment: { is: "none", because: whyNone },
    });
  });

  test("what changes who leads, or lets something else stand for consent, is said in words", async () => {
    const { change } = await aLedCase();
    for (const lead of ["handed-over", "ends"] as const)
      await expect(change("complex", { ...all, lead })).rejects.toThrow("Enter who, from when and why");
    await expect(change("complex", { ...all, consent: "rests-on-other" })).rejects.toThrow("Enter what it rests on");
    await expect(change("complex", { ...all, assessmentId: newId() })).rejects.toThrow(
      "Choose the assessment that was used, or say why none was",
    );
  });

  test("what cannot be so is refused: nobody leads, though somebody does; the level that it has", async () => {
    const { change } = await aLedCase();
    for (const lead of ["to-be-chosen", "not-needed"] as const)
      expect(await refusalOf(change("complex", { ...all, lead, leadWords: "Nobody yet" }))).toMatchObject({
        kind: "input",
        problems: [{ path: "lead" }],
      });
    expect(await refusalOf(change("integrated"))).toMatchObject({ kind: "input", problems: [{ path: "to" }] });
  });

  test("where nobody leads nobody carries on, and a plan without a level has none to change", async () => {
    const of = await aCase(database, { edition: "england" });
    const change = async (said: Said) =>
      of.area.as(of.teacher).plan.changeLevel({
        ...{ idempotencyKey: newId(), planId: of.planId, to: "complex", ...all, ...said },
        version: (await of.area.as(of.teacher).plan.get({ planId: of.planId })).version,
      });
    expect(await refusalOf(change({}))).toMatchObject({ kind: "input", problems: [{ path: "to" }] });
    await answered(of);
    expect(await refusalOf(change({}))).toMatchObject({ kind: "input", problems: [{ path: "lead" }] });
    expect((await change({ lead: "to-be-chosen" })).answers.levelOfNeed?.code).toBe("complex");
  });

  test("consent still valid: on its last day it is, on the day after it is not, and not where there is none", async () => {
    const { change, saysYes } = await aLedCase();
    const valid = { ...all, consent: "still-valid" } as const;
    const noneInForce = { kind: "input", problems: [{ path: "consent" }] };
    expect(await refusalOf(change("complex", valid))).toMatchObject(noneInForce);
    await saysYes();
    expect(await refusalOf(change("complex", valid, { at: dayAfter }))).toMatchObject(noneInForce);
    await change("complex", valid, { at: lastDay });
  });

  test("beside a no that stands consent is not still valid, though a yes is in force; asked again it goes on", async () => {
    const { change, saysYes, levelOf } = await aLedCase();
    await saysYes();
    await saysYes("refused");
    const refused = await refusalOf(change("complex", { ...all, consent: "still-valid" }));
    expect(refused).toMatchObject({ kind: "input", problems: [{ path: "consent" }] });
    expect(JSON.stringify(refused)).toContain("A no to sharing stands for a child on the plan.");
    expect(await levelOf()).toBe("integrated");
    await change("complex");
    expect(await levelOf()).toBe("complex");
  });

  test("a reviewer opens the plan, and reads of consent and of the assessment that something was said", async () => {
    const { area, agencies, helen, childId, change, changesSeenBy, nurse } = await aLedCase();
    const reviewer = await area.addPractitioner({
      ...{ name: "A. Munro", agencyId: agencies.socialWork, role: "review-officer", title: "Reviewer" },
    });
    await area.relate(helen, childId, "line-manager");
    await area.as(helen).parts.give({
      ...{ idempotencyKey: newId(), childId, practitionerId: reviewer.practitionerId, part: "review-officer" },
      ...{ why: "Chairs the review", lastDay: localDate("2026-12-02") },
    });
    await change("complex", { ...all, consent: "rests-on-other", consentWords: "What the court ordered" });
    const [read] = await changesSeenBy(reviewer);
    expect(read).toMatchObject({ lead: { code: "carries-on" }, to: { code: "complex" } });
    expect(read?.consent).toEqual({ is: "not-told" });
    expect(read?.assessment).toEqual({ is: "not-told" });
    expect((await changesSeenBy(nurse))[0]?.consent).toMatchObject({
      ...{ is: "said", code: "rests-on-other", words: "What the court ordered" },
    });
  });

  test("the same request sent twice is one change; of two at once one is told that the plan changed", async () => {
    const { change, changesSeenBy, worker, teacher } = await aLedCase();
    const idempotencyKey = newId();
    const version = (await change("complex", { ...all, idempotencyKey })).version;
    await change("complex", { ...all, idempotencyKey, version: version - 1 });
    expect(await changesSeenBy(worker)).toHaveLength(1);
    const both = await Promise.allSettled([
      change("integrated", { ...all, version }),
      change("single", { ...all, version }, { by: teacher }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await changesSeenBy(worker)).toHaveLength(2);
  });

  test("who only works on the plan changes no level, a stranger finds no plan, and neither writes a row", async () => {
    const { area, agencies, change, nurse, planId, childId, changesSeenBy } = await aLedCase();
    expect(await refusalOf(change("complex", all, { by: nurse }))).toMatchObject({ kind: "not-allowed" });
    const stranger = await area.addPractitioner({ name: "Ola Reed", agencyId: agencies.socialWork });
    expect(await refusalOf(change("complex", all, { by: stranger }))).toMatchObject({ kind: "not-visible" });
    await change("complex");
    expect(await changesSeenBy(nurse)).toHaveLength(1);
    const rows = (who: TestPerson) =>
      asPerson(area.areaId, who, (tx) => tx.select().from(levelChange).where(eq(levelChange.planId, planId)));
    expect(await rows(stranger)).toEqual([]);
    expect(await rows(nurse)).toHaveLength(1);
    const add = asPerson(area.areaId, nurse, (tx) =>
      tx.insert(levelChange).values({
        ...{ areaId: area.areaId, changeId: newId(), planId, childId, fromLevel: "complex", toLevel: "single" },
        ...{ saysAssessment: false, recordedBy: nurse.practitionerId, recordedAt: aMonday.toISOString() },
      }),
    );
    await expect(add).rejects.toThrow();
  });

  test("on a plan for two it is told to whoever opens it by either child, and tells nobody where one of them is kept", async () => {
    const { area, agencies, change, teacher, worker, nurse, planId, changesSeenBy } = await aLedCase();
    const sister = await area.addChild({ givenName: "Juniper" });
    await area.write((tx) =>
      tx.insert(planMember).values({ areaId: area.areaId, planId, childId: sister, addedAt: aMonday.toISOString() }),
    );
    const visitor = await area.addPractitioner({ name: "Isla Reed", agencyId: agencies.health });
    await area.relate(visitor, sister, "named-person");
    // the worker leads, and knows the brother's record alone
    await change("complex", { ...all, lead: "handed-over", leadWords: "Ring her at 14 Larch Road from Friday" });
    expect((await changesSeenBy(visitor))[0]?.lead?.words).toContain("Larch Road");
    for (const who of [worker, nurse, teacher]) expect(await changesSeenBy(who)).toHaveLength(1);
    await area.write((tx) =>
      tx.insert(childAddress).values({
        ...{ areaId: area.areaId, childId: sister, addressId: newId(), recordedAt: aMonday.toISOString() },
        ...{ line1: "14 Larch Road", town: "Larchtown", postcode: "AY1 2BC" },
      }),
    );
    await area.as(visitor).restriction.record({
      ...{ idempotencyKey: newId(), childId: sister, kind: "whereabouts", ownerId: visitor.practitionerId },
      ...{ safeContact: { name: "Gail Moor", phone: "01632 960112" }, reason: "Somebody looks for them", readers: [] },
      reviewOn: localDate("2027-01-20"),
    });
    expect(JSON.stringify(await changesSeenBy(visitor, later))).toContain("Larch Road");
    await area.relate(nurse, sister, "plan-practitioner");
    expect(JSON.stringify(await changesSeenBy(nurse, later))).not.toContain("Larch Road");
  });

  test("the chronology says the level and codes, the audit the act; neither says what was written, nor of an assessment", async () => {
    const { area, change, assess, teacher, childId } = await aLedCase();
    const assessmentId = await assess(teacher);
    const words = "A social worker takes over on Friday";
    const { noAssessmentBecause: _, ...others } = all;
    const said = { ...others, lead: "handed-over", leadWords: words, assessmentId } as const;
    await change("complex", said, { by: teacher });
    const kept = await area.write(async (tx) => ({
      steps: await tx.select().from(chronologyEntry).where(eq(chronologyEntry.childId, childId)),
      looks: await tx.select().from(auditEntry).where(eq(auditEntry.childId, childId)),
    }));
    const steps = kept.steps.filter(({ act }) => act === "plan.level-changed");
    expect(steps).toMatchObject([{ title: "Level of need changed to: Complex, with a specialist assessment" }]);
    expect(steps[0]?.detail).toContain("The lead: Somebody else is to lead: a handover follows.");
    expect(steps[0]?.decisionId).not.toBeNull();
    expect(kept.looks.filter(({ act, outcome }) => act === "plan.level-changed" && outcome === "changed")).toHaveLength(
      1,
    );
    expect(JSON.stringify(steps)).not.toContain("Consent");
    expect(JSON.stringify(steps)).not.toContain(words);
    expect(JSON.stringify(steps)).not.toContain(assessmentId);
  });

  test("where the book has no levels of need nothing is asked, and the change is on the plan all the same", async () => {
    const of = await aCase(database, { edition: "highland" });
    const { area, teacher, planId } = of;
    const { version } = await answered(of);
    const plan = await area
      .as(teacher)
      .plan.answer({ idempotencyKey: newId(), planId, version, levelOfNeed: "complex" });
    expect(plan.level).toMatchObject({
      isAsked: false,
      changes: [{ from: { code: "integrated" }, to: { code: "complex" } }],
    });
    expect(plan.level.changes[0]).not.toHaveProperty("lead");
    expect(plan.level.changes[0]).not.toHaveProperty("assessment");
  });
});

describe("CWDC-1.8: the assessment that a change rests on is told to whoever may know of it (decisions 36, 39)", () => {
  const { noAssessmentBecause: _, ...others } = all;

  test("one that there is not, and one in another agency's file without consent, are refused in the same words", async () => {
    const { area, change, assess, teacher, worker } = await aLedCase();
    const theirs = await assess(teacher);
    const unknown = await refusalOf(change("complex", { ...others, assessmentId: newId() }));
    expect(unknown).toMatchObject({ kind: "input", problems: [{ path: "assessmentId" }] });
    expect(await refusalOf(change("complex", { ...others, assessmentId: theirs }))).toEqual(unknown);
    const own = await assess(worker);
    await area.as(worker).assessment.stop({
      ...{ idempotencyKey: newId(), assessmentId: own, version: 1 },
      ...{ stoppedOn: localDate("2026-11-23"), stoppedBecause: "by-mistake" },
    });
    expect(await refusalOf(change("complex", { ...others, assessmentId: own }))).toEqual(unknown);
    await change("complex", { ...others, assessmentId: await assess(worker) });
  });

  test("its own agency reads which; others as long as consent lets them know, to its last day; else that it was said", async () => {
    const { area, change, assess, saysYes, changesSeenBy, teacher, nurse, worker, planId } = await aLedCase();
    const assessmentId = await assess(teacher);
    await change("complex", { ...others, assessmentId }, { by: teacher });
    const said = async (who: TestPerson, at?: Date) => (await changesSeenBy(who, at))[0]?.assessment;
    const used = { is: "used", kind: { code: "specialist" }, on: "2026-11-03", agency: "Tern Lane School" };
    expect(await said(teacher)).toMatchObject(used);
    for (const other of [nurse, worker]) expect(await said(other)).toEqual({ is: "not-told" });
    await saysYes();
    expect(await said(nurse)).toMatchObject(used);
    expect(await said(worker)).toEqual({ is: "not-told" });
    expect(await said(nurse, lastDay)).toMatchObject(used);
    expect(await said(nurse, dayAfter)).toEqual({ is: "not-told" });
    const rows = await asPerson(area.areaId, worker, (tx) =>
      tx.select().from(levelChangeBasis).where(eq(levelChangeBasis.planId, planId)),
    );
    expect(rows).toEqual([]);
  });

  test("why none was used reads the same to other agencies as one that they may not know of", async () => {
    const { change, changesSeenBy, teacher, nurse, worker, gary } = await aLedCase();
    await change("complex");
    for (const own of [worker, gary])
      expect((await changesSeenBy(own))[0]?.assessment).toEqual({ is: "none", because: whyNone });
    for (const other of [teacher, nurse])
      expect((await changesSeenBy(other))[0]?.assessment).toEqual({ is: "not-told" });
  });
});
