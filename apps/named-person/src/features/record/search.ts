import { codesOf, LocalDateSchema, stepKinds } from "@linchpin/domain";
import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const Whose = z.enum(["mine", "on-my-account"]);
export type Whose = z.infer<typeof Whose>;

export const DutiesSearch = z.object({ ...Paged, whose: Whose.optional().catch(undefined) });
export const NoticesSearch = z.object({ ...Paged, unread: z.boolean().optional().catch(undefined) });
export const ChronologySearch = z.object({
  ...Paged,
  kind: z.enum(codesOf(stepKinds)).optional().catch(undefined),
});
export type ChronologySearch = z.infer<typeof ChronologySearch>;
/** The days that are asked for; a day that is none is left out. */
const days = {
  from: LocalDateSchema.optional().catch(undefined),
  to: LocalDateSchema.optional().catch(undefined),
};
export const PaperSearch = z.object(days);
export type PaperSearch = z.infer<typeof PaperSearch>;
export const LooksSearch = z.object({ ...Paged, ...days });
export type LooksSearch = z.infer<typeof LooksSearch>;
