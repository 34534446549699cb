import {
  type Current,
  currentOn,
  dayOf,
  inWords,
  type LocalDate,
  momentAt,
  type NamedPersonCandidateFacts,
  type NamedPersonFacts,
  type SchoolPlace,
} from "@linchpin/domain";
import type { ChildStanding, Held, PlaceHeld } from "./standing-store.ts";

const schoolKinds: readonly PlaceHeld["kind"][] = ["nursery", "primary", "secondary", "special"];
const isSchool = (place: PlaceHeld): place is PlaceHeld & { kind: SchoolPlace["kind"] } =>
  schoolKinds.includes(place.kind);

/** The first local day somebody was, is or will be the named person. */
export const startsOn = ({ from }: Held): LocalDate => dayOf(momentAt(from));
const endsOn = ({ until }: Held): LocalDate | undefined => (until === undefined ? undefined : dayOf(momentAt(until)));

/** Who was or will be named person at the end of a day. */
export const heldOn = (held: readonly Held[], day: LocalDate): Held | undefined =>
  held.findLast((one) => startsOn(one) <= day && (one.until === undefined || day < (endsOn(one) ?? day)));

/** The latest of a stage that has begun, or else the first that is to come. */
const ofStage = (held: readonly Held[], stage: string, day: LocalDate): Held | undefined =>
  held.findLast((one) => one.stage === stage && startsOn(one) <= day) ?? held.find((one) => one.stage === stage);

/**
 * Takes what the record holds and a day, gives the facts for "Who is this child's named person?" as at that day.
 * A place on a health visitor's caseload tells that midwifery here is over, and one with a midwifery team that it is not.
 */
export function factsOn(standing: ChildStanding, day: LocalDate): NamedPersonFacts {
  const { childId, bornOn, dueOn, places, held } = standing;
  const midwife = ofStage(held, "pregnancy-and-birth", day);
  const visitor = ofStage(held, "before-school", day);
  const firstVisitor = held.find(({ stage }) => stage === "before-school");
  const current = heldOn(held, day);
  const school = (one: Held | undefined) =>
    one !== undefined &&
    one.establishmentId !== null &&
    places.some((place) => isSchool(place) && place.establishmentId === one.establishmentId)
      ? { id: one.practitionerId, school: one.establishmentId, from: startsOn(one) }
      : undefined;
  const assigned = school(current);
  const special = current?.stage === "special-arrangement" ? current : undefined;
  const isPast = (kinds: readonly string[]) => places.some((place) => kinds.includes(place.kind));
  return {
    child: {
      id: childId,
      bornOn: bornOn ?? (dueOn === null ? "not-recorded" : "unborn"),
      leftSchoolOn: standing.leftSchoolOn ?? "none",
    },
    midwife: midwife?.practitionerId ?? (isPast(["clinic", ...schoolKinds]) || visitor ? "none" : "not-recorded"),
    midwiferyEndedOn: standing.midwiferyEndedOn ?? "not-recorded",
    healthVisitor: visitor?.practitionerId ?? (isPast(["clinic"]) ? "none" : "not-recorded"),
    healthVisitorAcceptedOn: firstVisitor ? startsOn(firstVisitor) : "not-recorded",
    places: places.filter(isSchool).map((place) => ({
      school: place.establishmentId,
      kind: place.kind,
      fullTime: place.fullTime ?? "not-recorded",
      from: place.from,
      ...(place.until === undefined ? {} : { until: place.until }),
    })),
    assignedBySchool: assigned ?? "none",
    specialArrangement: special ? { id: special.practitionerId, from: startsOn(special) } : "none",
    outgoing: current && !assigned && !special ? { id: current.practitionerId } : "none",
    contact: "not-recorded",
  };
}

/** Where the child stands on a day and why nobody is named, where nobody is. */
export const currentlyOn = (standing: ChildStanding, day: LocalDate): Current => currentOn(factsOn(standing, day), day);

export type Candidate = {
  readonly practitionerId: string;
  readonly posts: readonly string[];
  readonly onStaffOf: readonly string[] | "not-recorded";
};

/**
 * The facts for "May this person be the child's named person?" from a day. A child whose record here holds nobody
 * earlier has nobody to be carried forward.
 */
export function candidateFacts(
  standing: ChildStanding,
  candidate: Candidate,
  from: LocalDate,
): NamedPersonCandidateFacts {
  const { stage, school } = currentlyOn(standing, from).standing;
  const before = standing.held.findLast((one) => startsOn(one) < from && one.stage !== stage);
  return {
    child: { id: standing.childId },
    candidate: { id: candidate.practitionerId, posts: candidate.posts, onStaffOf: candidate.onStaffOf },
    stage,
    ...(school === undefined ? {} : { school }),
    previous:
      before === undefined
        ? "none"
        : {
            id: before.practitionerId,
            stage: before.stage,
            ...(before.establishmentId === null ? {} : { school: before.establishmentId }),
          },
  };
}

/** Why nobody is the named person today: a code for lists and a sentence for people. */
export function whyNobody(
  standing: ChildStanding | undefined,
  today: LocalDate,
): { readonly code: string; readonly why: string } {
  const next = standing?.held.find((one) => startsOn(one) > today);
  if (next) return { code: "starts-later", why: `The next one starts on ${inWords(startsOn(next))}.` };
  const gap = standing && currentlyOn(standing, today).gap;
  if (gap) return { code: gap.code, why: gap.sentence };
  return { code: "nobody-recorded", why: "Nobody has been recorded for this child." };
}
