import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { crawl, nothingSeen } from "./src/crawl.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";

/** Somebody with a light account: one page, and none in the manager portal. */
const lightAccount = "Lewis Fyfe";

/** In each area: a named person or who opens concerns there, a school's office, a health visitor, somebody of another agency, managers. */
const areas = [
  {
    area: "Strathorran",
    people: [
      "Neil Bannerman",
      "Euan Sinclair",
      "Donella Reid",
      "Ishbel MacAskill",
      "Mairi Nicolson",
      "Tessa Boyle",
      "Ruth Abernethy",
      "Oona Flett",
      "Elspeth Rae",
      "Catriona Breck",
      "Alasdair Munro",
      lightAccount,
    ],
  },
  {
    area: "Ashbeck",
    people: [
      "Claire Ormond",
      "Gail Thornley",
      "Joanne Pickup",
      "Maureen Tate",
      "Yasmin Idris",
      "Beatrix Holland",
      "Rosalind Keane",
      "Wilfred Sayle",
    ],
  },
  {
    area: "Hallowdale",
    people: [
      "Terence Oldroyd",
      "Pamela Stott",
      "Kath Mullen",
      "Maisie Turnbull",
      "Leonard Sugden",
      "Winifred Cope",
      "Delphine Arkwright",
    ],
  },
] as const;

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

test.each(areas)(
  "$area: every page of both portals can be read by everybody there, at a desk and on a phone",
  async ({ people }) => {
    const seen = nothingSeen();
    const waiting = [...people];
    const atOneScreen = async () => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        const { page, close } = await signInAs(browser, product, name, { to: "/named-person/" });
        for (const portal of name === lightAccount ? ["/named-person"] : ["/named-person", "/manager"])
          await crawl(page, name, portal, seen);
        await close();
      }
    };
    await Promise.all([atOneScreen(), atOneScreen()]); // as many as there are cores on a small machine
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
];

test("no route of either portal is without a page that somebody above has seen", () => {
  const unseen = [...routes].filter((route) => !visited.has(route) && !needsSomethingFirst.includes(route));
  expect(unseen).toEqual([]);
  expect(routes.size).toBeGreaterThan(60);
});
