import { answeredInTime, chiefOfficerAnswers, handledByManager, levelKeepsReason } from "../../quality/complaint.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });
const d27 = "WIG-D27";

/** What CP3.1 says in its own words instead of the managers' guide. */
export const complaintSetsAside = {
  "england.complaint-handled": "CP3.1 8.5.5 says it itself.",
  "england.complaint-level": "CP3.1 8.5.5 says it itself.",
  "england.complaint-up": "Wigan's complaints are acknowledged and answered by days of their own (WIG-D27).",
};

/** CP3.1 on complaints about a lead professional, and on feedback about an organisation. */
export const complaint = chapter({
  parameters: {
    complaintAcknowledgedWorkingDays: {
      value: 3,
      least: 1,
      most: 10,
      ours: d27,
      clause: cp31("8.5.5"),
      reading: "A complaint is acknowledged within 3 working days.",
    },
    complaintAnsweredWorkingDays: {
      value: 10,
      least: 1,
      most: 40,
      ours: d27,
      clause: cp31("8.5.5"),
      reading: "It is answered within 10 working days; so is feedback by an organisation's chief officer.",
    },
    complaintExtendedWorkingDays: {
      value: 20,
      least: 1,
      most: 60,
      ours: d27,
      clause: cp31("8.5.5"),
      reading: "Once, with a reason, the answer may take 20 working days.",
    },
  },
  rules: {
    "quality.complaint": () => [
      handledByManager(rule("complaint-handled", "8.5.5")),
      levelKeepsReason(rule("complaint-level", "8.5.5")),
    ],
    "quality.complaint-duties": (value) => [
      answeredInTime(rule("complaint-answered", "8.5.5"), {
        acknowledge: value.complaintAcknowledgedWorkingDays,
        answer: value.complaintAnsweredWorkingDays,
        extended: value.complaintExtendedWorkingDays,
      }),
      chiefOfficerAnswers(rule("complaint-organisation", "9.2.3"), {
        workingDays: value.complaintAnsweredWorkingDays,
      }),
    ],
  },
});
