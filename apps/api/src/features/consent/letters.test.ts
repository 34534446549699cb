import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { restriction } from "../../db/schema/access.ts";
import { carer, childAddress } from "../../db/schema/child.ts";
import { practitioner } from "../../db/schema/practitioner.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { sentCopy } from "../../db/schema/sent-copy.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { addCarer, aSchool, assigning, known } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const now = aMonday.toISOString();
const longAgo = "2026-03-02T09:00:00.000Z";

/** A school whose office writes to Ewan Muir, of P6, and to his mother that Mr Bain is his named person. */
async function aClass() {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const addPupil = async (givenName: string, mothersName: string, lives = "9 Mill Brae") => {
    const childId = await school.addPupil({ givenName, familyName: "Muir", group: "P6" });
    const mother = await addCarer(area, childId, mothersName);
    await live(childId, lives);
    await area.as(school.head).namedPerson.assign(assigning(childId, school.bain));
    return { childId, mother };
  };
  const live = (childId: string, line1: string, since = longAgo) =>
    area.write(async (tx) => {
      await tx.update(childAddress).set({ supersededAt: since }).where(eq(childAddress.childId, childId));
      await tx.insert(childAddress).values({
        ...{ areaId: area.areaId, addressId: newId(), childId, line1 },
        town: "Testburgh",
        recordedAt: since,
      });
    });
  const { childId: ewan, mother } = await addPupil("Ewan", "Ana Muir");
  const restrict = (
    given: {
      kind: "whereabouts" | "contact-risk";
      adult?: string;
      safeContact?: { readonly name: string; readonly address: string };
    },
    childId = ewan,
  ) =>
    area.write((tx) =>
      tx.insert(restriction).values({
        areaId: area.areaId,
        childId,
        restrictionId: newId(),
        ...given,
        ...(given.kind === "whereabouts" && given.safeContact === undefined
          ? { safeContact: { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd" } }
          : {}),
        ownerId: school.head.practitionerId,
        recordedBy: school.head.practitionerId,
        during: { from: now },
        reason: "An order of the court",
        reviewOn: localDate("2027-01-20"),
        recordedAt: now,
      }),
    );
  const lettersFor = (who: TestPerson) => area.as(who).consent.letters;
  const office = lettersFor(school.office);
  const { establishmentId } = school;
  const run = (way: "post" | "handed-over" = "post") => office.run({ establishmentId, way });
  const sendAll = async (way: "post" | "handed-over" = "post") => {
    const { ready } = await run(way);
    return office.send({ idempotencyKey: newKey(), way, letters: ready.map(asShown) });
  };
  const kept = () =>
    area.write((tx) => tx.select().from(sentCopy).where(eq(sentCopy.areaId, area.areaId)).orderBy(sentCopy.sentCopyId));
  return { area, school, ewan, mother, addPupil, live, restrict, office, lettersFor, run, sendAll, kept };
}

const asShown = ({ tellingId, hash }: { readonly tellingId: string; readonly hash: string }) => ({
  tellingId,
  hash,
  clearings: [],
  addressConfirmed: false,
  againConfirmed: false,
  nobodyNearConfirmed: false,
});

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("HIG-63: letters that tell a family who the named person is leave by one step, and are kept as they went", () => {
  test("what needs no clearing goes in one go, dated, each to whom it is for at the last known address", async () => {
    const { area, school, office, run, kept, ewan, mother } = await aClass();
    const { ready, oneByOne, without, sheet } = await run();
    expect(ready.map(({ to }) => to).sort()).toEqual(["Ana Muir", "Ewan Muir"]);
    expect([oneByOne, without]).toEqual([[], []]);
    const { sent, changed } = await office.send({
      idempotencyKey: newKey(),
      way: "post",
      letters: ready.map(asShown),
    });
    expect([sent, changed]).toEqual([2, []]);
    const rows = await kept();
    expect(rows).toMatchObject(Array(2).fill({ childId: ewan, kind: "letter", basis: "their-own", way: "post" }));
    const toMother = rows.find(({ recipientId }) => recipientId === mother);
    expect(toMother).toMatchObject({ addressedTo: "Ana Muir", address: "9 Mill Brae\nTestburgh" });
    expect(new Set(rows.map(({ runId }) => runId)).size).toBe(1);
    const letter = textOf(toMother?.bytes ?? new Uint8Array());
    expect(letter).toContain("Ana Muir<br>9 Mill Brae<br>Testburgh");
    expect(letter).toContain("23 November 2026");
    expect(letter).toContain("Mr Bain is the named person for Ewan");
    // what was shown is what went
    const bodyOf = (html: string) => html.slice(html.indexOf("<body>") + 6, html.indexOf("</body>")).trim();
    expect(sheet).toContain(bodyOf(letter));
    // who was written to is still to be recorded as told, and the list says that a letter went
    const { tellings } = known(await area.as(school.office).namedPerson.toTell({ childId: ewan }));
    expect(tellings.map((one) => one.letter)).toEqual(
      Array(2).fill({ sentCopyId: expect.any(String), what: "A letter", on: "2026-11-23", by: "Una Keir" }),
    );
  });

  test("they open again exactly as they went, for whoever still tells the family, and for nobody else", async () => {
    const { area, school, office, sendAll, kept, lettersFor } = await aClass();
    const { sentCopyId } = await sendAll();
    if (sentCopyId === null) throw new Error("nothing was sent");
    const again = await office.sent({ letterId: sentCopyId });
    expect(again).toMatchObject({ by: "Una Keir", letters: [{ isIntact: true }, { isIntact: true }] });
    for (const { bytes } of await kept()) {
      const html = textOf(bytes);
      expect(again.sheet).toContain(html.slice(html.indexOf("<h1>"), html.indexOf("</body>")).trim());
    }
    expect((await lettersFor(school.bain).sent({ letterId: sentCopyId })).letters).toHaveLength(2);
    const other = await aSchool(area, { name: "Gull Road School" });
    const nothing = { kind: "not-visible", what: "copy" };
    for (const person of [school.ross, other.office]) {
      expect(await refusalOf(lettersFor(person).sent({ letterId: sentCopyId }))).toEqual(nothing);
      expect(await refusalOf(lettersFor(person).sent({ letterId: newId() }))).toEqual(nothing);
    }
  });

  test("among what was sent about the child a letter is the child's or the mother's, and about no plan", async () => {
    const { area, school, sendAll, ewan } = await aClass();
    await sendAll();
    const { copies } = await area.as(school.bain).consent.copies.sent({ childId: ewan });
    expect(copies.map(({ kind, to }) => [kind.code, to]).sort()).toEqual([
      ["letter", "Ana Muir"],
      ["letter", "Ewan Muir"],
    ]);
  });

  test("nobody else makes or sends a letter to the family: it is not there", async () => {
    const { area, school, run, lettersFor, kept } = await aClass();
    const other = await aSchool(area, { name: "Gull Road School" });
    const { ready } = await run();
    for (const person of [school.ross, other.office, other.head]) {
      const letters = lettersFor(person);
      expect((await letters.run({ way: "post" })).ready).toEqual([]);
      const [one] = ready;
      if (one === undefined) throw new Error("no letter");
      expect(await refusalOf(letters.look({ tellingId: one.tellingId, way: "post", clearings: [] }))).toEqual({
        kind: "not-visible",
        what: "letter",
      });
      expect(
        await refusalOf(letters.send({ idempotencyKey: newKey(), way: "post", letters: [asShown(one)] })),
      ).toMatchObject({ kind: "changed-since" });
    }
    expect(await kept()).toEqual([]);
  });

  test("each letter is in the chronology and in the audit; sent twice it went once", async () => {
    const { area, office, run, ewan, kept } = await aClass();
    const { ready } = await run();
    const command = { idempotencyKey: newKey(), way: "post" as const, letters: ready.map(asShown) };
    expect(await office.send(command)).toEqual(await office.send(command));
    expect(await kept()).toHaveLength(2);
    const steps = await area.write((tx) =>
      tx
        .select()
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, ewan), eq(chronologyEntry.act, "consent.letter-sent"))),
    );
    expect(steps.map(({ title }) => title).sort()).toEqual([
      "A letter went to Ana Muir: to tell them who the named person is",
      "A letter went to the child: to tell them who the named person is",
    ]);
    const entries = await area.write((tx) =>
      tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.childId, ewan), eq(auditEntry.act, "consent.letter-sent"))),
    );
    expect(entries).toHaveLength(2);
  });
});

