import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { identityOf, onPage, patience } from "./pages.ts";
import { signInAs } from "./person.ts";
import type { Product } from "./product.ts";
import {
  type Cast,
  decideOnAnotherAgency,
  expectTheNeedIsAnswered,
  openAChild,
  propose,
  type Step,
  sendConcern,
  stepsOnScreen,
  walkTheAgreement,
  writeConcern,
} from "./walk.ts";

type World = { readonly browser: Browser; readonly product: Product };

/** What the screens asked on the way. */
export type Walked = {
  /** The list of agreements as it was drawn when the proposal was made. */
  readonly asked: readonly Step[];
  /** What was entered, in the order the screens opened it, with whose turn it was beside it. */
  readonly entered: readonly { readonly label: string; readonly openTogether: readonly string[] }[];
};

/**
 * From a child's page to a lead professional, and the record of it. Nothing in here knows an area or an order: whose
 * turn it is is read from the screen.
 */
export async function walkTheJourney(world: World, cast: Cast): Promise<Walked> {
  const { browser, product } = world;
  const me = await signInAs(browser, product, cast.opener, { to: "/named-person/" });
  const { page } = me;
  const child = await openAChild(page);
  await writeConcern(page, child);
  await sendConcern(page);
  await decideOnAnotherAgency(page, cast.helper);
  await expectTheNeedIsAnswered(page);
  const proposal = await propose(page, cast.helper);
  const asked = await stepsOnScreen(page);
  expect(asked.length).toBeGreaterThan(0);

  const managed = new Set<string>();
  const open: (readonly string[])[] = [];
  const labels = await walkTheAgreement({ browser, product, proposal }, me, {
    turn: (next) => void open.push(next.map(({ label }) => label)),
    before: async (_, people) => {
      for (const name of people) if (await waitsOnDeskOf(world, name, proposal)) managed.add(name);
    },
  });
  const entered = labels.map((label, at) => ({ label, openTogether: open[at] ?? [] }));
  expect(entered.length).toBeGreaterThan(0);

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

  for (const name of managed) expect(await waitsOnDeskOf(world, name, proposal), name).toBe(false);
  await me.close();
  return { asked, entered };
}

/** Whether a proposal is on somebody's desk in the manager portal; somebody without a desk has none waiting. */
async function waitsOnDeskOf({ browser, product }: World, name: string, proposal: string): Promise<boolean> {
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
