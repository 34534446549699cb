import { localDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { accessBlock } from "../db/schema/access.ts";
import { carer } from "../db/schema/child.ts";
import { childIndex, indexEntry } from "../db/schema/child-index.ts";
import { actingLead, childLead, lead } from "../db/schema/lead-professional.ts";
import { practitioner } from "../db/schema/practitioner.ts";
import { auditEntry } from "../db/schema/record.ts";
import { aMonday, aTestArea, type TestArea, type TestPerson } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { anIndexHere } from "../testing/index-here.ts";
import { refusalOf } from "../testing/refusal.ts";
import { aPlanOf } from "../testing/work.ts";
import { publishLeadsOf } from "./child-index.ts";
import { sendEntry } from "./send-entry.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const key = "a-key-that-nobody-else-has-of-40-letters";
const keys = { testshire: key };
const monday = (time: string) => new Date(`2026-11-23T${time}:00.000Z`);
const tuesday = (time: string) => new Date(`2026-11-24T${time}:00.000Z`);
const minute = 60_000;

/** An area with its index on, a child with a reference there, and two who may lead; a co-ordinator looks after the index. */
async function anArea(edition = "england", reference = "IDX 40/118") {
  const index = await anIndexHere();
  const area = await aTestArea(database, { edition });
  const { areaId } = area;
  const health = await area.addAgency("health", "Community nursing");
  const help = await area.addAgency("social-work", "Family support");
  const add = (name: string, agencyId: string, more: object = {}) => area.addPractitioner({ name, agencyId, ...more });
  const teacher = await add("Morag Shaw", health);
  const nurse = await add("Amina Yusuf", health);
  const worker = await add("Dan Peel", help);
  const coordinator = await add("Jo Marsh", help, { role: "coordinator" });
  const childId = await area.addChild();
  await area.relate(teacher, childId, "named-person");
  const planId = await aPlanOf(area, teacher, { children: [childId] });
  await calls(area, nurse, "01632 960101");
  await calls(area, worker, "01632 960202");
  await area.write((tx) =>
    tx.insert(childIndex).values({ areaId, url: index.url, isOn: true, setAt: monday("08:00").toISOString() }),
  );
  await area
    .as(teacher, monday("08:30"))
    .record.references.keep({ idempotencyKey: newId(), childId, kind: "child-index", reference, basis: "public-task" });
  const round = (now: Date, more: Partial<Parameters<typeof publishLeadsOf>[3]> = {}) =>
    publishLeadsOf(database, areaId, () => now, { keys, ...more });
  const queue = (now: Date, who: TestPerson = coordinator) => area.as(who, now).record.childIndex();
  return { area, areaId, index, teacher, nurse, worker, coordinator, childId, planId, round, queue, reference, health };
}
type World = Awaited<ReturnType<typeof anArea>>;

const calls = (area: TestArea, { practitionerId }: TestPerson, phone: string) =>
  area.write((tx) =>
    tx
      .update(practitioner)
      .set({ phone })
      .where(and(eq(practitioner.areaId, area.areaId), eq(practitioner.practitionerId, practitionerId))),
  );

/** Somebody leads from a moment on, in place of whoever did. */
async function leads(
  { area, areaId, childId, planId }: Pick<World, "area" | "areaId" | "childId" | "planId">,
  who: TestPerson,
  from: Date,
): Promise<void> {
  const at = from.toISOString();
  const leadId = newId();
  await area.write(async (tx) => {
    for (const table of ["child_lead", "lead"])
      await tx.execute(sql`update ${sql.identifier(table)} set during = tstzrange(lower(during), ${at}::timestamptz)
        where area_id = ${areaId} and upper_inf(during) and lead_id in (select lead_id from lead where plan_id = ${planId})`);
    await tx.insert(lead).values({
      ...{ areaId, leadId, planId, practitionerId: who.practitionerId, basis: "by-agreement", during: { from: at } },
      ...{ recordedBy: who.practitionerId, recordedAt: at },
    });
    await tx.insert(childLead).values({ areaId, childLeadId: newId(), childId, leadId, during: { from: at } });
  }, from);
}

/** What came of each try, as the audit has it; that each was about to be made stands before it. */
const auditOfIndex = async (world: World) =>
  (await wholeAuditOfIndex(world)).filter(({ act }) => act !== "child-index.sending");
const wholeAuditOfIndex = ({ area }: World) =>
  area.write((tx) =>
    tx
      .select({
        act: auditEntry.act,
        childId: auditEntry.childId,
        outcome: auditEntry.outcome,
        who: auditEntry.practitionerId,
      })
      .from(auditEntry)
      .where(and(eq(auditEntry.areaId, area.areaId), sql`${auditEntry.act} like 'child-index.%'`))
      .orderBy(auditEntry.entryId),
  );

describe("CWDC-2.20b: the index of children shows who leads", () => {
  test("CWDC-2.20b: the lead changes on 24 November at 09:00, and the entry shows the new name, agency and phone that day", async () => {
    const world = await anArea();
    const { area, index, teacher, nurse, worker, round, reference, childId } = world;
    await leads(world, nurse, monday("09:00"));
    expect(await round(monday("09:01"))).toBe(1);
    expect(index.shows()).toEqual({
      [reference]: { name: "Amina Yusuf", agency: "Community nursing", phone: "01632 960101" },
    });
    expect(await round(tuesday("08:59"))).toBe(0);
    await leads(world, worker, tuesday("09:00"));
    expect(await round(tuesday("09:01"))).toBe(1);
    expect(index.shows()).toEqual({
      [reference]: { name: "Dan Peel", agency: "Family support", phone: "01632 960202" },
    });
    expect(index.received).toHaveLength(2);
    for (const one of index.received) expect(index.isSigned(one, key)).toBe(true);
    const told = await area.as(teacher, tuesday("10:00")).record.whoLooked({ childId });
    expect(JSON.stringify(told)).toContain("Told the index of children who leads the help your child gets");
    expect((await auditOfIndex(world)).map(({ who: _, ...one }) => one)).toEqual(
      Array(2).fill({ act: "child-index.published", childId, outcome: "system" }),
    );
    await index.close();
  });

  test("CWDC-2.20b: nothing else of the child is sent: no name, no date of birth, no id", async () => {
    const world = await anArea();
    const { index, nurse, round, childId, planId } = world;
    await leads(world, nurse, monday("09:00"));
    await round(monday("09:01"));
    const [one] = index.received;
    expect(Object.keys(JSON.parse(one?.body ?? "{}"))).toEqual(["reference", "lead"]);
    expect(JSON.stringify(one)).not.toMatch(new RegExp(`Robin|Ashdown|2016-05-04|${childId}|${planId}`));
    await index.close();
  });

  test("CWDC-2.20b: a failed push stays on the queue of the area's co-ordinator, as overdue from midnight, and is tried again", async () => {
    const world = await anArea();
    const { index, nurse, worker, round, queue } = world;
    await leads(world, nurse, monday("09:00"));
    await round(monday("09:01"));
    index.answers(503);
    await leads(world, worker, tuesday("09:00"));
    expect(await round(tuesday("09:01"))).toBe(0);
    const [waiting] = (await queue(tuesday("23:59"))).waiting;
    expect(waiting).toMatchObject({
      lead: { name: "Dan Peel", agency: "Family support" },
      ...{ dueBy: "2026-11-25T00:00:00.000Z", isOverdue: false, tries: 1, problem: "It refused the entry." },
      clause: "CWDC 2.20",
    });
    expect((await queue(tuesday("23:59"))).index).toMatchObject({ shown: 0, waiting: 1, overdue: 0 });
    const late = await queue(new Date("2026-11-25T00:00:00.000Z"));
    expect(late.waiting[0]?.isOverdue).toBe(true);
    expect(late.index).toMatchObject({ waiting: 1, overdue: 1 });
    // not again at once, and then less and less often
    expect(index.received).toHaveLength(2);
    await round(new Date(tuesday("09:01").getTime() + minute - 1));
    expect(index.received).toHaveLength(2);
    await round(new Date(tuesday("09:01").getTime() + minute));
    expect(index.received).toHaveLength(3);
    index.answers(200, "{}");
    expect(await round(new Date("2026-11-25T10:00:00.000Z"))).toBe(1);
    expect((await queue(new Date("2026-11-25T10:00:00.000Z"))).waiting).toEqual([]);
    expect((await auditOfIndex(world)).map(({ act }) => act)).toEqual([
      "child-index.published",
      ...["child-index.failed", "child-index.failed", "child-index.published"],
    ]);
    await index.close();
  });

  test("CWDC-2.20b: a new number or name of the same lead is due on the day it is noticed", async () => {
    const world = await anArea();
    const { area, index, nurse, round, queue, reference } = world;
    await leads(world, nurse, monday("09:00"));
    await round(monday("09:01"));
    await calls(area, nurse, "01632 960999");
    index.answers(500);
    await round(tuesday("12:00"));
    expect((await queue(tuesday("12:01"))).waiting[0]).toMatchObject({ dueBy: "2026-11-25T00:00:00.000Z" });
    index.answers(204);
    await round(tuesday("13:00"));
    expect(index.shows()).toMatchObject({ [reference]: { phone: "01632 960999" } });
    await index.close();
  });

  test("CWDC-2.20b: a lead that begins by itself tomorrow is not shown before", async () => {
    const world = await anArea();
    const { index, nurse, round } = world;
    await leads(world, nurse, tuesday("09:00"));
    expect(await round(tuesday("08:59"))).toBe(0);
    expect(index.received).toEqual([]);
    expect(await round(tuesday("09:00"))).toBe(1);
    await index.close();
  });

  test("CWDC-2.20b: where no clause of the area speaks of an index no clock runs; what failed is on the queue all the same", async () => {
    const world = await anArea("scotland");
    const { index, nurse, round, queue } = world;
    await leads(world, nurse, monday("09:00"));
    index.answers(500);
    await round(monday("09:01"));
    const [waiting] = (await queue(tuesday("12:00"))).waiting;
    expect(waiting).toMatchObject({ isOverdue: false, tries: 1 });
    expect(waiting).not.toHaveProperty("dueBy");
    await index.close();
  });

  test("an index that does not answer is left alone after three entries until the next round", async () => {
    const world = await anArea();
    const { area, areaId, index, nurse, teacher, round } = world;
    for (const [at, name] of ["Ash", "Bay", "Cob", "Dee"].entries()) {
      const childId = await area.addChild({ givenName: name });
      await area.relate(teacher, childId, "named-person");
      const planId = await aPlanOf(area, teacher, { children: [childId] });
      await area.as(teacher, monday("08:30")).record.references.keep({
        ...{ idempotencyKey: newId(), childId, kind: "child-index", reference: `IDX ${at}`, basis: "public-task" },
      });
      const leadId = newId();
      const during = { from: monday("09:00").toISOString() };
      const by = { recordedBy: nurse.practitionerId, recordedAt: during.from };
      await area.write(async (tx) => {
        await tx.insert(lead).values({
          ...{ areaId, leadId, planId, practitionerId: nurse.practitionerId, basis: "by-agreement", during, ...by },
        });
        await tx.insert(childLead).values({ areaId, childLeadId: newId(), childId, leadId, during });
      });
    }
    // refused, each is one entry's matter, and the others are tried
    index.answers(500);
    await round(monday("09:01"));
    expect(index.received).toHaveLength(4);
    let asked = 0;
    await round(monday("09:03"), {
      send: async () => {
        asked += 1;
        return "no-answer";
      },
    });
    expect(asked).toBe(3);
    index.answers(204);
    expect(await round(monday("09:08"))).toBe(4);
    expect(await round(monday("09:09"))).toBe(0);
    await index.close();
  });

  test("CWDC-2.20b: what is to be taken back goes before what is to be shown, however long that has been refused", async () => {
    const world = await anArea();
    const { area, areaId, index, nurse, teacher, round } = world;
    await leads(world, nurse, monday("09:00"));
    await round(monday("09:01"));
    const childId = await area.addChild({ givenName: "Ash" });
    await area.relate(teacher, childId, "named-person");
    const planId = await aPlanOf(area, teacher, { children: [childId] });
    await area.as(teacher, monday("09:10")).record.references.keep({
      ...{ idempotencyKey: newId(), childId, kind: "child-index", reference: "IDX 7", basis: "public-task" },
    });
    await leads({ area, areaId, childId, planId }, nurse, monday("09:10"));
    index.answers(500);
    await round(monday("09:11"));
    index.answers(204);
    await area.write((tx) =>
      tx
        .update(childLead)
        .set({ during: sql`tstzrange(lower(during), ${monday("09:20").toISOString()}::timestamptz)` })
        .where(eq(childLead.childId, world.childId)),
    );
    expect(await round(monday("09:20"))).toBe(2);
    expect(index.received.slice(-2).map(({ body }) => JSON.parse(body).lead?.name ?? null)).toEqual([
      null,
      "Amina Yusuf",
    ]);
    await index.close();
  });

  test("CWDC-2.20b: an overdue entry stays overdue when something else changes, with how often it was tried", async () => {
    const world = await anArea();
    const { area, index, nurse, worker, round, queue } = world;
    await leads(world, nurse, monday("09:00"));
    index.answers(503);
    await round(monday("09:01"));
    await calls(area, nurse, "01632 960999");
    await round(tuesday("09:00"));
    const first = { dueBy: "2026-11-24T00:00:00.000Z", clause: "CWDC 2.20", isOverdue: true };
    expect((await queue(tuesday("09:01"))).waiting[0]).toMatchObject({ ...first, tries: 2 });
    await leads(world, worker, tuesday("10:00"));
    await round(tuesday("10:00"), { isOver: () => true });
    expect((await queue(tuesday("10:01"))).waiting[0]).toMatchObject({
      ...{ ...first, tries: 2, lead: { name: "Dan Peel" } },
      problem: "It refused the entry.",
    });
    await area.write((tx) => tx.update(childIndex).set({ isOn: false }).where(eq(childIndex.areaId, world.areaId)));
    await round(tuesday("10:02"), { isOver: () => true });
    expect((await queue(tuesday("10:03"))).waiting[0]).toMatchObject({ ...first, tries: 2 });
    await index.close();
  });
});

describe("CWDC-2.20b: what must not be shown is taken back", () => {
  async function shown() {
    const world = await anArea();
    await leads(world, world.nurse, monday("09:00"));
    await world.round(monday("09:01"));
    return world;
  }

  test("CWDC-2.20b: the entry of a child whose whereabouts are protected from now on", async () => {
    const world = await shown();
    const { area, index, teacher, childId, round, queue, reference } = world;
    await area.as(teacher, monday("10:00")).restriction.record({
      ...{ idempotencyKey: newId(), childId, kind: "whereabouts", ownerId: teacher.practitionerId, readers: [] },
      ...{ reason: "Somebody looks for the family", reviewOn: localDate("2027-01-22") },
      safeContact: { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd", phone: "01632 960777" },
    });
    index.answers(500);
    await round(monday("10:01"));
    const [waiting] = (await queue(monday("10:02"))).waiting;
    expect(waiting).toMatchObject({ tries: 1 });
    expect(waiting).not.toHaveProperty("lead"); // the queue does not say whose
    index.answers(204);
    expect(await round(monday("10:05"))).toBe(1);
    expect(index.shows()).toEqual({ [reference]: null });
    expect((await auditOfIndex(world)).at(-1)).toMatchObject({ act: "child-index.taken-back", childId });
    expect(await round(tuesday("09:00"))).toBe(0);
    await index.close();
  });

  test("CWDC-2.20b: the entry of a brother or sister with the same lead: where that one works tells where both are", async () => {
    const world = await shown();
    const { area, areaId, index, teacher, round, reference } = world;
    const [{ leadId } = { leadId: "" }] = await area.write((tx) =>
      tx.select({ leadId: childLead.leadId }).from(childLead).where(eq(childLead.areaId, areaId)),
    );
    const other = await area.addChild({ givenName: "Wren" });
    await area.relate(teacher, other, "named-person");
    const during = { from: monday("09:30").toISOString() };
    await area.write((tx) =>
      tx.insert(childLead).values({ areaId, childLeadId: newId(), childId: other, leadId, during }),
    );
    expect(await round(monday("09:31"))).toBe(0);
    await area.as(teacher, monday("10:00")).restriction.record({
      ...{ idempotencyKey: newId(), childId: other, kind: "whereabouts", ownerId: teacher.practitionerId, readers: [] },
      ...{ reason: "Somebody looks for the family", reviewOn: localDate("2027-01-22") },
      safeContact: { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd", phone: "01632 960777" },
    });
    expect(await round(monday("10:01"))).toBe(1);
    expect(index.shows()).toEqual({ [reference]: null });
    await index.close();
  });

  test("CWDC-2.20b: the entry of a record that is sealed; nothing says afterwards whose it was", async () => {
    const world = await shown();
    const { area, index, health, childId, round, reference } = world;
    const one = await area.addPractitioner({ name: "Vic Orr", agencyId: health, role: "service-manager" });
    const other = await area.addPractitioner({ name: "Pat Vey", agencyId: health, role: "privacy-officer" });
    const { sealingId } = await area.as(one, monday("10:00")).sealing.ask({
      ...{ idempotencyKey: newId(), orderedOn: localDate("2026-11-16"), court: "The county court" },
      child: { by: "name", given: "Robin", family: "Ashdown", bornOn: localDate("2016-05-04") },
      reason: "An adoption order was made",
    });
    await area.as(other, monday("10:01")).sealing.decide({
      ...{ idempotencyKey: newId(), sealingId, outcome: "sealed", sawOrder: true },
      words: "Saw the order with the court's stamp",
    });
    expect(await round(monday("10:02"))).toBe(1);
    expect(index.shows()).toEqual({ [reference]: null });
    expect(index.received.at(-1)?.body).toBe(JSON.stringify({ reference, lead: null }));
    const last = (await auditOfIndex(world)).at(-1);
    expect(last).toMatchObject({ act: "child-index.taken-back", childId: null });
    const ids = await area.write((tx) =>
      tx.select({ detail: auditEntry.detail }).from(auditEntry).where(eq(auditEntry.act, "child-index.taken-back")),
    );
    expect(ids.map(({ detail }) => detail)).toEqual([{ tries: 1 }]); // nor by which entry it was
    expect(await area.write((tx) => tx.select().from(indexEntry))).toEqual([]);
    expect(childId).not.toBe(last?.childId);
    await index.close();
  });

  test("CWDC-2.20b: the entry of a sealed record is never the next record's: it is taken back first, and the new one has an entry of its own", async () => {
    const world = await shown();
    const { area, areaId, index, health, teacher, nurse, round, queue, reference } = world;
    const entries = () => area.write((tx) => tx.select().from(indexEntry).where(eq(indexEntry.areaId, areaId)));
    const [before] = await entries();
    const one = await area.addPractitioner({ name: "Vic Orr", agencyId: health, role: "service-manager" });
    const other = await area.addPractitioner({ name: "Pat Vey", agencyId: health, role: "privacy-officer" });
    const { sealingId } = await area.as(one, monday("10:00")).sealing.ask({
      ...{ idempotencyKey: newId(), orderedOn: localDate("2026-11-16"), court: "The county court" },
      child: { by: "name", given: "Robin", family: "Ashdown", bornOn: localDate("2016-05-04") },
      reason: "An adoption order was made",
    });
    await area.as(other, monday("10:01")).sealing.decide({
      ...{ idempotencyKey: newId(), sealingId, outcome: "sealed", sawOrder: true },
      words: "Saw the order with the court's stamp",
    });
    // the index is down; the same reference is recorded for the new record, with the same lead
    const childId = await area.addChild({ givenName: "Wren", familyName: "Moor" });
    await area.relate(teacher, childId, "named-person");
    const planId = await aPlanOf(area, teacher, { children: [childId] });
    await area.as(teacher, monday("10:02")).record.references.keep({
      idempotencyKey: newId(),
      childId,
      kind: "child-index",
      reference,
      basis: "public-task",
    });
    await leads({ area, areaId, childId, planId }, nurse, monday("10:02"));
    index.answers(500);
    await round(monday("10:03"));
    const [waiting] = await entries();
    expect(waiting).toMatchObject({ childId: null, wanted: null, shown: null, reference });
    expect(waiting?.entryId).not.toBe(before?.entryId);
    // it is due as any other that is to be taken back, so that nothing marks it
    expect((await queue(monday("10:04"))).waiting).toMatchObject([
      { dueBy: "2026-11-24T00:00:00.000Z", clause: "CWDC 2.20", tries: 1 },
    ]);
    index.answers(204);
    await round(monday("10:10"));
    await round(monday("10:11"));
    expect(index.received.slice(-2).map(({ body }) => JSON.parse(body).lead?.name ?? null)).toEqual([
      null,
      "Amina Yusuf",
    ]);
    const [after] = await entries();
    expect(after).toMatchObject({ childId });
    expect([before?.entryId, waiting?.entryId]).not.toContain(after?.entryId);
    const said = await area.write((tx) =>
      tx
        .select({ act: auditEntry.act, childId: auditEntry.childId, detail: auditEntry.detail })
        .from(auditEntry)
        .where(
          and(
            eq(auditEntry.areaId, areaId),
            sql`${auditEntry.act} like 'child-index.%' and ${auditEntry.act} <> 'child-index.sending'`,
          ),
        )
        .orderBy(auditEntry.entryId),
    );
    expect(said.map(({ act, childId: whose }) => [act, whose])).toEqual([
      ["child-index.published", world.childId],
      ["child-index.failed", null],
      ["child-index.taken-back", null],
      ["child-index.published", childId],
    ]);
    const named = said.map(({ detail }) => (detail as { entry?: string }).entry);
    expect(named).toEqual([before?.entryId, undefined, undefined, after?.entryId]);
    await index.close();
  });

  test("CWDC-2.20b: the entry of a brother or sister whom the same person leads in a plan of their own; another family's stays", async () => {
    const world = await shown();
    const { area, areaId, index, teacher, nurse, childId, round, reference } = world;
    const led = async (givenName: string, phone: string) => {
      const of = await area.addChild({ givenName });
      await area.relate(teacher, of, "named-person");
      const planId = await aPlanOf(area, teacher, { children: [of] });
      await leads({ area, areaId, childId: of, planId }, nurse, monday("09:10"));
      await hasMother(of, phone);
      return of;
    };
    const hasMother = (of: string, phone: string) =>
      area.write((tx) =>
        tx.insert(carer).values({
          ...{ areaId, carerId: newId(), childId: of, name: "Ana Reid", relationship: "mother", phone, position: "0" },
          recordedAt: aMonday.toISOString(),
        }),
      );
    const protect = (of: string, now: Date) =>
      area.as(teacher, now).restriction.record({
        ...{ idempotencyKey: newId(), childId: of, kind: "whereabouts", ownerId: teacher.practitionerId, readers: [] },
        ...{ reason: "Somebody looks for the family", reviewOn: localDate("2027-01-22") },
        safeContact: { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd", phone: "01632 960777" },
      });
    await hasMother(childId, "01632 960511");
    const stranger = await led("Ash", "01632 960512");
    const sister = await led("Wren", "01632 960511");
    await protect(stranger, monday("10:00"));
    expect(await round(monday("10:01"))).toBe(0);
    await protect(sister, monday("10:02"));
    expect(await round(monday("10:03"))).toBe(1);
    expect(index.shows()).toEqual({ [reference]: null });
    await index.close();
  });

  test("CWDC-2.20b: the entry of a plan that nobody leads any more, and a reference that was taken off or put right", async () => {
    const world = await shown();
    const { area, areaId, index, teacher, nurse, childId, round, reference } = world;
    const keep = (more: object, now: Date) =>
      area.as(teacher, now).record.references.keep({
        idempotencyKey: newId(),
        childId,
        kind: "child-index",
        was: reference,
        basis: "public-task",
        ...more,
      });
    await keep({ reference: "IDX 41" }, monday("10:00"));
    expect(await round(monday("10:01"))).toBe(2);
    expect(index.shows()).toMatchObject({ [reference]: null, "IDX 41": { name: nurse.practitionerName } });
    await area.write((tx) =>
      tx
        .update(childLead)
        .set({ during: sql`tstzrange(lower(during), ${monday("11:00").toISOString()}::timestamptz)` })
        .where(eq(childLead.areaId, areaId)),
    );
    expect(await round(monday("11:00"))).toBe(1);
    expect(index.shows()).toEqual({ [reference]: null, "IDX 41": null });
    await index.close();
  });

  test("CWDC-2.20b: every entry, once the index is switched off", async () => {
    const world = await shown();
    const { area, areaId, index, round, queue, reference } = world;
    await area.write((tx) => tx.update(childIndex).set({ isOn: false }).where(eq(childIndex.areaId, areaId)));
    expect(await round(monday("10:00"))).toBe(1);
    expect(index.shows()).toEqual({ [reference]: null });
    expect(await queue(monday("10:01"))).toMatchObject({ index: { isOn: false, shown: 0 }, waiting: [] });
    await index.close();
  });

  test("what the index may have after a try that was never answered is taken back too", async () => {
    const world = await anArea();
    const { area, areaId, index, nurse, round, reference } = world;
    await leads(world, nurse, monday("09:00"));
    index.answers(500);
    await round(monday("09:01"));
    await area.write((tx) => tx.update(childIndex).set({ isOn: false }).where(eq(childIndex.areaId, areaId)));
    index.answers(204);
    expect(await round(monday("09:30"))).toBe(1);
    expect(JSON.parse(index.received.at(-1)?.body ?? "{}")).toEqual({ reference, lead: null });
    await index.close();
  });

  test("of a child whose whereabouts were protected before, nothing is ever sent", async () => {
    const world = await anArea();
    const { area, index, teacher, nurse, childId, round } = world;
    await area.as(teacher, monday("08:40")).restriction.record({
      ...{ idempotencyKey: newId(), childId, kind: "whereabouts", ownerId: teacher.practitionerId, readers: [] },
      ...{ reason: "Somebody looks for the family", reviewOn: localDate("2027-01-22") },
      safeContact: { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd", phone: "01632 960777" },
    });
    await leads(world, nurse, monday("09:00"));
    expect(await round(monday("09:01"))).toBe(0);
    expect(index.received).toEqual([]);
    await index.close();
  });
});

describe("CWDC-2.20b: at the same second, and twice", () => {
  const ends = ({ area, areaId }: World, at: Date) =>
    area.write((tx) =>
      tx
        .update(childLead)
        .set({ during: sql`tstzrange(lower(during), ${at.toISOString()}::timestamptz)` })
        .where(eq(childLead.areaId, areaId)),
    );

  test("CWDC-2.20b: a lead who ends is shown until that second and taken back from it on; whoever follows at once is shown instead", async () => {
    const world = await anArea();
    const { index, nurse, worker, round, reference } = world;
    await leads(world, nurse, monday("09:00"));
    await round(monday("09:01"));
    await ends(world, tuesday("09:00"));
    expect(await round(new Date(tuesday("09:00").getTime() - 1))).toBe(0);
    expect(await round(tuesday("09:00"))).toBe(1);
    expect(index.shows()).toEqual({ [reference]: null });
    await leads(world, worker, tuesday("10:00"));
    await leads(world, nurse, tuesday("11:00"));
    await round(tuesday("11:00"));
    expect(index.shows()).toMatchObject({ [reference]: { name: "Amina Yusuf" } });
    await index.close();
  });

  test("CWDC-2.20b: while somebody stands in, the lead is shown still", async () => {
    const world = await anArea();
    const { area, areaId, index, planId, nurse, worker, round } = world;
    await leads(world, nurse, monday("09:00"));
    await round(monday("09:01"));
    await area.write((tx) =>
      tx.insert(actingLead).values({
        ...{
          areaId,
          actingLeadId: newId(),
          planId,
          practitionerId: worker.practitionerId,
          as: "deputy",
          reason: "leave",
        },
        ...{ during: { from: monday("10:00").toISOString() }, recordedBy: nurse.practitionerId },
        recordedAt: monday("10:00").toISOString(),
      }),
    );
    expect(await round(monday("10:01"))).toBe(0);
    expect(index.received).toHaveLength(1);
    await index.close();
  });

  test("what changed while an answer was out is not taken as shown, and is not sent beside it", async () => {
    const world = await anArea();
    const { index, nurse, worker, round, reference } = world;
    await leads(world, nurse, monday("09:00"));
    const sent: string[] = [];
    const first = await round(monday("09:01"), {
      send: async (to, body, at) => {
        sent.push(body);
        if (sent.length === 1) {
          await leads(world, worker, monday("09:01"));
          // another process looks meanwhile: it works out that somebody else leads, and leaves the entry alone
          expect(await round(monday("09:01"))).toBe(0);
          expect(index.received).toEqual([]);
        }
        return sendEntry(to, body, at);
      },
    });
    expect(first).toBe(1);
    expect(sent).toHaveLength(1);
    expect(await round(monday("09:02"))).toBe(1);
    expect(index.shows()).toMatchObject({ [reference]: { name: "Dan Peel" } });
    expect(await round(monday("09:03"))).toBe(0);
    await index.close();
  });

  test("what was sent when the process ended is sent again, and nothing that was to be sent is left out", async () => {
    const world = await anArea();
    const { index, nurse, round, reference } = world;
    await leads(world, nurse, monday("09:00"));
    const ended = new Error("the process ended");
    const dies = round(monday("09:01"), {
      send: async (to, body, at) => {
        await sendEntry(to, body, at);
        throw ended;
      },
    });
    await expect(dies).rejects.toBe(ended);
    expect(await round(monday("09:01"))).toBe(0);
    expect(await round(monday("09:02"))).toBe(1);
    expect(index.received.map(({ body }) => body)).toEqual(Array(2).fill(index.received[0]?.body));
    expect(index.shows()).toMatchObject({ [reference]: { name: "Amina Yusuf" } });
    expect(await round(monday("09:10"))).toBe(0);
    await index.close();
  });

  test("that an entry is about to leave is in the audit before it does, and on no list of the family", async () => {
    const world = await anArea();
    const { area, nurse, teacher, childId, round } = world;
    await leads(world, nurse, monday("09:00"));
    const before: string[] = [];
    const send = async () => {
      before.push(...(await wholeAuditOfIndex(world)).map(({ act, childId: whose }) => `${act} of ${whose}`));
      return "kept" as const;
    };
    await round(monday("09:01"), { send });
    expect(before).toEqual([`child-index.sending of ${childId}`]);
    expect((await wholeAuditOfIndex(world)).map(({ act }) => act)).toEqual([
      "child-index.sending",
      "child-index.published",
    ]);
    // one thing that happened is one line for the family
    const told = JSON.stringify(await area.as(teacher, monday("09:03")).record.whoLooked({ childId }));
    expect(told).not.toContain("about to write");
    await world.index.close();
  });

  test("a process that is about to end begins no other entry", async () => {
    const world = await anArea();
    await leads(world, world.nurse, monday("09:00"));
    expect(await world.round(monday("09:01"), { isOver: () => true })).toBe(0);
    expect(world.index.received).toEqual([]);
    await world.index.close();
  });
});

describe("CWDC-2.20b: the key is with the service, and in no table", () => {
  test("without the area's key nothing is sent; the queue says whose it is to mend, and nothing counts as shown", async () => {
    const world = await anArea();
    const { area, index, teacher, nurse, childId, round, queue } = world;
    await leads(world, nurse, monday("09:00"));
    expect(await round(monday("09:01"), { keys: { elsewhere: key } })).toBe(0);
    expect(index.received).toEqual([]);
    const [waiting] = (await queue(monday("09:02"))).waiting;
    expect(waiting?.problem).toContain("The operator has to write the area's key");
    expect(await area.write((tx) => tx.select().from(indexEntry))).toMatchObject([{ mayStand: false, shown: null }]);
    expect((await auditOfIndex(world)).map(({ act }) => act)).toEqual(["child-index.not-sent"]);
    // nothing left us: the family is not told that anything did
    const told = await area.as(teacher, monday("09:03")).record.whoLooked({ childId });
    expect(JSON.stringify(told)).not.toContain("index of children");
    expect(await round(monday("09:05"))).toBe(1);
    await index.close();
  });

  test("no column of the database holds it", async () => {
    const world = await anArea();
    await leads(world, world.nurse, monday("09:00"));
    await world.round(monday("09:01"));
    const kept = await world.area.write(async (tx) => [
      await tx.select().from(childIndex),
      await tx.select().from(indexEntry),
      await tx.select().from(auditEntry),
    ]);
    expect(kept.flat().length).toBeGreaterThan(2);
    expect(JSON.stringify(kept)).not.toContain(key);
    await world.index.close();
  });

  test("where nobody is at the address, the entry counts as never sent: another address may be set at once", async () => {
    const world = await anArea();
    const { area, index, nurse, round } = world;
    await leads(world, nurse, monday("09:00"));
    await index.close();
    await round(monday("09:01"));
    expect(await area.write((tx) => tx.select().from(indexEntry))).toMatchObject([
      { mayStand: false, tries: 1, problem: "unreachable" },
    ]);
  });
});

describe("CWDC-2.20b: who sees what waits for the index", () => {
  test("the co-ordinator and service managers; nobody else, and nobody who is held back from the child", async () => {
    const world = await anArea();
    const { area, areaId, index, teacher, nurse, coordinator, childId, round, queue, health } = world;
    await leads(world, nurse, monday("09:00"));
    index.answers(500);
    await round(monday("09:01"));
    const service = await area.addPractitioner({ name: "Vic Orr", agencyId: health, role: "service-manager" });
    expect((await queue(tuesday("09:00"), service)).waiting).toHaveLength(1);
    expect(JSON.stringify(await queue(tuesday("09:00")))).not.toMatch(
      new RegExp(`${childId}|IDX|Robin|${key}|from=linchpin`),
    );
    for (const role of ["practitioner", "team-manager", "privacy-officer"] as const) {
      const person = await area.addPractitioner({ name: `A ${role}`, agencyId: health, role });
      expect(await refusalOf(queue(tuesday("09:00"), person))).toMatchObject({ kind: "not-allowed" });
    }
    expect(await refusalOf(queue(tuesday("09:00"), teacher))).toMatchObject({ kind: "not-allowed" });
    const { practitionerId } = coordinator;
    await area.write((tx) =>
      tx.insert(accessBlock).values({
        ...{ areaId, blockId: newId(), practitionerId, childId, because: "declared", tie: "niece-or-nephew" },
        ...{ during: { from: aMonday.toISOString() }, recordedBy: practitionerId, recordedAt: aMonday.toISOString() },
      }),
    );
    expect((await queue(tuesday("09:00"))).waiting).toEqual([]);
    await index.close();
  });

  test("another area's queue and index are its own; an area without one has none", async () => {
    const world = await anArea();
    await leads(world, world.nurse, monday("09:00"));
    const other = await aTestArea(database, { edition: "england" });
    const agencyId = await other.addAgency("health");
    const theirs = await other.addPractitioner({ name: "Una Voe", agencyId, role: "coordinator" });
    expect(await publishLeadsOf(database, other.areaId, () => monday("09:01"), { keys })).toBe(0);
    expect(await other.as(theirs).record.childIndex()).toEqual({ index: null, waiting: [] });
    await world.index.close();
  });
});
