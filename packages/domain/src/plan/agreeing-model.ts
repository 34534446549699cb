import { z } from "zod";
import { DoneOn, during, inOrder, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency } from "../people/model.ts";
import { planReaches } from "../vocabulary/plan-kinds.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);
const plan = z.strictObject({ id: Ref });
const child = z.strictObject({ id: Ref });

/** Whose word it is: the child's, the family's, or an agency's. */
const whose = { id: Ref, as: z.enum(["child", "family", "practitioner"]), agency: orNone(Agency) };

/** Somebody who is asked to agree a plan. A child too young says nothing, and it is written down why. */
export const Party = z.strictObject({
  ...whose,
  word: orNone(
    z.strictObject({ says: z.enum(["agrees", "objects", "cannot-say"]), on: day, reasonGiven: z.boolean() }),
  ),
});
export type Party = z.infer<typeof Party>;

/** A member of a core group, for the days of it. */
export const CoreGroupMember = inOrder(z.strictObject({ id: Ref, agency: Agency, role: orNone(Ref), ...during }));
export type CoreGroupMember = z.infer<typeof CoreGroupMember>;

/** A plan of one agency that is open when several make one: what became of each of its actions. */
const OwnPlan = z.strictObject({
  id: Ref,
  agency: Agency,
  isLinked: z.boolean(),
  actions: recorded(
    list(
      z.strictObject({
        id: Ref,
        became: z.enum(["taken-in", "set-aside", "not-recorded"]),
        reasonGiven: z.boolean(),
      }),
    ),
  ),
});

/** Facts for "May this plan be marked as agreed?" */
export const AgreeingFacts = z.strictObject({
  plan: z.strictObject({ id: Ref, reach: z.enum(codesOf(planReaches)) }),
  child,
  lead: orNone(Ref),
  /** Who marks it as agreed. */
  by: Ref,
  /** The agencies that work to the plan. */
  agencies: recorded(list(Agency)),
  parties: recorded(list(Party)),
  /** The day of the assessment that the plan is linked to. */
  assessmentOn: DoneOn,
  ownPlans: recorded(list(OwnPlan)),
  coreGroup: recorded(list(CoreGroupMember)),
});
export type AgreeingFacts = z.infer<typeof AgreeingFacts>;

/** Facts for "Is the plan signed?" */
export const SigningFacts = z.strictObject({
  plan,
  child,
  /** The day of this version of the plan. */
  versionOn: LocalDateSchema,
  parties: recorded(
    list(
      z.strictObject({
        ...whose,
        signature: orNone(
          z.strictObject({
            by: z.enum(["ink", "screen", "telephone"]),
            on: LocalDateSchema,
            /** Who heard it, where it was said on the telephone. */
            witness: orNone(Ref),
          }),
        ),
        refusal: orNone(z.strictObject({ on: LocalDateSchema, reasonGiven: z.boolean() })),
      }),
    ),
  ),
});
export type SigningFacts = z.infer<typeof SigningFacts>;

/** Facts for "Is it clear to everybody who does what?" */
export const ClearFacts = z.strictObject({
  plan,
  child,
  issuedOn: DoneOn,
  people: recorded(
    list(
      z.strictObject({
        ...whose,
        /** Whether the person is at the meeting that settles it. */
        attends: z.boolean(),
        word: orNone(z.strictObject({ says: z.enum(["clear", "asks"]), on: LocalDateSchema })),
        /** The day the lead professional answered what was asked. */
        answeredOn: DoneOn,
      }),
    ),
  ),
});
export type ClearFacts = z.infer<typeof ClearFacts>;

/** Facts for "Is this core group complete?" */
export const CoreGroupFacts = z.strictObject({ plan, members: recorded(list(CoreGroupMember)) });
export type CoreGroupFacts = z.infer<typeof CoreGroupFacts>;
