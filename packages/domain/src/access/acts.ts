import {
  aboutNobody,
  asSent,
  inLists,
  ofTheChild,
  type RestrictionOfRecord,
  readInEmergency,
  toTheOfficer,
  toWhoSeals,
  type UnderRestriction,
} from "./under-restriction.ts";

export * from "./under-restriction.ts";

/**
 * Who may do what, in one table: act × role of the post × relation to the child × restriction. The api's authorise reads
 * it, the portals read it (a control that may not be used says why), and the tests walk every cell of it. What is not here
 * is denied. What runs without a person at a post (pages of signing in, jobs, commands) is in system-acts.ts.
 */

/** What a post may be in an area. The post's title is its own; this is what the table of acts knows it by. */
export const postRoles = {
  practitioner: { label: "Practitioner" },
  "record-keeper": { label: "School or clinic office" },
  head: { label: "Head teacher or service lead" },
  "team-manager": { label: "Team manager" },
  "service-manager": { label: "Service manager" },
  coordinator: { label: "Co-ordinator" },
  "strategic-manager": { label: "Strategic manager" },
  /** Of an area's services for children: the one approver of what takes exceptional circumstances (RN-02). */
  director: { label: "Director of children's services" },
  /** Of one organisation: names the senior managers there (CP3.1 9.2). */
  "chief-officer": { label: "Chief officer of an organisation" },
  "privacy-officer": { label: "Privacy officer" },
  "review-officer": { label: "Review officer" },
  "quality-auditor": { label: "Quality auditor" },
  /** Elected: sees figures, never children. */
  "lead-member": { label: "Lead member" },
  /** A practitioner who only owns an action of a plan, or contributes to it by a limited link: that, and nothing else. */
  light: { label: "Light account" },
} as const;
export type PostRole = keyof typeof postRoles;

/** What ties a person to a child. Each comes from a dated row and ends with it. */
export const relations = {
  "named-person": { label: "named person" },
  lead: { label: "lead professional" },
  "acting-lead": { label: "acting lead professional" },
  "proposed-lead": { label: "proposed as lead professional" },
  "plan-practitioner": { label: "works on the plan" },
  "line-manager": { label: "manages someone who holds or is proposed for a role" },
  "contact-of-record": { label: "contact of record" },
  "record-keeper": { label: "keeps the school's or clinic's roll" },
  head: { label: "heads the school or clinic" },
  /** Given by name for stated days, and over with them. */
  "review-officer": { label: "reviews the plan or chairs its meetings for a time" },
  "forum-member": { label: "sits on the group that has the case on its agenda" },
  "quality-auditor": { label: "checks the quality of this plan for a time" },
  coordinator: { label: "co-ordinates: the case was put to them for a time" },
  /** Comes and goes with the supervision of whoever leads. Who supervises the practice has no tie to any child by it. */
  "role-supervisor": { label: "supervises the role of whoever leads" },
  /** Not rows of child_access: the action, the invitation and the time as named person are rows of their own, and open no more than those. */
  "action-owner": { label: "owns an action of the plan" },
  contributor: { label: "contributes to the plan by a limited link" },
  "previous-named-person": { label: "was the named person" },
  /** Opened by somebody without a part in the child's care: reads for an hour, and nothing else. */
  emergency: { label: "opened the record in an emergency" },
} as const;
export type Relation = keyof typeof relations;

const anybodySignedIn = Object.keys(postRoles) as PostRole[];
/** A light account has its one page and none of these. */
const everyRole = anybodySignedIn.filter((role) => role !== "light");
const withChildren: readonly PostRole[] = ["practitioner", "head", "team-manager", "service-manager"];
const managers: readonly PostRole[] = ["head", "team-manager", "service-manager"];
/** They see figures in which no small number can be found, and never a child. */
const figuresOnly: readonly PostRole[] = ["strategic-manager", "director", "lead-member"];
/** Who names the senior managers of the organisation they are at the head of. */
const headsOfOrganisations: readonly PostRole[] = ["director", "chief-officer"];
/** Whoever may read a record through their work or through a part that they were given. */
const readsByPart: readonly PostRole[] = [...withChildren, "review-officer"];
/** Whoever may have a part in a child's care, of any kind. */
const works: readonly PostRole[] = [...readsByPart, "record-keeper", "coordinator", "quality-auditor"];
/** Who gives somebody a part in a case for a time: never in a case of which they know nothing. */
const givesParts: readonly PostRole[] = ["team-manager", "service-manager", "coordinator"];
/** Who asks and who decides that a record is sealed after an adoption order: never the same person. */
const sealsRecords: readonly PostRole[] = ["service-manager", "privacy-officer"];
/** Who may supervise somebody: a manager, or an area co-ordinator for the role of lead professional (CWDC 5.19). */
const supervisors: readonly PostRole[] = [...managers, "coordinator"];
const partsForATime: readonly Relation[] = ["review-officer", "forum-member", "quality-auditor", "coordinator"];
const knowsTheRecord: readonly Relation[] = [
  "named-person",
  "lead",
  "acting-lead",
  "proposed-lead",
  "plan-practitioner",
  "line-manager",
  "contact-of-record",
];
/**
 * To whom every agency's concerns about the child come, and so are open: whoever is named, whoever leads or is turned to, a
 * review officer for their time, and in an emergency. Everybody else reads what their own agency wrote and what was shared
 * with them (HIG-182, HIG-183; BOL-2.3). A manager or head reads with whoever of their own agency holds one of these, and a
 * head also where nobody holds any. The database holds it: policy `own_file`.
 */
