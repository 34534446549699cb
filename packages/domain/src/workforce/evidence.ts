import { inWords } from "../kernel/local-date.ts";
import type { MeasureRule, MeasureSaid } from "../kernel/measure.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { subject, thePractitioner } from "../kernel/subject.ts";
import { startingSmall } from "../kernel/words.ts";
import { type CoreSkill, commonCore, coreSkills } from "../vocabulary/skills.ts";
import { codesOf } from "../vocabulary/term.ts";
import type { AttendanceFacts, EvidenceFacts } from "./development-model.ts";

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

/** How far somebody's profile covers the common core: each of its areas counts once it is shown. */
export const commonCoreCovered = (given: RuleHead): MeasureRule<EvidenceFacts> => ({
  ...given,
  title: "The common core of skills and knowledge",
  apply: (facts): readonly MeasureSaid[] =>
    codesOf(commonCore).map((area): MeasureSaid => {
      const { label } = commonCore[area];
      const shown = facts.commonCore.find((one) => one.area === area)?.evidenced ?? "not-recorded";
      return {
        label,
        amount: shown === true ? 1 : 0,
        about: thePractitioner(facts.practitionerId),
        ...(shown === "not-recorded" ? { missing: startingSmall(label) } : {}),
        because:
          shown === "not-recorded"
            ? `${label}: it is not recorded whether the profile shows it.`
            : `${label}: ${shown ? "shown by the profile." : "open."}`,
      };
    }),
});

/** How many people of each service a joint training reached; a service that nobody came from is named. */
export const reachedByService = (given: RuleHead): MeasureRule<AttendanceFacts> => ({
  ...given,
  title: "Whom joint training reached",
  apply: ({ event, services }): readonly MeasureSaid[] =>
    services.map(({ id, places, came }): MeasureSaid => {
      const said = { label: id, about: subject("agency", id) };
      if (came === "not-recorded")
        return {
          ...said,
          amount: 0,
          missing: `how many came from ${id}`,
          because: `It is not recorded how many came from this service on ${inWords(event.on)}.`,
        };
      return {
        ...said,
        amount: came,
        because:
          came === 0
            ? `Nobody of this service was reached on ${inWords(event.on)}.`
            : `Came on ${inWords(event.on)}: ${came}${typeof places === "number" ? ` of ${places} places` : ""}.`,
      };
    }),
});
