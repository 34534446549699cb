import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { identityOf, onPage, patience } from "./src/pages.ts";
import { signInAs } from "./src/person.ts";
import { type Product, startProduct } from "./src/product.ts";
import {
  type Cast,
  casts,
  decideOnAnotherAgency,
  expectTheNeedIsAnswered,
  openAChild,
  propose,
  sendConcern,
  stepsOnScreen,
  walkTheAgreement,
  writeConcern,
} from "./src/walk.ts";

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startProduct(inject("seededDir"))]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** From a child's page to a lead professional. Nothing in here knows an area: whose turn it is is read from the screen. */
async function fromConcernToLead({ opener, helper }: Cast) {
  const me = await signInAs(browser, product, opener, { to: "/named-person/" });
  const child = await openAChild(me.page);
  await writeConcern(me.page, child);
  await sendConcern(me.page);
  await decideOnAnotherAgency(me.page, helper);
  await expectTheNeedIsAnswered(me.page);
  const proposal = await propose(me.page, helper);
  const asked = await stepsOnScreen(me.page);
  const managed: string[] = [];
  const entered = await walkTheAgreement({ browser, product, proposal }, me, {
    before: async (_, people) => {
      for (const name of people) if (await waitsOnDeskOf(name, proposal)) managed.push(name);
    },
  });
  return { me, child, proposal, asked, entered, managed };
}

/** Whether a proposal is on somebody's desk in the manager portal; somebody without a desk has none waiting. */
async function waitsOnDeskOf(name: string, proposal: string): Promise<boolean> {
  const person = await signInAs(browser, product, name, { to: "/manager/proposals" });
  try {
    await person.page.getByRole("heading", { level: 1 }).waitFor({ timeout: patience });
    const waiting = person.page.getByRole("list", { name: "Proposals waiting for you" });
    const links = waiting.locator(`a[href*="${proposal.split("/").at(-1)}"]`);
    return (await links.count()) > 0;
  } finally {
    await person.close();
  }
}

describe.each(casts)("under the rules of $area", (cast) => {
  test("a concern becomes a plan, a choice, an agreement by those whose word is asked, and a lead professional", async () => {
    const { me, child, proposal, asked, entered, managed } = await fromConcernToLead(cast);
    expect(asked.length).toBeGreaterThan(0);
    expect(entered.length).toBeGreaterThan(0);
    const { page } = me;

    await page.goto(`${product.origin}${proposal}`);
    await page.getByText(`${cast.helper} is lead professional`).waitFor({ timeout: patience });
    await page.goto(`${product.origin}${child}`);
    await onPage(page, "Overview");
    expect((await identityOf(page))["lead professional"]).toBe(cast.helper);

    await page.goto(`${product.origin}${child}/chronology`);
    await onPage(page, "Chronology");
    const happened = page.getByRole("list", { name: "What happened, newest first" });
    expect(await happened.getByRole("listitem").count()).toBeGreaterThan(entered.length + 3);
    expect((await happened.allInnerTexts()).join(" ")).toContain(cast.helper);
    await happened
      .getByRole("link", { name: /^Open the decision/ })
      .first()
      .click();
    await onPage(page, "Decision");
    await page.getByText(/^Rulebook .* Asked as at/).waitFor({ timeout: patience });

    for (const name of managed) expect(await waitsOnDeskOf(name, proposal), name).toBe(false);
    await me.close();
  });
});
