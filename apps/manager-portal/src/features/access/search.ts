import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const EmergencySearch = z.object({
  ...Paged,
  /** Where the pages of those that were looked at already end. */
  reviewed: Paged.after,
  done: z.boolean().optional().catch(undefined),
});

export const HeldBackSearch = z.object({
  ...Paged,
  show: z.enum(["in-force", "lifted"]).catch("in-force").default("in-force"),
  done: z.boolean().optional().catch(undefined),
});
