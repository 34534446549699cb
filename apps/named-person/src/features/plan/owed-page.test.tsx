import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aClock, aPlan, childId, id, person, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const me = person(11, "Euan Sinclair");
const dutyId = id(600);
const at = `/children/${childId}/plans/${planId}`;
const owed = (act: string, owedBy = me) => ({
  dutyId,
  act,
  because: "Each worker tells their own line manager that nobody was agreed on.",
  clause: "CP3.1 8.7.5",
  owedBy,
  clock: aClock(),
});

function whoOwes(act: string, owedBy = me) {
  const api = aSignedInApi({ practitionerId: me.practitionerId });
  api.answers("people.child", aChild());
  api.answers("plan.get", aPlan({ duties: [owed(act, owedBy)] }));
  return api;
}

test("WIG-8.7.5b: whoever owes it goes from the plan to where the day of telling is recorded", async () => {
  const api = whoOwes("lead-professional.line-manager-told");
  api.answers("leadProfessional.recordManagerTold", {
    dutyId,
    toldOn: "2026-11-20",
    recordedAt: "2026-11-22T09:00:00.000Z",
    inTime: true,
  });
  const { user, accessible, path } = await drawAt(at);
  await user.click(screen.getByRole("link", { name: /tells their own line manager/ }));
  await screen.findByRole("heading", { level: 1, name: "You told your line manager" });
  await accessible();
  await user.click(screen.getByRole("button", { name: "Record this" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Enter the day you told your line manager");
  await user.type(screen.getByLabelText("Day"), "20");
  await user.type(screen.getByLabelText("Month"), "11");
  await user.type(screen.getByLabelText("Year"), "2026");
  await user.click(screen.getByRole("button", { name: "Record this" }));
  await screen.findByRole("heading", { level: 1, name: "Child's Plan" });
  expect(path()).toBe(at);
  expect(api.askedOf("leadProfessional.recordManagerTold").at(-1)?.input).toMatchObject({
    dutyId,
    toldOn: "2026-11-20",
  });
});

test("WIG-D10: a line manager confirms who leads by law, and nobody is preselected as adviser", async () => {
  const api = whoOwes("lead-professional.confirm-designation");
  api.answers("leadProfessional.confirmDesignation", { dutyId, planId, confirmedAt: "2026-11-22T09:00:00.000Z" });
  const { user, accessible } = await drawAt(`${at}/owed/${dutyId}`);
  await screen.findByRole("heading", { level: 1, name: "Confirm who leads" });
  await accessible();
  await user.click(screen.getByRole("button", { name: "Confirm who leads" }));
  await screen.findByRole("heading", { level: 1, name: "Child's Plan" });
  const sent = api.askedOf("leadProfessional.confirmDesignation").at(-1)?.input;
  expect(sent).toMatchObject({ dutyId });
  expect(sent).not.toHaveProperty("adviserId");
});

test("what somebody else owes is said and leads nowhere, and its address says so", async () => {
  whoOwes("lead-professional.line-manager-told", person(21, "Neil Bannerman"));
  await drawAt(at);
  expect(screen.getByText(/tells their own line manager/).closest("a")).toBeNull();
  await drawAt(`${at}/owed/${dutyId}`);
  expect(await screen.findByText("You do not owe this, or it is done")).toBeTruthy();
});
