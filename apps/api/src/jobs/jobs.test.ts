import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { notice } from "../db/schema/change.ts";
import { createLog } from "../log.ts";
import { tell } from "../outbox.ts";
import { aMonday, aTestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
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
