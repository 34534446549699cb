import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { fillDay, fillToday, identityOf, onPage, pathOf, patience, pressAndLeave } from "./pages.ts";
import { type Person, signInAs } from "./person.ts";
import type { Product } from "./product.ts";

/** Who walks the journey in an area. What they are asked on the way comes from the screen. */
export type Cast = {
  readonly area: string;
  readonly nation: "Scotland" | "England";
  /** The named person, or the head where the area knows none: opens the child. */
  readonly opener: string;
  /** Works for another agency, and is proposed. */
  readonly helper: string;
};

export const casts: readonly Cast[] = [
  { area: "Strathorran", nation: "Scotland", opener: "Euan Sinclair", helper: "Ruth Abernethy" },
  { area: "Ashbeck", nation: "England", opener: "Claire Ormond", helper: "Maureen Tate" },
  { area: "Hallowdale", nation: "England", opener: "Terence Oldroyd", helper: "Maisie Turnbull" },
];

/** A child this person may open, with no plan and no open concern. Gives the address of the child's record. */
export async function openAChild(page: Page): Promise<string> {
  for (const list of ["/named-person/children", "/named-person/roll"]) {
    for (const address of await childrenListed(page, list)) {
      await page.goto(address);
      if (pathOf(page).includes("/roll/")) {
        await page.getByRole("link", { name: "Open the child's record" }).click();
        await page.waitForURL((url) => !url.pathname.includes("/roll/"));
      }
      if (await hasNothingOpen(page)) return pathOf(page);
    }
  }
  throw new Error("no child that is listed is without a plan and a concern");
}

/** A child as somebody knows them who has to say whom they mean: names apart, the date of birth, and where the record is. */
export type Known = {
  readonly given: string;
  readonly family: string;
  readonly bornOn: string;
  readonly path: string;
};

/** A child with nothing open, as whoever works with them reads it. */
export async function aChildOf(browser: Browser, product: Product, name: string): Promise<Known> {
  const { page, close } = await signInAs(browser, product, name, { to: "/named-person/" });
  const path = await openAChild(page);
  const born = page.locator("dt", { hasText: /^Date of birth$/ }).locator("xpath=following-sibling::dd[1]");
  const bornOn = await born.last().locator("time").getAttribute("datetime");
  await page.goto(`${product.origin}/named-person/children`);
  const listed = (await page.locator(`a[href="${path}"]`).first().textContent()) ?? "";
  const [family = "", given = ""] = listed.replace(/ \(.*\)$/, "").split(", ");
  await close();
  return { family, given, bornOn: bornOn ?? "", path };
}

/** Says whom one means by whole name and birthday, where a page asks for exactly that. */
export async function sayExactly(page: Page, { given, family, bornOn }: Known): Promise<void> {
  await page.getByLabel("I know the whole name and the date of birth").check();
  await page.getByLabel("First names").fill(given);
  await page.getByLabel(/Last name/).fill(family);
  await fillDay(page.getByRole("group", { name: "Date of birth" }), bornOn);
}

async function hasNothingOpen(page: Page): Promise<boolean> {
  await onPage(page, "Overview");
  const flags = await page.getByRole("region", { name: "Child", exact: true }).getByRole("listitem").allInnerTexts();
  const who = await identityOf(page);
  return who["lead professional"] === "Not needed" && !flags.some((flag) => /concern/i.test(flag));
}

/** Addresses of the children on this person's own list, or on the roll of their school or clinic. */
async function childrenListed(page: Page, list: string): Promise<readonly string[]> {
  await page.goto(new URL(list, page.url()).href);
  await page.getByRole("heading", { level: 1 }).waitFor({ timeout: patience });
  const rows = page.getByRole("table").getByRole("row");
  const free = list.endsWith("children") ? rows.filter({ hasText: "Not needed" }) : rows;
  const links = await free.getByRole("link").all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
  const found = addresses.filter((address) => address !== null && /children\/[0-9a-f-]{36}$/.test(address));
  return found.map((address) => new URL(address as string, page.url()).href);
}

export const noticed = "Falls asleep in the morning and has no coat. Told a friend that nobody was at home.";

const doneSoFar = "Lent a coat, and rang home at ten.";

