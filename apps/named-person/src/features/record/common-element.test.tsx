import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, may, mayNot, term } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Common = Answers["record"]["commonElement"]["get"];
type Entry = Common["progress"][number];
type Siblings = Answers["people"]["siblings"]["get"];

const anEntry = (of: Partial<Entry> = {}): Entry => ({
  entryId: id(701),
  part: "key-events",
  kind: term("moved-house", "Moved house"),
  words: "Moved to a house with a garden",
  on: "2026-05-04",
  age: null,
  ageInMonths: null,
  level: null,
  source: null,
  writtenOn: "2026-05-06",
  isOfFormerShape: false,
  from: { service: term("education", "Education"), agency: "Strathorran Schools", isOurs: true },
  by: "Euan Bain",
  recordedOn: "2026-05-06",
  former: [],
  mayChange: true,
  ...of,
});
const fromHealth = { service: term("health", "Health"), agency: "Community Health", isOurs: false };
const swam = anEntry({
  entryId: id(702),
  part: "milestones",
  kind: term("out-of-school", "Sport, music, clubs and other achievements"),
  words: "Swam 25 m",
  on: "2026-06-12",
  source: term("family", "Told by the family"),
});
const walks = anEntry({
  entryId: id(703),
  part: "milestones",
  kind: term("movement", "Movement"),
  words: "Walks alone",
  on: null,
  age: "13 months",
  ageInMonths: 13,
  from: fromHealth,
  by: "Nan Sim",
  mayChange: false,
});
const report = anEntry({
  entryId: id(704),
  part: "milestones",
  kind: term("cfe-literacy", "Languages: literacy and English or Gàidhlig"),
  level: term("second", "Second level"),
  on: "2026-06-26",
});
const shared = (says: string, of: Partial<Common["keyEvents"]["shared"][number]> = {}) => ({
  agencyId: id(901),
  agency: "Community Health",
  isOurs: false,
  isLive: true,
  says,
  ...of,
});
const part = (entries: Entry[], of: Partial<Common["keyEvents"]> = {}) => ({
  entries,
  shared: [],
  takenBack: [],
  ...of,
});
const aCommon = (of: Partial<Common> = {}): Common => ({
  childId,
  shapedSince: null,
  demographics: { isOpen: true, shared: [] },
  keyEvents: part([anEntry()]),
  milestones: part([swam, walks, report]),
  progress: [report],
  record: may,
  ...of,
});
const siblings: Siblings = {
  childId,
  siblings: [
    {
      linkId: id(801),
      is: term("brother", "Brother"),
      givenName: "Rory",
      bornOn: "2024-03-03",
      told: { by: "Mother", recordedBy: "Euan Bain", on: "2026-09-01" },
      namedPerson: {
        name: "Nan Sim",
        title: "Health visitor",
        place: "Ness Clinic",
        phone: "01632 960222",
        email: null,
      },
    },
    {
      linkId: id(802),
      is: term("sister", "Sister"),
      givenName: "Eve",
      bornOn: null,
      told: { by: "Isla", recordedBy: "Euan Bain", on: "2026-09-01" },
      namedPerson: null,
    },
  ],
  namesNamedPersons: true,
  record: may,
};
const around: Answers["people"]["around"]["get"] = {
  childId,
  child: "Isla Fraser",
  adults: [
    {
      carerId: id(1),
      name: "Ana Lind",
      relationship: "Grandparent",
      phone: "01632 960333",
      email: null,
      takesPartIn: null,
      isKeptAway: false,
      reached: null,
    },
  ],
  childReached: null,
  reachedBefore: [],
  chosen: [
    {
      contactId: id(2),
      version: 1,
      as: term("trusted", "The person the child talks to"),
      chosenBy: term("child", "The child"),
      name: "Kit Marr",
      whoTheyAre: "Swimming coach",
      reach: null,
      words: "Kit shouts for me",
      from: "2026-09-01",
      recordedBy: "Euan Bain",
      protocol: null,
      isKeptAway: false,
    },
  ],
  before: [],
  lead: null,
  keep: may,
  settle: may,
};
function anApi(common: Common = aCommon(), of: { around?: object; siblings?: object } = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("people.coreInformation.get", {
    childId,
    asOf: "2026-08-21T10:00:00.000Z",
    items: [
      { item: { code: "address", label: "Address" }, says: ["1 Tern Lane", "Inverglen"], isStale: false, because: "" },
    ],
    notOnRecord: [],
    isKeptPrivate: false,
    carers: [],
    confirm: may,
  });
  api.answers("record.commonElement.get", common);
  api.answers("people.siblings.get", { ...siblings, ...of.siblings });
  api.answers("people.around.get", { ...around, ...of.around });
  return api;
}
const page = `/children/${childId}/goes-along`;
const rowsOf = (name: string) => within(screen.getByRole("table", { name })).getAllByRole("row");
type User = Awaited<ReturnType<typeof drawAt>>["user"];
async function fillDay(user: User, name: RegExp, day: readonly [string, string, string]) {
  const group = within(screen.getByRole("group", { name }));
  for (const [at, box] of ["Day", "Month", "Year"].entries()) await user.type(group.getByLabelText(box), day[at] ?? "");
}

