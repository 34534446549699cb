import { type CopyAsked, type CopyClearing, localDate, type SendCopy } from "@linchpin/domain";
import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { restriction, restrictionReader } from "../../db/schema/access.ts";
import { duty } from "../../db/schema/change.ts";
import { carer, child, childAddress } from "../../db/schema/child.ts";
import { privateNote } from "../../db/schema/consent.ts";
import { planMember } from "../../db/schema/plan.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { sentCopy } from "../../db/schema/sent-copy.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const longAgo = "2026-03-02T09:00:00.000Z";
const theNote = "Pell told me about the cellar";

/** Robin Ashdown with a sister on the plan, a mother and a father on record, and two actions of two services. */
async function aPlanToSend(edition = "highland") {
  const of = await aCase(database, { edition });
  const { area, teacher, nurse, childId, planId } = of;
  const sister = await area.addChild({ givenName: "Juniper", familyName: "Ashdown" });
  const [mother, father] = [newId(), newId()];
  await area.write(async (tx) => {
    const { areaId } = area;
    await tx.insert(planMember).values({ areaId, planId, childId: sister, addedAt: aMonday.toISOString() });
    await tx.insert(carer).values([
      {
        areaId,
        carerId: mother,
        childId,
        name: "Ana Lind",
        relationship: "mother",
        phone: "01632 960001",
        email: "ana@lind.example",
        position: "1",
        recordedAt: longAgo,
      },
      {
        areaId,
        carerId: father,
        childId,
        name: "Rob Harrow",
        relationship: "father",
        phone: "01632 960002",
        position: "2",
        recordedAt: longAgo,
      },
    ]);
    await tx.insert(childAddress).values({
      areaId,
      addressId: newId(),
      childId,
      line1: "12 Mill Rise",
      town: "Tarn",
      postcode: "AY5 0DD",
      recordedAt: longAgo,
    });
  });
  await database.inArea(
    { areaId: area.areaId, practitionerId: teacher.practitionerId, now: aMonday.toISOString(), as: "person" },
    (tx) =>
      tx.insert(privateNote).values({
        areaId: area.areaId,
        noteId: newId(),
        authorId: teacher.practitionerId,
        about: "Robin Ashdown",
        words: theNote,
        heardOn: localDate("2026-11-20"),
        keptAt: aMonday.toISOString(),
      }),
  );
  const add = async (what: string, owner: TestPerson) => {
    await area.as(teacher).plan.addAction({
      idempotencyKey: newKey(),
      planId,
      childId,
      what,
      outcome: "Calmer afternoons",
      ownerId: owner.practitionerId,
      dueOn: localDate("2026-12-18"),
    });
  };
  await add("A quiet place after lunch with Juniper", teacher);
  await add("Weigh every week", nurse);
  const asked = (more: Partial<CopyAsked> = {}): CopyAsked => ({
    planId,
    childId,
    recipient: { is: "carer", carerId: mother },
    way: "post",
    clearings: [],
    isReferral: false,
    ...more,
  });
  const caller = area.as(teacher);
  const look = (more: Partial<CopyAsked> = {}) => caller.consent.copies.look(asked(more));
  /** Decides about everything that was found, and gives the command that sends exactly what came of it. */
  const toSend = async (
    more: Partial<SendCopy> = {},
    how: (key: string) => CopyClearing = (key) => ({ key, how: "out" }),
  ) => {
    const { recipient, way, address, addressAgain, basis } = more;
    const to = {
      ...(recipient && { recipient }),
      ...(way && { way }),
      ...(address && { address }),
      ...(addressAgain && { addressAgain }),
      isReferral: basis === "safeguarding",
    };
    const clearings = (await look(to)).findings.map(({ key }) => how(key));
    const { hash, destination } = await look({ ...to, clearings });
    const { isReferral: _, ...rest } = asked();
    return {
      ...rest,
      idempotencyKey: newKey(),
      purpose: "So that they know what was agreed",
      basis: "their-own" as const,
      isPartOfAnswer: false,
      childTold: { told: "not-yet" as const },
      familyTold: { told: "not-yet" as const },
      addressConfirmed: false,
      nobodyNearConfirmed: false,
      otherWayConfirmed: false,
      clearings,
      hash,
      ...(destination?.since === undefined ? {} : { addressSince: destination.since }),
      ...more,
    } satisfies SendCopy;
  };
  return { ...of, sister, mother, father, asked, look, toSend, caller, add };
}
type Sending = Awaited<ReturnType<typeof aPlanToSend>>;

