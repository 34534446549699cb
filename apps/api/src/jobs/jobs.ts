import type { JobAct } from "@linchpin/domain";
import { PgBoss } from "pg-boss";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/database.ts";
import type { IndexKeys } from "../index-keys.ts";
import type { Log } from "../log.ts";
import { oweAccessReviews } from "./access-reviews.ts";
import { areasWithWork } from "./areas.ts";
import { signHeads } from "./audit-head.ts";
import { auditKey } from "./audit-key.ts";
import { publishLeadsOf } from "./child-index.ts";
import { areasWithIndex } from "./child-index-store.ts";
import { missDutiesOf } from "./clocks.ts";
import { oweCoreInformation } from "./core-information.ts";
import { discardOldPreviews } from "./old-previews.ts";
import { relayOutboxOf } from "./relay.ts";
import { sealEverywhere } from "./sealer.ts";
import { oweSharingProtocols } from "./sharing-protocols.ts";
import { ticking } from "./ticking.ts";

export type JobsParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Where signed heads of the audit's chains go, and the key that signs them; without it no head is written. */
  readonly audit?: { readonly headDir: string; readonly keyFile: string } | undefined;
  /** What entries to an index of children are signed with; without an area's key nothing of that area is sent. */
  readonly indexKeys?: IndexKeys;
  /** Deletes what is past its time: sessions, sign-in attempts. */
  readonly housekeeping?: () => Promise<void>;
};

export type Jobs = {
  /** Looks at the outboxes at once rather than within two seconds. */
  readonly relaySoon: () => void;
  /** Lets jobs in hand finish, seals what is left and signs the heads. */
  readonly stop: () => Promise<void>;
};

/** The queues by their act of the table: one without an act does not compile, nor an act without a queue. */
const queues = {
  "job.do-due": "due-in-area",
  "job.seal-audit": "audit-daily",
  "job.publish-leads": "child-index",
  "job.tidy-up": "housekeeping",
} as const satisfies Readonly<Record<JobAct, string>>;
const OfArea = z.object({ areaId: z.uuid() });

const seconds = 1_000;
/** What is sealed each second is new; once a minute the last hour is looked through, once a day everything. */
const recent = 30 * seconds;
const lastHour = 3_600 * seconds;
const secondsToAMinute = 60;

/** Starts what runs beside requests. Several processes may run it on one database: each piece of work is done once. */
export async function startJobs(parts: JobsParts): Promise<Jobs> {
  const { database, log, clock } = parts;
  const boss = await startBoss(database, log);
  let isStopping = false;
  await handOut(boss, { ...parts, isStopping: () => isStopping });

  let tick = 0;
  const seal = async () => {
    const window = tick % secondsToAMinute === 0 ? lastHour : recent;
    tick += 1;
    await sealEverywhere(database, clock(), new Date(Date.now() - window)); // ids are made by the machine's clock
  };
  const sendDue = async () => {
    for (const { areaId } of await areasWithWork(database, clock()))
      await boss.send(queues["job.do-due"], { areaId }, { singletonKey: areaId });
  };
  const sendIndexes = async () => {
    for (const areaId of await areasWithIndex(database))
      await boss.send(queues["job.publish-leads"], { areaId }, { singletonKey: areaId });
  };
  const failed = (job: string) => (error: unknown) => log.error({ event: "job.failed", job, error }, "a job failed");
  const sealing = ticking(1 * seconds, seal, failed("seal"));
  const sending = ticking(2 * seconds, sendDue, failed("send-due"));
  const publishing = ticking(60 * seconds, sendIndexes, failed("send-indexes"));
  publishing.now(); // what changed while no process ran does not wait another minute
  const sealedAtStart = sealEverywhere(database, clock()).catch(failed("seal"));

  return {
    relaySoon: sending.now,
    stop: async () => {
      isStopping = true;
      await Promise.all([sealing.stop(), sending.stop(), publishing.stop(), sealedAtStart]);
      await boss.stop({ graceful: true, timeout: 10 * seconds });
      await sealAndSign(parts).catch(failed(queues["job.seal-audit"]));
    },
  };
}

