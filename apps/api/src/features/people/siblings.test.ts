import { localDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { accessBlock } from "../../db/schema/access.ts";
import { auditEntry } from "../../db/schema/record.ts";
import { aMonday } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { islaAndRory, roryWasBorn } from "../../testing/siblings.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const nobodyKnown = [{ is: { label: "Brother" }, givenName: "Rory", namedPerson: null }];

describe("HIG-80: named persons of brothers and sisters see each other's name and contact", () => {
  test("Mr Bain reads that Rory's health visitor is Nan Sim, and she that Isla's named person is he; each is one look at the other child", async () => {
    const of = await islaAndRory(database);
    await of.say();
    expect(await of.seen()).toMatchObject([
      {
        is: { label: "Brother" },
        givenName: "Rory",
        bornOn: "2024-03-03",
        told: { by: "Mother", recordedBy: "Morag Shaw", on: "2026-11-23" },
        namedPerson: { name: "Nan Sim", title: "Health visitor", place: "Ness Clinic" },
      },
    ]);
    expect(await of.seen(of.nan, of.rory)).toMatchObject([
      { linkId: null, is: null, givenName: "Robin", namedPerson: { name: "Morag Shaw" } },
    ]);
    const looks = await of.area.write((tx) =>
      tx
        .select({ by: auditEntry.practitionerId, basis: auditEntry.basis })
        .from(auditEntry)
        .where(and(eq(auditEntry.childId, of.rory), eq(auditEntry.act, "sibling.read"))),
    );
    expect(looks).toContainEqual({ by: of.bain.practitionerId, basis: "named-person-of-sibling" });
    expect(looks).toHaveLength(2);
  });

  test("HIG-81: nothing else of Rory's record comes with it, and it does not open to Mr Bain", async () => {
    const of = await islaAndRory(database);
    await of.say();
    const [one] = await of.seen();
    expect(Object.keys(one ?? {}).sort()).toEqual([
      "bornOn",
      "givenName",
      "is",
      "linkId",
      "namedPerson",
      "open",
      "told",
    ]);
    expect(await refusalOf(of.area.as(of.bain).people.child({ childId: of.rory }))).toMatchObject({
      kind: "not-visible",
    });
    await of.area.relate(of.bain, of.rory, "plan-practitioner");
    expect(await of.seen()).toMatchObject([{ opens: of.rory }]);
  });

  test("whoever works on the plan reads what the family said, and not who is named for him", async () => {
    const of = await islaAndRory(database);
    await of.say();
    expect(await of.seen(of.nurse)).toMatchObject(nobodyKnown);
    expect((await of.siblings(of.nurse).get({ childId: of.isla })).namesNamedPersons).toBe(false);
  });

  test("from the day she is named, and no more once he is not: the day before there is no such child", async () => {
    const of = await islaAndRory(database);
    await of.say();
    const stranger = await of.area.addPractitioner({ name: "Ned Far", agencyId: of.agencies.education });
    expect(await refusalOf(of.seen(stranger))).toEqual(await refusalOf(of.seen(stranger, newId())));
    expect(await refusalOf(of.say(stranger))).toMatchObject({ kind: "not-visible" });
  });

  test("taken back, it is on neither record; said again it may be, twice it may not", async () => {
    const of = await islaAndRory(database);
    await of.say();
    expect(await refusalOf(of.say())).toMatchObject({ kind: "input" });
    const [one] = await of.seen();
    const back = (linkId: string) =>
      of.siblings(of.bain).takeBack({ idempotencyKey: newId(), linkId, because: "A cousin" });
    await back(one?.linkId ?? "");
    expect([await of.seen(), await of.seen(of.nan, of.rory)]).toEqual([[], []]);
    expect(await refusalOf(back(one?.linkId ?? ""))).toEqual(await refusalOf(back(newId())));
    await of.say();
    expect(await of.seen()).toHaveLength(1);
  });
});

describe("HIG-81: what the reader may not know of reads like what is not there", () => {
  const cases: readonly (readonly [string, (of: Awaited<ReturnType<typeof islaAndRory>>) => Promise<unknown>])[] = [
    ["no such child", (of) => of.say(of.bain, { bornOn: localDate("2024-03-04") })],
    ["his whereabouts are kept private", (of) => of.restrict(of.rory, "whereabouts").then(() => of.say())],
    [
      "their mother must not be brought near him",
      (of) => of.restrict(of.rory, "contact-risk", "Ana Reid").then(() => of.say()),
    ],
    [
      "his record is held back from Mr Bain",
      async (of) => {
        await of.area.write((tx) =>
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
        );
        await of.say();
      },
    ],
    [
      "two records fit",
      async (of) => {
        await of.anotherRory();
        await of.say();
      },
    ],
  ];
  test.each(cases)("%s: the same answer", async (_, happens) => {
    const of = await islaAndRory(database);
    await happens(of);
    expect(await of.seen()).toMatchObject(nobodyKnown);
    const looks = await of.area.write((tx) =>
      tx
        .select({ id: auditEntry.entryId })
        .from(auditEntry)
        .where(
          and(
            eq(auditEntry.childId, of.rory),
            eq(auditEntry.practitionerId, of.bain.practitionerId),
            eq(auditEntry.act, "sibling.read"),
          ),
        ),
    );
    expect(looks).toEqual([]);
  });

  test("a name and a date of birth alone find nobody: without a shared home, parent or plan there is no answer", async () => {
    const of = await islaAndRory(database, { isTied: false });
    await of.say();
    expect(await of.seen()).toMatchObject(nobodyKnown);
    expect(await of.seen(of.nan, of.rory)).toEqual([]);
  });

  test("where it is kept private where Isla is, her brothers and sisters are on no page of whom it is kept from, nor she on his", async () => {
    const of = await islaAndRory(database);
    await of.say();
    await of.restrict(of.isla, "whereabouts");
    const seen = await of.siblings(of.bain).get({ childId: of.isla });
    expect(seen).toMatchObject({ keptPrivateBy: "Nan Sim", siblings: [], record: { may: false } });
    expect(await refusalOf(of.say(of.bain, { givenName: "Eve" }))).toMatchObject({ kind: "not-allowed" });
    expect(await of.seen(of.nan, of.rory)).toEqual([]);
  });

  test("after his record is sealed he is on no page: not even as somebody the family spoke of", async () => {
    const of = await islaAndRory(database);
    await of.say();
    await of.say(of.bain, { givenName: "Eve", bornOn: undefined, is: "sister", toldBy: "Rory's mother" });
    const { agencies, area } = of;
    const [asks, decides] = [
      await area.addPractitioner({ name: "Vic Orr", agencyId: agencies.health, role: "service-manager" }),
      await area.addPractitioner({ name: "Pat Vey", agencyId: agencies.health, role: "privacy-officer" }),
    ];
    const { sealingId } = await area.as(asks).sealing.ask({
      idempotencyKey: newId(),
      child: { by: "name", given: "Rory", family: "Ashdown", bornOn: roryWasBorn },
      orderedOn: localDate("2026-11-16"),
      court: "The sheriff court",
      reason: "An adoption order was made",
    });
    await area.as(decides).sealing.decide({
      idempotencyKey: newId(),
      sealingId,
      outcome: "sealed",
      words: "The order was seen",
      sawOrder: true,
    });
    expect(await of.seen()).toMatchObject([
      { givenName: "Eve", told: { by: "another child's mother" }, namedPerson: null },
    ]);
  });
});
