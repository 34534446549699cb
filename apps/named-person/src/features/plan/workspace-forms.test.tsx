import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aPlan, childId, id, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

test("GIR-4: an outcome is taken off the plan for a reason, and back at the plan it is gone", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  const outcome = { childId, outcomeId: id(940), words: "Confident with other children", isGap: true, actions: [] };
  api.answers("plan.get", aPlan({ outcomes: [outcome] }));
  api.answers("plan.endOutcome", aPlan());
  const { user, accessible } = await drawAt(`/children/${childId}/plans/${planId}/outcomes/${id(940)}/end`);
  expect(screen.getByText("Confident with other children")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Take it off" }));
  expect(api.askedOf("plan.endOutcome")).toEqual([]);
  await user.type(screen.getByLabelText("Why is it taken off?"), "She plays with them now.");
  await accessible();
  await user.click(screen.getByRole("button", { name: "Take it off" }));
  await screen.findByRole("heading", { level: 1, name: "Child's Plan" });
  expect(api.askedOf("plan.endOutcome")[0]?.input).toMatchObject({
    outcomeId: id(940),
    because: "She plays with them now.",
  });
});

test("HIG-4: a private nursery that has not signed up is marked beside whoever works there, and nobody else is", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  const plan = aPlan();
  const [, nursery] = plan.practitioners;
  if (nursery === undefined) throw new Error("Two people are on the plan");
  const agency = { ...nursery.agency, agencyId: id(950), name: "Burnside Nursery" };
  const notSignedUp = {
    agencyId: agency.agencyId,
    agency: agency.name,
    because: "Not yet signed up to working together: it is marked so on each plan.",
    clause: "Highland H1, sentence 1",
  };
  const [first] = plan.practitioners;
  api.answers(
    "plan.get",
    aPlan({
      practitioners: [...(first === undefined ? [] : [first]), { ...nursery, agency }],
      notSignedUp: [notSignedUp],
    }),
  );
  const { accessible } = await drawAt(`/children/${childId}/plans/${planId}`);
  expect(screen.getAllByText("Not yet signed up").length).toBe(1);
  expect(screen.getByText("Not yet signed up").closest("tr")?.textContent).toContain("Burnside Nursery");
  expect(screen.getByText(/Burnside Nursery has not signed up to working together yet/)).toBeTruthy();
  await accessible();
});

const tentative = {
  state: { code: "tentative", label: "Tentative" },
  on: "2026-10-01",
  note: "At the door",
  by: "Dan",
};
const engaged = { state: { code: "engaged", label: "Engaged" }, on: "2026-11-12", note: "Rings first", by: "Dan" };

test("CWDC-2.10a: the plan says how far the family is engaged, since when and how it was; whoever leads is led to the form", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("plan.get", aPlan({ engagement: [{ childId, seen: [engaged, tentative] }] }));
  const { accessible } = await drawAt(`/children/${childId}/plans/${planId}`);
  const part = screen.getByRole("heading", { name: "How far the family is engaged" }).closest("section");
  expect(part?.textContent).toContain("Engaged since 12 November 2026, as Dan recorded.");
  expect(part?.textContent).toContain("Tentative: At the door (Dan)");
  const link = screen.getByRole("link", { name: /^Record how far they are engaged: the family of/ });
  expect(link.getAttribute("href")).toContain(`/children/${childId}/plans/${planId}/engagement`);
  await accessible();
});

test("CWDC-2.10a: whoever does not lead reads that nobody recorded it, and has no way to the form", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  const why = "Your part in this child's care does not let you record how far the family is engaged.";
  const { may } = aPlan();
  api.answers("plan.get", aPlan({ may: { ...may, recordEngagement: { may: false, why } } }));
  await drawAt(`/children/${childId}/plans/${planId}`);
  expect(screen.getByText("Nobody has recorded how far the family is engaged.")).toBeTruthy();
  expect(screen.queryByRole("link", { name: /^Record how far/ })).toBeNull();
});

test("CWDC-2.10a: the state, its day and what shows it are asked; nothing goes before, and back at the plan it is kept", async () => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("plan.get", aPlan());
  api.answers("plan.recordEngagement", aPlan());
  const { user, accessible } = await drawAt(`/children/${childId}/plans/${planId}/engagement`);
  await user.click(screen.getByRole("button", { name: "Record it" }));
  expect(api.askedOf("plan.recordEngagement")).toEqual([]);
  for (const asked of ["Choose how far the family is engaged", "Enter what shows it"])
    expect(screen.getAllByText(asked).length).toBeGreaterThan(0);
  await user.click(screen.getByLabelText("Tentative"));
  await user.type(screen.getByLabelText("Day"), "1");
  await user.type(screen.getByLabelText("Month"), "10");
  await user.type(screen.getByLabelText("Year"), "2026");
  await user.type(screen.getByLabelText("What shows it?"), "Talks at the door");
  await accessible();
  await user.click(screen.getByRole("button", { name: "Record it" }));
  await screen.findByRole("heading", { level: 1, name: "Child's Plan" });
  expect(api.askedOf("plan.recordEngagement")[0]?.input).toMatchObject({
    ...{ childId, planId, state: "tentative", on: "2026-10-01", note: "Talks at the door" },
  });
});
