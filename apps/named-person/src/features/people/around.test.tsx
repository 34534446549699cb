import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, may, mayNot } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Around = Answers["people"]["around"]["get"];
const jo: Around["chosen"][number] = {
  contactId: id(71),
  version: 1,
  as: { code: "trusted", label: "The person the child talks to" },
  chosenBy: { code: "child", label: "The child" },
  name: "Jo Marne",
  whoTheyAre: "Foster carer",
  reach: "01632 960444",
  words: "Jo listens to me",
  from: "2026-11-23",
  recordedBy: "Morag Shaw",
  protocol: null,
  isKeptAway: false,
};
const around = (of: Partial<Around> = {}): Around => ({
  childId,
  child: "Ella Reid",
  adults: [
    {
      carerId: id(72),
      name: "Ana Lind",
      relationship: "Grandparent",
      phone: "01632 960111",
      email: null,
      takesPartIn: [{ code: "meetings", label: "Meetings: they are invited" }],
      isKeptAway: false,
      reached: null,
    },
    {
      carerId: id(73),
      name: "Rob Hale",
      relationship: "Father",
      phone: null,
      email: null,
      takesPartIn: null,
      isKeptAway: true,
      reached: null,
    },
  ],
  childReached: null,
  reachedBefore: [],
  chosen: [jo],
  before: [],
  lead: { practitionerId: id(74), name: "Sana Amin" },
  keep: may,
  settle: may,
  ...of,
});
function anApi(of: Partial<Around> = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("people.around.get", around(of));
  return api;
}
const page = `/children/${childId}/people-around`;

describe("CWDC-4.6a: the person the child talks to stands beside the lead", () => {
  test("who it is, in the child's words, and that it gives no right of the lead", async () => {
    anApi();
    const { accessible } = await drawAt(page);
    expect(screen.getByText("Jo Marne, Foster carer")).toBeTruthy();
    expect(screen.getByText("Jo listens to me")).toBeTruthy();
    expect(screen.getByText(/Sana Amin answers for the help of this child/)).toBeTruthy();
    expect(screen.getByText(/Not settled yet/)).toBeTruthy();
    await accessible();
  });

  test("one who must not be brought near says so, and nothing is settled with them", async () => {
    anApi({ chosen: [{ ...jo, isKeptAway: true }] });
    await drawAt(page);
    expect(screen.getByText(/Jo Marne must not be brought near the child/)).toBeTruthy();
    expect(screen.queryByRole("link", { name: /Settle what is shared/ })).toBeNull();
    expect(screen.getByRole("link", { name: /End this/ })).toBeTruthy();
  });

  test("on the child's own page, with the way there", async () => {
    const api = aSignedInApi();
    const { version: _, recordedBy: __, protocol: ___, isKeptAway: ____, ...one } = jo;
    api.answers("people.child", aChild({ chosen: [{ ...one, name: "Jo Marne", settledOn: null }] }));
    await drawAt(`/children/${childId}`);
    const card = screen.getByRole("region", { name: "The person the child talks to" });
    expect(within(card).getByText("Jo Marne")).toBeTruthy();
    expect(screen.getByRole("link", { name: /People around the child/ })).toBeTruthy();
  });

  test("recorded by its form; each thing that is missing is asked for", async () => {
    const api = anApi({ chosen: [] });
    api.answers("people.around.recordContact", { childId });
    const { user, accessible } = await drawAt(`${page}/record`);
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(screen.getByRole("alert").textContent).toContain("Choose who it is");
    await user.click(screen.getByLabelText("The person the child talks to"));
    await user.click(screen.getByLabelText("The child"));
    await user.click(screen.getByLabelText("Somebody else, such as a foster carer"));
    await user.type(screen.getByLabelText("Name"), "Jo Marne");
    await user.type(screen.getByLabelText("Who they are to the child"), "Foster carer");
    await user.type(screen.getByLabelText("Why, in their own words"), "Jo listens to me");
    await user.type(screen.getByLabelText("Day"), "23");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(api.askedOf("people.around.recordContact").map(({ input }) => input)).toMatchObject([
      {
        childId,
        as: "trusted",
        who: { is: "other", name: "Jo Marne", whoTheyAre: "Foster carer" },
        from: "2026-11-23",
      },
    ]);
  });
});

describe("CWDC-4.6b: what is shared with the person the child talks to", () => {
  test("settled on its page; who may not settle it is not led there", async () => {
    const api = anApi();
    api.answers("people.around.settle", { childId });
    const { user } = await drawAt(`${page}/${id(71)}/sharing`);
    await user.type(screen.getByLabelText("What is shared"), "News from school");
    await user.type(screen.getByLabelText("How"), "By phone");
    await user.type(screen.getByLabelText("How quickly"), "Within a day");
    await user.type(screen.getByLabelText("Day"), "23");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026");
    await user.click(screen.getByRole("button", { name: "Record what was settled" }));
    expect(api.askedOf("people.around.settle").map(({ input }) => input)).toMatchObject([
      { contactId: id(71), version: 1, what: "News from school", how: "By phone", agreedOn: "2026-11-23" },
    ]);
  });

  test("who may not settle it, or change anything, is offered neither", async () => {
    anApi({ keep: mayNot("Your part does not let you."), settle: mayNot("Your part does not let you.") });
    await drawAt(page);
    expect(screen.queryByRole("link", { name: "Settle what is shared" })).toBeNull();
    expect(screen.queryByRole("link", { name: "End this" })).toBeNull();
  });
});

