import { type Act, acts, deniedBecause, isAboutChild, localDate, type OpenInEmergency } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { emergencyAccess } from "../../db/schema/access.ts";
import { notice } from "../../db/schema/change.ts";
import { childIdentifier } from "../../db/schema/child.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const minutes = (after: number) => new Date(aMonday.getTime() + after * 60_000);
const robin: OpenInEmergency["child"] = {
  by: "name",
  given: "Robin",
  family: "Ashdown",
  bornOn: localDate("2016-05-04"),
};
const opening = (of: Partial<OpenInEmergency> = {}): OpenInEmergency => ({
  idempotencyKey: newKey(),
  child: robin,
  reason: "missing",
  words: "Not at home since eight, and the police are here",
  ...of,
});

/** A child with a plan; Noor, a duty worker without a part in their care; two privacy officers and two service managers. */
async function anEmergency() {
  const of = await aCase(database);
  const { area, agencies } = of;
  const add = (name: string, more: Partial<Parameters<typeof area.addPractitioner>[0]> = {}) =>
    area.addPractitioner({ name, agencyId: agencies.socialWork, ...more });
  const noor = await add("Noor Aziz", { lineManagerId: of.gary.practitionerId, title: "Duty worker" });
  const officer = await add("Pia Lund", { role: "privacy-officer", title: "Privacy officer" });
  const other = await add("Rex Moor", { role: "privacy-officer" });
  const service = await add("Vic Orr", { role: "service-manager" });
  return { ...of, noor, officer, other, service };
}

/** What people were told, once the notices were relayed. */
async function told({ area }: Pick<TestCase, "area">, who: TestPerson, at = aMonday) {
  await doDue(database, area.areaId, at);
  return area.write((tx) =>
    tx
      .select({ words: notice.words, act: notice.act, childId: notice.childId, link: notice.link })
      .from(notice)
      .where(and(eq(notice.areaId, area.areaId), eq(notice.practitionerId, who.practitionerId))),
  );
}
const ofEmergency = (notices: Awaited<ReturnType<typeof told>>) =>
  notices.filter(({ act }) => act.includes("emergency")).map(({ words }) => words);

describe("who may not open a record in an emergency", () => {
  test.each(["record-keeper", "coordinator", "strategic-manager", "privacy-officer"] as const)(
    "a %s may not: the post works with no children",
    async (role) => {
      const { area, agencies } = await anEmergency();
      const person = await area.addPractitioner({ name: "Kit Ray", agencyId: agencies.health, role });
      const refusal = await refusalOf(area.as(person).access.emergency.open(opening()));
      expect(refusal).toMatchObject({ kind: "not-allowed", why: "Your post cannot open a record in an emergency." });
    },
  );

  test("nobody, several children, another area's child and one from whom they are held back read the same", async () => {
    const of = await anEmergency();
    const { area, noor, childId } = of;
    const elsewhere = await anEmergency();
    await elsewhere.area.addChild({ givenName: "Only", familyName: "There" });
    await area.addChild({ givenName: "Twin", familyName: "Same" });
    await area.addChild({ givenName: "Twin", familyName: "Same" });
    const named = (given: string, family: string, bornOn = "2016-05-04") =>
      opening({ child: { by: "name", given, family, bornOn: localDate(bornOn) } });
    const asked = [named("Nobody", "Here"), named("Twin", "Same"), named("Only", "There"), named("Rob", "Ashdown")];
    const answers = [];
    for (const command of asked) answers.push(await refusalOf(area.as(noor).access.emergency.open(command)));
    const known = await area.addPractitioner({ name: "Ida Fell", agencyId: noor.agencyId });
    await area.as(known).access.outsideWork.declareChild({ idempotencyKey: newKey(), child: robin, tie: "own-child" });
    answers.push(await refusalOf(area.as(known).access.emergency.open(opening())));
    expect(answers).toEqual(answers.map(() => ({ kind: "not-visible", what: "child" })));
    const rows = await area.write((tx) =>
      tx.select().from(emergencyAccess).where(eq(emergencyAccess.areaId, area.areaId)),
    );
    expect(rows).toEqual([]);
    expect(childId).toBeTruthy();
  });

  test("a part of a name, another birthday and a part of a number open nothing; the whole number does", async () => {
    const { area, noor, childId } = await anEmergency();
    await area.write((tx) =>
      tx.insert(childIdentifier).values({
        areaId: area.areaId,
        identifierId: newId(),
        childId,
        kind: "nhs-number",
        value: "9990000018",
        standing: "imported",
        recordedAt: aMonday.toISOString(),
      }),
    );
    const number = (text: string) => opening({ child: { by: "number", number: text } });
    const wrong = opening({ child: { ...robin, bornOn: localDate("2016-05-05") } as OpenInEmergency["child"] });
    for (const command of [number("999000001"), wrong])
      expect((await refusalOf(area.as(noor).access.emergency.open(command))).kind).toBe("not-visible");
    expect(await area.as(noor).access.emergency.open(number("999 000 0018"))).toMatchObject({ childId });
  });

  test("five tries in a day, found or not, and the sixth is refused although there is such a child", async () => {
    const { area, noor, childId } = await anEmergency();
    const nobody = opening({ child: { ...robin, given: "Nobody" } as OpenInEmergency["child"] });
    for (let at = 0; at < 5; at += 1)
      await refusalOf(area.as(noor).access.emergency.open({ ...nobody, idempotencyKey: newKey() }));
    expect(await refusalOf(area.as(noor).access.emergency.open(opening()))).toMatchObject({ kind: "not-allowed" });
    expect(await area.as(noor, minutes(24 * 60 + 1)).access.emergency.open(opening())).toMatchObject({ childId });
  });

  test("whoever has a part in the child's care is sent to the record itself", async () => {
    const { area, nurse } = await anEmergency();
    expect(await refusalOf(area.as(nurse).access.emergency.open(opening()))).toMatchObject({ kind: "already" });
  });
});

