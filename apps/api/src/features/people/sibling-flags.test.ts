import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { accessBlock, childAccess } from "../../db/schema/access.ts";
import { carer } from "../../db/schema/child.ts";
import { siblingFlagHold } from "../../db/schema/common-element.ts";
import { namedPerson } from "../../db/schema/named-person.ts";
import { auditEntry, chronologyEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { sharedBy } from "../../testing/case.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { islaAndRory, roryWasBorn } from "../../testing/siblings.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const inSeptember = new Date("2026-09-28T10:00:00.000Z");
const later = (seconds: number, than = aMonday) => new Date(than.getTime() + seconds * 1000);
const tomorrow = later(24 * 3600);

const opened = (what: "concern" | "plan") =>
  `A ${what} opened for a brother or sister of a child whose named person you are. Speak to their named person.`;
const closed =
  "A concern was closed for a brother or sister of a child whose named person you are. Speak to their named person.";

/** Isla and Rory, whose family said that they are; what each of the people hears and reads. */
async function theTwo(of_: { isTied?: boolean; edition?: string } = {}) {
  const of = await islaAndRory(database, of_);
  await of.say();
  const { area } = of;
  const worried = async (who: TestPerson, childId: string, at = aMonday) => {
    const caller = area.as(who, at);
    const { touches } = await caller.concern.forChild({ childId });
    const on = localDate(at.toISOString().slice(0, 10));
    return caller.concern.record({
      idempotencyKey: newId(),
      childId,
      noticedOn: on,
      noticed: "Came without a coat, and cold",
      touches: touches.slice(0, 1).map(({ code }) => code as "safe"),
      childsView: { asked: "given", words: "I forgot it", how: "At the door" },
      familysView: { asked: "given", words: "We had no time", how: "By phone" },
    });
  };
  type Worried = Awaited<ReturnType<typeof worried>>;
  const told = (on: string) => ({ told: "yes" as const, on: localDate(on), how: "By phone" });
  const settled = (who: TestPerson, { concernId, version }: Worried, at = aMonday) =>
    area.as(who, at).concern.decide({
      idempotencyKey: newId(),
      concernId,
      version,
      outcome: "nothing-more",
      reason: "It was one morning",
      childTold: told(at.toISOString().slice(0, 10)),
      familyTold: told(at.toISOString().slice(0, 10)),
    });
  /** What somebody was told of brothers and sisters, the newest first. */
  const heard = async (who: TestPerson, at = tomorrow) => {
    await doDue(database, area.areaId, at);
    const { notices } = await area.as(who, at).record.notices({});
    return notices.filter(({ words }) => words.includes("brother or sister"));
  };
  const wordsTo = async (who: TestPerson, at = tomorrow) => (await heard(who, at)).map(({ words }) => words);
  const open = async (who = of.bain, childId = of.isla, at = aMonday) =>
    (await area.as(who, at).people.siblings.get({ childId })).siblings.map((one) => one.open);
  const hold = (from: TestPerson, childId = of.rory, at = aMonday, by = of.nan) =>
    area.as(by, at).people.siblings.holdBack({
      idempotencyKey: newId(),
      childId,
      practitionerId: from.practitionerId,
      because: "He plays football with the father",
    });
  const holds = async (by = of.nan, childId = of.rory, at = aMonday) =>
    (await area.as(by, at).people.siblings.get({ childId })).heldBack?.holds;
  const endHold = async (at = aMonday, by = of.nan, childId = of.rory) => {
    const [first] = (await holds(by, childId, at)) ?? [];
    return area.as(by, at).people.siblings.endHold({
      idempotencyKey: newId(),
      holdId: first?.holdId ?? newId(),
      because: "They play no more",
    });
  };
  return { ...of, worried, settled, heard, wordsTo, open, hold, holds, endHold };
}
type Two = Awaited<ReturnType<typeof theTwo>>;

const audited = (of: Two, act: string, childId = of.rory) =>
  of.area.write((tx) =>
    tx
      .select({ by: auditEntry.practitionerId, outcome: auditEntry.outcome, detail: auditEntry.detail })
      .from(auditEntry)
      .where(and(eq(auditEntry.childId, childId), eq(auditEntry.act, act))),
  );

/** From aMonday on Nan Sim is Rory's named person no more. */
const nobodyNamed = (of: Two) =>
  of.area.write(async (tx) => {
    const during = { from: "2026-01-05T00:00:00.000Z", until: aMonday.toISOString() };
    await tx.update(namedPerson).set({ during }).where(eq(namedPerson.childId, of.rory));
    await tx.update(childAccess).set({ during }).where(eq(childAccess.practitionerId, of.nan.practitionerId));
  });

describe("HIG-80: named persons of brothers and sisters are told when a concern or a plan opens or closes", () => {
  test("28 September: Rory's health visitor hears that a concern opened for a sibling, and reads that it is Isla's, and Mr Bain's to speak to", async () => {
    const of = await theTwo();
    expect(await of.open(of.nan, of.rory, inSeptember)).toMatchObject([{ concern: false }]);
    await of.worried(of.bain, of.isla, inSeptember);
    const [notice, ...more] = await of.heard(of.nan, later(60, inSeptember));
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      words: opened("concern"),
      link: `/named-person/children/${of.rory}/whole-world`,
    });
    expect(JSON.stringify(notice)).not.toMatch(/Robin|Isla|coat/);
    const page = await of.area.as(of.nan, later(60, inSeptember)).people.siblings.get({ childId: of.rory });
    expect(page.siblings).toMatchObject([
      { givenName: "Robin", namedPerson: { name: "Morag Shaw" }, open: { concern: true } },
    ]);
    expect(JSON.stringify(page)).not.toContain("coat");
    expect(await audited(of, "sibling-flag.told", of.isla)).toMatchObject([
      {
        by: of.bain.practitionerId,
        outcome: "system",
        detail: { of: "concern", is: "opened", told: [of.nan.practitionerId], rules: ["highland.siblings-hear"] },
      },
    ]);
  });

  test("the other way round as well: Mr Bain hears of Rory; that it closed is told too, and the flag is gone", async () => {
    const of = await theTwo();
    const concern = await of.worried(of.nan, of.rory);
    expect(await of.open()).toEqual([{ concern: true, plan: false }]);
    await of.settled(of.nan, concern, later(1));
    expect(await of.open(of.bain, of.isla, later(1))).toEqual([{ concern: false, plan: false }]);
    expect(await of.wordsTo(of.bain)).toEqual([closed, opened("concern")]);
    expect(await of.wordsTo(of.nan)).toEqual([]);
  });

  test("a plan that opens is told, beside the concern that closes with it, and stays open for all to read", async () => {
    const of = await theTwo();
    const { concernId, version } = await of.worried(of.nan, of.rory);
    const told = { told: "yes" as const, on: localDate("2026-11-23"), how: "By phone" };
    await of.area.as(of.nan, later(1)).concern.decide({
      idempotencyKey: newId(),
      concernId,
      version,
      outcome: "another-agency-needed",
      reason: "Family support as well",
      help: "Visits each week",
      childTold: told,
      familyTold: told,
      manager: { practitionerId: of.helen.practitionerId, on: localDate("2026-11-23") },
      leadDecision: "become-lead",
      route: "evidence-from-universal-services",
      practitioners: [
        { practitionerId: of.worker.practitionerId, posts: [], involvement: "involved", sharing: sharedBy(of.nan) },
      ],
    });
    expect((await of.wordsTo(of.bain)).sort()).toEqual([closed, opened("concern"), opened("plan")].sort());
    expect(await of.open(of.bain, of.isla, later(1))).toEqual([{ concern: false, plan: true }]);
    // and whoever works on that plan hears nothing by being on it
    expect(await of.wordsTo(of.worker)).toEqual([]);
  });

  test("a worry that anybody on the staff passes on opens a concern, and is told like any other", async () => {
    const of = await theTwo();
    const school = await of.area.addEstablishment(of.agencies.education, "primary", "Elm Lane School");
    await of.area.addPlace(of.rory, school);
    await of.area.as(of.worker).concern.worries.passOn({
      idempotencyKey: newId(),
      establishmentId: school,
      about: "Rory Ashdown",
      words: "He was cold",
    });
    expect(await of.wordsTo(of.bain)).toEqual([opened("concern")]);
    expect(await of.wordsTo(of.worker)).toEqual([]);
    expect((await of.area.as(of.bain).people.siblings.get({ childId: of.isla })).siblings[0]?.open?.concern).toBe(true);
  });

  test("in the last second as named person he hears; from the next on neither he nor, before her first, whoever follows", async () => {
    const of = await theTwo();
    const next = await of.area.addPractitioner({ name: "Una Bell", agencyId: of.agencies.education });
    const until = later(60).toISOString();
    await of.area.write((tx) =>
      tx
        .update(childAccess)
        .set({ during: { from: "2026-01-05T00:00:00.000Z", until } })
        .where(
          and(
            eq(childAccess.areaId, of.area.areaId),
            eq(childAccess.childId, of.isla),
            eq(childAccess.basis, "named-person"),
          ),
        ),
    );
    await of.area.relate(next, of.isla, "named-person", { from: until });
    const told = async () => (await audited(of, "sibling-flag.told")).map(({ detail }) => detail.told);
    const concern = await of.worried(of.nan, of.rory, later(59));
    expect(await told()).toEqual([[of.bain.practitionerId]]);
    await of.settled(of.nan, concern, later(60));
    expect(await told()).toEqual([[of.bain.practitionerId], [next.practitionerId]]);
    expect(await of.wordsTo(next)).toEqual([closed]);
    // he is still on her plan, and reads there that she has a brother, and no more
    expect(await of.open(of.bain, of.isla, later(60))).toEqual([undefined]);
  });

  test("who works on a plan, leads, manages, or is named for another child of the area hears nothing", async () => {
    const of = await theTwo();
    const other = await of.area.addChild({ givenName: "Eve", familyName: "Hart" });
    const others = await of.area.addPractitioner({ name: "Ned Far", agencyId: of.agencies.education });
    await of.area.relate(others, other, "named-person");
    const lead = await of.area.addPractitioner({ name: "Lea Dunn", agencyId: of.agencies.socialWork });
    await of.area.relate(lead, of.isla, "lead");
    await of.worried(of.nan, of.rory);
    for (const who of [others, lead, of.nurse, of.worker, of.head, of.helen]) expect(await of.wordsTo(who)).toEqual([]);
    expect(await of.wordsTo(of.bain)).toHaveLength(1);
  });

  test("one named person for both children is sent no notice, nor is whoever did it", async () => {
    const of = await theTwo();
    await of.area.relate(of.bain, of.rory, "plan-practitioner");
    await of.worried(of.bain, of.rory);
    expect(await of.wordsTo(of.bain)).toEqual([]);
    await nobodyNamed(of);
    await of.area.relate(of.bain, of.rory, "named-person");
    await of.area.write((tx) =>
      tx.insert(namedPerson).values({
        ...{
          areaId: of.area.areaId,
          namedPersonId: newId(),
          childId: of.rory,
          stage: "pre-school",
          settledBy: "by-name",
        },
        ...{ practitionerId: of.bain.practitionerId, during: { from: aMonday.toISOString() } },
        ...{ recordedBy: of.bain.practitionerId, recordedAt: aMonday.toISOString() },
      }),
    );
    await of.area.relate(of.nurse, of.rory, "lead");
    await of.worried(of.nurse, of.rory, later(1));
    expect(await of.wordsTo(of.bain)).toEqual([]);
  });

  const inTheWay: readonly (readonly [string, (of: Two) => Promise<unknown>])[] = [
    ["it is kept private where Rory is", (of) => of.restrict(of.rory, "whereabouts")],
    ["it is kept from Mr Bain where his own child is", (of) => of.restrict(of.isla, "whereabouts")],
    ["who cares for Isla must not be brought near Rory", (of) => of.restrict(of.rory, "contact-risk", "Ana Reid")],
    [
      "Rory is Mr Bain's own nephew",
      (of) =>
        of.area.write((tx) =>
          tx.insert(accessBlock).values({
            areaId: of.area.areaId,
            blockId: newId(),
            practitionerId: of.bain.practitionerId,
            childId: of.rory,
            because: "declared",
            tie: "niece-or-nephew",
            during: { from: aMonday.toISOString() },
            recordedBy: of.bain.practitionerId,
            recordedAt: aMonday.toISOString(),
          }),
        ),
    ],
    [
      "what the family said fits two records",
      async (of) => {
        await of.anotherRory();
      },
    ],
    [
      "the family did not mean it",
      async (of) => {
        const [one] = await of.seen();
        await of
          .siblings(of.bain)
          .takeBack({ idempotencyKey: newId(), linkId: one?.linkId ?? "", because: "A cousin" });
      },
    ],
  ];
  test.each(inTheWay)("%s: Mr Bain is not told, and reads no flag", async (_, happens) => {
    const of = await theTwo();
    await happens(of);
    await of.worried(of.nan, of.rory);
    expect(await of.wordsTo(of.bain)).toEqual([]);
    expect((await of.seen()).filter((one) => one.open !== undefined)).toEqual([]);
    expect(await audited(of, "sibling-flag.told")).toEqual([]);
  });

  test("what fits two records tells the named persons of neither of them", async () => {
    const of = await theTwo();
    await inTheWay[4]?.[1](of);
    await of.worried(of.bain, of.isla);
    expect(await of.wordsTo(of.nan)).toEqual([]);
    expect(await of.seen(of.nan, of.rory)).toEqual([]);
  });

  test("children who share no home, parent or plan are told nothing of each other", async () => {
    const of = await theTwo({ isTied: false });
    await of.worried(of.nan, of.rory);
    expect(await of.wordsTo(of.bain)).toEqual([]);
  });

  test("several are told, and none of them is told who the others are", async () => {
    const of = await theTwo();
    const eve = await of.area.addChild({ givenName: "Eve", familyName: "Ashdown", bornOn: localDate("2013-05-01") });
    const gail = await of.area.addPractitioner({ name: "Gail Moor", agencyId: of.agencies.education });
    await of.area.relate(gail, eve, "named-person");
    await of.area.write((tx) =>
      tx.insert(carer).values({
        ...{ areaId: of.area.areaId, carerId: newId(), childId: eve, name: "Ana Reid", phone: "01632 960777" },
        ...{ position: "0", recordedAt: aMonday.toISOString() },
      }),
    );
    await of.area.as(gail).people.siblings.record({
      idempotencyKey: newId(),
      childId: eve,
      is: "brother",
      givenName: "Rory",
      bornOn: roryWasBorn,
      toldBy: "Eve",
    });
    await of.worried(of.nan, of.rory);
    for (const [who, other] of [
      [of.bain, "Gail Moor"],
      [gail, "Morag Shaw"],
    ] as const) {
      const mine = await of.heard(who);
      expect(mine.map(({ words }) => words)).toEqual([opened("concern")]);
      expect(JSON.stringify(mine)).not.toContain(other);
    }
    expect(JSON.stringify(await of.siblings(of.bain).get({ childId: of.isla }))).not.toContain("Gail Moor");
    const steps = await of.area.write((tx) =>
      tx.select({ act: chronologyEntry.act }).from(chronologyEntry).where(eq(chronologyEntry.childId, of.rory)),
    );
    expect(steps.map(({ act }) => act)).toEqual(["concern.recorded"]);
  });

  test("where nobody is named for him, they hear that much and are sent to nobody", async () => {
    const of = await theTwo();
    await of.area.relate(of.worker, of.rory, "lead");
    await nobodyNamed(of);
    await of.worried(of.worker, of.rory);
    expect(await of.wordsTo(of.bain)).toEqual([
      "A concern opened for a brother or sister of a child whose named person you are.",
    ]);
    expect(await of.seen()).toMatchObject([{ namedPerson: null, open: { concern: true } }]);
  });

  test("where the area's documents say nothing of it, nobody is told, no flag is shown, and nothing is held back", async () => {
    const of = await theTwo({ edition: "scotland" });
    await of.worried(of.nan, of.rory);
    expect(await of.wordsTo(of.bain)).toEqual([]);
    const page = await of.siblings(of.bain).get({ childId: of.isla });
    expect(page.siblings.map(({ open }) => open)).toEqual([undefined]);
    expect(page.heldBack).toBeUndefined();
    expect(await refusalOf(of.hold(of.bain))).toMatchObject({ kind: "not-allowed" });
  });

  test("after Rory's record is sealed, what was told of him is on nobody's list", async () => {
    const of = await theTwo();
    await of.worried(of.nan, of.rory);
    expect(await of.wordsTo(of.bain, later(1))).toHaveLength(1);
    await of.worried(of.nan, of.rory, later(2));
    const { agencies, area } = of;
    const asks = await area.addPractitioner({ name: "Vic Orr", agencyId: agencies.health, role: "service-manager" });
    const decides = await area.addPractitioner({ name: "Pat Vey", agencyId: agencies.health, role: "privacy-officer" });
    const { sealingId } = await area.as(asks, later(3)).sealing.ask({
      idempotencyKey: newId(),
      child: { by: "name", given: "Rory", family: "Ashdown", bornOn: roryWasBorn },
      orderedOn: localDate("2026-11-16"),
      court: "The sheriff court",
      reason: "An adoption order was made",
    });
    await area.as(decides, later(3)).sealing.decide({
      idempotencyKey: newId(),
      sealingId,
      outcome: "sealed",
      words: "The order was seen",
      sawOrder: true,
    });
    expect(await of.wordsTo(of.bain)).toEqual([]);
  });
});

