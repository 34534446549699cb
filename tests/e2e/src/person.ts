import type { Browser, BrowserContext, Page } from "playwright-core";
import { patience } from "./pages.ts";
import type { Product } from "./product.ts";

/** Somebody at a screen of their own: a browser context that no one else's cookies reach. */
export type Person = { readonly page: Page; readonly context: BrowserContext; readonly close: () => Promise<void> };

export type Screen = { readonly width: number; readonly height: number };
export const desk: Screen = { width: 1280, height: 900 };
export const phone: Screen = { width: 320, height: 640 };

/** Signs in through the demonstration's issuer as the person of that name, and ends on the page asked for. */
export async function signInAs(
  browser: Browser,
  product: Product,
  name: string,
  { to = "/", screen = desk }: { readonly to?: string; readonly screen?: Screen } = {},
): Promise<Person> {
  const context = await browser.newContext({ viewport: { ...screen }, locale: "en-GB", timezoneId: "Europe/London" });
  const page = await context.newPage();
  context.setDefaultTimeout(patience);
  await page.goto(`${product.origin}/sign-in?return-to=${encodeURIComponent(to)}`);
  await pickPerson(page, name);
  await page.waitForURL((url) => url.origin === product.origin && !url.pathname.startsWith("/sign-in"));
  return { page, context, close: () => context.close() };
}

/** On the sign-in page: the demonstration's issuer, then the person of that name. */
export async function pickPerson(page: Page, name: string): Promise<void> {
  const issuer = page.getByRole("link", { name: /demonstration/i });
  if (await issuer.count()) await issuer.first().click();
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
}
