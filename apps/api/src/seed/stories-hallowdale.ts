import { agree } from "./agreements.ts";
import { planOf } from "./beginning.ts";
import { childrenOn, nth } from "./children.ts";
import { notice, said } from "./concerns.ts";
import { weekdaysBefore } from "./days.ts";
import { propose, wishes } from "./plans.ts";
import { confirmStatuses, recordStatus } from "./statuses.ts";
import type { World } from "./world.ts";

const touches = ["enjoy-and-achieve", "stay-safe"] as const;

/** What has been going on in Hallowdale: statuses decide a good deal here, and an Action Meeting the rest. */
export async function tellHallowdale(world: World): Promise<void> {
  await noticedAtSchool(world);
  await waitsForALead(world);
  await waitsForAcceptance(world);
  await leadAgreed(world);
  await notAgreed(world);
  await threeStatuses(world);
  await careLeaver(world);
}

const atSchool = (world: World, noticed: number, on: number) => ({
  by: "headTeacher",
  manager: "serviceManager",
  noticedOn: weekdaysBefore(world.today, noticed),
  on: weekdaysBefore(world.today, on),
  touches,
});

async function noticedAtSchool(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "wharfside", "Y8"), 2);
  await notice(world, {
    childId,
    by: "headTeacher",
    on: weekdaysBefore(world.today, 1),
    noticed: "Has stopped eating at lunch and wears a coat indoors. Friends are worried.",
    touches: ["be-healthy", "stay-safe"],
    child: said("I am just cold."),
    raisedBy: "Two friends, after registration",
  });
}

async function waitsForALead(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "wharfside", "Y9"), 1);
  await planOf(world, childId, {
    ...atSchool(world, 9, 7),
    noticed: "Sent home four times this month. Out at night, and the younger ones follow.",
    child: "Nobody asks, they just ring my mum.",
    family: "I cannot be at work and at the school gate.",
    helpers: [
      { who: "headOfYear", posts: ["teacher"], basedInSchool: true, relationship: "Sees her every day." },
      { who: "learningMentor", basedInSchool: true, relationship: "Two lessons a week." },
      { who: "mentalHealth", relationship: "First appointment is next week.", startsOn: world.today },
      { who: "substanceWorker", relationship: "Group on Wednesdays." },
      { who: "familyWorker", relationship: "Visits the mother." },
    ],
  });
  await confirmStatuses(world, childId, { by: "headTeacher", on: weekdaysBefore(world.today, 7) });
}

async function waitsForAcceptance(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "wharfside", "Y7"), 4);
  const planId = await planOf(world, childId, {
    ...atSchool(world, 14, 12),
    noticed: "New to the country, sharing one room with five, and top of the class in everything he can read.",
    child: "I like it here. It is loud at home.",
    family: "We do not know which letter is for what.",
    helpers: [
      { who: "familyWorker", relationship: "Speaks the family's language." },
      { who: "housingWorker", relationship: "The waiting list." },
    ],
  });
  await proposed(world, planId, childId, "familyWorker", 3, ["headTeacher", "housingWorker"], {
    until: "acceptance",
  });
}

async function leadAgreed(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "wharfside", "Y8"), 5);
  const planId = await planOf(world, childId, {
    ...atSchool(world, 30, 27),
    noticed: "Grandparents took them in over the summer with nothing in place: no doctor, no money, no sleep.",
    child: "Gran is tired. I want to stay with Gran.",
    family: "One person to ring. That is all.",
    helpers: [
      { who: "familyWorker", relationship: "Sorted the first week out." },
      { who: "schoolNurse", relationship: "Sleep." },
    ],
  });
  await proposed(world, planId, childId, "familyWorker", 22, [
    "headTeacher",
    "familyWorker",
    "schoolNurse",
    "kiteManager",
  ]);
}

