import type { AgencyKind } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "./db/asked.ts";
import type { Records } from "./records.ts";

/** The agency at whose post the caller works. */
export async function ownAgency({
  tx,
  who,
}: Records): Promise<{ readonly agencyId: string; readonly kind: AgencyKind }> {
  const [found] = await rowsOf<{ readonly agencyId: string; readonly kind: AgencyKind }>(
    tx,
    sql`select ag.agency_id as "agencyId", ag.kind from post po
      join agency ag on ag.area_id = po.area_id and ag.agency_id = po.agency_id
      where po.area_id = ${who.areaId} and po.post_id = ${who.postId}`,
  );
  if (found === undefined) throw new Error("somebody is signed in at a post of no agency");
  return found;
}
