import { addDays } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v7 as newId, v4 as newKey } from "uuid";
import { rowsOf } from "../db/asked.ts";
import { namedPerson } from "../db/schema/named-person.ts";
import { chronologyEntry } from "../db/schema/record.ts";
import { childrenOn, nth } from "./children.ts";
import { agreedToReading } from "./concerns.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** Somebody reviews a plan for a time, somebody checks one, the co-ordinator was asked in, and a light account owns an action and sent an update. */
export async function tellParts(world: World): Promise<void> {
  const found = await aManagedPlan(world);
  if (found === undefined) throw new Error(`in ${world.plan.name} no manager answers for an open plan`);
  const { manager, answers, childId, planId } = found;
  const on = weekdaysBefore(world.today, 1);
  const give = (to: string, part: "review-officer" | "quality-auditor" | "coordinator", why: string, days: number) =>
    world.as(manager, at(on, "15:10")).parts.give({
      idempotencyKey: newKey(),
      childId,
      ...(part === "quality-auditor" ? { planId } : {}),
      practitionerId: world.person(to).practitionerId,
      part,
      why,
      lastDay: addDays(world.today, days),
    });
  await give("reviewOfficer", "review-officer", "Chairs the review of the plan.", 30);
  await give("qualityAuditor", "quality-auditor", "The plan is in this quarter's sample.", 14);
  await give("coordinator", "coordinator", "To place the case before the group.", 21);

  const { plan } = world.as(answers, at(on, "16:20"));
  const ownerId = world.person("lightWorker").practitionerId;
  const { practitioners } = await plan.addPractitioner({
    idempotencyKey: newKey(),
    planId,
    practitioner: { practitionerId: ownerId, posts: [], involvement: "involved" },
    sharing: [
      {
        ...(await agreedToReading(world, childId, { on, purpose: "So that there is a place at the Saturday club" })),
        childId,
      },
    ],
  });
  await plan.addAction({
    idempotencyKey: newKey(),
    planId,
    childId,
    what: "A place at the Saturday club, and somebody to walk there with for the first weeks",
    outcome: "Has friends to spend Saturdays with",
    ownerId,
    dueOn: addDays(world.today, 9),
  });
  const planPractitionerId = practitioners.find((one) => one.practitionerId === ownerId)?.planPractitionerId ?? "";
  const { contributors } = await plan.contribution.invite({ idempotencyKey: newKey(), childId, planPractitionerId });
  const asked = contributors.find(({ who }) => who.practitionerId === ownerId)?.contributorId ?? "";
  await world.as("lightWorker", at(on, "17:05")).plan.contribution.send({
    idempotencyKey: newKey(),
    contributorId: asked,
    words: "Came to the open morning and stayed to the end. Knows two others who come on Saturdays.",
  });
}

/** A child who has long been at school, and whose health visitor was the named person before: she still reads her own time. */
export async function tellTimeBefore(world: World, { roll, who }: { readonly roll: string; readonly who: string }) {
  const { childId } = nth((await childrenOn(world, roll)).toReversed(), 6);
  const { practitionerId, practitionerName } = world.person(who);
  const day = (daysAgo: number) => at(addDays(world.today, -daysAgo), "09:30").toISOString();
  const of = { areaId: world.areaId, childId };
  await world.write(async (tx) => {
    await tx.insert(namedPerson).values({
      ...of,
      namedPersonId: newId(),
      practitionerId,
      stage: "pre-school",
      settledBy: "by-name",
      during: { from: day(900), until: day(400) },
      recordedBy: practitionerId,
      recordedAt: day(900),
      endedBecause: "Started school",
    });
    await tx.insert(chronologyEntry).values({
      ...of,
      entryId: newId(),
      act: "named-person.noted",
      title: "Seen at home for the last time before school: ready, and looking forward to it",
      byId: practitionerId,
      byName: practitionerName,
      happenedAt: day(420),
      recordedAt: day(420),
    });
  });
}

/** An open plan, the manager who may give parts in it, and whoever leads it or is its contact. */
async function aManagedPlan(world: World) {
  const keys = new Map(Object.keys(world.plan.people).map((key) => [world.person(key).practitionerId, key]));
  const rows = await world.write((tx) =>
    rowsOf<{
      readonly managerId: string;
      readonly answersId: string;
      readonly childId: string;
      readonly planId: string;
    }>(
      tx,
      sql`select a.practitioner_id as "managerId", coalesce(l.practitioner_id, k.practitioner_id) as "answersId",
          a.child_id as "childId", p.plan_id as "planId"
        from child_access a
        join post po on po.area_id = a.area_id and po.practitioner_id = a.practitioner_id and po.role in ('team-manager', 'service-manager')
        join plan_member m on m.area_id = a.area_id and m.child_id = a.child_id
        join plan p on p.area_id = m.area_id and p.plan_id = m.plan_id and p.state = 'open'
        left join lead l on l.area_id = p.area_id and l.plan_id = p.plan_id and upper_inf(l.during)
        left join contact_of_record k on k.area_id = p.area_id and k.plan_id = p.plan_id and upper_inf(k.during)
        where a.area_id = ${world.areaId} and a.basis = 'line-manager' and upper_inf(a.during)
          and coalesce(l.practitioner_id, k.practitioner_id) is not null
        order by l.lead_id is null, p.opened_at, p.plan_id, a.practitioner_id`,
    ),
  );
  for (const { managerId, answersId, childId, planId } of rows) {
    const [manager, answers] = [keys.get(managerId), keys.get(answersId)];
    if (manager !== undefined && answers !== undefined) return { manager, answers, childId, planId };
  }
  return undefined;
}
