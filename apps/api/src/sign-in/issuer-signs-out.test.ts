import { type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { v7 as newId } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { anIssuer, type TestIssuer } from "../testing/an-issuer.ts";
import { Browser, formOf } from "../testing/browser.ts";
import { employ, type House, openHouse, signIn, whoIs } from "../testing/sign-in.ts";

let house: House;
let council: TestIssuer;
let health: TestIssuer;
let demonstration: House;
beforeAll(async () => {
  council = await anIssuer("council");
  health = await anIssuer("health");
  house = await openHouse({ issuers: [council.settings, health.settings] });
  for (const subject of ["ann", "bo"])
    await employ(house.database, { subject, issuer: council.settings.issuer, area: subject });
  await employ(house.database, { subject: "ann", issuer: health.settings.issuer, area: "other ann" });
  demonstration = await openHouse();
  await employ(demonstration.database, { subject: "ann" });
});
afterAll(async () => {
  await house.close();
  await demonstration.close();
  await Promise.all([council.close(), health.close()]);
});
afterEach(() => {
  house.events.length = 0;
});

const at = async (issuer: TestIssuer, sub: string, sid?: string): Promise<Browser> => {
  issuer.say({ claims: { sub, sid } });
  const browser = new Browser();
  await browser.open(`${house.origin}/sign-in/${issuer.settings.id}/start`);
  expect(await isIn(browser)).toBe(true);
  return browser;
};
const isIn = async (browser: Browser) => (await whoIs(house, browser)) !== null;

const event = "http://schemas.openid.net/event/backchannel-logout";
const now = () => Math.floor(Date.now() / 1000);
const said = (more: Record<string, unknown> = {}): JWTPayload => ({
  iss: council.settings.issuer,
  aud: council.settings.clientId,
  iat: now(),
  exp: now() + 120,
  jti: newId(),
  events: { [event]: {} },
  ...more,
});
const signed = (claims: JWTPayload, header: Partial<JWTHeaderParameters> = {}, key = council.keys.own) =>
  new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one", typ: "logout+jwt", ...header }).sign(key);
const send = async (token: string, issuer = "council", headers: Record<string, string> = {}) =>
  fetch(`${house.origin}/sign-in/${issuer}/back-channel-logout`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ logout_token: token }),
  });

