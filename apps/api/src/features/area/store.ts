import { desc, eq } from "drizzle-orm";
import { adoption } from "../../db/schema/area.ts";
import type { Records } from "../../records.ts";

/** Every adoption the area recorded, newest first, whether or not it was superseded. */
export const adoptionsOf = ({ tx, who }: Records) =>
  tx
    .select({
      adoptionId: adoption.adoptionId,
      editionId: adoption.editionId,
      version: adoption.editionVersion,
      from: adoption.from,
      recordedAt: adoption.recordedAt,
      supersededAt: adoption.supersededAt,
    })
    .from(adoption)
    .where(eq(adoption.areaId, who.areaId))
    .orderBy(desc(adoption.from), desc(adoption.recordedAt));