describe("a record that is open in an emergency", () => {
  test("can be read for 60 minutes, says so until when, and closes by itself", async () => {
    const { area, noor, teacher, childId, planId } = await anEmergency();
    const opened = await area.as(noor).access.emergency.open(opening());
    expect(opened).toEqual({ childId, openUntil: minutes(60).toISOString() });
    const later = area.as(noor, minutes(59));
    const child = await later.people.child({ childId });
    expect(child).toMatchObject({ openInEmergencyUntil: opened.openUntil, name: { full: "Robin Ashdown" } });
    expect(child.youAre).toEqual(["opened the record in an emergency"]);
    expect(await later.plan.get({ planId })).toMatchObject({ planId, isOpenInEmergency: true });
    expect(await area.as(teacher).plan.get({ planId })).not.toHaveProperty("isOpenInEmergency");
    const { concerns } = await later.concern.forChild({ childId });
    expect(concerns).toHaveLength(1);
    expect((await later.record.chronology({ childId })).steps[0]?.title).toBe(
      "Noor Aziz opened the record in an emergency",
    );
    const closed = area.as(noor, minutes(60));
    for (const call of [
      () => closed.people.child({ childId }),
      () => closed.plan.get({ planId }),
      () => closed.concern.forChild({ childId }),
      () => closed.record.chronology({ childId }),
    ])
      expect((await refusalOf(call())).kind).toBe("not-visible");
  });

  test("opens nine acts that read, what is kept private and whom never to bring near among them, and no change, no export, no decision, no list of who looked", () => {
    const allowed = (Object.keys(acts) as Act[]).filter(
      (act) => isAboutChild(act) && deniedBecause(act, "service-manager", ["emergency"]) === undefined,
    );
    expect(allowed).toEqual([
      "named-person.history.read",
      "child.read",
      "record.chronology.read",
      "concern.read",
      "referral.read",
      "arrival.read",
      "family-word.read",
      "restriction.read",
      "plan.read",
    ]);
  });

  test("every control about the child is shut but those, and the server refuses the change", async () => {
    const { area, noor, childId, planId } = await anEmergency();
    await area.as(noor).access.emergency.open(opening());
    const { can } = await area.as(noor).people.child({ childId });
    expect(Object.entries(can).flatMap(([act, may]) => (may === true ? [act] : []))).toHaveLength(9);
    const { version } = await area.as(noor).plan.get({ planId });
    const change = area.as(noor).plan.answer({
      idempotencyKey: newKey(),
      planId,
      version,
      integratedResponse: true,
      integratedResponseReason: "Because",
      safetyIsPrimary: false,
      needsAreComplexHealth: false,
      levelOfNeed: "integrated",
      expectedMonths: 6,
    });
    expect((await refusalOf(change)).kind).toBe("not-allowed");
    expect((await refusalOf(area.as(noor).record.whoLooked({ childId }))).kind).toBe("not-allowed");
  });

  test("opened again within the hour it is the same hour, and sent twice it is made once", async () => {
    const of = await anEmergency();
    const { area, noor, childId } = of;
    const command = opening();
    const [first, again] = [
      await area.as(noor).access.emergency.open(command),
      await area.as(noor).access.emergency.open(command),
    ];
    expect(again).toEqual(first);
    expect(await area.as(noor, minutes(30)).access.emergency.open(opening())).toEqual(first);
    const rows = await area.write((tx) =>
      tx.select().from(emergencyAccess).where(eq(emergencyAccess.childId, childId)),
    );
    expect(rows).toHaveLength(1);
  });

  test("is in the audit and the chronology, and the record's owner and the privacy officers are told at once", async () => {
    const of = await anEmergency();
    const { area, noor, teacher, nurse, officer, other, service, childId } = of;
    await area.as(noor).access.emergency.open(opening());
    const told_ = async (person: TestPerson) => ofEmergency(await told(of, person));
    expect(await told_(teacher)).toEqual([
      "Noor Aziz, who has no part in this child's care, opened the record in an emergency: The child is missing. It is open to them until 11:00.",
    ]);
    for (const one of [officer, other])
      expect(await told_(one)).toEqual([
        "Noor Aziz opened a child's record in an emergency: The child is missing. Look at whether it was right.",
      ]);
    for (const one of [nurse, service, noor]) expect(await told_(one)).toEqual([]);
    const [entry] = await area.write((tx) =>
      tx
        .select({ detail: auditEntry.detail, basis: auditEntry.basis })
        .from(auditEntry)
        .where(
          and(eq(auditEntry.childId, childId), eq(auditEntry.act, "emergency.open"), eq(auditEntry.outcome, "changed")),
        ),
    );
    expect(entry).toMatchObject({ basis: "emergency", detail: { reason: "missing" } });
    const steps = await area.write((tx) =>
      tx
        .select({ detail: chronologyEntry.detail })
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, childId), eq(chronologyEntry.act, "access.opened-in-emergency"))),
    );
    expect(steps).toEqual([
      { detail: "The child is missing. Open to read until 11:00. A privacy officer looks at whether it was right." },
    ]);
  });

  test("an owner who is held back from the child hears nothing of it", async () => {
    const of = await anEmergency();
    const { area, noor, teacher } = of;
    await area
      .as(teacher)
      .access.outsideWork.declareChild({ idempotencyKey: newKey(), child: robin, tie: "grandchild-niece-nephew" });
    await area.as(noor).access.emergency.open(opening());
    expect(ofEmergency(await told(of, teacher))).toEqual([]);
  });
});

