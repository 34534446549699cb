import { localDate, type Relation, readsEveryFile, relations } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { childAccess } from "../../db/schema/access.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
let shared: Awaited<ReturnType<typeof twoFiles>>;
beforeAll(async () => {
  database = await testDatabase();
  shared = await twoFiles();
});
afterAll(() => database.close());

/** What the teacher wrote, and what child and family said of it. */
const ofSchool = ["Hard to settle after lunch", "It is too loud", "She does not sleep"];
const ofHealth = "Coughs at night and misses her sessions.";
const aMinuteLater = new Date(aMonday.getTime() + 60_000);

/** A child with a plan that was opened on the teacher's concern, and a concern that the nurse wrote. */
async function twoFiles(edition = "highland") {
  const of = await aCase(database, { edition });
  const { area, teacher, nurse, childId } = of;
  const [first] = (await area.as(teacher).concern.forChild({ childId })).concerns;
  const { touches } = await area.as(nurse).concern.forChild({ childId });
  const second = await area.as(nurse).concern.record({
    idempotencyKey: newId(),
    childId,
    noticedOn: localDate("2026-11-20"),
    noticed: ofHealth,
    touches: touches.slice(0, 1).map(({ code }) => code as "safe"),
    childsView: { asked: "not-yet" },
    familysView: { asked: "not-yet" },
  });
  return { of, schools: first?.concernId ?? "", healths: second.concernId };
}

/** Everything that somebody is told of a child's concerns, wherever the product tells it. */
async function toldTo({ area, childId, planId }: TestCase, who: TestPerson, at = aMonday) {
  const asked = area.as(who, at);
  const { concerns } = await asked.concern.forChild({ childId });
  const { steps } = await asked.record.chronology({ childId });
  const elsewhere = [
    await asked.people.child({ childId }),
    await asked.plan.get({ planId }),
    await asked.record.today(),
  ];
  return {
    ids: concerns.map(({ concernId }) => concernId).sort(),
    steps: steps.filter(({ kind }) => kind === "concern").length,
    titles: steps.map(({ title }) => title),
    all: JSON.stringify([concerns, steps, elsewhere]),
  };
}

const saysNothingOf = (all: string, words: readonly string[]) => words.filter((one) => all.includes(one));

