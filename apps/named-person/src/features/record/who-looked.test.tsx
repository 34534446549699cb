import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { WhoLooked } from "../../views.ts";

const euan: WhoLooked["people"][number] = {
  key: id(1),
  name: "Euan Sinclair",
  post: "Principal teacher",
  agency: "Strathorran Schools",
  isWithheld: false,
  looks: 14,
  changes: 1,
  rows: [
    { day: "2026-11-22", what: "Looked at the plan of help", why: "They work on your child's plan.", times: 3 },
    { day: "2026-11-20", what: "Wrote or changed something about the record", why: "As part of their work.", times: 1 },
  ],
  more: 4,
  emergencies: [],
};
const inAnEmergency: WhoLooked["people"][number] = {
  ...euan,
  key: id(2),
  name: "Olive Strang",
  more: 0,
  changes: 0,
  emergencies: [
    {
      at: "2026-11-21T18:00:00.000Z",
      reason: "The child is missing",
      words: "Not home since noon",
      found: "Somebody else still has to look at whether it was right.",
    },
  ],
};
const looked = (of: Partial<WhoLooked> = {}): WhoLooked => ({
  childName: "Ailsa Rennie",
  isKept: false,
  from: "2025-11-22" as WhoLooked["from"],
  to: "2026-11-22" as WhoLooked["to"],
  people: [euan, inAnEmergency],
  may: { give: { may: true } },
  ...of,
});

function anApi(of: Partial<WhoLooked> = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("record.whoLooked", looked(of));
  return api;
}
const page = `/children/${childId}/who-has-looked`;

describe("who has looked", () => {
  test("person by person: how often, what and why in plain words, an emergency with its reason and what was found", async () => {
    anApi();
    const { accessible } = await drawAt(page);
    expect(screen.getByText("In these days: looked 14 times, wrote or changed something 1 time.")).toBeTruthy();
    const [, first] = within(screen.getByRole("table", { name: "What Euan Sinclair did" })).getAllByRole("row");
    expect(first?.textContent).toContain("22 November 2026");
    expect(first?.textContent).toContain("Looked at the plan of help (3 times)");
    expect(first?.textContent).toContain("They work on your child's plan.");
    expect(screen.getByText(/4 older lines of Euan Sinclair are in the whole list/)).toBeTruthy();
    expect(screen.getByText(/Opened the record in an emergency on/).textContent).toContain("“Not home since noon”");
    expect(screen.queryByText(/refused/i)).toBeNull();
    await accessible();
  });

  test("the days are asked for, and stay in the address; a last day before the first is not sent", async () => {
    const api = anApi();
    const { user, path } = await drawAt(page);
    const first = within(screen.getByRole("group", { name: "First day" }));
    const set = async (label: string, text: string) => {
      await user.clear(first.getByLabelText(label));
      await user.type(first.getByLabelText(label), text);
    };
    await set("Year", "2027");
    await user.click(screen.getByRole("button", { name: "Show these days" }));
    expect(screen.getAllByText("Enter a day that is not before the first").length).toBeGreaterThan(0);
    await set("Year", "2026");
    await user.click(screen.getByRole("button", { name: "Show these days" }));
    expect(path()).toContain("from=2026-11-22");
    expect(api.askedOf("record.whoLooked").at(-1)?.input).toEqual({ childId, from: "2026-11-22", to: "2026-11-22" });
  });

  test("nobody in these days says so; while whereabouts are kept the page says why names are missing", async () => {
    anApi({ people: [], isKept: true });
    await drawAt(page);
    expect(screen.getByText("Nobody looked in these days")).toBeTruthy();
    expect(screen.getByText(/Nobody is named here whose place of work would tell/)).toBeTruthy();
  });
});

test("the sheet for the family is whole, and nothing else of the record is asked for or stands on it", async () => {
  const api = anApi();
  const { accessible, user } = await drawAt(page);
  await user.click(screen.getByRole("link", { name: "The whole list, to give to the family" }));
  await screen.findByRole("heading", { level: 1, name: "Who has looked at Ailsa Rennie's record, and why" });
  expect(api.askedOf("record.whoLooked").at(-1)?.input).toEqual({
    childId,
    from: "2025-11-22",
    to: "2026-11-22",
    whole: true,
  });
  expect(screen.getByRole("link", { name: "Give it to one of the family" }).getAttribute("href")).toContain("/give?");
  expect(screen.getByRole("button", { name: "Print it for yourself" })).toBeTruthy();
  expect(screen.queryByRole("navigation", { name: "This child" })).toBeNull();
  await accessible();
});
