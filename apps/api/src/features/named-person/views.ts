import { z } from "zod";
import { PersonView } from "../../views.ts";
import { NamedPersonHeld } from "../people/views.ts";
import { SafeContactView } from "../restriction/views.ts";

/** Which packs are asked for. */
export { PacksOf } from "./inputs.ts";

const Pattern = z.enum(["one-person", "by-class", "by-year-group", "by-house", "by-name"]);
const Child = z.object({
  childId: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  yearGroup: z.string().nullable(),
});

/** What every answer says where the area's documents know no named person. */
export const NoNamedPerson = z.object({ known: z.literal(false), because: z.string() });

/* ---- a school's or clinic's arrangement ---- */

export const StaffRow = z.object({
  practitionerId: z.string(),
  name: z.string(),
  title: z.string(),
  skills: z.string().nullable(),
  /** Where the person works: the site, or the establishment's name. */
  site: z.string(),
  /** Children of this roll whose named person they are today. */
  children: z.number(),
});
export const StaffView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({ known: z.literal(true), staff: z.array(StaffRow) }),
]);

const Exception = z.object({ child: Child, practitionerId: z.string(), name: z.string(), reason: z.string() });
const Unassigned = z.object({ child: Child, code: z.string(), why: z.string() });
/** What a clause said about somebody who may not be named. */
const Refused = z.object({
  child: Child,
  name: z.string(),
  decisionId: z.string().nullable(),
  because: z.array(z.object({ because: z.string(), clause: z.string() })),
});

export const Arrangement = z.object({
  known: z.literal(true),
  establishmentId: z.string(),
  establishment: z.string(),
  version: z.number(),
  pattern: Pattern,
  /** Every group of the roll that the pattern goes by, with who is named for it; null where nobody is. */
  groups: z.array(
    z.object({
      group: z.string(),
      words: z.string(),
      children: z.number(),
      practitionerId: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  /** Groups a pattern may go by, so that the page can be drawn before a pattern is kept. */
  groupsByPattern: z.object({
    "by-class": z.array(z.object({ group: z.string(), children: z.number() })),
    "by-year-group": z.array(z.object({ group: z.string(), children: z.number() })),
    "by-house": z.array(z.object({ group: z.string(), children: z.number() })),
  }),
  onRoll: z.number(),
  /** Children whose named person is the one the arrangement says. */
  followed: z.number(),
  exceptions: z.array(Exception),
  /** The first 50; the rest are in the list of children without a named person. */
  unassigned: z.array(Unassigned),
  unassignedCount: z.number(),
});
export const ArrangementView = z.discriminatedUnion("known", [NoNamedPerson, Arrangement]);

export const ArrangedView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({
    known: z.literal(true),
    arrangement: Arrangement,
    /** Children whose named person changed, and those for whom it stayed. */
    changed: z.number(),
    unchanged: z.number(),
    /** Children and carers who now have to be told (HIG-63). */
    toTell: z.number(),
    refused: z.array(Refused),
  }),
]);

/* ---- one child ---- */

export const AssignedView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({
    known: z.literal(true),
    namedPerson: NamedPersonHeld,
    decisionId: z.string(),
    toTell: z.number(),
    /** "Mr Bain is the named person from 17 August 2027. Ms Sim stays until then." */
    words: z.string(),
  }),
]);

export const MidwiferyEndedView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({
    known: z.literal(true),
    childVersion: z.number(),
    endedOn: z.string(),
    /** The day the health visitor takes over; null while none has accepted, and the midwife stays. */
    handedOverOn: z.string().nullable(),
    isLate: z.boolean(),
    words: z.string(),
  }),
]);

export const HistoryView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({
    known: z.literal(true),
    held: z.array(NamedPersonHeld),
    gaps: z.array(z.object({ from: z.string(), until: z.string(), days: z.number() })),
  }),
]);

/* ---- my children ---- */

