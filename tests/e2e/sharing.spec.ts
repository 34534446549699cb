import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { fitsItsWindow, problemsOnPage } from "./src/accessible.ts";
import { launchBrowser } from "./src/browser.ts";
import { fillToday, onPage, pressAndLeave } from "./src/pages.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";

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
