import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { addMonths, holdsOn, inWords, isLocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import { startingSmall } from "../kernel/words.ts";
import { type ManagerCapability, managerCapabilities, managerModules } from "../vocabulary/skills.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { IdentifyFacts, ManagerFacts, PostFacts, SeniorManagerFacts } from "./managers-model.ts";

type Managers = DutyRule<ManagerFacts>;

const missingOf = ({ capabilities }: ManagerFacts): readonly ManagerCapability[] =>
  codesOf(managerCapabilities).filter(
    (code) => !capabilities.some(({ capability, state }) => capability === code && state === "attested"),
  );

const stateInWords = (code: ManagerCapability, { capabilities }: ManagerFacts) => {
  const entry = capabilities.find(({ capability }) => capability === code);
  const label = startingSmall(managerCapabilities[code].label);
  return entry?.state === "declined" ? `${label} (declined)` : label;
};

const attested = (facts: ManagerFacts) => {
  const all = codesOf(managerCapabilities).length;
  return `${all - missingOf(facts).length} of ${all} capabilities attested`;
};
const missingInWords = (facts: ManagerFacts) =>
  missingOf(facts)
    .map((code) => stateInWords(code, facts))
    .join("; ");
const oneOrMore = (count: number) => `${count} ${count === 1 ? "lead professional" : "lead professionals"}`;

const bySenior = ({ managerId, seniorManager }: ManagerFacts) =>
  ({
    who: "senior-manager",
    ...byId(seniorManager),
    onAccountOf: "senior-manager",
    about: thePractitioner(managerId),
  }) as const;

/** Managers of people who lead benefit from being able to do seven things: what is missing is shown, and stops nothing. */
export const capabilitiesStopNothing = (given: RuleHead): GateRule<ManagerFacts> => ({
  ...given,
  title: "What managers of people who lead can do",
  apply: (facts) =>
    sayOf(thePractitioner(facts.managerId)).permits(
      missingOf(facts).length === 0
        ? "All seven capabilities are attested."
        : `May supervise: ${attested(facts)}. Not attested: ${missingInWords(facts)}. The senior manager sees that; it stops nothing.`,
    ),
});

/** Whoever supervises people who lead without all seven attested is shown to the senior manager, with what is missing. */
export const capabilitiesAreShown = (given: RuleHead): Managers => ({
  ...given,
  title: "A manager's missing capabilities are shown to the senior manager",
  apply: (facts): DutySaid | undefined =>
    facts.supervises === 0 || missingOf(facts).length === 0
      ? undefined
      : {
          ...bySenior(facts),
          act: "workforce.look-at-capability",
          due: "at-once",
          because: `Supervises ${oneOrMore(facts.supervises)} with ${attested(facts)}. Not attested: ${missingInWords(facts)}. Nothing is blocked.`,
        },
});

/** Managers of people who lead take the introduction to the role, and the modules for managers. */
export const managersModulesAreTaken = (given: RuleHead): Managers => ({
  ...given,
  title: "Managers of people who lead take their own modules",
  apply: (facts): readonly DutySaid[] =>
    facts.supervises === 0
      ? []
      : codesOf(managerModules).flatMap((module): readonly DutySaid[] => {
          const entry = facts.modules.find((one) => one.module === module);
          if (entry !== undefined && isLocalDate(entry.doneOn)) return [];
          const { label } = managerModules[module];
          const booked = entry?.bookedFor;
          return [
            {
              who: "lead-professionals-manager",
              whoId: facts.managerId,
              act: `workforce.take-module:${module}`,
              due: booked !== undefined && isLocalDate(booked) ? { day: booked } : "unknown",
              onAccountOf: "lead-professionals-manager",
              about: thePractitioner(facts.managerId),
              because:
                booked !== undefined && isLocalDate(booked)
                  ? `${label}: booked for ${inWords(booked)}.`
                  : `${label}: not done, and not booked.`,
            },
          ];
        }),
});

/** Only managers whom the second audit looked at are offered as managers of people who lead. */
export const auditedManagersOnly = (
  given: RuleHead,
  { months }: { readonly months: number },
): GateRule<ManagerFacts> => ({
  ...given,
  title: "Managers of people who lead have been audited",
  apply: ({ managerId, auditedOn }, asAt): GateSaid => {
    const say = sayOf(thePractitioner(managerId));
    if (auditedOn === "not-recorded")
      return say.unknown(
        "the audit of this manager",
        "It is not recorded whether the audit of managers has looked at this person.",
      );
    const needs = [
      {
        what: "evidence",
        from: "coordinator",
        for: "the audit of this manager's skill, experience and competence to supervise",
        code: "manager-audit",
      },
    ] as const;
    if (auditedOn === "none")
      return say.permitsIf(
        needs,
        "The audit of managers has not looked at this person: it is for audited managers to supervise people who lead.",
      );
    const again = addMonths(auditedOn, months);
    return dayOf(asAt) <= again
      ? say.permits(`The audit of managers looked at this person on ${inWords(auditedOn)}.`)
      : say.permitsIf(
          needs,
          `The audit of managers looked at this person on ${inWords(auditedOn)}, and was to do so again by ${inWords(again)}.`,
        );
  },
});

/** A manager of people who lead is fully aware of the role: the day of a briefing or training is on record. */
export const briefedOnRole = (given: RuleHead): Managers => ({
  ...given,
  title: "A manager of people who lead has been briefed on the role",
  force: "must",
  apply: (facts): DutySaid | undefined =>
    isLocalDate(facts.briefedOn)
      ? undefined
      : {
          ...bySenior(facts),
          act: "workforce.brief-manager",
          due: facts.briefedOn === "none" ? "at-once" : "unknown",
          because:
            facts.briefedOn === "none"
              ? "This manager has had no briefing or training on the role and what it demands: 8.5.1 is open on the profile."
              : "It is not recorded whether this manager was briefed on the role: 8.5.1 is open on the profile.",
        },
});

/** A senior manager asks each team manager in their span whom to train; who has not replied in time is outstanding. */
export const teamManagersReply = (given: RuleHead): DutyRule<IdentifyFacts> => ({
  ...given,
  title: "Each team manager says whom to train",
  force: "must",
  apply: ({ askedOn, dueOn, teamManagers }, asAt): readonly DutySaid[] => {
    const on = dayOf(asAt);
    if (on < askedOn) return [];
    return teamManagers
      .filter(({ repliedOn }) => !isLocalDate(repliedOn))
      .map(({ id }) => ({
        who: "team-manager",
        whoId: id,
        act: `workforce.identify-for-training:${id}`,
        due: isLocalDate(dueOn) ? { day: dueOn } : "unknown",
        ifMissed: "It shows as outstanding to the senior manager who asked.",
        onAccountOf: "team-manager",
        about: thePractitioner(id),
        because:
          isLocalDate(dueOn) && dueOn < on
            ? `Outstanding: asked on ${inWords(askedOn)} whom to train for the role, with a reply due by ${inWords(dueOn)}.`
            : `Asked on ${inWords(askedOn)} whom to train for the role: reply with names, or that there are none.`,
      }));
  },
});

/** The chief officer names the senior managers of an organisation, each from a day; before it they have none of its rights. */
export const namedByChiefOfficer = (given: RuleHead): GateRule<SeniorManagerFacts> => ({
  ...given,
  title: "Senior managers are named by the chief officer",
  force: "must",
  apply: ({ organisation, person, named }, asAt): GateSaid => {
    const say = sayOf(subject("agency", organisation));
    if (named === "not-recorded")
      return say.unknown(
        "whom the chief officer named",
        "It is not recorded whom this organisation's chief officer named as senior managers.",
      );
    const on = dayOf(asAt);
    const own = named.filter(({ id }) => id === person);
    const now = own.find((one) => holdsOn(one, on));
    if (now !== undefined) return say.permits(`Named by the chief officer, from ${inWords(now.from)}.`);
    const next = own
      .map(({ from }) => from)
      .filter((from) => from > on)
      .sort()[0];
    return next === undefined
      ? say.prevents("The chief officer has not named this person as a senior manager here.")
      : say.prevents(`Named by the chief officer from ${inWords(next)}, and not before.`, next);
  },
});

/** Leading comes beside one's own job. Only whoever is employed to lead may have leads and no cases of their own. */
export const leadsBesideOwnJob = (given: RuleHead): DutyRule<PostFacts> => ({
  ...given,
  title: "Leads beside one's own job",
  apply: ({ practitionerId, manager, post, leads, ownCases }): DutySaid | undefined => {
    if (leads === 0 || post === "designated" || (ownCases !== 0 && ownCases !== "not-recorded")) return undefined;
    const owed = {
      who: "line-manager",
      ...byId(manager),
      onAccountOf: "line-manager",
      about: thePractitioner(practitionerId),
    } as const;
    const leading = `Leads ${leads} ${leads === 1 ? "case" : "cases"}`;
    if (ownCases === "not-recorded" || post === "not-recorded")
      return {
        ...owed,
        act: "workload.record-post",
        due: "unknown",
        because: `${leading}, and it is not recorded ${post === "not-recorded" ? "whether the post is for leading only" : "how many cases of their own this person has"}.`,
      };
    return {
      ...owed,
      act: "workload.balance-caseload",
      due: "at-once",
      because: `${leading} and has no case of their own: an unbalanced caseload, unless the post is for leading only.`,
    };
  },
});
