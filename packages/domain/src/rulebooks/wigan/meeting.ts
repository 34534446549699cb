import { leadCalls } from "../../meeting/arrange.ts";
import { leadChairs, leadOrWhoTheyName } from "../../meeting/chair.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

const rule = (id: string, at: string) => ({ id: `wigan.${id}`, clause: cp31(at), from });

/** What CP3.1 says in its own words instead of the managers' guide. */
export const meetingSetsAside = {
  "england.meeting-lead-calls": "CP3.1 7.6 has the lead professional convene inter-agency meetings, and chair them.",
};

/** CP3.1 7.6: the lead professional convenes and chairs inter-agency meetings. */
export const meeting = chapter({
  parameters: {},
  rules: {
    "meeting.arrange": () => [leadCalls(rule("meeting-lead-convenes", "7.6"), { assessorUntilLead: true })],
    "meeting.who-chairs": () => [leadChairs(rule("meeting-lead-chairs", "7.6"))],
    "meeting.may-chair": () => [leadOrWhoTheyName(rule("meeting-lead-or-named", "7.6"))],
  },
});
