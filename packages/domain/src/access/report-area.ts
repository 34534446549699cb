import { z } from "zod";
import { Ref, recorded } from "../kernel/facts.ts";
import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { GateRule } from "../kernel/gate.ts";
import type { GateQuestion } from "../kernel/question.ts";
import type { RuleHead } from "../kernel/rule.ts";
import { sayOf } from "../kernel/saying.ts";
import { subject } from "../kernel/subject.ts";

/** Facts for "May this manager see the reports of this area?" A pilot area lies in a locality, and that in the county. */
export const ReportAreaFacts = z.strictObject({
  area: z.strictObject({ id: Ref, locality: recorded(Ref) }),
  reader: z.strictObject({ id: Ref, reaches: z.enum(["area", "locality", "county"]), place: recorded(Ref) }),
});
export type ReportAreaFacts = z.infer<typeof ReportAreaFacts>;

export const reportArea: GateQuestion<ReportAreaFacts> = {
  shape: "gate",
  title: "May this manager see the reports of this area?",
  facts: ReportAreaFacts,
  factsUsed: ({ area, reader }) =>
    used(subject("area", area.id), { locality: area.locality, reaches: reader.reaches, place: reader.place }),
};

/** A manager sees the reports of the own area, of every area of the own locality, or of the whole county. */
export const ownPlacesOnly = (given: RuleHead): GateRule<ReportAreaFacts> => ({
  ...given,
  title: "Reports by area, locality and county",
  force: "must",
  apply: ({ area, reader: { reaches, place } }) => {
    const say = sayOf(subject("area", area.id));
    if (reaches === "county") return say.permits("The reports of every area of the county are open to this manager.");
    const own = reaches === "area" ? area.id : area.locality;
    if (place === "not-recorded" || own === "not-recorded")
      return say.unknown(
        place === "not-recorded" ? "the manager's own place" : "the locality of the area",
        `It is not recorded ${place === "not-recorded" ? "which place this manager is for" : "in which locality this area lies"}.`,
      );
    return place === own
      ? say.permits(`This area lies in the ${reaches} of this manager.`)
      : say.prevents(`This area lies outside the ${reaches} of this manager.`);
  },
});
