import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type ChildIndex = Answers["record"]["childIndex"];
const overdue: ChildIndex["waiting"][number] = {
  ...{ entryId: id(1), lead: { name: "Dan Peel", agency: "Family support" }, isOverdue: true, clause: "CWDC 2.20" },
  ...{ changedAt: "2026-11-24T09:00:00.000Z", dueBy: "2026-11-25T00:00:00.000Z", tries: 5 },
  ...{ triedAt: "2026-11-25T08:00:00.000Z", nextTryAt: "2026-11-25T08:16:00.000Z" },
  problem: "It refused the entry.",
};
const takenBack: ChildIndex["waiting"][number] = {
  ...{ entryId: id(2), changedAt: "2026-11-25T09:00:00.000Z", isOverdue: false, tries: 0 },
  nextTryAt: "2026-11-25T09:00:00.000Z",
};
const anApi = (more: Partial<ChildIndex> = {}, role: "coordinator" | "team-manager" = "coordinator") => {
  const api = aSignedInApi({ role });
  const many = {
    waiting: more.waiting?.length ?? 0,
    overdue: more.waiting?.filter((one) => one.isOverdue).length ?? 0,
  };
  const index = { isOn: true, setOn: "2026-11-02", shown: 12, ...many };
  api.answers("record.childIndex", { index, waiting: [], ...more });
  return api;
};

describe("CWDC-2.20b: what the index of children does not show yet", () => {
  test("CWDC-2.20b: a failed push stays on the queue as overdue, with its clause, how often it was tried and why it failed", async () => {
    anApi({ waiting: [overdue, takenBack] });
    const { accessible } = await drawAt("/child-index");
    const rows = within(screen.getByRole("table", { name: "Overdue: 1" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(
      /Dan Peel.*Family support.*Overdue.*CWDC 2\.20.*5 times.*It refused the entry/,
    );
    expect(rows[2]?.textContent).toMatch(/An entry to be taken back.*No clause sets a time.*Not yet/);
    expect(screen.getByText(/Entries it shows as they should be: 12/)).toBeTruthy();
    await accessible();
  });

  test("of more than the list holds it says how many wait and are overdue in all", async () => {
    const index = { isOn: true, setOn: "2026-11-02", shown: 0, waiting: 4812, overdue: 4800 };
    anApi({ index, waiting: [overdue, takenBack] });
    await drawAt("/child-index");
    expect(screen.getByRole("table", { name: "Overdue: 4800" })).toBeTruthy();
    expect(screen.getByText("4812 wait. The first 2 are listed.")).toBeTruthy();
  });

  test("with nothing waiting it says so", async () => {
    anApi();
    await drawAt("/child-index");
    expect(screen.getByText("The index shows everything it should")).toBeTruthy();
  });

  test("an area without an index is told how one is switched on", async () => {
    anApi({ index: null });
    await drawAt("/child-index");
    expect(screen.getByText(/tells no index of children/)).toBeTruthy();
  });

  test("the co-ordinator is led there from the page of the area, and a team manager is not", async () => {
    anApi();
    await drawAt("/area");
    expect(screen.getByRole("link", { name: "Index of children" }).getAttribute("href")).toBe("/manager/child-index");
  });

  test("a team manager has no such page", async () => {
    anApi({}, "team-manager");
    await drawAt("/area");
    expect(screen.queryByRole("link", { name: "Index of children" })).toBeNull();
  });
});
