import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { auditEntry } from "../db/schema/record.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { readHeads, signHeads } from "./audit-head.ts";
import { auditKey } from "./audit-key.ts";
import { sealWhole } from "./sealer.ts";
import { verifyArea } from "./verify.ts";

/** Whoever holds the database may change any byte of the audit: every kind of change is found, and its place is named. */

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "linchpin-tampering-"));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const hour = 3_600_000;

/** Three blocks of four entries, each head signed to a folder of its own. */
async function threeBlocks() {
  const area = await aTestArea(database);
  const { areaId } = area;
  const heads = join(folder, areaId);
  const key = auditKey(join(folder, "audit.pem"));
  for (const block of [1, 2, 3]) {
    const at = new Date(aMonday.getTime() + block * hour);
    await area.write((tx) =>
      tx.insert(auditEntry).values(
        Array.from({ length: 4 }, () => ({
          areaId,
          entryId: newId(),
          at: at.toISOString(),
          practitionerId: newId(),
          postId: newId(),
          act: "child.read",
          outcome: "read" as const,
          childId: newId(),
          planId: newId(),
          basis: "lead",
          detail: { through: "plan.change" },
          requestId: newId(),
        })),
      ),
    );
    await sealWhole(database, areaId, at);
    await signHeads(database, at, heads, key);
  }
  /** Past every guard of ours. */
  const tamper = (text: string) =>
    database.jobs.executeSql(
      `begin; set local session_replication_role = replica; ${text.replaceAll("$area", `'${areaId}'::uuid`)}; commit`,
    );
  const verify = async (signed: "signed" | "unsigned" = "signed") =>
    (
      await verifyArea(
        database,
        areaId,
        aMonday,
        signed === "signed" ? readHeads(heads, areaId, key.publicKey) : undefined,
      )
    ).problem;
  const fileOf = (block: number) => {
    const name = readdirSync(heads).find((file) => file.startsWith(areaId) && file.includes(`000${block}.json`)) ?? "";
    return { name, path: join(heads, name) };
  };
  return { areaId, tamper, verify, heads, key, fileOf };
}

/** Another value of each type, as near to what was there as the type allows. */
const changed: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => "gen_random_uuid()",
  text: (column) => `${column} || ' '`,
  timestamptz: (column) => `${column} + interval '1 microsecond'`,
  int4: (column) => `${column} + 7`,
  bytea: (column) => `set_byte(${column}, 31, get_byte(${column}, 31) # 1)`,
  jsonb: (column) => `${column} || '{"and": 1}'`,
};
const entryAt = (position: number) =>
  `(select entry_id from audit_block_entry where area_id = $area and block_number = 2 and position = ${position})`;
const second = `entry_id = ${entryAt(1)}`;
const madeUp = "'019ab8a0-0000-7000-8000-00000000abcd'::uuid";
const renamed = (from: string, to: string) =>
  `update audit_entry set entry_id = ${to} where area_id = $area and entry_id = ${from};`;
const which: Readonly<Record<string, string>> = {
  audit_entry: second,
  audit_block: "block_number = 2",
  audit_block_entry: "block_number = 2 and position = 1",
};

