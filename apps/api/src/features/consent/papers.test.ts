import { localDate, type PaperTo } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { restriction } from "../../db/schema/access.ts";
import { carer, child, childAddress } from "../../db/schema/child.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { sentCopy } from "../../db/schema/sent-copy.ts";
import { aMonday, aTestArea, type TestArea, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
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
const tuesday = new Date("2026-11-24T10:00:00.000Z");
const notThere = { kind: "not-visible", what: "child" };

const live = (area: TestArea, childId: string, line1: string, since = longAgo) =>
  area.write(async (tx) => {
    await tx.update(childAddress).set({ supersededAt: since }).where(eq(childAddress.childId, childId));
    await tx.insert(childAddress).values({
      ...{ areaId: area.areaId, addressId: newId(), childId, line1 },
      town: "Testburgh",
      recordedAt: since,
    });
  });
const restrict = (
  area: TestArea,
  { childId, owner }: { readonly childId: string; readonly owner: TestPerson },
  given: { kind: "whereabouts" | "contact-risk"; adult?: string },
) =>
  area.write((tx) =>
    tx.insert(restriction).values({
      areaId: area.areaId,
      childId,
      restrictionId: newId(),
      ...given,
      ...(given.kind === "whereabouts"
        ? { safeContact: { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd" } }
        : {}),
      ownerId: owner.practitionerId,
      recordedBy: owner.practitionerId,
      during: { from: now },
      reason: "An order of the court",
      reviewOn: localDate("2027-01-20"),
      recordedAt: now,
    }),
  );
/** A list brings the same parent or carer again: the row before is closed and another stands in its place. */
const broughtAnew = async (area: TestArea, childId: string, { carerId, name }: { carerId: string; name: string }) => {
  await area.write((tx) => tx.update(carer).set({ supersededAt: now }).where(eq(carer.carerId, carerId)));
  return addCarer(area, childId, name);
};
const keptIn = (area: TestArea) =>
  area.write((tx) => tx.select().from(sentCopy).where(eq(sentCopy.areaId, area.areaId)).orderBy(sentCopy.sentCopyId));
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const confirmed = { addressConfirmed: false, againConfirmed: false, nobodyNearConfirmed: false } as const;

/** Ewan Muir of P6 with his mother; Mr Bain is his named person, and gives them the paper. */
async function aFamily() {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const ewan = await school.addPupil({ givenName: "Ewan", familyName: "Muir", group: "P6" });
  const mother = await addCarer(area, ewan, "Ana Muir");
  await live(area, ewan, "9 Mill Brae");
  await area.as(school.head).namedPerson.assign(assigning(ewan, school.bain));
  const paper = (who: TestPerson = school.bain, at = aMonday) => area.as(who, at).consent.familyPaper;
  const toMother = { recipient: { is: "carer" as const, carerId: mother }, way: "post" as const };
  const toEwan = { recipient: { is: "child" as const }, way: "handed-over" as const };
  const shown = async (to: PaperTo, who: TestPerson = school.bain) => {
    const { look } = await paper(who).look({ childId: ewan, to });
    return look ?? expect.fail("there is no paper");
  };
  const send = async (to: PaperTo, more: object = {}, who: TestPerson = school.bain) => {
    const { hash } = await shown(to, who);
    return paper(who).send({ idempotencyKey: newKey(), childId: ewan, to, clearings: [], hash, ...confirmed, ...more });
  };
  return { area, school, ewan, mother, paper, toMother, toEwan, shown, send };
}

describe("HIG-65: the paper about the named person leaves by the step of a copy", () => {
  test("nobody is chosen beforehand; the mother's is shown exactly, dated and addressed, and kept byte for byte", async () => {
    const { area, ewan, mother, paper, toMother, shown, send } = await aFamily();
    const first = await paper().look({ childId: ewan });
    expect(first.look).toBeUndefined();
    expect(first.recipients.map(({ is, name }) => [is, name])).toEqual([
      ["child", "Ewan Muir"],
      ["carer", "Ana Muir"],
    ]);
    const look = await shown(toMother);
    expect(look).toMatchObject({ recipient: "Ana Muir", left: [], destination: { address: "9 Mill Brae\nTestburgh" } });
    expect(look.html).toContain("Ana Muir<br>9 Mill Brae<br>Testburgh");
    expect(look.html).toContain("23 November 2026");
    expect(look.html).toContain("Mr Bain is the named person for Ewan");
    expect(look.html).toContain("Mr Bain is your named person"); // the child's card goes with it
    await send(toMother);
    const [row] = await keptIn(area);
    expect(row).toMatchObject({ kind: "family-paper", childId: ewan, recipientId: mother, sha256: look.hash });
    expect(textOf(row?.bytes)).toBe(look.html);
    const steps = await area.write((tx) =>
      tx
        .select()
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, ewan), eq(chronologyEntry.act, "consent.paper-sent"))),
    );
    expect(steps.map(({ title }) => title)).toEqual([
      "The family's paper went to Ana Muir: to tell them who the named person is, and how to reach them",
    ]);
  });

  test("the child's own is the card alone; it opens again as it went for whoever tells the family, and for nobody else", async () => {
    const { area, school, toEwan, send, shown } = await aFamily();
    const look = await shown(toEwan);
    expect(look.html).toContain('<section class="card">');
    expect(look.html).not.toContain("is the named person for Ewan");
    const { sentCopyId } = await send(toEwan);
    const again = await area.as(school.office).consent.letters.sent({ letterId: sentCopyId });
    expect(again).toMatchObject({ kind: "family-paper", letters: [{ to: "Ewan Muir", isIntact: true }] });
    const other = await aSchool(area, { name: "Gull Road School" });
    for (const person of [school.ross, other.office])
      expect(await refusalOf(area.as(person).consent.letters.sent({ letterId: sentCopyId }))).toEqual({
        kind: "not-visible",
        what: "copy",
      });
  });

  test("a colleague without a part and another school make and send none: it is not there; each look is kept", async () => {
    const { area, school, ewan, toMother, shown, paper } = await aFamily();
    const other = await aSchool(area, { name: "Gull Road School" });
    const { hash } = await shown(toMother);
    const command = { childId: ewan, to: toMother, clearings: [], hash, ...confirmed };
    for (const person of [school.ross, other.office, other.head]) {
      expect(await refusalOf(paper(person).look({ childId: ewan }))).toEqual(notThere);
      expect(await refusalOf(paper(person).look({ childId: newId() }))).toEqual(notThere);
      expect(await refusalOf(paper(person).send({ ...command, idempotencyKey: newKey() }))).toEqual(notThere);
    }
    expect(await keptIn(area)).toEqual([]);
    const looks = await area.write((tx) =>
      tx
        .select()
        .from(auditEntry)
        .where(
          and(eq(auditEntry.childId, ewan), eq(auditEntry.act, "family-paper.print"), eq(auditEntry.outcome, "read")),
        ),
    );
    expect(looks).toMatchObject([{ practitionerId: school.bain.practitionerId, outcome: "read" }]);
  });

  test("an address that changed since it was shown stops it; one of less than 29 days is made sure of", async () => {
    const { area, ewan, toMother, shown, send } = await aFamily();
    const { hash } = await shown(toMother);
    await live(area, ewan, "2 Ferry Row", now);
    expect(await refusalOf(send(toMother, { hash }))).toEqual({ kind: "changed-since", what: "paper" });
    const look = await shown(toMother);
    expect(look.destination?.askedAgain).toContain("This address changed on 23 November 2026");
    expect(await refusalOf(send(toMother))).toMatchObject({ kind: "input", problems: [{ path: "addressConfirmed" }] });
    await send(toMother, { addressConfirmed: true });
    expect(await keptIn(area)).toMatchObject([{ address: "2 Ferry Row\nTestburgh", addressConfirmed: "yes" }]);
  });

  test("asked twice with one key it goes once", async () => {
    const { area, toEwan, shown, send } = await aFamily();
    const { hash } = await shown(toEwan);
    const asked = { hash, idempotencyKey: newKey() };
    const [one, two] = [await send(toEwan, asked), await send(toEwan, asked)];
    expect(one).toEqual(two);
    expect(await keptIn(area)).toHaveLength(1);
  });

  test("two who both looked before either sent: the second, who says that another is to go, looks again first", async () => {
    const { area, school, toMother, shown, send } = await aFamily();
    await send(toMother);
    const [bains, offices] = [await shown(toMother), await shown(toMother, school.office)];
    await send(toMother, { hash: bains.hash, againConfirmed: true });
    const again = { hash: offices.hash, againConfirmed: true };
    expect(await refusalOf(send(toMother, again, school.office))).toEqual({ kind: "changed-since", what: "paper" });
    expect(await keptIn(area)).toHaveLength(2);
    const { hash } = await shown(toMother, school.office);
    await send(toMother, { hash, againConfirmed: true }, school.office);
    expect(await keptIn(area)).toHaveLength(3);
  });

  test("whoever looked before any went does not say that another is to go without seeing what went", async () => {
    const { area, school, toMother, shown, send } = await aFamily();
    const { hash } = await shown(toMother, school.office);
    await send(toMother);
    const again = { hash, againConfirmed: true };
    expect(await refusalOf(send(toMother, again, school.office))).toEqual({ kind: "changed-since", what: "paper" });
    expect(await refusalOf(send(toMother, { hash }, school.office))).toMatchObject({
      problems: [{ path: "againConfirmed" }],
    });
    expect(await keptIn(area)).toHaveLength(1);
  });

  test("an adult who must not be brought near, or takes part in nothing, is not among those who may get it", async () => {
    const { area, school, ewan, paper, toEwan, toMother, send } = await aFamily();
    await restrict(area, { childId: ewan, owner: school.head }, { kind: "contact-risk", adult: "Ana Muir" });
    const names = async () => (await paper().look({ childId: ewan })).recipients.map(({ name }) => name);
    expect(await names()).toEqual(["Ewan Muir"]);
    expect(await refusalOf(paper().look({ childId: ewan, to: toMother }))).toMatchObject({ kind: "input" });
    const byPost = { ...toEwan, way: "post" as const };
    const { look } = await paper().look({ childId: ewan, to: byPost });
    expect(look?.adultsToThinkOf).toEqual(["Ana Muir"]);
    expect(await refusalOf(send(byPost))).toMatchObject({ problems: [{ path: "nobodyNearConfirmed" }] });
    await send(byPost, { nobodyNearConfirmed: true });
    const una = await addCarer(area, ewan, "Una Reid");
    await area.as(school.bain).people.around.recordPart({
      ...{ idempotencyKey: newKey(), childId: ewan, carerId: una, takesPartIn: [], because: "As the family asked" },
    });
    expect(await names()).toEqual(["Ewan Muir"]);
  });

  test("while it is kept where the child is, it goes to the safe contact, says no place, and its sender reads it again", async () => {
    const { area, school, ewan, toMother, shown, send } = await aFamily();
    await area.as(school.bain).namedPerson.reach.keep({
      ...{ idempotencyKey: newKey(), phone: "01349 496 0101", hours: "Room 4, Tern Lane School" },
    });
    await restrict(area, { childId: ewan, owner: school.head }, { kind: "whereabouts" });
    const look = await shown(toMother, school.office);
    expect(look.destination).toMatchObject({
      to: "Gail Moor, duty social worker",
      address: "4 Kirk Wynd",
      isSafeContact: true,
    });
    expect(look.html).not.toMatch(/Tern Lane|Mill Brae|Testburgh|01349|Room 4|P6/);
    const { sentCopyId } = await send(toMother, {}, school.office);
    expect(await keptIn(area)).toMatchObject([{ tellsNoPlace: true, addressedTo: "Gail Moor, duty social worker" }]);
    const again = await area.as(school.office).consent.letters.sent({ letterId: sentCopyId });
    expect(again.letters).toHaveLength(1);
    const steps = await area.write((tx) =>
      tx
        .select()
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, ewan), eq(chronologyEntry.act, "consent.paper-sent"))),
    );
    expect(steps.map(({ title }) => title).join()).not.toMatch(/Ana|Gail/);
  });

  test("one that went before goes again only where whoever sends says so, and is told of in the letters", async () => {
    const { area, school, ewan, toMother, toEwan, shown, send } = await aFamily();
    await send(toMother);
    const wentBefore = "The family's paper went on 23 November 2026, sent by Mr Bain. Make sure that another is to go.";
    expect(await shown(toMother, school.office)).toMatchObject({ wentBefore });
    expect((await shown(toEwan)).wentBefore).toBeUndefined(); // the child has none of their own yet
    expect(await refusalOf(send(toMother))).toMatchObject({ kind: "input", problems: [{ path: "againConfirmed" }] });
    await send(toMother, { againConfirmed: true });
    const { letters } = area.as(school.office).consent;
    const { ready } = await letters.run({ establishmentId: school.establishmentId, way: "post" });
    expect(ready.map(({ to }) => to)).toEqual(["Ewan Muir"]);
    const { oneByOne } = await letters.run({ childId: ewan, way: "post" });
    expect(oneByOne).toMatchObject([{ to: "Ana Muir", why: [wentBefore] }]);
  });

  test("HIG-63: a mother whom a list brings anew is the same mother: what went to her before is told of", async () => {
    const { area, ewan, mother, toMother, shown, send } = await aFamily();
    await send(toMother);
    const anew = await broughtAnew(area, ewan, { carerId: mother, name: "Ana  Muir" });
    const again = { recipient: { is: "carer" as const, carerId: anew }, way: "post" as const };
    expect((await shown(again)).wentBefore).toContain("The family's paper went on 23 November 2026");
    const other = await addCarer(area, ewan, "Una Reid");
    const toOther = { recipient: { is: "carer" as const, carerId: other }, way: "post" as const };
    expect((await shown(toOther)).wentBefore).toBeUndefined();
  });

  test("HIG-63: a letter that told the mother whom a list brings anew is told of too", async () => {
    const { area, school, ewan, mother, shown } = await aFamily();
    const { letters } = area.as(school.office).consent;
    const { ready } = await letters.run({ establishmentId: school.establishmentId, way: "post" });
    const all = ready.map(({ tellingId, hash }) => ({ tellingId, hash, clearings: [], ...confirmed }));
    await letters.send({ idempotencyKey: newKey(), way: "post", letters: all });
    const anew = await broughtAnew(area, ewan, { carerId: mother, name: "Ana Muir" });
    const again = { recipient: { is: "carer" as const, carerId: anew }, way: "post" as const };
    expect((await shown(again)).wentBefore).toContain("A letter about it went on 23 November 2026");
  });

  test("HIG-63: once somebody else is named, the paper about the one before is no reason not to write", async () => {
    const { area, school, ewan, toMother, shown, send } = await aFamily();
    await send(toMother);
    expect((await shown(toMother, school.office)).wentBefore).toBeDefined();
    const { current } = known((await area.as(school.head).people.roll.child({ childId: ewan })).namedPerson);
    const insteadOfId = current?.namedPersonId ?? null;
    await area.as(school.head).namedPerson.assign(assigning(ewan, school.ross, { insteadOfId, reason: "He moved" }));
    const look = await shown(toMother, school.office);
    expect(look.html).toContain("Ms Ross is the named person for Ewan");
    expect(look.wentBefore).toBeUndefined();
  });

  test("a parent who may have it and whose name is kept from whoever gives it is on the list, without a name", async () => {
    const { area, school, ewan, mother, paper, toMother, shown } = await aFamily();
    const owner = school.head;
    await restrict(area, { childId: ewan, owner }, { kind: "whereabouts" });
    await restrict(area, { childId: ewan, owner }, { kind: "contact-risk", adult: "Rob Lind" });
    const { recipients } = await paper().look({ childId: ewan });
    expect(recipients).toMatchObject([
      { is: "child", name: "Ewan Muir" },
      { is: "carer", carerId: mother, name: "A parent or carer, kept private" },
    ]);
    const { html } = await shown(toMother);
    expect(html).toContain("is the named person for Ewan");
    expect(html).not.toContain("Ana");
  });

  test("a mention of somebody else in the family is listed and cleared by itself", async () => {
    const { area, school, ewan, toMother, paper, send } = await aFamily();
    await addCarer(area, ewan, "Rob Lind");
    await area.write((tx) =>
      tx
        .update(carer)
        .set({ phone: "01349 496 0000" })
        .where(and(eq(carer.childId, ewan), eq(carer.name, "Rob Lind"))),
    );
    await area.as(school.bain).namedPerson.reach.keep({
      ...{ idempotencyKey: newKey(), phone: "01349 496 0000, ask for Rob" },
    });
    const { look } = await paper().look({ childId: ewan, to: toMother });
    expect(look?.findings.map(({ kind, words }) => [kind, words])).toEqual(
      expect.arrayContaining([
        ["protected", "01349 496 0000"],
        ["family-member", "Rob"],
      ]),
    );
    expect(await refusalOf(send(toMother))).toMatchObject({ kind: "input", problems: [{ path: "clearings" }] });
    const clearings = (look?.findings ?? []).map(({ key }) => ({ key, how: "out" as const }));
    const cleared = (await paper().look({ childId: ewan, to: toMother, clearings })).look;
    expect([cleared?.left, cleared?.html.includes("01349 496 0000")]).toEqual([[], false]);
    await send(toMother, { clearings, hash: cleared?.hash });
    expect(textOf((await keptIn(area))[0]?.bytes)).toContain("[taken out]");
  });
});

