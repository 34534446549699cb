import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type TheirWord = Answers["consent"]["theirWord"]["get"];
const page = `/children/${childId}/plans/${planId}/their-word`;
const word = { on: "2026-11-20", by: "Euan Sinclair" };

const theirWord = (more: Partial<TheirWord> = {}): TheirWord => ({
  planId,
  childId,
  childName: "Isla Fraser",
  planTitle: "Child's Plan",
  isAgreed: false,
  voices: [
    {
      whose: { code: "child", label: "The child" },
      part: { ...word, answer: { code: "took-part", label: "Took part" }, words: "Drew a good day." },
    },
    { whose: { code: "family", label: "The family" } },
  ],
  actions: [
    {
      actionId: id(901),
      what: "Speech sessions",
      owner: "Amina Yusuf",
      child: { ...word, answer: { code: "agreed", label: "Agrees" }, form: "At the meeting" },
    },
    {
      actionId: id(902),
      what: "A quiet place at lunch",
      family: {
        ...word,
        answer: { code: "not-agreed", label: "Does not agree" },
        words: "He would sit there alone.",
        form: "At the meeting",
        name: "Ana Lind",
      },
    },
  ],
  views: [],
  advocacy: { isAsked: true, isGap: false, says: [], voices: [] },
  answerViews: { may: true },
  takingPart: { isAsked: true, says: ["The family has not taken part."] },
  agreement: { isAsked: true, says: ["The plan is agreed except for action 2."] },
  record: { may: true },
  ...more,
});

const anApi = (more?: Partial<TheirWord>) => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("consent.theirWord.get", theirWord(more));
  for (const one of ["takingPart", "explained", "agreement"] as const)
    api.answers(`consent.theirWord.${one}`, { planId });
  return api;
};

const fillDay = async (user: Awaited<ReturnType<typeof drawAt>>["user"]) => {
  for (const [name, value] of [
    ["Day", "20"],
    ["Month", "11"],
    ["Year", "2026"],
  ] as const)
    await user.type(screen.getByRole("textbox", { name }), value);
};

describe("HIG-45, HIG-49, BOL-4.8: what child and family say of the plan", () => {
  test("each apart, what is missing with it, and every action with both answers", async () => {
    anApi();
    const { accessible } = await drawAt(page);
    expect(screen.getByText(/stays a draft until/)).toBeTruthy();
    expect(screen.getByText("Drew a good day.")).toBeTruthy();
    expect(screen.getByText("The plan is agreed except for action 2.")).toBeTruthy();
    const rows = within(screen.getByRole("table", { name: "The actions that are still open" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/1\. Speech sessions.*Agrees.*Not asked yet/);
    expect(rows[2]?.textContent).toMatch(/2\. A quiet place at lunch.*Does not agree: He would sit there alone\./);
    for (const whose of ["the child", "the family"])
      for (const [what, to] of [
        ["making the plan", "part"],
        ["the plan was explained", "explained/plan"],
        ["why this person leads", "explained/lead"],
      ] as const)
        expect(screen.getByRole("link", { name: `Record ${what}: ${whose}` }).getAttribute("href")).toMatch(
          new RegExp(`/their-word/${whose.slice(4)}/${to}$`),
        );
    await accessible();
  });

  test("how they took part is asked for, and nothing is ticked or sent before it is there", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`${page}/family/part`);
    expect(screen.getAllByRole("radio").every((radio) => !(radio as HTMLInputElement).checked)).toBe(true);
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(await screen.findByRole("link", { name: "Choose whether they took part" })).toBeTruthy();
    expect(api.askedOf("consent.theirWord.takingPart")).toEqual([]);
    await user.click(screen.getByRole("radio", { name: "Could not take part" }));
    await user.type(screen.getByLabelText(/How, or why/), "In hospital until Friday");
    await fillDay(user);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "What child and family say of the plan" });
    expect(api.askedOf("consent.theirWord.takingPart")[0]?.input).toMatchObject({
      planId,
      childId,
      whose: "family",
      part: "not-possible",
      words: "In hospital until Friday",
      on: "2026-11-20",
    });
  });

  test("GIR-25: what was explained, how, and whether it was understood", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`${page}/child/explained/lead`);
    expect(screen.getByRole("heading", { level: 1, name: "Explaining why this person leads" })).toBeTruthy();
    await user.type(screen.getByLabelText("How was it explained?"), "A talk with drawings");
    await user.click(screen.getByRole("radio", { name: "Understood" }));
    await fillDay(user);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "What child and family say of the plan" });
    expect(api.askedOf("consent.theirWord.explained")[0]?.input).toMatchObject({
      whose: "child",
      what: "lead",
      form: "A talk with drawings",
      understood: "understood",
    });
  });

  test("a no to an action asks for what stands against it, in their words", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`${page}/family/agreement`);
    const [first, second] = [
      within(screen.getByRole("group", { name: /1\. Speech sessions/ })),
      within(screen.getByRole("group", { name: /2\. A quiet place/ })),
    ];
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(await screen.findByRole("link", { name: "Choose whether they agree: action 1" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Choose whether they agree: action 2" })).toBeTruthy();
    await user.click(first.getByRole("radio", { name: "Agrees" }));
    await user.click(second.getByRole("radio", { name: "Does not agree" }));
    await user.type(screen.getByLabelText("How were they asked?"), "At the meeting");
    await fillDay(user);
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(
      await screen.findByRole("link", { name: "Enter what stands against it, in their words: action 2" }),
    ).toBeTruthy();
    await user.type(second.getByLabelText(/What stands against it/), "He would sit there alone.");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "What child and family say of the plan" });
    expect(api.askedOf("consent.theirWord.agreement")[0]?.input).toMatchObject({
      whose: "family",
      how: "At the meeting",
      answers: [
        { actionId: id(901), answer: "agreed" },
        { actionId: id(902), answer: "not-agreed", why: "He would sit there alone." },
      ],
    });
  });

  test("who may not record it reads it, and finds no way to", async () => {
    anApi({ record: { may: false, why: "Somebody else talks with them." } });
    await drawAt(page);
    expect(screen.queryByRole("link", { name: /Record what/ })).toBeNull();
    expect(screen.queryAllByRole("link", { name: /^Record(?! that)/ })).toEqual([]);
  });
});

