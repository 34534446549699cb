import { localDate } from "@linchpin/domain";
import { and, eq, isNull } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { duty } from "../../db/schema/change.ts";
import { shareMade } from "../../db/schema/consent.ts";
import { post } from "../../db/schema/practitioner.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, sharedBy } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const on = localDate("2026-11-23");
const settles = "consent.settle-unmatched-share";

describe("HIG-24: what left by another way is checked, and what nothing covers goes to the named person", () => {
  const sharing = async () => {
    const of = await aCase(database, { edition: "highland" });
    const shares = (who: TestPerson) => of.area.as(who).consent.sharesMade;
    const emailed = (who: TestPerson, over: object = {}) =>
      shares(who).record({
        idempotencyKey: newId(),
        childId: of.childId,
        what: "An assessment",
        toWhom: "Dr Orr",
        toAgency: "health",
        why: "So that she can plan",
        sharedOn: on,
        basis: "none",
        ...over,
      });
    const owed = () =>
      of.area.write((tx) =>
        tx
          .select({ by: duty.owedBy })
          .from(duty)
          .where(and(eq(duty.areaId, of.area.areaId), eq(duty.act, settles), isNull(duty.doneAt))),
      );
    return { ...of, shares, emailed, owed };
  };

  test("the school nurse emails an assessment with no consent entry: the named person has it to settle", async () => {
    const of = await sharing();
    const { shareId } = await of.emailed(of.nurse);
    expect(await of.owed()).toEqual([{ by: of.teacher.practitionerId }]);
    const [seen] = (await of.shares(of.teacher).forChild({ childId: of.childId })).shares;
    expect(seen).toMatchObject({ shareId, by: of.nurse.practitionerName, settle: { may: true } });
    expect(seen?.basis).toBeUndefined();
    const settled = { idempotencyKey: newId(), shareId, version: 1, because: "The mother was asked that day" };
    expect(await refusalOf(of.shares(of.teacher).settle({ ...settled, as: "released" }))).toMatchObject({
      kind: "input",
    });
    await of.shares(of.teacher).settle({ ...settled, idempotencyKey: newId(), as: "was-right" });
    expect(await of.owed()).toEqual([]);
    const [after] = (await of.shares(of.teacher).forChild({ childId: of.childId })).shares;
    expect(after?.settled).toMatchObject({ because: "The mother was asked that day", as: { code: "was-right" } });
    expect(
      await refusalOf(
        of.shares(of.teacher).settle({ ...settled, idempotencyKey: newId(), version: 2, as: "taken-back" }),
      ),
    ).toMatchObject({ kind: "already" });
  });

  test("HIG-183: it is in the file of whoever shared it: their agency and the named person read it, another agency on the plan nothing of it", async () => {
    const of = await sharing();
    const { area, nurse, teacher, worker, childId, agencies } = of;
    const { shareId } = await of.emailed(nurse, { what: "How she coughs at night" });
    const told = { told: "yes" as const, on, how: "By phone from the clinic" };
    await of.shares(nurse).tell({ idempotencyKey: newId(), shareId, told });
    const colleague = await area.addPractitioner({ name: "Jo Orr", agencyId: agencies.health });
    await area.relate(colleague, childId, "plan-practitioner");
    const read = async (who: TestPerson) =>
      JSON.stringify([
        await of.shares(who).forChild({ childId }),
        (await area.as(who).record.chronology({ childId })).steps,
      ]);
    for (const who of [nurse, teacher, colleague]) expect(await read(who)).toContain("coughs at night");
    expect(await read(worker)).not.toMatch(new RegExp(`coughs|Dr Orr|${shareId}`));
    expect((await of.shares(worker).forChild({ childId })).shares).toEqual([]);
    expect(await read(worker), "nor that anybody was told of it").not.toMatch(/shared by another way|from the clinic/);
    const owed = async (who: TestPerson) =>
      (await area.as(who).consent.forChild({ childId })).duties.map(({ act }) => act);
    for (const who of [nurse, teacher, colleague]) expect(await owed(who)).toContain(settles);
    expect(await owed(worker), "nor that it waits to be settled").toEqual([]);
    const [{ decisionId } = {}] = await area.write((tx) =>
      tx.select({ decisionId: shareMade.decisionId }).from(shareMade).where(eq(shareMade.shareId, shareId)),
    );
    const opened = (who: TestPerson) => area.as(who).record.decision({ decisionId: decisionId ?? "" });
    expect((await opened(colleague)).decision.question).toBe("consent.duties");
    expect(await refusalOf(opened(worker))).toMatchObject({ kind: "not-visible" });
  });

  test("that the family was told stands beside it, or why they were not; nobody without a part writes it down", async () => {
    const of = await sharing();
    const told = { told: "yes" as const, on, how: "By phone" };
    expect(
      await refusalOf(of.emailed(of.nurse, { familyTold: { ...told, on: localDate("2026-11-20") } })),
    ).toMatchObject({ kind: "input", problems: [{ path: "familyTold.on" }] });
    const { shareId } = await of.emailed(of.nurse);
    await of.emailed(of.nurse, { what: "A letter", familyTold: told });
    const seen = async () =>
      (await of.shares(of.teacher).forChild({ childId: of.childId })).shares.map(({ what, familyTold }) => [
        what,
        familyTold,
      ]);
    expect(await seen()).toEqual([
      ["A letter", { told: "yes", on }],
      ["An assessment", { told: "not-yet" }],
    ]);
    const stranger = await of.area.addPractitioner({ name: "Noor Aziz", agencyId: of.agencies.socialWork });
    const tell = (who: TestPerson, over: object = {}) =>
      of
        .shares(who)
        .tell({ idempotencyKey: newId(), shareId, told: { told: "no", because: "It would put her at risk" }, ...over });
    expect(await refusalOf(tell(stranger))).toEqual(await refusalOf(tell(stranger, { shareId: newId() })));
    expect(await refusalOf(tell(of.nurse, { told: { told: "not-yet" } }))).toMatchObject({
      problems: [{ path: "told" }],
    });
    await tell(of.nurse);
    expect((await seen())[1]).toEqual(["An assessment", { told: "no", because: "It would put her at risk" }]);
  });

  test("a consent that nobody gave covers nothing; safeguarding waits for nobody", async () => {
    const of = await sharing();
    await of.emailed(of.nurse, { basis: "consent" });
    expect((await of.owed()).length).toBe(1);
    await of.emailed(of.nurse, { basis: "safeguarding", reason: "very-good", reasonWords: "At risk" });
    expect((await of.owed()).length).toBe(1);
    const { shares } = await of.shares(of.teacher).forChild({ childId: of.childId });
    expect(shares.map(({ basis }) => basis?.code ?? "none").sort()).toEqual(["none", "safeguarding"]);
  });

  test("a written yes that names the agency covers it on its days", async () => {
    const of = await sharing();
    await of.area.as(of.teacher).consent.record({
      idempotencyKey: newId(),
      childId: of.childId,
      answeredBy: "parent-or-carer",
      answeredByName: "Ana Lind",
      answer: "given",
      form: "written",
      saysWhat: "What was noticed",
      saysWithWhom: "The clinic",
      saysWhy: "To plan",
      items: [],
      agencies: ["health"],
      recipients: [],
      from: on,
      ends: { is: "on", lastDay: localDate("2027-02-26") },
    });
    await of.emailed(of.nurse, { basis: "consent" });
    expect(await of.owed()).toEqual([]);
    await of.emailed(of.nurse, { basis: "consent", sharedOn: localDate("2026-11-20") });
    expect((await of.owed()).length).toBe(1);
  });

  test("what the named person shared is settled by whoever manages them, who sees the child from then until it is settled", async () => {
    const of = await sharing();
    const { area, agencies, childId, teacher } = of;
    const head = await area.addPractitioner({ name: "Una Birch", agencyId: agencies.education, role: "head" });
    const soon = new Date(aMonday.getTime() + 1_000);
    const looks = (at = aMonday) => refusalOf(area.as(head, at).consent.forChild({ childId }));
    // a head of another school manages her, and has no part with this child
    await area.write((tx) =>
      tx
        .update(post)
        .set({ lineManagerId: head.practitionerId })
        .where(eq(post.practitionerId, teacher.practitionerId)),
    );
    const before = await looks();
    const { shareId } = await of.emailed(teacher);
    expect(await of.owed()).toEqual([{ by: head.practitionerId }]);
    await area.as(head).consent.forChild({ childId });
    const settled = { idempotencyKey: newId(), shareId, version: 1, as: "was-right" as const, because: "It was" };
    expect(await of.shares(head).settle(settled)).toEqual({ shareId, readsOn: false });
    expect(before).toMatchObject({ kind: "not-visible" });
    expect(await looks(soon)).toEqual(before);
  });

  test("where nobody who may settle it manages the named person, it goes to the area's service managers, and never to nobody", async () => {
    const of = await sharing();
    const { area, agencies, teacher } = of;
    const manager = await area.addPractitioner({
      name: "Vic Orr",
      agencyId: agencies.education,
      role: "service-manager",
    });
    const figures = await area.addPractitioner({
      name: "Sal Wood",
      agencyId: agencies.education,
      role: "strategic-manager",
    });
    for (const lineManagerId of [null, figures.practitionerId]) {
      await area.write((tx) =>
        tx.update(post).set({ lineManagerId }).where(eq(post.practitionerId, teacher.practitionerId)),
      );
      await of.emailed(teacher);
      expect((await of.owed()).every(({ by }) => by === manager.practitionerId)).toBe(true);
    }
    expect(await of.owed()).toHaveLength(2);
  });

  test("nobody settles what they shared themselves; somebody without a part sees neither it nor the child", async () => {
    const of = await sharing();
    const { shareId } = await of.emailed(of.teacher);
    expect((await of.owed()).map(({ by }) => by)).not.toContain(of.teacher.practitionerId);
    const settled = { idempotencyKey: newId(), shareId, version: 1, as: "was-right" as const, because: "It was" };
    expect(await refusalOf(of.shares(of.teacher).settle(settled))).toMatchObject({ kind: "not-allowed" });
    const stranger = await of.area.addPractitioner({ name: "Ned Far", agencyId: of.agencies.health });
    for (const id of [shareId, newId()])
      expect(await refusalOf(of.shares(stranger).settle({ ...settled, idempotencyKey: newId(), shareId: id }))).toEqual(
        {
          kind: "not-visible",
          what: "share",
        },
      );
    expect(await refusalOf(of.shares(stranger).forChild({ childId: of.childId }))).toMatchObject({
      kind: "not-visible",
    });
    expect(await refusalOf(of.emailed(stranger))).toMatchObject({ kind: "not-visible" });
  });
});

