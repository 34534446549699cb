import { agree } from "./agreements.ts";
import { planOf } from "./beginning.ts";
import { childrenOn, nth } from "./children.ts";
import { notice } from "./concerns.ts";
import { weekdaysBefore } from "./days.ts";
import { propose, wishes } from "./plans.ts";
import { confirmStatuses, recordStatus } from "./statuses.ts";
import { tellEarlyHelp } from "./stories-early-help.ts";
import type { World } from "./world.ts";

const staySafe = { touches: ["stay-safe", "be-healthy"] } as const;

/** What has been going on in Ashbeck: who may lead is where its procedure is strict. */
export async function tellAshbeck(world: World): Promise<void> {
  await noticedAtTheClinic(world);
  await whoMayLead(world);
  await toAccept(world);
  await waitsForManager(world);
  await leadsWithAMentor(world);
  await notAgreed(world);
  await lookedAfterAndOnAnOrder(world);
  await tellEarlyHelp(world);
}

async function noticedAtTheClinic(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "clinic"), 3);
  await notice(world, {
    childId,
    by: "healthManager",
    on: weekdaysBefore(world.today, 2),
    noticed: "Missed two reviews, and the last address was empty. A neighbour says they moved in with a cousin.",
    touches: ["be-healthy", "stay-safe"],
    raisedBy: "The health visitor of the patch",
  });
}

const atTheClinic = (world: World, noticed: number, on: number) => ({
  by: "healthManager",
  manager: "healthServiceManager",
  noticedOn: weekdaysBefore(world.today, noticed),
  on: weekdaysBefore(world.today, on),
  ...staySafe,
});

/** A plan with somebody of every standing on it: newly qualified, on the bank, check pending, by experience, nothing recorded. */
async function whoMayLead(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "clinic"), 6);
  await planOf(world, childId, {
    ...atTheClinic(world, 8, 6),
    noticed: "Three services visit in one week and then none for a month. The parents keep two diaries and miss both.",
    child: "Too young to say. Plays well with whoever sits down on the floor.",
    family: "We want one of you to do the telling.",
    helpers: [
      { who: "healthVisitor", posts: ["health-visitor"], relationship: "Has known them since the birth." },
      { who: "newWorker", relationship: "Stay and play, Mondays." },
      { who: "bankNurse", relationship: "Dressings, twice a week." },
      { who: "experienced", relationship: "Knew the grandmother; visits most weeks." },
      { who: "youthWorker", relationship: "Works with the older brother." },
      { who: "schoolNurse", relationship: "Sees the older brother at school." },
    ],
  });
  await confirmStatuses(world, childId, { by: "healthManager", on: weekdaysBefore(world.today, 6) });
}

/** Proposed: hers to accept or decline. */
async function toAccept(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "clinic"), 9);
  const planId = await planOf(world, childId, {
    ...atTheClinic(world, 15, 12),
    noticed: "Slow to talk, and the mother says she has nobody in the town.",
    child: "Too young to say. Points at what he wants and waits.",
    family: "Maureen showed me where everything is.",
    helpers: [
      { who: "experienced", relationship: "Took her to the toddler group herself." },
      { who: "healthVisitor", posts: ["health-visitor"], relationship: "Two-year review." },
    ],
  });
  await proposed(world, planId, childId, "experienced", 3, {
    people: ["healthManager", "healthVisitor"],
    until: "acceptance",
  });
}

/** Accepted, and on her manager's desk. */
async function waitsForManager(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "clinic"), 12);
  const planId = await planOf(world, childId, {
    ...atTheClinic(world, 17, 14),
    noticed: "Home from hospital with a machine that nobody in the house was shown how to clean.",
    child: "Too young to say. Sleeps best beside the window.",
    family: "Show us once, properly, and we will manage.",
    helpers: [
      { who: "newNurse", relationship: "Visits each morning for now." },
      { who: "housingWorker", relationship: "The damp by the cot." },
    ],
  });
  await proposed(world, planId, childId, "newNurse", 4, {
    people: ["healthManager", "newNurse", "housingWorker"],
    until: "agreement",
  });
}

