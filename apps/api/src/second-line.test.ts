import { localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf } from "./db/asked.ts";
import type { Database } from "./db/database.ts";
import { outsideAreas } from "./db/row-security.ts";
import { accessBlock, restriction, restrictionReader } from "./db/schema/access.ts";
import { aMonday, aTestArea, type TestArea, type TestPerson } from "./testing/area.ts";
import { testDatabase } from "./testing/database.ts";
import { oracle, parts } from "./testing/oracle.ts";

/**
 * Row security alone: every table is read whole, with nothing of the application's own narrowing, as each kind of person.
 * What they may see is worked out here, from who was tied to whom, and not from the policies.
 */

type Column = { readonly table: string; readonly column: string; readonly type: string };
type World = {
  readonly area: TestArea;
  readonly children: readonly string[];
  readonly kept: string;
  /** Each child's own plan, by the child. */
  readonly plans: Readonly<Record<string, string>>;
  readonly people: Readonly<Record<Kind, TestPerson>>;
};
const kinds = ["tied", "reader", "ended", "not yet", "held back", "officer", "stranger"] as const;
type Kind = (typeof kinds)[number];

let database: Database;
let columns: readonly Column[];
let here: World;
let elsewhere: World;

/** As the owner of the tables: past keys to rows that this test does not need, never past a check. */
const asOwner = (text: string, values: unknown[] = []) => database.jobs.executeSql(text, values);

const filled: Readonly<Record<string, string>> = {
  uuid: "gen_random_uuid()",
  text: "gen_random_uuid()::text",
  timestamptz: `'${aMonday.toISOString()}'::timestamptz`,
  date: "'2026-11-25'::date",
  tstzrange: "'[2026-01-05,)'::tstzrange",
  daterange: "'[2026-01-05,)'::daterange",
  bool: "false",
  int4: "1",
  int8: "1",
  jsonb: "'{}'::jsonb",
  bytea: "'\\x00'::bytea",
  _text: "'{}'::text[]",
  _uuid: "'{}'::uuid[]",
};

/** One row in a table, about a child or about nobody. What the table lets be empty and nothing asks of here stays so. */
async function fill(
  table: string,
  areaId: string,
  childId?: string,
  ids: Readonly<Record<string, string>> = {},
): Promise<void> {
  const ofTable = columns.filter((one) => one.table === table);
  const given = ofTable.map(({ column, type }) => {
    if (column === "area_id") return `'${areaId}'::uuid`;
    if (column === "child_id" && childId !== undefined) return `'${childId}'::uuid`;
    if (ids[column] !== undefined) return `'${ids[column]}'::uuid`;
    if (column === "superseded_at" || column === "withdrawn_at" || column === "withdrawn_on") return "null";
    if (column === "idle_minutes") return "null";
    if (column.startsWith("stopped_")) return "null"; // an assessment is finished or stopped, never both
    const value = filled[type];
    if (value === undefined) throw new Error(`${table}.${column} is of a type that is not filled here: ${type}`);
    return value;
  });
  const names = ofTable.map(({ column }) => `"${column}"`).join(", ");
  await asOwner(`insert into "${table}" (${names}) values (${given.join(", ")})`);
}

