import { localDate, type RecordAgreedWay, type SendCopy } from "@linchpin/domain";
import { eq } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { restriction } from "../../db/schema/access.ts";
import { childAddress } from "../../db/schema/child.ts";
import { decision } from "../../db/schema/record.ts";
import { sentCopy } from "../../db/schema/sent-copy.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { aCase, agreeAll, answered, asked, proposed } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { addCarer } from "../../testing/school.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const monday = localDate("2026-11-23");
const saturday = new Date("2026-11-28T10:00:00.000Z");
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"] as const;
const byText = { is: "way" as const, way: "text" as const, howOften: "Once a week", days: [...weekdays] };
const textOnWeekdays = "The family wants to be reached by text on weekdays. Send it that way, or write down why not.";

/** Robin, for whom the nurse leads, with an address; his mother is on record, and letters are due that say who leads. */
async function led(edition = "bolton") {
  const of = await aCase(database, { edition });
  const { area, nurse, childId, planId } = of;
  const mother = await addCarer(area, childId, "Mrs Iqbal");
  await area.write((tx) =>
    tx.insert(childAddress).values({
      ...{ areaId: area.areaId, addressId: newId(), childId, line1: "9 Mill Brae", town: "Testburgh" },
      recordedAt: "2026-03-02T09:00:00.000Z",
    }),
  );
  await asked(of);
  await answered(of);
  await agreeAll(of, (await proposed(of, nurse)).proposalId);
  const agree = (agreed: RecordAgreedWay["agreed"] = byText) =>
    area.as(nurse).people.around.recordWay({
      ...{ idempotencyKey: newId(), childId, carerId: mother, agreed, from: monday, agreedWith: "Mrs Iqbal" },
    });
  const letters = (at: Date = aMonday, who: TestPerson = nurse) => area.as(who, at).consent.letters;
  const run = (way: "post" | "handed-over" = "post", at?: Date) => letters(at).run({ childId, way });
  const kept = () => area.write((tx) => tx.select().from(sentCopy).where(eq(sentCopy.areaId, area.areaId)));
  const decisions = async () => {
    const rows = await area.write((tx) => tx.select().from(decision).where(eq(decision.areaId, area.areaId)));
    return rows.filter(({ question }) => question === "people.message");
  };
  const copies = area.as(nurse).consent.copies;
  const copyOf = { planId, childId, recipient: { is: "carer" as const, carerId: mother }, way: "post" as const };
  /** The command that sends the mother her copy of the plan, as it was shown. */
  const copyToSend = async (more: Partial<SendCopy> = {}) => {
    const { findings } = await copies.look(copyOf);
    const clearings = findings.map(({ key }) => ({ key, how: "out" as const }));
    const { hash, destination } = await copies.look({ ...copyOf, clearings });
    return {
      ...copyOf,
      ...{ clearings, hash, idempotencyKey: newKey(), purpose: "So that they have it", basis: "their-own" as const },
      ...(destination?.since === undefined ? {} : { addressSince: destination.since }),
      ...more,
    };
  };
  return { ...of, mother, agree, letters, run, kept, decisions, copies, copyOf, copyToSend };
}
type Of = Awaited<ReturnType<typeof led>>;

/** Posts the letter to the mother as it is shown by itself. */
async function post(of: Of, more: { otherWayConfirmed?: boolean; otherWayBecause?: string } = {}) {
  const { ready, oneByOne } = await of.run();
  const tellingId = [...ready, ...oneByOne].find(({ to }) => to === "Mrs Iqbal")?.tellingId ?? "";
  const { hash } = await of.letters().look({ tellingId, way: "post" });
  return of.letters().send({ idempotencyKey: newKey(), way: "post", letters: [{ tellingId, hash, ...more }] });
}

