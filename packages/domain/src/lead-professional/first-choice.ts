import type { DesignationSaid } from "../kernel/designation.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { theChild, thePractitioner } from "../kernel/subject.ts";
import type { AgencyKind } from "../vocabulary/agencies.ts";
import { type BestPlaced, may, person } from "./best-placed.ts";
import { agencyOf } from "./offers.ts";

const universal: readonly AgencyKind[] = ["health", "education"];
export const isUniversal = (agency: AgencyKind): boolean => universal.includes(agency);
const specialists: readonly string[] = ["specialist-health-practitioner", "specialist-education-practitioner"];

/** How the need arose decides the pool of people, so it has to be written down. */
export const routeIsKnown = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "How the need arose is recorded",
  force: "must",
  apply: ({ child, route }) =>
    route === "not-recorded"
      ? {
          tier: "unknown",
          missing: "how the need arose",
          about: theChild(child.id),
          because: "Choose how the need arose first: it decides whom to think of.",
        }
      : undefined,
});

/** From evidence in universal services, the first choice is the universal practitioner who already works with the child. */
export const universalPractitionerFirst = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "The universal practitioner already working with the child comes first",
  apply: ({ child, route, universalPractitioner: id, statutory }) => {
    if (route !== "evidence-from-universal-services" || statutory.holders.length > 0) return undefined;
    if (id === "not-recorded")
      return {
        tier: "unknown",
        missing: "the universal practitioner already working with the child",
        about: theChild(child.id),
        because: "It is not recorded which practitioner of health or education already works with the child.",
      };
    if (id === "none") return undefined;
    return {
      tier: "expected",
      holder: { ...person(id), post: "universal-practitioner" },
      about: thePractitioner(id),
      because:
        "Already works with the child in a universal service, so is the first to think of. Choosing another needs a reason.",
    };
  },
});

/** Help that is more specialist, yet still chiefly from universal services, opens the list to their specialists. */
export const specialistsOfUniversalServices = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "Specialists of health and education are on the list",
  force: "may",
  apply: ({ child, route, involved }) =>
    route !== "specialist-within-universal-services"
      ? undefined
      : involved
          .filter(
            (one) =>
              one.involvement === "involved" &&
              isUniversal(one.agency) &&
              one.posts.some((post) => specialists.includes(post)),
          )
          .map((one) =>
            may(
              child,
              one,
              "A specialist of health or education, who can be chosen without a meeting of the agencies.",
            ),
          ),
});

/** Complex health needs suggest a specialist health practitioner, who draws in the others. */
export const complexHealthSuggests = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "Complex health needs suggest a specialist health practitioner",
  apply: ({
    child,
    needsAreComplexHealth,
    involved,
    statutory,
  }): DesignationSaid | readonly DesignationSaid[] | undefined => {
    if (needsAreComplexHealth !== true || statutory.holders.length > 0) return undefined;
    const nurses = involved.filter((one) => one.posts.includes("specialist-health-practitioner"));
    if (nurses.length === 0)
      return {
        tier: "suggested",
        holder: { kind: "post", post: "specialist-health-practitioner" },
        about: theChild(child.id),
        because:
          "The needs are marked as complex health, which suggests a specialist health practitioner; none is recorded yet.",
      };
    return nurses.map((one) => ({
      tier: "suggested",
      holder: { ...person(one.id), post: "specialist-health-practitioner" },
      about: thePractitioner(one.id),
      because:
        "The needs are marked as complex health, which suggests this specialist. Choosing another needs a reason.",
    }));
  },
});

/** Where safety or statute is the reason, social work is the agency to think of first; any other may be chosen. */
export const socialWorkForSafety = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "Social work is thought of first for safety or statute",
  apply: ({ child, route, statutory }) =>
    route === "safety-or-statute" && statutory.requiredAgency === undefined && statutory.holders.length === 0
      ? {
          tier: "suggested",
          holder: { kind: "agency", agency: "social-work" },
          about: theChild(child.id),
          because: "Safety or statute is the reason, which often means social work. Another agency may be chosen.",
        }
      : undefined,
});

/** The named person is the first to be considered and may take the role where that fits. */
export const namedPersonFirst = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "The named person is considered first",
  apply: ({ child, namedPerson, namedPersonAgency, statutory }) => {
    if (statutory.holders.length > 0) return undefined;
    if (namedPerson === "not-recorded")
      return {
        tier: "unknown",
        missing: "the named person",
        about: theChild(child.id),
        because: "The child's named person is not recorded, and comes first.",
      };
    if (namedPerson === "none") return undefined;
    const isOutside = statutory.requiredAgency !== undefined && statutory.requiredAgency !== namedPersonAgency;
    if (isOutside) return undefined;
    return {
      tier: "expected",
      holder: { ...person(namedPerson), post: "named-person" },
      about: thePractitioner(namedPerson),
      because: "The named person is considered first and may take the role. Passing over them needs a reason.",
    };
  },
});

/** When another practitioner leads, it is kept whether that one comes from the named person's own agency or another. */
export const ownOrOtherAgency = (given: RuleHead): BestPlaced => ({
  ...given,
  title: "The lead may come from the named person's agency or another",
  force: "may",
  apply: ({ child, namedPerson, namedPersonAgency, involved }) =>
    involved
      .filter((one) => one.involvement === "involved" && one.id !== namedPerson)
      .map((one) => may(child, one, whoseAgency(one.agency, namedPersonAgency))),
});

function whoseAgency(agency: AgencyKind, namedPersons: string): string {
  const of = agencyOf(agency, namedPersons);
  if (of === "not-recorded")
    return "May lead. The named person's agency is not recorded, so nobody can say whether this is another one.";
  return of === "own-agency"
    ? "May lead, from the named person's own agency."
    : "May lead, from another agency than the named person's.";
}
