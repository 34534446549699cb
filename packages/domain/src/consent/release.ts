import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { ageOn, inWords, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { theChild, theFamily } from "../kernel/subject.ts";
import { sharingBases } from "../vocabulary/sharing-bases.ts";
import type { ReleaseFacts } from "./model.ts";
import { childsAnswer, isSplit, type Standing, standingOf } from "./standing.ts";

type Release = GateRule<ReleaseFacts>;
const isReferral = ({ basis }: ReleaseFacts) => basis === "safeguarding";

/**
 * A safeguarding referral goes at once, whatever else is missing: who decided and why can be written down afterwards.
 * Every other rule of this question says nothing of a referral, so that none can hold it up.
 */
export const referralGoesAtOnce = (given: RuleHead): Release => ({
  ...given,
  title: "A safeguarding referral waits for nothing",
  force: "must",
  apply: (facts) => {
    if (!isReferral(facts)) return undefined;
    const about = theChild(facts.child.id);
    const needs: readonly Need[] = [
      ...(isKnown(facts.decidedBy)
        ? []
        : [{ what: "evidence", from: "practitioner", for: "who decided to refer", code: "referred-by" } as const]),
      ...(isKnown(facts.reason)
        ? []
        : [{ what: "reason", from: "practitioner", for: "why a referral is made", code: "referral-reason" } as const]),
    ];
    return needs.length === 0
      ? {
          effect: "permits",
          about,
          because: "This is a safeguarding referral. It waits for no consent and no approval.",
        }
      : {
          effect: "permits-if",
          needs,
          about,
          because:
            "This is a safeguarding referral. Share what it needs now, and write down who decided and why as soon as you can.",
        };
  },
});

/** Each act of sharing is about one named child and says in words what it is for. */
export const aboutOneChildForAPurpose = (given: RuleHead): Release => ({
  ...given,
  title: "One child, and a purpose in words",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (isReferral(facts)) return undefined;
    const { child, item, purposeStated } = facts;
    const about = theChild(child.id);
    if (!item.about.includes(child.id) || new Set(item.about).size !== 1)
      return {
        effect: "prevents",
        about,
        because:
          "What is shared is about one named child. Take out what is about anybody else, or share it as an item of its own.",
      };
    return purposeStated
      ? { effect: "permits", about, because: "It is about this child alone, and says what it is shared for." }
      : {
          effect: "prevents",
          about,
          because: "Say in words what this is shared for. The child and the family are shown those words.",
        };
  },
});

/** Sharing needs written consent naming items and recipients; spoken consent opens the invitation to the meeting only (RN-32). */
export const onWrittenConsent = (
  given: RuleHead,
  { spokenOpensInvitation }: { readonly spokenOpensInvitation: boolean },
): Release => ({
  ...given,
  title: "Shared on written consent",
  force: "must",
  apply: (facts, asAt): GateSaid | undefined => {
    if (facts.basis !== "consent") return undefined;
    const about = theFamily(facts);
    if (facts.consents === "not-recorded") return consentNotRecorded(facts);
    const standing = standingOf(facts, dayOf(asAt));
    if (standing.is !== "given") return withoutConsent(facts, standing);
    const { form, from } = standing.consent;
    if (form === "written")
      return {
        effect: "permits",
        about,
        because: `There is written consent of ${inWords(from)} for this item and recipient.`,
      };
    if (facts.item.isMeetingInvitation && spokenOpensInvitation)
      return {
        effect: "permits",
        about,
        because: "Consent was given. For an invitation to the meeting a spoken yes is enough.",
      };
    return form === "not-recorded"
      ? {
          effect: "unknown",
          missing: "whether the consent is in writing",
          about,
          because: "It is not recorded whether the consent was given in writing. Ask for it in writing.",
        }
      : {
          effect: "prevents",
          about,
          because: spokenOpensInvitation
            ? "The consent was spoken. It opens the invitation to the meeting and nothing else: ask for it in writing."
            : "The consent was spoken. Ask for it in writing.",
          needs: [askFor("written consent that names the item and the recipient")],
        };
  },
});

