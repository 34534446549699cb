import { z } from "zod";
import { DoneOn, during, inOrder, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { Agency, Statuses } from "../people/model.ts";
import { planReaches } from "../vocabulary/plan-kinds.ts";
import { actionStates } from "../vocabulary/plans.ts";
import { codesOf } from "../vocabulary/term.ts";
import { CoreGroupMember } from "./agreeing-model.ts";

const day = orNone(LocalDateSchema);
const plan = z.strictObject({ id: Ref });
const child = z.strictObject({ id: Ref });

/** What a lead professional and a family talk about between meetings. */
export const contactHeadings = ["progress", "new-changes", "new-difficulties"] as const;

/** Facts for "What is owed about this plan?" */
export const PlanDutiesFacts = z.strictObject({
  plan: z.strictObject({ id: Ref, reach: z.enum(codesOf(planReaches)) }),
  child: z.strictObject({ id: Ref, statuses: Statuses }),
  lead: orNone(Ref),
  leadsManager: orNone(Ref),
  /** Additional needs as they were recorded: who takes each up, whether it is decided what follows, the day help comes. */
  needs: list(
    z.strictObject({
      id: Ref,
      recordedOn: LocalDateSchema,
      owner: orNone(Ref),
      isDecided: recorded(z.boolean()),
      helpOn: day,
    }),
  ),
  /** The lead's contacts with the family or young person, with what was talked about. */
  contacts: recorded(list(z.strictObject({ on: LocalDateSchema, about: list(z.enum(contactHeadings)) }))),
  /** The day the lead took the plan up. */
  leadSince: day,
  /** What practitioners brought to the lead, and the day it is written down what was done. */
  issues: list(z.strictObject({ id: Ref, raisedOn: LocalDateSchema, doneOn: DoneOn })),
  /** Other help and specialist assessments asked for. */
  requests: list(
    z.strictObject({
      id: Ref,
      askedOn: LocalDateSchema,
      advisedBy: orNone(Ref),
      bookedFor: day,
      resultOn: DoneOn,
      sharedOn: DoneOn,
    }),
  ),
  /** Help recorded for the child that is not on the plan, and what became of it. */
  helpOutside: list(
    z.strictObject({
      id: Ref,
      noticedOn: LocalDateSchema,
      settled: orNone(z.strictObject({ as: z.enum(["added", "stopped", "unrelated"]), on: LocalDateSchema })),
    }),
  ),
  /** Services that the child needs and nobody gives, and the day the lead passed one on to the line manager. */
  missingServices: list(
    z.strictObject({
      id: Ref,
      service: recorded(Ref),
      noticedOn: LocalDateSchema,
      reasonGiven: recorded(z.boolean()),
      state: recorded(z.enum(["open", "found", "not-to-be-had", "no-longer-needed"])),
      passedOn: DoneOn,
      updatedOn: DoneOn,
    }),
  ),
  coreGroup: recorded(list(CoreGroupMember)),
  /** The day people said that the child's safety is an issue. */
  safetySince: day,
  calendar: WorkingDays,
});
export type PlanDutiesFacts = z.infer<typeof PlanDutiesFacts>;

/** Facts for "What is owed about this action?" */
export const ActionDutiesFacts = z.strictObject({
  plan: z.strictObject({ id: Ref, agreedOn: DoneOn }),
  child,
  lead: orNone(Ref),
  action: z.strictObject({
    id: Ref,
    owner: orNone(Ref),
    state: z.enum(codesOf(actionStates)),
    startedOn: DoneOn,
    noStartReasonGiven: z.boolean(),
    checkedOn: DoneOn,
    notedOn: DoneOn,
    endedOn: DoneOn,
    /** The days it was looked back on with the family, and by the practitioners. */
    familyEvaluatedOn: DoneOn,
    practitionersEvaluatedOn: DoneOn,
    queriedOn: DoneOn,
    querySettledOn: DoneOn,
  }),
  /** Appointments and places offered under it, and whether they were taken up. */
  offers: list(
    z.strictObject({ id: Ref, on: LocalDateSchema, was: z.enum(["taken-up", "missed", "declined", "not-recorded"]) }),
  ),
  /** The last day on which help to use what is offered was arranged. */
  helpToUseOn: day,
  calendar: WorkingDays,
});
export type ActionDutiesFacts = z.infer<typeof ActionDutiesFacts>;

/** Facts for "What is given twice?" */
export const OverlapFacts = z.strictObject({
  plan,
  child,
  lead: orNone(Ref),
  /** Help given or planned: which service, what kind, for whom, for which outcome. */
  help: list(
    inOrder(
      z.strictObject({
        id: Ref,
        service: Ref,
        agency: Agency,
        kind: Ref,
        forWhom: Ref,
        outcome: orNone(Ref),
        ...during,
      }),
    ),
  ),
  assessments: list(inOrder(z.strictObject({ id: Ref, service: Ref, domain: Ref, ...during }))),
  visits: list(z.strictObject({ id: Ref, service: Ref, on: LocalDateSchema })),
  /** What became of pairs that were found. */
  settled: list(
    z.strictObject({
      ids: z.tuple([Ref, Ref]),
      as: z.enum(["merged", "stopped", "kept"]),
      on: LocalDateSchema,
      reasonGiven: z.boolean(),
    }),
  ),
});
export type OverlapFacts = z.infer<typeof OverlapFacts>;

/** Facts for "Who gets a copy of the plan, and by when?" */
export const CopiesFacts = z.strictObject({
  plan: z.strictObject({ id: Ref, version: Ref, agreedOn: DoneOn }),
  child,
  lead: orNone(Ref),
  /** The agencies with an open action, the named person's and the lead's. */
  agencies: recorded(list(Agency)),
  recipients: list(
    z.strictObject({
      id: Ref,
      as: z.enum(["child", "family", "practitioner"]),
      agency: orNone(Agency),
      sentOn: DoneOn,
      /** Whether it is written down why this person gets none. */
      leftOutReasonGiven: z.boolean(),
    }),
  ),
  calendar: WorkingDays,
});
export type CopiesFacts = z.infer<typeof CopiesFacts>;

/** Facts for "What does a plan set by law still lack?" */
export const StatutoryPlanFacts = z.strictObject({
  child,
  kind: z.enum(["protection-plan", "care-plan"]),
  /** Who holds it by law: the key worker, the social worker. */
  holder: orNone(Ref),
  holdersManager: orNone(Ref),
  conferenceOn: DoneOn,
  /** The day the detailed plan was linked. */
  detailedPlanOn: DoneOn,
  /** The day the care plan was saved. */
  savedOn: DoneOn,
  coreAssessment: orNone(
    z.strictObject({ on: LocalDateSchema, contributions: list(z.strictObject({ by: Ref, on: day })) }),
  ),
  calendar: WorkingDays,
});
export type StatutoryPlanFacts = z.infer<typeof StatutoryPlanFacts>;
