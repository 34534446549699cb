import { dayOf, type LocalDate, momentAt } from "@linchpin/domain";
import { v7 as newId } from "uuid";
import type { Clock } from "../clock.ts";
import type { Database } from "../db/database.ts";
import { auditEntry } from "../db/schema/record.ts";
import { renewStatistics } from "../db/statistics.ts";
import { oweAccessReviews } from "../jobs/access-reviews.ts";
import { oweCoreInformation } from "../jobs/core-information.ts";
import { doDue } from "../jobs/jobs.ts";
import type { Log } from "../log.ts";
import { ashbeck } from "./ashbeck.ts";
import { sendACopy } from "./copies.ts";
import { at, weekdaysBefore } from "./days.ts";
import { hallowdale } from "./hallowdale.ts";
import { made } from "./made.ts";
import { arrange, asScottishSecondary, bornBefore, firstRows, rollIn, sampleList } from "./rolls.ts";
import { reviewAccess, tellAccess } from "./stories-access.ts";
import { tellAgreements } from "./stories-agreements.ts";
import { agreeHowToReach, tellAround } from "./stories-around.ts";
import { tellAshbeck } from "./stories-ashbeck.ts";
import { gatherAssessments } from "./stories-assessments.ts";
import { tellAway } from "./stories-away.ts";
import { sayHowFarEngaged } from "./stories-engagement.ts";
import { tellEveryday } from "./stories-everyday.ts";
import { officeOfCoordinator, tellFamilies } from "./stories-families.ts";
import { tellWhatGoesAlong } from "./stories-goes-along.ts";
import { tellGroup } from "./stories-group.ts";
import { tellHallowdale } from "./stories-hallowdale.ts";
import { tellIndex } from "./stories-index.ts";
import { tellKeptPrivate } from "./stories-kept-private.ts";
import { raiseALevel } from "./stories-levels.ts";
import { tellParts, tellTimeBefore } from "./stories-parts.ts";
import { tellDepartures, tellSeniorManagers } from "./stories-roles.ts";
import { tellSealed } from "./stories-sealed.ts";
import { tellStrathorran } from "./stories-strathorran.ts";
import { tellSupervision } from "./stories-supervision.ts";
import { tellWhatCameIn, tellWhatWasTold } from "./stories-told.ts";
import { sayWhoDoesWhat } from "./stories-who-does-what.ts";
import { tellWorries } from "./stories-worries.ts";
import { strathorran } from "./strathorran.ts";
import { buildWorld, type World } from "./world.ts";

/** How many weekdays before the day of seeding the rolls came in; everything that is told happened after. */
const rollsCameIn = 35;

const markMade = ({ write, areaId }: World, now: Date): Promise<unknown> =>
  write((tx) =>
    tx
      .insert(auditEntry)
      .values({ areaId, entryId: newId(), at: now.toISOString(), act: made, outcome: "system", detail: {} }),
  );

/**
 * Makes the three demonstration areas, dated from today: their people, their rolls, and a handful of children in the
 * middle of every stage. All that can be done by a person is done by calling the product as that person.
 */
export async function seedDemonstration(database: Database, clock: Clock, log: Log): Promise<void> {
  const now = clock();
  const today = dayOf(momentAt(now));
  for (const { plan, fill } of [
    { plan: strathorran(today), fill: fillStrathorran },
    { plan: ashbeck(today), fill: fillAshbeck },
    { plan: hallowdale(today), fill: fillHallowdale },
  ]) {
    const began = performance.now();
    const world = await buildWorld(database, plan, today, at(weekdaysBefore(today, rollsCameIn + 5), "09:00"));
    await fill(world, weekdaysBefore(today, rollsCameIn));
    await tellAgreements(world);
    await tellKeptPrivate(
      world,
      plan.key === "ashbeck" ? "high" : plan.key === "hallowdale" ? "wharfside" : "inverlochan",
    );
    await tellParts(world);
    if (plan.key === "strathorran") {
      await tellGroup(world);
      await tellSealed(world, "inverlochan");
    }
    if (plan.key === "ashbeck") await tellSeniorManagers(world);
    await tellDepartures(world);
    await sendACopy(world);
    if (plan.key === "strathorran") await sayWhoDoesWhat(world);
    if (plan.key === "strathorran") await sayHowFarEngaged(world);
    if (plan.key === "strathorran") await gatherAssessments(world);
    // The national guidance of Scotland has no levels of need.
    if (plan.key !== "strathorran") await raiseALevel(world);
    await tellSupervision(world);
    await tellWhatWasTold(world);
    await tellAround(world);
    await agreeHowToReach(world);
    if (plan.key === "strathorran") await tellAway(world);
    if (plan.key === "ashbeck") await tellIndex(world, database);
    await reviewAccess(world);
    await doDue(database, world.areaId, now);
    await markMade(world, now);
    log.info(
      { event: "demonstration.seeded", areaId: world.areaId, ms: Math.round(performance.now() - began) },
      "seeded",
    );
  }
  await oweAccessReviews(database, now);
  await oweCoreInformation(database, now);
  await renewStatistics(database);
}

