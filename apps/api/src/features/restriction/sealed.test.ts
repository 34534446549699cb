import { localDate, searchName } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "../../db/asked.ts";
import type { Database } from "../../db/database.ts";
import { draft, notice, outbox } from "../../db/schema/change.ts";
import { carer, child, childAddress, childIdentifier } from "../../db/schema/child.ts";
import { chronologyEntry } from "../../db/schema/record.ts";
import { doDue } from "../../jobs/jobs.ts";
import { sealArea } from "../../jobs/sealer.ts";
import { verifyArea } from "../../jobs/verify.ts";
import { aMonday, type TestPerson } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { samplesOf } from "../../testing/hostile.ts";
import { refusalOf } from "../../testing/refusal.ts";
import { toldTo } from "../../testing/told.ts";
import { aWholeWorld, mayAsk, procedures } from "../../testing/whole-world.ts";

const today = localDate("2026-11-23");
const hour = 3_600_000;
const afterwards = new Date(aMonday.getTime() + hour);

/** What only the sealed record has. */
const canaries = {
  given: "Zelphine",
  upn: "B801200005001",
  chi: "0405169994",
  line1: "77 Quillfold Row",
  carer: "Zelda Quillkin",
  class: "Kestrel 7Q",
} as const;
const family = "Quarrowby";
const phone = "01632 960888";

type World = Awaited<ReturnType<typeof aWorldWithTwins>>;
let database: Database;
let world: World;

/** The whole world, whose child has a name, numbers, an address and a carer of their own, and a twin beside them. */
async function aWorldWithTwins() {
  const whole = await aWholeWorld(database, "highland");
  const { area, teacher, head, agencies, childId, planId } = whole.of;
  const { areaId } = area;
  const at = aMonday.toISOString();
  const twin = await area.addChild({ givenName: "Tamsin", familyName: family });
  const about = { areaId, recordedAt: at };
  const add = (person: TestPerson, name: string) => `${name} of ${person.practitionerName}`;
  await area.write(async (tx) => {
    await tx
      .update(child)
      .set({ givenName: canaries.given, familyName: family, searchName: searchName({ given: canaries.given, family }) })
      .where(eqChild(childId));
    for (const [kind, value] of [
      ["upn", canaries.upn],
      ["chi-number", canaries.chi],
    ] as const)
      await tx
        .insert(childIdentifier)
        .values({ ...about, childId, identifierId: newId(), kind, value, standing: "present-not-traced" });
    await tx.insert(childAddress).values({ ...about, childId, addressId: newId(), line1: canaries.line1 });
    for (const [one, name] of [
      [childId, canaries.carer],
      [twin, "Wilma Reed"],
    ] as const)
      await tx.insert(carer).values({ ...about, childId: one, carerId: newId(), name, phone, position: "0" });
    for (const [one, title] of [
      [twin, `Seen with ${canaries.given} at the clinic`],
      [twin, "Seen alone at the clinic"],
      [childId, `Moved to ${canaries.line1}, ${canaries.class}`],
    ] as const)
      await tx.insert(chronologyEntry).values({
        ...{ ...about, childId: one, entryId: newId(), act: "roll-in.changed", title },
        ...{ byId: teacher.practitionerId, byName: teacher.practitionerName, happenedAt: at },
      });
    for (const { practitionerId } of whole.people) {
      await tx.insert(notice).values({
        ...{ areaId, noticeId: newId(), practitionerId, act: "concern.recorded", at },
        words: `A concern about ${canaries.given} ${family}`,
        link: `/named-person/children/${childId}`,
      });
      await tx.insert(draft).values({
        ...{ areaId, practitionerId, keptAt: at },
        key: `concern:${childId}`,
        body: { noticed: canaries.line1 },
      });
    }
    const school = sql`(select establishment_id from establishment where area_id = ${areaId} limit 1)`;
    await tx.execute(sql`insert into worry (area_id, worry_id, sent_by, establishment_id, about, words, passed_on_at)
      values (${areaId}, ${newId()}, ${teacher.practitionerId}, ${school}, ${`${canaries.given} ${family}`}, 'Sad', ${at})`);
    for (const one of [childId, twin])
      await tx.execute(sql`insert into share_made (area_id, share_id, child_id, what, to_whom, to_agency, why, shared_on, shared_by, recorded_at)
        values (${areaId}, ${newId()}, ${one}, ${`What ${canaries.given} likes`}, 'Somebody', 'health', 'Asked', ${today}, ${teacher.practitionerId}, ${at})`);
    await tx.execute(sql`insert into carer_part (area_id, carer_part_id, child_id, name, takes_part_in, because, recorded_by, recorded_at)
      values (${areaId}, ${newId()}, ${twin}, 'Wilma Reed', '{}', ${`She went to live with ${canaries.given}`}, ${teacher.practitionerId}, ${at})`);
    await tx.insert(outbox).values({
      ...{ areaId, outboxId: newId(), kind: "notice" as const, dueAt: at, recordedAt: at },
      payload: { practitionerId: teacher.practitionerId, childId, act: "x", words: `${canaries.given} waits` },
    });
  });
  await area.relate(teacher, twin, "named-person");
  await area.relate(head, twin, "head");
  const second = await area.addPractitioner({
    name: "Sol Brae",
    agencyId: agencies.education,
    role: "service-manager",
  });
  const officers = whole.people.filter(({ role }) => role === "privacy-officer");
  const service = whole.people.filter(({ role }) => role === "service-manager");
  for (const { sealingId } of (await area.as(second).sealing.list({})).waiting)
    await area.as(second).sealing.decide(deciding(sealingId, "not-sealed")); // asked in the whole world
  if (officers[0] === undefined || service[0] === undefined) throw new Error(add(second, "nobody seals"));
  return {
    ...whole,
    twin,
    childId,
    planId,
    officer: officers[0],
    service: service[0],
    second,
    everybody: [...whole.people, second, whole.of.worker, whole.of.gary],
  };
}
const eqChild = (childId: string) => sql`child_id = ${childId}`;