describe("the review of an emergency access", () => {
  const waiting = { show: "waiting" } as const;
  const reviewed = { show: "reviewed" } as const;
  const finding = (emergencyAccessId: string, of: "right" | "not-right" = "right") => ({
    idempotencyKey: newKey(),
    emergencyAccessId,
    finding: of,
    words: "Talked over with the duty manager",
  });

  test.each(["practitioner", "head", "team-manager", "service-manager", "coordinator", "strategic-manager"] as const)(
    "is not for a %s",
    async (role) => {
      const { area, agencies } = await anEmergency();
      const person = await area.addPractitioner({ name: "Kit Ray", agencyId: agencies.health, role });
      for (const call of [
        () => area.as(person).access.emergency.list(waiting),
        () => area.as(person).access.emergency.review(finding(newId())),
      ])
        expect((await refusalOf(call())).kind).toBe("not-allowed");
    },
  );

  test("waits for a privacy officer with a clock of 2 working days, nearest first, and then stands with what was found", async () => {
    const of = await anEmergency();
    const { area, noor, worker, officer } = of;
    const second = await area.addChild({ givenName: "Ada", familyName: "Fell" });
    await area
      .as(worker, minutes(-3 * 24 * 60))
      .access.emergency.open(
        opening({ child: { by: "name", given: "Ada", family: "Fell", bornOn: localDate("2016-05-04") } }),
      );
    await area.as(noor).access.emergency.open(opening());
    await area.as(noor).people.child({ childId: of.childId });
    const { openings } = await area.as(officer).access.emergency.list(waiting);
    expect(openings.map(({ child, by }) => [child.childId, by.name])).toEqual([
      [second, "Dan Peel"],
      [of.childId, "Noor Aziz"],
    ]);
    const [, noors] = openings;
    expect(noors).toMatchObject({
      reason: { label: "The child is missing" },
      postTitle: "Duty worker",
      clock: { due: "by the end of 25 November 2026", left: "2 working days left" },
      may: { review: { may: true } },
    });
    expect(noors?.looked).toEqual(["the child's page"]);
    const id = noors?.emergencyAccessId ?? "";
    const kept = await area.as(officer).access.emergency.review(finding(id));
    expect(kept.review).toMatchObject({ finding: "right", by: "Pia Lund", words: "Talked over with the duty manager" });
    expect((await area.as(officer).access.emergency.list(waiting)).openings).toHaveLength(1);
    expect((await area.as(officer).access.emergency.list(reviewed)).openings).toMatchObject([
      { emergencyAccessId: id, may: { review: { may: false } } },
    ]);
    expect((await refusalOf(area.as(officer).access.emergency.review(finding(id)))).kind).toBe("already");
    expect(ofEmergency(await told(of, of.gary))).toEqual([]);
  });

  test("the list is read in the audit, one entry for each child shown", async () => {
    const of = await anEmergency();
    const { area, noor, officer, childId } = of;
    await area.as(noor).access.emergency.open(opening());
    await area.as(officer).access.emergency.list(waiting);
    const looks = await area.write((tx) =>
      tx
        .select({ basis: auditEntry.basis })
        .from(auditEntry)
        .where(and(eq(auditEntry.childId, childId), eq(auditEntry.act, "emergency.list"))),
    );
    expect(looks).toEqual([{ basis: "privacy-officer" }]);
  });

  test("not right tells the person and their line manager, and nobody else", async () => {
    const of = await anEmergency();
    const { area, noor, officer, gary, service } = of;
    await area.as(noor).access.emergency.open(opening());
    const [row] = (await area.as(officer).access.emergency.list(waiting)).openings;
    await area.as(officer).access.emergency.review(finding(row?.emergencyAccessId ?? "", "not-right"));
    expect(ofEmergency(await told(of, gary))).toEqual([
      "Noor Aziz opened a child's record in an emergency on 23 November 2026, and it was found not right. Speak with Noor Aziz, and with the privacy officer.",
    ]);
    expect(ofEmergency(await told(of, noor))).toEqual([
      "The record that you opened in an emergency on 23 November 2026 was looked at: it was not right to open it.",
    ]);
    expect(ofEmergency(await told(of, service))).toEqual([]);
  });

  test("nobody reviews their own, whatever second post they hold; another officer does", async () => {
    const of = await anEmergency();
    const { area, noor, officer } = of;
    const both: TestPerson = { ...noor, role: "privacy-officer" };
    await area.addPost(noor, { agencyId: noor.agencyId, role: "privacy-officer" });
    await area.as(noor).access.emergency.open(opening());
    const [row] = (await area.as(both).access.emergency.list(waiting)).openings;
    expect(row?.may.review).toEqual({ may: false, why: "Somebody else looks at a record that you opened." });
    const id = row?.emergencyAccessId ?? "";
    expect((await refusalOf(area.as(both).access.emergency.review(finding(id)))).kind).toBe("not-allowed");
    expect((await area.as(officer).access.emergency.review(finding(id))).review?.by).toBe("Pia Lund");
  });

  test("an officer who is held back from the child sees nothing of it, and another area's officer neither", async () => {
    const of = await anEmergency();
    const { area, noor, officer, other } = of;
    const away = await anEmergency();
    await area
      .as(officer)
      .access.outsideWork.declareChild({ idempotencyKey: newKey(), child: robin, tie: "household" });
    await area.as(noor).access.emergency.open(opening());
    expect((await area.as(officer).access.emergency.list(waiting)).openings).toEqual([]);
    expect((await away.area.as(away.officer).access.emergency.list(waiting)).openings).toEqual([]);
    const [row] = (await area.as(other).access.emergency.list(waiting)).openings;
    const review = finding(row?.emergencyAccessId ?? "");
    for (const call of [
      () => area.as(officer).access.emergency.review(review),
      () => away.area.as(away.officer).access.emergency.review(review),
    ])
      expect((await refusalOf(call())).kind).toBe("not-visible");
  });

  test("where nobody looked in time the service managers are told, once, and never of their own", async () => {
    const of = await anEmergency();
    const { area, noor, service } = of;
    const own = await area.addPractitioner({ name: "Una Bell", agencyId: noor.agencyId, role: "service-manager" });
    await area.as(noor).access.emergency.open(opening());
    await area.as(own).access.emergency.open(opening());
    const [before, after] = [new Date("2026-11-25T23:59:59.000Z"), new Date("2026-11-26T00:00:00.000Z")];
    const escalated = async (person: TestPerson, at: Date) =>
      (await told(of, person, at)).filter(({ act }) => act === "emergency.escalated");
    expect(await escalated(service, before)).toEqual([]);
    expect(await escalated(service, after)).toHaveLength(2);
    expect(await escalated(service, new Date("2026-12-01T00:00:00.000Z"))).toHaveLength(2);
    expect(await escalated(own, after)).toHaveLength(1);
    const { openings } = await area.as(of.officer, after).access.emergency.list(waiting);
    expect(openings.map(({ isEscalated, clock }) => [isEscalated, clock?.state])).toEqual([
      [true, "overdue"],
      [true, "overdue"],
    ]);
  });

  test("one that was looked at in time escalates nothing", async () => {
    const of = await anEmergency();
    const { area, noor, officer, service } = of;
    await area.as(noor).access.emergency.open(opening());
    const [row] = (await area.as(officer).access.emergency.list(waiting)).openings;
    await area.as(officer).access.emergency.review(finding(row?.emergencyAccessId ?? ""));
    const late = await told(of, service, new Date("2026-12-01T00:00:00.000Z"));
    expect(late.filter(({ act }) => act === "emergency.escalated")).toEqual([]);
  });
});
