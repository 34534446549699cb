import { z } from "zod";

/** Figures of an area over some months. They name no child and no practitioner. */
export const FiguresView = z.object({
  /** The first and the last month, "2026-11". */
  from: z.string(),
  to: z.string(),
  /** Leads held at some time in each month. */
  leads: z.array(
    z.object({
      month: z.string(),
      agency: z.string(),
      team: z.string(),
      leads: z.int(),
      /** How many people held them. */
      people: z.int(),
      /** Of all leads held in that month, in whole per cent. */
      share: z.int(),
    }),
  ),
  /** How large a part of each month's leads an agency held, all its teams together. */
  agencies: z.array(z.object({ month: z.string(), agency: z.string(), leads: z.int(), share: z.int() })),
  /** Plans for which a lead professional came to be needed. */
  needs: z.array(z.object({ quarter: z.string(), route: z.string(), agency: z.string(), plans: z.int() })),
  /** What workers told their line managers once nobody was agreed on. */
  notices: z.array(
    z.object({
      quarter: z.string(),
      agency: z.string(),
      disputes: z.int(),
      notices: z.int(),
      notImmediate: z.int(),
      late: z.int(),
    }),
  ),
  /** Leads under an exception that lapsed while they were held. */
  lapses: z.int(),
});
export type FiguresView = z.infer<typeof FiguresView>;
