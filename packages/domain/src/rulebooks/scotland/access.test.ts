import { describe, expect, test } from "vitest";
import type { AccessFacts } from "../../access/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { accessFacts } from "../../testing/access.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const may = (of: Partial<AccessFacts>) => book.gate("access.may", accessFacts(of), noonOn(localDate("2026-05-02")));

describe("GIR-75: the lead amends the plan, each keeps their own part, the family reads and adds views", () => {
  const physio = { roles: ["core-group-member"], act: "update-action" } as const;
  const ownAction = (holds: boolean | "not-recorded") => [{ kind: "own-action", holds }] as const;
  test("the physiotherapist changes a school action: refused; her own saves", () => {
    const refused = may({ ...physio, ties: ownAction(false) });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toBe(
      "To update an action is for the lead professional or somebody who works to the plan, where the action is their own.",
    );
    expect(may({ ...physio, ties: ownAction(true) }).answer).toBe("permits");
    expect(may({ ...physio, ties: ownAction("not-recorded") })).toMatchObject({
      answer: "unknown",
      missing: ["whether the action is their own"],
    });
  });
  test("nobody but the lead professional amends the plan", () => {
    expect(may({ act: "change-plan" }).answer).toBe("permits");
    for (const role of ["core-group-member", "child", "parent-or-carer", "line-manager", "named-person"] as const)
      expect([role, may({ roles: [role], act: "change-plan" }).answer]).toEqual([role, "prevents"]);
  });
  test("child and family read the plan and add views", () => {
    for (const act of ["read-plan", "add-views"] as const) {
      expect(may({ roles: ["child"], act }).answer).toBe("permits");
      expect(may({ roles: ["parent-or-carer"], act }).answer).toBe("permits");
      expect(may({ roles: ["member-of-staff"], act }).answer).toBe("prevents");
    }
  });
});
