import { setTimeout as after } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { rowsOf } from "../db/asked.ts";
import type { Database, Handle } from "../db/database.ts";
import { openPostgres } from "../db/postgres.ts";
import { auditEntry } from "../db/schema/record.ts";
import { sealArea, sealWhole } from "../jobs/sealer.ts";
import { verifyArea } from "../jobs/verify.ts";
import { aTestArea } from "./area.ts";
import { copyOfTemplate } from "./database.ts";

export type SealedUnderLoad = {
  /** Entries whose writing was acknowledged. */
  readonly written: number;
  readonly blocks: number;
  readonly forks: number;
  readonly inNoBlock: number;
  readonly inTwoBlocks: number;
  readonly lost: number;
  readonly killed: number;
  readonly gaveUp: number;
  readonly problem: string | undefined;
};

/** What is written meanwhile: some entries at once, some whose change is undone, some that commit late. */
async function write(database: Database, areaId: string, turn: number, mayWait: boolean): Promise<number> {
  const many = 1 + (turn % 4);
  const undone = turn % 7 === 3;
  class Undone extends Error {}
  try {
    await database.inArea(
      { areaId, practitionerId: newId(), now: new Date().toISOString(), as: "person" },
      async (tx) => {
        await tx.insert(auditEntry).values(
          Array.from({ length: many }, () => ({
            areaId,
            entryId: newId(),
            at: new Date().toISOString(),
            act: "child.read",
            outcome: "read" as const,
            detail: { turn },
          })),
        );
        if (mayWait && turn % 50 === 9) await after(200); // a block is sealed meanwhile whose entries are younger
        if (undone) throw new Undone();
      },
    );
    return many;
  } catch (error) {
    if (error instanceof Undone) return 0;
    throw error;
  }
}

/**
 * Writers and two sealers on databases of their own, as processes would be; one sealer's connection is ended by the
 * server in the middle of a block, half-way through.
 */
export async function sealedUnderLoad({
  writers,
  seconds,
}: {
  readonly writers: number;
  readonly seconds: number;
}): Promise<SealedUnderLoad> {
  const url = await copyOfTemplate();
  const open = (connections: number) => openPostgres({ url, connections, onLost: () => {} });
  const [forWriters, one, two] = await Promise.all([open(writers), open(2), open(2)]);
  const { areaId, write: asSystem } = await aTestArea(forWriters);
  const until = Date.now() + seconds * 1_000;
  let [written, killed, gaveUp] = [0, 0, 0];
  const isOver = () => Date.now() >= until;

  /** The same database, whose connection the server ends once, when a block is written and not yet committed. */
  const killedOnce: Pick<Database, "inArea"> = {
    inArea: (asking, work) =>
      two.inArea(asking, async (tx: Handle) => {
        const result = await work(tx);
        const isHalfWay = Date.now() >= until - (seconds * 1_000) / 2;
        if (killed === 0 && isHalfWay && typeof result === "number" && result > 0) {
          const [backend] = await rowsOf<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
          await one.jobs.executeSql(`select pg_terminate_backend(${backend?.pid})`);
          killed += 1;
        }
        return result;
      }),
  };
  const writing = Array.from({ length: writers }, async (_, which) => {
    for (let turn = which; !isOver(); turn += 1) {
      const kept = await write(forWriters, areaId, turn, which === 0);
      written += kept;
    }
  });
  const sealing = [one, killedOnce].map(async (database) => {
    while (!isOver()) {
      const sealed = await sealArea(database, areaId, new Date()).catch(() => "killed" as const);
      if (sealed === "busy") gaveUp += 1;
      await after(sealed === 0 ? 5 : 0);
    }
  });
  await Promise.all([...writing, ...sealing]);
  await sealWhole(one, areaId, new Date());
  const [counted] = await asSystem((tx) =>
    rowsOf<Record<"blocks" | "forks" | "inNoBlock" | "inTwoBlocks" | "there", number>>(
      tx,
      sql`select
        (select count(*)::int from audit_block where area_id = ${areaId}) as blocks,
        (select count(*)::int - count(distinct previous_hash)::int from audit_block where area_id = ${areaId}) as forks,
        (select count(*)::int from audit_entry e where e.area_id = ${areaId} and not exists (
          select 1 from audit_block_entry b join audit_block k on k.area_id = b.area_id and k.block_number = b.block_number
          where b.area_id = e.area_id and b.entry_id = e.entry_id)) as "inNoBlock",
        (select count(*)::int - count(distinct entry_id)::int from audit_block_entry where area_id = ${areaId}) as "inTwoBlocks",
        (select count(*)::int from audit_entry where area_id = ${areaId} and act = 'child.read') as there`,
    ),
  );
  const { problem } = await verifyArea(one, areaId, new Date());
  await Promise.all([forWriters.close(), one.close(), two.close()]);
  const { there = 0, ...rest } = counted ?? { blocks: 0, forks: -1, inNoBlock: -1, inTwoBlocks: -1 };
  return { written, ...rest, lost: written - there, killed, gaveUp, problem };
}

/** The figures in one line. */
export const saidOf = (
  { writers, seconds }: { readonly writers: number; readonly seconds: number },
  { written, blocks, forks, inNoBlock, inTwoBlocks, lost, killed, gaveUp, problem }: SealedUnderLoad,
): string =>
  `sealing: ${writers} writers for ${seconds} s, ${written} entries in ${blocks} blocks, sealers killed ${killed}, ` +
  `gave way ${gaveUp}; forks ${forks}, entries in no block ${inNoBlock}, in two ${inTwoBlocks}, lost ${lost}, ` +
  `verify ${problem ?? "passes"}`;
