import type { AllocationFacts, CapacityFacts, CaseFacts } from "./model.ts";

/** One weight per person and plan: whoever supports and comes to lead swaps the one for the other. The heavier entry stands. */
export function oncePerPlan(cases: readonly CaseFacts[], weigh: (held: CaseFacts) => number): readonly CaseFacts[] {
  const held = new Map<string, CaseFacts>();
  for (const one of cases) {
    const before = held.get(one.planId);
    if (before === undefined || outweighs(one, before, weigh)) held.set(one.planId, one);
  }
  return [...held.values()];
}

const outweighs = (one: CaseFacts, before: CaseFacts, weigh: (held: CaseFacts) => number) =>
  one.role === before.role ? weigh(one) > weigh(before) : one.role === "lead";

/** Which of the children somebody is named person for stand on their task list: those with something open, and nobody else. */
export const onTaskList = <C extends { readonly hasSomethingOpen: boolean }>(children: readonly C[]): readonly C[] =>
  children.filter(({ hasSomethingOpen }) => hasSomethingOpen);

/** Cases led and cases supported side by side, each plan once, so that a heavy one can be offset by lighter ones. */
export const sideBySide = (cases: readonly CaseFacts[], weigh: (held: CaseFacts) => number) => {
  const plans = oncePerPlan(cases, weigh);
  const total = (of: readonly CaseFacts[]) => of.reduce((sum, held) => sum + weigh(held), 0);
  const led = plans.filter(({ role }) => role === "lead");
  const supported = plans.filter(({ role }) => role === "supporter");
  return { led, supported, total: total(led) + total(supported) };
};

/** How a team's leads are spread. Uneven: in a team of two or more one person holds more than half of them. */
export const spreadOfLeads = (team: readonly { readonly id: string; readonly leads: number }[]) => {
  const total = team.reduce((sum, { leads }) => sum + leads, 0);
  return {
    total,
    uneven: team.length < 2 || total < 2 ? [] : team.filter(({ leads }) => leads * 2 > total).map(({ id }) => id),
  };
};

/** The managers who see this person's load: one for each post, each once, and all of them the same total. */
export const managersOf = ({ posts }: CapacityFacts): readonly string[] => [
  ...new Set(posts.map(({ managerId }) => managerId).filter((id) => id !== "none" && id !== "not-recorded")),
];

/** A load as a share of what was agreed, in whole per cent; undefined where nothing is agreed. */
export const shareOf = (load: number, capacity: AllocationFacts["capacity"]): number | undefined =>
  capacity === "not-recorded" || capacity <= 0 ? undefined : Math.round((load / capacity) * 100);

/** One entry of somebody's time on a case. */
export type TimeEntry = {
  readonly agency: string;
  readonly activity: "assessment" | "co-ordination" | "own-casework" | "meetings";
  readonly minutes: number;
};

/** The time of a month, for each agency and activity, so that a service sees what assessment and leading take. */
export function timeOfAgencies(entries: readonly TimeEntry[]): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const totals = new Map<string, Record<string, number>>();
  for (const { agency, activity, minutes } of entries) {
    const of = totals.get(agency) ?? {};
    of[activity] = (of[activity] ?? 0) + minutes;
    totals.set(agency, of);
  }
  return totals;
}

/** What nobody can carry anything of is fuller than anything. */
const fullness = ({ share }: { readonly share: number | undefined }): number => share ?? Number.POSITIVE_INFINITY;

/** What is asked of each area or team beside what it can carry, the one that carries most first. An order of reading. */
export const needBesideCapacity = <A extends { readonly load: number; readonly capacity: number }>(
  areas: readonly A[],
) =>
  areas
    .map((area) => ({ ...area, share: shareOf(area.load, area.capacity) }))
    .sort((a, b) => fullness(b) - fullness(a));
