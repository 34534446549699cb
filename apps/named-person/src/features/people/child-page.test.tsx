import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aChild, aHeld, aStatus, childId, colleague, euan, id, planId, proposalId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Child } from "../../views.ts";

const address = `/children/${childId}`;
const statuses = (child: Child) => ({
  childId,
  childVersion: child.version + 1,
  statuses: child.legalStatuses,
  confirmedOn: "2026-11-23",
  lead: null,
});
function aChildIs(child: Partial<Child> = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild(child));
  return api;
}
const inRole = {
  ...colleague(11, "Euan Sinclair"),
  title: "Principal teacher",
  agency: "Schools",
  phone: null,
  email: null,
};
const held: Child["lead"] = {
  state: "held",
  words: "Euan Sinclair",
  planId,
  current: {
    ...euan,
    title: "Principal teacher",
    agency: "Schools",
    phone: null,
    email: null,
    since: "2026-11-22T09:00:00.000Z",
    basis: "by-agreement",
  },
  acting: null,
  neededSince: "2026-11-20",
  dueBy: null,
  isLate: false,
  proposalId: null,
};

test("HIG-9: the two roles stand apart, and one person who fills both is shown twice", async () => {
  aChildIs({ lead: held });
  const { accessible } = await drawAt(address);
  expect(within(screen.getByRole("region", { name: "Named person" })).getByText("Euan Sinclair")).toBeTruthy();
  expect(within(screen.getByRole("region", { name: "Lead professional" })).getByText("Euan Sinclair")).toBeTruthy();
  await accessible();
});

test("HIG-9: without a multi-agency plan the lead professional reads not needed, and the named person is there", async () => {
  aChildIs();
  await drawAt(address);
  const bar = screen.getByRole("region", { name: "Child" });
  expect(bar.textContent).toContain("Named personEuan Sinclair");
  expect(bar.textContent).toContain("Lead professionalNot needed");
  expect(
    within(screen.getByRole("region", { name: "Lead professional" })).getByText(/Not needed: there is no plan/),
  ).toBeTruthy();
});

test("HIG-22: the named person is the first contact, with ways to reach them", async () => {
  aChildIs({ lead: held });
  await drawAt(address);
  const [first] = screen.getAllByRole("region").filter((one) => one.className === "np-role");
  expect(first?.getAttribute("aria-label")).toBe("Named person");
  const contact = within(first as HTMLElement);
  expect(contact.getByRole("link", { name: "01632 960006" }).getAttribute("href")).toBe("tel:01632960006");
  expect(contact.getByRole("link", { name: /euan.sinclair/ }).getAttribute("href")).toContain("mailto:");
});

test("where it is kept from the reader where the child is, how colleagues are reached is said to be kept, not missing", async () => {
  const whereabouts = { owner: euan, safeContact: { name: "Gail Moor" }, mayKnow: false };
  aChildIs({
    whereabouts,
    namedPerson: {
      known: true,
      current: aHeld({ phone: null, email: null }),
      why: null,
      next: null,
      previous: [],
    },
  });
  await drawAt(address);
  const role = screen.getByRole("region", { name: "Named person" });
  expect(role.textContent).toContain("How to reach them is kept private with where the child is.");
  expect(role.textContent).not.toContain("not recorded");
});

test("a child with no named person says why, and a next one is said with the day", async () => {
  aChildIs({
    namedPerson: {
      known: true,
      current: null,
      why: "No class is recorded for this child.",
      next: aHeld({ name: "Catriona Munro", from: "2026-12-01" }),
      previous: [],
    },
  });
  await drawAt(address);
  const role = screen.getByRole("region", { name: "Named person" });
  expect(role.textContent).toContain("No class is recorded for this child.");
  expect(role.textContent).toContain("From 1 December 2026: Catriona Munro");
});

test("an area that knows no named person says so, and shows who is in contact with the child", async () => {
  aChildIs({
    namedPerson: {
      known: false,
      because: "The guide knows no named person.",
      inContact: [{ ...euan, title: "Health visitor", agency: "Health", as: "works on the plan" }],
    },
  });
  const { accessible } = await drawAt(address);
  expect(screen.getByText("The guide knows no named person.")).toBeTruthy();
  expect(screen.getByRole("table", { name: "In contact with this child" }).textContent).toContain("Works on the plan");
  expect(screen.queryByRole("region", { name: "Named person" })).toBeNull();
  expect(screen.getByRole("region", { name: "Child" }).textContent).not.toContain("Named person");
  await accessible();
});

test("the area's own word for the role is used", async () => {
  const api = aSignedInApi({ terms: { leadProfessional: "key worker" } });
  api.answers("people.child", aChild());
  await drawAt(address);
  expect(screen.getByRole("region", { name: "Key worker" })).toBeTruthy();
});

