import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const AccessReviewsSearch = z.object({
  ...Paged,
  search: z.string().max(100).optional().catch(undefined),
  show: z.literal("due").optional().catch(undefined),
});
export type AccessReviewsSearch = z.infer<typeof AccessReviewsSearch>;

export const AccessReviewSearch = z.object({ done: z.enum(["kept", "asked"]).optional().catch(undefined) });
