import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { type Subject, subject, theChild } from "../kernel/subject.ts";
import type { ActionFacts, AgreedAction, AgreementFacts } from "./model.ts";

type Answer = AgreedAction["child"];
type Whose = { readonly whose: "the child" | "the family"; readonly about: Subject; readonly answer: Answer };

const bothOf = (child: { readonly id: string }, action: AgreedAction): readonly Whose[] => [
  { whose: "the child", about: theChild(child.id), answer: action.child },
  { whose: "the family", about: subject("family", child.id), answer: action.family },
];
const disagrees = ({ answer }: Whose) => typeof answer === "object" && answer.answer === "not-agreed";

/** By the end of the meeting it is on record who agreed to what, and what they did not agree to and why. */
export const agreementIsRecorded = (given: RuleHead): GateRule<AgreementFacts> => ({
  ...given,
  title: "What they agree to is recorded by the end of the meeting",
  force: "must",
  apply: ({ child, plan, actions }): readonly GateSaid[] => {
    const perAction = actions.flatMap((action) => bothOf(child, action).flatMap((one) => ofOne(action, one)));
    if (perAction.some(({ effect }) => effect === "unknown")) return perAction;
    const except = actions.filter((action) => bothOf(child, action).some(disagrees)).map(({ id }) => id);
    const said: GateSaid = {
      effect: "permits",
      about: subject("area", plan.id),
      because:
        except.length === 0
          ? "The plan is agreed."
          : `The plan is agreed except for ${except.join(", ")}. That is no reason to close it: what needs their agreement waits, and is talked over at the next contact.`,
    };
    return [...perAction, said];
  },
});

function ofOne({ id, isSafeguarding }: AgreedAction, { whose, about, answer }: Whose): readonly GateSaid[] {
  if (isSafeguarding) return [];
  if (answer === "none" || answer === "not-recorded")
    return [
      {
        effect: "unknown",
        missing: `what ${whose} says to ${id}`,
        about,
        because:
          answer === "none"
            ? `Ask ${whose} about ${id}, and record the answer before the meeting ends.`
            : `It is not recorded what ${whose} says to ${id}.`,
      },
    ];
  if (answer.answer === "agreed" || answer.saysWhy) return [];
  const needs: readonly Need[] = [
    {
      what: "reason",
      from: whose === "the child" ? "child" : "family",
      for: `what stands against ${id}`,
      code: "not-agreed-why",
    },
  ];
  return [
    {
      effect: "permits-if",
      needs,
      about,
      because: `It is recorded that ${whose} does not agree to ${id}. Write down in their words why.`,
    },
  ];
}

/** What needs their agreement waits for it; everything else goes ahead, and nothing that protects a child waits (BOL-D15). */
export const waitsForAgreement = (given: RuleHead): GateRule<ActionFacts> => ({
  ...given,
  title: "What needs their agreement waits for it",
  force: "must",
  apply: ({ child, action }): GateSaid | readonly GateSaid[] => {
    if (action.isSafeguarding)
      return {
        effect: "permits",
        about: theChild(child.id),
        because: "This protects the child. It is never subject to anybody's agreement.",
      };
    if (action.needsAgreement === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether the action needs their agreement",
        about: theChild(child.id),
        because: "Record whether this action needs the agreement of child and family.",
      };
    if (!action.needsAgreement)
      return {
        effect: "permits",
        about: theChild(child.id),
        because: "This action does not need their agreement and goes ahead.",
      };
    return bothOf(child, action).map(({ whose, about, answer }): GateSaid => {
      if (answer === "not-recorded" || answer === "none")
        return {
          effect: "unknown",
          missing: `what ${whose} says to it`,
          about,
          because: `Ask ${whose} and record the answer. The action waits until then.`,
        };
      return answer.answer === "agreed"
        ? { effect: "permits", about, because: `It is recorded that ${whose} agrees.` }
        : {
            effect: "prevents",
            about,
            because: `It is recorded that ${whose} does not agree. The action waits; talk it over at the next contact.`,
          };
    });
  },
});
