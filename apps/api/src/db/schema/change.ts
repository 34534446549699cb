import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { areaId, instant } from "./columns.ts";

/** A change that was made, under the key the browser sent with it: sent twice, it is made once and answers the same. */
export const changeMade = pgTable(
  "change_made",
  {
    areaId: areaId(),
    practitionerId: uuid().notNull(),
    key: uuid().notNull(),
    act: text().notNull(),
    /** What was sent with the key, hashed: another change under the same key is not the same change. Null once forgotten. */
    sent: text(),
    /** What was answered, kept for as long as it may be asked for again; the key stays. */
    response: jsonb(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.practitionerId, t.key] }),
    index("change_made_answered").on(t.areaId, t.at).where(sql`sent is not null or response is not null`),
  ],
);

/** What has to follow a change, written with it: notices and clocks. A relay hands it to the job library, once. */
export const outbox = pgTable(
  "outbox",
  {
    areaId: areaId(),
    outboxId: uuid().notNull(),
    kind: text().$type<"notice" | "clock">().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Not before this moment. */
    dueAt: instant().notNull(),
    recordedAt: instant().notNull(),
    relayedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.outboxId] }),
    index("outbox_waiting").on(t.areaId, t.dueAt).where(sql`relayed_at is null`),
  ],
);

/** Something a person was told by the product. It names a child only by id; the page it leads to decides what is shown. */
export const notice = pgTable(
  "notice",
  {
    areaId: areaId(),
    noticeId: uuid().notNull(),
    practitionerId: uuid().notNull(),
    childId: uuid(),
    planId: uuid(),
    act: text().notNull(),
    words: text().notNull(),
    link: text(),
    at: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.noticeId] }),
    index("notice_unread").on(t.areaId, t.practitionerId, t.at).where(sql`read_at is null`),
    index("notice_of_person").on(t.areaId, t.practitionerId, t.at, t.noticeId),
  ],
);

/** A duty with a clock, as a rulebook set it: who owes what by when, and on whose account it stands. */
export const duty = pgTable(
  "duty",
  {
    areaId: areaId(),
    dutyId: uuid().notNull(),
    childId: uuid(),
    planId: uuid(),
    concernId: uuid(),
    act: text().notNull(),
    rule: text().notNull(),
    clause: text().notNull(),
    because: text().notNull(),
    owedBy: uuid().notNull(),
    onAccountOf: uuid(),
    dueBy: instant(),
    decisionId: uuid(),
    recordedAt: instant().notNull(),
    doneAt: instant(),
    /** Set once, when the clock ran out and the manager was told. */
    missedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.dutyId] }),
    index("duty_open").on(t.areaId, t.owedBy, t.dueBy).where(sql`done_at is null`),
    index("duty_on_account").on(t.areaId, t.onAccountOf, t.dueBy).where(sql`done_at is null`),
    index("duty_clock").on(t.areaId, t.dueBy).where(sql`done_at is null and missed_at is null`),
    index().on(t.areaId, t.childId),
    // a manager owes one round of access reviews at a time, however many jobs look at once
    uniqueIndex("access_review_owed_once")
      .on(t.areaId, t.owedBy)
      .where(sql`act = 'access-review.record' and done_at is null`),
    // a child's core information is asked for once at a time, and what was never confirmed once of each named person
    uniqueIndex("core_information_owed_once")
      .on(t.areaId, t.childId)
      .where(sql`act = 'named-person.confirm-core-information' and done_at is null and child_id is not null`),
    uniqueIndex("core_information_never_confirmed_owed_once")
      .on(t.areaId, t.owedBy)
      .where(sql`act = 'named-person.confirm-core-information' and done_at is null and child_id is null`),
    // what lead and trusted person share is asked for once at a time for each child
    uniqueIndex("sharing_protocol_owed_once")
      .on(t.areaId, t.childId)
      .where(sql`act = 'agree-sharing-with-trusted-person' and done_at is null`),
  ],
);

/** What a person was typing, so that a session that runs out loses nothing. Its author's alone. */
export const draft = pgTable(
  "draft",
  {
    areaId: areaId(),
    practitionerId: uuid().notNull(),
    key: text().notNull(),
    body: jsonb().notNull(),
    keptAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.practitionerId, t.key] })],
);
