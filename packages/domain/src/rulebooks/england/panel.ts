import { groupTakes, knownToServices, panelMeets } from "../../meeting/panel.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string) => ({ id: `england.${id}`, clause: cwdc("example after 5.5"), from });

/** A consultation group, which the managers' guide shows by Telford's example: off until an area has one. */
export const panel = chapter({
  parameters: {
    consultationGroupDays: {
      value: 0,
      least: 0,
      most: 92,
      ours: "CWDC-VAR-TELFORD",
      reading: "An area has no consultation group until it sets how many days apart it meets; Telford's is 14 days.",
    },
    panelLeastServices: {
      value: 0,
      least: 0,
      most: 10,
      ours: "CWDC-5.6b",
      clause: cwdc("5.6"),
      reading:
        "A multi-agency panel has no such criterion until an area sets to how many services a child must be known; the guide's example is 2.",
    },
  },
  rules: {
    "meeting.panel": (value) => [
      panelMeets(rule("group-meets"), { kind: "consultation-group", days: value.consultationGroupDays }),
    ],
    "meeting.panel-item": (value) => [
      groupTakes(rule("group-takes"), { isThere: value.consultationGroupDays > 0 }),
      knownToServices(
        { id: "england.panel-known-to-services", clause: cwdc("5.6"), from },
        { kind: "multi-agency-panel", services: value.panelLeastServices },
      ),
    ],
  },
});
