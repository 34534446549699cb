import { dueAfter } from "../kernel/due.ts";
import { byId, type DutyRule, type DutySaid } from "../kernel/duty.ts";
import { addDays, addMonths, inWords, isLocalDate, type LocalDate, latestOf } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import type { OrganisationFacts, ProcedureFacts } from "./procedure-model.ts";

type Procedure = DutyRule<ProcedureFacts>;
type Organisation = DutyRule<OrganisationFacts>;

const aboutArea = ({ area }: ProcedureFacts) => subject("area", area);
/** The last review at a meeting that is designated for it, else the day the area adopted the procedure. */
const reviewedOn = ({ reviews, adoptedOn }: ProcedureFacts, on: LocalDate): LocalDate | undefined => {
  if (reviews === "not-recorded") return undefined;
  const designated = reviews.filter((one) => one.isDesignated === true && one.on <= on).map((one) => one.on);
  return latestOf(designated) ?? (isLocalDate(adoptedOn) ? adoptedOn : undefined);
};

/** The procedure is reviewed at a designated meeting within so many months; any other meeting leaves the clock as it is. */
export const reviewedEachYear = (
  given: RuleHead,
  { months, remindDays }: { readonly months: number; readonly remindDays: number },
): Procedure => ({
  ...given,
  title: "The procedure is reviewed at a designated meeting",
  force: "must",
  apply: (facts, asAt): DutySaid => {
    const owed = {
      who: "executive-group",
      act: "quality.review-procedure",
      onAccountOf: "executive-group",
      about: aboutArea(facts),
    } as const;
    const on = dayOf(asAt);
    const since = reviewedOn(facts, on);
    if (since === undefined)
      return {
        ...owed,
        due: facts.adoptedOn === "none" ? "at-once" : "unknown",
        because: "It is not recorded when the procedure was adopted or last reviewed at a designated meeting.",
      };
    const day = addMonths(since, months);
    const doubtful =
      facts.reviews === "not-recorded"
        ? []
        : facts.reviews.filter((one) => one.isDesignated === "not-recorded" && one.on > since && one.on <= on);
    return {
      ...owed,
      due: { day },
      from: addDays(day, -remindDays),
      because: [
        `The procedure counts as reviewed on ${inWords(since)}; a designated meeting reviews it again by the end of ${inWords(day)}.`,
        ...doubtful.map(
          (one) => `Say whether the meeting of ${inWords(one.on)} was a designated one: only then does it count.`,
        ),
      ].join(" "),
    };
  },
});

/** How the work goes is looked at again before so many months have passed. */
export const evaluatedRegularly = (
  given: RuleHead,
  { months, who }: { readonly months: number; readonly who: Role },
): Procedure => ({
  ...given,
  title: "How the work goes is looked at regularly",
  apply: (facts): DutySaid => {
    const owed = { who, act: "quality.evaluate", onAccountOf: who, about: aboutArea(facts) } as const;
    const { lastEvaluatedOn: last } = facts;
    if (!isLocalDate(last))
      return {
        ...owed,
        due: last === "none" ? "at-once" : "unknown",
        because:
          last === "none"
            ? "It was never looked at how the work with lead professionals goes. Do it now."
            : "It is not recorded when it was last looked at how the work with lead professionals goes.",
      };
    return {
      ...owed,
      due: { day: addDays(addMonths(last, months), -1) },
      ifMissed: "The steering group's page shows it as overdue.",
      because: `It was last looked at on ${inWords(last)}, and is looked at again before ${months} months have passed.`,
    };
  },
});

/** Audits of how the procedure is kept are yearly, with results ready before the annual review. */
export const auditedBeforeReview = (
  given: RuleHead,
  { months, readyWorkingDays }: { readonly months: number; readonly readyWorkingDays: number },
): Procedure => ({
  ...given,
  title: "Audits are ready before the annual review",
  force: "must",
  apply: (facts, asAt): DutySaid | undefined => {
    const since = reviewedOn(facts, dayOf(asAt));
    if (since === undefined) return undefined;
    const review = addMonths(since, months);
    if (isLocalDate(facts.lastAuditedOn) && facts.lastAuditedOn >= since) return undefined;
    return {
      who: "coordinator",
      ...byId(facts.author),
      act: "quality.commission-audit",
      due: dueAfter(review, { count: -readyWorkingDays, unit: "working-days" }, facts.calendar),
      onAccountOf: "coordinator",
      about: aboutArea(facts),
      because: `The annual review is due by ${inWords(review)}; results of the audit are ready ${readyWorkingDays} working days before.`,
    };
  },
});

/** A change that is published stands in the log of revisions, and the workforce hears what changed. */
export const changeIsLoggedAndTold = (given: RuleHead): Procedure => ({
  ...given,
  title: "A change is logged, and the workforce told",
  force: "must",
  apply: (facts): readonly DutySaid[] =>
    facts.changes
      .filter(({ publishedOn }) => isLocalDate(publishedOn))
      .flatMap(({ id, loggedOn, toldOn }): readonly DutySaid[] => {
        const owed = {
          who: "coordinator",
          due: "at-once",
          onAccountOf: "coordinator",
          about: aboutArea(facts),
        } as const;
        return [
          ...(isLocalDate(loggedOn)
            ? []
            : [{ ...owed, act: "quality.log-change", because: `Fill in the row of ${id} in the log of revisions.` }]),
          ...(isLocalDate(toldOn)
            ? []
            : [
                {
                  ...owed,
                  act: "quality.tell-workforce",
                  because: `Tell the lead professionals and managers it concerns what ${id} changes.`,
                },
              ]),
        ];
      }),
});

