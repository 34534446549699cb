import type { LocalDate } from "@linchpin/domain";
import { sql } from "drizzle-orm";

/** The title of somebody's post today: the one that has lasted longest. */
export const titleOf = (practitionerId: unknown, today: LocalDate) => sql<string | null>`(
  select po.title from post po
  where po.area_id = app_area() and po.practitioner_id = ${practitionerId} and po.during @> ${today}::date
  order by lower(po.during), po.post_id limit 1)`;