describe("HIG-66: packs leave together, whole, each part kept as it went", () => {
  const packsOf = async () => {
    const of = await aFamily();
    const { area, school } = of;
    const { establishmentId } = school;
    const packs = area.as(school.office).consent.packs;
    const run = async (way: "post" | "handed-over" = "post") => known(await packs.run({ establishmentId, way }));
    const send = (ready: readonly { childId: string; hash: string }[], way: "post" | "handed-over" = "post") =>
      packs.send({
        ...{ idempotencyKey: newKey(), establishmentId, way },
        packs: ready.map(({ childId, hash }) => ({ childId, hash })),
      });
    return { ...of, run, send, establishmentId };
  };

  test("the mother's page and the child's card go in one run, and the pack counts as printed", async () => {
    const { area, school, ewan, run, send, establishmentId } = await packsOf();
    const { ready, sheet, oneByOne } = await run();
    expect(oneByOne).toEqual([]);
    expect(ready).toMatchObject([{ childId: ewan, parts: expect.arrayContaining(["Ewan Muir", "Ana Muir"]) }]);
    expect(sheet).toContain("Mr Bain is your named person");
    expect(await send(ready)).toMatchObject({ sent: 1, changed: [] });
    const rows = await keptIn(area);
    expect(rows).toMatchObject(Array(2).fill({ kind: "pack", childId: ewan, way: "post" }));
    expect(new Set(rows.map(({ runId }) => runId)).size).toBe(1);
    const { open } = known(await area.as(school.office).namedPerson.paper.packs({ establishmentId }));
    expect(open).toMatchObject([{ state: { code: "printed" }, printed: { on: "2026-11-23", by: "Una Keir" } }]);
  });

  test("one that has something to look at waits in a list by itself, and the others go", async () => {
    const { area, school, ewan, run, send } = await packsOf();
    const isla = await school.addPupil({ givenName: "Isla", familyName: "Reid", group: "P6" });
    await addCarer(area, isla, "Una Reid");
    await live(area, isla, "2 Ferry Row", now);
    await area.as(school.head).namedPerson.assign(assigning(isla, school.bain));
    const { ready, oneByOne } = await run();
    expect(ready.map(({ childId }) => childId)).toEqual([ewan]);
    expect(oneByOne).toMatchObject([{ childId: isla, why: [expect.stringContaining("This address")] }]);
    await live(area, ewan, "7 Shore Lane", now);
    expect(await send(ready)).toEqual({ sentCopyId: null, sent: 0, changed: [ewan] });
    expect(await keptIn(area)).toEqual([]);
    expect((await run("handed-over")).ready).toHaveLength(2);
  });

  test("a pack that went is counted and not made again; of two who looked at the same packs, one sends them", async () => {
    const { area, school, ewan, run, send, establishmentId } = await packsOf();
    const { ready } = await run();
    await send(ready);
    expect(await run()).toMatchObject({ ready: [], oneByOne: [], without: [], done: 1 });
    const head = area.as(school.head).consent.packs;
    const packs = ready.map(({ childId, hash }) => ({ childId, hash }));
    const again = await head.send({ idempotencyKey: newKey(), establishmentId, way: "post", packs });
    expect(again).toEqual({ sentCopyId: null, sent: 0, changed: [ewan] });
    expect(await keptIn(area)).toHaveLength(2);
  });

  test("where one part went or was given already, the pack is looked at by itself, and no part goes with the others", async () => {
    const { area, school, ewan, run, toMother, send: sendPacks, establishmentId } = await packsOf();
    const { ready } = await run("handed-over");
    const asOffice = area.as(school.office);
    await asOffice.namedPerson.paper.give({
      ...{ idempotencyKey: newKey(), establishmentId, childIds: [ewan], parts: ["carer"] },
      ...{ givenOn: localDate("2026-11-23"), how: "in-person" },
    });
    const why = ["A part of it was given already: give the rest by itself."];
    expect(await run("handed-over")).toMatchObject({ ready: [], oneByOne: [{ childId: ewan, why }], done: 0 });
    expect(await sendPacks(ready, "handed-over")).toMatchObject({ sent: 0, changed: [ewan] });
    const { look } = await asOffice.consent.familyPaper.look({ childId: ewan, to: toMother });
    expect(look?.wentBefore).toBeUndefined();
  });

  test("a carer who came on record after the person was named has no page in it: the pack waits until theirs is given", async () => {
    const { area, school, ewan, run, send } = await packsOf();
    const { ready: before } = await run();
    const rob = await addCarer(area, ewan, "Rob Muir");
    const why = ["There is no page for Rob Muir in it: give it by itself."];
    expect(await run()).toMatchObject({ ready: [], oneByOne: [{ childId: ewan, why }], without: [] });
    expect(await send(before)).toMatchObject({ sent: 0, changed: [ewan] });
    const { familyPaper } = area.as(school.office).consent;
    const asked = { childId: ewan, to: { recipient: { is: "carer" as const, carerId: rob }, way: "post" as const } };
    const { look } = await familyPaper.look(asked);
    const command = { ...asked, clearings: [], hash: look?.hash ?? "", ...confirmed };
    await familyPaper.send({ ...command, idempotencyKey: newKey() });
    const { ready, oneByOne } = await run();
    expect([oneByOne, ready[0]?.parts.toSorted()]).toEqual([[], ["Ana Muir", "Ewan Muir"]]);
    await send(ready);
    expect(await run()).toMatchObject({ ready: [], oneByOne: [], without: [], done: 1 });
  });

  test("a mother who was told before a list brought her anew is not asked for again", async () => {
    const { area, school, ewan, mother, run, establishmentId } = await packsOf();
    await area.as(school.office).namedPerson.paper.give({
      ...{ idempotencyKey: newKey(), establishmentId, childIds: [ewan], parts: ["carer", "child"] },
      ...{ givenOn: localDate("2026-11-23"), how: "in-person" },
    });
    await broughtAnew(area, ewan, { carerId: mother, name: "Ana Muir" });
    expect(await run()).toMatchObject({ ready: [], oneByOne: [], without: [], done: 1 });
  });

  test("a family of which nobody has a part, but somebody may have a page, is looked at by itself", async () => {
    const { area, ewan, mother, run } = await packsOf();
    await area.write((tx) =>
      tx
        .update(child)
        .set({ bornOn: null, dueOn: localDate("2027-01-15") })
        .where(eq(child.childId, ewan)),
    );
    await broughtAnew(area, ewan, { carerId: mother, name: "Ana Muir" });
    const why = ["There is no page for Ana Muir in it: give it by itself."];
    expect(await run()).toMatchObject({ ready: [], oneByOne: [{ childId: ewan, why }], without: [], done: 0 });
  });

  test("while it is kept where the child is, a pack goes whole to the safe contact and says no place", async () => {
    const { area, school, ewan, run, send } = await packsOf();
    const owner = school.head;
    await restrict(area, { childId: ewan, owner }, { kind: "whereabouts" });
    await restrict(area, { childId: ewan, owner }, { kind: "contact-risk", adult: "Rob Lind" });
    const { ready, sheet } = await run();
    expect(ready[0]?.parts.toSorted()).toEqual(["Ana Muir", "Ewan Muir"]);
    expect(sheet).not.toMatch(/Rob|Mill Brae|Testburgh|P6/);
    await send(ready);
    expect(await keptIn(area)).toMatchObject(
      Array(2).fill({ addressedTo: "Gail Moor, duty social worker", address: "4 Kirk Wynd", tellsNoPlace: true }),
    );
  });

  test("Callum starts in August: what is given in place of his pack names who it is from that day", async () => {
    const { area, school, establishmentId } = await packsOf();
    const start = localDate("2027-08-17");
    const callum = await school.addPupil({ givenName: "Callum", bornOn: localDate("2022-05-03"), from: start });
    await area.as(school.head).namedPerson.assign(assigning(callum, school.ross, { from: start }));
    const { familyPaper } = area.as(school.office).consent;
    const to: PaperTo = { recipient: { is: "child" }, way: "handed-over" };
    const { look } = await familyPaper.look({ childId: callum, establishmentId, to });
    expect(look?.html).toContain("Ms Ross is your named person from 17 August 2027.");
    const other = await aSchool(area, { name: "Gull Road School" });
    for (const id of [other.establishmentId, newId()])
      expect(await familyPaper.look({ childId: callum, establishmentId: id, to })).toEqual(
        await familyPaper.look({ childId: callum, to }),
      );
  });
});

