import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { expect, test, vi } from "vitest";
import type { Database } from "../db/database.ts";
import { notice } from "../db/schema/change.ts";
import { childIndex, indexEntry } from "../db/schema/child-index.ts";
import { createLog, type LogFields } from "../log.ts";
import { tell } from "../outbox.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { anIndexHere } from "../testing/index-here.ts";
import { recordsOf } from "../testing/records.ts";
import { startJobs } from "./jobs.ts";
import { verifyArea } from "./verify.ts";

test("jobs start on this engine, carry a notice across, seal what was written, and sign the heads when they stop", async () => {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-jobs-"));
  const database = await testDatabase();
  const area = await aTestArea(database);
  const worker = await area.addPractitioner({ name: "Priya Nair", agencyId: await area.addAgency("health") });
  const jobs = await startJobs({
    database,
    clock: () => aMonday,
    log: createLog("silent"),
    audit: { headDir: join(folder, "heads"), keyFile: join(folder, "key.pem") },
  });
  await recordsOf(database, worker, aMonday, "concern.record", async (records) => {
    await tell(records, [{ practitionerId: worker.practitionerId, act: "plan.changed", words: "The plan changed." }]);
    await records.audit("changed", "plan.changed");
  });
  jobs.relaySoon();
  const notices = () => area.write((tx) => tx.select({ words: notice.words }).from(notice));
  await vi.waitFor(async () => expect(await notices()).toEqual([{ words: "The plan changed." }]), {
    timeout: 20_000,
    interval: 100,
  });
  await jobs.stop();
  expect(await verifyArea(database, area.areaId, aMonday)).toEqual({ blocks: 1, entries: 1, unsealed: 0 });
  expect(readdirSync(join(folder, "heads"))).toEqual([`${area.areaId}.0000000001.json`]);

  const again = await startJobs({ database, clock: () => aMonday, log: createLog("silent") });
  await again.stop();
  expect(await notices()).toHaveLength(1);
  await database.close();
  rmSync(folder, { recursive: true });
});

test("CWDC-2.20b: the queue gives each area with an index its round", async () => {
  const database = await testDatabase();
  const index = await anIndexHere();
  const area = await aTestArea(database);
  const [setAt, key] = [aMonday.toISOString(), "k".repeat(40)];
  await area.write((tx) => tx.insert(childIndex).values({ areaId: area.areaId, url: index.url, isOn: true, setAt }));
  // as it is after a sealing: nothing says any more whose it was, and it is to be taken back
  await area.write((tx) =>
    tx.insert(indexEntry).values({
      ...{ areaId: area.areaId, entryId: newId(), reference: "IDX 40/118", mayStand: true },
      ...{ changedAt: setAt, nextTryAt: setAt },
    }),
  );
  const log = createLog("silent");
  const jobs = await startJobs({ database, clock: () => aMonday, log, indexKeys: { testshire: key } });
  const left = () => area.write((tx) => tx.select().from(indexEntry));
  await vi.waitFor(async () => expect(await left()).toEqual([]), { timeout: 20_000, interval: 100 });
  await jobs.stop();
  expect(index.received.map(({ body }) => body)).toEqual(['{"reference":"IDX 40/118","lead":null}']);
  expect(index.isSigned(index.received[0], key)).toBe(true);
  await index.close();
  await database.close();
});

test("a job that fails is in the log, and is done when it can be", async () => {
  const database = await testDatabase();
  const area = await aTestArea(database);
  const worker = await area.addPractitioner({ name: "Priya Nair", agencyId: await area.addAgency("health") });
  await recordsOf(database, worker, aMonday, "concern.record", (records) =>
    tell(records, [{ practitionerId: worker.practitionerId, act: "plan.changed", words: "The plan changed." }]),
  );
  let isBroken = true;
  const failing: Database = {
    ...database,
    inArea: (asking, work) => (isBroken ? Promise.reject(new TypeError("broken")) : database.inArea(asking, work)),
  };
  const failed: string[] = [];
  const log = { ...createLog("silent"), error: ({ job }: LogFields) => void failed.push(job ?? "") };
  const jobs = await startJobs({ database: failing, clock: () => aMonday, log });
  await vi.waitFor(() => expect(failed).toContain("due-in-area"), { timeout: 20_000, interval: 50 });
  isBroken = false;
  const notices = () => area.write((tx) => tx.select({ words: notice.words }).from(notice));
  await vi.waitFor(async () => expect(await notices()).toHaveLength(1), { timeout: 20_000, interval: 100 });
  await jobs.stop();
  await database.close();
});
