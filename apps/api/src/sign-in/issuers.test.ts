import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { anIssuer, type Saying, type TestIssuer } from "../testing/an-issuer.ts";
import { Browser } from "../testing/browser.ts";
import { type Employed, employ, endPost, forgetTries, type House, openHouse, whoIs } from "../testing/sign-in.ts";
import { limits } from "./throttle.ts";

let house: House;
let council: TestIssuer;
let health: TestIssuer;
let away: TestIssuer;
let ann: Employed;
const nowhere = "01990000-0000-7000-8000-000000000000";
beforeAll(async () => {
  council = await anIssuer("council");
  health = await anIssuer("health", {
    areas: [nowhere],
    claims: { subject: "oid", required: { tid: "our-directory" } },
    clientAuthentication: "basic",
    scope: "openid profile",
    asksEveryTime: false,
  });
  away = await anIssuer("away");
  await away.close();
  house = await openHouse({ issuers: [council.settings, health.settings, away.settings] });
  ann = await employ(house.database, { subject: "ann", issuer: council.settings.issuer });
  await employ(house.database, { subject: "oid-1", issuer: health.settings.issuer, area: "Southshire" });
});
afterAll(async () => {
  await house.close();
  await Promise.all([council.close(), health.close()]);
});
afterEach(async () => {
  await forgetTries(house);
  council.say({});
  house.events.length = 0;
});

const through = (issuer: TestIssuer, browser = new Browser()) =>
  browser.open(`${house.origin}/sign-in/${issuer.settings.id}/start`);

test("the page lists every issuer", async () => {
  const { text } = await new Browser().open(`${house.origin}/sign-in`);
  expect(text.match(/Sign in with (council|health|away)/g)).toHaveLength(3);
});

test("the code is redeemed with the client's secret and the verifier that only we know", async () => {
  const browser = new Browser();
  expect((await through(council, browser)).url).toBe(`${house.origin}/named-person/`);
  expect(await whoIs(house, browser)).toMatchObject({ subject: "ann", issuer: council.settings.issuer });
  expect(Object.fromEntries(council.redeemed[0] ?? [])).toMatchObject({
    grant_type: "authorization_code",
    client_secret: "a secret for tests",
    code_verifier: expect.stringMatching(/^[\w-]{43,}$/),
  });
});

describe("what an issuer says is checked, all of it", () => {
  const wrongs: [string, Saying][] = [
    ["another nonce", { claims: { nonce: "another" } }],
    ["no nonce", { claims: { nonce: undefined } }],
    ["another issuer", { claims: { iss: "https://evil.example" } }],
    ["another audience", { claims: { aud: "somebody-else" } }],
    ["a time that is over", { claims: { exp: 1_600_000_000 } }],
    ["no subject", { claims: { sub: undefined } }],
    ["a foreign signature", { withForeignKey: true }],
    ["no signature", { unsigned: true }],
    ["no ID token", { noIdToken: true }],
    ["another name beside the code", { besideTheCode: "https://evil.example" }],
  ];
  test.each(wrongs)("%s signs nobody in", async (_, saying) => {
    council.say(saying);
    const browser = new Browser();
    const page = await through(council, browser);
    expect([page.status, page.text.includes("Sign-in did not finish")]).toEqual([400, true]);
    expect(await whoIs(house, browser)).toBeNull();
  });

  test("a state that one issuer was given cannot come back through another", async () => {
    const browser = new Browser();
    const sent = await browser.ask(`${house.origin}/sign-in/council/start`);
    const back = await browser.ask(sent.headers.get("location") ?? "");
    const elsewhere = (back.headers.get("location") ?? "").replace("/sign-in/council/", "/sign-in/health/");
    expect((await browser.open(elsewhere)).status).toBe(400);
    expect(await whoIs(house, browser)).toBeNull();
  });
});

describe("an area's own settings of its issuer", () => {
  test("name the claim that tells people apart, and what else must be so", async () => {
    health.say({ claims: { oid: "oid-1", tid: "our-directory" } });
    expect((await through(health)).text).toContain("You have no post in Linchpin today"); // vouched for, in no area it may open
    expect(house.events).toMatchObject([{ kind: "no-post", subject: "oid-1" }]);
    health.say({ claims: { oid: "oid-1", tid: "another-directory" } });
    expect((await through(health)).text).toContain("Sign-in did not finish");
    health.say({ claims: { tid: "our-directory" } });
    expect((await through(health)).text).toContain("Sign-in did not finish");
  });

  test("and what it is asked for", async () => {
    const sent = await new Browser().ask(`${house.origin}/sign-in/health/start`);
    const asked = new URL(sent.headers.get("location") ?? "").searchParams;
    expect([asked.get("scope"), asked.get("prompt")]).toEqual(["openid profile", null]);
  });
});

