import { type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** What goes on with no end set. */
export const lasts = (during: AnyPgColumn): SQL<boolean> => sql<boolean>`upper_inf(${during})`;

/** The stretch ended now; one that began in this very instant lasted a microsecond, since none may be empty. */
export const endedNow = (during: AnyPgColumn, now: string): SQL =>
  sql`tstzrange(lower(${during}), greatest(${now}::timestamptz, lower(${during}) + interval '1 microsecond'))`;

/** The stretch with no more of it after an instant; one that began later lasted a microsecond, since none may be empty. */
export const endedBy = (during: AnyPgColumn, until: string): SQL =>
  sql`tstzrange(lower(${during}), greatest(least(${until}::timestamptz, upper(${during})), lower(${during}) + interval '1 microsecond'))`;

/** The first instant of a stretch, as text that the database reads back exactly. */
export const startOf = (during: AnyPgColumn): SQL<string> => sql<string>`lower(${during})::text`;

/** The first instant after a stretch, as text that the database reads back exactly. */
export const endOfStretch = (during: AnyPgColumn): SQL<string> => sql<string>`upper(${during})::text`;
