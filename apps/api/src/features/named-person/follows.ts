import type { Arranged, ArrangementPattern, LocalDate } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { arrangeRoll, exceptionsOf, groupOf, settledBy } from "./arrangement.ts";
import { groupsNamed, type Kept, type OnRoll, rollOf, staffOf } from "./arrangement-store.ts";
import { startsOn } from "./facts.ts";
import { type Settled, settle, type Wanted } from "./settle.ts";
import {
  addNamedPersons,
  candidatesOf,
  cutShort,
  reopen,
  type SettledThen,
  settledThen,
  takeBack,
} from "./settle-store.ts";
import { type ChildStanding, lockChildren, standingsOf } from "./standing-store.ts";

export { markPrinted } from "./paper-store.ts";

type Of = {
  readonly establishment: Pick<Kept, "establishmentId"> & { readonly arrangement: ArrangementPattern };
  readonly from: LocalDate;
  readonly exceptions?: readonly {
    readonly childId: string;
    readonly practitionerId: string;
    readonly reason: string;
  }[];
  /** Only these children of the roll; all of it where left out. */
  readonly childIds?: ReadonlySet<string>;
};

export type RollSettled = { readonly arranged: Arranged; readonly settled: Settled; readonly roll: readonly OnRoll[] };

/**
 * Applies a school's or clinic's arrangement to the children of its roll, in the transaction of whatever changed the
 * roll or the arrangement. Undefined where the area's documents know no named person.
 */
export async function settleRoll(
  records: Records,
  { establishment, from, exceptions = [], childIds }: Of,
): Promise<RollSettled | undefined> {
  if (records.book().book.silence("named-person.who") !== undefined) return undefined;
  const { establishmentId, arrangement: pattern } = establishment;
  const whole = await rollOf(records, establishmentId);
  const roll = childIds === undefined ? whole : whole.filter((one) => childIds.has(one.childId));
  const everyId = roll.map(({ childId }) => childId);
  await lockChildren(records, everyId);
  const standings = await standingsOf(records, everyId);
  const named = await groupsNamed(records, establishmentId);
  const staff = (await staffOf(records, establishmentId, from)).map(({ practitionerId }) => practitionerId);
  const arranged = arrangeRoll(
    pattern,
    named,
    exceptionsOf(standings.values(), establishmentId, exceptions),
    roll,
    staff,
  );
  const people = await candidatesOf(records, [...new Set(arranged.assignments.map(({ person }) => person))], from);
  const rolled = new Map(roll.map((one) => [one.childId, one]));
  const reasons = new Map(exceptions.map(({ childId, reason }) => [childId, reason]));
  const wanted = arranged.assignments.flatMap(({ child, person, by }): Wanted[] => {
    const [standing, candidate, place] = [standings.get(child), people.get(person), rolled.get(child)];
    if (!standing || !candidate || !place) return [];
    const reason = reasons.get(child) ?? (by === "exception" ? standing.held.at(-1)?.reason : undefined);
    return [
      {
        standing,
        person: candidate,
        from: startFor(standing, from > place.from ? from : place.from, records.today),
        settledBy: by === "exception" ? "by-name" : settledBy(pattern, groupOf(pattern, place)),
        establishmentId,
        ...(reason == null ? {} : { reason }),
      },
    ];
  });
  return { arranged, settled: await settle(records, wanted), roll };
}

/** What has been is kept as it was: where somebody is recorded on or after a past day, the change starts today. */
const startFor = ({ held }: ChildStanding, from: LocalDate, today: LocalDate): LocalDate =>
  from < today && held.some((one) => one.until === undefined || startsOn(one) >= from) ? today : from;

/**
 * Takes back named persons who were settled in the change that is undone. Whoever was the named person before is it
 * again; a child whose record is withdrawn has nobody any more.
 */
export async function undoNamedPersons(
  records: Records,
  of: { readonly settledAt: string; readonly childIds: readonly string[]; readonly withdrawn: ReadonlySet<string> },
): Promise<void> {
  const settled = await settledThen(records, of.childIds, of.settledAt);
  const toCome = settled.filter(({ hasBegun }) => !hasBegun);
  const begun = settled.filter(({ hasBegun }) => hasBegun);
  const before = (row: SettledThen) => (of.withdrawn.has(row.childId) ? undefined : row.before);
  await takeBack(
    records,
    toCome.map(({ namedPersonId }) => namedPersonId),
  );
  await reopen(
    records,
    toCome.flatMap((row) => before(row)?.namedPersonId ?? []),
  );
  await cutShort(
    records,
    begun.map(({ namedPersonId }) => ({
      namedPersonId,
      until: records.now,
      because: "The import that named this person was undone",
    })),
  );
  const again = begun.flatMap((row) => {
    const one = before(row);
    return one === undefined
      ? []
      : [{ ...one, namedPersonId: records.newId(), childId: row.childId, during: { from: records.now } }];
  });
  await addNamedPersons(
    records,
    again.map(({ name: _, ...row }) => row),
  );
  await records.keepMany(
    again.map(({ childId, name }) => ({
      childId,
      act: "named-person.assigned",
      title: `${name} is the named person again`,
      detail: "The import that named somebody else was undone.",
    })),
  );
}
