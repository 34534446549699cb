import {
  anybodyRefers,
  type Bar,
  type Permission,
  type PermissionTable,
  permissions,
} from "../../access/permissions.ts";
import type { AccessRole } from "../../vocabulary/permissions.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const may = (id: string, at: string, of: Omit<Permission, "head">): Permission => ({
  head: rule(`may-${id}`, at),
  ...of,
});
const never = (id: string, at: string, of: Omit<Bar, "head">): Bar => ({ head: rule(`never-${id}`, at), ...of });

const anyStaff = [
  may("ask-who-is-named-person", "H4, bullet 1", {
    roles: ["member-of-staff", "named-person", "lead-professional", "core-group-member", "child", "parent-or-carer"],
    acts: ["read-who-is-named-person"],
  }),
  may("pass-on", "H7, paragraph 2, sentence 3", {
    roles: ["member-of-staff", "named-person", "lead-professional", "core-group-member"],
    acts: ["pass-worry-on"],
  }),
] satisfies readonly Permission[];

const namedPerson = [
  may("named-person-read", "H4, bullet 5", {
    roles: ["named-person"],
    acts: ["read-record", "read-own-agency-record", "read-plan"],
  }),
  may("named-person-common", "H19, item 1", { roles: ["named-person"], acts: ["read-common-element"] }),
  may("named-person-siblings", "H7, paragraph 4, sentence 5", { roles: ["named-person"], acts: ["read-siblings"] }),
  may("named-person-act", "H4, bullet 2", { roles: ["named-person"], acts: ["act-on-worry", "record-consent"] }),
  may("named-person-release", "H4, bullet 5", { roles: ["named-person"], acts: ["release-item"] }),
  may("named-person-lead", "H4, bullet 7", { roles: ["named-person"], acts: ["lead-single-agency-plan"] }),
  may("named-person-resume", "H8, bullet 9", { roles: ["named-person"], acts: ["resume"] }),
  may("named-person-as-lead", "H4, bullet 10", {
    roles: ["named-person"],
    acts: ["confirm-self-as-lead"],
    where: "manager-consulted",
  }),
] satisfies readonly Permission[];

const leadProfessional = [
  may("lead-read", "H8, paragraph after list", {
    roles: ["lead-professional"],
    acts: ["read-plan", "read-core-group-space"],
  }),
  may("lead-plan", "H8, paragraph after list", {
    roles: ["lead-professional"],
    acts: ["change-plan", "call-review", "circulate"],
  }),
  may("lead-tasks", "H11, paragraph 2, sentences 1-2", { roles: ["lead-professional"], acts: ["allocate-task"] }),
  may("lead-hand-over", "H8, bullet 9", { roles: ["lead-professional"], acts: ["hand-over"] }),
  may("lead-raise", "H13, paragraph 3, sentence 1", { roles: ["lead-professional"], acts: ["raise-with-managers"] }),
] satisfies readonly Permission[];

const coreGroup = [
  may("core-group-read", "H19, paragraph 1, sentence 1", {
    roles: ["core-group-member"],
    acts: ["read-plan-part"],
    where: "needed-for-task",
  }),
  may("core-group-task", "H11, paragraph 2, sentences 1-2", {
    roles: ["core-group-member"],
    acts: ["accept-task", "read-core-group-space"],
  }),
  may("core-group-action", "H8, bullet 2", {
    roles: ["named-person", "lead-professional", "core-group-member"],
    acts: ["update-action", "post-progress"],
    where: "own-action",
  }),
] satisfies readonly Permission[];

const family = [
  may("family-read", "H8, paragraph after list", {
    roles: ["child", "parent-or-carer"],
    acts: ["read-plan", "read-what-was-shared"],
    where: "not-held-back",
  }),
  may("family-say", "H3, paragraph 2, sentence 6", {
    roles: ["child", "parent-or-carer"],
    acts: ["add-views", "report-change", "ask-for-another-lead", "open-disagreement", "withdraw-consent"],
  }),
] satisfies readonly Permission[];

const managers = [
  may("manager-staff", "H13, paragraph 1", {
    roles: ["line-manager", "senior-manager"],
    acts: ["read-own-staff", "confirm-appointment", "supervise", "answer-escalation"],
    where: "own-staff",
  }),
  may("coordinator-figures", "H15, paragraph 2, sentence 1", {
    roles: ["coordinator"],
    acts: ["read-area-figures"],
    where: "own-area",
  }),
  may("coordinator-papers", "H14, paragraph 2", {
    roles: ["coordinator"],
    acts: ["read-referral-papers", "return-incomplete-papers"],
    where: "referred",
  }),
  may("coordinator-door", "H18, paragraph 2, sentence 3", {
    roles: ["coordinator"],
    acts: ["place-before-group", "keep-agenda", "invite-to-group"],
  }),
] satisfies readonly Permission[];

