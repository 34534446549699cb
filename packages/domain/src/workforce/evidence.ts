import { inWords } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { thePractitioner } from "../kernel/subject.ts";
import { type CoreSkill, coreSkills } from "../vocabulary/skills.ts";
import type { EvidenceFacts } from "./development-model.ts";

type Piece = EvidenceFacts["evidence"][number];
type Counted = {
  readonly skill: CoreSkill;
  /** Which kinds of evidence show this skill; left out, any. */
  readonly kinds?: readonly Piece["kind"][];
  /** Counted once for each service or sector it comes from, not once for each piece. */
  readonly bySector?: boolean;
};

/** How much evidence there is of one skill: pieces or, for working across services, the sectors it comes from. */
export const evidenceOf = (
  given: RuleHead,
  { skill, kinds, bySector = false }: Counted,
): MeasureRule<EvidenceFacts> => ({
  ...given,
  title: coreSkills[skill].label,
  apply: ({ practitionerId, evidence }): MeasureSaid => {
    const shown = evidence.filter((piece) => piece.skill === skill && (kinds?.includes(piece.kind) ?? true));
    const sectors = new Set(shown.flatMap(({ from }) => (from === "none" || from === "not-recorded" ? [] : [from])));
    const amount = bySector ? sectors.size : shown.length;
    const last = shown
      .map(({ on }) => on)
      .sort()
      .at(-1);
    const isUnplaced = bySector && shown.some(({ from }) => from === "not-recorded");
    return {
      label: coreSkills[skill].label,
      amount,
      about: thePractitioner(practitionerId),
      ...(isUnplaced ? { missing: "which service some of the feedback comes from" } : {}),
      because:
        last === undefined
          ? "No evidence of it yet. That is a gap to fill, and keeps nobody out."
          : `${amount} ${bySector ? (amount === 1 ? "sector" : "sectors") : amount === 1 ? "piece" : "pieces"} of evidence, the last of ${inWords(last)}.`,
    };
  },
});
