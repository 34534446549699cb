import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { anIssuer, type Saying, type TestIssuer } from "../testing/an-issuer.ts";
import { Browser } from "../testing/browser.ts";
import { employ, forgetTries, type House, openHouse, whoIs } from "../testing/sign-in.ts";

let house: House;
let council: TestIssuer;
let health: TestIssuer;
beforeAll(async () => {
  council = await anIssuer("council");
  health = await anIssuer("health");
  house = await openHouse({ issuers: [council.settings, health.settings] });
  await employ(house.database, { subject: "ann", issuer: council.settings.issuer });
});
afterAll(async () => {
  await house.close();
  await Promise.all([council.close(), health.close()]);
});
afterEach(async () => {
  await forgetTries(house);
  council.say({});
  health.say({});
});

const begin = (issuer = council) => `${house.origin}/sign-in/${issuer.settings.id}/start`;
const isIn = async (browser: Browser) => (await whoIs(house, browser)) !== null;
const attacks = { tried: 0, accepted: [] as string[] };
/** Counts an attack, and by name whichever let somebody in. */
async function tried(name: string, browser: Browser, more = false): Promise<void> {
  attacks.tried += 1;
  if (more || (await isIn(browser))) attacks.accepted.push(name);
}

type Writes = NonNullable<Saying["writes"]>;
const now = () => Math.floor(Date.now() / 1000);
const signed =
  (header: Record<string, unknown>, change: Record<string, unknown> = {}, withForeign = false): Writes =>
  (claims, keys) =>
    new SignJWT({ ...claims, ...change })
      .setProtectedHeader({ alg: "RS256", ...header })
      .sign(withForeign ? keys.foreign : keys.own);
const byHmac =
  (secret: (keys: TestIssuer["keys"]) => string): Writes =>
  (claims, keys) =>
    new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(Buffer.from(secret(keys)));

