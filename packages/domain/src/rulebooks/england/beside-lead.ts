import {
  gapBecomesAction,
  homeHasKeyWorker,
  reasonableSteps,
  schoolHasKeyWorker,
  teamHearsOfChange,
} from "../../lead-professional/beside.ts";
import {
  childMayChoose,
  fosterCarerNeverLeads,
  kindIsSaid,
  namedAcross,
  preventionNeedsSupport,
  someKindsLead,
} from "../../lead-professional/key-worker.ts";
import {
  attendanceIsReported,
  changeChecksPlan,
  establishmentAllocates,
  intensiveHasBasis,
  sameFromStartToFinish,
} from "../../lead-professional/youth-beside.ts";
import { yearNineMakesPlan } from "../../transition/annual-review.ts";
import { keyWorkerKinds } from "../../vocabulary/key-workers.ts";
import { codesOf } from "../../vocabulary/term.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const annexB = (row: string) => `Annex B, ${row}`;
const annexC = (row: string) => `Annex C, ${row}`;
const national = { strength: "national standard" } as const;

/** Annexes B and C: those who stand beside whoever leads, by their titles, and what each of them owes. */
export const besideLead = chapter({
  parameters: {
    kindsOfKeyWorkerThatLead: {
      value: ["protection", "disability", "voluntary", "local-lead"],
      oneOf: codesOf(keyWorkerKinds),
      ours: "RN-22",
      clause: cwdc("Annex B"),
      reading:
        "The kind of key worker is always recorded; only those of protection and disability, a chosen voluntary worker and an area's own word for the lead can lead.",
    },
    daysToNextReasonableStep: {
      value: 14,
      least: 1,
      most: 90,
      ours: "RN-45",
      clause: cwdc(annexC("care leavers")),
      reading: "Where a care leaver still does not use a service, the next reasonable step is taken within 14 days.",
    },
    yearOfTransitionPlan: {
      value: 9,
      least: 7,
      most: 13,
      ours: "RN-23",
      clause: cwdc(annexC("special educational needs")),
      reading: "The annual review of Year 9 makes a transition plan, with or without a statement.",
    },
  },
  rules: {
    "lead-professional.key-worker": (value) => [
      kindIsSaid({ ...rule("key-worker-kind", "Annex B"), strength: "ours" }),
      someKindsLead(
        { ...rule("key-worker-leads", "Annex B"), strength: "ours" },
        { kinds: value.kindsOfKeyWorkerThatLead },
      ),
      fosterCarerNeverLeads(rule("foster-carer-never-leads", annexC("looked after children"))),
      childMayChoose(rule("child-may-choose", "4.6")),
      preventionNeedsSupport(rule("prevention-needs-support", annexC("young offenders, terms"))),
    ],
    "lead-professional.beside": (value) => [
      schoolHasKeyWorker({
        ...rule("residential-school-key-worker", annexC("residential special schools")),
        ...national,
      }),
      homeHasKeyWorker({ ...rule("childrens-home-key-worker", annexC("looked after children")), ...national }),
      gapBecomesAction(rule("key-worker-provisions", annexB("disability key worker"))),
      reasonableSteps(
        { ...rule("reasonable-steps", annexC("care leavers")), strength: "law" },
        { days: value.daysToNextReasonableStep },
      ),
      teamHearsOfChange(rule("team-hears-of-change", annexB("care co-ordinator"))),
    ],
    "lead-professional.youth": () => [
      establishmentAllocates({ ...rule("youth-worker-inside", annexC("young offenders, custody")), ...national }),
      sameFromStartToFinish(rule("youth-final-warning", annexC("young offenders, final warning"))),
      attendanceIsReported(rule("youth-attendance", annexB("supervising officer"))),
      changeChecksPlan(rule("youth-change", annexB("supervising officer"))),
      intensiveHasBasis(rule("youth-intensive", annexC("young offenders, intensive supervision"))),
    ],
    "lead-professional.discharge": () => [namedAcross(rule("named-across", annexC("mental health")))],
    "transition.annual-review": (value) => [
      yearNineMakesPlan(rule("year-9-review", annexC("special educational needs")), {
        year: value.yearOfTransitionPlan,
      }),
    ],
  },
});
