import { z } from "zod";
import { orNone, Ref } from "../kernel/facts.ts";
import { youthItemKinds } from "../vocabulary/group-items.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Facts for "May this item be placed with the group?" `kind` is "none" where it is about no young offender. */
export const ItemFacts = z.strictObject({
  item: z.strictObject({ id: Ref }),
  kind: orNone(z.enum(codesOf(youthItemKinds))),
});
export type ItemFacts = z.infer<typeof ItemFacts>;
