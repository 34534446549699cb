import { z } from "zod";
import type { Adoption } from "../kernel/book.ts";
import { IdSchema } from "../kernel/id.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { limits, line, prose } from "../kernel/text.ts";

const Value = z.union([
  z.number(),
  z.string().max(limits.line),
  z.boolean(),
  z.array(z.string().max(limits.line)).max(100),
]);
const Name = z.string().min(1).max(limits.name);

/** A rule that an area has agreed not to follow: none without a reason and a name. */
const DepartureSchema = z.object({
  rule: Name,
  reason: prose({ max: limits.prose, enter: "Enter why this rule is departed from" }),
  approvedBy: line({ max: limits.name, enter: "Enter who approved the departure" }),
  from: LocalDateSchema,
  until: LocalDateSchema.exactOptional(),
});

/** How an area takes an edition into use, as it is recorded. `adoptionProblems` judges it against the edition itself. */
export const AdoptionSchema: z.ZodType<Adoption> = z.object({
  id: IdSchema,
  from: LocalDateSchema,
  settings: z.record(Name, Value),
  terms: z.record(Name, line({ max: limits.name, enter: "Enter the area's own word" })),
  departures: z.array(DepartureSchema).max(1_000),
});
