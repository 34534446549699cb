import type { DesignationRule } from "../kernel/designation.ts";
import { isKnown } from "../kernel/facts.ts";
import { addDays, inWords, isLocalDate, type LocalDate } from "../kernel/local-date.ts";
import { dayOf } from "../kernel/moment.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild } from "../kernel/subject.ts";
import { currentOn } from "./current.ts";
import type { NamedPersonFacts } from "./model.ts";
import { handoverDay, hoursNotRecorded, standingOn } from "./stage.ts";

type Who = DesignationRule<NamedPersonFacts>;

/** In pregnancy and just after the birth the family's midwife is the named person. The child is one record before and after. */
export const midwifeAtBirth = (given: RuleHead, { reasonAfterDays }: { reasonAfterDays: number }): Who => ({
  ...given,
  title: "The midwife is the named person in pregnancy and just after the birth",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { standing, person } = currentOn(facts, day);
    if (standing.stage !== "pregnancy-and-birth") return undefined;
    const about = theChild(facts.child.id);
    if (person === undefined) {
      const because = "No midwife is recorded. Midwifery names one, and is asked to today.";
      return facts.midwife === "none"
        ? { tier: "must", holder: { kind: "post", post: "midwife" }, about, because }
        : { tier: "unknown", missing: "midwife", about, because };
    }
    const holder = { kind: "person", id: person.id, post: person.post } as const;
    const because = "The midwife stays the named person until a health visitor has taken over.";
    if (!isLateHandover(facts, day, reasonAfterDays)) return { tier: "must", holder, about, because };
    return {
      tier: "must",
      holder,
      about,
      because:
        "The midwife is still the named person, later than expected. Write down why; both service managers are told.",
      needs: [
        { what: "reason", from: "midwifery", for: "why the health visitor has not taken over", code: "late-handover" },
      ],
    };
  },
});

/** The tenth day is a target; from some days after it a handover that has not happened needs its reason (HD-1). */
export const isLateHandover = (facts: NamedPersonFacts, day: LocalDate, reasonAfterDays: number): boolean =>
  isLocalDate(facts.child.bornOn) &&
  handoverDay(facts, day) === undefined &&
  day >= addDays(facts.child.bornOn, reasonAfterDays);

/** A midwife is named and nobody wrote down whether her supervision has ended: she stays, and the day is asked for. */
export const handoverNotRecorded = (given: RuleHead): Who => ({
  ...given,
  title: "The day the midwife's supervision ended is recorded",
  apply: (facts, asAt) =>
    standingOn(facts, dayOf(asAt)).stage === "pregnancy-and-birth" &&
    isLocalDate(facts.child.bornOn) &&
    isKnown(facts.midwife) &&
    facts.midwiferyEndedOn === "not-recorded"
      ? {
          tier: "unknown",
          missing: "the day the midwife's supervision ended",
          about: theChild(facts.child.id),
          because: "Nobody has recorded whether the midwife's supervision has ended, so she stays until that is known.",
        }
      : undefined,
});

/** A health visitor may be recorded as the named person to be; only one is current (HN-24). */
export const healthVisitorToBe = (given: RuleHead): Who => ({
  ...given,
  title: "The health visitor may be named before taking over",
  force: "may",
  apply: (facts, asAt) =>
    standingOn(facts, dayOf(asAt)).stage === "pregnancy-and-birth" &&
    isKnown(facts.midwife) &&
    isKnown(facts.healthVisitor)
      ? {
          tier: "may",
          holder: { kind: "person", id: facts.healthVisitor, post: "health-visitor" },
          about: theChild(facts.child.id),
          because: "This health visitor is the named person to be, once supervision has ended and they have accepted.",
        }
      : undefined,
});

/** The health visitor is the named person from the handover until the child begins full-time primary education. */
export const healthVisitorBeforeSchool = (given: RuleHead): Who => ({
  ...given,
  title: "The health visitor is the named person until full-time primary school",
  force: "must",
  apply: (facts, asAt) => {
    const day = dayOf(asAt);
    const { standing, person } = currentOn(facts, day);
    if (standing.stage !== "before-school") return undefined;
    const about = theChild(facts.child.id);
    if (person !== undefined)
      return {
        tier: "must",
        holder: { kind: "person", id: person.id, post: person.post },
        ...(standing.since === undefined ? {} : { from: standing.since }),
        about,
        because: `The health visitor is the named person${standing.since === undefined ? "" : ` from ${inWords(standing.since)}`} until the first full-time day at primary school.`,
      };
    const because = "No health visitor is recorded. Health visiting names one, and is asked to today.";
    return facts.healthVisitor === "none"
      ? { tier: "must", holder: { kind: "post", post: "health-visitor" }, about, because }
      : { tier: "unknown", missing: "health visitor", about, because };
  },
});

/** Whether a school place is full-time decides who it is; until somebody says, the health visitor stays. */
export const hoursOfPlace = (given: RuleHead): Who => ({
  ...given,
  title: "Whether a school place is full-time is recorded",
  apply: (facts, asAt) =>
    hoursNotRecorded(facts, dayOf(asAt)) && standingOn(facts, dayOf(asAt)).stage === "before-school"
      ? {
          tier: "unknown",
          missing: "whether the school place is full-time",
          about: theChild(facts.child.id),
          because:
            "A school place has begun and nobody has said whether it is full-time. The health visitor stays until then.",
        }
      : undefined,
});
