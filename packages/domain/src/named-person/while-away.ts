import { z } from "zod";
import type { DesignationRule, DesignationSaid, Holder } from "../kernel/designation.ts";
import { isKnown, orNone, Ref, recorded } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DesignationQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";

/** Facts for "Whom does a family reach while the named person is not there?", on the day asked about. */
export const WhileAwayFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  namedPerson: orNone(Ref),
  service: recorded(z.enum(["health", "education"])),
  /** Whether the school is on holiday; where health answers there is none to ask about. */
  isSchoolHoliday: recorded(z.boolean()),
  /** The education authority's contact for the holidays. */
  holidayContact: orNone(Ref),
  /** On leave or ill; a holiday of the school is no absence. */
  isAway: recorded(z.boolean()),
  /** Who stands in: the head teacher, or the team lead in health. */
  standIn: orNone(Ref),
});
export type WhileAwayFacts = z.infer<typeof WhileAwayFacts>;

export const whileAway: DesignationQuestion<WhileAwayFacts> = {
  shape: "designation",
  title: "Whom does a family reach while the named person is not there?",
  facts: WhileAwayFacts,
  factsUsed: ({ child, ...facts }) =>
    used(theChild(child.id), {
      "named person": facts.namedPerson,
      service: facts.service,
      "school holiday": facts.isSchoolHoliday,
      "holiday contact": facts.holidayContact,
      away: facts.isAway,
      "stands in": facts.standIn,
    }),
};

type WhileAway = DesignationRule<WhileAwayFacts>;
const either = (id: string, post: string): Holder =>
  isKnown(id) ? { kind: "person", id, post } : { kind: "post", post };

/** Neither a holiday nor an absence changes who the named person is. */
export const namedPersonUnchanged = (given: RuleHead): WhileAway => ({
  ...given,
  title: "The named person stays the named person",
  force: "must",
  apply: ({ child, namedPerson }): DesignationSaid | undefined => {
    const about = theChild(child.id);
    if (namedPerson === "not-recorded")
      return {
        tier: "unknown",
        missing: "who the named person is",
        about,
        because:
          "It is not recorded who the child's named person is. Record it: somebody has to be shown to the family.",
      };
    return namedPerson === "none"
      ? undefined
      : {
          tier: "must",
          holder: { kind: "person", id: namedPerson, post: "named-person" },
          about,
          because: "This person is the named person, in the holidays and while away too.",
        };
  },
});

/** In the school's holidays the education authority's contact is shown beside the named person. */
export const holidayContactBeside = (given: RuleHead): WhileAway => ({
  ...given,
  title: "In the holidays the education authority's contact is shown beside them",
  force: "must",
  apply: ({ child, service, isSchoolHoliday, holidayContact }): DesignationSaid | undefined => {
    const about = theChild(child.id);
    if (service === "health" || isSchoolHoliday === false) return undefined;
    const missing =
      service === "not-recorded"
        ? "which service the named person is of"
        : isSchoolHoliday === "not-recorded"
          ? "whether the school is on holiday"
          : undefined;
    if (missing !== undefined)
      return {
        tier: "unknown",
        missing,
        about,
        because: `It is not recorded ${missing}. In the holidays the education authority's contact is shown too.`,
      };
    return {
      tier: "may",
      holder: either(holidayContact, "holiday-contact"),
      about,
      because: isKnown(holidayContact)
        ? "The school is on holiday: this person is the education authority's contact, and is shown beside the named person."
        : "The school is on holiday: the education authority says who its contact is, who is shown beside the named person.",
    };
  },
});

type StandIns = { readonly atSchool: string; readonly inHealth: string };

/** While the named person is on leave, or there is none, the head teacher or the team lead stands in and is shown. */
export const standsInMeanwhile = (given: RuleHead, { atSchool, inHealth }: StandIns): WhileAway => ({
  ...given,
  title: "The head teacher or the team lead stands in",
  force: "must",
  apply: ({ child, namedPerson, service, isAway, standIn }): DesignationSaid | undefined => {
    const about = theChild(child.id);
    if (namedPerson === "not-recorded" || (namedPerson !== "none" && isAway === false)) return undefined;
    const isAsked = (missing: string): DesignationSaid => ({
      tier: "unknown",
      missing,
      about,
      because: `It is not recorded ${missing}. While the named person is away somebody stands in.`,
    });
    if (service === "not-recorded") return isAsked("which service the named person is of");
    if (namedPerson !== "none" && isAway === "not-recorded") return isAsked("whether the named person is away");
    return {
      tier: namedPerson === "none" ? "expected" : "may",
      holder: either(standIn, service === "health" ? inHealth : atSchool),
      about,
      because:
        namedPerson === "none"
          ? "The child has no named person: until there is one this is who stands in, and is shown to the family."
          : "The named person is away: this is who stands in meanwhile, and is shown to the family beside them.",
    };
  },
});