describe("HD-19: the flag is held back from a worker by name, with a reason", () => {
  test("HIG-80: from that second on he is not told and reads what he would where nothing is open; name and contact stay", async () => {
    const of = await theTwo();
    const nothingOpen = await of.siblings(of.bain).get({ childId: of.isla });
    await of.worried(of.nan, of.rory);
    const before = await of.siblings(of.bain).get({ childId: of.isla });
    expect(before.siblings).toMatchObject([{ open: { concern: true } }]);
    await of.hold(of.bain, of.rory, later(1));
    await of.worried(of.nan, of.rory, later(2));
    expect(await of.area.as(of.bain, later(2)).people.siblings.get({ childId: of.isla })).toEqual(nothingOpen);
    expect(nothingOpen.siblings).toMatchObject([{ namedPerson: { name: "Nan Sim" } }]);
    expect(await of.wordsTo(of.bain)).toEqual([opened("concern")]);
  });

  test("taken back, he is told of what opened meanwhile and is open still, once, and reads the flag again", async () => {
    const of = await theTwo();
    await of.hold(of.bain);
    const gone = await of.worried(of.nan, of.rory, later(1));
    await of.settled(of.nan, gone, later(2));
    await of.worried(of.nan, of.rory, later(3));
    expect(await of.wordsTo(of.bain, later(4))).toEqual([]);
    await of.endHold(later(5));
    expect(await of.wordsTo(of.bain)).toEqual([opened("concern")]);
    expect(await of.open(of.bain, of.isla, later(5))).toEqual([{ concern: true, plan: false }]);
    expect(await refusalOf(of.endHold(later(6)))).toMatchObject({ kind: "already" });
  });

  test("what he had heard before is not told to him a second time when it ends", async () => {
    const of = await theTwo();
    await of.worried(of.nan, of.rory);
    await of.hold(of.bain, of.rory, later(1));
    await of.endHold(later(2));
    expect(await of.wordsTo(of.bain)).toEqual([opened("concern")]);
  });

  test("Nan Sim reads from whom, why, since when and how it ended; each is kept, and nothing of it is in the chronology", async () => {
    const of = await theTwo();
    expect(await of.holds()).toEqual([]);
    await of.hold(of.bain);
    await of.endHold(later(60));
    await of.hold(of.bain, of.rory, later(120));
    const [now, before] = (await of.holds(of.nan, of.rory, later(120))) ?? [];
    expect(now).toMatchObject({
      name: "Morag Shaw",
      because: "He plays football with the father",
      by: "Nan Sim",
      since: "2026-11-23T10:02:00.000Z",
      ended: null,
    });
    expect(before).toMatchObject({
      since: "2026-11-23T10:00:00.000Z",
      ended: { because: "They play no more", by: "Nan Sim", at: "2026-11-23T10:01:00.000Z" },
    });
    const rows = await of.area.write((tx) =>
      tx.select().from(siblingFlagHold).where(eq(siblingFlagHold.childId, of.rory)),
    );
    expect(rows).toHaveLength(3);
    expect(await audited(of, "sibling-flag.held-back")).toHaveLength(2);
    expect(await audited(of, "sibling-flag.hold-ended")).toHaveLength(1);
    const steps = await of.area.write((tx) =>
      tx.select({ act: chronologyEntry.act }).from(chronologyEntry).where(eq(chronologyEntry.childId, of.rory)),
    );
    expect(steps).toEqual([]);
  });

  test("held back from one, the others are told", async () => {
    const of = await theTwo();
    await of.hold(of.head);
    await of.worried(of.nan, of.rory);
    expect(await of.wordsTo(of.bain)).toEqual([opened("concern")]);
  });

  test("who also works with Rory reads nothing of it: no list, no look, not even as his named person later", async () => {
    const of = await theTwo();
    await of.hold(of.bain);
    await of.area.relate(of.bain, of.rory, "plan-practitioner");
    const page = await of.siblings(of.bain).get({ childId: of.rory });
    expect(page.heldBack).toBeUndefined();
    const looked = await of.area.as(of.bain, later(1)).record.whoLooked({
      childId: of.rory,
      from: localDate("2026-11-23"),
      to: localDate("2026-11-23"),
    });
    const [nan] = looked.people.filter(({ name }) => name === "Nan Sim");
    expect(nan?.changes ?? 0).toBe(0);
    await of.area.relate(of.bain, of.rory, "named-person");
    expect((await of.siblings(of.bain).get({ childId: of.rory })).heldBack?.holds).toEqual([]);
  });

  test("the child's named person decides, and nobody else: not the other one, not who works on the plan, not a stranger", async () => {
    const of = await theTwo();
    await of.area.relate(of.nurse, of.rory, "lead");
    expect(await refusalOf(of.hold(of.head, of.rory, aMonday, of.nurse))).toMatchObject({ kind: "not-allowed" });
    expect(await refusalOf(of.hold(of.head, of.rory, aMonday, of.bain))).toEqual(
      await refusalOf(of.hold(of.head, newId(), aMonday, of.bain)),
    );
    await of.hold(of.head);
    const [one] = (await of.holds()) ?? [];
    const end = (by: TestPerson, holdId: string) =>
      of.siblings(by).endHold({ idempotencyKey: newId(), holdId, because: "Why not" });
    for (const by of [of.bain, of.nurse])
      expect(await refusalOf(end(by, one?.holdId ?? ""))).toEqual(await refusalOf(end(by, newId())));
    expect((await of.siblings(of.nurse).get({ childId: of.rory })).heldBack).toBeUndefined();
  });

  test("not from oneself, not from nobody, not twice; a reason is asked", async () => {
    const of = await theTwo();
    await of.hold(of.bain);
    for (const [refused, message] of [
      [of.nan, /named person/],
      [{ ...of.bain, practitionerId: newId() }, /works in the area/],
      [of.bain, /already/],
    ] as const)
      expect(JSON.stringify(await refusalOf(of.hold(refused)))).toMatch(message);
    await expect(
      of.siblings(of.nan).holdBack({
        ...{ idempotencyKey: newId(), childId: of.rory, practitionerId: of.head.practitionerId },
        because: " ",
      }),
    ).rejects.toThrow(/Enter why it is held back/);
  });

  test("where it is kept from her where the child is, she holds nothing back and reads none of it", async () => {
    const of = await theTwo();
    await of.hold(of.head, of.isla, aMonday, of.bain);
    const [one] = (await of.holds(of.bain, of.isla)) ?? [];
    await of.restrict(of.isla, "whereabouts");
    expect(await refusalOf(of.hold(of.nurse, of.isla, aMonday, of.bain))).toMatchObject({ kind: "not-allowed" });
    expect(await of.holds(of.bain, of.isla)).toBeUndefined();
    const end = of.siblings(of.bain).endHold({ idempotencyKey: newId(), holdId: one?.holdId ?? "", because: "Why" });
    expect(await refusalOf(end)).toMatchObject({ kind: "not-visible" });
  });
});