async function aWorld(): Promise<World> {
  const area = await aTestArea(database);
  const { areaId } = area;
  const agencyId = await area.addAgency("health");
  const children = [await area.addChild(), await area.addChild({ givenName: "Wren" })];
  const kept = await area.addChild({ givenName: "Lark" });
  const person = (name: string, role?: "privacy-officer") =>
    area.addPractitioner({ name, agencyId, ...(role === undefined ? {} : { role }) });
  const people = {
    tied: await person("Tied Now"),
    reader: await person("Told Where"),
    ended: await person("Was Tied"),
    "not yet": await person("Starts Later"),
    "held back": await person("Knows The Family"),
    officer: await person("Privacy Officer", "privacy-officer"),
    stranger: await person("Tied To Nobody"),
  };
  const [first = ""] = children;
  for (const one of [first, kept]) {
    await area.relate(people.tied, one, "named-person");
    await area.relate(people.reader, one, "lead");
    await area.relate(people.ended, one, "lead", {
      from: "2026-01-05T00:00:00.000Z",
      until: "2026-11-23T10:00:00.000Z",
    } as { from: string });
    await area.relate(people["not yet"], one, "lead", { from: "2026-11-23T10:00:00.001Z" });
    await area.relate(people["held back"], one, "named-person");
  }
  const by = { areaId, recordedBy: people.tied.practitionerId, recordedAt: aMonday.toISOString() };
  const during = { from: aMonday.toISOString() };
  const restrictionId = newId();
  await area.write(async (tx) => {
    const { practitionerId } = people["held back"];
    for (const childId of [first, kept])
      await tx.insert(accessBlock).values({
        ...by,
        blockId: newId(),
        practitionerId,
        childId,
        because: "declared",
        tie: "niece-or-nephew",
        during,
      });
    await tx.insert(restriction).values({
      ...by,
      restrictionId,
      childId: kept,
      kind: "whereabouts",
      ownerId: people.reader.practitionerId,
      reason: "An order of the court",
      reviewOn: localDate("2027-02-01"),
      during,
    });
    await tx.insert(restrictionReader).values({
      ...by,
      readerId: newId(),
      restrictionId,
      childId: kept,
      practitionerId: people.reader.practitionerId,
      because: "Visits the family",
      during,
    });
  });
  // a part in the child's care that begins while somebody is held back is held back as well
  await area.relate(people["held back"], first, "lead");
  const plans = Object.fromEntries([...children, kept].map((childId) => [childId, newId()]));
  return { area, children, kept, plans, people };
}

beforeAll(async () => {
  database = await testDatabase();
  here = await aWorld();
  elsewhere = await aWorld();
  columns = (
    (await asOwner(`select c.relname::text as table, a.attname::text as column, t.typname::text as type
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attgenerated = '' and has_any_column_privilege('linchpin_app', c.oid, 'select')
        and exists (select 1 from pg_attribute f where f.attrelid = c.oid and f.attname = 'area_id' and not f.attisdropped)`)) as {
      rows: Column[];
    }
  ).rows.filter(({ table }) => !outsideAreas.includes(table));
  await asOwner("set session_replication_role = replica");
  for (const table of new Set(columns.map((one) => one.table)))
    for (const world of [here, elsewhere]) {
      const { areaId } = world.area;
      if (ofPlan.includes(table))
        for (const [childId, plan_id] of Object.entries(world.plans)) {
          await fill(table, areaId, undefined, { plan_id });
          if (table === "plan") await fill("plan_member", areaId, childId, { plan_id });
        }
      else if (!about(table)) await fillOnce(table, areaId);
      else if (table !== "child" && !prepared.includes(table))
        for (const childId of [...world.children, world.kept]) await fill(table, areaId, childId);
    }
  await asOwner("set session_replication_role = origin");
});
afterAll(() => database.close());

/** What the test wrote itself, so that it says what it has to. */
const prepared = ["child_access", "access_block", "restriction", "restriction_reader"];
/** What is about a child by the plan that it belongs to: the row itself is seen in the area, or only with the child. */
const ofPlan = ["plan", "lead", "plan_practitioner", "acting_lead", "agency_support"];
const about = (table: string) => columns.some((one) => one.table === table && one.column === "child_id");

async function fillOnce(table: string, areaId: string): Promise<void> {
  const { rows } = await asOwner(`select 1 from "${table}" where area_id = $1 limit 1`, [areaId]);
  if (rows.length === 0) await fill(table, areaId);
}

type Seen = { readonly area_id: string; readonly child_id: string | null };

const readWhole = (world: World, kind: Kind, table: string): Promise<readonly Seen[]> =>
  database.inArea(
    {
      areaId: world.area.areaId,
      practitionerId: world.people[kind].practitionerId,
      now: aMonday.toISOString(),
      as: "person",
    },
    (tx) =>
      rowsOf<Seen>(
        tx,
        about(table)
          ? sql`select area_id::text, child_id::text from ${sql.identifier(table)}`
          : sql`select area_id::text, null as child_id from ${sql.identifier(table)}`,
      ),
  );

const tables = () => [...new Set(columns.map((one) => one.table))].sort();
// what was sent may tell where a child is, and to whom it went
const whereabouts = [
  "child_address",
  "carer",
  "place",
  "sent_copy",
  "sent_copy_told",
  "plan_copy_mark",
  // whom a child talks to and who takes part may tell it as well
  "chosen_contact",
  "contact_protocol",
  "carer_part",
  "agreed_way",
  "held_from_list",
  "core_confirmation",
  // who belongs to a child's family
  "sibling_said",
];