/** A suggestion is answered in time by whoever holds the author's post; while it is vacant the director names somebody. */
export const suggestionIsAnswered = (
  given: RuleHead,
  { workingDays }: { readonly workingDays: number },
): Procedure => ({
  ...given,
  title: "Whoever suggests a change has an answer",
  force: "must",
  apply: (facts): readonly DutySaid[] =>
    facts.suggestions
      .filter(({ answeredOn }) => !isLocalDate(answeredOn))
      .map(({ id, receivedOn }): DutySaid => {
        const isVacant = facts.author === "none";
        const holder = isVacant ? facts.director : facts.author;
        const who = isVacant ? "director" : "coordinator";
        return {
          who,
          ...byId(holder),
          act: isVacant ? "quality.name-stand-in" : "quality.answer-suggestion",
          due: dueAfter(receivedOn, { count: workingDays, unit: "working-days" }, facts.calendar),
          onAccountOf: who,
          about: aboutArea(facts),
          because: isVacant
            ? `Suggestion ${id} came on ${inWords(receivedOn)} and the author's post is vacant. Name who answers it.`
            : `Suggestion ${id} came on ${inWords(receivedOn)}. Answer it with what is done; a receipt is not an answer.`,
        };
      }),
});

/** The suggestions that belong into the papers of the next review: all since the last one, and those still open. */
export const forReview = <S extends { readonly receivedOn: LocalDate; readonly answeredOn: string }>(
  suggestions: readonly S[],
  lastReviewOn: LocalDate,
): readonly S[] =>
  suggestions.filter(({ receivedOn, answeredOn }) => receivedOn > lastReviewOn || !isLocalDate(answeredOn));

/** Whom an audit of a clause on training looks at: everybody trained since the last audit. */
export const trainedSince = <P extends { readonly trainedOn: string }>(
  people: readonly P[],
  lastAuditOn: LocalDate,
): readonly P[] => people.filter(({ trainedOn }) => isLocalDate(trainedOn) && trainedOn > lastAuditOn);

/** The chief officer names the senior managers who see that lead professionals are identified. */
export const seniorManagersAreNamed = (given: RuleHead): Organisation => ({
  ...given,
  title: "Senior managers are named for it",
  force: "must",
  apply: ({ of, seniorManagers }, asAt): DutySaid | undefined => {
    if (of.kind !== "agency") return undefined;
    const named = seniorManagers === "not-recorded" ? [] : seniorManagers.filter(({ from }) => from <= dayOf(asAt));
    if (named.length > 0) return undefined;
    return {
      who: "chief-officer",
      act: "quality.name-senior-managers",
      due: seniorManagers === "not-recorded" ? "unknown" : "at-once",
      onAccountOf: "chief-officer",
      about: subject("agency", of.id),
      because:
        seniorManagers === "not-recorded"
          ? "It is not recorded which senior managers see that lead professionals are identified."
          : "No senior manager is named yet to see that lead professionals are identified.",
    };
  },
});

/** Information on the role goes to everybody in the organisation. */
export const staffAreTold = (given: RuleHead): Organisation => ({
  ...given,
  title: "Staff are told what the role is",
  force: "must",
  apply: ({ of, toldStaffOn }): DutySaid | undefined =>
    of.kind !== "agency" || isLocalDate(toldStaffOn)
      ? undefined
      : {
          who: "chief-officer",
          act: "quality.tell-staff",
          due: toldStaffOn === "none" ? "at-once" : "unknown",
          onAccountOf: "chief-officer",
          about: subject("agency", of.id),
          because:
            toldStaffOn === "none"
              ? "Send information on the role through the organisation."
              : "It is not recorded whether information on the role went through the organisation.",
        },
});

/** Each area has its co-ordinator; one without shows. */
export const areaHasCoordinator = (given: RuleHead): Organisation => ({
  ...given,
  title: "Each area has a dedicated co-ordinator",
  force: "must",
  apply: ({ of, coordinator }): DutySaid | undefined =>
    of.kind !== "area" || (coordinator !== "none" && coordinator !== "not-recorded")
      ? undefined
      : {
          who: "service-managers-group",
          act: "quality.name-coordinator",
          due: coordinator === "none" ? "at-once" : "unknown",
          onAccountOf: "service-managers-group",
          about: subject("area", of.id),
          because:
            coordinator === "none"
              ? "The post of co-ordinator is vacant in this area. Name somebody."
              : "It is not recorded who the co-ordinator of this area is.",
        },
});

/** Each school group is linked to a social work team, so that a child's school gives the right team; one without shows. */
export const schoolsAreLinked = (given: RuleHead): Organisation => ({
  ...given,
  title: "Each school group is linked to its team",
  apply: ({ of, schoolGroups }): readonly DutySaid[] | undefined =>
    of.kind !== "area"
      ? undefined
      : schoolGroups
          .filter(({ team }) => team === "none" || team === "not-recorded")
          .map(
            ({ id, team }): DutySaid => ({
              who: "administrator",
              act: "quality.link-school-group",
              due: team === "none" ? "at-once" : "unknown",
              onAccountOf: "administrator",
              about: subject("area", of.id),
              because:
                team === "none"
                  ? `School group ${id} is linked to no team. Link it, so that a referral finds its team.`
                  : `It is not recorded which team school group ${id} is linked to.`,
            }),
          ),
});

/** The team a child's school group gives; undefined where none is linked or it is not recorded. */
export const teamOf = (schoolGroups: OrganisationFacts["schoolGroups"], group: string): string | undefined => {
  const team = schoolGroups.find(({ id }) => id === group)?.team;
  return team === "none" || team === "not-recorded" ? undefined : team;
};
