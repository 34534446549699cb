import { dueAfter, isLate } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import type { DisputeDutiesFacts } from "./model.ts";

type Duties = DutyRule<DisputeDutiesFacts>;
const about = ({ dispute }: DisputeDutiesFacts) => subject("area", dispute.id);
const nameOf = (agency: keyof typeof agencyKinds) => agencyKinds[agency].label.toLowerCase();
const once = ({ managers }: DisputeDutiesFacts) => [...new Map(managers.map((one) => [one.id, one])).values()];

/** The line managers of those involved hold it jointly from the moment it is raised, each of them by name. */
export const heldByLineManagers = (given: RuleHead): Duties => ({
  ...given,
  title: "The line managers hold it jointly",
  force: "must",
  apply: (facts): DutySaid | readonly DutySaid[] | undefined => {
    if (facts.isSettled) return undefined;
    const owed = {
      who: "line-managers-involved",
      act: "dispute.settle",
      due: "at-once",
      onAccountOf: "line-managers-involved",
      about: about(facts),
    } as const;
    const managers = once(facts);
    if (managers.length === 0)
      return { ...owed, because: "Name the line managers of those involved: they settle it between them." };
    return managers.map(({ id, agency }) => ({
      ...owed,
      whoId: id,
      because: `Raised on ${inWords(facts.dispute.raisedOn)}. The line managers of those involved settle it jointly; this one speaks for ${nameOf(agency)}.`,
    }));
  },
});

/** The line manager of whoever raised it takes it up with the other service's manager, by a day. */
export const managerContactsOther = (given: RuleHead, { workingDays }: { readonly workingDays: number }): Duties => ({
  ...given,
  title: "The line manager takes it up with the other service",
  force: "must",
  apply: (facts, asAt): DutySaid | readonly DutySaid[] | undefined => {
    const { raisersManager, dispute, otherManagerContactedOn: contacted } = facts;
    if (facts.isSettled || isLocalDate(contacted)) return undefined;
    const others = once(facts).filter(({ id }) => id !== raisersManager);
    const named = others.map(({ id, agency }) => `${id} (${nameOf(agency)})`).join(", ");
    const isNamed = raisersManager !== "none" && raisersManager !== "not-recorded";
    const due = dueAfter(dispute.raisedOn, { count: workingDays, unit: "working-days" }, facts.calendar);
    const owed: DutySaid = {
      who: "line-manager",
      ...(isNamed ? { whoId: raisersManager } : {}),
      act: "dispute.contact-other-manager",
      due,
      ifMissed: "The next step's owner is told and takes it up.",
      onAccountOf: "line-manager",
      about: about(facts),
      because:
        named === ""
          ? "The line manager takes it up with the other service's manager, who has yet to be named."
          : `The line manager takes it up with the other service's manager: ${named}.`,
    };
    if (due === "not-published" || !isLate(due, asAt)) return owed;
    return [
      owed,
      ...others.map(
        ({ id }): DutySaid => ({
          who: "line-managers-involved",
          whoId: id,
          act: "dispute.next-step",
          due: "at-once",
          onAccountOf: "line-manager",
          about: about(facts),
          because: `The line manager was to take this up with you by ${inWords(due.day)}, and that is not recorded. It is now for the managers of both services to settle: take it up between you.`,
        }),
      ),
    ];
  },
});

type BringingIn = { readonly workingDays: number; readonly managersWorkingDays: number };

/** The day the managers' time is over, so many working days after the first was told. One who manages all involved decides alone. */
const endOfManagersTime = ({ managers, calendar }: DisputeDutiesFacts, count: number): LocalDate | undefined => {
  if (managers.length > 1 && new Set(managers.map(({ id }) => id)).size === 1) return undefined;
  const [firstTold] = managers.flatMap(({ toldOn }) => (isLocalDate(toldOn) ? [toldOn] : [])).sort();
  if (firstTold === undefined) return undefined;
  const end = dueAfter(firstTold, { count, unit: "working-days" }, calendar);
  return end === "not-published" ? undefined : end.day;
};

/** Managers who cannot agree bring in the co-ordinator promptly: after the impasse, or after their time if that is over first. */
export const bringInCoordinator = (given: RuleHead, { workingDays, managersWorkingDays }: BringingIn): Duties => ({
  ...given,
  title: "The managers bring in the co-ordinator",
  force: "must",
  apply: (facts, asAt) => {
    const { impasseOn, referredOn, isSettled, calendar } = facts;
    if (isSettled || isLocalDate(referredOn)) return undefined;
    const end = endOfManagersTime(facts, managersWorkingDays);
    const ranOut = end !== undefined && isLate({ day: end }, asAt) ? end : undefined;
    const impasse = isLocalDate(impasseOn) ? impasseOn : undefined;
    const isFirst = impasse !== undefined && (ranOut === undefined || impasse <= ranOut);
    const start = isFirst ? impasse : ranOut;
    if (start === undefined) return undefined;
    const why = isFirst ? "The managers could not agree on" : "The managers did not settle it by the end of";
    return {
      who: "line-managers-involved",
      act: "dispute.bring-in-coordinator",
      due: dueAfter(start, { count: workingDays, unit: "working-days" }, calendar),
      onAccountOf: "line-managers-involved",
      about: about(facts),
      because: `${why} ${inWords(start)}. They bring in the co-ordinator promptly.`,
    };
  },
});

