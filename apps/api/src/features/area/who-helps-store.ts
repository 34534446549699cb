import type { AgencyKind } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

/** The area's services by name. */
export const servicesOf = ({
  tx,
  who,
}: Records): Promise<readonly { readonly name: string; readonly kind: AgencyKind }[]> =>
  rowsOf(tx, sql`select name, kind from agency where area_id = ${who.areaId} order by name, agency_id`);

export type Office = {
  readonly role: "coordinator" | "review-officer";
  readonly name: string;
  readonly title: string;
  readonly phone: string | null;
  readonly hours: string | null;
  readonly writeTo: string | null;
};

/** Co-ordinators and review officers at work today, with what a family may know of how to reach them. */
export const officesOf = ({ tx, who, today }: Records): Promise<readonly Office[]> =>
  rowsOf(
    tx,
    sql`select po.role, p.name, po.title, coalesce(w.phone, p.phone) as phone, w.hours, w.write_to as "writeTo"
      from post po join practitioner p on p.area_id = po.area_id and p.practitioner_id = po.practitioner_id
      left join way_to_reach w on w.area_id = po.area_id and w.holder_id = po.practitioner_id
      where po.area_id = ${who.areaId} and po.role in ('coordinator', 'review-officer') and po.during @> ${today}::date
      order by p.name, po.post_id`,
  );
