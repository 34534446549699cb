import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { restriction, restrictionReader } from "../../db/schema/access.ts";
import { carer, childAddress } from "../../db/schema/child.ts";
import { telling } from "../../db/schema/named-person.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { aMonday, aTestArea, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { addCarer, aSchool, assigning, known } from "../../testing/school.ts";
import { aPlanOf } from "../../testing/work.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const now = aMonday.toISOString();
const gone = { kind: "not-visible", what: "child" };

/** A school with Ewan in P6, whose named person is Mr Bain, and Callum who starts in P1 next August. */
async function aPlace() {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const other = await aSchool(area, { name: "Gull Road School" });
  const ewan = await school.addPupil({ givenName: "Ewan", familyName: "Muir", group: "P6" });
  const mother = await addCarer(area, ewan, "Ana Muir");
  await area.write((tx) =>
    tx.insert(childAddress).values({
      areaId: area.areaId,
      addressId: newId(),
      childId: ewan,
      line1: "9 Mill Brae",
      town: "Testburgh",
      recordedAt: now,
    }),
  );
  await area.as(school.head).namedPerson.assign(assigning(ewan, school.bain));
  const paperOf = (person: TestPerson, childId = ewan) => area.as(person).namedPerson.paper.ofChild({ childId });
  const asOffice = area.as(school.office).namedPerson;
  const { establishmentId } = school;
  const packsBy = (who: TestPerson) => area.as(who).consent.packs;
  /** The packs as they would be handed over. */
  const sheets = async (of: object = {}) =>
    known(await packsBy(school.office).run({ establishmentId, way: "handed-over", ...of }));
  const restrict = (
    given: { kind: "whereabouts" | "contact-risk"; adult?: string },
    readers: readonly TestPerson[] = [],
  ) =>
    area.write(async (tx) => {
      const restrictionId = newId();
      const of = { areaId: area.areaId, childId: ewan, recordedBy: school.head.practitionerId, during: { from: now } };
      await tx.insert(restriction).values({
        ...of,
        restrictionId,
        ...given,
        ...(given.kind === "whereabouts"
          ? { safeContact: { name: "Gail Moor, duty social worker", address: "4 Kirk Wynd" } }
          : {}),
        ownerId: school.head.practitionerId,
        reason: "An order of the court",
        reviewOn: localDate("2027-01-20"),
        recordedAt: now,
      });
      for (const { practitionerId } of readers)
        await tx
          .insert(restrictionReader)
          .values({ ...of, readerId: newId(), restrictionId, practitionerId, because: "Teaches", recordedAt: now });
    });
  const give = (more: object = {}, by = asOffice) =>
    by.paper.give({
      idempotencyKey: newKey(),
      establishmentId,
      childIds: [ewan],
      parts: ["child", "carer"],
      givenOn: localDate("2026-11-23"),
      how: "letter",
      ...more,
    });
  return { area, school, other, ewan, mother, paperOf, asOffice, establishmentId, restrict, give, packsBy, sheets };
}

