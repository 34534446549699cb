import type { RowCarer } from "./class-list.ts";
import { nameKey } from "./names.ts";

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
 * Takes the carers of a row and those on record, gives what the row changes. The same name is the same person; details
 * that a row does not give, and people it does not name, are never taken away.
 */
export function carerChanges(given: readonly RowCarer[], recorded: readonly KnownCarer[]): readonly CarerChange[] {
  return given.flatMap((carer): CarerChange[] => {
    const known = recorded.find(({ name }) => nameKey(name) === nameKey(carer.name));
    const now = {
      name: carer.name,
      relationship: relationshipKept(carer) ?? known?.relationship ?? null,
      phone: carer.phone ?? known?.phone ?? null,
      email: carer.email ?? known?.email ?? null,
    };
    if (known === undefined) return [now];
    const isSame =
      known.name === now.name &&
      known.relationship === now.relationship &&
      known.phone === now.phone &&
      known.email === now.email;
    return isSame ? [] : [{ ...now, replaces: known.id }];
  });
}
