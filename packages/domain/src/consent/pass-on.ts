import { dueAfter } from "../kernel/due.ts";
import type { DutyRule } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { KeptNoteFacts, PassOnFacts } from "./model.ts";
import { isToldOrReasoned } from "./standing.ts";

/**
 * What these rules say is about the adult whom the child talked to, and never about the child: after a "no" nobody else
 * may learn that anything was said, and whoever may read about the child would learn it from a finding.
 */
type PassOn = GateRule<PassOnFacts>;

/** A referral of a child who may be at risk of harm goes at once, whatever the child answered. */
export const referralIsPassedOn = (given: RuleHead): PassOn => ({
  ...given,
  title: "A safeguarding referral waits for no permission",
  force: "must",
  apply: ({ adult, isReferral, reason }) => {
    if (!isReferral) return undefined;
    const about = thePractitioner(adult.id);
    return reason === "none" || reason === "not-recorded"
      ? {
          effect: "permits-if",
          needs: [{ what: "reason", from: "trusted-adult", for: "why a referral is made", code: "referral-reason" }],
          about,
          because: "The child may be at risk of harm. Pass it on now, and write down why as soon as you can.",
        }
      : { effect: "permits", about, because: "The child may be at risk of harm. It is passed on at once." };
  },
});

/** The child is asked first. "No" stops it, and hides that anything was said, unless there is a good reason (HD-13). */
export const askedFirst = (given: RuleHead): PassOn => ({
  ...given,
  title: "The child's permission, or a good reason",
  force: "must",
  apply: ({ adult, childSaid, isReferral, reason }): GateSaid | undefined => {
    if (isReferral) return undefined;
    const about = thePractitioner(adult.id);
    if (childSaid === "yes")
      return { effect: "permits", about, because: "The child said yes. The note goes to the named person in full." };
    if (childSaid === "not-recorded")
      return {
        effect: "unknown",
        missing: "what the child answered",
        about,
        because: "Record whether the child was asked, and the answer. Nothing is passed on until then.",
      };
    const wasAsked = childSaid === "no";
    if (reason === "good" || reason === "very-good")
      return {
        effect: "permits",
        about,
        because: wasAsked
          ? "The child said no, and there is a good reason to pass it on all the same. The note goes to the named person."
          : "The child was not asked, and there is a good reason for that. The note goes to the named person.",
      };
    if (reason === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether there is a good reason to pass it on",
        about,
        because: `${wasAsked ? "The child said no." : "The child was not asked."} Record whether there is a good reason to pass it on. Nothing is passed on until then.`,
      };
    return {
      effect: "prevents",
      about,
      because: wasAsked
        ? "The child said no. Nothing is passed on, and nobody is told that anything was said. Keep your note; you may record a good reason at any time."
        : "Ask the child first, or record a good reason for not asking. Nothing is passed on until then.",
    };
  },
});

/** A child whose worry was passed on without a yes is told so, unless there is a reason for that too. */
export const toldAllTheSame = (given: RuleHead): PassOn => ({
  ...given,
  title: "The child is told that it was passed on",
  force: "must",
  apply: ({ adult, childSaid, isReferral, reason, childTold }): GateSaid | undefined => {
    if (isReferral || (childSaid !== "no" && childSaid !== "none")) return undefined;
    if (reason !== "good" && reason !== "very-good") return undefined;
    const about = thePractitioner(adult.id);
    if (isToldOrReasoned(childTold))
      return {
        effect: "permits",
        about,
        because: isLocalDate(childTold)
          ? `The child was told on ${inWords(childTold)} that it is passed on.`
          : "It is written down why the child is not told that it is passed on.",
      };
    return {
      effect: "permits-if",
      needs: [
        {
          what: "evidence",
          from: "trusted-adult",
          for: "that the child was told it is passed on, or why not",
          code: "child-told",
        },
      ],
      about,
      because: "It may go to the named person. Tell the child so, or write down why the child is not told.",
    };
  },
});

/** Whoever keeps a note to themselves looks again at the risk after a few days, and may pass it on at any time. */
export const looksAgain = (
  given: RuleHead,
  { workingDays }: { readonly workingDays: number },
): DutyRule<KeptNoteFacts> => ({
  ...given,
  title: "A note kept back is looked at again",
  force: "must",
  apply: ({ note, lookedAgainOn, passedOnOn, calendar }) =>
    isLocalDate(lookedAgainOn) || isLocalDate(passedOnOn)
      ? undefined
      : {
          who: "trusted-adult",
          whoId: note.author,
          act: "consent.look-again-at-risk",
          due: dueAfter(note.keptOn, { count: workingDays, unit: "working-days" }, calendar),
          onAccountOf: "trusted-adult",
          about: thePractitioner(note.author),
          because:
            "The child did not want this passed on. Look again at whether the child is at risk: a good reason to pass it on can be recorded at any time.",
        },
});
