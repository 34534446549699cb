import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aPlan, childId, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

test("CWDC-BOX1-youth-gates: an agency's word stands with who said it, and one that a lock made lapse is asked for again", async () => {
  const said = { supports: true, saidBy: "Helen Marsh", saidOn: "2026-11-20" };
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers(
    "plan.get",
    aPlan({
      support: [
        { ...said, agency: { code: "education", label: "Education" } },
        { ...said, agency: { code: "health", label: "Health" }, lapsedOn: "2026-11-21" },
        { ...said, agency: { code: "housing", label: "Housing" }, supports: false },
      ],
    }),
  );
  const { accessible } = await drawAt(`/children/${childId}/plans/${planId}`);
  const table = await screen.findByRole("table", { name: "What each agency said" });
  const [, ...rows] = within(table).getAllByRole("row");
  expect(rows.map((row) => within(row).getAllByRole("cell")[0]?.textContent)).toEqual([
    expect.stringContaining("Yes"),
    expect.stringContaining("Yes, but this lapsed on 21 November 2026: ask again"),
    expect.stringContaining("No"),
  ]);
  await accessible();
});
