import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Child } from "../../views.ts";
import type { Restriction, Restrictions } from "./restriction-words.tsx";

const safeContact = { name: "Gail Moor", address: "4 Kirk Wynd", phone: "01632 960777" };
const owner = person(11, "Euan Sinclair");
const shut = { may: false, why: "Euan Sinclair answers for this and looks at it again." };

const aRestriction = (of: Partial<Restriction> = {}): Restriction => ({
  restrictionId: id(900),
  kind: "whereabouts",
  label: "Where the child is",
  owner,
  isYours: true,
  safeContact,
  since: "2026-11-02",
  reviewOn: "2027-01-22",
  isLate: false,
  known: {
    reason: "Somebody looks for the family",
    readers: [{ ...owner, because: "Answers for it", since: "2026-11-02", isOwner: true }],
    looks: [],
    waiting: [],
    given: [],
  },
  owners: [
    { ...owner, as: "named person" },
    { ...person(12, "Amina Yusuf"), as: "works on the plan" },
  ],
  may: { lookAgain: { may: true }, end: { may: true }, name: { may: true } },
  ...of,
});
const { known: _, ...unknown } = aRestriction({
  isYours: false,
  owners: [],
  may: { lookAgain: shut, end: shut, name: shut },
});
const all = (of: Partial<Restrictions> = {}): Restrictions => ({
  childId,
  childName: "Isla Fraser",
  restrictions: [aRestriction()],
  past: [],
  colleagues: [
    { ...owner, as: "named person", isYou: true },
    { ...person(12, "Amina Yusuf"), as: "works on the plan", isYou: false },
  ],
  lastReviewDay: "2027-02-21",
  may: { record: { may: true } },
  ...of,
});
function anApi(of: Partial<Restrictions> = {}, child: Partial<Child> = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild(child));
  api.answers("restriction.forChild", all(of));
  return api;
}
const inputsOf = (api: ReturnType<typeof anApi>, path: Parameters<typeof api.askedOf>[0]) =>
  api.askedOf(path).map(({ input }) => input);
const page = `/children/${childId}/kept-private`;