/** Records a concern with both views, one thing on each page, up to the last page; `sendConcern` sends it. */
export async function writeConcern(page: Page, child: string, words = noticed): Promise<void> {
  await page.goto(new URL(`${child}/concerns/record`, page.url()).href);
  await onPage(page, "What was noticed?");
  await page.getByLabel("What was noticed?").fill(words);
  await page.getByLabel("What has been done about it so far?").fill(doneSoFar);
  await fillToday(page, "When was it noticed?");
  await pressAndLeave(page, "Continue");
  await onPage(page, /What does it touch/);
  await expectNothingTicked(page);
  await page.getByRole("checkbox").first().check();
  await pressAndLeave(page, "Continue");
  await answerView(page, /Was the child asked/, "I like it when people ask me.", "Drawing together");
  await answerView(page, /Was the family asked/, "We would like one person to talk to.", "By phone");
  await onPage(page, "Check what you wrote");
  expect(await page.getByText(doneSoFar).count()).toBe(1);
}

async function answerView(page: Page, title: RegExp, words: string, how: string): Promise<void> {
  await onPage(page, title);
  await expectNothingTicked(page);
  await page.getByRole("radio", { name: "Yes, they were asked" }).check();
  await page.getByLabel("What was said, in their own words").fill(words);
  await page.getByLabel("How were they asked?").fill(how);
  await pressAndLeave(page, "Continue");
}

/** Nothing is ticked until a person ticks it. */
export async function expectNothingTicked(page: Page): Promise<void> {
  const ticked = page.getByRole("main").locator("input:checked");
  expect(await ticked.count()).toBe(0);
}

export async function sendConcern(page: Page): Promise<void> {
  await pressAndLeave(page, "Record the concern");
  await onPage(page, "Concern recorded");
}

/** Decides that another agency is needed, a manager consulted and a practitioner of that agency named: a plan opens. */
export async function decideOnAnotherAgency(page: Page, helper: string): Promise<string> {
  await page.getByRole("link", { name: "Decide what follows" }).click();
  await onPage(page, "Decide what follows");
  await expectNothingTicked(page);
  await page.getByRole("radio", { name: /another agency/i }).check();
  await page.getByLabel("Which manager was consulted?").selectOption({ index: 1 });
  await fillToday(page, "Day the manager was consulted");
  await page.getByRole("radio", { name: /is to be appointed/ }).check();
  await page.getByRole("group", { name: "How did the need arise?" }).getByRole("radio").first().check();
  await page.getByRole("button", { name: "Add somebody who is to help" }).click();
  const person = page.getByRole("group", { name: "Person 1" });
  await person.getByLabel("Who is it?").fill(helper);
  await person.getByRole("button", { name: "Find" }).click();
  await person.getByRole("listitem").getByRole("button", { name: helper }).click();
  await person
    .getByRole("group", { name: /already work with the child/ })
    .getByLabel("Yes")
    .check();
  await person.getByLabel("How do they know the child or family?").fill("Visits the family on Tuesdays.");
  await agreeToReading(person);
  await page
    .getByLabel("Why?", { exact: true })
    .fill("School cannot do this by itself, and the family asked for help.");
  for (const whom of [/Has the child been told what/, /Has the family been told what/]) {
    const told = page.getByRole("group", { name: whom });
    await told.getByRole("radio", { name: "Yes" }).check();
    await fillToday(told, "Day they were told");
    await told.getByLabel("How were they told?").fill("In person");
  }
  await pressAndLeave(page, "Record the decision");
  await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/, { timeout: patience });
  return pathOf(page);
}

/** Nobody of the helper's service reads the plan yet: the child and a parent are asked in the same form, and say yes. */
async function agreeToReading(person: Locator): Promise<void> {
  const sharing = person.getByRole("group", { name: /^Sharing the plan of/ });
  await sharing.getByLabel("What for?").fill("So that home and school work to one plan.");
  await sharing.getByRole("radio", { name: "Consent" }).check();
  await sharing.getByRole("radio", { name: "They were asked now" }).check();
  const answer = (name: RegExp, said: string) =>
    sharing.getByRole("group", { name }).getByRole("radio", { name: said, exact: true }).check();
  await answer(/^Who answered/, "The child");
  await answer(/^What was the answer/, "Yes, they may read the plan");
  await answer(/^How was it given/, "In writing");
  await answer(/^Do they understand/, "Yes");
  await sharing.getByLabel("How do you know?").fill("Said back who reads it.");
  await fillToday(sharing, "Day of the answer");
  await answer(/^Until when/, "No end was set");
  await answer(/^Has the child been told/, "Not yet");
  await answer(/^Has the family been told/, "Not yet");
}

