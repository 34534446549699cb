import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { ageOn, inWords, isLocalDate, laterOf, untilAfter } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theChild } from "../kernel/subject.ts";
import type { EarlySupportFacts, OwnHelpFacts, ResourceFacts } from "./model.ts";

/** The early support programme is for small children, up to and including the last year of its band. */
export const forSmallChildren = (
  given: RuleHead,
  { underAge }: { readonly underAge: number },
): GateRule<EarlySupportFacts> => ({
  ...given,
  title: "The early support programme is for small children with complex needs",
  apply: ({ child, on, needsAreComplex }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (child.bornOn === "not-recorded")
      return say.unknown(
        "date of birth",
        "The date of birth is not recorded, and the programme is for small children.",
      );
    if (ageOn(child.bornOn, on) >= underAge)
      return say.prevents(
        `The programme is for children under ${underAge}. Where it has been offered it ends, and the key worker is told.`,
      );
    if (needsAreComplex === "not-recorded")
      return say.unknown("whether needs are complex", "It is not recorded whether the child's needs are complex.");
    return needsAreComplex
      ? say.permits(`The programme may be offered until the day before the child is ${underAge}.`)
      : say.prevents("The programme is for children with complex needs.");
  },
});

/** Extra help of the named person's own agency is picked from its list, and belongs to somebody of that agency. */
export const helpOfOwnAgency = (given: RuleHead): GateRule<OwnHelpFacts> => ({
  ...given,
  title: "Extra help of the own agency is owned in that agency",
  force: "must",
  apply: ({ child, help, ownAgency, consulted }): GateSaid => {
    const say = sayOf(theChild(child.id));
    if (help.isOnList === "not-recorded" || help.ownersAgency === "not-recorded")
      return say.unknown(
        "whose help it is",
        "It is not recorded whether the help is on the agency's list, and who would own it.",
      );
    if (!help.isOnList)
      return say.prevents("This help is not on the agency's list of what it can give. Pick one that is.");
    if (help.ownersAgency === "none") return say.prevents("Name somebody of the agency who owns the action.");
    if (help.ownersAgency !== ownAgency)
      return say.prevents(
        "This would be another agency's help: it goes into a plan of several agencies, with a lead professional.",
      );
    if (consulted === "not-recorded")
      return say.unknown("whether others were consulted", "Note who was consulted, or that nobody had to be.");
    return say.permits(
      consulted === "none"
        ? "This is the agency's own help. It is noted that nobody had to be consulted."
        : "This is the agency's own help, and it is noted who was consulted.",
    );
  },
});

/** A special resource is given on the days that somebody agreed to, and ends after the last of them unless it is renewed. */
export const givenWhileAgreed = (given: RuleHead): GateRule<ResourceFacts> => ({
  ...given,
  title: "A special resource is given for the days agreed",
  force: "must",
  apply: ({ child, resource }, asAt): GateSaid => {
    const say = sayOf(theChild(child.id));
    const { from, lastDay, agreedBy, renewedTo, hasAmountOrKind } = resource;
    if (agreedBy === "not-recorded" || hasAmountOrKind === "not-recorded")
      return say.unknown(
        "what was agreed, and by whom",
        "It is not recorded what was agreed for this child, and by whom.",
      );
    if (agreedBy === "none" || !hasAmountOrKind)
      return say.prevents("Record the amount or kind of the resource and who agreed to it.");
    const day = dayOf(asAt);
    if (day < from) return say.prevents(`The resource is agreed from ${inWords(from)}.`, from);
    const end = isLocalDate(renewedTo) ? laterOf(renewedTo, lastDay) : lastDay;
    return day <= end
      ? say.permits(`The resource is agreed up to and including ${inWords(end)}.`)
      : say.prevents(`The resource ended with ${inWords(end)}. From ${inWords(untilAfter(end))} it has to be renewed.`);
  },
});