test("a lead still to be found shows its clock and the proposal", async () => {
  aChildIs({
    lead: {
      ...held,
      state: "pending",
      words: "Still to be found",
      current: null,
      dueBy: "2026-11-27T00:00:00.000Z",
      proposalId,
    },
    contactOfRecord: { ...inRole, as: "opened the plan", since: "2026-11-20T10:00:00.000Z" },
  });
  await drawAt(address);
  const role = within(screen.getByRole("region", { name: "Lead professional" }));
  expect(role.getByText("by the end of 26 November 2026")).toBeTruthy();
  expect(role.getByRole("link", { name: "Open the proposal" })).toBeTruthy();
  expect(screen.getByRole("region", { name: "Contact for the plan" }).textContent).toContain("Opened the plan");
});

test("a record that may not be seen reads as a page that is not there", async () => {
  const api = aSignedInApi();
  api.refuses("people.child", { code: "NOT_FOUND", refusal: { kind: "not-visible", what: "child" } });
  const { accessible } = await drawAt(address);
  expect(screen.getByRole("heading", { level: 1, name: "Page not found" })).toBeTruthy();
  await accessible();
});

test("not recorded is not none: until somebody has looked, the page says that none is not known to mean none", async () => {
  const api = aChildIs();
  api.answers("people.legalStatus.confirm", statuses(aChild()));
  const { user } = await drawAt(address);
  expect(screen.getByText(/none is not known to mean none/)).toBeTruthy();
  await user.dblClick(screen.getByRole("button", { name: "I looked, and there are none" }));
  const sent = api.askedOf("people.legalStatus.confirm");
  expect(sent).toHaveLength(1);
  expect(sent[0]?.input).toMatchObject({ childId, version: 3 });
});

test("a status stands with its dates, its holder and the ways to correct or end it", async () => {
  aChildIs({ legalStatuses: [aStatus()], statusesConfirmedOn: "2026-11-12" });
  const { accessible } = await drawAt(address);
  const table = screen.getByRole("table", { name: "Legal statuses" });
  expect(table.textContent).toContain("16 February 2026");
  expect(table.textContent).toContain("Neil Bannerman");
  expect(within(table).getByRole("link", { name: "End Looked after" })).toBeTruthy();
  expect(screen.getByText("Last looked for on 12 November 2026.")).toBeTruthy();
  await accessible();
});

test("a control this person may not use stays and says why", async () => {
  const why = "Your part in this child's care does not let you record a legal status.";
  aChildIs({ can: { ...aChild().can, "legal-status.record": why } });
  await drawAt(address);
  const button = screen.getByRole("button", { name: "Record a legal status" });
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(screen.getByText(why)).toBeTruthy();
});

test("HIG-55: that the midwife's care has ended is offered while the midwife is the named person", async () => {
  const api = aChildIs({
    bornOn: "2026-11-10",
    age: "13 days",
    namedPerson: {
      known: true,
      current: aHeld({ stage: "Before and just after birth" }),
      why: null,
      next: null,
      previous: [],
    },
  });
  api.answers("namedPerson.endMidwifery", {
    known: true,
    childVersion: 4,
    endedOn: "2026-11-21",
    handedOverOn: null,
    isLate: false,
    words: "The midwife stays until a health visitor has accepted.",
  });
  const { user } = await drawAt(address);
  await user.click(screen.getByRole("link", { name: "The midwife's care has ended" }));
  await screen.findByRole("heading", { level: 1, name: "The midwife's care has ended" });
  const ended = within(screen.getByRole("group", { name: "Day the midwife's care ended" }));
  await user.type(ended.getByLabelText("Day"), "21");
  await user.type(ended.getByLabelText("Month"), "11");
  await user.type(ended.getByLabelText("Year"), "2026");
  await user.click(screen.getByRole("button", { name: "Record it" }));
  await screen.findByRole("heading", { level: 1, name: "Overview" });
  expect(api.askedOf("namedPerson.endMidwifery")[0]?.input).toMatchObject({
    childId,
    version: 3,
    endedOn: "2026-11-21",
  });
});

test("HIG-60: the history of named persons shows dates that meet, and gaps where there were any", async () => {
  const api = aChildIs();
  api.answers("namedPerson.history", {
    known: true,
    held: [
      aHeld({ namedPersonId: id(61) }),
      aHeld({ namedPersonId: id(62), name: "Catriona Munro", from: "2025-08-18", until: "2026-08-18" }),
    ],
    gaps: [{ from: "2025-08-01", until: "2025-08-18", days: 17 }],
  });
  const { accessible } = await drawAt(`${address}/named-persons`);
  const [, now, before] = screen.getAllByRole("row");
  expect(now?.textContent).toContain("From18 August 2026UntilNow");
  expect(before?.textContent).toContain("From18 August 2025Until18 August 2026");
  expect(screen.getByText("Nobody for 17 days: from 1 August 2025 to 18 August 2025.")).toBeTruthy();
  await accessible();
});
