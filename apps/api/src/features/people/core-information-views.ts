import { codesOf, coreItems } from "@linchpin/domain";
import { z } from "zod";
import { ControlView } from "../../views.ts";

const Item = z.object({ code: z.enum(codesOf(coreItems)), label: z.string() });

export const CoreInformationView = z.object({
  childId: z.string(),
  /** When this was read: what changed since is not confirmed by it. */
  asOf: z.string(),
  items: z.array(
    z.object({
      item: Item,
      /** As it is on record, in lines. */
      says: z.array(z.string()),
      /** When somebody last went through it; left out where nobody has. */
      confirmed: z.object({ on: z.string(), by: z.string() }).optional(),
      dueOn: z.string().optional(),
      isStale: z.boolean(),
      because: z.string(),
    }),
  ),
  /** What is not on record at all. */
  notOnRecord: z.array(Item),
  /** Where the child is, is kept private from the reader: nothing is said of it here. */
  isKeptPrivate: z.boolean(),
  carers: z.array(z.object({ carerId: z.string(), name: z.string() })),
  /** Why nothing is owed on it here: no document of the area speaks of it. */
  silence: z.string().optional(),
  confirm: ControlView,
});

export const CoreOfMineView = z.object({
  children: z.array(
    z.object({
      childId: z.string(),
      name: z.string(),
      state: z.enum(["never", "stale", "soon"]),
      because: z.string(),
    }),
  ),
  /** How many more there are. */
  more: z.int(),
  silence: z.string().optional(),
});