describe("who must not have a family's paper", () => {
  test("a colleague without a part, another school's office and another area read of Ewan what they read of nobody", async () => {
    const { area, school, other, ewan, paperOf } = await aPlace();
    const elsewhere = await aTestArea(database);
    const foreigner = await elsewhere.addPractitioner({
      name: "Far Away",
      agencyId: await elsewhere.addAgency("health"),
    });
    for (const person of [school.ross, other.office, other.head]) {
      expect(await refusalOf(paperOf(person))).toEqual(gone);
      expect(await refusalOf(paperOf(person, newId()))).toEqual(gone);
    }
    expect(await refusalOf(elsewhere.as(foreigner).namedPerson.paper.ofChild({ childId: ewan }))).toEqual(gone);
    const manager = await area.addPractitioner({ name: "H. Roe", agencyId: school.agencyId, role: "team-manager" });
    await area.relate(manager, ewan, "line-manager");
    expect(await refusalOf(paperOf(manager))).toMatchObject({ kind: "not-allowed" });
  });

  test("another school's packs, and its children in one's own command, are not there", async () => {
    const { area, other, school, ewan, establishmentId, give, packsBy } = await aPlace();
    const theirs = area.as(other.office).namedPerson;
    const noPlace = { kind: "not-visible", what: "school or clinic" };
    for (const id of [establishmentId, newId()]) {
      expect(await refusalOf(theirs.paper.packs({ establishmentId: id }))).toEqual(noPlace);
      expect(await refusalOf(packsBy(other.office).run({ establishmentId: id, way: "handed-over" }))).toEqual(noPlace);
      expect(await refusalOf(give({ establishmentId: id }, theirs))).toEqual(noPlace);
    }
    const command = { establishmentId: other.establishmentId, way: "handed-over" as const };
    const hash = "0".repeat(64);
    for (const childId of [ewan, newId()]) {
      const childIds = [childId];
      expect(
        await refusalOf(
          packsBy(other.office).send({ ...command, idempotencyKey: newKey(), packs: [{ childId, hash }] }),
        ),
      ).toEqual(gone);
      expect(await refusalOf(give({ establishmentId: other.establishmentId, childIds }, theirs))).toEqual(gone);
    }
    expect(await refusalOf(area.as(school.bain).namedPerson.paper.packs({ establishmentId }))).toMatchObject({
      kind: "not-allowed",
    });
  });

  test("the office prints whom to turn to, and not who leads a plan: it reads no record", async () => {
    const { paperOf, school, sheets } = await aPlace();
    expect(JSON.stringify(await paperOf(school.office))).not.toContain("lead professional");
    expect(JSON.stringify(await sheets())).not.toContain("lead professional");
  });

  test.each([
    ["who may know", true],
    ["who may not", false],
  ])(
    "whereabouts kept private: the paper goes to the safe contact alone and names no school, number or address, for one %s",
    async (_, mayKnow) => {
      const { area, school, paperOf, restrict, sheets } = await aPlace();
      await area.as(school.bain).namedPerson.reach.keep({
        idempotencyKey: newKey(),
        phone: "01349 496 0101",
        hours: "Room 4, Tern Lane School",
        childWriteTo: "The box in P6",
      });
      await restrict({ kind: "whereabouts" }, mayKnow ? [school.bain] : []);
      const { sheet, ready } = await sheets();
      expect(ready).toMatchObject([{ isToSafeContact: true }]);
      expect(sheet).toContain("Gail Moor, duty social worker");
      const tells = /Tern Lane|Mill Brae|Testburgh|01349|Room 4|P6|Ana Muir|Class teacher/;
      expect(sheet).not.toMatch(tells);
      for (const paper of [known(await paperOf(school.bain)).paper]) {
        expect(JSON.stringify(paper)).not.toMatch(tells);
        expect(paper.safeContact).toEqual({ name: "Gail Moor, duty social worker", address: "4 Kirk Wynd" });
        expect(paper.forCarers?.sentences.at(-1)).toBe("Ask whoever gave you this paper how to reach them.");
      }
    },
  );

  test("an adult who must not be brought near the child gets no copy, and is never recorded as told", async () => {
    const { area, ewan, paperOf, school, restrict, give, mother } = await aPlace();
    const father = await addCarer(area, ewan, "Rob Lind");
    await area.write(async (tx) => {
      const [one] = await tx
        .select()
        .from(telling)
        .where(and(eq(telling.childId, ewan), eq(telling.recipient, "child")));
      if (one === undefined) throw new Error("nobody is to be told");
      await tx.insert(telling).values({ ...one, tellingId: newId(), recipient: father });
    });
    await restrict({ kind: "contact-risk", adult: "Rob Lind" });
    const { paper } = known(await paperOf(school.bain));
    expect(paper.to.carers).toEqual(["Ana Muir"]);
    expect(paper.noCopyTo.map(({ name }) => name)).toContain("Rob Lind");
    const { noCopyTo: _, ...onPaper } = paper;
    expect(JSON.stringify(onPaper)).not.toContain("Lind");
    await give();
    const told = await area.write((tx) =>
      tx
        .select()
        .from(telling)
        .where(and(eq(telling.areaId, area.areaId), eq(telling.childId, ewan))),
    );
    expect(
      told
        .filter(({ toldOn }) => toldOn !== null)
        .map(({ recipient }) => recipient)
        .sort(),
    ).toEqual(["child", mother].sort());
  });

  test("where the only adult on record must not be brought near the child, only the child's part is printed", async () => {
    const { paperOf, school, restrict } = await aPlace();
    await restrict({ kind: "contact-risk", adult: "Ana Muir" });
    const { paper } = known(await paperOf(school.bain));
    expect(paper.forCarers).toBeNull();
    expect(paper.forChild?.title).toBe("Hello Ewan");
  });
});