const whom = { by: "name" as const, given: canaries.given, family, bornOn: localDate("2016-05-04") };
const asking = (more: Partial<Parameters<ReturnType<World["of"]["area"]["as"]>["sealing"]["ask"]>[0]> = {}) => ({
  idempotencyKey: newKey(),
  child: whom,
  orderedOn: localDate("2026-11-16"),
  court: "Testburgh Sheriff Court, AD12/26",
  reason: "An adoption order was made",
  ...more,
});
const deciding = (sealingId: string, outcome: "sealed" | "not-sealed" = "sealed") => ({
  ...{ idempotencyKey: newKey(), sealingId, outcome },
  words: "Saw the order with the court's stamp",
  sawOrder: true,
});

const plain = (said: unknown): string => (JSON.stringify(said) ?? "").toLowerCase();
const tellsOf = (said: unknown, { childId, planId }: World): readonly string[] => {
  const text = plain(said);
  return [...Object.values(canaries), childId, planId].filter((one) => text.includes(one.toLowerCase()));
};

/** Every procedure asked as these people. Gives what they were told of the child that was not in what they asked. */
async function askedOfEverything(people: readonly TestPerson[]) {
  const known = {
    ...world.known,
    given: [canaries.given],
    family: [family],
    bornOn: [localDate("2016-05-04")],
    number: [canaries.upn],
    text: [canaries.given],
    search: [canaries.given],
  };
  const leaks = new Set<string>();
  let surfaces = 0;
  for (const [path, { _def }] of procedures) {
    const [schema] = _def.inputs ?? [];
    const inputs = schema === undefined ? [undefined] : samplesOf(schema, known).slice(0, 2);
    for (const input of inputs)
      for (const who of people.filter((one) => mayAsk(_def.meta?.act, one))) {
        surfaces += 1;
        const asked = tellsOf(input, world);
        for (const told of tellsOf(await toldTo(database, { path, who, input, at: afterwards }), world))
          if (!asked.includes(told)) leaks.add(`${path} as ${who.role}: ${told}`);
      }
  }
  return { surfaces, leaks: [...leaks] };
}

