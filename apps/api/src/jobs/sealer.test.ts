import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { auditBlock, auditBlockEntry, auditEntry } from "../db/schema/record.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { canonical } from "./audit-hash.ts";
import { readHeads, signHeads } from "./audit-head.ts";
import { auditKey } from "./audit-key.ts";
import { sealArea, sealWhole } from "./sealer.ts";
import { verifyArea } from "./verify.ts";

let database: Database;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "linchpin-heads-"));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const tomorrow = new Date(aMonday.getTime() + 86_400_000);

async function anAudit(entries: number) {
  const area = await aTestArea(database);
  const { areaId } = area;
  const add = (count: number) =>
    area.write((tx) =>
      tx.insert(auditEntry).values(
        Array.from({ length: count }, () => ({
          areaId,
          entryId: newId(),
          at: aMonday.toISOString(),
          act: "child.read",
          outcome: "read" as const,
          detail: { b: [1, "é"], a: null },
        })),
      ),
    );
  await add(entries);
  /** As whoever holds the database could: past every guard of ours. */
  const tamper = async (text: string, table: "audit_entry" | "audit_block" | "audit_block_entry") => {
    await database.jobs.executeSql(`alter table ${table} disable trigger user`);
    await database.jobs.executeSql(`alter table ${table} no force row level security`);
    await database.jobs.executeSql(text, [areaId]);
    await database.jobs.executeSql(`alter table ${table} enable trigger user`);
    await database.jobs.executeSql(`alter table ${table} force row level security`);
  };
  const verify = () => verifyArea(database, areaId, aMonday);
  return { area, areaId, add, tamper, verify };
}

describe("the audit's chain", () => {
  test("every entry goes into one block, each block follows the one before, and the whole holds", async () => {
    const { area, areaId, add, verify } = await anAudit(5);
    expect(await sealArea(database, areaId, aMonday)).toBe(5);
    expect(await sealArea(database, areaId, aMonday)).toBe(0);
    await add(3);
    expect(await sealArea(database, areaId, tomorrow)).toBe(3);
    expect(await verify()).toEqual({ blocks: 2, entries: 8, unsealed: 0 });
    const blocks = await area.write((tx) =>
      tx.select().from(auditBlock).where(eq(auditBlock.areaId, areaId)).orderBy(auditBlock.blockNumber),
    );
    expect(Buffer.from(blocks[1]?.previousHash ?? [])).toEqual(Buffer.from(blocks[0]?.hash ?? []));
  });

  test("more entries than one block holds go into the next", async () => {
    const { areaId, verify } = await anAudit(2_500);
    expect(await sealWhole(database, areaId, aMonday)).toBe(2_500);
    expect(await verify()).toEqual({ blocks: 2, entries: 2_500, unsealed: 0 });
  });

  test("a search bounded to what is new leaves older entries to the whole one", async () => {
    const { areaId } = await anAudit(2);
    expect(await sealArea(database, areaId, aMonday, new Date(Date.now() + 60_000))).toBe(0);
    expect(await sealArea(database, areaId, aMonday, new Date(Date.now() - 60_000))).toBe(2);
  });

  test("an area's chain holds that area's entries alone", async () => {
    const [one, other] = [await anAudit(2), await anAudit(3)];
    await sealWhole(database, one.areaId, aMonday);
    expect(await other.verify()).toEqual({ blocks: 0, entries: 0, unsealed: 3 });
  });

  test("neither an entry nor a block can be changed or taken away by the product", async () => {
    const { area, areaId } = await anAudit(1);
    await sealWhole(database, areaId, aMonday);
    for (const table of [auditEntry, auditBlock, auditBlockEntry])
      await expect(area.write((tx) => tx.delete(table).where(eq(table.areaId, areaId)))).rejects.toThrow();
    await expect(
      area.write((tx) => tx.update(auditEntry).set({ act: "nothing" }).where(eq(auditEntry.areaId, areaId))),
    ).rejects.toThrow();
  });
});