const rows = ({ area, childId }: Sending) =>
  area.write((tx) => tx.select().from(sentCopy).where(eq(sentCopy.childId, childId)));
const body = { is: "body" as const, name: "Fell and Co", agency: "other" as const };
const posted = {
  recipient: body,
  way: "post" as const,
  address: "1 Fell Road\nTarn\nAY6 1ZZ",
  addressAgain: "1 Fell Road\nTarn\nAY6 1ZZ",
};

describe("who may not send, or see what was sent", () => {
  test("a stranger, somebody of the wrong part and somebody in an emergency learn nothing, and nothing is kept", async () => {
    const of = await aPlanToSend();
    const stranger = await of.area.addPractitioner({ name: "Una Vale", agencyId: of.agencies.health });
    const opener = await of.area.addPractitioner({ name: "Ivo Rae", agencyId: of.agencies.health });
    await of.area.relate(opener, of.childId, "emergency");
    const command = await of.toSend();
    const { sentCopyId } = await of.caller.consent.copies.send(command);
    for (const [who, kind] of [
      [stranger, "not-visible"],
      [opener, "not-allowed"],
    ] as const) {
      const { copies } = of.area.as(who).consent;
      expect(await refusalOf(copies.look(of.asked()))).toMatchObject({ kind });
      expect(await refusalOf(copies.send({ ...command, idempotencyKey: newKey() }))).toMatchObject({ kind });
      expect(await refusalOf(copies.recipients({ planId: of.planId, childId: of.childId }))).toMatchObject({ kind });
      expect(await refusalOf(copies.sent({ childId: of.childId }))).toMatchObject({ kind });
    }
    const { copies } = of.area.as(stranger).consent;
    const unknown = await refusalOf(copies.kept({ sentCopyId: newId() }));
    expect(await refusalOf(copies.kept({ sentCopyId }))).toEqual(unknown);
    expect(await refusalOf(copies.look(of.asked({ planId: newId() })))).toEqual(
      await refusalOf(copies.look(of.asked())),
    );
    expect(await rows(of)).toHaveLength(1);
  });

  test("a plan of another child reads as none, with this child's name before it too", async () => {
    const of = await aPlanToSend();
    const other = await aPlanToSend();
    expect(await refusalOf(of.look({ planId: other.planId }))).toMatchObject({ kind: "not-visible" });
  });
});

describe("what is found in a copy before it goes", () => {
  test("others in the family, what is protected, and what another service wrote and did not release", async () => {
    const of = await aPlanToSend();
    const { findings, html, left } = await of.look({ recipient: { is: "child" }, way: "handed-over" });
    expect(findings.map(({ kind, words, service }) => [kind, words.slice(0, 16), service])).toEqual([
      ["family-member", "Juniper", undefined],
      ["not-released", "Weigh every week", "Community nursing"],
    ]);
    expect(left).toEqual(findings.map(({ key }) => key));
    expect(html).toContain("A quiet place after lunch with Juniper");
    expect(html).not.toContain(theNote);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
  });

  test("an item of the recipient's own service, and one that was released to them, is theirs already", async () => {
    const of = await aPlanToSend();
    const away = await of.area.addPractitioner({ name: "Noor Aziz", agencyId: await of.area.addAgency("housing") });
    const kinds = async (person: TestPerson) =>
      (
        await of.look({ recipient: { is: "practitioner", practitionerId: person.practitionerId }, way: "handed-over" })
      ).findings.map(({ kind }) => kind);
    expect(await kinds(of.nurse)).toEqual(["family-member"]);
    expect(await kinds(of.worker)).toEqual(["family-member"]); // on the plan, which was shared
    expect(await kinds(away)).toEqual(["family-member", "not-released"]);
  });

  test("nothing goes while one thing is undecided; what is left in needs a reason, and a referral's does not", async () => {
    const of = await aPlanToSend();
    const command = await of.toSend();
    const [first, ...others] = command.clearings;
    const refused = (clearings: readonly CopyClearing[]) =>
      refusalOf(of.caller.consent.copies.send({ ...command, idempotencyKey: newKey(), clearings: [...clearings] }));
    expect(await refused(others)).toMatchObject({ kind: "input", problems: [{ path: "clearings" }] });
    expect(await refused([{ key: first?.key ?? "", how: "in" }, ...others])).toMatchObject({ kind: "input" });
    // decided otherwise than it was shown, it is another copy
    expect(await refused([{ key: first?.key ?? "", how: "in", because: "She was there" }, ...others])).toMatchObject({
      kind: "changed-since",
    });
    expect(await rows(of)).toEqual([]);
    const referral = await of.toSend(
      { ...posted, basis: "safeguarding" as const, purpose: undefined } as Partial<SendCopy>,
      (key) => ({ key, how: "in" }),
    );
    await of.caller.consent.copies.send(referral);
    expect(await rows(of)).toMatchObject([{ basis: "safeguarding", purpose: "A safeguarding referral" }]);
  });
});

