import { z } from "zod";
import { DoneOn, inOrder, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency } from "../people/model.ts";
import { keyWorkerKinds, keyWorkerProvisions } from "../vocabulary/key-workers.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);
const child = z.strictObject({ id: Ref });
const plan = z.strictObject({ id: Ref });
const kind = z.enum(codesOf(keyWorkerKinds));

/** Somebody in a part beside the lead, for the days they hold it. */
const Stretch = inOrder(z.strictObject({ id: Ref, from: LocalDateSchema, until: LocalDateSchema.exactOptional() }));

/** Facts for "May this person be key worker, lead, or the child's own contact?" */
export const KeyWorkerFacts = z.strictObject({
  child,
  person: Ref,
  as: z.enum(["key-worker", "lead", "chosen-contact"]),
  kind: recorded(kind),
  /** Each mainstream agency with an action on the plan, and whether it supports this person co-ordinating. */
  mainstream: recorded(list(z.strictObject({ agency: Agency, supports: recorded(z.boolean()) }))),
});
export type KeyWorkerFacts = z.infer<typeof KeyWorkerFacts>;

/** Facts for "What is owed by those who stand beside the lead?" */
export const BesideFacts = z.strictObject({
  child,
  plan,
  lead: orNone(Ref),
  /** Where the child lives: a children's home, or a residential school, with its key workers. */
  placement: orNone(
    z.strictObject({
      kind: z.enum(["childrens-home", "residential-school"]),
      hasScheme: recorded(z.boolean()),
      keyWorkers: recorded(list(Stretch)),
      /** Who takes it where the home has no key working. */
      nominee: orNone(Ref),
    }),
  ),
  /** What a key worker sees to for a disabled child, as the last review found it, and the action that answers a gap. */
  provisions: list(
    z.strictObject({
      provision: z.enum(codesOf(keyWorkerProvisions)),
      isMet: recorded(z.boolean()),
      action: orNone(Ref),
    }),
  ),
  /** Services offered to a care leaver, whether they are used, and the last reasonable step towards that. */
  offered: list(
    z.strictObject({ id: Ref, offeredOn: LocalDateSchema, isUsed: recorded(z.boolean()), lastStepOn: DoneOn }),
  ),
  /** Changes of circumstances that a care co-ordinator noted, and when the team was told and a review proposed. */
  changes: list(z.strictObject({ id: Ref, notedOn: LocalDateSchema, teamToldOn: DoneOn, reviewProposedOn: DoneOn })),
});
export type BesideFacts = z.infer<typeof BesideFacts>;

/** Facts for "What is owed around a young person of the youth offending team?" */
export const YouthFacts = z.strictObject({
  child,
  plan,
  supervisingOfficer: orNone(Ref),
  /** A stay in a secure establishment, and who inside it advises and assists. */
  custody: orNone(
    z.strictObject({
      arrivedOn: LocalDateSchema,
      leftOn: day,
      worker: orNone(z.strictObject({ id: Ref, from: LocalDateSchema })),
    }),
  ),
  /** After a final warning: each key worker in turn, why it changed, and whether the next one read the file. */
  finalWarning: orNone(
    z.strictObject({
      on: LocalDateSchema,
      keyWorkers: list(z.strictObject({ person: Stretch, changeReasonGiven: z.boolean(), readFileOn: DoneOn })),
    }),
  ),
  /** Activities the young person goes to, and whether attendance and progress were reported. */
  activities: list(z.strictObject({ id: Ref, heldOn: LocalDateSchema, reportedOn: DoneOn })),
  /** Changes in the young person's life, and whether the plan was looked at for them. */
  changes: list(z.strictObject({ id: Ref, notedOn: LocalDateSchema, planLookedAtOn: DoneOn })),
  /** Intensive supervision: on what it is enforced. */
  intensive: orNone(
    z.strictObject({
      from: LocalDateSchema,
      basis: orNone(z.enum(["bail", "community-supervision", "detention-and-training-order"])),
    }),
  ),
});
export type YouthFacts = z.infer<typeof YouthFacts>;

/** Facts for "Who may co-ordinate a discharge or a move to services for adults?" */
export const DischargeFacts = z.strictObject({
  child,
  kind: z.enum(["in-patient-discharge", "child-to-adult"]),
  on: LocalDateSchema,
  /** The lead or care co-ordinator who stays named across it. */
  coordinator: orNone(Stretch),
});
export type DischargeFacts = z.infer<typeof DischargeFacts>;