describe("CWDC-TERM-PARENT: what each adult takes part in", () => {
  test("shown for each; one who must not be brought near is offered nothing", async () => {
    anApi();
    await drawAt(page);
    expect(screen.getByText("Meetings: they are invited")).toBeTruthy();
    expect(screen.getByText("Nothing: they must not be brought near the child")).toBeTruthy();
    expect(screen.getAllByRole("link", { name: /Say what they take part in/ })).toHaveLength(1);
  });

  test("said by ticks, which stand as they are", async () => {
    const api = anApi();
    api.answers("people.around.recordPart", { childId });
    const { user, accessible } = await drawAt(`${page}/carers/${id(72)}`);
    await user.click(screen.getByLabelText(/Sharing: they are asked/));
    await accessible();
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(api.askedOf("people.around.recordPart").map(({ input }) => input)).toMatchObject([
      { childId, carerId: id(72), takesPartIn: ["meetings", "sharing"] },
    ]);
  });

  test("where it is kept private where the child is, nothing of it is shown", async () => {
    anApi({ keptPrivateBy: "Morag Shaw", adults: [], chosen: [], keep: mayNot("Kept."), settle: mayNot("Kept.") });
    await drawAt(page);
    expect(screen.getByText(/Morag Shaw answers for/)).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Parents, carers and other adults" })).toBeNull();
  });
});

describe("BOL-3.1: how child and family want to be reached", () => {
  const byText: NonNullable<Around["childReached"]> = {
    name: "Ana Lind",
    way: { code: "text", label: "By text" },
    days: [{ code: "monday", label: "Monday" }],
    inWords: "by text on Mondays",
    howOften: "Once a week",
    words: "Not before ten",
    agreedWith: "Ana Lind",
    from: "2026-11-23",
    recordedBy: "Morag Shaw",
  };
  const adults = around().adults.map((one) => (one.name === "Ana Lind" ? { ...one, reached: byText } : one));

  test("of each who may be reached it says the way, how often and with whom it was agreed; what was said before is kept", async () => {
    anApi({
      adults,
      reachedBefore: [{ ...byText, way: null, inWords: null, days: [], howOften: null, words: "Later" }],
    });
    const { accessible } = await drawAt(page);
    const table = screen.getByRole("table", { name: /How each of them is reached/ });
    expect(within(table).getByText(/By text on Mondays/)).toBeTruthy();
    expect(within(table).getByText(/Agreed with Ana Lind/)).toBeTruthy();
    expect(within(table).getByText("Nothing is recorded. Agree it with them")).toBeTruthy();
    expect(within(table).queryByText(/Rob Hale/)).toBeNull();
    expect(screen.getByText(/They were asked, and nothing is agreed/)).toBeTruthy();
    await accessible();
  });

  test("recorded by its form; each thing that is missing is asked for", async () => {
    const api = anApi();
    api.answers("people.around.recordWay", { childId });
    const { user, accessible } = await drawAt(`${page}/carers/${id(72)}/way`);
    await user.click(screen.getByLabelText("Yes"));
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(screen.getByRole("alert").textContent).toContain("Choose how they are reached");
    expect(screen.getByRole("alert").textContent).toContain("Choose the days");
    await user.click(screen.getByLabelText("By text"));
    await user.click(screen.getByLabelText("Monday"));
    await user.type(screen.getByLabelText("How often?"), "Once a week");
    await user.type(screen.getByLabelText("Who said so?"), "Ana Lind");
    await user.type(screen.getByLabelText("Day"), "23");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(api.askedOf("people.around.recordWay").map(({ input }) => input)).toMatchObject([
      {
        ...{ childId, carerId: id(72), agreedWith: "Ana Lind", from: "2026-11-23" },
        agreed: { is: "way", way: "text", days: ["monday"], howOften: "Once a week" },
      },
    ]);
  });

  test("put right with what was recorded last before one; the child's own way names no carer", async () => {
    const api = anApi({ childReached: { ...byText, name: null } });
    api.answers("people.around.recordWay", { childId });
    const { user } = await drawAt(`${page}/child/way`);
    expect((screen.getByLabelText("By text") as HTMLInputElement).checked).toBe(true);
    expect((screen.getByLabelText("How often?") as HTMLInputElement).value).toBe("Once a week");
    await user.click(screen.getByLabelText("They were asked, and nothing is agreed"));
    await user.clear(screen.getByLabelText("What did they say?"));
    await user.type(screen.getByLabelText("What did they say?"), "She will come by");
    await user.type(screen.getByLabelText("Who said so?"), "Ella");
    await user.type(screen.getByLabelText("Day"), "23");
    await user.type(screen.getByLabelText("Month"), "11");
    await user.type(screen.getByLabelText("Year"), "2026");
    await user.click(screen.getByRole("button", { name: "Record it" }));
    const [asked] = api.askedOf("people.around.recordWay").map(({ input }) => input);
    expect(asked).toMatchObject({ childId, agreed: { is: "none", words: "She will come by" } });
    expect(asked).not.toHaveProperty("carerId");
  });

  test("an adult who must not be brought near has no such page", async () => {
    anApi();
    await drawAt(`${page}/carers/${id(73)}/way`);
    expect(screen.getByText("Nobody like that is on record for this child")).toBeTruthy();
  });

  test("on the child's own page", async () => {
    const api = aSignedInApi();
    api.answers("people.child", aChild({ reached: [byText] }));
    await drawAt(`/children/${childId}`);
    const card = screen.getByRole("region", { name: "How they are reached" });
    expect(card.textContent).toContain("Ana Lind: by text on Mondays. Once a week");
    expect(within(card).getByText("Not before ten")).toBeTruthy();
  });
});
