import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { EmptyState } from "./empty-state.tsx";
import { MoreRows } from "./pagination.tsx";
import { type Column, Table } from "./table.tsx";
import { draw } from "./testing.tsx";

type Row = { readonly name: string; readonly led: number | undefined };
const rows: readonly Row[] = [
  { name: "Sam", led: 11 },
  { name: "Ruth", led: 4 },
  { name: "Ina", led: undefined },
];
const columns: readonly Column<Row>[] = [
  { heading: "Practitioner", cell: (row) => row.name, sortBy: (row) => row.name },
  { heading: "Plans led", cell: (row) => row.led ?? "Not recorded", sortBy: (row) => row.led, numeric: true },
  { heading: "Team", cell: () => "Leigh" },
];
const names = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent);

describe("Table", () => {
  test("is a real table: a caption, column headings, and rows named by their first cell", async () => {
    const { accessible } = draw(
      <Table caption="Practitioners" rows={rows} rowKey={(row) => row.name} columns={columns} />,
    );
    expect(screen.getByRole("table", { name: "Practitioners" })).toBeTruthy();
    expect(names()).toEqual(["Sam", "Ruth", "Ina"]);
    await accessible();
  });

  test("says its own roles where a phone lays its rows out as cards, with each heading beside its cell", async () => {
    const { accessible } = draw(
      <Table stacked caption="Practitioners" rows={rows} rowKey={(row) => row.name} columns={columns} />,
    );
    const table = screen.getByRole("table", { name: "Practitioners" });
    expect(table.getAttribute("role")).toBe("table");
    expect(screen.getAllByRole("columnheader")).toHaveLength(3);
    expect(screen.getAllByRole("row").at(1)?.textContent).toBe("SamPlans led11TeamLeigh");
    expect(screen.getAllByRole("cell", { name: "11" })).toHaveLength(1);
    await accessible();
  });

  test("keeps a column of controls off paper, its heading with it", () => {
    const change: Column<Row> = { heading: "Change", cell: () => "No longer works with the child", onScreenOnly: true };
    draw(<Table caption="Practitioners" rows={rows} rowKey={(row) => row.name} columns={[...columns, change]} />);
    const ofPaper = (role: string) =>
      screen.getAllByRole(role).filter(({ classList }) => !classList.contains("lp-no-print"));
    expect(ofPaper("columnheader").map(({ textContent }) => textContent)).toEqual([
      "Practitioner",
      "Plans led",
      "Team",
    ]);
    expect(ofPaper("cell")).toHaveLength(6);
    expect(screen.getAllByRole("cell")).toHaveLength(9);
  });

  test("sorts by its headings, either way, with what is not recorded last", async () => {
    const { user } = draw(<Table caption="Practitioners" rows={rows} rowKey={(row) => row.name} columns={columns} />);
    const heading = () => screen.getByRole("columnheader", { name: "Plans led" });
    expect(heading().getAttribute("aria-sort")).toBe("none");
    await user.click(screen.getByRole("button", { name: "Plans led" }));
    expect(heading().getAttribute("aria-sort")).toBe("ascending");
    expect(names()).toEqual(["Ruth", "Sam", "Ina"]);
    await user.keyboard("{Enter}");
    expect(heading().getAttribute("aria-sort")).toBe("descending");
    expect(names()).toEqual(["Sam", "Ruth", "Ina"]);
    expect(screen.queryByRole("button", { name: "Team" })).toBeNull();
  });

  test("leaves sorting to the address where that is asked, and keeps the order given", async () => {
    const onSort = vi.fn();
    const { user } = draw(
      <Table
        caption="Practitioners"
        rows={rows}
        rowKey={(row) => row.name}
        columns={columns}
        sort={{ by: "Practitioner", direction: "ascending" }}
        onSort={onSort}
      />,
    );
    await user.click(screen.getByRole("button", { name: "Practitioner" }));
    expect(onSort).toHaveBeenCalledWith({ by: "Practitioner", direction: "descending" });
    expect(names()).toEqual(["Sam", "Ruth", "Ina"]);
  });

  test("without rows it says so and offers the next step", async () => {
    const { accessible } = draw(
      <Table
        caption="Practitioners"
        rows={[]}
        rowKey={(row: Row) => row.name}
        columns={columns}
        empty={
          <EmptyState title="No one in this team leads a plan yet">
            <a href="/choose">Choose a lead professional</a>
          </EmptyState>
        }
      />,
    );
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.getByRole("link", { name: "Choose a lead professional" })).toBeTruthy();
    await accessible();
  });
});

describe("MoreRows", () => {
  test("steps through pages that have no number", async () => {
    const onNext = vi.fn();
    const { user, accessible } = draw(<MoreRows of="children" onNext={onNext} />);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Previous children" }).disabled).toBe(true);
    await user.click(screen.getByRole("button", { name: "Next children" }));
    expect(onNext).toHaveBeenCalled();
    await accessible();
  });

  test("is not there when all rows are shown", () => {
    draw(<MoreRows of="children" />);
    expect(screen.queryByRole("navigation")).toBeNull();
  });
});