const keyPosts = [
  may("officer-early", "H16, sentence 2", {
    roles: ["integrated-services-officer"],
    acts: ["read-early-plan", "return-plan"],
    where: "early-intervention",
  }),
  may("officer-liaison", "H16, sentence 2", {
    roles: ["integrated-services-officer"],
    acts: ["arrange-liaison-meeting"],
  }),
  may("review-officer-quality", "H17, sentence 1", {
    roles: ["review-officer"],
    acts: ["assure-quality", "read-plan"],
    where: "sampled-or-chaired",
  }),
  may("review-officer-chair", "H17, sentence 1", { roles: ["review-officer"], acts: ["chair-meeting"] }),
  may("group-figures", "H18, paragraph 1, sentence 2", {
    roles: ["service-managers-group"],
    acts: ["read-area-figures"],
    where: "own-area",
  }),
  may("group-items", "H18, paragraph 2, sentence 3", {
    roles: ["service-managers-group"],
    acts: ["read-item-papers", "sanction-resource", "settle-disagreement", "take-youth-business", "vote-in-group"],
    where: "through-coordinator",
  }),
  may("guest-items", "H18, paragraph 2, sentence 2", {
    roles: ["reporter", "housing-manager"],
    acts: ["read-item-papers", "attend-group", "add-views"],
    where: "own-item",
  }),
] satisfies readonly Permission[];

/** Those who may chair where nothing fixes the chair: the same people are refused where a review officer has to. */
const othersWhoChair = [
  "named-person",
  "lead-professional",
  "line-manager",
  "senior-manager",
  "integrated-services-officer",
] as const satisfies readonly AccessRole[];

const openChair: Permission = {
  head: { ...rule("may-chair-otherwise", "H17, sentence 2"), strength: "ours" },
  roles: othersWhoChair,
  acts: ["chair-meeting"],
};

const mayNot: readonly Bar[] = [
  never("read-others-files", "H19, paragraph 1, sentences 2-3", {
    roles: ["named-person", "lead-professional", "core-group-member"],
    acts: ["read-other-agencies-files"],
    because: "Each agency keeps its own file. What others need of it is shared item by item.",
  }),
  never("end-others-roles", "H8, last paragraph", {
    roles: ["lead-professional"],
    acts: ["end-others-role"],
    because:
      "The lead professional replaces nobody: other people's roles and work go on until they or their managers end them.",
  }),
  never("close-alone", "H15, paragraph 1, sentence 1", {
    roles: ["line-manager", "senior-manager", "service-managers-group"],
    acts: ["close-group-decision-alone"],
    because: "No one service manager decides for the area. A decision of the group holds all four services.",
  }),
  never("refuse-referral", "H15, paragraph 2, sentence 1", {
    roles: ["coordinator"],
    acts: ["refuse-complete-referral"],
    because: "The co-ordinator sends back papers that are not complete, and takes a referral that is (HN-15).",
  }),
  never("officer-chair", "H17, sentence 2", {
    roles: othersWhoChair,
    save: "review-officer",
    acts: ["chair-meeting"],
    where: "review-officer-required",
    because: "A quality assurance and review officer has to chair this meeting.",
  }),
  {
    head: { ...rule("never-write-chaired-plan", "H17, sentence 1"), strength: "ours" },
    roles: ["review-officer"],
    acts: ["change-plan"],
    where: "chairs-plan",
    because: "Whoever chairs the reviews of a plan does not write it.",
  },
  never("vote-as-guest", "H18, paragraph 2, sentence 2", {
    roles: ["reporter", "housing-manager"],
    acts: ["vote-in-group"],
    because: "The Reporter and the housing manager give their view and do not vote or count (HD-15).",
  }),
];

const asThePaperHasIt = [
  ...anyStaff,
  ...namedPerson,
  ...leadProfessional,
  ...coreGroup,
  ...family,
  ...managers,
  ...keyPosts,
];

/** Who may see and do what by Part 3: the rights of a role on the child, or of one of the four key posts. */
export const highlandPermissions: PermissionTable = {
  otherwise: rule("may-otherwise", "H14, paragraph 2"),
  may: [...asThePaperHasIt, openChair],
  mayNot,
};
const officersAloneChair: PermissionTable = { ...highlandPermissions, may: asThePaperHasIt };

/** Part 3 has a table of its own. */
export const accessSetsAside = {
  "scotland.may-change-plan": "Part 3 says what the lead professional may do, and does it in more words (H8).",
  "scotland.may-update-action": "Part 3 says it of everybody with an action (H8).",
  "scotland.may-family": "Part 3 says what child and family may see and do (H3, H8).",
  "scotland.may-otherwise": "Part 3 has a table of its own.",
  "scotland.anybody-refers": "In Part 3 all staff know how to pass a worry on (H7).",
};

export const access = chapter({
  parameters: {
    chairIsOpenOtherwise: {
      value: true,
      ours: "HD-62",
      clause: part3("H17, sentence 2"),
      reading:
        "Where no review officer has to chair, the lead professional, the named person, a manager or the integrated services officer may. An area may leave the chair to review officers alone.",
    },
  },
  rules: {
    "access.may": ({ chairIsOpenOtherwise }) => [
      ...permissions(chairIsOpenOtherwise ? highlandPermissions : officersAloneChair),
      anybodyRefers(rule("anybody-refers", "H7, paragraph 2, sentence 3")),
    ],
  },
});
