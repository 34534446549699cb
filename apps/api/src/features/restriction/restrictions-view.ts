import {
  type Act,
  DomainError,
  dayOf,
  deniedBecause,
  type LocalDate,
  lastReviewDay,
  momentAt,
  type Relation,
  relations,
  relationshipInWords,
  restrictionKinds,
} from "@linchpin/domain";
import type { Records } from "../../records.ts";
import type { ControlView } from "../../views.ts";
import {
  type Colleague,
  colleaguesOf,
  type GivenRow,
  givenOf,
  heirsOf,
  nameOfChild,
  type ReaderRow,
  type RestrictionRow,
  readersOf,
  restrictionsOf,
  type WaitingRow,
  waitingOf,
} from "./store.ts";
import type { RestrictionsView, RestrictionView } from "./views.ts";

const control = (records: Records, act: Act, held: readonly string[]): ControlView => {
  const denial = deniedBecause(act, records.who.role, held);
  return denial === undefined ? { may: true } : { may: false, why: denial.words };
};

const dayOfInstant = (at: string): LocalDate => dayOf(momentAt(at));

/** What is restricted about a child, with everybody it may concern. */
export type Loaded = {
  readonly childId: string;
  readonly rows: readonly RestrictionRow[];
  readonly readers: readonly ReaderRow[];
  readonly colleagues: readonly Colleague[];
  readonly held: readonly Relation[];
  readonly waiting: readonly WaitingRow[];
  readonly given: readonly GivenRow[];
};

export async function load(records: Records, childId: string): Promise<Loaded> {
  return {
    childId,
    rows: await restrictionsOf(records, childId),
    readers: await readersOf(records, childId),
    colleagues: await colleaguesOf(records, childId),
    held: await records.relationsTo(childId),
    waiting: await waitingOf(records, childId),
    given: await givenOf(records, { childId }),
  };
}

/** What somebody may do when a restriction is looked at again. */
export type LookingAgain = {
  readonly lookAgain: ControlView;
  /** End it, or say where letters go: for those alone who know why it is there. */
  readonly end: ControlView;
};

/**
 * Who looks at a restriction again: its owner. Where the owner has no part in the child's care any more, or the day is past,
 * whoever else is named with it. Those from whom it is kept neither end it nor read why it is there: where nobody is left
 * who may know, they put in somebody to answer for it, and never themselves (decision 23).
 */
export function lookingAgain(records: Records, loaded: Loaded, row: RestrictionRow): LookingAgain {
  const { colleagues, held, readers } = loaded;
  const may = control(records, "restriction.look-again", held);
  if (!may.may || row.ownerId === records.who.practitionerId) return { lookAgain: may, end: may };
  const hasPart = (id: string) => colleagues.some(({ practitionerId }) => practitionerId === id);
  const isLate = row.reviewOn < records.today;
  const answers = `${row.ownerName} answers for this and looks at it again.`;
  const neither = (why: string) => ({ lookAgain: { may: false, why }, end: { may: false, why } });
  if (hasPart(row.ownerId) && !isLate) return neither(answers);
  if (row.named) return { lookAgain: may, end: may };
  if (hasPart(row.ownerId) && !held.includes("line-manager")) return neither(answers);
  const others = readers.some(
    ({ restrictionId, practitionerId }) =>
      restrictionId === row.restrictionId && practitionerId !== row.ownerId && hasPart(practitionerId),
  );
  if (others)
    return neither(
      `${hasPart(row.ownerId) ? answers : `${row.ownerName} has no part in this child's care any more.`} Somebody else who may know looks at it as well.`,
    );
  return {
    lookAgain: may,
    end: { may: false, why: "It is kept from you. Put in somebody who answers for it: they may end it." },
  };
}

export const naming = (records: Records, { held }: Loaded, row: RestrictionRow): ControlView => {
  const may = control(records, "restriction.name-reader", held);
  if (!may.may || row.ownerId === records.who.practitionerId) return may;
  return { may: false, why: `${row.ownerName} answers for this and says who may know.` };
};

/** One restriction in force, or that there is none. */
export function inForce({ rows }: Loaded, restrictionId: string): RestrictionRow {
  const found = rows.find((row) => row.restrictionId === restrictionId);
  if (found === undefined) throw new DomainError({ kind: "not-visible", what: "restriction" });
  if (found.ends !== null) throw new DomainError({ kind: "changed-since", what: "restriction" });
  return found;
}

/** The rows that one restriction has had, this one and those that were looked at before it, the newest first. */
function chainOf(rows: readonly RestrictionRow[], last: RestrictionRow): readonly RestrictionRow[] {
  const before = rows.find(
    (row) => row.kind === last.kind && row.adult === last.adult && row.ends !== null && row.ends === last.begins,
  );
  return before === undefined ? [last] : [last, ...chainOf(rows, before)];
}

