import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import {
  aChild,
  aClock,
  aDesk,
  aPlanWithoutLead,
  aRestrictedChild,
  aWaiting,
  id,
  person,
} from "../../testing/builders.ts";
import { aSignedInApi, drawAt, noCounts } from "../../testing/draw.tsx";

function aQuietDesk(who: Parameters<typeof aSignedInApi>[0] = {}) {
  const api = aSignedInApi(who);
  api.answers("record.duties", { duties: [] });
  api.answers("record.notices", { notices: [] });
  api.answers("leadProfessional.desk", aDesk());
  api.answers("leadProfessional.withoutLead", { plans: [], nextCursor: null });
  api.answers("supervision.people", { people: [] });
  return api;
}

const aDuty = {
  dutyId: id(800),
  act: "lead-professional.tell-manager",
  because: "Tell your own line manager that nobody was agreed on.",
  clause: "CP3.1 8.7.5",
  owedBy: person(1, "Helen Mold"),
  dueBy: "2026-11-25T00:00:00.000Z",
  isLate: true,
  child: aChild(301, "Mia Kerr"),
  mayOpenChild: true,
};

describe("Today, the manager's desk", () => {
  test("lists proposals and duties together, the nearest limit first", async () => {
    const api = aQuietDesk();
    api.answers("leadProfessional.desk", aDesk([aWaiting(1)]));
    api.answers("record.duties", ({ whose }) => ({ duties: whose === "on-my-account" ? [] : [aDuty] }));
    const { accessible } = await drawAt("/");
    const list = screen.getByRole("list", { name: "Waits for you" });
    const [first, second] = within(list).getAllByRole("listitem");
    expect(first?.textContent).toContain("Tell your own line manager");
    expect(first?.textContent).toContain("CP3.1 8.7.5");
    expect(first?.textContent).toContain("Overdue");
    expect(second?.textContent).toContain("Child 1: Agreement of the line manager");
    expect(second?.textContent).toContain("CP3.1 8.7.4");
    expect(
      within(list)
        .getByRole("link", { name: /Child 1/ })
        .getAttribute("href"),
    ).toBe(`/manager/proposals/${id(501)}`);
    await accessible();
  });

  test("says so where nothing waits, and that every plan has a lead", async () => {
    aQuietDesk();
    const { accessible } = await drawAt("/");
    expect(screen.getByText("Nothing waits for you")).toBeTruthy();
    expect(screen.getByText("Every plan that needs a lead has one.")).toBeTruthy();
    expect(screen.getByText("You have read everything.")).toBeTruthy();
    await accessible();
  });

  test("figures lead to the lists behind them, with the nearest limit", async () => {
    const api = aQuietDesk();
    api.answers("record.today", {
      ...noCounts,
      waitingForMe: 3,
      nextWaitDueBy: "2026-11-27T00:00:00.000Z",
      dutiesOpen: 2,
      dutiesLate: 1,
    });
    await drawAt("/");
    const figure = screen.getByRole("link", { name: "Waiting for your decision" });
    expect(figure.getAttribute("href")).toBe("/manager/proposals");
    expect(screen.getByText("next by the end of 26 November 2026")).toBeTruthy();
    expect(screen.getByText("1 late")).toBeTruthy();
  });

  test("children with no lead stand with why and whom to turn to; a restricted child is not named", async () => {
    const api = aQuietDesk();
    api.answers("leadProfessional.withoutLead", {
      plans: [aPlanWithoutLead(1), aPlanWithoutLead(2, { child: aRestrictedChild, mayOpen: false })],
      nextCursor: null,
    });
    await drawAt("/");
    const list = screen.getByRole("list", { name: "Children with no lead" });
    expect(list.textContent).toContain("Nobody is proposed yet. · 14 days · contact: Claire Ormond");
    expect(within(list).getByRole("link", { name: "A child whose record is restricted" }).getAttribute("href")).toBe(
      "/manager/without-lead",
    );
  });

  test("what is late on this manager's account is shown with who owes it", async () => {
    const api = aQuietDesk();
    api.answers("record.today", { ...noCounts, lateOnMyAccount: 1 });
    api.answers("record.duties", ({ whose }) => ({
      duties: whose === "on-my-account" ? [{ ...aDuty, owedBy: person(11, "Dan Price") }] : [],
    }));
    await drawAt("/");
    expect(screen.getByRole("list", { name: "Late on your account" }).textContent).toContain("owed by Dan Price");
  });

  test("a co-ordinator sees children with no lead, and no desk of proposals", async () => {
    const api = aQuietDesk({ role: "coordinator", postTitle: "Co-ordinator" });
    api.answers("leadProfessional.withoutLead", {
      plans: [aPlanWithoutLead(1, { mayOpen: false })],
      nextCursor: null,
    });
    await drawAt("/");
    expect(api.askedOf("leadProfessional.desk")).toEqual([]);
    expect(screen.queryByRole("link", { name: "Proposals" })).toBeNull();
    expect(screen.getByRole("link", { name: "Named person portal" }).getAttribute("href")).toBe("/named-person/");
    expect(
      within(screen.getByRole("list", { name: "Children with no lead" }))
        .getByRole("link")
        .getAttribute("href"),
    ).toBe("/manager/without-lead");
  });

  test("the area's own word stands in the menu and in headings", async () => {
    aQuietDesk({ terms: { leadProfessional: "key worker" } });
    await drawAt("/");
    expect(screen.getByRole("link", { name: "Children with no key worker" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Children with no key worker" })).toBeTruthy();
  });

  test("where the api does not answer, the page says that nothing was lost", async () => {
    const api = aQuietDesk();
    api.refuses("leadProfessional.desk", { code: "INTERNAL_SERVER_ERROR" });
    const { accessible } = await drawAt("/");
    expect(screen.getByRole("heading", { level: 1, name: "Something went wrong" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
    await accessible();
  });

  test("when something comes in, the page says so and fetches the lists only when asked", async () => {
    const api = aQuietDesk();
    const { user } = await drawAt("/");
    api.answers("record.today", { ...noCounts, waitingForMe: 1 });
    api.answers("leadProfessional.desk", aDesk([aWaiting(1, { clock: aClock() })]));
    const before = api.askedOf("leadProfessional.desk").length;
    const { queryClient } = await import("../../api.ts");
    await queryClient.refetchQueries({ queryKey: [["record", "today"]] });
    await user.click(await screen.findByRole("button", { name: "Show it" }));
    expect(await screen.findByRole("link", { name: /Child 1/ })).toBeTruthy();
    expect(api.askedOf("leadProfessional.desk").length).toBe(before + 1);
    expect(api.askedOf("record.today").some(({ unattended }) => unattended)).toBe(true);
  });
});
