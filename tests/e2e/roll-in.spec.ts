import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { fillToday, onPage, patience, pressAndLeave } from "./src/pages.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { figure, upload } from "./src/roll.ts";

const sample = (name: string) => join(import.meta.dirname, "../../samples", name);

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("a list is looked at row by row, imported, changes nothing the second time, and is taken back", async () => {
  const list = "health-visiting-caseload.csv";
  const { page, close } = await signInAs(browser, product, "Kath Mullen", { to: "/named-person/roll" });
  await upload(page, product, sample(list));
  const added = await figure(page, "New");
  const refused = await figure(page, "Cannot be imported");
  expect(added).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(0);
  await page.getByRole("link", { name: "Cannot be imported", exact: true }).click();
  await page
    .getByText(/^Error, /)
    .first()
    .waitFor({ timeout: patience });

  await page.getByRole("link", { name: "Go on to import" }).click();
  await onPage(page, "Import this list");
  await fillToday(page, "First day on the roll of the children who are new");
  await pressAndLeave(page, "Import the list");
  await page.getByText(`${added} children added`).waitFor({ timeout: patience });
  const imported = page.url();

  await upload(page, product, sample(list));
  expect(await figure(page, "New")).toBe(0);
  expect(await figure(page, "Changed")).toBe(0);
  expect(await figure(page, "Already so")).toBe(added);
  await page.getByText("Nothing in this list would change the roll.").waitFor({ timeout: patience });

  await page.goto(imported);
  await page.getByRole("button", { name: "Undo" }).click();
  await onPage(page, "Undo this import");
  await page.getByLabel("Why is the import taken back?").fill("It was last year's list.");
  await pressAndLeave(page, "Undo the import");
  await page.getByText(`${added} children removed`).waitFor({ timeout: patience });
  await page.goto(`${product.origin}/named-person/roll`);
  await page.getByText("0 children in all").waitFor({ timeout: patience });
  await close();
});

test("a school whose list is on its roll already is told that nothing would change", async () => {
  const { page, close } = await signInAs(browser, product, "Donella Reid", { to: "/named-person/roll" });
  await upload(page, product, sample("primary-school.csv"));
  expect(await figure(page, "New")).toBe(0);
  expect(await figure(page, "Cannot be imported")).toBeGreaterThan(0);
  await close();
});
