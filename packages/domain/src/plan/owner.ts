import type { DesignationRule, DesignationSaid } from "../kernel/designation.ts";
import { isKnown } from "../kernel/facts.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type Subject, theChild, thePlan, thePractitioner } from "../kernel/subject.ts";
import type { ActionOwnerFacts, HearsFacts } from "./people-model.ts";

type Owner = DesignationRule<ActionOwnerFacts>;
type Known = Exclude<ActionOwnerFacts["owner"], string>;

const person = (id: string) => ({ kind: "person", id }) as const;
const isFamily = ({ as }: Known) => as === "child" || as === "parent-or-carer";
const ofOwner = ({ child }: ActionOwnerFacts, owner: Known): Subject =>
  isFamily(owner) ? theChild(child.id) : thePractitioner(owner.id);

/** A query holds the action back until it is settled. */
const isQueried = ({ word }: ActionOwnerFacts): boolean =>
  isKnown(word) && word.says === "queries" && !isLocalDate(word.settledOn);

/** Whoever says yes to an action owns it, and answers for it when it is late; while they query it nobody does. */
export const ownerSaysYes = (given: RuleHead): Owner => ({
  ...given,
  title: "Each owner says yes to their own action",
  force: "must",
  apply: (facts): DesignationSaid => {
    const { owner, word } = facts;
    if (!isKnown(owner))
      return {
        tier: "unknown",
        missing: "who owns the action",
        about: thePlan(facts),
        because: "The action has no owner: agree on one.",
      };
    const about = ofOwner(facts, owner);
    const holder = person(owner.id);
    if (isQueried(facts))
      return {
        tier: "unknown",
        missing: "who owns the action while it is queried",
        about,
        because: "Whoever was given the action queries it: it has no owner in force until that is settled.",
      };
    if (!isKnown(word))
      return {
        tier: "expected",
        holder,
        about,
        because: "The action is given to this person, who has not yet said yes to it.",
        needs: [{ what: "agreement", from: "action-owner", for: "a yes to the action", code: "accept-action" }],
      };
    const since = word.says === "queries" && isLocalDate(word.settledOn) ? word.settledOn : word.on;
    return {
      tier: "must",
      holder,
      accountable: holder,
      from: since,
      about,
      because: `Whoever said yes to the action on ${inWords(since)} owns it. If it is late, that is for them and their manager, not for the lead professional.`,
    };
  },
});

/** A child or a parent may own an action; somebody named helps them with it. */
export const familyWithSupport = (given: RuleHead): Owner => ({
  ...given,
  title: "Child and parents own actions, with somebody named to help",
  force: "should",
  apply: (facts): readonly DesignationSaid[] | undefined => {
    const { owner, supporters, child } = facts;
    if (!isKnown(owner) || !isFamily(owner) || isQueried(facts)) return undefined;
    const about = theChild(child.id);
    const owns: DesignationSaid = {
      tier: "must",
      holder: person(owner.id),
      about,
      because: "The child or a parent owns the action. Somebody named helps them to carry it out.",
    };
    if (supporters === "not-recorded" || supporters.length === 0)
      return [
        owns,
        {
          tier: "unknown",
          missing: "who helps them with it",
          about,
          because: "Name somebody who helps the child or the parent with it.",
        },
      ];
    return [
      owns,
      ...supporters.map(
        (id): DesignationSaid => ({
          tier: "suggested",
          holder: person(id),
          about: thePractitioner(id),
          because: "Helps the child or the parent to carry out the action, and is named beside them.",
        }),
      ),
    ];
  },
});

/** Somebody becomes lead: what each person owned before stays theirs, the new lead's own actions too. */
export const staysWithOwner = (given: RuleHead): Owner => ({
  ...given,
  title: "Actions stay with their owners when somebody becomes lead",
  force: "must",
  apply: (facts, asAt): DesignationSaid | undefined => {
    const { owner, newLeadOn } = facts;
    if (!isKnown(owner) || !isLocalDate(newLeadOn) || newLeadOn > dayOf(asAt) || isQueried(facts)) return undefined;
    return {
      tier: "must",
      holder: person(owner.id),
      about: ofOwner(facts, owner),
      because: `Somebody became lead on ${inWords(newLeadOn)}. The action and its day stay with whoever owned it before.`,
    };
  },
});

/** The named person owns tasks of the plan like anybody else. */
export const namedPersonMayOwn = (given: RuleHead): Owner => ({
  ...given,
  title: "The named person owns tasks of the plan too",
  force: "may",
  apply: (facts): DesignationSaid | undefined => {
    const { owner } = facts;
    if (!isKnown(owner) || owner.as !== "named-person" || isQueried(facts)) return undefined;
    return {
      tier: "must",
      holder: person(owner.id),
      about: thePractitioner(owner.id),
      because:
        "The named person owns this task of the plan. It is in the plan and on the named person's own list, marked as a task of the plan.",
    };
  },
});

