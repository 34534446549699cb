import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { NoteFacts } from "./model.ts";

/** What the supervisors of two strands see of each other: the summary they agreed, or the list of actions. */
export type Shared = "shared-summary" | "shared-actions";

/**
 * A note is read by the person it is about and by the supervisor of its strand. The other supervisor sees what is
 * shared; nobody else, and it never stands in the child's record.
 */
export const ownStrandOnly = (
  given: RuleHead,
  { shared }: { readonly shared: readonly Shared[] },
): GateRule<NoteFacts> => ({
  ...given,
  title: "Supervision notes stay with their strand",
  force: "must",
  apply: ({ practitionerId, strand, what, reader }): GateSaid => {
    const said = { about: thePractitioner(practitionerId) };
    if (reader.id === practitionerId)
      return { ...said, effect: "permits", because: "It is about the reader's own supervision." };
    if (reader.supervises === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "whether the reader supervises this person",
        because: "It is not recorded whether the reader supervises this person, and in what.",
      };
    if (reader.supervises === strand)
      return { ...said, effect: "permits", because: "The reader supervises this strand." };
    if (reader.supervises !== "none" && shared.some((one) => one === what))
      return { ...said, effect: "permits", because: "Both supervisors see what they share." };
    return {
      ...said,
      effect: "prevents",
      because:
        reader.supervises === "none"
          ? "Notes of supervision are kept apart from the child's record, for the person and their supervisor."
          : "This note belongs to the other supervisor's strand. What the two share can be read.",
    };
  },
});
