import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import type { SessionFacts } from "./model.ts";

type Session = GateRule<SessionFacts>;
const about = ({ practitionerId }: SessionFacts) => thePractitioner(practitionerId);

/** A session has a day, and a line at least; an informal one needs no more. */
export const hasDayAndLine = (given: RuleHead): Session => ({
  ...given,
  title: "A session has a day and a line",
  apply: (facts) =>
    isLocalDate(facts.heldOn) && facts.hasNote
      ? {
          effect: "permits",
          about: about(facts),
          because: facts.kind === "informal" ? "A day and a line are enough." : "The day and a note are there.",
        }
      : {
          effect: "unknown",
          missing: isLocalDate(facts.heldOn) ? "a line on what it was about" : "the day of the session",
          about: about(facts),
          because: "Write down the day, and a line on what it was about.",
        },
});

/** Every case somebody leads has its part in a formal session. */
export const everyCaseHasItsPart = (given: RuleHead): Session => ({
  ...given,
  title: "Every case led has its part",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.kind === "informal") return undefined;
    const blank = facts.cases.filter(({ isFilledIn }) => !isFilledIn).map(({ planId }) => planId);
    return blank.length === 0
      ? {
          effect: "permits",
          about: about(facts),
          because:
            facts.cases.length === 0 ? "No case is led." : `All ${facts.cases.length} cases led were talked about.`,
        }
      : {
          effect: "permits-if",
          about: about(facts),
          because: `The part on ${blank.join(", ")} is blank. Fill it in, or say why the case was not talked about.`,
          needs: [
            { what: "reason", from: "line-manager", for: "why a case was not talked about", code: "case-left-out" },
          ],
        };
  },
});

const prompts = {
  presentingNeed: "what is needed now",
  whatTheLeadCanDo: "what the lead professional can do",
  specialistSupport: "where specialist support is needed",
  othersWorkDirectly: "where others work with the child directly",
} as const;

/** Four questions for each case: the need, what the lead can do, where a specialist, where others directly. */
export const fourQuestions = (given: RuleHead): Session => ({
  ...given,
  title: "Four questions for each case led",
  apply: (facts): readonly GateSaid[] | undefined =>
    facts.kind === "informal"
      ? undefined
      : facts.cases.map(({ planId, prompts: asked }): GateSaid => {
          const open = (Object.keys(prompts) as (keyof typeof prompts)[]).filter((one) => asked[one] !== true);
          return open.length === 0
            ? { effect: "permits", about: about(facts), because: `The four questions on ${planId} are answered.` }
            : {
                effect: "permits-if",
                about: about(facts),
                because: `On ${planId} it is still to be said ${open.map((one) => prompts[one]).join(", ")}.`,
                needs: [
                  {
                    what: "evidence",
                    from: "line-manager",
                    for: "the four questions on each case led",
                    code: "four-questions",
                  },
                ],
              };
        }),
});

/** A risk that came up is solved, or becomes a task or a disagreement, before the session is closed. */
export const risksAreTakenUp = (given: RuleHead): Session => ({
  ...given,
  title: "Risks do not stay with the session",
  force: "must",
  apply: (facts): readonly GateSaid[] =>
    facts.cases.flatMap(({ planId, risks }) =>
      risks.flatMap(({ became }): GateSaid[] => {
        const said = { about: about(facts) };
        if (became === "open")
          return [
            {
              ...said,
              effect: "prevents",
              because: `A risk on ${planId} is not solved. Make it a task or raise a disagreement before the session is closed.`,
            },
          ];
        return became === "not-recorded"
          ? [
              {
                ...said,
                effect: "unknown",
                missing: "what became of a risk",
                because: `Say what became of the risk on ${planId}: solved, a task, or a disagreement.`,
              },
            ]
          : [{ ...said, effect: "permits", because: `The risk on ${planId} was taken up.` }];
      }),
    ),
});

/** What somebody needs to learn is booked, or it is said why not. */
export const needsAreActedOn = (given: RuleHead): Session => ({
  ...given,
  title: "Training and development needs are acted on",
  apply: (facts): readonly GateSaid[] | undefined =>
    facts.kind === "informal"
      ? undefined
      : facts.needs.map(
          ({ became }): GateSaid =>
            became === "booked" || became === "reason-kept"
              ? { effect: "permits", about: about(facts), because: "The need that was found was acted on." }
              : {
                  effect: "permits-if",
                  about: about(facts),
                  because: "A training or development need was found. Book something, or write down why not.",
                  needs: [
                    { what: "reason", from: "line-manager", for: "why nothing is booked", code: "training-need" },
                  ],
                },
        ),
});
