import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { onPage, patience } from "./src/pages.ts";
import { type Person, pickPerson, signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { openAChild, sendConcern, writeConcern } from "./src/walk.ts";

const opener = "Terence Oldroyd";

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

/** The child's concerns, as many as the page lists. */
async function concernsOf(page: Page): Promise<number> {
  await page.goto(`${product.origin}${child}/concerns`);
  await onPage(page, "Concerns");
  return page.getByRole("table").getByRole("link").count();
}

test("a concern sent by a double click is recorded once", async () => {
  const { page } = me;
  const before = await concernsOf(page);
  await writeConcern(page, child, "Sent with a double click.");
  await page.getByRole("button", { name: "Record the concern" }).dblclick();
  await onPage(page, "Concern recorded");
  expect(await concernsOf(page)).toBe(before + 1);
});

test("going back after sending does not send again", async () => {
  const { page } = me;
  const before = await concernsOf(page);
  await writeConcern(page, child, "Sent once, then the Back button.");
  await sendConcern(page);
  await page.goBack();
  await page.getByRole("heading", { level: 1 }).waitFor({ timeout: patience });
  expect(await concernsOf(page)).toBe(before + 1);
});

test("what was acknowledged is there after the power went, and what was not sent is not half done", async () => {
  const { page } = me;
  await writeConcern(page, child, "Acknowledged before the power went.");
  await sendConcern(page);
  const recorded = await concernsOf(page);
  await writeConcern(page, child, "Written, and not sent when the power went.");
  await product.kill();
  await page.getByRole("button", { name: "Record the concern" }).click();
  await product.startAgain();
  expect(await concernsOf(page)).toBe(recorded);
  await page.getByRole("link", { name: /Acknowledged before the power went/ }).waitFor({ timeout: patience });
});

test("the text is still there when the session ended while it was typed", async () => {
  const words = "Typed while the session ended somewhere else.";
  const more = `${words} And more.`;
  const { page, context, close } = await signInAs(browser, product, opener, { to: `${child}/concerns/record` });
  await onPage(page, "What was noticed?");
  await Promise.all([kept(page, true), page.getByLabel("What was noticed?").fill(words)]);
  const other = await context.newPage();
  await other.goto(`${product.origin}/sign-out`);
  await other
    .getByRole("button", { name: /^Sign out/ })
    .first()
    .click();
  await onPage(other, "You have signed out");
  await Promise.all([kept(page, false), page.getByLabel("What was noticed?").fill(more)]);
  await page.getByRole("dialog").waitFor({ timeout: patience });
  await other.goto(`${product.origin}/sign-in`);
  await pickPerson(other, opener);
  await other.waitForURL((url) => url.origin === product.origin && !url.pathname.startsWith("/sign-in"));
  await Promise.all([kept(page, true), page.getByRole("button", { name: "I have signed in" }).click()]);
  await page.getByRole("dialog").waitFor({ state: "hidden", timeout: patience });
  expect(await page.getByLabel("What was noticed?").inputValue()).toBe(more);
  await page.reload();
  await onPage(page, "What was noticed?");
  await expect.poll(() => page.getByLabel("What was noticed?").inputValue(), { timeout: patience }).toBe(more);
  await close();
});

/** Waits until the page has sent what is typed, and the server has kept it or refused to. */
const kept = (page: Page, isKept: boolean) =>
  page.waitForResponse((answer) => answer.url().includes("access.keepDraft") && answer.ok() === isKept);
