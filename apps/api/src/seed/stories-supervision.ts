import { dayOf, type LocalDate, momentAt } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { v4 as newKey } from "uuid";
import { rowsOf } from "../db/asked.ts";
import { at, weekdaysBefore } from "./days.ts";
import type { World } from "./world.ts";

type Led = { readonly who: string; readonly manager: string; readonly from: string };

/**
 * Whoever led first is supervised, in Ashbeck by two; the sessions stay apart, and one more is asked for. The second has a
 * supervisor and no session yet, and of the others nobody has settled it.
 */
export async function tellSupervision(world: World): Promise<void> {
  const [first, second] = await whoLeads(world);
  if (first === undefined) return;
  const day = dayOf(momentAt(first.from));
  const isDual = world.plan.key === "ashbeck";
  const by = isDual ? "coordinator" : first.manager;
  await settle(world, first, day, isDual ? "coordinator" : undefined);
  await talkOver(world, first, by, day);
  if (isDual)
    await world.as(first.manager, at(day, "17:20")).supervision.recordSession({
      idempotencyKey: newKey(),
      practitionerId: world.person(first.who).practitionerId,
      strand: "practice",
      kind: "formal",
      heldOn: day,
      note: "The week as a whole, and how the two parts of the post fit together.",
      actions: "Leave for the course in January is agreed.",
      cases: [],
    });
  const asked = weekdaysBefore(world.today, 2);
  const { supervision } = world.as(first.who, at(asked < day ? world.today : asked, "08:20"));
  const { leads } = await supervision.own();
  const [about] = leads;
  if (about !== undefined)
    await supervision.ask({
      idempotencyKey: newKey(),
      childId: about.childId,
      reason: "Housing has not answered for three weeks, and I do not know whom to turn to next.",
    });
  if (second !== undefined) await settle(world, second, dayOf(momentAt(second.from)), undefined);
}

/** Everybody who leads and is managed by somebody who may settle it, who led longest first; nobody twice. */
async function whoLeads(world: World): Promise<readonly Led[]> {
  const keys = new Map(Object.keys(world.plan.people).map((key) => [world.person(key).practitionerId, key]));
  const rows = await world.write((tx) =>
    rowsOf<{ readonly id: string; readonly managerId: string; readonly from: string }>(
      tx,
      sql`select a.practitioner_id as id, po.line_manager_id as "managerId",
          to_char(min(lower(a.during)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "from"
        from child_access a
        join post po on po.area_id = a.area_id and po.practitioner_id = a.practitioner_id and upper_inf(po.during)
        join post m on m.area_id = a.area_id and m.practitioner_id = po.line_manager_id and m.role in ('head', 'team-manager', 'service-manager')
        where a.area_id = ${world.areaId} and a.basis = 'lead' and upper_inf(a.during)
        group by 1, 2 order by 3, 1`,
    ),
  );
  return rows.flatMap(({ id, managerId, from }) => {
    const [who, manager] = [keys.get(id), keys.get(managerId)];
    return who === undefined || manager === undefined || dayOf(momentAt(from)) >= world.today
      ? []
      : [{ who, manager, from }];
  });
}

const settle = (world: World, { who, manager }: Led, day: LocalDate, ofTheRole: string | undefined) =>
  world.as(manager, at(day, "16:40")).supervision.arrange({
    idempotencyKey: newKey(),
    practitionerId: world.person(who).practitionerId,
    practiceSupervisorId: world.person(manager).practitionerId,
    usualEveryDays: 14,
    ...(ofTheRole === undefined
      ? { model: "usual" as const }
      : {
          model: "dual" as const,
          leadSupervisorId: world.person(ofTheRole).practitionerId,
          leadEveryDays: 14,
          reason: "The first time as lead professional: somebody who does this every day supervises the role.",
        }),
  });

/** A planned session on the role, with its part for every child. */
async function talkOver(world: World, { who }: Led, by: string, day: LocalDate): Promise<void> {
  const { supervision } = world.as(by, at(day, "17:00"));
  const { practitionerId } = world.person(who);
  const { agenda, shares } = await supervision.person({ practitionerId });
  await supervision.recordSession({
    idempotencyKey: newKey(),
    practitionerId,
    strand: "lead",
    kind: "formal",
    heldOn: day,
    note: "The start as lead: what the family was told, and who rings whom.",
    ...(shares.summary ? { summary: "Well begun. Visits to the family come first until the new year." } : {}),
    actions: "A co-visit in the second week; the supervisor speaks with housing.",
    cases: agenda.flatMap(({ child, planId }) =>
      child.visibility === "full" && planId !== undefined
        ? [
            {
              childId: child.childId,
              planId,
              note: "The family opens the door again. A co-visit would help.",
              presentingNeed: "Sleep, and mornings that begin with a quarrel",
              whatTheLeadCanDo: "The bedtime routine, and one page that says who does what",
              specialistSupport: "Advice on sleep from the paediatric clinic",
              othersWorkDirectly: "Speech and language therapy, at home",
              riskIsHigh: "no" as const,
            },
          ]
        : [],
    ),
  });
}
