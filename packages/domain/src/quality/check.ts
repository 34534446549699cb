import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject, theChild } from "../kernel/subject.ts";
import type { CellFacts, CheckFacts, EarlyPlanFacts, LearningFacts } from "./check-model.ts";

type Check = GateRule<CheckFacts>;

const say = ({ area }: { readonly area: string }) => sayOf(subject("area", area));

/** Every record looked at answers whether the child was involved appropriately; a no has somebody who follows it up. */
export const childWasInvolved = (given: RuleHead): Check => ({
  ...given,
  title: "Every record answers whether the child was involved",
  force: "must",
  apply: (facts): readonly GateSaid[] | GateSaid => {
    if (facts.records === "not-recorded")
      return say(facts).unknown("the records looked at", "It is not recorded which records were looked at.");
    const open = facts.records.filter(({ childInvolved }) => childInvolved === "not-recorded");
    const nobody = facts.records.filter(
      ({ childInvolved, followUpOwner }) =>
        childInvolved === false && (followUpOwner === "none" || followUpOwner === "not-recorded"),
    );
    const yes = facts.records.filter(({ childInvolved }) => childInvolved === true).length;
    return [
      ...open.map(({ id }) =>
        say(facts).unknown(
          `whether the child of ${id} was involved`,
          `Say of ${id} whether the child was involved appropriately.`,
        ),
      ),
      ...nobody.map(({ id }) =>
        say(facts).prevents(`The child of ${id} was not involved appropriately. Name who follows it up.`),
      ),
      ...(open.length + nobody.length === 0
        ? [
            say(facts).permits(
              `The child was involved appropriately in ${yes} of ${facts.records.length}; every other one has somebody who follows it up.`,
            ),
          ]
        : []),
    ];
  },
});

/** A check without a single record is none. */
export const hasSample = (given: RuleHead): Check => ({
  ...given,
  title: "A check has its sample",
  force: "must",
  apply: (facts) => {
    if (facts.records === "not-recorded")
      return say(facts).unknown("the sample", "It is not recorded what was looked at.");
    return facts.records.length === 0
      ? say(facts).prevents("Nothing was looked at yet. Draw the sample first.")
      : say(facts).permits(
          `${facts.records.length} ${facts.records.length === 1 ? "record was" : "records were"} looked at.`,
        );
  },
});

/** Each finding has an owner, and where the clause asks for it a day, or word to the lead professional. */
export const findingsAreOwned = (
  given: RuleHead,
  { withDay = false, toLead = false }: { readonly withDay?: boolean; readonly toLead?: boolean } = {},
): Check => ({
  ...given,
  title: toLead
    ? "The lead professional hears what was found"
    : withDay
      ? "Each finding has an owner and a day"
      : "Each finding has an owner",
  force: "must",
  apply: (facts): readonly GateSaid[] | GateSaid => {
    if (facts.findings === "not-recorded")
      return say(facts).unknown("what was found", "It is not recorded what was found, or that nothing was.");
    return facts.findings.flatMap(({ id, ...finding }): readonly GateSaid[] => {
      const asked = [
        ...(toLead ? [{ value: finding.toldLeadOn, what: "that the lead professional was told of it" }] : []),
        ...(toLead ? [] : [{ value: finding.owner, what: "who owns it" }]),
        ...(withDay ? [{ value: finding.dueOn, what: "by when it is done" }] : []),
      ];
      const said = asked.flatMap(({ value, what }): readonly GateSaid[] => {
        if (value === "not-recorded")
          return [say(facts).unknown(`${what} (${id})`, `It is not recorded of ${id} ${what}.`)];
        return value === "none" ? [say(facts).prevents(`Record of ${id} ${what}; the check closes then.`)] : [];
      });
      return said.length > 0 ? said : [say(facts).permits(`Finding ${id} has what it needs.`)];
    });
  },
});

/** A plan of early intervention says what is to be better; without it goes back with advice. */
export const earlyPlanHasOutcome = (given: RuleHead): GateRule<EarlyPlanFacts> => ({
  ...given,
  title: "A plan of early intervention has an outcome",
  apply: ({ child, owner, outcomes }) => {
    const { permits, prevents, unknown } = sayOf(theChild(child.id));
    if (outcomes === "not-recorded") return unknown("the outcomes", "It is not recorded which outcomes this plan has.");
    return outcomes === 0
      ? prevents(`The plan has no outcome. It goes back to ${owner} with advice.`)
      : permits(`The plan says what is to be better: ${outcomes} ${outcomes === 1 ? "outcome" : "outcomes"}.`);
  },
});

/** What an area learns is kept with what was tried and what came of it, and nothing in it points to a family. */
export const learntWithoutFamily = (given: RuleHead): GateRule<LearningFacts> => ({
  ...given,
  title: "What is learnt is kept without details of a family",
  force: "must",
  apply: (facts): readonly GateSaid[] => {
    const { familyDetails, solutionTried, resultGiven } = facts;
    const family =
      familyDetails === "not-recorded"
        ? say(facts).unknown(
            "whether it names a family",
            "Nobody has looked whether the text names a child or a family. Look first.",
          )
        : familyDetails > 0
          ? say(facts).prevents("The text names a child or a family. Take that out; what was tried and learnt stays.")
          : say(facts).permits("Nothing in it points to a family.");
    const parts = [
      { is: solutionTried, what: "what was tried" },
      { is: resultGiven, what: "what came of it" },
    ].map(({ is, what }) =>
      is === true ? say(facts).permits(`It says ${what}.`) : say(facts).unknown(what, `Write down ${what}.`),
    );
    return [family, ...parts];
  },
});

/** A cell of few people shows nobody: it is hidden. */
export const smallCellsAreHidden = (
  given: RuleHead,
  { least, of }: { readonly least: number; readonly of?: CellFacts["of"] },
): GateRule<CellFacts> => ({
  ...given,
  title: `Cells under ${least} are hidden`,
  force: "must",
  apply: (facts) => {
    if (of !== undefined && facts.of !== of) return undefined;
    if (facts.people === "not-recorded")
      return say(facts).unknown("how many people it counts", "It is not known how many people this figure counts.");
    return facts.people < least
      ? say(facts).prevents(`Fewer than ${least} people: the cell is hidden, so that nobody is known by it.`)
      : say(facts).permits(`It counts ${least} people or more.`);
  },
});

/** What is known for equality is kept apart from casework and read in reports alone. */
export const equalityOnlyInReports = (given: RuleHead): GateRule<CellFacts> => ({
  ...given,
  title: "Equality data is read in reports alone",
  force: "must",
  apply: (facts) => {
    if (facts.of !== "equality") return undefined;
    return facts.use === "on-a-case"
      ? say(facts).prevents("What is known for equality is kept apart from casework, and is read in reports alone.")
      : say(facts).permits("It is read in a report, for everybody together.");
  },
});
