import type { AgencyKind, CoreItem, LocalDate, RoutineCheck } from "@linchpin/domain";
import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agency } from "./area.ts";
import { child } from "./child.ts";
import { areaId, date, instant } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/** That somebody went through one item of a child's core information and it is as it is on record, or was put right (HIG-28). */
export const coreConfirmation = pgTable(
  "core_confirmation",
  {
    areaId: areaId(),
    confirmationId: uuid().notNull(),
    childId: uuid().notNull(),
    item: text().$type<CoreItem>().notNull(),
    confirmedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    confirmedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.confirmationId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId, t.item),
  ],
);

/** A routine development or health check, as the health named person's agency keeps it (HIG-14). Another agency reads it once it was shared. */
export const routineCheck = pgTable(
  "routine_check",
  {
    areaId: areaId(),
    checkId: uuid().notNull(),
    childId: uuid().notNull(),
    agencyId: uuid().notNull(),
    kind: text().$type<RoutineCheck>().notNull(),
    doneOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    outcome: text().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.checkId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    index().on(t.areaId, t.childId),
  ],
);

/**
 * A talk about how best to help, in a few words (HIG-6): it opens no case. Where the child was not identified it is its
 * writer's alone and of no child's record; otherwise it is the writer's agency's item on that child's record.
 */
export const informalDiscussion = pgTable(
  "informal_discussion",
  {
    areaId: areaId(),
    discussionId: uuid().notNull(),
    /** Empty where nobody said who the child is. */
    childId: uuid(),
    writtenBy: uuid().notNull(),
    agencyId: uuid().notNull(),
    heldOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    people: text().notNull(),
    agencies: text().array().$type<readonly AgencyKind[]>().notNull(),
    suggested: text().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.discussionId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.writtenBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    foreignKey({ columns: [t.areaId, t.agencyId], foreignColumns: [agency.areaId, agency.agencyId] }),
    index().on(t.areaId, t.childId),
    index().on(t.areaId, t.writtenBy),
  ],
);