/** In her first year in the role, with an experienced lead professional beside her. */
async function leadsWithAMentor(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "clinic"), 15);
  const planId = await planOf(world, childId, {
    ...atTheClinic(world, 30, 27),
    noticed: "Feeds through a tube at home, and the nursery will not take her without somebody who knows how.",
    child: "Too young to say. Holds on to Olivia's lanyard.",
    family: "Olivia taught us. We would like her to go on.",
    helpers: [
      { who: "newNurse", relationship: "Visits twice a week." },
      { who: "newWorker", relationship: "Nursery place." },
    ],
  });
  await proposed(world, planId, childId, "newNurse", 24, { people: ["healthManager", "newNurse", "newWorker"] });
}

/** They talked it over and could not agree: clocks run. */
async function notAgreed(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "clinic"), 20);
  const planId = await planOf(world, childId, {
    ...atTheClinic(world, 12, 10),
    noticed: "The tenancy ends, the benefit stopped, and both parents are in treatment.",
    child: "Too young to say.",
    family: "Somebody, soon.",
    helpers: [
      { who: "housingWorker", relationship: "The tenancy." },
      { who: "experienced", relationship: "Visits." },
      { who: "healthVisitor", posts: ["health-visitor"], relationship: "Reviews." },
    ],
  });
  await proposed(world, planId, childId, "housingWorker", 3, {
    people: ["healthManager", "housingWorker", "experienced", "healthVisitor"],
    disagree: "Each of us thinks another is nearer to the family. We did not agree.",
  });
}

/** Looked after, and on a youth order: who has to lead, and who with them. */
async function lookedAfterAndOnAnOrder(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "high"), 2);
  await planOf(world, childId, {
    by: "headTeacher",
    manager: "seniorManager",
    noticedOn: weekdaysBefore(world.today, 18),
    on: weekdaysBefore(world.today, 15),
    touches: ["stay-safe", "make-a-positive-contribution"],
    noticed: "Moved placement twice since the spring, and the order's appointments are in the old town.",
    child: "I'd go if it was nearer.",
    family: "Her carers ask to be told before things change.",
    route: "safety-or-statute",
    helpers: [
      { who: "socialWorker", posts: ["social-worker"], relationship: "Her social worker for two years." },
      { who: "youthOfficer", posts: ["yot-supervising-officer"], relationship: "Supervises the order." },
      { who: "senco", posts: ["senco"], basedInSchool: true },
    ],
  });
  const of = { by: "headTeacher", on: weekdaysBefore(world.today, 14) };
  await recordStatus(world, childId, {
    ...of,
    kind: "youth-order",
    from: weekdaysBefore(world.today, 80),
    holder: "youthOfficer",
    youthOrderSetting: "community",
  });
  await recordStatus(world, childId, {
    ...of,
    kind: "looked-after",
    from: weekdaysBefore(world.today, 200),
    holder: "socialWorker",
    lookedAfterBasis: "care-order",
    accommodated: true,
  });
}

/** Wishes asked, somebody proposed, and the agreement taken as far as it goes. */
async function proposed(
  world: World,
  planId: string,
  childId: string,
  who: string,
  daysAgo: number,
  of: {
    readonly people: readonly [string, ...string[]];
    readonly until?: "acceptance" | "agreement";
    readonly disagree?: string;
  },
): Promise<void> {
  const on = weekdaysBefore(world.today, daysAgo);
  await wishes(world, planId, childId, {
    by: "healthManager",
    on,
    child: { words: "Too young to be asked in words." },
    family: { words: "Whoever knows us already.", for: who },
  });
  const proposalId = await propose(world, planId, {
    by: "healthManager",
    on,
    who,
    reason: "Known to the family, and in touch with everybody else who helps.",
  });
  await agree(world, proposalId, {
    people: of.people,
    on: weekdaysBefore(world.today, Math.max(1, daysAgo - 1)),
    ...(of.until === undefined ? {} : { until: ({ kind }) => kind.code === of.until }),
    ...(of.disagree === undefined
      ? {}
      : {
          outcome: ({ kind }) =>
            kind.code === "discussion" ? { outcome: "not-agreed", words: of.disagree ?? "" } : undefined,
        }),
  });
}
