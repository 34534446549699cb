import { codesOf, type DeclareKnownChild, type FamilyTie, familyTies, localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { accessBlock, childAccess } from "../../db/schema/access.ts";
import { duty, notice, outbox } from "../../db/schema/change.ts";
import { carer, childAddress, childIdentifier } from "../../db/schema/child.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, aTestArea, type TestArea, type TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed, type TestCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { aSchool } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Exact = DeclareKnownChild["child"];
const robin = { by: "name", given: "Robin", family: "Ashdown", bornOn: localDate("2016-05-04") } as const;
const declare = (area: TestArea, who: TestPerson, tie: FamilyTie = "own-child", child: Exact = robin) =>
  area.as(who).access.outsideWork.declareChild({ idempotencyKey: newKey(), child, tie });
const live = (area: TestArea, who: TestPerson, home: Record<string, string>) =>
  area.as(who).access.outsideWork.declareHome({ idempotencyKey: newKey(), ...home });

const noticesOf = async (area: TestArea, who: TestPerson) => {
  await doDue(database, area.areaId, aMonday);
  return area.write((tx) =>
    tx
      .select({ words: notice.words, act: notice.act, childId: notice.childId })
      .from(notice)
      .where(and(eq(notice.areaId, area.areaId), eq(notice.practitionerId, who.practitionerId))),
  );
};
const heldBackWords = async (area: TestArea, who: TestPerson) =>
  (await noticesOf(area, who)).filter(({ act }) => act === "access.held-back").map(({ words }) => words);

const addHome = (area: TestArea, childId: string, home: { line1: string; postcode: string }) =>
  area.write((tx) =>
    tx
      .insert(childAddress)
      .values({ ...home, areaId: area.areaId, addressId: newId(), childId, recordedAt: aMonday.toISOString() }),
  );
const addCarerWith = (area: TestArea, childId: string, reach: { phone?: string; email?: string }) =>
  area.write((tx) =>
    tx.insert(carer).values({
      ...reach,
      areaId: area.areaId,
      carerId: newId(),
      childId,
      name: "Moira",
      position: "1",
      recordedAt: aMonday.toISOString(),
    }),
  );

/** Everything by which somebody could see of the child that there is one. */
async function everySight({ area, childId, planId }: Pick<TestCase, "area" | "childId" | "planId">, who: TestPerson) {
  const caller = area.as(who);
  const lists = JSON.stringify([
    await caller.people.search({ text: "Robin" }),
    await caller.namedPerson.mine({}),
    await caller.leadProfessional.mine({}),
    (await caller.record.notices({})).notices.map(({ child, link }) => [
      child?.visibility === "full" && child.name,
      link,
    ]),
    (await caller.record.duties({})).duties.map(({ child }) => child?.visibility === "full" && child.name),
  ]);
  const doors = [
    () => caller.people.child({ childId }),
    () => caller.plan.get({ planId }),
    () => caller.concern.forChild({ childId }),
    () => caller.record.chronology({ childId }),
    () => caller.record.whoLooked({ childId }),
    () => caller.namedPerson.history({ childId }),
    () => caller.leadProfessional.candidates({ planId }),
    () =>
      caller.access.emergency.open({
        idempotencyKey: newKey(),
        child: robin,
        reason: "missing",
        words: "The police are here",
      }),
  ];
  const opened = [];
  for (const door of doors)
    opened.push(
      await door().then(
        () => "open",
        async (error: unknown) => (await refusalOf(Promise.reject(error))).kind,
      ),
    );
  return { lists, opened };
}
const shut = Array.from({ length: 8 }, () => "not-visible");

/** The teacher is the child's named person and leads the plan. */
async function aLeadingTeacher() {
  const of = await aCase(database);
  await asked(of);
  await answered(of);
  const { proposalId } = await proposed(of, of.nurse);
  await agreeAll(of, proposalId);
  return of;
}

describe("a child whom somebody knows outside work", () => {
  test("is there no more for the named person: in no list, search, page, plan, notice, duty or emergency", async () => {
    const of = await aCase(database);
    const { area, teacher } = of;
    const before = await everySight(of, teacher);
    expect(before.lists).toContain("Robin");
    expect(before.opened.filter((one) => one === "open").length).toBeGreaterThanOrEqual(6);
    await declare(area, teacher);
    const after = await everySight(of, teacher);
    expect(after.opened).toEqual(shut);
    expect(after.lists).not.toMatch(/Robin|Ashdown/);
    expect(after.lists).not.toContain(of.childId);
    expect(after.lists).not.toContain(of.planId);
  });

  test("nor for whoever leads the plan", async () => {
    const of = await aLeadingTeacher();
    const { area, nurse } = of;
    const before = await everySight(of, nurse);
    expect([before.opened[0], before.opened[1]]).toEqual(["open", "open"]);
    await declare(area, nurse, "other-tie");
    const after = await everySight(of, nurse);
    expect(after.opened).toEqual(shut);
    expect(after.lists).not.toMatch(/Robin|Ashdown/);
    expect(after.lists).not.toContain(of.childId);
  });

  test("is open as before to everybody else", async () => {
    const of = await aCase(database);
    await declare(of.area, of.teacher);
    expect((await of.area.as(of.nurse).people.child({ childId: of.childId })).name.full).toBe("Robin Ashdown");
  });

  test("stays shut whatever part they are given later, and their line manager is told", async () => {
    const { area, teacher, head, childId } = await aCase(database);
    await declare(area, teacher);
    await area.relate(teacher, childId, "lead");
    expect((await refusalOf(area.as(teacher).people.child({ childId }))).kind).toBe("not-visible");
    expect(await heldBackWords(area, head)).toEqual([
      "Morag Shaw can no longer act for one child whom they work with. Put somebody else in.",
    ]);
  });

  test("the answer and the own page are the same whether there is such a record or not", async () => {
    const of = await aCase(database);
    const { area, gary, teacher } = of;
    const nobody = { ...robin, given: "Nobody" };
    expect(await declare(area, teacher)).toEqual(await declare(area, gary, "own-child", nobody));
    const [theirs, his] = [
      await area.as(teacher).access.outsideWork.mine(),
      await area.as(gary).access.outsideWork.mine(),
    ];
    const shape = ({ children }: typeof theirs) =>
      children.map((child) => ({ ...child, tieId: "", name: "", recordedAt: "" }));
    expect(shape(theirs)).toEqual(shape(his));
    expect(JSON.stringify(theirs)).not.toContain(of.childId);
  });

  test("two children of one name and birthday are both held back: nobody is asked which", async () => {
    const area = await aTestArea(database);
    const agencyId = await area.addAgency("education");
    const who = await area.addPractitioner({ name: "Ida Fell", agencyId });
    const [one, other] = [await area.addChild(), await area.addChild()];
    for (const childId of [one, other]) await area.relate(who, childId, "named-person");
    await declare(area, who);
    for (const childId of [one, other])
      expect((await refusalOf(area.as(who).people.child({ childId }))).kind).toBe("not-visible");
  });

  test("the line manager hears that somebody else is needed, without the tie, and only where there was a part", async () => {
    const { area, teacher, head, worker, gary, childId } = await aCase(database);
    const away = await area.addPractitioner({
      name: "Kit Ray",
      agencyId: worker.agencyId,
      lineManagerId: gary.practitionerId,
    });
    await declare(area, teacher, "partners-child");
    await declare(area, teacher, "household");
    await declare(area, away);
    const told = await noticesOf(area, head);
    expect(told.filter(({ act }) => act === "access.held-back")).toEqual([
      {
        act: "access.held-back",
        childId,
        words: "Morag Shaw can no longer act for one child whom they work with. Put somebody else in.",
      },
    ]);
    expect(await heldBackWords(area, gary)).toEqual([]);
  });

  test("a notice about the child that is on its way does not reach them, and a clock that runs out neither", async () => {
    const of = await aCase(database);
    const { area, teacher, childId } = of;
    const tell = (practitionerId: string) =>
      area.write((tx) =>
        tx.insert(outbox).values({
          areaId: area.areaId,
          outboxId: newId(),
          kind: "notice",
          payload: { practitionerId, childId, act: "test.told", words: "Something happened" },
          dueAt: aMonday.toISOString(),
          recordedAt: aMonday.toISOString(),
        }),
      );
    await declare(area, teacher);
    for (const { practitionerId } of [teacher, of.nurse]) await tell(practitionerId);
    await area.write((tx) =>
      tx.insert(duty).values({
        areaId: area.areaId,
        dutyId: newId(),
        childId,
        act: "test.owed",
        rule: "test",
        clause: "T 1",
        because: "Something is owed.",
        owedBy: teacher.practitionerId,
        dueBy: "2026-11-20T00:00:00.000Z",
        recordedAt: "2026-11-16T10:00:00.000Z",
      }),
    );
    const acts = async (who: TestPerson) => (await noticesOf(area, who)).map(({ act }) => act);
    expect((await acts(teacher)).filter((act) => act === "test.told" || act === "clock.missed")).toEqual([]);
    expect(await acts(of.nurse)).toContain("test.told");
    expect(await acts(of.head)).toContain("clock.missed");
  });

  test("who is put on the child's plan and cannot open it: their line manager hears at once, and not why", async () => {
    const { area, teacher, worker, gary, agencies, planId } = await aCase(database);
    const kit = await area.addPractitioner({
      name: "Kit Ray",
      agencyId: agencies.socialWork,
      lineManagerId: gary.practitionerId,
    });
    await declare(area, kit);
    expect(await heldBackWords(area, gary)).toEqual([]);
    await area.as(teacher).plan.addPractitioner({
      idempotencyKey: newKey(),
      planId,
      practitioner: { practitionerId: kit.practitionerId, posts: [], involvement: "involved" },
    });
    expect(await heldBackWords(area, gary)).toEqual([
      "Kit Ray was given a part in one child's care and cannot act for this child. Put somebody else in.",
    ]);
    expect((await refusalOf(area.as(kit).plan.get({ planId }))).kind).toBe("not-visible");
    expect((await area.as(worker).plan.get({ planId })).planId).toBe(planId);
  });

  test("who looked at the child, and what stands in the chronology, say nothing of the tie", async () => {
    const { area, teacher, nurse, childId } = await aCase(database);
    await declare(area, teacher, "brother-sister");
    const entries = await area.write((tx) =>
      tx.select({ act: auditEntry.act }).from(auditEntry).where(eq(auditEntry.childId, childId)),
    );
    expect(entries.map(({ act }) => act).filter((act) => /known-child|held-back|home/.test(act))).toEqual([]);
    const { steps } = await area.as(nurse).record.chronology({ childId });
    expect(JSON.stringify(steps)).not.toContain("outside work");
  });
});

describe("where somebody lives", () => {
  const home = {
    line1: "Flat 3, 12 Mill Road",
    postcode: "AY5 0DD",
    phone: "01632 960 001",
    email: "Ida@home.example",
  };
  const ways = [
    [
      "same-address",
      (area: TestArea, childId: string) => addHome(area, childId, { line1: "12/3 Mill Rd", postcode: "ay50dd" }),
    ],
    ["same-phone", (area: TestArea, childId: string) => addCarerWith(area, childId, { phone: "+44 1632 960001" })],
    ["same-email", (area: TestArea, childId: string) => addCarerWith(area, childId, { email: "ida@HOME.example " })],
  ] as const;

  test.each(ways)("holds a child back by the %s, and a neighbour's child not", async (because, add) => {
    const area = await aTestArea(database);
    const who = await area.addPractitioner({ name: "Ida Fell", agencyId: await area.addAgency("education") });
    const [childId, neighbour] = [
      await area.addChild(),
      await area.addChild({ givenName: "Next", familyName: "Door" }),
    ];
    for (const one of [childId, neighbour]) await area.relate(who, one, "named-person");
    await add(area, childId);
    await addHome(area, neighbour, { line1: "Flat 4, 12 Mill Road", postcode: "AY5 0DD" });
    expect(await live(area, who, home)).toEqual({ declared: true });
    expect((await refusalOf(area.as(who).people.child({ childId }))).kind).toBe("not-visible");
    expect((await area.as(who).people.child({ childId: neighbour })).childId).toBe(neighbour);
    const rows = await area.write((tx) =>
      tx.select({ because: accessBlock.because }).from(accessBlock).where(eq(accessBlock.areaId, area.areaId)),
    );
    expect(rows).toEqual([{ because }]);
  });

  test("is shown to themselves alone, and taken back by leaving everything out", async () => {
    const area = await aTestArea(database);
    const agencyId = await area.addAgency("education");
    const who = await area.addPractitioner({ name: "Ida Fell", agencyId });
    const officer = await area.addPractitioner({ name: "Pia Lund", agencyId, role: "privacy-officer" });
    await live(area, who, home);
    expect((await area.as(who).access.outsideWork.mine()).home).toMatchObject({ line1: home.line1, email: home.email });
    expect((await area.as(officer).access.outsideWork.mine()).home).toBeNull();
    await live(area, who, {});
    expect((await area.as(who).access.outsideWork.mine()).home).toBeNull();
  });
});

describe("a list that is imported", () => {
  const csv = (rows: readonly string[]) =>
    Buffer.from(
      [
        "CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_ADDRESS_LINE_1,CHILD_POSTCODE,PARENT_1_NAME,PARENT_1_PHONE,PARENT_1_EMAIL",
        ...rows,
      ].join("\n"),
    ).toString("base64");
  const importAs = async (area: TestArea, who: TestPerson, establishmentId: string, rows: readonly string[]) => {
    const caller = area.as(who);
    const previewed = await caller.people.rollIn.preview({
      idempotencyKey: newKey(),
      establishmentId,
      fileName: "list.csv",
      content: csv(rows),
    });
    if (previewed.outcome !== "previewed") throw new Error(JSON.stringify(previewed));
    const { rollInId, version } = previewed.rollIn;
    const confirmed = await caller.people.rollIn.confirm({
      idempotencyKey: newKey(),
      rollInId,
      version,
      leaverIds: [],
      onRollFrom: localDate("2026-11-23"),
      fullTime: true,
    });
    return { previewed, confirmed };
  };
  const robins = "Robin,Ashdown,04/05/2016,12 Mill Road,AY5 0DD,Moira Ashdown,01632 960001,moira@home.example";

  test.each([
    ["said so before the child came", (area: TestArea, who: TestPerson) => declare(area, who)],
    ["lives there", (area: TestArea, who: TestPerson) => live(area, who, { line1: "12 Mill Rd", postcode: "ay5 0dd" })],
    ["has the parent's phone", (area: TestArea, who: TestPerson) => live(area, who, { phone: "+441632960001" })],
    ["has the parent's email", (area: TestArea, who: TestPerson) => live(area, who, { email: "MOIRA@home.example" })],
  ])("holds a new child back from the head, who %s", async (_, tied) => {
    const area = await aTestArea(database);
    const { head, office, establishmentId } = await aSchool(area);
    await tied(area, head);
    await importAs(area, office, establishmentId, [robins, "Ada,Fell,01/02/2017,1 Hill Road,AY5 0DE,,,"]);
    const found = async (text: string) => (await area.as(head).people.search({ text })).children.length;
    expect([await found("Robin"), await found("Ada")]).toEqual([0, 1]);
    expect((await area.as(office).people.search({ text: "Robin" })).children).toHaveLength(1);
  });

  test("holds a child back whose address changed to that of somebody on the staff", async () => {
    const area = await aTestArea(database);
    const { head, office, establishmentId } = await aSchool(area);
    await live(area, head, { line1: "12 Mill Road", postcode: "AY5 0DD" });
    await importAs(area, office, establishmentId, [robins.replace("12 Mill Road", "14 Mill Road")]);
    expect((await area.as(head).people.search({ text: "Robin" })).children).toHaveLength(1);
    await importAs(area, office, establishmentId, [robins]);
    expect((await area.as(head).people.search({ text: "Robin" })).children).toEqual([]);
  });

  test("leaves the importer's own child to a colleague, whether there is such a record or not, and imports the rest", async () => {
    const area = await aTestArea(database);
    const { head, office, establishmentId } = await aSchool(area);
    await importAs(area, head, establishmentId, [robins]);
    await declare(area, office);
    await declare(area, office, "own-child", { ...robin, given: "Not", family: "Yet" });
    const { previewed, confirmed } = await importAs(area, office, establishmentId, [
      robins,
      "Not,Yet,04/05/2016,,,,,",
      "Ada,Fell,01/02/2017,,,,,",
    ]);
    expect(previewed.rollIn.summary).toMatchObject({ new: 1, refused: 2 });
    expect(confirmed.state).toBe("confirmed");
    const messages = previewed.rows.rows.flatMap(({ problems }) => problems.map(({ message }) => message));
    expect(new Set(messages.filter((one) => one.includes("colleague"))).size).toBe(1);
  });
});

describe("what holds somebody back", () => {
  const inForce = { show: "in-force" } as const;
  const anOfficer = async () => {
    const of = await aCase(database);
    const add = (name: string) =>
      of.area.addPractitioner({ name, agencyId: of.agencies.health, role: "privacy-officer" });
    return { ...of, officer: await add("Pia Lund"), other: await add("Rex Moor") };
  };
  const lifting = (blockId: string) => ({ idempotencyKey: newKey(), blockId, reason: "Another family of that name" });

  test.each(["practitioner", "head", "team-manager", "service-manager", "coordinator", "strategic-manager"] as const)(
    "is not for a %s to see or lift",
    async (role) => {
      const { area, agencies } = await anOfficer();
      const person = await area.addPractitioner({ name: "Kit Ray", agencyId: agencies.health, role });
      for (const call of [
        () => area.as(person).access.heldBack.list(inForce),
        () => area.as(person).access.heldBack.lift(lifting(newId())),
      ])
        expect((await refusalOf(call())).kind).toBe("not-allowed");
    },
  );

  test("is seen by a privacy officer with the child, the tie and how it came to be known", async () => {
    const { area, teacher, officer, childId } = await anOfficer();
    await declare(area, teacher, "grandchild-niece-nephew");
    const { blocks } = await area.as(officer).access.heldBack.list(inForce);
    expect(blocks).toMatchObject([
      {
        by: { name: "Morag Shaw" },
        postTitle: "Class teacher",
        child: { childId, name: "Robin Ashdown" },
        because: "They said so themselves",
        tie: { label: "My grandchild, niece or nephew" },
      },
    ]);
  });

  test("is lifted by a privacy officer with a reason, and the record opens again to the part they have", async () => {
    const of = await anOfficer();
    const { area, teacher, head, officer, childId } = of;
    await declare(area, teacher);
    const [block] = (await area.as(officer).access.heldBack.list(inForce)).blocks;
    const lifted = await area.as(officer).access.heldBack.lift(lifting(block?.blockId ?? ""));
    expect(lifted.lifted).toMatchObject({ by: "Pia Lund", because: "Another family of that name" });
    expect((await area.as(teacher).people.child({ childId })).name.full).toBe("Robin Ashdown");
    expect((await area.as(officer).access.heldBack.list(inForce)).blocks).toEqual([]);
    expect((await area.as(officer).access.heldBack.list({ show: "lifted" })).blocks).toHaveLength(1);
    expect((await noticesOf(area, head)).map(({ words }) => words)).toContain(
      "Morag Shaw can act again for one child for whom they could not.",
    );
    const again = area.as(officer).access.heldBack.lift(lifting(block?.blockId ?? ""));
    expect((await refusalOf(again)).kind).toBe("already");
  });

  test("holds on while another reason holds", async () => {
    const { area, teacher, officer, childId } = await anOfficer();
    await addHome(area, childId, { line1: "12 Mill Road", postcode: "AY5 0DD" });
    await declare(area, teacher);
    await live(area, teacher, { line1: "12 Mill Road", postcode: "AY5 0DD" });
    const { blocks } = await area.as(officer).access.heldBack.list(inForce);
    expect(blocks).toHaveLength(2);
    await area.as(officer).access.heldBack.lift(lifting(blocks[0]?.blockId ?? ""));
    expect((await refusalOf(area.as(teacher).people.child({ childId }))).kind).toBe("not-visible");
    await area.as(officer).access.heldBack.lift(lifting(blocks[1]?.blockId ?? ""));
    expect((await area.as(teacher).people.child({ childId })).childId).toBe(childId);
  });

  test("is lifted by nobody for themselves: an officer does not see what holds them back, nor that child's other rows", async () => {
    const { area, teacher, officer, other, childId } = await anOfficer();
    await declare(area, officer);
    await declare(area, teacher);
    expect((await area.as(officer).access.heldBack.list(inForce)).blocks).toEqual([]);
    const { blocks } = await area.as(other).access.heldBack.list(inForce);
    expect(blocks).toHaveLength(2);
    for (const { blockId } of blocks)
      expect((await refusalOf(area.as(officer).access.heldBack.lift(lifting(blockId)))).kind).toBe("not-visible");
    const held = await area.write((tx) =>
      tx
        .select({ heldBack: childAccess.heldBack })
        .from(childAccess)
        .where(and(eq(childAccess.childId, childId), eq(childAccess.practitionerId, teacher.practitionerId))),
    );
    expect(held.every(({ heldBack }) => heldBack)).toBe(true);
  });

  test("is not another area's officer's to see", async () => {
    const [one, other] = [await anOfficer(), await anOfficer()];
    await declare(one.area, one.teacher);
    expect((await other.area.as(other.officer).access.heldBack.list(inForce)).blocks).toEqual([]);
  });
});

describe("200 links of 8 kinds", () => {
  const ties = codesOf(familyTies);
  const links = 200;
  const ways = ["name", "number", "address", "phone", "email"] as const;

  test("hold back every one of 200 children, each from one person and nobody else", { timeout: 240_000 }, async () => {
    expect(ties).toHaveLength(8);
    const area = await aTestArea(database);
    const agencyId = await area.addAgency("education");
    const [who, colleague] = [
      await area.addPractitioner({ name: "Ida Fell", agencyId }),
      await area.addPractitioner({ name: "Kit Ray", agencyId }),
    ];
    let blocked = 0;
    let open = 0;
    for (let at = 0; at < links; at += 1) {
      const tie = ties[at % ties.length] as FamilyTie;
      const way = ways[Math.floor(at / ties.length) % ways.length] ?? "name";
      const name = { given: `Given${at}`, family: `Family${at}` };
      const bornOn = localDate(`2016-05-${String((at % 28) + 1).padStart(2, "0")}`);
      const childId = await area.addChild({ givenName: name.given, familyName: name.family, bornOn });
      for (const person of [who, colleague]) await area.relate(person, childId, at % 2 ? "lead" : "named-person");
      const number = `L${String(at).padStart(12, "0")}`;
      const phone = `01632 ${String(960_000 + at)}`;
      if (way === "number")
        await area.write((tx) =>
          tx.insert(childIdentifier).values({
            areaId: area.areaId,
            identifierId: newId(),
            childId,
            kind: "upn",
            value: number,
            standing: "imported",
            recordedAt: aMonday.toISOString(),
          }),
        );
      if (way === "address") await addHome(area, childId, { line1: `${at} Mill Road`, postcode: "AY5 0DD" });
      if (way === "phone") await addCarerWith(area, childId, { phone });
      if (way === "email") await addCarerWith(area, childId, { email: `home${at}@home.example` });
      if (way === "name") await declare(area, who, tie, { by: "name", ...name, bornOn });
      else if (way === "number") await declare(area, who, tie, { by: "number", number: number.toLowerCase() });
      else if (way === "address") await live(area, who, { line1: `${at}, mill rd`, postcode: "ay50dd" });
      else if (way === "phone") await live(area, who, { phone: phone.replace("0", "+44 ") });
      else await live(area, who, { email: `HOME${at}@home.example` });
      const refusal = await refusalOf(area.as(who).people.child({ childId })).catch(() => undefined);
      if (refusal?.kind === "not-visible") blocked += 1;
      if ((await area.as(colleague).people.child({ childId })).childId === childId) open += 1;
    }
    expect({ blocked, open }).toEqual({ blocked: links, open: links });
    expect((await area.as(who).people.search({ text: "Given" })).children).toEqual([]);
    expect(JSON.stringify(await area.as(who).namedPerson.mine({}))).not.toContain("Given");
  });
});
