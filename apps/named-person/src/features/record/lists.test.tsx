import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aDecision, childId, concernId, euan, id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

function ofAChild() {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  return api;
}
const at = (page: string) => `/children/${childId}/${page}`;
const kinds = [
  { kind: "concern", label: "Concerns" },
  { kind: "plan", label: "Plan" },
];

test("the chronology tells each step with who and when, and opens each stored decision", async () => {
  const api = ofAChild();
  api.answers("record.chronology", {
    steps: [
      {
        entryId: id(1),
        happenedAt: "2026-11-20T15:15:00.000Z",
        recordedAt: "2026-11-20T15:15:00.000Z",
        kind: "concern",
        kindInWords: "Concerns",
        title: "A concern was recorded",
        detail: "Came in late.",
        by: euan,
        decisionId: id(50),
        concernId,
      },
    ],
    kinds,
  });
  const { accessible, user, path } = await drawAt(at("chronology"));
  const [step] = within(screen.getByRole("list", { name: "What happened, newest first" })).getAllByRole("listitem");
  expect(step?.textContent).toContain("20 November 2026 at 3:15pm, Euan Sinclair");
  expect(
    within(step as HTMLElement)
      .getByRole("link", { name: /Open the decision/ })
      .getAttribute("href"),
  ).toBe(`/named-person${at(`decisions/${id(50)}`)}`);
  await accessible();

  await user.selectOptions(screen.getByLabelText("About"), "Plan");
  await user.click(screen.getByRole("button", { name: "Show results" }));
  expect(path()).toContain("kind=plan");
  expect(api.askedOf("record.chronology").at(-1)?.input).toEqual({ childId, kind: "plan" });
});

test("an empty chronology says so", async () => {
  const api = ofAChild();
  api.answers("record.chronology", { steps: [], kinds });
  await drawAt(at("chronology"));
  expect(screen.getByText("Nothing has happened yet")).toBeTruthy();
});

test("a stored decision reads as it was kept, and counts what this reader may not see", async () => {
  const api = ofAChild();
  api.answers("record.decision", {
    decisionId: id(50),
    childId,
    askedBy: euan,
    recordedAt: "2026-11-20T15:15:00.000Z",
    decision: aDecision({ hiddenFindings: 2 }),
  });
  const { accessible } = await drawAt(at(`decisions/${id(50)}`));
  expect(screen.getByText("Yes, a lead professional is needed")).toBeTruthy();
  expect(screen.getByText(/2 more clauses spoke about somebody whose record you may not see/)).toBeTruthy();
  expect(screen.getByText(/Asked by Euan Sinclair and kept on 20 November 2026 at 3:15pm/)).toBeTruthy();
  await accessible();
});

test("what is owed by others on my account is a tab of its own, at its own address", async () => {
  const api = aSignedInApi();
  api.answers("record.duties", { duties: [] });
  const { user, path } = await drawAt("/duties");
  expect(screen.getByText("Nothing is owed")).toBeTruthy();
  await user.click(screen.getByRole("tab", { name: "Owed by others on your account" }));
  expect(path()).toContain("whose=on-my-account");
  expect(api.askedOf("record.duties").at(-1)?.input).toEqual({ whose: "on-my-account" });
});

test("a list that goes on is paged by key, and goes back the way it came", async () => {
  const api = aSignedInApi();
  api.answers("record.notices", ({ cursor }) =>
    cursor === undefined
      ? {
          notices: [{ noticeId: id(1), words: "The newest.", at: "2026-11-22T06:56:00.000Z", isRead: true }],
          nextCursor: "further",
        }
      : { notices: [{ noticeId: id(2), words: "An older one.", at: "2026-11-02T06:56:00.000Z", isRead: true }] },
  );
  const { user } = await drawAt("/notices");
  await user.click(screen.getByRole("button", { name: "Next notices" }));
  expect(await screen.findByText("An older one.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Previous notices" }));
  expect(await screen.findByText("The newest.")).toBeTruthy();
});

test("a notice about a record this person may not see leads nowhere", async () => {
  const api = aSignedInApi();
  api.answers("record.notices", {
    notices: [
      {
        noticeId: id(1),
        words: "A plan changed.",
        at: "2026-11-22T06:56:00.000Z",
        isRead: false,
        child: { visibility: "restricted" },
      },
    ],
  });
  await drawAt("/notices");
  expect(screen.queryByRole("link", { name: "A plan changed." })).toBeNull();
  expect(screen.getByText(/A child whose record is restricted/)).toBeTruthy();
});

test("HIG-27: what is owed about sharing leads to the page where it is done, not to its decision", async () => {
  const api = aSignedInApi();
  api.answers("record.duties", {
    duties: [
      {
        dutyId: id(70),
        act: "consent.tell-child-of-sharing",
        because: "Tell the child what went.",
        clause: "Highland H4",
        owedBy: euan,
        isLate: false,
        decisionId: id(50),
        child: { visibility: "full", childId, name: "Isla Fraser" },
        mayOpenChild: true,
      },
    ],
  });
  await drawAt("/duties");
  const link = await screen.findByRole("link", { name: /Tell the child what went/ });
  expect(link.getAttribute("href")).toBe(`/named-person${at("consent")}`);
});
