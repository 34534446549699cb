import { z } from "zod";

export const RulebookSearch = z.object({
  search: z.string().max(100).optional().catch(undefined),
  topic: z.string().max(50).optional().catch(undefined),
  show: z.enum(["must", "ours", "own", "departed", "silent"]).optional().catch(undefined),
  adoption: z.uuid().optional().catch(undefined),
});
export type RulebookSearch = z.infer<typeof RulebookSearch>;
