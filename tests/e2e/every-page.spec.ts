import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { everyPageOf } from "./src/crawl.ts";
import { areas, lightAccount, oneOfEachKind } from "./src/people.ts";
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

const visited = new Set<string>();
const routes = new Set<string>();
const withAxe = new Set<string>();

test.each(areas)(
  "$area: every page of both portals can be read by one of each kind of person there, at a desk and on a phone",
  async ({ people }) => {
    const some = people.filter((name) => name === lightAccount || oneOfEachKind.includes(name));
    const seen = await everyPageOf(browser, product, some, withAxe);
    for (const route of seen.routes) routes.add(route);
    for (const route of seen.visited.keys()) visited.add(route);
    expect(seen.faults).toEqual([]);
    expect(seen.visited.size).toBeGreaterThan(40);
  },
  600_000, // some hundred pages, twice each
);

/** What somebody has to do first: not looked at here. */
const needsSomethingFirst = [
  "/manager/register/$practitionerId/exceptions/$exceptionId/end", // an approved exception, and the demonstration has none
  "/named-person/children/$childId/plans/$planId/lead/weigh/$personId", // somebody shortlisted: the journeys walk it
  "/named-person/tell/letters/$tellingId", // by which way the letters go is asked first
  // Something that the reader wrote or is asked, in a child's record that none of these reaches first: the portal's own tests draw each
  "/named-person/your-part/$lineId",
  "/named-person/children/$childId/plans/$planId/their-word/views/$viewId",
  "/named-person/children/$childId/plans/$planId/outcomes/$outcomeId/end",
  "/named-person/children/$childId/goes-along/$entryId/correct",
  "/named-person/children/$childId/goes-along/$entryId/take-back",
  "/named-person/children/$childId/whole-world/siblings/$linkId/take-back",
  "/named-person/children/$childId/whole-world/held-back/$holdId/end",
];

test("no route of either portal is without a page that somebody above has seen", () => {
  const unseen = [...routes].filter((route) => !visited.has(route) && !needsSomethingFirst.includes(route));
  expect(unseen).toEqual([]);
  expect(routes.size).toBeGreaterThan(60);
});