describe("HIG-50: what was sent is kept byte for byte", () => {
  test("exactly the copy that was shown, with what became of each finding, once however often it is sent", async () => {
    const of = await aPlanToSend();
    const command = await of.toSend();
    const shown = await of.look({ clearings: command.clearings });
    const { sentCopyId } = await of.caller.consent.copies.send(command);
    expect(await of.caller.consent.copies.send(command)).toEqual({ sentCopyId });
    const [kept, ...others] = await rows(of);
    expect(others).toEqual([]);
    expect(new TextDecoder().decode(kept?.bytes)).toBe(shown.html);
    expect(kept).toMatchObject({
      sha256: shown.hash,
      recipientName: "Ana Lind",
      addressedTo: "Ana Lind",
      address: "12 Mill Rise\nTarn\nAY5 0DD",
    });
    const view = await of.caller.consent.copies.kept({ sentCopyId });
    expect(view).toMatchObject({ html: shown.html, sha256: shown.hash, isIntact: true });
    expect(view.html).not.toContain("Juniper");
    expect(view.html).not.toContain("Weigh every week");
    expect(view.findings.map(({ words, how }) => [words.slice(0, 16), how])).toEqual([
      ["Juniper", "out"],
      ["Weigh every week", "out"],
    ]);
    const list = await of.area.as(of.nurse).consent.copies.sent({ childId: of.childId, planId: of.planId });
    expect(list.copies).toMatchObject([
      { sentCopyId, to: "Ana Lind", by: "Morag Shaw", way: { code: "post" }, familyTold: { told: "yes" } },
    ]);
    const steps = await of.area.write((tx) =>
      tx
        .select()
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, of.childId), eq(chronologyEntry.act, "consent.copy-sent"))),
    );
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ title: "A copy went to Ana Lind: Child's Plan", planId: of.planId });
    expect(JSON.stringify(steps)).not.toContain("Mill Rise");
    const audit = await of.area.write((tx) =>
      tx
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.childId, of.childId), eq(auditEntry.act, "consent.copy-sent"))),
    );
    expect(audit.map(({ outcome }) => outcome)).toEqual(["changed"]);
  });

  test("no right of the app's changes or deletes what was sent", async () => {
    const of = await aPlanToSend();
    await of.caller.consent.copies.send(await of.toSend());
    for (const change of [
      sql`update sent_copy set purpose = 'x'`,
      sql`delete from sent_copy`,
      sql`delete from sent_copy_told`,
    ])
      await expect(of.area.write((tx) => rowsOf(tx, change))).rejects.toThrow();
    expect(await rows(of)).toMatchObject([{ purpose: "So that they know what was agreed" }]);
  });

  test("a plan that changed since the copy was shown goes nowhere until it is looked at again", async () => {
    const of = await aPlanToSend();
    const command = await of.toSend();
    await of.add("Read together on Fridays", of.teacher);
    expect(await refusalOf(of.caller.consent.copies.send(command))).toEqual({ kind: "changed-since", what: "copy" });
    expect(await rows(of)).toEqual([]);
    await of.caller.consent.copies.send(await of.toSend());
    const [kept] = await rows(of);
    expect(new TextDecoder().decode(kept?.bytes)).toContain("Read together on Fridays");
  });
});

