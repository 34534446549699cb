import { nameKey } from "../kernel/names.ts";
import { type CarerRelationship, carerRelationships } from "../vocabulary/carer-relationships.ts";
import type { RowCarer } from "./class-list.ts";

/** A parent or carer as the record has them. The relationship is a code of ours, or the list's own word. */
export type KnownCarer = {
  readonly id: string;
  readonly name: string;
  readonly relationship: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Somebody a list adds, or whose details it changes. */
export type CarerChange = {
  readonly name: string;
  readonly relationship: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** The row of the record that this one takes the place of. */
  readonly replaces?: string;
};

/** A relationship as it is kept: a code, the list's own word, or nothing. */
const relationshipKept = ({ relationship, relationshipAsWritten }: RowCarer): string | null =>
  relationshipAsWritten ?? (relationship === "not-recorded" ? null : relationship);

/**
 * Takes the carers of a row and those on record, gives what the row changes. The same name is the same person, and two
 * who share a name are told apart by their details; details that a row does not give, and people it does not name, are
 * never taken away.
 */
export function carerChanges(given: readonly RowCarer[], recorded: readonly KnownCarer[]): readonly CarerChange[] {
  const left = [...recorded];
  const take = (isTheOne: (known: KnownCarer) => boolean): KnownCarer | undefined => {
    const at = left.findIndex(isTheOne);
    return at === -1 ? undefined : left.splice(at, 1)[0];
  };
  const changed = given.filter((carer) => take((known) => isSame(known, kept(carer, known))) === undefined);
  return changed.map((carer) => {
    const known = take(({ name }) => nameKey(name) === nameKey(carer.name));
    return known === undefined ? kept(carer) : { ...kept(carer, known), replaces: known.id };
  });
}

/** What would be on record of a carer after a row: what it gives, and what is known besides. */
const kept = (carer: RowCarer, known?: KnownCarer): CarerChange => ({
  name: carer.name,
  relationship: relationshipKept(carer) ?? known?.relationship ?? null,
  phone: carer.phone ?? known?.phone ?? null,
  email: carer.email ?? known?.email ?? null,
});

const isSame = (known: KnownCarer, now: CarerChange): boolean =>
  known.name === now.name &&
  known.relationship === now.relationship &&
  known.phone === now.phone &&
  known.email === now.email;

/** A relationship as it was kept, in words: a code of ours by its label, and the family's own word as it is. */
export const relationshipInWords = (kept: string | null): string | null =>
  kept !== null && Object.hasOwn(carerRelationships, kept) ? carerRelationships[kept as CarerRelationship].label : kept;
