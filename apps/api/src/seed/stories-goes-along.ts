import { addDays, addMonths, dayOf, localDate, momentAt } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { rowsOf } from "../db/asked.ts";
import { childAccess } from "../db/schema/access.ts";
import { childrenOn, nth } from "./children.ts";
import { notice, said } from "./concerns.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

type Goes = ReturnType<World["as"]>["record"]["commonElement"];

/**
 * What goes with children from health to education: a child of the caseload whose milestones wait for the school, a child of
 * Primary 1 whose health visitor wrote them before, one with a report, and two sisters whose named persons find each other.
 */
export async function tellWhatGoesAlong(world: World): Promise<void> {
  await whatIsShared(world);
  const visitor = world.as("healthVisitor", at(weekdaysBefore(world.today, 6), "11:20")).record.commonElement;
  await sixMilestones(visitor, nth(await childrenOn(world, "clinic"), 2).childId);
  await visitor.recordKeyEvent({
    idempotencyKey: newKey(),
    childId: nth(await childrenOn(world, "clinic"), 2).childId,
    kind: "new-in-family",
    happenedOn: addDays(world.today, -60),
    words: "A sister was born. The grandmother came to stay for a month.",
  });
  await wentToSchool(world);
  await reportAndSwim(world);
  await twoSisters(world);
}

/** All parts of health, and of the schools all but the milestones: these are read by the schools' own people until the summer. */
async function whatIsShared(world: World): Promise<void> {
  const { stages } = world.as("coordinator", at(weekdaysBefore(world.today, 30), "09:40")).record;
  const { agencies } = await stages.list();
  await stages.start({ idempotencyKey: newKey(), from: localDate("2026-01-01") });
  for (const { agencyId, kind } of agencies)
    for (const part of ["demographics", "key-events", "milestones"] as const)
      await stages.keep({
        idempotencyKey: newKey(),
        agencyId,
        part,
        liveFrom: kind.code === "education" && part === "milestones" ? null : addMonths(world.today, -6),
      });
}

const six = [
  ["movement", "Sits without a hand to hold", 7],
  ["movement", "Walks alone", 13],
  ["speech-and-language", "Says about ten words", 18],
  ["self-care", "Eats with a spoon", 19],
  ["speech-and-language", "Puts two words together", 25],
  ["social-and-emotional", "Plays beside other children", 27],
] as const;

async function sixMilestones(visitor: Goes, childId: string): Promise<void> {
  for (const [area, words, ageInMonths] of six)
    await visitor.recordMilestone({ idempotencyKey: newKey(), childId, area, words, ageInMonths, source: "check" });
}

/** A child at school whose health visitor wrote them while she was named: the school reads them as from her service. */
async function wentToSchool(world: World): Promise<void> {
  const { areaId, person } = world;
  const { practitionerId } = person("healthVisitor");
  const [before] = await world.write((tx) =>
    rowsOf<{ readonly childId: string; readonly id: string; readonly from: string; readonly until: string }>(
      tx,
      sql`select child_id as "childId", named_person_id as id, to_json(lower(during)) #>> '{}' as "from", to_json(upper(during)) #>> '{}' as until
        from named_person where area_id = ${areaId} and practitioner_id = ${practitionerId} and not upper_inf(during) order by child_id limit 1`,
    ),
  );
  if (before === undefined) return;
  const { childId, id, from, until } = before;
  // What the product itself would have written, had it been here then.
  await world.write((tx) =>
    tx.insert(childAccess).values({
      ...{ areaId, accessId: newId(), practitionerId, childId, basis: "named-person", sourceId: id },
      ...{ during: { from, until }, recordedAt: from },
    }),
  );
  const then = dayOf(momentAt(until));
  await sixMilestones(world.as("healthVisitor", at(addDays(then, -30), "10:00")).record.commonElement, childId);
}

