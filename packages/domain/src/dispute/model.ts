import { z } from "zod";
import { Count, DoneOn, list, orNone, Ref, recorded, WorkingDays } from "../kernel/facts.ts";
import { StageEntry } from "../kernel/ladder.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { roles } from "../kernel/role.ts";
import { Agency } from "../people/model.ts";
import { disputeKinds, disputeLevels, groupItemReasons } from "../vocabulary/disputes.ts";
import { codesOf } from "../vocabulary/term.ts";

const Role = z.enum(roles);
const Kind = z.enum(codesOf(disputeKinds));

/** Facts for "May this disagreement be raised?" */
export const RaiseFacts = z.strictObject({
  plan: z.strictObject({ id: Ref }),
  kind: Kind,
  by: z.strictObject({ id: Ref, role: Role, agency: orNone(Agency) }),
  /** The agencies whose people differ. */
  agencies: list(Agency),
  /** The action of the plan that it is about. */
  action: orNone(z.strictObject({ id: Ref, agency: Agency })),
  /** The day it was last talked over, and whether that was on the agenda of a meeting. */
  discussed: orNone(z.strictObject({ on: LocalDateSchema, atMeeting: z.boolean() })),
  /** Whether somebody wrote down why a meeting would not be safe. */
  meetingUnsafeReason: z.boolean(),
  /** How many attempts to settle it are written down. */
  attempts: Count,
  /** Whether it is said in words what it is about. */
  inWords: z.boolean(),
  /** Whether the agency fails to do its part, or is unable to. */
  failureOrInability: orNone(z.enum(["failure", "inability"])),
  /** The service's last word to the lead professional. */
  lastUpdateOn: DoneOn,
  /** The agency whose management it is put to. */
  putTo: orNone(Agency),
  /** A final decision on the same question. */
  decidedOn: DoneOn,
  hasNewFacts: recorded(z.boolean()),
});
export type RaiseFacts = z.infer<typeof RaiseFacts>;

/** Facts for "Which way does this disagreement go, and how far is it?" */
export const WayFacts = z.strictObject({
  dispute: z.strictObject({ id: Ref, kind: Kind, raisedOn: LocalDateSchema }),
  /** The line managers of the workers involved; one who manages two of them is there twice, and counts once. */
  managers: list(z.strictObject({ id: Ref, agency: Agency, toldOn: recorded(LocalDateSchema) })),
  /** Whether an agency is affected that none of these managers speaks for. */
  otherAgencyAffected: recorded(z.boolean()),
  /** Whether the practitioners are one team with a manager of its own, or are lent by their agencies. */
  model: recorded(z.enum(["team", "lent"])),
  /** Whether the manager who would decide between line managers and steering group leads this very case. */
  middleManagerLeads: z.boolean(),
  impasseOn: DoneOn,
  /** The day it went on to the partner agency's own management. */
  passedOn: DoneOn,
  mediation: orNone(z.strictObject({ mediator: Ref, on: LocalDateSchema })),
  referredOn: DoneOn,
  /** The day the co-ordinator found the papers complete. */
  papersAcceptedOn: DoneOn,
  appeal: orNone(z.strictObject({ lodgedOn: LocalDateSchema, acceptedOn: DoneOn })),
  entries: list(StageEntry),
  calendar: WorkingDays,
});
export type WayFacts = z.infer<typeof WayFacts>;

/** What somebody does about a disagreement that is open, or about an item of a managers' group. */
export const disputeActs = ["own", "decide", "appeal", "refer-to-group", "place-before-group", "close-item"] as const;

/** One of a group's seats, and who sat on it when an item was decided. */
export const Seat = z.strictObject({ agency: Agency, by: recorded(z.enum(["member", "named-deputy", "nobody"])) });