describe("every column of the audit", () => {
  test.each(Object.entries(which))(
    "%s: one changed by as little as can be is found, and its block is named",
    async (table, where) => {
      const { rows } = (await database.jobs.executeSql(
        `select a.attname::text as column, t.typname::text as type, not a.attnotnull as "mayBeEmpty"
       from pg_attribute a join pg_type t on t.oid = a.atttypid
       where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
      )) as { rows: { column: string; type: string; mayBeEmpty: boolean }[] };
      const found: Record<string, string | undefined> = {};
      for (const { column, type, mayBeEmpty } of rows)
        for (const value of [changed[type]?.(column), ...(mayBeEmpty ? ["null"] : [])]) {
          if (value === undefined) throw new Error(`${table}.${column} is of a type this test cannot change: ${type}`);
          const { tamper, verify } = await threeBlocks();
          await tamper(`update ${table} set ${column} = ${value} where area_id = $area and ${where}`);
          found[`${column} = ${value}`] = await verify("unsigned");
        }
      expect(Object.entries(found).filter(([, problem]) => !/block [23]\b/i.test(problem ?? ""))).toEqual([]);
      expect(Object.keys(found).length).toBeGreaterThanOrEqual(rows.length);
    },
  );
});

describe("whole rows", () => {
  test.each([
    [
      "an entry that was taken away",
      `delete from audit_entry where area_id = $area and ${second}`,
      /^Entry .* of block 2 is missing/,
    ],
    [
      "an entry taken away with its place in the block",
      `delete from audit_entry where area_id = $area and ${second}; delete from audit_block_entry where area_id = $area and block_number = 2 and position = 1`,
      /^Block 2 held 4 entries and has 3/,
    ],
    [
      "an entry put into a block",
      `insert into audit_entry (area_id, entry_id, at, act, outcome) values ($area, ${madeUp}, now(), 'a', 'read'); insert into audit_block_entry (area_id, entry_id, block_number, position, hash) select area_id, ${madeUp}, 2, 4, hash from audit_block_entry where area_id = $area and block_number = 2 and position = 3`,
      /of block 2 was changed/,
    ],
    [
      "two entries swapped",
      "update audit_block_entry b set position = 3 - position where area_id = $area and block_number = 2 and position in (1, 2)",
      /^The hash of block 2/,
    ],
    [
      "an entry numbered otherwise, in the same order",
      "update audit_block_entry set position = 9 where area_id = $area and block_number = 2 and position = 3",
      /^Entry .* of block 2 is numbered otherwise/,
    ],
    [
      "two entries that changed places between blocks",
      "update audit_block_entry set block_number = 5 - block_number where area_id = $area and block_number in (2, 3) and position = 1",
      /^The hash of block 2/,
    ],
    [
      "what two entries say, swapped",
      `${renamed(entryAt(1), madeUp)} ${renamed(entryAt(2), entryAt(1))} ${renamed(madeUp, entryAt(2))}`,
      /of block 2 was changed/,
    ],
    [
      "the first block taken away",
      "delete from audit_block where area_id = $area and block_number = 1",
      /^Block 1 is missing/,
    ],
    ["a block taken away", "delete from audit_block where area_id = $area and block_number = 2", /^Block 2 is missing/],
    [
      "a block taken away and the next numbered in its place",
      "delete from audit_block where area_id = $area and block_number = 2; update audit_block set block_number = 2 where area_id = $area and block_number = 3",
      /^Block 2 does not follow/,
    ],
    [
      "the last block taken away",
      "delete from audit_block where area_id = $area and block_number = 3",
      /^Block 3 is missing/,
    ],
    [
      "two blocks swapped",
      "update audit_block set block_number = 9 where area_id = $area and block_number = 2; update audit_block set block_number = 2 where area_id = $area and block_number = 3; update audit_block set block_number = 3 where area_id = $area and block_number = 9",
      /^Block 2 does not follow/,
    ],
    [
      "everything numbered one further",
      "update audit_block set block_number = block_number + 10 where area_id = $area; update audit_block_entry set block_number = block_number + 10 where area_id = $area",
      /^Block 1 is missing/,
    ],
    [
      "a chain hung before another's",
      "update audit_block set previous_hash = decode(repeat('ab', 32), 'hex') where area_id = $area and block_number = 1",
      /^Block 1 does not follow/,
    ],
  ] as const)("%s: found without a signature", async (_what, text, named) => {
    const { tamper, verify } = await threeBlocks();
    expect(await verify("unsigned")).toBeUndefined();
    await tamper(text);
    expect(await verify("unsigned")).toMatch(named);
  });
});

describe("heads that were signed outside the database", () => {
  const cutBack =
    "delete from audit_entry where area_id = $area and entry_id in (select entry_id from audit_block_entry where area_id = $area and block_number = 3); delete from audit_block_entry where area_id = $area and block_number = 3; delete from audit_block where area_id = $area and block_number = 3";

  test("the head moved back, with everything the last block held", async () => {
    const { tamper, verify } = await threeBlocks();
    await tamper(cutBack);
    expect(await verify()).toBe("Block 3 was signed and is missing.");
  });

  test("a chain made anew from what is left, whole in itself", async () => {
    const { areaId, tamper, verify } = await threeBlocks();
    await tamper(
      `delete from audit_entry where area_id = $area and ${second}; delete from audit_block_entry where area_id = $area; delete from audit_block where area_id = $area`,
    );
    await sealWhole(database, areaId, aMonday);
    expect(await verify("unsigned")).toBeUndefined();
    expect(await verify()).toBe("Block 1 is not the one that was signed.");
  });

  test("a head signed with another key", async () => {
    const { verify, heads, fileOf } = await threeBlocks();
    const { name, path } = fileOf(3);
    rmSync(path);
    await signHeads(database, aMonday, heads, auditKey(join(folder, "another.pem")));
    expect(readdirSync(heads)).toContain(name);
    expect(await verify()).toBe(`The signature in ${name} does not hold.`);
  });

  test("an earlier head laid where the last one was, so that the chain may be cut back to it", async () => {
    const { tamper, verify, fileOf } = await threeBlocks();
    copyFileSync(fileOf(2).path, fileOf(3).path);
    await tamper(cutBack);
    expect(await verify()).toBe(`The signature in ${fileOf(3).name} does not hold.`);
  });

  test("a head of which nothing can be read", async () => {
    const { verify, fileOf } = await threeBlocks();
    const { name, path } = fileOf(2);
    writeFileSync(path, "");
    expect(await verify()).toBe(`The signature in ${name} does not hold.`);
  });

  test("another area's head laid here", async () => {
    const [here, there] = [await threeBlocks(), await threeBlocks()];
    copyFileSync(there.fileOf(1).path, here.fileOf(1).path);
    expect(await here.verify()).toBe(`The signature in ${here.fileOf(1).name} does not hold.`);
  });
});
