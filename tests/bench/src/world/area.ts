import { type Child, makeChildren } from "./children.ts";
import type { Add } from "./copy.ts";
import { dateOf, day, instantOf, type Making, type Size } from "./making.ts";
import { makePlans, type Plans } from "./plans.ts";
import { randomFrom } from "./random.ts";
import { makeWorkforce, type Workforce } from "./workforce.ts";

/** A whole invented area: who works in it, its children and their plans. Its rows have gone to `add`. */
export type Area = Plans & { readonly workforce: Workforce; readonly children: readonly Child[] };

/** Makes the same area from the same size, seed and moment. It has adopted Highland's book: named persons and five stages of agreement. */
export function makeArea({
  size,
  add,
  now,
  seed = 20_261_122,
}: {
  size: Size;
  add: Add;
  now: number;
  seed?: number;
}): Area {
  const random = randomFrom(seed);
  const [areaId, adoptionId] = [random.idAt(now - 900 * day), random.idAt(now - 900 * day)];
  const making: Making = { size, random, areaId, adoptionId, now, add };
  add("area", { area_id: areaId, name: "Benchshire", nation: "scotland", is_demonstration: false, idle_minutes: 30 });
  add("adoption", {
    area_id: areaId,
    adoption_id: adoptionId,
    edition_id: "highland",
    edition_version: 1,
    from: dateOf(now - 900 * day),
    recorded_at: instantOf(now - 900 * day),
  });
  const workforce = makeWorkforce(making);
  const children = makeChildren(making, workforce);
  return { workforce, children, ...makePlans(making, workforce, children) };
}
