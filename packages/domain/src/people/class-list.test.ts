import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { codesOf } from "../vocabulary/term.ts";
import {
  canBeImported,
  type ImportRecord,
  type RowContext,
  readRow,
  repeatedRows,
  rowFingerprint,
} from "./class-list.ts";
import { mostRows, problemOfText, problemsOfFile } from "./class-list-file.ts";
import { type KnownChild, matchRow, summaryOf } from "./class-list-match.ts";
import { importFields, suggestMapping } from "./import-fields.ts";

const mapping = suggestMapping(codesOf(importFields));
const context: RowContext = {
  nation: "england-and-wales",
  isDemonstration: true,
  today: localDate("2026-11-22"),
  knownSchoolUrn: (urn) => urn === "106431",
};
const inScotland: RowContext = { ...context, nation: "scotland", sessionStart: (year) => localDate(`${year}-08-18`) };

const aRecord = (cells: ImportRecord = {}): ImportRecord => ({
  CHILD_FIRST_NAME: "Ada",
  CHILD_LAST_NAME: "Thorn",
  CHILD_DATE_OF_BIRTH: "1/9/2016",
  ...cells,
});
const read = (cells: ImportRecord = {}, asked: RowContext = context) => readRow(aRecord(cells), mapping, asked);
const messages = (cells: ImportRecord, asked?: RowContext) =>
  read(cells, asked).problems.map(({ field, severity, message }) => `${severity} ${field}: ${message}`);