/** Rows of every table the app may read that say something of the child, read whole as somebody, with no narrowing at all. */
async function rowsThatTell(practitionerId: string | undefined): Promise<readonly string[]> {
  const { areaId } = world.of.area;
  const asking = practitionerId === undefined ? { as: "system" as const } : { as: "person" as const, practitionerId };
  return database.inArea({ areaId, now: afterwards.toISOString(), ...asking }, async (tx) => {
    const tables = await rowsOf<{ name: string; columns: string }>(
      tx,
      sql`select c.relname::text as name, string_agg(quote_ident(a.attname), ', ') as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_column_privilege(c.oid, a.attnum, 'select') group by 1`,
    );
    const found: string[] = [];
    for (const { name, columns } of tables) {
      const rows = await rowsOf<{ row: unknown }>(
        tx,
        sql`select to_jsonb(t) as row from (select ${sql.raw(columns)} from ${sql.identifier(name)}) t`,
      );
      for (const { row } of rows) for (const told of tellsOf(row, world)) found.push(`${name}: ${told}`);
    }
    return [...new Set(found)];
  });
}

beforeAll(async () => {
  database = await testDatabase();
  world = await aWorldWithTwins();
}, 120_000);
afterAll(() => database.close());

const as = (person: TestPerson, at = aMonday) => world.of.area.as(person, at);

describe("asking and deciding that a record is sealed", () => {
  test("only a service manager or the privacy officer asks, and says exactly whom", async () => {
    for (const who of world.everybody.filter(({ role }) => role !== "service-manager" && role !== "privacy-officer"))
      for (const call of [() => as(who).sealing.list({}), () => as(who).sealing.ask(asking())])
        expect(await refusalOf(call())).toMatchObject({ kind: "not-allowed" });
    const nobody = { ...whom, given: "Nobody" };
    expect(await refusalOf(as(world.second).sealing.ask(asking({ child: nobody })))).toEqual({
      kind: "not-visible",
      what: "child",
    });
    expect(await refusalOf(as(world.second).sealing.ask(asking({ orderedOn: localDate("2026-11-24") })))).toMatchObject(
      {
        kind: "input",
      },
    );
  });

  test("nobody asks about a child they are tied to outside work: the same answer as for no child", async () => {
    const { area, agencies } = world.of;
    const kin = await area.addPractitioner({ name: "Kit Hay", agencyId: agencies.health, role: "privacy-officer" });
    await area
      .as(kin)
      .access.outsideWork.declareChild({ idempotencyKey: newKey(), child: whom, tie: "grandchild-niece-nephew" });
    expect(await refusalOf(area.as(kin).sealing.ask(asking()))).toEqual({ kind: "not-visible", what: "child" });
    const { sealingId } = await as(world.officer).sealing.ask(asking());
    expect((await area.as(kin).sealing.list({})).waiting).toEqual([]);
    expect(await refusalOf(area.as(kin).sealing.get({ sealingId }))).toMatchObject({ kind: "not-visible" });
    expect(await refusalOf(area.as(kin).sealing.decide(deciding(sealingId)))).toMatchObject({ kind: "not-visible" });
  });

  test("the page says whose record it is and what sealing ends, and that whoever asked does not decide", async () => {
    const { waiting } = await as(world.officer).sealing.list({});
    const sealingId = waiting[0]?.sealingId ?? "";
    const seen = await as(world.second).sealing.get({ sealingId });
    expect(seen).toMatchObject({
      child: { name: `${canaries.given} ${family}` },
      order: { on: "2026-11-16", court: "Testburgh Sheriff Court, AD12/26" },
      ends: { plans: 1, plansLeft: 0, elsewhere: 1 },
      may: { decide: { may: true } },
    });
    expect(seen.ends?.people).toBe(seen.people.length);
    expect(seen.people.map(({ name }) => name)).toContain("Morag Shaw");
    const why = "You asked for this. Another person decides.";
    expect((await as(world.officer).sealing.get({ sealingId })).may.decide).toEqual({ may: false, why });
    expect(await refusalOf(as(world.officer).sealing.decide(deciding(sealingId)))).toMatchObject({ why });
    expect(await refusalOf(as(world.service).sealing.ask(asking()))).toMatchObject({ kind: "already" });
  });

  test("left as it is, the record is as it was, and whoever asked is told why", async () => {
    const { waiting } = await as(world.officer).sealing.list({});
    const sealingId = waiting[0]?.sealingId ?? "";
    const kept = await as(world.second).sealing.decide(deciding(sealingId, "not-sealed"));
    expect(kept).toMatchObject({ decided: { outcome: "not-sealed" }, words: "Saw the order with the court's stamp" });
    expect(plain(kept)).not.toContain(canaries.given.toLowerCase());
    await doDue(database, world.of.area.areaId, aMonday);
    const { notices } = await as(world.officer).record.notices({});
    expect(notices.map(({ words }) => words)).toContain(
      "A record that you asked to be sealed was left as it is. See why.",
    );
    const { child: still } = { child: await as(world.of.teacher).people.child({ childId: world.childId }) };
    expect(plain(still)).toContain(canaries.given.toLowerCase());
  });

  test("somebody who works with the child does not decide", async () => {
    const { area, agencies } = world.of;
    const works = await area.addPractitioner({ name: "Wen Rae", agencyId: agencies.health, role: "service-manager" });
    await area.relate(works, world.childId, "plan-practitioner");
    const { sealingId } = await as(world.officer).sealing.ask(asking());
    expect(await refusalOf(area.as(works).sealing.decide(deciding(sealingId)))).toMatchObject({
      kind: "not-allowed",
      why: "You work with this child. Somebody who does not decides.",
    });
  });
});

