import { z } from "zod";
import { type Due, dueAfter } from "../kernel/due.ts";
import type { DutyRule, DutySaid } from "../kernel/duty.ts";
import { DoneOn, isKnown, orNone, Ref, WorkingDays } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { type Subject, theChild, theFamily } from "../kernel/subject.ts";
import { startingSmall } from "../kernel/words.ts";
import { involvementReasons } from "../vocabulary/involvement-reasons.ts";
import { codesOf } from "../vocabulary/term.ts";

const Part = z.strictObject({
  involvedOn: DoneOn,
  /** Why they took no part, where they did not. */
  because: orNone(z.enum(codesOf(involvementReasons))),
});
type Part = z.infer<typeof Part>;

/** Facts for "Does a reason stand in place of involving child and family?" and for what is owed afterwards. */
export const InvolvementFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  childs: Part,
  familys: Part,
  /** The day the lead professional was confirmed. */
  confirmedOn: DoneOn,
  calendar: WorkingDays,
});
export type InvolvementFacts = z.infer<typeof InvolvementFacts>;

const factsUsed = ({ child, childs, familys, confirmedOn }: InvolvementFacts) => [
  ...used(theChild(child.id), {
    "child involved on": childs.involvedOn,
    "child not involved because": childs.because,
    "lead confirmed on": confirmedOn,
  }),
  ...used(theFamily({ child }), {
    "family involved on": familys.involvedOn,
    "family not involved because": familys.because,
  }),
];

export const notInvolved: GateQuestion<InvolvementFacts> = {
  shape: "gate",
  title: "May a lead be confirmed with the part that child and family took, or the reason why they took none?",
  facts: InvolvementFacts,
  factsUsed,
};

export const involvement: DutyQuestion<InvolvementFacts> = {
  shape: "duty",
  title: "Who is still to be involved after a lead was confirmed, and by when?",
  facts: InvolvementFacts,
  factsUsed,
};

type Side = { readonly whose: "child" | "family"; readonly part: Part; readonly about: Subject };
const sidesOf = (facts: InvolvementFacts): readonly Side[] => [
  { whose: "child", part: facts.childs, about: theChild(facts.child.id) },
  { whose: "family", part: facts.familys, about: theFamily(facts) },
];

/** Child and family are each involved, or one of a few reasons stands in place of it; a child's age never excuses the family. */
export const reasonStandsIn = (
  given: RuleHead,
  { reasons }: { readonly reasons: readonly string[] },
): GateRule<InvolvementFacts> => ({
  ...given,
  title: "Child and family take part, or a reason stands in place of it",
  force: "must",
  apply: (facts) => sidesOf(facts).map((side) => standing(side, facts, reasons)),
});

function standing({ whose, part, about }: Side, facts: InvolvementFacts, reasons: readonly string[]) {
  const say = sayOf(about);
  const { involvedOn, because } = part;
  if (isLocalDate(involvedOn)) return say.permits(`The ${whose} was involved on ${inWords(involvedOn)}.`);
  if (because === "not-recorded" || (because === "none" && involvedOn === "not-recorded"))
    return say.unknown(
      `how the ${whose} was involved, or why not`,
      `Record how the ${whose} was involved, or why that was not possible. Nobody is confirmed before that.`,
    );
  if (because === "none")
    return say.prevents(
      `Involve the ${whose} first, or record why that is not possible. Nobody is confirmed before that.`,
    );
  const label = startingSmall(involvementReasons[because].label);
  if (!reasons.includes(because))
    return say.prevents(`This is no reason here for leaving the ${whose} out: ${label}. Involve the ${whose} first.`);
  if (because === "too-young")
    return whose === "family"
      ? say.prevents("A child's age is no reason for leaving the family out. Involve the family first.")
      : tooYoung(facts, about);
  return say.permits(
    because === "immediate-danger"
      ? `The ${whose} took no part, because ${label}. They are involved as soon as that is past.`
      : `The ${whose} took no part, and the reason is on record: ${label}.`,
  );
}

/** The family's part is required all the more: where it has only a reason too, a manager looks at it. */
function tooYoung({ familys }: InvolvementFacts, about: Subject): GateSaid {
  if (isLocalDate(familys.involvedOn))
    return sayOf(about).permits("The child is too young to take part, and the family took part.");
  return isKnown(familys.because) && familys.because !== "too-young"
    ? {
        effect: "refers",
        decidedBy: "line-manager",
        about,
        because: "The child is too young to take part and the family took none: a manager decides whether to go on.",
      }
    : sayOf(about).prevents("The child is too young to take part, so the family has to. Involve the family first.");
}

/** Whoever was left out because of danger is involved within some working days of the confirmation. */
export const involvedAfterDanger = (
  given: RuleHead,
  { workingDays }: { readonly workingDays: number },
): DutyRule<InvolvementFacts> => ({
  ...given,
  title: "Whoever was left out because of danger is involved soon after",
  force: "must",
  apply: (facts) =>
    facts.confirmedOn === "none"
      ? undefined
      : sidesOf(facts)
          .filter(({ part }) => part.because === "immediate-danger" && !isLocalDate(part.involvedOn))
          .map(({ whose, about }): DutySaid => {
            const due = dueFrom(facts, workingDays);
            return {
              who: "lead-professional",
              act: `lead-professional.involve-${whose}`,
              due,
              ifMissed: "The lead professional's line manager has it the next working day.",
              onAccountOf: "lead-professional",
              about,
              because:
                due === "unknown"
                  ? `The ${whose} was left out because of danger, and it is not recorded when the lead was confirmed. Record it, and involve the ${whose}.`
                  : `The ${whose} was left out because of danger. Involve them now: what they say is written down, and the choice is looked at again if they ask for it.`,
            };
          }),
});

const dueFrom = ({ confirmedOn, calendar }: InvolvementFacts, count: number): Due | "not-published" | "unknown" =>
  isLocalDate(confirmedOn) ? dueAfter(confirmedOn, { count, unit: "working-days" }, calendar) : "unknown";