/** A plan of which everybody says what they do; the teacher leads the talk with the family. */
async function aPlan() {
  const of = await aCase(database, { edition: "highland" });
  const { area, teacher, nurse, childId, planId } = of;
  const mother = await addCarer(area, childId, "Moira Fraser");
  await live(area, childId, "9 Mill Brae");
  await area.as(teacher).plan.addAction({
    ...{ idempotencyKey: newKey(), planId, childId, outcome: "She is at ease" },
    what: "Speech sessions on Thursdays, with Rob Harrow",
    ownerId: nurse.practitionerId,
    dueOn: localDate("2027-01-15"),
  });
  const issue = (more: object = {}) =>
    area.as(teacher).plan.whoDoesWhat.issue({
      ...{ idempotencyKey: newKey(), planId, childId, childIsAsked: "yes" },
      childsPart: "Chooses what she wants to say first",
      familysPart: "Brings her on Thursdays",
      ...more,
    });
  const sheets = (who: TestPerson = teacher, at = aMonday) => area.as(who, at).consent.sheets;
  const to = { recipient: { is: "carer" as const, carerId: mother }, way: "handed-over" as const };
  return { ...of, mother, issue, sheets, to };
}

describe("HIG-128: the list of who does what is given to each of the family by the step of a copy", () => {
  test("it is shown as it was issued, who else is named in it is cleared, and it is kept with the plan it is of", async () => {
    const { area, childId, planId, mother, issue, sheets, to } = await aPlan();
    await addCarer(area, childId, "Rob Harrow");
    const asked = { childId, of: { is: "who-does-what" as const, planId } };
    expect((await sheets().look(asked)).none).toBe("The list has not been issued yet.");
    await issue();
    const { look } = await sheets().look({ ...asked, to });
    expect(look?.html).toContain("Speech sessions on Thursdays");
    expect(look?.html).toContain("Brings her on Thursdays");
    expect(look?.findings.map(({ words }) => words)).toEqual(["Rob Harrow"]);
    const clearings = (look?.findings ?? []).map(({ key }) => ({ key, how: "out" as const }));
    const cleared = (await sheets().look({ ...asked, to, clearings })).look;
    const command = { ...asked, to, clearings, hash: cleared?.hash ?? "", ...confirmed };
    expect(await refusalOf(sheets().send({ ...command, clearings: [], idempotencyKey: newKey() }))).toMatchObject({
      kind: "changed-since",
    });
    const { sentCopyId } = await sheets().send({ ...command, idempotencyKey: newKey() });
    const [row] = await keptIn(area);
    expect(row).toMatchObject({ kind: "who-does-what", planId, recipientId: mother, basis: "their-own" });
    expect(textOf(row?.bytes)).toBe(cleared?.html);
    expect(sentCopyId).toBe(row?.sentCopyId);
  });

  test("a child who is not on the list gets none; whoever only works on the plan sees no other child's; kept places stop it", async () => {
    const { area, head, childId, planId, issue, sheets, to } = await aPlan();
    await issue({ childIsAsked: "no", childIsNotAskedBecause: "She is too young to be asked", childsPart: undefined });
    const asked = { childId, of: { is: "who-does-what" as const, planId } };
    expect((await sheets().look(asked)).recipients.map(({ is }) => is)).toEqual(["carer"]);
    const stranger = await area.addPractitioner({ name: "P. Ure", agencyId: await area.addAgency("health") });
    expect(await refusalOf(sheets(stranger).look(asked))).toEqual(notThere);
    expect(await refusalOf(sheets().look({ ...asked, of: { is: "who-does-what", planId: newId() } }))).toEqual({
      kind: "not-visible",
      what: "plan",
    });
    await restrict(area, { childId, owner: head }, { kind: "whereabouts" });
    expect((await sheets().look({ ...asked, to })).none).toContain("Where this child is, is kept private");
  });
});

