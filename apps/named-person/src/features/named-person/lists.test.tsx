import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { aMine, anEstablishment, establishmentId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

type Groups = { readonly group: string; readonly children: number }[];
function withChildren(children: ReturnType<typeof aMine>[], groups: Groups) {
  const api = aSignedInApi();
  api.answers("namedPerson.mine", { noNamedPersonBecause: null, children, nextCursor: null });
  api.answers("namedPerson.myGroups", {
    total: children.length,
    groups: groups.map((group) => ({ ...group, establishment: "Inverlochan Primary School" })),
  });
}

test("a health visitor's children have no class, and nothing asks for one", async () => {
  withChildren([aMine(1, "Ashcombe, Gus", { group: null, yearGroup: null })], []);
  const { accessible } = await drawAt("/children");
  expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).not.toContain("Class");
  expect(screen.queryByLabelText("Class")).toBeNull();
  await accessible();
});

test("a teacher's children are listed with their class, and narrowed by it", async () => {
  withChildren([aMine(1, "Ashcombe, Gus")], [{ group: "P5A", children: 1 }]);
  await drawAt("/children");
  expect(screen.getByRole("columnheader", { name: "Class" })).toBeTruthy();
  expect(screen.getByRole("option", { name: "P5A (1)" })).toBeTruthy();
});

test("a child on whose plan somebody works is listed with those they are named person for, and says so", async () => {
  withChildren([aMine(1, "Ashcombe, Gus"), aMine(2, "Bramble, Ada", { as: ["works on the plan"] })], []);
  await drawAt("/children");
  const [, gus, ada] = screen.getAllByRole("row");
  expect(gus?.textContent).not.toContain("You:");
  expect(ada?.textContent).toContain("You: works on the plan");
});

test("a school that has settled nothing reads so, not as settled child by child", async () => {
  const api = aSignedInApi({ role: "head", postTitle: "Head teacher" });
  api.answers("people.establishments", [anEstablishment({ onRoll: 0, withoutNamedPerson: 0 })]);
  api.answers("namedPerson.arrangement", {
    known: true,
    establishmentId,
    establishment: "Balnaskene Primary School",
    version: 1,
    pattern: "by-name",
    groups: [],
    groupsByPattern: { "by-class": [], "by-year-group": [], "by-house": [] },
    onRoll: 0,
    followed: 0,
    exceptions: [],
    unassigned: [],
    unassignedCount: 0,
  });
  const { accessible } = await drawAt(`/roll/${establishmentId}/named-persons`);
  expect(screen.getByText("Nothing is settled yet")).toBeTruthy();
  expect(screen.getByText("Nobody is on the roll yet")).toBeTruthy();
  expect(screen.queryByText(/child by child/)).toBeNull();
  await accessible();
});

test("HIG-63: families to tell stand among the pages of their school, narrowed by its classes", async () => {
  const api = aSignedInApi({ role: "head", postTitle: "Head teacher" });
  api.answers("people.establishments", [anEstablishment()]);
  api.answers("namedPerson.toTell", { known: true, open: 0, tellings: [], nextCursor: null });
  const { accessible } = await drawAt(`/tell?establishmentId=${establishmentId}`);
  const pages = within(screen.getByRole("navigation", { name: "Inverlochan Primary School" }));
  expect(pages.getByRole("link", { name: "Families to tell" }).getAttribute("aria-current")).toBe("page");
  expect(within(screen.getByLabelText("Class")).getByRole("option", { name: "P5A" })).toBeTruthy();
  expect(screen.getByText("Everybody has been told")).toBeTruthy();
  await accessible();
});
