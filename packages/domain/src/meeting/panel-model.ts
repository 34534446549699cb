import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { panelKinds, panelRecords, panelTopics } from "../vocabulary/panels.ts";
import { codesOf } from "../vocabulary/term.ts";

const Panel = z.strictObject({ id: Ref, kind: z.enum(codesOf(panelKinds)) });

/** Facts for "When does this panel meet next, and what is owed of its last meeting?" */
export const PanelFacts = z.strictObject({
  panel: Panel,
  /** What the locality itself settled: how often it meets, and what is kept of a meeting. */
  everyWeeks: orNone(z.int().min(1).max(26)),
  keeps: orNone(z.enum(codesOf(panelRecords))),
  lastMetOn: DoneOn,
  /** What is on record of the last meeting. */
  kept: orNone(z.enum(codesOf(panelRecords))),
});
export type PanelFacts = z.infer<typeof PanelFacts>;

/** Facts for "May this child be brought to the panel?" */
export const PanelItemFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  panel: Panel,
  meetsOn: LocalDateSchema,
  /** The day of the child's common assessment. */
  assessedOn: orNone(LocalDateSchema),
  topic: recorded(z.enum(codesOf(panelTopics))),
  /** The disagreement it is about, by id. */
  dispute: orNone(Ref),
  /** The services the child is known to, each from the day that was recorded. */
  services: recorded(list(z.strictObject({ id: Ref, recordedOn: LocalDateSchema }))),
});
export type PanelItemFacts = z.infer<typeof PanelItemFacts>;