export const readsEveryFile: readonly Relation[] = [
  "named-person",
  "lead",
  "acting-lead",
  "contact-of-record",
  "review-officer",
  "emergency",
];
/** Every part that a row of `child_access` gives: a safeguarding referral asks for no more than that (WIG-4b). */
const anyPart: readonly Relation[] = [...knowsTheRecord, ...partsForATime, "record-keeper", "head", "role-supervisor"];
const leadsOrAnswers: readonly Relation[] = [
  "named-person",
  "lead",
  "acting-lead",
  "contact-of-record",
  "line-manager",
];

/** Whoever talks with the child and the family, and so asks them. */
const asksOrAnswers: readonly Relation[] = [
  "named-person",
  "lead",
  "acting-lead",
  "contact-of-record",
  "plan-practitioner",
];

/** What opening a record in an emergency lets somebody read. */
const alsoInEmergency = (those: readonly Relation[]): readonly Relation[] => [...those, "emergency"];

type Cell = {
  /** The control's words, and what a refusal names: "You cannot …". */
  readonly words: string;
  readonly roles: readonly PostRole[];
  /** Relations of which one is needed; none where the act is about no child. */
  readonly relations?: readonly Relation[];
  /** What becomes of it where something of the record is restricted. */
  readonly restricted: UnderRestriction;
};

