import type { GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { type Subject, subject, theChild } from "../kernel/subject.ts";
import type { Recorded } from "../people/model.ts";
import { type Choice, isByStatute, needsReason } from "./criteria.ts";
import type { ChoiceFacts } from "./model.ts";

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
      ...(isPastAsking(facts.childsView, facts.wishOf.child) ? [] : [wish(facts, "child", theChild(facts.child.id))]),
      ...(isPastAsking(facts.familysView, facts.wishOf.family)
        ? []
        : [wish(facts, "family", subject("family", facts.child.id))]),
    ];
  },
});

/** Where a view could not be had nobody is asked whom they would like; a wish that is on record all the same is answered. */
const isPastAsking = (view: ChoiceFacts["childsView"], wished: string): boolean =>
  view === "not-possible" && (wished === "none" || wished === "not-recorded");

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
