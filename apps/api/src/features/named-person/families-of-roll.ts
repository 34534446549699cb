import { DomainError, deniedBecause, type GivePacks } from "@linchpin/domain";
import type { z } from "zod";
import type { Records } from "../../records.ts";
import type { PacksOf } from "./inputs.ts";
import { type Family, familiesOf } from "./paper-of-family.ts";
import { establishmentKept, familyRows, mostPapers } from "./paper-store.ts";

/** Those of a roll, narrowed by class, year group or a start that is to come. */
export type OfRoll = z.infer<typeof PacksOf>;

/** The families of a roll that the caller keeps or heads, by the child's name. */
export async function familiesOfRoll(records: Records, asked: OfRoll, basis: string) {
  await establishmentKept(records, asked.establishmentId);
  const rows = await familyRows(records, asked);
  const shown = rows.slice(0, mostPapers);
  records.saw(
    shown.map(({ childId }) => childId),
    basis,
  );
  return { families: await familiesOf(records, shown), hasMore: rows.length > mostPapers };
}

/** Nobody is named for the child: a paper would be blank, so there is none. */
export const hasNobody = ({ row }: Family): boolean => row.namedPerson === null;

/** Those of some children who are on the caller's roll and may be told; one who is not refuses the whole. */
export async function familiesChosen(
  records: Records,
  { establishmentId, childIds }: Pick<GivePacks, "establishmentId" | "childIds">,
) {
  await establishmentKept(records, establishmentId);
  const rows = await familyRows(records, { establishmentId, childIds });
  if (rows.length !== new Set(childIds).size) throw new DomainError({ kind: "not-visible", what: "child" });
  for (const { bases } of rows) {
    const denial = deniedBecause("telling.record", records.who.role, bases);
    if (denial) throw new DomainError({ kind: "not-allowed", action: denial.act, why: denial.words });
  }
  records.saw(childIds, "packs");
  return familiesOf(records, rows);
}
