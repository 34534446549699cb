import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

const child = z.strictObject({ id: Ref });
const plan = z.strictObject({ id: Ref });
const whose = z.enum(["child", "family"]);

/** What the child or the family said, each of them apart: when, how it was had and by whom, and what became of it. */
export const View = z.strictObject({
  id: Ref,
  of: whose,
  on: LocalDateSchema,
  /** Whether it is written down how it was had: a drawing, a talk, by phone. */
  saysHow: z.boolean(),
  by: orNone(Ref),
  /** The day it was written down how it was taken into account, or why it was not followed. */
  answeredOn: DoneOn,
});
export type View = z.infer<typeof View>;

/** Something that was explained to the child or the family: the plan, or why this person leads. */
export const Explained = z.strictObject({
  what: z.enum(["plan", "lead"]),
  to: whose,
  on: LocalDateSchema,
  /** Whether it is written down in which form: a talk, a letter, drawings. */
  saysHow: z.boolean(),
  understood: orNone(z.enum(["understood", "not-understood"])),
});
export type Explained = z.infer<typeof Explained>;

/** Somebody who speaks for the child or the family: whether that was thought about, offered, answered and arranged. */
export const Advocacy = z.strictObject({
  consideredOn: LocalDateSchema,
  isNeeded: recorded(z.boolean()),
  offeredOn: DoneOn,
  answer: orNone(z.enum(["accepted", "declined"])),
  advocate: orNone(Ref),
  linkedOn: DoneOn,
});
export type Advocacy = z.infer<typeof Advocacy>;

/** Facts for "Are child and family heard in this plan?" */
export const VoicesFacts = z.strictObject({
  child,
  plan: z.strictObject({ id: Ref, isInDispute: recorded(z.boolean()) }),
  views: recorded(list(View)),
  explained: recorded(list(Explained)),
  advocacy: orNone(Advocacy),
});
export type VoicesFacts = z.infer<typeof VoicesFacts>;

const tookPart = orNone(
  z.strictObject({ on: LocalDateSchema, how: z.enum(["took-part", "not-possible"]), saysHow: z.boolean() }),
);

/** Facts for "May this plan be agreed, as far as child and family took part in it?" */
export const TakingPartFacts = z.strictObject({
  child,
  plan,
  childsPart: tookPart,
  familysPart: tookPart,
  views: recorded(list(View)),
});
export type TakingPartFacts = z.infer<typeof TakingPartFacts>;
