import type { AssessmentKind, LocalDate, ReasonForAnother, ReasonToStopAssessing } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agency } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, instant, version } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/** One assessment of a child, in the file of the agency that makes it (BOL-8.5, CWDC-1.1b). It is open until it is finished or stopped. */
export const assessment = pgTable(
  "assessment",
  {
    areaId: areaId(),
    assessmentId: uuid().notNull(),
    childId: uuid().notNull(),
    agencyId: uuid().notNull(),
    kind: text().$type<AssessmentKind>().notNull(),
    /** What it looks at. */
    about: text().notNull(),
    begunOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    /** Why it was begun beside one that there was. */
    another: text().$type<ReasonForAnother>(),
    anotherWords: text(),
    doneOn: date({ mode: "string" }).$type<LocalDate>(),
    found: text(),
    /** Stopped before it was finished: on which day, why, and in words. */
    stoppedOn: date({ mode: "string" }).$type<LocalDate>(),
    stoppedBecause: text().$type<ReasonToStopAssessing>(),
    stoppedWords: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.assessmentId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    foreignKey({
      columns: [t.areaId, t.recordedBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.childId),
    check("assessment_is_finished_with_what_was_found", sql`(${t.doneOn} is null) = (${t.found} is null)`),
    check(
      "assessment_is_stopped_with_why",
      sql`(${t.stoppedOn} is null) = (${t.stoppedBecause} is null) and (${t.stoppedOn} is not null or ${t.stoppedWords} is null)`,
    ),
    check("assessment_is_stopped_after_it_began", sql`${t.stoppedOn} is null or ${t.stoppedOn} >= ${t.begunOn}`),
    check("assessment_is_finished_or_stopped", sql`${t.doneOn} is null or ${t.stoppedOn} is null`),
    check("assessment_is_finished_after_it_began", sql`${t.doneOn} is null or ${t.doneOn} >= ${t.begunOn}`),
  ],
);
