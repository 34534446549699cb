import { join } from "node:path";
import { uploads } from "./app-router.ts";
import { callsOn } from "./calls.ts";
import { type Clock, today } from "./clock.ts";
import type { Database } from "./db/database.ts";
import { openDatabase } from "./db/open.ts";
import { renewStatistics } from "./db/statistics.ts";
import type { DemoIssuer } from "./demo-issuer/demo-issuer.ts";
import { whyNot } from "./did-not-start.ts";
import { type Env, envOrExit } from "./env.ts";
import { expectToSign } from "./jobs/audit-key.ts";
import { forgetEverywhere } from "./jobs/forget.ts";
import type { Jobs } from "./jobs/jobs.ts";
import { createLog, type Log } from "./log.ts";
import { expectRulebooksOfAreas, keepOwnRulebooks } from "./own-rulebooks.ts";
import { endWhenBroken, endWithProcess, listen } from "./running.ts";
import { isEmpty, isHalfMade } from "./seed/made.ts";
import { buildServer } from "./server.ts";
import { keepsSignIns } from "./sign-in/kept.ts";
import { isBuilt } from "./static.ts";

const env = envOrExit();
const log = createLog(env.logLevel);
endWhenBroken(log);
await start(env, log, () => new Date()).catch((error: unknown) => {
  const { sentences, isForeseen } = whyNot(error, env);
  log.fatal({ event: "process.did-not-start", ...(isForeseen ? {} : { error }) }, "Linchpin did not start");
  process.stderr.write(`Linchpin cannot start:\n${sentences.map((sentence) => `- ${sentence}\n`).join("")}`);
  process.exit(1);
});

async function start(env: Env, log: Log, clock: Clock): Promise<void> {
  const { dataDir, databaseUrl: url, databaseAppUrl: appUrl, databasePrepared: prepares, databaseLimits: limits } = env;
  await keepOwnRulebooks(env.rulebookFiles);
  if (env.audit) expectToSign(env.audit);
  const onLost = (error: Error) =>
    log.error({ event: "database.lost", error }, "a connection to the database was lost");
  const database = await openDatabase({ dataDir, url, appUrl, prepares, limits, onLost, isDemonstration: env.demo });
  if (env.demo) await makeDemonstration(database, log, clock);
  await expectRulebooksOfAreas(database, clock());
  const demo = env.demo ? await startDemonstration(env, database, log, clock) : undefined;
  const issuers = demo ? [...env.issuers, demo.settings] : env.issuers;
  const server = buildServer({
    database,
    env: { ...env, issuers },
    log,
    clock,
    trpc: callsOn(database),
    uploads,
    portals: builtPortals(),
    note: keepsSignIns({ database, issuers, clock }),
  });
  // Nobody who waits for the first answer waits for the job library: it is loaded and started once the door is open.
  let jobs: Promise<Jobs> | undefined;
  const behind = [
    { name: "jobs", close: async () => (await jobs)?.stop() },
    ...(demo ? [{ name: "demo-issuer", close: demo.close }] : []),
    { name: "database", close: database.close },
  ];
  const running = await listen({ server, host: env.host, port: env.port, log, behind });
  endWithProcess(running.stop);
  const housekeeping = async () => {
    await server.sweep();
    await forgetEverywhere(database, clock(), env.keep);
    await renewStatistics(database);
  };
  jobs = import("./jobs/jobs.ts").then(({ startJobs }) =>
    startJobs({ database, clock, log, audit: env.audit, indexKeys: env.indexKeys, housekeeping }),
  );
  log.info({ event: "process.started", port: running.port }, "started");
  process.stdout.write(`Linchpin is open at ${env.publicOrigin}\n`);
}

/** The demonstration's areas, the first time. */
async function makeDemonstration(database: Database, log: Log, clock: Clock): Promise<void> {
  if (await isEmpty(database)) {
    const { seedDemonstration } = await import("./seed/seed.ts");
    process.stdout.write("Making the demonstration areas. This is done once and takes some seconds.\n");
    await seedDemonstration(database, clock, log);
  } else if (await isHalfMade(database, clock())) {
    process.stdout.write(
      "The demonstration areas were not finished the first time. To make them again, stop Linchpin, delete its data folder (or use another, empty database) and start it.\n",
    );
  }
}

/** The development issuer, on the next port. Its code is loaded for a demonstration only. */
async function startDemonstration(env: Env, database: Database, log: Log, clock: Clock): Promise<DemoIssuer> {
  const { demonstrationIssuer, startDemoIssuer } = await import("./demo-issuer/demo-issuer.ts");
  return startDemoIssuer({
    port: env.port + 1,
    publicOrigin: env.publicOrigin,
    log,
    areas: database.areas,
    demoPeople: async () => {
      const people = await database.demonstrationPeople(today(clock));
      return people.filter((person) => person.issuer === demonstrationIssuer);
    },
  });
}

function builtPortals() {
  const apps = join(import.meta.dirname, "../..");
  const portals = { namedPerson: join(apps, "named-person/dist"), manager: join(apps, "manager-portal/dist") };
  return Object.values(portals).every(isBuilt) ? portals : undefined;
}
