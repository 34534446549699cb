import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { fitsItsWindow, problemsOnPage } from "./src/accessible.ts";
import { launchBrowser } from "./src/browser.ts";
import { onPage, patience, pressAndLeave } from "./src/pages.ts";
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

/** What the frame shows, and that nothing in it was refused its style or its place. */
const paper = (page: Page) => page.frameLocator("iframe.np-paper");

test.each([
  ["on a desk", { width: 1280, height: 900 }],
  ["on a phone", { width: 390, height: 780 }],
])("a copy of the plan is looked through, goes as it was shown, and opens as it went, %s", async (_, screen) => {
  const { page, close } = await signInAs(browser, product, "Olivia Crane", { to: "/named-person/leading", screen });
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|sandbox/i.test(message.text())) refused.push(message.text());
  });
  const looksRight = async () => {
    expect(await problemsOnPage(page)).toEqual([]);
    expect(await fitsItsWindow(page)).toBe(true);
  };
  await page.locator('a[href*="/plans/"]').first().click();
  await page.getByRole("link", { name: "Send a copy" }).click();
  await onPage(page, "Who gets the copy?");
  await page.getByRole("radio").first().check();
  await page.getByLabel("Handed over in person").check();
  await page.getByLabel("What for?").fill("So that it is in their own hands");
  await page.getByLabel("It is the child's and the family's own").check();
  await looksRight();
  await pressAndLeave(page, "Look at the copy");
  await onPage(page, /^Decide about \d+ things? in the copy$/);
  await paper(page).getByText("01632 960077").waitFor({ timeout: patience });
  expect(
    await paper(page)
      .locator("h1")
      .evaluate((title) => getComputedStyle(title).fontFamily),
  ).toContain("Arial");
  for (const takeOut of await page.getByLabel("Take it out").all()) await takeOut.check();
  await looksRight();
  await pressAndLeave(page, "See the copy that goes");
  await onPage(page, "Exactly this copy goes");
  await paper(page).getByText("[taken out]").first().waitFor({ timeout: patience });
  expect(await paper(page).getByText("01632 960077").count()).toBe(0);
  const shown = await page.locator("iframe.np-paper").getAttribute("srcdoc");
  // Somebody of this family asked to be reached otherwise: that is said before it goes (BOL-3.1).
  await page.getByLabel("I know how they want to be reached. Send this copy all the same").check();
  await page.getByLabel("Why the agreed way is not used").fill("They asked for it at the meeting");
  await looksRight();
  await pressAndLeave(page, "Send this copy");
  await page.getByText("These are the bytes that were sent.").waitFor({ timeout: patience });
  await page.getByText("They asked for it at the meeting").waitFor({ timeout: patience });
  expect(await page.locator("iframe.np-paper").getAttribute("srcdoc")).toBe(shown);
  await looksRight();
  await page.getByRole("link", { name: "What was sent" }).click();
  await onPage(page, "What was sent");
  await page.getByText("So that it is in their own hands").first().waitFor({ timeout: patience });
  await looksRight();
  expect(refused).toEqual([]);
  await close();
});
