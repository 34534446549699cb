import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const Whose = z.enum(["mine", "on-my-account"]);
export type Whose = z.infer<typeof Whose>;

export const DutiesSearch = z.object({ ...Paged, whose: Whose.optional().catch(undefined) });
export const NoticesSearch = z.object({ ...Paged, unread: z.literal(true).optional().catch(undefined) });