describe("a row of a class list becomes a child and carers", () => {
  test("a full row is read, tidied and raises nothing", () => {
    const row = read({
      CHILD_FIRST_NAME: " Ada ",
      CHILD_PREFERRED_FIRST_NAME: "Addy",
      CHILD_YEAR_GROUP: "5",
      CHILD_REGISTRATION: "5B",
      CHILD_NHS_NUMBER: "999 000 0018",
      CHILD_UPN: "b801200005001",
      CHILD_ADDRESS_LINE_1: "1 Mill Lane",
      CHILD_TOWN: "Wigan",
      CHILD_POSTCODE: "wn11yn",
      CHILD_SCHOOL_URN: "106431",
      PARENT_1_NAME: "Jo Thorn",
      PARENT_1_RELATIONSHIP: "Mum",
      PARENT_1_PHONE: "01632 960 001",
      PARENT_1_EMAIL: "jo@example.com",
      PARENT_2_NAME: "Sam Thorn",
      PARENT_2_RELATIONSHIP: "Godparent",
    });
    expect(row).toEqual({
      child: {
        name: { given: "Ada", family: "Thorn", preferred: "Addy" },
        bornOn: "2016-09-01",
        stage: "Y5",
        registration: "5B",
        identifiers: { "nhs-number": "9990000018", upn: "B801200005001" },
        address: { line1: "1 Mill Lane", town: "Wigan", postcode: "WN1 1YN" },
        school: "106431",
      },
      carers: [
        { name: "Jo Thorn", relationship: "mother", phone: "01632 960 001", email: "jo@example.com" },
        { name: "Sam Thorn", relationship: "other", relationshipAsWritten: "Godparent" },
      ],
      problems: [],
    });
    expect(canBeImported(row)).toBe(true);
  });
  test("a row of the three needed columns is enough", () => {
    expect(read()).toEqual({
      child: { name: { given: "Ada", family: "Thorn" }, bornOn: "2016-09-01", identifiers: {} },
      carers: [],
      problems: [],
    });
  });
  test("a child may have one name only, when the list says so", () => {
    expect(read({ CHILD_LAST_NAME: "-" }).child.name).toEqual({ given: "Ada" });
    expect(messages({ CHILD_LAST_NAME: "" })).toEqual([
      "error CHILD_LAST_NAME: Enter a last name, or a hyphen where the child has one name only.",
    ]);
  });
  test.each<[ImportRecord, string]>([
    [{ CHILD_FIRST_NAME: "" }, "error CHILD_FIRST_NAME: Enter a first name."],
    [{ CHILD_FIRST_NAME: "a".repeat(201) }, "error CHILD_FIRST_NAME: Use 200 characters or fewer."],
    [{ CHILD_FIRST_NAME: "???" }, "error CHILD_FIRST_NAME: Enter a name with letters in it."],
    [
      { CHILD_FIRST_NAME: "A\u0000da" },
      "error CHILD_FIRST_NAME: Remove the character that cannot be shown, or export the list again.",
    ],
    [
      { CHILD_REGISTRATION: "\ud800" },
      "error CHILD_REGISTRATION: Remove the character that cannot be shown, or export the list again.",
    ],
    [
      { CHILD_DATE_OF_BIRTH: "31/2/2016" },
      "error CHILD_DATE_OF_BIRTH: Enter a real date of birth, day first, like 27/3/2015. There is no such day.",
    ],
    [
      { CHILD_NHS_NUMBER: "9990000019" },
      "error CHILD_NHS_NUMBER: One of the digits of the NHS number is not right. Check it and type it again.",
    ],
  ])("a row with %o stays out", (cells, message) => {
    expect(messages(cells)).toContain(message);
    expect(canBeImported(read(cells))).toBe(false);
  });
  test.each<[ImportRecord, string]>([
    [
      { CHILD_LAST_NAME: "THORN" },
      "warning CHILD_LAST_NAME: The name is all in capitals, or all in small letters. Check how the family writes it.",
    ],
    [
      { CHILD_YEAR_GROUP: "4" },
      "warning CHILD_YEAR_GROUP: Recorded as Year 4; the date of birth would give Year 5. Check with the school.",
    ],
    [
      { CHILD_YEAR_GROUP: "Badgers" },
      "warning CHILD_YEAR_GROUP: This year group is not known and is left out. Use Reception, or 1 to 13.",
    ],
    [
      { CHILD_SCN: "260001249" },
      "warning CHILD_SCN: One of the digits of the Scottish Candidate Number is not right. Check it and type it again.",
    ],
    [
      { CHILD_POSTCODE: "75001" },
      "warning CHILD_POSTCODE: This is not a UK postcode and is left out. Enter a full UK postcode, like WN1 1YN, or leave it out for an address abroad.",
    ],
    [
      { CHILD_SCHOOL_URN: "999999" },
      "warning CHILD_SCHOOL_URN: No school here has this number. The school is left out: add it by hand.",
    ],
    [
      { PARENT_1_NAME: "Jo", PARENT_1_EMAIL: "jo.example.com" },
      "warning PARENT_1_EMAIL: This is not an email address and is left out. Enter one, like name@example.com.",
    ],
    [
      { PARENT_1_NAME: "Jo", PARENT_1_PHONE: "ask gran" },
      "warning PARENT_1_PHONE: This is not a phone number and is left out. Enter one, like 01632 960 001.",
    ],
    [
      { PARENT_2_PHONE: "01632 960 001" },
      "warning PARENT_2_NAME: There is a phone number or an email with no name. Enter the parent's or carer's name.",
    ],
  ])("a row with %o is asked about and may come in", (cells, message) => {
    expect(messages(cells)).toEqual([message]);
    expect(canBeImported(read(cells))).toBe(true);
  });
  test("test numbers stay out where the children are real", () => {
    expect(messages({ CHILD_NHS_NUMBER: "9990000018" }, { ...context, isDemonstration: false })).toEqual([
      "error CHILD_NHS_NUMBER: NHS numbers that begin 999 are for testing. Enter the child's own number.",
    ]);
  });
  test("Scotland's lists have stages and CHI numbers; a date that differs is a second look", () => {
    expect(
      read({ CHILD_YEAR_GROUP: "P 6", CHILD_SCHOOL_URN: "5100000" }, { ...inScotland, knownSchoolUrn: () => true }),
    ).toMatchObject({
      child: { stage: "P6", school: "5100000" },
      problems: [],
    });
    expect(messages({ CHILD_CHI_NUMBER: "0101160003" }, inScotland)).toEqual([
      "warning CHILD_CHI_NUMBER: The CHI number begins with another date than the date of birth, 1 September 2016. Check both.",
    ]);
  });
  test("no message repeats what was typed, and any cells are read without failing", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.constantFrom("31/2/2016", "9990000019", "-", "@"),
    );
    const record = fc.record(Object.fromEntries(codesOf(importFields).map((field) => [field, cell])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(record, (cells) => {
        const row = readRow(cells, mapping, context);
        if (canBeImported(row)) expect(row.child.name && row.child.bornOn).toBeTruthy();
        expect(row.problems.every(({ message }) => message.endsWith("."))).toBe(true);
        expect(readRow(cells, mapping, context)).toEqual(row);
      }),
    );
  });
});