/** The family moved. */
const moved = (of: Sending, on: string) =>
  of.area.write(async (tx) => {
    await tx.update(childAddress).set({ supersededAt: on }).where(eq(childAddress.childId, of.childId));
    await tx.insert(childAddress).values({
      areaId: of.area.areaId,
      addressId: newId(),
      childId: of.childId,
      line1: "3 Weir Close",
      town: "Tarn",
      postcode: "AY7 2AB",
      recordedAt: on,
    });
  });

describe("an address that changed lately is made sure of", () => {
  test("by its days and never by the address before; once it was made sure of, it goes", async () => {
    const of = await aPlanToSend();
    await moved(of, "2026-11-02T09:00:00.000Z");
    const { destination } = await of.look();
    expect(destination?.askedAgain).toBe(
      "This address changed on 2 November 2026. The one before had been on record since 2 March 2026. Make sure of it with the family.",
    );
    expect(JSON.stringify(destination)).not.toContain("Mill Rise");
    const command = await of.toSend();
    expect(await refusalOf(of.caller.consent.copies.send(command))).toMatchObject({
      kind: "input",
      problems: [{ path: "addressConfirmed", message: destination?.askedAgain }],
    });
    await of.caller.consent.copies.send({ ...command, idempotencyKey: newKey(), addressConfirmed: true });
    expect(await rows(of)).toMatchObject([{ address: "3 Weir Close\nTarn\nAY7 2AB", addressConfirmed: "yes" }]);
  });

  test("one that changed between looking and sending is looked at again", async () => {
    const of = await aPlanToSend();
    const command = await of.toSend();
    await moved(of, aMonday.toISOString());
    expect(await refusalOf(of.caller.consent.copies.send({ ...command, addressConfirmed: true }))).toEqual({
      kind: "changed-since",
      what: "address",
    });
    expect(await rows(of)).toEqual([]);
  });

  test("one that is on no record is typed twice, and an email that is missing is another way", async () => {
    const of = await aPlanToSend();
    await expect(of.look({ ...posted, addressAgain: "11 Fell Road" })).rejects.toThrow();
    expect(
      await refusalOf(of.look({ recipient: { is: "carer", carerId: of.father }, way: "secure-email" })),
    ).toMatchObject({
      kind: "input",
      problems: [{ path: "way", message: "No email address of Rob Harrow is on record. Choose another way." }],
    });
  });
});

const restrict = (
  of: Sending,
  kind: "whereabouts" | "contact-risk",
  more: Partial<typeof restriction.$inferInsert> = {},
) => {
  const restrictionId = newId();
  const by = { areaId: of.area.areaId, recordedBy: of.teacher.practitionerId, recordedAt: aMonday.toISOString() };
  return of.area.write(async (tx) => {
    await tx.insert(restriction).values({
      ...by,
      restrictionId,
      childId: of.childId,
      kind,
      ownerId: of.teacher.practitionerId,
      reason: "An order of the court",
      reviewOn: localDate("2027-02-01"),
      during: { from: aMonday.toISOString() },
      ...more,
    });
    if (kind === "whereabouts")
      await tx.insert(restrictionReader).values({
        ...by,
        readerId: newId(),
        restrictionId,
        childId: of.childId,
        practitionerId: of.teacher.practitionerId,
        because: "Answers for it",
        during: { from: aMonday.toISOString() },
      });
  });
};

