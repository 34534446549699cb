import { v4 as newKey } from "uuid";
import { at, weekdaysBefore } from "./days.ts";
import { aLedChild } from "./stories-around.ts";
import type { World } from "./world.ts";

/** Of the same child: somebody stood in for a day while the lead was away, and the role came back. Where deputies are known, they are deputy now. */
export async function tellAway(world: World): Promise<void> {
  const found = await aLedChild(world);
  if (found === undefined) return;
  const { lead, childId } = found;
  const { planId } = (await world.as(lead, at(world.today, "08:05")).people.child({ childId })).lead;
  if (planId === null) return;
  const [before, after] = [weekdaysBefore(world.today, 2), weekdaysBefore(world.today, 1)];
  const standIn = (day: typeof before, time: string) => world.as(lead, at(day, time)).leadProfessional.standIn;
  const { people } = await standIn(before, "08:10").get({ planId });
  const colleague = people.find(({ openActions, managesLead }) => openActions > 0 && !managesLead);
  if (colleague === undefined) return;
  const { practitionerId } = colleague;
  await standIn(before, "08:15").begin({
    idempotencyKey: newKey(),
    planId,
    practitionerId,
    reason: "leave",
    expectedBackOn: after,
    words: "A day's leave. Ring them first about the visits.",
  });
  const { now } = await standIn(after, "08:55").get({ planId });
  if (now === undefined) return;
  await standIn(after, "09:00").end({
    idempotencyKey: newKey(),
    actingLeadId: now.actingLeadId,
    handover: "Nothing changed. The visit on Thursday was moved by an hour, and the family knows.",
  });
  await standIn(after, "09:20").agreeDeputy({
    idempotencyKey: newKey(),
    planId,
    practitionerId,
    agreedOn: after,
  });
}
