import { childrenOn, nth } from "./children.ts";
import { anotherAgency, notice, said } from "./concerns.ts";
import { weekdaysBefore } from "./days.ts";
import { earlyHelpKeys, firstSocialWorker, secondSocialWorker, thirdSocialWorker } from "./early-help-team.ts";
import { answerPlan } from "./plans.ts";
import { recordStatus } from "./statuses.ts";
import type { World } from "./world.ts";

type Story = {
  readonly noticed: string;
  readonly child: string;
  readonly family: string;
  readonly level: "integrated" | "complex";
  readonly months: number;
  /** The social worker who leads by law, where the young person is looked after. */
  readonly socialWorker?: string;
};

const stories: readonly Story[] = [
  {
    noticed: "Comes in at ten most days, and looks after two brothers before that.",
    child: "Somebody has to get them up.",
    family: "She is a great help. We did not see what it cost her.",
    level: "integrated",
    months: 6,
  },
  {
    noticed: "Third placement this year, and the bus from this one takes an hour and a half.",
    child: "I'd stay here if they let me.",
    family: "His carers ask for one person to ring.",
    level: "complex",
    months: 14,
    socialWorker: firstSocialWorker,
  },
  {
    noticed: "Has stopped eating with the others, and his mother is waiting for a date for the hospital.",
    child: "I'm fine. It's Mum you should ask.",
    family: "We have told it to seven people.",
    level: "integrated",
    months: 9,
  },
  {
    noticed: "Went back to her father's on two Fridays when she was to be at her aunt's.",
    child: "My dog is there.",
    family: "Her aunt would have her for good, if somebody explained the forms.",
    level: "complex",
    months: 18,
    socialWorker: secondSocialWorker,
  },
  {
    noticed: "Two exclusions in a month, each after a night in the car.",
    child: "You try sleeping in a Fiesta.",
    family: "A roof first. Then the rest.",
    level: "integrated",
    months: 4,
  },
  {
    noticed: "Does well at school and is frightened of the holidays.",
    child: "Do I have to say why?",
    family: "Her grandmother says that she may stay as long as she likes.",
    level: "complex",
    months: 12,
    socialWorker: thirdSocialWorker,
  },
];

/** Who of the thirty helps with which child: some with several, some with none. */
const helpsWith = (person: number, story: number): boolean => (person * (story + 3) + story * story) % 11 < 3;

/** What a large team carries: six children, each with several of its thirty people. */
export async function tellEarlyHelp(world: World): Promise<void> {
  const children = await childrenOn(world, "high");
  for (const [place, story] of stories.entries())
    await oneChild(world, nth(children, place + 4).childId, story, {
      helpers: earlyHelpKeys.filter((key, person) => key === story.socialWorker || helpsWith(person, place)),
      daysAgo: 30 - 3 * place,
    });
}

async function oneChild(
  world: World,
  childId: string,
  { noticed, child, family, level, months, socialWorker }: Story,
  { helpers, daysAgo }: { readonly helpers: readonly string[]; readonly daysAgo: number },
): Promise<void> {
  const by = "headTeacher";
  const on = weekdaysBefore(world.today, daysAgo - 2);
  const concern = await notice(world, {
    childId,
    by,
    on: weekdaysBefore(world.today, daysAgo),
    noticed,
    touches: ["stay-safe", "enjoy-and-achieve"],
    child: said(child),
    family: said(family, "By phone"),
  });
  const planId = await anotherAgency(world, concern, {
    by,
    on,
    reason: "The early help team and the school have to go the same way.",
    manager: "seniorManager",
    leadDecision: "appoint-another",
    route: socialWorker === undefined ? "specialist-within-universal-services" : "safety-or-statute",
    helpers: helpers.map((who) => ({ who, ...(who === socialWorker ? { posts: ["social-worker"] as const } : {}) })),
  });
  await answerPlan(world, planId, {
    by,
    on,
    why: "So many help that somebody has to hold it together.",
    level,
    months,
  });
  if (socialWorker === undefined) return;
  await recordStatus(world, childId, {
    by,
    on,
    kind: "looked-after",
    from: weekdaysBefore(world.today, 150),
    holder: socialWorker,
    lookedAfterBasis: "care-order",
    accommodated: true,
  });
}