describe("HIG-63: nobody is written to twice about the same by mistake", () => {
  test("whom a letter went to is not among those who are ready; of two who looked at the same letters, one sends them", async () => {
    const { office, run, school, lettersFor, kept } = await aClass();
    const { ready } = await run();
    const head = lettersFor(school.head);
    const looked = await head.run({ establishmentId: school.establishmentId, way: "post" });
    await office.send({ idempotencyKey: newKey(), way: "post", letters: ready.map(asShown) });
    const again = await head.send({ idempotencyKey: newKey(), way: "post", letters: looked.ready.map(asShown) });
    expect(again).toMatchObject({ sent: 0, sentCopyId: null });
    expect(again.changed).toHaveLength(2);
    expect(await run()).toMatchObject({ ready: [], oneByOne: [], hasMore: false });
    expect(await kept()).toHaveLength(2);
  });

  test("of one child they are listed with the day, and another goes once somebody made sure of it", async () => {
    const { ewan, office, sendAll, kept } = await aClass();
    await sendAll();
    const { ready, oneByOne } = await office.run({ childId: ewan, way: "post" });
    expect(ready).toEqual([]);
    expect(oneByOne.map(({ why }) => why)).toEqual(
      Array(2).fill(["A letter about it went on 23 November 2026, sent by Una Keir. Make sure that another is to go."]),
    );
    const tellingId = oneByOne[0]?.tellingId ?? "";
    const { hash } = await office.look({ tellingId, way: "post", clearings: [] });
    const send = (againConfirmed: boolean) =>
      office.send({
        idempotencyKey: newKey(),
        way: "post",
        letters: [{ ...asShown({ tellingId, hash }), againConfirmed }],
      });
    expect(await refusalOf(send(false))).toMatchObject({ kind: "input" });
    expect(await send(true)).toMatchObject({ sent: 1 });
    expect(await kept()).toHaveLength(3);
  });
});

