import { dueAfter, type Span } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { isKnown } from "../kernel/facts.ts";
import { addDays, daysBetween, inWords, type LocalDate, lastDayOf, laterOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import type { LegalStatus } from "../people/model.ts";
import { type LegalStatusKind, legalStatuses } from "../vocabulary/legal-statuses.ts";
import type { StatusDutiesFacts } from "./model.ts";
import { assessmentsUndecided, holding, locks, ofKind, sinceWhen, socialWorkerOf } from "./statuses.ts";
import { firstDayAsLead, isShort } from "./statutory-youth.ts";

type Duty = DutyRule<StatusDutiesFacts>;

const toTheDay = (due: ReturnType<typeof dueAfter>) => (due === "not-published" ? due : { day: due.day });
const leadIdOf = ({ lead }: StatusDutiesFacts) => (typeof lead === "string" ? undefined : lead.id);

/** What follows from a child's statuses cannot be said while nobody has recorded them: they are asked for, and none is read. */
export const statusesAreAskedFor = (given: RuleHead): Duty => ({
  ...given,
  title: "The child's legal statuses are recorded",
  force: "must",
  apply: ({ child }) =>
    child.statuses !== "not-recorded"
      ? undefined
      : {
          who: "lead-professional",
          act: "record-legal-statuses",
          due: "unknown",
          onAccountOf: "lead-professional",
          about: theChild(child.id),
          because:
            "Record the child's legal statuses, or that there are none: until then nobody can say who must be named, or by when.",
        },
});

type Naming = {
  readonly kinds: readonly LegalStatusKind[];
  readonly who: Role;
  readonly within: Span;
  /** Only orders served in this setting, where the clause is about one. An order of no recorded setting is asked of the community. */
  readonly setting?: "community" | "custody";
};

/** A status that goes with a post has a person named in it; until then its manager is the contact and owes the name. */
export const holderIsNamed = (given: RuleHead, { kinds, who, within, setting }: Naming): Duty => ({
  ...given,
  title: "The person whom a status goes with is named",
  force: "must",
  apply: ({ child, calendar }, asAt) =>
    unnamed(child, dayOf(asAt), kinds)
      .filter((held) => setting === undefined || settingOf(held) === setting)
      .map((held): DutySaid => {
        const due = toTheDay(dueAfter(held.from, within, calendar));
        const by = due === "not-published" ? "" : ` by the end of ${inWords(due.day)}`;
        return {
          who,
          act: `name-holder:${held.kind}`,
          due,
          onAccountOf: who,
          about: theChild(child.id),
          because: `${sinceWhen(held)}, and nobody is named: name the person${by}. Until then the manager is the contact.`,
          ifMissed: "It shows as missing on the lists of the manager and of the area.",
        };
      }),
});

/**
 * The statuses of these kinds that name nobody. A lock goes with one social worker: whom another lock names is named, an
 * officer of the youth offending team is not one, and the name is asked for once however many locks lack it.
 */
function unnamed(
  child: StatusDutiesFacts["child"],
  day: LocalDate,
  kinds: readonly LegalStatusKind[],
): readonly LegalStatus[] {
  const held = [
    ...holding(child.statuses, day, ...kinds.filter((kind) => kind !== "child-in-need")),
    ...(kinds.includes("child-in-need") ? assessmentsUndecided(child.statuses, day) : []),
  ];
  const locked = locks(child.statuses, day);
  const [firstLock] = locked.filter((lock) => socialWorkerOf(lock, { child, involved: [] }, day) === undefined);
  return held.filter((one) => (locked.includes(one) ? one.id === firstLock?.id : one.holder === undefined));
}

const settingOf = ({ youthOrderSetting }: LegalStatus) => (youthOrderSetting === "custody" ? "custody" : "community");

/** Those involved identify a deputy who can carry on after an order: at once when it is short, before it ends when it is not. */
export const deputyForOrder = (given: RuleHead, { shortOrderDays }: { shortOrderDays: number }): Duty => ({
  ...given,
  title: "A deputy is identified who can carry on after an order",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { child, lead, deputy, noDeputyReasonOn } = facts;
    if (locks(child.statuses, day).length > 0) return undefined;
    if (isKnown(noDeputyReasonOn) || isKnown(deputy)) return undefined;
    return holding(child.statuses, day, "youth-order").map((order): DutySaid => {
      const isShortOne = isShort(order, firstDayAsLead(order, order.holder, lead, day), shortOrderDays);
      return {
        who: "practitioners-involved",
        act: "identify-deputy",
        due: isShortOne ? "at-once" : order.until === undefined ? "unknown" : { day: lastDayOf(order.until) },
        onAccountOf: "practitioners-involved",
        about: theChild(child.id),
        because: isShortOne
          ? "The order is short: agree a deputy who can carry on after it, or have a manager write down why there is none, before the supervising officer is confirmed as lead."
          : "Agree a deputy who can carry on after the order: the plan is likely to outlast it.",
        ifMissed: isShortOne
          ? "The supervising officer is not confirmed as lead."
          : "The line manager is the contact from the day after the order ends.",
      };
    });
  },
});

