import { agencyKinds, codesOf, LocalDateSchema, limits, line, postRoles, practitionerKinds } from "@linchpin/domain";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const words = line({ max: limits.name, enter: "Fill this in" });
const oneOf = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z.enum(codes, `Use one of ${codes.join(", ")}`);

/** The columns of a list of staff. All but the first six may be left out or left empty. */
const RowSchema = z.object({
  NAME: words,
  KIND: oneOf(codesOf(practitionerKinds)),
  TITLE: words,
  ROLE: oneOf(codesOf(postRoles)),
  AGENCY: words,
  AGENCY_KIND: oneOf(codesOf(agencyKinds)),
  ESTABLISHMENT: words.optional(),
  ESTABLISHMENT_KIND: oneOf([
    "nursery",
    "primary",
    "secondary",
    "special",
    "clinic",
    "midwifery-team",
    "office",
  ]).optional(),
  TEAM: words.optional(),
  /** The team that this person manages. */
  MANAGES: words.optional(),
  /** The line manager, by name. */
  MANAGER: words.optional(),
  FROM: LocalDateSchema.optional(),
  /** How the person signs in: the issuer's address, and what it calls the person. */
  ISSUER: words.optional(),
  SUBJECT: words.optional(),
  /** What a demonstration's page says can be tried as this person. */
  HINT: words.optional(),
});

const headings = Object.keys(RowSchema.shape);
const needed = ["NAME", "KIND", "TITLE", "ROLE", "AGENCY", "AGENCY_KIND"];

/** Somebody of a list of staff, with the line they stand on as a spreadsheet numbers it. */
export type StaffRow = z.output<typeof RowSchema> & { readonly line: number };

/** Reads a list of staff. Every mistake is a sentence with its line. */
export function readStaffList(text: string): {
  readonly rows: readonly StaffRow[];
  readonly mistakes: readonly string[];
} {
  let cells: string[][];
  try {
    cells = parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch {
    return { rows: [], mistakes: ["The list is not CSV. Save it as CSV (UTF-8) and try again."] };
  }
  const [first = [], ...rest] = cells;
  const ofColumns = [
    ...needed.filter((heading) => !first.includes(heading)).map((heading) => `The list has no column ${heading}.`),
    ...first
      .filter((heading) => !headings.includes(heading))
      .map((heading) => `"${heading}" is no column of a list of staff. There are: ${headings.join(", ")}.`),
    ...(rest.length === 0 ? ["The list has nobody in it."] : []),
  ];
  if (ofColumns.length > 0) return { rows: [], mistakes: ofColumns };

  const mistakes: string[] = [];
  const rows = rest.flatMap((row, at): readonly StaffRow[] => {
    const filled = first.map((heading, column) => [heading, row[column] ?? ""]).filter(([, cell]) => cell !== "");
    const read = RowSchema.safeParse(Object.fromEntries(filled));
    if (read.success) return [{ ...read.data, line: at + 2 }];
    mistakes.push(...read.error.issues.map(({ path, message }) => `Line ${at + 2}, ${path.join(".")}: ${message}.`));
    return [];
  });
  return { rows, mistakes: [...mistakes, ...twinsIn(rows)] };
}

/** A line manager is found by name, so a name stands once in a list. */
const twinsIn = (rows: readonly StaffRow[]): readonly string[] =>
  rows
    .filter(({ NAME }, at) => rows.findIndex((other) => other.NAME === NAME) < at)
    .map(({ NAME, line: at }) => `Line ${at}: ${NAME} is in the list already. Tell the two apart in their names.`);
