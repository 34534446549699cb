import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { cast, writeFellside } from "./src/fellside.ts";
import { walkTheJourney } from "./src/journey.ts";
import { fillToday, onPage, patience, pressAndLeave } from "./src/pages.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import { upload } from "./src/roll.ts";

const folder = mkdtempSync(join(tmpdir(), "linchpin-e2e-fellside-"));
const files = writeFellside(folder);
const opened = `--name ${cast.area} --rulebook fellside --nation england-and-wales --from 2026-01-05 --demonstration`;

let browser: Browser;
let product: Product;
beforeAll(async () => {
  const commands = [
    ["area:open", ...opened.split(" ")],
    ["staff:add", "--area", cast.area, "--file", files.staff],
  ] as const;
  [browser, product] = await Promise.all([
    launchBrowser(),
    startProduct(inject("seededDir"), { rulebooks: [files.rulebook], commands }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("an area with an order of agreement of its own, from its class list to a lead professional", async () => {
  const office = await signInAs(browser, product, cast.office, { to: "/named-person/roll" });
  await upload(office.page, product, files.classList);
  await office.page.getByRole("link", { name: "Go on to import" }).click();
  await onPage(office.page, "Import this list");
  await fillToday(office.page, "First day on the roll of the children who are new");
  await office.page
    .getByRole("group", { name: /full-time/ })
    .getByLabel("Yes")
    .check();
  await pressAndLeave(office.page, "Import the list");
  await office.page.getByText("3 children added").waitFor({ timeout: patience });
  await office.close();

  const { asked, entered } = await walkTheJourney({ browser, product }, cast);
  expect(asked.filter(({ isNext }) => isNext)).toHaveLength(1);
  const [family, person, first, second, ...more] = entered;
  expect(more).toEqual([]);
  expect([family?.label, person?.label]).toEqual(["The family agrees", "The person proposed accepts"]);
  expect([first?.label, second?.label].sort()).toEqual(["The line manager agrees", "The service's manager agrees"]);
  expect(first?.openTogether).toHaveLength(2);
  expect(second?.openTogether).toEqual([second?.label]);
});
