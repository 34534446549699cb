import { and, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Handle } from "../../db/database.ts";
import { agency, establishment, team } from "../../db/schema/area.ts";
import type { StaffRow } from "./staff-list.ts";

/** Where somebody of a list works, and what they manage there. */
export type Workplace = {
  readonly agencyId: string;
  readonly establishmentId: string | null;
  readonly teamId: string | null;
  readonly managesId: string | null;
};

/** Finds a row's agency, school and teams by name and adds those that are new. One name is one place, of one kind. */
export async function workplaceOf(tx: Handle, areaId: string, row: StaffRow, mistakes: string[]): Promise<Workplace> {
  const isSame = (name: string, before: string | undefined, here: string | undefined) => {
    if (before !== undefined && here !== undefined && before !== here)
      mistakes.push(`Line ${row.line}: ${name} is ${before} already, and here it is ${here}.`);
  };
  const agencyId = await agencyOf(tx, areaId, row, isSame);
  const at = { areaId, agencyId };
  const establishmentId = row.ESTABLISHMENT === undefined ? null : await establishmentOf(tx, at, row, isSame, mistakes);
  const teamId = row.TEAM === undefined ? null : await teamOf(tx, at, row.TEAM, establishmentId);
  const managesId = row.MANAGES === undefined ? null : await teamOf(tx, at, row.MANAGES, establishmentId);
  return { agencyId, establishmentId, teamId, managesId };
}

type IsSame = (name: string, before: string | undefined, here: string | undefined) => void;
type At = { readonly areaId: string; readonly agencyId: string };

async function agencyOf(tx: Handle, areaId: string, { AGENCY: name, AGENCY_KIND: kind }: StaffRow, isSame: IsSame) {
  const [found] = await tx
    .select({ id: agency.agencyId, kind: agency.kind })
    .from(agency)
    .where(and(eq(agency.areaId, areaId), eq(agency.name, name)));
  isSame(name, found?.kind, kind);
  if (found) return found.id;
  const agencyId = newId();
  const sector = kind === "voluntary" ? "voluntary" : "statutory";
  await tx.insert(agency).values({ areaId, agencyId, name, kind, sector });
  return agencyId;
}

async function establishmentOf(
  tx: Handle,
  { areaId, agencyId }: At,
  row: StaffRow,
  isSame: IsSame,
  mistakes: string[],
) {
  const { ESTABLISHMENT: name = "", ESTABLISHMENT_KIND: kind, line } = row;
  const [found] = await tx
    .select({ id: establishment.establishmentId, kind: establishment.kind })
    .from(establishment)
    .where(and(eq(establishment.areaId, areaId), eq(establishment.agencyId, agencyId), eq(establishment.name, name)));
  isSame(name, found?.kind, kind);
  if (found) return found.id;
  if (kind === undefined) {
    mistakes.push(`Line ${line}: ${name} is new, so ESTABLISHMENT_KIND says what it is.`);
    return null;
  }
  const establishmentId = newId();
  await tx.insert(establishment).values({ areaId, establishmentId, agencyId, name, kind });
  return establishmentId;
}

async function teamOf(tx: Handle, { areaId, agencyId }: At, name: string, establishmentId: string | null) {
  const [found] = await tx
    .select({ id: team.teamId })
    .from(team)
    .where(and(eq(team.areaId, areaId), eq(team.agencyId, agencyId), eq(team.name, name)));
  if (found) return found.id;
  const teamId = newId();
  await tx.insert(team).values({ areaId, teamId, agencyId, name, establishmentId });
  return teamId;
}
