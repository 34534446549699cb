import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { ChainFacts } from "./accountability-model.ts";

type Chain = GateRule<ChainFacts>;
type Node = { readonly node: "practitioner" | "home-agency" | "arrangement" | "director"; readonly holder: string };

const say = ({ practitioner }: ChainFacts) => sayOf(thePractitioner(practitioner));

/** To whom a lead professional answers, from the next to the last; "none" and "not-recorded" stay what they are. */
export function chainOf({
  practitioner,
  lineManager,
  accountableContact,
  arrangement,
  director,
}: ChainFacts): readonly Node[] {
  return [
    { node: "practitioner", holder: practitioner },
    {
      node: "home-agency",
      holder: isKnown(lineManager) || !isKnown(accountableContact) ? lineManager : accountableContact,
    },
    { node: "arrangement", holder: arrangement },
    { node: "director", holder: director },
  ];
}

const words = {
  "home-agency": {
    node: "the line manager in the home agency",
    missing:
      "Name who answers for this person in the home agency: a practice manager, the chair of governors, a board.",
  },
  arrangement: {
    node: "the arrangement that brings the area's services together",
    missing: "Name the arrangement that brings the area's services together.",
  },
  director: { node: "the director", missing: "Name the director: the chain ends there." },
} as const;

/** A lead begins only where the chain is whole: practitioner, home agency, the area's arrangement, the director. */
export const chainIsWhole = (given: RuleHead): Chain => ({
  ...given,
  title: "The chain of accountability is whole",
  force: "must",
  apply: (facts): readonly GateSaid[] =>
    chainOf(facts).flatMap(({ node, holder }): readonly GateSaid[] => {
      if (node === "practitioner") return [];
      if (holder === "none") return [say(facts).prevents(`${words[node].missing} The lead begins then.`)];
      if (holder === "not-recorded")
        return [say(facts).unknown(words[node].node, `It is not recorded who this is: ${words[node].node}.`)];
      return [say(facts).permits(`Named: ${words[node].node}, ${holder}.`)];
    }),
});

/** A lead professional answers to the own agency, for own work and for leading; no other agency's manager has a line over them. */
export const answersToOwnAgency = (given: RuleHead): Chain => ({
  ...given,
  title: "Own work and leading are answered for in the own agency",
  force: "must",
  apply: (facts): readonly GateSaid[] =>
    facts.lines.map((line) => {
      const what = line.for === "leading" ? "leading" : "own work";
      if (facts.homeAgency === "not-recorded" || line.agency === "not-recorded")
        return say(facts).unknown(
          facts.homeAgency === "not-recorded" ? "the home agency" : `the agency of ${line.manager}`,
          `It is not recorded whether ${line.manager} is of this person's own agency.`,
        );
      return line.agency === facts.homeAgency
        ? say(facts).permits(`Answers to ${line.manager} of the own agency for ${what}.`)
        : say(facts).prevents(
            `A manager of another agency, ${line.manager}, has no line over this person for ${what}. What others deliver is theirs to answer for.`,
          );
    }),
});
