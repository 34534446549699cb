import {
  handOverOnLevelChange,
  planHandoverForKeyPoint,
  reassessBeforeLeaving,
  tellTrustedPerson,
  trustedPersonsPart,
} from "../../lead-professional/changes.ts";
import {
  assessmentEndsNothing,
  endsWithWhatFollows,
  notWithoutNext,
  reassessedFirst,
  reopensLinked,
  stepsFirst,
} from "../../lead-professional/ending.ts";
import { acceptedFirst, familyIsTold, introducedFirst, passedOnFirst } from "../../lead-professional/handover.ts";
import { endsHere, goesOn, nobodyElseInvited, step } from "../../lead-professional/step-down.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const ours = (id: string, at: string) => ({ ...rule(id, at), strength: "ours" as const });

/** The managers' guide on a change and an end of the lead: planned, never silent, and out of statutory support step by step. */
export const ending = chapter({
  parameters: {
    monthsToKeyPoint: {
      value: 3,
      least: 1,
      most: 12,
      ours: "RN-37",
      clause: cwdc("2.10"),
      reading:
        "Three months before a key point such as a new school it is settled whether the lead stays, and a handover opens where somebody else fits better.",
    },
    daysToReassess: {
      value: 28,
      least: 1,
      most: 180,
      ours: "RN-38",
      clause: cwdc("4.7"),
      reading:
        "Looking at the needs again opens 28 days before a specialist service ends, and is due by its last day. One from before that time does not count; a late one does.",
    },
  },
  rules: {
    "lead-professional.handover": () => [
      acceptedFirst(rule("handover-accepted", "3.13")),
      passedOnFirst(rule("handover-passed-on", "2.10")),
      familyIsTold(rule("handover-family-told", "2.10")),
      introducedFirst(rule("handover-introduced", "2.10"), { onlyFromNamedPerson: false }),
    ],
    "lead-professional.change": (value) => [
      handOverOnLevelChange(rule("change-of-level", "2.19")),
      planHandoverForKeyPoint(rule("change-at-key-point", "2.10"), { months: value.monthsToKeyPoint }),
      reassessBeforeLeaving(rule("change-reassess", "4.7"), { opensDaysBefore: value.daysToReassess }),
      tellTrustedPerson(rule("change-trusted-person-told", "4.6")),
    ],
    "lead-professional.trusted-person": () => [trustedPersonsPart(rule("trusted-persons-part", "4.6"))],
    "lead-professional.step-down": () => [
      step(rule("step-down-opens", "Figure 3b, step 1"), {
        stage: "open-transfer",
        title: "The end of statutory support is foreseen",
        kind: "referral",
        order: 1,
        whose: "lead-professional",
        because:
          "The statutory lead foresees the end and opens the transfer. The lead and the contact stay as they are.",
      }),
      step(ours("step-down-invites", "Figure 3b, step 2"), {
        stage: "reason-nobody-else-invited",
        title: "Somebody outside the statutory service is invited, or a reason stands instead",
        kind: "consultation",
        order: 2,
        whose: "lead-professional",
        when: nobodyElseInvited,
        because: "Invite at least one service that is not statutory, or write down why none is.",
      }),
      step(rule("step-down-reassesses", "Figure 3b, step 2"), {
        stage: "reassess",
        title: "Needs are looked at again with everybody who may help afterwards",
        kind: "consultation",
        order: 2,
        whose: "practitioners-involved",
        because:
          "Look at the needs again with the family and everybody who may help afterwards, universal services among them.",
      }),
      step(rule("step-down-meets", "Figure 3b, step 3"), {
        stage: "transfer-meeting",
        title: "A transfer meeting decides the level",
        kind: "meeting",
        order: 3,
        whose: "practitioners-involved",
        because:
          "A meeting, which may be the last statutory review, decides: help as one response, from one practitioner, or none.",
      }),
      step(rule("step-down-chooses", "Figure 3b, step 4"), {
        stage: "choose-next-lead",
        title: "The next lead is chosen",
        kind: "agreement",
        order: 4,
        whose: "practitioners-involved",
        when: goesOn,
        because:
          "No statute names the next lead: those involved choose one with the family, who may be the same person.",
      }),
      step(rule("step-down-tells", "Figure 3b, step 4"), {
        stage: "tell-whom-to-call",
        title: "The family is told whom to call",
        kind: "consultation",
        order: 4,
        whose: "lead-professional",
        permits: true,
        when: endsHere,
        because: "No lead follows. Write down why, and tell the family whom to call from now on.",
      }),
      step(rule("step-down-hands-over", "Figure 3b, step 5"), {
        stage: "handover",
        title: "The lead is handed over",
        kind: "acceptance",
        order: 5,
        whose: "proposed-lead",
        permits: true,
        when: goesOn,
        because:
          "Information, plan and open actions are passed on, the family is introduced, and the next lead confirms.",
      }),
      step(rule("step-down-ends", "Figure 3b, step 6"), {
        stage: "end-old-lead",
        title: "The old lead ends the moment the new one starts",
        kind: "notice",
        order: 6,
        whose: "lead-professional",
        because: "The old lead ends the moment the new one starts, and not before. Owners keep their actions.",
      }),
    ],
    "lead-professional.ending": (value) => [
      assessmentEndsNothing(rule("ending-specialist-assessment", "2.10")),
      notWithoutNext(rule("ending-without-next", "2.17")),
      stepsFirst(rule("ending-steps-first", "Figure 3b, step 6")),
      reassessedFirst(rule("ending-reassessed", "4.7"), { daysBefore: value.daysToReassess }),
      endsWithWhatFollows(ours("ending-what-follows", "2.17")),
    ],
    "lead-professional.reopening": () => [reopensLinked(ours("reopening-linked", "2.17"))],
  },
});
