import { localDate } from "@linchpin/domain";
import { v4 as newKey } from "uuid";
import type { Database } from "../db/database.ts";
import { aTestArea, type Caller } from "./area.ts";
import { aSchool } from "./school.ts";

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

/** Two children of one list, one of them with an apostrophe, a hyphen, an accent and a carer. */
export const twoListed = [
  listed(),
  listed({ CHILD_FIRST_NAME: "Iain", CHILD_LAST_NAME: "O'Brien-MacLeòid", PARENT_1_NAME: "Ceit MacLeòid" }),
] as const;

/** The office of a primary school in an area of its own, and what it does with a list. */
export async function anOffice(database: Database, edition?: string) {
  const area = await aTestArea(database, edition === undefined ? {} : { edition });
  const school = await aSchool(area);
  const office = area.as(school.office).people;
  const { establishmentId } = school;
  return {
    area,
    school,
    office,
    establishmentId,
    previewed: (rows: readonly Listed[]) => previewOf(office, establishmentId, rows),
  };
}

/** The preview of a list whose headings are ours. */
export async function previewOf(caller: Caller["people"], establishmentId: string, rows: readonly Listed[]) {
  const answer = await caller.rollIn.preview(handIn(establishmentId, rows));
  if (answer.outcome !== "previewed") throw new Error(JSON.stringify(answer.problems));
  return answer;
}

/** The command that imports what was previewed. */
export const confirmation = ({ rollIn }: { rollIn: { rollInId: string; version: number } }) => ({
  idempotencyKey: newKey(),
  rollInId: rollIn.rollInId,
  version: rollIn.version,
  onRollFrom: localDate("2026-08-18"),
  fullTime: true,
});

export const kindsOf = ({ rows }: { rows: { rows: readonly { kind: string }[] } }) => rows.rows.map(({ kind }) => kind);