describe("the recipient's address is checked against the last change", () => {
  test.each([
    ["2026-10-26", "still asked about on the 28th day", 1],
    ["2026-10-25", "not on the 29th", 0],
  ])("one that changed on %s is %s", async (on, _, asked) => {
    const { live, ewan, run, office, kept } = await aClass();
    await live(ewan, "2 Shore Road", `${on}T09:00:00.000Z`);
    const { ready, oneByOne } = await run();
    expect(oneByOne).toHaveLength(asked * 2);
    expect(ready).toHaveLength(2 - asked * 2);
    const [one] = oneByOne;
    if (one === undefined) return;
    const look = await office.look({ tellingId: one.tellingId, way: "post", clearings: [] });
    expect(look.destination?.askedAgain).toContain("Make sure of it with the family");
    const letter = asShown({ tellingId: one.tellingId, hash: look.hash });
    const send = (more: object) =>
      office.send({ idempotencyKey: newKey(), way: "post", letters: [{ ...letter, ...more }] });
    expect(await refusalOf(send({}))).toMatchObject({ kind: "input" });
    expect(await send({ addressConfirmed: true })).toMatchObject({ sent: 1 });
    expect(await kept()).toMatchObject([{ addressConfirmed: "yes", address: "2 Shore Road\nTestburgh" }]);
  });

  test("one that changed since the letter was shown is asked about again: that letter stays, the others go", async () => {
    const { run, office, addPupil, live, ewan, kept } = await aClass();
    const { childId: isla } = await addPupil("Isla", "Una Muir");
    const { ready } = await run();
    await live(ewan, "2 Shore Road", now);
    const done = await office.send({ idempotencyKey: newKey(), way: "post", letters: ready.map(asShown) });
    expect(done).toMatchObject({ sent: 2 });
    expect(done.changed.sort()).toEqual(
      ready.flatMap(({ childId, tellingId }) => (childId === ewan ? [tellingId] : [])).sort(),
    );
    expect((await kept()).map(({ childId }) => childId)).toEqual([isla, isla]);
  });

  test("without an address it is not posted; handed over it goes, and bears none", async () => {
    const { area, ewan, run, sendAll, kept } = await aClass();
    await area.write((tx) => tx.update(childAddress).set({ supersededAt: now }).where(eq(childAddress.childId, ewan)));
    expect((await run()).oneByOne.map(({ why }) => why)).toEqual(
      Array(2).fill(["No address is on record. Hand it over, or record the address first."]),
    );
    expect(await sendAll("handed-over")).toMatchObject({ sent: 2 });
    expect(await kept()).toMatchObject(Array(2).fill({ way: "handed-over", address: null }));
  });
});

