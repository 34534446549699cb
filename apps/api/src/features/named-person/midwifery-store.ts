import { DomainError, type EndMidwifery } from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import { anyOf } from "../../db/many.ts";
import { child } from "../../db/schema/child.ts";
import type { Records } from "../../records.ts";

/** Keeps the day the midwife's care ended. Gives the child's new version. */
export async function endMidwiferyOf(
  { tx, who }: Records,
  { childId, version, endedOn }: EndMidwifery,
): Promise<number> {
  const [kept] = await tx
    .update(child)
    .set({ midwiferyEndedOn: endedOn, version: version + 1 })
    .where(and(eq(child.areaId, who.areaId), eq(child.childId, childId), eq(child.version, version)))
    .returning({ version: child.version });
  if (!kept) throw new DomainError({ kind: "changed-since", what: "child" });
  return kept.version;
}

/** The service managers of the agencies these people work for. */
export async function serviceManagersOf(
  { tx, today }: Records,
  practitionerIds: readonly string[],
): Promise<readonly string[]> {
  const rows = await rowsOf<{ practitioner_id: string }>(
    tx,
    sql`select distinct m.practitioner_id
      from post m join post p on p.area_id = m.area_id and p.agency_id = m.agency_id and p.during @> ${today}::date
      where m.area_id = app_area() and m.role = 'service-manager' and m.during @> ${today}::date and p.practitioner_id = ${anyOf(practitionerIds)}`,
  );
  return rows.map((row) => row.practitioner_id);
}