async function fillStrathorran(world: World, on: LocalDate): Promise<void> {
  const academy = asScottishSecondary(sampleList("secondary-school.csv"), world.today);
  await rollIn(world, { list: academy, by: "academyOffice", at: "academy", on });
  await arrange(world, {
    at: "academy",
    by: "rector",
    on,
    pattern: "by-year-group",
    groups: {
      S1: "guidanceLower",
      S2: "guidanceLower",
      S3: "guidanceMiddle",
      S4: "guidanceMiddle",
      S5: "guidanceUpper",
    },
  });
  await rollIn(world, { list: sampleList("primary-school.csv"), by: "office", at: "inverlochan", on });
  await arrange(world, {
    at: "inverlochan",
    by: "head",
    on,
    pattern: "by-year-group",
    groups: { P1: "depute", P2: "depute", P3: "depute", P4: "teacher", P5: "teacher", P6: "teacher", P7: "teacher" },
  });
  const caseload = bornBefore(sampleList("health-visiting-caseload.csv"), "CHILD_DATE_OF_BIRTH", on);
  await rollIn(world, { list: caseload, by: "clinicOffice", at: "clinic", on });
  await arrange(world, {
    at: "clinic",
    by: "healthManager",
    on,
    pattern: "one-person",
    groups: { "*": "healthVisitor" },
  });
  await tellStrathorran(world);
  await tellWorries(world);
  await tellEveryday(world);
  await tellWhatCameIn(world);
  await tellFamilies(world);
  await tellTimeBefore(world, { roll: "inverlochan", who: "healthVisitor" });
  await tellWhatGoesAlong(world);
  await tellAccess(world, {
    roll: "inverlochan",
    reviewed: {
      by: "officer",
      reason: "found-alone",
      words: "Found at the pier after dark without a coat. We need to know whom to call.",
      found: "The duty inspector confirmed it. The grandmother was called within ten minutes.",
    },
    waiting: {
      by: "housingWorker",
      reason: "immediate-danger",
      words: "A neighbour says that a man is at the door of the flat and the child is alone inside.",
    },
    knows: { who: "housingWorker" },
  });
}

async function fillAshbeck(world: World, on: LocalDate): Promise<void> {
  const caseload = bornBefore(sampleList("health-visiting-caseload.csv"), "CHILD_DATE_OF_BIRTH", on);
  await rollIn(world, { list: caseload, by: "clinicOffice", at: "clinic", on });
  const aFewFirst = firstRows(sampleList("secondary-school.csv"), 12);
  await rollIn(world, { list: aFewFirst, by: "office", at: "high", on });
  await tellAshbeck(world);
  await officeOfCoordinator(world);
  await tellAccess(world, {
    roll: "clinic",
    reviewed: {
      by: "officer",
      reason: "missing",
      words: "Taken from the soft play centre. We need the addresses of everybody who may collect the child.",
      found: "The child was with an aunt. Opening the record was the right thing to do.",
    },
    waiting: {
      by: "housingWorker",
      reason: "nobody-reachable",
      words: "No heating since Friday and a baby in the house. The health visitor is on leave.",
    },
    knows: { who: "officer" },
  });
}

async function fillHallowdale(world: World, on: LocalDate): Promise<void> {
  await rollIn(world, { list: sampleList("secondary-school.csv"), by: "office", at: "wharfside", on });
  await tellHallowdale(world);
  await officeOfCoordinator(world);
  await tellAccess(world, {
    roll: "wharfside",
    reviewed: {
      by: "officer",
      reason: "medical-emergency",
      words: "Collapsed on the bus. The crew asks about allergies and medicines.",
      found: "The ambulance service confirmed the call.",
    },
    waiting: {
      by: "housingWorker",
      reason: "court-or-police",
      words: "The court asks today who has the care of the younger children.",
    },
    knows: { who: "housingWorker" },
  });
}
