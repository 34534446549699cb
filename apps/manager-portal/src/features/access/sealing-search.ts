import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const SealingsSearch = z.object(Paged);

export const SealingSearch = z.object({ done: z.enum(["asked", "decided"]).optional().catch(undefined) });
