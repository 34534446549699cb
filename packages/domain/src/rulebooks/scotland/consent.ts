import { referralAtAnyTime } from "../../concern/referral.ts";
import { chapter } from "../questions.ts";
import { from, girfec } from "./girfec.ts";

const leaves = "The national guidance on the lead professional leaves it to the area";

/** What the national guidance leaves out, for the reader. */
export const silentOnConsent = {
  "consent.release": `${leaves} what may be shared with whom.`,
  "consent.pass-on": `${leaves} what follows when a child told an adult something.`,
  "consent.kept-note": `${leaves} what follows when a child does not want something passed on.`,
  "consent.contents": `${leaves} what a consent has to say.`,
  "consent.duties": `${leaves} what follows when something was shared, or consent is withdrawn.`,
  "consent.shared": `${leaves} whether what was shared is counted.`,
  "consent.item": `${leaves} who may see which item.`,
  "consent.new-service": `${leaves} how a new service is agreed with the family.`,
  "consent.agreement": `${leaves} how agreement to each action is recorded.`,
  "consent.action": `${leaves} which actions wait for agreement.`,
  "concern.receiver": `${leaves} who receives worries.`,
  "concern.wish": `${leaves} whom a child may ask to talk to.`,
};

/** Where safety is the issue nothing else is waited for. */
export const consent = chapter({
  parameters: {},
  rules: {
    "concern.referral": () => [
      referralAtAnyTime({ id: "scotland.referral", clause: girfec("G1, item 3, sentence 1"), from, strength: "ours" }),
    ],
  },
});
