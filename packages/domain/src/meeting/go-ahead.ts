import type { GateRule, GateSaid } from "../kernel/gate.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { theMeeting, thePractitioner } from "../kernel/subject.ts";
import { type GoAheadFacts, partsOf } from "./model.ts";

type GoAhead = GateRule<GoAheadFacts>;
const whoIsHere = (facts: GoAheadFacts): GateSaid =>
  sayOf(theMeeting(facts)).unknown("who is here", "It is not recorded who is here.");

/** Without its chair a meeting does not start: somebody else who may chair takes over, or there is a new day. */
export const chairIsHere = (given: RuleHead): GoAhead => ({
  ...given,
  title: "The chair is here",
  force: "must",
  apply: (facts): GateSaid => {
    const say = sayOf(theMeeting(facts));
    const { chair, present } = facts;
    if (chair === "not-recorded" || present === "not-recorded")
      return chair === "not-recorded" ? say.unknown("who chairs", "It is not recorded who chairs.") : whoIsHere(facts);
    if (chair === "none") return say.prevents("Nobody chairs this meeting: somebody who may chair takes it on first.");
    return present.includes(chair)
      ? sayOf(thePractitioner(chair)).permits("The chair is here.")
      : say.prevents("The chair is not here. Somebody else who may chair takes over, or the meeting has a new day.");
  },
});

/** Without the lead, whoever acts in the lead's place is here; else the lead's manager decides, or there is a new day. */
export const leadOrStandInIsHere = (
  given: RuleHead,
  { managerDecides }: { readonly managerDecides: boolean },
): GoAhead => ({
  ...given,
  title: "The lead, or whoever acts for them, is here",
  force: "should",
  apply: (facts): GateSaid | undefined => {
    const say = sayOf(theMeeting(facts));
    const { lead, standIn, present } = facts;
    if (lead === "none" && standIn === "none") return undefined;
    if (present === "not-recorded") return whoIsHere(facts);
    if (present.includes(lead)) return say.permits("The lead professional is here.");
    if (present.includes(standIn)) return say.permits("Whoever acts for the lead professional is here.");
    if (lead === "not-recorded") return say.unknown("who leads", "It is not recorded who leads.");
    if (!managerDecides)
      return say.prevents(
        "Neither the lead professional nor anybody who acts for them is here: the meeting has a new day.",
      );
    return {
      effect: "refers",
      decidedBy: "line-manager",
      about: theMeeting(facts),
      because:
        "Neither the lead professional nor anybody who acts for them is here. The lead's line manager sends somebody, or decides whether to meet all the same.",
    };
  },
});

/** The child and the family are there, or gave their views beforehand, or it is written down why neither. */
export const childAndFamilyTakePart = (given: RuleHead): GoAhead => ({
  ...given,
  title: "The child and the family take part",
  force: "must",
  apply: ({ child, childsPart, familysPart }) => partsOf(child.id, childsPart, familysPart),
});
