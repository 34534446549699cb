import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Long enough for a busy machine; everything waits for a condition, never for a time. */
export const patience = 45_000;

/** Today where the product is used, as `2026-11-23`. */
const today = (): string => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date());

export const fillToday = (within: Page | Locator, label: string | RegExp): Promise<void> =>
  fillDay(within.getByRole("group", { name: label }), today());

/** Fills the three boxes of a date with a day written `2026-11-23`. */
export async function fillDay(group: Locator, on: string): Promise<void> {
  const [year = "", month = "", day = ""] = on.split("-").map((part) => String(Number(part)));
  await group.getByLabel("Day", { exact: true }).fill(day);
  await group.getByLabel("Month", { exact: true }).fill(month);
  await group.getByLabel("Year", { exact: true }).fill(year);
}

/** Waits until the page has that heading of the first level. */
export async function onPage(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name: title }).waitFor({ timeout: patience });
}

export const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Presses a button, and stays until the address is another one. */
export async function pressAndLeave(page: Page, name: string | RegExp): Promise<void> {
  const before = page.url();
  await page.getByRole("button", { name }).click();
  await expect
    .poll(async () => (page.url() === before ? await saidInTheWay(page) : "left"), { timeout: patience })
    .toBe("left");
}

/** What the page says stands in the way, for a failing test to show. */
async function saidInTheWay(page: Page): Promise<string> {
  const alerts = await page.getByRole("alert").allInnerTexts();
  return alerts.length === 0 ? "still here" : `still here: ${alerts.join(" ")}`;
}

/** Whose record is open, as the bar at the top says: "Lead professional" to the name under it. */
export async function identityOf(page: Page): Promise<Readonly<Record<string, string>>> {
  const bar = page.getByRole("region", { name: "Child", exact: true });
  await bar.waitFor({ timeout: patience });
  const names = await bar.getByRole("term").allInnerTexts();
  const values = await bar.getByRole("definition").allInnerTexts();
  return Object.fromEntries(names.map((name, place) => [name.toLowerCase(), values[place] ?? ""]));
}