describe("whoever holds the database and changes it is found out", () => {
  test.each([
    [
      "an entry that reads otherwise",
      "update audit_entry set act = 'child.search' where area_id = $1",
      "audit_entry",
      /^Entry .* of block 1 was changed\.$/,
    ],
    [
      "a microsecond",
      "update audit_entry set at = at + interval '1 microsecond' where area_id = $1",
      "audit_entry",
      /was changed/,
    ],
    [
      "an entry that is gone",
      "delete from audit_entry where area_id = $1",
      "audit_entry",
      /^Entry .* of block 1 is missing\.$/,
    ],
    [
      "an entry taken out of its block",
      "delete from audit_block_entry where area_id = $1 and position = 0",
      "audit_block_entry",
      /^Block 1 held 4 entries and has 3: number 1 is the first that is missing\.$/,
    ],
    [
      "the last entries taken out of their block",
      "delete from audit_block_entry where area_id = $1 and block_number = 1 and position > 1",
      "audit_block_entry",
      /^Block 1 held 4 entries and has 2: number 3 is the first that is missing\.$/,
    ],
    [
      "another order",
      "update audit_block_entry set position = 9 - position where area_id = $1",
      "audit_block_entry",
      /^The hash of block 1 is not that of its entries\.$/,
    ],
    [
      "another hash",
      "update audit_block set hash = previous_hash where area_id = $1 and block_number = 1",
      "audit_block",
      /^The hash of block 1/,
    ],
    [
      "another time",
      "update audit_block set sealed_at = sealed_at + interval '1 day' where area_id = $1 and block_number = 2",
      "audit_block",
      /^The hash of block 2/,
    ],
  ] as const)("%s", async (_what, text, table, expected) => {
    const { areaId, add, tamper, verify } = await anAudit(4);
    await sealWhole(database, areaId, aMonday);
    await add(1);
    await sealWhole(database, areaId, aMonday);
    await tamper(text, table);
    expect((await verify()).problem).toMatch(expected);
  });
});

describe("signed heads", () => {
  test("a head is signed once with a key its owner alone can read, and is never written over", async () => {
    const { areaId } = await anAudit(1);
    await sealWhole(database, areaId, aMonday);
    const keyFile = join(folder, "keys", "audit.pem");
    const key = auditKey(keyFile);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(auditKey(keyFile).publicKey.equals(key.publicKey)).toBe(true);
    const mine = (files: readonly string[]) => files.filter((file) => file.includes(areaId));
    expect(mine(await signHeads(database, aMonday, join(folder, "once"), key))).toHaveLength(1);
    expect(mine(await signHeads(database, tomorrow, join(folder, "once"), key))).toHaveLength(0);
    expect(readHeads(join(folder, "once"), areaId, key.publicKey)).toMatchObject({
      heads: [{ areaId, blockNumber: 1, signedAt: aMonday.toISOString() }],
      badFiles: [],
    });
  });

  test("a chain that was rewritten whole, or cut short, is not the one that was signed", async () => {
    const { area, areaId, tamper } = await anAudit(2);
    await sealWhole(database, areaId, aMonday);
    const key = auditKey(join(folder, "audit.pem"));
    const heads = join(folder, "rewritten");
    await signHeads(database, aMonday, heads, key);
    const check = () => verifyArea(database, areaId, aMonday, readHeads(heads, areaId, key.publicKey));
    expect((await check()).problem).toBeUndefined();

    await tamper("delete from audit_block_entry where area_id = $1", "audit_block_entry");
    await tamper("delete from audit_block where area_id = $1", "audit_block");
    expect((await check()).problem).toBe("Block 1 was signed and is missing.");
    const [one] = await area.write((tx) =>
      tx.select({ entryId: auditEntry.entryId }).from(auditEntry).where(eq(auditEntry.areaId, areaId)).limit(1),
    );
    await tamper(`delete from audit_entry where area_id = $1 and entry_id = '${one?.entryId}'`, "audit_entry");
    await sealWhole(database, areaId, aMonday);
    expect((await check()).problem).toBe("Block 1 is not the one that was signed.");
  });

  test("a head whose file was changed is named", async () => {
    const { areaId } = await anAudit(1);
    await sealWhole(database, areaId, aMonday);
    const key = auditKey(join(folder, "audit.pem"));
    const heads = join(folder, "forged");
    await signHeads(database, aMonday, heads, key);
    const [file = ""] = readdirSync(heads).filter((name) => name.startsWith(areaId));
    const text = readFileSync(join(heads, file), "utf8");
    writeFileSync(join(heads, file), text.replace(/"hash": "../, '"hash": "00'));
    const { problem } = await verifyArea(database, areaId, aMonday, readHeads(heads, areaId, key.publicKey));
    expect(problem).toBe(`The signature in ${file} does not hold.`);
  });
});

test("the same value always reads the same, whatever order its keys were written in", () => {
  expect(canonical({ b: [1, { d: null, c: "x" }], a: true })).toBe('{"a":true,"b":[1,{"c":"x","d":null}]}');
  expect(canonical({ a: true, b: [1, { c: "x", d: null }] })).toBe(canonical({ b: [1, { d: null, c: "x" }], a: true }));
});
