import { type Act, acts, codesOf, isAboutChild, legalStatuses } from "@linchpin/domain";
import { z } from "zod";
import { TermView } from "../../views.ts";
import { AdultKeptAwayView, WhereaboutsView } from "../restriction/views.ts";
import { AgreedWayView } from "./around-views.ts";

export * from "./roll-in-views.ts";

const Group = z.object({ group: z.string(), words: z.string(), children: z.number() });

/** A school, nursery or clinic whose roll the person keeps or heads. */
export const EstablishmentView = z.object({
  establishmentId: z.string(),
  name: z.string(),
  kind: z.enum(["nursery", "primary", "secondary", "special", "clinic", "midwifery-team", "office"]),
  /** What a list of this establishment is called: the pupils of a school, or the children of a caseload. */
  listIs: z.enum(["class-list", "caseload"]),
  arrangement: z.enum(["one-person", "by-class", "by-year-group", "by-house", "by-name"]),
  version: z.number(),
  onRoll: z.number(),
  /** Null where the area's documents know no named person. */
  withoutNamedPerson: z.number().nullable(),
  /** What the roll may be narrowed to; `group` is what a list is asked with. */
  groups: z.object({ classes: z.array(Group), yearGroups: z.array(Group), houses: z.array(Group) }),
});

/* ---- roll and search ---- */

const Person = z.object({ practitionerId: z.string(), name: z.string() });

export const RollRow = z.object({
  childId: z.string(),
  name: z.string(),
  preferredName: z.string().nullable(),
  bornOn: z.string().nullable(),
  age: z.string(),
  group: z.string().nullable(),
  yearGroup: z.string().nullable(),
  house: z.string().nullable(),
  /** The first day on the roll, for a child who has not started yet. */
  startsOn: z.string().nullable(),
  namedPerson: Person.nullable(),
});
export const RollView = z.object({
  rows: z.array(RollRow),
  nextCursor: z.string().nullable(),
  /** Why the area's documents know no named person; null where they do. */
  noNamedPersonBecause: z.string().nullable(),
});

