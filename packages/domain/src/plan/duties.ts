import { dueAfter, isLate } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { addDays, holdsOn, inWords, isDoneBy, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild, thePlan } from "../kernel/subject.ts";
import { counted, listed } from "../kernel/words.ts";
import { statusesOn } from "../people/model.ts";
import { type LegalStatusKind, legalStatuses } from "../vocabulary/legal-statuses.ts";
import { contactHeadings, type PlanDutiesFacts } from "./duties-model.ts";

type Duties = DutyRule<PlanDutiesFacts>;

const ofLead = ({ lead }: PlanDutiesFacts) =>
  ({ who: "lead-professional", ...byId(lead), onAccountOf: "lead-professional" }) as const;
const ofManager = ({ leadsManager }: PlanDutiesFacts) =>
  ({ who: "line-manager", ...byId(leadsManager), onAccountOf: "line-manager" }) as const;

/** A recorded need without an owner, a decision or a day for help is the manager's from the next working day. */
export const needsAreTakenUp = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Duties => ({
  ...given,
  title: "Every recorded need has an owner, a decision and a day",
  force: "must",
  apply: (facts, asAt) =>
    facts.needs.flatMap(({ id, recordedOn, owner, isDecided, helpOn }): DutySaid[] => {
      const missing = [
        ...(isKnown(owner) ? [] : ["an owner"]),
        ...(isDecided === true ? [] : ["a decision"]),
        ...(isLocalDate(helpOn) ? [] : ["a day for help"]),
      ];
      if (missing.length === 0) return [];
      const due = dueAfter(recordedOn, { count: workingDays, unit: "working-days" }, facts.calendar);
      if (due !== "not-published" && dayOf(asAt) < due.day) return [];
      return [
        {
          who: "line-manager",
          act: `plan.take-up-need:${id}`,
          due: "at-once",
          onAccountOf: "line-manager",
          about: theChild(facts.child.id),
          because: `A need was recorded on ${inWords(recordedOn)} and still lacks ${listed(missing)}. See to it that somebody takes it up.`,
        },
      ];
    }),
});

/** Between meetings the lead talks with the family of progress, of what is new and of what is difficult, every so many days. */
export const contactBetweenMeetings = (given: RuleHead, { days }: { readonly days: number }): Duties => ({
  ...given,
  title: "The lead meets the family between meetings",
  force: "should",
  apply: (facts, asAt): DutySaid | undefined => {
    const about = subject("family", facts.child.id);
    const owed = { ...ofLead(facts), act: "plan.meet-family", about } as const;
    const { contacts } = facts;
    if (contacts === "not-recorded")
      return {
        ...owed,
        due: "unknown",
        because:
          "It is not recorded when the lead professional last met the family about progress, changes and difficulties.",
      };
    const last = contacts
      .filter(({ about: spokenOf, on }) => on <= dayOf(asAt) && contactHeadings.every((one) => spokenOf.includes(one)))
      .map(({ on }) => on)
      .sort()
      .at(-1);
    const start = last ?? (isLocalDate(facts.leadSince) ? facts.leadSince : undefined);
    if (start === undefined)
      return {
        ...owed,
        due: "unknown",
        because: "No contact about progress, changes and difficulties is recorded, nor since when the lead leads.",
      };
    const due = addDays(start, days);
    return dayOf(asAt) < due
      ? undefined
      : {
          ...owed,
          due: { day: due },
          because: `Meet the family or the young person about progress, new changes and new difficulties: ${last === undefined ? `not yet done since the lead began on ${inWords(start)}` : `last done on ${inWords(start)}`}.`,
        };
  },
});

/** What a practitioner brings to the lead stays on the lead's list until it is written down what was done. */
export const issuesStayOpen = (given: RuleHead): Duties => ({
  ...given,
  title: "What is brought to the lead stays open until done",
  force: "must",
  apply: (facts, asAt) =>
    facts.issues
      .filter(({ raisedOn, doneOn }) => raisedOn <= dayOf(asAt) && !isLocalDate(doneOn))
      .map(
        ({ id, raisedOn }): DutySaid => ({
          ...ofLead(facts),
          act: `plan.answer-issue:${id}`,
          due: "at-once",
          about: thePlan(facts),
          because: `A practitioner brought this up on ${inWords(raisedOn)}. Write down what was done about it.`,
        }),
      ),
});

