import {
  holderIsNamed,
  noGapBetweenNames,
  sharingProtocolIsAgreed,
  statusesAreAskedFor,
  trustedPersonIsAsked,
} from "../../lead-professional/status-duties.ts";
import { protectionKinds } from "../../lead-professional/statuses.ts";
import {
  anyoneInvolvedMayLead,
  type DefiniteKind,
  postLeads,
  someoneIsAppointed,
} from "../../lead-professional/statutory.ts";
import {
  anyoneMayLeadAfterDecision,
  careLeaverLead,
  socialWorkerLeads,
  socialWorkerLeadsAssessment,
  socialWorkerLeadsEligibleLeaver,
  statusesAreRecorded,
} from "../../lead-professional/statutory-care.ts";
import { adviserInYearNine, sencoMayLead } from "../../lead-professional/statutory-school.ts";
import {
  officerMayLeadIfAgreed,
  officerNeverLeads,
  secondedSocialWorkerLeads,
} from "../../lead-professional/statutory-youth.ts";
import { isLegalStatus } from "../../vocabulary/legal-statuses.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const box1 = (row: string) => cwdc(`Box 1, ${row}`);
const annexC = (row: string) => cwdc(`Annex C, ${row}`);
const byGuidance = "statutory guidance" as const;

/** Definite holders, chosen between at a meeting when there are several (PREC-3). */
const definite: readonly DefiniteKind[] = [
  "care-leaver",
  "care-programme-approach",
  "complex-disability-or-health-need",
];

