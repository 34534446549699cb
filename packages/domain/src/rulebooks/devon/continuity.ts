import {
  anotherLeadOnlyWithReason,
  leadCarriesOn,
  servicePlanInPlace,
} from "../../lead-professional/level-continuity.ts";
import { from } from "../england/cwdc.ts";
import { chapter } from "../questions.ts";
import { pathway } from "./pathway.ts";

const rule = (id: string) => ({ id: `devon.${id}`, clause: pathway("principles"), from });
const levelOneToTwo = { from: "single", to: "integrated" } as const;

/** What Devon says in its own words instead of the managers' guide. */
export const continuitySetsAside = {
  "england.change-of-level": "In Devon whoever leads at Level 1 carries on at Level 2.",
};

/** Devon's principles: whoever leads at the first level carries on at the second, and the third links back to both. */
export const continuity = chapter({
  parameters: {
    daysToServicePlan: {
      value: 28,
      least: 1,
      most: 180,
      ours: "CWDC-VAR-DEVON-5",
      clause: pathway("principles"),
      reading: "As quickly as possible means within 28 days of the child being found to be in need.",
    },
  },
  rules: {
    "lead-professional.change": () => [leadCarriesOn(rule("change-of-level"), levelOneToTwo)],
    "lead-professional.handover": () => [anotherLeadOnlyWithReason(rule("handover-next-level"), levelOneToTwo)],
    "lead-professional.status-duties": (value) => [
      servicePlanInPlace(rule("service-plan"), { days: value.daysToServicePlan }),
    ],
  },
});