describe("CWDC-TERM-PARENT: an adult who takes part in nothing is neither written to nor named as who gets a paper", () => {
  /** What is said of Ewan's mother, and a father of whom nobody has said anything. */
  async function withParts() {
    const of = await aPlace();
    const father = await addCarer(of.area, of.ewan, "Rob Lind");
    const say = (takesPartIn: readonly ("plan" | "meetings")[], carerId = of.mother) =>
      of.area.as(of.school.bain).people.around.recordPart({
        idempotencyKey: newKey(),
        childId: of.ewan,
        carerId,
        takesPartIn: [...takesPartIn],
        because: "As the family asked",
      });
    return { ...of, father, say };
  }

  test("taking part in nothing she is left out; in one thing she is not; what was said last counts", async () => {
    const { say, paperOf, school } = await withParts();
    const onPaper = async () => known(await paperOf(school.bain)).paper;
    expect((await onPaper()).to.carers).toEqual(["Ana Muir", "Rob Lind"]);
    await say([]);
    const { leftOut, ...printed } = await onPaper();
    expect(leftOut).toEqual(["Ana Muir"]);
    expect(JSON.stringify(printed)).not.toContain("Ana");
    expect(printed.to.carers).toEqual(["Rob Lind"]);
    await say(["meetings"]);
    expect(await onPaper()).toMatchObject({ leftOut: [], to: { carers: ["Ana Muir", "Rob Lind"] } });
  });

  test("where all who are on record take part in nothing, there is no page for parents and carers", async () => {
    const { say, father, paperOf, school } = await withParts();
    await say([]);
    await say([], father);
    const { paper } = known(await paperOf(school.bain));
    expect(paper.forCarers).toBeNull();
    expect(paper.forChild).not.toBeNull();
  });

  test("she has no part of a pack, and the list of whom to tell says that no letter goes to her", async () => {
    const { say, give, asOffice, ewan } = await withParts();
    await say([]);
    expect(await give()).toEqual({ children: 1, parts: 1 });
    const { tellings } = known(await asOffice.toTell({ childId: ewan }));
    expect(tellings.map(({ recipient, noLetter }) => [recipient.name, noLetter])).toEqual([["Ana Muir", "left-out"]]);
  });

  test("it stays so for somebody from whom it is kept who the parents and carers are", async () => {
    const { say, asOffice, area, school, ewan, restrict, give } = await withParts();
    await say([]);
    await restrict({ kind: "whereabouts" });
    const asBain = area.as(school.bain).namedPerson;
    for (const who of [asBain, asOffice]) {
      const { tellings } = known(await who.toTell({ childId: ewan }));
      const [carer] = tellings.filter(({ recipient }) => recipient.is === "carer");
      expect(carer).toMatchObject({ noLetter: "left-out" });
    }
    expect(await give()).toEqual({ children: 1, parts: 1 });
  });

  test("nobody gets a letter who is on record no more, unless somebody of the name still is", async () => {
    const { area, mother, ewan, asOffice } = await aPlace();
    const noLetter = async () =>
      known(await asOffice.toTell({ childId: ewan })).tellings.find(({ recipient }) => recipient.is === "carer")
        ?.noLetter;
    expect(await noLetter()).toBeUndefined();
    await area.write((tx) => tx.update(carer).set({ supersededAt: now }).where(eq(carer.carerId, mother)));
    expect(await noLetter()).toBe("gone");
    await addCarer(area, ewan, "Ana Muir");
    expect(await noLetter()).toBeUndefined();
  });
});