describe("BOL-3.1: Mrs Iqbal prefers text on weekdays, and a letter is queued", () => {
  test("the lead is reminded of the agreed way: the letter is looked at by itself, and says it with its clause", async () => {
    const of = await led();
    await of.agree();
    const { ready, oneByOne } = await of.run();
    expect(oneByOne).toMatchObject([{ to: "Mrs Iqbal", why: [textOnWeekdays] }]);
    expect(ready.map(({ to }) => to)).not.toContain("Mrs Iqbal");
    const look = await of.letters().look({ tellingId: oneByOne[0]?.tellingId ?? "", way: "post" });
    expect(look.otherWay).toEqual({ because: textOnWeekdays, clause: "Bolton 3.1" });
  });

  test("it does not go until somebody has seen that; why it goes all the same is kept with it, and so is the decision", async () => {
    const of = await led();
    await of.agree();
    expect(await refusalOf(post(of))).toMatchObject({
      problems: [{ path: "otherWayConfirmed", message: textOnWeekdays }],
    });
    expect(await of.kept()).toEqual([]);
    await post(of, { otherWayConfirmed: true, otherWayBecause: "She asked to have this one on paper" });
    expect(await of.kept()).toMatchObject([{ otherWayBecause: "She asked to have this one on paper" }]);
    expect((await of.decisions()).map(({ answer }) => answer)).toEqual(["permits"]);
  });

  test("a reason may be left out: the guidance reminds, and stops nothing", async () => {
    const of = await led();
    await of.agree();
    expect(await post(of, { otherWayConfirmed: true })).toMatchObject({ sent: 1 });
    expect(await of.kept()).toMatchObject([{ otherWayBecause: null }]);
    expect((await of.decisions()).map(({ answer }) => answer)).toEqual(["permits-if"]);
  });

  test("agreed after the letters were shown, it stays behind, and the others go", async () => {
    const of = await led();
    const { ready } = await of.run();
    expect(ready.map(({ to }) => to)).toContain("Mrs Iqbal");
    await of.agree();
    const { sent, changed } = await of.letters().send({
      idempotencyKey: newKey(),
      way: "post",
      letters: ready.map(({ tellingId, hash }) => ({ tellingId, hash })),
    });
    expect([sent, changed.length]).toEqual([ready.length - 1, 1]);
  });

  test("a letter was agreed: it goes with the others, on the days that were agreed and on no other", async () => {
    const of = await led();
    await of.agree({ ...byText, way: "letter" });
    expect((await of.run()).oneByOne).toEqual([]);
    expect((await of.run("post", new Date("2026-11-27T10:00:00.000Z"))).oneByOne).toEqual([]);
    expect((await of.run("post", saturday)).oneByOne).toMatchObject([
      { why: [expect.stringContaining("by letter on weekdays")] },
    ]);
  });

  test("handed over it is a letter, and is given in person: either was agreed", async () => {
    const of = await led();
    await of.agree({ ...byText, way: "visit" });
    expect((await of.run("handed-over")).oneByOne).toEqual([]);
    expect((await of.run("post")).oneByOne).toHaveLength(1);
    await of.agree({ ...byText, way: "letter" });
    expect((await of.run("handed-over")).oneByOne).toEqual([]);
    await of.agree({ ...byText, way: "phone" });
    expect((await of.run("handed-over")).oneByOne).toHaveLength(1);
  });

  test("what is agreed with the child is the child's own: the letter to the mother does not hang on it", async () => {
    const of = await led();
    await of.area.as(of.nurse).people.around.recordWay({
      ...{ idempotencyKey: newId(), childId: of.childId, agreed: byText, from: monday, agreedWith: "Robin" },
    });
    expect((await of.run()).oneByOne.map(({ to }) => to)).not.toContain("Mrs Iqbal");
    expect((await of.run()).oneByOne).toHaveLength(1);
  });

  test("nothing is agreed, or nobody has asked: said once with its clause, and no letter waits for it", async () => {
    const of = await led();
    const { nothingAgreed, ready, oneByOne } = await of.run();
    expect(oneByOne).toEqual([]);
    expect(nothingAgreed).toMatchObject({ letters: ready.length, clause: "Bolton 3.1" });
    expect(nothingAgreed?.because).toContain("Agree it with them.");
    await of.agree({ is: "none", words: "She will ring when she wants to know" });
    expect((await of.run()).nothingAgreed?.letters).toBe(ready.length);
    await of.agree();
    expect((await of.run()).nothingAgreed?.letters).toBe(ready.length - 1);
  });

  test.each(["highland", "england"])("the book of %s is silent: it is said without a clause", async (edition) => {
    const of = await led(edition);
    expect((await of.run()).nothingAgreed).toBeUndefined();
    await of.agree();
    const [row] = (await of.run()).oneByOne;
    expect(row?.why).toEqual(["It was agreed to reach them by text on weekdays."]);
    const { otherWay } = await of.letters().look({ tellingId: row?.tellingId ?? "", way: "post" });
    expect(otherWay).toEqual({ because: "It was agreed to reach them by text on weekdays." });
    await post(of, { otherWayConfirmed: true });
    expect(await of.decisions()).toEqual([]);
  });

  test("while it is kept where the child is, a letter goes to the safe contact, and no agreed way is spoken of", async () => {
    const of = await led();
    await of.agree();
    await of.area.write((tx) =>
      tx.insert(restriction).values({
        areaId: of.area.areaId,
        restrictionId: newId(),
        childId: of.childId,
        kind: "whereabouts",
        safeContact: { name: "Gail Moor", address: "4 Kirk Wynd" },
        ownerId: of.nurse.practitionerId,
        reason: "Somebody looks for the family",
        reviewOn: "2027-01-04",
        during: { from: aMonday.toISOString() },
        recordedBy: of.nurse.practitionerId,
        recordedAt: aMonday.toISOString(),
      }),
    );
    const { ready, oneByOne, nothingAgreed } = await of.run();
    expect(JSON.stringify([ready, oneByOne])).not.toContain("text on weekdays");
    expect(nothingAgreed).toBeUndefined();
    expect(await of.copies.look({ ...of.copyOf, recipient: { is: "child" }, way: "post" })).not.toHaveProperty(
      "otherWay",
    );
  });
});