test("people are known by issuer and subject, never by what else is said of them", async () => {
  health.say({ claims: { oid: "ann", sub: "ann", email: "ann@council.example", tid: "our-directory" } });
  expect((await through(health)).text).toContain("You have no post");
});

test("nobody can tell who has an account: strangers, leavers and other areas' people read the same", async () => {
  const left = await employ(house.database, { subject: "left", issuer: council.settings.issuer, area: "Eastshire" });
  await endPost(house.database, left, "2026-11-23");
  const readings: unknown[] = [];
  for (const [issuer, claims] of [
    [council, { sub: "nobody-knows-them" }],
    [council, { sub: "left" }],
    [health, { oid: "oid-1", tid: "our-directory" }],
  ] as const) {
    issuer.say({ claims });
    const browser = new Browser();
    const began = performance.now();
    const { status, text, headers } = await through(issuer, browser);
    expect(performance.now() - began).toBeGreaterThanOrEqual(395); // each waits as long: what was looked up does not show
    expect(browser.cookie(house.origin, "linchpin")).toBeUndefined();
    const fixed = [...headers].filter(([name]) => !["date", "x-request-id", "set-cookie"].includes(name));
    readings.push({ status, text, fixed });
  }
  expect(readings[0]).toMatchObject({ status: 403 });
  expect(readings[1]).toEqual(readings[0]);
  expect(readings[2]).toEqual(readings[0]);
});

test("an issuer that is away is said so, and holds up nobody else", async () => {
  const page = await through(away);
  expect([page.status, page.text.includes("does not answer")]).toEqual([502, true]);
  expect((await through(council)).url).toBe(`${house.origin}/named-person/`);
});

describe("too many tries are stopped for a while", () => {
  test("of one person at one address, whoever they are", async () => {
    for (const sub of ["ann", "nobody-knows-them"]) {
      council.say({ claims: { sub } });
      const statuses: number[] = [];
      for (let tries = 0; tries <= limits["person-at-address"].tries; tries += 1)
        statuses.push((await through(council)).status);
      expect(statuses.at(-1)).toBe(429);
      expect(statuses.slice(0, -1)).not.toContain(429);
    }
    const page = await through(council);
    expect(page.text).toContain("Try again in 15 minutes");
    expect(page.headers.get("retry-after")).toBe("900");
    expect(house.events.filter(({ kind }) => kind === "throttled")).toHaveLength(3);
    council.say({ claims: { sub: "another" } });
    expect((await through(council)).status).toBe(403); // others behind the address go on
    council.say({});
    house.forward(15);
    expect((await through(council)).url).toBe(`${house.origin}/named-person/`);
  });

  test("of an address whose sign-ins fail and fail", async () => {
    let made = 0;
    const fail = () => {
      made += 1; // an address that a caller makes up is not believed
      const headers = { "x-forwarded-for": `192.0.2.${made}` };
      return new Browser().open(`${house.origin}/sign-in/council/callback?state=x&code=y`, headers);
    };
    for (let tries = 0; tries < limits["address-fails"].tries; tries += 1) expect((await fail()).status).toBe(400);
    expect((await fail()).status).toBe(429);
    expect((await through(council)).status).toBe(429);
    house.forward(15);
    expect((await through(council)).url).toBe(`${house.origin}/named-person/`);
  });

  test("of an address that begins more than a school would", async () => {
    const begin = async () => (await new Browser().ask(`${house.origin}/sign-in/council/start`)).status;
    await forgetTries(house);
    expect(await begin()).toBe(303);
    const beforeTheLast = limits["address-starts"].tries - 1;
    await house.database.outside.execute(sql`update throttle set count = ${beforeTheLast} where count = 1`);
    expect(await begin()).toBe(303);
    expect(await begin()).toBe(429);
  });
});

test("the log knows nobody's name, claims or way back", () => {
  expect(ann.practitionerId).toBeDefined();
  const said = JSON.stringify(house.log);
  for (const secret of ["Ann Reid", "code_verifier", "?state", "id_token", "nobody-knows-them", "ann@council"]) {
    expect(said).not.toContain(secret);
  }
  expect(house.log.some((line) => line.route === "/sign-in/:issuer/callback")).toBe(true);
});
