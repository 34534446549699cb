import { addDays, localDate } from "@linchpin/domain";
import { eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { accessBlock } from "../../db/schema/access.ts";
import { notice } from "../../db/schema/change.ts";
import { contribution } from "../../db/schema/contribution.ts";
import { planMember } from "../../db/schema/plan.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const day = localDate("2026-11-23");
const later = new Date(aMonday.getTime() + 60_000);
const afterThat = new Date(aMonday.getTime() + 3_600_000);
const yes = {
  answeredBy: "parent-or-carer" as const,
  answeredByName: "Ana Lind",
  answer: "given" as const,
  form: "written" as const,
  from: day,
  ends: { is: "open" as const },
};

/** A doctor with a light account, put on a plan for two children on a mother's yes about each, and invited about the first. */
async function aDoctor() {
  const of = await aCase(database, { edition: "highland", bornOn: localDate("2018-05-04") });
  const { area, teacher, worker, planId, childId } = of;
  const sister = await area.addChild({ givenName: "Juniper" });
  await area.write((tx) =>
    tx.insert(planMember).values({ areaId: area.areaId, planId, childId: sister, addedAt: aMonday.toISOString() }),
  );
  await area.relate(teacher, sister, "contact-of-record");
  const practice = await area.addAgency("voluntary", "Mill Lane surgery");
  const doctor = (name: string) =>
    area.addPractitioner({ name, agencyId: practice, role: "light", title: "General practitioner" });
  const asTeacher = area.as(teacher).plan;
  const put = async (who: TestPerson) => {
    const { practitioners } = await asTeacher.addPractitioner({
      idempotencyKey: newId(),
      planId,
      practitioner: { practitionerId: who.practitionerId, posts: [], involvement: "involved" },
      sharing: [childId, sister].map((about) => ({
        childId: about,
        purpose: "So that treatment and help fit together",
        basis: "consent" as const,
        isPartOfAnswer: false,
        childTold: { told: "not-yet" as const },
        familyTold: { told: "not-yet" as const },
        answered: yes,
      })),
    });
    return practitioners.find((one) => one.practitionerId === who.practitionerId)?.planPractitionerId ?? "";
  };
  const gp = await doctor("Dr Orla Finch");
  const partner = await doctor("Dr Ben Ash");
  const rowOfGp = await put(gp);
  const act = (about: string, what: string) =>
    asTeacher.addAction({
      idempotencyKey: newId(),
      planId,
      childId: about,
      what,
      outcome: `Is well enough for ${what.toLowerCase()}`,
      ownerId: worker.practitionerId,
      dueOn: localDate("2026-12-10"),
    });
  await act(childId, "Breakfast club");
  await act(sister, "Quiet mornings");
  await asTeacher.setOutcome({ idempotencyKey: newId(), planId, childId, words: "Eats before school" });
  const invite = (planPractitionerId = rowOfGp, by = teacher, about = childId) =>
    area.as(by).plan.contribution.invite({ idempotencyKey: newId(), childId: about, planPractitionerId });
  const view = await invite();
  const contributorId = view.contributors[0]?.contributorId ?? "";
  const reads = (at = later, who = gp, id = contributorId) =>
    area.as(who, at).plan.contribution.summary({ contributorId: id });
  const sends = (more: object = {}, at = later, who = gp) =>
    area.as(who, at).plan.contribution.send({
      idempotencyKey: newId(),
      contributorId,
      words: "Asthma is under control since October",
      ...more,
    });
  return { of, sister, gp, partner, put, rowOfGp, invite, contributorId, reads, sends };
}

describe("CWDC-3.10: a doctor without a full account contributes through a limited link", () => {
  test("CWDC-3.10: she reads one child's summary, sends an update, and it is logged as her contribution", async () => {
    const { of, gp, reads, sends } = await aDoctor();
    const { area, teacher, childId, planId } = of;
    const summary = await reads();
    expect(summary).toMatchObject({
      child: "Robin Ashdown",
      invitedBy: "Morag Shaw",
      contact: { name: "Morag Shaw" },
      outcomes: ["Eats before school"],
      actions: [{ what: "Breakfast club", who: "Dan Peel", dueOn: "2026-12-10" }],
      sent: [],
    });
    expect(JSON.stringify(summary)).not.toMatch(/Juniper|Quiet mornings/);
    const { sent } = await sends();
    expect(sent).toMatchObject([{ words: "Asthma is under control since October", at: later.toISOString() }]);

    const { updates } = await area.as(teacher, afterThat).plan.contribution.ofPlan({ planId });
    expect(updates).toMatchObject([
      { childId, by: "Dr Orla Finch", at: later.toISOString(), words: "Asthma is under control since October" },
    ]);
    const { steps } = await area.as(teacher, afterThat).record.chronology({ childId });
    expect(steps[0]).toMatchObject({ title: "Dr Orla Finch sent an update", by: { name: "Dr Orla Finch" } });
    await doDue(database, area.areaId, later);
    const told = await area.write((tx) =>
      tx.select({ to: notice.practitionerId }).from(notice).where(eq(notice.act, "contribution.sent")),
    );
    expect(told).toEqual([{ to: teacher.practitionerId }]);
    const audited = await area.write((tx) =>
      tx
        .select({ act: auditEntry.act, childId: auditEntry.childId, basis: auditEntry.basis })
        .from(auditEntry)
        .where(eq(auditEntry.practitionerId, gp.practitionerId)),
    );
    expect(audited).toContainEqual({ act: "contribution.read", childId, basis: "contributor" });
    expect(audited.every((one) => one.childId === childId)).toBe(true);
  });

  test("CWDC-3.10: an update sent twice is kept once, and nobody is told twice", async () => {
    const { of, sends } = await aDoctor();
    const idempotencyKey = newId();
    await sends({ idempotencyKey });
    expect((await sends({ idempotencyKey })).sent).toHaveLength(1);
    await doDue(database, of.area.areaId, later);
    const told = await of.area.write((tx) =>
      tx.select({ to: notice.practitionerId }).from(notice).where(eq(notice.act, "contribution.sent")),
    );
    expect(told).toHaveLength(1);
    await expect(sends({ words: "  " })).rejects.toThrow("Enter what whoever leads the plan should know");
  });

  test("CWDC-3.10: the link of another, and a link that is none, read the same: nothing", async () => {
    const { of, sister, partner, reads, sends, rowOfGp, invite, gp } = await aDoctor();
    const unknown = await refusalOf(reads(later, gp, newId()));
    expect(unknown).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(reads(later, partner))).toEqual(unknown);
    expect(await refusalOf(sends({}, later, partner))).toEqual(unknown);
    expect((await of.area.as(partner).plan.contribution.mine()).plans).toEqual([]);
    // who works with the child in full reads the plan itself, and a light account reads no page of it
    for (const who of [of.teacher, of.worker])
      expect(await refusalOf(reads(later, who))).toMatchObject({ kind: "not-allowed" });
    for (const look of [
      () => of.area.as(gp).plan.get({ planId: of.planId }),
      () => of.area.as(gp).people.child({ childId: of.childId }),
      () => of.area.as(gp).plan.contribution.ofPlan({ planId: of.planId }),
    ])
      expect(await refusalOf(look())).toMatchObject({ kind: "not-allowed" });
    // one invitation is about one child
    const { contributors } = await invite(rowOfGp, of.teacher, sister);
    expect(contributors).toHaveLength(2);
    expect((await of.area.as(gp, later).plan.contribution.mine()).plans.map(({ child }) => child).sort()).toEqual([
      "Juniper Ashdown",
      "Robin Ashdown",
    ]);
  });

  test("CWDC-3.10: who leads or answers for the plan invites, once, and only somebody with a light account", async () => {
    const { of, gp, partner, put, invite } = await aDoctor();
    const { area, teacher, worker, planId } = of;
    const rowOfPartner = await put(partner);
    const { invitable } = await area.as(teacher).plan.contribution.ofPlan({ planId });
    expect(invitable.map(({ who }) => who.name)).toContain("Dr Ben Ash");
    expect(await refusalOf(invite(rowOfPartner, worker))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(invite())).toMatchObject({ kind: "already" });
    const { practitioners } = await area.as(teacher).plan.get({ planId });
    const ofWorker = practitioners.find(({ practitionerId }) => practitionerId === worker.practitionerId);
    expect(await refusalOf(invite(ofWorker?.planPractitionerId))).toMatchObject({
      kind: "input",
      problems: [{ message: expect.stringMatching(/light account/) }],
    });
    expect(await refusalOf(invite(newId()))).toMatchObject({ kind: "not-visible" });
    const stranger = await area.addPractitioner({ name: "Nan Other", agencyId: of.agencies.health });
    expect(await refusalOf(invite(rowOfPartner, stranger))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(invite(rowOfPartner, gp))).toMatchObject({ kind: "not-allowed" });
  });

  test("CWDC-3.10: an invitation is taken back by itself, with why: nothing is read or sent by it from that moment, and what was sent stays", async () => {
    const { of, gp, reads, sends, invite, contributorId } = await aDoctor();
    const { area, teacher, worker, childId, planId } = of;
    await sends();
    const end = (who: TestPerson, more: object = {}) =>
      area.as(who, afterThat).plan.contribution.end({
        ...{ idempotencyKey: newId(), contributorId, because: "Another doctor sees him now", ...more },
      });
    expect(await refusalOf(end(worker))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(end(gp))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(end(teacher, { contributorId: newId() }))).toMatchObject({ kind: "not-visible" });
    await expect(end(teacher, { because: " " })).rejects.toThrow("Enter why they are not asked any more");
    const idempotencyKey = newId();
    const after = await end(teacher, { idempotencyKey });
    expect(after).toMatchObject({ contributors: [], updates: [{ by: "Dr Orla Finch" }] });
    expect(await end(teacher, { idempotencyKey })).toEqual(after);
    expect(await refusalOf(end(teacher))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(reads(afterThat))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(sends({}, afterThat))).toMatchObject({ kind: "not-visible" });
    expect((await area.as(gp, afterThat).plan.contribution.mine()).plans).toEqual([]);
    const { steps } = await area.as(teacher, afterThat).record.chronology({ childId });
    expect(steps[0]).toMatchObject({
      title: "Dr Orla Finch reads the summary of the plan no more",
      detail: "Another doctor sees him now",
    });
    // She is on the plan still, and may be asked again.
    const { invitable } = await area.as(teacher, afterThat).plan.contribution.ofPlan({ planId });
    expect(invitable.map(({ who }) => who.name)).toContain("Dr Orla Finch");
    expect((await invite()).contributors).toHaveLength(1);
  });

  test("CWDC-3.10: a head who is named for one child of the plan, and keeps the sister's roll alone, reads no update about the sister", async () => {
    const { of, sister, gp, sends, invite, rowOfGp } = await aDoctor();
    await sends();
    await invite(rowOfGp, of.teacher, sister);
    const { plans } = await of.area.as(gp, later).plan.contribution.mine();
    const ofSister = plans.find(({ child }) => child.startsWith("Juniper"))?.contributorId ?? "";
    await sends({ contributorId: ofSister, words: "Juniper has new glasses" });
    const head = await of.area.addPractitioner({ name: "Mrs Reid", agencyId: of.agencies.health, role: "head" });
    await of.area.relate(head, of.childId, "named-person");
    await of.area.relate(head, sister, "head");
    const { updates, contributors } = await of.area.as(head, afterThat).plan.contribution.ofPlan({ planId: of.planId });
    expect([updates.map(({ childId }) => childId), contributors.map(({ childId }) => childId)]).toEqual([
      [of.childId],
      [of.childId],
    ]);
  });

  test("CWDC-3.10: who answers for one child of the plan, and only works with the sister, invites nobody about her", async () => {
    const { of, sister, invite, rowOfGp } = await aDoctor();
    const named = await of.area.addPractitioner({ name: "Una Reid", agencyId: of.agencies.health });
    await of.area.relate(named, of.childId, "named-person");
    await of.area.relate(named, sister, "plan-practitioner");
    expect(await refusalOf(invite(rowOfGp, named, sister))).toMatchObject({ kind: "not-allowed" });
    const { contributors } = await of.area.as(of.teacher).plan.contribution.ofPlan({ planId: of.planId });
    expect(contributors.filter(({ childId }) => childId === sister)).toEqual([]);
  });

  test.each(["taken off the plan", "the mother's yes taken back", "held back as kin"])(
    "CWDC-3.10: %s: the same second the link opens nothing, and takes no update",
    async (how) => {
      const { of, gp, rowOfGp, reads, sends } = await aDoctor();
      const { area, teacher, childId, planId } = of;
      await sends({}, aMonday);
      expect((await reads(aMonday)).sent).toHaveLength(1);
      if (how === "taken off the plan")
        await area.as(teacher, later).plan.endPractitioner({
          idempotencyKey: newId(),
          planPractitionerId: rowOfGp,
          reason: "Left the surgery",
        });
      if (how === "the mother's yes taken back") {
        const given = (await area.as(teacher, later).consent.forChild({ childId })).answers.find(
          ({ standing }) => standing === "in-force",
        );
        await area.as(teacher, later).consent.takeBack({
          idempotencyKey: newId(),
          consentId: given?.consentId ?? "",
          version: given?.version ?? 0,
          because: "Changed her mind",
          familyTold: { told: "yes", on: day, how: "By phone" },
        });
      }
      if (how === "held back as kin")
        await area.write((tx) =>
          tx.insert(accessBlock).values({
            areaId: area.areaId,
            blockId: newId(),
            practitionerId: gp.practitionerId,
            childId,
            because: "declared",
            tie: "own-child",
            during: { from: later.toISOString() },
            recordedBy: gp.practitionerId,
            recordedAt: later.toISOString(),
          }),
        );
      for (const at of [new Date(later.getTime() + 1), afterThat]) {
        expect(await refusalOf(reads(at))).toMatchObject({ kind: "not-visible" });
        expect(await refusalOf(sends({}, at))).toMatchObject({ kind: "not-visible" });
        expect((await area.as(gp, at).plan.contribution.mine()).plans).toEqual([]);
      }
      // what she sent stays on the plan, as hers
      const after = await area.as(teacher, afterThat).plan.contribution.ofPlan({ planId });
      expect(after.updates).toHaveLength(1);
      // nor is she shown as somebody who may, or may be asked again about this child (whose kin she is, is not told)
      const shown = [...after.contributors, ...after.invitable].filter((one) => one.childId === childId);
      expect(how === "held back as kin" ? [] : shown).toEqual([]);
    },
  );

  test("CWDC-3.10: where it is kept private where the child is, nobody is reached by the summary", async () => {
    const { of, reads } = await aDoctor();
    const { area, teacher, childId } = of;
    await area.write((tx) =>
      tx.execute(
        sql`update practitioner set phone = '01463 555 017' where practitioner_id = ${teacher.practitionerId}`,
      ),
    );
    expect((await reads()).contact).toMatchObject({ name: "Morag Shaw", phone: "01463 555 017" });
    const said = {
      childId,
      ownerId: teacher.practitionerId,
      reason: "They fled",
      reviewOn: addDays(day, 60),
      readers: [],
    };
    const restriction = area.as(teacher, later).restriction;
    await restriction.record({ ...said, idempotencyKey: newId(), kind: "contact-risk", adult: "Carl Lind" });
    expect((await reads(later)).contact).toMatchObject({ phone: "01463 555 017" });
    const safeContact = { name: "Gail Moor", phone: "01632 960112" };
    await restriction.record({ ...said, idempotencyKey: newId(), kind: "whereabouts", safeContact });
    const kept = await reads(afterThat);
    expect(kept.contact?.name).toBe("Morag Shaw");
    expect(JSON.stringify(kept)).not.toMatch(/01463|01632|Carl/);
  });

  test("CWDC-3.10: the database itself takes no update under another's name or invitation, and shows no row of the child", async () => {
    const { of, gp, partner, contributorId, sends } = await aDoctor();
    const { areaId } = of.area;
    await sends({}, aMonday);
    const row = (recordedBy: string) => ({
      areaId,
      contributionId: newId(),
      contributorId,
      planId: of.planId,
      childId: of.childId,
      words: "Forged",
      recordedBy,
      recordedAt: aMonday.toISOString(),
    });
    for (const [who, by] of [
      [partner, partner],
      [partner, gp],
      [gp, partner],
    ] as const)
      await expect(
        recordsOf(database, who, aMonday, "contribution.send", ({ tx }) =>
          tx.insert(contribution).values(row(by.practitionerId)),
        ),
      ).rejects.toThrow();
    const seen = await recordsOf(database, gp, aMonday, "contribution.read", ({ tx }) =>
      rowsOf<{ rows: number }>(
        tx,
        sql`select (select count(*) from child)::int + (select count(*) from contribution)::int
          + (select count(*) from contributor)::int + (select count(*) from plan_action)::int as rows`,
      ),
    );
    expect(seen).toEqual([{ rows: 0 }]);
  });
});
