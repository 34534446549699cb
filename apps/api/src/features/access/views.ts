import { z } from "zod";
import { ClockView, ControlView, nextCursor, PersonView, TermView } from "../../views.ts";

/** Who is signed in, as the shell of a portal shows it. */
export const WhoView = z.object({
  practitionerId: z.string(),
  name: z.string(),
  role: z.string(),
  /** What the post may do, about some child if not about every one: a portal offers nothing else. */
  acts: z.array(z.string()),
  /** The portal that the post works in; the other one is a link away. */
  worksAt: z.enum(["/manager/", "/named-person/"]),
  postTitle: z.string(),
  areaName: z.string(),
  isDemonstration: z.boolean(),
  /** The area's own words for ours: "leadProfessional" → "key worker". */
  terms: z.record(z.string(), z.string()),
  rulebook: z.object({ id: z.string(), title: z.string(), adoptedFrom: z.string() }),
  nation: z.string(),
  /** Why the area's documents know no named person; absent where they do. */
  noNamedPersonBecause: z.string().optional(),
  /** True where the area's documents know a group of service managers. */
  hasManagersGroup: z.boolean().optional(),
  idleUntil: z.string(),
  until: z.string(),
});

export const DraftView = z.object({ key: z.string(), body: z.unknown(), keptAt: z.string() }).nullable();

/** A record that was opened in an emergency: whose, and until when it can be read. */
export const OpenedView = z.object({ childId: z.string(), openUntil: z.string() });

const ChildByName = z.object({ visibility: z.literal("full"), childId: z.string(), name: z.string() });

/** One opening as a privacy officer looks at it. */
export const EmergencyAccessView = z.object({
  emergencyAccessId: z.string(),
  child: ChildByName,
  by: PersonView,
  postTitle: z.string(),
  agency: z.string(),
  reason: TermView,
  words: z.string(),
  openedAt: z.string(),
  openUntil: z.string(),
  /** What was looked at while it was open: "the plan". */
  looked: z.array(z.string()),
  /** Nobody had looked at it in time, and the service managers were told. */
  isEscalated: z.boolean(),
  /** Until when it has to be looked at, while it waits. */
  clock: ClockView.optional(),
  review: z
    .object({ finding: z.enum(["right", "not-right"]), words: z.string(), by: z.string(), at: z.string() })
    .optional(),
  may: z.object({ review: ControlView }),
});
export type EmergencyAccessView = z.infer<typeof EmergencyAccessView>;
export const EmergencyListView = z.object({ openings: z.array(EmergencyAccessView), nextCursor });

/** What somebody said of children they know outside work, and of where they live, in their own words. */
export const KnownChildrenView = z.object({
  children: z.array(
    z.object({
      tieId: z.string(),
      tie: TermView,
      name: z.string().nullable(),
      bornOn: z.string().nullable(),
      number: z.string().nullable(),
      recordedAt: z.string(),
    }),
  ),
  home: z
    .object({
      line1: z.string().nullable(),
      postcode: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
      recordedAt: z.string(),
    })
    .nullable(),
});
/** Kept; of any record it says nothing. */
export const DeclaredView = z.object({ declared: z.literal(true) });

/** A record that is held back from somebody, as a privacy officer sees it. */
export const BlockView = z.object({
  blockId: z.string(),
  by: PersonView,
  postTitle: z.string(),
  agency: z.string(),
  child: ChildByName,
  /** How it came to be known. */
  because: z.string(),
  tie: TermView.optional(),
  from: z.string(),
  lifted: z.object({ at: z.string(), by: z.string(), because: z.string() }).optional(),
});
export type BlockView = z.infer<typeof BlockView>;
export const BlockListView = z.object({ blocks: z.array(BlockView), nextCursor });
