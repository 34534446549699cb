import type { Records } from "../../records.ts";

/** What every answer says where the area's documents know no named person; undefined where they do. */
export function silenceOf(records: Records): { readonly known: false; readonly because: string } | undefined {
  const because = records.book().book.silence("named-person.who");
  return because === undefined ? undefined : { known: false, because };
}
