import type { RuleHead } from "../kernel/rule.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import type { Recorded } from "../people/model.ts";
import { type Choice, isByStatute, needsReason } from "./criteria.ts";
import type { ChoiceFacts } from "./model.ts";

/** Why this person is best placed is written down, for the assessor as for anybody else. */
export const writtenReason = (given: RuleHead): Choice => ({
  ...given,
  title: "Why this person is best placed is written down",
  force: "must",
  apply: (facts) => {
    if (isByStatute(facts)) return undefined;
    const about = theChild(facts.child.id);
    return facts.reasonGiven
      ? { effect: "permits", about, because: "It is written down why this person is best placed." }
      : needsReason(
          about,
          "best-placed",
          "why this person is best placed to lead",
          "Write down why this person is best placed. The family can ask to hear it.",
        );
  },
});

/** Only a duty in law takes the choice away. */
export const statuteLeavesNoChoice = (given: RuleHead): Choice => ({
  ...given,
  title: "A duty in law removes the choice",
  force: "must",
  apply: (facts) =>
    isByStatute(facts)
      ? {
          effect: "permits",
          about: thePractitioner(facts.chosen),
          because: "A law or procedure puts this person in the lead, so nothing is compared.",
        }
      : undefined,
});

/** Whoever a clause considers first is passed over only for a reason. */
export const passingOver = (
  given: RuleHead,
  first: {
    readonly who: (facts: ChoiceFacts) => Recorded<string | "none"> | undefined;
    readonly words: string;
    readonly code: string;
  },
): Choice => ({
  ...given,
  title: `Passing over ${first.words} needs a reason`,
  force: "must",
  apply: (facts) => {
    if (isByStatute(facts)) return undefined;
    const id = first.who(facts);
    const about = theChild(facts.child.id);
    if (id === undefined || id === "none") return undefined;
    if (id === "not-recorded")
      return { effect: "unknown", missing: first.words, about, because: `It is not recorded who is ${first.words}.` };
    if (id === facts.chosen) return { effect: "permits", about, because: `The person chosen is ${first.words}.` };
    return facts.reasons.includes(first.code)
      ? { effect: "permits", about, because: `It is written down why ${first.words} does not lead.` }
      : needsReason(
          about,
          first.code,
          `why ${first.words} does not lead`,
          `Write down why ${first.words} does not lead.`,
        );
  },
});

/** A named person is not confirmed as lead until a manager was consulted. */
export const managerConsultedFirst = (given: RuleHead): Choice => ({
  ...given,
  title: "A manager is consulted before the named person leads",
  force: "must",
  apply: ({ child, chosen, namedPerson, managerConsulted }) => {
    if (chosen !== namedPerson) return undefined;
    const about = theChild(child.id);
    if (managerConsulted === "not-recorded")
      return {
        effect: "unknown",
        missing: "whether a manager was consulted",
        about,
        because: "Record which manager was consulted, and on which day.",
      };
    return managerConsulted
      ? { effect: "permits", about, because: "A manager was consulted." }
      : {
          effect: "prevents",
          about,
          because: "A named person is confirmed as lead professional only after talking with a manager.",
        };
  },
});

/** The criteria are one agreed version, and each choice keeps which one was used. */
export const criteriaVersion = (given: RuleHead, { agreedBy }: { agreedBy: string }): Choice => ({
  ...given,
  title: "The criteria used are an agreed version",
  force: "must",
  apply: ({ child, criteria }) => {
    const about = theChild(child.id);
    if (criteria === "not-recorded")
      return {
        effect: "unknown",
        missing: "which version of the criteria was used",
        about,
        because: "Record which version of the criteria was used.",
      };
    return criteria.agreed
      ? {
          effect: "permits",
          about,
          because: `The choice keeps that version ${criteria.version} of the criteria was used.`,
        }
      : {
          effect: "prevents",
          about,
          because: `Version ${criteria.version} of the criteria is not yet ${agreedBy}. Use the one that is.`,
        };
  },
});

/** How the need arose is on record before anybody is confirmed. */
export const routeFirst = (given: RuleHead): Choice => ({
  ...given,
  title: "How the need arose is on record",
  force: "must",
  apply: ({ child, route }) =>
    route === "not-recorded"
      ? {
          effect: "unknown",
          missing: "how the need arose",
          about: theChild(child.id),
          because: "Choose how the need arose before somebody is confirmed.",
        }
      : { effect: "permits", about: theChild(child.id), because: "It is on record how the need arose." },
});
