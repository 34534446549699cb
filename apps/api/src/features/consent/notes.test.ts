import { type KeepNote, localDate, type PassNoteOn, type Told } from "@linchpin/domain";
import { eq, sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { notice } from "../../db/schema/change.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { samplesOf } from "../../testing/hostile.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aWholeWorld, mayAsk, procedures } from "../../testing/whole-world.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const day = localDate("2026-11-23");
const told: Told = { told: "yes", on: day, how: "In the bus" };
const notYet: Told = { told: "not-yet" };
const canary = "Zephyrine-quillon";
const none = { kind: "not-visible", what: "note" };
/** A Monday and five working days: the first day on which it is late. */
const afterFiveDays = new Date("2026-12-01T10:00:00.000Z");

const aNote = (more: Partial<KeepNote> = {}): KeepNote => ({
  idempotencyKey: newKey(),
  about: `${canary} of class 3`,
  words: `${canary} is afraid to go home on Fridays`,
  heardOn: day,
  childSaid: "no",
  ...more,
});

/** A driver who has no part in any child's care, and the child's named person. */
async function aDriver(edition = "highland") {
  const of = await aCase(database, { edition });
  const driver = await of.area.addPractitioner({ name: "Iain Gow", agencyId: of.agencies.education, title: "Driver" });
  const notes = of.area.as(driver).consent.notes;
  const keep = async (more: Partial<KeepNote> = {}) => (await notes.keep(aNote(more))).noteId;
  const passing = (noteId: string, more: Partial<PassNoteOn> = {}): PassNoteOn => ({
    idempotencyKey: newKey(),
    noteId,
    version: 1,
    toId: of.teacher.practitionerId,
    isReferral: false,
    childTold: notYet,
    ...more,
  });
  return { ...of, driver, notes, keep, passing };
}

describe("a note is its author's alone", () => {
  test("another's reads the same as none, whoever asks and whatever they would do with it", async () => {
    const of = await aDriver();
    const noteId = await of.keep();
    const officer = await of.area.addPractitioner({
      name: "Pat Vey",
      agencyId: of.agencies.health,
      role: "privacy-officer",
    });
    for (const who of [of.teacher, of.head, of.helen, officer]) {
      const { notes } = of.area.as(who).consent;
      expect(await notes.list()).toEqual({ notes: [], passedToYou: [] });
      const seen = { idempotencyKey: newKey(), version: 1 };
      for (const id of [noteId, newId()])
        for (const call of [
          () => notes.one({ noteId: id }),
          () => notes.passedToYou({ noteId: id }),
          () => notes.lookAgain({ ...seen, noteId: id, childSaid: "yes" }),
          () => notes.passOn({ ...of.passing(id), idempotencyKey: newKey(), toId: of.nurse.practitionerId }),
          () => notes.throwAway({ ...seen, noteId: id }),
        ])
          expect(await refusalOf(call())).toEqual(none);
    }
    expect((await of.notes.list()).notes).toMatchObject([{ noteId, childSaid: "no" }]);
  });

  test("no procedure shows anybody else that there is one; nothing of it lies in any other table", {
    timeout: 300_000,
  }, async () => {
    const world = await aWholeWorld(database, "highland");
    const { area, teacher } = world.of;
    const author = await area.addPractitioner({
      name: "Iain Gow",
      agencyId: world.of.agencies.education,
      title: "Driver",
    });
    await doDue(database, area.areaId, afterFiveDays);
    const before = await answersOf(world, teacher);
    const { noteId } = await area.as(author).consent.notes.keep(aNote());
    await refusalOf(
      area.as(author).consent.notes.passOn({
        idempotencyKey: newKey(),
        noteId,
        version: 1,
        toId: teacher.practitionerId,
        isReferral: false,
        childTold: notYet,
      }),
    );
    await doDue(database, area.areaId, afterFiveDays);
    // The named person's pages are word for word what they were: no count, no notice, no duty came of it.
    expect(await answersOf(world, teacher)).toEqual(before);
    let asked = 0;
    for (const who of world.people)
      for (const [path, text] of await answersOf(world, who)) {
        asked += 1;
        expect(text.includes(canary) || text.includes(noteId), `${path} as ${who.role}`).toBe(false);
      }
    expect(asked).toBeGreaterThan(200);
    const tables = await area.write((tx) =>
      rowsOf<{ name: string; columns: string }>(
        tx,
        sql`select c.relname as name, string_agg(quote_ident(a.attname), ', ') as columns
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_column_privilege(c.oid, a.attnum, 'select') group by 1`,
      ),
    );
    for (const { name, columns } of tables) {
      const rows = await area.write((tx) =>
        rowsOf<object>(tx, sql`select ${sql.raw(columns)} from ${sql.identifier(name)}`),
      );
      expect(JSON.stringify(rows).includes(canary), name).toBe(false);
    }
    const entries = await area.write((tx) =>
      tx.select().from(auditEntry).where(eq(auditEntry.practitionerId, author.practitionerId)),
    );
    expect(entries.map(({ act, outcome, childId }) => [act, outcome, childId])).toEqual([
      ["private-note.keep", "changed", null],
      ["private-note.pass-on", "refused", null],
    ]);
  });

  test("row security alone shows nobody else that its author was at work on a note", async () => {
    const of = await aDriver();
    await of.keep();
    const seenBy = (who: TestPerson) =>
      database.inArea(
        { areaId: of.area.areaId, practitionerId: who.practitionerId, now: aMonday.toISOString(), as: "person" },
        (tx) => rowsOf<{ act: string }>(tx, sql`select act from audit_entry where act like 'private-note.%'`),
      );
    for (const who of [of.teacher, of.head, of.worker]) expect(await seenBy(who)).toEqual([]);
    expect(await seenBy(of.driver)).toHaveLength(1);
  });

  test("thrown away, nothing is left of it", async () => {
    const of = await aDriver();
    const noteId = await of.keep();
    await of.notes.throwAway({ idempotencyKey: newKey(), noteId, version: 1 });
    expect((await of.notes.list()).notes).toEqual([]);
    const left = await database.inArea(
      { areaId: of.area.areaId, practitionerId: of.driver.practitionerId, now: aMonday.toISOString(), as: "person" },
      (tx) => rowsOf<object>(tx, sql`select * from change_made`),
    );
    expect(JSON.stringify(left)).not.toContain(canary);
  });
});

