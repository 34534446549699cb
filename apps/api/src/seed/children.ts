import { and, eq, isNull } from "drizzle-orm";
import { child, place } from "../db/schema/child.ts";
import type { World } from "./world.ts";

export type Child = { readonly childId: string; readonly name: string };

/** Children on a roll, in the order of the alphabet; of one year group where it is said. */
export async function childrenOn(world: World, establishment: string, yearGroup?: string): Promise<readonly Child[]> {
  const rows = await world.write((tx) =>
    tx
      .select({ childId: child.childId, given: child.givenName, family: child.familyName })
      .from(place)
      .innerJoin(child, and(eq(child.areaId, place.areaId), eq(child.childId, place.childId)))
      .where(
        and(
          eq(place.areaId, world.areaId),
          eq(place.establishmentId, world.establishment(establishment)),
          isNull(place.supersededAt),
          yearGroup === undefined ? undefined : eq(place.yearGroup, yearGroup),
        ),
      )
      .orderBy(child.familyName, child.givenName, child.bornOn),
  );
  return rows.map(({ childId, given, family }) => ({ childId, name: `${given} ${family}` }));
}

/** One of several, by its place; throws where there are not so many. */
export function nth<T>(of: readonly T[], at: number): T {
  const found = of[at];
  if (found === undefined) throw new Error(`there are only ${of.length}, and number ${at} was wanted`);
  return found;
}
