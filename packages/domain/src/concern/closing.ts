import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type Subject, subject, theChild } from "../kernel/subject.ts";
import type { Recorded } from "../people/model.ts";
import type { ConcernClosingFacts } from "./model.ts";

type Closing = GateRule<ConcernClosingFacts>;

/**
 * A concern closes only with help given or arranged through a named other. An answer that was all that was needed is help
 * given, where the area takes it for that, once it is written down.
 */
export const helpGiven = (given: RuleHead, { answerIsHelp }: { readonly answerIsHelp: boolean }): Closing => ({
  ...given,
  title: "A concern closes with what followed from it",
  force: "must",
  apply: ({ child, outcome, helpRecorded }) => {
    const about = theChild(child.id);
    if (outcome === "not-recorded")
      return {
        effect: "unknown",
        missing: "what followed from the concern",
        about,
        because: "Record what followed from the concern before closing it.",
      };
    if (outcome === "nothing-more") return answeredOnly(about, helpRecorded, answerIsHelp);
    return helpRecorded
      ? { effect: "permits", about, because: "The help given, or who it was arranged through, is recorded." }
      : {
          effect: "prevents",
          about,
          because:
            "Record the help that was given, or the named person through whom it is arranged. The concern stays open until then.",
        };
  },
});

function answeredOnly(about: Subject, isRecorded: boolean, answerIsHelp: boolean): GateSaid {
  if (!answerIsHelp)
    return {
      effect: "prevents",
      about,
      because: "An answer alone closes no concern here. Record the help given, or the named person who arranges it.",
    };
  return isRecorded
    ? { effect: "permits", about, because: "The answer that was given is recorded, and nothing more is needed." }
    : {
        effect: "prevents",
        about,
        because: "Record the answer that was given. The concern stays open until then, though nothing more is needed.",
      };
}

/** What the child and the family were told is on record, for each of them, before a concern closes. */
export const bothTold = (given: RuleHead): Closing => ({
  ...given,
  title: "Child and family were told what came of it",
  force: "must",
  apply: ({ child, childTold, familyTold }) => [
    told("the child", childTold, theChild(child.id)),
    told("the family", familyTold, subject("family", child.id)),
  ],
});

function told(whom: string, state: ConcernClosingFacts["childTold"], about: Subject): GateSaid {
  if (state === "not-recorded")
    return {
      effect: "unknown",
      missing: `what ${whom} was told`,
      about,
      because: `It is not recorded what ${whom} was told, when and how.`,
    };
  if (state === "none")
    return {
      effect: "prevents",
      about,
      because: `The concern stays open until ${whom} has been told, or there is a reason why not.`,
    };
  return {
    effect: "permits",
    about,
    because:
      state === "told"
        ? `It is recorded what ${whom} was told.`
        : `There is a reason on record why ${whom} was not told.`,
  };
}

/** Where another agency is needed the named person decides with a manager: to become lead, or how to appoint one. */
export const decidedWithManager = (given: RuleHead): Closing => ({
  ...given,
  title: "Another agency is brought in together with a manager",
  force: "must",
  apply: ({ child, outcome, managerConsulted, leadDecision }) => {
    if (outcome !== "another-agency-needed") return undefined;
    const about = theChild(child.id);
    if (managerConsulted === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether a manager was consulted",
        about,
        because: "Record which manager was consulted, and when.",
      };
    if (!managerConsulted)
      return {
        effect: "prevents",
        about,
        because: "Talk with a manager first: another agency is needed, and somebody has to lead.",
      };
    if (leadDecision === "not-recorded" || leadDecision === "none")
      return {
        effect: "prevents",
        about,
        because: "Decide with the manager: become lead professional, or appoint another one and by which route.",
      };
    return {
      effect: "permits",
      about,
      because:
        leadDecision === "become-lead"
          ? "The named person and a manager decided that the named person becomes lead professional."
          : "The named person and a manager decided how another lead professional is appointed.",
    };
  },
});

/** A decision holds the child's view and the family's view, or the reason why one could not be had. */
export const viewsAsked = (given: RuleHead): Closing => ({
  ...given,
  title: "Child's and family's views were asked",
  force: "must",
  apply: ({ child, childsView, familysView }) => [
    view("child's", childsView, theChild(child.id)),
    view("family's", familysView, subject("family", child.id)),
  ],
});

function view(whose: string, state: Recorded<"given" | "not-possible">, about: Subject): GateSaid {
  if (state === "not-recorded")
    return {
      effect: "unknown",
      missing: `the ${whose} view`,
      about,
      because: `Record the ${whose} view, or why it could not be had.`,
    };
  return {
    effect: "permits",
    about,
    because:
      state === "given"
        ? `The ${whose} view is recorded.`
        : `There is a reason on record why the ${whose} view could not be had.`,
  };
}
