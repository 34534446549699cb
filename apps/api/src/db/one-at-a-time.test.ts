import { addDays, localDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusalIn } from "../errors.ts";
import { aMonday, aTestArea, type TestArea } from "../testing/area.ts";
import { testDatabase } from "../testing/database.ts";
import { aSchool } from "../testing/school.ts";
import { aPlanOf } from "../testing/work.ts";
import { rowsOf } from "./asked.ts";
import type { Database } from "./database.ts";
import {
  accessBlock,
  childAccess,
  emergencyAccess,
  partGiven,
  restriction,
  restrictionReader,
} from "./schema/access.ts";
import { legalStatus, place } from "./schema/child.ts";
import { consent, release } from "./schema/consent.ts";
import { groupSeat } from "./schema/group.ts";
import { chosenContact } from "./schema/people-around.ts";
import { planPractitioner } from "./schema/plan.ts";
import { engagementException, leave, post } from "./schema/practitioner.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("every stretch of days or of time that is held has what keeps it to one at a time", async () => {
  const area = await aTestArea(database);
  const held = await area.write((tx) =>
    rowsOf<{ table: string; by: string | null }>(
      tx,
      sql`select a.attrelid::regclass::text as table, (
            select string_agg(c.relname, ', ') from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indrelid = a.attrelid and not i.indisprimary and (i.indisexclusion or i.indisunique)
              and pg_get_indexdef(i.indexrelid) ~ 'during') as by
          from pg_attribute a join pg_class t on t.oid = a.attrelid and t.relkind = 'r'
          where t.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
            and a.atttypid in ('daterange'::regtype, 'tstzrange'::regtype) order by 1`,
    ),
  );
  expect(Object.fromEntries(held.map(({ table, by }) => [table, by]))).toEqual({
    access_block: "held_back_once",
    acting_lead: "one_acts_at_a_time",
    child_access: "child_access_once",
    child_lead: "one_lead_answers_for_a_child",
    chosen_contact: "one_chosen_contact_at_a_time",
    consent: "one_answer_to_a_question",
    contact_of_record: "one_contact_of_record",
    deputy: "one_deputy_at_a_time",
    emergency_access: "one_emergency_at_a_time",
    engagement_exception: "one_exception_at_a_time",
    group_seat: "one_in_a_seat_at_a_time, one_seat_a_person",
    lead: "one_lead_at_a_time",
    leave: "one_leave_of_a_kind",
    legal_status: "one_status_of_a_kind",
    named_person: "one_named_person_at_a_time",
    part_given: "one_part_at_a_time",
    place: "one_place_on_a_roll",
    plan_practitioner: "on_a_plan_once",
    post: "one_post_at_a_time",
    release: "released_once",
    restriction: "one_restriction_of_a_kind",
    restriction_reader: "reader_named_once",
    senior_manager: "named_senior_manager_once",
    supervision: "one_supervision_at_a_time",
  });
});

test("what keeps them so is asked when a row is written, and read by no question", async () => {
  const area = await aTestArea(database);
  const constraints = await area.write((tx) =>
    rowsOf<{ name: string; rule: string }>(
      tx,
      sql`select conname as name, pg_get_constraintdef(oid) as rule from pg_constraint where contype = 'x' order by 1`,
    ),
  );
  expect(constraints).toHaveLength(24);
  for (const { name, rule } of constraints) expect(rule, name).toMatch(/WHERE .*NOT isempty\(during\)/);
});

const now = aMonday.toISOString();
const spring = { from: localDate("2026-03-02"), until: localDate("2026-06-01") };
const fromMay = { from: localDate("2026-05-04") };
const fromJune = { from: localDate("2026-06-01") };

async function aWorld() {
  const area = await aTestArea(database);
  const school = await aSchool(area);
  const childId = await area.addChild();
  const planId = await aPlanOf(area, school.head);
  const restrictionId = newId();
  await area.write((tx) =>
    tx.insert(restriction).values({
      ...aRestriction({ childId: childId, school }),
      restrictionId,
      areaId: area.areaId,
      kind: "whereabouts",
    }),
  );
  return { area, school, childId, planId, restrictionId };
}

