import type { Clause } from "./clause.ts";
import type { DesignationSaid } from "./designation.ts";
import type { DutySaid } from "./duty.ts";
import type { GateSaid } from "./gate.ts";
import type { StageSaid } from "./ladder.ts";
import type { MeasureSaid } from "./measure.ts";
import type { Shape } from "./question.ts";
import type { Subject } from "./subject.ts";

type Failed = { readonly id: string; readonly title: string; readonly clause: Clause };
type Said = GateSaid | DesignationSaid | DutySaid | StageSaid | MeasureSaid;

/**
 * What is said for a rule that failed on the facts it was given. The decision stands, and nothing is taken as settled
 * by that clause: a gate does not open, a process does not go on. The conformance suite says which rule it is and why.
 */
export function cannotApply(shape: Shape, { id, title, clause }: Failed, about: Subject): Said {
  const missing = `what ${clause.source} ${clause.at} says`;
  const said = {
    about,
    because: `${clause.source} ${clause.at} could not be applied to what is recorded, so it is not settled. Tell whoever keeps the rulebook (${id}).`,
  };
  switch (shape) {
    case "gate":
      return { ...said, effect: "unknown", missing };
    case "designation":
      return { ...said, tier: "unknown", missing };
    case "duty":
      return { ...said, who: "coordinator", act: "settle-by-hand", due: "unknown", onAccountOf: "coordinator" };
    case "ladder":
      return {
        ...said,
        stage: id,
        kind: "referral",
        order: 0,
        whose: "coordinator",
        enteredBy: ["coordinator"],
        decides: true,
      };
    case "measure":
      return { ...said, amount: 0, label: title, missing };
  }
}
