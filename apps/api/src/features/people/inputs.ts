import { IdSchema, isStorable } from "@linchpin/domain";
import { z } from "zod";
import { CursorSchema, NameCursorSchema } from "../../paging.ts";
import { rowKinds } from "./views.ts";

/** What a person types into a search box. */
export const SearchText = z
  .string()
  .max(100, "Use 100 characters or fewer")
  .refine(isStorable, "Remove the character that cannot be shown");

/** Where the last page ended, as the answer gave it. */
const Cursor = NameCursorSchema.optional();

export const RollInId = z.object({ rollInId: IdSchema });
export const RollInRows = z.object({
  rollInId: IdSchema,
  kind: z.enum(rowKinds).optional(),
  /** Only rows that have a warning. */
  withWarnings: z.boolean().optional(),
  cursor: z.int().min(0).max(1_000_000).optional(),
});
export const NotInList = z.object({ rollInId: IdSchema, cursor: Cursor });
export const RollIns = z.object({ establishmentId: IdSchema, cursor: CursorSchema.optional() });

export const RollOf = z.object({
  establishmentId: IdSchema,
  search: SearchText.optional(),
  group: z.string().max(300).refine(isStorable).optional(),
  yearGroup: z.string().max(300).refine(isStorable).optional(),
  withoutNamedPerson: z.boolean().optional(),
  cursor: Cursor,
});

export const ChildId = z.object({ childId: IdSchema });
/** Some of the words of a name. */
export const NamedHere = z.object({ text: SearchText.min(2, "Enter at least 2 characters") });
export const Search = z.object({ text: SearchText.min(2, "Enter at least 2 characters"), cursor: Cursor });
