import { asc, like } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../db/database.ts";
import { auditEntry } from "../db/schema/record.ts";
import { demonstrationIssuer } from "../demo-issuer/demo-issuer.ts";
import { sealWhole } from "../jobs/sealer.ts";
import { verifyArea } from "../jobs/verify.ts";
import { type Browser, formOf } from "../testing/browser.ts";
import { testDatabase } from "../testing/database.ts";
import { aClock, type Employed, employ, endPost, type House, openHouse, signIn } from "../testing/sign-in.ts";
import type { IssuerSettings } from "./issuer-settings.ts";
import { keepsSignIns } from "./kept.ts";

let database: Database;
let house: House;
const { clock } = aClock();
beforeAll(async () => {
  database = await testDatabase();
  house = await openHouse({ over: database, note: keepsSignIns({ database, issuers: [], clock }) });
});
afterAll(async () => {
  await house.close();
  await database.close();
});

const now = clock().toISOString();
const issuer = demonstrationIssuer;

/** What the area's audit says of coming and going, first to last. */
const keptIn = (areaId: string) =>
  database.inArea({ areaId, now, as: "system" }, (tx) =>
    tx
      .select({
        act: auditEntry.act,
        outcome: auditEntry.outcome,
        practitionerId: auditEntry.practitionerId,
        postId: auditEntry.postId,
        detail: auditEntry.detail,
        at: auditEntry.at,
      })
      .from(auditEntry)
      .where(like(auditEntry.act, "sign-in.%"))
      .orderBy(asc(auditEntry.entryId)),
  );
const actsIn = async (areaId: string) => (await keptIn(areaId)).map(({ act, outcome }) => `${act} ${outcome}`);

async function signOut(browser: Browser, everywhere = false) {
  const { url } = await browser.open(`${house.origin}/sign-out`);
  await browser.send(`${house.origin}/sign-out${everywhere ? "/everywhere" : ""}`, {}, url);
}

test("who came and who went is in the audit of the area they work in, at their post", async () => {
  const ann = await employ(database, { subject: "ann" });
  const elsewhere = await employ(database, { subject: "bob", area: "Southshire" });
  const { browser } = await signIn(house, "ann");
  await signOut(browser);
  await signOut((await signIn(house, "ann")).browser, true);
  expect(await actsIn(ann.areaId)).toEqual([
    "sign-in.signed-in changed",
    "sign-in.signed-out changed",
    "sign-in.signed-in changed",
    "sign-in.signed-out-everywhere changed",
  ]);
  const { practitionerId, postId } = ann;
  const [first] = await keptIn(ann.areaId);
  expect(first).toMatchObject({ practitionerId, postId, detail: { issuer } });
  expect(Date.parse(first?.at ?? "")).toBe(Date.parse(now));
  expect(await keptIn(elsewhere.areaId)).toEqual([]);
});

test("changing to another post is kept in the area of that post", async () => {
  const north = await employ(database, { subject: "kit", title: "Health visitor" });
  const south = await employ(database, { subject: "kit", title: "Team manager", role: "team-manager" });
  const { browser, page } = await signIn(house, "kit");
  const choose = async (from: typeof page, post: Employed) => {
    const { action, fields } = formOf(from);
    return browser.send(action, { ...fields, post: `${post.areaId} ${post.postId}` });
  };
  await choose(page, north);
  await choose(await browser.open(`${house.origin}/sign-in/post`), south);
  expect(await actsIn(north.areaId)).toEqual(["sign-in.signed-in changed"]);
  expect(await actsIn(south.areaId)).toEqual(["sign-in.changed-post changed"]);
});

test("somebody who left and tries to come back is kept in the area that knows them, and in no other", async () => {
  const gone = await employ(database, { subject: "lee" });
  const elsewhere = await employ(database, { subject: "mia" });
  await endPost(database, gone, "2026-11-02");
  await keepsSignIns({ database, issuers: [], clock })(aRefusal("lee"));
  expect(await actsIn(gone.areaId)).toEqual(["sign-in.no-post refused"]);
  const [kept] = await keptIn(gone.areaId);
  expect(kept).toMatchObject({ practitionerId: gone.practitionerId, postId: null, detail: { issuer } });
  expect(await keptIn(elsewhere.areaId)).toEqual([]);
});

const aRefusal = (subject: string, by: string = issuer) => ({ kind: "no-post", issuer: by, subject }) as const;

test("a stranger is kept where their issuer may open something, without the name it gave them", async () => {
  const [mine, other] = [await employ(database, { subject: "n1" }), await employ(database, { subject: "n2" })];
  const settings = {
    id: "council",
    issuer: "https://login.example",
    areas: [mine.areaId],
  } as unknown as IssuerSettings; // the rest is not read
  const keep = keepsSignIns({ database, issuers: [settings], clock });
  await keep(aRefusal("somebody@council.example", settings.issuer));
  await keep({ ...aRefusal("somebody@council.example", settings.issuer), kind: "throttled" });
  await keep(aRefusal("somebody.else@council.example", settings.issuer));
  const kept = await keptIn(mine.areaId);
  expect(kept.map(({ act }) => act)).toEqual(["sign-in.no-post", "sign-in.throttled", "sign-in.no-post"]);
  const [first, second, third] = kept.map(({ detail }) => detail.stranger);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
  expect(JSON.stringify(kept)).not.toContain("somebody");
  expect(await keptIn(other.areaId)).toEqual([]);
});

test("nobody comes in when it cannot be kept", async () => {
  const broken = { ...database, inArea: () => Promise.reject(new Error("the disk is full")) };
  const note = keepsSignIns({ database: broken, issuers: [], clock });
  const another = await openHouse({ over: database, note });
  await employ(database, { subject: "joy" });
  const { browser, page } = await signIn(another, "joy");
  expect(page.status).toBe(500);
  expect(browser.cookie(another.origin, "linchpin")).toBeUndefined();
  await another.close();
});

test("what was kept of coming and going is sealed with the rest, and the chain holds", async () => {
  const { areaId } = await employ(database, { subject: newId() });
  await keepsSignIns({ database, issuers: [], clock })(aRefusal(newId()));
  await sealWhole(database, areaId, clock());
  const { entries, unsealed, problem } = await verifyArea(database, areaId, clock());
  expect({ unsealed, problem }).toEqual({ unsealed: 0, problem: undefined });
  expect(entries).toBe((await keptIn(areaId)).length);
});

test("that an issuer ended somebody's session is kept where they worked", async () => {
  const cat = await employ(database, { subject: "cat", area: "Catshire" });
  const { browser } = await signIn(house, "cat");
  const page = await browser.open(`${house.demo.settings.issuer}/session/end`);
  const { action, fields } = formOf(page);
  await browser.send(action, { ...fields, logout: "yes" }, page.url);
  expect(await actsIn(cat.areaId)).toEqual(["sign-in.signed-in changed", "sign-in.signed-out-by-issuer changed"]);
  expect((await keptIn(cat.areaId)).at(-1)).toMatchObject({ practitionerId: cat.practitionerId, postId: cat.postId });
});
