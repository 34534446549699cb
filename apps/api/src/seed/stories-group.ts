import { addDays, type LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { rowsOf } from "../db/asked.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

/** The Service Managers' Group of Strathorran: who sits in it, and an item that is asked for, one on the agenda and one decided. */
export async function tellGroup(world: World): Promise<void> {
  const ago = (days: number) => weekdaysBefore(world.today, days);
  const key = () => ({ idempotencyKey: newKey() });
  const named = at(ago(20), "09:10");
  const name = (
    by: string,
    who: string,
    seat: "coordinator" | "police" | "health" | "education" | "social-work",
    holding: "holder" | "deputy" = "holder",
  ) =>
    world.as(by, named).dispute.seats.name({
      ...key(),
      seat,
      holding,
      practitionerId: world.person(who).practitionerId,
    });
  await name("serviceManager", "coordinator", "coordinator");
  await name("coordinator", "areaCommander", "police");
  await name("coordinator", "healthServiceManager", "health");
  await name("coordinator", "serviceManager", "education");
  await name("coordinator", "socialWorkServiceManager", "social-work");
  await name("coordinator", "healthManager", "health", "deputy");

  const [decided, placed, asked] = await plansWithALead(world);
  if (decided === undefined || placed === undefined || asked === undefined || decided.since >= ago(10))
    throw new Error(`in ${world.plan.name} there are no three plans for the group`);
  const arrange = (heldOn: typeof world.today, on: Date) =>
    world.as("coordinator", on).dispute.agenda.arrange({ ...key(), heldOn });
  const keep = (on: Date) => world.as("coordinator", on).dispute;
  const before = await arrange(ago(3), at(ago(12), "10:00"));
  const next = await arrange(addDays(world.today, 9), at(ago(2), "15:30"));

  const first = await world.as(decided.by, at(ago(10), "11:20")).dispute.items.ask({
    ...key(),
    planId: decided.planId,
    childId: decided.childId,
    ...(decided.actionId === null ? {} : { actionId: decided.actionId }),
    body: "service-managers-group",
    reason: "beyond-area-resources",
    about: "The post that was to do this has been vacant since the summer. Who does it until it is filled?",
    triedLocally: "Asked in both neighbouring teams, and of the voluntary service in the next town.",
    youngOffender: "none",
    tried: [],
  });
  const onDesk = { ...key(), groupItemId: first.groupItemId };
  await keep(at(ago(9), "14:00")).items.place({ ...onDesk, version: 1, meetingId: before.meetingId });
  await keep(at(ago(9), "14:10")).items.markHousing({ ...onDesk, ...key(), version: 2, matters: "no" });
  await keep(at(ago(8), "09:30")).agenda.publish({ ...key(), meetingId: before.meetingId, version: 1 });
  await keep(at(ago(3), "16:15")).items.decide({
    ...onDesk,
    ...key(),
    version: 3,
    present: [
      { service: "police", by: "member" },
      { service: "health", by: "named-deputy" },
      { service: "education", by: "member" },
      { service: "social-work", by: "member" },
    ],
    decision: "Health lends somebody for two days a week until the post is filled.",
    ownerAgency: "health",
    dueOn: addDays(world.today, 21),
  });

  const second = await world.as(placed.by, at(ago(4), "10:40")).dispute.items.ask({
    ...key(),
    planId: placed.planId,
    childId: placed.childId,
    body: "service-managers-group",
    reason: "disagreement",
    about: "Two services differ about where the help is given, and the family waits.",
    youngOffender: "none",
    disagreement: "difference-in-approach",
    tried: [
      { way: "mediation", was: "yes", on: ago(9), result: "Both sides were heard. Nothing was settled." },
      { way: "own-agency", was: "yes", on: ago(6), result: "The managers met and kept to what each had said." },
      { way: "partner-agency", was: "no" },
      { way: "resolution-policy", was: "no" },
    ],
  });
  await keep(at(ago(2), "15:45")).items.place({
    ...key(),
    groupItemId: second.groupItemId,
    version: 1,
    meetingId: next.meetingId,
  });
  await world.as(asked.by, at(ago(1), "13:05")).dispute.items.ask({
    ...key(),
    planId: asked.planId,
    childId: asked.childId,
    body: "service-managers-group",
    reason: "significant-resource",
    about: "Ten hours of support a week from January, which is more than the area team may promise by itself.",
    youngOffender: "none",
    tried: [],
  });
}

/** Open plans with whoever leads them or is their contact, the one that they have had longest first. */
async function plansWithALead(world: World) {
  const keys = new Map(Object.keys(world.plan.people).map((key) => [world.person(key).practitionerId, key]));
  const rows = await world.write((tx) =>
    rowsOf<{
      readonly since: LocalDate;
      readonly answersId: string;
      readonly childId: string;
      readonly planId: string;
      readonly actionId: string | null;
    }>(
      tx,
      sql`select distinct on (p.plan_id) (coalesce(lower(l.during), lower(k.during)) at time zone 'Europe/London')::date::text as since, coalesce(l.practitioner_id, k.practitioner_id) as "answersId", m.child_id as "childId", p.plan_id as "planId",
          (select a.action_id from plan_action a where a.area_id = p.area_id and a.plan_id = p.plan_id and a.child_id = m.child_id
            and a.state in ('planned', 'running') order by a.recorded_at, a.action_id limit 1) as "actionId"
        from plan p join plan_member m on m.area_id = p.area_id and m.plan_id = p.plan_id
        left join lead l on l.area_id = p.area_id and l.plan_id = p.plan_id and upper_inf(l.during)
        left join contact_of_record k on k.area_id = p.area_id and k.plan_id = p.plan_id and upper_inf(k.during)
        where p.area_id = ${world.areaId} and p.state = 'open'
          and not exists (select 1 from restriction r where r.area_id = m.area_id and r.child_id = m.child_id)
        order by p.plan_id`,
    ),
  );
  return rows
    .toSorted((one, other) => (one.since < other.since ? -1 : 1))
    .flatMap(({ answersId, ...plan }) => {
      const by = keys.get(answersId);
      return by === undefined ? [] : [{ ...plan, by }];
    });
}
