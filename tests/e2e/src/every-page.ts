import type { Page } from "playwright-core";
import { fitsItsWindow, problemsOnPage } from "./accessible.ts";
import { patience } from "./pages.ts";
import { desk, phone } from "./person.ts";

/** The part of a portal's router that is looked at from outside. Routes that only hold others are not pages. */
type Router = {
  readonly basepath: string;
  readonly history: { readonly push: (path: string) => void };
  readonly routesById: Readonly<Record<string, { readonly fullPath: string; readonly children?: unknown }>>;
  readonly state: {
    readonly status: string;
    readonly matches: readonly { readonly fullPath: string; readonly params: Readonly<Record<string, string>> }[];
  };
};
declare const __TSR_ROUTER__: Router;

export type Route = string;

/** Every page that the portal in this window has, as its route tree says: "/manager/proposals/$proposalId". */
export const routesOf = (page: Page): Promise<readonly Route[]> =>
  page.evaluate(() => {
    const whole = (path: string) => (__TSR_ROUTER__.basepath + path).replace(/\/$/, "");
    const pages = Object.values(__TSR_ROUTER__.routesById).filter((route) => !route.children);
    const ofNothing = "/$"; // where an address ends that no page has
    return [...new Set(pages.map(({ fullPath }) => whole(fullPath)))].filter((route) => !route.endsWith(ofNothing));
  });

/** What a portal draws in place of a page that this reader has not: the h1. */
const inPlaceOfAPage = ["Page not found", "You cannot do this"];

/** Where the window is: the route, what stands for its $names, and whether it is a page or says why there is none. */
export const whereIs = (page: Page) =>
  page.evaluate((said) => {
    const { fullPath = "", params = {} } = __TSR_ROUTER__.state.matches.at(-1) ?? {};
    return {
      route: (__TSR_ROUTER__.basepath + fullPath).replace(/\/$/, ""),
      params,
      isShut: said.includes(document.querySelector("h1")?.textContent ?? ""),
    };
  }, inPlaceOfAPage);

/** Opens an address of the portal in this window as a link in it would, and waits until it is drawn. */
export async function openIn(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => __TSR_ROUTER__.history.push(to), path);
  await isDrawn(page, path);
}

export async function isDrawn(page: Page, path: string): Promise<void> {
  const drawn = page.waitForFunction(
    () =>
      typeof __TSR_ROUTER__ === "object" &&
      __TSR_ROUTER__.state.status === "idle" &&
      document.querySelector("main h1") !== null &&
      document.querySelector("[aria-busy=true]") === null,
    undefined,
    { timeout: patience },
  );
  await drawn.catch((cause: Error) => {
    throw new Error(`${path} was not drawn`, { cause });
  });
}

/** Addresses of the portals that this page links to, without what stands after them. */
export const linksOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const paths = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => new URL(href));
    const ours = paths.filter(
      ({ origin, pathname }) => origin === location.origin && /^\/(named-person|manager)\b/.test(pathname),
    );
    return [...new Set(ours.map(({ pathname, search }) => pathname.replace(/\/$/, "") + search))];
  });

const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))));

/** What is wrong with the page as it stands, at a desk and on a phone: a line each. With `axe`, what axe says too. */
export async function faultsOn(page: Page, { axe }: { readonly axe: boolean }): Promise<readonly string[]> {
  const at = new URL(page.url()).pathname;
  const faults = await page.evaluate(() => [
    ...(document.title.trim() ? [] : ["has no title"]),
    ...(document.querySelectorAll("h1").length === 1 ? [] : [`has ${document.querySelectorAll("h1").length} h1`]),
    ...(/went wrong|No connection/.test(document.querySelector("h1")?.textContent ?? "") ? ["went wrong"] : []),
  ]);
  for (const screen of [phone, desk]) {
    await page.setViewportSize({ ...screen });
    await twoFrames(page); // what measures itself has drawn itself again
    if (!(await fitsItsWindow(page))) faults.push(`is wider than ${screen.width} px`);
    if (axe) faults.push(...(await problemsOnPage(page)).map((problem) => `at ${screen.width} px: ${problem}`));
  }
  return faults.map((fault) => `${at} ${fault}`);
}

/** What went wrong behind the page since it was last asked: errors in its console, and what was thrown. */
export function troubleBehind(page: Page): () => readonly string[] {
  let heard: string[] = [];
  const hear = (what: string) => heard.push(`${new URL(page.url()).pathname} ${what}`);
  page.on("console", (message) => message.type() === "error" && hear(`console: ${message.text()}`));
  page.on("pageerror", (error) => hear(`threw: ${error.message}`));
  return () => {
    const said = heard;
    heard = [];
    return said;
  };
}
