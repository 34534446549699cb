import { codesOf, restrictionKinds } from "@linchpin/domain";
import { z } from "zod";
import { ControlView, PersonView } from "../../views.ts";

export const SafeContactView = z.object({
  name: z.string(),
  address: z.string().optional(),
  phone: z.string().optional(),
});

/** That it is kept private where a child is, as every page of the child says it. */
export const WhereaboutsView = z.object({
  owner: PersonView,
  safeContact: SafeContactView,
  /** Whether this reader may know all the same. */
  mayKnow: z.boolean(),
});
export type WhereaboutsView = z.infer<typeof WhereaboutsView>;

export const AdultKeptAwayView = z.object({ restrictionId: z.string(), name: z.string(), owner: PersonView });

const kind = z.enum(codesOf(restrictionKinds));

export const RestrictionView = z.object({
  restrictionId: z.string(),
  kind,
  label: z.string(),
  /** The adult who must not be brought near, where it is about one. */
  adult: z.string().optional(),
  owner: PersonView,
  isYours: z.boolean(),
  safeContact: SafeContactView.optional(),
  /** The first day of it, however often it was looked at since. */
  since: z.string(),
  reviewOn: z.string(),
  isLate: z.boolean(),
  /** The reason, who may know and what was found each time, for those who may know; left out for everybody else. */
  known: z
    .object({
      reason: z.string(),
      readers: z.array(PersonView.extend({ because: z.string(), since: z.string(), isOwner: z.boolean() })),
      looks: z.array(z.object({ on: z.string(), by: z.string(), words: z.string() })),
      /** Who came later, has to know as a rule, and waits for the one who answers for it to say. */
      waiting: z.array(PersonView.extend({ as: z.string(), since: z.string() })),
      /** What lists gave of where the child is: on no record until somebody says so. */
      given: z.array(
        z.object({
          heldId: z.string(),
          from: z.string(),
          on: z.string(),
          address: z.string().optional(),
          carers: z.array(z.string()),
        }),
      ),
    })
    .optional(),
  /** Whom the reader may put in to answer for it from now on; nobody where they do not look at it again. */
  owners: z.array(PersonView.extend({ as: z.string() })),
  may: z.object({ lookAgain: ControlView, end: ControlView, name: ControlView }),
});
export type RestrictionView = z.infer<typeof RestrictionView>;

export const RestrictionsView = z.object({
  childId: z.string(),
  childName: z.string(),
  restrictions: z.array(RestrictionView),
  /** What is over; what it was about only for those who knew. */
  past: z.array(
    z.object({
      restrictionId: z.string(),
      kind,
      label: z.string(),
      owner: PersonView,
      from: z.string(),
      until: z.string(),
      known: z.object({ adult: z.string().optional(), because: z.string() }).optional(),
    }),
  ),
  /** Everybody with a part in the child's care, to choose those who may know from, and who answers for something new. */
  colleagues: z.array(PersonView.extend({ as: z.string(), isYou: z.boolean() })),
  /** The last day by which what is recorded today may have to be looked at again. */
  lastReviewDay: z.string(),
  may: z.object({ record: ControlView }),
});
export type RestrictionsView = z.infer<typeof RestrictionsView>;