describe("HIG-185, HIG-186: what goes with the child", () => {
  test("address, a move and a swim sit in three parts; what health wrote is read as from health, and is not put right here", async () => {
    anApi();
    const { accessible } = await drawAt(page);
    expect(screen.getByText("1 Tern Lane")).toBeTruthy();
    expect(rowsOf("Key events")[1]?.textContent).toMatch(
      /4 May 2026.*Moved house.*From education: Strathorran Schools/,
    );
    const milestones = rowsOf("Achievements and milestones");
    expect(milestones[1]?.textContent).toMatch(/12 June 2026.*Swam 25 m.*Told by the family/);
    expect(milestones[2]?.textContent).toMatch(/At 13 months.*Walks alone.*From health: Community Health.*Nan Sim/);
    expect(within(milestones[2] as HTMLElement).queryByRole("link")).toBeNull();
    await accessible();
  });

  test("a key event without its day is named as missing, and nothing is sent; with it, it is recorded", async () => {
    const api = anApi();
    api.answers("record.commonElement.recordKeyEvent", { entryId: id(9), childId });
    const { user, accessible } = await drawAt(`${page}/event`);
    await user.selectOptions(screen.getByLabelText("What happened?"), "moved-house");
    await user.type(screen.getByLabelText(/In a few words/), "Moved to Tern Lane");
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(await screen.findByRole("link", { name: "Enter the day it happened" })).toBeTruthy();
    expect(api.askedOf("record.commonElement.recordKeyEvent")).toEqual([]);
    await fillDay(user, /On which day/, ["4", "5", "2026"]);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "What goes with the child" });
    expect(api.askedOf("record.commonElement.recordKeyEvent")[0]?.input).toMatchObject({
      childId,
      kind: "moved-house",
      happenedOn: "2026-05-04",
      words: "Moved to Tern Lane",
    });
  });

  test("a milestone is recorded with an age where the day is not known, and with a level of the curriculum", async () => {
    const api = anApi();
    api.answers("record.commonElement.recordMilestone", { entryId: id(9), childId });
    const { user, accessible } = await drawAt(`${page}/milestone`);
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(await screen.findByRole("link", { name: "Choose what it is in" })).toBeTruthy();
    await user.selectOptions(screen.getByLabelText("What is it in?"), "cfe-literacy");
    await user.type(screen.getByLabelText(/What can the child do/), "Reads alone");
    await user.type(screen.getByLabelText(/Or at which age/), "62");
    await user.selectOptions(screen.getByLabelText(/Level in Curriculum/), "first");
    await user.selectOptions(screen.getByLabelText("How is it known?"), "report");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "What goes with the child" });
    expect(api.askedOf("record.commonElement.recordMilestone")[0]?.input).toMatchObject({
      area: "cfe-literacy",
      ageInMonths: 62,
      level: "first",
      source: "report",
    });
  });

  test("an entry is put right with what was wrong, and shows how it read before", async () => {
    const former = {
      ...{ kind: term("moved-house", "Moved house"), words: "Moved", on: "2026-05-03", age: null, ageInMonths: null },
      ...{ level: null, source: null, by: "Euan Bain", recordedOn: "2026-05-05", because: "The wrong day" },
    };
    const api = anApi(aCommon({ keyEvents: part([anEntry({ former: [former] })]) }));
    api.answers("record.commonElement.correctKeyEvent", { entryId: id(9), childId });
    const { user, accessible } = await drawAt(page);
    expect(rowsOf("Key events")[1]?.textContent).toMatch(/3 May 2026.*Put right: The wrong day/);
    await user.click(screen.getByRole("link", { name: /Put right: Moved house/ }));
    await screen.findByRole("heading", { level: 1, name: "Put an entry right" });
    await user.click(screen.getByRole("button", { name: "Put it right" }));
    expect(await screen.findByRole("link", { name: "Enter what is put right" })).toBeTruthy();
    await user.type(screen.getByLabelText("What is put right?"), "The street");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Put it right" }));
    await screen.findByRole("heading", { level: 1, name: "What goes with the child" });
    expect(api.askedOf("record.commonElement.correctKeyEvent")[0]?.input).toMatchObject({
      eventId: id(701),
      happenedOn: "2026-05-04",
      words: "Moved to a house with a garden",
      because: "The street",
    });
  });

  test("an entry that is of another child is taken back with why; another service's is not there to be", async () => {
    const api = anApi();
    api.answers("record.commonElement.takeBack", { entryId: id(9), childId });
    const { user, accessible } = await drawAt(`${page}/${id(702)}/take-back`);
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    expect(await screen.findByRole("link", { name: "Enter why it is taken back" })).toBeTruthy();
    await user.type(screen.getByLabelText("Why is it taken back?"), "It was her cousin");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    await screen.findByRole("heading", { level: 1, name: "What goes with the child" });
    expect(api.askedOf("record.commonElement.takeBack")[0]?.input).toMatchObject({
      entryId: id(702),
      because: "It was her cousin",
    });
  });

  test("another service's entry is not put right here", async () => {
    anApi();
    await drawAt(`${page}/${id(703)}/correct`);
    expect(screen.getByText("There is no such entry of your service")).toBeTruthy();
  });

  test("who may not write it reads why, and where it is kept private where the child is, nothing of it", async () => {
    anApi(
      aCommon({
        record: mayNot("It is kept private where this child is. Morag Shaw answers for that."),
        keptPrivateBy: "Morag Shaw",
        keyEvents: part([]),
        milestones: part([]),
        progress: [],
      }),
    );
    await drawAt(page);
    expect(screen.getByText(/Morag Shaw answers for that/)).toBeTruthy();
    expect(screen.queryByRole("table", { name: "Key events" })).toBeNull();
    expect(screen.queryByRole("link", { name: /Record a/ })).toBeNull();
  });
});

