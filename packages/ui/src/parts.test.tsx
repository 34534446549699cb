import { screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { Badge } from "./badge.tsx";
import { BarChart } from "./bar-chart.tsx";
import { Clock } from "./clock.tsx";
import { Confirmation } from "./confirmation.tsx";
import { DateText, MomentText } from "./date-text.tsx";
import { Details } from "./details.tsx";
import { Figures } from "./figures.tsx";
import { InsetText, WarningText } from "./inset-text.tsx";
import { LoadingBar } from "./loading-bar.tsx";
import { Meter, meterInWords } from "./meter.tsx";
import { NotificationBanner } from "./notification-banner.tsx";
import { Pagination } from "./pagination.tsx";
import { PrintButton } from "./print-button.tsx";
import { SummaryList } from "./summary-list.tsx";
import { Tag } from "./tag.tsx";
import { draw } from "./testing.tsx";
import { Timeline } from "./timeline.tsx";
import { WorkList } from "./work-list.tsx";

describe("numbers are words first and pictures second", () => {
  test.each([
    [{ capacity: 20, now: 12 }, "12 of 20 points now"],
    [{ capacity: 20, now: 12, after: 16.5 }, "12 of 20 points now, 16.5 after"],
    [{ capacity: 20, now: 18, after: 23, unit: "plans" }, "18 of 20 plans now, 23 after: 3 over"],
  ])("%j reads %s", (meter, words) => expect(meterInWords(meter)).toBe(words));

  test("a meter says what its bar shows, and the bar says nothing", async () => {
    const { container, accessible } = draw(<Meter label="Ruth" capacity={20} now={12} after={16} />);
    expect(container.textContent).toBe("Ruth: 12 of 20 points now, 16 after");
    await accessible();
  });

  test("a chart is a table with bars in it", async () => {
    const { container, accessible } = draw(
      <BarChart
        caption="Plans by team"
        of="Team"
        series={["Led", "Waiting"]}
        rows={[
          { label: "Leigh", values: [24, 3] },
          { label: "Hindley", values: [8, 0] },
        ]}
      />,
    );
    const row = within(screen.getByRole("table", { name: "Plans by team" })).getByRole("row", { name: /Leigh/ });
    expect(
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual(["24", "3"]);
    expect(container.querySelector(".lp-bars__bar")?.getAttribute("width")).toBe("80%");
    await accessible();
  });

  test("a chart with no numbers at all is still drawn", () => {
    draw(<BarChart caption="Plans" of="Team" series={["Led"]} rows={[{ label: "Leigh", values: [0] }]} />);
    expect(screen.getByRole("row", { name: /Leigh/ })).toBeTruthy();
  });
});

describe("clocks", () => {
  test.each([
    ["overdue", "Overdue: due Wed 18 November 2026, 2 working days late"],
    ["running", "due Wed 18 November 2026, 2 working days late"],
    ["met", "Done: due Wed 18 November 2026, 2 working days late"],
  ] as const)("%s is a word as well as a colour", (state, words) => {
    const { container } = draw(<Clock due="due Wed 18 November 2026" left="2 working days late" state={state} />);
    expect(container.textContent).toBe(words);
  });
});

test("a timeline keeps its order, names its moments, and opens its details", async () => {
  const { user, accessible } = draw(
    <>
      <h2>Chronology</h2>
      <Timeline
        label="Chronology"
        entries={[
          {
            id: "2",
            title: "Lead professional agreed",
            at: "2026-11-20",
            when: "20 November 2026",
            by: "Ailsa Grant",
            detail: { summary: "What the rulebook said", content: "CP3.1 8.4.2 permits." },
          },
          { id: "1", title: "Concern recorded", at: "2026-11-02", when: "2 November 2026" },
        ]}
      />
    </>,
  );
  expect(screen.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual([
    "Lead professional agreed",
    "Concern recorded",
  ]);
  const details = screen.getByText("What the rulebook said").closest("details");
  await user.click(screen.getByText("What the rulebook said"));
  expect(details?.open).toBe(true);
  await accessible();
});

test("what waits for somebody leads to its page", async () => {
  const { accessible } = draw(
    <WorkList
      label="Waiting"
      items={[
        { id: "1", title: "Agree a lead", href: "/1", about: "Isla", clock: { due: "due today" }, tag: <Tag>New</Tag> },
        { id: "2", title: "Tell your manager" },
      ]}
    />,
  );
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/1"]);
  expect(screen.getByText("Tell your manager").tagName).toBe("SPAN");
  await accessible();
});

test("a summary's links say what they change", async () => {
  const { accessible } = draw(
    <SummaryList
      rows={[
        { key: "Date of birth", value: <DateText day="2018-03-05" />, action: { href: "/dob", text: "Change" } },
        { key: "Recorded", value: <MomentText at="2026-07-01T14:15:00Z" /> },
      ]}
    />,
  );
  expect(screen.getByRole("link", { name: "Change date of birth" })).toBeTruthy();
  expect(screen.getByText("5 March 2018").getAttribute("datetime")).toBe("2018-03-05");
  await accessible();
});

test("the router's bar is said as well as drawn", () => {
  const { rerender } = draw(<LoadingBar active={false} />);
  expect(screen.getByRole("status").textContent).toBe("");
  rerender(<LoadingBar active />);
  expect(screen.getByRole("status").textContent).toBe("Loading");
});

test("a print button prints", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => {});
  const { user } = draw(<PrintButton />);
  await user.click(screen.getByRole("button", { name: "Print this page" }));
  expect(print).toHaveBeenCalled();
});

test("the small parts are in order", async () => {
  const { accessible } = draw(
    <Confirmation title="Proposal sent">
      <NotificationBanner title="Important">Two leads end this week.</NotificationBanner>
      <Figures
        figures={[
          { label: "Overdue", value: 1, note: "of 12", href: "/overdue" },
          { label: "No lead", value: 0 },
        ]}
      />
      <InsetText>“I want someone who listens.”</InsetText>
      <WarningText>The plan has no lead from Friday.</WarningText>
      <Details summary="Who is told">The family.</Details>
      <Badge count={1200} label="waiting" />
      <Pagination previous={{ href: "/a", text: "Overview" }} next={{ href: "/b", text: "Concerns" }} />
    </Confirmation>,
  );
  expect(screen.getByText(/999\+/)).toBeTruthy();
  await accessible();
});
