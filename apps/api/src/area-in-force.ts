import {
  AdoptionSchema,
  DomainError,
  type LocalDate,
  type Nation,
  type WorkingCalendar,
  workingCalendar,
} from "@linchpin/domain";
import { type AdoptedRulebook, adopt, rulebook } from "@linchpin/domain/rulebooks";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Handle } from "./db/database.ts";
import { adoption, area } from "./db/schema/area.ts";

/** An area as the rules need it: its calendar, and the books it adopted, newest first. */
export type AreaInForce = {
  readonly areaId: string;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly nation: Nation;
  readonly calendar: WorkingCalendar;
  /** The book in force on a day; throws where the area had adopted none yet. */
  readonly bookOn: (day: LocalDate) => InForce;
  /** The book an open process began with. */
  readonly bookOf: (adoptionId: string) => InForce;
};
export type InForce = { readonly adoptionId: string; readonly book: AdoptedRulebook };

/** Finds an edition by its id and, if wanted, its version. */
export type FindEdition = typeof rulebook;

/** Reads an area with its adoptions. Visible only to those who ask from within it. */
export const areaInForce = (tx: Handle, areaId: string): Promise<AreaInForce> => readArea(rulebook, tx, areaId);

/** The same with a register of editions of its own: a rulebook that is being tried out is adopted like any other. */
export const areasWith = (find: FindEdition) => (tx: Handle, areaId: string) => readArea(find, tx, areaId);

async function readArea(find: FindEdition, tx: Handle, areaId: string): Promise<AreaInForce> {
  const rows = await tx
    .select({ area, adoption })
    .from(area)
    .leftJoin(adoption, and(eq(adoption.areaId, area.areaId), isNull(adoption.supersededAt)))
    .where(eq(area.areaId, areaId))
    .orderBy(desc(adoption.from), desc(adoption.recordedAt), desc(adoption.adoptionId)); // of one day the last counts
  const found = rows[0]?.area;
  if (!found) throw new DomainError({ kind: "not-visible", what: "area" });
  const adopted = rows.flatMap(({ adoption: row }) => {
    if (row === null) return [];
    const edition = find(row.editionId, row.editionVersion);
    if (!edition) throw new Error(`no edition ${row.editionId}@${row.editionVersion} in this version of the product`);
    const book = adopt(
      edition,
      AdoptionSchema.parse({
        id: row.adoptionId,
        from: row.from,
        settings: row.settings,
        terms: row.terms,
        departures: row.departures,
      }),
    );
    return [{ adoptionId: row.adoptionId, book }];
  });
  const nation = found.nation as Nation;
  const must = (one: InForce | undefined): InForce => {
    if (!one) throw new Error(`area ${areaId} has adopted no rulebook for that day`);
    return one;
  };
  return {
    areaId,
    name: found.name,
    isDemonstration: found.isDemonstration,
    nation,
    calendar: workingCalendar(nation, { closed: found.closedDays, open: found.openDays }),
    bookOn: (day) => must(adopted.find(({ book }) => book.adoption.from <= day)),
    bookOf: (adoptionId) => must(adopted.find((one) => one.adoptionId === adoptionId)),
  };
}

/** Keeps areas for a few seconds, since every request asks and adoptions change a few times a year. */
export function areasInForce(keepFor = 5_000): (tx: Handle, areaId: string, now: number) => Promise<AreaInForce> {
  const known = new Map<string, { readonly until: number; readonly area: AreaInForce }>();
  return async (tx, areaId, now) => {
    const kept = known.get(areaId);
    if (kept && kept.until > now && kept.until - now <= keepFor) return kept.area;
    const read = await areaInForce(tx, areaId);
    known.set(areaId, { until: now + keepFor, area: read });
    return read;
  };
}
