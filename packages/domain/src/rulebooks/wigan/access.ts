import { anybodyRefers, type PermissionTable, permissions } from "../../access/permissions.ts";
import type { RuleHead } from "../../kernel/rule.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

/** CP3.1 says who has an overview, not who sees a case: those lines are our reading (WIG-D30). */
const rule = (id: string, at = "9.1.1"): RuleHead => ({ id: `wigan.${id}`, clause: cp31(at), from, strength: "ours" });

export const wiganPermissions: PermissionTable = {
  otherwise: rule("may-otherwise"),
  may: [
    { head: rule("may-read-case"), roles: ["lead-professional", "core-group-member"], acts: ["read-record"] },
    {
      head: rule("may-read-teams-cases"),
      roles: ["line-manager", "team-manager"],
      acts: ["read-record"],
      where: "own-staff",
    },
    {
      head: rule("may-read-named-case"),
      roles: ["senior-manager", "director"],
      acts: ["read-record"],
      needs: [
        { what: "reason", from: "senior-manager", for: "why this named case is opened", code: "named-case-opened" },
      ],
    },
    {
      head: { id: "wigan.may-read-overview", clause: cp31("9.1.1"), from },
      roles: ["director", "lead-member", "coordinator"],
      acts: ["read-implementation-figures"],
    },
    {
      head: rule("may-read-totals"),
      roles: ["senior-manager", "executive-group"],
      acts: ["read-implementation-figures"],
    },
    { head: rule("may-read-arrangements", "10"), roles: ["coordinator"], acts: ["read-arrangements"] },
    {
      head: rule("may-read-appeal"),
      roles: ["executive-group"],
      acts: ["read-item-papers"],
      where: "own-item",
    },
  ],
  mayNot: [
    {
      head: rule("never-lead-member"),
      roles: ["lead-member"],
      acts: ["read-record"],
      because: "An elected member sees counts and trends, and no child's name.",
    },
  ],
};

/** What CP3.1 says itself instead of the managers' guide. */
export const accessSetsAside = {
  "england.anybody-refers": "CP3.1 4 keeps the safeguarding route apart from everything in it.",
};

export const access = chapter({
  parameters: {},
  rules: {
    "access.may": () => [
      ...permissions(wiganPermissions),
      anybodyRefers({ id: "wigan.anybody-refers", clause: cp31("4"), from }),
    ],
  },
});