/** Where a plan set by law is the plan of record, a new action goes to whoever holds that one. */
export const toThePlanOfRecord = (given: RuleHead): Owner => ({
  ...given,
  title: "A new action goes to the plan of record",
  force: "should",
  apply: (facts): DesignationSaid | undefined => {
    const { planOfRecord, owner } = facts;
    if (!isKnown(planOfRecord) || owner !== "none") return undefined;
    const about = thePlan(facts);
    return isKnown(planOfRecord.holder)
      ? {
          tier: "expected",
          holder: person(planOfRecord.holder),
          about,
          because: "A plan set by law is the plan of record: a new action goes on the list of whoever holds that plan.",
        }
      : {
          tier: "unknown",
          missing: "who holds the plan of record",
          about,
          because: "A plan set by law is the plan of record, and nobody recorded who holds it.",
        };
  },
});

/** In custody the establishment's staff carry the training plan out; the supervising officer supports them and is told. */
export const establishmentDelivers = (given: RuleHead): Owner => ({
  ...given,
  title: "In custody the establishment carries the plan out",
  force: "must",
  apply: (facts): readonly DesignationSaid[] | undefined => {
    const { custody } = facts;
    if (!isKnown(custody)) return undefined;
    const { caseManager, supervisingOfficer } = custody;
    const about = thePlan(facts);
    return [
      isKnown(caseManager)
        ? {
            tier: "must",
            holder: person(caseManager),
            accountable: person(caseManager),
            about: thePractitioner(caseManager),
            because:
              "The establishment's case manager owns what the training plan asks for, and answers for it when it is late.",
          }
        : {
            tier: "unknown",
            missing: "who the establishment's case manager is",
            about,
            because: "The establishment carries the training plan out, and its case manager is not recorded.",
          },
      ...(isKnown(supervisingOfficer)
        ? [
            {
              tier: "may",
              holder: person(supervisingOfficer),
              about: thePractitioner(supervisingOfficer),
              because: "The supervising officer supports the establishment actively, and is told how it goes.",
            } as const,
          ]
        : []),
    ];
  },
});

type Hears = DesignationRule<HearsFacts>;

const deputyOn = ({ deputy, update }: HearsFacts) =>
  isKnown(deputy) && deputy.from <= update.on && (deputy.until === undefined || update.on < deputy.until)
    ? deputy
    : undefined;

/** Whoever changes a part of the plan keeps its lead informed, the same day; a sub-plan's changes go to the whole plan's lead. */
export const leadHears = (given: RuleHead): Hears => ({
  ...given,
  title: "The lead hears of every update, the same day",
  force: "should",
  apply: (facts): DesignationSaid | undefined => {
    const { lead, update } = facts;
    if (deputyOn(facts) !== undefined) return undefined;
    const about = thePlan(facts);
    if (lead === "not-recorded")
      return {
        tier: "unknown",
        missing: "who leads the plan",
        about,
        because: "It is not recorded who leads the plan and is to be told.",
      };
    if (lead === "none")
      return {
        tier: "unknown",
        missing: "who leads the plan",
        about,
        because: "Nobody leads the plan: agree who is told of updates.",
      };
    if (update.by === lead) return { tier: "not-needed", about, because: "The lead professional made the update." };
    return {
      tier: "must",
      holder: person(lead),
      from: update.on,
      about,
      because: isKnown(update.subPlan)
        ? `A sub-plan was changed on ${inWords(update.on)}: the lead of the whole plan is told that day.`
        : `The update of ${inWords(update.on)} goes to the lead professional that day.`,
    };
  },
});

/** While the lead is away everybody reports to the deputy. */
export const deputyHears = (given: RuleHead): Hears => ({
  ...given,
  title: "While a deputy acts, updates go to the deputy",
  force: "should",
  apply: (facts): readonly DesignationSaid[] | undefined => {
    const deputy = deputyOn(facts);
    if (deputy === undefined) return undefined;
    const about = thePlan(facts);
    const { lead, update } = facts;
    return [
      {
        tier: "must",
        holder: person(deputy.id),
        from: update.on,
        about,
        because: `The deputy acts since ${inWords(deputy.from)}: the update of ${inWords(update.on)} goes to the deputy.`,
      },
      ...(isKnown(lead) && lead !== deputy.id
        ? [
            {
              tier: "barred",
              holder: person(lead),
              about,
              because: "The lead is away and is not troubled with it.",
            } as const,
          ]
        : []),
    ];
  },
});
