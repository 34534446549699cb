import type { Nation } from "../kernel/bank-holidays.ts";
import { inWords, type LocalDate } from "../kernel/local-date.ts";
import { looksMiscased, nameKey, type PersonName, tidyName } from "../kernel/names.ts";
import { isStorable, limits, tidied } from "../kernel/text.ts";
import { type CarerRelationship, carerRelationships } from "../vocabulary/carer-relationships.ts";
import type { IdentifierKind } from "../vocabulary/identifier-kinds.ts";
import type { SchoolStage } from "../vocabulary/school-stages.ts";
import { codesOf } from "../vocabulary/term.ts";
import { readDateOfBirth } from "./birth-date.ts";
import { checkIdentifier, checkPostcode, checkSeedCode, checkUrn, chiBeginsWith, mayBeKept } from "./identifiers.ts";
import type { ColumnMapping, ImportField } from "./import-fields.ts";
import { englishStage, readStage, type SessionStart, scottishStage, stageInUse } from "./school-stages.ts";

/** What is the matter with one field of one row. An `error` keeps the row out; a `warning` is for a second look. */
export type RowProblem = {
  readonly field: ImportField;
  readonly severity: "error" | "warning";
  readonly message: string;
};

/** A child as far as the row could be read. With no error in the row, name and date of birth are there. */
export type RowChild = {
  readonly name?: PersonName;
  readonly bornOn?: LocalDate;
  readonly stage?: SchoolStage;
  readonly registration?: string;
  readonly house?: string;
  readonly identifiers: { readonly [Kind in IdentifierKind]?: string };
  readonly address?: RowAddress;
  /** The school's URN, or its SEED code in Scotland. */
  readonly school?: string;
};
export type RowAddress = { readonly line1?: string; readonly town?: string; readonly postcode?: string };

/** A parent or carer as the row has them. The list's own word for the relationship is kept where it is not one of ours. */
export type RowCarer = {
  readonly name: string;
  readonly relationship: CarerRelationship;
  readonly relationshipAsWritten?: string;
  readonly phone?: string;
  readonly email?: string;
};

export type ReadRow = {
  readonly child: RowChild;
  readonly carers: readonly RowCarer[];
  readonly problems: readonly RowProblem[];
};

/** What reading needs to know of the area and the day. */
export type RowContext = {
  readonly nation: Nation;
  readonly isDemonstration: boolean;
  readonly today: LocalDate;
  /** Whether the area knows a school by this URN or SEED code. */
  readonly knownSchoolUrn: (urn: string) => boolean;
  /** Scotland: when the council's sessions start; without it stages are not compared with dates of birth. */
  readonly sessionStart?: SessionStart;
};

/** Records are what a reader of CSV gives: the text under each heading. */
export type ImportRecord = Readonly<Record<string, string | undefined>>;

type Cell = (field: ImportField) => string;
type Say = (field: ImportField, severity: RowProblem["severity"], message: string) => undefined;

