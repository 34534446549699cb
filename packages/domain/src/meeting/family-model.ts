import { z } from "zod";
import { list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";

const child = z.strictObject({ id: Ref });

/** Facts for "May this meeting be confirmed, as far as everybody can follow it?" */
export const InterpretersFacts = z.strictObject({
  child,
  meeting: z.strictObject({ id: Ref, on: LocalDateSchema }),
  people: recorded(
    list(
      z.strictObject({
        id: Ref,
        firstLanguage: recorded(Ref),
        needsInterpreter: recorded(z.boolean()),
        interpreter: orNone(z.enum(["booked", "declined"])),
      }),
    ),
  ),
});
export type InterpretersFacts = z.infer<typeof InterpretersFacts>;

const explained = orNone(z.strictObject({ on: LocalDateSchema, heardBy: list(z.enum(["parents", "core-group"])) }));

/** Facts for "May this core group's record be finished, as far as the key worker's role was explained?" */
export const RoleExplainedFacts = z.strictObject({
  child,
  keyWorker: orNone(Ref),
  atConference: explained,
  atCoreGroup: explained,
});
export type RoleExplainedFacts = z.infer<typeof RoleExplainedFacts>;
