import { describe, expect, test } from "vitest";
import type { AccessFacts } from "../../access/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { accessFacts } from "../../testing/access.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const may = (of: Partial<AccessFacts>) => book.gate("access.may", accessFacts(of), noonOn(localDate("2026-12-31")));
const overview = (role: "director" | "lead-member" | "coordinator" | "team-manager") =>
  may({ roles: [role], act: "read-implementation-figures", about: { kind: "area", id: "wigan" } });

describe("WIG-9.1.1: the Director, the Lead Member and the Co-ordinator have an overview", () => {
  test.each(["director", "lead-member", "coordinator"] as const)("%s sees counts and trends", (role) => {
    expect(overview(role)).toMatchObject({
      answer: "permits",
      findings: [{ clause: { source: "CP3.1", at: "9.1.1" }, strength: "local procedure" }, {}],
    });
  });
  test("a team manager does not", () => {
    expect(overview("team-manager").answer).toBe("prevents");
  });
  test("Cllr Wood, the Lead Member, sees no child's name, whatever else she is", () => {
    expect(may({ roles: ["lead-member"], act: "read-record" }).answer).toBe("prevents");
    const both = may({ roles: ["lead-member", "core-group-member"], act: "read-record" });
    expect(both.answer).toBe("prevents");
    expect(both.findings.find(({ rule }) => rule === "wigan.never-lead-member")?.because).toMatch(/no child's name/);
  });
});

describe("WIG-D30: who sees a case", () => {
  const teams = (holds: boolean | "not-recorded") =>
    may({ roles: ["team-manager"], act: "read-record", ties: [{ kind: "own-staff", holds }] }).answer;
  test("those who work on it, and the team's manager", () => {
    expect(may({ act: "read-record" }).answer).toBe("permits");
    expect(may({ roles: ["core-group-member"], act: "read-record" }).answer).toBe("permits");
    expect([teams(true), teams(false), teams("not-recorded")]).toEqual(["permits", "prevents", "unknown"]);
  });
  test("a senior manager or the Director opens a named case with a reason", () => {
    for (const role of ["senior-manager", "director"] as const)
      expect(may({ roles: [role], act: "read-record" })).toMatchObject({
        answer: "permits-if",
        needs: [{ what: "reason", code: "named-case-opened" }],
      });
  });
  test.each(["senior-manager", "executive-group"] as const)("%s: totals of their span, and no more of them", (role) => {
    const totals = may({ roles: [role], act: "read-implementation-figures", about: { kind: "area", id: "wigan" } });
    expect(totals.answer).toBe("permits");
    expect(totals.findings.find(({ rule }) => rule === "wigan.may-read-totals")).toMatchObject({
      effect: "permits",
      strength: "ours",
      lifts: ["wigan.may-otherwise"],
    });
    expect(may({ roles: ["executive-group"], act: "read-record" }).answer).toBe("prevents");
  });
  test("the Executive Group reads the papers of an appeal that is before it, and of no other", () => {
    const papers = (holds: boolean | "not-recorded", role: "executive-group" | "senior-manager" = "executive-group") =>
      may({ roles: [role], act: "read-item-papers", ties: [{ kind: "own-item", holds }] });
    expect([papers(true).answer, papers(false).answer, papers("not-recorded").answer]).toEqual([
      "permits",
      "prevents",
      "unknown",
    ]);
    expect(papers(true, "senior-manager").answer).toBe("prevents");
    expect(papers(true).findings.find(({ rule }) => rule === "wigan.may-read-appeal")).toMatchObject({
      effect: "permits",
      strength: "ours",
    });
  });
  test("the Co-ordinator sees allocations, disputes, exemptions and audits, and no case notes", () => {
    expect(may({ roles: ["coordinator"], act: "read-arrangements" }).answer).toBe("permits");
    expect(may({ roles: ["coordinator"], act: "read-record" }).answer).toBe("prevents");
  });
});
