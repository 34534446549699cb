import { screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { aChild, aPlan, childId, id, may, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";
import type { WhoDoesWhat } from "./who-does-what-page.tsx";

const page = `/children/${childId}/plans/${planId}/who-does-what`;
type Line = WhoDoesWhat["lines"][number];
const lineOf = (number: number, name: string, more: Partial<Line> = {}): Line => ({
  as: { code: "practitioner", label: "Practitioner" },
  practitionerId: id(number),
  name,
  agency: "Community nursing",
  does: [{ what: "Speech sessions", dueOn: "2027-01-15" }],
  lineId: id(900 + number),
  stands: { code: "clear", label: "Read and clear" },
  said: [],
  isMine: false,
  isRecordedForThem: false,
  ...more,
});
const family = lineOf(2, "The family", {
  as: { code: "family", label: "The family" },
  does: [],
  part: "Brings her on Thursdays",
  stands: { code: "not-yet", label: "Has not answered yet" },
  isRecordedForThem: true,
});
const asks = lineOf(1, "Amina Yusuf", {
  stands: { code: "asked", label: "Asked a question" },
  said: [
    {
      says: { code: "asks", label: "Asks a question" },
      words: "Who brings her back?",
      on: "2026-10-12",
      by: "Amina Yusuf",
    },
  ],
});
const aList = (more: Partial<WhoDoesWhat> = {}): WhoDoesWhat => ({
  planId,
  childId,
  childName: "Isla Fraser",
  planTitle: "Child's Plan",
  issued: { listId: id(899), on: "2026-10-09", by: "Euan Sinclair" },
  lines: [asks, family],
  joined: [],
  says: "Not yet clear: 1 of 2 asked a question on 12 October 2026; 1 of 2 has not answered.",
  isClear: false,
  hasChanged: false,
  isWhereKept: false,
  ofBook: { isAsked: true, says: [] },
  now: [asks],
  may: { issue: may, give: may },
  ...more,
});
const anApi = (more?: Partial<WhoDoesWhat>) => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("plan.get", aPlan());
  api.answers("plan.whoDoesWhat.get", aList(more));
  for (const one of ["issue", "say", "record", "answer"] as const) api.answers(`plan.whoDoesWhat.${one}`, aList(more));
  return api;
};
const back = () => screen.findByRole("heading", { level: 1, name: "Who does what" });

const paperHtml = "<!doctype html><html lang='en-GB'><head><title>x</title></head><body><h1>A paper</h1></body></html>";
const paperHash = "c".repeat(64);
const aLook = (): NonNullable<Answers["consent"]["sheets"]["look"]["look"]> => ({
  title: "Who does what for Isla Fraser",
  recipient: "Moira Fraser",
  way: "handed-over",
  findings: [],
  left: [],
  html: paperHtml,
  hash: paperHash,
  adultsToThinkOf: [],
});
const aPaper = (of: Partial<Answers["consent"]["sheets"]["look"]> = {}): Answers["consent"]["sheets"]["look"] => ({
  childId,
  childName: "Isla Fraser",
  title: "Who does what for Isla Fraser",
  recipients: [
    { is: "child", name: "Isla Fraser" },
    { is: "carer", carerId: id(80), name: "Moira Fraser" },
  ],
  ...of,
});

describe("HIG-128, GIR-70: the list of who does what", () => {
  test("says who asked and when, with the question and the ways to answer and to write down the family's word", async () => {
    anApi();
    const { accessible } = await drawAt(page);
    expect(screen.getByText(/1 of 2 asked a question on 12 October 2026/)).toBeTruthy();
    const rows = within(screen.getByRole("table", { name: /Everybody on the list/ })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/Amina Yusuf.*Speech sessions.*Asked a question.*Who brings her back\?/);
    expect(screen.getByRole("link", { name: "Answer the question: Amina Yusuf" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Record what they say: The family" })).toBeTruthy();
    await accessible();
  });

  test("what changed since it was issued is marked, and who joined stands by itself", async () => {
    anApi({
      hasChanged: true,
      lines: [{ ...asks, changedBecause: "What they do has changed since the list was issued" }, family],
      joined: [lineOf(3, "Bo Lamb")],
    });
    await drawAt(page);
    expect(screen.getByText(/Changed since: What they do has changed/)).toBeTruthy();
    expect(within(screen.getByRole("table", { name: /who joined/ })).getByText("Bo Lamb")).toBeTruthy();
  });

  test("nobody says it for somebody else, and who may not issue it reads why", async () => {
    anApi({ may: { issue: { may: false, why: "Only whoever leads does that." }, give: { may: true } } });
    await drawAt(page);
    expect(screen.queryByRole("link", { name: /Answer the question|Record what they say|Say whether/ })).toBeNull();
    expect(screen.getByText("Only whoever leads does that.")).toBeTruthy();
  });

  test("before it is issued the page says what it is made of", async () => {
    const { issued: _none, ...rest } = aList();
    const api = anApi();
    api.answers("plan.whoDoesWhat.get", { ...rest, lines: [], says: "The list has not been issued yet." });
    await drawAt(page);
    expect(screen.getByText(/It is made of the plan as it stands/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Issue the list" })).toBeTruthy();
  });

  test("a question is asked in words; nothing is ticked or sent before", async () => {
    const api = anApi({ lines: [{ ...asks, isMine: true }, family] });
    const { user, accessible } = await drawAt(`${page}/${asks.lineId}/say`);
    expect(screen.getAllByRole("radio").every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
    await user.click(screen.getByRole("radio", { name: "Asks a question" }));
    await user.click(screen.getByRole("button", { name: "Say it" }));
    expect(await screen.findByRole("link", { name: "Enter the question" })).toBeTruthy();
    expect(api.askedOf("plan.whoDoesWhat.say")).toEqual([]);
    await user.type(screen.getByLabelText("What do you ask?"), "Which day?");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Say it" }));
    await back();
    expect(api.askedOf("plan.whoDoesWhat.say")[0]?.input).toMatchObject({
      lineId: asks.lineId,
      says: "asks",
      words: "Which day?",
    });
  });

  test("the lead answers what was asked", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`${page}/${asks.lineId}/answer`);
    expect(screen.getByText("Who brings her back?")).toBeTruthy();
    await user.type(screen.getByLabelText("What is the answer?"), "The class teacher");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Answer" }));
    await back();
    expect(api.askedOf("plan.whoDoesWhat.answer")[0]?.input).toMatchObject({
      lineId: asks.lineId,
      words: "The class teacher",
    });
  });

  test("it is issued over the one that was on screen, with what child and family do", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`${page}/issue`);
    await user.type(await screen.findByLabelText(/What does the family do\?/), " and Fridays");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Issue the list" }));
    await back();
    expect(api.askedOf("plan.whoDoesWhat.issue")[0]?.input).toMatchObject({
      afterListId: id(899),
      childIsAsked: "yes",
      familysPart: "Brings her on Thursdays and Fridays",
    });
  });

  test("it is given to one of the family by name: shown exactly, kept, and nothing is chosen beforehand", async () => {
    const api = anApi();
    api.answers("consent.sheets.look", aPaper());
    const { user, accessible } = await drawAt(`${page}/paper`);
    expect(screen.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).checked)).toEqual(
      Array(4).fill(false),
    );
    await accessible();
    await user.click(screen.getByLabelText("Moira Fraser"));
    await user.click(screen.getByLabelText("Handed over in person"));
    api.answers("consent.sheets.look", aPaper({ look: aLook() }));
    api.answers("consent.sheets.send", { sentCopyId: id(801) });
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    await screen.findByRole("heading", { level: 1, name: "Exactly this paper goes" });
    expect(screen.getByTitle("Who does what for Isla Fraser, for Moira Fraser").getAttribute("srcdoc")).toBe(paperHtml);
    await user.click(screen.getByRole("button", { name: "Keep and print this paper" }));
    await vi.waitFor(() => expect(api.askedOf("consent.sheets.send")).toHaveLength(1));
    expect(api.askedOf("consent.sheets.send")[0]?.input).toMatchObject({
      childId,
      of: { is: "who-does-what" },
      to: { recipient: { is: "carer", carerId: id(80) }, way: "handed-over" },
      clearings: [],
      hash: paperHash,
    });
  });
});

test("while it is kept private where the child is, there is no paper: a copy is looked through first", async () => {
  const api = anApi({ isWhereKept: true });
  api.answers("consent.sheets.look", aPaper({ recipients: [], none: "Where this child is, is kept private." }));
  await drawAt(`${page}/paper`);
  expect(screen.getByText("Where this child is, is kept private.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Look at the paper" })).toBeNull();
  expect(screen.getByRole("link", { name: "Send a copy of the plan" })).toBeTruthy();
});