describe("HIG-182, HIG-183, BOL-2.3: each agency's file is its own", () => {
  test("whoever works on the plan reads what their own agency wrote, and of another's neither the words nor that there are any", async () => {
    const { of, schools, healths } = await twoFiles();
    const nurses = await toldTo(of, of.nurse);
    expect(nurses.ids).toEqual([healths]);
    expect(saysNothingOf(nurses.all, ofSchool)).toEqual([]);
    const workers = await toldTo(of, of.worker);
    expect(workers.ids).toEqual([]);
    expect(workers.steps).toBe(0);
    expect(workers.titles, "the plan's own steps are everybody's on it").toContain(
      "A plan was opened: another agency is needed",
    );
    expect(saysNothingOf(workers.all, [...ofSchool, ofHealth])).toEqual([]);
    for (const concernId of [schools, healths])
      expect(await refusalOf(of.area.as(of.worker).concern.get({ concernId }))).toMatchObject({ kind: "not-visible" });
    expect(
      (await of.area.as(of.worker).people.child({ childId: of.childId })).flags.map(({ code }) => code),
    ).not.toContain("open-concerns");
  });

  test("a colleague of the same agency on the plan reads what the agency wrote", async () => {
    const { of, healths } = await twoFiles();
    const therapist = await of.area.addPractitioner({ name: "Ms Orr", agencyId: of.agencies.health });
    await of.area.relate(therapist, of.childId, "plan-practitioner");
    expect((await toldTo(of, therapist)).ids).toEqual([healths]);
  });

  test("worries come to the named person and to whoever leads, whoever wrote them, from the moment the part begins to the moment it ends", async () => {
    const { of, schools, healths } = await twoFiles();
    expect((await toldTo(of, of.teacher)).ids).toEqual([schools, healths].sort());
    for (const basis of ["lead", "acting-lead", "contact-of-record"] as const) {
      const holder = await of.area.addPractitioner({ name: `A ${basis}`, agencyId: of.agencies.socialWork });
      await of.area.relate(holder, of.childId, "plan-practitioner");
      expect((await toldTo(of, holder)).ids, `before they were ${basis}`).toEqual([]);
      await of.area.relate(holder, of.childId, basis, { from: aMonday.toISOString() });
      expect((await toldTo(of, holder)).ids, basis).toEqual([schools, healths].sort());
      await of.area.write((tx) =>
        tx
          .update(childAccess)
          .set({ during: sql`tstzrange(lower(${childAccess.during}), ${aMinuteLater.toISOString()}::timestamptz)` })
          .where(sql`${childAccess.practitionerId} = ${holder.practitionerId} and ${childAccess.basis} = ${basis}`),
      );
      expect((await toldTo(of, holder, new Date(aMinuteLater.getTime() - 1))).ids).toHaveLength(2);
      expect((await toldTo(of, holder, aMinuteLater)).ids, `the second they are ${basis} no more`).toEqual([]);
    }
  });

  test("whoever is only proposed to lead reads no more for it", async () => {
    const { of, healths } = await twoFiles();
    await of.area.relate(of.nurse, of.childId, "proposed-lead");
    expect((await toldTo(of, of.nurse)).ids).toEqual([healths]);
  });

  test("a manager reads with whoever of their own agency is named or leads, and otherwise what their agency wrote", async () => {
    const { of, schools, healths } = await twoFiles();
    const { area, helen, head, childId } = of;
    for (const one of [helen, head]) await area.relate(one, childId, "line-manager");
    expect((await toldTo(of, helen)).ids).toEqual([healths]);
    expect((await toldTo(of, head)).ids).toEqual([schools, healths].sort());
    await area.relate(of.nurse, childId, "lead");
    expect((await toldTo(of, helen)).ids).toEqual([schools, healths].sort());
  });

  test("where nobody is named or leads, worries come to the head", async () => {
    const { of } = await twoFiles("wigan");
    const { area, agencies } = of;
    const housing = await area.addAgency("housing", "Housing");
    const warden = await area.addPractitioner({ name: "Wyn Rook", agencyId: housing });
    const head = await area.addPractitioner({ name: "Ines Hale", agencyId: agencies.education, role: "head" });
    const childId = await area.addChild({ statusesConfirmedOn: localDate("2026-11-23") });
    await area.relate(warden, childId, "plan-practitioner");
    await area.relate(head, childId, "head");
    const { touches } = await area.as(warden).concern.forChild({ childId });
    const { concernId } = await area.as(warden).concern.record({
      idempotencyKey: newId(),
      childId,
      noticedOn: localDate("2026-11-20"),
      noticed: "No heating since October.",
      touches: touches.slice(0, 1).map(({ code }) => code as "safe"),
      childsView: { asked: "not-yet" },
      familysView: { asked: "not-yet" },
    });
    expect((await area.as(head).concern.get({ concernId })).noticed).toBe("No heating since October.");
    await area.relate(warden, childId, "lead");
    expect(await refusalOf(area.as(head).concern.get({ concernId }))).toMatchObject({ kind: "not-visible" });
  });

  test("what is shared with somebody is theirs to read beside their own, and no other thing of that file", async () => {
    const { of, schools, healths } = await twoFiles();
    const { area, teacher, nurse, worker, childId } = of;
    const { releases } = await area.as(nurse).consent.release({
      idempotencyKey: newId(),
      childId,
      kind: "concern",
      itemId: healths,
      toId: worker.practitionerId,
      purpose: "So that the visits fit together",
      basis: "safeguarding",
      isPartOfAnswer: true,
      childTold: { told: "not-yet" },
      familyTold: { told: "not-yet" },
    });
    expect((await toldTo(of, worker)).ids).toEqual([healths]);
    expect(saysNothingOf((await toldTo(of, worker)).all, ofSchool)).toEqual([]);
    const [given] = releases;
    expect(given).toBeDefined();
    expect(await refusalOf(area.as(worker).concern.get({ concernId: schools }))).toMatchObject({ kind: "not-visible" });
    expect((await toldTo(of, teacher)).ids).toEqual([schools, healths].sort());
  });

  test("that a concern was shared is told to whoever may read it, and to nobody else", async () => {
    const { of, schools, healths } = await twoFiles();
    const { area, teacher, nurse, worker, childId, agencies } = of;
    const therapist = await area.addPractitioner({ name: "Wyn Rook", agencyId: agencies.socialWork });
    await area.relate(therapist, childId, "plan-practitioner");
    const { releases } = await area.as(nurse).consent.release({
      idempotencyKey: newId(),
      childId,
      kind: "concern",
      itemId: healths,
      toId: worker.practitionerId,
      purpose: "So that the visits fit together",
      basis: "safeguarding",
      isPartOfAnswer: true,
      childTold: { told: "not-yet" },
      familyTold: { told: "not-yet" },
    });
    const [{ releaseId = "" } = {}] = releases;
    await area.as(nurse).consent.tell({
      idempotencyKey: newId(),
      releaseId,
      whom: "family",
      told: { told: "yes", on: localDate("2026-11-23"), how: "By phone" },
    });
    const toldOfSharing = async (who: TestPerson) => {
      const asked = area.as(who);
      return JSON.stringify([
        (await asked.record.chronology({ childId })).steps,
        await asked.consent.forChild({ childId }),
        await asked.consent.shared({ childId }),
        await asked.consent.released({ releaseId }).catch((error: Error) => error.message),
      ]);
    };
    for (const who of [teacher, nurse, worker]) expect(await toldOfSharing(who)).toContain("Concern noticed on 20");
    expect(await toldOfSharing(therapist)).not.toMatch(new RegExp(`concern|${healths}|${schools}`, "i"));
  });

  test("an answer taken back ends what another agency shared on it, and tells whoever records it nothing of that", async () => {
    const { of, healths } = await twoFiles();
    const { area, teacher, nurse, worker, childId, planId, agencies } = of;
    const therapist = await area.addPractitioner({ name: "Wyn Rook", agencyId: agencies.socialWork });
    await area.relate(therapist, childId, "plan-practitioner");
    await area.as(teacher).plan.addAction({
      idempotencyKey: newId(),
      planId,
      childId,
      what: "A visit each week",
      outcome: "The house is warm",
      ownerId: worker.practitionerId,
      dueOn: localDate("2027-01-15"),
    });
    const { answers } = await area.as(therapist).consent.record({
      idempotencyKey: newId(),
      childId,
      answeredBy: "parent-or-carer",
      answeredByName: "Jo Ashdown",
      answer: "given",
      form: "spoken",
      understanding: "understands",
      saysWhat: "What each service knows of the heating.",
      saysWithWhom: "Housing and social work.",
      saysWhy: "So that the house is warm.",
      items: [],
      agencies: ["social-work", "housing"],
      recipients: [],
      from: localDate("2026-11-23"),
      ends: { is: "open" },
    });
    const [{ consentId = "", version = 0 } = {}] = answers;
    await area.as(nurse).consent.release({
      idempotencyKey: newId(),
      childId,
      kind: "concern",
      itemId: healths,
      toId: worker.practitionerId,
      purpose: "So that the visits fit together",
      basis: "consent",
      isPartOfAnswer: true,
      childTold: { told: "not-yet" },
      familyTold: { told: "not-yet" },
    });
    expect((await toldTo(of, worker)).ids).toEqual([healths]);
    const before = await area.as(therapist).consent.takingBack({ consentId });
    expect({ ends: before.ends, closed: before.filesAreClosed }).toEqual({ ends: [], closed: true });
    expect(await area.as(nurse).consent.takingBack({ consentId })).toMatchObject({
      ends: [{ to: worker.practitionerName }],
    });
    const after = await area.as(therapist, aMinuteLater).consent.takeBack({
      idempotencyKey: newId(),
      consentId,
      version,
      because: "We would rather not.",
      familyTold: { told: "not-yet" },
    });
    expect((await toldTo(of, worker, aMinuteLater)).ids).toEqual([]);
    expect(JSON.stringify([after, (await area.as(therapist).record.chronology({ childId })).steps])).not.toMatch(
      new RegExp(`Concern noticed|${healths}`),
    );
    const { releases } = await area.as(nurse, aMinuteLater).consent.forChild({ childId });
    expect(releases.filter(({ title }) => title !== "The plan as it stands")).toMatchObject([
      { isEnded: true, ended: { because: "The consent it rested on was taken back" } },
    ]);
    const step = (await area.as(therapist, aMinuteLater).record.chronology({ childId })).steps.find(
      ({ kind, decisionId }) => kind === "consent" && decisionId !== undefined && decisionId !== null,
    );
    const decision = await area.as(therapist, aMinuteLater).record.decision({ decisionId: step?.decisionId ?? "" });
    expect(JSON.stringify(decision)).not.toMatch(new RegExp(`${worker.practitionerName}|${worker.practitionerId}`));
    const onHold = async (who: TestPerson) =>
      (await area.as(who, aMinuteLater).consent.forChild({ childId })).duties.filter(
        ({ act }) => act === "consent.decide-actions-on-hold",
      ).length;
    expect([await onHold(teacher), await onHold(nurse), await onHold(therapist)]).toEqual([1, 1, 0]);
  });

  test("the row itself is kept, with nothing of the application's own narrowing", async () => {
    const { of } = await twoFiles();
    const seen = await recordsOf(database, of.worker, aMonday, "concern.read", ({ tx }) =>
      rowsOf(
        tx,
        sql`select
        (select count(*)::int from concern) as concerns,
        (select count(*)::int from view where concern_id is not null) as views,
        (select count(*)::int from chronology_entry where concern_id is not null) as steps,
        (select count(*)::int from telling where about = 'concern') as told,
        (select count(*)::int from decision where question like 'concern.%') as decisions,
        (select count(*)::int from duty where concern_id is not null) as duties`,
      ),
    );
    expect(seen).toEqual([{ concerns: 0, views: 0, steps: 0, told: 0, decisions: 0, duties: 0 }]);
  });

  test.each(Object.keys(relations).filter((one) => one !== "line-manager" && one !== "head") as Relation[])(
    "the database opens every agency's file to %s where the table of acts does",
    async (basis) => {
      const { of } = shared;
      const { area, agencies, childId } = of;
      const somebody = await area.addPractitioner({ name: `By ${basis}`, agencyId: agencies.socialWork });
      await area.relate(somebody, childId, basis);
      const [found] = await recordsOf(database, somebody, aMonday, "concern.read", ({ tx }) =>
        rowsOf<{ closed: boolean }>(tx, sql`select ${childId}::uuid = any (files_closed_to_me()) as closed`),
      );
      expect(found?.closed).toBe(!readsEveryFile.includes(basis));
    },
  );

  test("whose file it is in, the writer does not say", async () => {
    const { of, healths } = await twoFiles();
    const rows = await of.area.write((tx) =>
      rowsOf(tx, sql`select agency_id from concern where concern_id = ${healths}`),
    );
    expect(rows).toEqual([{ agency_id: of.agencies.health }]);
  });
});

