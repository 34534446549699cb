import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { anIssuer, type TestIssuer } from "../testing/an-issuer.ts";
import { Browser, formOf, type Page } from "../testing/browser.ts";
import { type Employed, employ, forgetTries, type House, openHouse, whoIs } from "../testing/sign-in.ts";
import { IssuerSettingsSchema, isEnoughFor, says } from "./issuer-settings.ts";

let house: House;
let plain: TestIssuer;
let council: TestIssuer;
let cards: TestIssuer;
let mo: Employed;
let kitAsManager: Employed;
let kitAtWork: Employed;
beforeAll(async () => {
  plain = await anIssuer("plain");
  council = await anIssuer("council", {
    secondFactor: {
      asks: { acr_values: "urn:two" },
      shownBy: { claim: "acr", values: ["urn:two", "urn:three"] },
      alsoFor: ["head"],
    },
  });
  cards = await anIssuer("cards", { secondFactor: "always" });
  house = await openHouse({ issuers: [plain.settings, council.settings, cards.settings] });
  mo = await employ(house.database, { subject: "mo", issuer: council.settings.issuer, role: "team-manager" });
  await employ(house.database, { subject: "hed", issuer: council.settings.issuer, role: "head", area: "Headshire" });
  await employ(house.database, { subject: "ann", issuer: council.settings.issuer, area: "Southshire" });
  await employ(house.database, { subject: "pri", issuer: plain.settings.issuer, role: "privacy-officer", area: "Pri" });
  await employ(house.database, { subject: "vic", issuer: cards.settings.issuer, role: "service-manager", area: "Vic" });
  const kit = { subject: "kit", issuer: council.settings.issuer };
  kitAtWork = await employ(house.database, { ...kit, area: "Kitshire" });
  kitAsManager = await employ(house.database, { ...kit, area: "Kitchester", role: "coordinator" });
});
afterAll(async () => {
  await house.close();
  await Promise.all([plain.close(), council.close(), cards.close()]);
});
afterEach(async () => {
  await forgetTries(house);
  house.events.length = 0;
});

const come = (issuer: TestIssuer, claims: Record<string, unknown>, browser = new Browser(), way = "") => {
  issuer.say({ claims });
  return browser.open(`${house.origin}/sign-in/${issuer.settings.id}/start${way}`);
};
const stepOf = (page: Page) =>
  /href="(\/sign-in\/[^"]*second-step[^"]*)"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&");

describe("a manager's or privacy officer's post", () => {
  test("is not opened by a password alone, and says how to go on", async () => {
    const browser = new Browser();
    const page = await come(council, { sub: "mo" }, browser, "?return-to=/manager/team");
    expect([page.status, page.text.includes("Your post asks for a second step")]).toEqual([403, true]);
    expect(await whoIs(house, browser)).toBeNull();
    expect(browser.cookie(house.origin, "linchpin")).toBeUndefined();
    expect(house.events).toMatchObject([{ kind: "no-second-factor", subject: "mo", post: mo }]);

    const step = stepOf(page);
    expect(step).toBe("/sign-in/council/start?second-step=1&return-to=%2Fmanager%2Fteam");
    const sent = new URL((await browser.ask(`${house.origin}${step}`)).headers.get("location") ?? "").searchParams;
    expect([sent.get("acr_values"), sent.get("prompt")]).toEqual(["urn:two", "login"]);
    council.say({ claims: { sub: "mo", acr: "urn:two" } });
    expect((await browser.open(`${house.origin}${step}`)).url).toBe(`${house.origin}/manager/team`);
    expect(await whoIs(house, browser)).toMatchObject({ ...mo, hasSecondFactor: true });
  });

  test.each([{ acr: "urn:one" }, { acr: ["urn:one"] }, { acr: 2 }, { acr: null }, { amr: ["mfa"] }])(
    "nor by %j, which is not what the issuer is to say",
    async (claims) => {
      const browser = new Browser();
      expect((await come(council, { sub: "mo", ...claims }, browser, "?second-step=1")).status).toBe(403);
      expect(await whoIs(house, browser)).toBeNull();
    },
  );

  test("where nothing is set, the issuer is to say amr mfa", async () => {
    expect((await come(plain, { sub: "pri", amr: ["pwd"] })).status).toBe(403);
    expect((await come(plain, { sub: "pri", amr: ["pwd", "mfa"] })).status).toBe(200);
  });

  test("an issuer that lets nobody in without it need not say so", async () => {
    expect((await come(cards, { sub: "vic" })).url).toBe(`${house.origin}/manager/`);
  });

  test("a setting can ask it of others too; a practitioner comes in without", async () => {
    expect((await come(council, { sub: "hed" })).status).toBe(403);
    expect((await come(council, { sub: "ann" })).url).toBe(`${house.origin}/named-person/`);
  });

  test("is not to be had by changing posts", async () => {
    const browser = new Browser();
    const posts = await come(council, { sub: "kit" }, browser);
    const choose = (page: Page, { areaId, postId }: Employed) => {
      const { action, fields } = formOf(page);
      return browser.send(action, { ...fields, post: `${areaId} ${postId}` });
    };
    expect((await choose(posts, kitAsManager)).text).toContain("a second step");
    expect((await choose(posts, kitAtWork)).url).toBe(`${house.origin}/named-person/`);
    const change = await browser.open(`${house.origin}/sign-in/post`);
    const refused = await choose(change, kitAsManager);
    expect([refused.status, refused.text.includes("a second step")]).toEqual([403, true]);
    expect(await whoIs(house, browser)).toMatchObject(kitAtWork);
    const again = await come(council, { sub: "kit", acr: "urn:three" }, browser, "?second-step=1");
    expect((await choose(again, kitAsManager)).url).toBe(`${house.origin}/manager/`);
  });

  test("given to somebody at work with a password alone, ends their session at the next request", async () => {
    const { areaId, postId } = await employ(house.database, {
      subject: "upward",
      issuer: council.settings.issuer,
      area: "Upshire",
    });
    const browser = new Browser();
    await come(council, { sub: "upward" }, browser);
    expect(await whoIs(house, browser)).not.toBeNull();
    const at = { areaId, now: "2026-11-23T09:00:00.000Z", as: "system" as const };
    await house.database.inArea(at, (tx) =>
      tx.execute(sql`update post set role = 'team-manager' where post_id = ${postId}`),
    );
    expect(await whoIs(house, browser)).toBeNull();
  });
});

test("the settings say what is asked and what shows it", () => {
  const read = (secondFactor: unknown) =>
    IssuerSettingsSchema.safeParse({
      id: "x",
      label: "x",
      issuer: "https://x.example",
      clientId: "x",
      clientSecret: "x",
      secondFactor,
    });
  expect(read(undefined).data?.secondFactor).toEqual({
    asks: {},
    shownBy: { claim: "amr", values: "mfa" },
    alsoFor: [],
  });
  for (const wrong of ["never", { asks: { prompt: "none" } }, { shownBy: {} }, { alsoFor: ["anybody"] }, false])
    expect(read(wrong).success).toBe(false);
  const settings = read({ alsoFor: ["practitioner"] }).data;
  expect(settings && isEnoughFor(settings, "practitioner", false)).toBe(false);
  expect([
    says(["a", 1], "a"),
    says("a", ["b", "a"]),
    says({ a: 1 }, "a"),
    says(undefined, "undefined"),
    says(1, "1"),
  ]).toEqual([true, true, false, false, false]);
});
