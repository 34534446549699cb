import type { TableSort } from "@linchpin/ui";
import type { WorkloadRow } from "../../views.ts";
import { roomLeft } from "./figure-words.ts";
import type { TeamSearch } from "./search.ts";

/** Held by more than one manager: shown once, with all of them named. */
export const isSplit = ({ posts }: Pick<WorkloadRow, "posts">): boolean => posts.length > 1;

/** Their managers, each once. */
export const managersOf = ({ posts }: Pick<WorkloadRow, "posts">): readonly string[] => [
  ...new Set(posts.flatMap(({ lineManager }) => (lineManager ? [lineManager.name] : []))),
];

/** The rows that the address asks for. Names are compared without accents or capitals. */
export function rowsFor(rows: readonly WorkloadRow[], { search, over, split }: TeamSearch): readonly WorkloadRow[] {
  const wanted = plain(search ?? "");
  return rows.filter((row) => plain(row.name).includes(wanted) && (!over || row.isOver) && (!split || isSplit(row)));
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

const worth: Record<NonNullable<TeamSearch["sort"]>, (row: WorkloadRow) => string | number | undefined> = {
  name: ({ name }) => name,
  leads: ({ leads }) => leads,
  supports: ({ supports }) => supports,
  load: ({ load }) => load.points,
  room: ({ load, capacity }) => roomLeft(load, capacity),
};

/** In the order that the address asks for; by name where it asks for none. What has no value comes last. */
export function inOrder(rows: readonly WorkloadRow[], { sort = "name", down }: TeamSearch): readonly WorkloadRow[] {
  const of = worth[sort];
  return rows.toSorted((one, other) => {
    const [a, b] = [of(one), of(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    const order = typeof a === "number" ? a - Number(b) : a.localeCompare(String(b), "en-GB");
    return (down ? -order : order) || one.name.localeCompare(other.name, "en-GB");
  });
}

export const sortIn = ({ sort, down }: TeamSearch): TableSort => ({
  by: sort ?? "name",
  direction: down ? "descending" : "ascending",
});
