import { counted } from "../../workload/load.ts";
import { quarters } from "../../workload/points.ts";
import { countedAs } from "../../workload/weight.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const rule = (id: string) => ({ id: `scotland.${id}`, clause: girfec("G1, item 1, sentences 9-10"), from });

/** The national guidance on workload: the role reinforces what happens already, so a case is one case whoever leads it. */
export const workload = chapter({
  parameters: {
    pointsPerCase: {
      value: 1,
      least: 1,
      most: 4,
      ours: "HN-19",
      reading:
        "Scotland gives no weights and no cap: a case counts as one, for whoever leads it and for whoever supports it.",
    },
  },
  rules: {
    "workload.weight": ({ pointsPerCase }) => [
      countedAs(rule("weight"), { lead: quarters(pointsPerCase), supporter: quarters(pointsPerCase) }),
    ],
    "workload.load": ({ pointsPerCase }) => [
      counted(rule("load"), { lead: quarters(pointsPerCase), supporter: quarters(pointsPerCase) }),
    ],
  },
});

/** What the national guidance leaves out, for the reader. */
export const silentOnCapacity = {
  "workload.capacity": "The guidance sets no capacity: extra tasks are shown for each person, with no cap.",
  "workload.change": "The guidance does not say who moves cases from one person to another.",
  "workload.duties": "The guidance sets no clock for looking at anybody's load.",
  "workload.allocation": "The guidance sets no limit on how much one person leads.",
};