/** What is restricted about a child, as one reader sees it. */
export async function restrictionsView(records: Records, childId: string): Promise<RestrictionsView> {
  const loaded = await load(records, childId);
  const { rows, colleagues, held } = loaded;
  const followed = new Set(rows.map(({ kind, adult, begins }) => `${kind} ${adult} ${begins}`));
  const restrictions: RestrictionView[] = [];
  for (const row of rows)
    if (row.ends === null) restrictions.push(viewOf(records, loaded, row, await ownersFor(records, loaded, row)));
  return {
    childId,
    childName: await nameOfChild(records, childId),
    restrictions,
    past: rows
      .filter(({ kind, adult, ends }) => ends !== null && !followed.has(`${kind} ${adult} ${ends}`))
      .map((row) => pastView(rows, row)),
    colleagues: colleagues.map(({ bases, ...person }) => ({
      ...person,
      as: partsOf(bases),
      isYou: person.practitionerId === records.who.practitionerId,
    })),
    lastReviewDay: lastReviewDay(records.today),
    may: { record: control(records, "restriction.record", held) },
  };
}

const partsOf = (bases: readonly string[]): string =>
  bases.map((basis) => (basis in relations ? relations[basis as Relation].label : basis)).join(", ");

const givenView = ({ heldId, establishment, at, given: { address, carers } }: GivenRow) => ({
  heldId,
  from: establishment,
  on: dayOfInstant(at),
  ...(address === undefined
    ? {}
    : { address: [address.line1, address.town, address.postcode].filter(Boolean).join(", ") }),
  carers: carers.map(({ name, relationship, relationshipAsWritten, phone, email }) =>
    [
      name,
      relationshipAsWritten ?? (relationship === "not-recorded" ? null : relationshipInWords(relationship)),
      phone,
      email,
    ]
      .filter(Boolean)
      .join(", "),
  ),
});

const ownerOf = ({ ownerId, ownerName }: RestrictionRow) => ({ practitionerId: ownerId, name: ownerName });

/** Whom the caller may put in to answer for a restriction: anybody with a part, or where it is kept from them a manager. */
async function ownersFor(
  records: Records,
  loaded: Loaded,
  row: RestrictionRow,
): Promise<Readonly<RestrictionView["owners"]>> {
  const { lookAgain, end } = lookingAgain(records, loaded, row);
  if (!lookAgain.may) return [];
  if (end.may) return loaded.colleagues.map(({ bases, ...person }) => ({ ...person, as: partsOf(bases) }));
  return heirsOf(records, loaded.childId, row.ownerId);
}

function viewOf(
  records: Records,
  loaded: Loaded,
  row: RestrictionRow,
  owners: Readonly<RestrictionView["owners"]>,
): RestrictionView {
  const { restrictionId, kind, adult, reason, safeContact, reviewOn } = row;
  const isYours = row.ownerId === records.who.practitionerId;
  const looking = lookingAgain(records, loaded, row);
  const nobody = looking.lookAgain.may && owners.length === 0;
  const may = {
    ...looking,
    ...(nobody
      ? { lookAgain: { may: false, why: `You cannot put in a manager who works where ${row.ownerName} does or did.` } }
      : {}),
    name: naming(records, loaded, row),
  };
  const chain = chainOf(loaded.rows, row);
  return {
    restrictionId,
    kind,
    label: restrictionKinds[kind].label,
    ...(adult === null ? {} : { adult }),
    owner: ownerOf(row),
    isYours,
    ...(safeContact === null ? {} : { safeContact }),
    since: dayOfInstant(chain.at(-1)?.from ?? row.from),
    reviewOn,
    isLate: reviewOn < records.today,
    ...(isYours || row.named
      ? {
          known: {
            reason,
            readers: loaded.readers
              .filter((one) => one.restrictionId === restrictionId)
              .toSorted((a, b) => Number(b.practitionerId === row.ownerId) - Number(a.practitionerId === row.ownerId))
              .map(({ practitionerId, name, because, since }) => ({
                practitionerId,
                name,
                because,
                since: dayOfInstant(since),
                isOwner: practitionerId === row.ownerId,
              })),
            looks: chain.slice(1).map(({ until, endedByName, endedBecause }) => ({
              on: dayOfInstant(until ?? records.now),
              by: endedByName ?? "Somebody who has left",
              words: endedBecause ?? "",
            })),
            waiting:
              kind === "whereabouts"
                ? loaded.waiting.map(({ bases, since, ...person }) => ({
                    ...person,
                    as: partsOf(bases),
                    since: dayOfInstant(since),
                  }))
                : [],
            given: kind === "whereabouts" ? loaded.given.map(givenView) : [],
          },
        }
      : {}),
    owners: [...owners],
    may,
  };
}

function pastView(rows: readonly RestrictionRow[], row: RestrictionRow): RestrictionsView["past"][number] {
  const { restrictionId, kind, adult, endedBecause, until, named } = row;
  return {
    restrictionId,
    kind,
    label: restrictionKinds[kind].label,
    owner: ownerOf(row),
    from: dayOfInstant(chainOf(rows, row).at(-1)?.from ?? row.from),
    until: dayOfInstant(until ?? row.from),
    ...(named ? { known: { ...(adult === null ? {} : { adult }), because: endedBecause ?? "" } } : {}),
  };
}