test("GIR-75: a view on the plan is answered, in words and with the day", async () => {
  const view = {
    viewId: id(930),
    whose: { code: "child", label: "The child" },
    words: "I would rather meet at school.",
    how: "A drawing",
    on: "2026-11-20",
    by: "Euan Sinclair",
  };
  const api = anApi({ views: [view], answerViews: { may: true } });
  api.answers("consent.theirWord.answerView", { planId });
  const { user, accessible } = await drawAt(`${page}/views/${id(930)}`);
  expect(screen.getByText("I would rather meet at school.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Answer" }));
  expect(api.askedOf("consent.theirWord.answerView")).toEqual([]);
  await user.type(screen.getByLabelText(/How was it taken into account/), "We meet at school from Monday.");
  await fillDay(user);
  await accessible();
  await user.click(screen.getByRole("button", { name: "Answer" }));
  await screen.findByRole("heading", { level: 1, name: "What child and family say of the plan" });
  expect(api.askedOf("consent.theirWord.answerView")[0]?.input).toMatchObject({
    viewId: id(930),
    words: "We meet at school from Monday.",
    on: "2026-11-20",
  });
});

describe("GIR-37, HIG-97: somebody to speak for child or family", () => {
  const offered = { code: "offered", label: "Offered" };
  const linked = { code: "linked", label: "Brought together with an advocate" };
  const accepted = { code: "accepted", label: "Accepted" };
  const advocacy: TheirWord["advocacy"] = {
    isAsked: true,
    isGap: false,
    says: ["Advocacy is accepted. Name the advocate, and the day on which they are brought together."],
    voices: [
      {
        whose: { code: "child", label: "The child" },
        steps: [
          { step: offered, on: "2026-11-16", by: "Euan Sinclair" },
          { step: accepted, on: "2026-11-16", by: "Euan Sinclair" },
        ],
        next: [linked],
      },
      { whose: { code: "family", label: "The family" }, steps: [], next: [] },
    ],
  };

  test("each step stands with its day, and what is still to be done with it", async () => {
    anApi({ advocacy });
    const { accessible } = await drawAt(page);
    expect(screen.getByText(/Name the advocate, and the day/)).toBeTruthy();
    expect(screen.getByText(/^Accepted/).textContent).toMatch(/16 November 2026, written down by Euan Sinclair/);
    expect(screen.getByText("Not considered")).toBeTruthy();
    expect(screen.queryByText("Gap: not considered")).toBeNull();
    await accessible();
  });

  test("on a plan in dispute 'not considered' is marked as a gap", async () => {
    anApi({ advocacy: { ...advocacy, isGap: true, says: ["The plan is in dispute, and nobody has recorded it."] } });
    await drawAt(page);
    expect(screen.getByText("Gap: not considered")).toBeTruthy();
  });

  test("Ewan accepted: the link needs the advocate's name and the day, and only what can come next is offered", async () => {
    const api = anApi({ advocacy });
    api.answers("consent.theirWord.advocacy", { planId });
    const { user, accessible } = await drawAt(page);
    await user.click(screen.getByRole("link", { name: /^Record the child: somebody to speak for them/ }));
    await screen.findByRole("heading", { level: 1, name: "Somebody to speak for them" });
    expect(screen.getAllByRole("radio").length).toBe(1);
    await user.click(screen.getByRole("radio", { name: linked.label }));
    await fillDay(user);
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect((await screen.findAllByText("Enter the advocate's name")).length).toBeGreaterThan(0);
    expect(api.askedOf("consent.theirWord.advocacy")).toEqual([]);
    await user.type(screen.getByLabelText(/Who is the advocate/), "J. Bain, Highland Advocacy");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "What child and family say of the plan" });
    expect(api.askedOf("consent.theirWord.advocacy")[0]?.input).toMatchObject({
      ...{ planId, childId, whose: "child", step: "linked" },
      ...{ advocate: "J. Bain, Highland Advocacy", on: "2026-11-20" },
    });
  });
});