describe("a file is refused as a whole when it is no list", () => {
  test("an empty file, a file that is not text", () => {
    expect(problemOfText(" \n")).toBe("The file is empty. Export the list again and choose the new file.");
    expect(problemOfText("PK\u0003\u0004\u0000")).toContain("not text");
    expect(problemOfText("A,B\n1,2")).toBeUndefined();
  });
  test("no headings, twice the same heading, no rows", () => {
    expect(problemsOfFile(["Ada", "Thorn", "1/9/2016"], 3)).toEqual([
      "The first row needs to be headings, such as CHILD_FIRST_NAME. Add a row of headings and choose the file again.",
    ]);
    expect(problemsOfFile(["", " "], 3)).toHaveLength(1);
    expect(problemsOfFile(["Name", "DOB", "Name"], 3)).toEqual([
      'Two columns are called "Name". Rename one and choose the file again.',
    ]);
    expect(problemsOfFile(["Name", "DOB"], 0)).toHaveLength(1);
    expect(problemsOfFile(["Name", "DOB"], mostRows)).toEqual([]);
  });
  test("50,000 rows are too many, and the message says what to do", () => {
    expect(problemsOfFile(["Name", "DOB"], 50_000)).toEqual([
      "The file has 50,000 rows. Import up to 20,000 at a time: split the list by school or team.",
    ]);
  });
});

describe("importing the same list twice changes nothing", () => {
  test("a row has one fingerprint however it was typed", () => {
    const typed = rowFingerprint(
      read({ CHILD_FIRST_NAME: " Ada", CHILD_DATE_OF_BIRTH: "2016-09-01", CHILD_POSTCODE: "WN11YN" }),
    );
    expect(typed).toBe(rowFingerprint(read({ CHILD_POSTCODE: "wn1 1yn" })));
    expect(typed).not.toBe(rowFingerprint(read({ CHILD_POSTCODE: "WN1 1YP" })));
    expect(typed).not.toBe(rowFingerprint(read({ CHILD_POSTCODE: "WN1 1YN", PARENT_1_NAME: "Jo" })));
  });
  test("a row that repeats an earlier one is found by number, or by names and date of birth", () => {
    const rows = [
      read(),
      read({ CHILD_FIRST_NAME: "Bel" }),
      read({ CHILD_FIRST_NAME: "ADA" }),
      read({ CHILD_FIRST_NAME: "Cy", CHILD_UPN: "B801200005001" }),
      read({ CHILD_FIRST_NAME: "Di", CHILD_UPN: "B801200005001" }),
      read({ CHILD_DATE_OF_BIRTH: "" }),
    ];
    expect(repeatedRows(rows)).toEqual([
      { row: 2, first: 0, because: "An earlier row has the same names and date of birth." },
      { row: 4, first: 3, because: "An earlier row has the same number." },
    ]);
  });
});

