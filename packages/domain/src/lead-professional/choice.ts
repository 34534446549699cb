import type { GateSaid } from "../kernel/gate.ts";
import type { Need, RuleHead } from "../kernel/rule.ts";
import { type Subject, subject, theChild, thePractitioner } from "../kernel/subject.ts";
import type { Recorded } from "../people/model.ts";
import { agencyInWords } from "./best-placed.ts";
import { type Choice, isByStatute } from "./criteria.ts";
import { isUniversal } from "./first-choice.ts";
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

/** Child's and family's views are on record before the decision, or why one could not be had. By law they are still asked, and block nothing. */
export const viewsFirst = (given: RuleHead): Choice => ({
  ...given,
  title: "Child's and family's views are on record before the decision",
  force: "must",
  apply: (facts) => [
    view("child's", facts.childsView, theChild(facts.child.id), isByStatute(facts)),
    view("family's", facts.familysView, subject("family", facts.child.id), isByStatute(facts)),
  ],
});

function view(whose: string, state: Recorded<"given" | "not-possible">, about: Subject, isByLaw: boolean): GateSaid {
  if (state === "given") return { effect: "permits", about, because: `The ${whose} view is recorded.` };
  if (state === "not-possible")
    return { effect: "permits", about, because: `There is a reason on record why the ${whose} view could not be had.` };
  if (isByLaw)
    return {
      effect: "permits",
      about,
      because: `The ${whose} view is still asked for and recorded; the law decides meanwhile.`,
    };
  return {
    effect: "unknown",
    missing: `the ${whose} view`,
    about,
    because: `Record the ${whose} view on who should lead, or why it could not be had.`,
  };
}

/** Whom the child and the family would like is asked for, each apart; choosing somebody else needs a reason for each. */
export const wishesAnswered = (given: RuleHead): Choice => ({
  ...given,
  title: "The wishes of child and family are answered",
  force: "must",
  apply: (facts) => {
    if (isByStatute(facts)) return undefined;
    return [
      ...(facts.childsView === "not-possible" ? [] : [wish(facts, "child", theChild(facts.child.id))]),
      ...(facts.familysView === "not-possible" ? [] : [wish(facts, "family", subject("family", facts.child.id))]),
    ];
  },
});

function wish(facts: ChoiceFacts, whose: "child" | "family", about: Subject): GateSaid {
  const wished = facts.wishOf[whose];
  const code = `${whose}-wish-not-followed`;
  if (wished === "not-recorded")
    return {
      effect: "unknown",
      missing: `whom the ${whose} would like`,
      about,
      because: `Ask whom the ${whose} would like. An answer of nobody in particular is an answer.`,
    };
  if (wished === "none") return { effect: "permits", about, because: `The ${whose} was asked and named nobody.` };
  if (wished === facts.chosen)
    return { effect: "permits", about, because: `The ${whose} would like the person who is chosen.` };
  return facts.reasons.includes(code)
    ? { effect: "permits", about, because: `The ${whose} would like somebody else, and it is written down why not.` }
    : needsReason(
        about,
        code,
        `why the ${whose} does not get the person they would like`,
        `The ${whose} would like somebody else. Write down why not, in words they can be given.`,
      );
}

/** A young person who does not get the practitioner they named is told why. */
export const childIsToldWhy = (given: RuleHead): Choice => ({
  ...given,
  title: "A young person is told why their wish was not followed",
  force: "must",
  apply: (facts) => {
    const wished = facts.wishOf.child;
    if (isByStatute(facts) || wished === "none" || wished === "not-recorded" || wished === facts.chosen)
      return undefined;
    const about = theChild(facts.child.id);
    if (facts.reasons.includes("child-told-why"))
      return { effect: "permits", about, because: "The young person has been told why." };
    return {
      effect: "permits-if",
      about,
      because: "Tell the young person why somebody else was chosen, and record when.",
      needs: [
        {
          what: "evidence",
          from: "practitioners-involved",
          for: "when the young person was told why",
          code: "child-told-why",
        },
      ],
    };
  },
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

/** Where needs or the law ask for one agency, a person of another leads only by an exception a manager of that agency records. */
export const withinRequiredAgency = (given: RuleHead): Choice => ({
  ...given,
  title: "The lead comes from the agency that the law asks for",
  force: "must",
  apply: (facts) => {
    const agency = facts.statutory.requiredAgency;
    if (agency === undefined || isByStatute(facts)) return undefined;
    const about = thePractitioner(facts.chosen);
    if (facts.chosenAgency === agency)
      return { effect: "permits", about, because: `This person comes from ${agencyInWords(agency)}, as is asked.` };
    return {
      effect: "prevents",
      about,
      because: `This person is outside ${agencyInWords(agency)}, which the lead professional has to come from unless one of its managers records an exception.`,
      needs: [
        {
          what: "approval",
          from: "required-agency-manager",
          for: "an exception to the agency asked for",
          code: "outside-required-agency",
        },
      ],
    };
  },
});

/** The exception itself, with its manager and reason on record. */
export const exceptionToAgency = (given: RuleHead, { lifts }: { lifts: string }): Choice => ({
  ...given,
  title: "A manager recorded an exception to the agency",
  force: "may",
  apply: (facts) =>
    facts.statutory.requiredAgency !== undefined &&
    facts.chosenAgency !== facts.statutory.requiredAgency &&
    facts.reasons.includes("outside-required-agency")
      ? {
          effect: "permits",
          about: thePractitioner(facts.chosen),
          because: `A manager of ${agencyInWords(facts.statutory.requiredAgency)} recorded an exception, with a reason.`,
          lifts: [lifts],
        }
      : undefined,
});

/** Where safety or statute is the reason, somebody of health or education leads only with a manager's reason. */
export const universalLeadForSafety = (given: RuleHead): Choice => ({
  ...given,
  title: "Health or education may not fit where safety is the reason",
  apply: (facts) => {
    if (facts.route !== "safety-or-statute" || !isUniversal(facts.chosenAgency) || isByStatute(facts)) return undefined;
    const about = thePractitioner(facts.chosen);
    if (facts.reasons.includes("universal-lead-for-safety"))
      return { effect: "permits", about, because: "A manager wrote down why health or education leads here." };
    return {
      effect: "permits-if",
      about,
      because:
        "Safety or statute is the reason for this plan, so a lead from health or education may not fit. A manager writes down why it does.",
      needs: [
        {
          what: "reason",
          from: "line-manager",
          for: "why health or education leads although safety is the reason",
          code: "universal-lead-for-safety",
        },
      ],
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

function needsReason(about: Subject, code: string, phrase: string, because: string): GateSaid {
  const need: Need = { what: "reason", from: "practitioners-involved", for: phrase, code };
  return { effect: "permits-if", about, because, needs: [need] };
}
