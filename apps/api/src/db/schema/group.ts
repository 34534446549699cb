import type {
  AboutYoungOffender,
  AgencyKind,
  DisputeKind,
  GroupBody,
  GroupItemReason,
  GroupItemState,
  GroupSeat,
  GroupService,
  LocalDate,
  ReportersPart,
  SeatHolding,
  SitsFor,
  WayTried,
} from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { child } from "./child.ts";
import { areaId, date, instant, period, version } from "./columns.ts";
import { plan, planAction } from "./plan.ts";
import { practitioner } from "./practitioner.ts";

/**
 * Who is named for the area's group of service managers: who holds each service's seat, each seat's deputy, and the
 * co-ordinator (HIG-160, HIG-177). Nobody names themselves, and nobody sits twice.
 */
export const groupSeat = pgTable(
  "group_seat",
  {
    areaId: areaId(),
    seatId: uuid().notNull(),
    seat: text().$type<GroupSeat>().notNull(),
    holding: text().$type<SeatHolding>().notNull(),
    practitionerId: uuid().notNull(),
    during: period().notNull(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    endedBy: uuid(),
    endedBecause: text(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.seatId] }),
    foreignKey({
      columns: [t.areaId, t.practitionerId],
      foreignColumns: [practitioner.areaId, practitioner.practitionerId],
    }),
    index().on(t.areaId, t.practitionerId),
    check("group_seat_during_is_not_empty", sql`not isempty(${t.during})`),
    check("nobody_names_themselves", sql`${t.recordedBy} <> ${t.practitionerId}`),
  ],
);

/** A meeting of the group, and with it its agenda. */
export const groupMeeting = pgTable(
  "group_meeting",
  {
    areaId: areaId(),
    meetingId: uuid().notNull(),
    heldOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    publishedAt: instant(),
    publishedBy: uuid(),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
    version: version(),
  },
  (t) => [primaryKey({ columns: [t.areaId, t.meetingId] }), uniqueIndex("one_meeting_a_day").on(t.areaId, t.heldOn)],
);

/** Who took part in a decision for a service. */
export type Present = {
  readonly service: GroupService;
  readonly by: SitsFor;
  readonly practitionerId?: string;
};

/** What the group is asked about one child's plan, by whom, how far it has come, and what was decided (HIG-172 to HIG-181). */
export const groupItem = pgTable(
  "group_item",
  {
    areaId: areaId(),
    groupItemId: uuid().notNull(),
    planId: uuid().notNull(),
    childId: uuid().notNull(),
    /** The action of the plan that it is about; null where it is about the plan. */
    actionId: uuid(),
    /** Before whom it came: items of a group that was replaced keep its name. */
    body: text().$type<GroupBody>().notNull(),
    reason: text().$type<GroupItemReason>().notNull(),
    about: text().notNull(),
    youngOffender: text().$type<AboutYoungOffender>().notNull(),
    triedLocally: text(),
    disagreement: text().$type<DisputeKind>(),
    state: text().$type<GroupItemState>().notNull(),
    askedBy: uuid().notNull(),
    askedAt: instant().notNull(),
    /** The adoption in force when it was asked for: an item keeps the book it began with. */
    adoptionId: uuid().notNull(),
    /** Why it was given back, taken back or taken off the agenda, whichever came last. */
    because: text(),
    meetingId: uuid(),
    placedBy: uuid(),
    placedAt: instant(),
    /** Null until somebody has said whether housing matters to it. */
    housing: text().$type<"yes" | "no">(),
    housingWhy: text(),
    housingInvitedOn: date({ mode: "string" }).$type<LocalDate>(),
    reporterInvitedOn: date({ mode: "string" }).$type<LocalDate>(),
    reportersPart: text().$type<ReportersPart>(),
    reportersWords: text(),
    present: jsonb().$type<readonly Present[]>(),
    decision: text(),
    ownerAgency: text().$type<AgencyKind>(),
    dueOn: date({ mode: "string" }).$type<LocalDate>(),
    /** The day of the meeting that decided. */
    decidedOn: date({ mode: "string" }).$type<LocalDate>(),
    decidedBy: uuid(),
    decidedAt: instant(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.groupItemId] }),
    foreignKey({ columns: [t.areaId, t.planId], foreignColumns: [plan.areaId, plan.planId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
    foreignKey({ columns: [t.areaId, t.actionId], foreignColumns: [planAction.areaId, planAction.actionId] }),
    foreignKey({ columns: [t.areaId, t.meetingId], foreignColumns: [groupMeeting.areaId, groupMeeting.meetingId] }),
    index().on(t.areaId, t.planId, t.childId),
    index().on(t.areaId, t.meetingId),
    check(
      "a_decision_is_whole",
      sql`${t.state} <> 'decided' or (${t.decision} is not null and ${t.ownerAgency} is not null and ${t.dueOn} is not null and ${t.decidedOn} is not null and ${t.present} is not null)`,
    ),
    check("an_item_is_on_an_agenda", sql`${t.state} not in ('on-agenda', 'decided') or ${t.meetingId} is not null`),
  ],
);

/** What was tried to settle the disagreement that an item is about: each way once, with its day and what came of it (HIG-175). */
export const groupItemTried = pgTable(
  "group_item_tried",
  {
    areaId: areaId(),
    groupItemId: uuid().notNull(),
    way: text().$type<WayTried>().notNull(),
    childId: uuid().notNull(),
    triedOn: date({ mode: "string" }).$type<LocalDate>().notNull(),
    result: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.areaId, t.groupItemId, t.way] }),
    foreignKey({ columns: [t.areaId, t.groupItemId], foreignColumns: [groupItem.areaId, groupItem.groupItemId] }),
    foreignKey({ columns: [t.areaId, t.childId], foreignColumns: [child.areaId, child.childId] }),
  ],
);
