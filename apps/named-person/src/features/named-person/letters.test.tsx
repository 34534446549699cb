import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { childId, id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Letters = Answers["consent"]["letters"];
const [mothers, childs] = [id(701), id(702)];
const sentCopyId = id(801);
const hash = "b".repeat(64);
const html = "<!doctype html><html lang='en-GB'><head><title>x</title></head><body><h1>A letter</h1></body></html>";
const to = (tellingId: string, name: string) => ({
  tellingId,
  childId,
  child: "Ewan Muir",
  to: name,
  relationship: null,
});

const run = (of: Partial<Letters["run"]> = {}): Letters["run"] => ({
  ready: [{ ...to(childs, "Ewan Muir"), hash, isToSafeContact: false }],
  sheet: html,
  oneByOne: [{ ...to(mothers, "Ana Muir"), why: ["This address changed on 2 November 2026."] }],
  without: [{ ...to(id(703), "Rob Lind"), why: "Takes part in nothing" }],
  hasMore: false,
  ...of,
});
const look = (of: Partial<Letters["look"]> = {}): Letters["look"] => ({
  tellingId: mothers,
  childId,
  title: "Ewan Muir: the named person",
  recipient: "Ana Muir",
  way: "post",
  destination: {
    to: "Ana Muir",
    address: "9 Mill Brae\nTestburgh",
    isSafeContact: false,
    askedAgain: "This address changed on 2 November 2026. Make sure of it with the family.",
  },
  findings: [],
  left: [],
  html,
  hash,
  adultsToThinkOf: ["Rob Lind"],
  ...of,
});
const sent: Letters["sent"] = {
  kind: "letter",
  on: "2026-11-23T09:00:00.000Z",
  by: "Una Keir",
  letters: [
    {
      sentCopyId,
      childId,
      child: "Ewan Muir",
      to: "Ana Muir",
      addressedTo: "Ana Muir",
      address: "9 Mill Brae\nTestburgh",
      way: "By post",
      otherWayBecause: null,
      sha256: hash,
      isIntact: true,
    },
  ],
  sheet: html,
};

describe("HIG-63: letters to families leave by one step", () => {
  test("first it is asked how they go; nothing is chosen beforehand", async () => {
    aSignedInApi();
    const { accessible } = await drawAt("/tell/letters");
    expect(screen.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).checked)).toEqual([false, false]);
    await accessible();
  });

  test("what needs no clearing goes in one go; the rest is a list to do one by one, and who gets none says why", async () => {
    const api = aSignedInApi();
    api.answers("consent.letters.run", run());
    api.answers("consent.letters.send", { sentCopyId, sent: 1, changed: [] });
    api.answers("consent.letters.sent", sent);
    const { user } = await drawAt("/tell/letters?way=post");
    const oneByOne = within(screen.getByRole("table", { name: "Letters to look at one by one" }));
    expect(oneByOne.getByRole("link", { name: "Ana Muir, for Ewan Muir" })).toBeTruthy();
    expect(
      within(screen.getByRole("table", { name: "Those to whom no letter goes" })).getByText("Takes part in nothing"),
    ).toBeTruthy();
    expect(screen.getByTitle("Letters that are ready to go").getAttribute("srcdoc")).toBe(html);
    await user.click(screen.getByRole("button", { name: "Keep and print 1 letter" }));
    expect(await screen.findByRole("heading", { level: 1, name: "A letter that went" })).toBeTruthy();
    expect(api.askedOf("consent.letters.send").map(({ input }) => input)).toMatchObject([
      { way: "post", letters: [{ tellingId: childs, hash }] },
    ]);
    expect(screen.getByRole("button", { name: "Print the letter" })).toBeTruthy();
  });

  test("one that changed since it was shown did not go, and says so", async () => {
    const api = aSignedInApi();
    api.answers("consent.letters.run", run({ oneByOne: [], without: [] }));
    api.answers("consent.letters.send", { sentCopyId: null, sent: 0, changed: [childs] });
    const { user } = await drawAt("/tell/letters?way=post");
    await user.click(screen.getByRole("button", { name: "Keep and print 1 letter" }));
    expect(await screen.findByText(/1 letter changed since you looked/)).toBeTruthy();
  });

  test("where some changed and the others went, those that went are one link away, to be printed", async () => {
    const api = aSignedInApi();
    api.answers("consent.letters.run", run({ oneByOne: [], without: [] }));
    api.answers("consent.letters.send", { sentCopyId, sent: 3, changed: [childs] });
    api.answers("consent.letters.sent", sent);
    const { user } = await drawAt("/tell/letters?way=post");
    await user.click(screen.getByRole("button", { name: "Keep and print 1 letter" }));
    expect(await screen.findByText(/1 letter changed since you looked/)).toBeTruthy();
    expect(screen.getByText(/3 letters went and are kept/)).toBeTruthy();
    await user.click(screen.getByRole("link", { name: "Print what went" }));
    expect(await screen.findByRole("button", { name: "Print the letter" })).toBeTruthy();
  });

  test("one by one: a changed address and an adult who must not be brought near are made sure of first", async () => {
    const api = aSignedInApi();
    api.answers("consent.letters.look", look());
    api.answers("consent.letters.send", { sentCopyId, sent: 1, changed: [] });
    api.answers("consent.letters.sent", sent);
    const { user } = await drawAt(`/tell/letters/${mothers}?way=post`);
    expect(screen.getByText(/9 Mill Brae/)).toBeTruthy();
    await user.click(screen.getByLabelText("I have made sure of this address"));
    await user.click(screen.getByLabelText(/Rob Lind neither lives nor is reached at this address/));
    await user.click(screen.getByRole("button", { name: "Keep and print this letter" }));
    await screen.findByRole("heading", { level: 1, name: "A letter that went" });
    expect(api.askedOf("consent.letters.send").map(({ input }) => input)).toMatchObject([
      { letters: [{ tellingId: mothers, addressConfirmed: true, nobodyNearConfirmed: true }] },
    ]);
  });

  test("what was found in a letter is decided about before it is shown as it goes", async () => {
    const api = aSignedInApi();
    const finding = {
      key: "a:0-4",
      kind: "family-member",
      label: "Somebody else in the family",
      words: "Rory",
      mustGo: false,
    } as const;
    api.answers("consent.letters.look", look({ findings: [finding], left: [finding.key] }));
    await drawAt(`/tell/letters/${mothers}?way=post`);
    expect(screen.getByRole("heading", { level: 1, name: "Decide about 1 thing in the letter" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Keep and print this letter" })).toBeNull();
  });
});

describe("BOL-3.1: a letter is queued for somebody who wants to be reached otherwise", () => {
  const agreed = "The family wants to be reached by text on weekdays. Send it that way, or write down why not.";

  test("the letter stands apart with the agreed way, and with how many nothing is agreed is said once", async () => {
    const api = aSignedInApi();
    api.answers(
      "consent.letters.run",
      run({
        oneByOne: [{ ...to(mothers, "Ana Muir"), why: [agreed] }],
        nothingAgreed: { letters: 1, because: "Nothing is agreed. Agree it with them.", clause: "Bolton 3.1" },
      }),
    );
    await drawAt("/tell/letters?way=post");
    expect(screen.getByText(agreed)).toBeTruthy();
    expect(screen.getByText(/1 letter: Nothing is agreed. Agree it with them. \(Bolton 3.1\)/)).toBeTruthy();
  });

  test("whoever sends it is reminded before it goes, says so, and may write down why", async () => {
    const api = aSignedInApi();
    const otherWay = { because: agreed, clause: "Bolton 3.1" };
    const { destination: _, ...plain } = look({ adultsToThinkOf: [], otherWay });
    api.answers("consent.letters.look", plain);
    api.answers("consent.letters.send", { sentCopyId, sent: 1, changed: [] });
    api.answers("consent.letters.sent", {
      ...sent,
      letters: sent.letters.map((one) => ({ ...one, otherWayBecause: "She asked for paper" })),
    });
    const { user } = await drawAt(`/tell/letters/${mothers}?way=post`);
    expect(screen.getByText(`${agreed} (Bolton 3.1)`)).toBeTruthy();
    await user.click(screen.getByLabelText(/I know how they want to be reached/));
    await user.type(screen.getByLabelText(/Why the agreed way is not used/), "She asked for paper");
    await user.click(screen.getByRole("button", { name: "Keep and print this letter" }));
    expect(api.askedOf("consent.letters.send").map(({ input }) => input)).toMatchObject([
      { letters: [{ tellingId: mothers, otherWayConfirmed: true, otherWayBecause: "She asked for paper" }] },
    ]);
    expect(await screen.findByText(/Why not the agreed way: She asked for paper/)).toBeTruthy();
  });
});
