/**
 * Who may do what, in one table: act × role of the post × relation to the child. The api's authorise reads it, the
 * portals read it (a control that may not be used says why), and the tests walk every cell of it. What is not here is denied.
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
  "privacy-officer": { label: "Privacy officer" },
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
  /** Opened by somebody without a part in the child's care: reads for an hour, and nothing else. */
  emergency: { label: "opened the record in an emergency" },
} as const;
export type Relation = keyof typeof relations;

const everyRole = Object.keys(postRoles) as PostRole[];
const withChildren: readonly PostRole[] = ["practitioner", "head", "team-manager", "service-manager"];
const managers: readonly PostRole[] = ["head", "team-manager", "service-manager"];
const knowsTheRecord: readonly Relation[] = [
  "named-person",
  "lead",
  "acting-lead",
  "proposed-lead",
  "plan-practitioner",
  "line-manager",
  "contact-of-record",
];
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
};

export const acts = {
  "session.read": { words: "see who is signed in", roles: everyRole },
  "session.end": { words: "sign out", roles: everyRole },
  "session.list-own": { words: "see where you are signed in", roles: everyRole },
  "session.end-own": { words: "end your other sessions", roles: everyRole },
  "session.staff.read": { words: "see where the people you manage are signed in", roles: managers },
  "session.staff.end": { words: "end the sessions of somebody you manage", roles: managers },
  "area.read": { words: "read about this area", roles: everyRole },
  "rulebook.read": { words: "read the rulebook", roles: everyRole },
  "notice.read": { words: "read your notices", roles: everyRole },
  "notice.mark": { words: "mark a notice as read", roles: everyRole },
  "today.read": { words: "see what today holds", roles: everyRole },
  "duty.list-own": { words: "see what you owe and by when", roles: everyRole },
  "draft.keep": { words: "keep what you were writing", roles: everyRole },
  "draft.read": { words: "go on with what you were writing", roles: everyRole },

  "emergency.open": { words: "open a record in an emergency", roles: withChildren },
  "emergency.list": { words: "see which records were opened in an emergency", roles: ["privacy-officer"] },
  "emergency.review": { words: "say whether an emergency access was right", roles: ["privacy-officer"] },
  "known-child.read": { words: "see what you said about children you know outside work", roles: everyRole },
  "known-child.declare": { words: "say that you know a child outside work", roles: everyRole },
  "home.declare": { words: "say where you live and how you are reached outside work", roles: everyRole },
  "block.list": { words: "see from whom a record is held back", roles: ["privacy-officer"] },
  "block.lift": { words: "let somebody see a record again", roles: ["privacy-officer"] },

  "roll-in.read": { words: "see the school's or clinic's imports", roles: ["record-keeper", "head"] },
  "roll-in.preview": { words: "upload a list", roles: ["record-keeper", "head"] },
  "roll-in.confirm": { words: "import a list", roles: ["record-keeper", "head"] },
  "roll-in.discard": { words: "discard a list that was not imported", roles: ["record-keeper", "head"] },
  "roll-in.undo": { words: "undo an import", roles: ["record-keeper", "head"] },
  "roll.list": { words: "see the roll", roles: ["record-keeper", "head"] },

  "named-person.list-own": { words: "see the children you are named person for", roles: withChildren },
  "named-person.arrange": { words: "settle who is named person for which class", roles: ["record-keeper", "head"] },
  "named-person.arrangement.read": {
    words: "see who is named person for which class",
    roles: ["record-keeper", "head"],
  },
  "named-person.assign": {
    words: "assign the named person",
    roles: ["record-keeper", "head", "team-manager"],
    relations: ["record-keeper", "head", "line-manager"],
  },
  "named-person.missing.read": {
    words: "see children without a named person",
    roles: ["record-keeper", "head", "team-manager", "service-manager", "coordinator"],
  },
  "named-person.history.read": {
    words: "see who has been the named person",
    roles: [...withChildren, "record-keeper"],
    relations: alsoInEmergency([...knowsTheRecord, "record-keeper", "head"]),
  },
  "named-person.end-midwifery": {
    words: "record that the midwife's care has ended",
    roles: ["practitioner", "record-keeper", "head"],
    relations: ["named-person", "record-keeper", "head"],
  },
  "telling.record": {
    words: "record that a child or family was told",
    roles: [...withChildren, "record-keeper"],
    relations: ["named-person", "lead", "acting-lead", "record-keeper", "head", "contact-of-record"],
  },

  "child.search": { words: "search for a child", roles: [...withChildren, "record-keeper", "coordinator"] },
  "child.read": {
    words: "open a child's record",
    roles: withChildren,
    relations: alsoInEmergency([...knowsTheRecord, "head"]),
  },
  "child.read-roll": {
    words: "open a child's place on the roll",
    roles: ["record-keeper", "head"],
    relations: ["record-keeper", "head"],
  },
  "record.chronology.read": {
    words: "read the chronology",
    roles: withChildren,
    relations: alsoInEmergency(knowsTheRecord),
  },
  "record.who-looked.read": {
    words: "see who has looked at the record",
    roles: withChildren,
    relations: knowsTheRecord,
  },
  "record.looks.read": { words: "see the week's looks at children's records", roles: ["privacy-officer"] },
  "record.looks.check": { words: "say what was found of the week's looks", roles: ["privacy-officer"] },
  "record.decision.read": { words: "open a decision", roles: withChildren, relations: knowsTheRecord },
  "legal-status.record": { words: "record a legal status", roles: withChildren, relations: knowsTheRecord },
  "legal-status.correct": { words: "correct a legal status", roles: withChildren, relations: knowsTheRecord },

  "concern.record": {
    words: "record a concern",
    roles: withChildren,
    // A head stands in where the area's documents know no named person: else nobody could record a first concern.
    relations: ["named-person", "head", "lead", "acting-lead", "plan-practitioner"],
  },
  "concern.read": {
    words: "read a concern",
    roles: withChildren,
    relations: alsoInEmergency([...knowsTheRecord, "head"]),
  },
  "concern.decide": {
    words: "decide what follows a concern",
    roles: withChildren,
    relations: ["named-person", "head", "lead", "acting-lead"],
  },

  "consent.read": { words: "see what may be shared and what was", roles: withChildren, relations: knowsTheRecord },
  "consent.record": { words: "record an answer about sharing", roles: withChildren, relations: asksOrAnswers },
  "consent.take-back": { words: "record that consent was taken back", roles: withChildren, relations: asksOrAnswers },
  "consent.release": { words: "share something with another person", roles: withChildren, relations: asksOrAnswers },
  "consent.tell": { words: "record who was told of sharing", roles: withChildren, relations: asksOrAnswers },

  "plan.evidence.tick": {
    words: "tick what shows a growing concern",
    roles: withChildren,
    relations: knowsTheRecord,
  },
  "plan.read": { words: "open the plan", roles: withChildren, relations: alsoInEmergency(knowsTheRecord) },
  "plan.change": { words: "change the plan", roles: withChildren, relations: leadsOrAnswers },
  "plan.action.change": {
    words: "change an action",
    roles: withChildren,
    relations: [...leadsOrAnswers, "plan-practitioner"],
  },
  "lead-professional.ask": { words: "see who may lead", roles: withChildren, relations: knowsTheRecord },
  "lead-professional.propose": { words: "propose a lead professional", roles: withChildren, relations: leadsOrAnswers },
  "lead-professional.record-stage": { words: "record what was agreed", roles: withChildren, relations: knowsTheRecord },
  "lead-professional.record-view": {
    words: "record whom a child or family would like",
    roles: withChildren,
    relations: [...leadsOrAnswers, "plan-practitioner", "proposed-lead"],
  },
  "lead-professional.withdraw": { words: "withdraw a proposal", roles: withChildren, relations: leadsOrAnswers },
  "lead-professional.tell-manager": {
    words: "record that you told your line manager",
    roles: withChildren,
    relations: knowsTheRecord,
  },
  "lead-professional.confirm-designation": {
    words: "confirm who leads by law or procedure",
    roles: managers,
    relations: knowsTheRecord,
  },
  "lead-professional.list-own": { words: "see the plans you lead", roles: withChildren },

  "allocation.desk.read": { words: "see what waits for you", roles: managers },
  "allocation.without-lead.read": {
    words: "see children without a lead professional",
    roles: [...managers, "coordinator"],
  },
  "quality.figures.read": {
    words: "see the area's figures",
    roles: [...managers, "coordinator", "strategic-manager"],
  },
  "workload.team.read": { words: "see the team's workload", roles: managers },
  "workload.own.read": { words: "see your own workload", roles: withChildren },
  "workload.agree-capacity": { words: "agree a capacity", roles: managers },
  "workload.adjust": { words: "change a weight", roles: managers },
  "workforce.standing.read": { words: "see a practitioner's standing for the role", roles: withChildren },
  "workforce.register.read": { words: "see the register of people who may lead", roles: managers },
  "workforce.standing.record": { words: "record a practitioner's standing for the role", roles: managers },
  "workforce.exception.approve": { words: "approve an exception", roles: ["service-manager"] },
  "workforce.post.end": { words: "end somebody's post", roles: managers },
  "workforce.exception.end": { words: "end an exception", roles: ["service-manager"] },
} as const satisfies Record<string, Cell>;

export type Act = keyof typeof acts;

/** Why an act is refused, in words that reveal nothing of a record. */
export type Denial = { readonly act: Act; readonly why: "role" | "relation"; readonly words: string };

/** True when the act needs a relation to a child. */
export const isAboutChild = (act: Act): boolean => "relations" in acts[act];

/** Takes the act, the post's role and the relations held to the child; gives undefined when it may happen, else why not. */
export function deniedBecause(act: Act, role: string, held: readonly string[] = []): Denial | undefined {
  const cell: Cell = acts[act];
  if (!(cell.roles as readonly string[]).includes(role))
    return { act, why: "role", words: `Your post cannot ${cell.words}.` };
  if (cell.relations && !cell.relations.some((relation) => held.includes(relation)))
    return { act, why: "relation", words: `Your part in this child's care does not let you ${cell.words}.` };
  return undefined;
}