describe("HIG-128: nobody gets the list who is left out of the plan, or gets it twice unawares", () => {
  const given = async () => {
    const of = await aPlan();
    const { issued } = await of.issue();
    const asked = { childId: of.childId, of: { is: "who-does-what" as const, planId: of.planId } };
    const give = async (to: PaperTo, more: object = {}) => {
      const found = (await of.sheets().look({ ...asked, to })).look?.findings ?? [];
      const clearings = found.map(({ key }) => ({ key, how: "out" as const }));
      const { look } = await of.sheets().look({ ...asked, to, clearings });
      const command = { ...asked, to, clearings, hash: look?.hash ?? "", ...confirmed, ...more };
      return of.sheets().send({ ...command, idempotencyKey: newKey() });
    };
    return { ...of, afterListId: issued?.listId, asked, give };
  };

  test("who takes part in meetings and not in the plan is not among those who may have it", async () => {
    const { area, teacher, childId, mother, asked, sheets } = await given();
    const is = async () => (await sheets().look(asked)).recipients.map(({ carerId, is: one }) => carerId ?? one);
    expect(await is()).toEqual(["child", mother]);
    await area.as(teacher).people.around.recordPart({
      ...{ idempotencyKey: newKey(), childId, carerId: mother, because: "As she asked" },
      takesPartIn: ["meetings"],
    });
    expect(await is()).toEqual(["child"]);
  });

  test("the same list goes to the same person again only where somebody says so; issued anew it is another", async () => {
    const { area, teacher, childId, planId, afterListId, asked, sheets, to, give } = await given();
    await give(to);
    expect(await refusalOf(give(to))).toMatchObject({ kind: "input", problems: [{ path: "againConfirmed" }] });
    const toChild: PaperTo = { recipient: { is: "child" }, way: "handed-over" };
    expect((await sheets().look({ ...asked, to: toChild })).look?.wentBefore).toBeUndefined();
    await give(to, { againConfirmed: true });
    expect((await sheets(teacher, tuesday).look({ ...asked, to })).look?.wentBefore).toBe(
      "This list went on 23 November 2026, sent by Morag Shaw. Make sure that another is to go.",
    );
    await area.as(teacher, tuesday).plan.whoDoesWhat.issue({
      ...{ idempotencyKey: newKey(), planId, childId, afterListId, childIsAsked: "yes" },
      ...{ childsPart: "Chooses where she sits", familysPart: "Brings her on Thursdays" },
    });
    expect((await sheets(teacher, tuesday).look({ ...asked, to })).look?.wentBefore).toBeUndefined();
  });
});

