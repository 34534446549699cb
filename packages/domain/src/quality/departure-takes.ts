import type { Strength } from "../kernel/clause.ts";
import type { DepartureFacts } from "./accountability-model.ts";

/** A youth justice standard is departed from in one case, by a post that the standard names (CWDC Annex C). */
const isOfYouthStandards = (at: string) => /youth|young offender/i.test(at);

/**
 * Takes how much a rule weighs and where it stands; gives what a departure from it takes (RN-02): law, statutory guidance
 * and national standards exceptional circumstances, a youth standard a post of its own, all else a reason.
 */
export const departureTakes = ({
  strength,
  at,
}: {
  readonly strength: Strength;
  readonly at: string;
}): DepartureFacts["takes"] => {
  if (strength === "national standard" && isOfYouthStandards(at)) return "youth-standard";
  return strength === "law" || strength === "statutory guidance" || strength === "national standard"
    ? "exceptional"
    : "reason";
};
