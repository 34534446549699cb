import { z } from "zod";
import { DoneOn, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { assessmentTasks } from "../vocabulary/assessments.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Facts for "What do law and guidance ask around a specialist assessment?" */
export const SpecialistFacts = z.strictObject({
  child: z.strictObject({ id: Ref, bornOn: recorded(LocalDateSchema) }),
  plan: z.strictObject({ id: Ref }),
  /** The initial or core assessment of a child in need: when it opened and closed, and what was done for it. */
  inNeed: orNone(
    z.strictObject({
      openedOn: LocalDateSchema,
      closedOn: DoneOn,
      done: recorded(list(z.enum(codesOf(assessmentTasks)))),
    }),
  ),
  needsAreComplex: recorded(z.boolean()),
  keyWorker: orNone(Ref),
});
export type SpecialistFacts = z.infer<typeof SpecialistFacts>;
