import { acceptance, together, viewsOf } from "../../lead-professional/agreement.ts";
import { managersAgree, managersInTouch } from "../../lead-professional/not-agreed.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** What Bolton says in its own words instead of the managers' guide. */
export const agreementSetsAside = {
  "england.agreement-views-of-child": "Bolton's heading 5 asks the young person itself.",
  "england.agreement-views-of-family": "Bolton's heading 5 asks the family itself.",
  "england.agreement-group-discussion": "In Bolton the lead is normally agreed at an Action Meeting (heading 5).",
  "england.agreement-acceptance": "Bolton's heading 5 ends with the person's own acceptance.",
  "england.agreement-line-manager": "Bolton's manager agrees how much a worker carries beforehand (heading 8).",
  "england.agreement-family": "In Bolton the family is asked first and is at the Action Meeting (heading 5).",
  "england.not-agreed-managers": "Bolton's managers have steps of their own (BOL-D17).",
};

/** Bolton on agreeing who leads: the family asked first, an Action Meeting, the person's own yes. */
export const agreement = chapter({
  parameters: {
    otherManagerWorkingDays: {
      value: 2,
      least: 1,
      most: 10,
      ours: "BOL-D17",
      reading: "The line manager contacts the other service's manager within 2 working days.",
    },
    managersResolveWorkingDays: {
      value: 5,
      least: 1,
      most: 20,
      ours: "BOL-D17",
      reading: "The managers settle it within 5 working days; then it goes to the senior managers of both services.",
    },
  },
  rules: {
    "lead-professional.agreement": () => [
      viewsOf(rule("agreement-views-of-child", "5.7"), "child"),
      viewsOf(rule("agreement-views-of-family", "5.7"), "family"),
      together(rule("agreement-action-meeting", "5.6"), {
        stage: "action-meeting",
        title: "The lead is agreed at an Action Meeting",
        because:
          "The lead is normally agreed at an Action Meeting. If it was agreed otherwise, the reason takes the place of the meeting.",
        mayBeLeftOut: true,
      }),
      acceptance(rule("agreement-acceptance", "5.6"), { isLast: true }),
    ],
    "lead-professional.not-agreed": (value) => [
      managersInTouch(rule("not-agreed-other-manager", "11.3"), { workingDays: value.otherManagerWorkingDays }),
      managersAgree(rule("not-agreed-managers", "11.5"), {
        workingDays: value.managersResolveWorkingDays,
        start: "discussion",
        next: "It goes to the senior managers of both services.",
      }),
    ],
  },
});
