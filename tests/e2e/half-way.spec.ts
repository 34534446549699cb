import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "./src/browser.ts";
import { cast, rollIn, startFellside } from "./src/fellside.ts";
import { identityOf, onPage, pathOf, patience, pressAndLeave } from "./src/pages.ts";
import { type Person, signInAs } from "./src/person.ts";
import {
  decideOnAnotherAgency,
  expectTheNeedIsAnswered,
  fillStage,
  openAChild,
  openStage,
  prepareProposal,
  propose,
  sendConcern,
  stepsOnScreen,
  writeConcern,
} from "./src/walk.ts";

// The family first; then whoever is asked answers as they come, so that several may at once.
const sideBySide = "family, [person, line, service]";
const [lineManager, servicesManager] = ["Joan Beck", "Ivor Lund"];

let browser: Browser;
let product: Awaited<ReturnType<typeof startFellside>>;
let me: Person;
beforeAll(async () => {
  [browser, product] = await Promise.all([launchBrowser(), startFellside(inject("seededDir"), sideBySide)]);
  me = await signInAs(browser, product, cast.opener, { to: "/named-person/" });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** A child whose plan asks for a lead professional, on the page of that plan. */
async function needALead(page: Page): Promise<string> {
  const child = await openAChild(page);
  await writeConcern(page, child);
  await sendConcern(page);
  await decideOnAnotherAgency(page, cast.helper);
  await expectTheNeedIsAnswered(page);
  return child;
}

/** How often something is in a child's chronology. */
async function timesInChronology(page: Page, child: string, words: RegExp): Promise<number> {
  await page.goto(`${product.origin}${child}/chronology`);
  await onPage(page, "Chronology");
  const happened = page.getByRole("list", { name: "What happened, newest first" });
  await happened.waitFor({ timeout: patience });
  return happened.getByRole("listitem").filter({ hasText: words }).count();
}
const wasProposed = new RegExp(`${cast.helper}.*proposed|proposed.*${cast.helper}`, "is");

/** What is through of a proposal, by the names of its steps. */
async function through(page: Page, proposal: string): Promise<readonly string[]> {
  await page.goto(`${product.origin}${proposal}`);
  const steps = await stepsOnScreen(page);
  return steps.filter(({ isNext }) => !isNext).map(({ label }) => label);
}

/** Opens a stage of a proposal as somebody, filled and not sent. */
async function readyToAnswer(name: string, proposal: string, label: string, outcome?: RegExp): Promise<Person> {
  const person = await signInAs(browser, product, name, { to: proposal });
  expect(await openStage(person.page, label)).toBe(true);
  await fillStage(person.page, { words: "We have talked it over.", ...(outcome ? { outcome } : {}) });
  return person;
}

async function familyAgrees(page: Page, proposal: string): Promise<void> {
  await page.goto(`${product.origin}${proposal}`);
  expect(await openStage(page, "The family agrees")).toBe(true);
  await fillStage(page, { words: "Yes: we know her." });
  await pressAndLeave(page, "Record this");
}

test("the class is on the roll", () => rollIn(browser, product, product.classList));

test("a proposal sent by a double click is made once; Back after it, or another tab, makes no second one", async () => {
  const { page, context } = me;
  const child = await needALead(page);
  await prepareProposal(page, cast.helper);
  const other = await context.newPage();
  await other.goto(page.url());
  await onPage(other, "Check the proposal");

  await page.getByRole("button", { name: `Propose ${cast.helper}` }).dblclick();
  await page.waitForURL(/\/proposals\/[0-9a-f-]{36}$/, { timeout: patience });
  const proposal = pathOf(page);

  await page.goBack();
  await page.getByRole("heading", { level: 1 }).waitFor({ timeout: patience });
  await other.getByRole("button", { name: `Propose ${cast.helper}` }).click();
  await other.getByText(`${cast.helper} has been proposed for this plan.`).waitFor({ timeout: patience });
  await other.close();

  expect(await timesInChronology(page, child, wasProposed)).toBe(1);
  await page.goto(`${product.origin}${proposal}`);
  await page.getByText("Waiting for agreement").waitFor({ timeout: patience });
});

test("the power goes between the proposal and the answers: what was said is there, and nothing is half done", async () => {
  const { page } = me;
  await needALead(page);
  const proposal = await propose(page, cast.helper);
  const asked = await stepsOnScreen(page);
  const child = proposal.split("/proposals/")[0] ?? "";

  expect(await openStage(page, "The family agrees")).toBe(true);
  await fillStage(page, { words: "Written when the power went." });
  await product.kill();
  await page.getByRole("button", { name: "Record this" }).click();
  await product.startAgain();
  await page.goto(`${product.origin}${proposal}`);
  expect(await stepsOnScreen(page)).toEqual(asked);
  expect(await timesInChronology(page, child, wasProposed)).toBe(1);

  await familyAgrees(page, proposal);
  await product.kill();
  await product.startAgain();
  expect(await through(page, proposal)).toEqual(["The family agrees"]);
  await page.goto(`${product.origin}${child}`);
  expect((await identityOf(page))["lead professional"]).not.toBe(cast.helper);
});

test("an answer sent by a double click is recorded once; two managers who answer at once are both heard, and one lead starts", async () => {
  const { page } = me;
  const child = await needALead(page);
  const proposal = await propose(page, cast.helper);
  expect(await openStage(page, "The family agrees")).toBe(true);
  await fillStage(page, { words: "Yes: we know her." });
  await page.getByRole("button", { name: "Record this" }).dblclick();
  await page.waitForURL((url) => url.pathname === proposal, { timeout: patience });
  expect(await timesInChronology(page, child, /family agrees/i)).toBe(1);

  const accepts = await readyToAnswer(cast.helper, proposal, "The person proposed accepts");
  await pressAndLeave(accepts.page, "Record this");
  const managers = await Promise.all([
    readyToAnswer(lineManager, proposal, "The line manager agrees"),
    readyToAnswer(servicesManager, proposal, "The service's manager agrees"),
  ]);
  await Promise.all(managers.map(({ page: theirs }) => theirs.getByRole("button", { name: "Record this" }).click()));
  await Promise.all(managers.map((manager) => settled(manager)));

  await page.goto(`${product.origin}${proposal}`);
  await page.getByText(`${cast.helper} is lead professional`).waitFor({ timeout: patience });
  expect(await timesInChronology(page, child, /manager agrees/i)).toBe(2);
  await Promise.all([accepts, ...managers].map(({ close }) => close()));
});

/** Sent; or told that somebody was quicker, shown how it stands now, and sent again. */
async function settled({ page }: Person): Promise<void> {
  const asItStands = page.getByRole("button", { name: /^Show how it stands now/ });
  const leaves = page.waitForURL((url) => !url.pathname.includes("/stages/"), { timeout: patience });
  const first = await Promise.race([leaves.then(() => "sent"), asItStands.waitFor().then(() => "too late")]);
  if (first === "sent") return;
  const read = page.waitForResponse((answer) => answer.url().includes("leadProfessional.proposal") && answer.ok());
  await Promise.all([read, asItStands.click()]);
  const sendAgain = async (): Promise<boolean> => {
    if (!pathOf(page).includes("/stages/")) return true;
    await page.getByRole("button", { name: "Record this" }).click();
    return false;
  };
  await expect.poll(sendAgain, { timeout: patience, interval: 1000 }).toBe(true);
  await leaves;
}

test("after the manager declined, the person's yes comes too late and is told so", async () => {
  const { page } = me;
  const child = await needALead(page);
  const proposal = await propose(page, cast.helper);
  await familyAgrees(page, proposal);
  const late = await readyToAnswer(cast.helper, proposal, "The person proposed accepts");
  const declines = await readyToAnswer(lineManager, proposal, "The line manager agrees", /not agree|decline/i);
  await pressAndLeave(declines.page, "Record this");
  await declines.close();

  await late.page.getByRole("button", { name: "Record this" }).click();
  const said = late.page.getByRole("alert").filter({ hasText: /already|changed this|not agreed|no longer/i });
  await said.first().waitFor({ timeout: patience });
  await late.close();

  await page.goto(`${product.origin}${proposal}`);
  await page.getByText("This proposal could not be agreed").waitFor({ timeout: patience });
  await page.goto(`${product.origin}${child}`);
  expect((await identityOf(page))["lead professional"]).not.toBe(cast.helper);
});
