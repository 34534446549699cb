import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";
import { formerNames } from "../vocabulary/meetings.ts";
import type { FormerNameFacts } from "./model.ts";

/** A title or a group that another replaced is closed to what is new. What was written under it keeps it, and stays readable. */
export const replacedNamesAreClosed = (
  given: RuleHead,
  { names }: { readonly names: readonly string[] },
): GateRule<FormerNameFacts> => ({
  ...given,
  title: "A title or group that was replaced is closed to what is new",
  force: "must",
  apply: ({ name, act, area }): GateSaid | undefined => {
    if (!names.includes(name)) return undefined;
    const say = sayOf(subject("area", area.id));
    const { label, replacedBy } = formerNames[name];
    return act === "read"
      ? say.permits(`What was written under "${label}" keeps that name and stays readable.`)
      : say.prevents(`"${label}" is closed: use "${replacedBy}" instead.`);
  },
});