test("GIR-4: the plan shows an outcome that nobody works towards as a gap, and help that is given twice", async () => {
  const api = anApi();
  const agency = { agencyId: id(40), name: "Community nursing" };
  const action = (number: number, what: string) => ({
    actionId: id(number),
    version: 1,
    childId,
    what,
    agency,
    state: { code: "running", label: "Running" },
    isLate: false,
    isMine: number === 501,
    ownerHasLeft: false,
    progress: number === 501 ? [{ words: "3 of 6 sessions done", on: "2026-11-20", by: "Amina Yusuf" }] : [],
  });
  api.answers(
    "plan.get",
    aPlan({
      actions: [action(501, "Play sessions"), action(502, "A play group")],
      outcomes: [
        { childId, outcomeId: id(601), words: "Confident with other children", isGap: true, actions: [] },
        { childId, words: "Plays longer", isGap: false, actions: [id(501), id(502)] },
      ],
      overlaps: [
        {
          childId,
          actionId: id(501),
          otherActionId: id(502),
          because: "Both help so that: Plays longer.",
          clause: "GIRFEC G1",
        },
      ],
    }),
  );
  const { accessible } = await drawAt(`/children/${childId}/plans/${planId}`);
  expect(screen.getByText("Gap: nobody has an action")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Settle it: Play sessions and A play group" })).toBeTruthy();
  expect(screen.getByText("3 of 6 sessions done")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Post progress: Play sessions" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Issue the list of who does what" })).toBeTruthy();
  await accessible();
});

test("open in an emergency, the page offers no print and is left off paper", async () => {
  const api = anApi();
  api.answers("people.child", aChild({ openInEmergencyUntil: "2026-11-23T11:00:00.000Z" }));
  await drawAt(page);
  expect(screen.getByRole("heading", { level: 1, name: "Who does what" }).closest(".lp-no-print")).not.toBeNull();
  expect(screen.queryByRole("button", { name: /Print/ })).toBeNull();
});
