import { ownPlacesOnly } from "../../access/report-area.ts";
import { oneSharedAssessment } from "../../assessment/shared-assessment.ts";
import { helpdeskTakes } from "../../concern/helpdesk.ts";
import { panelIsRecorded, panelMeets } from "../../meeting/panel.ts";
import { from } from "../england/cwdc.ts";
import { chapter } from "../questions.ts";
import { pathway } from "./pathway.ts";

const rule = (id: string, at: string) => ({ id: `devon.${id}`, clause: pathway(at), from });

/** Devon's three levels: one assessment at the first, a panel at the second, a helpdesk in front of the third; by locality and area. */
export const levels = chapter({
  parameters: {
    localitiesWithExtendedHelpdesk: {
      value: ["A", "B"],
      ours: "CWDC-VAR-DEVON-7",
      clause: pathway("feature 5"),
      reading:
        "Of the three localities, here called A, B and C, two have a helpdesk that takes mental health and crisis services too; the third takes social care only until it is extended.",
    },
  },
  rules: {
    "assessment.open": () => [oneSharedAssessment(rule("one-assessment", "feature 1"), { level: "single" })],
    "meeting.panel": () => [
      panelMeets(rule("panel-meets", "feature 3"), { kind: "multi-agency-panel" }),
      panelIsRecorded(rule("panel-recorded", "feature 3"), { kind: "multi-agency-panel" }),
    ],
    "access.report-area": () => [ownPlacesOnly(rule("reports-of-own-places", "localities and pilot areas"))],
    "concern.helpdesk": (value) => [
      helpdeskTakes(rule("helpdesk", "feature 5"), { extendedIn: value.localitiesWithExtendedHelpdesk }),
    ],
  },
});
