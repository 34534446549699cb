import { roleLabels, stageKinds, stageOutcomes } from "@linchpin/domain";
import { asksManagersReason, awaitedBy, workloadStage } from "./allocation.ts";
import { lineManagersOf } from "./people.ts";
import { clauseView, entriesView, nameOf, type Seen } from "./stage-view.ts";
import type { StageView } from "./views.ts";

/** When managers are asked about the load: before anybody is appointed, or once they are, since a reason stops nobody. */
export type Turn = "before" | "after" | "none";

/** Line managers of the person proposed who have not said yes to the load. */
export const managersToAsk = ({ agreement }: Pick<Seen, "agreement">): readonly string[] =>
  lineManagersOf(agreement.cast, agreement.proposal.proposedId).filter(
    (id) => !agreement.entries.some(({ answeredBy, outcome }) => answeredBy === id && outcome === "agreed"),
  );

/** Whether the book asks the managers about the load where no stage of the agreement did, and when. */
export function turnOf(
  { agreement, allocation }: Pick<Seen, "agreement" | "allocation">,
  state: string,
  isComplete: boolean,
): Turn {
  if (managersToAsk({ agreement }).length === 0) return "none";
  if (state === "open" && isComplete && awaitedBy(allocation).length > 0) return "before";
  return state === "appointed" && asksManagersReason(allocation) ? "after" : "none";
}

/** The managers' word on the load as a step of its own, where no stage of the agreement asks for it. */
export function workloadView(seen: Seen, turn: Turn): StageView | undefined {
  const { allocation, records } = seen;
  const entries = entriesView(seen, workloadStage);
  if (entries.length === 0 && turn === "none") return undefined;
  const finding =
    allocation.findings.find(({ effect, liftedBy }) => effect !== "permits" && liftedBy === undefined) ??
    allocation.findings[0];
  const asked = turn === "none" ? [] : managersToAsk(seen);
  const isMine = asked.includes(records.who.practitionerId);
  const outcomes = turn === "before" ? (["agreed", "declined"] as const) : (["agreed"] as const);
  const reason = allocation.needs.find(({ what }) => what === "reason")?.for ?? "the reason";
  return {
    stage: workloadStage,
    kind: { code: "agreement", label: stageKinds.agreement.label },
    label: finding?.title ?? stageKinds.agreement.label,
    whose: roleLabels["proposed-leads-line-manager"].label,
    people: asked.map((id) => nameOf(seen, id)),
    decides: turn === "before",
    mayBeLeftOut: false,
    state: turn === "none" ? "through" : "next",
    clause: clauseView(seen, finding),
    because: finding?.because ?? "",
    entries,
    may: {
      enter: isMine ? { may: true } : { may: false, why: "This is for the line managers of the person proposed." },
      outcomes: isMine ? outcomes.map((code) => ({ code, label: stageOutcomes[code].label })) : [],
      asks: ["words"],
      wordsNeededFor: turn === "before" ? ["declined"] : ["agreed"],
      wordsFor: { declined: "the reason", agreed: reason },
      evidenceNeededFor: [],
      evidenceFor: "",
    },
  };
}
