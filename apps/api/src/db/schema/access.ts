import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, instant, period } from "./columns.ts";
import { practitioner } from "./practitioner.ts";

/**
 * Who may see what about which child, on what basis and for how long. Written in the transaction that begins or ends a
 * relation; row-level security reads it. One row a basis: a person may have several.
 */
export const childAccess = pgTable(
  "child_access",
  {
    areaId: areaId(),
    accessId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    childId: uuid().notNull(),
    /** A relation of the table of acts: "named-person", "lead", "line-manager-of-proposed" … */
    basis: text().notNull(),
    /** The row that gives the relation, so that ending it ends the access. */
    sourceId: uuid().notNull(),
    during: period().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.accessId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index("child_access_of_person").on(t.areaId, t.practitionerId, t.childId),
    index("child_access_to_child").on(t.areaId, t.childId),
    // one row gives one person one relation to a child once at a time; other rows and other relations lie beside it
    uniqueIndex("child_access_once")
      .on(t.areaId, t.sourceId, t.practitionerId, t.childId, t.basis)
      .where(sql`upper_inf(during)`),
    index("child_access_from_source").on(t.areaId, t.sourceId),
    check("child_access_during_is_not_empty", sql`not isempty(${t.during})`),
  ],
);