test("HIG-134: a sheet that was kept is not there for a head who has the child on a roll, and is for whoever knows the record", async () => {
  const { area, childId, agencies, nurse, sheets, to } = await aPlan();
  const given = async (is: "what-is-shared" | "who-looked") => {
    const asked = { childId, of: { is }, to };
    const found = (await sheets().look(asked)).look?.findings ?? [];
    const clearings = found.map(({ key }) => ({ key, how: "out" as const }));
    const { look } = await sheets().look({ ...asked, clearings });
    const command = { ...asked, clearings, hash: look?.hash ?? "", ...confirmed };
    return { look, ...(await sheets().send({ ...command, idempotencyKey: newKey() })) };
  };
  const { sentCopyId, look } = await given("who-looked");
  const elsewhere = await area.addPractitioner({ name: "Ada Voe", agencyId: agencies.education, role: "head" });
  await area.relate(elsewhere, childId, "head");
  const { copies, letters } = area.as(elsewhere).consent;
  const gone = { kind: "not-visible", what: "copy" };
  expect(await refusalOf(copies.kept({ sentCopyId }))).toEqual(gone);
  expect(await refusalOf(letters.sent({ letterId: sentCopyId }))).toEqual(gone);
  expect((await area.as(nurse).consent.copies.kept({ sentCopyId })).html).toBe(look?.html);
  expect(await refusalOf(area.as(nurse).consent.letters.sent({ letterId: sentCopyId }))).toMatchObject({
    kind: expect.stringMatching(/^not-/),
  });
  // what is shared reads as whoever made it may read it, from their own agency's file too: to others it is not there
  const { sentCopyId: shared } = await given("what-is-shared");
  expect(await refusalOf(area.as(nurse).consent.copies.kept({ sentCopyId: shared }))).toEqual(gone);
});