/** They tell of looks, of which this test makes many. */
const ofTheAudit = ["record.looks", "record.whoLooked"];

/** What every query answers somebody, by its path. */
async function answersOf(world: Awaited<ReturnType<typeof aWholeWorld>>, who: TestPerson) {
  const caller = world.of.area.as(who);
  const answers = new Map<string, string>();
  for (const [path, { _def }] of procedures.filter(([, one]) => one._def.type === "query")) {
    if (!mayAsk(_def.meta?.act, who) || ofTheAudit.includes(path)) continue;
    const [schema] = _def.inputs ?? [];
    const samples = schema === undefined ? [undefined] : samplesOf(schema, world.known).slice(0, 2);
    for (const [at, sample] of samples.entries()) {
      const call = path.split(".").reduce<unknown>((on, part) => (on as Record<string, unknown>)[part], caller);
      const answer = await (call as (input: unknown) => Promise<unknown>)(sample).catch(() => "refused");
      answers.set(`${path} ${at}`, JSON.stringify(answer) ?? "");
    }
  }
  return answers;
}

describe("HIG-71: the child is asked before anything is passed on", () => {
  test("a yes: it goes to the named person in full, who is told and reads it; nobody else does", async () => {
    const of = await aDriver();
    const noteId = await of.keep({ childSaid: "yes" });
    await of.notes.passOn(of.passing(noteId));
    const read = await of.area.as(of.teacher).consent.notes.passedToYou({ noteId });
    expect(read).toMatchObject({ words: aNote().words, about: aNote().about, by: "Iain Gow", childSaid: "yes" });
    expect(await refusalOf(of.area.as(of.head).consent.notes.passedToYou({ noteId }))).toEqual(none);
    await doDue(database, of.area.areaId, aMonday);
    const notices = await of.area.write((tx) =>
      tx.select().from(notice).where(eq(notice.act, "private-note.passed-on")),
    );
    expect(notices.map(({ practitionerId, childId }) => [practitionerId, childId])).toEqual([
      [of.teacher.practitionerId, null],
    ]);
    expect(JSON.stringify(notices)).not.toContain(canary);
    expect(await refusalOf(of.notes.passOn(of.passing(noteId, { version: 2 })))).toMatchObject({ kind: "already" });
    expect(await refusalOf(of.notes.throwAway({ idempotencyKey: newKey(), noteId, version: 2 }))).toMatchObject({
      kind: "already",
    });
  });

  test.each(["not-asked", "no"] as const)(
    "%s and no reason: it cannot be sent, and nobody is told anything",
    async (childSaid) => {
      const of = await aDriver();
      const noteId = await of.keep({ childSaid });
      expect(await refusalOf(of.notes.passOn(of.passing(noteId)))).toMatchObject({
        kind: "input",
        problems: [{ path: "because" }],
      });
      await doDue(database, of.area.areaId, aMonday);
      expect(
        await of.area.write((tx) => tx.select().from(notice).where(eq(notice.act, "private-note.passed-on"))),
      ).toEqual([]);
      expect((await of.notes.list()).notes[0]?.passed).toBeUndefined();
    },
  );

  test("it goes to one person who works here, and not to oneself", async () => {
    const of = await aDriver();
    const noteId = await of.keep({ childSaid: "yes" });
    for (const toId of [of.driver.practitionerId, newId()])
      expect(await refusalOf(of.notes.passOn(of.passing(noteId, { toId })))).toMatchObject({
        kind: "input",
        problems: [{ path: "toId" }],
      });
  });
});