/** The children of whom a table has a row at all. */
function written({ children, kept }: World, table: string): readonly string[] {
  const [first = ""] = children;
  if (table === "restriction" || table === "restriction_reader") return [kept];
  return prepared.includes(table) ? [first, kept] : [...children, kept];
}

/** Whose rows of a table somebody sees; written from the design, not from the policies. */
function maySee({ children, kept }: World, kind: Kind, table: string): readonly string[] {
  const [first = ""] = children;
  // Who is tied to which child is known in the area: the app tells from it whom to notify. Nothing of the child is in it.
  if (table === "child_access") return [...children, kept];
  if (kind === "officer" && ["child", "audit_entry", "emergency_access", "access_block"].includes(table))
    return [...children, kept];
  if (table === "look_check") return kind === "officer" ? [...children, kept] : [];
  // Whose record is asked to be sealed, those know who ask and decide.
  if (table === "sealing") return kind === "officer" ? [...children, kept] : [];
  if (table === "access_block") return kind === "held back" ? [first, kept] : [];
  // An import belongs to the office of its roll; nobody here keeps one.
  if (table.startsWith("roll_in")) return [];
  // A worry as it was sent is read by nobody: it becomes a concern, and that is read on the child's record.
  if (table === "worry") return [];
  // Supervision is for the person and who supervises them, and no part of the child's record; nobody here is either.
  if (table.startsWith("supervision")) return [];
  // What was shared is for whoever shared it and whoever it went to; nobody here is either.
  if (table === "release_copy" || table === "release_words") return [];
  // What was added to a referral is read with it; these rows are of none.
  if (table === "referral_word") return [];
  // What was tried is read with the item of the managers' group that it belongs to; these rows are of none.
  if (table === "group_item_tried") return [];
  // Items of one agency's file: the rows here are of an agency at which nobody here works.
  if (["routine_check", "informal_discussion", "common_entry", "assessment", "level_change_basis"].includes(table))
    return [];
  // What the index of children shows and should show is for jobs alone.
  if (table === "index_entry") return [];
  // From whom it is held back that something is open, the child's named person alone reads; the words may tell where the child is.
  if (table === "sibling_flag_hold") return kind === "tied" ? [first] : [];
  if (kind === "tied") return whereabouts.includes(table) ? [first] : [first, kept];
  return kind === "reader" ? [first, kept] : [];
}

/** What belongs to one person, whatever child it is about; nobody here is the one it belongs to. */
const ownOnly = ["notice", "change_made", "draft", "private_note", "practitioner_home"];

