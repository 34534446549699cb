import type { LocalDate, Nation, ParameterValue } from "@linchpin/domain";
import { adoptionProblems, rulebook } from "@linchpin/domain/rulebooks";
import { v7 as newId } from "uuid";
import type { Database } from "../../db/database.ts";
import { adoption } from "../../db/schema/area.ts";

export type NewArea = {
  readonly areaId?: string;
  readonly name: string;
  readonly nation: Nation;
  readonly isDemonstration: boolean;
  readonly editionId: string;
  readonly adoptedFrom: LocalDate;
  readonly settings?: Readonly<Record<string, ParameterValue>>;
  readonly terms?: Readonly<Record<string, string>>;
};

/** Opens an area with its adoption of a rulebook: an operator's act, done as the owner. Gives the area's id. Throws a sentence where the adoption cannot hold. */
export async function openArea(
  database: Database,
  given: NewArea,
  now: Date,
  find: typeof rulebook = rulebook,
): Promise<string> {
  const edition = find(given.editionId);
  if (!edition) throw new Error(`There is no rulebook called ${given.editionId}.`);
  const adopted = {
    id: newId(),
    from: given.adoptedFrom,
    settings: given.settings ?? {},
    terms: given.terms ?? {},
    departures: [],
  };
  const problems = adoptionProblems(edition, adopted);
  if (problems.length > 0) throw new Error(problems.join(" "));
  const areaId = given.areaId ?? newId();
  await database.jobs.executeSql("insert into area (area_id, name, nation, is_demonstration) values ($1, $2, $3, $4)", [
    areaId,
    given.name,
    given.nation,
    given.isDemonstration,
  ]);
  await database.inArea({ areaId, now: now.toISOString(), as: "system" }, async (tx) => {
    await tx.insert(adoption).values({
      areaId,
      adoptionId: adopted.id,
      editionId: edition.id,
      editionVersion: edition.version,
      from: adopted.from,
      settings: { ...adopted.settings },
      terms: { ...adopted.terms },
      departures: [],
      recordedAt: now.toISOString(),
    });
  });
  return areaId;
}
