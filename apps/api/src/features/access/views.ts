import { z } from "zod";

/** Who is signed in, as the shell of a portal shows it. */
export const WhoView = z.object({
  practitionerId: z.string(),
  name: z.string(),
  role: z.string(),
  postTitle: z.string(),
  areaName: z.string(),
  isDemonstration: z.boolean(),
  /** The area's own words for ours: "leadProfessional" → "key worker". */
  terms: z.record(z.string(), z.string()),
  rulebook: z.object({ id: z.string(), title: z.string(), adoptedFrom: z.string() }),
  nation: z.string(),
  /** Why the area's documents know no named person; absent where they do. */
  noNamedPersonBecause: z.string().optional(),
  idleUntil: z.string(),
  until: z.string(),
});

export const DraftView = z.object({ key: z.string(), body: z.unknown(), keptAt: z.string() }).nullable();
