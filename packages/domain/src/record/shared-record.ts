import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild } from "../kernel/subject.ts";
import type { AskedAgainFacts, SharedPartFacts } from "./model.ts";

/** What is held already goes with the child: it is drawn from there, and nobody asks or enters it a second time. */
export const drawnFromWhereItIs = (
  given: RuleHead,
  { what }: { readonly what: AskedAgainFacts["what"] },
): GateRule<AskedAgainFacts> => ({
  ...given,
  title: what === "common-element" ? "Health's part goes with the child to school" : "Papers are drawn from the plan",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.what !== what) return undefined;
    const { permits, prevents, unknown } = sayOf(theChild(facts.child.id));
    if (facts.heldIn === "not-recorded")
      return unknown("where it is held", `It is not recorded whether ${facts.item} is held already. Look first.`);
    return facts.heldIn === "none"
      ? permits("It is held nowhere yet.")
      : prevents(`It is held in ${facts.heldIn}, and is drawn from there. Nobody is asked for it a second time.`);
  },
});

const parts = {
  demographics: "demographics",
  "key-events": "key events",
  milestones: "milestones",
} as const;

/** A part that an agency does not share yet is said to be so, rather than shown as empty. */
export const notYetShared = (given: RuleHead): GateRule<SharedPartFacts> => ({
  ...given,
  title: "The shared record is built in stages",
  apply: ({ child, agency, part, liveSince }, asAt): GateSaid => {
    const { permits, prevents, unknown } = sayOf(theChild(child.id));
    if (liveSince === "not-recorded")
      return unknown(
        "which parts this agency shares",
        `It is not recorded whether ${agency} shares its ${parts[part]}. An empty list would say nothing.`,
      );
    if (liveSince === "none") return prevents(`Not yet shared by ${agency}: ${parts[part]}.`);
    return liveSince <= dayOf(asAt)
      ? permits(`Shared by ${agency} since ${inWords(liveSince)}: ${parts[part]}.`)
      : prevents(`Not yet shared by ${agency}: ${parts[part]}.`, liveSince);
  },
});
