import { describe, expect, test } from "vitest";
import { contactsFor, mayMoveToLead, namedPersonsOwnTasks } from "./contact-order.ts";

describe("HIG-22: the named person is the first contact for child and family", () => {
  test("no other worker stands above the named person", () => {
    expect(contactsFor({ namedPerson: "mr-bain", lead: "none" })).toEqual([{ id: "mr-bain", as: "named-person" }]);
  });
  test("a lead whose plan is not agreed yet does not come first", () => {
    const lead = { id: "ms-keir", planIsAgreed: false };
    expect(contactsFor({ namedPerson: "nan-sim", lead })).toEqual([{ id: "nan-sim", as: "named-person" }]);
  });
});

describe("HIG-84: with a separate lead the named person stays listed for the family", () => {
  test("the lead first, the named person under her", () => {
    const lead = { id: "ms-keir", planIsAgreed: true };
    expect(contactsFor({ namedPerson: "nan-sim", lead })).toEqual([
      { id: "ms-keir", as: "lead-professional" },
      { id: "nan-sim", as: "named-person" },
    ]);
  });
  test("one person in both roles is shown twice", () => {
    const lead = { id: "mrs-shaw", planIsAgreed: true };
    expect(contactsFor({ namedPerson: "mrs-shaw", lead }).map(({ as }) => as)).toEqual([
      "lead-professional",
      "named-person",
    ]);
  });
});

describe("HIG-132: routine checks and the watch on attainment are not moved to the lead", () => {
  test.each(namedPersonsOwnTasks)("%s stays with the named person", (task) => {
    expect(mayMoveToLead(task).may).toBe(false);
  });
  test("a task of the plan may have any owner", () => {
    expect(mayMoveToLead("plan-task").may).toBe(true);
  });
});
