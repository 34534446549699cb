import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, may, mayNot } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

const discussion = {
  discussionId: id(900),
  heldOn: "2026-02-04",
  people: "Class teacher and school nurse",
  agencies: [{ code: "education", label: "Education" }],
  suggested: "Try a visual timetable",
};
type Checks = Answers["record"]["everyday"]["checks"];
const noChecks: Checks = { checks: [], record: mayNot("Only the health service records them.") };

function anApi(checks: Checks = noChecks) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("record.everyday.checks", checks);
  api.answers("record.everyday.discussions", { discussions: [{ ...discussion, by: "Una Birch" }], log: may });
  return api;
}
const page = `/children/${childId}/checks-and-discussions`;

async function fillDate(user: Awaited<ReturnType<typeof drawAt>>["user"]) {
  await user.type(screen.getByLabelText("Day"), "4");
  await user.type(screen.getByLabelText("Month"), "2");
  await user.type(screen.getByLabelText("Year"), "2026");
}

describe("HIG-14: routine checks", () => {
  test("are listed with day and outcome, and recorded in a few words", async () => {
    const api = anApi({
      checks: [
        {
          checkId: id(901),
          kind: { code: "27-30-months", label: "27 to 30 month review" },
          doneOn: "2024-10-21",
          outcome: "No concern",
          by: "Nan Sim",
        },
      ],
      record: may,
    });
    api.answers("record.everyday.recordCheck", { checkId: id(902) });
    const { user, accessible } = await drawAt(page);
    for (const said of ["27 to 30 month review", "21 October 2024", "No concern", "Nan Sim"])
      expect(screen.getByText(said)).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("link", { name: "Record a check" }));
    await screen.findByRole("heading", { level: 1, name: "Record a routine check" });
    await user.selectOptions(screen.getByLabelText("Which check?"), "hearing");
    await fillDate(user);
    await user.type(screen.getByLabelText("Outcome"), "Hears well");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "Checks and discussions" });
    expect(api.askedOf("record.everyday.recordCheck").map(({ input }) => input)).toMatchObject([
      { kind: "hearing", doneOn: "2026-02-04", outcome: "Hears well", childId },
    ]);
  });

  test("somebody of another service is told whose they are, and is offered none to record", async () => {
    anApi();
    await drawAt(page);
    expect(screen.getByText("Only the health service records them.")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Record a check" })).toBeNull();
  });
});

describe("HIG-6: informal discussions", () => {
  test("one about a child is logged on the child's page", async () => {
    const api = anApi();
    api.answers("record.everyday.logDiscussionOfChild", { discussionId: id(900) });
    const { user, accessible } = await drawAt(`${page}/discussion`);
    await fillDate(user);
    await user.type(screen.getByLabelText("Who talked?"), "Class teacher and school nurse");
    await user.click(screen.getByLabelText("Education"));
    await user.type(screen.getByLabelText("What was suggested?"), "Try a visual timetable");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Log it" }));
    await screen.findByRole("heading", { level: 1, name: "Checks and discussions" });
    expect(api.askedOf("record.everyday.logDiscussionOfChild").map(({ input }) => input)).toMatchObject([
      { childId, heldOn: "2026-02-04", agencies: ["education"], suggested: "Try a visual timetable" },
    ]);
  });

  test("one without names is logged apart, and goes with no child", async () => {
    const api = aSignedInApi();
    api.answers("record.everyday.logDiscussion", { discussionId: id(900) });
    api.answers("record.everyday.ownDiscussions", { discussions: [discussion] });
    const { user } = await drawAt("/discussions/log");
    await fillDate(user);
    await user.type(screen.getByLabelText("Who talked?"), "Class teacher and school nurse");
    await user.click(screen.getByLabelText("Education"));
    await user.type(screen.getByLabelText("What was suggested?"), "Try a visual timetable");
    await user.click(screen.getByRole("button", { name: "Log it" }));
    await screen.findByRole("heading", { level: 1, name: "Your informal discussions" });
    expect(screen.getByText("A child who was not named")).toBeTruthy();
    expect(Object.keys(api.askedOf("record.everyday.logDiscussion")[0]?.input as object)).not.toContain("childId");
  });

  test("an empty list says so", async () => {
    aSignedInApi().answers("record.everyday.ownDiscussions", { discussions: [] });
    const { accessible } = await drawAt("/discussions");
    expect(screen.getByText("You have logged no discussion")).toBeTruthy();
    await accessible();
  });
});
