import { isKnown } from "../kernel/facts.ts";
import { ageOn, daysBetween, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import type { NamedPersonFacts } from "./model.ts";
import { type Standing, standingOn, type Unsaid } from "./stage.ts";

export type GapCode =
  | "unborn-without-midwife"
  | "no-midwife-recorded"
  | "no-health-visitor-recorded"
  | "no-school-place"
  | "school-has-not-assigned"
  | "not-regularly-in-touch"
  | "no-education-contact"
  | "stage-not-recorded";

/** Why nobody new is in place: a code for lists, a sentence for people, and whose list it is on. */
export type Gap = {
  readonly code: GapCode;
  readonly sentence: string;
  readonly since?: LocalDate;
  readonly service: "health" | "education" | "area";
  readonly school?: string;
};

export type Current = {
  readonly standing: Standing;
  readonly person?: { readonly id: string; readonly post: string };
  /** The person is the one before, who stays until somebody is put in their place (HD-3). */
  readonly isOutgoing: boolean;
  readonly gap?: Gap;
};

/** Takes the facts and a day, gives the child's stage, who the named person is, and why nobody is where nobody is. */
export function currentOn(facts: NamedPersonFacts, day: LocalDate): Current {
  const standing = standingOn(facts, day);
  switch (standing.stage) {
    case "pregnancy-and-birth":
      return named(standing, facts.midwife, "midwife") ?? { standing, isOutgoing: false, gap: withoutMidwife(facts) };
    case "before-school":
      return (
        named(standing, facts.healthVisitor, "health-visitor") ?? {
          standing,
          isOutgoing: false,
          gap: {
            code: "no-health-visitor-recorded",
            sentence: "No health visitor is recorded for this child. Health visiting names one.",
            service: "health",
            ...dayOrNothing(standing.since ?? facts.child.bornOn),
          },
        }
      );
    case "primary":
    case "secondary":
    case "special-school":
      return atSchool(facts, standing, day);
    case "special-arrangement":
      return typeof facts.specialArrangement === "object"
        ? { standing, isOutgoing: false, person: { id: facts.specialArrangement.id, post: "education-officer" } }
        : { standing, isOutgoing: false };
    case "school-leaver":
      return {
        standing,
        isOutgoing: false,
        gap: {
          code: "no-education-contact",
          sentence: "The young person has left school before 18. The education service names a contact.",
          service: "education",
          ...since(standing.since),
        },
      };
    case "ended":
      return { standing, isOutgoing: false };
    case "not-recorded":
      return { standing, isOutgoing: false, gap: stageNotRecorded(standing) };
  }
}

/** Whole days since the gap opened; undefined while somebody is named, or where the day it opened is not known. */
export const daysWithout = ({ person, gap }: Current, day: LocalDate): number | undefined =>
  person !== undefined || gap?.since === undefined ? undefined : daysBetween(gap.since, day);

/** A child of school age with no place at any school, now or to come, who is still with the health visitor (HD-21). */
export const isOfSchoolAgeWithoutPlace = (facts: NamedPersonFacts, day: LocalDate, schoolAge: number): boolean =>
  standingOn(facts, day).stage === "before-school" &&
  facts.places !== "not-recorded" &&
  !facts.places.some((place) => place.kind !== "nursery" && (place.until === undefined || day < place.until)) &&
  isLocalDate(facts.child.bornOn) &&
  ageOn(facts.child.bornOn, day) >= schoolAge;

const since = (day: LocalDate | undefined) => (day === undefined ? {} : { since: day });
const dayOrNothing = (day: string | LocalDate) => (isLocalDate(day) ? { since: day } : {});

const named = (standing: Standing, who: string, post: string): Current | undefined =>
  isKnown(who) ? { standing, isOutgoing: false, person: { id: who, post } } : undefined;

function atSchool(facts: NamedPersonFacts, standing: Standing, day: LocalDate): Current {
  const { assignedBySchool: assigned } = facts;
  if (standing.placeEndedOn !== undefined)
    return { standing, isOutgoing: false, gap: withoutPlace(facts, standing.placeEndedOn) };
  if (typeof assigned === "object" && assigned.from <= day && assigned.school === standing.school)
    return { standing, isOutgoing: false, person: { id: assigned.id, post: staffPost(standing) } };
  const gap: Gap = {
    code: "school-has-not-assigned",
    sentence: "The school has not yet said who this child's named person is.",
    service: "education",
    ...since(standing.since),
    ...(standing.school === undefined ? {} : { school: standing.school }),
  };
  const before = outgoingOf(facts, standing);
  return before === undefined
    ? { standing, isOutgoing: false, gap }
    : { standing, isOutgoing: true, person: before, gap };
}

/** The health visitor is the one before a first school, whether or not anybody wrote that down. */
function outgoingOf(facts: NamedPersonFacts, standing: Standing) {
  if (typeof facts.outgoing === "object") return { id: facts.outgoing.id, post: "named-person" };
  if (standing.stage !== "secondary" && isKnown(facts.healthVisitor))
    return { id: facts.healthVisitor, post: "health-visitor" };
  return undefined;
}

export const staffPost = ({ stage }: Standing): string =>
  stage === "secondary" ? "member-of-secondary-school-staff" : "member-of-primary-school-staff";

function withoutMidwife(facts: NamedPersonFacts): Gap {
  if (facts.child.bornOn === "unborn")
    return {
      code: "unborn-without-midwife",
      sentence: "No midwife is recorded for this unborn child. Midwifery names one.",
      service: "health",
    };
  return {
    code: "no-midwife-recorded",
    sentence: "No midwife is recorded for this newborn child, and no health visitor has taken over.",
    service: "health",
    ...dayOrNothing(facts.child.bornOn),
  };
}

function withoutPlace(facts: NamedPersonFacts, endedOn: LocalDate): Gap {
  if (typeof facts.contact === "object" && facts.contact.state !== "in-touch")
    return {
      code: "not-regularly-in-touch",
      sentence: "Neither school nor health regularly sees this child. The area puts a special arrangement in place.",
      service: "area",
      since: facts.contact.since,
    };
  return {
    code: "no-school-place",
    sentence: `No school place is recorded after ${inWords(endedOn)}. The area education manager nominates somebody.`,
    service: "education",
    since: endedOn,
  };
}

const stageNotRecorded = ({ missing }: Unsaid): Gap => ({
  code: "stage-not-recorded",
  sentence: `Nobody can say who the named person is until the ${missing} of this child is recorded.`,
  service: "area",
});
