import type { GateRule } from "../kernel/gate.ts";
import { inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theFamily, thePlan, thePractitioner } from "../kernel/subject.ts";
import { handoverReasons } from "../vocabulary/handover-reasons.ts";
import type { HandoverFacts } from "./ending-model.ts";

type Handover = GateRule<HandoverFacts>;

/** A handover has its reason; "another reason" is one only with words. */
export const reasonIsGiven = (given: RuleHead): Handover => ({
  ...given,
  title: "A handover has its reason",
  force: "must",
  apply: (facts) => {
    const about = thePlan(facts);
    const { reason, reasonHasWords } = facts;
    if (reason === "not-recorded" || reason === "none")
      return {
        effect: "unknown",
        missing: "the reason for the handover",
        about,
        because: "Choose why the lead passes to somebody else.",
      };
    if (reason === "other" && !reasonHasWords)
      return { effect: "prevents", about, because: "Say which other reason there is for the handover." };
    return { effect: "permits", about, because: `The reason is on record: ${handoverReasons[reason].label}.` };
  },
});

/** The role moves when the next person has accepted; where the law moves it, nothing waits. */
export const acceptedFirst = (given: RuleHead): Handover => ({
  ...given,
  title: "The next lead accepts first",
  force: "must",
  apply: ({ incoming, isByLaw, acceptedOn, effectiveOn }) => {
    const about = thePractitioner(incoming.id);
    if (isByLaw)
      return {
        effect: "permits",
        about,
        because: "The law moves the role on its day; nobody's acceptance holds it up.",
      };
    if (acceptedOn === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether the next lead accepted",
        about,
        because: "It is not recorded whether the next lead accepted. The present one stays until then.",
      };
    if (!isLocalDate(acceptedOn))
      return {
        effect: "prevents",
        about,
        because: "The next lead has not accepted. The present one stays until then.",
      };
    return acceptedOn <= effectiveOn
      ? { effect: "permits", about, because: `The next lead accepted on ${inWords(acceptedOn)}.` }
      : {
          effect: "prevents",
          from: acceptedOn,
          about,
          because: `The next lead accepted on ${inWords(acceptedOn)}: the role can move from that day.`,
        };
  },
});

/** The plan, contacts, open actions and risks are passed on in writing. */
export const passedOnFirst = (given: RuleHead): Handover => ({
  ...given,
  title: "What is passed on is written down",
  force: "must",
  apply: (facts) => {
    const about = thePlan(facts);
    if (facts.passedOnInWriting === "not-recorded")
      return {
        effect: "unknown",
        missing: "what is passed on",
        about,
        because: "Record what is passed on: the plan, contacts, open actions and risks.",
      };
    return facts.passedOnInWriting
      ? { effect: "permits", about, because: "What is passed on is written down." }
      : {
          effect: "prevents",
          about,
          because: "Write down what is passed on first: the plan, contacts, open actions and risks.",
        };
  },
});

const isBy = (on: LocalDate | "none" | "not-recorded", effectiveOn: LocalDate) => isLocalDate(on) && on <= effectiveOn;

/** The family knows by name who leads next before the role moves. */
export const familyIsTold = (given: RuleHead): Handover => ({
  ...given,
  title: "The family is told who leads next",
  force: "must",
  apply: (facts) => {
    const about = theFamily(facts);
    const { familyToldOn, effectiveOn, isByLaw } = facts;
    if (isByLaw)
      return {
        effect: "permits",
        about,
        because: "The law moves the role on its day. Tell the family that day who leads and why.",
      };
    if (familyToldOn === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether the family was told who leads next",
        about,
        because: "It is not recorded whether the family was told who leads next.",
      };
    return isBy(familyToldOn, effectiveOn)
      ? { effect: "permits", about, because: "The family was told who leads next." }
      : { effect: "prevents", about, because: "Tell the family by name who leads next, before the role moves." };
  },
});

/** Outgoing and incoming lead meet the family together first; a start without needs a reason. */
export const introducedFirst = (
  given: RuleHead,
  { onlyFromNamedPerson }: { readonly onlyFromNamedPerson: boolean },
): Handover => ({
  ...given,
  title: "The next lead is introduced to the family",
  force: "should",
  apply: (facts) => {
    const { outgoing, incoming, introducedOn, effectiveOn, noIntroductionReasonGiven } = facts;
    if (onlyFromNamedPerson && (!outgoing.isNamedPerson || incoming.isNamedPerson)) return undefined;
    const about = theFamily(facts);
    if (isLocalDate(introducedOn) && introducedOn <= effectiveOn)
      return {
        effect: "permits",
        about,
        because: `The next lead was introduced to the family on ${inWords(introducedOn)}.`,
      };
    if (noIntroductionReasonGiven)
      return {
        effect: "permits",
        about,
        because: "There is a reason on record why the next lead starts without an introduction.",
      };
    return {
      effect: "permits-if",
      about,
      because:
        "The next lead has not been introduced to the family by the present one. A start without that needs a reason.",
      needs: [
        {
          what: "reason",
          from: "lead-professional",
          for: "why the next lead starts without an introduction",
          code: "no-introduction",
        },
      ],
    };
  },
});

/** Moving from the named person to a separate lead holds how the family found it, in their words. */
export const familysWordsAreKept = (given: RuleHead): Handover => ({
  ...given,
  title: "How the family found the change is kept in their words",
  force: "should",
  apply: (facts) => {
    const { outgoing, incoming, familysWords } = facts;
    if (!outgoing.isNamedPerson || incoming.isNamedPerson) return undefined;
    const about = theFamily(facts);
    if (familysWords === "not-recorded")
      return {
        effect: "unknown",
        missing: "how the family found it",
        about,
        because: "Record how the family found the change, in their words.",
      };
    return familysWords
      ? { effect: "permits", about, because: "How the family found the change is kept in their words." }
      : {
          effect: "permits",
          about,
          because: "The family was asked how they found the change, and had nothing to add.",
        };
  },
});
