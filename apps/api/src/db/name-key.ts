import { type SQL, sql } from "drizzle-orm";

/** A name as the domain's `nameKey` writes it, for sorting and searching where no column keeps it: short lists only. */
export const nameKeyOf = (name: SQL): SQL =>
  sql`trim(regexp_replace(replace(lower(regexp_replace(normalize(${name}, NFKD), '[\\u0300-\\u036f]', '', 'g')), '''', ''), '[^[:alnum:]]+', ' ', 'g'))`;
