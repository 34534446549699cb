import type { ActionState, LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

export type OwnActionRow = {
  readonly actionId: string;
  readonly version: number;
  readonly childId: string;
  readonly planId: string;
  readonly what: string;
  readonly outcome: string | null;
  readonly startsOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly state: ActionState;
  readonly givenName: string;
  /** The whole name where the plan was released to the owner, else its first letter. */
  readonly familyName: string;
};

/** The caller's own actions, through the one door that shows them: what stands open first, by its day. */
export const ownActionRows = ({ tx }: Records): Promise<readonly OwnActionRow[]> =>
  rowsOf(
    tx,
    sql`select action_id as "actionId", version, child_id as "childId", plan_id as "planId", what, outcome,
        starts_on::text as "startsOn", due_on::text as "dueOn", state, given_name as "givenName", family_name as "familyName"
      from my_own_actions() order by state in ('done', 'ended'), due_on nulls last, action_id`,
  );

/** Whoever answers on a plan now: its contact, who is the lead, or acts for them while they are away (BOL-10.4). */
export const answersForPlan = ({ tx, who, now }: Records, planId: string) =>
  rowsOf<{ readonly practitionerId: string }>(
    tx,
    sql`select distinct coalesce(k.practitioner_id, l.practitioner_id) as "practitionerId" from plan p
      left join lead l on l.area_id = p.area_id and l.plan_id = p.plan_id and l.during @> ${now}::timestamptz
      left join contact_of_record k on k.area_id = p.area_id and k.plan_id = p.plan_id and k.during @> ${now}::timestamptz
      where p.area_id = ${who.areaId} and p.plan_id = ${planId} and coalesce(k.practitioner_id, l.practitioner_id) is not null`,
  );
