import { referralAtAnyTime } from "../../concern/referral.ts";
import { choosesWithInformation } from "../../people/options.ts";
import { chapter } from "../questions.ts";
import { cp31, from } from "./cp31.ts";

/** What CP3.1 says in its own words instead of the managers' guide. */
export const consentSetsAside = {
  "england.referral": "CP3.1 4 is read with the Safeguarding Children Board's procedures, which come before it.",
};

/** CP3.1 is read with the safeguarding board's procedures: nothing in it holds up a referral. The family chooses with information. */
export const consent = chapter({
  parameters: {},
  rules: {
    "concern.referral": () => [referralAtAnyTime({ id: "wigan.referral", clause: cp31("4"), from })],
    "people.options": () => [choosesWithInformation({ id: "wigan.options", clause: cp31("7.3"), from })],
  },
});