const aRestriction = ({ childId, school }: Pick<World, "childId" | "school">) => ({
  restrictionId: newId(),
  childId,
  kind: "contact-risk" as const,
  adult: "Rob Sample",
  ownerId: school.head.practitionerId,
  reason: "An order of the court",
  reviewOn: "2026-05-01",
  during: { from: now },
  recordedBy: school.head.practitionerId,
  recordedAt: now,
});

type World = Awaited<ReturnType<typeof aWorld>>;
type Row = Record<string, unknown>;

/** A kind of row that is held over time: one of spring, what may not lie beside it, and what may. */
type Held = {
  readonly what: string;
  readonly table: PgTable;
  readonly row: (world: World) => Row;
  readonly besides: (world: World) => readonly (readonly [string, Row])[];
};

const held: readonly Held[] = [
  {
    what: "a place on a roll",
    table: place,
    row: ({ childId, school: { establishmentId } }) => ({
      placeId: newId(),
      childId,
      establishmentId,
      during: spring,
      recordedAt: now,
    }),
    besides: () => [["the days after it", { during: fromJune }]],
  },
  {
    what: "a legal status",
    table: legalStatus,
    row: ({ childId, school }) => ({
      legalStatusId: newId(),
      childId,
      kind: "looked-after",
      detail: { lookedAfterBasis: "care-order", accommodated: true },
      during: spring,
      recordedBy: school.head.practitionerId,
      recordedAt: now,
    }),
    besides: () => [
      ["a status of another kind", { kind: "child-protection-plan", detail: {} }],
      ["one that rests on something else", { detail: { lookedAfterBasis: "remand", accommodated: true } }],
      ["one that was replaced", { supersededAt: now }],
    ],
  },
  {
    what: "a youth order",
    table: legalStatus,
    row: ({ childId, school }) => ({
      legalStatusId: newId(),
      childId,
      kind: "youth-order",
      detail: { youthOrderSetting: "community" },
      during: spring,
      recordedBy: school.head.practitionerId,
      recordedAt: now,
    }),
    besides: () => [["a second order, made on another day", { during: fromMay }]],
  },
  {
    what: "a post",
    table: post,
    row: ({ school: { bain, agencyId, establishmentId } }) => ({
      postId: newId(),
      practitionerId: bain.practitionerId,
      agencyId,
      establishmentId,
      title: "Support teacher",
      role: "practitioner",
      hours: 50,
      during: spring,
    }),
    besides: () => [
      ["the other half elsewhere", { establishmentId: null }],
      ["the other half as something else", { title: "Nurture teacher" }],
    ],
  },
  {
    what: "leave",
    table: leave,
    row: ({ school: { bain } }) => ({
      leaveId: newId(),
      practitionerId: bain.practitionerId,
      kind: "planned",
      during: spring,
      recordedAt: now,
    }),
    besides: () => [["illness on planned leave", { kind: "sick" }]],
  },
  {
    what: "an exception for agency staff",
    table: engagementException,
    row: ({ planId, school: { bain, head } }) => ({
      exceptionId: newId(),
      practitionerId: bain.practitionerId,
      planId,
      reason: "Posts are unfilled.",
      planToReplace: "Two are advertised.",
      approvedBy: head.practitionerId,
      during: spring,
      recordedAt: now,
    }),
    besides: ({ school: { ross } }) => [
      ["one for somebody else", { practitionerId: ross.practitionerId }],
      ["one that was replaced", { supersededAt: now }],
    ],
  },
  {
    what: "somebody's work on a plan",
    table: planPractitioner,
    row: ({ planId, school: { bain, head, agencyId } }) => ({
      planPractitionerId: newId(),
      planId,
      practitionerId: bain.practitionerId,
      agencyId,
      posts: [],
      involvement: "involved",
      during: { from: "2026-03-02T00:00:00.000Z" },
      recordedBy: head.practitionerId,
      recordedAt: now,
    }),
    besides: ({ school: { ross } }) => [
      ["a colleague's", { practitionerId: ross.practitionerId }],
      ["the time before it", { during: { from: "2026-01-05T00:00:00.000Z", until: "2026-03-02T00:00:00.000Z" } }],
    ],
  },
  {
    what: "a relation to a child",
    table: childAccess,
    row: ({ childId, planId, school: { bain } }) => ({
      accessId: newId(),
      practitionerId: bain.practitionerId,
      childId,
      basis: "plan-practitioner",
      sourceId: planId,
      during: { from: now },
      recordedAt: now,
    }),
    besides: () => [
      ["the same from another row", { sourceId: newId() }],
      ["another relation from the same row", { basis: "lead" }],
    ],
  },
  {
    what: "what holds somebody back from a child's record",
    table: accessBlock,
    row: ({ childId, school: { bain } }) => ({
      blockId: newId(),
      practitionerId: bain.practitionerId,
      childId,
      because: "declared",
      tie: "own-child",
      during: { from: now },
      recordedBy: bain.practitionerId,
      recordedAt: now,
    }),
    besides: ({ school: { ross } }) => [
      ["the same known in another way", { because: "same-phone", tie: null }],
      ["a colleague's", { practitionerId: ross.practitionerId }],
    ],
  },
  {
    what: "a record opened in an emergency",
    table: emergencyAccess,
    row: ({ childId, school: { bain } }) => ({
      emergencyAccessId: newId(),
      practitionerId: bain.practitionerId,
      postId: bain.postId,
      childId,
      reason: "injury",
      words: "Brought in with a head injury.",
      during: { from: "2026-03-02T10:00:00.000Z", until: "2026-03-02T11:00:00.000Z" },
      reviewBy: "2026-03-05T00:00:00.000Z",
    }),
    besides: ({ school: { ross } }) => [
      ["the next hour", { during: { from: "2026-03-02T11:00:00.000Z", until: "2026-03-02T12:00:00.000Z" } }],
      ["a colleague's", { practitionerId: ross.practitionerId }],
    ],
  },
  {
    what: "a part given for a time",
    table: partGiven,
    row: ({ childId, school: { bain, head } }) => ({
      partId: newId(),
      childId,
      practitionerId: bain.practitionerId,
      part: "review-officer",
      why: "Chairs the review.",
      during: { from: "2026-03-02T00:00:00.000Z", until: "2026-05-30T23:00:00.000Z" },
      lastDay: "2026-05-30",
      givenBy: head.practitionerId,
      recordedAt: now,
    }),
    besides: ({ planId, school: { ross } }) => [
      ["another part", { part: "coordinator" }],
      ["the same for one plan", { planId }],
      ["a colleague's", { practitionerId: ross.practitionerId }],
    ],
  },
  {
    what: "a seat of the managers' group",
    table: groupSeat,
    row: ({ school: { bain, head } }) => ({
      seatId: newId(),
      seat: "health",
      holding: "holder",
      practitionerId: bain.practitionerId,
      during: { from: "2026-03-02T00:00:00.000Z", until: "2026-05-30T23:00:00.000Z" },
      recordedBy: head.practitionerId,
      recordedAt: now,
    }),
    besides: ({ school: { ross, head } }) => [
      ["the deputy", { holding: "deputy", practitionerId: ross.practitionerId }],
      ["another service's", { seat: "police", practitionerId: head.practitionerId, recordedBy: ross.practitionerId }],
    ],
  },
  {
    what: "somebody whom a child or family chose",
    table: chosenContact,
    row: ({ childId, school: { head } }) => ({
      contactId: newId(),
      childId,
      as: "trusted",
      chosenBy: "child",
      name: "Jo Sample",
      words: "Jo listens",
      during: { from: "2026-03-02T00:00:00.000Z", until: "2026-05-30T23:00:00.000Z" },
      recordedBy: head.practitionerId,
      recordedAt: now,
    }),
    besides: () => [["somebody else day by day", { as: "day-to-day" }]],
  },
  {
    what: "an answer about sharing",
    table: consent,
    row: ({ childId, school: { head } }) => ({
      consentId: newId(),
      childId,
      answeredBy: "parent-or-carer",
      answeredByName: "Ann Sample",
      answer: "given",
      form: "spoken",
      saysWhat: "Reading scores",
      saysWithWhom: "The speech therapist",
      saysWhy: "So that she can plan sessions",
      items: [],
      agencies: ["health"],
      recipients: [],
      during: spring,
      recordedBy: head.practitionerId,
      recordedAt: now,
    }),
    besides: () => [
      ["the child's own", { answeredBy: "child", answeredByName: null }],
      ["one to something else", { saysWhat: "The whole plan" }],
      ["one that was taken back", { withdrawnOn: "2026-04-01" }],
    ],
  },
  {
    what: "an item released to somebody",
    table: release,
    row: ({ childId, planId, school: { bain, head } }) => ({
      releaseId: newId(),
      childId,
      itemKind: "plan",
      itemId: planId,
      ofAgency: "education",
      toId: bain.practitionerId,
      toAgency: "health",
      purpose: "To plan sessions",
      basis: "consent",
      title: "Plan",
      releasedBy: head.practitionerId,
      releasedAt: now,
      during: { from: now },
      decisionId: planId,
    }),
    besides: ({ school: { ross } }) => [["the same for somebody else", { toId: ross.practitionerId }]],
  },
  {
    what: "a restriction",
    table: restriction,
    row: (world) => ({ ...aRestriction(world), restrictionId: newId() }),
    besides: () => [["one about another adult", { adult: "Ann Sample" }]],
  },
  {
    what: "who may know what a restriction keeps",
    table: restrictionReader,
    row: ({ childId, restrictionId, school: { bain, head } }) => ({
      readerId: newId(),
      restrictionId,
      childId,
      practitionerId: bain.practitionerId,
      because: "Takes the child to school.",
      during: { from: now },
      recordedBy: head.practitionerId,
      recordedAt: now,
    }),
    besides: ({ school: { ross } }) => [["somebody else", { practitionerId: ross.practitionerId }]],
  },
];

