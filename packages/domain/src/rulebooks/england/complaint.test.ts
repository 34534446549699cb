import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ComplaintDutiesFacts, ComplaintFacts } from "../../quality/complaint-model.ts";
import { complaintDutiesFacts, complaintFacts } from "../../testing/complaint.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const at = (day: string) => noonOn(localDate(day));
const may = (of: Partial<ComplaintFacts>) => book.gate("quality.complaint", complaintFacts(of), at("2026-11-26"));
const owed = (of: Partial<ComplaintDutiesFacts>, day: string) =>
  book.duty("quality.complaint-duties", complaintDutiesFacts(of), at(day)).owed;

describe("CWDC-5.18e: the line manager deals with complaints, and what is not settled goes up", () => {
  test.each([
    ["2026-12-09", "line-manager", { day: "2026-12-09" }],
    ["2026-12-10", "senior-manager", "at-once"],
  ] as const)("a complaint of 25 November that is not settled, on %s: %s", (day, who, due) => {
    expect(owed({}, day).map((one) => [one.who, one.due])).toEqual([[who, due]]);
  });
  test("settled, whoever complained hears the outcome, and then nothing is owed", () => {
    expect(owed({ isSettled: true }, "2026-12-10").map(({ act }) => act)).toEqual(["quality.tell-complainant"]);
    expect(owed({ isSettled: true, outcomeToldOn: localDate("2026-12-09") }, "2026-12-10")).toEqual([]);
    expect(owed({ isSettled: "not-recorded" }, "2026-12-10").map(({ act }) => act)).toEqual([
      "quality.settle-complaint-above",
    ]);
  });
  test("what moves up the chain says to whom and why, and both steps are kept", () => {
    const up = { act: "raise-level" } as const;
    expect(may(up)).toMatchObject({ answer: "unknown", missing: ["to whom it goes up"] });
    expect(may({ ...up, raisedTo: "not-recorded" }).answer).toBe("unknown");
    expect(may({ ...up, raisedTo: "sue" })).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "reason", from: "line-manager", code: "level-raised" }],
    });
    const raised = may({ ...up, raisedTo: "sue", reasonGiven: true });
    expect(raised.answer).toBe("permits");
    expect(raised.findings.find(({ rule }) => rule === "england.complaint-level")?.because).toBe(
      "The level before and the new one are both kept, with the reason.",
    );
  });
  test("it is not visible to the person it is about until the manager shows it", () => {
    const amina = { act: "read", by: { id: "amina", isInManagementLine: false } } as const;
    expect(may(amina).answer).toBe("prevents");
    expect(may({ ...amina, isReleased: true }).answer).toBe("permits");
  });
  test("one about the manager opens a step higher", () => {
    const aboutHelen = { about: "helen", manager: "sue", manages: ["amina"] } as const;
    expect(may({ ...aboutHelen, by: { id: "helen", isInManagementLine: true } }).answer).toBe("prevents");
    expect(may({ ...aboutHelen, by: { id: "amina", isInManagementLine: "not-recorded" } }).answer).toBe("prevents");
    expect(may({ ...aboutHelen, by: { id: "sue", isInManagementLine: true } }).answer).toBe("permits");
    expect(may({ ...aboutHelen, by: { id: "director", isInManagementLine: true } }).answer).toBe("permits");
    expect(may({ ...aboutHelen, by: { id: "other", isInManagementLine: false } }).answer).toBe("prevents");
    expect(may({ ...aboutHelen, by: { id: "other", isInManagementLine: "not-recorded" } }).answer).toBe("unknown");
  });
});

describe("CWDC-5.18e2: performance is a private record in the management line", () => {
  const performance = { complaint: { id: "p", kind: "performance" }, act: "read" } as const;
  test("nobody who opens the child's file sees anything of it", () => {
    expect(may({ ...performance, by: { id: "core-group", isInManagementLine: false } }).answer).toBe("prevents");
    expect(may({ ...performance, by: { id: "somebody", isInManagementLine: "not-recorded" } }).answer).toBe("unknown");
    expect(may({ ...performance, by: { id: "director", isInManagementLine: true } }).answer).toBe("permits");
    expect(may(performance).answer).toBe("permits");
  });
  test("no clock of a complaint runs on it", () => {
    const complaint = { id: "p", kind: "performance", receivedOn: localDate("2026-11-26") } as const;
    expect(owed({ complaint }, "2027-02-01")).toEqual([]);
  });
});