describe("HIG-184: what was written before stays as it was", () => {
  test("it stands apart, in its old form, and what is taken over says when it was written", async () => {
    const old = anEntry({ on: null, isOfFormerShape: true, writtenOn: "2025-11-12", words: "Moved house in spring" });
    anApi(aCommon({ shapedSince: "2026-01-01", keyEvents: part([old]) }));
    const { user } = await drawAt(page);
    const [, row] = rowsOf("Key events, as written before");
    expect(row?.textContent).toMatch(/As written on 12 November 2025.*Moved house in spring/);
    await user.click(screen.getByRole("link", { name: "Record a key event" }));
    expect(await screen.findByRole("group", { name: /from a former record/ })).toBeTruthy();
  });
});

describe("HIG-198: what is not shared yet is said, not shown as empty", () => {
  test("milestones not yet shared by this school; demographics of another service wait as well", async () => {
    const notYet = shared("Not yet shared by Strathorran Schools: milestones.", { isOurs: true, isLive: false });
    const closed = shared("Not yet shared by Community Health: demographics.", { isLive: false });
    anApi(aCommon({ milestones: part([], { shared: [notYet] }), demographics: { isOpen: false, shared: [closed] } }));
    await drawAt(page);
    expect(screen.getByText(/Not yet shared by Strathorran Schools: milestones\./)).toBeTruthy();
    expect(screen.getByText(/Not yet shared by Community Health: demographics\./)).toBeTruthy();
    expect(screen.queryByText("1 Tern Lane")).toBeNull();
  });
});

