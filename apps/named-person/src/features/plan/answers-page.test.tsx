import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aPlan, childId, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const at = `/children/${childId}/plans/${planId}/answers`;

function anApi(answers = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("plan.get", aPlan({ answers }));
  api.answers("plan.answer", aPlan());
  return api;
}

test("GIR-9: a particular trigger is asked its kind, its day and what happened; nothing is ticked beforehand", async () => {
  const api = anApi();
  const { user, accessible } = await drawAt(at);
  await screen.findByRole("heading", { level: 1, name: "What people decided about the plan" });
  expect(screen.getByRole("radio", { name: "It built up over time" })).toHaveProperty("checked", false);
  await user.click(screen.getByRole("radio", { name: "A particular trigger" }));
  await accessible();
  await user.click(screen.getByRole("button", { name: "Save the answers" }));
  const { textContent } = await screen.findByRole("alert");
  for (const words of ["Choose what kind of trigger it was", "Enter the day of the trigger", "Enter what happened"])
    expect(textContent).toContain(words);
  await user.click(screen.getByRole("radio", { name: "Something that happened" }));
  await user.type(screen.getByLabelText("Day"), "17");
  await user.type(screen.getByLabelText("Month"), "3");
  await user.type(screen.getByLabelText("Year"), "2026");
  await user.type(screen.getByLabelText("What happened?"), "Mother admitted to hospital");
  await user.click(screen.getByRole("button", { name: "Save the answers" }));
  await screen.findByRole("heading", { level: 1, name: "Child's Plan" });
  expect(api.askedOf("plan.answer").at(-1)?.input).toMatchObject({
    trigger: { is: "particular", kind: "event", on: "2026-03-17", words: "Mother admitted to hospital" },
  });
});

test("GIR-9: what was answered stands in the form and on the plan", async () => {
  const event = { what: { code: "event", label: "Something that happened" }, on: "2026-03-17", words: "In hospital" };
  anApi({ trigger: event });
  const { user } = await drawAt(at);
  expect(await screen.findByRole("radio", { name: "Something that happened" })).toHaveProperty("checked", true);
  expect(screen.getByLabelText("What happened?")).toHaveProperty("value", "In hospital");
  await user.click(screen.getByRole("link", { name: "Cancel" }));
  expect(await screen.findByText("Something that happened, 17 March 2026")).toBeTruthy();
});

test("a plan of which nobody says what brought it to light is answered without it", async () => {
  const api = anApi();
  const { user } = await drawAt(at);
  await user.click(await screen.findByRole("radio", { name: "One practitioner can help" }));
  await user.click(screen.getByRole("button", { name: "Save the answers" }));
  await screen.findByRole("heading", { level: 1, name: "Child's Plan" });
  expect(api.askedOf("plan.answer").at(-1)?.input).not.toHaveProperty("trigger");
});
