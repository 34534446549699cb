import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { Tabs } from "./tabs.tsx";
import { draw } from "./testing.tsx";

const tabs = [
  { id: "plan", label: "Plan" },
  { id: "people", label: "People" },
  { id: "record", label: "Record" },
];

function Child() {
  const [selected, setSelected] = useState("plan");
  return (
    <Tabs label="Child" tabs={tabs} selected={selected} onSelect={setSelected}>
      The {selected}
    </Tabs>
  );
}

test("arrows, Home and End move between tabs; only the open one is in the tab order", async () => {
  const { user, accessible } = draw(<Child />);
  const open = () => screen.getByRole("tab", { selected: true }).textContent;
  await user.tab();
  for (const [key, name] of [
    ["{ArrowRight}", "People"],
    ["{End}", "Record"],
    ["{ArrowRight}", "Plan"],
    ["{ArrowLeft}", "Record"],
    ["{Home}", "Plan"],
  ] as const) {
    await user.keyboard(key);
    expect(open()).toBe(name);
    expect(document.activeElement?.textContent).toBe(name);
  }
  expect(screen.getAllByRole("tab").map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  expect(screen.getByRole("tabpanel", { name: "Plan" }).textContent).toBe("The plan");
  await accessible();
});
