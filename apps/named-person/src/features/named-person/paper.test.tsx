import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { aChild, anEstablishment, childId, establishmentId, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

afterEach(() => vi.restoreAllMocks());

type Paper = Extract<Answers["namedPerson"]["paper"]["ofChild"], { known: true }>["paper"];
const aPaper = (more: Partial<Paper> = {}): Paper => ({
  childId,
  child: "Ewan",
  to: {
    carers: ["Ana Muir"],
    address: { line1: "9 Mill Brae", town: "Testburgh", postcode: null },
    place: { name: "Inverlochan Primary School", address: null, phone: null },
  },
  safeContact: null,
  noCopyTo: [],
  leftOut: [],
  forCarers: {
    title: "The named person for Ewan",
    sentences: ["Mr Bell is the named person for Ewan."],
    reach: [{ whom: "Mr Bell", lines: [{ key: "Telephone", value: "01349 496 0101" }] }],
  },
  forChild: {
    title: "Hello Ewan",
    sentences: ["Mr Bell is your named person."],
    reach: [{ whom: "Mr Bell", lines: [{ key: "Find them", value: "By the gate" }] }],
    initials: "B",
    who: "Mr Bell",
  },
  lacks: [],
  ...more,
});

type Pack = Extract<Answers["namedPerson"]["paper"]["packs"], { known: true }>["open"][number];
const aPack = (number: number, name: string, more: Partial<Pack> = {}): Pack => ({
  childId: id(number),
  name,
  group: "P1A",
  yearGroup: "Primary 1",
  startsOn: null,
  namedPerson: "Mr Bell",
  state: { code: "not-printed", label: "Not printed yet" },
  missing: null,
  isLate: false,
  isThroughSafeContact: false,
  printed: null,
  given: null,
  ...more,
});

const aHead = () => {
  const api = aSignedInApi({ role: "head", postTitle: "Head teacher" });
  api.answers("people.establishments", [anEstablishment()]);
  return api;
};

type Step = Answers["consent"]["familyPaper"]["look"];
const html = "<!doctype html><html lang='en-GB'><head><title>x</title></head><body><h1>A paper</h1></body></html>";
const hash = "d".repeat(64);
const sentCopyId = id(801);
const aStep = (of: Partial<Step> = {}): Step => ({
  childId,
  childName: "Ewan Muir",
  title: "Paper for the family",
  recipients: [
    { is: "child", name: "Ewan Muir" },
    { is: "carer", carerId: id(80), name: "Ana Muir" },
  ],
  ...of,
});
const aLook = (of: Partial<NonNullable<Step["look"]>> = {}): NonNullable<Step["look"]> => ({
  title: "The named person for Ewan",
  recipient: "Ana Muir",
  way: "post",
  destination: { to: "Ana Muir", address: "9 Mill Brae", isSafeContact: false },
  findings: [],
  left: [],
  html,
  hash,
  adultsToThinkOf: [],
  ...of,
});
const sent = (kind: "family-paper" | "pack"): Answers["consent"]["letters"]["sent"] => ({
  kind,
  on: "2026-11-23T09:00:00.000Z",
  by: "Una Keir",
  letters: [
    {
      sentCopyId,
      childId,
      child: "Ewan Muir",
      to: "Ana Muir",
      addressedTo: "Ana Muir",
      address: "9 Mill Brae",
      way: "By post",
      sha256: hash,
      otherWayBecause: null,
      isIntact: true,
    },
  ],
  sheet: html,
});

describe("HIG-65: the paper for one family leaves by the step of a copy", () => {
  test("who gets it and how are asked first, then exactly that paper is shown, kept and printed", async () => {
    const api = aSignedInApi();
    const can = { ...aChild().can, "family-paper.print": true as const };
    api.answers("people.child", aChild({ can }));
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper() });
    api.answers("consent.familyPaper.look", aStep());
    api.answers("consent.familyPaper.send", { sentCopyId });
    api.answers("consent.letters.sent", sent("family-paper"));
    const { user, accessible } = await drawAt(`/children/${childId}`);
    await user.click(screen.getByRole("link", { name: "Paper for the family" }));
    await screen.findByRole("heading", { level: 1, name: "Paper for the family" });
    await accessible();
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    expect(within(screen.getByRole("alert")).getByRole("link", { name: "Choose who gets the paper" })).toBeTruthy();
    await user.click(screen.getByLabelText("Ana Muir"));
    await user.click(screen.getByLabelText("By post"));
    api.answers("consent.familyPaper.look", aStep({ look: aLook() }));
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    await screen.findByRole("heading", { level: 1, name: "Exactly this paper goes" });
    expect(screen.getByTitle("The named person for Ewan, for Ana Muir").getAttribute("srcdoc")).toBe(html);
    await user.click(screen.getByRole("button", { name: "Keep and print this paper" }));
    await screen.findByRole("heading", { level: 1, name: "A paper that went" });
    expect(api.askedOf("consent.familyPaper.send")[0]?.input).toMatchObject({
      childId,
      to: { recipient: { is: "carer", carerId: id(80) }, way: "post" },
      hash,
    });
    expect(screen.getByRole("button", { name: "Print the paper" })).toBeTruthy();
  });

  test("what was found in it is decided about first; kept private, it goes to the safe contact", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper() });
    api.answers("consent.familyPaper.look", aStep({ safeContact: "Gail Moor" }));
    const { user } = await drawAt(`/families/${childId}/paper`);
    expect(screen.getByText(/The paper goes to Gail Moor, whoever it is for, and to nobody else/)).toBeTruthy();
    await user.click(screen.getByLabelText("Ewan Muir"));
    await user.click(screen.getByLabelText("Handed over in person"));
    const finding = {
      key: "a:0-3",
      kind: "family-member",
      label: "Somebody else",
      words: "Rob",
      mustGo: false,
    } as const;
    api.answers("consent.familyPaper.look", aStep({ look: aLook({ findings: [finding], left: [finding.key] }) }));
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    await screen.findByRole("heading", { level: 1, name: "Decide about 1 thing in the paper" });
    expect(screen.queryByRole("button", { name: "Keep and print this paper" })).toBeNull();
  });

  test("going back leads to the step before, and who was chosen and what was decided is there still", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper() });
    api.answers("consent.familyPaper.look", aStep());
    const { user } = await drawAt(`/families/${childId}/paper`);
    await user.click(screen.getByLabelText("Ana Muir"));
    await user.click(screen.getByLabelText("By post"));
    const finding = {
      key: "a:0-3",
      kind: "family-member",
      label: "Somebody else",
      words: "Rob",
      mustGo: false,
    } as const;
    api.answers("consent.familyPaper.look", aStep({ look: aLook({ findings: [finding], left: [finding.key] }) }));
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    await screen.findByRole("heading", { level: 1, name: "Decide about 1 thing in the paper" });
    await user.click(screen.getByLabelText("Take it out"));
    api.answers("consent.familyPaper.look", aStep({ look: aLook({ findings: [finding] }) }));
    await user.click(screen.getByRole("button", { name: "See the paper that goes" }));
    await screen.findByRole("heading", { level: 1, name: "Exactly this paper goes" });
    await user.click(screen.getByRole("link", { name: "What was found in the paper" }));
    await screen.findByRole("heading", { level: 1, name: "Decide about 1 thing in the paper" });
    expect(screen.getByLabelText<HTMLInputElement>("Take it out").checked).toBe(true);
    await user.click(screen.getByRole("link", { name: "Who gets the paper?" }));
    expect((await screen.findByLabelText<HTMLInputElement>("Ana Muir")).checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>("By post").checked).toBe(true);
    expect(screen.getByRole("link", { name: "Child's record" })).toBeTruthy();
    expect(api.askedOf("consent.familyPaper.send")).toEqual([]);
  });

  test("one that went before goes again only where somebody says so", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper() });
    api.answers("consent.familyPaper.look", aStep());
    api.answers("consent.familyPaper.send", { sentCopyId });
    api.answers("consent.letters.sent", sent("family-paper"));
    const { user } = await drawAt(`/families/${childId}/paper`);
    await user.click(screen.getByLabelText("Ana Muir"));
    await user.click(screen.getByLabelText("By post"));
    const wentBefore = "A pack went on 20 November 2026, sent by Una Keir. Make sure that another is to go.";
    api.answers("consent.familyPaper.look", aStep({ look: aLook({ wentBefore }) }));
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    expect(await screen.findByText(wentBefore)).toBeTruthy();
    await user.click(screen.getByLabelText("I have made sure that another paper is to go"));
    await user.click(screen.getByRole("button", { name: "Keep and print this paper" }));
    await vi.waitFor(() => expect(api.askedOf("consent.familyPaper.send")).toHaveLength(1));
    expect(api.askedOf("consent.familyPaper.send")[0]?.input).toMatchObject({ againConfirmed: true });
  });

  const refusedFor = (path: string, message: string) => ({
    code: "BAD_REQUEST" as const,
    refusal: { kind: "input" as const, problems: [{ path, message }] },
  });

  test("HIG-63: where a colleague sent one meanwhile, what the refusal speaks of comes on the page", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper() });
    api.answers("consent.familyPaper.look", aStep());
    const { user } = await drawAt(`/families/${childId}/paper`);
    await user.click(screen.getByLabelText("Ana Muir"));
    await user.click(screen.getByLabelText("By post"));
    api.answers("consent.familyPaper.look", aStep({ look: aLook() }));
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    const keep = await screen.findByRole("button", { name: "Keep and print this paper" });
    const wentBefore = "A pack went on 23 November 2026, sent by Una Keir. Make sure that another is to go.";
    api.refuses("consent.familyPaper.send", refusedFor("againConfirmed", wentBefore));
    api.answers("consent.familyPaper.look", aStep({ look: aLook({ wentBefore }) }));
    await user.click(keep);
    expect(await screen.findByLabelText("I have made sure that another paper is to go")).toBeTruthy();
  });

  test("HIG-63: where whoever was chosen may have it no more, somebody else is chosen from those who may", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper() });
    api.answers("consent.familyPaper.look", aStep());
    const { user } = await drawAt(`/families/${childId}/paper`);
    await user.click(screen.getByLabelText("Ana Muir"));
    await user.click(screen.getByLabelText("By post"));
    api.answers("consent.familyPaper.look", aStep({ look: aLook() }));
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    const keep = await screen.findByRole("button", { name: "Keep and print this paper" });
    const choose = "Choose somebody of the list who gets the paper";
    api.refuses("consent.familyPaper.send", refusedFor("to.recipient.carerId", choose));
    api.answers("consent.familyPaper.look", aStep({ recipients: [{ is: "child", name: "Ewan Muir" }] }));
    await user.click(keep);
    expect(await screen.findByRole("heading", { level: 1, name: "Paper for the family" })).toBeTruthy();
    expect(screen.getByText(choose)).toBeTruthy();
    expect(screen.queryByLabelText("Ana Muir")).toBeNull();
  });

  test("HIG-63: what is left out of it stands beside it for whoever gives it", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper() });
    api.answers("consent.familyPaper.look", aStep());
    const { user } = await drawAt(`/families/${childId}/paper`);
    await user.click(screen.getByLabelText("Ana Muir"));
    await user.click(screen.getByLabelText("By post"));
    const leftOut = "2 are left out: it is recorded that the family is not told of them.";
    api.answers("consent.familyPaper.look", aStep({ look: aLook({ leftOut }) }));
    await user.click(screen.getByRole("button", { name: "Look at the paper" }));
    expect(await screen.findByText(leftOut)).toBeTruthy();
  });

  test("CWDC-TERM-PARENT: who must not be brought near, or takes part in nothing, is named to whoever gives it", async () => {
    const api = aSignedInApi();
    const noCopyTo = [{ name: "Rob Lind", owner: person(12, "Ishbel MacAskill") }];
    const paper = aPaper({ leftOut: ["Una Reid"], noCopyTo });
    api.answers("namedPerson.paper.ofChild", { known: true, paper });
    api.answers("consent.familyPaper.look", aStep());
    await drawAt(`/families/${childId}/paper`);
    expect(screen.getByText(/Give no copy to Una Reid, who takes part in nothing/)).toBeTruthy();
    expect(screen.getByText(/Give no copy to Rob Lind, who must not be brought near Ewan/)).toBeTruthy();
  });

  test("with nobody to name there is no blank paper and nothing to give", async () => {
    const api = aSignedInApi();
    const none = "There is nobody to name yet.";
    api.answers("namedPerson.paper.ofChild", { known: false, because: none });
    api.answers("consent.familyPaper.look", aStep({ recipients: [], none }));
    await drawAt(`/families/${childId}/paper`);
    expect(screen.getByText(none)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Look at the paper" })).toBeNull();
  });
});