describe("a record that is sealed", () => {
  let before: { twin: unknown; told: readonly string[] };

  test("is told of as ever until then", { timeout: 600_000 }, async () => {
    const { leaks } = await askedOfEverything([world.of.teacher]);
    before = { twin: await as(world.of.teacher).people.child({ childId: world.twin }), told: leaks };
    expect(leaks.length, "what is told before it is sealed: none would prove nothing").toBeGreaterThan(5);
    expect((await rowsThatTell(world.of.teacher.practitionerId)).length).toBeGreaterThan(10);
  });

  test("ends whatever went on, and the page of it names nobody", async () => {
    const { waiting } = await as(world.officer, afterwards).sealing.list({});
    const sealingId = waiting[0]?.sealingId ?? "";
    const done = await as(world.second, afterwards).sealing.decide(deciding(sealingId));
    expect(done).toMatchObject({ decided: { outcome: "sealed" }, people: [], ends: { plans: 1, elsewhere: 1 } });
    expect(done).not.toHaveProperty("child");
    expect(done).not.toHaveProperty("order");
    expect(done).not.toHaveProperty("words");
    expect(tellsOf([done, await as(world.officer, afterwards).sealing.list({})], world)).toEqual([]);
    expect(await refusalOf(as(world.service, afterwards).sealing.decide(deciding(sealingId)))).toMatchObject({
      kind: "already",
    });
  });

  test("adopted child: linkage by every search, merge, audit view, export: 0", { timeout: 600_000 }, async () => {
    const { surfaces, leaks } = await askedOfEverything(world.everybody);
    console.info(`${surfaces} surfaces, linkage ${leaks.length}`);
    expect(leaks).toEqual([]);
    expect(surfaces).toBeGreaterThan(400);
  });

  test("is in no row of any table for anybody, with nothing of the application's own narrowing", {
    timeout: 600_000,
  }, async () => {
    for (const { practitionerId, role } of world.everybody)
      expect([role, await rowsThatTell(practitionerId)]).toEqual([role, []]);
    // Jobs of ours go on sealing and checking the audit; and what somebody said of their own kin is theirs, and stays.
    const ofJobs = (await rowsThatTell(undefined)).filter((one) => !one.startsWith("audit_entry"));
    expect(ofJobs).toEqual([`declared_tie: ${canaries.given}`]);
  });

  test("the twin's record is as it was, without the entry that names the other", async () => {
    expect(await as(world.of.teacher, afterwards).people.child({ childId: world.twin })).toEqual(before.twin);
    const { steps } = await as(world.of.teacher, afterwards).record.chronology({ childId: world.twin });
    const titles = steps.map(({ title }) => title);
    expect(titles).toContain("Seen alone at the clinic");
    expect(plain(titles)).not.toContain(canaries.given.toLowerCase());
  });

  test("a list with the old name and number finds nobody and clashes with nobody; nothing is shared with what it begins", async () => {
    const { area } = world.of;
    const office = world.everybody.find(({ role }) => role === "record-keeper");
    if (office === undefined) throw new Error("nobody keeps the roll");
    const rows = [`${canaries.given},${family},04/05/2016,${canaries.upn}`, "Nova,Adair,04/05/2016,"];
    const content = Buffer.from(`CHILD_FIRST_NAME,CHILD_LAST_NAME,CHILD_DATE_OF_BIRTH,CHILD_UPN\n${rows.join("\n")}\n`);
    const { people } = area.as(office, afterwards);
    const previewed = await people.rollIn.preview({
      ...{ idempotencyKey: newKey(), establishmentId: world.school, fileName: "new.csv" },
      content: content.toString("base64"),
    });
    if (previewed.outcome !== "previewed") throw new Error("the list was not read");
    const { rollInId, version } = previewed.rollIn;
    const found = await people.rollIn.rows({ rollInId });
    expect(found.rows.map(({ kind }) => kind)).toEqual(["new", "new"]);
    await people.rollIn.confirm({
      ...{ idempotencyKey: newKey(), rollInId, version },
      ...{ onRollFrom: localDate("2026-08-18"), fullTime: true },
    });
    const made = (await people.roll.list({ establishmentId: world.school })).rows.map((one) => plain(one));
    expect(made.filter((one) => one.includes("nova"))).toHaveLength(1);
    expect(made.filter((one) => one.includes(world.childId))).toEqual([]);
  });

  test("the audit is whole, its entries are in the chain, and the officer is told their number alone", async () => {
    const { areaId } = world.of.area;
    await sealArea(database, areaId, afterwards);
    expect(await verifyArea(database, areaId, afterwards)).toMatchObject({ unsealed: 0 });
    const week = await as(world.officer, afterwards).record.looksOfWeek({ week: today });
    expect(week.sealed).toBeGreaterThan(0);
  });

  test("jobs go on: what was on its way about the child is gone, and nothing stands in the way of the rest", async () => {
    expect(await doDue(database, world.of.area.areaId, new Date(afterwards.getTime() + hour))).toBeGreaterThanOrEqual(
      0,
    );
    expect(await rowsThatTell(world.of.teacher.practitionerId)).toEqual([]);
  });

  test("every table with a child's or a plan's id keeps what is sealed", async () => {
    const open = await world.of.area.write((tx) =>
      rowsOf<{ name: string }>(
        tx,
        sql`select distinct a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
          where c.relnamespace = 'public'::regnamespace and a.attname in ('child_id', 'plan_id') and not a.attisdropped
            and has_any_column_privilege(c.oid, 'select') and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'sealed' and not p.polpermissive)`,
      ),
    );
    expect(open).toEqual([]);
  });

  test("which records are sealed, and on what order, the app's role has no right to ask", async () => {
    for (const table of ["sealed_child", "sealed_key", "sealed_words"])
      await expect(
        world.of.area.write((tx) => tx.execute(sql`select 1 from ${sql.identifier(table)}`)),
      ).rejects.toThrow();
  });
});
