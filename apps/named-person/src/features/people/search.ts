import { Paged } from "@linchpin/portal";
import { z } from "zod";

const Text = z.string().max(100).optional().catch(undefined);
const Yes = z.literal(true).optional().catch(undefined);

export const SearchSearch = z.object({ ...Paged, text: z.string().max(100).catch("").default("") });

export const RollSearch = z.object({
  ...Paged,
  search: Text,
  group: z.string().max(300).optional().catch(undefined),
  yearGroup: z.string().max(300).optional().catch(undefined),
  without: Yes,
});
export type RollSearch = z.infer<typeof RollSearch>;

export const RollInRowsSearch = z.object({
  ...Paged,
  kind: z.enum(["new", "same", "changed", "possible-match", "refused"]).optional().catch(undefined),
  warnings: Yes,
});
export type RollInRowsSearch = z.infer<typeof RollInRowsSearch>;
