import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, person, term } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Received = Answers["consent"]["receivedOne"];
const shut = { may: false, why: "Your part in this child's care does not let you." };
const one = (of: Partial<Received["received"]> = {}): Received["received"] => ({
  releaseId: id(800),
  title: "Concern noticed on 20 November 2026",
  childName: "Isla Fraser",
  by: person(11, "Amina Yusuf"),
  from: "Health",
  purpose: "So that you can plan sessions",
  on: "2026-11-23",
  lastDay: "2027-02-26",
  isToFile: false,
  ...of,
});
const received = (of: Partial<Received> = {}): Received => ({
  received: one(),
  copy: "Coughs at night, and is tired after lunch.",
  basis: "Consent",
  sharedOn: [],
  may: { file: shut, shareOn: shut },
  ...of,
});
const page = `/shared-with-you/${id(800)}`;

describe("what is shared with somebody", () => {
  test("is a list of their own: what, about whom, by whom, what for and until when", async () => {
    const api = aSignedInApi();
    api.answers("consent.received", { received: [one()] });
    const { accessible } = await drawAt("/shared-with-you");
    const [, row] = within(screen.getByRole("table")).getAllByRole("row");
    for (const words of ["Concern noticed on 20 November 2026", "Isla Fraser", "Amina Yusuf", "26 February 2027"])
      expect(row?.textContent).toContain(words);
    await accessible();
  });

  test("an empty list says when something is in it", async () => {
    const api = aSignedInApi();
    api.answers("consent.received", { received: [] });
    await drawAt("/shared-with-you");
    expect(screen.getByText("Nothing is shared with you")).toBeTruthy();
  });

  test("opens the copy as it went and leads to nothing else of a child in whose care they have no part", async () => {
    const api = aSignedInApi();
    api.answers("consent.receivedOne", received());
    const { accessible } = await drawAt(page);
    expect(screen.getByText("Coughs at night, and is tired after lunch.")).toBeTruthy();
    expect(screen.getByText(/Nothing else of Isla Fraser opens with it/)).toBeTruthy();
    expect(screen.queryByRole("link", { name: /What may be shared/ })).toBeNull();
    expect(screen.queryByRole("heading", { name: "Who else needs it" })).toBeNull();
    await accessible();
  });
});

describe("HIG-29 and HIG-30: the named person files what came in, and then opens it to others one by one", () => {
  const toFile = received({
    received: one({ isToFile: true }),
    childId,
    may: { file: { may: true }, shareOn: { may: true } },
  });

  test("until it is filed nobody else gets it; filing needs a choice and a reason", async () => {
    const api = aSignedInApi();
    api.answers("consent.receivedOne", toFile);
    api.answers("consent.file", { releaseId: id(800) });
    const { user, accessible } = await drawAt(page);
    expect(screen.getByText("File it first: until then it is closed to others.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "File it" }));
    expect(within(screen.getByRole("alert")).getByRole("link", { name: "Choose whether it is relevant" })).toBeTruthy();
    expect(api.askedOf("consent.file")).toEqual([]);
    await user.click(screen.getByLabelText("Relevant to this child"));
    await user.type(screen.getByLabelText("Why?"), "It touches her sleep");
    await accessible();
    await user.click(screen.getByRole("button", { name: "File it" }));
    expect(api.askedOf("consent.file")[0]?.input).toMatchObject({ as: "relevant", because: "It touches her sleep" });
  });

  test("filed, it goes to one person more, with what was answered beside it", async () => {
    const api = aSignedInApi();
    api.answers("people.child", aChild());
    api.answers("consent.receivedOne", {
      ...toFile,
      received: one({ filed: { as: term("relevant", "Relevant to this child"), because: "Sleep" } }),
    });
    api.answers("consent.forChild", {
      childId,
      childName: "Isla Fraser",
      answers: [],
      items: [],
      carers: [],
      carersAreKept: false,
      withoutAgreement: [],
      releases: [],
      duties: [],
      may: { record: { may: true }, release: { may: true }, tell: { may: true }, takeBack: { may: true } },
    });
    const { user } = await drawAt(page);
    await user.click(screen.getByRole("link", { name: "Share it with somebody else" }));
    expect(await screen.findByText("Exactly this goes")).toBeTruthy();
    expect(screen.getByText("Coughs at night, and is tired after lunch.")).toBeTruthy();
    expect(await screen.findByText("Nobody has been asked about this.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Share it" }));
    expect(screen.getByRole("alert")).toBeTruthy();
    expect(api.askedOf("consent.shareOn")).toEqual([]);
  });
});

describe("the copy of what went from one agency to another", () => {
  const released = (openCopy: Answers["consent"]["released"]["may"]["openCopy"]): Answers["consent"]["released"] => ({
    childId,
    childName: "Isla Fraser",
    release: {
      releaseId: id(800),
      title: "Concern noticed on 20 November 2026",
      from: "Health",
      to: { ...person(12, "Rosa Brand"), agency: "Health" },
      purpose: "So that you can plan sessions",
      basis: term("consent", "Consent"),
      isIncomplete: false,
      by: person(11, "Amina Yusuf"),
      on: "2026-11-23",
      isEnded: false,
      childTold: { told: "yes", on: "2026-11-23" },
      familyTold: { told: "yes", on: "2026-11-23" },
      decisionId: id(900),
    },
    openings: [],
    may: { tell: shut, complete: shut, openCopy },
  });
  const address = `/children/${childId}/consent/shared/${id(800)}`;

  test("is not on the page of somebody whom it is not for, who is told why", async () => {
    const api = aSignedInApi();
    api.answers("people.child", aChild());
    api.answers("consent.released", released({ may: false, why: "The copy is for whoever shared it." }));
    const { accessible } = await drawAt(address);
    expect(screen.getByText("The copy is for whoever shared it.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Open the copy/ })).toBeNull();
    await accessible();
  });

  test("opens to a manager for an hour, who says why first", async () => {
    const api = aSignedInApi({ role: "team-manager" });
    api.answers("people.child", aChild());
    api.answers("consent.released", released({ may: true }));
    api.answers("consent.openCopy", { releaseId: id(800) });
    const { user } = await drawAt(address);
    await user.click(screen.getByRole("button", { name: "Open the copy for an hour" }));
    expect(api.askedOf("consent.openCopy")).toEqual([]);
    await user.type(screen.getByLabelText("Why do you need to read the copy?"), "The family complained");
    await user.click(screen.getByRole("button", { name: "Open the copy for an hour" }));
    expect(api.askedOf("consent.openCopy")[0]?.input).toMatchObject({ because: "The family complained" });
  });
});
