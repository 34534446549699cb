import { screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { DecisionPanel } from "./decision-panel.tsx";
import type { DecisionView, FindingView, Tone } from "./decision-view.ts";
import { draw } from "./testing.tsx";

const finding: FindingView = {
  rule: "wigan.newly-qualified",
  title: "Newly qualified practitioners wait before training",
  because: "Newly qualified. Can be considered for training from 1 July 2010.",
  force: "must",
  strength: "local procedure",
  clause: { source: "CP3.1", at: "8.4.2", sourceTitle: "Procedure for Lead Professional" },
  effect: "prevents",
  needs: [{ what: "approval", from: "the service manager", by: "2026-11-25" }],
};
const decision: DecisionView = {
  question: "lead-professional.suitability",
  title: "May Ruth Adeyemi lead this plan?",
  answer: "prevents",
  answerInWords: "No, not yet",
  tone: "stop",
  decidedBy: ["the team manager"],
  by: "2026-11-25",
  missing: ["date of the last check"],
  findings: [finding],
  hiddenFindings: 0,
  edition: "wigan 1",
  adoptedFrom: "2008-05-01",
  asAt: "2026-11-22T10:15:00Z",
  asKnownAt: "2026-11-22T10:15:00Z",
  values: [
    {
      name: "Months to wait",
      value: "18",
      clause: "CP3.1 8.4.2",
      reading: "The day the months are up counts as ready.",
    },
  ],
  facts: [{ about: "Ruth Adeyemi", name: "qualified on", value: "1 January 2009" }],
  hiddenFacts: 0,
};

describe("DecisionPanel", () => {
  test("says question, answer, who decides, by when, and what is not recorded", async () => {
    const { accessible } = draw(<DecisionPanel decision={decision} />);
    const panel = screen.getByRole("region", { name: "May Ruth Adeyemi lead this plan?" });
    for (const words of ["No, not yet", "The team manager", "25 November 2026", "Date of the last check"])
      expect(within(panel).getByText(words)).toBeTruthy();
    await accessible();
  });

  test("one clause that speaks of several people is said of each, each on its own", () => {
    const complains = vi.spyOn(console, "error").mockImplementation(() => {});
    const of = (because: string): FindingView => ({ ...finding, because, needs: [...finding.needs, ...finding.needs] });
    const [fact] = decision.facts;
    draw(
      <DecisionPanel
        decision={{
          ...decision,
          findings: [of("Isla's views."), of("Her mother's views.")],
          facts: fact ? [fact, fact] : [],
          values: [...decision.values, ...decision.values],
        }}
      />,
    );
    expect(screen.getByText("Isla's views.")).toBeTruthy();
    expect(screen.getByText("Her mother's views.")).toBeTruthy();
    expect(complains).not.toHaveBeenCalled();
    complains.mockRestore();
  });

  test("a finding about one of several people says whose it is; of one person throughout it need not", () => {
    const gap = { ...finding, because: "The skills profile has a gap here." };
    const names = (findings: readonly FindingView[]) => {
      const { unmount } = draw(<DecisionPanel decision={{ ...decision, findings }} />);
      const said = screen.getAllByText(/The skills profile/).map((one) => one.textContent);
      unmount();
      return said;
    };
    expect(
      names([
        { ...gap, whose: "Ruth Adeyemi" },
        { ...gap, whose: "Sam Booth" },
      ]),
    ).toEqual(["Ruth Adeyemi: The skills profile has a gap here.", "Sam Booth: The skills profile has a gap here."]);
    expect(names([{ ...gap, whose: "Ruth Adeyemi" }])).toEqual(["The skills profile has a gap here."]);
  });

  test("what stands in the way comes before what allows it", () => {
    const allows = { ...finding, rule: "a", because: "Works in the area.", effect: "permits" };
    const setAside = { ...finding, rule: "b", because: "Employed by the day.", liftedBy: "An exception" };
    draw(<DecisionPanel decision={{ ...decision, findings: [allows, setAside, finding] }} />);
    const said = screen.getAllByRole("listitem").map((item) => item.querySelector(".lp-finding__because")?.textContent);
    expect(said.filter((words) => words !== undefined)).toEqual([finding.because, allows.because, setAside.because]);
  });

  test("every finding carries its sentence, its force, its clause with the document's title, and its strength", () => {
    draw(<DecisionPanel decision={decision} />);
    const said = screen.getByText(finding.because).closest("li")?.textContent;
    for (const words of ["Must", "CP3.1 8.4.2", "Procedure for Lead Professional", "Local procedure", "Prevents it"])
      expect(said).toContain(words);
    expect(screen.getByText(/from the service manager by 25 November 2026/)).toBeTruthy();
  });

  test.each<[Tone, string]>([
    ["good", "Nothing stands in the way"],
    ["caution", "Something is needed"],
    ["stop", "This cannot go ahead"],
    ["neutral", "What the rulebook says"],
    ["unknown", "Not enough is recorded"],
  ])("the tone %s is a word as well as a colour", (tone, word) => {
    draw(<DecisionPanel decision={{ ...decision, tone }} />);
    expect(screen.getByText(word)).toBeTruthy();
  });

  test("what another rule set aside is struck, with the reason, and asks for nothing more", () => {
    const lifted = { ...finding, liftedBy: "the exception approved on 3 November 2026" };
    draw(<DecisionPanel decision={{ ...decision, findings: [lifted] }} />);
    expect(screen.getByText(finding.because).closest("s")).toBeTruthy();
    expect(screen.getByText("Set aside: the exception approved on 3 November 2026")).toBeTruthy();
    expect(screen.queryByText(/Needs approval/)).toBeNull();
  });

  test("findings and facts about somebody the reader may not see are counted, and nothing else", () => {
    draw(<DecisionPanel decision={{ ...decision, hiddenFindings: 2, facts: [], hiddenFacts: 1 }} />);
    expect(screen.getByText("2 more clauses spoke about somebody whose record you may not see.")).toBeTruthy();
    expect(screen.getByText("1 fact about somebody whose record you may not see")).toBeTruthy();
  });

  test("shows its workings: values with their reading, facts, edition, adoption and both moments", () => {
    draw(<DecisionPanel decision={decision} />);
    expect(screen.getByText("The day the months are up counts as ready.")).toBeTruthy();
    expect(screen.getByText("1 January 2009")).toBeTruthy();
    expect(screen.getByText(/Rulebook wigan 1, adopted from 1 May 2008/).textContent).toContain(
      "Asked as at 22 November 2026 at 10:15am",
    );
  });
});
