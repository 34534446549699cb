import { type SQL, sql } from "drizzle-orm";

/** True where a disagreement about this plan is before the managers' group, and nothing is decided yet. */
export const openDisagreement = (areaId: SQL, planId: SQL): SQL =>
  sql`exists (select 1 from group_item i where i.area_id = ${areaId} and i.plan_id = ${planId} and i.reason = 'disagreement' and i.state in ('asked', 'on-agenda'))`;