/** Consent, spoken or written, that names what goes to whom. */
export const onRecordedConsent = (given: RuleHead): Release => ({
  ...given,
  title: "Shared on recorded consent",
  force: "must",
  apply: (facts, asAt) => {
    if (facts.basis !== "consent") return undefined;
    if (facts.consents === "not-recorded") return consentNotRecorded(facts);
    const standing = standingOf(facts, dayOf(asAt));
    if (standing.is !== "given") return withoutConsent(facts, standing);
    return {
      effect: "permits",
      about: theFamily(facts),
      because: `There is consent of ${inWords(standing.consent.from)} for this item and recipient.`,
    };
  },
});

/** No basis, no release: consent is asked for, or another basis is stated. */
export const onSomeBasis = (given: RuleHead): Release => ({
  ...given,
  title: "No basis, no release",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    const about = theChild(facts.child.id);
    if (facts.basis === "not-recorded")
      return {
        effect: "unknown",
        missing: "what the sharing rests on",
        about,
        because: "Record what this sharing rests on: consent, or another basis.",
      };
    if (facts.basis !== "none") return undefined;
    return {
      effect: "prevents",
      about,
      because: "Nothing is recorded that this sharing could rest on. Ask for consent, or state another basis.",
      needs: [askFor("consent to share this item with this recipient")],
    };
  },
});

/** Any other basis has somebody who decided it. */
export const onOtherBasis = (given: RuleHead): Release => ({
  ...given,
  title: "Another basis has somebody who decided it",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    const named = otherBasis(facts);
    if (named === undefined) return undefined;
    const about = theChild(facts.child.id);
    if (facts.decidedBy === "not-recorded")
      return {
        effect: "unknown",
        missing: "who decided to share without consent",
        about,
        because: `It rests on this: ${named}. Record who decided that.`,
      };
    return facts.decidedBy === "none"
      ? {
          effect: "prevents",
          about,
          because: `It rests on this: ${named}. Somebody has to decide that and be named before it is shared.`,
        }
      : { effect: "permits", about, because: `It rests on this: ${named}. Who decided it is recorded.` };
  },
});

/** Without consent, what leaves the agency needs a very good reason, for not asking or for not following the answer (HN-7). */
export const veryGoodReasonOutside = (given: RuleHead): Release => ({
  ...given,
  title: "Outside the agency without consent: a very good reason",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    const named = otherBasis(facts);
    if (named === undefined) return undefined;
    const about = theChild(facts.child.id);
    const { by, recipient, reason } = facts;
    if (by.agency === "not-recorded" || recipient.agency === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether it leaves the agency",
        about,
        because: "Record the agency of whoever shares and of whoever receives it.",
      };
    if (reason === "not-recorded")
      return {
        effect: "unknown",
        missing: "the reason for sharing without consent",
        about,
        because: "Record why consent was not asked for, or why the answer is not followed.",
      };
    const isOutside = by.agency !== recipient.agency;
    if (reason === "very-good" || (reason === "good" && !isOutside))
      return {
        effect: "permits",
        about,
        because: isOutside
          ? `A very good reason to share without consent is recorded. It rests on this: ${named}.`
          : `It stays inside the agency, and the reason is recorded. It rests on this: ${named}.`,
      };
    return {
      effect: "prevents",
      about,
      because: isOutside
        ? "It would leave the agency without consent. Ask for consent, or record a very good reason for not asking or not following the answer."
        : "Consent was not asked for. Ask for it, or record a good reason for not asking.",
      needs: [askFor("consent to share this item with this recipient")],
    };
  },
});

type Differing = {
  readonly decides: Role;
  /** The age from which a child's own no is a no, so that nobody is left anything to decide on consent; none where there is none. */
  readonly childDecidesFrom?: number;
};

