import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Comparison } from "./comparison.tsx";
import { draw } from "./testing.tsx";

test("people stand side by side in the order given, clause by clause, with nobody ticked and nothing added up", async () => {
  const { accessible } = draw(
    <Comparison
      caption="Two people who may lead"
      candidates={[
        { id: "b", name: "Sam Booth" },
        { id: "a", name: "Ruth Adeyemi", note: "School nurse" },
      ]}
      criteria={[
        {
          id: "knows",
          label: "Knows the family",
          clause: { source: "CP3.1", at: "8.3.2" },
          cells: { a: "Since 2024" },
        },
      ]}
    />,
  );
  const table = screen.getByRole("table", { name: "Two people who may lead" });
  expect(
    within(table)
      .getAllByRole("columnheader")
      .map((one) => one.textContent),
  ).toEqual(["Sam Booth", "Ruth AdeyemiSchool nurse"]);
  const row = within(table).getByRole("row", { name: /Knows the family/ });
  expect(within(row).getByRole("rowheader").textContent).toContain("CP3.1 8.3.2");
  expect(
    within(row)
      .getAllByRole("cell")
      .map((cell) => cell.lastChild?.textContent),
  ).toEqual(["Not recorded", "Since 2024"]);
  expect(within(table).queryByRole("radio")).toBeNull();
  await accessible();
});
