export type TableSort = { readonly by: string; readonly direction: "ascending" | "descending" };

/** What rows are compared by. Nothing at all sorts last, either way round. */
export type Comparable = string | number | null | undefined;

/** The sort that a press on a heading asks for: ascending first, then the other way. */
export function nextSort(by: string, now: TableSort | undefined): TableSort {
  return { by, direction: now?.by === by && now.direction === "ascending" ? "descending" : "ascending" };
}

/** The rows in order, or as they came when there is nothing to sort by. */
export function sorted<Row>(
  rows: readonly Row[],
  sortBy: ((row: Row) => Comparable) | undefined,
  sort: TableSort | undefined,
): readonly Row[] {
  if (!sortBy || !sort) return rows;
  const turn = sort.direction === "ascending" ? 1 : -1;
  return rows.toSorted((one, other) => compare(sortBy(one), sortBy(other), turn));
}

function compare(a: Comparable, b: Comparable, turn: number): number {
  if (a == null || b == null) return Number(a == null) - Number(b == null);
  if (typeof a === "number" && typeof b === "number") return turn * (a - b);
  return turn * String(a).localeCompare(String(b), "en-GB", { numeric: true });
}
