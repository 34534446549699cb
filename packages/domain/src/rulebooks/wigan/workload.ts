import { overCapacityNeedsReason, secondManagerAcknowledges } from "../../workload/allocation.ts";
import { managerDirectsSupport } from "../../workload/change.ts";
import { loadIsReviewed, noNetBurden, teamIsMonitored } from "../../workload/duties.ts";
import { lengthWeighs, levelWeighs, practitionersWeigh } from "../../workload/weight.ts";
import { weightParameters, weightsFrom } from "../england/workload.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });
const drivers = "CP3.1 8.6 gives the drivers of the time a lead takes.";

/** What CP3.1 says in its own words instead of the managers' guide. */
export const workloadSetsAside = {
  "england.weight-level": drivers,
  "england.weight-practitioners": drivers,
  "england.weight-length": drivers,
  "england.allocation-over-capacity": "CP3.1 8.6.3 has the load weighed before a case is given.",
  "england.allocation-second-manager": "CP3.1 8.6.4 asks both managers at every new lead, not only over capacity.",
};

/** CP3.1 on workload: leading always weighs more, no cap, and both managers of a split post know of each new lead. */
export const workload = chapter({
  parameters: {
    ...weightParameters,
    loadReviewDays: {
      value: 31,
      least: 7,
      most: 92,
      ours: "WIG-D36",
      clause: cp31("9.4.2"),
      reading:
        "The load of whoever leads is reviewed monthly: on the 31st day without a review the manager is reminded.",
    },
    teamReviewMonths: {
      value: 3,
      least: 1,
      most: 12,
      ours: "WIG-D36",
      clause: cp31("9.3.2"),
      reading: "A team with no review of anybody's load for 3 months is shown to senior management.",
    },
  },
  rules: {
    "workload.weight": (value) => {
      const weights = weightsFrom(value);
      return [
        levelWeighs(rule("weight-level", "8.6"), weights),
        practitionersWeigh(rule("weight-practitioners", "8.6"), weights),
        lengthWeighs(rule("weight-length", "8.6"), weights),
      ];
    },
    "workload.change": () => [managerDirectsSupport(rule("workload-support-task", "8.5.3"))],
    "workload.duties": (value) => [
      noNetBurden(rule("workload-no-net-burden", "6.4.2")),
      loadIsReviewed(rule("workload-review", "9.4.2"), { days: value.loadReviewDays }),
      teamIsMonitored(rule("workload-team-monitored", "9.3.2"), { months: value.teamReviewMonths }),
    ],
    "workload.allocation": () => [
      overCapacityNeedsReason(rule("allocation-over-capacity", "8.6.3")),
      secondManagerAcknowledges(rule("allocation-second-manager", "8.6.4"), {
        onlyOverCapacity: false,
        waitCanEnd: true,
      }),
    ],
  },
});