/** A child of Primary 5: a move, a swim, and the level in two areas from the report of the summer. */
async function reportAndSwim(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "inverlochan", "P5"), 3);
  const teacher = world.as("teacher", at(weekdaysBefore(world.today, 4), "15:10")).record.commonElement;
  const reportedOn = addDays(world.today, -150);
  await teacher.recordKeyEvent({
    idempotencyKey: newKey(),
    childId,
    kind: "moved-house",
    happenedOn: addDays(world.today, -200),
    words: "Moved with his mother and his brother to a house with a garden.",
  });
  await teacher.recordMilestone({
    idempotencyKey: newKey(),
    childId,
    area: "out-of-school",
    words: "Swam 25 m, and got the badge.",
    reachedOn: addDays(world.today, -160),
    source: "family",
  });
  for (const [area, level, words] of [
    ["cfe-numeracy", "second", "Works at second level, and likes measuring."],
    ["cfe-literacy", "first", "Within first level. Reading is hard work; listens and tells stories well."],
  ] as const)
    await teacher.recordMilestone({
      idempotencyKey: newKey(),
      childId,
      area,
      level,
      words,
      reachedOn: reportedOn,
      source: "report",
    });
}

/**
 * Two children of one parent, by the lists of school and clinic: whoever is named for either is told of the other, and that
 * a concern is open for the younger one. From a colleague next door to the family it is held back.
 */
async function twoSisters(world: World): Promise<void> {
  const [pair] = await world.write((tx) =>
    rowsOf<{
      readonly childId: string;
      readonly siblingId: string;
      readonly givenName: string;
      readonly bornOn: string;
      readonly namedId: string;
    }>(
      tx,
      sql`select mine.child_id as "childId", c.child_id as "siblingId", c.given_name as "givenName", c.born_on::text as "bornOn",
          theirs.practitioner_id as "namedId"
        from named_person mine join named_person theirs on theirs.area_id = mine.area_id and theirs.child_id <> mine.child_id
          and theirs.practitioner_id <> mine.practitioner_id and upper_inf(theirs.during)
        join child c on c.area_id = theirs.area_id and c.child_id = theirs.child_id and c.born_on is not null
        join carer a on a.area_id = mine.area_id and a.child_id = mine.child_id and a.superseded_at is null
        join child me on me.area_id = mine.area_id and me.child_id = mine.child_id and me.family_name = c.family_name
        join carer b on b.area_id = c.area_id and b.child_id = c.child_id and b.superseded_at is null and (b.phone = a.phone or lower(b.email) = lower(a.email))
        where mine.area_id = ${world.areaId} and upper_inf(mine.during) and mine.practitioner_id = ${world.person("teacher").practitionerId}
          and not exists (select 1 from restriction r where r.area_id = c.area_id and r.child_id in (c.child_id, mine.child_id))
        order by mine.child_id, c.child_id limit 1`,
    ),
  );
  if (pair === undefined) return;
  await world.as("teacher", at(weekdaysBefore(world.today, 4), "15:30")).people.siblings.record({
    idempotencyKey: newKey(),
    childId: pair.childId,
    is: "sister",
    givenName: pair.givenName,
    bornOn: localDate(pair.bornOn),
    toldBy: "The child",
  });
  const named = Object.keys(world.plan.people).find((key) => world.person(key).practitionerId === pair.namedId);
  if (named === undefined) return;
  await notice(world, {
    childId: pair.siblingId,
    by: named,
    on: weekdaysBefore(world.today, 2),
    noticed: "Unsettled for a fortnight, and wakes several times a night.",
    touches: ["healthy", "nurtured"],
    family: said("There are tears every night when the light goes out."),
  });
  await heldBack(world, pair.childId, named === "guidanceLower" ? "guidanceMiddle" : "guidanceLower");
}

async function heldBack(world: World, childId: string, from: string): Promise<void> {
  const teacher = (ago: number, hour: string) => world.as("teacher", at(weekdaysBefore(world.today, ago), hour)).people;
  const whom = { childId, practitionerId: world.person(from).practitionerId };
  const because = "Lives next door to the family, who do not want it known in their street.";
  await teacher(20, "12:15").siblings.holdBack({ idempotencyKey: newKey(), ...whom, because });
  const { heldBack: then } = await teacher(8, "12:20").siblings.get({ childId });
  for (const { holdId } of then?.holds ?? [])
    await teacher(8, "12:25").siblings.endHold({
      idempotencyKey: newKey(),
      holdId,
      because: "The family were about to move, and said it did not matter any more.",
    });
  await teacher(3, "12:10").siblings.holdBack({
    idempotencyKey: newKey(),
    ...whom,
    because: "The move fell through: they are still next door.",
  });
}
