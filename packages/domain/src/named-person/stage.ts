import { isKnown } from "../kernel/facts.ts";
import { ageOn, holdsOn, isDoneBy, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import type { NamedPersonFacts, NamedPersonStage, SchoolPlace } from "./model.ts";

/** Where a child stands on a day, since when, and at which school. Without a fact it needs, the stage names it. */
export type Standing =
  | {
      readonly stage: Exclude<NamedPersonStage, "not-recorded">;
      readonly since?: LocalDate;
      readonly school?: string;
      /** The school place has ended and no later one is recorded. */
      readonly placeEndedOn?: LocalDate;
    }
  | Unsaid;

/** Nobody can say where the child stands until the fact that is missing is recorded. */
export type Unsaid = {
  readonly stage: "not-recorded";
  readonly missing: string;
  readonly since?: never;
  readonly school?: never;
  readonly placeEndedOn?: never;
};

const endsAt = 18;
const mayLeaveAt = 16;
const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);

/**
 * The stage is decided by what happened, never by a birthday alone: the handover from the midwife, the first day of
 * full-time primary, the start at secondary, leaving school. Eighteen ends it only for those who have left school (HD-18).
 */
export function standingOn(facts: NamedPersonFacts, day: LocalDate): Standing {
  const { bornOn, leftSchoolOn } = facts.child;
  const age = isLocalDate(bornOn) ? ageOn(bornOn, day) : undefined;
  const hasLeft = isLocalDate(leftSchoolOn) && leftSchoolOn <= day;
  const schooling = schoolingOn(facts.places, day);

  if (age !== undefined && age >= endsAt) {
    if (hasLeft) return { stage: "ended" };
    if (schooling === "not-recorded") return { stage: "not-recorded", missing: "school places" };
    if (!schooling || schooling.placeEndedOn !== undefined) return { stage: "ended" };
    return schooling;
  }
  if (typeof facts.specialArrangement === "object" && facts.specialArrangement.from <= day)
    return { stage: "special-arrangement", since: facts.specialArrangement.from };
  if (hasLeft && age === undefined) return { stage: "not-recorded", missing: "date of birth" };
  if (hasLeft && age !== undefined && age >= mayLeaveAt) return { stage: "school-leaver", since: leftSchoolOn };
  if (bornOn === "unborn") return { stage: "pregnancy-and-birth" };
  if (schooling === "not-recorded") return { stage: "not-recorded", missing: "school places" };
  if (schooling === undefined && hasLeft)
    return { stage: "secondary", since: leftSchoolOn, placeEndedOn: leftSchoolOn };
  return schooling ?? beforeSchool(facts, day);
}

/** The latest school that the child has begun at, once the first full-time day at primary (or a later start) has come (HD-2). */
function schoolingOn(places: NamedPersonFacts["places"], day: LocalDate): Standing | "not-recorded" | undefined {
  if (places === "not-recorded") return "not-recorded";
  const begins = places.filter((place) => hasBegun(place, day)).map((place) => place.from);
  const first = begins.reduce<LocalDate | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
  if (first === undefined) return undefined;
  const begun = places.filter((place) => place.kind !== "nursery" && first <= place.from && place.from <= day);
  const lastBegun = latestOfPlaces(begun);
  if (lastBegun === undefined) return undefined;
  // One that has ended gives way to one that still holds; nobody goes back to primary once secondary has begun.
  const still = begun.filter((place) => holdsOn(place, day) && !(lastBegun.kind === "secondary" && isPrimary(place)));
  const latest = latestOfPlaces(still) ?? lastBegun;
  const isToCome = places.some((place) => place.kind !== "nursery" && place.from > day);
  const endedOn = !holdsOn(latest, day) && !isToCome ? latest.until : undefined;
  const stage = latest.kind === "special" ? "special-school" : latest.kind === "secondary" ? "secondary" : "primary";
  return {
    stage,
    school: latest.school,
    since: latest.from,
    ...(endedOn === undefined ? {} : { placeEndedOn: endedOn }),
  };
}

const isPrimary = ({ kind }: SchoolPlace) => kind === "primary";
const latestOfPlaces = (places: readonly SchoolPlace[]) =>
  places.reduce<SchoolPlace | undefined>((a, b) => (a === undefined || b.from >= a.from ? b : a), undefined);

/** A nursery place or a part-time start begins nothing; nor does a place whose hours nobody has recorded. */
const hasBegun = (place: SchoolPlace, day: LocalDate) =>
  place.from <= day && (place.kind === "secondary" || (place.kind !== "nursery" && place.fullTime === true));

/** A school place has begun and nobody recorded whether it is full-time. */
export const hoursNotRecorded = (facts: NamedPersonFacts, day: LocalDate): boolean =>
  facts.places !== "not-recorded" &&
  facts.places.some(
    (place) =>
      (place.kind === "primary" || place.kind === "special") &&
      place.fullTime === "not-recorded" &&
      holdsOn(place, day),
  );

/** The handover is the later of the day supervision ended and the day the health visitor accepted (HD-1). */
function beforeSchool(facts: NamedPersonFacts, day: LocalDate): Standing {
  const handover = handoverDay(facts, day);
  if (handover !== undefined) return { stage: "before-school", since: handover };
  if (isKnown(facts.midwife)) return { stage: "pregnancy-and-birth" };
  if (facts.midwife === "none" && facts.child.bornOn !== "not-recorded") return { stage: "before-school" };
  if (facts.child.bornOn === "not-recorded") return { stage: "not-recorded", missing: "date of birth" };
  return { stage: "pregnancy-and-birth" };
}

/**
 * Undefined while one of the two has not happened: what is written down for a later day than this one has not. A child who
 * never had a midwife here passes on acceptance alone.
 */
export function handoverDay(facts: NamedPersonFacts, day: LocalDate): LocalDate | undefined {
  const { healthVisitor, healthVisitorAcceptedOn: acceptedOn, midwiferyEndedOn: endedOn } = facts;
  if (!isKnown(healthVisitor) || !isDoneBy(acceptedOn, day)) return undefined;
  if (isDoneBy(endedOn, day)) return later(endedOn, acceptedOn);
  return isKnown(facts.midwife) ? undefined : acceptedOn;
}
