import { anybodyRefers, type PermissionTable, permissions } from "../../access/permissions.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const everyChange = "G3, paragraph 2, sentence 2";
const rule = (id: string, at = everyChange) => ({ id: `scotland.${id}`, clause: girfec(at), from });

/** Who may see and do what by the national guidance: one person amends the plan, and each keeps their own part (GIR-75). */
export const scottishPermissions: PermissionTable = {
  otherwise: rule("may-otherwise"),
  may: [
    { head: rule("may-change-plan"), roles: ["lead-professional"], acts: ["change-plan"] },
    {
      head: rule("may-update-action", 'G1, "will" list, bullet 2'),
      roles: ["lead-professional", "core-group-member"],
      acts: ["update-action", "post-progress"],
      where: "own-action",
    },
    { head: rule("may-family"), roles: ["child", "parent-or-carer"], acts: ["read-plan", "add-views"] },
  ],
  mayNot: [],
};

export const access = chapter({
  parameters: {},
  rules: {
    "access.may": () => [
      ...permissions(scottishPermissions),
      anybodyRefers({ ...rule("anybody-refers", "G1, item 3, sentence 1"), strength: "ours" }),
    ],
  },
});
