import { codesOf, stepKinds } from "@linchpin/domain";
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
export const LooksSearch = z.object(Paged);
export type LooksSearch = z.infer<typeof LooksSearch>;
