import { deputyForOrder, planOutlastsStatus, trustedPersonIsAsked } from "../../lead-professional/status-duties.ts";
import { protectionKinds } from "../../lead-professional/statuses.ts";
import { anyoneInvolvedMayLead, type DefiniteKind, postLeads } from "../../lead-professional/statutory.ts";
import {
  anyoneMayLeadAfterDecision,
  careLeaverLead,
  socialWorkerLeads,
  socialWorkerLeadsAssessment,
} from "../../lead-professional/statutory-care.ts";
import { adviserInYearNine, sencoMayLead } from "../../lead-professional/statutory-school.ts";
import { officerLeads, officerNeverLeads } from "../../lead-professional/statutory-youth.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

/** The second tier, in the order it is listed when an Action Meeting has to choose (BOL-D3). */
const definite: readonly DefiniteKind[] = [
  "care-leaver",
  "youth-order",
  "care-programme-approach",
  "complex-disability-or-health-need",
];

/** Bolton's table of who leads where law or another process already has a lead. All rows are read; the highest tier decides. */
export const statutoryLeads = chapter({
  parameters: {
    rangeOfOutsideServices: {
      value: 2,
      least: 1,
      most: 10,
      ours: "BOL-D8",
      clause: guidance("7.7"),
      reading: "A range of services from outside the school is two or more with live actions.",
    },
    areaHasPersonalAdvisers: {
      value: true,
      ours: "BOL-D7",
      clause: guidance("7.7"),
      reading: "The area has personal advisers, or workers in their place; without them the Year 9 row gives nothing.",
    },
    keyWorkerAgreedByFamily: {
      value: true,
      ours: "BOL-D9",
      clause: guidance("7.8"),
      reading:
        "A key worker is identified when a named person is recorded as such and the family agreed to them; that person leads once they accept.",
    },
    shortOrderDays: {
      value: 84,
      least: 1,
      most: 365,
      ours: "BOL-D2",
      clause: guidance("7.10"),
      reading:
        "An order is short when 84 days or fewer are left, counting the first day of the supervising officer's lead and the order's last day.",
    },
    handoverDaysBeforeStatusEnds: {
      value: 28,
      least: 1,
      most: 90,
      ours: "BOL-D25",
      clause: guidance("7.10"),
      reading: "A handover opens 28 days before a known end, or at once where less is left.",
    },
  },
  rules: {
    "lead-professional.statutory": (value) => [
      socialWorkerLeads({ id: "bolton.looked-after", clause: guidance("7.1, 7.4"), from }, { status: "looked-after" }),
      socialWorkerLeads(
        { id: "bolton.protection-plan", clause: guidance("7.2"), from },
        { status: "child-protection-plan", enteredAs: protectionKinds },
      ),
      socialWorkerLeadsAssessment({ id: "bolton.child-in-need-assessment", clause: guidance("7.3"), from }),
      anyoneMayLeadAfterDecision(
        { id: "bolton.child-in-need-decided", clause: guidance("7.3"), from },
        { onlyWhileInvolved: false },
      ),
      careLeaverLead(
        { id: "bolton.care-leaver", clause: guidance("7.5"), from },
        {
          leads: "social-worker",
          instead: "personal-adviser",
          accountable: "social-work-team-manager",
          insteadNeedsReason: true,
          among: definite,
        },
      ),
      socialWorkerLeads({ id: "bolton.adoption-plan", clause: guidance("7.6"), from }, { status: "adoption-plan" }),
      sencoMayLead(
        { id: "bolton.senco", clause: guidance("7.7"), from },
        { tier: "suggested", rangeOfServices: value.rangeOfOutsideServices },
      ),
      adviserInYearNine(
        { id: "bolton.year-9-adviser", clause: guidance("7.7"), from },
        { hasAdvisers: value.areaHasPersonalAdvisers },
      ),
      postLeads(
        { id: "bolton.key-worker", clause: guidance("7.8"), from },
        {
          status: "complex-disability-or-health-need",
          post: "key-worker",
          accountable: "lead-agency-manager",
          onlyIfNamed: true,
          familyAgrees: value.keyWorkerAgreedByFamily,
          among: definite,
        },
      ),
      postLeads(
        { id: "bolton.care-programme-approach", clause: guidance("7.9"), from },
        {
          status: "care-programme-approach",
          post: "care-co-ordinator",
          accountable: "lead-agency-manager",
          onlyIfNamed: false,
          among: definite,
        },
      ),
      officerLeads(
        { id: "bolton.youth-officer", clause: guidance("7.10"), from },
        { shortOrderDays: value.shortOrderDays, among: definite },
      ),
      officerNeverLeads(
        { id: "bolton.youth-officer-never", clause: guidance("7.10"), from },
        { secondedMayLead: false },
      ),
      anyoneInvolvedMayLead(
        { id: "bolton.open-choice", clause: guidance("5"), from },
        { unless: ["child-in-need", "special-educational-needs", "statement-or-ehc-plan"], among: definite },
      ),
    ],
    "lead-professional.status-duties": (value) => [
      deputyForOrder(
        { id: "bolton.deputy-for-order", clause: guidance("7.10"), from },
        { shortOrderDays: value.shortOrderDays },
      ),
      planOutlastsStatus(
        { id: "bolton.plan-outlasts-status", clause: guidance("7.10"), from },
        {
          kinds: ["youth-order", "looked-after", ...protectionKinds, "care-programme-approach", "care-leaver"],
          opensDaysBefore: value.handoverDaysBeforeStatusEnds,
          who: "lead-professional",
        },
      ),
      trustedPersonIsAsked({ id: "bolton.trusted-person", clause: guidance("5"), from }),
    ],
  },
});

