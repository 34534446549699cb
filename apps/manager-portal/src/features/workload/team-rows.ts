import type { TableSort } from "@linchpin/ui";
import type { WorkloadRow } from "../../views.ts";
import { isAgreed, roomLeft } from "./figure-words.ts";
import type { TeamSearch } from "./search.ts";

/** Held by more than one manager: shown once, with all of them named. */
export const isSplit = ({ posts }: Pick<WorkloadRow, "posts">): boolean => posts.length > 1;

/** Their managers, each once. */
export const managersOf = ({ posts }: Pick<WorkloadRow, "posts">): readonly string[] => [
  ...new Set(posts.flatMap(({ lineManager }) => (lineManager ? [lineManager.name] : []))),
];

/** The rows that the address asks for. Names are compared without accents or capitals. */
export function rowsFor(rows: readonly WorkloadRow[], search: TeamSearch): readonly WorkloadRow[] {
  const wanted = plain(search.search ?? "");
  const asked = Object.entries(only).filter(([name]) => search[name as keyof typeof only]); // its own keys
  return rows.filter((row) => plain(row.name).includes(wanted) && asked.every(([, { is }]) => is(row)));
}

/** What a team can be narrowed to. */
export const only = {
  over: { label: "Over what was agreed", is: ({ isOver }: WorkloadRow) => isOver },
  unagreed: { label: "No capacity agreed", is: ({ capacity }: WorkloadRow) => !isAgreed(capacity) },
  away: { label: "Away today", is: ({ away }: WorkloadRow) => away !== undefined },
  split: { label: "In more than one post", is: (row: WorkloadRow) => isSplit(row) },
} as const;

/** What these people carry together; load beside what was agreed for those alone for whom something is. */
export function together(rows: readonly WorkloadRow[]) {
  const agreed = rows.filter(({ capacity }) => isAgreed(capacity));
  const sum = (of: readonly WorkloadRow[], value: (row: WorkloadRow) => number) =>
    of.reduce((total, row) => total + value(row), 0);
  return {
    over: sum(rows, ({ isOver }) => Number(isOver)),
    away: sum(rows, ({ away }) => Number(away !== undefined)),
    leads: sum(rows, ({ leads }) => leads),
    supports: sum(rows, ({ supports }) => supports),
    load: sum(agreed, ({ load }) => load.points),
    capacity: sum(agreed, ({ capacity }) => capacity.points),
    isLeast: agreed.some(({ load }) => load.isLeast),
    unagreed: rows.length - agreed.length,
  };
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