/** Of children at the caller's place: the name, the class, and who the named person is. */
export const NamedHereView = z.object({
  /** Null where the caller's post is at no school, nursery or clinic, or the area's documents know no named person. */
  place: z.string().nullable(),
  children: z.array(
    z.object({
      childId: z.string(),
      name: z.string(),
      group: z.string().nullable(),
      namedPerson: z
        .object({
          name: z.string(),
          title: z.string().nullable(),
          place: z.string().nullable(),
          phone: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  /** There are more: more of the name narrows them. */
  isMore: z.boolean(),
});

const Carer = z.object({
  carerId: z.string(),
  name: z.string(),
  relationship: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
const Place = z.object({
  placeId: z.string(),
  establishmentId: z.string(),
  establishment: z.string(),
  kind: z.string(),
  group: z.string().nullable(),
  yearGroup: z.string().nullable(),
  house: z.string().nullable(),
  fullTime: z.boolean().nullable(),
  from: z.string(),
  /** The last day, where one is known. */
  lastDay: z.string().nullable(),
});

/** One stretch of somebody being the named person. */
export const NamedPersonHeld = z.object({
  namedPersonId: z.string(),
  practitionerId: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  establishment: z.string().nullable(),
  stage: z.string(),
  /** "By class P5", "Child by child: …". */
  settledBy: z.string(),
  reason: z.string().nullable(),
  from: z.string(),
  /** The day it ended, which is the first day of the next one. */
  until: z.string().nullable(),
  decisionId: z.string().nullable(),
});

/** Who the named person is; or, where the area's documents know none, who is in contact with the child. */
export const NamedPersonOf = z.discriminatedUnion("known", [
  z.object({
    known: z.literal(true),
    current: NamedPersonHeld.nullable(),
    /** Why there is none, where there is none. */
    why: z.string().nullable(),
    next: NamedPersonHeld.nullable(),
    previous: z.array(NamedPersonHeld),
  }),
  z.object({
    known: z.literal(false),
    because: z.string(),
    inContact: z.array(
      z.object({
        practitionerId: z.string().nullable(),
        name: z.string(),
        title: z.string().nullable(),
        agency: z.string(),
        as: z.string(),
      }),
    ),
  }),
]);

/** Acts that a control on an office's page of a child needs. */
export const officeActs = ["named-person.assign", "named-person.end-midwifery", "telling.record"] as const;

/** What the office of a school or clinic sees of a child on its roll: nothing of concerns, plans or statuses. */
export const RollChildView = z.object({
  childId: z.string(),
  version: z.number(),
  name: z.string(),
  preferredName: z.string().nullable(),
  bornOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  age: z.string(),
  places: z.array(Place),
  carers: z.array(Carer),
  /** That it is kept private where the child is; left out where it is not. */
  whereabouts: WhereaboutsView.optional(),
  /** Adults who must not be brought near the child: not written to, not told, not invited. */
  keptAway: z.array(AdultKeptAwayView),
  namedPerson: NamedPersonOf,
  can: z.record(z.enum(officeActs), z.union([z.literal(true), z.string()])),
});

export const FoundChild = z.object({
  childId: z.string(),
  name: z.string(),
  preferredName: z.string().nullable(),
  bornOn: z.string().nullable(),
  age: z.string(),
  establishment: z.string().nullable(),
  group: z.string().nullable(),
  /** Which page of the child this person may open. */
  opens: z.enum(["record", "roll"]),
});
export const SearchView = z.object({ children: z.array(FoundChild), nextCursor: z.string().nullable() });

/* ---- the child ---- */

/** Acts about a child: those that a control on the child's pages may need. */
type ActAboutChild = {
  [A in Act]: (typeof acts)[A] extends { readonly relations: readonly string[] } ? A : never;
}[Act];
export const actsAboutChild = (Object.keys(acts) as Act[]).filter(isAboutChild) as [ActAboutChild, ...ActAboutChild[]];

export const LegalStatusView = z.object({
  legalStatusId: z.string(),
  kind: z.enum(codesOf(legalStatuses)),
  label: z.string(),
  /** What this kind of status holds besides, in words. */
  detail: z.array(z.string()),
  from: z.string(),
  lastDay: z.string().nullable(),
  isCurrent: z.boolean(),
  holder: Person.nullable(),
  /** As it was entered, for the form that corrects it. */
  entered: z.object({
    lookedAfterBasis: z.string().nullable(),
    accommodated: z.union([z.boolean(), z.literal("not-recorded")]).nullable(),
    childInNeedPhase: z.string().nullable(),
    careLeaverKind: z.string().nullable(),
    youthOrderSetting: z.string().nullable(),
  }),
});
export const LegalStatusesView = z.object({
  childId: z.string(),
  childVersion: z.number(),
  statuses: z.array(LegalStatusView),
  /** The day somebody last looked; null where nobody has, so that none is not known to mean none. */
  confirmedOn: z.string().nullable(),
  /** Who leads the child's plan now, where the change of statuses moved it; null where it did not. */
  lead: z.object({ words: z.string() }).nullable(),
});

const PersonInRole = Person.extend({
  title: z.string().nullable(),
  agency: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});

export const LeadView = z.object({
  state: z.enum(["held", "pending", "undecided", "not-needed", "no-plan"]),
  words: z.string(),
  planId: z.string().nullable(),
  current: PersonInRole.extend({ since: z.string(), basis: z.enum(["by-agreement", "by-law"]) }).nullable(),
  acting: PersonInRole.extend({ since: z.string(), as: z.string() }).nullable(),
  neededSince: z.string().nullable(),
  dueBy: z.string().nullable(),
  isLate: z.boolean(),
  /** Somebody is proposed and every agreement is not yet in. */
  proposalId: z.string().nullable(),
});

export const FlagView = z.object({
  code: z.enum([
    "legal-status",
    "statuses-not-recorded",
    "open-concerns",
    "lead-pending",
    "lead-late",
    "no-named-person",
    "whereabouts-kept",
    "adult-kept-away",
  ]),
  words: z.string(),
  count: z.number().nullable(),
});

export const ChildView = z.object({
  visibility: z.literal("full"),
  childId: z.string(),
  version: z.number(),
  name: z.object({
    given: z.string(),
    family: z.string().nullable(),
    preferred: z.string().nullable(),
    full: z.string(),
    list: z.string(),
  }),
  bornOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** "9 years", "7 weeks", "Not yet born: due 3 May 2027". */
  age: z.string(),
  /** Where the child stands: "Primary 5", "Before school". */
  stage: z.string(),
  places: z.array(Place),
  address: z
    .object({ line1: z.string().nullable(), town: z.string().nullable(), postcode: z.string().nullable() })
    .nullable(),
  carers: z.array(Carer),
  /** That it is kept private where the child is; left out where it is not. */
  whereabouts: WhereaboutsView.optional(),
  /** Adults who must not be brought near the child: not written to, not told, not invited. */
  keptAway: z.array(AdultKeptAwayView),
  identifiers: z.array(z.object({ kind: z.string(), label: z.string(), value: z.string() })),
  midwiferyEndedOn: z.string().nullable(),
  namedPerson: NamedPersonOf,
  lead: LeadView,
  contactOfRecord: PersonInRole.extend({ as: z.string(), since: z.string() }).nullable(),
  legalStatuses: z.array(LegalStatusView),
  statusesConfirmedOn: z.string().nullable(),
  openConcerns: z.number(),
  flags: z.array(FlagView),
  /** What the reader is to this child: "named person", "works on the plan". */
  youAre: z.array(z.string()),
  /** The first instant at which the record is closed to the reader again, where they opened it in an emergency. */
  openInEmergencyUntil: z.string().optional(),
  /** Whom child or family chose beside the lead; none of it for whoever may not know where the child is. */
  chosen: z.array(
    z.object({
      contactId: z.string(),
      as: TermView,
      chosenBy: TermView,
      name: z.string(),
      whoTheyAre: z.string().nullable(),
      reach: z.string().nullable(),
      words: z.string(),
      from: z.string(),
      /** When lead and trusted person last settled what they share. */
      settledOn: z.string().nullable(),
    }),
  ),
  /** How child, parents and carers are reached, as it was agreed with them. */
  reached: z.array(AgreedWayView),
  /** For each act about a child: true where the reader may do it, else why not. */
  can: z.record(z.enum(actsAboutChild), z.union([z.literal(true), z.string()])),
});
