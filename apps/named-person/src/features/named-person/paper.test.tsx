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

describe("HIG-65: the paper for one family", () => {
  test("has a page for parents and a card for the child, and is a link on the child's page", async () => {
    const api = aSignedInApi();
    const can = { ...aChild().can, "family-paper.print": true as const };
    api.answers("people.child", aChild({ can }));
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper() });
    const { user, accessible } = await drawAt(`/children/${childId}`);
    await user.click(screen.getByRole("link", { name: "Paper for the family" }));
    await screen.findByRole("heading", { level: 1, name: "Paper for the family" });
    const letter = within(screen.getByRole("article", { name: "The named person for Ewan" }));
    expect(letter.getByText("Mr Bell is the named person for Ewan.")).toBeTruthy();
    expect(letter.getByText(/9 Mill Brae/)).toBeTruthy();
    const card = within(screen.getByRole("article", { name: "Card for Ewan" }));
    expect(card.getByText("Mr Bell is your named person.")).toBeTruthy();
    await accessible();
  });

  test("kept private: it goes to the safe contact, and what nobody may miss is said on the screen only", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", {
      known: true,
      paper: aPaper({
        to: { carers: [], address: null, place: null },
        safeContact: { name: "Gail Moor", address: "4 Kirk Wynd" },
        noCopyTo: [{ name: "Rob Lind", owner: person(12, "Ishbel MacAskill") }],
      }),
    });
    const { accessible } = await drawAt(`/families/${childId}/paper`);
    expect(screen.getByText(/Give this to Gail Moor and to nobody else/)).toBeTruthy();
    const never = screen.getByText(/Give no copy to Rob Lind/);
    expect(never.closest(".lp-no-print")).not.toBeNull();
    const letter = screen.getByRole("article", { name: "The named person for Ewan" });
    expect(letter.textContent).toContain("4 Kirk Wynd");
    expect(letter.textContent).not.toMatch(/Mill Brae|Inverlochan|Lind/);
    await accessible();
  });

  test("CWDC-TERM-PARENT: who takes part in nothing is named to whoever prints it, and not on the paper", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", { known: true, paper: aPaper({ leftOut: ["Rob Lind"] }) });
    await drawAt(`/families/${childId}/paper`);
    const never = screen.getByText(/Give no copy to Rob Lind, who takes part in nothing/);
    expect(never.closest(".lp-no-print")).not.toBeNull();
    expect(screen.getByRole("article", { name: "The named person for Ewan" }).textContent).not.toContain("Lind");
  });

  test("with nobody to name there is no blank paper and nothing to print", async () => {
    const api = aSignedInApi();
    api.answers("namedPerson.paper.ofChild", { known: false, because: "There is nobody to name yet." });
    await drawAt(`/families/${childId}/paper`);
    expect(screen.getByText("There is nobody to name yet.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Print the paper" })).toBeNull();
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
      given: [],
      hasMore: false,
    });
    api.answers("namedPerson.paper.give", { children: 1, parts: 1 });
    const { user, accessible } = await drawAt(`/roll/${establishmentId}/packs`);
    const headings = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);
    expect(headings.indexOf("No named person yet")).toBeLessThan(headings.indexOf("Not yet given"));
    expect(screen.getByText(/the child's part is still to be given/)).toBeTruthy();
    expect(screen.getByText(/Through the safe contact only/)).toBeTruthy();
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

  test("printing records it, and prints each family's own pages", async () => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    const api = aHead();
    api.answers("namedPerson.paper.sheets", {
      known: true,
      without: [],
      papers: [aPaper(), aPaper({ childId: id(2), child: "Callum" })],
      hasMore: false,
    });
    api.answers("namedPerson.paper.printed", { children: 2 });
    const { user, accessible } = await drawAt(`/roll/${establishmentId}/packs/print?yearGroup=P1`);
    expect(screen.getAllByRole("region", { name: /^Paper [12] for/ })).toHaveLength(2);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Print 2 packs" }));
    await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
    expect(api.askedOf("namedPerson.paper.printed")[0]?.input).toMatchObject({
      establishmentId,
      childIds: [childId, id(2)],
    });
  });

  test("nothing to give says so", async () => {
    const api = aHead();
    const none = { without: [], open: [], given: [], hasMore: false };
    api.answers("namedPerson.paper.packs", { known: true, ...none });
    const { accessible } = await drawAt(`/roll/${establishmentId}/packs`);
    expect(screen.getByText("Every pack here has been given")).toBeTruthy();
    expect(screen.queryByRole("link", { name: /^Print/ })).toBeNull();
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