test("HIG-63: somebody who was recorded as told since the letters were shown gets none, and the others go", async () => {
  const { area, school, run, office, kept } = await aClass();
  const { ready } = await run();
  const [first, other] = ready;
  await area.as(school.bain).namedPerson.recordTold({
    ...{ idempotencyKey: newKey(), tellingIds: [first?.tellingId ?? ""] },
    ...{ toldOn: localDate("2026-11-23"), how: "in-person" as const },
  });
  const done = await office.send({ idempotencyKey: newKey(), way: "post", letters: ready.map(asShown) });
  expect(done).toMatchObject({ sent: 1, changed: [first?.tellingId] });
  expect(await kept()).toMatchObject([{ tellingId: other?.tellingId }]);
});

describe("nobody who must not hear gets a letter", () => {
  test("a restriction put on since the letter was shown: it does not go home, it goes to the safe contact", async () => {
    const { run, office, restrict, kept, sendAll } = await aClass();
    const { ready } = await run();
    await restrict({ kind: "whereabouts" });
    const done = await office.send({ idempotencyKey: newKey(), way: "post", letters: ready.map(asShown) });
    expect([done.sent, done.sentCopyId, done.changed.length]).toEqual([0, null, 2]);
    expect(await sendAll()).toMatchObject({ sent: 2 });
    for (const row of await kept()) {
      expect(row).toMatchObject({ addressedTo: "Gail Moor, duty social worker", address: "4 Kirk Wynd" });
      expect(textOf(row.bytes)).not.toMatch(/Mill Brae|Testburgh|Tern Lane/);
    }
  });

  test("while it is kept where the child is, who may not know reads again what they sent, and nothing that went before", async () => {
    const { area, school, restrict, sendAll, lettersFor, ewan } = await aClass();
    const before = await sendAll();
    await restrict({ kind: "whereabouts" });
    const bain = lettersFor(school.bain);
    expect(await refusalOf(bain.sent({ letterId: before.sentCopyId ?? "" }))).toMatchObject({ kind: "not-visible" });
    const { oneByOne } = await bain.run({ childId: ewan, way: "post" });
    const letters: ReturnType<typeof asShown>[] = [];
    for (const { tellingId } of oneByOne) {
      const looked = await bain.look({ tellingId, way: "post", clearings: [] });
      // which letter went before, and where, stays shut; that one went does not
      expect(looked.wentBefore).toContain("went on 23 November 2026, sent by Una Keir");
      letters.push({ ...asShown(looked), againConfirmed: true });
    }
    const { sentCopyId } = await bain.send({ idempotencyKey: newKey(), way: "post", letters });
    const again = await bain.sent({ letterId: sentCopyId ?? "" });
    expect(again.letters).toHaveLength(2);
    expect(JSON.stringify(again)).not.toMatch(/Mill Brae|Testburgh|Tern Lane|Ana Muir/);
    const steps = await area.write((tx) =>
      tx.select().from(chronologyEntry).where(eq(chronologyEntry.act, "consent.letter-sent")),
    );
    expect(steps.filter(({ title }) => title.includes("Ana"))).toHaveLength(1);
  });

  test("a safe contact in the child's own town, who is on the child's record as well, stands whole on the letter as it is shown, sent and printed again", async () => {
    const { area, school, ewan, restrict, lettersFor, kept } = await aClass();
    await addCarer(area, ewan, "Gail Moor");
    const safeContact = { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd\nTestburgh" };
    await restrict({ kind: "whereabouts", safeContact });
    const bain = lettersFor(school.bain);
    const { ready } = await bain.run({ childId: ewan, way: "post" });
    const [one] = ready;
    if (one === undefined) throw new Error("no letter");
    const look = await bain.look({ tellingId: one.tellingId, way: "post", clearings: [] });
    expect(look.destination).toMatchObject({ to: safeContact.name, address: safeContact.address });
    const { sentCopyId } = await bain.send({ idempotencyKey: newKey(), way: "post", letters: [asShown(one)] });
    const again = await bain.sent({ letterId: sentCopyId ?? "" });
    const [row] = await kept();
    expect(look.html).toBe(textOf(row?.bytes ?? new Uint8Array()));
    expect(again.sheet).toContain("Gail Moor, duty social worker<br>4 Kirk Wynd<br>Testburgh");
    // the town by itself is still kept
    expect(
      JSON.stringify(again).replaceAll("4 Kirk Wynd<br>Testburgh", "").replaceAll("4 Kirk Wynd\\nTestburgh", ""),
    ).not.toMatch(/Testburgh|Mill Brae/);
  });

  test("an adult who must not be brought near, or takes part in nothing, is listed with why and written to by nobody", async () => {
    const { area, school, mother, restrict, run, office } = await aClass();
    const { ready } = await run();
    await restrict({ kind: "contact-risk", adult: "Ana Muir" });
    const then = await run();
    expect(then.without).toMatchObject([{ to: "Ana Muir", why: "Must not be brought near the child" }]);
    const done = await office.send({ idempotencyKey: newKey(), way: "post", letters: ready.map(asShown) });
    expect(done.sent).toBe(0); // the child's own letter waits too: somebody makes sure of the address
    expect(then.oneByOne).toMatchObject([{ to: "Ewan Muir" }]);
    const [one] = then.oneByOne;
    const tellingId = one?.tellingId ?? "";
    const look = await office.look({ tellingId, way: "post", clearings: [] });
    const letter = asShown({ tellingId, hash: look.hash });
    const send = (more: object) =>
      office.send({ idempotencyKey: newKey(), way: "post", letters: [{ ...letter, ...more }] });
    expect(await refusalOf(send({}))).toMatchObject({ kind: "input" });
    expect(await send({ nobodyNearConfirmed: true })).toMatchObject({ sent: 1 });
    const isla = await school.addPupil({ givenName: "Isla", familyName: "Reid", group: "P6" });
    const una = await addCarer(area, isla, "Una Reid");
    await area.as(school.head).namedPerson.assign(assigning(isla, school.bain));
    await area.as(school.bain).people.around.recordPart({
      ...{ idempotencyKey: newKey(), childId: isla, carerId: una, takesPartIn: [], because: "As the family asked" },
    });
    expect((await run("handed-over")).without.map(({ to, why }) => [to, why])).toEqual(
      expect.arrayContaining([["Una Reid", "Takes part in nothing"]]),
    );
    expect(mother).not.toBe(una);
  });
});

describe("mentions of others in the family are cleared one by one", () => {
  test("a letter that names the mother's partner waits in a list by itself; taken out or left in for a reason, it goes", async () => {
    const { area, school, ewan, run, office, kept, addPupil } = await aClass();
    await addPupil("Isla", "Una Muir");
    await addCarer(area, ewan, "Rob Lind");
    // whoever is named person may be reached by somebody of the family's name
    await area.write((tx) =>
      tx
        .update(carer)
        .set({ phone: "01349 496 0000" })
        .where(and(eq(carer.childId, ewan), eq(carer.name, "Rob Lind"))),
    );
    await area.write((tx) =>
      tx
        .update(practitioner)
        .set({ phone: "01349 496 0000" })
        .where(eq(practitioner.practitionerId, school.bain.practitionerId)),
    );
    const { ready, oneByOne } = await run();
    expect(ready).toHaveLength(3); // Isla, her mother, and Ewan, whose letter names no number
    const [one] = oneByOne;
    expect(one).toMatchObject({ to: "Ana Muir" });
    const tellingId = one?.tellingId ?? "";
    const first = await office.look({ tellingId, way: "post", clearings: [] });
    expect(first.findings).toMatchObject([{ kind: "protected", words: "01349 496 0000" }]);
    const [found] = first.findings;
    const send = (hash: string, clearings: readonly { key: string; how: "out" }[]) =>
      office.send({
        idempotencyKey: newKey(),
        way: "post",
        letters: [{ ...asShown({ tellingId, hash }), clearings: [...clearings] }],
      });
    expect(await refusalOf(send(first.hash, []))).toMatchObject({ kind: "input" });
    const clearings = [{ key: found?.key ?? "", how: "out" as const }];
    const cleared = await office.look({ tellingId, way: "post", clearings });
    expect([cleared.left, cleared.html.includes("01349 496 0000")]).toEqual([[], false]);
    expect(await send(cleared.hash, clearings)).toMatchObject({ sent: 1 });
    const [row] = await kept();
    expect(row?.findings).toMatchObject([{ words: "01349 496 0000", cleared: { how: "out" } }]);
    expect(textOf(row?.bytes ?? new Uint8Array())).toContain("[taken out]");
  });
});
