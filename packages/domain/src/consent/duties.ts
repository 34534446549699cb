import { dueAfter } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type Subject, subject, theChild } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { ConsentDutiesFacts, Share, Told, Withdrawal } from "./model.ts";
import { isToldOrReasoned } from "./standing.ts";

type Duties = DutyRule<ConsentDutiesFacts>;
type ToTell = { readonly whom: "child" | "family"; readonly told: Told; readonly about: Subject };

const notTold = (told: Told) =>
  told === "not-recorded" ? "It is not recorded whether they were told" : "They have not been told";

/** When something is shared the child and the family are told what went, to whom and when, or it is written down why not. */
export const tellOfSharing = (given: RuleHead, { tells }: { readonly tells: Role }): Duties => ({
  ...given,
  title: "Child and family are told what was shared",
  force: "must",
  apply: ({ child, shares }): readonly DutySaid[] => {
    const duty = (share: Share, { whom, told, about }: ToTell): readonly DutySaid[] =>
      isToldOrReasoned(told)
        ? []
        : [
            {
              who: tells,
              act: `consent.tell-${whom}-of-sharing`,
              due: "at-once",
              onAccountOf: tells,
              about,
              because: `Something was shared on ${inWords(share.on)}. ${notTold(told)}: tell the ${whom} what went, to whom and on which day, or write down why not.`,
            },
          ];
    return shares.flatMap((share) => [
      ...duty(share, { whom: "family", told: share.familyTold, about: subject("family", child.id) }),
      ...duty(share, { whom: "child", told: share.childTold, about: theChild(child.id) }),
    ]);
  },
});

/** Whatever goes out, by whoever in the agency, is matched with a consent or another basis; what has neither is one person's to settle. */
export const settleUnmatched = (given: RuleHead, { settles }: { readonly settles: Role }): Duties => ({
  ...given,
  title: "Sharing that nothing covers is settled",
  force: "must",
  apply: ({ child, shares }) =>
    shares
      .filter(({ basis }) => basis === "none" || basis === "not-recorded")
      .map(({ on, basis }) => ({
        who: settles,
        act: "consent.settle-unmatched-share",
        due: "at-once",
        onAccountOf: settles,
        about: theChild(child.id),
        because:
          basis === "none"
            ? `Something was shared on ${inWords(on)} without consent and on no other basis. Ask for consent now, state the basis, or record that it should not have gone.`
            : `It is not recorded what the sharing of ${inWords(on)} rests on. Find out and record it.`,
      })),
});

const leftOut = { what: "what was shared", "to-whom": "with whom", why: "what for" } as const;

/** Each act of sharing is kept whole: what, to whom, why, on what basis and by whom, so that the family can be given the list. */
export const keptWhole = (given: RuleHead): Duties => ({
  ...given,
  title: "Each act of sharing is kept whole",
  force: "must",
  apply: ({ child, shares }): readonly DutySaid[] =>
    shares.flatMap((share): readonly DutySaid[] => {
      const missing = [
        ...new Set(share.leavesOut.map((part) => leftOut[part])),
        ...(isKnown(share.basis) ? [] : ["on what basis"]),
        ...(isKnown(share.by) ? [] : ["by whom"]),
      ];
      if (missing.length === 0) return [];
      return [
        {
          who: "practitioner",
          ...byId(share.by),
          act: "consent.complete-entry",
          due: "at-once",
          onAccountOf: "practitioner",
          about: theChild(child.id),
          because: `The entry of ${inWords(share.on)} does not say ${missing.join(", ")}. Complete it: the family can be given the list.`,
        },
      ];
    }),
});

/**
 * A consent that is taken back works from that day on. Recipients are told, what they see on that consent alone is closed,
 * their actions wait for the lead professional, and the family hears what cannot be undone (HD-14).
 */
export const followsWithdrawal = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Duties => ({
  ...given,
  title: "What follows when consent is withdrawn",
  force: "must",
  apply: ({ child, withdrawals, calendar }): readonly DutySaid[] =>
    withdrawals.flatMap((withdrawal) => {
      const withdrawn = `Consent was withdrawn on ${inWords(withdrawal.on)}.`;
      const due = dueAfter(withdrawal.on, { count: workingDays, unit: "working-days" }, calendar);
      return [
        ...withdrawal.recipients.flatMap((recipient) => ofRecipient(recipient, { withdrawn, due, id: child.id })),
        ...(isToldOrReasoned(withdrawal.familyTold)
          ? []
          : [
              {
                who: "named-person",
                act: "consent.tell-family-what-stays",
                due: "at-once",
                onAccountOf: "named-person",
                about: subject("family", child.id),
                because: `${withdrawn} Tell the family what was shared before and cannot be undone.`,
              } satisfies DutySaid,
            ]),
      ];
    }),
});

type Follows = { readonly withdrawn: string; readonly due: DutySaid["due"]; readonly id: string };

function ofRecipient(
  recipient: Withdrawal["recipients"][number],
  { withdrawn, due, id }: Follows,
): readonly DutySaid[] {
  const about = theChild(id);
  const name = agencyKinds[recipient.agency].label;
  const restsOnIt = recipient.hasOtherBasis !== true;
  return [
    ...(isLocalDate(recipient.toldOn)
      ? []
      : [
          {
            who: "named-person",
            act: "consent.tell-recipient-of-withdrawal",
            due,
            onAccountOf: "named-person",
            about,
            because: `${withdrawn} ${name} is told that nothing more is shared on it.`,
          } satisfies DutySaid,
        ]),
    ...(!restsOnIt || isLocalDate(recipient.accessEndedOn)
      ? []
      : [
          {
            who: "named-person",
            act: "consent.end-access",
            due: "at-once",
            onAccountOf: "named-person",
            about,
            because:
              recipient.hasOtherBasis === "not-recorded"
                ? `${withdrawn} It is not recorded whether ${name} may see it on another basis. Close it until that is known.`
                : `${withdrawn} What ${name} sees on that consent alone is closed now.`,
          } satisfies DutySaid,
        ]),
    ...(!restsOnIt || recipient.openActions === 0 || isLocalDate(recipient.actionsDecidedOn)
      ? []
      : [
          {
            who: "lead-professional",
            act: "consent.decide-actions-on-hold",
            due: "at-once",
            onAccountOf: "lead-professional",
            about,
            because: `${withdrawn} What ${name} was to do is on hold until the lead professional decides.`,
          } satisfies DutySaid,
        ]),
  ];
}
