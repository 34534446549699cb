import type { IndexProblem, ReferenceKind, SharingBasis } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { area } from "./area.ts";
import { child } from "./child.ts";
import { areaId, instant, supersededAt } from "./columns.ts";
import { lead } from "./lead-professional.ts";
import { practitioner } from "./practitioner.ts";

/** The index of children that an area tells who leads (CWDC-2.20b). Jobs read it, and nobody else; its key is in no table. */
export const childIndex = pgTable(
  "child_index",
  {
    areaId: areaId(),
    url: text().notNull(),
    /** Off, nothing new is told; what the index shows is taken back. */
    isOn: boolean().notNull(),
    setAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.areaId] }), foreignKey({ columns: [t.areaId], foreignColumns: [area.areaId] })],
);

/** By what another system knows the child. A later one supersedes it. */
export const childReference = pgTable(
  "child_reference",
  {
    areaId: areaId(),
    referenceId: uuid().notNull(),
    childId: uuid().notNull(),
    kind: text().$type<ReferenceKind>().notNull(),
    reference: text().notNull(),
    /** What it rests on that the index shows who leads; of other references nothing leaves. */
    basis: text().$type<SharingBasis>(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    supersededAt: supersededAt(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.referenceId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({
      columns: [t.areaId, t.recordedBy],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    uniqueIndex("child_reference_is_one_childs")
      .on(t.areaId, t.kind, t.reference)
      .where(sql`${t.supersededAt} is null`),
    uniqueIndex("child_reference_once").on(t.areaId, t.childId, t.kind).where(sql`${t.supersededAt} is null`),
    index().on(t.areaId, t.childId),
    check("child_reference_of_an_index_rests_on_something", sql`${t.kind} <> 'child-index' or ${t.basis} is not null`),
  ],
);

/**
 * One entry of the index, by its reference: what it should show, and what it is known to show. Names are not kept here, only
 * digests of what was last wanted and last shown. A row is gone once the index has taken the entry back.
 */
export const indexEntry = pgTable(
  "index_entry",
  {
    areaId: areaId(),
    entryId: uuid().notNull(),
    /** Whose entry it is; null once the record was sealed: nothing then says whose it was. */
    childId: uuid(),
    reference: text().notNull(),
    /** The lead it should show, and the digest of how it reads; null where it is to be taken back. */
    leadId: uuid(),
    wanted: text(),
    /** The digest of what the index acknowledged last; null where that is not certain. */
    shown: text(),
    shownAt: instant(),
    /** Whether the index may hold anything under this reference: from before the first try until it acknowledges to hold none. */
    mayStand: boolean().notNull().default(false),
    /** Since when it should read as it does now, and until when the area's rulebook wants it shown. */
    changedAt: instant().notNull(),
    dueBy: instant(),
    clause: text(),
    /** Counts what was wanted: an answer to something older settles nothing. */
    revision: integer().notNull().default(1),
    tries: integer().notNull().default(0),
    triedAt: instant(),
    nextTryAt: instant().notNull(),
    problem: text().$type<IndexProblem>(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.entryId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.leadId], foreignColumns: [lead.areaId, lead.leadId] }),
    uniqueIndex("index_entry_of_reference").on(t.areaId, t.reference),
    index().on(t.areaId, t.childId),
    index("index_entry_waits")
      .on(t.areaId, t.nextTryAt)
      .where(sql`(wanted is not null and shown is distinct from wanted) or (wanted is null and may_stand)`),
    check("index_entry_wants_a_lead_or_nothing", sql`(${t.leadId} is null) = (${t.wanted} is null)`),
  ],
);
