import { v4 as newKey } from "uuid";

const headings = [
  ...["CHILD_FIRST_NAME", "CHILD_LAST_NAME", "CHILD_PREFERRED_FIRST_NAME", "CHILD_DATE_OF_BIRTH", "CHILD_YEAR_GROUP"],
  ...[
    "CHILD_REGISTRATION",
    "CHILD_NHS_NUMBER",
    "CHILD_POSTCODE",
    "PARENT_1_NAME",
    "PARENT_1_RELATIONSHIP",
    "PARENT_1_PHONE",
  ],
] as const;

/** A row of a class list; what is left out is empty. */
export type Listed = Partial<Record<(typeof headings)[number], string>>;

/** A child of a list, dull and whole. */
export const listed = (of: Listed = {}): Listed => ({
  CHILD_FIRST_NAME: "Eilidh",
  CHILD_LAST_NAME: "Shaw",
  CHILD_DATE_OF_BIRTH: "3/5/2017",
  CHILD_YEAR_GROUP: "P5",
  CHILD_REGISTRATION: "P5",
  ...of,
});

/** A file of these rows as a browser hands it in. */
export const aList = (rows: readonly Listed[], encoding: BufferEncoding = "utf8"): string =>
  Buffer.from(
    [headings.join(","), ...rows.map((row) => headings.map((heading) => row[heading] ?? "").join(","))].join("\r\n"),
    encoding,
  ).toString("base64");

/** The command that hands it in. */
export const handIn = (establishmentId: string, rows: readonly Listed[]) => ({
  idempotencyKey: newKey(),
  establishmentId,
  fileName: "Primary 5.csv",
  content: aList(rows),
});