/** A cell that says "nothing here": how exports write an empty value. */
const isBlank = (text: string) => /^(?:null|n\/a|#n\/a|none|unknown|not known)?$/i.test(text);

/** The mark for a person with one name only, in the column of last names. */
const isOneNameOnly = (text: string) => /^(?:--?|\.|no surname|no last name|one name only)$/i.test(text);

/** Takes one row of a file, gives the child and carers it describes and what is the matter with it. Never throws. */
export function readRow(record: ImportRecord, mapping: ColumnMapping, context: RowContext): ReadRow {
  const problems: RowProblem[] = [];
  const say: Say = (field, severity, message) => void problems.push({ field, severity, message });
  const cell: Cell = (field) => {
    const heading = mapping[field];
    const text = (heading === undefined ? undefined : record[heading]) ?? "";
    if (isStorable(text)) return tidied(text).replace(/\s+/g, " ");
    say(field, "error", "Remove the character that cannot be shown, or export the list again.");
    return "";
  };
  const name = nameIn(cell, say);
  const bornOn = bornOnIn(cell, say, context);
  const stage = stageIn(cell, say, context, bornOn);
  const school = schoolIn(cell, say, context);
  const registration = shortText(cell("CHILD_REGISTRATION"), "CHILD_REGISTRATION", say);
  const house = shortText(cell("CHILD_HOUSE"), "CHILD_HOUSE", say);
  const address = addressIn(cell, say);
  const child: RowChild = {
    ...(name ? { name } : {}),
    ...(bornOn ? { bornOn } : {}),
    ...(stage ? { stage } : {}),
    ...(registration ? { registration } : {}),
    ...(house ? { house } : {}),
    identifiers: identifiersIn(cell, say, context, bornOn),
    ...(address ? { address } : {}),
    ...(school ? { school } : {}),
  };
  const carers = [carerIn(1, cell, say), carerIn(2, cell, say)].filter((carer) => carer !== undefined);
  return { child, carers, problems };
}

export const canBeImported = (row: ReadRow): boolean => !row.problems.some(({ severity }) => severity === "error");

function shortText(text: string, field: ImportField, say: Say, max: number = limits.line): string | undefined {
  if (isBlank(text)) return undefined;
  return text.length <= max ? text : say(field, "error", `Use ${max} characters or fewer.`);
}

function nameIn(cell: Cell, say: Say): PersonName | undefined {
  const given = oneName(cell("CHILD_FIRST_NAME"), "CHILD_FIRST_NAME", "Enter a first name.", say);
  const last = cell("CHILD_LAST_NAME");
  const hasOneName = isOneNameOnly(last);
  const missing = "Enter a last name, or a hyphen where the child has one name only.";
  const family = hasOneName ? undefined : oneName(last, "CHILD_LAST_NAME", missing, say);
  const preferred = cell("CHILD_PREFERRED_FIRST_NAME");
  const likes = isBlank(preferred) ? undefined : oneName(preferred, "CHILD_PREFERRED_FIRST_NAME", "", say);
  if (given === undefined || (family === undefined && !hasOneName)) return undefined;
  return {
    given,
    ...(family === undefined ? {} : { family }),
    ...(likes === undefined || likes === given ? {} : { preferred: likes }),
  };
}

function oneName(text: string, field: ImportField, missing: string, say: Say): string | undefined {
  const name = tidyName(text);
  if (isBlank(name)) return say(field, "error", missing);
  if (name.length > limits.name) return say(field, "error", `Use ${limits.name} characters or fewer.`);
  if (!/\p{L}/u.test(name)) return say(field, "error", "Enter a name with letters in it.");
  if (/\d/.test(name)) say(field, "warning", "The name has a digit in it. Check it.");
  if (looksMiscased(name))
    say(field, "warning", "The name is all in capitals, or all in small letters. Check how the family writes it.");
  return name;
}

function bornOnIn(cell: Cell, say: Say, { today }: RowContext): LocalDate | undefined {
  const read = readDateOfBirth(cell("CHILD_DATE_OF_BIRTH"), today);
  if ("problem" in read) return say("CHILD_DATE_OF_BIRTH", "error", read.problem);
  if (read.warning !== undefined) say("CHILD_DATE_OF_BIRTH", "warning", read.warning);
  return read.day;
}

function stageIn(cell: Cell, say: Say, context: RowContext, bornOn: LocalDate | undefined): SchoolStage | undefined {
  const written = cell("CHILD_YEAR_GROUP");
  if (isBlank(written)) return undefined;
  const isScotland = context.nation === "scotland";
  const stage = readStage(written, context.nation);
  if (!stage) {
    const examples = isScotland ? "P1 to P7 or S1 to S6" : "Reception, or 1 to 13";
    return say("CHILD_YEAR_GROUP", "warning", `This year group is not known and is left out. Use ${examples}.`);
  }
  if (bornOn === undefined) return stage;
  if (isScotland && !context.sessionStart) return stage;
  const computed =
    isScotland && context.sessionStart
      ? scottishStage(bornOn, context.today, context.sessionStart)
      : englishStage(bornOn, context.today);
  const { prompt } = stageInUse(stage, computed);
  if (prompt !== undefined) say("CHILD_YEAR_GROUP", "warning", prompt);
  return stage;
}

const identifierFields = {
  CHILD_NHS_NUMBER: "nhs-number",
  CHILD_CHI_NUMBER: "chi-number",
  CHILD_UPN: "upn",
  CHILD_SCN: "scn",
} as const satisfies { readonly [Field in ImportField]?: IdentifierKind };

function identifiersIn(cell: Cell, say: Say, context: RowContext, bornOn: LocalDate | undefined) {
  const found: { [Kind in IdentifierKind]?: string } = {};
  for (const field of Object.keys(identifierFields) as (keyof typeof identifierFields)[]) {
    const written = cell(field);
    if (isBlank(written)) continue;
    const kind = identifierFields[field];
    const check = checkIdentifier(kind, written, context);
    const keep = mayBeKept(kind, check);
    if (check.problem !== undefined) say(field, keep === "no" ? "error" : "warning", check.problem);
    if (keep !== "no") found[kind] = check.value;
    if (kind === "chi-number" && keep !== "no" && bornOn !== undefined && !chiBeginsWith(check.value, bornOn))
      say(
        field,
        "warning",
        `The CHI number begins with another date than the date of birth, ${inWords(bornOn)}. Check both.`,
      );
  }
  return found;
}

function addressIn(cell: Cell, say: Say): RowAddress | undefined {
  const line1 = shortText(cell("CHILD_ADDRESS_LINE_1"), "CHILD_ADDRESS_LINE_1", say);
  const town = shortText(cell("CHILD_TOWN"), "CHILD_TOWN", say);
  const written = cell("CHILD_POSTCODE");
  const checked = isBlank(written) ? undefined : checkPostcode(written);
  if (checked?.problem !== undefined)
    say("CHILD_POSTCODE", "warning", `This is not a UK postcode and is left out. ${checked.problem}`);
  const postcode = checked?.status === "valid" ? checked.value : undefined;
  if (line1 === undefined && town === undefined && postcode === undefined) return undefined;
  return { ...(line1 ? { line1 } : {}), ...(town ? { town } : {}), ...(postcode ? { postcode } : {}) };
}

function schoolIn(cell: Cell, say: Say, { nation, knownSchoolUrn }: RowContext): string | undefined {
  const written = cell("CHILD_SCHOOL_URN");
  if (isBlank(written)) return undefined;
  const check = nation === "scotland" ? checkSeedCode(written) : checkUrn(written);
  if (check.status === "invalid") return say("CHILD_SCHOOL_URN", "warning", `${check.problem} The school is left out.`);
  if (!knownSchoolUrn(check.value))
    return say(
      "CHILD_SCHOOL_URN",
      "warning",
      "No school here has this number. The school is left out: add it by hand.",
    );
  return check.value;
}

const relationshipWords: Readonly<Record<string, CarerRelationship>> = {
  mum: "mother",
  mam: "mother",
  mom: "mother",
  mummy: "mother",
  dad: "father",
  daddy: "father",
  "parent/carer": "parent",
  "step mother": "step-parent",
  "step father": "step-parent",
  stepmother: "step-parent",
  stepfather: "step-parent",
  stepmum: "step-parent",
  stepdad: "step-parent",
  "step parent": "step-parent",
  grandmother: "grandparent",
  grandfather: "grandparent",
  gran: "grandparent",
  granny: "grandparent",
  nan: "grandparent",
  grandad: "grandparent",
  sister: "sibling",
  brother: "sibling",
  aunt: "other-relative",
  uncle: "other-relative",
  cousin: "other-relative",
  relative: "other-relative",
  "foster parent": "foster-carer",
  foster: "foster-carer",
  "foster carer": "foster-carer",
  "kinship carer": "kinship-carer",
  "legal guardian": "guardian",
  "family friend": "family-friend",
};

function relationshipIn(written: string): Pick<RowCarer, "relationship" | "relationshipAsWritten"> {
  if (isBlank(written)) return { relationship: "not-recorded" };
  const words = written.toLowerCase();
  const known =
    relationshipWords[words.replace(/-/g, " ")] ??
    codesOf(carerRelationships).find(
      (code) => code === words || carerRelationships[code].label.toLowerCase() === words,
    );
  return known ? { relationship: known } : { relationship: "other", relationshipAsWritten: written };
}

function carerIn(which: 1 | 2, cell: Cell, say: Say): RowCarer | undefined {
  const field = (of: "NAME" | "RELATIONSHIP" | "PHONE" | "EMAIL"): ImportField => `PARENT_${which}_${of}`;
  const [name, relationship] = [tidyName(cell(field("NAME"))), cell(field("RELATIONSHIP"))];
  const [phone, email] = [cell(field("PHONE")), cell(field("EMAIL"))];
  if (isBlank(name)) {
    if (!isBlank(phone) || !isBlank(email))
      say(
        field("NAME"),
        "warning",
        "There is a phone number or an email with no name. Enter the parent's or carer's name.",
      );
    return undefined;
  }
  if (name.length > limits.name) return say(field("NAME"), "error", `Use ${limits.name} characters or fewer.`);
  const isPhone = /^\+?[\d ()-]{9,20}$/.test(phone) && phone.replace(/\D/g, "").length >= 9;
  const isEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= limits.line;
  if (!isBlank(phone) && !isPhone)
    say(field("PHONE"), "warning", "This is not a phone number and is left out. Enter one, like 01632 960 001.");
  if (!isBlank(email) && !isEmail)
    say(field("EMAIL"), "warning", "This is not an email address and is left out. Enter one, like name@example.com.");
  return { name, ...relationshipIn(relationship), ...(isPhone ? { phone } : {}), ...(isEmail ? { email } : {}) };
}

/**
 * The row as one line of text, the same for the same content however it was typed. It holds names: keep only its hash.
 * A row whose fingerprint was imported before changes nothing.
 */
export function rowFingerprint({ child, carers }: Pick<ReadRow, "child" | "carers">): string {
  const { name, bornOn, stage, registration, house, identifiers, address, school } = child;
  const ids = Object.entries(identifiers).sort(([a], [b]) => (a < b ? -1 : 1));
  const people = carers.map((carer) => [
    ...[carer.name, carer.relationship, carer.relationshipAsWritten ?? "", carer.phone ?? "", carer.email ?? ""],
  ]);
  return JSON.stringify([
    [name?.given ?? "", name?.family ?? "", name?.preferred ?? "", bornOn ?? "", stage ?? "", registration ?? ""],
    ...(house === undefined ? [] : [house]),
    ids,
    [address?.line1 ?? "", address?.town ?? "", address?.postcode ?? "", school ?? ""],
    people,
  ]);
}

/** A row that describes a child an earlier row of the same file has already described. Rows count from 0. */
export type RepeatedRow = { readonly row: number; readonly first: number; readonly because: string };

/** Rows of one file that repeat a child: the same number of the same kind, or the same names and date of birth. */
export function repeatedRows(rows: readonly ReadRow[]): readonly RepeatedRow[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ child }, row) => {
    const ids = Object.entries(child.identifiers).map(
      ([kind, value]) => [`${kind} ${value}`, "the same number"] as const,
    );
    const who = personKey(child);
    const keys = who === undefined ? ids : [...ids, [who, "the same names and date of birth"] as const];
    const found = keys.find(([key]) => seen.has(key));
    for (const [key] of keys) if (!seen.has(key)) seen.set(key, row);
    const first = found && seen.get(found[0]);
    return found && first !== undefined ? [{ row, first, because: `An earlier row has ${found[1]}.` }] : [];
  });
}

/** Names and date of birth as one key; undefined where either could not be read. */
export const personKey = ({ name, bornOn }: Pick<RowChild, "name" | "bornOn">): string | undefined =>
  name && bornOn ? `${nameKey(name.given)}|${nameKey(name.family ?? "")}|${bornOn}` : undefined;