/** The plan is expected to outlast the order or status: before it ends those who lead settle whether it goes on and who takes over. */
export const planOutlastsStatus = (
  given: RuleHead,
  { kinds, opensDaysBefore, who }: { kinds: readonly LegalStatusKind[]; opensDaysBefore: number; who: Role },
): Duty => ({
  ...given,
  title: "The plan goes on when a status ends, until somebody decides otherwise",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { child, openActions, goingOnDecidedOn } = facts;
    if (openActions === 0) return undefined;
    const leadId = leadIdOf(facts);
    return lastOfEachKind(child.statuses, kinds).flatMap((held): readonly DutySaid[] => {
      if (held.until === undefined || held.from > day) return [];
      const end = lastDayOf(held.until);
      const opens = addDays(end, -opensDaysBefore);
      if (day < opens || (isKnown(goingOnDecidedOn) && goingOnDecidedOn >= opens)) return [];
      const stays = `${legalStatuses[held.kind].label} ${day < held.until ? "ends" : "ended"} on ${inWords(end)}. The plan stays open`;
      return [
        {
          who,
          ...(leadId === undefined ? {} : { whoId: leadId }),
          act: "decide-whether-plan-goes-on",
          due: { day: end },
          onAccountOf: who,
          about: theChild(child.id),
          because:
            openActions === "not-recorded"
              ? `${stays}: settle with the family whether it goes on, and hand over the lead.`
              : `${stays} with ${openActions} open action${openActions === 1 ? "" : "s"}: settle with the family whether it goes on, and hand over the lead.`,
          ifMissed: "The deputy acts from the day after, or the line manager where there is none.",
        },
      ];
    });
  },
});

const lastOfEachKind = (statuses: StatusDutiesFacts["child"]["statuses"], kinds: readonly LegalStatusKind[]) =>
  kinds.flatMap((kind) => ofKind(statuses, kind).slice(-1));

/** One social worker is named throughout: where one status's name ends and the next begins later, the days between are closed. */
export const noGapBetweenNames = (given: RuleHead, { kind, who }: { kind: LegalStatusKind; who: Role }): Duty => ({
  ...given,
  title: `${legalStatuses[kind].label}: no day without a named person`,
  force: "must",
  apply: ({ child }) =>
    gaps(ofKind(child.statuses, kind)).map(({ from, until }): DutySaid => {
      const days = daysBetween(from, until);
      return {
        who,
        act: "close-gap-between-names",
        due: "at-once",
        onAccountOf: who,
        about: theChild(child.id),
        because: `Nobody is named from ${inWords(from)} to ${inWords(lastDayOf(until))} (${days} day${days === 1 ? "" : "s"}): name the next person from ${inWords(from)}.`,
      };
    }),
});

/** The stretches that none of these covers, between the first beginning and the last. */
const gaps = (held: readonly LegalStatus[]): readonly { readonly from: LocalDate; readonly until: LocalDate }[] =>
  held.slice(1).flatMap(({ from }, at) => {
    const covered = held
      .slice(0, at + 1)
      .map(({ until }) => until ?? from)
      .reduce(laterOf);
    return covered < from ? [{ from: covered, until: from }] : [];
  });

/** A lead set by law does not silence the child: the adult the child would rather talk to is asked for and recorded. */
export const trustedPersonIsAsked = (given: RuleHead): Duty => ({
  ...given,
  title: "The person the child would rather talk to is recorded beside the lead",
  apply: ({ child, trustedPerson }, asAt) => {
    if (trustedPerson !== "not-recorded" || locks(child.statuses, dayOf(asAt)).length === 0) return undefined;
    return {
      who: "lead-professional",
      act: "ask-whom-the-child-trusts",
      due: "unknown",
      onAccountOf: "lead-professional",
      about: theChild(child.id),
      because:
        "The law says who leads. Ask the child whom they would rather talk to, and record that person as trusted contact, or that there is nobody.",
    };
  },
});

/** The lead and the adult the child trusts settle what they share, how and how quickly. */
export const sharingProtocolIsAgreed = (given: RuleHead, { within }: { within: Span }): Duty => ({
  ...given,
  title: "The lead and the trusted person settle what they share",
  apply: ({ child, trustedPerson, calendar }, asAt) => {
    const day = dayOf(asAt);
    if (typeof trustedPerson === "string" || trustedPerson.since > day) return undefined;
    if (isKnown(trustedPerson.protocolOn) || locks(child.statuses, day).length === 0) return undefined;
    const due = toTheDay(dueAfter(trustedPerson.since, within, calendar));
    return {
      who: "social-worker",
      act: "agree-sharing-with-trusted-person",
      due,
      onAccountOf: "social-worker",
      about: theChild(child.id),
      because: "Settle with the person the child trusts what is shared, how and how quickly, and record it.",
      ifMissed: "The social worker and the social worker's manager are reminded.",
    };
  },
});

type Category = {
  readonly kind: LegalStatusKind;
  /** The area's own steps, as codes. */
  readonly steps: readonly string[];
  readonly within: Span;
};

/** An administrative category rests on no statute but brings the area's procedure: each step is dated and ends with it. */
export const categoryBringsSteps = (given: RuleHead, { kind, steps, within }: Category): Duty => ({
  ...given,
  title: `${legalStatuses[kind].label}: the area's procedure`,
  apply: ({ child, calendar }, asAt) =>
    holding(child.statuses, dayOf(asAt), kind).flatMap((held) =>
      steps.map(
        (step): DutySaid => ({
          who: "lead-professional",
          act: `${kind}:${step}`,
          due: toTheDay(dueAfter(held.from, within, calendar)),
          onAccountOf: "lead-professional",
          about: theChild(child.id),
          because: `${sinceWhen(held)} (an administrative category): ${step.replaceAll("-", " ")}.`,
        }),
      ),
    ),
});