describe("with nothing of the application's own narrowing", () => {
  test("nobody sees a row of another area, in any table", async () => {
    let read = 0;
    for (const table of tables())
      for (const kind of kinds) {
        const seen = await readWhole(here, kind, table);
        expect([...new Set(seen.map(({ area_id }) => area_id))], `${table} as ${kind}`).toEqual(
          seen.length === 0 ? [] : [here.area.areaId],
        );
        read += 1;
      }
    expect(read).toBeGreaterThan(40 * kinds.length);
  });

  test("what is about a child is seen by those tied to the child at that moment, and by nobody else", async () => {
    let cells = 0;
    const wrong: string[] = [];
    for (const table of tables().filter((one) => about(one) && !ownOnly.includes(one)))
      for (const kind of kinds)
        for (const [world, other] of [
          [here, elsewhere],
          [elsewhere, here],
        ] as const) {
          const seen = new Set((await readWhole(world, kind, table)).map(({ child_id }) => child_id));
          const may = new Set(maySee(world, kind, table).filter((one) => written(world, table).includes(one)));
          for (const childId of [...world.children, world.kept, ...other.children, other.kept]) {
            cells += 1;
            if (seen.has(childId) && !may.has(childId)) wrong.push(`${kind} sees ${table}`);
            if (!seen.has(childId) && may.has(childId)) wrong.push(`${kind} does not see ${table}`);
          }
        }
    expect([...new Set(wrong)]).toEqual([]);
    expect(cells).toBeGreaterThan(1_500);
  });

  /** A child's plan, by its id. */
  const childOf = ({ plans }: World, planId: string) => Object.entries(plans).find(([, one]) => one === planId)?.[0];
  const asked = <Row>(world: World, kind: Kind, statement: ReturnType<typeof sql>) =>
    database.inArea(
      {
        areaId: world.area.areaId,
        practitionerId: world.people[kind].practitionerId,
        now: aMonday.toISOString(),
        as: "person",
      },
      (tx) => rowsOf<Row>(tx, statement),
    );

  /** What is written about a family on the rows of its plan, which the area sees without it. */
  const wordsOfPlan = (planId: string | undefined) => [
    sql`select words_of_plan(${planId}) ->> 'trigger' as said where words_of_plan(${planId}) is not null`,
    sql`select best_placed as said from words_of_leads(${planId})`,
    sql`select relation as said from words_of_team(${planId})`,
    sql`select why as said from why_leads_were_away(${planId})`,
    sql`select said_by as said from agency_support where plan_id = ${planId}`,
  ];

  test("what is written about a family on its plan's rows is read by those tied to a child of the plan, and by nobody else", async () => {
    let read = 0;
    for (const kind of kinds)
      for (const world of [here, elsewhere])
        for (const [childId, planId] of Object.entries(world.plans)) {
          const may = kind === "tied" || kind === "reader" ? childId !== world.children[1] : false;
          for (const words of wordsOfPlan(planId)) {
            const rows = await asked<{ readonly said: string }>(world, kind, words);
            expect(
              rows.length > 0 && rows.every(({ said }) => said.length > 30),
              `${kind} of ${childOf(world, planId)}`,
            ).toBe(may);
            read += rows.length;
          }
        }
    expect(read).toBe(2 * 2 * 2 * 5);
    const [own = ""] = Object.values(elsewhere.plans);
    expect(await asked(here, "tied", sql`select * from words_of_team(${own})`)).toEqual([]);
  });

  test("a part by which nobody opens a plan, as of the office that keeps the roll, reads nothing of what is written about a family on it", async () => {
    const { area, children, plans } = here;
    const [, childId = ""] = children;
    const agencyId = await area.addAgency("education");
    const opened: string[] = [];
    for (const part of parts) {
      const role = part === "record-keeper" ? part : "practitioner";
      const person = await area.addPractitioner({ name: `By Part ${part}`, agencyId, role });
      await area.relate(person, childId, part);
      const who = { areaId: area.areaId, practitionerId: person.practitionerId, now: aMonday.toISOString() };
      const read = await database.inArea({ ...who, as: "person" }, async (tx) => {
        const rows: unknown[] = [];
        const sent = sql`select words as said from contribution where child_id = ${childId}`;
        for (const words of [...wordsOfPlan(plans[childId]), sent]) rows.push(...(await rowsOf(tx, words)));
        return rows.length;
      });
      if (read > 0) opened.push(`${part}: ${read}`);
    }
    expect(opened.sort()).toEqual((oracle["plan.get"]?.parts ?? []).map((part) => `${part}: 6`).sort());
  });

  test.each([
    ["assessment", "assessment", "assessment_id"],
    ["check", "routine_check", "check_id"],
    ["discussion", "informal_discussion", "discussion_id"],
  ])(
    "of %s that an agency shared, another agency reads that something went, and nothing of what or why",
    async (kind, table, id) => {
      const { area, children } = here;
      const [childId = ""] = children;
      const { areaId } = area;
      const [itsAgency, another] = [await area.addAgency("health"), await area.addAgency("education")];
      const ofIt = (name: string) => area.addPractitioner({ name: `${name} Of ${kind}`, agencyId: itsAgency });
      const ofAnother = (name: string) => area.addPractitioner({ name: `${name} Of ${kind}`, agencyId: another });
      const people = {
        sharer: await ofIt("Sharer"),
        colleague: await ofIt("Colleague"),
        lead: await ofAnother("Lead"),
        recipient: await ofAnother("Recipient"),
        "was told": await ofAnother("Was Told"),
        stranger: await ofIt("Stranger"),
      };
      for (const name of ["sharer", "colleague", "lead", "was told"] as const)
        await area.relate(people[name], childId, "lead");
      const itemId = newId();
      await asOwner("set session_replication_role = replica");
      await fill(table, areaId, childId, { [id]: itemId, agency_id: itsAgency });
      await asOwner("set session_replication_role = origin");
      const releaseIds: string[] = [];
      for (const [to, during] of [
        ["recipient", "[2026-11-20,)"],
        ["was told", "[2026-11-20,2026-11-21)"],
      ] as const) {
        const releaseId = newId();
        releaseIds.push(releaseId);
        await asOwner(
          `insert into release (area_id, release_id, child_id, item_kind, item_id, of_agency, to_id, to_agency, purpose, basis, title, released_by,
            released_at, during, child_not_told_because, family_not_told_because, decision_id)
          values ($1, $2, $3, $4, $5, 'health', $6, 'education', 'Kestrel purpose', 'consent', 'Kestrel title', $7, $8, $9, 'Kestrel child', 'Kestrel family', $2)`,
          [
            areaId,
            releaseId,
            childId,
            kind,
            itemId,
            people[to].practitionerId,
            people.sharer.practitionerId,
            aMonday.toISOString(),
            during,
          ],
        );
        // each of these words is written later, by another step
        await asOwner(
          "update release set reason_words = 'Kestrel reason', ended_because = 'Kestrel end' where release_id = $1",
          [releaseId],
        );
      }
      const read = async (name: keyof typeof people) => {
        const who = {
          areaId,
          practitionerId: people[name].practitionerId,
          now: aMonday.toISOString(),
          as: "person" as const,
        };
        const counted: number[] = [];
        for (const releaseId of releaseIds)
          for (const whole of [sql`release`, sql`release_words`])
            await database.inArea(who, async (tx) => {
              const [found] = await rowsOf<{ readonly said: string }>(
                tx,
                sql`select to_jsonb(t)::text as said from ${whole} t where release_id = ${releaseId}`,
              );
              counted.push(found === undefined ? -1 : found.said.split("Kestrel").length - 1);
            });
        return counted;
      };
      const seen: Record<string, number[]> = {};
      for (const name of Object.keys(people) as (keyof typeof people)[]) seen[name] = await read(name);
      // of each of the two shares: how often the words stand in the release, and in what lies apart; -1 where there is no row for them
      expect(seen).toEqual({
        sharer: [0, 6, 0, 6],
        colleague: [0, 6, 0, 6],
        lead: [0, -1, 0, -1],
        recipient: [0, 6, -1, -1],
        "was told": [0, -1, 0, -1],
        stranger: [-1, -1, -1, -1],
      });
    },
  );

  // Codes and words about people at work, which managers weigh work by. Whoever adds a column here says why the area may read it.
  const ofTheArea = [
    "acting_lead.as",
    "contact_of_record.as",
    "engagement_exception.ended_because",
    "engagement_exception.plan_to_replace",
    "engagement_exception.reason",
    "lead.basis",
    "plan.kind",
    "plan.level_of_need",
    "plan.reach",
    "plan.route",
    "plan.state",
    "plan.trigger",
    "plan_practitioner.involvement",
    "plan_practitioner.posts",
    "proposal_waits.stage",
    "weight_adjustment.reason",
  ];
  test("of a plan's rows that the whole area sees, the app's role reads no words but codes and what is about people at work", async () => {
    const { rows } = (await asOwner(`select c.relname || '.' || a.attname as column from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid and t.typname in ('text', '_text', 'json', 'jsonb')
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_column_privilege('linchpin_app', c.oid, a.attnum, 'select')
        and exists (select 1 from pg_attribute i where i.attrelid = c.oid and i.attname in ('plan_id', 'proposal_id'))
        and exists (select 1 from pg_policies p where p.tablename = c.relname and p.permissive = 'PERMISSIVE' and p.cmd in ('ALL', 'SELECT')
          and 'linchpin_app' = any (p.roles) and p.qual = '(area_id = app_area())')
      order by 1`)) as { rows: { column: string }[] };
    expect(rows.map(({ column }) => column)).toEqual(ofTheArea);
    for (const column of ["trigger_words", "integrated_response_reason"])
      await expect(asked(here, "tied", sql`select ${sql.identifier(column)} from plan`)).rejects.toThrow();
  });

  test("what is on its way to somebody is read by nobody, and added by anybody", async () => {
    for (const kind of kinds) expect(await readWhole(here, kind, "outbox"), kind).toEqual([]);
    const { areaId } = here.area;
    await asked(
      here,
      "stranger",
      sql`insert into outbox (area_id, outbox_id, kind, payload, due_at, recorded_at) values (${areaId}, ${newId()}, 'notice', '{}', app_now(), app_now())`,
    );
  });

  test("what belongs to one person is seen by nobody else", async () => {
    for (const table of ownOnly)
      for (const kind of kinds) expect(await readWhole(here, kind, table), `${table} as ${kind}`).toEqual([]);
  });
});
