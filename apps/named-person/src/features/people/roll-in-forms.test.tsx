import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { anEstablishment, aRollIn, establishmentId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const office = () => {
  const api = aSignedInApi({ role: "record-keeper", postTitle: "School office" });
  api.answers("people.establishments", [anEstablishment()]);
  return api;
};

test("columns that are needed and not chosen are listed, and the file is not sent again for nothing", async () => {
  const api = office();
  api.answers("people.rollIn.preview", {
    outcome: "needs-columns",
    headings: ["Wer", "Sippe", "Geburtstag"],
    mapping: {},
    problems: [{ field: "CHILD_FIRST_NAME", message: "Choose the column that holds the first name." }],
    examples: [{ Wer: "Isla", Sippe: "Fraser", Geburtstag: "4/3/2017" }],
  });
  const { user, accessible } = await drawAt(`/roll/${establishmentId}/imports/new`);
  await user.upload(screen.getByLabelText("File"), new File(["Wer,Sippe,Geburtstag"], "p5.csv", { type: "text/csv" }));
  await user.click(screen.getByRole("button", { name: "Read the file" }));
  await screen.findByRole("heading", { level: 1, name: "Which column holds what?" });
  expect(screen.getByText(/p5\.csv has 3 columns/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Read the file with these columns" }));
  const summary = within(await screen.findByRole("alert"));
  expect(summary.getAllByRole("link").map((link) => link.textContent)).toEqual([
    "Choose the column that holds the first name",
    "Choose the column that holds the last name",
    "Choose the column that holds the date of birth",
  ]);
  expect(api.askedOf("people.rollIn.preview")).toHaveLength(1);
  await accessible();
});

test("a primary school is asked whether children who are new attend full-time, before anything is sent", async () => {
  const api = office();
  api.answers("people.rollIn.get", aRollIn({ summary: { ...aRollIn().summary, rows: 2, toDecide: 0 } }));
  api.answers("people.rollIn.notInList", { children: [], nextCursor: null });
  const { user } = await drawAt(`/roll/imports/${aRollIn().rollInId}/confirm`);
  await user.click(screen.getByRole("button", { name: "Import the list" }));
  const summary = within(await screen.findByRole("alert"));
  expect(summary.getAllByRole("link").map((link) => link.textContent)).toEqual([
    "Enter the first day on the roll",
    "Say whether the children who are new attend full-time",
  ]);
  expect(api.askedOf("people.rollIn.confirm")).toEqual([]);
});

test("a list that nobody will import is discarded from its page, which then says by whom", async () => {
  const api = office();
  const waits = aRollIn({ keptUntil: "2026-12-06" });
  const { rollInId } = waits;
  api.answers("people.rollIn.get", waits);
  api.answers("people.rollIn.rows", { rows: [], nextCursor: null });
  const { user, accessible, path } = await drawAt(`/roll/imports/${rollInId}`);
  expect(screen.getByText("A list that nobody imports is discarded by itself on 6 December 2026.")).toBeTruthy();
  await user.click(screen.getByRole("link", { name: "Discard this list" }));
  await screen.findByRole("heading", { level: 1, name: "Discard this list" });
  await accessible();
  const discarded = aRollIn({
    state: "discarded",
    words: "This list was discarded. Nothing of it was imported.",
    discarded: { at: "2026-11-22T09:30:00.000Z", by: "Donella Reid" },
  });
  api.answers("people.rollIn.discard", discarded);
  api.answers("people.rollIn.get", discarded);
  await user.click(screen.getByRole("button", { name: "Discard the list" }));
  await screen.findByText(/Discarded by Donella Reid on 22 November 2026/);
  expect(path()).toBe(`/roll/imports/${rollInId}`);
  expect(screen.queryByText("Narrow the rows")).toBeNull();
  expect(api.askedOf("people.rollIn.discard").map(({ input }) => input)).toMatchObject([{ rollInId, version: 1 }]);
});

test("a list that adds nobody asks for no first day", async () => {
  const api = office();
  const changes = { ...aRollIn().summary, rows: 2, new: 0, changed: 1, toDecide: 0 };
  api.answers("people.rollIn.get", aRollIn({ summary: changes }));
  api.answers("people.rollIn.notInList", { children: [], nextCursor: null });
  api.answers("people.rollIn.confirm", aRollIn({ state: "confirmed", summary: changes }));
  api.answers("people.rollIn.rows", { rows: [], nextCursor: null });
  const { user, accessible } = await drawAt(`/roll/imports/${aRollIn().rollInId}/confirm`);
  expect(screen.queryByRole("group", { name: /First day on the roll/ })).toBeNull();
  expect(screen.queryByRole("group", { name: /full-time/ })).toBeNull();
  await accessible();
  await user.click(screen.getByRole("button", { name: "Import the list" }));
  await screen.findByRole("heading", { level: 1, name: "primary-school.csv" });
  expect(api.askedOf("people.rollIn.confirm")[0]?.input).not.toHaveProperty("onRollFrom");
});
