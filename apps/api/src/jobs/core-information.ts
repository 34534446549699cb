import {
  confirmsCoreInformation,
  coreFacts,
  coreStanding,
  dayOf,
  itemsThatTellWhere,
  lateFrom,
  type Moment,
  momentAt,
} from "@linchpin/domain";
import { and, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type AreaInForce, areaInForce } from "../area-in-force.ts";
import type { Database, Handle } from "../db/database.ts";
import { anyOf } from "../db/many.ts";
import { duty } from "../db/schema/change.ts";
import { auditEntry } from "../db/schema/record.ts";
import {
  type CoreOfArea,
  coreOfArea,
  itemStandings,
  neverConfirmedIn,
} from "../features/people/core-information-store.ts";

/**
 * Asks named persons to confirm core information that is stale or nearly due, each child once at a time, and takes back what
 * is asked of somebody who is not the named person any more (HIG-28). Run twice, it asks once. Gives how many are new.
 */
export async function oweCoreInformation(database: Pick<Database, "areas" | "inArea">, now: Date): Promise<number> {
  const at = now.toISOString();
  let owed = 0;
  for (const { areaId } of await database.areas())
    owed += await database.inArea({ areaId, now: at, as: "system" }, async (tx) =>
      oweIn(tx, await areaInForce(tx, areaId), momentAt(at)),
    );
  return owed;
}

type Asks = { readonly because: string; readonly rule: string; readonly clause: string; readonly dueBy: string };

async function oweIn(tx: Handle, area: AreaInForce, asAt: Moment): Promise<number> {
  const today = dayOf(asAt);
  const { book } = area.bookOn(today);
  if (book.silence("named-person.information") !== undefined) return 0;
  const asks = (row: CoreOfArea): Asks | undefined => {
    // Where it is kept private where a child is, nobody is told that what says so is old: its owner looks at it again.
    const items = itemStandings(row.items).filter(({ item }) => !row.isKept || !itemsThatTellWhere.includes(item));
    const { owed } = book.duty(
      "named-person.information",
      coreFacts(row.childId, items, row.handedOverOn ?? "none"),
      asAt,
    );
    const standing = coreStanding(owed, today);
    if (standing?.isAsked !== true) return undefined;
    const { because, rule, clause } = standing.finding;
    const dueBy = lateFrom({ day: standing.dueOn ?? today }).at;
    return { because, rule, clause: `${clause.source} ${clause.at}`, dueBy };
  };
  const rows = (await coreOfArea(tx, today)).map((row) => ({ ...row, asks: asks(row) }));
  const isOver = ({ owed, asks, namedPersonId }: (typeof rows)[number]) =>
    owed !== null &&
    (asks === undefined ||
      owed.owedBy !== namedPersonId ||
      (owed.dueBy !== null && Date.parse(asks.dueBy) < Date.parse(owed.dueBy)));
  const never = await neverConfirmedIn(tx);
  await close(tx, area.areaId, asAt, [
    ...rows.filter(isOver).flatMap(({ owed }) => owed?.dutyId ?? []),
    ...never.flatMap(({ hasSome, dutyId }) => (hasSome ? [] : (dutyId ?? []))),
  ]);
  const of = (owedBy: string) => ({
    areaId: area.areaId,
    dutyId: newId(),
    act: confirmsCoreInformation,
    owedBy,
    recordedAt: asAt.at,
  });
  const [head] = book.duty("named-person.information", coreFacts(area.areaId, [], "none"), asAt).owed;
  return add(tx, area.areaId, asAt, [
    ...rows.flatMap((row) =>
      row.asks === undefined || row.namedPersonId === null || (row.owed !== null && !isOver(row))
        ? []
        : [{ ...of(row.namedPersonId), ...row.asks, childId: row.childId }],
    ),
    // What was never confirmed is one thing to go through, not a clock for each child of a school.
    ...never.flatMap(({ practitionerId, hasSome, dutyId }) =>
      !hasSome || dutyId !== null || head === undefined
        ? []
        : [
            {
              ...of(practitionerId),
              rule: head.rule,
              clause: `${head.clause.source} ${head.clause.at}`,
              because: "The core information of some of your children was never confirmed. Go through them.",
            },
          ],
    ),
  ]);
}

async function close(tx: Handle, areaId: string, { at }: Moment, dutyIds: readonly string[]): Promise<void> {
  if (dutyIds.length === 0) return;
  await tx
    .update(duty)
    .set({ doneAt: at })
    .where(and(eq(duty.areaId, areaId), sql`${duty.dutyId} = ${anyOf(dutyIds)}`));
}

async function add(
  tx: Handle,
  areaId: string,
  { at }: Moment,
  rows: readonly (typeof duty.$inferInsert)[],
): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += 500) {
    const made = await tx
      .insert(duty)
      .values(rows.slice(from, from + 500))
      .onConflictDoNothing()
      .returning({ dutyId: duty.dutyId, childId: duty.childId });
    if (made.length > 0)
      await tx.insert(auditEntry).values(
        made.map(({ dutyId, childId }) => ({
          areaId,
          entryId: newId(),
          at,
          act: "core-information.owed",
          outcome: "system" as const,
          childId,
          detail: { duty: dutyId },
        })),
      );
    added += made.length;
  }
  return added;
}
