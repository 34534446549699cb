import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { crawl, nothingSeen } from "./src/crawl.ts";
import { openIn } from "./src/every-page.ts";
import { payloads } from "./src/payloads.ts";
import { oneOfEachKind } from "./src/people.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { concernOf, madeFromText, shownOf, watchScripts } from "./src/scripts.ts";
import { openAChild } from "./src/walk.ts";

const fill = join(import.meta.dirname, "../../apps/api/src/testing/fill-texts.ts");

let browser: Browser;
let product: Product;
beforeAll(async () => {
  const fillTexts = (dataDir: string) => {
    const file = join(dataDir, "payloads.json");
    writeFileSync(file, JSON.stringify(payloads));
    const { status, stdout, stderr } = spawnSync(process.execPath, [fill, join(dataDir, "pglite"), file], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`the texts could not be filled:\n${stdout}${stderr}`);
    console.info(stdout.trim());
  };
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"), { before: fillTexts })]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const figures = { pages: new Set<string>(), shown: new Set<number>(), ran: [] as string[], made: [] as string[] };
afterAll(() =>
  console.info(
    `scripts: ${payloads.length} payloads, ${figures.shown.size} read on ${figures.pages.size} pages of both portals; ` +
      `run ${figures.ran.length}, taken for markup ${figures.made.length}`,
  ),
);

test(`${payloads.length} texts that would run as a script, sent through the api: none runs where they are read`, async () => {
  const { page, context, close } = await signInAs(browser, product, "Euan Sinclair", { to: "/named-person/" });
  const { ran } = await watchScripts(context);
  const child = await openAChild(page);
  const childId = child.split("/").at(-1) ?? "";
  for (const text of payloads) {
    const concernId = await concernOf(page, childId, text);
    const path = `${child}/concerns/${concernId}`;
    await openIn(page, path);
    figures.pages.add(path);
    figures.made.push(...(await madeFromText(page)));
    for (const which of await shownOf(page, payloads)) figures.shown.add(which);
  }
  await close();
  figures.ran.push(...ran);
  expect(ran).toEqual([]);
  expect(figures.made).toEqual([]);
  expect(figures.shown.size, "texts that were read on a page").toBe(payloads.length);
});

test.each(oneOfEachKind)(
  "every page that %s opens, with such a text behind everything that anybody wrote: none runs",
  async (name) => {
    const { page, context, close } = await signInAs(browser, product, name, { to: "/named-person/" });
    const { ran } = await watchScripts(context);
    const made: string[] = [];
    const seen = nothingSeen();
    const look = async () => {
      figures.pages.add(new URL(page.url()).pathname);
      made.push(...(await madeFromText(page)));
      for (const which of await shownOf(page, payloads)) figures.shown.add(which);
    };
    for (const portal of ["/named-person", "/manager"]) await crawl(page, name, portal, seen, look);
    await close();
    figures.ran.push(...ran);
    figures.made.push(...made);
    expect(ran).toEqual([]);
    expect(made).toEqual([]);
    expect(seen.visited.size).toBeGreaterThan(5);
  },
);
