import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { localDate } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import type { RequestHandler } from "express";
import { v7 as newId } from "uuid";
import type { Database, Handle } from "../db/database.ts";
import { agency } from "../db/schema/area.ts";
import { post, practitioner } from "../db/schema/practitioner.ts";
import { type DemoIssuer, demonstrationIssuer, startDemoIssuer } from "../demo-issuer/demo-issuer.ts";
import { createLog } from "../log.ts";
import { listen } from "../running.ts";
import { buildServer, type Server, type ServerParts, type Shell } from "../server.ts";
import type { IssuerSettings } from "../sign-in/issuer-settings.ts";
import type { SignInEvent } from "../sign-in/parts.ts";
import type { Session } from "../sign-in/sessions.ts";
import { Browser, formOf, type Page } from "./browser.ts";
import { testDatabase } from "./database.ts";
import { freePort } from "./free-port.ts";

/** A clock that stands still until it is moved. */
export function aClock(at = "2026-11-23T09:00:00.000Z") {
  let now = Date.parse(at);
  return {
    clock: () => new Date(now),
    forward: (minutes: number) => {
      now += minutes * 60_000;
    },
  };
}

export type Employed = { readonly areaId: string; readonly practitionerId: string; readonly postId: string };

/** Whole rows of an invented area with one post; an area that is open already is taken as it is. */
export async function employ(
  database: Database,
  who: {
    subject: string;
    issuer?: string;
    area?: string;
    title?: string;
    role?: string;
    name?: string;
    isDemonstration?: boolean;
    areaId?: string;
  },
): Promise<Employed> {
  const ids = { areaId: who.areaId ?? newId(), agencyId: newId(), practitionerId: newId(), postId: newId() };
  const { areaId, agencyId, practitionerId, postId } = ids;
  const name = who.area ?? "Northshire";
  const isDemonstration = who.isDemonstration ?? true;
  const addArea = "insert into area (area_id, name, nation, is_demonstration) values ($1, $2, 'scotland', $3)";
  if (!who.areaId) await database.jobs.executeSql(addArea, [areaId, name, isDemonstration]);
  await asSystem(database, areaId, async (tx) => {
    await tx.insert(agency).values({ areaId, agencyId, name: `${name} Health`, kind: "health", sector: "statutory" });
    await tx.insert(practitioner).values({
      areaId,
      practitionerId,
      issuer: who.issuer ?? demonstrationIssuer,
      subject: who.subject,
      name: who.name ?? "Ann Reid",
      kind: "health-visitor",
      hint: "See who is named person.",
    });
    const title = who.title ?? "Health visitor";
    const role = who.role ?? "practitioner";
    await tx.insert(post).values({ areaId, agencyId, practitionerId, postId, title, role, during: { from } });
  });
  return { areaId, practitionerId, postId };
}

/** The post ends: the day is the first on which it is not held. */
export const endPost = (database: Database, { areaId, postId }: Employed, until: string) =>
  asSystem(database, areaId, async (tx) => {
    const during = { from, until: localDate(until) };
    await tx
      .update(post)
      .set({ during })
      .where(and(eq(post.areaId, areaId), eq(post.postId, postId)));
  });

const from = localDate("2026-01-05");
const asSystem = <T>(database: Database, areaId: string, work: (tx: Handle) => Promise<T>) =>
  database.inArea({ areaId, now: "2026-11-23T09:00:00.000Z", as: "system" }, work);

export type House = {
  readonly origin: string;
  readonly database: Database;
  readonly server: Server;
  readonly demo: DemoIssuer;
  readonly forward: (minutes: number) => void;
  readonly clock: () => Date;
  readonly events: SignInEvent[];
  /** Every line that was logged. */
  readonly log: Record<string, unknown>[];
  readonly close: () => Promise<void>;
};

/** Linchpin with its demonstration issuer on free ports, on a database in memory, at a clock of its own. */
export async function openHouse(
  more: Partial<ServerParts> & { issuers?: readonly IssuerSettings[]; over?: Database } = {},
  demonstration: { areas?: () => Promise<{ isDemonstration: boolean }[]> } = {},
): Promise<House> {
  const database = more.over ?? (await testDatabase());
  const { clock, forward } = aClock();
  const lines: Record<string, unknown>[] = [];
  const events: SignInEvent[] = [];
  const kept = new Writable({ write: (line, _as, done) => done(void lines.push(JSON.parse(String(line)))) });
  const log = createLog("debug", kept);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const demo = await startDemoIssuer({
    port: 0,
    publicOrigin: origin,
    demoPeople: () => database.demonstrationPeople("2026-11-23"),
    areas: demonstration.areas ?? (async () => []),
    log,
  });
  const issuers = more.issuers ?? [demo.settings];
  const env = {
    publicOrigin: origin,
    sessionIdleMinutes: 15,
    sessionHours: 12,
    trustProxy: false as const,
    demo: true,
    issuers,
  };
  const portals = { namedPerson: aBuiltPortal("Named person"), manager: aBuiltPortal("Manager") };
  const note = async (event: SignInEvent) => void events.push(event);
  const server = buildServer({ database, env, log, clock, note, portals, trpc: saysWhoAsks, ...more });
  const running = await listen({ server, host: "127.0.0.1", port, log, behind: [] });
  const close = async () => {
    await running.stop("the test is over");
    await demo.close();
    for (const folder of Object.values(portals)) rmSync(folder, { recursive: true });
    if (!more.over) await database.close();
  };
  return { origin, database, server, demo, clock, forward, events, log: lines, close };
}

/** A folder as vite leaves it, in small. */
export function aBuiltPortal(title: string): string {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-portal-"));
  mkdirSync(join(folder, "assets"));
  const script = `console.log(${JSON.stringify(title)});`;
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><title>${title}</title><script src="assets/index-abc123.js"></script>`,
  );
  writeFileSync(join(folder, "favicon.svg"), "<svg/>");
  writeFileSync(join(folder, "assets/index-abc123.js"), script);
  writeFileSync(join(folder, "assets/index-abc123.js.gz"), gzipSync(script));
  writeFileSync(join(folder, "assets/index-abc123.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "assets/index-abc123.js.map"), "{}");
  return folder;
}

const saysWhoAsks =
  (shell: Shell): RequestHandler =>
  async (req, res) => {
    res.json((await shell.sessionOf(req)) ?? null);
  };

/** Who Linchpin takes this browser for. */
export async function whoIs(
  house: House,
  browser: Browser,
  headers: Record<string, string> = {},
): Promise<Session | null> {
  const sent = { "content-type": "application/json", origin: house.origin, ...headers };
  const response = await browser.ask(`${house.origin}/api/trpc/who`, { method: "POST", body: "{}", headers: sent });
  return (await response.json()) as Session | null;
}

/** As a person does it: the sign-in page, the issuer's button, the person on the list. */
export async function signIn(
  house: House,
  subject: string,
  browser = new Browser(),
  returnTo?: string,
): Promise<{ browser: Browser; page: Page }> {
  const query = returnTo === undefined ? "" : `?${new URLSearchParams({ "return-to": returnTo })}`;
  const people = await browser.open(`${house.origin}/sign-in/demonstration/start${query}`);
  const { action, fields } = formOf(people);
  return { browser, page: await browser.send(action, { ...fields, subject }, people.url) };
}

/** Removes what throttling has counted, so that one test does not use up another's tries. */
export const forgetTries = ({ database }: House) => database.outside.execute(sql`delete from throttle`);
