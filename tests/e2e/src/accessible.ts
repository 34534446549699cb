import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe finds wrong with the page as it stands (WCAG 2.2 A and AA, and good practice), a line each. Empty is what we want. */
export async function problemsOnPage(page: Page): Promise<readonly string[]> {
  // Through the debugger, so the page's own policy on scripts stays as strict as it is.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    type Run = (options: { resultTypes: string[] }) => Promise<{ violations: Violation[] }>;
    const { run } = (globalThis as unknown as { axe: { run: Run } }).axe;
    return (await run({ resultTypes: ["violations"] })).violations; // the rest is not described in full: quicker
  });
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} ${nodes[0]?.html.slice(0, 160) ?? ""} (${new URL(page.url()).pathname})`,
  );
}

/** True when nothing makes the page wider than its window. */
export const fitsItsWindow = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
