import { anybodyRefers, type PermissionTable, permissions, whereSwitchedOn } from "../../access/permissions.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });

/** Who may see and do what by the managers' guide. What one sees of a shared plan is our reading (RN-34). */
export const englishPermissions: PermissionTable = {
  otherwise: rule("may-otherwise", "1.1"),
  may: [
    {
      head: rule("may-operate", "1.1"),
      roles: ["operational-manager"],
      acts: ["read-caseload", "supervise", "allocate-case", "handle-dispute"],
    },
    {
      head: rule("may-steer", "1.1"),
      roles: ["strategic-manager", "director"],
      acts: ["approve-departure", "read-steering-report", "read-area-figures"],
    },
    {
      head: rule("may-lead", "4.6"),
      roles: ["lead-professional"],
      acts: ["act-as-lead", "change-plan", "call-review", "hand-over"],
    },
    {
      head: rule("may-be-childs-contact", "4.6"),
      roles: ["foster-carer", "core-group-member", "childs-own-contact", "lead-professional"],
      acts: ["be-childs-contact"],
    },
    {
      head: rule("may-contribute-by-link", "3.10"),
      roles: ["contributor-by-link"],
      acts: ["read-summary", "send-update"],
    },
    {
      head: { ...rule("may-read-shared", "3.13"), strength: "ours" },
      roles: ["lead-professional", "core-group-member"],
      acts: ["read-shared-section"],
    },
    {
      head: { ...rule("may-read-section", "3.13"), strength: "ours" },
      roles: ["lead-professional", "core-group-member"],
      acts: ["read-persons-section"],
      where: "works-with-person",
    },
    {
      head: { ...rule("may-update-action", "3.13"), strength: "ours" },
      roles: ["lead-professional", "core-group-member"],
      acts: ["update-action"],
      where: "own-action",
    },
  ],
  mayNot: [
    {
      head: rule("never-foster-carer", "Annex C, looked after children"),
      roles: ["foster-carer"],
      acts: ["act-as-lead", "change-plan", "call-review", "hand-over"],
      because:
        "A foster carer cares from day to day and may be the contact the child chooses; the care plan stays with the social worker.",
    },
  ],
};

export const access = chapter({
  parameters: {
    leadHoldsBudget: {
      value: false,
      clause: cwdc("1.15"),
      reading: "A lead professional holds no budget, unless the area is one where they do.",
    },
    hasIntegratedServicesManager: {
      value: false,
      clause: cwdc("5.13"),
      reading: "Without a manager of integrated services, requests for advice and drafting go to the line manager.",
    },
  },
  rules: {
    "access.may": (value) => [
      ...permissions(englishPermissions),
      anybodyRefers({ ...rule("anybody-refers", "3.13"), strength: "ours" }),
      whereSwitchedOn(rule("may-commit-money", "1.15"), {
        isOn: value.leadHoldsBudget,
        role: "lead-professional",
        acts: ["commit-money"],
        off: "The lead professional has no budget authority here. Ask the agency that holds the money.",
      }),
      whereSwitchedOn(rule("may-advise", "5.13"), {
        isOn: value.hasIntegratedServicesManager,
        role: "integrated-services-manager",
        acts: ["read-advice-queue", "draft-plan"],
        off: "This area has no manager of integrated services: it goes to the line manager.",
        decidedBy: "line-manager",
      }),
    ],
  },
});
