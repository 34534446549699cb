import { z } from "zod";
import { Count, during, inOrder, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { roles } from "../kernel/role.ts";
import { Involved, Statuses } from "../people/model.ts";
import { kindsOfNeed } from "../vocabulary/assessments.ts";
import { leadingProcesses, learningSettings } from "../vocabulary/key-workers.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);
const child = z.strictObject({ id: Ref });
const plan = z.strictObject({ id: Ref });

/** Somebody's stretch in a part, from its first day. */
const Stretch = inOrder(z.strictObject({ id: Ref, from: LocalDateSchema, until: LocalDateSchema.exactOptional() }));

/** Facts for "Who is the contact of record?" The plan is this child's, or a family's with this child in it. */
export const ContactFacts = z.strictObject({
  child,
  plan,
  /** A post that the law puts in the lead of this child, and who holds it once named. */
  byLaw: orNone(inOrder(z.strictObject({ holder: orNone(Ref), ...during }))),
  /** Who holds the lead of the plan; `isPaused` while somebody else acts or the holder is away. */
  lead: orNone(z.strictObject({ stretch: Stretch, isPaused: recorded(z.boolean()) })),
  /** A deputy put into the role, or somebody in between. */
  acting: orNone(Stretch),
  /** Proposed and not yet agreed: leads nobody. */
  pending: orNone(z.strictObject({ id: Ref, proposedOn: LocalDateSchema, proposersManager: orNone(Ref) })),
  assessor: orNone(Ref),
  namedPerson: orNone(Ref),
  /** Whom child or family would rather be in touch with from day to day, and whether it is written down why. */
  chosen: orNone(
    z.strictObject({
      id: Ref,
      by: z.enum(["child", "family"]),
      from: LocalDateSchema,
      hasReason: recorded(z.boolean()),
    }),
  ),
});
export type ContactFacts = z.infer<typeof ContactFacts>;

/** Facts for "Is this lead settled, or still provisional?" What the choice rests on, as it stands. */
export const SettledFacts = z.strictObject({
  child,
  plan,
  proposed: Ref,
  assessment: orNone(Ref),
  /** Whether needs, outcomes and contributions had been agreed when this person was chosen ("plan.choice-opens"). */
  wasOpen: recorded(z.boolean()),
});
export type SettledFacts = z.infer<typeof SettledFacts>;

/** Facts for "May the lead be taken over from the lead agency's own process?" */
export const TakenOverFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  plan,
  process: orNone(
    z.strictObject({ kind: recorded(z.enum(codesOf(leadingProcesses))), heldOn: day, names: orNone(Ref) }),
  ),
});
export type TakenOverFacts = z.infer<typeof TakenOverFacts>;

/** Facts for "Whom does the place of learning suggest?" */
export const BySettingFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  setting: orNone(z.enum(codesOf(learningSettings))),
  involved: list(Involved),
  /** Services helping, and those of them whose people come from outside the school. */
  services: recorded(Count),
  outsidePractitioners: recorded(Count),
  /** Three things that make somebody of the school the right one, each answered by people. */
  school: z.strictObject({
    hasStrongestRelationship: recorded(z.boolean()),
    needsAreMainlyInSchool: recorded(z.boolean()),
    overviewIsUseful: recorded(z.boolean()),
  }),
});
export type BySettingFacts = z.infer<typeof BySettingFacts>;

/** Facts for "Whom do the kinds of need suggest?" */
export const ByNeedFacts = z.strictObject({
  child,
  needs: recorded(list(z.enum(codesOf(kindsOfNeed)))),
  involved: list(Involved),
});
export type ByNeedFacts = z.infer<typeof ByNeedFacts>;

/** Facts for "May this manager give the case to somebody else?" */
export const ReallocateFacts = z.strictObject({
  child,
  plan,
  by: z.strictObject({ id: Ref, role: z.enum(roles) }),
  from: Ref,
  to: orNone(Ref),
  on: day,
  reasonGiven: z.boolean(),
  /** Who has been told of it: both workers, and the family. */
  told: recorded(list(z.enum(["present-worker", "next-worker", "family"]))),
});
export type ReallocateFacts = z.infer<typeof ReallocateFacts>;

/** Facts for "May this child be without a lead?" Asked where several help and somebody wants none. */
export const WithoutFacts = z.strictObject({
  child,
  plan,
  practitioners: recorded(Count),
  exceptionalCircumstances: recorded(z.enum(["written-down", "none"])),
  approvedBy: orNone(z.enum(["operational-manager", "director", "practitioner"])),
});
export type WithoutFacts = z.infer<typeof WithoutFacts>;

/** Facts for "May the plan close, as far as the statute's own checks go?" */
export const StatutoryChecksFacts = z.strictObject({
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  plan,
  checks: recorded(list(z.strictObject({ id: Ref, isMet: recorded(z.boolean()) }))),
});
export type StatutoryChecksFacts = z.infer<typeof StatutoryChecksFacts>;
