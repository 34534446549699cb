import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Sealing, Sealings } from "../../views.ts";

const ends = {
  people: 2,
  plans: 1,
  plansLeft: 0,
  actions: 3,
  duties: 1,
  notices: 4,
  consents: 1,
  releases: 2,
  elsewhere: 1,
};
const waiting: Sealing = {
  sealingId: id(1),
  askedBy: person(10, "Sheila Torrance"),
  askedAt: "2026-11-23T10:00:00.000Z",
  child: aChild(300, "Isla Fraser"),
  order: { on: "2026-11-16", court: "Testburgh Sheriff Court, AD12/26", reason: "An adoption order was made" },
  people: [{ ...person(11, "Morag Shaw"), parts: "named person" }],
  ends,
  may: { decide: { may: true } },
};
const { child: _, order: __, ...without } = waiting;
const sealed: Sealing = {
  ...without,
  people: [],
  decided: { outcome: "sealed", by: person(12, "Catriona Breck"), at: "2026-11-23T11:00:00.000Z" },
  may: { decide: { may: false, why: "This is decided." } },
};

const anOfficersApi = (list: Partial<Sealings> = {}) => {
  const api = aSignedInApi({ role: "privacy-officer", name: "Catriona Breck", postTitle: "Privacy officer" });
  api.answers("sealing.list", { waiting: [], decided: [], nextCursor: null, ...list });
  return api;
};

describe("records to be sealed", () => {
  test("shows what waits with the child's name, and what was decided without it", async () => {
    const { people: _people, may: _may, ...inList } = sealed;
    anOfficersApi({ waiting: [waiting], decided: [inList] });
    const { accessible } = await drawAt("/sealing");
    expect(screen.getByRole("link", { name: /Isla Fraser/ })).toBeTruthy();
    const decided = screen.getByRole("table", { name: "Decided, newest first" });
    expect(within(decided).getByRole("link", { name: /A record was sealed/ })).toBeTruthy();
    expect(decided.textContent).not.toContain("Isla");
    await accessible();
  });

  test("with nothing in either list it says so, and the page is one of the area's", async () => {
    anOfficersApi();
    await drawAt("/sealing");
    expect(screen.getByText("Nothing waits for a decision")).toBeTruthy();
    expect(screen.getByText("Nothing was decided yet")).toBeTruthy();
    expect(screen.getByRole("link", { name: "The area" }).getAttribute("aria-current")).toBe("page");
  });

  test("is asked for with whose record, the order, the court and why", async () => {
    const api = anOfficersApi();
    api.answers("sealing.ask", { sealingId: id(1) });
    api.answers("sealing.get", waiting);
    const { user, accessible } = await drawAt("/sealing/ask");
    await user.click(screen.getByRole("button", { name: "Ask for it to be sealed" }));
    expect(await screen.findByRole("link", { name: "Choose how you say who it is" })).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("radio", { name: /whole number/ }));
    await user.type(screen.getByRole("textbox", { name: /[Nn]umber/ }), "9990000018");
    const [day, month, year] = ["Day", "Month", "Year"].map((name) => screen.getByRole("textbox", { name }));
    if (!day || !month || !year) throw new Error("no day is asked");
    await user.type(day, "16");
    await user.type(month, "11");
    await user.type(year, "2026");
    await user.type(screen.getByRole("textbox", { name: /Court/ }), "Testburgh Sheriff Court, AD12/26");
    await user.type(screen.getByRole("textbox", { name: /Why/ }), "An adoption order was made");
    await user.click(screen.getByRole("button", { name: "Ask for it to be sealed" }));
    expect(await screen.findByText(/The others who may decide are told/)).toBeTruthy();
    expect(api.askedOf("sealing.ask")[0]?.input).toMatchObject({
      child: { by: "number", number: "9990000018" },
      orderedOn: "2026-11-16",
      court: "Testburgh Sheriff Court, AD12/26",
    });
  });

  test("before it is decided the page says what ends, and sealing needs that the order was seen", async () => {
    const api = anOfficersApi();
    api.answers("sealing.get", waiting);
    api.answers("sealing.decide", sealed);
    const { user, accessible } = await drawAt(`/sealing/${id(1)}`);
    for (const words of ["2 people", "1 plan", "Morag Shaw", "Testburgh Sheriff Court, AD12/26"])
      expect(screen.getByText(words)).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("radio", { name: "Seal the record" }));
    await user.type(screen.getByRole("textbox"), "Saw the order");
    await user.click(screen.getByRole("button", { name: "Keep this decision" }));
    expect(await screen.findByRole("link", { name: /Tick that you have seen the order/ })).toBeTruthy();
    expect(api.askedOf("sealing.decide")).toEqual([]);
    await user.click(screen.getByRole("checkbox", { name: "I have seen the adoption order" }));
    api.answers("sealing.get", sealed);
    await user.click(screen.getByRole("button", { name: "Keep this decision" }));
    expect(await screen.findByText("What you decided is kept, and whoever asked is told.")).toBeTruthy();
    expect(api.askedOf("sealing.decide")[0]?.input).toMatchObject({ outcome: "sealed", sawOrder: true });
    expect(await screen.findByRole("heading", { level: 1, name: "A record was sealed" })).toBeTruthy();
    expect(screen.queryByText(/Isla/)).toBeNull();
  });

  test("whoever asked is told that another person decides", async () => {
    const api = anOfficersApi();
    const why = "You asked for this. Another person decides.";
    api.answers("sealing.get", { ...waiting, may: { decide: { may: false, why } } });
    await drawAt(`/sealing/${id(1)}`);
    expect(screen.getByText(why)).toBeTruthy();
  });

  test("is in the menu of no post that may not ask", async () => {
    const api = aSignedInApi({ role: "team-manager" });
    api.answers("access.outsideWork.mine", { children: [], home: null });
    await drawAt("/outside-work");
    expect(screen.queryByRole("link", { name: "Records to be sealed" })).toBeNull();
  });
});
