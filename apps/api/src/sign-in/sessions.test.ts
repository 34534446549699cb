import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Browser, formOf } from "../testing/browser.ts";
import { employ, endPost, type House, openHouse, signIn, whoIs } from "../testing/sign-in.ts";
import { unattendedHeader } from "./session-of.ts";
import { sessionsIn } from "./sessions.ts";

let house: House;
let ann: Awaited<ReturnType<typeof employ>>;
beforeAll(async () => {
  house = await openHouse();
  ann = await employ(house.database, { subject: "ann" });
});
afterAll(() => house.close());

const asAnn = async () => (await signIn(house, "ann")).browser;
const rows = async () =>
  ((await house.database.outside.execute("select * from session")) as unknown as { rows: unknown[] }).rows;

test("a session says who is at work, where and in which post", async () => {
  expect(await whoIs(house, await asAnn())).toEqual({
    ...ann,
    id: expect.stringMatching(/^[\da-f-]{36}$/),
    areaName: "Northshire",
    isDemonstration: true,
    practitionerName: "Ann Reid",
    postTitle: "Health visitor",
    agencyName: "Northshire Health",
    role: "practitioner",
    issuer: "urn:linchpin:demonstration",
    subject: "ann",
    hasSecondFactor: true,
    startedAt: house.clock().toISOString(),
    idleUntil: new Date(house.clock().getTime() + 15 * 60_000).toISOString(),
    until: new Date(house.clock().getTime() + 12 * 3_600_000).toISOString(),
  });
});

test("without a cookie, or with a made-up one, nobody is at work", async () => {
  expect(await whoIs(house, new Browser())).toBeNull();
  for (const madeUp of ["x".repeat(43), "x", "", "'; drop table session; --"]) {
    const browser = new Browser();
    browser.plant(house.origin, "linchpin", madeUp);
    expect(await whoIs(house, browser)).toBeNull();
  }
});

describe("a session ends by itself", () => {
  test("when nothing was done for fifteen minutes", async () => {
    const browser = await asAnn();
    house.forward(14);
    expect(await whoIs(house, browser)).not.toBeNull();
    house.forward(14);
    expect(await whoIs(house, browser)).not.toBeNull();
    house.forward(15);
    expect(await whoIs(house, browser)).toBeNull();
    house.forward(-10);
    expect(await whoIs(house, browser)).toBeNull(); // ended is ended, whatever a clock says afterwards
  });

  test("after twelve hours, however busy they were", async () => {
    const browser = await asAnn();
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      house.forward(10);
      expect(await whoIs(house, browser)).not.toBeNull();
    }
    house.forward(10);
    expect(await whoIs(house, browser)).toBeNull();
  });

  test("and what a portal asks by itself keeps none open", async () => {
    const browser = await asAnn();
    house.forward(8);
    expect(await whoIs(house, browser, { [unattendedHeader]: "1" })).not.toBeNull();
    house.forward(8);
    expect(await whoIs(house, browser, { [unattendedHeader]: "1" })).toBeNull();
  });

  test("its page says so, clears the cookie and leads back", async () => {
    const browser = await asAnn();
    house.forward(20);
    const page = await browser.open(`${house.origin}/session-ended?return-to=/named-person/children`);
    expect(page.text).toContain("Your session has ended");
    expect(page.text).toContain('href="/sign-in?return-to=%2Fnamed-person%2Fchildren"');
    expect(browser.cookie(house.origin, "linchpin")).toBeUndefined();
  });
});

test("working moves the end on in the database once a minute at most", async () => {
  const browser = await asAnn();
  const idleUntil = async () => (await whoIs(house, browser))?.idleUntil;
  const atFirst = await idleUntil();
  house.forward(0.5);
  await whoIs(house, browser);
  const { rows: kept } = (await house.database.outside.execute(
    `select 1 from session where idle_until = '${atFirst}'`,
  )) as unknown as { rows: unknown[] };
  expect(kept).toHaveLength(1);
  house.forward(0.5);
  expect(Date.parse((await idleUntil()) ?? "") - Date.parse(atFirst ?? "")).toBe(60_000);
});

describe("an area's own minutes", () => {
  const setMinutes = ({ areaId }: { areaId: string }, minutes: number) =>
    house.database.jobs.executeSql("update area set idle_minutes = $1 where area_id = $2", [minutes, areaId]);

  test("end its sessions, and nobody else's", async () => {
    const quick = await employ(house.database, { subject: "quick", area: "Quickshire" });
    const slow = await employ(house.database, { subject: "slow", area: "Slowshire" });
    await setMinutes(quick, 10);
    await setMinutes(slow, 30);
    const all = [(await signIn(house, "quick")).browser, await asAnn(), (await signIn(house, "slow")).browser];
    const stillIn = async () => {
      const found: boolean[] = [];
      for (const one of all) found.push((await whoIs(house, one, { [unattendedHeader]: "1" })) !== null);
      return found;
    };
    house.forward(9);
    expect(await stillIn()).toEqual([true, true, true]);
    house.forward(1);
    expect(await stillIn()).toEqual([false, true, true]);
    house.forward(5);
    expect(await stillIn()).toEqual([false, false, true]);
    house.forward(15);
    expect(await stillIn()).toEqual([false, false, false]);
  });

  test("hold from the next request when they are changed", async () => {
    const given = await employ(house.database, { subject: "changing", area: "Changeshire" });
    const { browser } = await signIn(house, "changing");
    await setMinutes(given, 30);
    const until = async () => Date.parse((await whoIs(house, browser))?.idleUntil ?? "") - house.clock().getTime();
    expect(await until()).toBe(30 * 60_000);
    await setMinutes(given, 10);
    expect(await until()).toBe(10 * 60_000);
  });

  test("are 10 to 30, whoever writes them", async () => {
    await expect(setMinutes(ann, 9)).rejects.toThrow();
    await expect(setMinutes(ann, 31)).rejects.toThrow();
  });
});

