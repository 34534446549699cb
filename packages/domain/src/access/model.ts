import { z } from "zod";
import { list, Ref, recorded } from "../kernel/facts.ts";
import { accessActs, accessRoles, accessTies } from "../vocabulary/permissions.ts";
import { codesOf } from "../vocabulary/term.ts";

/** Facts for "May this person see or do this?" Nothing of it says which sector somebody works in: rights go by role. */
export const AccessFacts = z.strictObject({
  person: Ref,
  /** What this person is, to this child or in this area, on the day asked about. A role that ended is not in it. */
  roles: recorded(list(z.enum(codesOf(accessRoles)))),
  act: z.enum(codesOf(accessActs)),
  /** Whose record, staff or area it is. */
  about: z.strictObject({ kind: z.enum(["child", "practitioner", "area"]), id: Ref }),
  /** What ties the person to the very thing. A tie that is not in the list is not recorded. */
  ties: list(z.strictObject({ kind: z.enum(codesOf(accessTies)), holds: recorded(z.boolean()) })),
});
export type AccessFacts = z.infer<typeof AccessFacts>;
