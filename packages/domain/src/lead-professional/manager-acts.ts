import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { dayOf } from "../kernel/moment.ts";
import type { Role } from "../kernel/role.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { statusesOn } from "../people/model.ts";
import type { ReallocateFacts, StatutoryChecksFacts, WithoutFacts } from "./leading-model.ts";

type Reallocate = GateRule<ReallocateFacts>;

/** A manager of lead professionals may give a case to somebody else, with a reason, a day and the next lead. */
export const managerMayReallocate = (
  given: RuleHead,
  { managers }: { readonly managers: readonly Role[] },
): Reallocate => ({
  ...given,
  title: "A manager may give the case to somebody else",
  force: "may",
  apply: ({ plan, by, to, on, from, reasonGiven }): GateSaid => {
    const say = sayOf(subject("area", plan.id));
    if (!managers.includes(by.role))
      return say.prevents("Only a manager of the lead professional gives the case to somebody else.");
    if (to === "not-recorded" || on === "not-recorded")
      return say.unknown("who leads next, and from when", "It is not recorded who leads next, and from which day.");
    if (to === "none" || on === "none")
      return say.prevents("Name who leads next and from which day: the case is never left without a lead.");
    if (to === from) return say.prevents("This person leads already. Name somebody else.");
    return reasonGiven
      ? say.permits("The manager has the authority, and wrote down why.")
      : say.permitsIf(
          [reason(by.role)],
          "The manager has the authority to give the case to somebody else, with a reason.",
        );
  },
});

const reason = (from: Role): Need => ({
  what: "reason",
  from,
  for: "why somebody else leads",
  code: "reallocated-why",
});

const whom = { "present-worker": "the present lead", "next-worker": "the next lead", family: "the family" } as const;

/** Both workers and the family are told of it. */
export const bothAndFamilyTold = (given: RuleHead): Reallocate => ({
  ...given,
  title: "Both workers and the family are told",
  force: "must",
  apply: ({ plan, told }): GateSaid => {
    const say = sayOf(subject("area", plan.id));
    if (told === "not-recorded") return say.unknown("who was told", "It is not recorded who was told of the change.");
    const open = (["present-worker", "next-worker", "family"] as const).filter((one) => !told.includes(one));
    if (open.length === 0) return say.permits("Both workers and the family have been told.");
    return say.permitsIf(
      open.map((one) => ({
        what: "evidence",
        from: "line-manager",
        for: `when ${whom[one]} was told`,
        code: `told-${one}`,
      })),
      "Tell both workers and the family, and record when.",
    );
  },
});

/** With several practitioners a child is without a lead only in exceptional local circumstances, written down and approved. */
export const onlyExceptionally = (
  given: RuleHead,
  { practitioners: least }: { readonly practitioners: number },
): GateRule<WithoutFacts> => ({
  ...given,
  title: "Without a lead only in exceptional local circumstances",
  force: "must",
  apply: ({ child, practitioners, exceptionalCircumstances, approvedBy }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (practitioners === "not-recorded")
      return say.unknown("how many practitioners help", "It is not recorded how many practitioners help the child.");
    if (practitioners < least) return say.permits("Fewer practitioners help than would ask for a lead.");
    if (exceptionalCircumstances === "not-recorded" || approvedBy === "not-recorded")
      return say.unknown(
        "the exceptional circumstances, and who approved them",
        "Write down the exceptional local circumstances and who approved that nobody leads.",
      );
    const needs: readonly Need[] = [
      ...(exceptionalCircumstances === "written-down"
        ? []
        : [
            {
              what: "reason",
              from: "line-manager",
              for: "the exceptional local circumstances",
              code: "without-lead-why",
            } as const,
          ]),
      ...(approvedBy === "operational-manager" || approvedBy === "director"
        ? []
        : [{ what: "approval", from: "line-manager", for: "nobody leading", code: "without-lead-approved" } as const]),
    ];
    return needs.length === 0
      ? say.permits(
          "The exceptional local circumstances are written down and approved. It shows among the month's departures.",
        )
      : say.permitsIf(
          needs,
          `${practitioners} practitioners help this child, so somebody leads. Nobody does so only in exceptional local circumstances, with a manager's approval.`,
        );
  },
});

/** Where a child is looked after, the statute's own checks stand on the plan, and it does not close while one is open. */
export const everyCheckIsMet = (given: RuleHead): GateRule<StatutoryChecksFacts> => ({
  ...given,
  title: "The statute's checks on a looked-after child are met before the plan closes",
  force: "must",
  apply: ({ child, checks }, asAt): GateSaid | undefined => {
    const say = sayOf(theChild(child.id));
    if (child.statuses === "not-recorded")
      return say.unknown("legal statuses", "Record the child's legal statuses, or that there are none.");
    if (statusesOn(child.statuses, dayOf(asAt), ["looked-after"]).length === 0) return undefined;
    if (checks === "not-recorded")
      return say.unknown(
        "the statute's checks",
        "It is not recorded how the statute's checks on a looked-after child stand.",
      );
    const met = checks.filter(({ isMet }) => isMet === true).length;
    return met === checks.length
      ? say.permits(`All ${checks.length} checks of the statute are met.`)
      : say.prevents(`${met} of ${checks.length} checks of the statute are met. The plan can close once all are.`);
  },
});