async function startBoss(database: Database, log: Log): Promise<PgBoss> {
  const isEmbedded = database.kind === "pglite";
  const boss = new PgBoss({
    db: database.jobs,
    backend: isEmbedded ? "pglite" : "postgres",
    schema: "jobs",
    reindex: !isEmbedded,
    monitorVacuum: !isEmbedded,
  });
  boss.on("error", (error) => log.error({ event: "job.failed", job: "library", error }, "the job library failed"));
  await boss.start();
  return boss;
}

/** Names the queues, who works them, and when the daily ones come round. */
async function handOut(boss: PgBoss, parts: JobsParts & { readonly isStopping: () => boolean }): Promise<void> {
  const { database, clock, indexKeys: keys = {}, isStopping: isOver } = parts;
  const quick = { retryLimit: 5, retryBackoff: true, deleteAfterSeconds: 3_600 };
  await boss.createQueue(queues["job.do-due"], { policy: "exclusive", ...quick });
  await boss.createQueue(queues["job.seal-audit"], { policy: "exclusive", ...quick });
  await boss.createQueue(queues["job.publish-leads"], { policy: "exclusive", ...quick });
  await boss.createQueue(queues["job.tidy-up"], { policy: "exclusive", ...quick });

  await boss.work(
    queues["job.do-due"],
    { pollingIntervalSeconds: 1 },
    told(parts, "job.do-due", async (jobs: readonly { readonly data: unknown }[]) => {
      for (const job of jobs) await doDue(database, OfArea.parse(job.data).areaId, clock());
    }),
  );
  await boss.work(
    queues["job.seal-audit"],
    { pollingIntervalSeconds: 60 },
    told(parts, "job.seal-audit", () => sealAndSign(parts)),
  );
  await boss.work(
    queues["job.publish-leads"],
    { pollingIntervalSeconds: 2, localConcurrency: 4 }, // an index that is slow to answer keeps few others waiting
    told(parts, "job.publish-leads", async (jobs: readonly { readonly data: unknown }[]) => {
      for (const job of jobs) await publishLeadsOf(database, OfArea.parse(job.data).areaId, clock, { keys, isOver });
    }),
  );
  await boss.work(
    queues["job.tidy-up"],
    { pollingIntervalSeconds: 60 },
    told(parts, "job.tidy-up", async () => {
      await parts.housekeeping?.();
      await discardOldPreviews(database, clock());
      await oweAccessReviews(database, clock());
      await oweCoreInformation(database, clock());
      await oweSharingProtocols(database, clock());
    }),
  );

  await boss.schedule(queues["job.seal-audit"], "30 2 * * *", null, { tz: "Europe/London", missed: "once" });
  await boss.schedule(queues["job.tidy-up"], "*/15 * * * *", null, { tz: "Europe/London" });
}

/** The library tries again what failed and says nothing of it: a line of the log does. */
const told =
  <In extends unknown[]>({ log }: JobsParts, act: JobAct, work: (...given: In) => Promise<unknown>) =>
  async (...given: In): Promise<void> => {
    try {
      await work(...given);
    } catch (error) {
      log.error({ event: "job.failed", job: queues[act], error }, "a job failed");
      throw error;
    }
  };

/** What an area has due: its outbox, and clocks that ran out with no outbox row of their own. */
export async function doDue(database: Pick<Database, "inArea">, areaId: string, now: Date): Promise<number> {
  const relayed = await relayOutboxOf(database, areaId, now);
  return relayed + (await missDutiesOf(database, areaId, now));
}

/** Seals everything there is and, where a place for heads is set, signs them there. */
export async function sealAndSign({ database, clock, audit }: JobsParts): Promise<void> {
  await sealEverywhere(database, clock());
  if (audit) await signHeads(database, clock(), audit.headDir, auditKey(audit.keyFile));
}
