import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { type Filter, FilterPanel } from "./filter-panel.tsx";
import { SearchField } from "./search-field.tsx";
import { draw } from "./testing.tsx";

const filters: readonly Filter[] = [
  { name: "q", label: "Name", kind: "text" },
  { name: "stage", label: "Stage", kind: "one", options: [{ value: "p", label: "Primary" }] },
  {
    name: "team",
    label: "Team",
    kind: "several",
    options: [
      { value: "leigh", label: "Leigh" },
      { value: "ath", label: "Atherton" },
    ],
  },
];

describe("FilterPanel", () => {
  test("gives every filter that is set, and leaves out the rest", async () => {
    const onChange = vi.fn();
    const { user, accessible } = draw(<FilterPanel filters={filters} values={{}} onChange={onChange} />);
    await user.type(screen.getByLabelText("Name"), " sinclair ");
    await user.click(screen.getByLabelText("Leigh"));
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(onChange).toHaveBeenCalledWith({ q: "sinclair", team: ["leigh"] });
    await accessible();
  });

  test("takes off one value, or all", async () => {
    const onChange = vi.fn();
    const { user } = draw(
      <FilterPanel filters={filters} values={{ q: "sinclair", team: ["leigh", "ath"] }} onChange={onChange} />,
    );
    await user.click(screen.getByRole("button", { name: "Take off Team: Leigh" }));
    expect(onChange).toHaveBeenLastCalledWith({ q: "sinclair", team: ["ath"] });
    await user.click(screen.getByRole("button", { name: "Clear all" }));
    expect(onChange).toHaveBeenLastCalledWith({});
  });
});

test("SearchField gives the text when Enter is pressed", async () => {
  const onSearch = vi.fn();
  const { user, accessible } = draw(<SearchField label="Find a child" hint="By name" onSearch={onSearch} />);
  await user.type(screen.getByRole("searchbox", { name: "Find a child" }), "sinclair{Enter}");
  expect(onSearch).toHaveBeenCalledWith("sinclair");
  await accessible();
});