describe("an adult who must not be brought near", () => {
  test("is offered to nobody, and gets no copy by id or by name", async () => {
    const of = await aPlanToSend();
    await restrict(of, "contact-risk", { adult: "Robert Rob Harrow" });
    const offered = await of.caller.consent.copies.recipients({ planId: of.planId, childId: of.childId });
    expect(offered.carers.map(({ name }) => name)).toEqual(["Ana Lind"]);
    expect(await refusalOf(of.look({ recipient: { is: "carer", carerId: of.father } }))).toMatchObject({
      kind: "input",
      problems: [{ path: "recipient.carerId" }],
    });
    expect(await refusalOf(of.look({ ...posted, recipient: { ...body, name: "Mr Rob Harrow" } }))).toMatchObject({
      kind: "input",
      problems: [{ path: "recipient.name" }],
    });
  });

  test("nothing goes where the adult is known to be reached by any record, and elsewhere somebody makes sure", async () => {
    const of = await aPlanToSend();
    await restrict(of, "contact-risk", { adult: "Rob Harrow" });
    const cousin = await of.area.addChild({ givenName: "Sky", familyName: "Harrow" });
    await of.area.write(async (tx) => {
      const { areaId } = of.area;
      await tx.insert(carer).values({
        areaId,
        carerId: newId(),
        childId: cousin,
        name: "Rob Harrow",
        email: "rob@harrow.example",
        position: "1",
        recordedAt: longAgo,
      });
      await tx.insert(childAddress).values({
        areaId,
        addressId: newId(),
        childId: cousin,
        line1: "1 Fell Road",
        town: "Tarn",
        postcode: "AY6 1ZZ",
        recordedAt: longAgo,
      });
    });
    for (const to of [
      posted,
      {
        recipient: body,
        way: "secure-email" as const,
        address: "Rob@harrow.example",
        addressAgain: "rob@harrow.example",
      },
    ]) {
      const refused = await refusalOf(of.look(to));
      expect(refused).toMatchObject({ kind: "input", problems: [{ path: "way" }] });
      expect(JSON.stringify(refused)).not.toMatch(/Harrow|Sky/);
    }
    const command = await of.toSend();
    expect(await refusalOf(of.caller.consent.copies.send(command))).toMatchObject({
      problems: [{ path: "nobodyNearConfirmed" }],
    });
    await of.caller.consent.copies.send({ ...command, idempotencyKey: newKey(), nobodyNearConfirmed: true });
    expect(await rows(of)).toHaveLength(1);
  });
});

describe("where it is kept private where a child is", () => {
  const safe = { name: "Family support desk", address: "PO Box 9\nTarn\nAY1 1AA" };

  test("letters go to the safe contact, the copy says no school and names nobody who works there, and the chronology not who got it", async () => {
    const of = await aPlanToSend();
    await of.area.write((tx) => tx.update(child).set({ familyName: "Ashdown" }).where(eq(child.childId, of.childId)));
    await of.add("Breakfast at Tern Lane, near 12 Mill Rise", of.teacher);
    await restrict(of, "whereabouts", { safeContact: safe });
    const seen = await of.look();
    expect(seen.destination).toMatchObject({ to: safe.name, address: safe.address, isSafeContact: true });
    expect(seen.findings.filter(({ mustGo }) => mustGo).map(({ words }) => words)).toEqual([
      "Tern Lane",
      "12 Mill Rise",
    ]);
    const leftIn = (key: string): CopyClearing => ({ key, how: "in", because: "They know it" });
    expect(await refusalOf(of.caller.consent.copies.send(await of.toSend({}, leftIn)))).toMatchObject({
      problems: [{ path: "clearings" }],
    });
    const { sentCopyId } = await of.caller.consent.copies.send(await of.toSend());
    const { html, address } = await of.caller.consent.copies.kept({ sentCopyId });
    expect(address).toBe(safe.address);
    expect(html).not.toMatch(/Tern|Mill Rise|AY5|Morag|Isobel|960001/);
    const steps = await of.area.write((tx) =>
      tx
        .select()
        .from(chronologyEntry)
        .where(and(eq(chronologyEntry.childId, of.childId), eq(chronologyEntry.act, "consent.copy-sent"))),
    );
    expect(steps.map(({ title, detail }) => `${title} ${detail}`)).toEqual([
      "A copy was sent: Child's Plan By post. It rests on this: It is the child's and the family's own.",
    ]);
  });

  test("whoever may not know reads no copy that was sent, not even one of before, and is told why", async () => {
    const of = await aPlanToSend();
    const { sentCopyId } = await of.caller.consent.copies.send(await of.toSend());
    await restrict(of, "whereabouts", { safeContact: safe });
    const { copies } = of.area.as(of.nurse).consent;
    const list = await copies.sent({ childId: of.childId });
    expect(list).toMatchObject({
      copies: [],
      kept: "It is kept private where this child is. What was sent opens to those who may know: ask Morag Shaw.",
    });
    expect(await refusalOf(copies.kept({ sentCopyId }))).toEqual(await refusalOf(copies.kept({ sentCopyId: newId() })));
    expect((await of.caller.consent.copies.sent({ childId: of.childId })).copies).toHaveLength(1);
  });

  test("a colleague who may know gets the whole of it", async () => {
    const of = await aPlanToSend();
    await restrict(of, "whereabouts", { safeContact: safe });
    await of.area.relate(of.head, of.childId, "head");
    const to = (person: TestPerson) =>
      of.look({ recipient: { is: "practitioner", practitionerId: person.practitionerId }, way: "handed-over" });
    expect((await to(of.head)).html).toContain("Morag Shaw, Class teacher, Tern Lane School");
    expect((await to(of.nurse)).html).not.toContain("Tern Lane");
  });
});

