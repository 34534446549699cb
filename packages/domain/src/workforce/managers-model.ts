import { z } from "zod";
import { Count, DoneOn, during, inOrder, list, orNone, Ref, recorded } from "../kernel/facts.ts";
import { LocalDateSchema } from "../kernel/local-date.ts";
import { managerCapabilities, managerModules } from "../vocabulary/skills.ts";
import { codesOf } from "../vocabulary/term.ts";

const day = orNone(LocalDateSchema);

/** Facts for "May this person manage people who lead?" and "What is owed of a manager of people who lead?" */
export const ManagerFacts = z.strictObject({
  managerId: Ref,
  /** How many people who lead this person supervises. */
  supervises: Count,
  seniorManager: orNone(Ref),
  /** What the manager can do, one by one, each attested or declined on its day. */
  capabilities: list(
    z.strictObject({
      capability: z.enum(codesOf(managerCapabilities)),
      state: recorded(z.enum(["attested", "declined"])),
      on: day,
    }),
  ),
  /** The day the audit of managers last looked at this person. */
  auditedOn: DoneOn,
  /** The day of a briefing or training on the role of those who lead. */
  briefedOn: DoneOn,
  modules: list(z.strictObject({ module: z.enum(codesOf(managerModules)), doneOn: DoneOn, bookedFor: day })),
});
export type ManagerFacts = z.infer<typeof ManagerFacts>;

/** Facts for "Who owes an answer on whom to train?" A senior manager asks the team managers in their span. */
export const IdentifyFacts = z.strictObject({
  organisation: Ref,
  seniorManager: Ref,
  askedOn: LocalDateSchema,
  dueOn: day,
  teamManagers: list(z.strictObject({ id: Ref, repliedOn: DoneOn })),
});
export type IdentifyFacts = z.infer<typeof IdentifyFacts>;

/** Facts for "Does this person act as senior manager here?" Whom the chief officer named, each with their days. */
export const SeniorManagerFacts = z.strictObject({
  organisation: Ref,
  person: Ref,
  named: recorded(list(inOrder(z.strictObject({ id: Ref, ...during })))),
});
export type SeniorManagerFacts = z.infer<typeof SeniorManagerFacts>;

/** Facts for "What share of a team that leads had training or support?" */
export const SupportedFacts = z.strictObject({
  team: Ref,
  leads: list(z.strictObject({ id: Ref, lastTrainedOrSupportedOn: DoneOn })),
});
export type SupportedFacts = z.infer<typeof SupportedFacts>;

/** Facts for "Does this person's caseload need balancing?" */
export const PostFacts = z.strictObject({
  practitionerId: Ref,
  manager: orNone(Ref),
  /** Leading beside one's own job, or employed to lead and nothing else. */
  post: recorded(z.enum(["embedded", "designated"])),
  leads: Count,
  ownCases: recorded(Count),
});
export type PostFacts = z.infer<typeof PostFacts>;

/** Facts for "What does a partner owe to working this way?" */
export const PartnerFacts = z.strictObject({
  agency: z.strictObject({ id: Ref }),
  /** The day the agency acknowledged what a lead professional is and does. */
  acknowledgedOn: DoneOn,
  /** The day it signed up to working together. */
  signedUpOn: day,
  /** Whether it keeps a list of who could lead. */
  listsWhoCouldLead: recorded(z.boolean()),
  /** Who holds the links for children who move on to the next service. */
  linkPerson: orNone(Ref),
  /** Posts that could lead, and those of them whose description says so. */
  posts: recorded(z.strictObject({ listed: Count, flagged: Count })),
  /** People who led and are willing to speak of it in their own agency. */
  advocates: recorded(Count),
  /** The day by which the others are to say so. */
  targetOn: day,
});
export type PartnerFacts = z.infer<typeof PartnerFacts>;

/** What a practitioner may turn to the managers of integrated working for. */
export const requestKinds = ["advice", "disagreement", "plan-drafting", "best-placed"] as const;

/** Facts for "Who takes this request?" */
export const RequestFacts = z.strictObject({
  request: z.strictObject({ id: Ref, kind: z.enum(requestKinds) }),
  lineManager: orNone(Ref),
  /** Whoever holds the post that co-ordinates integrated working here. */
  coordinatingManager: orNone(Ref),
});
export type RequestFacts = z.infer<typeof RequestFacts>;

/** Facts for "Who makes sure that somebody leads for these pupils?" Of one education improvement partnership. */
export const PartnershipFacts = z.strictObject({
  partnership: Ref,
  designee: orNone(Ref),
  pupils: list(z.strictObject({ childId: Ref, needsSeveralServices: recorded(z.boolean()), lead: orNone(Ref) })),
});
export type PartnershipFacts = z.infer<typeof PartnershipFacts>;
