import { isKnown } from "../kernel/facts.ts";
import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, thePlan } from "../kernel/subject.ts";
import { actionStates } from "../vocabulary/plans.ts";
import type { ActionFacts, ChoiceOpensFacts, ItemFacts } from "./contents-model.ts";
import { lacks, permits, prevents } from "./saying.ts";

/** An action has one owner and a day; where a book asks for it, also how it stands. */
export const ownedAndDated = (
  given: RuleHead,
  { withState }: { readonly withState: boolean },
): GateRule<ActionFacts> => ({
  ...given,
  title: "One owner, and a day",
  force: "must",
  apply: (facts): readonly GateSaid[] => {
    const { owners, dueOn, state } = facts.action;
    const about = thePlan(facts);
    return [
      owners === "not-recorded"
        ? lacks(about, "who owns the action")
        : owners.length === 1
          ? permits(about, "The action has one owner.")
          : prevents(
              about,
              owners.length === 0
                ? "Say who owns the action: one person, of an agency or of the family."
                : `The action has ${owners.length} owners. Choose one, and make an action of its own for each of the others.`,
            ),
      dueOn === "not-recorded"
        ? lacks(about, "when the action is due")
        : dueOn === "none"
          ? prevents(about, "Give the day by which it is done.")
          : permits(about, `It is due on ${inWords(dueOn)}.`),
      ...(withState
        ? [
            state === "not-recorded"
              ? lacks(about, "how the action stands")
              : permits(about, `How it stands is on record: ${actionStates[state].label}.`),
          ]
        : []),
    ];
  },
});

/** What comes out of an agency's record is picked item by item, and the named person says that it is right and to the point. */
export const pickedAndConfirmed = (given: RuleHead): GateRule<ItemFacts> => ({
  ...given,
  title: "Picked by itself, accurate and relevant",
  force: "must",
  apply: (facts): GateSaid => {
    const about = theChild(facts.child.id);
    const { item, isPicked, confirmed, namedPerson } = facts;
    if (!isPicked)
      return prevents(about, "Nobody picked this entry: only what is picked by itself goes into the plan.");
    if (item.sourceOn === "not-recorded" || item.sourceOn === "none")
      return lacks(about, "the day of the entry", "Give the day of the entry: it goes into the plan with it.");
    if (confirmed === "not-recorded") return lacks(about, "whether the named person confirmed the entry");
    if (confirmed === "none")
      return prevents(about, "The named person has not yet confirmed that the entry is accurate and relevant.");
    if (!isKnown(namedPerson)) return lacks(about, "who the named person is");
    if (confirmed.by !== namedPerson)
      return prevents(about, "It is the named person who confirms that an entry is accurate and relevant.");
    if (confirmed.isAccurate === "not-recorded" || confirmed.isRelevant === "not-recorded")
      return lacks(about, "whether the entry is accurate and relevant");
    return confirmed.isAccurate && confirmed.isRelevant
      ? permits(
          about,
          `The entry of ${inWords(item.sourceOn)} was confirmed as accurate and relevant on ${inWords(confirmed.on)}.`,
        )
      : prevents(
          about,
          "The named person found the entry not accurate, or not to the point: it stays out of the plan.",
        );
  },
});

/** Needs first, then what is to be better, then what each contributes; only then is it asked who leads. */
export const needsOutcomesContributions = (given: RuleHead): GateRule<ChoiceOpensFacts> => ({
  ...given,
  title: "Needs, outcomes, contributions; then who leads",
  force: "should",
  apply: (facts): GateSaid => {
    const about = thePlan(facts);
    const { needs, outcomes, attendees } = facts;
    if (needs === "not-recorded") return lacks(about, "which needs were agreed");
    if (needs === 0) return prevents(about, "Agree the needs first.");
    if (outcomes === "not-recorded") return lacks(about, "which outcomes were agreed");
    if (outcomes === 0) return prevents(about, "Agree what is to be better, before who does what and who leads.");
    if (attendees === "not-recorded") return lacks(about, "who is at the meeting");
    if (attendees.length === 0) return prevents(about, "Agree what each person at the meeting contributes.");
    if (attendees.some(({ hasContribution }) => hasContribution === false))
      return prevents(
        about,
        "Somebody at the meeting has not said what they contribute. Ask before you ask who leads.",
      );
    if (attendees.some(({ hasContribution }) => hasContribution === "not-recorded"))
      return lacks(about, "what each person at the meeting contributes");
    return permits(about, "Needs, outcomes and contributions are agreed: ask now who leads.");
  },
});
