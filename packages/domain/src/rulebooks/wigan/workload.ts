import { overCapacityNeedsReason, secondManagerAcknowledges } from "../../workload/allocation.ts";
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
  parameters: weightParameters,
  rules: {
    "workload.weight": (value) => {
      const weights = weightsFrom(value);
      return [
        levelWeighs(rule("weight-level", "8.6"), weights),
        practitionersWeigh(rule("weight-practitioners", "8.6"), weights),
        lengthWeighs(rule("weight-length", "8.6"), weights),
      ];
    },
    "workload.allocation": () => [
      overCapacityNeedsReason(rule("allocation-over-capacity", "8.6.3")),
      secondManagerAcknowledges(rule("allocation-second-manager", "8.6.4"), {
        onlyOverCapacity: false,
        waitCanEnd: true,
      }),
    ],
  },
});