describe("HIG-63: what is shared and who has looked are given to the family by the step of a copy", () => {
  test("who has looked ends with yesterday, so that looking at it changes nothing of it", async () => {
    const { area, childId, sheets, to, teacher } = await aPlan();
    await area.as(teacher).people.child({ childId });
    const asked = { childId, of: { is: "who-looked" as const }, to };
    const [one, two] = [
      (await sheets(teacher, tuesday).look(asked)).look,
      (await sheets(teacher, tuesday).look(asked)).look,
    ];
    expect(one?.hash).toBe(two?.hash);
    expect(one?.html).toContain("Morag Shaw");
    expect(one?.html).toContain("23 November 2026");
    expect(one?.html).not.toContain("24 November 2026</dt>");
    const command = { ...asked, clearings: [], hash: one?.hash ?? "", ...confirmed };
    await sheets(teacher, tuesday).send({ ...command, idempotencyKey: newKey() });
    expect(await keptIn(area)).toMatchObject([{ kind: "who-looked", planId: null }]);
    const fromToday = { ...asked, of: { is: "who-looked" as const, from: localDate("2026-11-24") } };
    expect(await sheets(teacher, tuesday).look(fromToday)).toMatchObject({
      none: "The list ends with yesterday: choose an earlier first day.",
      recipients: [],
    });
    const fromYesterday = { ...asked, of: { is: "who-looked" as const, from: localDate("2026-11-23") } };
    expect((await sheets(teacher, tuesday).look(fromYesterday)).none).toBeUndefined();
  });

  test("what the family is not to be told of is left out for a carer, and whoever gives it reads how many; no reason is printed", async () => {
    const { area, teacher, childId, sheets, to } = await aPlan();
    const { releases } = await area.as(teacher).consent.forChild({ childId });
    const [one] = releases;
    if (one === undefined) throw new Error("nothing was shared");
    const of = { is: "what-is-shared" as const };
    const lookFor = async (asked: PaperTo) => (await sheets().look({ childId, of, to: asked })).look;
    const toChild: PaperTo = { recipient: { is: "child" }, way: "handed-over" };
    const before = await lookFor(to);
    expect(before?.leftOut).toBeUndefined();
    expect(before?.html).toContain(one.to.name);
    await area.as(teacher).consent.tell({
      ...{ idempotencyKey: newKey(), releaseId: one.releaseId, whom: "family" },
      told: { told: "no", because: "It would tip him off" },
    });
    const forMother = await lookFor(to);
    expect(forMother?.leftOut).toBe("1 is left out: it is recorded that the family is not told of it.");
    expect(forMother?.html).not.toMatch(new RegExp(`${one.to.name}|tip him off|left out`));
    const times = (html = "") => html.split("<dt>Shared by</dt>").length;
    expect(times(before?.html) - times(forMother?.html)).toBe(1);
    const forChild = await lookFor(toChild);
    expect(forChild?.leftOut).toBeUndefined();
    expect(forChild?.html).toContain(one.to.name);
    expect(forChild?.html).not.toContain("tip him off");
  });

  test("a child who is not born yet is given none", async () => {
    const { area, childId, sheets } = await aPlan();
    const asked = { childId, of: { is: "what-is-shared" as const } };
    expect((await sheets().look(asked)).recipients.map(({ is }) => is)).toEqual(["child", "carer"]);
    await area.write((tx) =>
      tx
        .update(child)
        .set({ bornOn: null, dueOn: localDate("2027-01-15") })
        .where(eq(child.childId, childId)),
    );
    expect((await sheets().look(asked)).recipients.map(({ is }) => is)).toEqual(["carer"]);
  });

  test("what is shared is kept as it went, and opens again byte for byte", async () => {
    const { area, childId, sheets, to, teacher } = await aPlan();
    const asked = { childId, of: { is: "what-is-shared" as const }, to };
    const first = (await sheets().look(asked)).look;
    const clearings = (first?.findings ?? []).map(({ key }) => ({ key, how: "out" as const }));
    const look = (await sheets().look({ ...asked, clearings })).look;
    expect(look?.html).toContain("A yes can be taken back at any time");
    const { sentCopyId } = await sheets().send({
      ...{ ...asked, clearings, hash: look?.hash ?? "", ...confirmed },
      idempotencyKey: newKey(),
    });
    const again = await area.as(teacher).consent.copies.kept({ sentCopyId });
    expect([again.html, again.isIntact]).toEqual([look?.html, true]);
    expect(again.copy.to).toBe("Moira Fraser");
  });
});
