import { sql } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { rowsOf } from "../db/asked.ts";
import { childrenOn, nth } from "./children.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** Whom to ask about a child at risk; a referral; and what the family of a child with a lead asked and reported. */
export async function tellWhatWasTold(world: World): Promise<void> {
  const yesterday = weekdaysBefore(world.today, 1);
  await world.as("coordinator", at(yesterday, "08:30")).concern.referrals.keep({
    idempotencyKey: newKey(),
    team: "Children's services duty team",
    phone: "01632 960500",
    hours: "Monday to Friday, 09:00 to 17:00",
    afterHoursTeam: "Out of hours social work",
    afterHoursPhone: "01632 960501",
    words: "Ring first. The form can follow within a day. If you are not sure, ring and ask.",
  });
  const led = await somebodyWhoLeads(world);
  if (led === undefined) return;
  const { lead, childId } = led;
  const { familyWords, referrals } = world.as(lead, at(yesterday, "11:10")).concern;
  const from = { childId, raisedBy: "Mother, by telephone" };
  const answered = await familyWords.log({
    ...from,
    idempotencyKey: newKey(),
    kind: "question",
    raisedOn: weekdaysBefore(world.today, 4),
    words: "Do we have to come to the office, or can somebody come to us?",
  });
  await familyWords.answer({
    idempotencyKey: newKey(),
    wordId: answered.wordId,
    version: 1,
    answer: "We come to you, on Thursdays after school.",
    answeredOn: yesterday,
  });
  await familyWords.log({
    ...from,
    idempotencyKey: newKey(),
    kind: "question",
    raisedOn: weekdaysBefore(world.today, 7),
    words: "Who is told if we miss an appointment?",
  });
  await familyWords.log({
    ...from,
    idempotencyKey: newKey(),
    kind: "change",
    raisedOn: yesterday,
    words: "I start work on Monday: mornings do not suit us any more.",
  });
  const { referralId } = await referrals.record({
    idempotencyKey: newKey(),
    childId,
    madeOn: weekdaysBefore(world.today, 3),
    madeAt: "16:40",
    toWhom: "Duty social worker",
    way: "phone",
    whatFor: "Said twice this week that there is nobody at home at night.",
    isAboutStaff: false,
  });
  await referrals.add({
    idempotencyKey: newKey(),
    referralId,
    kind: "said-back",
    on: weekdaysBefore(world.today, 2),
    by: "Duty social worker",
    words: "Visited the same evening. An aunt stays with the children for now; no further step.",
  });
}

/** A police note that was filed and a letter that waits: the school's office entered both. */
export async function tellWhatCameIn(world: World): Promise<void> {
  const day = weekdaysBefore(world.today, 2);
  const child = nth(await childrenOn(world, "inverlochan", "P6"), 4);
  const enter = (time: string, what: Pick<Entered, "source" | "sourceName" | "way">) =>
    world.as("office", at(day, time)).concern.arrivals.enter({
      ...what,
      idempotencyKey: newKey(),
      childId: child.childId,
      cameOn: day,
      keptAt: "The locked tray in the office",
    });
  await enter("09:20", { source: "police", sourceName: "PC Hay, Inverlochan station", way: "note" });
  const { arrivals } = world.as("teacher", at(day, "15:50")).concern;
  const [note] = (await arrivals.toFile()).arrivals;
  if (note !== undefined)
    await arrivals.file({
      idempotencyKey: newKey(),
      arrivalId: note.arrivalId,
      version: note.version,
      as: "relevant",
      because: "It was on two school nights, and she was tired on both mornings.",
      says: "Called to loud music in the flat above, twice. No concern about the family itself.",
    });
  await enter("16:05", { source: "health", sourceName: "Speech therapy, the clinic", way: "letter" });
}
type Entered = Parameters<ReturnType<World["as"]>["concern"]["arrivals"]["enter"]>[0];

/** Somebody who has led for a while, and a child they lead for. */
async function somebodyWhoLeads({ areaId, person, plan, today, write }: World) {
  const since = at(weekdaysBefore(today, 2), "08:00").toISOString();
  const found = await write((tx) =>
    rowsOf<{ readonly practitionerId: string; readonly childId: string }>(
      tx,
      sql`select practitioner_id as "practitionerId", child_id as "childId" from child_access
        where area_id = ${areaId} and basis = 'lead' and not held_back and upper_inf(during) and lower(during) < ${since}::timestamptz
        order by recorded_at, child_id, practitioner_id`,
    ),
  );
  for (const { practitionerId, childId } of found) {
    const lead = Object.keys(plan.people).find((key) => person(key).practitionerId === practitionerId);
    if (lead !== undefined) return { lead, childId };
  }
  return undefined;
}
