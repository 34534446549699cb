import type { EmergencyReason, LocalDate } from "@linchpin/domain";
import { and, eq } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { child } from "../db/schema/child.ts";
import { childrenOn, nth } from "./children.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

type Opened = {
  readonly by: string;
  readonly reason: EmergencyReason;
  readonly words: string;
};

/** Who of an area opened a record in an emergency, and who knows a child outside work: people without a part in their care. */
export type AccessStory = {
  readonly roll: string;
  readonly reviewed: Opened & { readonly found: string };
  readonly waiting: Opened;
  readonly knows: { readonly who: string };
};

/** One record opened and looked at, one that waits for a privacy officer, one held back from somebody who knows the child. */
export async function tellAccess(world: World, { roll, reviewed, waiting, knows }: AccessStory): Promise<void> {
  const children = (await childrenOn(world, roll)).toReversed();
  const exact = (place: number) => exactly(world, nth(children, place).childId);
  const [then, yesterday] = [weekdaysBefore(world.today, 6), weekdaysBefore(world.today, 1)];

  await open(world, await exact(0), reviewed, then);
  const officer = world.as("privacyOfficer", at(weekdaysBefore(world.today, 5), "11:30"));
  for (const { emergencyAccessId } of (await officer.access.emergency.list({ show: "waiting" })).openings)
    await officer.access.emergency.review({
      idempotencyKey: newKey(),
      emergencyAccessId,
      finding: "right",
      words: reviewed.found,
    });
  await open(world, await exact(1), waiting, yesterday);
  await world.as(knows.who, at(yesterday, "12:40")).access.outsideWork.declareChild({
    idempotencyKey: newKey(),
    child: await exact(2),
    tie: "grandchild-niece-nephew",
  });
  const [first, second, third] = [3, 4, 2].map((place) => nth(children, place).childId);
  await lookAbout(world, { roll, stranger: waiting.by, relative: knows.who, on: yesterday }, { first, second, third });
  for (const [place, { childId }] of children.slice(3, 15).entries())
    await searchFor(world, waiting.by, at(yesterday, `12:${20 + place}`), await exactly(world, childId));
}

/** By name, as in the search box. */
async function searchFor(
  world: World,
  who: string,
  when: Date,
  { given, family }: Awaited<ReturnType<typeof exactly>>,
) {
  await world.as(who, when).people.search({ text: [given, family].filter(Boolean).join(" ") });
}

type LooksToCheck = {
  readonly roll: string;
  readonly stranger: string;
  readonly relative: string;
  readonly on: LocalDate;
};
type ThreeChildren = Readonly<Record<"first" | "second" | "third", string | undefined>>;

/** What a privacy officer finds in the week: looks without a part in the care, one by a relative, one late in the evening, and searches for whoever is not there. */
async function lookAbout(world: World, of: LooksToCheck, { first, second, third }: ThreeChildren): Promise<void> {
  const asked = async (who: string, time: string, childId = "") =>
    world
      .as(who, at(of.on, time))
      .people.child({ childId })
      .catch(() => undefined); // refused, and kept as that
  await asked(of.stranger, "13:05", first);
  await asked(of.stranger, "13:06", second);
  await asked(of.relative, "17:30", third);
  const keeper = Object.entries(world.plan.people).find(
    ([, one]) => one.role === "record-keeper" && one.at === of.roll,
  );
  if (keeper === undefined) return;
  await world.as(keeper[0], at(of.on, "09:15")).people.search({ text: "Galbriath" }); // a slip of the keys
  if (first) await world.as(keeper[0], at(of.on, "21:40")).people.roll.child({ childId: first });
}

async function open(world: World, exact: Awaited<ReturnType<typeof exactly>>, of: Opened, on: LocalDate) {
  const caller = world.as(of.by, at(on, "15:40"));
  const { reason, words } = of;
  const { childId } = await caller.access.emergency.open({ idempotencyKey: newKey(), child: exact, reason, words });
  await caller.people.child({ childId });
}

/** A child as somebody who knows them would say it. */
export async function exactly(world: World, childId: string) {
  const [row] = await world.write((tx) =>
    tx
      .select({ given: child.givenName, family: child.familyName, bornOn: child.bornOn })
      .from(child)
      .where(and(eq(child.areaId, world.areaId), eq(child.childId, childId))),
  );
  if (!row?.bornOn) throw new Error("a child of a roll has no date of birth");
  const { given, family, bornOn } = row;
  return { by: "name" as const, given, ...(family === "" ? {} : { family }), bornOn };
}

/** Of a team manager's people one gone through, with a part that is asked to end, and of a larger team another kept; the others wait. */
export async function reviewAccess(world: World): Promise<void> {
  const [manager = ""] = Object.entries(world.plan.people).find(([, { role }]) => role === "team-manager") ?? [];
  const { reviews } = world.as(manager, at(weekdaysBefore(world.today, 4), "16:10")).access;
  const withParts = (await reviews.list({})).people.filter(({ parts }) => parts.length > 0);
  const [asked, kept, ...others] = withParts;
  if (kept && others.length > 0)
    await reviews.record({ idempotencyKey: newKey(), practitionerId: kept.practitionerId, end: [], words: undefined });
  if (asked === undefined) return;
  const { lines } = await reviews.person({ practitionerId: asked.practitionerId });
  const [few] = lines.toSorted((one, other) => one.children - other.children);
  await reviews.record({
    idempotencyKey: newKey(),
    practitionerId: asked.practitionerId,
    end: few === undefined ? [] : [few.key],
    words: "Has moved to the north team, and no longer visits.",
  });
}
