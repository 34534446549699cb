import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aDesk, aPlanWithoutLead, aRestrictedChild, aWaiting, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const decided = {
  proposalId: id(510),
  planId: id(410),
  child: aChild(310, "Mia Kerr"),
  mayOpen: true,
  proposed: person(11, "Dan Price"),
  outcome: { code: "agreed", label: "Agreed" },
  label: "Agreement of the line manager",
  recordedAt: "2026-11-20T10:00:00.000Z",
  state: "appointed" as const,
};

test("proposals that wait stand with their limit, and what was decided lately below", async () => {
  const api = aSignedInApi();
  api.answers(
    "leadProfessional.desk",
    aDesk(
      [aWaiting(1), aWaiting(2, { child: aRestrictedChild, mayOpen: false })],
      [decided, { ...decided, proposalId: id(511), child: aChild(311, "Lena Ross"), mayOpen: false }],
    ),
  );
  const { accessible } = await drawAt("/proposals");
  const waiting = screen.getByRole("list", { name: "Proposals waiting for you" });
  expect(within(waiting).getAllByRole("listitem")).toHaveLength(2);
  expect(waiting.textContent).toContain("2 working days left");
  expect(waiting.textContent).toContain("A child whose record is restricted");
  expect(within(waiting).getAllByRole("link")).toHaveLength(1);
  const table = screen.getByRole("table", { name: "Decided in the last 28 days" });
  expect(table.textContent).toContain("Agreement of the line manager: agreed");
  expect(table.textContent).toContain("20 November 2026");
  expect(within(table).getAllByRole("link")).toHaveLength(1);
  await accessible();
});

test("no proposal waiting is said, with what will be listed here", async () => {
  const api = aSignedInApi();
  api.answers("leadProfessional.desk", aDesk());
  await drawAt("/proposals");
  expect(screen.getByText("No proposal waits for you")).toBeTruthy();
  expect(screen.getByText("Nothing was decided in the last 28 days.")).toBeTruthy();
});

test("a post that has no desk is told so", async () => {
  const api = aSignedInApi({ role: "practitioner", postTitle: "Health visitor" });
  api.refuses("leadProfessional.desk", {
    code: "FORBIDDEN",
    refusal: { kind: "not-allowed", action: "allocation.desk.read", why: "Your post cannot see what waits for you." },
  });
  const { accessible } = await drawAt("/proposals");
  expect(screen.getByText("Your post cannot see what waits for you.")).toBeTruthy();
  await accessible();
});

test("children with no lead: since when, by when, why, and who is the contact of record", async () => {
  const api = aSignedInApi();
  api.answers("leadProfessional.withoutLead", {
    plans: [
      aPlanWithoutLead(1, { proposalId: id(501), why: "Amina Yusuf is proposed; the family's agreement is awaited." }),
      aPlanWithoutLead(2, {
        why: "The last proposal was not agreed.",
        engagement: { state: { code: "not-engaged", label: "Not engaged" }, on: "2026-10-01" },
      }),
      aPlanWithoutLead(3, { child: aRestrictedChild, mayOpen: false }),
    ],
    nextCursor: null,
  });
  const { accessible } = await drawAt("/without-lead");
  const [, first, second, third] = screen.getAllByRole("row");
  expect(first?.textContent).toContain("14 days");
  expect(first?.textContent).toContain("by the end of 26 November 2026");
  expect(first?.textContent).toContain("Claire Ormond");
  expect(within(first as HTMLElement).getByRole("link", { name: "Open the proposal" })).toBeTruthy();
  expect(within(second as HTMLElement).getByRole("link", { name: "Open the plan to propose somebody" })).toBeTruthy();
  // CWDC-2.10a: the state and its day, for whoever chooses a lead.
  expect(second?.textContent).toContain("The family: not engaged, since 1 October 2026");
  expect(first?.textContent).not.toContain("The family:");
  expect(within(third as HTMLElement).queryByRole("link")).toBeNull();
  await accessible();
});

test("a co-ordinator reads the list and opens no record from it", async () => {
  const api = aSignedInApi({ role: "coordinator" });
  api.answers("leadProfessional.withoutLead", { plans: [aPlanWithoutLead(1, { mayOpen: false })], nextCursor: null });
  await drawAt("/without-lead");
  expect(within(screen.getByRole("table")).queryByRole("link")).toBeNull();
  expect(screen.getByText("Child 1")).toBeTruthy();
});

test("every plan with a lead is said", async () => {
  const api = aSignedInApi();
  api.answers("leadProfessional.withoutLead", { plans: [], nextCursor: null });
  await drawAt("/without-lead");
  expect(screen.getByText("Every plan that needs a lead has one")).toBeTruthy();
});
