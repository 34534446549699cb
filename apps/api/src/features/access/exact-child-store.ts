import { asKeptNumber, type ExactChild, searchName } from "@linchpin/domain";
import { sql } from "drizzle-orm";
import { rowsOf } from "../../db/asked.ts";
import type { Records } from "../../records.ts";

/** An exact child as the record would have them. */
export const asKept = (child: ExactChild) =>
  child.by === "number"
    ? { name: null, bornOn: null, number: asKeptNumber(child.number) }
    : {
        name: searchName({ given: child.given, ...(child.family === undefined ? {} : { family: child.family }) }),
        bornOn: child.bornOn,
        number: null,
      };

/** Children of the area who are said so, two at most; none from whom the caller is held back. No part in their care is asked. */
export async function exactChildren({ tx }: Records, child: ExactChild): Promise<readonly string[]> {
  const { name, bornOn, number } = asKept(child);
  const found = await rowsOf<{ readonly child_id: string }>(
    tx,
    sql`select child_id from child_in_an_emergency(${name}::text, ${bornOn}::date, ${number}::text)`,
  );
  return found.map(({ child_id }) => child_id);
}