/** The Action Meeting could not agree: managers have to, and clocks run. */
async function notAgreed(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "wharfside", "Y9"), 6);
  const planId = await planOf(world, childId, {
    ...atSchool(world, 16, 13),
    noticed: "Comes to school on Mondays and Thursdays only. Says the other days are for looking after his dad.",
    child: "It's fine. I have got it sorted.",
    family: "He should not have to. I do not know whom to ask.",
    helpers: [
      { who: "substanceWorker", relationship: "Works with the father." },
      { who: "schoolNurse", relationship: "Sees him on Mondays." },
      { who: "housingWorker", relationship: "The stairs." },
    ],
  });
  await proposed(world, planId, childId, "schoolNurse", 2, ["headTeacher", "substanceWorker", "housingWorker"], {
    disagree: "Two of us see the father and one sees the boy. We could not agree which comes first.",
  });
}

/** Looked after, on a youth order, and with an education, health and care plan. */
async function threeStatuses(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "wharfside", "Y10"), 3);
  await planOf(world, childId, {
    ...atSchool(world, 20, 18),
    noticed: "Three plans, three reviews in one week, and nobody told him about any of them.",
    child: "Which one of you is in charge?",
    family: "His carers keep a list of who said what.",
    route: "safety-or-statute",
    helpers: [
      { who: "socialWorker", posts: ["social-worker"], relationship: "Since the care order." },
      { who: "youthOfficer", posts: ["yot-supervising-officer"], relationship: "Supervises the order." },
      { who: "senco", posts: ["senco"], basedInSchool: true, relationship: "Keeps the plan." },
    ],
  });
  const of = { by: "headTeacher", on: weekdaysBefore(world.today, 17) };
  await recordStatus(world, childId, {
    ...of,
    kind: "statement-or-ehc-plan",
    from: weekdaysBefore(world.today, 300),
    holder: "senco",
  });
  await recordStatus(world, childId, {
    ...of,
    kind: "youth-order",
    from: weekdaysBefore(world.today, 60),
    holder: "youthOfficer",
    youthOrderSetting: "community",
  });
  await recordStatus(world, childId, {
    ...of,
    kind: "looked-after",
    from: weekdaysBefore(world.today, 240),
    holder: "socialWorker",
    lookedAfterBasis: "care-order",
    accommodated: true,
  });
}

async function careLeaver(world: World): Promise<void> {
  const { childId } = nth(await childrenOn(world, "wharfside", "Y12"), 1);
  await planOf(world, childId, {
    ...atSchool(world, 24, 21),
    noticed: "Moves into her own flat before the exams, and the flat has no cooker.",
    child: "I can cook. I need something to cook on.",
    family: "She has no family to ask; her aunt was told at her wish.",
    route: "safety-or-statute",
    helpers: [
      { who: "personalAdviser", posts: ["personal-adviser"], relationship: "Pathway plan since she was sixteen." },
      { who: "housingWorker", relationship: "The tenancy." },
    ],
  });
  await recordStatus(world, childId, {
    by: "headTeacher",
    on: weekdaysBefore(world.today, 20),
    kind: "care-leaver",
    from: weekdaysBefore(world.today, 90),
    holder: "personalAdviser",
    careLeaverKind: "relevant",
  });
}

async function proposed(
  world: World,
  planId: string,
  childId: string,
  who: string,
  daysAgo: number,
  people: readonly [string, ...string[]],
  { until, disagree }: { readonly until?: "acceptance"; readonly disagree?: string } = {},
): Promise<void> {
  const on = weekdaysBefore(world.today, daysAgo);
  await wishes(world, planId, childId, {
    by: "headTeacher",
    on,
    child: { words: "Whoever listens first.", for: who },
    family: { words: "The one who came when she said she would.", for: who },
  });
  const proposalId = await propose(world, planId, {
    by: "headTeacher",
    on,
    who,
    reason: "The young person and the family both ask for this, and the others are already in touch.",
  });
  await agree(world, proposalId, {
    people,
    on: weekdaysBefore(world.today, daysAgo - 1),
    ...(until === undefined ? {} : { until: ({ kind }) => kind.code === until }),
    ...(disagree === undefined
      ? {}
      : {
          outcome: ({ kind }) => (kind.code === "meeting" ? { outcome: "not-agreed", words: disagree } : undefined),
        }),
  });
}