describe("HIG-72: after a no it goes for a good reason, and the child is told so, or it is written down why not", () => {
  const because = "He said that he would be hurt that night";

  test("without the telling it stays; told, it goes with the reason", async () => {
    const of = await aDriver();
    const noteId = await of.keep();
    const reason = { reason: "good", because } as const;
    expect(await refusalOf(of.notes.passOn(of.passing(noteId, reason)))).toMatchObject({
      kind: "input",
      problems: [{ path: "childTold" }],
    });
    await of.notes.passOn(of.passing(noteId, { ...reason, childTold: told }));
    expect(await of.area.as(of.teacher).consent.notes.passedToYou({ noteId })).toMatchObject({
      because,
      childTold: { told: "yes", on: day },
    });
  });

  test("a referral goes at once, whatever the child said; why is written down afterwards, once", async () => {
    const of = await aDriver();
    const noteId = await of.keep({ childSaid: "not-asked" });
    await of.notes.passOn(of.passing(noteId, { isReferral: true }));
    const [passed] = (await of.notes.list()).notes;
    expect(passed?.passed).toMatchObject({ isReferral: true, isIncomplete: true, to: "Morag Shaw" });
    const why = { noteId, version: 2, reason: "very-good" as const, because };
    await of.notes.writeDownWhy({ ...why, idempotencyKey: newKey() });
    expect((await of.notes.list()).notes[0]?.passed).toMatchObject({ isIncomplete: false, because });
    expect(await refusalOf(of.notes.writeDownWhy({ ...why, version: 3, idempotencyKey: newKey() }))).toMatchObject({
      kind: "already",
    });
  });
});

test("HD-13: its author looks again within five working days, is reminded before that, and nobody else has a clock", async () => {
  const of = await aDriver();
  const noteId = await of.keep();
  const [note] = (await of.notes.list()).notes;
  expect(note?.lookAgain?.clock).toMatchObject({ state: "running", left: "5 working days left" });
  const today = (who: TestPerson, at: Date) => of.area.as(who, at).record.today();
  expect((await today(of.driver, aMonday)).notesToLookAt).toBe(0);
  expect((await today(of.driver, afterFiveDays)).notesToLookAt).toBe(1);
  expect((await today(of.teacher, afterFiveDays)).notesToLookAt).toBe(0);
  await of.area
    .as(of.driver, afterFiveDays)
    .consent.notes.lookAgain({ idempotencyKey: newKey(), noteId, version: 1, childSaid: "yes" });
  expect((await today(of.driver, afterFiveDays)).notesToLookAt).toBe(0);
  expect((await of.notes.list()).notes).toMatchObject([{ childSaid: "yes", version: 2 }]);
});

test("where an area's documents know no such clock, a note is kept all the same", async () => {
  const of = await aDriver("wigan");
  const noteId = await of.keep();
  const { note, silent } = await of.notes.one({ noteId });
  expect(note.lookAgain).toBeUndefined();
  expect(silent).toBeDefined();
});
