import type { GateRule, GateSaid } from "../kernel/gate.ts";
import { inWords, isLocalDate } from "../kernel/local-date.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject } from "../kernel/subject.ts";
import { agencyKinds } from "../vocabulary/agencies.ts";
import { groupItemReasons } from "../vocabulary/disputes.ts";
import type { May } from "./may.ts";
import type { MayFacts, SanctionFacts } from "./model.ts";

const about = ({ dispute }: MayFacts) => subject("area", dispute.id);
type Service = "police" | "health" | "education" | "social-work";

/** Only the co-ordinator puts an item before the group; from others it is a request. */
export const placedByCoordinator = (given: RuleHead): May => ({
  ...given,
  title: "The co-ordinator places items before the group",
  force: "must",
  apply: (facts) => {
    if (facts.act !== "place-before-group") return undefined;
    return facts.by.role === "coordinator"
      ? { effect: "permits", about: about(facts), because: "The co-ordinator keeps the group's agenda." }
      : {
          effect: "refers",
          decidedBy: "coordinator",
          about: about(facts),
          because: "This becomes a request to the co-ordinator, who places it before the group.",
        };
  },
});

/** Why an item comes is said by its code, and one about resources says what was tried locally. */
export const comesWithItsReason = (given: RuleHead): May => ({
  ...given,
  title: "An item comes with its reason",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "refer-to-group") return undefined;
    const said = { about: about(facts) };
    const { reason } = facts;
    if (reason === "none" || reason === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "why it comes before the group",
        because: "Choose why this comes before the group. An item without a reason is not taken.",
      };
    const label = `The reason is "${groupItemReasons[reason].label}"`;
    if (reason !== "beyond-area-resources") return { ...said, effect: "permits", because: `${label}.` };
    if (facts.triedLocally === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "what was tried locally",
        because: `${label}. Write down what was tried locally.`,
      };
    return facts.triedLocally
      ? { ...said, effect: "permits", because: `${label}, and it is written down what was tried locally.` }
      : {
          ...said,
          effect: "prevents",
          because: `${label}, and nothing was tried locally. The co-ordinator returns it until that is done.`,
        };
  },
});

const ofBothAgencies: readonly MayFacts["dispute"]["kind"][] = ["will-not-deliver"];

/** A disagreement comes to the group only with the records of what was tried before. */
export const triedBefore = (given: RuleHead): May => ({
  ...given,
  title: "What was tried before is attached",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "refer-to-group" || facts.reason !== "disagreement") return undefined;
    const said = { about: about(facts) };
    const { tried } = facts;
    if (tried === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: "what was tried before",
        because: "It is not recorded what was tried before. Attach it, or say that nothing was.",
      };
    // What was agreed and not delivered has been with both agencies first (HIG-152); of any other disagreement one will do.
    const isOfBoth = ofBothAgencies.includes(facts.dispute.kind);
    const managed = (["own-agency", "partner-agency"] as const).filter((stage) => tried.includes(stage)).length;
    const isManaged = managed >= (isOfBoth ? 2 : 1);
    const isEvidence = isManaged || (!isOfBoth && (tried.includes("mediation") || tried.includes("resolution-policy")));
    return isEvidence
      ? { ...said, effect: "permits", because: "It is shown that the levels below were tried and did not settle it." }
      : {
          ...said,
          effect: "prevents",
          because: isOfBoth
            ? "Returned: attach the records of what was tried before, from the lead professional's own agency and from each partner agency's management."
            : "Returned: attach the record of what was tried before: by the management of an agency concerned, in mediation, or under the policy on disagreements.",
        };
  },
});

/** No service closes an item alone: every seat of the area takes part, in person or by a deputy who is named. */
export const everySeatTakesPart = (given: RuleHead, { services }: { readonly services: readonly Service[] }): May => ({
  ...given,
  title: "All services of the area decide together",
  force: "must",
  apply: (facts): GateSaid | undefined => {
    if (facts.act !== "close-item") return undefined;
    const said = { about: about(facts) };
    const seatOf = (service: Service) => facts.seats.filter(({ agency }) => agency === service).map(({ by }) => by);
    const isThere = (service: Service) => seatOf(service).some((by) => by === "member" || by === "named-deputy");
    const there = services.filter(isThere);
    if (there.length === services.length)
      return { ...said, effect: "permits", because: `All ${services.length} services took part in the decision.` };
    const absent = services.filter((service) => !isThere(service));
    const labels = absent.map((service) => agencyKinds[service].label.toLowerCase()).join(", ");
    const count = `${there.length} of ${services.length}`;
    return absent.every((service) => seatOf(service).includes("not-recorded"))
      ? {
          ...said,
          effect: "unknown",
          missing: "who sat for each service",
          because: `It is recorded for ${count} services who took part. Not recorded: ${labels}.`,
        }
      : {
          ...said,
          effect: "prevents",
          because: `Only ${count} services took part. Missing, with no deputy named: ${labels}.`,
        };
  },
});

type Significant = { readonly poundsAYear: number };

/** A significant resource is given only once the group has sanctioned it; until then the action waits. */
export const sanctionedFirst = (given: RuleHead, { poundsAYear }: Significant): GateRule<SanctionFacts> => ({
  ...given,
  title: "A significant resource waits for the group's sanction",
  force: "must",
  apply: (facts): GateSaid => {
    const said = { about: subject("area", facts.action.id) };
    if (isLocalDate(facts.sanctionedOn))
      return { ...said, effect: "permits", because: `The group sanctioned it on ${inWords(facts.sanctionedOn)}.` };
    const isSignificant =
      facts.placementOutside === true || (facts.poundsAYear !== "not-recorded" && facts.poundsAYear >= poundsAYear);
    if (isSignificant)
      return {
        ...said,
        effect: "prevents",
        because: `Awaiting sanction: this is a significant resource (from ${poundsAYear} pounds a year, or a placement outside the area). It starts once the Service Managers' Group has sanctioned it.`,
      };
    if (facts.poundsAYear === "not-recorded" || facts.placementOutside === "not-recorded")
      return {
        ...said,
        effect: "unknown",
        missing: facts.poundsAYear === "not-recorded" ? "what it costs in a year" : "whether it is outside the area",
        because: "Write down what it costs in a year and whether it is a placement outside the area.",
      };
    return { ...said, effect: "permits", because: "This is not a significant resource, so it waits for nobody." };
  },
});
