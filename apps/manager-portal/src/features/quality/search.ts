import { z } from "zod";

/** How many months back, this one counted. */
export const stretches = ["6", "12", "24"] as const;
export type Stretch = (typeof stretches)[number];

export const FiguresSearch = z.object({ months: z.enum(stretches).optional().catch(undefined) });
export type FiguresSearch = z.infer<typeof FiguresSearch>;
