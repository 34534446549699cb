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
