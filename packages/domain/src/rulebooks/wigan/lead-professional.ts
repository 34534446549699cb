import { newlyQualified } from "../../lead-professional/suitability.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

/** CP3.1 on who may lead, who is chosen and who must agree. */
export const leadProfessional = chapter({
  parameters: {
    monthsAfterQualifying: { value: 18, least: 0, most: 60, clause: cp31("8.4.2") },
  },
  rules: {
    "lead-professional.training": (value) => [
      newlyQualified({ id: "wigan.newly-qualified", clause: cp31("8.4.2"), from }, { monthsToWait: value.monthsAfterQualifying }),
    ],
  },
});