/** Box 1 and Annex C: whom law or good practice already makes the lead of a child with complex needs. Locks beat all (PREC-1). */
export const statutoryLeads = chapter({
  parameters: {
    rangeOfOutsideServices: {
      value: 2,
      least: 1,
      most: 10,
      ours: "BOL-D8",
      clause: box1("special educational needs"),
      reading: "A range of services from outside the school is two or more with live actions.",
    },
    statusesOfProtection: {
      value: [...protectionKinds],
      oneOf: protectionKinds,
      ours: "RN-05",
      clause: box1("child protection cases"),
      reading:
        "On the register and subject to a protection plan are one and the same: a child who is entered as either has both, from the same day to the same day.",
    },
    areaHasPersonalAdvisers: {
      value: true,
      ours: "BOL-D7",
      clause: box1("special educational needs"),
      reading: "The area has personal advisers, or workers in their place; without them the Year 9 row gives nothing.",
    },
    secondedSocialWorkerMayLead: {
      value: false,
      ours: "RN-07",
      clause: annexC("young offenders, social services"),
      reading:
        "Off until an area allows it: a social worker seconded to the youth offending team may then lead a looked-after offender who is on no protection plan, once both gates are met.",
    },
    workingDaysToNameStatutoryLead: {
      value: 0,
      least: 0,
      most: 10,
      ours: "CWDC-4.2",
      clause: cwdc("4.2"),
      reading: "A status without a name in it shows as missing on the day it starts.",
    },
    workingDaysToAppointOfficer: { value: 1, least: 0, most: 5, clause: annexC("young offenders, custody") },
    daysToAgreeSharingProtocol: {
      value: 14,
      least: 1,
      most: 90,
      ours: "CWDC-4.6b",
      clause: cwdc("4.6"),
      reading: "What the lead and the trusted person share is settled within 14 days of that person being recorded.",
    },
  },
  rules: {
    "lead-professional.statutory": (value) => [
      statusesAreRecorded({ id: "england.statuses-recorded", clause: cwdc("4.4"), from }),
      socialWorkerLeadsAssessment({
        id: "england.child-in-need-assessment",
        clause: box1("children in need"),
        from,
        strength: byGuidance,
      }),
      anyoneMayLeadAfterDecision(
        { id: "england.child-in-need-decided", clause: box1("children in need"), from },
        { onlyWhileInvolved: true },
      ),
      socialWorkerLeads(
        { id: "england.protection-plan", clause: box1("child protection cases"), from, strength: byGuidance },
        { status: "child-protection-plan", enteredAs: value.statusesOfProtection.filter(isLegalStatus) },
      ),
      socialWorkerLeads(
        { id: "england.looked-after", clause: box1("looked after child"), from, strength: byGuidance },
        { status: "looked-after" },
      ),
      socialWorkerLeadsEligibleLeaver({
        id: "england.care-leaver-eligible",
        clause: box1("care leaver"),
        from,
        strength: "law",
      }),
      careLeaverLead(
        { id: "england.care-leaver", clause: box1("care leaver"), from, strength: "law" },
        {
          leads: "personal-adviser",
          instead: "social-worker",
          accountable: "personal-adviser-manager",
          insteadNeedsReason: false,
          among: definite,
        },
      ),
      socialWorkerLeads(
        { id: "england.adoption-plan", clause: box1("adoption cases"), from, strength: byGuidance },
        { status: "adoption-plan" },
      ),
      sencoMayLead(
        { id: "england.senco", clause: box1("special educational needs"), from },
        { tier: "may", rangeOfServices: value.rangeOfOutsideServices },
      ),
      adviserInYearNine(
        { id: "england.year-9-adviser", clause: box1("special educational needs"), from },
        { hasAdvisers: value.areaHasPersonalAdvisers },
      ),
      postLeads(
        { id: "england.key-worker", clause: box1("complex disabilities or health needs"), from },
        {
          status: "complex-disability-or-health-need",
          post: "key-worker",
          accountable: "lead-agency-manager",
          onlyIfNamed: true,
          among: definite,
        },
      ),
      someoneIsAppointed(
        { id: "england.no-key-worker", clause: box1("complex disabilities or health needs"), from },
        { status: "complex-disability-or-health-need", unless: "named" },
      ),
      postLeads(
        { id: "england.care-programme-approach", clause: box1("mental health needs"), from },
        {
          status: "care-programme-approach",
          post: "care-co-ordinator",
          accountable: "lead-agency-manager",
          onlyIfNamed: false,
          among: definite,
        },
      ),
      someoneIsAppointed(
        { id: "england.no-care-programme-approach", clause: box1("mental health needs"), from },
        { status: "significant-mental-health-problem", unless: "care-programme-approach" },
      ),
      officerMayLeadIfAgreed({ id: "england.youth-officer", clause: box1("young offender"), from }),
      officerNeverLeads(
        { id: "england.youth-officer-never", clause: annexC("young offenders, social services"), from },
        { secondedMayLead: value.secondedSocialWorkerMayLead },
      ),
      secondedSocialWorkerLeads(
        { id: "england.seconded-social-worker", clause: annexC("young offenders, social services"), from },
        {
          allowed: value.secondedSocialWorkerMayLead,
          inPlaceOf: ["england.looked-after", "england.care-leaver-eligible"],
        },
      ),
      anyoneInvolvedMayLead(
        { id: "england.open-choice", clause: cwdc("4.7"), from },
        {
          unless: ["child-in-need", "youth-order", "special-educational-needs", "statement-or-ehc-plan"],
          among: definite,
        },
      ),
    ],
    "lead-professional.status-duties": (value) => [
      statusesAreAskedFor({ id: "england.ask-for-statuses", clause: cwdc("4.2"), from }),
      holderIsNamed(
        { id: "england.name-social-worker", clause: cwdc("4.2"), from },
        {
          kinds: [
            "looked-after",
            ...value.statusesOfProtection.filter(isLegalStatus),
            "adoption-plan",
            "child-in-need",
            "care-leaver",
            "care-programme-approach",
          ],
          who: "lead-agency-manager",
          within: { count: value.workingDaysToNameStatutoryLead, unit: "working-days" },
        },
      ),
      holderIsNamed(
        { id: "england.name-case-supervisor", clause: annexC("young offenders, court orders"), from },
        {
          kinds: ["youth-order"],
          setting: "community",
          who: "youth-offending-team",
          within: { count: 0, unit: "days" },
        },
      ),
      holderIsNamed(
        {
          id: "england.appoint-officer-in-custody",
          clause: annexC("young offenders, custody"),
          from,
          strength: "national standard",
        },
        {
          kinds: ["youth-order"],
          setting: "custody",
          who: "youth-offending-team",
          within: { count: value.workingDaysToAppointOfficer, unit: "working-days" },
        },
      ),
      noGapBetweenNames(
        { id: "england.no-gap-in-adoption", clause: annexC("adoption"), from, strength: byGuidance },
        { kind: "adoption-plan", who: "lead-agency-manager" },
      ),
      trustedPersonIsAsked({ id: "england.trusted-person", clause: cwdc("4.6"), from }),
      sharingProtocolIsAgreed(
        { id: "england.sharing-protocol", clause: cwdc("4.6"), from },
        { within: { count: value.daysToAgreeSharingProtocol, unit: "days" } },
      ),
    ],
  },
});
