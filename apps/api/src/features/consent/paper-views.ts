import { z } from "zod";
import { LookedView } from "./letter-views.ts";

/** A paper for one of a family: to whom it may go, and, once somebody is chosen, exactly as it would go. */
export const PaperView = z.object({
  childId: z.string(),
  childName: z.string(),
  /** What it is, for a heading. */
  title: z.string(),
  recipients: z.array(
    z.object({
      is: z.enum(["child", "carer"]),
      carerId: z.string().optional(),
      name: z.string(),
      relationship: z.string().optional(),
    }),
  ),
  /** It is kept private where the child is: it goes to the safe contact, by whatever way. */
  safeContact: z.string().optional(),
  /** Why there is none to give. */
  none: z.string().optional(),
  look: LookedView.optional(),
});
export type PaperView = z.infer<typeof PaperView>;

export const PaperSentView = z.object({ sentCopyId: z.string() });

const Pack = z.object({ childId: z.string(), child: z.string() });

/** The packs of a roll, each exactly as it would go. */
export const PacksToSendView = z.discriminatedUnion("known", [
  z.object({ known: z.literal(false), because: z.string() }),
  z.object({
    known: z.literal(true),
    /** Nothing in these has to be looked at first. */
    ready: z.array(
      Pack.extend({
        /** Of all of its parts. */
        hash: z.string(),
        parts: z.array(z.string()),
        isToSafeContact: z.boolean(),
      }),
    ),
    /** All of them, one part to a page. */
    sheet: z.string(),
    /** These are looked at one by one, and why. */
    oneByOne: z.array(Pack.extend({ why: z.array(z.string()) })),
    /** There is none for these, and why. */
    without: z.array(Pack.extend({ why: z.string() })),
    /** How many went or were given already, all of them. */
    done: z.number(),
    hasMore: z.boolean(),
  }),
]);

export const PacksSentView = z.object({
  /** One of what was sent, by which all of it opens; none where nothing was. */
  sentCopyId: z.string().nullable(),
  sent: z.number(),
  /** The children whose pack changed since it was shown: nothing of it was sent. */
  changed: z.array(z.string()),
});