test("HIG-131: whoever may read the record prints the lead beside the named person, with who covers", async () => {
  const { area, school, ewan, paperOf } = await aPlace();
  const gunn = await area.addPractitioner({ name: "Ms Gunn", agencyId: school.agencyId, title: "Support teacher" });
  await aPlanOf(area, gunn, { lead: gunn, children: [ewan] });
  const { paper } = known(await paperOf(school.bain));
  expect(paper.forCarers?.sentences.join(" ")).toContain("Ms Gunn is the lead professional for Ewan");
  expect(paper.forCarers?.sentences.join(" ")).toContain("Mr Bain is still part of the team");
  expect(JSON.stringify(await paperOf(school.office))).not.toContain("Gunn");
});

test("a record that was sealed has no paper, no pack and nothing to give: it is not there", async () => {
  const { area, school, paperOf, asOffice, establishmentId, give, sheets } = await aPlace();
  const officer = (name: string) => area.addPractitioner({ name, agencyId: school.agencyId, role: "privacy-officer" });
  const [one, two] = [await officer("Pat Vey"), await officer("Una Sol")];
  const { sealingId } = await area.as(one).sealing.ask({
    idempotencyKey: newKey(),
    child: { by: "name", given: "Ewan", family: "Muir", bornOn: localDate("2016-05-04") },
    orderedOn: localDate("2026-11-16"),
    court: "The sheriff court",
    reason: "An adoption order was made",
  });
  await area.as(two).sealing.decide({
    idempotencyKey: newKey(),
    sealingId,
    outcome: "sealed",
    sawOrder: true,
    words: "The order is there",
  });
  for (const person of [school.bain, school.office, school.head])
    expect(await refusalOf(paperOf(person))).toEqual(gone);
  const packs = known(await asOffice.paper.packs({ establishmentId }));
  expect([packs.without, packs.open, packs.given]).toEqual([[], [], []]);
  expect((await sheets()).ready).toEqual([]);
  expect(await refusalOf(give())).toEqual(gone);
  expect(await refusalOf(give({ childIds: [newId()] }))).toEqual(gone);
});

describe("HIG-65: child and carer see who the named person is, at any time, in words suited to them", () => {
  test("Ewan's and his mother's page both name Mr Bain; each look is kept", async () => {
    const { area, paperOf, school, ewan } = await aPlace();
    const { paper } = known(await paperOf(school.bain));
    expect(paper.forCarers?.sentences[0]).toBe("Mr Bain is the named person for Ewan.");
    expect(paper.forChild).toMatchObject({
      sentences: expect.arrayContaining(["Mr Bain is your named person."]),
      initials: "B",
    });
    expect(paper.to).toMatchObject({ carers: ["Ana Muir"], address: { line1: "9 Mill Brae" } });
    const looks = await area.write((tx) =>
      tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.childId, ewan), eq(auditEntry.act, "family-paper.print"))),
    );
    expect(looks).toMatchObject([{ practitionerId: school.bain.practitionerId, outcome: "read" }]);
  });

  test("a child with nobody named gets no blank paper", async () => {
    const { school, paperOf } = await aPlace();
    const childId = await school.addPupil({ givenName: "Isla" });
    expect(await paperOf(school.office, childId)).toEqual({
      known: false,
      because: "There is nobody to name yet, so there is no paper to print.",
    });
  });

  test("where the documents know no named person it says so, and there are no packs", async () => {
    const area = await aTestArea(database, { edition: "wigan" });
    const school = await aSchool(area);
    const childId = await school.addPupil();
    const paper = area.as(school.head).namedPerson.paper;
    expect(await paper.ofChild({ childId })).toMatchObject({
      known: false,
      because: expect.stringContaining("named person"),
    });
    expect(await paper.packs({ establishmentId: school.establishmentId })).toMatchObject({ known: false });
  });
});