describe("what is kept private, on its own page", () => {
  test("whoever answers for it reads why, who may know and what was found before", async () => {
    const looks = [{ on: "2026-11-02", by: "Euan Sinclair", words: "He was seen in the street" }];
    anApi({ restrictions: [aRestriction({ known: { ...aRestriction().known, looks } as never, isLate: true })] });
    const { accessible } = await drawAt(page);
    const words = screen.getByRole("main").textContent;
    for (const one of [
      "Somebody looks for the family",
      "Gail Moor",
      "4 Kirk Wynd",
      "Overdue",
      "He was seen in the street",
    ])
      expect(words).toContain(one);
    expect(screen.getByRole("link", { name: "Look at it again, or end it: Where the child is" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Say who may know: Where the child is" })).toBeTruthy();
    await accessible();
  });

  test("a colleague reads that it is kept, whom to write to and whom to ask, and has no way to change it", async () => {
    anApi({ restrictions: [unknown], may: { record: { may: true } } });
    await drawAt(page);
    const words = screen.getByRole("main").textContent;
    expect(words).toContain("Only for those who may know. Ask Euan Sinclair.");
    expect(words).toContain("Gail Moor");
    expect(screen.queryByRole("link", { name: /Look at it again/ })).toBeNull();
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.getByText(shut.why)).toBeTruthy();
  });

  test("where nothing is, it says what can be; whoever may not record is told why", async () => {
    anApi({ restrictions: [], may: { record: { may: false, why: "Your part does not let you." } } });
    const { accessible } = await drawAt(page);
    expect(screen.getByText("Nothing is kept private about this child")).toBeTruthy();
    expect(screen.getByText("Your part does not let you.")).toBeTruthy();
    await accessible();
  });

  test("what is over is listed, and what it was about only for those who knew", async () => {
    const over = { kind: "contact-risk" as const, label: "An adult", owner, from: "2026-05-01", until: "2026-08-01" };
    anApi({
      past: [
        { ...over, restrictionId: id(901), known: { adult: "Rob Lind", because: "The order was lifted" } },
        { ...over, restrictionId: id(902) },
      ],
    });
    await drawAt(page);
    const rows = within(screen.getByRole("table", { name: "What was kept private before" })).getAllByRole("row");
    expect(rows[1]?.textContent).toContain("Rob Lind");
    expect(rows[2]?.textContent).toContain("Only for those who might know");
  });
});

test("what is missing is said beside each field and nothing is sent; then it is sent whole", async () => {
  const api = anApi({ restrictions: [] });
  api.answers("restriction.record", all());
  const { user, accessible, path } = await drawAt(`${page}/record`);
  await user.click(screen.getByRole("button", { name: "Keep it private" }));
  expect(api.askedOf("restriction.record")).toEqual([]);
  expect(screen.getByRole("alert").textContent).toContain("Choose what is to be kept private");
  await user.click(screen.getByLabelText("Where the child is"));
  await user.type(screen.getByLabelText("Name of the safe contact"), "Gail Moor");
  await user.type(screen.getByLabelText(/^Phone number/), "01632 960777");
  await user.type(screen.getByLabelText("Why?"), "Somebody looks for the family");
  await user.selectOptions(screen.getByLabelText("Who answers for it?"), owner.practitionerId);
  await user.type(screen.getByLabelText("Day"), "22");
  await user.type(screen.getByLabelText("Month"), "1");
  await user.type(screen.getByLabelText("Year"), "2027");
  await accessible();
  await user.click(screen.getByRole("button", { name: "Keep it private" }));
  expect(inputsOf(api, "restriction.record")).toEqual([
    expect.objectContaining({
      childId,
      kind: "whereabouts",
      safeContact: { name: "Gail Moor", phone: "01632 960777" },
      reason: "Somebody looks for the family",
      ownerId: owner.practitionerId,
      reviewOn: "2027-01-22",
    }),
  ]);
  await waitFor(() => expect(path()).toBe(page));
});

test("it is looked at again and stays, or ends with a reason", async () => {
  const api = anApi();
  api.answers("restriction.renew", all());
  api.answers("restriction.end", all({ restrictions: [] }));
  const at = `${page}/${id(900)}/look-again`;
  const { user, accessible } = await drawAt(at);
  await user.click(screen.getByLabelText("It stays as it is"));
  await user.type(screen.getByLabelText("Why is it still needed?"), "He was seen in the street");
  await user.type(screen.getByLabelText("Day"), "1");
  await user.type(screen.getByLabelText("Month"), "2");
  await user.type(screen.getByLabelText("Year"), "2027");
  await accessible();
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(inputsOf(api, "restriction.renew")).toEqual([
    expect.objectContaining({
      restrictionId: id(900),
      words: "He was seen in the street",
      ownerId: owner.practitionerId,
      reviewOn: "2027-02-01",
    }),
  ]);
});

test("whoever may not know puts in a manager, and is offered neither to end it nor another safe contact", async () => {
  const helen = person(14, "Helen Marsh");
  const owners = [{ ...helen, as: "Team manager, Community nursing" }];
  const may = { lookAgain: { may: true }, end: { may: false, why: "It is kept from you." }, name: shut };
  const api = anApi({ restrictions: [{ ...unknown, owners, may }] });
  api.answers("restriction.renew", all());
  const { user, accessible } = await drawAt(`${page}/${id(900)}/look-again`);
  expect(screen.queryByLabelText("It ends")).toBeNull();
  expect(screen.queryByLabelText("Name of the safe contact")).toBeNull();
  expect(screen.getByRole("main").textContent).not.toContain("Somebody looks for the family");
  const who = screen.getByLabelText("Who answers for it from now on?");
  expect(within(who).queryByText(/Amina Yusuf/)).toBeNull();
  await accessible();
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(api.askedOf("restriction.renew")).toEqual([]);
  await user.selectOptions(who, helen.practitionerId);
  await user.type(screen.getByLabelText("Why does somebody else have to answer for it?"), "Isla has left");
  await user.type(screen.getByLabelText("Day"), "1");
  await user.type(screen.getByLabelText("Month"), "2");
  await user.type(screen.getByLabelText("Year"), "2027");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(inputsOf(api, "restriction.renew")).toEqual([
    expect.objectContaining({ ownerId: helen.practitionerId, words: "Isla has left", reviewOn: "2027-02-01" }),
  ]);
});

test("ending it asks why, and sends nothing without", async () => {
  const api = anApi();
  api.answers("restriction.end", all({ restrictions: [] }));
  const { user } = await drawAt(`${page}/${id(900)}/look-again`);
  await user.click(screen.getByLabelText("It ends"));
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(api.askedOf("restriction.end")).toEqual([]);
  await user.type(screen.getByLabelText("Why does it end?"), "The order was lifted");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(inputsOf(api, "restriction.end")).toEqual([
    expect.objectContaining({ restrictionId: id(900), because: "The order was lifted" }),
  ]);
});

test("somebody is let know with a reason, and it is kept from them again", async () => {
  const amina = { ...person(12, "Amina Yusuf"), because: "Visits", since: "2026-11-20", isOwner: false };
  const known = {
    reason: "Why",
    readers: [...(aRestriction().known?.readers ?? []), amina],
    looks: [],
    waiting: [],
    given: [],
  };
  const api = anApi({
    restrictions: [aRestriction({ known })],
    colleagues: [...all().colleagues, { ...person(13, "Noor Aziz"), as: "lead professional", isYou: false }],
  });
  api.answers("restriction.nameReader", all());
  api.answers("restriction.endReader", all());
  const { user, accessible } = await drawAt(`${page}/${id(900)}/who-may-know`);
  await accessible();
  const who = screen.getByLabelText("Who?");
  expect(within(who).queryByText(/Amina Yusuf/)).toBeNull();
  await user.selectOptions(who, id(13));
  await user.type(screen.getByLabelText("Why may they know?"), "Leads the plan");
  await user.click(screen.getByRole("button", { name: "Let them know" }));
  expect(inputsOf(api, "restriction.nameReader")).toEqual([
    expect.objectContaining({ restrictionId: id(900), practitionerId: id(13), because: "Leads the plan" }),
  ]);
});

describe("on the child's own page", () => {
  const whereabouts = { owner, safeContact, mayKnow: false };
  test("kept, not 'not recorded': no address, school or carer, and whom to write to instead", async () => {
    anApi({}, { whereabouts, address: null, carers: [], places: [] });
    const { accessible } = await drawAt(`/children/${childId}`);
    const words = screen.getByRole("main").textContent ?? "";
    expect(words).toContain("It is kept private where this child is. Euan Sinclair answers for that.");
    expect(words).toContain("4 Kirk Wynd");
    expect(words).toContain("AddressKept private");
    expect(words).toContain("PlaceKept private");
    expect(words).not.toMatch(/AddressNot recorded|No parent or carer is recorded/);
    await accessible();
  });

  test("an adult who must not be brought near is a warning, and a carer of that name is marked", async () => {
    const carers = [{ carerId: id(80), name: "Lind, Rob", relationship: "Father", phone: null, email: null }];
    anApi({}, { carers, keptAway: [{ restrictionId: id(900), name: "Rob Lind", owner }] });
    await drawAt(`/children/${childId}`);
    expect(screen.getByText(/Do not write to, call or invite Rob Lind/)).toBeTruthy();
    const row = within(screen.getByRole("table", { name: "Parents and carers" })).getAllByRole("row")[1];
    expect(row?.textContent).toContain("Do not contact");
  });
});

describe("who came later, and what lists say", () => {
  const heldId = id(905);
  const later = {
    ...aRestriction().known,
    waiting: [{ ...person(13, "Una Keir"), as: "keeps the roll", since: "2026-11-20" }],
    given: [
      { heldId, from: "Gull Road School", on: "2026-11-20", address: "3 Kirk Wynd, AY5 5XP", carers: ["Rob Lind"] },
    ],
  } as never;

  test("the owner sees who waits and what a list says, and puts it on record or leaves it out", async () => {
    const api = anApi({ restrictions: [aRestriction({ known: later })] });
    api.answers("restriction.settleGiven", all());
    const { user, accessible } = await drawAt(page);
    expect(within(screen.getByRole("table", { name: /Who came later/ })).getByText("Una Keir")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Let them know, or keep it from them" })).toBeTruthy();
    expect(
      within(screen.getByRole("table", { name: /What lists say/ })).getByText("3 Kirk Wynd, AY5 5XP"),
    ).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("button", { name: /^Leave it out/ }));
    await user.click(await screen.findByRole("button", { name: "Leave it out" }));
    await waitFor(() => {
      expect(inputsOf(api, "restriction.settleGiven")).toMatchObject([{ heldId, outcome: "left-out" }]);
    });
  });

  test("somebody who came later is kept from it, once it is confirmed", async () => {
    const api = anApi({ restrictions: [aRestriction({ known: later })] });
    api.answers("restriction.keepFrom", all());
    const { user, accessible } = await drawAt(`${page}/${aRestriction().restrictionId}/who-may-know`);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Keep it from them (Una Keir)" }));
    await user.click(await screen.findByRole("button", { name: "Keep it from them" }));
    await waitFor(() => {
      expect(inputsOf(api, "restriction.keepFrom")).toMatchObject([
        { practitionerId: person(13, "Una Keir").practitionerId },
      ]);
    });
  });
});