/** The plan asks whether somebody has to lead, and shows the clauses that answer. */
export async function expectTheNeedIsAnswered(page: Page): Promise<void> {
  const ask = page.getByRole("button", { name: /^Ask/ });
  await ask.waitFor({ timeout: patience });
  const need = page.getByRole("region", { name: /^Is a lead professional needed/i });
  if ((await need.count()) === 0) await ask.click();
  await need.waitFor({ timeout: patience });
  await expect.poll(() => need.getByRole("listitem").count(), { timeout: patience }).toBeGreaterThan(0);
}

/** Chooses the helper, and proposes them. Gives the address of the proposal. */
export async function propose(page: Page, helper: string): Promise<string> {
  await prepareProposal(page, helper);
  await pressAndLeave(page, `Propose ${helper}`);
  await page.waitForURL(/\/proposals\/[0-9a-f-]{36}$/, { timeout: patience });
  return pathOf(page);
}

/** The law first, people side by side, the views, what is weighed, the choice with its reasons; up to the last page. */
export async function prepareProposal(page: Page, helper: string): Promise<void> {
  await page.getByRole("link", { name: /^Choose a/ }).click();
  await onPage(page, "What the law says");
  expect(await page.getByRole("main").getByRole("region").count()).toBeGreaterThan(1);
  await pressAndLeave(page, "Go on to the people");
  await onPage(page, "The people involved");
  await expectNothingTicked(page);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await pressAndLeave(page, "Go on to the views");
  for (const whose of ["child", "family"]) await recordWish(page, whose, helper);
  await onPage(page, "What the child and family would like");
  await pressAndLeave(page, "Go on");
  await page.getByRole("heading", { level: 1, name: /What you weigh|Your choice/ }).waitFor({ timeout: patience });
  if (await page.getByRole("heading", { level: 1, name: "What you weigh" }).count()) await weigh(page);
  await onPage(page, "Your choice");
  await expectNothingTicked(page);
  await page.getByRole("radio", { name: helper }).check();
  await fillEveryEmptyBox(page, "The family asked for them, and they visit every week.");
  await pressAndLeave(page, "Check the proposal");
  await onPage(page, "Check the proposal");
}

async function recordWish(page: Page, whose: string, helper: string): Promise<void> {
  await onPage(page, "What the child and family would like");
  await page.getByRole("link", { name: `Record what the ${whose} would like` }).click();
  await onPage(page, `What the ${whose} would like`);
  await expectNothingTicked(page);
  await page.getByRole("radio", { name: "Yes, they were asked" }).check();
  await page.getByLabel("What was said, in their own words").fill("Somebody who listens.");
  await page.getByLabel("How were they asked?").fill("On a walk");
  await page.getByRole("group", { name: "Whom would they like?" }).getByLabel(helper).check();
  await fillToday(page, "Day they were asked, or it was tried");
  await pressAndLeave(page, "Record the view");
}

async function weigh(page: Page): Promise<void> {
  const parts = await page.getByRole("navigation", { name: "Parts of the sheet" }).getByRole("listitem").count();
  for (let part = 0; part < parts; part += 1) {
    await expectNothingTicked(page);
    for (const no of await page.getByRole("radio", { name: "No", exact: true }).all()) await no.check();
    await fillEveryEmptyBox(page, "They know the family best and have room.");
    await pressAndLeave(page, part + 1 < parts ? /^Go on to / : "Go on to the choice");
  }
}

/** Fills the answers of a page and what they rest on, as many as its rulebook asks for. */
async function fillEveryEmptyBox(page: Page, words: string): Promise<void> {
  const boxes = page.getByRole("main").locator("textarea, input[type=text][name*='evidence']");
  for (const box of await boxes.all()) if ((await box.inputValue()) === "") await box.fill(words);
}

export type Step = { readonly label: string; readonly whose: string; readonly isNext: boolean };