export const MyChild = z.object({
  childId: z.string(),
  /** As lists show and sort it: "NicLeòid, Mòrag". */
  name: z.string(),
  fullName: z.string(),
  preferredName: z.string().nullable(),
  bornOn: z.string().nullable(),
  age: z.string(),
  establishment: z.string().nullable(),
  group: z.string().nullable(),
  yearGroup: z.string().nullable(),
  /** Since when this person is named person, or works with the child. */
  since: z.string(),
  /** What they are to the child: "named person", "works on the plan". */
  as: z.array(z.string()),
  openConcerns: z.number(),
  legalStatuses: z.array(z.string()),
  statusesRecorded: z.boolean(),
  leadProfessional: z.string().nullable(),
  leadPending: z.boolean(),
  leadDueBy: z.string().nullable(),
});
export const MineView = z.object({
  children: z.array(MyChild),
  nextCursor: z.string().nullable(),
  /** Why the area's documents know no named person; then the list is of the children this person works with. */
  noNamedPersonBecause: z.string().nullable(),
});
export const MyGroupsView = z.object({
  groups: z.array(z.object({ establishment: z.string(), group: z.string(), children: z.number() })),
  total: z.number(),
});

/* ---- children without ---- */

/** A reader who has no part in the child's care learns that there is one, where and how long, and not who. */
const MissingChild = z.discriminatedUnion("visibility", [
  z.object({
    visibility: z.literal("full"),
    childId: z.string(),
    name: z.string(),
    establishment: z.string().nullable(),
    group: z.string().nullable(),
    code: z.string(),
    why: z.string(),
    since: z.string().nullable(),
    days: z.number().nullable(),
  }),
  z.object({
    visibility: z.literal("restricted"),
    establishment: z.string().nullable(),
    code: z.string(),
    why: z.string(),
    since: z.string().nullable(),
    days: z.number().nullable(),
  }),
]);
export const MissingView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({
    known: z.literal(true),
    /** Children in view: those of the reader's establishment, or of the area. */
    children: z.number(),
    missing: z.number(),
    byEstablishment: z.array(
      z.object({
        establishmentId: z.string().nullable(),
        establishment: z.string(),
        service: z.enum(["health", "education", "area"]),
        children: z.number(),
        missing: z.number(),
        longestDays: z.number().nullable(),
      }),
    ),
    rows: z.array(MissingChild),
    nextCursor: z.string().nullable(),
  }),
]);

/* ---- telling ---- */

const ToTell = z.object({
  tellingId: z.string(),
  childId: z.string(),
  child: z.string(),
  /** Who is to be told. */
  recipient: z.object({ is: z.enum(["child", "carer"]), name: z.string(), relationship: z.string().nullable() }),
  /** Whom they are told of. */
  who: z.object({
    as: z.enum(["named-person", "lead-professional"]),
    name: z.string(),
    title: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    from: z.string(),
  }),
  establishment: z
    .object({ name: z.string(), address: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
  /** Where the letter goes while it is kept private where the child is. */
  safeContact: SafeContactView.optional(),
  /** This adult must not be brought near the child: nobody writes to them; that they were not told is recorded. */
  keptAway: z.object({ owner: PersonView }).optional(),
  /** No letter goes to this adult: they must not be brought near the child, take part in nothing, or are on record no more. */
  noLetter: z.enum(["kept-away", "left-out", "gone"]).optional(),
  /** What the paper says, in words for a carer or for a child. */
  words: z.array(z.string()),
  /** What went to them about it last (a letter, the family's paper, a pack), kept as it went. */
  letter: z.object({ sentCopyId: z.string(), what: z.string(), on: z.string(), by: z.string() }).nullable(),
  toldOn: z.string().nullable(),
  how: z.string().nullable(),
  notToldBecause: z.string().nullable(),
});
export const ToTellView = z.discriminatedUnion("known", [
  NoNamedPerson,
  z.object({ known: z.literal(true), open: z.number(), tellings: z.array(ToTell), nextCursor: z.string().nullable() }),
]);
export const ToldView = z.object({ recorded: z.number() });
