import { z } from "zod";
import { ControlView, PersonView, TermView } from "../../views.ts";

export const AnswerView = z.object({
  consentId: z.string(),
  version: z.int(),
  by: z.object({ is: z.enum(["child", "parent-or-carer"]), name: z.string().optional() }),
  answer: z.enum(["given", "refused"]),
  standing: z.enum(["in-force", "refused", "taken-back", "ended", "not-yet"]),
  form: z.enum(["spoken", "written"]).optional(),
  understanding: z.enum(["understands", "does-not-understand"]).optional(),
  understandingWords: z.string().optional(),
  says: z.object({ what: z.string(), withWhom: z.string(), why: z.string() }),
  agencies: z.array(TermView),
  recipients: z.array(PersonView),
  /** The items it names; none where it is about all that its words name. */
  items: z.array(z.object({ itemId: z.string(), title: z.string() })),
  from: z.string(),
  lastDay: z.string().optional(),
  takenBack: z.object({ on: z.string(), because: z.string() }).optional(),
  recordedBy: PersonView,
  recordedAt: z.string(),
});
export type AnswerView = z.infer<typeof AnswerView>;

export const ItemView = z.object({
  kind: z.enum(["concern", "view", "plan", "chronology"]),
  itemId: z.string(),
  title: z.string(),
  on: z.string(),
  /** Whose file it is in. */
  agency: z.string(),
});

export const ConsentView = z.object({
  childId: z.string(),
  childName: z.string(),
  answers: z.array(AnswerView),
  items: z.array(ItemView),
  /** The parents and carers on record, to say who answered. */
  carers: z.array(z.string()),
  may: z.object({ record: ControlView }),
});
export type ConsentView = z.infer<typeof ConsentView>;