describe("HIG-16, HIG-80, HIG-81: the child's whole world", () => {
  const wholeWorld = `/children/${childId}/whole-world`;
  test("brother Rory with his health visitor, grandmother and swimming coach, and the level beside core information; to print", async () => {
    anApi();
    const { accessible } = await drawAt(wholeWorld);
    const [, rory, eve] = rowsOf("Brothers and sisters");
    expect(rory?.textContent).toMatch(/Rory, brother, born 3 March 2024.*Nan Sim, Health visitor.*01632 960222/);
    expect(eve?.textContent).toMatch(/Eve, sister.*Nobody is known here/);
    const people = screen.getByRole("table", { name: "People who matter to the child" });
    expect(people.textContent).toMatch(/Ana Lind.*Grandparent/);
    expect(people.textContent).toMatch(/Kit Marr.*Swimming coach/);
    expect(rowsOf("Progress in Curriculum for Excellence")[1]?.textContent).toMatch(/Second level.*26 June 2026/);
    expect(screen.getByText("1 Tern Lane")).toBeTruthy();
    expect(screen.getByRole("button", { name: /Print/ })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Rory" })).toBeNull();
    await accessible();
  });

  test("an adult who must not be brought near is named as such, and how to reach them is not said", async () => {
    anApi(aCommon(), { around: { adults: around.adults.map((adult) => ({ ...adult, isKeptAway: true })) } });
    await drawAt(wholeWorld);
    expect(screen.getByText(/Do not write to, call or invite Ana Lind/)).toBeTruthy();
    expect(screen.queryByText("01632 960333")).toBeNull();
  });

  test("where it is kept private where the child is, nobody around them is on the page", async () => {
    anApi(aCommon({ keptPrivateBy: "Morag Shaw" }), {
      around: { keptPrivateBy: "Morag Shaw", adults: [], chosen: [] },
      siblings: { keptPrivateBy: "Morag Shaw", siblings: [] },
    });
    await drawAt(wholeWorld);
    expect(screen.getByText(/Morag Shaw answers for that/)).toBeTruthy();
    expect(screen.queryByRole("table", { name: "Brothers and sisters" })).toBeNull();
    expect(screen.queryByRole("table", { name: "Key events" })).toBeNull();
  });

  test("a brother or sister is written down as the family said", async () => {
    const api = anApi();
    api.answers("people.siblings.record", { childId });
    const { user, accessible } = await drawAt(`${wholeWorld}/sibling`);
    await user.click(screen.getByRole("button", { name: "Write it down" }));
    expect(await screen.findByRole("link", { name: "Enter the first name" })).toBeTruthy();
    await user.selectOptions(screen.getByLabelText(/What are they/), "half-sister");
    await user.type(screen.getByLabelText("First name"), "Eve");
    await user.type(screen.getByLabelText("Who said so?"), "Mother");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Write it down" }));
    await screen.findByRole("heading", { level: 1, name: "The child's whole world" });
    expect(api.askedOf("people.siblings.record")[0]?.input).toMatchObject({
      childId,
      is: "half-sister",
      givenName: "Eve",
      toldBy: "Mother",
    });
  });

  test("and taken back with why", async () => {
    const api = anApi();
    api.answers("people.siblings.takeBack", { childId });
    const { user } = await drawAt(wholeWorld);
    await user.click(screen.getByRole("link", { name: "Take back: Eve" }));
    await screen.findByRole("heading", { level: 1, name: "Take back a brother or sister" });
    await user.type(screen.getByLabelText("Why is it taken back?"), "A cousin");
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    await screen.findByRole("heading", { level: 1, name: "The child's whole world" });
    expect(api.askedOf("people.siblings.takeBack")[0]?.input).toMatchObject({ linkId: id(802), because: "A cousin" });
  });

  test("HIG-80: that a concern or a plan is open for Rory is said and nothing of it; where neither is, nothing is", async () => {
    const [rory, eve] = siblings.siblings;
    if (rory === undefined || eve === undefined) throw new Error("There are two.");
    anApi(aCommon(), {
      siblings: {
        siblings: [
          { ...rory, open: { concern: true, plan: true } },
          { ...eve, open: undefined },
        ],
      },
    });
    const { accessible } = await drawAt(wholeWorld);
    const [, first, second] = rowsOf("Brothers and sisters");
    expect(first?.textContent).toMatch(/Nan Sim.*A concern is open.*A plan is open/);
    expect(second?.textContent).not.toMatch(/is open/);
    expect(screen.queryByRole("link", { name: /are told of this child/ })).toBeNull();
    await accessible();
  });

  test("HIG-80: where nothing is open, the row reads as one that is held back", async () => {
    const [rory] = siblings.siblings;
    if (rory === undefined) throw new Error("There is one.");
    anApi(aCommon(), { siblings: { siblings: [{ ...rory, open: { concern: false, plan: false } }] } });
    await drawAt(wholeWorld);
    expect(rowsOf("Brothers and sisters")[1]?.textContent).not.toMatch(/open/);
  });

  test("who is not this child's named person reads what the family said, and whom to ask", async () => {
    anApi(aCommon(), { siblings: { namesNamedPersons: false } });
    await drawAt(wholeWorld);
    expect(screen.getByText(/named person can tell you/)).toBeTruthy();
  });
});

const held = {
  holdId: id(811),
  practitionerId: id(12),
  name: "Nan Sim",
  because: "Plays football with the father",
  by: "Euan Bain",
  since: "2026-09-28T10:00:00.000Z",
  ended: null,
};

describe("HD-19: what is told of the child is held back from a worker by name", () => {
  const heldBack = `/children/${childId}/whole-world/held-back`;
  test("at first from nobody; the page is reached from brothers and sisters", async () => {
    anApi(aCommon(), { siblings: { heldBack: { holds: [] } } });
    const { user, accessible } = await drawAt(`/children/${childId}/whole-world`);
    await user.click(screen.getByRole("link", { name: /are told of this child/ }));
    await screen.findByRole("heading", { level: 1, name: "What is told of this child" });
    expect(screen.getByText("It is held back from nobody")).toBeTruthy();
    expect(screen.queryByRole("table", { name: "Held back before" })).toBeNull();
    await accessible();
  });

  test("from whom, why and since when; what ended stays, with how", async () => {
    const ended = { because: "They play no more", by: "Euan Bain", at: "2026-09-30T08:15:00.000Z" };
    anApi(aCommon(), {
      siblings: { heldBack: { holds: [held, { ...held, holdId: id(812), name: "Ann Moor", ended }] } },
    });
    const { accessible } = await drawAt(heldBack);
    expect(rowsOf("Held back from")[1]?.textContent).toMatch(
      /Nan Sim.*Plays football with the father.*28 September 2026 at 11am.*Euan Bain/,
    );
    expect(rowsOf("Held back before")[1]?.textContent).toMatch(/Ann Moor.*30 September 2026.*They play no more/);
    expect(screen.getByRole("link", { name: "Let them hear of it again: Nan Sim" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: /Ann Moor/ })).toBeNull();
    await accessible();
  });

  test("the form asks from whom and why", async () => {
    const api = anApi(aCommon(), { siblings: { heldBack: { holds: [] } } });
    api.answers("plan.colleagues", {
      people: [
        {
          practitionerId: id(12),
          name: "Nan Sim",
          kind: "practitioner",
          postTitle: "Health visitor",
          agency: { agencyId: id(13), name: "Community Health", kind: "health" },
        },
      ],
      nextCursor: null,
    });
    api.answers("people.siblings.holdBack", { childId });
    const { user, accessible } = await drawAt(`${heldBack}/from`);
    await user.click(screen.getByRole("button", { name: "Hold it back" }));
    expect(await screen.findByRole("link", { name: "Find the person and pick them" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Enter why it is held back" })).toBeTruthy();
    expect(api.askedOf("people.siblings.holdBack")).toEqual([]);
    await user.type(screen.getByLabelText("From whom?"), "Nan");
    await user.click(screen.getByRole("button", { name: "Find" }));
    await user.click(await screen.findByRole("button", { name: /Nan Sim/ }));
    await user.type(screen.getByLabelText("Why?"), "Plays football with the father");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Hold it back" }));
    await screen.findByRole("heading", { level: 1, name: "What is told of this child" });
    expect(api.askedOf("people.siblings.holdBack")[0]?.input).toMatchObject({
      childId,
      practitionerId: id(12),
      because: "Plays football with the father",
    });
  });

  test("and why it is no longer held back", async () => {
    const api = anApi(aCommon(), { siblings: { heldBack: { holds: [held] } } });
    api.answers("people.siblings.endHold", { childId });
    const { user, accessible } = await drawAt(`${heldBack}/${held.holdId}/end`);
    await user.click(screen.getByRole("button", { name: "Let them hear of it" }));
    expect(await screen.findByRole("link", { name: "Enter why they may hear of it again" })).toBeTruthy();
    await user.type(screen.getByLabelText(/no longer held back/), "They play no more");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Let them hear of it" }));
    await screen.findByRole("heading", { level: 1, name: "What is told of this child" });
    expect(api.askedOf("people.siblings.endHold")[0]?.input).toMatchObject({
      holdId: held.holdId,
      because: "They play no more",
    });
  });

  test.each(["", "/from"])("who is not this child's named person finds nothing at %s", async (path) => {
    anApi();
    await drawAt(`${heldBack}${path}`);
    expect(screen.getByText(/decides what is told/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Hold it back" })).toBeNull();
  });

  test("what ended meanwhile is not ended twice", async () => {
    anApi(aCommon(), { siblings: { heldBack: { holds: [] } } });
    await drawAt(`${heldBack}/${held.holdId}/end`);
    expect(screen.getByText("It is not held back here any more")).toBeTruthy();
  });
});

describe("where the pages are offered", () => {
  test("on the overview of an area whose documents know a named person", async () => {
    anApi();
    await drawAt(`/children/${childId}`);
    expect(screen.getByRole("link", { name: /What goes with the child/ })).toBeTruthy();
    expect(screen.getByRole("link", { name: /whole world/ })).toBeTruthy();
  });

  test("and nowhere else", async () => {
    const api = anApi();
    api.answers("people.child", aChild({ namedPerson: { known: false, because: "None here", inContact: [] } }));
    await drawAt(`/children/${childId}`);
    expect(screen.queryByRole("link", { name: /What goes with the child/ })).toBeNull();
  });
});