/** Help that is not on the plan is added to it, stopped, or found to be unrelated. */
export const helpOutsideIsSettled = (given: RuleHead): Duties => ({
  ...given,
  title: "Help that is not on the plan is settled",
  force: "must",
  apply: (facts, asAt) =>
    facts.helpOutside
      .filter(({ noticedOn, settled }) => noticedOn <= dayOf(asAt) && !(isKnown(settled) && settled.on <= dayOf(asAt)))
      .map(
        ({ id, noticedOn }): DutySaid => ({
          ...ofLead(facts),
          act: `plan.settle-help:${id}`,
          due: "at-once",
          about: theChild(facts.child.id),
          because: `Help that is not on the plan was recorded on ${inWords(noticedOn)}: add it, have it stopped, or record that it is unrelated.`,
        }),
      ),
});

type Request = PlanDutiesFacts["requests"][number];

/** Other help that is asked for is followed to its end: who advised it, the appointment, what came of it, whom it was shared with. */
export const requestsAreFollowed = (given: RuleHead): Duties => ({
  ...given,
  title: "What is asked for is followed to its end",
  force: "must",
  apply: (facts, asAt) =>
    facts.requests.flatMap((request): DutySaid[] => {
      const next = nextOf(request, dayOf(asAt));
      return next === undefined
        ? []
        : [
            {
              ...ofLead(facts),
              act: `plan.request-${next.step}:${request.id}`,
              due: "at-once",
              about: theChild(facts.child.id),
              because: `Other help was asked for on ${inWords(request.askedOn)}. ${next.because}`,
            },
          ];
    }),
});

function nextOf({ askedOn, advisedBy, bookedFor, resultOn, sharedOn }: Request, today: LocalDate) {
  if (today < askedOn) return undefined;
  if (!isKnown(advisedBy)) return { step: "advice", because: "Record on whose advice." };
  if (isDoneBy(resultOn, today))
    return isDoneBy(sharedOn, today)
      ? undefined
      : { step: "share", because: "The result is there: share it with those who need it, and record with whom." };
  if (!isLocalDate(bookedFor)) return { step: "arrange", because: "Record what was arranged, and for which day." };
  return bookedFor <= today
    ? { step: "result", because: `The appointment was on ${inWords(bookedFor)}: record what came of it.` }
    : undefined;
}

/** Not knowing whether safety is an issue is no reason to go without a core group: it is found out. */
const sayWhetherSafety = (facts: PlanDutiesFacts): DutySaid => ({
  ...ofLead(facts),
  act: "plan.say-whether-safety-is-an-issue",
  due: "unknown",
  about: theChild(facts.child.id),
  because:
    "It is not recorded whether this child's safety is an issue, and there is no core group of different agencies. Record it: if it is, a core group is formed that day.",
});

/** A child whose safety is an issue has a core group of different agencies by the end of that very day. */
export const coreGroupForSafety = (
  given: RuleHead,
  { kinds }: { readonly kinds: readonly LegalStatusKind[] },
): Duties => ({
  ...given,
  title: "A core group where safety is an issue",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const today = dayOf(asAt);
    const { coreGroup, safetySince } = facts;
    const members = coreGroup === "not-recorded" ? [] : coreGroup.filter((member) => holdsOn(member, today));
    const agencies = new Set(members.map(({ agency }) => agency)).size;
    if (agencies >= 2) return undefined;
    const causes = [
      ...statusesOn(facts.child.statuses, today, kinds).map(({ kind, from }) => ({
        from,
        why: `${legalStatuses[kind].label} since ${inWords(from)}`,
      })),
      ...(isLocalDate(safetySince) && safetySince <= today
        ? [{ from: safetySince, why: `Safety has been an issue since ${inWords(safetySince)}` }]
        : []),
    ].sort((a, b) => a.from.localeCompare(b.from));
    const [first] = causes;
    if (first === undefined)
      return facts.child.statuses === "not-recorded" || safetySince === "not-recorded" ? [sayWhetherSafety(facts)] : [];
    const has =
      coreGroup === "not-recorded"
        ? "no core group is recorded"
        : members.length === 0
          ? "there is no core group"
          : `the core group has ${counted(members.length, "member")} of one agency only`;
    const due = { day: first.from };
    const owed: DutySaid = {
      ...ofLead(facts),
      act: "plan.form-core-group",
      due,
      ifMissed: "The lead professional and the manager are alerted until there is one.",
      about: theChild(facts.child.id),
      because: `${first.why}, and ${has}: form one, of people of different agencies.`,
    };
    return isLate(due, asAt)
      ? [
          owed,
          {
            ...ofManager(facts),
            act: "plan.core-group-missing",
            due: "at-once",
            about: theChild(facts.child.id),
            because: `${first.why}, and ${has}. See to it that one is formed today.`,
          },
        ]
      : [owed];
  },
});
