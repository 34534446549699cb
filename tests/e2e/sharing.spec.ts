import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { fitsItsWindow, problemsOnPage } from "./src/accessible.ts";
import { launchBrowser } from "./src/browser.ts";
import { fillToday, onPage, pressAndLeave } from "./src/pages.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { aChildOf } from "./src/walk.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function looksRight(page: Page, name: string) {
  expect(await problemsOnPage(page)).toEqual([]);
  expect(await fitsItsWindow(page)).toBe(true);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
}

const onAPhone = { width: 390, height: 780 };

test("whoever something was shared with reads the copy, and nothing else of the child", async () => {
  const to = "/named-person/shared-with-you";
  const { page, close } = await signInAs(browser, product, "Tessa Boyle", { to, screen: onAPhone });
  await onPage(page, "Shared with you");
  await looksRight(page, "shared-with-you");
  await page.getByRole("link", { name: /^Concern noticed on/ }).click();
  await onPage(page, /^Concern noticed on/);
  await page.getByText("The family has to leave their flat by the new year.").waitFor();
  await looksRight(page, "one-shared-with-you");
  await close();
});

test("a note is kept to oneself, goes nowhere after a no, and is thrown away", async () => {
  const { page, close } = await signInAs(browser, product, "Euan Sinclair", {
    to: "/named-person/notes",
    screen: onAPhone,
  });
  await onPage(page, "Notes kept to yourself");
  await page.getByText("A boy of P5 I read with").waitFor();
  await looksRight(page, "notes");
  await page.getByRole("link", { name: "Write a note" }).click();
  await onPage(page, "Write a note");
  await page.getByLabel("Whom is it about?").fill("A girl at the gate");
  await page.getByLabel("What did the child tell you?").fill("She has nobody to walk home with");
  await fillToday(page, "On which day?");
  await page.getByLabel("No", { exact: true }).check();
  await looksRight(page, "write-a-note");
  await pressAndLeave(page, "Keep the note");
  await onPage(page, "A girl at the gate");
  await looksRight(page, "one-note");
  await page.getByRole("link", { name: "Pass it on" }).click();
  await onPage(page, "Pass it on");
  await page.getByText("The child said no.", { exact: false }).first().waitFor();
  await looksRight(page, "pass-it-on");
  await page.getByRole("link", { name: "Back to the note" }).click();
  await page.getByRole("button", { name: "Throw the note away" }).click();
  await page.getByRole("button", { name: "Throw it away" }).click();
  await onPage(page, "Notes kept to yourself");
  await page.getByText("A girl at the gate").waitFor({ state: "detached" });
  await close();
});

test("a worry passed on that fits nobody is placed by the office, which never reads it, and reaches the named person", async () => {
  const child = await aChildOf(browser, product, "Euan Sinclair");
  const words = "He was at the bus stop by himself at ten at night.";
  const housing = await signInAs(browser, product, "Tessa Boyle", {
    to: "/named-person/pass-a-worry-on",
    screen: onAPhone,
  });
  await onPage(housing.page, "Pass a worry on");
  await housing.page.getByLabel("Child's name").fill("A boy they call Pip");
  await housing.page.getByLabel("School, nursery or clinic").selectOption({ label: "Inverlochan Primary School" });
  await housing.page.getByLabel("What worries you?").fill(words);
  await looksRight(housing.page, "pass-a-worry-on");
  await housing.page.getByRole("button", { name: "Pass it on" }).click();
  await onPage(housing.page, "Passed on");
  await housing.close();

  const office = await signInAs(browser, product, "Donella Reid", { to: "/named-person/worries-to-place" });
  await onPage(office.page, "Worries to place");
  await office.page.getByRole("link", { name: "A boy they call Pip" }).click();
  await onPage(office.page, "Whom is it about: A boy they call Pip");
  expect(await office.page.getByText(words).count()).toBe(0);
  const look = office.page.getByLabel("Look for another name on the roll");
  await look.fill(`${child.given} ${child.family}`);
  await look.press("Enter");
  await office.page.waitForURL((url) => url.searchParams.has("name"));
  await office.page
    .getByLabel(new RegExp(`^${child.given} ${child.family}`))
    .first()
    .check();
  await looksRight(office.page, "place-a-worry");
  await pressAndLeave(office.page, "It is about this child");
  await onPage(office.page, "Worries to place");
  expect(await office.page.getByText("A boy they call Pip").count()).toBe(0);
  await office.close();

  const { page, close } = await signInAs(browser, product, "Euan Sinclair", { to: `${child.path}/concerns` });
  await onPage(page, "Concerns");
  await page.getByRole("link", { name: /at the bus stop by himself/ }).click();
  await page.getByText(words).first().waitFor();
  await looksRight(page, "the-worry");
  await close();
});