export const acts = {
  "session.read": { words: "see who is signed in", roles: anybodySignedIn, restricted: aboutNobody },
  "session.end": { words: "sign out", roles: anybodySignedIn, restricted: aboutNobody },
  "session.list-own": { words: "see where you are signed in", roles: anybodySignedIn, restricted: aboutNobody },
  "session.end-own": { words: "end your other sessions", roles: anybodySignedIn, restricted: aboutNobody },
  "session.staff.read": {
    words: "see where the people you manage are signed in",
    roles: managers,
    restricted: aboutNobody,
  },
  "session.staff.end": { words: "end the sessions of somebody you manage", roles: managers, restricted: aboutNobody },
  "access-review.read": { words: "see what the people you manage can see", roles: managers, restricted: inLists },
  "access-review.record": {
    words: "go through what somebody you manage can see",
    roles: managers,
    restricted: inLists,
  },
  "area.read": { words: "read about this area", roles: everyRole, restricted: aboutNobody },
  "rulebook.read": { words: "read the rulebook", roles: everyRole, restricted: aboutNobody },
  "notice.read": { words: "read your notices", roles: everyRole, restricted: inLists },
  "notice.mark": { words: "mark a notice as read", roles: everyRole, restricted: inLists },
  "today.read": { words: "see what today holds", roles: everyRole, restricted: inLists },
  "duty.list-own": { words: "see what you owe and by when", roles: everyRole, restricted: inLists },
  "draft.keep": { words: "keep what you were writing", roles: anybodySignedIn, restricted: inLists },
  "draft.read": { words: "go on with what you were writing", roles: anybodySignedIn, restricted: inLists },

  "emergency.open": { words: "open a record in an emergency", roles: withChildren, restricted: inLists },
  "emergency.list": {
    words: "see which records were opened in an emergency",
    roles: ["privacy-officer"],
    restricted: toTheOfficer,
  },
  "emergency.review": {
    words: "say whether an emergency access was right",
    roles: ["privacy-officer"],
    restricted: toTheOfficer,
  },
  "known-child.read": {
    words: "see what you said about children you know outside work",
    roles: everyRole,
    restricted: inLists,
  },
  "known-child.declare": { words: "say that you know a child outside work", roles: everyRole, restricted: inLists },
  "home.declare": {
    words: "say where you live and how you are reached outside work",
    roles: everyRole,
    restricted: aboutNobody,
  },
  "block.list": { words: "see from whom a record is held back", roles: ["privacy-officer"], restricted: toTheOfficer },
  "sealing.read": { words: "see which records are asked to be sealed", roles: sealsRecords, restricted: toWhoSeals },
  "sealing.ask": { words: "ask for a record to be sealed", roles: sealsRecords, restricted: toWhoSeals },
  "sealing.decide": { words: "decide whether a record is sealed", roles: sealsRecords, restricted: toWhoSeals },
  "block.lift": { words: "let somebody see a record again", roles: ["privacy-officer"], restricted: toTheOfficer },

  "roll-in.read": {
    words: "see the school's or clinic's imports",
    roles: ["record-keeper", "head"],
    restricted: inLists,
  },
  "roll-in.preview": { words: "upload a list", roles: ["record-keeper", "head"], restricted: inLists },
  "roll-in.confirm": { words: "import a list", roles: ["record-keeper", "head"], restricted: inLists },
  "roll-in.discard": {
    words: "discard a list that was not imported",
    roles: ["record-keeper", "head"],
    restricted: inLists,
  },
  "roll-in.undo": { words: "undo an import", roles: ["record-keeper", "head"], restricted: inLists },
  "roll.list": { words: "see the roll", roles: ["record-keeper", "head"], restricted: inLists },

  "named-person.list-own": {
    words: "see the children you are named person for",
    roles: withChildren,
    restricted: inLists,
  },
  "named-person.here.read": {
    words: "see who the named person is of a child at your school, nursery or clinic",
    roles: ["practitioner"],
    restricted: inLists,
  },
  "named-person.arrange": {
    words: "settle who is named person for which class",
    roles: ["record-keeper", "head"],
    restricted: inLists,
  },
  "named-person.arrangement.read": {
    words: "see who is named person for which class",
    roles: ["record-keeper", "head"],
    restricted: inLists,
  },
  "named-person.assign": {
    words: "assign the named person",
    roles: ["record-keeper", "head", "team-manager"],
    relations: ["record-keeper", "head", "line-manager"],
    restricted: ofTheChild,
  },
  "named-person.missing.read": {
    words: "see children without a named person",
    roles: ["record-keeper", "head", "team-manager", "service-manager", "coordinator"],
    restricted: inLists,
  },
  "named-person.history.read": {
    words: "see who has been the named person",
    roles: [...withChildren, "record-keeper", "review-officer"],
    relations: alsoInEmergency([...knowsTheRecord, "record-keeper", "head", "review-officer"]),
    restricted: readInEmergency,
  },
  "named-person.end-midwifery": {
    words: "record that the midwife's care has ended",
    roles: ["practitioner", "record-keeper", "head"],
    relations: ["named-person", "record-keeper", "head"],
    restricted: ofTheChild,
  },
  "named-person.before.list-own": {
    words: "see the children you were named person for",
    roles: withChildren,
    restricted: inLists,
  },
  "named-person.before.read": {
    words: "read what happened while you were named person",
    roles: withChildren,
    relations: ["previous-named-person"],
    restricted: ofTheChild,
  },
  "telling.record": {
    words: "record that a child or family was told",
    roles: [...withChildren, "record-keeper"],
    relations: ["named-person", "lead", "acting-lead", "record-keeper", "head", "contact-of-record"],
    restricted: ofTheChild,
  },
  "family-paper.print": {
    words: "print a paper for a family",
    roles: [...withChildren, "record-keeper"],
    relations: ["named-person", "lead", "acting-lead", "record-keeper", "head", "contact-of-record"],
    restricted: ofTheChild,
  },
  "family-pack.list": {
    words: "see which families have their pack",
    roles: ["record-keeper", "head"],
    restricted: inLists,
  },
  "ways-to-reach.keep": {
    words: "say how families reach you",
    roles: [...withChildren, "record-keeper", "coordinator"],
    restricted: aboutNobody,
  },
  "holiday-contact.keep": {
    words: "say whom families reach in the school holidays",
    roles: ["service-manager", "coordinator"],
    restricted: aboutNobody,
  },

  "child.search": {
    words: "search for a child",
    roles: [...withChildren, "record-keeper", "coordinator"],
    restricted: inLists,
  },
  "child.read": {
    words: "open a child's record",
    roles: readsByPart,
    relations: alsoInEmergency([...knowsTheRecord, "head", "review-officer"]),
    restricted: readInEmergency,
  },
  "child.read-roll": {
    words: "open a child's place on the roll",
    roles: ["record-keeper", "head"],
    relations: ["record-keeper", "head"],
    restricted: ofTheChild,
  },
  "record.chronology.read": {
    words: "read the chronology",
    roles: readsByPart,
    relations: alsoInEmergency([...knowsTheRecord, "review-officer"]),
    restricted: readInEmergency,
  },
  "record.who-looked.read": {
    words: "see who has looked at the record",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "record.looks.read": {
    words: "see the week's looks at children's records",
    roles: ["privacy-officer"],
    restricted: toTheOfficer,
  },
  "record.looks.check": {
    words: "say what was found of the week's looks",
    roles: ["privacy-officer"],
    restricted: toTheOfficer,
  },
  "record.decision.read": {
    words: "open a decision",
    roles: readsByPart,
    relations: [...knowsTheRecord, "review-officer"],
    restricted: ofTheChild,
  },
  "legal-status.record": {
    words: "record a legal status",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "legal-status.correct": {
    words: "correct a legal status",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },

  "core-information.read": {
    words: "see when core information was last confirmed",
    roles: withChildren,
    relations: [...knowsTheRecord, "head"],
    restricted: ofTheChild,
  },
  "core-information.confirm": {
    words: "confirm core information",
    roles: withChildren,
    relations: ["named-person", "head"],
    restricted: ofTheChild,
  },
  /** Who is around the child beside those at work: what each takes part in, and whom child or family chose. */
  "people-around.read": {
    words: "see who is around a child",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "people-around.keep": {
    words: "record who is around a child, and whom child or family chose",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },
  "people-around.settle": {
    words: "settle what is shared with the person a child talks to",
    roles: withChildren,
    relations: ["lead", "acting-lead", "contact-of-record"],
    restricted: ofTheChild,
  },
  "core-information.list-own": {
    words: "see whose core information waits for you",
    roles: withChildren,
    restricted: inLists,
  },
  /**
   * What goes with the child from one service to the next (HIG-185, HIG-186). Which entries somebody reads, row security
   * says: their own agency's, and what another agency shares with those to whom every file is open.
   */
  "common-element.read": {
    words: "see what goes with the child from one service to the next",
    roles: withChildren,
    relations: [...knowsTheRecord, "head"],
    restricted: ofTheChild,
  },
  "common-element.record": {
    words: "write down what happened in a child's life and what they achieved",
    roles: withChildren,
    relations: [...asksOrAnswers, "head"],
    restricted: ofTheChild,
  },
  "record-stage.read": {
    words: "see which parts of the shared record are live",
    roles: everyRole,
    restricted: aboutNobody,
  },
  "record-stage.keep": {
    words: "say which parts of the shared record are live",
    roles: ["service-manager", "coordinator"],
    restricted: aboutNobody,
  },
  /** Brothers and sisters as the family said. Who their named persons are, the named person of this child alone is told (HIG-80). */
  "sibling.read": {
    words: "see a child's brothers and sisters",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "sibling.record": {
    words: "write down a child's brothers and sisters",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },
  /** Whether something is open for the child, kept from one worker by name: the named person decides it (HD-19). */
  "sibling-flag.hold-back": {
    words: "hold back from a worker whether something is open for a child",
    roles: withChildren,
    relations: ["named-person"],
    restricted: ofTheChild,
  },
  /** Items of one agency's file: row security shows them to its people alone, and they cross as a release. */
  "health-check.read": {
    words: "see routine checks",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "health-check.record": {
    words: "record a routine check",
    roles: withChildren,
    relations: ["named-person"],
    restricted: ofTheChild,
  },
  "discussion.read": {
    words: "see informal discussions",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "discussion.log": {
    words: "log an informal discussion about a child",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "discussion.own.read": { words: "see the informal discussions you logged", roles: everyRole, restricted: inLists },
  "discussion.own.log": {
    words: "log an informal discussion that names no child",
    roles: everyRole,
    restricted: aboutNobody,
  },

  /** An assessment is in the file of the agency that made it; another agency reads it once it was shared (decision 36). */
  "assessment.read": {
    words: "see which assessments there are of a child",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "assessment.record": {
    words: "record an assessment of a child",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },

  /** By what other systems know the child: for those who work with the child, and never in an emergency (CWDC-2.20b). */
  "reference.read": {
    words: "see by what other systems know a child",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "reference.keep": {
    words: "record by what other systems know a child",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },
  /** What waits for the index of children names who leads and no child: it is looked after for the whole area. */
  "child-index.read": {
    words: "see what the index of children does not show yet",
    roles: ["service-manager", "coordinator"],
    restricted: aboutNobody,
  },

  "concern.record": {
    words: "record a concern",
    roles: withChildren,
    // A head stands in where the area's documents know no named person: else nobody could record a first concern.
    relations: ["named-person", "head", "lead", "acting-lead", "plan-practitioner"],
    restricted: ofTheChild,
  },
  "concern.read": {
    words: "read a concern",
    roles: withChildren,
    relations: alsoInEmergency([...knowsTheRecord, "head"]),
    restricted: readInEmergency,
  },
  "concern.decide": {
    words: "decide what follows a concern",
    roles: withChildren,
    relations: ["named-person", "head", "lead", "acting-lead"],
    restricted: ofTheChild,
  },

  /** Nothing holds up a safeguarding referral (WIG-4b). Which referrals somebody reads, row security says: policy `own_file`. */
  "referral.route.read": {
    words: "see whom to ask when a child may be at risk of harm",
    roles: anybodySignedIn,
    restricted: aboutNobody,
  },
  "referral.route.keep": {
    words: "say whom people ask when a child may be at risk of harm",
    roles: ["service-manager", "coordinator"],
    restricted: aboutNobody,
  },
  "referral.read": {
    words: "see how a safeguarding referral is made",
    roles: works,
    relations: alsoInEmergency(anyPart),
    restricted: readInEmergency,
  },
  "referral.record": {
    words: "record a safeguarding referral",
    roles: works,
    relations: anyPart,
    restricted: ofTheChild,
  },

  /** What came in by paper, phone or a visit: whoever opens the post enters it and reads no further (HIG-29). */
  "arrival.enter": {
    words: "enter that something came in about a child",
    roles: [...withChildren, "record-keeper"],
    relations: ["named-person", "lead", "acting-lead", "contact-of-record", "head", "record-keeper"],
    restricted: ofTheChild,
  },
  "arrival.read": {
    words: "see what came in about a child",
    roles: readsByPart,
    relations: [...readsEveryFile, "line-manager", "head"],
    restricted: readInEmergency,
  },
  "arrival.list-own": { words: "see what waits for you to file", roles: withChildren, restricted: inLists },
  "arrival.file": {
    words: "file what came in about a child",
    roles: withChildren,
    relations: ["named-person", "lead", "acting-lead", "contact-of-record", "head"],
    restricted: ofTheChild,
  },

  /** What a family asks or reports is of the child's record, whoever wrote it down (CWDC-2.10b, GIR-30). */
  "family-word.read": {
    words: "see what the family asked and reported",
    roles: readsByPart,
    relations: alsoInEmergency([...knowsTheRecord, "head", "review-officer"]),
    restricted: readInEmergency,
  },
  "family-word.list-own": {
    words: "see which families wait for an answer from you",
    roles: withChildren,
    restricted: inLists,
  },
  "family-word.log": {
    words: "write down what the family asked or reported",
    roles: withChildren,
    relations: [...asksOrAnswers, "head"],
    restricted: ofTheChild,
  },
  "family-word.settle": {
    words: "answer the family",
    roles: withChildren,
    relations: [...asksOrAnswers, "head"],
    restricted: ofTheChild,
  },

  /** Anybody on the staff, without a part in the child's care: they read nothing by it (HIG-70). */
  "worry.pass-on": { words: "pass a worry on", roles: everyRole, restricted: aboutNobody },
  "worry.place": {
    words: "say which child a worry is about",
    roles: ["record-keeper", "head", "coordinator", "service-manager"],
    restricted: inLists,
  },

  "sharing-agreement.read": {
    words: "see which agencies signed how information is shared",
    roles: everyRole,
    restricted: aboutNobody,
  },
  "sharing-agreement.record": {
    words: "record that an agency signed how information is shared",
    roles: ["service-manager", "coordinator", "privacy-officer"],
    restricted: aboutNobody,
  },
  "consent.read": {
    words: "see what may be shared and what was",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "consent.record": {
    words: "record an answer about sharing",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },
  "consent.take-back": {
    words: "record that consent was taken back",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },
  "consent.release": {
    words: "share something with another person",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: asSent,
  },
  "consent.share-on": {
    words: "decide who else needs what was shared with you",
    roles: withChildren,
    relations: ["named-person"],
    restricted: asSent,
  },
  "consent.file": {
    words: "file what came in from another agency",
    roles: withChildren,
    relations: ["named-person"],
    restricted: ofTheChild,
  },
  /** A manager has a part by what their staff hold; that one of them was sent something is none (docs/decisions/0026). */
  "consent.open-copy": {
    words: "read the copy of what was shared by or with somebody you manage",
    roles: managers,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "private-note.read": { words: "read notes you keep to yourself", roles: everyRole, restricted: aboutNobody },
  "private-note.keep": { words: "keep a note to yourself", roles: everyRole, restricted: aboutNobody },
  "private-note.pass-on": { words: "pass on a note of your own", roles: everyRole, restricted: aboutNobody },
  "private-note.throw-away": { words: "throw away a note of your own", roles: everyRole, restricted: aboutNobody },
  "received.read": { words: "see what was shared with you", roles: everyRole, restricted: inLists },
  "consent.send": {
    words: "send a copy to somebody",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: asSent,
  },
  "consent.record-share": {
    words: "record that something was shared by another way",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "consent.settle-share": {
    words: "settle sharing that nothing covers",
    roles: withChildren,
    relations: leadsOrAnswers,
    restricted: ofTheChild,
  },
  "consent.tell": {
    words: "record who was told of sharing",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },

  "restriction.read": {
    words: "see what is kept private about a child",
    roles: readsByPart,
    relations: alsoInEmergency([...knowsTheRecord, "head", "review-officer"]),
    restricted: readInEmergency,
  },
  "restriction.record": {
    words: "keep something about a child private",
    roles: withChildren,
    relations: [...asksOrAnswers, "head"],
    restricted: ofTheChild,
  },
  "restriction.look-again": {
    words: "look again at what is kept private",
    roles: withChildren,
    relations: [...knowsTheRecord, "head"],
    restricted: ofTheChild,
  },
  "restriction.name-reader": {
    words: "say who may know what is kept private",
    roles: withChildren,
    relations: [...knowsTheRecord, "head"],
    restricted: ofTheChild,
  },

  "plan.evidence.tick": {
    words: "tick what shows a growing concern",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "plan.read": {
    words: "open the plan",
    roles: [...readsByPart, "coordinator", "quality-auditor"],
    relations: alsoInEmergency([...knowsTheRecord, ...partsForATime, "role-supervisor"]),
    restricted: readInEmergency,
  },
  "plan.their-word.record": {
    words: "record what child and family say of the plan",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },
  /** Whoever leads, or stands in, says who does what under the plan; everybody on it says whether that is clear (GIR-70, HIG-128). */
  "plan.list.issue": {
    words: "issue the list of who does what, and answer what is asked of it",
    roles: withChildren,
    relations: ["lead", "acting-lead", "contact-of-record"],
    restricted: ofTheChild,
  },
  "plan.list.say": {
    words: "say whether your line of the list of who does what is clear",
    roles: withChildren,
    relations: asksOrAnswers,
    restricted: ofTheChild,
  },
  /** How far the family is engaged is for whoever leads to say, or stands in (CWDC-2.10a). */
  "plan.engagement.record": {
    words: "record how far the family is engaged",
    roles: withChildren,
    relations: ["lead", "acting-lead"],
    restricted: ofTheChild,
  },
  "plan.change": { words: "change the plan", roles: withChildren, relations: leadsOrAnswers, restricted: ofTheChild },
  "plan.action.change": {
    words: "change an action",
    roles: withChildren,
    relations: [...leadsOrAnswers, "plan-practitioner"],
    restricted: ofTheChild,
  },
  "own-action.list": { words: "see the actions that are yours", roles: ["light"], restricted: inLists },
  "own-action.say": {
    words: "say how your action stands",
    roles: ["light"],
    relations: ["action-owner"],
    restricted: ofTheChild,
  },
  "contribution.list-own": {
    words: "see which plans you may send an update to",
    roles: ["light"],
    restricted: inLists,
  },
  "contribution.read": {
    words: "read the summary of a child's plan",
    roles: ["light"],
    relations: ["contributor"],
    restricted: ofTheChild,
  },
  "contribution.send": {
    words: "send an update to a child's plan",
    roles: ["light"],
    relations: ["contributor"],
    restricted: ofTheChild,
  },

  "part.list-own": {
    words: "see parts that you were given or gave for a time",
    roles: [...readsByPart, "coordinator", "quality-auditor"],
    restricted: inLists,
  },
  "part.read": {
    words: "see who has a part for a time",
    roles: [...withChildren, "coordinator"],
    relations: [...knowsTheRecord, "coordinator"],
    restricted: ofTheChild,
  },
  "part.give": {
    words: "give somebody a part for a time",
    roles: givesParts,
    relations: ["line-manager", "coordinator"],
    restricted: ofTheChild,
  },
  "part.end": {
    words: "end a part that was given",
    roles: givesParts,
    relations: ["line-manager", "coordinator"],
    restricted: ofTheChild,
  },

  /** The area's group of service managers: who sits in it is no secret of the area, and no seat opens a record (HIG-158). */
  "group.seats.read": {
    words: "see who sits in the Service Managers' Group",
    roles: everyRole,
    restricted: aboutNobody,
  },
  "group.seats.keep": {
    words: "name who sits in the Service Managers' Group",
    roles: ["service-manager", "coordinator"],
    restricted: aboutNobody,
  },
  "group.agenda.read": {
    words: "see the agenda of the Service Managers' Group",
    roles: [...managers, "coordinator"],
    restricted: inLists,
  },
  "group.agenda.keep": {
    words: "keep the agenda of the Service Managers' Group",
    roles: ["coordinator"],
    restricted: inLists,
  },
  /** A request reaches the area's co-ordinator and nobody else; who places it, and sits when it is taken, row security says. */
  "group-item.ask": {
    words: "ask for an item of the Service Managers' Group",
    roles: withChildren,
    relations: leadsOrAnswers,
    restricted: ofTheChild,
  },
  "group-item.withdraw": {
    words: "take back an item asked for",
    roles: withChildren,
    relations: leadsOrAnswers,
    restricted: ofTheChild,
  },
  "group-item.read": {
    words: "open an item of the Service Managers' Group",
    roles: [...managers, "coordinator"],
    relations: ["coordinator", "forum-member"],
    restricted: ofTheChild,
  },
  "group-item.keep": {
    words: "place an item before the Service Managers' Group",
    roles: ["coordinator"],
    relations: ["coordinator"],
    restricted: ofTheChild,
  },
  "group-item.decide": {
    words: "record what the Service Managers' Group decided",
    roles: [...managers, "coordinator"],
    relations: ["coordinator", "forum-member"],
    restricted: ofTheChild,
  },

  "lead-professional.ask": {
    words: "see who may lead",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "lead-professional.propose": {
    words: "propose a lead professional",
    roles: withChildren,
    relations: leadsOrAnswers,
    restricted: ofTheChild,
  },
  "lead-professional.record-stage": {
    words: "record what was agreed",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "lead-professional.record-view": {
    words: "record whom a child or family would like",
    roles: withChildren,
    relations: [...leadsOrAnswers, "plan-practitioner", "proposed-lead"],
    restricted: ofTheChild,
  },
  "lead-professional.withdraw": {
    words: "withdraw a proposal",
    roles: withChildren,
    relations: leadsOrAnswers,
    restricted: ofTheChild,
  },
  "lead-professional.tell-manager": {
    words: "record that you told your line manager",
    roles: withChildren,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "lead-professional.confirm-designation": {
    words: "confirm who leads by law or procedure",
    roles: managers,
    relations: knowsTheRecord,
    restricted: ofTheChild,
  },
  "lead-professional.deputy.agree": {
    words: "record who is the lead's deputy",
    roles: withChildren,
    relations: [...leadsOrAnswers, "plan-practitioner"],
    restricted: ofTheChild,
  },
  "lead-professional.stand-in.begin": {
    words: "put somebody in for the lead professional",
    roles: withChildren,
    relations: leadsOrAnswers,
    restricted: ofTheChild,
  },
  "lead-professional.stand-in.end": {
    words: "hand the role back to the lead professional",
    roles: withChildren,
    relations: ["lead", "acting-lead", "line-manager"],
    restricted: ofTheChild,
  },
  "lead-professional.list-own": { words: "see the plans you lead", roles: withChildren, restricted: inLists },

  "allocation.desk.read": { words: "see what waits for you", roles: managers, restricted: inLists },
  "allocation.without-lead.read": {
    words: "see children without a lead professional",
    roles: [...managers, "coordinator"],
    restricted: inLists,
  },
  "quality.figures.read": {
    words: "see the area's figures",
    roles: [...managers, "coordinator", ...figuresOnly],
    restricted: aboutNobody,
  },
  "workload.team.read": { words: "see the team's workload", roles: managers, restricted: inLists },
  "workload.own.read": { words: "see your own workload", roles: withChildren, restricted: inLists },
  "workload.agree-capacity": { words: "agree a capacity", roles: managers, restricted: inLists },
  "workload.adjust": { words: "change a weight", roles: managers, restricted: inLists },
  /** Which sessions and notes of whom, row security says as well: of one's own strand, and what the other strand agreed to show. */
  "supervision.own.read": { words: "see how you are supervised", roles: withChildren, restricted: inLists },
  "supervision.ask": { words: "ask for extra supervision", roles: withChildren, restricted: inLists },
  "supervision.read": { words: "see the people you supervise", roles: supervisors, restricted: inLists },
  "supervision.record": { words: "write down a session of supervision", roles: supervisors, restricted: inLists },
  "supervision.arrange": { words: "settle who supervises somebody", roles: managers, restricted: inLists },
  "supervision.figures.read": {
    words: "see how many are late with supervision",
    roles: ["service-manager", "strategic-manager"],
    restricted: aboutNobody,
  },
  "workforce.standing.read": {
    words: "see a practitioner's standing for the role",
    roles: withChildren,
    restricted: inLists,
  },
  "workforce.register.read": { words: "see the register of people who may lead", roles: managers, restricted: inLists },
  "workforce.standing.record": {
    words: "record a practitioner's standing for the role",
    roles: managers,
    restricted: inLists,
  },
  "workforce.exception.approve": { words: "approve an exception", roles: ["service-manager"], restricted: inLists },
  "workforce.post.end": { words: "end somebody's post", roles: managers, restricted: inLists },
  /** A departure from a rule is asked for by those who look after services, and approved by those who steer (CWDC-1.1a). */
  "departure.ask": {
    words: "ask to depart from a rule",
    roles: ["service-manager", "coordinator", "strategic-manager", "director"],
    restricted: aboutNobody,
  },
  "departure.decide": {
    words: "approve a departure from a rule",
    roles: ["strategic-manager", "director"],
    restricted: aboutNobody,
  },
  /** Dated, organisation by organisation: whoever is on it has a senior manager's post for those days (WIG-9.2.1). */
  "senior-manager.read": {
    words: "see who the senior managers are that were named",
    roles: ["service-manager", "coordinator", "strategic-manager", ...headsOfOrganisations],
    restricted: aboutNobody,
  },
  "senior-manager.name": {
    words: "name a senior manager of your organisation",
    roles: headsOfOrganisations,
    restricted: aboutNobody,
  },
  "senior-manager.end": {
    words: "end the time somebody is senior manager",
    roles: headsOfOrganisations,
    restricted: aboutNobody,
  },
  "workforce.exception.end": { words: "end an exception", roles: ["service-manager"], restricted: inLists },
} as const satisfies Record<string, Cell>;

export type Act = keyof typeof acts;

/** Why an act is refused, in words that reveal nothing of a record. */
export type Denial = {
  readonly act: Act;
  readonly why: "role" | "relation" | "restriction";
  readonly words: string;
};

/** Posts that see figures with small numbers left out, and nobody's name. */
export const seesFiguresOnly = (role: string): boolean => (figuresOnly as readonly string[]).includes(role);

/** True when the act needs a relation to a child. */
export const isAboutChild = (act: Act): boolean => "relations" in acts[act];

/** Every act that a post of this role may do, about some child if not about every one. */
export const actsOfPost = (role: string): readonly Act[] =>
  (Object.keys(acts) as Act[]).filter((act) => deniedBecause(act, role, Object.keys(relations)) === undefined);

/**
 * Takes the act, the post's role, the relations held to the child and what is restricted of the record for this person;
 * gives undefined when it may happen, else why not. An act that happens without what is kept may happen.
 */
export function deniedBecause(
  act: Act,
  role: string,
  held: readonly string[] = [],
  inForce: readonly RestrictionOfRecord[] = [],
): Denial | undefined {
  const cell: Cell = acts[act];
  if (!(cell.roles as readonly string[]).includes(role))
    return { act, why: "role", words: `Your post cannot ${cell.words}.` };
  if (cell.relations && !cell.relations.some((relation) => held.includes(relation)))
    return { act, why: "relation", words: `Your part in this child's care does not let you ${cell.words}.` };
  if (inForce.some((restriction) => cell.restricted[restriction] === "not-at-all"))
    return { act, why: "restriction", words: `This record does not let you ${cell.words}.` };
  return undefined;
}
