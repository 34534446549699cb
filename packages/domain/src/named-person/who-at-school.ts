import type { DesignationRule } from "../kernel/designation.ts";
import { holdsOn, inWords, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { currentOn, isOfSchoolAgeWithoutPlace, staffPost } from "./current.ts";
import type { NamedPersonFacts, SchoolPlace } from "./model.ts";
import { standingOn } from "./stage.ts";

type Who = DesignationRule<NamedPersonFacts>;
const education = { kind: "agency", agency: "education" } as const;
const schoolStages: readonly string[] = ["primary", "secondary", "special-school"];

/** Once at school the named person is whom the school assigned; the one before stays until somebody is assigned (HD-3). */
export const assignedBySchool = (given: RuleHead): Who => ({
  ...given,
  title: "At school the named person is a member of that school's staff",
  force: "must",
  apply: (facts, asAt) => {
    const { standing, person, isOutgoing, gap } = currentOn(facts, dayOf(asAt));
    if (!schoolStages.includes(standing.stage) || standing.placeEndedOn !== undefined) return undefined;
    const about = theChild(facts.child.id);
    const from = standing.since === undefined ? "" : ` since ${inWords(standing.since)}`;
    if (person === undefined && facts.assignedBySchool === "not-recorded")
      return {
        tier: "unknown",
        missing: "whom the school assigned",
        about,
        because: "Nobody has recorded whom the school assigned.",
      };
    if (person === undefined)
      return (
        gap && {
          tier: "must",
          holder: { kind: "post", post: staffPost(standing) },
          accountable: education,
          about,
          because: `${gap.sentence} The child has had nobody${from}.`,
        }
      );
    return {
      tier: "must",
      holder: { kind: "person", id: person.id, post: person.post },
      ...(isOutgoing ? { accountable: education } : {}),
      about,
      because: isOutgoing
        ? "The school has not yet assigned anybody, so the named person of the stage before stays until it does."
        : "The school assigned this member of its staff.",
    };
  },
});

/** A child in touch with neither service, or taught at home, has the person whom the special arrangement names. */
export const bySpecialArrangement = (given: RuleHead): Who => ({
  ...given,
  title: "A special arrangement names the person",
  force: "must",
  apply: (facts, asAt) => {
    const { standing, person } = currentOn(facts, dayOf(asAt));
    if (standing.stage !== "special-arrangement" || person === undefined) return undefined;
    return {
      tier: "must",
      holder: { kind: "person", id: person.id, post: person.post },
      ...(standing.since === undefined ? {} : { from: standing.since }),
      about: theChild(facts.child.id),
      because: `A special arrangement names this person${whyArranged(facts, dayOf(asAt))}.`,
    };
  },
});

/** Why there is an arrangement, where the facts say it; a child taught at home may well be seen by health. */
function whyArranged({ contact, places }: NamedPersonFacts, day: LocalDate): string {
  if (typeof contact === "object" && contact.state !== "in-touch")
    return ", because neither school nor health regularly sees the child";
  const isAtSchool = (place: SchoolPlace) => place.kind !== "nursery" && holdsOn(place, day);
  return places === "not-recorded" || places.some(isAtSchool) ? "" : ", because the child has no school place";
}

/** A child of school age without a school is put under a special arrangement; the area education manager nominates (HD-21). */
export const withoutSchoolPlace = (given: RuleHead, { schoolAge }: { schoolAge: number }): Who => ({
  ...given,
  title: "A child without a school place has an education officer or teacher",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { standing, gap } = currentOn(facts, day);
    const nominated = {
      holder: { kind: "post", post: "education-officer" } as const,
      accountable: education,
      about: theChild(facts.child.id),
    };
    if (standing.placeEndedOn !== undefined) return gap && { ...nominated, tier: "must", because: gap.sentence };
    if (!isOfSchoolAgeWithoutPlace(facts, day, schoolAge)) return undefined;
    return {
      ...nominated,
      tier: "expected",
      because:
        "The child is of school age and has no school place. The area education manager nominates somebody; the health visitor stays until then.",
    };
  },
});

/** It ends at 18, or on leaving school if that is later; a leaver of 16 or 17 has a contact in the education service (HD-18). */
export const untilAdulthood = (given: RuleHead): Who => ({
  ...given,
  title: "The named person ends at 18, or on leaving school if later",
  apply: (facts, asAt) => {
    const { standing, gap } = currentOn(facts, dayOf(asAt));
    const about = theChild(facts.child.id);
    if (standing.stage === "ended")
      return {
        tier: "not-needed",
        about,
        because: "The young person is 18 or over and has left school, so there is no named person any more.",
      };
    if (standing.stage !== "school-leaver") return undefined;
    return (
      gap && {
        tier: "must",
        holder: { kind: "post", post: "education-service-contact" },
        accountable: education,
        about,
        because: gap.sentence,
      }
    );
  },
});

/** Every child has one, so a fact that hides who it is gets asked for. */
export const everyChildHasOne = (given: RuleHead): Who => ({
  ...given,
  title: "Every child has one named person",
  force: "must",
  apply: (facts, asAt) => {
    const standing = standingOn(facts, dayOf(asAt));
    if (standing.stage !== "not-recorded") return undefined;
    return {
      tier: "unknown",
      missing: standing.missing,
      about: theChild(facts.child.id),
      because: `Record the ${standing.missing} of this child: until then nobody can say who the named person is.`,
    };
  },
});
