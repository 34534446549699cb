import { codesOf, standingKinds } from "@linchpin/domain";
import { Paged } from "@linchpin/portal";
import { z } from "zod";

export const shows = {
  "without-clearance": { label: "Without an enhanced clearance" },
  "in-pool": { label: "In the pool" },
  "not-in-pool": { label: "Not in the pool" },
} as const;

export const RegisterSearch = z.object({
  ...Paged,
  team: z.uuid().optional().catch(undefined),
  search: z.string().max(100).optional().catch(undefined),
  show: z.enum(codesOf(shows)).optional().catch(undefined),
});
export type RegisterSearch = z.infer<typeof RegisterSearch>;

export const StandingSearch = z.object({
  done: z.enum(["standing", "exception", "ended"]).optional().catch(undefined),
});

export const LeavingSearch = z.object({ done: z.boolean().optional().catch(undefined) });

/** What can be recorded: each kind of fact, and one more award beside a qualification. */
export const RecordKind = z.enum([...codesOf(standingKinds), "award"]);
export type RecordKind = z.infer<typeof RecordKind>;