describe("BOL-4.14: a new service is invited once they agreed", () => {
  const inviting = async (edition: string) => {
    const of = await aCase(database, { edition });
    const therapist = await of.area.addPractitioner({
      name: "Rosa Brand",
      agencyId: await of.area.addAgency("voluntary"),
    });
    const plan = of.area.as(of.teacher).plan;
    const add = (isReferral = false) =>
      plan.addPractitioner({
        idempotencyKey: newId(),
        planId: of.planId,
        practitioner: {
          practitionerId: therapist.practitionerId,
          posts: ["practitioner-on-the-team"],
          involvement: "involved",
          basedInSchool: false,
        },
        isReferral,
        sharing: isReferral ? [] : [{ ...sharedBy(of.head), childId: of.childId }],
      });
    const answer = (said: "agreed" | "refused") =>
      of.area.as(of.teacher).consent.services.record({
        idempotencyKey: newId(),
        childId: of.childId,
        service: "voluntary",
        answer: said,
        answeredBy: "child",
        on,
        how: "At school, face to face",
      });
    return { ...of, therapist, add, answer };
  };

  test("with no agreement recorded, and after a no, the invitation is refused; recorded, it is made", async () => {
    const of = await inviting("bolton");
    expect(await refusalOf(of.add())).toMatchObject({ kind: "rule-prevents" });
    await of.answer("refused");
    expect(await refusalOf(of.add())).toMatchObject({ kind: "rule-prevents" });
    const { answers, isAskedHere } = await of.answer("agreed");
    expect([answers.length, isAskedHere]).toEqual([2, true]);
    expect((await of.add()).practitioners.map(({ name }) => name)).toContain("Rosa Brand");
  });

  test("a safeguarding referral waits for neither, and where no document asks nothing waits", async () => {
    const bolton = await inviting("bolton");
    expect((await bolton.add(true)).practitioners.map(({ name }) => name)).toContain("Rosa Brand");
    const highland = await inviting("highland");
    expect((await highland.add()).practitioners.map(({ name }) => name)).toContain("Rosa Brand");
  });

  test("what follows a concern asks the same of a service that is to start, and nothing of one that works with the child already", async () => {
    const of = await inviting("bolton");
    const { area, teacher, childId } = of;
    const { touches } = await area.as(teacher).concern.forChild({ childId });
    const { concernId, version } = await area.as(teacher).concern.record({
      idempotencyKey: newId(),
      childId,
      noticedOn: on,
      noticed: "Asked for somebody to talk to.",
      touches: touches.slice(0, 1).map(({ code }) => code as "safe"),
      childsView: { asked: "given", words: "I want to talk", how: "In class" },
      familysView: { asked: "given", words: "So do we", how: "At the gate" },
    });
    const told = { told: "yes" as const, on, how: "By phone" };
    const decide = (involvement: "involved" | "about-to-start", isReferral = false) =>
      area.as(teacher).concern.decide({
        idempotencyKey: newId(),
        concernId,
        version,
        outcome: "another-agency-needed",
        reason: "Somebody to talk to",
        help: "A visit each week",
        childTold: told,
        familyTold: told,
        practitioners: [
          {
            practitionerId: of.therapist.practitionerId,
            posts: ["practitioner-on-the-team"],
            involvement,
            basedInSchool: false,
            sharing: sharedBy(of.head),
            ...(involvement === "involved" ? {} : { startsOn: on }),
          },
        ],
        isReferral,
      });
    expect(await refusalOf(decide("about-to-start"))).toMatchObject({ kind: "rule-prevents" });
    await of.answer("agreed");
    expect((await decide("about-to-start")).state).toBe("closed");
  });
});
