import {
  checkContact,
  gatherMore,
  handOverFromMidwife,
  keepLinks,
  keepRoutineChecks,
  reviewArrangement,
} from "../../named-person/duties-to-keep.ts";
import { assignBeforeSession, entryInformation, tellChildAndFamily } from "../../named-person/duties-to-tell.ts";
import { healthPost, memberOfStaff, newAtSecondary, nominatedByArea, stageIsKnown } from "../../named-person/may-be.ts";
import {
  assignedBySchool,
  bySpecialArrangement,
  everyChildHasOne,
  untilAdulthood,
  withoutSchoolPlace,
} from "../../named-person/who-at-school.ts";
import {
  handoverNotRecorded,
  healthVisitorBeforeSchool,
  healthVisitorToBe,
  hoursOfPlace,
  midwifeAtBirth,
} from "../../named-person/who-in-health.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const handover = "H6, paragraph 1, sentence 2";
const contact = "H7, paragraph 3";

/** What Part 3 says in its own words instead of the national guidance. */
export const namedPersonSetsAside = {
  "scotland.named-person-stays": "Part 3, H8, paragraph 1, sentence 4 says it for Highland, and what the links are.",
};

/** Part 3 on the named person: who it is at each stage, who may be, and what is owed. */
export const namedPerson = chapter({
  parameters: {
    handoverTargetDays: {
      value: 10,
      least: 1,
      most: 28,
      clause: part3(handover),
      ours: "HD-1",
      reading: "The target is the tenth day after the birth; the change itself is never automatic.",
    },
    handoverReasonAfterDays: {
      value: 15,
      least: 1,
      most: 56,
      ours: "HD-1",
      reading:
        "From the fifteenth day after the birth a handover that has not happened needs a reason, and both service managers are told.",
    },
    schoolAgeFrom: {
      value: 6,
      least: 5,
      most: 7,
      ours: "HD-21",
      reading: "A child of six with no school place is of school age: even a deferred start comes before that.",
    },
    postsForSpecialArrangement: {
      value: ["education-officer", "teacher", "health-visitor"],
      ours: "HD-21",
      reading:
        "The area education manager nominates an education officer or a teacher; a child before school goes to health visiting.",
    },
    schoolDaysWithoutContact: {
      value: 20,
      least: 5,
      most: 60,
      ours: "HD-12",
      reading: "A child of school age whom neither service has seen for 20 school days is not regularly in touch.",
    },
    monthsWithoutContact: {
      value: 3,
      least: 1,
      most: 12,
      ours: "HD-12",
      reading: "A younger child whom neither service has seen for three months is not regularly in touch.",
    },
    arrangementWithinWorkingDays: {
      value: 10,
      least: 1,
      most: 60,
      ours: "HD-12",
      reading: "The special arrangement is in place within 10 working days.",
    },
    arrangementReviewMonths: {
      value: 3,
      least: 1,
      most: 12,
      ours: "HD-12",
      reading: "A special arrangement is reviewed every three months.",
    },
  },
  rules: {
    "named-person.who": (value) => [
      everyChildHasOne(rule("named-person-for-every-child", "H3, paragraph 1, sentence 1")),
      midwifeAtBirth(rule("named-person-midwife", "H6, paragraph 1, sentence 1"), {
        reasonAfterDays: value.handoverReasonAfterDays,
      }),
      handoverNotRecorded(rule("named-person-handover-recorded", handover)),
      healthVisitorToBe({ ...rule("named-person-to-be", handover), strength: "ours" }),
      healthVisitorBeforeSchool(rule("named-person-health-visitor", handover)),
      hoursOfPlace(rule("named-person-hours-of-place", handover)),
      assignedBySchool(rule("named-person-school", "H6, paragraph 2, sentences 1-2")),
      bySpecialArrangement(rule("named-person-special-arrangement", contact)),
      withoutSchoolPlace(
        { ...rule("named-person-without-place", contact), strength: "ours" },
        { schoolAge: value.schoolAgeFrom },
      ),
      untilAdulthood({ ...rule("named-person-until-adulthood", "H3, paragraph 1, sentence 1"), strength: "ours" }),
    ],
    "named-person.may-be": (value) => [
      stageIsKnown(rule("may-be-stage", "H6, paragraph 1")),
      healthPost(rule("may-be-midwife", "H6, paragraph 1, sentence 1"), {
        stage: "pregnancy-and-birth",
        post: "midwife",
      }),
      healthPost(rule("may-be-health-visitor", handover), { stage: "before-school", post: "health-visitor" }),
      memberOfStaff(rule("may-be-staff", "H6, paragraph 2, sentences 1-2")),
      newAtSecondary(rule("may-be-new-at-secondary", "H6, paragraph 2, sentence 3")),
      nominatedByArea(
        { ...rule("may-be-nominated", contact), strength: "ours" },
        { posts: value.postsForSpecialArrangement },
      ),
    ],
    "named-person.duties": (value) => [
      tellChildAndFamily(rule("tell-child-and-family", "H6, paragraph 2, sentence 5")),
      entryInformation(rule("entry-information", "H7, paragraph 1, sentence 2")),
      assignBeforeSession({ ...rule("assign-before-session", "H6, paragraph 2, sentence 4"), strength: "ours" }),
      handOverFromMidwife(rule("hand-over-from-midwife", handover), {
        targetDays: value.handoverTargetDays,
        reasonAfterDays: value.handoverReasonAfterDays,
      }),
      keepLinks(rule("keep-links", "H8, paragraph 1, sentence 4")),
      keepRoutineChecks(rule("keep-routine-checks", "H11, paragraph 1, sentence 2")),
      checkContact(rule("check-contact", "H3, paragraph 1, sentence 2"), {
        schoolDays: value.schoolDaysWithoutContact,
        months: value.monthsWithoutContact,
        arrangeWithin: value.arrangementWithinWorkingDays,
      }),
      reviewArrangement(rule("review-special-arrangement", contact), { months: value.arrangementReviewMonths }),
      gatherMore(rule("gather-more", "H4, bullet 6")),
    ],
  },
});
