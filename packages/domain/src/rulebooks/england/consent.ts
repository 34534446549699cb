import { referralAtAnyTime } from "../../concern/referral.ts";
import { holdsWhoWhenAndHow, saysWhatWithWhomAndWhy } from "../../consent/contents.ts";
import { keptWhole } from "../../consent/duties.ts";
import { agreedBeforeInvited } from "../../consent/new-service.ts";
import {
  aboutOneChildForAPurpose,
  answersDiffer,
  onOtherBasis,
  onSomeBasis,
  onWrittenConsent,
  referralGoesAtOnce,
} from "../../consent/release.ts";
import { countedByBasis } from "../../consent/shared.ts";
import { chapter } from "../questions.ts";
import { cwdc, from } from "./cwdc.ts";

const rule = (id: string, at: string) => ({ id: `england.${id}`, clause: cwdc(at), from });
/** What the guide takes for granted and does not say: our reading RN-32. */
const ours = (id: string, at: string) => ({ ...rule(id, at), strength: "ours" as const });
const duties = "At a glance, policy overview";
const leaves = "The managers' guide for England says nothing on";

/** For the reader, where the managers' guide says nothing. */
export const silentOnConsent = {
  "consent.pass-on": `${leaves} what a child told an adult and does not want passed on.`,
  "consent.kept-note": `${leaves} notes that a child did not want passed on.`,
  "consent.item": `${leaves} who opens an item to whom.`,
  "consent.agreement": `${leaves} how agreement to a plan is recorded: an area's own guidance may.`,
  "consent.action": `${leaves} actions that wait for agreement.`,
  "concern.receiver": "The managers' guide for England knows no named person who receives worries.",
  "concern.wish": `${leaves} whom a child would rather talk to.`,
};

/** The managers' guide on consent: it appears in its stories alone, so that most of this is our reading of them. */
export const consent = chapter({
  parameters: {
    spokenConsentOpensInvitation: {
      value: true,
      ours: "RN-32",
      clause: cwdc("Emerging practice example, GP as lead professional"),
      reading:
        "Sharing needs written consent that names recipients and items. Spoken consent alone opens the invitation to the meeting, and nothing else.",
    },
  },
  rules: {
    "concern.referral": () => [referralAtAnyTime(ours("referral", duties))],
    "consent.release": (value) => [
      referralGoesAtOnce(ours("release-referral", duties)),
      aboutOneChildForAPurpose(ours("release-purpose", "2.20")),
      onSomeBasis(ours("release-basis", "3.19")),
      onWrittenConsent(ours("release-written-consent", "3.19"), {
        spokenOpensInvitation: value.spokenConsentOpensInvitation,
      }),
      onOtherBasis(ours("release-other-basis", "3.19")),
      answersDiffer(ours("release-answers-differ", "3.19"), { decides: "lead-professional" }),
    ],
    "consent.contents": () => [
      saysWhatWithWhomAndWhy(ours("consent-says", "2.20")),
      holdsWhoWhenAndHow(ours("consent-holds", "2.20")),
    ],
    "consent.duties": () => [keptWhole(rule("sharing-kept-whole", "2.20"))],
    "consent.shared": () => [countedByBasis(rule("shared-by-basis", "2.20"))],
    "consent.new-service": () => [
      agreedBeforeInvited(rule("new-service-agreed", "Emerging practice example, GP as lead professional")),
    ],
  },
});
