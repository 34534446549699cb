import { searchName } from "@linchpin/domain";
import type { Records } from "../../records.ts";
import { holdBackTied } from "../access/follows.ts";
import type { ListRow, MatchedRow } from "./roll-in-match.ts";
import type { Work } from "./roll-in-work.ts";
import { knownToCaller } from "./roster-store.ts";

const carersOf = (
  carers: readonly { readonly phone?: string | null | undefined; readonly email?: string | null | undefined }[],
) => carers.map(({ phone, email }) => ({ phone, email }));

/** Holds what a list brought in against what the staff said of themselves: the last thing an import does. */
export const holdBackImported = (records: Records, { children, changes }: Work): Promise<void> =>
  holdBackTied(records, [
    ...children.map(({ childId, names, row, identifiers, carers }) => ({
      childId,
      name: { given: names.givenName, ...(names.familyName === "" ? {} : { family: names.familyName }) },
      bornOn: row.child.bornOn,
      numbers: identifiers.map(({ value }) => value),
      homes: [...(row.child.address ? [row.child.address] : []), ...carersOf(carers)],
    })),
    ...changes.map(({ known, names, identifiers, address, carers }) => ({
      childId: known.id,
      ...(names === undefined
        ? {}
        : { name: { given: names.givenName, ...(names.familyName === "" ? {} : { family: names.familyName }) } }),
      bornOn: known.bornOn,
      numbers: identifiers.map(({ value }) => value),
      homes: [...(address ? [address] : []), ...carersOf(carers)],
    })),
  ]);

const leftToAColleague =
  "This row may be about a child you know outside work. Ask a colleague to import it. The other rows can be imported.";

/** Rows about children whom the importer knows outside work, whether or not there is such a record, are left to somebody else. */
export async function withoutOwn(records: Records, rows: readonly MatchedRow[]): Promise<readonly MatchedRow[]> {
  const known = await knownToCaller(records);
  if (known.length === 0) return rows;
  const numbers = new Set(known.flatMap(({ number }) => number ?? []));
  const people = known.flatMap(({ name, born }) => (name === null || born === null ? [] : [{ name, born }]));
  const isOwn = ({ child: { name, bornOn, identifiers } }: ListRow): boolean => {
    if (Object.values(identifiers).some((value) => numbers.has(value))) return true;
    if (!name || !bornOn) return false;
    const key = searchName({ given: name.given, ...(name.family === undefined ? {} : { family: name.family }) });
    return people.some((one) => one.born === bornOn && (one.name === key || one.name.startsWith(`${key} `)));
  };
  return rows.map((row) =>
    isOwn(row)
      ? {
          ...row,
          kind: "refused",
          because: null,
          childId: null,
          candidates: [],
          changes: [],
          heldElsewhere: null,
          problems: [...row.problems, { field: "CHILD_FIRST_NAME", severity: "error", message: leftToAColleague }],
        }
      : row,
  );
}
