import { z } from "zod";
import { Count, DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

/** Facts for "May this monitoring entry be kept?" */
export const MonitoringFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  /** How many of the actions that were to be done by now are done. */
  delivered: recorded(z.strictObject({ done: Count, of: Count })),
  /** How the child is, beside that. */
  situation: recorded(z.enum(["better", "slightly-better", "the-same", "worse"])),
});
export type MonitoringFacts = z.infer<typeof MonitoringFacts>;

/** Facts for "May this statement on a risk be kept?" */
export const RiskStatementFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  /** Whether what is done about the risk works, and whether the child is better off for it. */
  isEffective: recorded(z.boolean()),
  isBetterOff: recorded(z.boolean()),
  /** Whether it says what the writer did because it is not. */
  saysWhatWasDone: recorded(z.boolean()),
});
export type RiskStatementFacts = z.infer<typeof RiskStatementFacts>;

/** Facts for "Who owes what so that the lead professional knows the plan works?" */
export const WatchingFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  lead: Ref,
  manager: orNone(Ref),
  leadsSince: LocalDateSchema,
  /** The lead's own last contact with the family. What others see of the family does not count here. */
  ownContactOn: DoneOn,
  worksDirectly: recorded(z.boolean()),
  progressCheckedOn: DoneOn,
  isAway: recorded(z.boolean()),
  /** Something that may harm the child or others, as long as it is open. */
  openRisk: orNone(z.strictObject({ since: LocalDateSchema, statedOn: DoneOn })),
  /** What a practitioner on the plan raised with the lead. */
  issues: list(z.strictObject({ id: Ref, by: Ref, raisedOn: LocalDateSchema, answeredOn: DoneOn })),
  /** A young person in custody: when the establishment and when the parents were last in contact. */
  custody: orNone(
    z.strictObject({
      since: LocalDateSchema,
      establishmentOn: DoneOn,
      parentsOn: DoneOn,
    }),
  ),
});
export type WatchingFacts = z.infer<typeof WatchingFacts>;
