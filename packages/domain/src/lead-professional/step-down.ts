import type { LadderRule, StageSaid } from "../kernel/ladder.ts";
import type { Role } from "../kernel/role.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, theChild } from "../kernel/subject.ts";
import type { StepDownFacts } from "./ending-model.ts";

type StepDown = LadderRule<StepDownFacts>;

/** What the last step permits. */
const endLead = "lead-professional.end";
const recorders: readonly Role[] = ["lead-professional", "social-worker", "practitioners-involved"];

type Step = Pick<StageSaid, "stage" | "kind" | "whose" | "because"> & {
  readonly title: string;
  readonly order: number;
  readonly permits?: boolean;
  readonly mayBeLeftOut?: boolean;
  readonly when?: (facts: StepDownFacts) => boolean;
};

/** One step out of statutory support. */
export const step = (given: RuleHead, { title, permits, mayBeLeftOut, when = () => true, ...of }: Step): StepDown => ({
  ...given,
  title,
  force: "must",
  apply: (facts) =>
    when(facts)
      ? {
          ...of,
          enteredBy: [...recorders, of.whose],
          decides: of.kind !== "notice",
          mayBeLeftOut: mayBeLeftOut ?? false,
          ...(permits === true ? { permits: endLead } : {}),
          about: of.stage === "handover" ? subject("area", facts.plan.id) : theChild(facts.child.id),
        }
      : undefined,
});

/** Help goes on as one response, or nobody has decided yet: then the whole way is shown. */
export const goesOn = ({ decided }: StepDownFacts): boolean => decided !== "single" && decided !== "none";

/** The meeting decided that one practitioner can help, or that nobody has to. */
export const endsHere = (facts: StepDownFacts): boolean => !goesOn(facts);

/** Nobody outside the statutory service was invited: that needs a reason before the meeting. */
export const nobodyElseInvited = ({ othersInvited }: StepDownFacts): boolean => othersInvited !== true;
