import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { onPage, pathOf, patience } from "./src/pages.ts";
import { type Person, pickPerson, signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { openAChild } from "./src/walk.ts";

let browser: Browser;
let product: Product;
let child: string;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
  const opener = await signInAs(browser, product, "Euan Sinclair", { to: "/named-person/" });
  child = await openAChild(opener.page);
  await opener.close();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Nothing of the child is on the page: neither the record nor that there is one. */
async function expectNotFound({ page }: Person): Promise<void> {
  await page.getByRole("heading", { name: /not found/i }).waitFor({ timeout: patience });
  expect(await page.getByRole("region", { name: "Child", exact: true }).count()).toBe(0);
}

test.each([
  ["a practitioner of another area", "Chloe Ransome"],
  ["a practitioner of another agency who has no part in the child's help", "Ruth Abernethy"],
])("%s finds nothing at the child's address", async (_, name) => {
  const person = await signInAs(browser, product, name, { to: child });
  await expectNotFound(person);
  for (const page of ["concerns", "plan", "chronology", "concerns/record"]) {
    await person.page.goto(`${product.origin}${child}/${page}`);
    await expectNotFound(person);
  }
  await person.close();
});

test("a record keeper opens a child's place on the roll, and no record and no concern", async () => {
  const office = await signInAs(browser, product, "Donella Reid", { to: "/named-person/roll" });
  const id = child.split("/").at(-1);
  await office.page.goto(`${product.origin}/named-person/roll/children/${id}`);
  await onPage(office.page, "Place on the roll");
  for (const page of ["", "/concerns", "/concerns/record"]) {
    await office.page.goto(`${product.origin}${child}${page}`);
    await office.page
      .getByRole("heading", { name: /not found|may not|cannot|not allowed/i })
      .waitFor({ timeout: patience });
    expect(await office.page.getByRole("button", { name: "Continue" }).count()).toBe(0);
  }
  await office.close();
});

test("somebody signed out is asked to sign in, and comes back to the page that was asked for", async () => {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(`${product.origin}${child}/chronology`);
  await page.waitForURL((url) => url.pathname === "/sign-in", { timeout: patience });
  await pickPerson(page, "Euan Sinclair");
  await page.waitForURL((url) => url.pathname.startsWith("/named-person"), { timeout: patience });
  await onPage(page, "Chronology");
  expect(pathOf(page)).toBe(`${child}/chronology`);
  await context.close();
});