/** A decision that binds every organisation is told to each, each accepts its duties, and whoever has not acted by the day is on the co-ordinator's list. */
export const everyOrganisationActs = (given: RuleHead): Duties => ({
  ...given,
  title: "The decision binds every organisation",
  force: "must",
  apply: (facts, asAt): readonly DutySaid[] | undefined => {
    const { decision } = facts;
    if (typeof decision === "string") return undefined;
    const decided = `The binding decision of ${inWords(decision.on)}`;
    return decision.organisations.flatMap((one): DutySaid[] => {
      const said = { about: subject("agency", one.agency) };
      const steps: DutySaid[] = [];
      if (!isLocalDate(one.toldOn))
        steps.push({
          ...said,
          who: "coordinator",
          act: "dispute.tell-organisation",
          due: "at-once",
          onAccountOf: "coordinator",
          because: `${decided} is told to ${nameOf(one.agency)}.`,
        });
      if (!isLocalDate(one.acceptedOn))
        steps.push({
          ...said,
          who: "agency",
          act: "dispute.accept-duties",
          due: "at-once",
          onAccountOf: "agency",
          because: `${decided} binds ${nameOf(one.agency)}, which is asked to accept its duties.`,
        });
      if (isLocalDate(one.actBy) && !isLocalDate(one.actedOn))
        steps.push(
          isLate({ day: one.actBy }, asAt)
            ? {
                ...said,
                who: "coordinator",
                act: "dispute.not-complied",
                due: "at-once",
                onAccountOf: "agency",
                because: `${decided} asked ${nameOf(one.agency)} to act by ${inWords(one.actBy)}, and it has not. It is on the co-ordinator's list until it does.`,
              }
            : {
                ...said,
                who: "agency",
                act: "dispute.comply",
                due: { day: one.actBy },
                ifMissed: "It shows on the co-ordinator's list of what was not complied with.",
                onAccountOf: "agency",
                because: `${decided} asks ${nameOf(one.agency)} to act by ${inWords(one.actBy)}.`,
              },
        );
      return steps;
    });
  },
});

const whoHears: Readonly<Record<DisputeDutiesFacts["hears"][number]["as"], string>> = {
  child: "the child",
  family: "the family",
  practitioner: "this practitioner",
  "line-manager": "this line manager",
};

/** The outcome and its reasons go to every party and the family, in plain words. */
export const outcomeIsTold = (given: RuleHead, { by }: { readonly by: Role }): Duties => ({
  ...given,
  title: "Everybody hears the outcome in plain words",
  force: "must",
  apply: ({ closedOn, hears }) =>
    isLocalDate(closedOn)
      ? hears
          .filter(({ toldOn }) => !isLocalDate(toldOn))
          .map(({ id, as }) => ({
            who: by,
            act: "dispute.tell-outcome",
            due: "at-once" as const,
            onAccountOf: by,
            about: subject(as === "child" ? "child" : as === "family" ? "family" : "practitioner", id),
            because: `The disagreement was closed on ${inWords(closedOn)}. Tell ${whoHears[as]} the outcome and the reasons in plain words.`,
          }))
      : undefined,
});

/** For each service there is a manager to turn to and a deputy, looked at again every few months. */
export const contactsAreChecked = (given: RuleHead, { months }: { readonly months: number }): Duties => ({
  ...given,
  title: "Each service's contact for disagreements is kept up to date",
  apply: ({ contacts, calendar }) =>
    contacts.map(({ agency, manager, deputy, checkedOn }) => {
      const isMissing = [manager, deputy].some((one) => one === "none" || one === "not-recorded");
      return {
        who: "senior-manager" as const,
        act: "dispute.check-contact",
        due: isLocalDate(checkedOn)
          ? isMissing
            ? ("at-once" as const)
            : dueAfter(checkedOn, { count: months, unit: "months" }, calendar)
          : ("at-once" as const),
        onAccountOf: "senior-manager" as const,
        about: subject("agency", agency),
        because: isMissing
          ? `Name whom to turn to in ${nameOf(agency)} about a disagreement, and a deputy.`
          : isLocalDate(checkedOn)
            ? `Whom to turn to in ${nameOf(agency)} was last checked on ${inWords(checkedOn)}.`
            : `Nobody recorded when it was last checked whom to turn to in ${nameOf(agency)}.`,
      };
    }),
});
