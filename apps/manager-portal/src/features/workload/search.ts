import { z } from "zod";

const Yes = z.literal(true).optional().catch(undefined);

export const columns = ["name", "leads", "supports", "load", "room"] as const;

export const TeamSearch = z.object({
  team: z.uuid().optional().catch(undefined),
  search: z.string().max(100).optional().catch(undefined),
  over: Yes,
  split: Yes,
  away: Yes,
  unagreed: Yes,
  sort: z.enum(columns).optional().catch(undefined),
  down: Yes,
  view: z.enum(["people", "spread"]).optional().catch(undefined),
});
export type TeamSearch = z.infer<typeof TeamSearch>;

export const PersonSearch = z.object({ done: z.enum(["capacity", "weight"]).optional().catch(undefined) });
