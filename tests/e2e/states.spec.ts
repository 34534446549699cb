import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { faultsOn, isDrawn, openIn } from "./src/every-page.ts";
import { onPage, patience } from "./src/pages.ts";
import { type Person, pickPerson, signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { openAChild } from "./src/walk.ts";

const opener = "Ishbel MacAskill";

let browser: Browser;
let product: Product;
let me: Person;
let child: string;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
  me = await signInAs(browser, product, opener, { to: "/named-person/" });
  child = await openAChild(me.page);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const expectNoFault = async (page: Page) => expect(await faultsOn(page, { axe: true })).toEqual([]);

test("a search that finds nobody", async () => {
  await me.page.goto(`${product.origin}/named-person/search?text=zzzzzz`);
  await isDrawn(me.page, "/named-person/search");
  await expectNoFault(me.page);
});

test("a form that was sent with mistakes: a summary that leads to each", async () => {
  const { page } = me;
  await page.goto(`${product.origin}${child}/concerns/record`);
  await onPage(page, "What was noticed?");
  await page.getByRole("button", { name: "Continue" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await summary.waitFor({ timeout: patience });
  await expectNoFault(page);
  await summary.getByRole("link").first().click();
  const focused = await page.evaluate(() => document.activeElement?.matches("input, textarea, select"));
  expect(focused).toBe(true);
});

test("leaving with something unsaved: a dialog that keeps the keyboard, and Escape stays", async () => {
  const { page } = me;
  await page.goto(`${product.origin}${child}/statuses/record`);
  await isDrawn(page, "/statuses/record");
  await page.getByRole("main").locator("textarea, input[type=text], select").first().waitFor({ timeout: patience });
  const box = page.getByRole("main").locator("textarea, input[type=text]").first();
  await box.fill("1");
  await page.getByRole("navigation").getByRole("link").first().click();
  await page.getByRole("dialog").waitFor({ timeout: patience });
  await expectNoFault(page);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden", timeout: patience });
  expect(await box.inputValue()).toBe("1");
});

test("an address that leads nowhere, in both portals", async () => {
  for (const path of ["/named-person/no-such-page", `${child.slice(0, -4)}0000`, "/manager/no-such-page"]) {
    await me.page.goto(`${product.origin}${path}`);
    await onPage(me.page, "Page not found");
    await expectNoFault(me.page);
  }
});

test("a page that this post may not open says so", async () => {
  const office = await signInAs(browser, product, "Donella Reid", { to: "/named-person/" });
  await isDrawn(office.page, "/named-person/");
  await openIn(office.page, child);
  await onPage(office.page, /Page not found|You cannot do this/);
  await expectNoFault(office.page);
  await office.page.goto(`${product.origin}/manager/proposals`);
  await onPage(office.page, "You cannot do this");
  await expectNoFault(office.page);
  await office.close();
});

test("the pages of signing in and out, and of a session that ended", async () => {
  const context = await browser.newContext({ locale: "en-GB" });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  for (const path of ["/sign-in", "/signed-out", "/session-ended", "/no-such-page"]) {
    await page.goto(`${product.origin}${path}`);
    await expectNoFault(page);
  }
  await page.goto(`${product.origin}/sign-in`);
  const issuer = page.getByRole("link", { name: /demonstration/i });
  if (await issuer.count()) await issuer.first().click();
  await onPage(page, "Who do you want to be?");
  await expectNoFault(page);
  await pickPerson(page, opener);
  await page.waitForURL((url) => url.pathname.startsWith("/named-person"));
  await page.goto(`${product.origin}/sign-out`);
  await onPage(page, "Sign out");
  await expectNoFault(page);
  await context.close();
});
