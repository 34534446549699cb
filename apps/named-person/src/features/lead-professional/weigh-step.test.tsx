import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, childId, id, planId, someCandidates } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const at = `/children/${childId}/plans/${planId}/lead`;

function weighing(answer: "words" | "yes-no") {
  const api = aSignedInApi();
  const of = someCandidates();
  api.answers("people.child", aChild());
  api.answers("access.draft", {
    key: `lead:${planId}`,
    keptAt: "2026-11-22T09:00:00.000Z",
    body: { considered: [id(11), id(21)] },
  });
  api.answers("leadProfessional.candidates", {
    ...of,
    sheet: of.sheet.map((row) => (row.of === "candidate" ? { ...row, answer } : row)),
  });
}

const parts = () => within(screen.getByRole("navigation", { name: "Parts of the sheet" }));
const progress = () =>
  parts()
    .getAllByRole("listitem")
    .map((one) => one.textContent);

test("WIG-8.8: the sheet is weighed a page at a time, with how much of each is answered, and nobody ticked", async () => {
  weighing("words");
  const { user, accessible, path } = await drawAt(`${at}/weigh`);
  expect(progress()).toEqual([
    "For this child0 of 1 answered",
    "Euan Sinclair0 of 1 answered",
    "Neil Bannerman0 of 1 answered",
  ]);
  await accessible();
  await user.type(screen.getByRole("textbox", { name: /For this child/ }), "Sleep");
  await user.click(screen.getByRole("button", { name: "Go on to Euan Sinclair" }));
  await screen.findByRole("heading", { level: 1, name: "What you weigh: Euan Sinclair" });
  expect(path()).toBe(`${at}/weigh/${id(11)}`);
  expect(progress()[0]).toBe("For this child1 of 1 answered");
  for (const radio of screen.getAllByRole("radio")) expect((radio as HTMLInputElement).checked).toBe(false);
  await accessible();
  await user.type(screen.getByRole("textbox", { name: /What you say of Euan Sinclair/ }), "Since Primary 1");
  await user.click(parts().getByRole("link", { name: "For this child" }));
  await screen.findByRole("button", { name: "Go on to Euan Sinclair" });
  expect(progress()[1]).toBe("Euan Sinclair1 of 1 answered"); // what was written stays when another page is opened
});

test.each(["people", "weigh", "choose", "check"])(
  "whoever goes back to %s after proposing is led to the proposal, and not told that they have said nobody",
  async (step) => {
    const api = aSignedInApi();
    api.answers("people.child", aChild());
    api.answers("access.draft", null);
    api.answers("leadProfessional.candidates", {
      ...someCandidates(),
      openProposalId: id(77),
      may: {
        propose: { may: false, why: "Ruth Abernethy has been proposed. Open that proposal." },
        recordViews: { may: true },
      },
    });
    const { accessible } = await drawAt(`${at}/${step}`);
    const link = await screen.findByRole("link", { name: "Open the proposal" });
    expect(link.getAttribute("href")).toContain(`/proposals/${id(77)}`);
    expect(screen.queryByText(/You have not said whom/)).toBeNull();
    await accessible();
  },
);

test("WIG-8.8.4: a row that asks yes or no is answered so, and a yes asks what it rests on", async () => {
  weighing("yes-no");
  const { user, accessible } = await drawAt(`${at}/weigh/${id(21)}`);
  await screen.findByRole("heading", { level: 1, name: "What you weigh: Neil Bannerman" });
  expect(screen.queryByRole("radio", { name: "Strongly" })).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Yes" }));
  screen.getByRole("textbox", { name: /What this rests on/ });
  await accessible();
  await user.click(screen.getByRole("radio", { name: "No" }));
  expect(screen.queryByRole("textbox", { name: /What this rests on/ })).toBeNull();
  screen.getByRole("button", { name: "Go on to the choice" });
});
