import { LetterWay } from "@linchpin/domain";
import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const MineSearch = z.object({
  ...Paged,
  search: z.string().max(100).optional().catch(undefined),
  group: z.string().max(300).optional().catch(undefined),
  attention: z.literal(true).optional().catch(undefined),
  sort: z.enum(["name", "age", "class", "since"]).optional().catch(undefined),
  down: z.literal(true).optional().catch(undefined),
});
export type MineSearch = z.infer<typeof MineSearch>;

export const WithoutSearch = z.object(Paged);
export type WithoutSearch = z.infer<typeof WithoutSearch>;

export const TellSearch = z.object({
  ...Paged,
  establishmentId: z.uuid().optional().catch(undefined),
  childId: z.uuid().optional().catch(undefined),
  group: z.string().max(300).optional().catch(undefined),
  state: z.enum(["open", "told", "not-told"]).optional().catch(undefined),
});
export type TellSearch = z.infer<typeof TellSearch>;

/** Whose letters, and how they go, once that is chosen. */
export const LettersSearch = z.object({
  establishmentId: z.uuid().optional().catch(undefined),
  childId: z.uuid().optional().catch(undefined),
  group: z.string().max(300).optional().catch(undefined),
  way: LetterWay.optional().catch(undefined),
});
export type LettersSearch = z.infer<typeof LettersSearch>;

export const PacksSearch = z.object({
  group: z.string().max(300).optional().catch(undefined),
  yearGroup: z.string().max(300).optional().catch(undefined),
  entering: z.literal(true).optional().catch(undefined),
});
export type PacksSearch = z.infer<typeof PacksSearch>;

/** A paper that is given in place of a pack reads as on the first day at that school or clinic. */
export const PaperSearch = z.object({ establishmentId: z.uuid().optional().catch(undefined) });
export type PaperSearch = z.infer<typeof PaperSearch>;

/** Whose packs, and how they go, once that is chosen. */
export const SendPacksSearch = PacksSearch.extend({ way: LetterWay.optional().catch(undefined) });
