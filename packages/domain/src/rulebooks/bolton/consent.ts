import { agreementIsRecorded, waitsForAgreement } from "../../consent/agreement.ts";
import { agreedBeforeInvited } from "../../consent/new-service.ts";
import { leadThenCover } from "../../people/family-contact.ts";
import { inTheAgreedWay } from "../../people/family-voice.ts";
import { chapter } from "../questions.ts";
import { from, guidance } from "./guidance.ts";

const rule = (id: string, at: string) => ({ id: `bolton.${id}`, clause: guidance(at), from });

/** What Bolton's guidance says in its own words instead of the managers' guide. */
export const consentSetsAside = {
  "england.new-service-agreed": "Bolton's guidance, heading 4, says when a new service is brought in.",
  "england.family-contact": "Bolton's guidance, heading 2, says it for Bolton, with who covers.",
};

/** Bolton on the family: one name and a cover, an agreed way to communicate, and agreement before anything new. */
export const consent = chapter({
  parameters: {},
  rules: {
    "consent.new-service": () => [agreedBeforeInvited(rule("new-service-agreed", "4.14"))],
    "consent.agreement": () => [agreementIsRecorded(rule("agreement-recorded", "4.8"))],
    "consent.action": () => [waitsForAgreement({ ...rule("action-waits", "4.8"), strength: "ours" })],
    "people.family-contact": () => [leadThenCover(rule("family-contact", "2.2"))],
    "people.message": () => [inTheAgreedWay(rule("agreed-way", "3.1"))],
  },
});