describe("HIG-66: on entry the pack names the person to parents and to the child", () => {
  test("a class is printed with each family's own page; who has nobody comes first and is not printed", async () => {
    const { school, asOffice, establishmentId, area, ewan, sheets: made } = await aPlace();
    const nobody = await school.addPupil({ givenName: "Isla", group: "P6" });
    await school.addPupil({ givenName: "Mairi", group: "P5" });
    const sheets = await made({ group: "P6" });
    expect(sheets.without).toMatchObject([{ childId: nobody, why: "Nobody is named yet" }]);
    expect(sheets.ready).toMatchObject([{ childId: ewan, parts: expect.arrayContaining(["Ewan Muir", "Ana Muir"]) }]);
    const packs = known(await asOffice.paper.packs({ establishmentId, group: "P6" }));
    expect([packs.without.length, packs.open.length, packs.given.length]).toEqual([1, 1, 0]);
    const looks = await area.write((tx) =>
      tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.areaId, area.areaId), eq(auditEntry.basis, "papers"))),
    );
    expect(looks.map(({ childId }) => childId).sort()).toEqual([ewan, nobody].sort());
  });

  test("printed and given are kept with the day and by whom; without the child's part it is incomplete", async () => {
    const { asOffice, establishmentId, ewan, give, area, school, packsBy, sheets } = await aPlace();
    const packs = async () => known(await asOffice.paper.packs({ establishmentId }));
    expect((await packs()).open).toMatchObject([{ state: { code: "not-printed" }, printed: null, isLate: true }]);
    const hash = (await sheets()).ready[0]?.hash ?? expect.fail("there is no pack");
    expect(
      await packsBy(school.office).send({
        idempotencyKey: newKey(),
        establishmentId,
        way: "handed-over",
        packs: [{ childId: ewan, hash }],
      }),
    ).toMatchObject({ sent: 1, changed: [] });
    expect((await packs()).open).toMatchObject([
      { state: { code: "printed" }, printed: { on: "2026-11-23", by: "Una Keir" } },
    ]);
    expect(await give({ parts: ["carer"] })).toEqual({ children: 1, parts: 1 });
    expect((await packs()).open).toMatchObject([{ state: { code: "incomplete" }, missing: "the child's part" }]);
    expect(await give({ parts: ["child"], how: "picture-card" })).toEqual({ children: 1, parts: 1 });
    expect(await packs()).toMatchObject({
      open: [],
      given: [{ childId: ewan, given: { on: "2026-11-23", by: "Una Keir" } }],
    });
    const steps = await area.write((tx) =>
      tx
        .select()
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, ewan), eq(chronologyEntry.act, "family-pack.given"))),
    );
    expect(steps.map(({ title }) => title)).toEqual([
      "Pack about the named person given: the part for parents and carers",
      "Pack about the named person given: the child's part",
    ]);
    expect(known(await asOffice.toTell({ childId: ewan })).open).toBe(0);
  });

  test("a pack is not given on a day to come", async () => {
    const { give } = await aPlace();
    expect(await refusalOf(give({ givenOn: localDate("2026-11-24") }))).toMatchObject({ kind: "input" });
  });

  test("Callum starts next August: his pack names who it is from that day, and is not late before", async () => {
    const { school, area, asOffice, establishmentId, sheets } = await aPlace();
    const start = localDate("2027-08-17");
    const callum = await school.addPupil({ givenName: "Callum", bornOn: localDate("2022-05-03"), from: start });
    const entering = async () => known(await asOffice.paper.packs({ establishmentId, entering: true }));
    expect(await entering()).toMatchObject({ without: [{ childId: callum, startsOn: start }], open: [] });
    await area.as(school.head).namedPerson.assign(assigning(callum, school.ross, { from: start }));
    expect(await entering()).toMatchObject({
      without: [],
      open: [{ childId: callum, namedPerson: "Ms Ross", isLate: false }],
    });
    const { sheet } = await sheets({ entering: true });
    expect(sheet).toContain("Ms Ross is your named person from 17 August 2027.");
  });
});