const add = (area: TestArea, table: PgTable, row: Row) =>
  area.write((tx) => tx.insert(table).values({ ...row, areaId: area.areaId }));

/** The row's range as one day of many, each the day after another: in days or in moments, as the row has it. */
function nthDay({ during }: Row, at: number): Row {
  const [from, until] = [addDays(spring.from, at), addDays(spring.from, at + 1)];
  const isOfDays = JSON.stringify(during) === JSON.stringify(spring);
  return { during: isOfDays ? { from, until } : { from: `${from}T00:00:00.000Z`, until: `${until}T00:00:00.000Z` } };
}

describe.each(held)("$what", ({ table, row, besides }) => {
  test("is held once: of three who write it down at the same moment one does, and the others are told in words", async () => {
    const world = await aWorld();
    const settled = await Promise.allSettled(Array.from({ length: 3 }, () => add(world.area, table, row(world))));
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = settled.flatMap((one) => (one.status === "rejected" ? [refusalIn(one.reason)] : []));
    expect(refused).toEqual(Array(2).fill({ kind: "already", because: expect.stringMatching(/^[A-Z].*\.$/) }));
  });

  test("lies after another, for as many as an index has several pages for", async () => {
    const world = await aWorld();
    const many = Array.from({ length: 400 }, (_, at) => ({
      ...row(world),
      ...nthDay(row(world), at),
      areaId: world.area.areaId,
    }));
    await world.area.write((tx) => tx.insert(table).values(many));
    expect(await world.area.write((tx) => tx.$count(table))).toBeGreaterThanOrEqual(400);
  });

  test("lies beside whatever is not the same", async () => {
    const world = await aWorld();
    await add(world.area, table, row(world));
    for (const [what, other] of besides(world))
      await expect(add(world.area, table, { ...row(world), ...other }), what).resolves.toBeDefined();
  });
});