describe("BOL-3.1: a copy of the plan goes another way than was agreed", () => {
  test("whoever sends it is reminded before it goes, and why it goes all the same stands with what was sent", async () => {
    const of = await led();
    await of.agree();
    expect((await of.copies.look(of.copyOf)).otherWay).toEqual({ because: textOnWeekdays, clause: "Bolton 3.1" });
    const command = await of.copyToSend();
    expect(await refusalOf(of.copies.send(command))).toMatchObject({
      problems: [{ path: "otherWayConfirmed", message: textOnWeekdays }],
    });
    const { sentCopyId } = await of.copies.send({
      ...command,
      otherWayConfirmed: true,
      otherWayBecause: "The plan is long",
    });
    const sent = await of.copies.kept({ sentCopyId });
    expect(sent.otherWayBecause).toBe("The plan is long");
    // the decision that a copy rests on is about sharing; its own plan rests on none
    expect(sent.decisionId).toBeUndefined();
    expect(await of.decisions()).toHaveLength(1);
  });

  test("a copy that goes as was agreed, or to somebody at work, reminds nobody", async () => {
    const of = await led();
    await of.agree({ ...byText, way: "letter" });
    expect(await of.copies.look(of.copyOf)).not.toHaveProperty("otherWay");
    await of.agree();
    const body = { is: "body" as const, name: "Fell and Co", agency: "other" as const };
    const address = "1 Fell Road\nTarn\nAY6 1ZZ";
    const look = await of.copies.look({ ...of.copyOf, recipient: body, address, addressAgain: address });
    expect(look).not.toHaveProperty("otherWay");
  });
});
