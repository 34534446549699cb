import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { type AgreementStep, AgreementSteps } from "./agreement-steps.tsx";
import { draw } from "./testing.tsx";

const steps: readonly AgreementStep[] = [
  {
    id: "family",
    label: "The family was asked",
    whose: "Ailsa Grant",
    state: "done",
    recordedBy: "Ailsa Grant",
    recordedAt: "2026-11-20",
  },
  {
    id: "line",
    label: "The line manager agrees",
    whose: "Mr T. Okoro",
    state: "next",
    clause: { source: "CP3.1", at: "8.5.1" },
  },
  { id: "team", label: "The team manager is told", whose: "Leigh team", state: "not-asked" },
];

test("draws the list it is given: who, how it stands in a word, who recorded it, and under which clause", async () => {
  const { accessible } = draw(<AgreementSteps label="Agreements" steps={steps} />);
  const said = within(screen.getByRole("list", { name: "Agreements" }))
    .getAllByRole("listitem")
    .map((step) => step.textContent);
  expect(said[0]).toContain("Recorded by Ailsa Grant, 20 November 2026");
  expect(said.map((words) => /Agreed|Next|Not asked/.exec(words ?? "")?.[0])).toEqual(["Agreed", "Next", "Not asked"]);
  expect(said[1]).toContain("CP3.1 8.5.1");
  await accessible();
});

test("the control stands only in the step that is open to the reader", () => {
  draw(
    <AgreementSteps
      label="Agreements"
      steps={steps}
      action={(step) => (step.state === "next" ? <button type="button">Record the answer</button> : null)}
    />,
  );
  expect(screen.getByRole("button", { name: "Record the answer" }).closest("[aria-current=step]")).toBeTruthy();
});