describe("HIG-20, HIG-27, CWDC-3.19c: what a copy for somebody outside the family rests on, and who is told", () => {
  test("without consent or a very good reason it does not go, and child and family's own it is to nobody else", async () => {
    const of = await aPlanToSend();
    const send = async (more: Partial<SendCopy>) =>
      refusalOf(of.caller.consent.copies.send(await of.toSend({ ...posted, ...more })));
    expect(await send({ basis: "their-own" })).toMatchObject({ kind: "input", problems: [{ path: "basis" }] });
    expect(await send({ basis: "consent", isPartOfAnswer: true })).toMatchObject({ kind: "rule-prevents" });
    expect(await send({ basis: "public-task", decidedById: of.head.practitionerId })).toMatchObject({
      kind: "rule-prevents",
    });
    expect(await rows(of)).toEqual([]);
  });

  test("on a yes that covers the service it goes; telling the child is owed, and closed once it is recorded", async () => {
    const of = await aPlanToSend();
    await of.caller.consent.record({
      idempotencyKey: newKey(),
      childId: of.childId,
      answeredBy: "parent-or-carer",
      answeredByName: "Ana Lind",
      answer: "given",
      form: "written",
      saysWhat: "The plan",
      saysWithWhom: "Our solicitors",
      saysWhy: "So that they can speak for us",
      items: [],
      agencies: ["other"],
      recipients: [],
      from: localDate("2026-11-23"),
      ends: { is: "open" },
    });
    const told = { told: "yes" as const, on: localDate("2026-11-23"), how: "By phone" };
    const { sentCopyId } = await of.caller.consent.copies.send(
      await of.toSend({ ...posted, basis: "consent", isPartOfAnswer: true, familyTold: told }),
    );
    const open = () =>
      of.area.write((tx) =>
        tx
          .select({ act: duty.act })
          .from(duty)
          .where(and(eq(duty.childId, of.childId), isNull(duty.doneAt))),
      );
    expect((await open()).map(({ act }) => act).filter((act) => act.startsWith("consent."))).toEqual([
      "consent.tell-child-of-sharing",
    ]);
    await of.caller.consent.copies.tell({ idempotencyKey: newKey(), sentCopyId, whom: "child", told });
    expect((await open()).filter(({ act }) => act.startsWith("consent."))).toEqual([]);
    const { copy } = await of.caller.consent.copies.kept({ sentCopyId });
    const sheet = await of.caller.consent.shared({ childId: of.childId });
    expect(sheet.shares.filter(({ what }) => what.startsWith("A copy:"))).toMatchObject([
      { what: "A copy: Child's Plan: Robin Ashdown", withWhom: "Fell and Co, Another service", basis: "Consent" },
    ]);
    expect(copy).toMatchObject({ childTold: { told: "yes" }, familyTold: { told: "yes" }, basis: { code: "consent" } });
  });

  test("that they were told of one copy is said of no other", async () => {
    const of = await aPlanToSend();
    const send = async () =>
      of.caller.consent.copies.send(await of.toSend({ ...posted, basis: "safeguarding", isPartOfAnswer: false }));
    const { sentCopyId } = await send();
    const { sentCopyId: other } = await send();
    await of.caller.consent.copies.tell({
      idempotencyKey: newKey(),
      sentCopyId,
      whom: "family",
      told: { told: "yes", on: localDate("2026-11-23"), how: "By phone" },
    });
    const { copies } = await of.caller.consent.copies.sent({ childId: of.childId });
    expect(new Map(copies.map((copy) => [copy.sentCopyId, copy.familyTold.told]))).toEqual(
      new Map([
        [sentCopyId, "yes"],
        [other, "not-yet"],
      ]),
    );
  });

  test("a safeguarding referral waits for no answer, no name and no reason", async () => {
    const of = await aPlanToSend();
    await of.caller.consent.copies.send(await of.toSend({ ...posted, basis: "safeguarding" }));
    expect(await rows(of)).toMatchObject([{ basis: "safeguarding", decidedBy: null }]);
  });
});
