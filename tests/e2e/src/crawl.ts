import type { Browser, Page } from "playwright-core";
import { faultsOn, isDrawn, linksOn, openIn, type Route, routesOf, troubleBehind, whereIs } from "./every-page.ts";
import { lightAccount } from "./people.ts";
import { signInAs } from "./person.ts";
import type { Product } from "./product.ts";

/** What has been seen of an area by all who looked: addresses of each route, and what was wrong on the way. */
export type Seen = {
  readonly routes: Set<Route>;
  readonly visited: Map<Route, Readonly<Record<string, string>>>;
  /** Of which axe has had its look. */
  readonly withAxe: Set<Route>;
  readonly faults: string[];
};

export const nothingSeen = (withAxe: Set<Route> = new Set()): Seen => ({
  routes: new Set(),
  visited: new Map(),
  withAxe,
  faults: [],
});

/** The route an address belongs to: of those that fit, the one with the fewest $names. */
export function routeFor(routes: Iterable<Route>, path: string): Route | undefined {
  const parts = (path.split("?")[0] ?? "").split("/");
  const fits = (route: Route) => {
    const asked = route.split("/");
    return asked.length === parts.length && asked.every((part, at) => part.startsWith("$") || part === parts[at]);
  };
  return [...routes].filter(fits).sort((a, b) => a.split("$").length - b.split("$").length)[0];
}

/** $names of which the child is always one. */
const oneOfTwo: Readonly<Record<string, string>> = { whose: "child", whom: "child" };

/** The address of a route, where everything its $names stand for is known from one page that was seen. */
function addressOf(route: Route, known: Iterable<Readonly<Record<string, string>>>): string | undefined {
  const names = [...route.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name);
  const params = [...known]
    .map((one) => ({ ...oneOfTwo, ...one }))
    .find((one) => names.every((name) => Object.hasOwn(one, name)));
  return params && route.replaceAll(/\$(\w+)/g, (_, name: string) => params[name] ?? "");
}

/** How many more addresses of one route are glanced at for links to pages that nobody saw yet. */
const glances = 4;

type Link = { readonly path: string; readonly on: string };

/**
 * Follows links from a portal's first page until one address of each route that can be reached was looked at, then
 * opens what no link leads to, as far as its address is known. A route that axe has not looked at is looked at with it. A link that leads to a shut door is a fault of the page it is on. With a look of the caller's own,
 * each page is looked at with that alone.
 */
export async function crawl(
  page: Page,
  name: string,
  portal: string,
  seen: Seen,
  lookOtherwise?: () => Promise<void>,
): Promise<void> {
  const blame = (...faults: readonly string[]) => seen.faults.push(...faults.map((fault) => `${name}: ${fault}`));
  const behind = troubleBehind(page);
  await page.goto(new URL(`${portal}/`, page.url()).href);
  await isDrawn(page, portal);
  const routes = await routesOf(page);
  for (const route of routes) seen.routes.add(route);
  const mine = new Map<Route, Readonly<Record<string, string>>>();
  const tried = new Map<string, number>();
  const queue: Link[] = [{ path: portal, on: portal }];
  const others: Link[] = [];
  const isNew = (path: string) => !seen.visited.has(routeFor(routes, path) ?? "");

  const linked = async (on: string): Promise<readonly Link[]> =>
    (await linksOn(page)).filter((path) => path.startsWith(portal)).map((path) => ({ path, on }));

  const look = async ({ path, on }: Link, isLinked: boolean): Promise<void> => {
    if (path !== portal) await openIn(page, path);
    const { route, params, isShut } = await whereIs(page);
    if (isShut) {
      behind(); // the answer that said why it does not open is no fault
      if (isLinked) blame(`${on} leads to ${path}, which is shut`);
      return;
    }
    const axe = !seen.withAxe.has(route);
    seen.withAxe.add(route);
    for (const one of [route, routeFor(routes, path) ?? route]) {
      mine.set(one, params);
      seen.visited.set(one, params);
    }
    if (lookOtherwise) await lookOtherwise();
    else blame(...behind(), ...(await faultsOn(page, { axe })));
    queue.push(...(await linked(path)));
  };

  const follow = async (): Promise<void> => {
    for (let link = queue.shift(); link !== undefined; link = queue.shift()) {
      const key = keyOf(routes, link.path);
      if (key === undefined) continue;
      const times = tried.get(key) ?? 0;
      tried.set(key, times + 1);
      if (times === 0 || (times < glances && isNew(link.path))) await look(link, true);
      else if (times < glances) others.push(link);
    }
  };
  await follow();
  for (let link = others.shift(); link !== undefined; link = others.shift()) {
    if (routes.every((route) => seen.visited.has(route))) break;
    await openIn(page, link.path);
    const found = await linked(link.path);
    queue.push(...found.filter(({ path }) => isNew(path)));
    await follow();
  }
  behind();
  for (const route of routes) {
    if (seen.visited.has(route)) continue;
    const path = addressOf(route, [...mine.values(), ...seen.visited.values()]);
    if (path) await look({ path, on: portal }, false);
    await follow();
  }
}

/**
 * What these people see of both portals, two of them at a time: as many as there are cores on a small machine. Routes
 * that axe has looked at elsewhere, if they are given, are not looked at with it again.
 */
export async function everyPageOf(
  browser: Browser,
  product: Product,
  people: readonly string[],
  withAxe?: Set<Route>,
): Promise<Seen> {
  const seen = nothingSeen(withAxe);
  const waiting = [...people];
  const atOneScreen = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const { page, close } = await signInAs(browser, product, name, { to: "/named-person/" });
      for (const portal of name === lightAccount ? ["/named-person"] : ["/named-person", "/manager"])
        await crawl(page, name, portal, seen);
      await close();
    }
  };
  await Promise.all([atOneScreen(), atOneScreen()]);
  return seen;
}

/** Pages that differ by what their address asks for count as pages of their own where it says what is drawn. */
function keyOf(routes: readonly Route[], path: string): string | undefined {
  const route = routeFor(routes, path);
  return route && (/[?&]stage=/.test(path) ? `${route}?stage` : route);
}
