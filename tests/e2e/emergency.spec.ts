import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { onPage, pathOf, patience, pressAndLeave } from "./src/pages.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { aChildOf, sayExactly } from "./src/walk.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("somebody without a part opens a record in an emergency, reads it under a notice, and a privacy officer looks at it", async () => {
  const child = await aChildOf(browser, product, "Euan Sinclair");
  const { page, close } = await signInAs(browser, product, "Ruth Abernethy", { to: child.path });
  await page.getByRole("heading", { name: /not found/i }).waitFor({ timeout: patience });

  await page.goto(`${product.origin}/named-person/search`);
  await page.getByRole("link", { name: "Open a record in an emergency" }).click();
  await onPage(page, "Open a record in an emergency");
  await sayExactly(page, child);
  await page.getByLabel("The child is missing").check();
  await page.getByLabel(/What has happened/).fill("Not at home since eight. The police are here.");
  await pressAndLeave(page, "Open the record");
  expect(pathOf(page)).toBe(child.path);
  await page.getByText(/You can read this record until/).waitFor({ timeout: patience });
  expect(await page.getByRole("link", { name: "Record a concern" }).count()).toBe(0);
  await page.goto(`${product.origin}${child.path}/chronology`);
  await page.getByText("Ruth Abernethy opened the record in an emergency").waitFor({ timeout: patience });
  expect(await page.getByRole("button", { name: /print/i }).count()).toBe(0);
  await close();

  const officer = await signInAs(browser, product, "Catriona Breck", { to: "/manager/emergency-access" });
  await onPage(officer.page, "Emergency access");
  await officer.page.getByRole("link", { name: /Look at this.*Ruth Abernethy/ }).click();
  await onPage(officer.page, "Was it right to open this record?");
  await officer.page.getByLabel("It was right to open it", { exact: true }).check();
  await officer.page.getByRole("textbox").fill("The duty inspector confirmed it.");
  await pressAndLeave(officer.page, "Keep what I found");
  await officer.page.getByText("What you found is kept.").waitFor({ timeout: patience });
  await officer.page
    .getByText(/The duty inspector confirmed it/)
    .first()
    .waitFor({ timeout: patience });
  await officer.close();
});

test("whoever says that they know a child outside work finds the record no more", async () => {
  const child = await aChildOf(browser, product, "Euan Sinclair");
  const { page, close } = await signInAs(browser, product, "Euan Sinclair", { to: child.path });
  await onPage(page, "Overview");
  await page.getByRole("link", { name: "Children you know" }).click();
  await page.getByRole("link", { name: "Add a child" }).click();
  await onPage(page, "Add a child you know outside work");
  await sayExactly(page, child);
  await page.getByLabel("My brother or sister").check();
  await pressAndLeave(page, "Add this child");
  await page.getByText(/If there is such a record, you can no longer open it/).waitFor({ timeout: patience });
  await page.goto(`${product.origin}${child.path}`);
  await page.getByRole("heading", { name: /not found/i }).waitFor({ timeout: patience });
  await page.goto(`${product.origin}/named-person/children`);
  await onPage(page, /children/i);
  expect(await page.getByText(`${child.family}, ${child.given}`).count()).toBe(0);
  await close();
});
