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
  readonly rows: readonly RestrictionRow[];
  readonly readers: readonly ReaderRow[];
  readonly colleagues: readonly Colleague[];
  readonly held: readonly Relation[];
  readonly waiting: readonly WaitingRow[];
  readonly given: readonly GivenRow[];
};

export async function load(records: Records, childId: string): Promise<Loaded> {
  return {
    rows: await restrictionsOf(records, childId),
    readers: await readersOf(records, childId),
    colleagues: await colleaguesOf(records, childId),
    held: await records.relationsTo(childId),
    waiting: await waitingOf(records, childId),
    given: await givenOf(records, { childId }),
  };
}

/**
 * Who looks at a restriction again: its owner. Where the owner has no part in the child's care any more, whoever has one;
 * where the day is past, a line manager too. Somebody else than the owner puts another owner in, and not themselves.
 */
export function lookingAgain(records: Records, { colleagues, held }: Loaded, row: RestrictionRow): ControlView {
  const may = control(records, "restriction.look-again", held);
  if (!may.may || row.ownerId === records.who.practitionerId) return may;
  const hasPart = colleagues.some(({ practitionerId }) => practitionerId === row.ownerId);
  if (!hasPart || (row.reviewOn < records.today && held.includes("line-manager"))) return may;
  return { may: false, why: `${row.ownerName} answers for this and looks at it again.` };
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
  return {
    childId,
    childName: await nameOfChild(records, childId),
    restrictions: rows.filter(({ ends }) => ends === null).map((row) => viewOf(records, loaded, row)),
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

function viewOf(records: Records, loaded: Loaded, row: RestrictionRow): RestrictionView {
  const { restrictionId, kind, adult, reason, safeContact, reviewOn } = row;
  const isYours = row.ownerId === records.who.practitionerId;
  const may = { lookAgain: lookingAgain(records, loaded, row), name: naming(records, loaded, row) };
  const chain = chainOf(loaded.rows, row);
  // Whoever has to decide about it has to know why it is there.
  const mayKnow = isYours || row.named || may.lookAgain.may;
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
    ...(mayKnow
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
