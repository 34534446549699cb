import { asKeptNumber, ExactChild, searchName } from "@linchpin/domain";
import { getTableColumns, getTableName, is, type SQL, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { areaWide, rowsOf } from "./db/asked.ts";
import type { Handle } from "./db/database.ts";
import { anyOf } from "./db/many.ts";
import * as tables from "./db/schema/tables.ts";

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const most = 50;
const deepest = 5;

/** An id as it was sent: "concernId" or, of several, "childIds". */
type SentId = { readonly name: string; readonly id: string };

/** The ids that were sent, wherever they stand in what was sent, each once; no more than a screen has. */
export function idsIn(sent: unknown, name = "", level = 0): readonly SentId[] {
  if (typeof sent === "string") return isId.test(sent) ? [{ name, id: sent }] : [];
  if (typeof sent !== "object" || sent === null || level > deepest) return [];
  const found = Object.entries(sent).flatMap(([key, one]) => idsIn(one, Array.isArray(sent) ? name : key, level + 1));
  return [...new Map(found.map((one) => [`${one.name} ${one.id}`, one])).values()].slice(0, most);
}

type Place = { readonly table: string; readonly column: string; readonly isOfPlan: boolean };

/** What an input calls by another name than the table whose key it is. */
const byAnotherName: Readonly<Record<string, string>> = {
  otherActionId: "actionId",
  afterListId: "listId",
  itemId: "concernId",
  eventId: "entryId",
  milestoneId: "entryId",
  letterId: "sentCopyId",
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What the app's role has no right to ask (decision 25): whose record is sealed is looked for nowhere. */
const closed: readonly unknown[] = [tables.sealedChild, tables.sealedKey, tables.sealedWords];

/** Every table whose rows belong to a child, or to a plan and so to its children, by the name of its key. */
function placesByKey(): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, readonly Place[]>();
  for (const table of Object.values(tables)) {
    if (!is(table, PgTable) || closed.includes(table)) continue;
    const columns = Object.values(getTableColumns(table)).map(({ name }) => name);
    const isOfChild = columns.includes("childId");
    if (!isOfChild && !columns.includes("planId")) continue;
    const keys = getTableConfig(table).primaryKeys.flatMap((key) => key.columns.map(({ name }) => name));
    for (const name of keys)
      if (name !== "areaId" && (name !== "childId" || table === tables.child))
        found.set(name, [
          ...(found.get(name) ?? []),
          { table: getTableName(table), column: snake(name), isOfPlan: !isOfChild },
        ]);
  }
  return found;
}
const places = placesByKey();

/** The tables in which an id of this name is looked for; none where it is about no child. */
export const placesOf = (name: string): readonly Place[] => {
  const one = name.replace(/Ids$/, "Id");
  return places.get(byAnotherName[one] ?? one) ?? [];
};

/** An exact child, by name and date of birth or by number, wherever they stand in what was sent. */
function exactIn(sent: unknown): SQL | undefined {
  const { success, data } = ExactChild.safeParse((sent as { readonly child?: unknown } | null | undefined)?.child);
  if (!success) return undefined;
  return data.by === "number"
    ? sql`select i.child_id from child_identifier i where i.area_id = app_area() and i.value = ${asKeptNumber(data.number)}`
    : sql`select c.child_id from child c where c.area_id = app_area() and coalesce(c.born_on, c.due_on) = ${data.bornOn}::date
        and (c.search_name = ${nameOf(data)} or (c.preferred_name is not null and starts_with(c.search_name, ${nameOf(data)} || ' ')))`;
}

const nameOf = ({ given, family }: { readonly given: string; readonly family?: string | undefined }): string =>
  searchName({ given, ...(family === undefined ? {} : { family }) });

/**
 * The children whom a refused request was about, by whichever part of their record or by exact details: whoever sent it may
 * see none of it, so this goes into the audit and nowhere else. Asked in the same way whether there is such a child or not.
 */
export async function childrenBehind(tx: Handle, sent: unknown): Promise<readonly string[]> {
  const byName = new Map<string, readonly string[]>();
  for (const { name, id } of idsIn(sent)) byName.set(name, [...(byName.get(name) ?? []), id]);
  const exact = exactIn(sent);
  const parts = [
    ...[...byName].flatMap(([name, ids]) =>
      placesOf(name).map(({ table, column, isOfPlan }) => {
        const from = isOfPlan
          ? sql`${sql.identifier(table)} t join plan_member m on m.area_id = t.area_id and m.plan_id = t.plan_id`
          : sql`${sql.identifier(table)} t`;
        return sql`select ${sql.raw(isOfPlan ? "m" : "t")}.child_id from ${from}
          where t.area_id = app_area() and t.${sql.identifier(column)} = ${anyOf(ids)}`;
      }),
    ),
    ...(exact === undefined ? [] : [exact]),
  ];
  if (parts.length === 0) return [];
  const found = await areaWide(tx, () =>
    rowsOf<{ readonly childId: string }>(
      tx,
      sql`select child_id as "childId" from (${sql.join(parts, sql` union `)}) found where child_id is not null limit ${most}`,
    ),
  );
  return found.map(({ childId }) => childId);
}
