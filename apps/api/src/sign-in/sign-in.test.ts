import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Browser, formOf } from "../testing/browser.ts";
import { employ, type House, openHouse, signIn } from "../testing/sign-in.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await employ(house.database, { subject: "ann" });
  await employ(house.database, { subject: "mo", role: "team-manager", name: "Mo Khan", area: "Southshire" });
});
afterAll(() => house.close());
afterEach(() => {
  house.events.length = 0;
});

const start = "/sign-in/demonstration/start";
const sessionCookie = (browser: Browser) => browser.cookie(house.origin, "linchpin");

describe("somebody signs in with their issuer", () => {
  test("a practitioner comes to the named-person portal, a manager to the manager's", async () => {
    expect((await signIn(house, "ann")).page.url).toBe(`${house.origin}/named-person/`);
    expect((await signIn(house, "mo")).page.url).toBe(`${house.origin}/manager/`);
    expect(house.events).toMatchObject([
      { kind: "signed-in", subject: "ann" },
      { kind: "signed-in", subject: "mo" },
    ]);
  });

  test("and comes back to the page they were going to", async () => {
    const wanted = "/named-person/children?page=2#top";
    expect((await signIn(house, "ann", new Browser(), wanted)).page.url).toBe(`${house.origin}${wanted}`);
  });

  test.each(["https://evil.example/", "//evil.example/", "/\\evil.example", "/sign-out", "/manager/../../evil"])(
    "but not to %s",
    async (wanted) => {
      const { page } = await signIn(house, "ann", new Browser(), wanted);
      expect(page.url).toBe(`${house.origin}/named-person/`);
    },
  );

  test("the issuer is asked by code, with PKCE, state and nonce, and for the password each time", async () => {
    const response = await new Browser().ask(`${house.origin}${start}`);
    const asked = new URL(response.headers.get("location") ?? "").searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      scope: "openid",
      code_challenge_method: "S256",
      prompt: "login",
      redirect_uri: `${house.origin}/sign-in/demonstration/callback`,
    });
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
  });

  test("the sign-in page lists the issuers, and takes nobody anywhere by itself", async () => {
    const page = await new Browser().open(`${house.origin}/sign-in?return-to=/manager/team`);
    expect(page.status).toBe(200);
    expect(page.text).toContain(`href="${start}?return-to=%2Fmanager%2Fteam"`);
    expect(page.text).toContain("<h1>Sign in</h1>");
    expect(page.text).not.toMatch(/<script|<style| style=/);
  });

  test("somebody who is signed in is not asked again", async () => {
    const { browser } = await signIn(house, "mo");
    expect((await browser.open(`${house.origin}/sign-in`)).url).toBe(`${house.origin}/manager/`);
    expect((await browser.open(`${house.origin}/`)).url).toBe(`${house.origin}/manager/`);
  });
});

