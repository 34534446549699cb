import { localDate } from "../kernel/local-date.ts";
import type { PanelFacts, PanelItemFacts } from "../meeting/panel-model.ts";

/** A locality's forum that met on 11 November 2026, with notes kept. */
export const panelFacts = (of: Partial<PanelFacts> = {}): PanelFacts => ({
  panel: { id: "north", kind: "locality-forum" },
  everyWeeks: "none",
  keeps: "notes",
  lastMetOn: localDate("2026-11-11"),
  kept: "notes",
  ...of,
});

/** A child assessed on 3 November 2026, to be talked about at the forum of 25 November. */
export const panelItemFacts = (of: Partial<PanelItemFacts> = {}): PanelItemFacts => ({
  child: { id: "child-1" },
  panel: { id: "north", kind: "locality-forum" },
  meetsOn: localDate("2026-11-25"),
  assessedOn: localDate("2026-11-03"),
  topic: "support-needs",
  dispute: "none",
  services: [],
  ...of,
});
