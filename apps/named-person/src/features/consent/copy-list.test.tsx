import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type List = Answers["consent"]["copies"]["list"];
const row = (of: Partial<List["rows"][number]>): List["rows"][number] => ({
  whom: "child",
  label: "The child",
  keepsIt: false,
  copies: [],
  ...of,
});
const may = { may: true };
const aList = (of: Partial<List> = {}): List => ({
  childId,
  planId,
  childName: "Isla Fraser",
  planTitle: "Child's Plan",
  isAskedHere: true,
  agreed: { on: "2026-03-10", by: "Euan Sinclair" },
  rows: [],
  may: { agree: may, send: may },
  ...of,
});
const page = `/children/${childId}/plans/${planId}/copies`;

function anApi(list: List) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("consent.copies.list", list);
  return api;
}

describe("HIG-50: who has a copy of the plan", () => {
  test("each with its days, a late one marked, and a reason for whoever gets none", async () => {
    anApi(
      aList({
        rows: [
          row({ copies: [{ name: "Isla Fraser", way: "By post", on: "2026-03-11", sentCopyId: id(901) }] }),
          row({ whom: "family", label: "The family", due: { words: "by the end of 17 March 2026", isLate: true } }),
          row({
            whom: "health",
            label: "Health",
            copies: [{ name: "Ailsa Orr", way: "Handed over on paper", on: "2026-03-11", receivedOn: "2026-03-12" }],
          }),
          row({
            whom: "police",
            label: "Police",
            leftOut: { because: "Has no part now", by: "Euan Sinclair", on: "2026-03-11" },
          }),
          row({ whom: "education", label: "Education", keepsIt: true }),
        ],
      }),
    );
    const { accessible } = await drawAt(page);
    const of = (name: string) => screen.getByRole("heading", { level: 2, name }).closest("section")?.textContent;
    expect(of("The child")).toContain("by post, 11 March 2026. It is not recorded when they had it.");
    expect(of("The family")).toContain("by the end of 17 March 2026");
    expect(of("Health")).toContain("Received 12 March 2026.");
    expect(of("Police")).toContain("Has no part now");
    expect(of("Education")).toContain("Leads the plan, and keeps it here.");
    await accessible();
  });

  test("a copy on paper is written down with who had it and when; an empty form says what is missing", async () => {
    const api = anApi(aList({ rows: [row({ whom: "family", label: "The family" })] }));
    api.answers("consent.copies.handedOver", { planId });
    const { user } = await drawAt(page);
    await user.click(screen.getByText("It was handed over on paper: the family"));
    await user.click(screen.getByRole("button", { name: "Record it: the family" }));
    const alert = within(screen.getByRole("alert"));
    expect(alert.getByRole("link", { name: "Enter the day it was handed over" })).toBeTruthy();
    await user.type(screen.getByLabelText("Who was given it?"), "Moira Fraser");
    const day = within(screen.getByRole("group", { name: "Handed over on" }));
    for (const [label, text] of [
      ["Day", "11"],
      ["Month", "3"],
      ["Year", "2026"],
    ] as const)
      await user.type(day.getByLabelText(label), text);
    await user.click(screen.getByRole("button", { name: "Record it: the family" }));
    expect(api.askedOf("consent.copies.handedOver")[0]?.input).toMatchObject({
      whom: "family",
      name: "Moira Fraser",
      handedOverOn: "2026-03-11",
      planId,
      childId,
    });
  });

  test("before it is agreed, and where it is kept from the reader, the page says so", async () => {
    const { agreed: _, ...notYet } = aList();
    anApi({ ...notYet, kept: "It is kept private where this child is. Ask Euan Sinclair." });
    const { accessible } = await drawAt(page);
    expect(screen.getByText("It is not recorded yet on which day the plan was agreed")).toBeTruthy();
    expect(screen.getByText("It is kept private where this child is. Ask Euan Sinclair.")).toBeTruthy();
    await accessible();
  });
});