describe("a row is matched with the children already here", () => {
  const known = (of: Partial<KnownChild> = {}): KnownChild => ({
    id: "a",
    name: { given: "Ada", family: "Thorn" },
    bornOn: localDate("2016-09-01"),
    identifiers: {},
    ...of,
  });
  const match = (cells: ImportRecord, ...candidates: KnownChild[]) => matchRow(read(cells).child, candidates);

  test("nobody like this child is here: new", () => {
    expect(match({}).outcome).toBe("new");
    expect(match({}, known({ name: { given: "Bel", family: "Moss" } })).outcome).toBe("new");
  });
  test("the same number, names and date of birth: the same child, with what the row changes", () => {
    const recorded = known({ identifiers: { upn: "B801200005001" }, registration: "4A" });
    expect(match({ CHILD_UPN: "B801200005001" }, recorded)).toMatchObject({ outcome: "same", childId: "a" });
    expect(match({ CHILD_UPN: "B801200005001", CHILD_REGISTRATION: "5A" }, recorded)).toMatchObject({
      outcome: "changed",
      childId: "a",
      changes: ["registration"],
    });
  });
  test("the same number on another name or date of birth: a person decides", () => {
    const recorded = known({ identifiers: { upn: "B801200005001" }, name: { given: "Bel", family: "Moss" } });
    expect(match({ CHILD_UPN: "B801200005001" }, recorded)).toMatchObject({
      outcome: "possible-match",
      childIds: ["a"],
    });
  });
  test("the same names and date of birth need the same school or postcode to be one child", () => {
    expect(match({ CHILD_POSTCODE: "WN1 1YN" }, known({ address: { postcode: "WN1 1YN" } })).outcome).toBe("same");
    expect(match({ CHILD_SCHOOL_URN: "106431" }, known({ school: "106431" })).outcome).toBe("same");
    expect(match({}, known()).outcome).toBe("possible-match");
    expect(
      match({ CHILD_POSTCODE: "WN1 1YN" }, known({ address: { postcode: "WN1 1YN" } }), known({ id: "b" })),
    ).toMatchObject({
      outcome: "possible-match",
      childIds: ["a", "b"],
    });
  });
  test("the same names and date of birth with another number: a person decides", () => {
    const recorded = known({ school: "106431", identifiers: { upn: "P207000016049" } });
    expect(match({ CHILD_SCHOOL_URN: "106431", CHILD_UPN: "B801200005001" }, recorded).outcome).toBe("possible-match");
  });
  test("twins are two children", () => {
    expect(match({}, known({ name: { given: "Bel", family: "Thorn" } })).outcome).toBe("new");
  });
  test("nearly the same is a possible match: a name asked to be called by, day and month swapped, no date recorded", () => {
    expect(
      match({ CHILD_PREFERRED_FIRST_NAME: "Addy" }, known({ name: { given: "Addy", family: "Thorn" } })).outcome,
    ).toBe("possible-match");
    expect(match({}, known({ bornOn: localDate("2016-01-09") })).outcome).toBe("possible-match");
    expect(match({}, known({ bornOn: "not-recorded" })).outcome).toBe("possible-match");
    expect(match({}, known({ bornOn: localDate("2015-03-04") })).outcome).toBe("new");
  });
  test("what a row leaves out is never taken away", () => {
    const full = known({
      school: "106431",
      stage: "Y5",
      registration: "5B",
      address: { line1: "1 Mill Lane" },
      identifiers: { upn: "B801200005001" },
    });
    expect(match({ CHILD_SCHOOL_URN: "106431" }, full).outcome).toBe("same");
  });
  test("a preview adds up, each row counted once", () => {
    const row = read();
    const preview = [
      { line: 2, row, match: match({}) },
      { line: 3, row, match: match({}, known()) },
      { line: 4, row, repeats: { row: 2, first: 0, because: "" }, match: match({}) },
      { line: 5, row: read({ CHILD_FIRST_NAME: "" }) },
      { line: 6, row: read({ CHILD_LAST_NAME: "THORN" }), match: match({}) },
    ];
    expect(summaryOf(preview)).toEqual({
      rows: 5,
      new: 2,
      changed: 0,
      same: 0,
      toDecide: 1,
      repeated: 1,
      withErrors: 1,
      withWarnings: 1,
    });
  });
});