describe("an issuer ends a session", () => {
  test("of everybody it names, whatever session of theirs, and of nobody else", async () => {
    const [desk, phone, bo] = [
      await at(council, "ann", "s1"),
      await at(council, "ann", "s2"),
      await at(council, "bo", "s3"),
    ];
    const elsewhere = await at(health, "ann", "s1");
    const answer = await send(await signed(said({ sub: "ann" })));
    expect([answer.status, answer.headers.get("cache-control"), await answer.text()]).toEqual([200, "no-store", ""]);
    expect([await isIn(desk), await isIn(phone), await isIn(bo), await isIn(elsewhere)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(house.events.filter(({ kind }) => kind === "signed-out-by-issuer")).toMatchObject([
      { subject: "ann", post: { areaId: expect.any(String) } },
      { subject: "ann" },
    ]);
  });

  test("or of the one session that it names", async () => {
    const [one, two] = [await at(council, "ann", "s4"), await at(council, "ann", "s5")];
    expect((await send(await signed(said({ sid: "s4" })))).status).toBe(200);
    expect([await isIn(one), await isIn(two)]).toEqual([false, true]);
    expect((await send(await signed(said({ sub: "bo", sid: "s5" })))).status).toBe(200);
    expect(await isIn(two)).toBe(true); // the session is not bo's
    expect((await send(await signed(said({ sub: "ann", sid: "s5" })))).status).toBe(200);
    expect(await isIn(two)).toBe(false);
  });

  test("a session that began without the issuer's name for it ends with any of the person's", async () => {
    const browser = await at(council, "ann");
    await send(await signed(said({ sub: "ann", sid: "another" })));
    expect(await isIn(browser)).toBe(false);
  });

  test("once: the same word again ends nothing, and says so", async () => {
    const token = await signed(said({ sub: "ann" }));
    expect((await send(token)).status).toBe(200);
    const browser = await at(council, "ann", "s6");
    const again = await send(token);
    expect([again.status, again.headers.get("cache-control"), await again.json()]).toEqual([
      400,
      "no-store",
      { error: "invalid_request" },
    ]);
    expect(await isIn(browser)).toBe(true);
    const both = await Promise.all(
      [1, 2, 3].map(async () => (await send(await signed(said({ sub: "bo", jti: "the same" })))).status),
    );
    expect(both.toSorted()).toEqual([200, 400, 400]);
  });

  test("and is told yes for somebody who has none", async () => {
    expect((await send(await signed(said({ sub: "nobody-knows-them" })))).status).toBe(200);
  });
});

test("words that do not hold end nothing, and are answered alike", async () => {
  const ann = await at(council, "ann", "s9");
  const of = { sub: "ann" };
  const hmac = (secret: string) =>
    new SignJWT(said(of)).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(Buffer.from(secret));
  const tokens: Record<string, string> = {
    "another iss": await signed(said({ ...of, iss: health.settings.issuer })),
    "another aud": await signed(said({ ...of, aud: "somebody-else" })),
    "no aud": await signed(said({ ...of, aud: undefined })),
    "no events": await signed(said({ ...of, events: undefined })),
    "another event": await signed(said({ ...of, events: { "http://evil.example": {} } })),
    "an event that is a text": await signed(said({ ...of, events: { [event]: "yes" } })),
    "events in a list": await signed(said({ ...of, events: [event] })),
    "no iat": await signed(said({ ...of, iat: undefined })),
    "an iat to come": await signed(said({ ...of, iat: now() + 3600, exp: now() + 7200 })),
    "an iat of yesterday": await signed(said({ ...of, iat: now() - 86_400 })),
    "an end that is over": await signed(said({ ...of, iat: now() - 200, exp: now() - 100 })),
    "no end": await signed(said({ ...of, exp: undefined })),
    "no jti": await signed(said({ ...of, jti: undefined })),
    "an empty jti": await signed(said({ ...of, jti: "" })),
    "a nonce": await signed(said({ ...of, nonce: "n" })),
    "neither sub nor sid": await signed(said()),
    "a sub that is a list": await signed(said({ sub: ["ann"] })),
    "an ID token's type": await signed(said(of), { typ: "id+jwt" }),
    "an access token's type": await signed(said(of), { typ: "at+jwt" }),
    "another key": await signed(said(of), {}, council.keys.foreign),
    "another issuer's key": await signed(said(of), {}, health.keys.own),
    "a kid nobody published": await signed(said(of), { kid: "two" }, council.keys.foreign),
    "a key of its own": await signed(said(of), { jwk: council.keys.foreignJwk }, council.keys.foreign),
    "alg none": new UnsecuredJWT(said(of)).encode(),
    "HS256 with the public key": await hmac(council.keys.publicPem),
    "HS256 with the client's secret": await hmac("a secret for tests"),
    "words changed after the signature": (await signed(said(of))).replace(
      /\.[^.]+\./,
      `.${Buffer.from(JSON.stringify(said(of))).toString("base64url")}.`,
    ),
    nothing: "",
    nonsense: "a.b.c",
  };
  const answers: unknown[] = [];
  for (const token of Object.values(tokens)) {
    const answer = await send(token);
    answers.push([answer.status, answer.headers.get("cache-control"), await answer.text()]);
  }
  const good = await signed(said(of));
  answers.push(
    ...(await Promise.all(
      [send(good, "health"), send(good, "nobody")].map(async (one) => [
        (await one).status,
        (await one).headers.get("cache-control"),
        await (await one).text(),
      ]),
    )),
  );
  expect(answers).toHaveLength(31);
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify([400, "no-store", '{"error":"invalid_request"}'])]),
  );
  expect(await isIn(ann)).toBe(true);
});

test("it is a form that an issuer posts, and nothing else", async () => {
  const url = `${house.origin}/sign-in/council/back-channel-logout`;
  expect((await fetch(`${url}?logout_token=x`)).status).toBe(404);
  const token = await signed(said({ sub: "ann" }));
  const asJson = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ logout_token: token }),
  };
  expect((await fetch(url, asJson)).status).toBe(403);
});

test("what was said and used up is forgotten when it could not be said again", async () => {
  const rows = async () =>
    ((await house.database.outside.execute("select 1 from spent_logout")) as unknown as { rows: unknown[] }).rows
      .length;
  await send(await signed(said({ sub: "bo" })));
  expect(await rows()).toBeGreaterThan(0);
  house.forward(60 * 24 * 30);
  await house.server.sweep();
  expect(await rows()).toBe(0);
});

test("whoever signs out at the demonstration's issuer is signed out here by it", async () => {
  const { browser } = await signIn(demonstration, "ann");
  const { browser: other } = await signIn(demonstration, "ann");
  expect(await whoIs(demonstration, browser)).not.toBeNull();
  const { issuer } = demonstration.demo.settings;
  const page = await browser.open(`${issuer}/session/end`);
  const { action, fields } = formOf(page);
  await browser.send(action, { ...fields, logout: "yes" }, page.url);
  expect(await whoIs(demonstration, browser)).toBeNull();
  expect(await whoIs(demonstration, other)).not.toBeNull(); // another session of the issuer's
  expect(demonstration.events.at(-1)).toMatchObject({ kind: "signed-out-by-issuer", subject: "ann" });
});