/** The list of agreements as the screen draws it. */
export async function stepsOnScreen(page: Page): Promise<readonly Step[]> {
  const list = page.getByRole("list", { name: "Whose agreement is needed" });
  await list.waitFor({ timeout: patience });
  const steps = await list
    .getByRole("listitem")
    .filter({ has: page.locator(".lp-step__label") })
    .all();
  return Promise.all(
    steps.map(async (step) => ({
      label: (await wordsAt(step, ".lp-step__label")).split("\n")[0]?.trim() ?? "",
      whose: (await wordsAt(step, ".lp-step__whose")).trim(),
      isNext: (await step.getAttribute("aria-current")) === "step",
    })),
  );
}

/** As it is drawn: a tag stands on a line of its own. */
const wordsAt = async (step: Locator, part: string): Promise<string> =>
  (await step.locator(part).allInnerTexts()).join(" ");

type Hooks = {
  /** What can be entered now. */
  readonly turn?: (next: readonly Step[]) => void;
  /** One of them, and the people it belongs to, before anybody enters it. */
  readonly before?: (step: Step, whose: readonly string[]) => Promise<void>;
};
type Walk = { readonly browser: Browser; readonly product: Product; readonly proposal: string };

/** Enters each stage that is open, as somebody it belongs to, until none is. Gives who entered what. */
export async function walkTheAgreement(
  { browser, product, proposal }: Walk,
  reader: Person,
  hooks: Hooks = {},
): Promise<readonly string[]> {
  const entered: string[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    await reader.page.goto(`${product.origin}${proposal}`);
    const steps = await stepsOnScreen(reader.page);
    const next = steps.filter(({ isNext }) => isNext);
    if (next.length === 0) return entered;
    hooks.turn?.(next);
    await enterOneOf(next, { browser, product, proposal }, reader, hooks.before, entered);
  }
  throw new Error("an agreement of more than twenty stages");
}

/** "Line manager: Gary Holt and Ann Lee" is two people; a role alone is nobody known. */
export function peopleIn(whose: string): readonly string[] {
  const names = whose.includes(": ") ? whose.slice(whose.lastIndexOf(": ") + 2) : "";
  return names.split(/, | and /).filter((name) => name !== "");
}

async function enterOneOf(
  next: readonly Step[],
  { browser, product, proposal }: Walk,
  reader: Person,
  before: Hooks["before"],
  entered: string[],
): Promise<void> {
  for (const step of next) {
    const people = peopleIn(step.whose);
    await before?.(step, people);
    if (await enterAs(reader.page, step, "Good: nothing stands against it.")) {
      entered.push(step.label);
      return;
    }
    for (const name of people) {
      const person = await signInAs(browser, product, name, { to: proposal });
      try {
        if (await enterAs(person.page, step, "Agreed: we have talked it over.")) {
          entered.push(step.label);
          return;
        }
      } finally {
        await person.close();
      }
    }
  }
  throw new Error(`nobody could enter ${next.map(({ label, whose }) => `${label} (${whose})`).join("; ")}`);
}

/** Records the first outcome offered for a stage, where this page offers the stage to its reader at all. */
async function enterAs(page: Page, step: Step, words: string): Promise<boolean> {
  if (!(await openStage(page, step.label))) return false;
  await fillStage(page, { words });
  await pressAndLeave(page, "Record this");
  return true;
}

/** From a proposal to the form of one of its stages; false where this reader is not offered it. */
export async function openStage(page: Page, label: string): Promise<boolean> {
  const list = page.getByRole("list", { name: "Whose agreement is needed" });
  await list.waitFor({ timeout: patience });
  const item = list.getByRole("listitem").filter({ has: page.getByText(label) });
  const control = item.getByRole("link").filter({ hasText: /^(Record|Accept|Agree)/ });
  if ((await control.count()) === 0) return false;
  await control.first().click();
  await page.getByRole("button", { name: "Record this" }).waitFor({ timeout: patience });
  await expectNothingTicked(page);
  return true;
}

/** Fills the form of a stage: the first outcome it offers, or the one that is named. Does not send it. */
export async function fillStage(
  page: Page,
  { words, outcome }: { readonly words: string; readonly outcome?: RegExp },
): Promise<void> {
  const radios = outcome ? page.getByRole("radio", { name: outcome }) : page.getByRole("radio");
  await radios.first().check();
  for (const box of await page.getByRole("main").locator("textarea").all()) await box.fill(words);
  if (await page.getByRole("group", { name: "Day it was held" }).count()) await fillToday(page, "Day it was held");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
}
