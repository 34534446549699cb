import { describe, expect, test } from "vitest";
import type { AccessFacts } from "../../access/model.ts";
import { adoptionProblems } from "../../kernel/book.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { accessFacts } from "../../testing/access.ts";
import { anAdoption } from "../../testing/builders.ts";
import { adopt, asItStands } from "../questions.ts";
import { england } from "./england.ts";

const at = noonOn(localDate("2026-11-23"));
const book = asItStands(england);
const may = (of: Partial<AccessFacts>, of_ = book) => of_.gate("access.may", accessFacts(of), at);
const setTo = (settings: Record<string, boolean>) => {
  const adoption = anAdoption({ settings });
  expect(adoptionProblems(england, adoption)).toEqual([]);
  return adopt(england, adoption);
};

describe("CWDC-1.1a: two kinds of manager, with rights of their own", () => {
  test("an operational manager opens the approval of departures: refused; a strategic manager may", () => {
    const refused = may({ roles: ["operational-manager"], act: "approve-departure" });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toBe(
      "To approve a departure from a rule is for a strategic manager or the director.",
    );
    expect(may({ roles: ["strategic-manager"], act: "approve-departure" }).answer).toBe("permits");
  });
  test("cases are the operational manager's, and somebody may be both", () => {
    expect(may({ roles: ["operational-manager"], act: "allocate-case" }).answer).toBe("permits");
    expect(may({ roles: ["strategic-manager"], act: "allocate-case" }).answer).toBe("prevents");
    for (const act of ["allocate-case", "approve-departure"] as const)
      expect(may({ roles: ["operational-manager", "strategic-manager"], act }).answer).toBe("permits");
  });
});

describe("CWDC-1.15: a lead professional holds no budget, unless the area is one where they do", () => {
  const commit = { act: "commit-money" } as const;
  test("240 pounds in an ordinary area: refused", () => {
    const refused = may(commit);
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]).toMatchObject({ clause: { source: "CWDC", at: "1.15" } });
    expect(refused.findings[0]?.because).toMatch(/no budget authority/);
  });
  test("switched on, it is for the lead professional alone", () => {
    const on = setTo({ leadHoldsBudget: true });
    expect(may(commit, on).answer).toBe("permits");
    expect(may({ ...commit, roles: ["core-group-member"] }, on).answer).toBe("prevents");
    expect(may({ ...commit, roles: "not-recorded" }, on).answer).toBe("unknown");
  });
});

describe("CWDC-5.13: an area may have a manager of integrated services", () => {
  const draft = { act: "draft-plan", roles: ["integrated-services-manager"] } as const;
  test("without one, requests go to the line manager", () => {
    expect(may(draft)).toMatchObject({ answer: "refers", decidedBy: ["line-manager"] });
    expect(may({ ...draft, act: "read-advice-queue" }).answer).toBe("refers");
  });
  test("with one, advice and drafting are theirs", () => {
    const on = setTo({ hasIntegratedServicesManager: true });
    expect(may(draft, on).answer).toBe("permits");
    expect(may({ ...draft, act: "read-advice-queue" }, on).answer).toBe("permits");
    expect(may({ ...draft, roles: ["line-manager"] }, on).answer).toBe("prevents");
  });
});

describe("CWDC-ANNEXC-LAC-foster: a foster carer may be the child's own contact and never the lead", () => {
  test("as lead: refused, even beside another role; as the child's contact: yes", () => {
    const asLead = may({ roles: ["foster-carer", "lead-professional"], act: "act-as-lead" });
    expect(asLead.answer).toBe("prevents");
    expect(asLead.findings.find(({ rule }) => rule === "england.never-foster-carer")?.because).toMatch(
      /the care plan stays with the social worker/,
    );
    expect(may({ roles: ["foster-carer"], act: "be-childs-contact" }).answer).toBe("permits");
  });
  test("the contact a child chose has none of the lead's rights", () => {
    for (const act of ["act-as-lead", "change-plan", "call-review", "hand-over"] as const) {
      expect(may({ roles: ["childs-own-contact"], act }).answer).toBe("prevents");
      expect(may({ roles: ["lead-professional"], act }).answer).toBe("permits");
    }
  });
});

describe("CWDC-3.10: a doctor without an account of their own contributes through a limited link", () => {
  test("she reads the summary and sends an update, and no more", () => {
    const gp = { roles: ["contributor-by-link"] } as const;
    expect(may({ ...gp, act: "read-summary" }).answer).toBe("permits");
    expect(may({ ...gp, act: "send-update" }).answer).toBe("permits");
    expect(may({ ...gp, act: "change-plan" }).answer).toBe("prevents");
    expect(may({ ...gp, act: "read-shared-section" }).answer).toBe("prevents");
  });
});

describe("RN-34: on a shared plan one sees what is shared, one's own actions, and those one works with", () => {
  const member = { roles: ["core-group-member"] } as const;
  test.each([
    [true, "permits"],
    [false, "prevents"],
    ["not-recorded", "unknown"],
  ] as const)("works with that person %s: %s", (holds, answer) => {
    expect(may({ ...member, act: "read-persons-section", ties: [{ kind: "works-with-person", holds }] }).answer).toBe(
      answer,
    );
    expect(may({ ...member, act: "read-shared-section" })).toMatchObject({
      answer: "permits",
      findings: [{ strength: "ours" }, { rule: "england.may-otherwise", liftedBy: "england.may-read-shared" }],
    });
  });
  test.each([
    ["core-group-member", true, "permits"],
    ["lead-professional", true, "permits"],
    ["core-group-member", false, "prevents"],
    ["lead-professional", false, "prevents"],
    ["core-group-member", "not-recorded", "unknown"],
    ["contributor-by-link", true, "prevents"],
  ] as const)("an action is its owner's to update: %s, own action %s: %s", (role, holds, answer) => {
    const ties = [{ kind: "own-action", holds }] as const;
    expect(may({ roles: [role], act: "update-action", ties }).answer).toBe(answer);
  });
});
