import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const EvidenceSearch = z.object({ ...Paged, done: z.boolean().optional().catch(undefined) });
export type EvidenceSearch = z.infer<typeof EvidenceSearch>;