/** Facts for "May this person do this about the disagreement?" */
export const MayFacts = z.strictObject({
  /** `agencies` are those whose people differ; left out, nobody has recorded them. */
  dispute: z.strictObject({ id: Ref, kind: Kind, agencies: list(Agency).exactOptional() }),
  act: z.enum(disputeActs),
  by: z.strictObject({ id: Ref, role: Role, agency: orNone(Agency) }),
  level: recorded(z.enum(codesOf(disputeLevels))),
  /** The decision below the last level, and the day its parties were told. */
  decision: orNone(z.strictObject({ on: LocalDateSchema, toldOn: DoneOn })),
  /** The decision that ends it. */
  finalDecisionOn: DoneOn,
  exceptionalCircumstancesStated: z.boolean(),
  /** Whether the chair of the last level wrote down why a late appeal is taken. */
  lateAppealAccepted: z.boolean(),
  /** Why the item comes before the group. */
  reason: orNone(z.enum(codesOf(groupItemReasons))),
  /** What was tried and did not settle it, each with its record attached. */
  tried: recorded(list(z.enum(["own-agency", "partner-agency", "mediation", "resolution-policy"]))),
  /** Whether it is written down what was tried locally. */
  triedLocally: recorded(z.boolean()),
  seats: list(Seat),
  calendar: WorkingDays,
});
export type MayFacts = z.infer<typeof MayFacts>;

/** Facts for "Who owes what about this disagreement?" */
export const DisputeDutiesFacts = z.strictObject({
  dispute: z.strictObject({ id: Ref, kind: Kind, raisedOn: LocalDateSchema }),
  managers: list(z.strictObject({ id: Ref, agency: Agency, toldOn: recorded(LocalDateSchema) })),
  /** The line manager of whoever raised it. */
  raisersManager: orNone(Ref),
  /** The day that manager took it up with the other service's manager. */
  otherManagerContactedOn: DoneOn,
  isSettled: z.boolean(),
  impasseOn: DoneOn,
  referredOn: DoneOn,
  /** The binding decision, and what it asks of each organisation. */
  decision: orNone(
    z.strictObject({
      on: LocalDateSchema,
      organisations: list(
        z.strictObject({
          agency: Agency,
          toldOn: DoneOn,
          acceptedOn: DoneOn,
          actBy: orNone(LocalDateSchema),
          actedOn: DoneOn,
        }),
      ),
    }),
  ),
  closedOn: DoneOn,
  /** Everybody who hears the outcome in plain words: the practitioners, their managers, child and family. */
  hears: list(
    z.strictObject({
      id: Ref,
      as: z.enum(["child", "family", "practitioner", "line-manager"]),
      toldOn: DoneOn,
    }),
  ),
  /** Whom to turn to about a disagreement in each service. */
  contacts: list(
    z.strictObject({
      agency: Agency,
      manager: orNone(Ref),
      deputy: orNone(Ref),
      checkedOn: DoneOn,
    }),
  ),
  calendar: WorkingDays,
});
export type DisputeDutiesFacts = z.infer<typeof DisputeDutiesFacts>;

/** Facts for "What follows when an agreed action is late?" */
export const LateActionFacts = z.strictObject({
  action: z.strictObject({
    id: Ref,
    agency: Agency,
    owner: Ref,
    ownersManager: orNone(Ref),
    dueOn: LocalDateSchema,
    doneOn: DoneOn,
  }),
  lead: orNone(Ref),
  /** The day the lead reported it to the management of the lead's own agency. */
  reportedOn: DoneOn,
  calendar: WorkingDays,
});
export type LateActionFacts = z.infer<typeof LateActionFacts>;

/** Facts for "How long was it open?" */
export const DaysOpenFacts = z.strictObject({
  dispute: z.strictObject({ id: Ref, raisedOn: LocalDateSchema, closedOn: DoneOn }),
  calendar: WorkingDays,
});
export type DaysOpenFacts = z.infer<typeof DaysOpenFacts>;

/** Facts for "May this resource be given, or does it wait for the group?" */
export const SanctionFacts = z.strictObject({
  action: z.strictObject({ id: Ref }),
  poundsAYear: recorded(Count),
  /** Whether it is a placement outside the area. */
  placementOutside: recorded(z.boolean()),
  sanctionedOn: DoneOn,
});
export type SanctionFacts = z.infer<typeof SanctionFacts>;