describe("a way back can be taken once, by the browser that began it", () => {
  const wayBack = async (browser: Browser) => {
    const people = await browser.open(`${house.origin}${start}`);
    const { action } = formOf(people);
    const resume = await browser.ask(action, {
      method: "POST",
      body: "subject=ann",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(people.url).origin },
    });
    const back = await browser.ask(new URL(resume.headers.get("location") ?? "", people.url).href);
    return back.headers.get("location") ?? "";
  };

  test("taking it twice signs nobody in the second time", async () => {
    const browser = new Browser();
    const back = await wayBack(browser);
    const cookie = browser.cookie(house.origin, "linchpin-sign-in") ?? "";
    expect((await browser.ask(back)).status).toBe(303);
    browser.plant(house.origin, "linchpin-sign-in", cookie);
    const again = await browser.open(back);
    expect([again.status, again.url]).toEqual([400, back]);
    expect(again.text).toContain("Sign-in did not finish");
  });

  test("another browser cannot take it, so nobody is signed in as somebody else by a link", async () => {
    const back = await wayBack(new Browser());
    expect((await new Browser().open(back)).status).toBe(400);
    const other = new Browser();
    await other.ask(`${house.origin}${start}`);
    expect((await other.open(back)).status).toBe(400);
    expect(sessionCookie(other)).toBeUndefined();
  });

  test.each([
    ["another state", (url: URL) => url.searchParams.set("state", "x".repeat(43))],
    ["no state", (url: URL) => url.searchParams.delete("state")],
    ["two states", (url: URL) => url.searchParams.append("state", "y".repeat(43))],
    ["another code", (url: URL) => url.searchParams.set("code", "z".repeat(43))],
    ["another issuer's name beside the code", (url: URL) => url.searchParams.set("iss", "https://evil.example")],
    ["no issuer's name beside the code", (url: URL) => url.searchParams.delete("iss")],
  ])("with %s it leads nowhere", async (_, change) => {
    const browser = new Browser();
    const back = new URL(await wayBack(browser));
    change(back);
    expect((await browser.open(back.href)).status).toBe(400);
    expect(sessionCookie(browser)).toBeUndefined();
  });

  test("a quarter of an hour later it is closed", async () => {
    const browser = new Browser();
    const back = await wayBack(browser);
    house.forward(15);
    expect((await browser.open(back)).status).toBe(400);
  });

  test("the issuer saying no is the same page", async () => {
    const browser = new Browser();
    const response = await browser.ask(`${house.origin}${start}`);
    const state = new URL(response.headers.get("location") ?? "").searchParams.get("state") ?? "";
    const query = new URLSearchParams({ error: "access_denied", state, iss: house.demo.settings.issuer });
    const page = await browser.open(`${house.origin}/sign-in/demonstration/callback?${query}`);
    expect([page.status, page.text.includes("Sign-in did not finish")]).toEqual([400, true]);
  });

  test("an issuer nobody knows is no page", async () => {
    expect((await new Browser().open(`${house.origin}/sign-in/other/start`)).status).toBe(404);
    expect((await new Browser().open(`${house.origin}/sign-in/other/callback?state=a&code=b`)).status).toBe(404);
  });
});

describe("the cookie", () => {
  test("is out of reach of scripts, and of other sites' requests", async () => {
    const browser = new Browser();
    const people = await browser.open(`${house.origin}${start}`);
    const lines: string[] = [];
    let at = formOf(people).action;
    let response = await browser.ask(at, {
      method: "POST",
      body: "subject=ann",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: new URL(people.url).origin },
    });
    while (response.headers.get("location") && lines.length === 0) {
      at = new URL(response.headers.get("location") ?? "", at).href;
      response = await browser.ask(at);
      lines.push(...response.headers.getSetCookie().filter((line) => line.startsWith("linchpin=")));
    }
    expect(lines).toEqual([expect.stringMatching(/^linchpin=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
  });

  test("its value is in no table", async () => {
    const { browser } = await signIn(house, "ann");
    const { rows } = (await house.database.outside.execute("select s::text as row from session s")) as unknown as {
      rows: { row: string }[];
    };
    const secret = sessionCookie(browser) ?? "";
    expect(secret).toHaveLength(43);
    expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
    expect(rows.filter(({ row }) => /eyJ[\w-]*\.eyJ/.test(row))).toEqual([]); // nor the issuer's token in the clear
  });

  test("one planted before sign-in is not the session's afterwards", async () => {
    const browser = new Browser();
    const planted = "p".repeat(43);
    browser.plant(house.origin, "linchpin", planted);
    await signIn(house, "ann", browser);
    expect(sessionCookie(browser)).not.toBe(planted);
    const thief = new Browser();
    thief.plant(house.origin, "linchpin", planted);
    expect((await thief.open(`${house.origin}/`)).url).toContain("/sign-in");
  });

  test("signing in again ends the session before", async () => {
    const { browser } = await signIn(house, "ann");
    const before = sessionCookie(browser) ?? "";
    const again = new Browser();
    again.plant(house.origin, "linchpin", before);
    // Somebody signed in is sent on at /sign-in; starting anew at the issuer is still theirs to do.
    await signIn(house, "mo", again);
    const old = new Browser();
    old.plant(house.origin, "linchpin", before);
    expect((await old.open(`${house.origin}/`)).url).toContain("/sign-in");
  });
});