describe("HIG-67: ways to reach the named person, for parent and for child apart", () => {
  test("the person's own come first, then what the school says for everybody", async () => {
    const { area, school, paperOf, establishmentId } = await aPlace();
    const own = { idempotencyKey: newKey(), phone: "01349 496 0101", childHours: "By the gate at break" };
    expect(await area.as(school.bain).namedPerson.reach.keep(own)).toEqual({ version: 1 });
    await area.as(school.office).namedPerson.reach.keep({
      idempotencyKey: newKey(),
      establishmentId,
      phone: "01349 496 0100",
      writeTo: "1 Tern Lane",
      childWriteTo: "The worry box",
    });
    const { paper } = known(await paperOf(school.bain));
    expect(paper.forCarers?.reach[0]).toEqual({
      whom: "Mr Bain, Class teacher",
      lines: [
        { key: "Telephone", value: "01349 496 0101" },
        { key: "Write to", value: "1 Tern Lane" },
      ],
    });
    expect(paper.forChild?.reach[0]).toEqual({
      whom: "Mr Bain",
      lines: [
        { key: "Find them", value: "By the gate at break" },
        { key: "Write or draw", value: "The worry box" },
      ],
    });
    expect(paper.lacks).toEqual(["holidays"]);
  });

  test("nobody says it for another place, and two who write at once do not overwrite each other", async () => {
    const { area, school, other, establishmentId } = await aPlace();
    const noPlace = { kind: "not-visible", what: "school or clinic" };
    for (const person of [school.bain, other.office])
      for (const id of [establishmentId, newId()])
        expect(
          await refusalOf(
            area.as(person).namedPerson.reach.keep({ idempotencyKey: newKey(), establishmentId: id, phone: "999" }),
          ),
        ).toEqual(noPlace);
    const bain = area.as(school.bain).namedPerson.reach;
    await bain.keep({ idempotencyKey: newKey(), phone: "1" });
    expect(await refusalOf(bain.keep({ idempotencyKey: newKey(), phone: "2" }))).toMatchObject({
      kind: "changed-since",
    });
    expect(await bain.keep({ idempotencyKey: newKey(), phone: "2", version: 1 })).toEqual({ version: 2 });
    expect((await bain.mine()).own).toMatchObject({ version: 2, ways: { phone: "2" } });
  });

  test("HD-4: the education authority's holiday contact stands beside the named person; the co-ordinator or its manager says who", async () => {
    const { area, school, other, paperOf } = await aPlace();
    const manager = await area.addPractitioner({ name: "S. Torr", agencyId: school.agencyId, role: "service-manager" });
    const contact = {
      idempotencyKey: newKey(),
      agencyId: school.agencyId,
      name: "The education office",
      phone: "01349 496 0199",
    };
    const asManager = area.as(manager).namedPerson.reach;
    expect(await refusalOf(area.as(school.head).namedPerson.reach.keepHolidays(contact))).toMatchObject({
      kind: "not-allowed",
    });
    expect(
      await refusalOf(asManager.keepHolidays({ ...contact, idempotencyKey: newKey(), agencyId: other.agencyId })),
    ).toEqual({
      kind: "not-visible",
      what: "education service",
    });
    await asManager.keepHolidays({ ...contact, idempotencyKey: newKey() });
    expect((await asManager.holidays()).services).toMatchObject([
      { agencyId: school.agencyId, version: 1, recordedBy: "S. Torr" },
    ]);
    const { paper } = known(await paperOf(school.bain));
    expect(paper.forCarers?.reach.at(-1)).toEqual({
      whom: "In the school holidays: The education office",
      lines: [{ key: "Telephone", value: "01349 496 0199" }],
    });
    expect(paper.forCarers?.sentences).toContain("While Mr Bain is away, ask for the head teacher.");
    expect(paper.lacks).toEqual(["ways", "child-ways"]);
  });
});

describe("HIG-162: families can read who does what in the area", () => {
  test("each service, that they work together, and how to reach the co-ordinator's office", async () => {
    const { area, school } = await aPlace();
    const coordinator = await area.addPractitioner({
      name: "M. Grant",
      agencyId: school.agencyId,
      role: "coordinator",
      title: "Integrated services co-ordinator",
    });
    await area.as(coordinator).namedPerson.reach.keep({ idempotencyKey: newKey(), phone: "01349 496 0142" });
    const said = await area.as(school.bain).area.whoHelps();
    expect(said.services.map(({ who }) => who)).toEqual(["Nurseries and schools"]);
    expect(said.offices).toEqual([
      {
        name: "M. Grant",
        title: "Integrated services co-ordinator",
        phone: "01349 496 0142",
        hours: null,
        writeTo: null,
      },
    ]);
    expect(said.together.join(" ")).toContain("one plan");
  });
});
