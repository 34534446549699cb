import { IdSchema, isStorable } from "@linchpin/domain";
import { z } from "zod";
import { NameCursorSchema } from "../../paging.ts";

const Text = z.string().max(300).refine(isStorable);

export const OfEstablishment = z.object({ establishmentId: IdSchema });
export const OfChild = z.object({ childId: IdSchema });
export const Mine = z.object({
  search: Text.optional(),
  group: Text.optional(),
  /** Only children with an open concern, or a lead professional still to be found. */
  needsAttention: z.boolean().optional(),
  cursor: NameCursorSchema.optional(),
});
export const Missing = z.object({ establishmentId: IdSchema.optional(), cursor: NameCursorSchema.optional() });
export const ToTellOf = z.object({
  establishmentId: IdSchema.optional(),
  childId: IdSchema.optional(),
  group: Text.optional(),
  /** Left out, those still to be told. */
  state: z.enum(["open", "told", "not-told"]).optional(),
  cursor: NameCursorSchema.optional(),
});
/** Packs of a school or clinic: all of its roll, or narrowed. */
export const PacksOf = z.object({
  establishmentId: IdSchema,
  group: Text.optional(),
  yearGroup: Text.optional(),
  /** Only children who start there later. */
  entering: z.boolean().optional(),
});
