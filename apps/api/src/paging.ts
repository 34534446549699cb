import { isStorable } from "@linchpin/domain";
import { z } from "zod";

/** How many rows a list gives at once. */
export const pageSize = 50;

const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z|infinity)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where a list ordered by an instant goes on: the place of the last row that was shown. */
export const CursorSchema = z.string().refine(isPlace, "Start again at the top of the list");

/** Digits in the right places may still be a day that no calendar has, which the database would not read. */
function isPlace(cursor: string): boolean {
  const [, at = ""] = shape.exec(cursor) ?? [];
  const instant = /^[12]/.test(at) ? Date.parse(at) : Number.NaN;
  return at === "infinity" || (Number.isFinite(instant) && new Date(instant).toISOString() === at);
}

/** A row's place in a list: its instant, "infinity" where it has none, and its id. */
export type Place = { readonly at: string; readonly id: string };

export function placeOf(cursor: string): Place {
  const [, at, id] = shape.exec(cursor) ?? [];
  if (at === undefined || id === undefined) throw new RangeError("not a cursor");
  return { at, id };
}

/** Takes one row more than a page holds; gives the page, and where the next one starts. */
export function pageOf<Row>(rows: readonly Row[], place: (row: Row) => Place, size = pageSize) {
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  if (last === undefined) return { page };
  const { at, id } = place(last);
  return { page, nextCursor: `${at}_${id}` };
}

/** Where a list ordered by name goes on: the name it was sorted by, and the child's id. */
export type NamePlace = { readonly name: string; readonly id: string };

/** Before the first row of a list ordered by name. */
export const atTheTop: NamePlace = { name: "", id: "00000000-0000-0000-0000-000000000000" };

const namePlace = z.tuple([z.string().max(1_000).refine(isStorable), z.uuid()]);

/** A place in a list of names, as one opaque text. */
export const nameCursor = ({ name, id }: NamePlace): string =>
  Buffer.from(JSON.stringify([name, id])).toString("base64url");

/** The other way: what a browser sends back. */
export const NameCursorSchema = z
  .string()
  .max(2_000)
  .transform((text, ctx): NamePlace => {
    try {
      const [name, id] = namePlace.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
      return { name, id };
    } catch {
      ctx.addIssue({ code: "custom", message: "Start again at the top of the list" });
      return z.NEVER;
    }
  });

/** Takes one row more than a page holds; gives the page, and where the next one starts (null at the end). */
export function pageByName<Row>(rows: readonly Row[], place: (row: Row) => NamePlace, size = pageSize) {
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return { page, nextCursor: last === undefined ? null : nameCursor(place(last)) };
}
