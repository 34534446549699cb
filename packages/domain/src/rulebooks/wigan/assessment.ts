import { askWhoLeads } from "../../assessment/duties.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

/** CP3.1 on a need that becomes another one. */
export const assessment = chapter({
  parameters: {},
  rules: {
    "assessment.duties": () => [askWhoLeads({ id: "wigan.main-need-asks-who-leads", clause: cp31("6.3"), from })],
  },
});
