import { vocabulary } from "./term.ts";

/** People of several services who meet in a series, on children of a place. */
export const panelKinds = vocabulary({
  "locality-forum": { label: "Forum of a locality" },
  "multi-agency-panel": { label: "Multi-agency panel" },
  "consultation-group": { label: "Consultation group" },
});
export type PanelKind = keyof typeof panelKinds;

/** What is kept of a panel's meeting. */
export const panelRecords = vocabulary({
  minutes: { label: "Minutes" },
  notes: { label: "Notes" },
});
export type PanelRecord = keyof typeof panelRecords;

/** What a child's case is brought to a panel for. */
export const panelTopics = vocabulary({
  "support-needs": { label: "What support the child needs" },
  "collective-solutions": { label: "A solution found together" },
  "managing-risk": { label: "How risk is managed" },
  conflict: { label: "A conflict between practitioners" },
});
export type PanelTopic = keyof typeof panelTopics;
