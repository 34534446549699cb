import { dueAfter } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import type { SignalsFacts } from "./procedure-model.ts";

type Signals = DutyRule<SignalsFacts>;
type Barrier = SignalsFacts["barriers"][number];

const barrierWords: Readonly<Record<Barrier["kind"], string>> = {
  "specialist-hard-to-reach": "specialist help is hard to reach",
  "poor-referral": "information in referrals is poor",
  "sharing-barrier": "information is hard to share",
  "meeting-too-large": "meetings are too large",
};

/** What practitioners flag about a service within a month reaches its manager once it was flagged so often. */
export const flagsReachManager = (given: RuleHead, { flags }: { readonly flags: number }): Signals => ({
  ...given,
  title: "What is flagged again and again reaches the manager",
  apply: ({ barriers }, asAt): readonly DutySaid[] => {
    const today = dayOf(asAt);
    const thisMonth = barriers.filter(({ on }) => on.slice(0, 7) === today.slice(0, 7) && on <= today);
    const keys = [...new Set(thisMonth.map(({ agency, kind }) => JSON.stringify([agency, kind])))].sort();
    return keys.flatMap((key): readonly DutySaid[] => {
      const same = thisMonth.filter(({ agency, kind }) => JSON.stringify([agency, kind]) === key);
      const [first] = same;
      if (first === undefined || same.length < flags) return [];
      const manager = same.map((one) => one.manager).find((one) => one !== "none" && one !== "not-recorded");
      return [
        {
          who: "team-manager",
          ...(manager === undefined ? {} : { whoId: manager }),
          act: "quality.look-at-barrier",
          due: "at-once",
          onAccountOf: "team-manager",
          about: subject("agency", first.agency),
          because: `It was flagged ${same.length} times this month that ${barrierWords[first.kind]}. Look at what is behind it.`,
        },
      ];
    });
  },
});

/** Whoever had to be asked again and again for what they took on: their manager hears that it slips. */
export const slippingReachesManager = (given: RuleHead, { times }: { readonly times: number }): Signals => ({
  ...given,
  title: "A commitment that slips reaches the owner's manager",
  apply: ({ commitments }, asAt): readonly DutySaid[] =>
    commitments.flatMap(({ actionId, owner, manager, acceptedOn, askedOn, doneOn }): readonly DutySaid[] => {
      const asked = askedOn.filter((day) => day <= dayOf(asAt)).length;
      if (isLocalDate(doneOn) || asked < times) return [];
      return [
        {
          who: "action-owners-manager",
          ...byId(manager),
          act: "quality.mend-commitment",
          due: "at-once",
          onAccountOf: "action-owner",
          about: subject("practitioner", owner),
          because: `The lead professional had to ask ${asked} times for ${actionId}${isLocalDate(acceptedOn) ? `, which was accepted on ${inWords(acceptedOn)}` : ", which nobody has accepted"}. The commitment is slipping.`,
        },
      ];
    }),
});

/** Who raises that a lead is unsupported, or an agency does not deliver, has an answer from the steering group. */
export const challengeIsAnswered = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Signals => ({
  ...given,
  title: "A challenge has an answer",
  apply: ({ area, challenges, calendar }): readonly DutySaid[] =>
    challenges
      .filter(({ answeredOn }) => !isLocalDate(answeredOn))
      .map(({ id, kind, raisedOn }) => ({
        who: "steering-group",
        act: "quality.answer-challenge",
        due: dueAfter(raisedOn, { count: workingDays, unit: "working-days" }, calendar),
        onAccountOf: "steering-group",
        about: subject("area", area),
        because: `On ${inWords(raisedOn)} it was raised (${id}) that ${kind === "unsupported" ? "a lead professional is not supported" : "an agency does not deliver"}. Answer it; whoever raised it sees where it is.`,
      })),
});
