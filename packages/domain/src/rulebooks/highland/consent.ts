import { namedPersonReceives, offersSomebodyFamiliar } from "../../concern/receiver.ts";
import { giverUnderstands, holdsWhoWhenAndHow, saysWhatWithWhomAndWhy } from "../../consent/contents.ts";
import { followsWithdrawal, settleUnmatched, tellOfSharing } from "../../consent/duties.ts";
import { fileStaysWithAgency, needToKnow, openedByNamedPerson } from "../../consent/item.ts";
import { askedFirst, looksAgain, referralIsPassedOn, toldAllTheSame } from "../../consent/pass-on.ts";
import {
  aboutOneChildForAPurpose,
  answersDiffer,
  childsOwnConsent,
  onRecordedConsent,
  onSomeBasis,
  referralGoesAtOnce,
  veryGoodReasonOutside,
} from "../../consent/release.ts";
import { chapter } from "../questions.ts";
import { from, part3 } from "./part3.ts";

const rule = (id: string, at: string) => ({ id: `highland.${id}`, clause: part3(at), from });
const ours = (id: string, at: string) => ({ ...rule(id, at), strength: "ours" as const });
const sharing = "H3, paragraph 2, sentence 6";
const consents = "H4, bullet 2";
const permission = "H7, paragraph 2, sentence 4";

/** Part 3 on consent: asked for and recorded, told each time something moves, and a child's own "no" that hides what was said. */
export const consent = chapter({
  parameters: {
    ageOfOwnConsent: {
      value: 12,
      least: 8,
      most: 16,
      ours: "GD-13",
      clause: part3(consents),
      reading:
        "A child of 12 or over is presumed able to consent; a younger one by recorded understanding. The parent's answer is held beside the child's, not instead of it.",
    },
    keptNoteWorkingDays: {
      value: 5,
      least: 1,
      most: 10,
      ours: "HD-13",
      clause: part3(permission),
      reading:
        "After a child's no nothing is passed on and the named person is not notified. Whoever keeps the note looks again at the risk within 5 working days, and may record a good reason at any time.",
    },
    withdrawalWorkingDays: {
      value: 1,
      least: 1,
      most: 5,
      ours: "HD-14",
      clause: part3(consents),
      reading:
        "A withdrawal works from the moment it is recorded. Recipients are told within 1 working day; access that rests on that consent alone closes at once; what was shared before stays recorded.",
    },
  },
  rules: {
    "consent.release": (value) => [
      referralGoesAtOnce(ours("release-referral", sharing)),
      aboutOneChildForAPurpose(rule("release-purpose", "H1, sentence 2")),
      onSomeBasis(rule("release-basis", sharing)),
      onRecordedConsent(rule("release-consent", sharing)),
      childsOwnConsent(ours("release-childs-own", consents), { presumedFrom: value.ageOfOwnConsent }),
      answersDiffer(ours("release-answers-differ", consents), {
        decides: "named-person",
        childDecidesFrom: value.ageOfOwnConsent,
      }),
      veryGoodReasonOutside(rule("release-very-good-reason", sharing)),
    ],
    "consent.pass-on": () => [
      referralIsPassedOn(ours("pass-on-referral", permission)),
      askedFirst(rule("pass-on-permission", permission)),
      toldAllTheSame(ours("pass-on-told", permission)),
    ],
    "consent.kept-note": (value) => [
      looksAgain(ours("kept-note", permission), { workingDays: value.keptNoteWorkingDays }),
    ],
    "consent.contents": (value) => [
      saysWhatWithWhomAndWhy(rule("consent-says", consents)),
      holdsWhoWhenAndHow(rule("consent-holds", consents)),
      giverUnderstands(ours("consent-understood", consents), { presumedFrom: value.ageOfOwnConsent }),
    ],
    "consent.duties": (value) => [
      tellOfSharing(rule("tell-of-sharing", "H4, bullet 3"), { tells: "named-person" }),
      settleUnmatched(rule("settle-unmatched", consents), { settles: "named-person" }),
      followsWithdrawal(ours("after-withdrawal", consents), { workingDays: value.withdrawalWorkingDays }),
    ],
    "consent.item": () => [
      needToKnow(rule("item-need-to-know", "H19, paragraph 1, sentence 1")),
      openedByNamedPerson(rule("item-opened", "H4, bullet 5")),
      fileStaysWithAgency(rule("item-own-file", "H19, paragraph 1, sentences 2-3")),
    ],
    "concern.receiver": () => [namedPersonReceives(rule("worry-received", "H7, paragraph 2, sentence 3"))],
    "concern.wish": () => [offersSomebodyFamiliar(rule("wish-offered", "H7, paragraph 2, sentence 2"))],
  },
});
