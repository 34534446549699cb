import type {
  AdvocacyStep,
  AgencyKind,
  CopyBasis,
  CopyClearing,
  CopyFinding,
  CopyKind,
  CopyWay,
  LocalDate,
  SharingReason,
} from "@linchpin/domain";
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, bytes, date, instant } from "./columns.ts";
import { shareMade } from "./consent.ts";
import { plan, planAction } from "./plan.ts";

/**
 * A copy that left: for whom, where to, how, why and on which basis; what was found in it and what was decided about each;
 * and its very bytes. Insert only, by right: what went is what is kept.
 */
export const sentCopy = pgTable(
  "sent_copy",
  {
    areaId: areaId(),
    sentCopyId: uuid().notNull(),
    childId: uuid().notNull(),
    planId: uuid(),
    kind: text().$type<CopyKind>().notNull(),
    title: text().notNull(),
    recipientKind: text().$type<"child" | "carer" | "practitioner" | "body">().notNull(),
    /** The practitioner, or the carer as the record had them that day; null for the child and for a body. */
    recipientId: uuid(),
    recipientName: text().notNull(),
    recipientAgency: text().$type<AgencyKind>(),
    way: text().$type<CopyWay>().notNull(),
    /** To whom and where it went, as it was used; null where it was handed over. */
    addressedTo: text(),
    address: text(),
    /** Since when the address stood on record, and whether somebody made sure of one that changed lately. */
    addressSince: instant(),
    addressConfirmed: text().$type<"yes" | "not-needed">().notNull(),
    purpose: text().notNull(),
    basis: text().$type<CopyBasis>().notNull(),
    consentId: uuid(),
    decidedBy: uuid(),
    reason: text().$type<SharingReason>(),
    reasonWords: text(),
    /** What was found in it, each with what was decided: taken out, or left in and why. */
    findings: jsonb()
      .$type<readonly (CopyFinding & { readonly cleared: CopyClearing | "with-its-item" })[]>()
      .notNull(),
    bytes: bytes().notNull(),
    /** Of the bytes, in hex. */
    sha256: text().notNull(),
    /** Why it went otherwise than was agreed with whoever it is for, where somebody wrote that down. */
    otherWayBecause: text(),
    decisionId: uuid(),
    /** Of a letter: what had to be told, and the letters it went with. */
    tellingId: uuid(),
    runId: uuid(),
    /** It was made while it was kept where the child is, for somebody who may not know: nothing in it tells. */
    tellsNoPlace: boolean().notNull().default(false),
    sentBy: uuid().notNull(),
    sentAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.sentCopyId] }),
    index().on(t.areaId, t.runId),
    index().on(t.areaId, t.tellingId),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.childId, t.sentAt),
    index().on(t.areaId, t.planId),
  ],
);

/** That the child or the family was told of a copy that went to somebody else, or why not: what is written last counts. */
export const sentCopyTold = pgTable(
  "sent_copy_told",
  {
    areaId: areaId(),
    toldId: uuid().notNull(),
    sentCopyId: uuid().notNull(),
    childId: uuid().notNull(),
    whom: text().$type<"child" | "family">().notNull(),
    toldOn: date({ mode: "string" }).$type<LocalDate>(),
    how: text(),
    notToldBecause: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.toldId] }),
    foreignKey({ columns: [t.areaId, t.sentCopyId], foreignColumns: [sentCopy.areaId, sentCopy.sentCopyId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.sentCopyId),
    index().on(t.areaId, t.childId),
  ],
);

/** That a version of a plan was agreed, and on which day: from then child, family and agencies get a copy. Insert only. */
export const planAgreed = pgTable(
  "plan_agreed",
  {
    areaId: areaId(),
    agreedId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    agreedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.agreedId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.planId, t.childId),
  ],
);

/**
 * What child or family said of a plan, each apart: how they took part in making it, what was explained and whether it was
 * understood, what they agree to, action by action. Insert only: the last word on each counts.
 */
export const planWord = pgTable(
  "plan_word",
  {
    areaId: areaId(),
    wordId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    whose: text().$type<"child" | "family">().notNull(),
    about: text().$type<"taking-part" | "plan-explained" | "lead-explained" | "agreement" | "advocacy">().notNull(),
    answer: text()
      .$type<"took-part" | "not-possible" | "understood" | "not-understood" | "agreed" | "not-agreed" | AdvocacyStep>()
      .notNull(),
    /** How they took part or why not; what stands against an action. */
    words: text(),
    /** How it was explained, or how they were asked. */
    form: text(),
    /** Who of the family said it; who speaks for them. */
    name: text(),
    actionId: uuid(),
    saidOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.wordId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.actionId], foreignColumns: [planAction.areaId, planAction.actionId] }),
    index().on(t.areaId, t.planId, t.childId),
  ],
);

/**
 * What a plan's list of copies says beside the copies that were sent from here: one was handed over on paper, one arrived,
 * or somebody gets none and why. Insert only.
 */
export const planCopyMark = pgTable(
  "plan_copy_mark",
  {
    areaId: areaId(),
    markId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    /** "child", "family", or the kind of an agency. */
    whom: text().$type<"child" | "family" | AgencyKind>().notNull(),
    /** The copy that arrived, where it was sent from here; null for one on paper. */
    sentCopyId: uuid(),
    /** Who of the family or the agency was given it on paper. */
    name: text(),
    handedOverOn: date({ mode: "string" }).$type<LocalDate>(),
    receivedOn: date({ mode: "string" }).$type<LocalDate>(),
    leftOutBecause: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.markId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.sentCopyId], foreignColumns: [sentCopy.areaId, sentCopy.sentCopyId] }),
    index().on(t.areaId, t.planId, t.childId),
  ],
);

/** That the family was told of something that left by another way, or why not: what is written last counts (HIG-24). */
export const shareMadeTold = pgTable(
  "share_made_told",
  {
    areaId: areaId(),
    toldId: uuid().notNull(),
    shareId: uuid().notNull(),
    childId: uuid().notNull(),
    toldOn: date({ mode: "string" }).$type<LocalDate>(),
    how: text(),
    notToldBecause: text(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.toldId] }),
    foreignKey({ columns: [t.areaId, t.shareId], foreignColumns: [shareMade.areaId, shareMade.shareId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    index().on(t.areaId, t.shareId),
  ],
);
