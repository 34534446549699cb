import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { today } from "../../clock.ts";
import { optionsIn, runCommand } from "../../command-line.ts";
import type { Database } from "../../db/database.ts";
import { Mistaken } from "../../mistaken.ts";
import { addStaff } from "./add-staff.ts";
import { readStaffList } from "./staff-list.ts";

/** Adds the people of a list to an area as an operator asked. Gives what was done in a sentence; throws every mistake at once. */
export async function addStaffAsAsked(
  args: readonly string[],
  database: Database,
  { now, readText }: { readonly now: Date; readonly readText: (file: string) => string },
): Promise<string> {
  const { given, mistakes: mistyped } = optionsIn(args, { area: "text", file: "text" });
  const mistakes = [...mistyped];
  const areas = await database.areas();
  const area = areas.find(({ name }) => name.toLowerCase() === given.area?.toLowerCase());
  if (area === undefined)
    mistakes.push(
      `${given.area === undefined ? "--area is missing" : `There is no area called ${given.area}`}. There are: ${areas.map(({ name }) => name).join(", ") || "none yet"}.`,
    );
  if (given.file === undefined) mistakes.push("--file is missing: name the list of staff, a CSV file.");
  const text = given.file === undefined ? undefined : textOf(given.file, readText, mistakes);
  const list = text === undefined ? undefined : readStaffList(text);
  mistakes.push(...(list?.mistakes ?? []));
  if (mistakes.length > 0 || !area || !list) throw new Mistaken(mistakes);

  const { added, known } = await addStaff(database, area, list.rows, { now, today: today(() => now) });
  const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);
  return `${people(added)} added to ${area.name}.${known > 0 ? ` ${people(known)} there already, left as they are.` : ""}`;
}

function textOf(file: string, readText: (file: string) => string, mistakes: string[]): string | undefined {
  try {
    return readText(file);
  } catch {
    mistakes.push(`${file} cannot be read.`);
    return undefined;
  }
}

if (import.meta.main)
  await runCommand("command.add-staff", (args, database, { calledFrom }) =>
    addStaffAsAsked(args, database, {
      now: new Date(),
      readText: (file) => readFileSync(resolve(calledFrom, file), "utf8"),
    }),
  );
