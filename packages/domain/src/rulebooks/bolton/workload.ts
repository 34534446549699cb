import { overCapacityNeedsReason } from "../../workload/allocation.ts";
import { agreedPerPost } from "../../workload/capacity.ts";
import { counted } from "../../workload/load.ts";
import { quarters } from "../../workload/points.ts";
import { countedAs } from "../../workload/weight.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });
const leads = "Bolton's worker and manager agree a number of leads, with no arithmetic on each (BOL-D18).";

/** What Bolton says in its own words instead of the managers' guide. */
export const workloadSetsAside = {
  "england.weight-level": leads,
  "england.weight-practitioners": leads,
  "england.weight-length": leads,
  "england.weight-sections": leads,
  "england.weight-adjustment": leads,
  "england.load": leads,
  "england.capacity":
    "Bolton's heading 8 agrees it post by post, and says whether leading is an everyday part of the post.",
  "england.allocation-over-capacity": "Bolton's heading 8 asks the manager and blocks nothing (BOL-D18).",
  "england.allocation-near-capacity": "Bolton asks for no note below what was agreed (BOL-D18).",
  "england.allocation-second-manager": "Nothing blocks in Bolton (BOL-D18).",
};

/** Bolton on how many cases a person leads: agreed between worker and manager, post by post. */
export const workload = chapter({
  parameters: {
    pointsPerLead: {
      value: 1,
      least: 1,
      most: 4,
      ours: "BOL-D18",
      reading: "Each lead counts as one; a case supported counts as none.",
    },
  },
  rules: {
    "workload.weight": (value) => [
      countedAs(rule("weight", "8.1"), { lead: quarters(value.pointsPerLead), supporter: 0 }),
    ],
    "workload.load": (value) => [counted(rule("load", "8.1"), { lead: quarters(value.pointsPerLead), supporter: 0 })],
    "workload.capacity": () => [agreedPerPost(rule("capacity", "8.1"), { showsPost: true })],
    "workload.allocation": () => [
      overCapacityNeedsReason({ ...rule("allocation-over-capacity", "8.1"), strength: "ours" }),
    ],
  },
});