/** Where there is a yes and a no, a person decides and writes down why; neither answer outweighs the other. */
export const answersDiffer = (
  given: RuleHead,
  { decides, childDecidesFrom = Number.POSITIVE_INFINITY }: Differing,
): Release => ({
  ...given,
  title: "Where the answers differ a person decides",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { bornOn } = facts.child;
    const isTheChilds =
      bornOn !== "not-recorded" && ageOn(bornOn, day) >= childDecidesFrom && childsAnswer(facts, day) === "refused";
    return facts.basis === "consent" && isSplit(facts, day) && !isTheChilds
      ? {
          effect: "refers",
          decidedBy: decides,
          about: theFamily(facts),
          because:
            "There is a yes to this on record and a no. Talk with everybody who answered, decide, and write down why.",
          needs: [{ what: "reason", from: decides, for: "which answer is followed and why", code: "answers-differ" }],
        }
      : undefined;
  },
});

/** From an age on a child is presumed able to consent: the parent's yes stands beside the child's own, never instead of it (GD-13). */
export const childsOwnConsent = (given: RuleHead, { presumedFrom }: { readonly presumedFrom: number }): Release => ({
  ...given,
  title: "A child who can consent is asked",
  force: "must",
  apply: (facts, asAt): GateSaid | undefined => {
    const day = dayOf(asAt);
    if (facts.basis !== "consent" || standingOf(facts, day).is !== "given") return undefined;
    const about = theChild(facts.child.id);
    const { bornOn } = facts.child;
    const own = childsAnswer(facts, day);
    if (own === "given") return { effect: "permits", about, because: "The child's own consent is recorded." };
    if (bornOn === "not-recorded")
      return {
        effect: "unknown",
        missing: "date of birth",
        about,
        because: `Record the date of birth: from ${presumedFrom} on the child's own consent is asked for.`,
      };
    if (ageOn(bornOn, day) < presumedFrom) return undefined;
    return own === "refused"
      ? {
          effect: "prevents",
          about,
          because: `The child said no, and from ${presumedFrom} on is presumed able to decide. A parent's yes does not stand in for the child's. Without consent it is shared only on another basis, with the reason recorded.`,
        }
      : {
          effect: "prevents",
          about,
          because: `From ${presumedFrom} on a child is presumed able to consent. Ask the child: a parent's yes does not stand in for it.`,
          needs: [{ what: "agreement", from: "child", for: "the child's own consent", code: "childs-consent" }],
        };
  },
});

const askFor = (what: string): Need => ({
  what: "agreement",
  from: "parent-or-carer",
  for: what,
  code: "consent-requested",
});

const otherBasis = ({ basis }: ReleaseFacts): string | undefined =>
  basis === "none" || basis === "not-recorded" || basis === "consent" || basis === "safeguarding"
    ? undefined
    : sharingBases[basis].label.toLowerCase();

const consentNotRecorded = (facts: ReleaseFacts): GateSaid => ({
  effect: "unknown",
  missing: "what was consented to",
  about: theFamily(facts),
  because: "It is not recorded whether anybody was asked for consent. Record it, or ask now.",
});

const lacking = (
  what: Exclude<Standing, { readonly is: "given" }>,
): { readonly says: string; readonly from?: LocalDate } => {
  switch (what.is) {
    case "refused":
      return { says: "The answer was no. It is not shared on consent." };
    case "withdrawn":
      return {
        says: `The consent was withdrawn on ${inWords(what.on)}. Nothing more is shared on it; what was shared before stays recorded.`,
      };
    case "ended":
      return { says: `The consent ended on ${inWords(what.on)}. Ask again before sharing more.` };
    case "not-yet":
      return { says: `The consent holds from ${inWords(what.from)}.`, from: what.from };
    case "for-others":
      return { says: "The consent on record is for other items or other recipients. Ask for consent to this one." };
    case "never-asked":
      return { says: "There is no consent on record. Ask for it first, and say what is shared, with whom and why." };
  }
};

function withoutConsent(facts: ReleaseFacts, standing: Exclude<Standing, { readonly is: "given" }>): GateSaid {
  const { says, from } = lacking(standing);
  return {
    effect: "prevents",
    ...(from === undefined ? {} : { from }),
    about: theFamily(facts),
    because: says,
    ...(standing.is === "refused" || standing.is === "not-yet"
      ? {}
      : { needs: [askFor("consent to share this item with this recipient")] }),
  };
}
