import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isLocalDate, type LocalDate, localDate, scottishStage } from "@linchpin/domain";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { v7 as newId } from "uuid";
import { at, schoolYearBegan } from "./days.ts";
import type { World } from "./world.ts";

const samples = join(import.meta.dirname, "../../../../samples");

/** A list of invented children, its headings first. */
export type List = {
  readonly fileName: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

const encodings = {
  "secondary-school.csv": "windows-1252",
  "primary-school.csv": "utf-8",
  "health-visiting-caseload.csv": "utf-8",
} as const;
export type SampleFile = keyof typeof encodings;

/** One of the sample files that a visitor can upload too. */
export function sampleList(fileName: SampleFile): List {
  const text = new TextDecoder(encodings[fileName]).decode(readFileSync(join(samples, fileName)));
  const [headings = [], ...rows] = parse(text, { relax_column_count: true });
  return { fileName, headings, rows };
}

/** Only children born before a day: a list that was handed in then cannot have held the others. */
export const bornBefore = (list: List, heading: string, day: LocalDate): List => {
  const column = list.headings.indexOf(heading);
  return { ...list, rows: list.rows.filter((row) => (dayIn(row[column] ?? "") ?? "") < day) };
};

export const firstRows = (list: List, count: number): List => ({ ...list, rows: list.rows.slice(0, count) });

/** "03/02/2017" or "2017-02-03"; undefined for what is no day. */
function dayIn(text: string): LocalDate | undefined {
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = y === undefined ? text : `${y}-${m?.padStart(2, "0")}-${d?.padStart(2, "0")}`;
  return isLocalDate(iso) ? iso : undefined;
}

/** The English secondary list as a Scottish school would have it: stages S1 to S6, classes to match, no English numbers. */
export function asScottishSecondary(list: List, today: LocalDate): List {
  const columnOf = (heading: string) => list.headings.indexOf(heading);
  const [born, year, group, upn, nhs] = [
    columnOf("DOB"),
    columnOf("NC Year"),
    columnOf("Reg Group"),
    columnOf("UPN"),
    columnOf("NHS No."),
  ];
  const rows = list.rows.flatMap((row) => {
    const bornOn = dayIn(row[born] ?? "");
    const stage = bornOn && scottishStage(bornOn, today, (of) => localDate(`${of}-08-18`));
    if (!stage?.startsWith("S")) return [];
    const letter = (row[group] ?? "").at(-1) ?? "A";
    return [
      row.map((cell, at) =>
        at === year ? stage : at === group ? `${stage}${letter}` : at === upn || at === nhs ? "" : cell,
      ),
    ];
  });
  return { fileName: "academy-roll.csv", headings: list.headings, rows };
}

/** Hands a list in as the office does, looks at nothing by hand, and imports what is sound. */
export async function rollIn(
  world: World,
  of: { readonly list: List; readonly by: string; readonly at: string; readonly on: LocalDate },
): Promise<void> {
  const { list, on } = of;
  const office = world.as(of.by, at(on, "08:40"));
  const text = stringify([list.headings, ...list.rows], { record_delimiter: "windows" });
  const preview = await office.people.rollIn.preview({
    idempotencyKey: newId(),
    establishmentId: world.establishment(of.at),
    fileName: list.fileName,
    content: Buffer.from(text).toString("base64"),
  });
  if (preview.outcome !== "previewed") throw new Error(`${list.fileName} needs its columns chosen`);
  const { rollInId, version } = preview.rollIn;
  await office.people.rollIn.confirm({
    idempotencyKey: newId(),
    rollInId,
    version,
    onRollFrom: schoolYearBegan(on),
    fullTime: true,
  });
}

/** Settles who is named person for which year group (or for everybody) of a school or clinic. */
export async function arrange(
  world: World,
  of: {
    readonly at: string;
    readonly by: string;
    readonly on: LocalDate;
    readonly pattern: "by-year-group" | "one-person" | "by-class";
    readonly groups: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const head = world.as(of.by, at(of.on, "09:15"));
  const establishmentId = world.establishment(of.at);
  const [establishment] = (await head.people.establishments()).filter((one) => one.establishmentId === establishmentId);
  if (!establishment) throw new Error(`${of.by} heads no ${of.at}`);
  await head.namedPerson.arrange({
    idempotencyKey: newId(),
    establishmentId,
    version: establishment.version,
    pattern: of.pattern,
    groups: Object.entries(of.groups).map(([group, key]) => ({
      group,
      practitionerId: world.person(key).practitionerId,
    })),
    from: of.on,
  });
}
