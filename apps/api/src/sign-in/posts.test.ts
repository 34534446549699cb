import { afterAll, beforeAll, expect, test } from "vitest";
import { Browser, formOf, type Page } from "../testing/browser.ts";
import { type Employed, employ, endPost, type House, openHouse, signIn, whoIs } from "../testing/sign-in.ts";

let house: House;
let north: Employed;
let south: Employed;
beforeAll(async () => {
  house = await openHouse();
  north = await employ(house.database, { subject: "kit", title: "Health visitor" });
  south = await employ(house.database, {
    subject: "kit",
    title: "Team manager",
    role: "team-manager",
    area: "Southshire",
  });
  await employ(house.database, { subject: "ann", area: "Eastshire" });
});
afterAll(() => house.close());

const arrive = (returnTo?: string) => signIn(house, "kit", new Browser(), returnTo);
const choose = (browser: Browser, page: Page, post: Employed, more: Record<string, string> = {}) => {
  const { action, fields } = formOf(page);
  return browser.send(action, { ...fields, post: `${post.areaId} ${post.postId}`, ...more });
};

test("somebody with several posts chooses one, and none is chosen for them", async () => {
  const { browser, page } = await arrive();
  expect(page.url).toBe(`${house.origin}/sign-in/post`);
  expect(page.text).toContain("Health visitor");
  expect(page.text).toContain("Northshire Health, Northshire");
  expect(page.text).toContain("Team manager");
  expect(page.text).not.toMatch(/checked|selected/);
  expect(await whoIs(house, browser)).toBeNull(); // nothing opens before the choice
  expect((await browser.open(`${house.origin}/manager/`)).url).toBe(`${house.origin}/sign-in/post`);
  expect((await choose(browser, page, south)).url).toBe(`${house.origin}/manager/`);
  expect(await whoIs(house, browser)).toMatchObject({ ...south, role: "team-manager", areaName: "Southshire" });
});

test("the choice leads to where they were going", async () => {
  const { browser, page } = await arrive("/named-person/children");
  expect((await choose(browser, page, north)).url).toBe(`${house.origin}/named-person/children`);
});

test("choosing makes a new cookie, and the old one opens nothing", async () => {
  const { browser, page } = await arrive();
  const before = browser.cookie(house.origin, "linchpin") ?? "";
  await choose(browser, page, north);
  expect(browser.cookie(house.origin, "linchpin")).not.toBe(before);
  const old = new Browser();
  old.plant(house.origin, "linchpin", before);
  expect((await old.open(`${house.origin}/sign-in/post`)).url).toBe(`${house.origin}/sign-in`);
});

test("a post can be changed while at work, and signing out at the issuer still works after", async () => {
  const { browser, page } = await arrive();
  await choose(browser, page, north);
  const change = await browser.open(`${house.origin}/sign-in/post`);
  expect(change.text.match(/You are working in this post now/g)).toHaveLength(1);
  await choose(browser, change, south);
  expect(await whoIs(house, browser)).toMatchObject(south);
  const out = await browser.send(`${house.origin}/sign-out`, {});
  expect(new URL(out.url).searchParams.get("id_token_hint")).toMatch(/^eyJ/);
});

test("somebody with one post has none to change to", async () => {
  const { browser } = await signIn(house, "ann");
  expect((await browser.open(`${house.origin}/sign-in/post`)).text).toContain("You hold one post");
});

test("a post of somebody else, or one that ended meanwhile, cannot be chosen", async () => {
  const ended = await employ(house.database, { subject: "kit", area: "Endshire" });
  const { browser, page } = await arrive();
  await endPost(house.database, ended, "2026-11-23");
  for (const post of [ended, { ...north, postId: south.postId }, { ...south, areaId: "x" }]) {
    expect((await choose(browser, page, post)).status).toBe(403);
  }
  expect(await whoIs(house, browser)).toBeNull();
});

test("a form without this session's token chooses nothing", async () => {
  const { browser, page } = await arrive();
  const { page: others } = await arrive();
  for (const token of ["", "x", formOf(others).fields["form-token"] ?? ""]) {
    expect((await choose(browser, page, north, { "form-token": token })).status).toBe(403);
  }
  expect(await whoIs(house, browser)).toBeNull();
});
