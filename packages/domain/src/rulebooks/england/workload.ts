import {
  nearCapacityNeedsNote,
  overCapacityNeedsReason,
  secondManagerAcknowledges,
} from "../../workload/allocation.ts";
import { agreedPerPost, hoursLessReductions } from "../../workload/capacity.ts";
import { managerMovesCases } from "../../workload/change.ts";
import { alertIsAnswered, impactIsAddressed } from "../../workload/duties.ts";
import { weighted } from "../../workload/load.ts";
import type { Weights } from "../../workload/points.ts";
import {
  lengthWeighs,
  levelWeighs,
  managersAdjustment,
  practitionersWeigh,
  sectionsWeigh,
} from "../../workload/weight.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
const rn17 = "RN-17";

/** The formula that an area may replace, in half-points of a lead; a supporter carries half. */
export const weightParameters = {
  weightSingle: {
    value: 2,
    least: 1,
    most: 40,
    ours: rn17,
    reading: "A case that one practitioner holds alone weighs 1 point: the formula begins above it.",
  },
  weightIntegrated: {
    value: 4,
    least: 1,
    most: 40,
    ours: rn17,
    reading: "Leading a case that needs an integrated response weighs 2 points.",
  },
  weightComplex: { value: 8, least: 1, most: 40, ours: rn17, reading: "Leading a complex case weighs 4 points." },
  weightPractitionersIncluded: {
    value: 2,
    least: 0,
    most: 20,
    ours: rn17,
    reading: "Two practitioners are in the weight of the level.",
  },
  weightPerPractitioner: {
    value: 1,
    least: 0,
    most: 10,
    ours: rn17,
    reading: "Each practitioner after the second adds half a point.",
  },
  weightPerSection: {
    value: 1,
    least: 0,
    most: 10,
    ours: rn17,
    reading: "Each child of a family plan after the first adds half a point.",
  },
  weightLongAfterMonths: {
    value: 6,
    least: 0,
    most: 60,
    ours: rn17,
    reading: "Work is long when it is expected to last over six months.",
  },
  weightLong: { value: 1, least: 0, most: 10, ours: rn17, reading: "Long work adds half a point." },
} as const;

type Values = { readonly [K in keyof typeof weightParameters]: number };

export const weightsFrom = (value: Values): Weights => ({
  single: value.weightSingle,
  integrated: value.weightIntegrated,
  complex: value.weightComplex,
  practitionersIncluded: value.weightPractitionersIncluded,
  perPractitioner: value.weightPerPractitioner,
  perSection: value.weightPerSection,
  longAfterMonths: value.weightLongAfterMonths,
  long: value.weightLong,
});

/** The managers' guide on workload: three variables, no fixed number of cases, the lead above everybody who supports. */
export const workload = chapter({
  parameters: {
    ...weightParameters,
    noteAbovePercent: {
      value: 90,
      least: 50,
      most: 100,
      clause: cwdc("5.21"),
      ours: rn17,
      reading: "Over 90 per cent of what was agreed a decision needs a note.",
    },
    loadAlertWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "CWDC-5.15",
      clause: cwdc("5.15"),
      reading:
        "Senior management answers an alert about load within 5 working days; then it goes to the steering group.",
    },
  },
  rules: {
    "workload.weight": (value) => {
      const weights = weightsFrom(value);
      return [
        levelWeighs(rule("weight-level", "5.21"), weights),
        practitionersWeigh(rule("weight-practitioners", "5.21"), weights),
        lengthWeighs(rule("weight-length", "5.21"), weights),
        sectionsWeigh({ ...rule("weight-sections", "5.21"), strength: "ours" }, weights),
        managersAdjustment({ ...rule("weight-adjustment", "5.21"), strength: "ours" }, weights),
      ];
    },
    "workload.load": (value) => [weighted(rule("load", "5.21"), weightsFrom(value))],
    "workload.capacity": () => [
      agreedPerPost(rule("capacity", "5.21"), { showsPost: false }),
      hoursLessReductions({ ...rule("capacity-hours", "5.21"), strength: "ours" }),
    ],
    "workload.change": () => [managerMovesCases(rule("workload-move-case", "5.18"))],
    "workload.duties": (value) => [
      alertIsAnswered(rule("workload-alert", "5.15"), { workingDays: value.loadAlertWorkingDays }),
      impactIsAddressed(rule("workload-impact", "3.13")),
    ],
    "workload.allocation": (value) => [
      overCapacityNeedsReason(rule("allocation-over-capacity", "5.21")),
      nearCapacityNeedsNote(rule("allocation-near-capacity", "5.21"), { abovePercent: value.noteAbovePercent }),
      secondManagerAcknowledges(rule("allocation-second-manager", "5.21"), {
        onlyOverCapacity: true,
        waitCanEnd: false,
      }),
    ],
  },
});
