import { codesOf, dayOf, LocalDateSchema, lookKinds, momentAt } from "@linchpin/domain";
import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const Whose = z.enum(["mine", "on-my-account"]);
export type Whose = z.infer<typeof Whose>;

export const DutiesSearch = z.object({ ...Paged, whose: Whose.optional().catch(undefined) });
export const NoticesSearch = z.object({ ...Paged, unread: z.literal(true).optional().catch(undefined) });

export const LookKindOfPage = z.enum(codesOf(lookKinds));
export const LooksSearch = z.object({
  ...Paged,
  week: LocalDateSchema.optional().catch(undefined),
  kind: LookKindOfPage.optional().catch(undefined),
  name: z.string().max(200).optional().catch(undefined),
  done: z.enum(["kept", "breach"]).optional().catch(undefined),
});
export type LooksSearch = z.infer<typeof LooksSearch>;
/** A week that nobody asks for by name is the one that is running. */
export const LooksOfPersonSearch = z.object({
  ...Paged,
  week: LocalDateSchema.catch(() => dayOf(momentAt(new Date()))),
});
