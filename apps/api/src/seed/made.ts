import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { auditEntry } from "../db/schema/record.ts";

/** What the audit says of a demonstration area once it is whole. */
export const made = "demonstration.made";

/** The areas that a demonstration has. */
export const demonstrationAreas: readonly string[] = ["Strathorran", "Ashbeck", "Hallowdale"];

/** True while no area has been opened: nothing of anybody's can be in the way of a demonstration. */
export const isEmpty = async (database: Pick<Database, "areas">): Promise<boolean> =>
  (await database.areas()).length === 0;

/** True where a process stopped while it made the demonstration areas: some are there, and not all of them whole. */
export async function isHalfMade(database: Pick<Database, "areas" | "inArea">, now: Date): Promise<boolean> {
  const ours = (await database.areas()).filter(
    ({ name, isDemonstration }) => isDemonstration && demonstrationAreas.includes(name),
  );
  if (ours.length === 0) return false;
  for (const { areaId } of ours) if (!(await isMade(database, areaId, now))) return true;
  return ours.length < demonstrationAreas.length;
}

const isMade = (database: Pick<Database, "inArea">, areaId: string, now: Date): Promise<boolean> =>
  database.inArea({ areaId, now: now.toISOString(), as: "system" }, async (tx) => {
    const marks = await tx
      .select({ at: auditEntry.at })
      .from(auditEntry)
      .where(and(eq(auditEntry.areaId, areaId), isNull(auditEntry.childId), eq(auditEntry.act, made)))
      .limit(1);
    return marks.length > 0;
  });