describe("HIG-66: packs of a class or an entry year", () => {
  test("children with nobody come first; a pack without the child's part is incomplete; giving asks which parts", async () => {
    const api = aHead();
    api.answers("namedPerson.paper.packs", {
      known: true,
      without: [aPack(3, "Isla Ross", { namedPerson: null, startsOn: "2027-08-17" })],
      open: [
        aPack(1, "Ewan Muir", {
          state: { code: "incomplete", label: "Incomplete" },
          missing: "the child's part",
          isLate: true,
        }),
        aPack(2, "Callum Fyfe", { isThroughSafeContact: true }),
      ],
      given: [aPack(4, "Lena Grant", { given: { on: "2026-11-20", by: "Una Keir" } })],
      hasMore: false,
    });
    api.answers("namedPerson.paper.give", { children: 1, parts: 1 });
    const { user, accessible } = await drawAt(`/roll/${establishmentId}/packs`);
    const headings = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.indexOf("No named person yet")).toBeLessThan(headings.indexOf("Not yet given"));
    expect(screen.getByText(/the child's part is still to be given/)).toBeTruthy();
    expect(screen.getByText(/Through the safe contact only/)).toBeTruthy();
    for (const name of ["Paper for one of the family of Ewan Muir", "Lena Grant"])
      expect(screen.getByRole("link", { name }).getAttribute("href")).toContain(
        `/paper?establishmentId=${establishmentId}`,
      );
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record that they were given" }));
    expect(within(screen.getByRole("alert")).getByRole("link", { name: "Choose which parts were given" })).toBeTruthy();
    await user.click(screen.getByLabelText(/^Ewan Muir/));
    await user.click(screen.getByLabelText("The child's part"));
    await user.type(screen.getByLabelText("Day"), "20");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026");
    await user.click(screen.getByLabelText("In person"));
    await user.click(screen.getByRole("button", { name: "Record that they were given" }));
    await vi.waitFor(() => expect(api.askedOf("namedPerson.paper.give")).toHaveLength(1));
    expect(api.askedOf("namedPerson.paper.give")[0]?.input).toMatchObject({
      establishmentId,
      childIds: [id(1)],
      parts: ["child"],
      givenOn: "2026-11-20",
      how: "in-person",
    });
  });

  test("they go in one go as they are shown; what has something to look at is a list by itself", async () => {
    const api = aHead();
    const ready = { childId, child: "Ewan Muir", hash, parts: ["Ana Muir", "Ewan Muir"], isToSafeContact: false };
    const kept = {
      ...ready,
      childId: id(4),
      child: "Rory Dunn",
      parts: ["Una Dunn", "Rory Dunn"],
      isToSafeContact: true,
    };
    api.answers("consent.packs.run", {
      known: true,
      ready: [ready, kept],
      sheet: html,
      oneByOne: [{ childId: id(2), child: "Callum Fyfe", why: ["This address changed on 2 November 2026."] }],
      without: [{ childId: id(3), child: "Isla Ross", why: "Nobody is named yet" }],
      done: 2,
      hasMore: false,
    });
    api.answers("consent.packs.send", { sentCopyId, sent: 1, changed: [] });
    api.answers("consent.letters.sent", sent("pack"));
    const { user } = await drawAt(`/roll/${establishmentId}/packs/send?yearGroup=P1&way=post`);
    const oneByOne = within(screen.getByRole("table", { name: "Packs to look at one by one" }));
    expect(oneByOne.getByRole("link", { name: "Callum Fyfe" }).getAttribute("href")).toContain(
      `/paper?establishmentId=${establishmentId}`,
    );
    expect(screen.getByText(/^2 packs went or were given already/)).toBeTruthy();
    expect(screen.getByText("Nobody is named yet")).toBeTruthy();
    const rows = screen.getByRole("table", { name: "Packs that are ready, in the order in which they are printed" });
    const texts = within(rows)
      .getAllByRole("row")
      .map((row) => row.textContent);
    expect(texts[1]).toMatch(/Ewan Muir.*Ana Muir, Ewan Muir.*Each of them/);
    expect(texts[2]).toMatch(/Rory Dunn.*Una Dunn, Rory Dunn.*The safe contact, and nobody else/);
    expect(screen.getByTitle("Packs that are ready to go").getAttribute("srcdoc")).toBe(html);
    await user.click(screen.getByRole("button", { name: "Keep and print 2 packs" }));
    await screen.findByRole("heading", { level: 1, name: "A part of a pack that went" });
    expect(api.askedOf("consent.packs.send")[0]?.input).toMatchObject({
      establishmentId,
      way: "post",
      packs: [
        { childId, hash },
        { childId: id(4), hash },
      ],
    });
  });

  test("where one changed and the others went, those that went are one link away, to be printed", async () => {
    const api = aHead();
    const ready = { childId, child: "Ewan Muir", hash, parts: ["Ana Muir", "Ewan Muir"], isToSafeContact: false };
    const none = { oneByOne: [], without: [], done: 0, hasMore: false };
    api.answers("consent.packs.run", { known: true, ready: [ready], sheet: html, ...none });
    api.answers("consent.packs.send", { sentCopyId, sent: 1, changed: [id(2)] });
    const { user } = await drawAt(`/roll/${establishmentId}/packs/send?way=post`);
    await user.click(screen.getByRole("button", { name: "Keep and print 1 pack" }));
    expect(await screen.findByText(/1 pack changed since you looked/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Print what went" }).getAttribute("href")).toContain(sentCopyId);
  });

  test("nothing to give says so", async () => {
    const api = aHead();
    const none = { without: [], open: [], given: [], hasMore: false };
    api.answers("namedPerson.paper.packs", { known: true, ...none });
    const { accessible } = await drawAt(`/roll/${establishmentId}/packs`);
    expect(screen.getByText("Every pack here has been given")).toBeTruthy();
    expect(screen.queryByRole("link", { name: /^Keep and print/ })).toBeNull();
    await accessible();
  });
});

const noWays = { phone: null, hours: null, writeTo: null, childPhone: null, childHours: null, childWriteTo: null };

describe("HIG-67: how families reach you, for parents and for children apart", () => {
  test("is shown, changed in one form, and kept with the version that was shown", async () => {
    const api = aSignedInApi();
    const ways = { ...noWays, phone: "01349 496 0101" };
    api.answers("namedPerson.reach.mine", { own: { version: 3, ways, recordedBy: "Euan Sinclair" }, places: [] });
    api.answers("namedPerson.reach.keep", { version: 4 });
    const { user, accessible } = await drawAt("/for-families");
    await accessible();
    await user.click(screen.getByRole("link", { name: /^Change where and when children find you/ }));
    await screen.findByRole("heading", { level: 1, name: "How families reach you" });
    await accessible();
    await user.type(screen.getByLabelText(/^Where and when children find you/), "By the gate at break");
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    await screen.findByRole("heading", { level: 1, name: "For families" });
    expect(api.askedOf("namedPerson.reach.keep")[0]?.input).toMatchObject({
      version: 3,
      phone: "01349 496 0101",
      childHours: "By the gate at break",
    });
  });

  test("HD-4: a co-ordinator says whom families reach in the holidays; one way at least is asked for", async () => {
    const api = aSignedInApi({ role: "coordinator", postTitle: "Co-ordinator" });
    api.answers("namedPerson.reach.mine", { own: { version: null, ways: noWays, recordedBy: null }, places: [] });
    const service = { agencyId: id(70), agency: "Strathorran Schools", version: null, recordedBy: null };
    api.answers("namedPerson.reach.holidays", {
      services: [{ ...service, name: null, phone: null, hours: null, writeTo: null }],
    });
    api.answers("namedPerson.reach.keepHolidays", { version: 1 });
    const { user, accessible } = await drawAt("/for-families");
    await user.click(screen.getByRole("link", { name: /^Change who answers/ }));
    await screen.findByRole("heading", { level: 1, name: "Contact for the school holidays" });
    await user.type(screen.getByLabelText("Who answers"), "The education office");
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    expect(
      within(screen.getByRole("alert")).getByRole("link", { name: "Enter at least one way to reach them" }),
    ).toBeTruthy();
    await accessible();
    await user.type(screen.getByLabelText(/^Telephone/), "01349 496 0199");
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    await screen.findByRole("heading", { level: 1, name: "For families" });
    expect(api.askedOf("namedPerson.reach.keepHolidays")[0]?.input).toMatchObject({
      agencyId: id(70),
      name: "The education office",
    });
  });

  test("somebody else's school has no page", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.reach.mine", { own: { version: null, ways: noWays, recordedBy: null }, places: [] });
    await drawAt(`/for-families/reach?establishmentId=${id(999)}`);
    expect(screen.queryByRole("button", { name: "Keep it" })).toBeNull();
  });
});

test("HIG-162: who helps in the area is one page of plain words, to print", async () => {
  const api = aSignedInApi();
  api.answers("area.whoHelps", {
    area: "Strathorran",
    people: [{ who: "The named person", does: "Every child has one." }],
    services: [{ who: "Health", does: "Looks after health.", names: ["Strathorran Community Health"] }],
    together: ["Services that help the same child work to one plan."],
    offices: [{ name: "M. Grant", title: "Co-ordinator", phone: "01349 496 0142", hours: null, writeTo: null }],
  });
  const { accessible } = await drawAt("/who-helps");
  expect(screen.getByRole("heading", { level: 1, name: "Who helps in Strathorran" })).toBeTruthy();
  expect(screen.getByText(/01349 496 0142/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Print the page" })).toBeTruthy();
  await accessible();
});