describe("somebody leaves their post", () => {
  test("and has lost access at the next request", async () => {
    const leaver = await employ(house.database, { subject: "leaver", area: "Westshire" });
    const { browser } = await signIn(house, "leaver");
    expect(await whoIs(house, browser)).not.toBeNull();
    await endPost(house.database, leaver, "2026-11-23");
    expect(await whoIs(house, browser)).toBeNull();
    expect((await browser.open(`${house.origin}/manager/`)).url).toContain("/session-ended");
  });

  test("so has somebody whose issuer is no longer taken", async () => {
    const secret = (await asAnn()).cookie(house.origin, "linchpin") ?? "";
    const given = { database: house.database, clock: house.clock, env: { sessionIdleMinutes: 15, sessionHours: 12 } };
    const elsewhere = { ...house.demo.settings, areas: ["01990000-0000-7000-8000-000000000000"] };
    expect((await sessionsIn({ ...given, issuers: [house.demo.settings] }).find(secret)).is).toBe("at-work");
    expect((await sessionsIn({ ...given, issuers: [elsewhere] }).find(secret)).is).toBe("ended");
    const again = (await asAnn()).cookie(house.origin, "linchpin") ?? "";
    expect((await sessionsIn({ ...given, issuers: [] }).find(again)).is).toBe("ended");
  });
});

describe("signing out", () => {
  const signOut = (browser: Browser, path = "/sign-out") => browser.send(`${house.origin}${path}`, {});

  test("ends the session here and at the issuer", async () => {
    const browser = await asAnn();
    const stolen = new Browser();
    stolen.plant(house.origin, "linchpin", browser.cookie(house.origin, "linchpin") ?? "");
    const atIssuer = await signOut(browser);
    expect(atIssuer.text).toContain("Signing out of the demonstration");
    expect(new URL(atIssuer.url).searchParams.get("id_token_hint")).toMatch(/^eyJ/);
    expect(await whoIs(house, stolen)).toBeNull();
    const { action, fields } = formOf(atIssuer);
    const end = await browser.send(action, { ...fields, logout: "yes" }, atIssuer.url);
    expect([end.url, end.status]).toEqual([`${house.origin}/signed-out`, 200]);
    expect(end.text).toContain("You have signed out");
  });

  test("has the browser throw away what it still has of the pages", async () => {
    const browser = await asAnn();
    const cookie = `linchpin=${browser.cookie(house.origin, "linchpin")}`;
    const answer = await fetch(`${house.origin}/sign-out`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: house.origin, "content-type": "application/x-www-form-urlencoded" },
    });
    expect([answer.status, answer.headers.get("clear-site-data")]).toEqual([303, '"cache", "storage"']);
  });

  test("here leaves other devices signed in; everywhere does not, nor touches anybody else", async () => {
    await employ(house.database, { subject: "bo", area: "Boshire" });
    const [desk, phone, bo] = [await asAnn(), await asAnn(), (await signIn(house, "bo")).browser];
    await signOut(desk);
    expect(await whoIs(house, phone)).not.toBeNull();
    const again = await asAnn();
    await signOut(again, "/sign-out/everywhere");
    expect([await whoIs(house, phone), await whoIs(house, again)]).toEqual([null, null]);
    expect(await whoIs(house, bo)).not.toBeNull();
    expect(house.events.at(-1)).toMatchObject({ kind: "signed-out-everywhere", subject: "ann" });
  });

  test("is offered by a page, and a link to it ends nothing", async () => {
    const browser = await asAnn();
    const page = await browser.open(`${house.origin}/sign-out`);
    expect(page.text).toContain("Sign out everywhere");
    expect(await whoIs(house, browser)).not.toBeNull();
  });

  test("a stranger's cookie ends nobody's session", async () => {
    const before = (await rows()).length;
    const browser = new Browser();
    browser.plant(house.origin, "linchpin", "x".repeat(43));
    expect((await signOut(browser)).url).toBe(`${house.origin}/signed-out`);
    expect((await signOut(browser, "/sign-out/everywhere")).url).toBe(`${house.origin}/signed-out`);
    expect(await rows()).toHaveLength(before);
  });

  test("those who run Linchpin can end every session of a person", async () => {
    const browser = await asAnn();
    const ended = await house.server.shell.endSessionsOf({ issuer: "urn:linchpin:demonstration", subject: "ann" });
    expect(ended).toBeGreaterThanOrEqual(1);
    expect(await whoIs(house, browser)).toBeNull();
  });
});

test("sweeping deletes what is over and keeps what is not", async () => {
  const old = await asAnn();
  house.forward(16);
  const browser = await asAnn();
  await house.server.sweep();
  expect(await rows()).toHaveLength(1);
  expect([await whoIs(house, old), (await whoIs(house, browser))?.subject]).toEqual([null, "ann"]);
});
