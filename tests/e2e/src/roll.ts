import { basename } from "node:path";
import type { Page } from "playwright-core";
import { onPage, patience, pressAndLeave } from "./pages.ts";
import type { Product } from "./product.ts";

/** Hands in a file and waits for its preview. */
export async function upload(page: Page, product: Product, file: string): Promise<void> {
  await page.goto(`${product.origin}/named-person/roll`);
  await page
    .getByRole("link", { name: /^Upload/ })
    .first()
    .click();
  await onPage(page, /^Upload/);
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await pressAndLeave(page, "Read the file");
  await onPage(page, basename(file));
}

/** A figure of the preview: "New" to 180. */
export async function figure(page: Page, name: string): Promise<number> {
  const one = page.locator(".lp-figure").filter({ has: page.getByRole("link", { name, exact: true }) });
  await one.waitFor({ timeout: patience });
  return Number((await one.getByRole("definition").allInnerTexts())[0]);
}
