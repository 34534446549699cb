import {
  complainantHears,
  goesUpTheChain,
  handledByManager,
  keptInManagementLine,
  levelKeepsReason,
} from "../../quality/complaint.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });

/** The managers' guide on complaints: the manager deals with them, and what is not settled goes up the chain. */
export const complaint = chapter({
  parameters: {
    complaintWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: "CWDC-5.18e",
      clause: cwdc("5.18"),
      reading:
        "A complaint that the manager has not settled in 10 working days goes one step up the chain. One about the manager begins a step higher, and the person it is about sees it once the manager shows it.",
    },
  },
  rules: {
    "quality.complaint": () => [
      handledByManager(rule("complaint-handled", "5.18")),
      keptInManagementLine({ ...rule("complaint-read", "5.18"), strength: "ours" }),
      levelKeepsReason(rule("complaint-level", "5.18")),
    ],
    "quality.complaint-duties": (value) => [
      goesUpTheChain(rule("complaint-up", "5.18"), { workingDays: value.complaintWorkingDays }),
      complainantHears(rule("complaint-outcome", "5.18")),
    ],
  },
});