describe("BOL-11.9, HIG-17: whoever answers for the child hears of a new concern at once", () => {
  const heard = async ({ area, childId }: TestCase, who: TestPerson): Promise<readonly string[]> => {
    const rows = await area.write((tx) =>
      rowsOf<{ words: string }>(
        tx,
        sql`select payload ->> 'words' as words from outbox where kind = 'notice' and payload ->> 'childId' = ${childId}
          and payload ->> 'practitionerId' = ${who.practitionerId} and payload ->> 'act' = 'concern.recorded'`,
      ),
    );
    return rows.map(({ words }) => words);
  };

  test("the named person once, the lead professional as lead, and nobody who only works beside them", async () => {
    const { of } = await twoFiles("bolton");
    const { area, worker, nurse, teacher, gary, childId } = of;
    await area.relate(worker, childId, "lead");
    const before = await heard(of, teacher);
    const { touches } = await area.as(nurse).concern.forChild({ childId });
    const { concernId } = await area.as(nurse).concern.record({
      idempotencyKey: newId(),
      childId,
      noticedOn: localDate("2026-11-20"),
      noticed: "Not at her session, and nobody answered the door.",
      doneSoFar: "Rang the school, who had seen her at eight.",
      touches: touches.slice(0, 1).map(({ code }) => code as "safe"),
      childsView: { asked: "not-yet" },
      familysView: { asked: "not-yet" },
    });
    expect(await heard(of, worker)).toEqual([
      "A concern was recorded about a child for whom you are the lead professional.",
    ]);
    expect((await heard(of, teacher)).length).toBe(before.length + 1);
    for (const one of [nurse, gary]) expect(await heard(of, one)).toEqual([]);
    expect(await area.as(worker).concern.get({ concernId })).toMatchObject({
      noticed: "Not at her session, and nobody answered the door.",
      doneSoFar: "Rang the school, who had seen her at eight.",
    });
    const step = (await area.as(worker).record.chronology({ childId })).steps.find(
      (one) => one.concernId === concernId,
    );
    expect(step?.detail).toContain("Done so far: Rang the school");
  });
});