/** What an issuer, or somebody between it and us, may write instead of what is so. */
const words: readonly (readonly [string, Saying])[] = [
  ["another iss", { claims: { iss: "https://evil.example" } }],
  [
    "an iss with a slash more",
    { writes: (claims, keys) => signed({ kid: "one" }, { iss: `${claims.iss}/` })(claims, keys) },
  ],
  ["no iss", { claims: { iss: undefined } }],
  ["another aud", { claims: { aud: "somebody-else" } }],
  ["no aud", { claims: { aud: undefined } }],
  ["two aud, azp of the other", { claims: { aud: ["client-of-council", "evil"], azp: "evil" } }],
  ["two aud, no azp", { claims: { aud: ["client-of-council", "evil"] } }],
  ["another azp", { claims: { azp: "evil" } }],
  ["another nonce", { claims: { nonce: "another" } }],
  ["no nonce", { claims: { nonce: undefined } }],
  ["a time that is over", { claims: { exp: now() - 3600 } }],
  ["no end", { claims: { exp: undefined } }],
  ["an end that is no number", { claims: { exp: "9999999999" } }],
  ["an iat to come", { claims: { iat: now() + 3600, exp: now() + 7200 } }],
  ["no iat", { claims: { iat: undefined } }],
  ["not before tomorrow", { claims: { nbf: now() + 86_400 } }],
  ["no sub", { claims: { sub: undefined } }],
  ["an empty sub", { claims: { sub: "" } }],
  ["a sub that is a list", { claims: { sub: ["ann"] } }],
  ["alg none", { unsigned: true }],
  [
    "alg none, written otherwise",
    {
      writes: (claims) =>
        new UnsecuredJWT(claims).encode().replace(/^[^.]+/, Buffer.from('{"alg":"nOnE"}').toString("base64url")),
    },
  ],
  ["HS256 with the public key", { writes: byHmac(({ publicPem }) => publicPem) }],
  ["HS256 with the public key's number", { writes: byHmac(({ publicJwk }) => publicJwk.n ?? "") }],
  ["HS256 with the client's secret", { writes: byHmac(() => "a secret for tests") }],
  ["another key under the kid", { withForeignKey: true }],
  ["another key, no kid", { writes: signed({}, {}, true) }],
  ["a kid nobody published", { writes: signed({ kid: "two" }) }],
  ["a kid that leads elsewhere", { writes: signed({ kid: "../../../dev/null" }, {}, true) }],
  [
    "a key of its own in the header",
    { writes: (claims, keys) => signed({ kid: "one", jwk: keys.foreignJwk }, {}, true)(claims, keys) },
  ],
  ["an address of keys in the header", { writes: signed({ kid: "one", jku: "https://evil.example/jwks" }, {}, true) }],
  [
    "a demand nobody understands",
    {
      writes: (claims, keys) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: "RS256", kid: "one", crit: ["evil"], evil: true })
          .sign(keys.own, { crit: { evil: true } }),
    },
  ],
  [
    "words changed after the signature",
    {
      writes: async (claims, keys) => {
        const [head, , signature] = (await signed({ kid: "one" })({ ...claims, sub: "bo" }, keys)).split(".");
        return `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
      },
    },
  ],
  [
    "no signature after the dot",
    { writes: async (claims, keys) => `${(await signed({ kid: "one" })(claims, keys)).replace(/[^.]+$/, "")}` },
  ],
  ["an ID token in five parts", { writes: () => "a.b.c.d.e" }],
  ["no ID token", { noIdToken: true }],
  ["a page instead of tokens", { answers: { status: 200, body: "<html>" } }],
  ["an error instead of tokens", { answers: { status: 500, body: "" } }],
  ["another name beside the code", { besideTheCode: "https://evil.example" }],
];

describe("a hostile issuer, or whoever stands between it and us", () => {
  test("the same way in lets somebody in whose words are all so", async () => {
    const browser = new Browser();
    await browser.open(begin());
    expect(await isIn(browser)).toBe(true);
  });

  test.each(words)("with %s signs nobody in", async (name, saying) => {
    council.say(saying);
    const browser = new Browser();
    const page = await browser.open(begin());
    await tried(name, browser, page.status < 400);
    expect([page.status, page.text.includes("Sign-in did not finish")]).toEqual([400, true]);
  });

  test("an ID token of an earlier sign-in is not taken again", async () => {
    let kept = "";
    council.say({
      writes: async (claims, keys) => {
        kept = `${await signed({ kid: "one" })(claims, keys)}`;
        return kept;
      },
    });
    await new Browser().open(begin());
    council.say({ writes: () => kept });
    const browser = new Browser();
    await browser.open(begin());
    await tried("an ID token of an earlier sign-in", browser);
    expect(await isIn(browser)).toBe(false);
  });

  const wayBack = async (browser: Browser, issuer = council) => {
    const sent = await browser.ask(begin(issuer));
    return (await browser.ask(sent.headers.get("location") ?? "")).headers.get("location") ?? "";
  };
  const ways: readonly (readonly [string, (browser: Browser) => Promise<string>])[] = [
    [
      "a way back through another issuer",
      async (browser) => (await wayBack(browser)).replace("/sign-in/council/", "/sign-in/health/"),
    ],
    ["a way back of another browser", () => wayBack(new Browser())],
    ["another state", async (browser) => (await wayBack(browser)).replace(/state=[^&]+/, `state=${"x".repeat(43)}`)],
    ["no state", async (browser) => (await wayBack(browser)).replace(/state=[^&]+/, "")],
    ["no code", async (browser) => (await wayBack(browser)).replace(/code=[^&]+/, "")],
    ["a code beside an error", async (browser) => `${await wayBack(browser)}&error=access_denied`],
    ["two codes", async (browser) => `${await wayBack(browser)}&code=other`],
    [
      "an ID token in the address",
      async (browser) =>
        `${house.origin}/sign-in/council/callback?id_token=${(await wayBack(browser)).length}.e30.x&state=x`,
    ],
  ];
  test.each(ways)("%s leads nowhere", async (name, way) => {
    const browser = new Browser();
    const page = await browser.open(await way(browser));
    await tried(name, browser, page.status < 400);
    expect(page.status).toBe(400);
  });

  test("a code is taken once", async () => {
    const browser = new Browser();
    const back = await wayBack(browser);
    const cookie = browser.cookie(house.origin, "linchpin-sign-in") ?? "";
    await browser.ask(back);
    const second = new Browser();
    second.plant(house.origin, "linchpin-sign-in", cookie);
    const page = await second.open(back);
    await tried("a code a second time", second, page.status < 400);
    expect(page.status).toBe(400);
  });

  test("another issuer's word for somebody is another person", async () => {
    for (const claims of [{ sub: "ann" }, { sub: "ann", email: "ann@council.example", iss: health.settings.issuer }]) {
      health.say({ claims });
      const browser = new Browser();
      const page = await browser.open(begin(health));
      await tried(`${JSON.stringify(claims)} at another issuer`, browser, page.status < 400);
      expect(page.status).toBe(403);
    }
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/manager/..//evil.example",
    "javascript:alert(1)",
    "/manager/\t//evil.example",
  ])("the way on to %j leads nowhere but here", async (to) => {
    const browser = new Browser();
    const page = await browser.open(`${begin()}?${new URLSearchParams({ "return-to": to })}`);
    attacks.tried += 1;
    if (page.way.some((url) => !url.startsWith(house.origin) && !url.startsWith(council.settings.issuer)))
      attacks.accepted.push(to);
    expect(page.url).toBe(`${house.origin}/named-person/`);
  });

  test("a session planted before sign-in is worth nothing after it", async () => {
    const [browser, thief] = [new Browser(), new Browser()];
    for (const one of [browser, thief]) one.plant(house.origin, "linchpin", "p".repeat(43));
    await browser.open(begin());
    await tried("a session planted before sign-in", thief);
    expect(await isIn(thief)).toBe(false);
    expect(await isIn(browser)).toBe(true);
  });

  test("none of the attacks was accepted", () => {
    process.stdout.write(`hostile issuer: ${attacks.accepted.length} of ${attacks.tried} attacks accepted\n`);
    expect(attacks.accepted).toEqual([]);
    expect(attacks.tried).toBeGreaterThanOrEqual(50);
  });
});
