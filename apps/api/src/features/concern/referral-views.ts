import { z } from "zod";
import { ControlView, TermView } from "../../views.ts";
import { DecisionView } from "../record/views.ts";

const said = z.string().optional();

/** Whom people of the area ask, in the area's own words; null where nobody has written it down. */
export const RouteView = z.object({
  area: z.string(),
  route: z
    .object({
      team: z.string(),
      phone: z.string(),
      hours: said,
      afterHoursTeam: said,
      afterHoursPhone: z.string(),
      writeTo: said,
      words: said,
      version: z.int(),
      recordedBy: z.string(),
      recordedAt: z.string(),
    })
    .nullable(),
  keep: ControlView,
});

export const RouteKept = z.object({ version: z.int() });

const WordView = z.object({
  wordId: z.string(),
  kind: TermView,
  on: z.string(),
  by: said,
  words: z.string(),
  recordedBy: z.string(),
});

/** What somebody may know of the referrals about a child, and whether one may be made now. */
export const ReferralsView = z.object({
  childId: z.string(),
  childName: z.string(),
  /** What the rulebook answers about a referral now; left out where it says nothing: it may be made all the same. */
  decision: DecisionView.optional(),
  referrals: z.array(
    z.object({
      referralId: z.string(),
      madeOn: z.string(),
      madeAt: said,
      madeBy: z.string(),
      toWhom: z.string(),
      way: TermView,
      whatFor: said,
      isAboutStaff: z.boolean(),
      words: z.array(WordView),
    }),
  ),
  record: ControlView,
  /** Whether the child's own pages open to the reader. */
  opens: z.boolean(),
});

export const ReferralDone = z.object({ referralId: z.string() });