/** What Bolton's table says in place of the base, row by row. */
export const setsAside = {
  "england.looked-after": "Bolton's table has its own row, 7.1 and 7.4: the named social worker.",
  "england.protection-plan": "Bolton's table has its own row, 7.2: the social worker.",
  "england.child-in-need-assessment": "Bolton's table has its own row, 7.3: the social worker during assessment.",
  "england.child-in-need-decided":
    "Bolton's table has its own row, 7.3: the social worker or another worker once services are decided.",
  "england.care-leaver":
    "Bolton's table, 7.5, gives a care leaver the social worker, where the base gives the personal adviser (BOL-D5).",
  "england.adoption-plan": "Bolton's table has its own row, 7.6: the social worker.",
  "england.senco": "Bolton's table, 7.7, suggests the SENCO, where the base only allows it.",
  "england.year-9-adviser":
    "Bolton's table has its own row, 7.7: the personal adviser may take the transition plan on (BOL-D7).",
  "england.key-worker": "Bolton's table has its own row, 7.8: the key worker, where one is identified (BOL-D9).",
  "england.care-programme-approach": "Bolton's table has its own row, 7.9: the care co-ordinator.",
  "england.youth-officer": "Bolton's table, 7.10, gives the supervising officer without a local decision case by case.",
  "england.youth-officer-never": "Bolton's table, 7.10, has the same two exceptions of its own.",
  "england.seconded-social-worker": "Bolton's table, 7.10, knows no exception for a seconded social worker.",
  "england.open-choice": "Bolton's heading 5 has the open choice, in words of its own.",
  "england.trusted-person":
    "Bolton's heading 5 asks young people and families whom they would like, in words of its own.",
  "england.lead-named-by-status":
    "Bolton's table has rows of its own: a social worker for care leavers, the supervising officer on an order.",
  "england.integrated-response": "Bolton's heading 1 points to its own trigger: more than one service (BOL-1.2).",
  "england.any-practitioner": "Bolton's heading 5 says who can lead in words of its own.",
  "england.information-sharing-training": "Bolton sets no gate: training is prompted and holds nobody up (BOL-D20).",
  "england.training-is-open": "Bolton's headings 1 and 12 say how training is offered.",
} as const;
