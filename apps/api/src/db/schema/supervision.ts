import type { LocalDate, SupervisionModel } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, date, instant, period, version } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

const ofPractitioner = (t: { areaId: AnyPgColumn; practitionerId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.areaId, t.practitionerId],
    foreignColumns: [practitioner.areaId, practitioner.practitionerId],
  });

type Strand = "lead" | "practice";

/**
 * Who supervises somebody: the role of lead professional, and the practice. One person does both, but for two supervisors.
 * A change ends the row and begins another; what the supervisor of the role may see of a child comes and goes with it.
 */
export const supervision = pgTable(
  "supervision",
  {
    areaId: areaId(),
    supervisionId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    model: text().$type<SupervisionModel>().notNull(),
    leadSupervisorId: uuid().notNull(),
    practiceSupervisorId: uuid().notNull(),
    /** Days between sessions as a rule; with two supervisors, between those on the practice. */
    usualEveryDays: integer().notNull(),
    /** Days between sessions on the role while this person leads; null where it is as usual. */
    leadEveryDays: integer(),
    reason: text(),
    during: period().notNull(),
    setBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.supervisionId] }),
    ofPractitioner(t),
    index().on(t.areaId, t.practitionerId),
    index().on(t.areaId, t.leadSupervisorId),
    index().on(t.areaId, t.practiceSupervisorId),
    check("supervision_during_is_not_empty", sql`not isempty(${t.during})`),
    check(
      "nobody_supervises_themselves",
      sql`${t.practitionerId} <> ${t.leadSupervisorId} and ${t.practitionerId} <> ${t.practiceSupervisorId} and ${t.practitionerId} <> ${t.setBy}`,
    ),
  ],
);

/** A session that was held, on one strand: for the person and the supervisor of that strand. Added to, never changed. */
export const supervisionSession = pgTable(
  "supervision_session",
  {
    areaId: areaId(),
    sessionId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    strand: text().$type<Strand>().notNull(),
    supervisorId: uuid().notNull(),
    kind: text().$type<"formal" | "informal">().notNull(),
    heldOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    note: text().notNull(),
    decisionId: uuid(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.sessionId] }),
    ofPractitioner(t),
    index().on(t.areaId, t.practitionerId, t.heldOn),
  ],
);

/** What was agreed in a session for the other supervisor to see: nothing else of it is for them. */
export const supervisionAgreed = pgTable(
  "supervision_agreed",
  {
    areaId: areaId(),
    sessionId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    strand: text().$type<Strand>().notNull(),
    supervisorId: uuid().notNull(),
    heldOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    summary: text(),
    actions: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.sessionId] }),
    foreignKey({
      columns: [t.areaId, t.sessionId],
      foreignColumns: [supervisionSession.areaId, supervisionSession.sessionId],
    }),
    index().on(t.areaId, t.practitionerId, t.heldOn),
  ],
);

/** What was said about one child in a session on the role of lead professional: kept apart from the child's record. */
export const supervisionCase = pgTable(
  "supervision_case",
  {
    areaId: areaId(),
    sessionId: uuid().notNull(),
    childId: uuid().notNull(),
    planId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    supervisorId: uuid().notNull(),
    heldOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    note: text(),
    presentingNeed: text(),
    whatTheLeadCanDo: text(),
    specialistSupport: text(),
    othersWorkDirectly: text(),
    /** Null where nobody said. */
    riskIsHigh: boolean(),
    /** Why the child was not talked about, where that is so. */
    leftOutBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.sessionId, t.childId] }),
    foreignKey({
      columns: [t.areaId, t.sessionId],
      foreignColumns: [supervisionSession.areaId, supervisionSession.sessionId],
    }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.practitionerId, t.childId),
  ],
);

/** Somebody who leads asked for a session more, and what was answered. */
export const supervisionRequest = pgTable(
  "supervision_request",
  {
    areaId: areaId(),
    requestId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    /** Who supervised the role when it was asked. */
    toId: uuid().notNull(),
    childId: uuid().notNull(),
    planId: uuid().notNull(),
    reason: text().notNull(),
    askedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    askedAt: instant().notNull(),
    /** What the supervisor owes by it; null where the rulebook sets no clock. */
    dutyId: uuid(),
    answer: text().$type<"offered" | "not-now">(),
    offeredOn: date({ mode: "string" }).$type<LocalDate>(),
    answerWords: text(),
    answeredBy: uuid(),
    answeredAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.requestId] }),
    ofPractitioner(t),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.practitionerId),
  ],
);
