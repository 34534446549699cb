import { z } from "zod";
import { Count, DoneOn, list, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency } from "../people/model.ts";
import { countFigures, shareFigures } from "../vocabulary/figures.ts";
import { codesOf } from "../vocabulary/term.ts";

/** The days a figure is about, the first and the last. */
const Period = z.strictObject({ first: LocalDateSchema, last: LocalDateSchema });

/** Facts for "What share is it?" The rows are everything the figure is about, each with its answer. */
export const ShareFacts = z.strictObject({
  area: Ref,
  figure: z.enum(codesOf(shareFigures)),
  period: Period,
  rows: list(z.strictObject({ id: Ref, counts: recorded(z.boolean()) })),
});
export type ShareFacts = z.infer<typeof ShareFacts>;

/** Facts for "How many are there of each kind?" */
export const CountFacts = z.strictObject({
  area: Ref,
  figure: z.enum(codesOf(countFigures)),
  period: Period,
  /** Kinds that are shown even where nothing of them was counted: an agency, a clause, a person. */
  kinds: list(Ref),
  rows: list(z.strictObject({ id: Ref, kind: recorded(Ref) })),
});
export type CountFacts = z.infer<typeof CountFacts>;

/** Facts for "How long did it take until help was there?" */
export const WaitForHelpFacts = z.strictObject({
  area: Ref,
  period: Period,
  agreed: z.enum(["informally", "formally"]),
  needs: list(
    z.strictObject({
      id: Ref,
      agreed: recorded(z.enum(["informally", "formally"])),
      neededOn: LocalDateSchema,
      helpedOn: DoneOn,
    }),
  ),
});
export type WaitForHelpFacts = z.infer<typeof WaitForHelpFacts>;

/** Facts for "How often did this child's lead change?" Who led, in order, each from a day. */
export const ChangesOfLeadFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  period: Period,
  leads: recorded(list(z.strictObject({ id: Ref, agency: recorded(Agency), from: LocalDateSchema }))),
});
export type ChangesOfLeadFacts = z.infer<typeof ChangesOfLeadFacts>;

/** Facts for "How many children are likely to have additional needs at some point?" */
export const ExpectedFacts = z.strictObject({
  area: Ref,
  children: recorded(Count),
  bound: z.enum(["least", "most"]),
});
export type ExpectedFacts = z.infer<typeof ExpectedFacts>;

/** Facts for "How far does this plan work?" */
export const PlanWorksFacts = z.strictObject({
  child: z.strictObject({ id: Ref }),
  asked: z.enum(["working", "clashes", "outcomes"]),
  supports: list(z.strictObject({ id: Ref, works: recorded(z.boolean()) })),
  /** Pairs of supports that get in each other's way or do the same. */
  clashes: recorded(list(Ref)),
  outcomes: list(z.strictObject({ id: Ref, reached: recorded(z.boolean()) })),
});
export type PlanWorksFacts = z.infer<typeof PlanWorksFacts>;
