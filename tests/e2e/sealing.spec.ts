import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { fillToday, onPage, pathOf, patience, pressAndLeave } from "./src/pages.ts";
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

test("after an adoption order one person asks, another seals, and the old name leads nobody anywhere", async () => {
  const child = await aChildOf(browser, product, "Euan Sinclair");
  const asking = await signInAs(browser, product, "Sheila Torrance", { to: "/manager/sealing" });
  await onPage(asking.page, "Records to be sealed");
  await asking.page.getByRole("link", { name: "Ask for a record to be sealed" }).click();
  await onPage(asking.page, "Ask for a record to be sealed");
  await sayExactly(asking.page, child);
  await fillToday(asking.page, "Day of the adoption order");
  await asking.page.getByLabel("Court and its reference").fill("Sheriff court of Strathorran, order 22");
  await asking.page.getByLabel("Why is the record to be sealed?").fill("An adoption order was made.");
  await pressAndLeave(asking.page, "Ask for it to be sealed");
  await asking.page.getByText("You have asked for this record to be sealed").waitFor({ timeout: patience });
  const asked = pathOf(asking.page);
  expect(await asking.page.getByRole("button", { name: "Keep this decision" }).isEnabled()).toBe(false);

  const deciding = await signInAs(browser, product, "Catriona Breck", { to: asked });
  await onPage(deciding.page, "Is this record to be sealed?");
  await deciding.page.getByLabel("Seal the record").check();
  await deciding.page.getByLabel("What did you check, and with whom?").fill("I read the order and called the court.");
  await deciding.page.getByRole("button", { name: "Keep this decision" }).click();
  await deciding.page
    .getByRole("alert")
    .getByText(/Tick that you have seen the order/)
    .waitFor({ timeout: patience });
  await deciding.page.getByLabel("I have seen the adoption order").check();
  await deciding.page.getByRole("button", { name: "Keep this decision" }).click();
  await onPage(deciding.page, "A record was sealed");
  expect(await deciding.page.getByText(child.family).count()).toBe(0);
  await deciding.close();
  await asking.page.reload();
  await onPage(asking.page, "A record was sealed");
  expect(await asking.page.getByText(child.family).count()).toBe(0);
  await asking.close();

  const before = await signInAs(browser, product, "Euan Sinclair", { to: child.path });
  await before.page.getByRole("heading", { name: /not found/i }).waitFor({ timeout: patience });
  await before.page.goto(`${product.origin}/named-person/search?text=${encodeURIComponent(child.family)}`);
  await onPage(before.page, /search|find/i);
  expect(await before.page.getByText(`${child.family}, ${child.given}`).count()).toBe(0);
  await before.close();
});
