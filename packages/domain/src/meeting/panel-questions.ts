import { factsUsedOf as used } from "../kernel/facts-used.ts";
import type { DutyQuestion, GateQuestion } from "../kernel/question.ts";
import { subject, theChild } from "../kernel/subject.ts";
import { PanelFacts, PanelItemFacts } from "./panel-model.ts";

export const panel: DutyQuestion<PanelFacts> = {
  shape: "duty",
  title: "When does this panel meet next, and what is owed of its last meeting?",
  facts: PanelFacts,
  factsUsed: ({ panel: of, ...facts }) =>
    used(subject("area", of.id), {
      "kind of panel": of.kind,
      "meets every so many weeks": facts.everyWeeks,
      "keeps of a meeting": facts.keeps,
      "last met on": facts.lastMetOn,
      "kept of the last meeting": facts.kept,
    }),
};

export const panelItem: GateQuestion<PanelItemFacts> = {
  shape: "gate",
  title: "May this child be brought to the panel?",
  facts: PanelItemFacts,
  factsUsed: ({ child, panel: of, meetsOn, assessedOn, topic, dispute, services }) =>
    used(theChild(child.id), {
      panel: [of.id, of.kind, meetsOn],
      "assessed on": assessedOn,
      topic,
      "disagreement linked": dispute,
      "known to": services,
    }),
};
