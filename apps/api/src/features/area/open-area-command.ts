import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bankHolidays, inWords, isLocalDate, limits, type Nation, type ParameterValue } from "@linchpin/domain";
import { everyRulebook, rulebook } from "@linchpin/domain/rulebooks";
import { z } from "zod";
import { optionsIn, runCommand } from "../../command-line.ts";
import type { Database } from "../../db/database.ts";
import { Mistaken } from "../../mistaken.ts";
import { openArea } from "./open-area.ts";

const options = {
  name: "text",
  rulebook: "text",
  nation: "text",
  from: "text",
  settings: "text",
  demonstration: "mark",
} as const;

const nations = Object.keys(bankHolidays) as Nation[];
const SettingsSchema = z.record(
  z.string(),
  z.union([z.number(), z.string(), z.boolean(), z.array(z.string())]) satisfies z.ZodType<ParameterValue>,
);

type Where = {
  /** Whether this database is for a demonstration: the sign-in of one refuses to run beside an area that is not. */
  readonly demo: boolean;
  readonly now: Date;
  readonly readText: (file: string) => string;
};

/** Opens an area as an operator asked. Gives what was done in a sentence; throws every mistake at once. */
export async function openAreaAsAsked(
  args: readonly string[],
  database: Database,
  { demo, now, readText }: Where,
): Promise<string> {
  const { given, mistakes: mistyped } = optionsIn(args, options);
  const mistakes = [...mistyped];
  const { name, from, nation } = given;
  const isDemonstration = given.demonstration === true;
  const edition = given.rulebook === undefined ? undefined : rulebook(given.rulebook);
  const settings = settingsIn(given.settings, readText, mistakes);
  const hasSame = (await database.areas()).some((area) => area.name.toLowerCase() === name?.toLowerCase());

  if (name === undefined) mistakes.push("--name is missing: say what the area is called.");
  else if (name.length > limits.name) mistakes.push(`--name has more than ${limits.name} letters.`);
  else if (hasSame) mistakes.push(`There is an area called ${name} already.`);
  if (edition === undefined)
    mistakes.push(
      `${given.rulebook === undefined ? "--rulebook is missing" : `There is no rulebook called ${given.rulebook}`}. There are: ${[...new Set(everyRulebook().map(({ id }) => id))].join(", ")}.`,
    );
  if (nation === undefined || !nations.some((one) => one === nation))
    mistakes.push(`--nation says whose bank holidays count: ${nations.join(", ")}.`);
  else if (edition !== undefined && edition.nation !== nation)
    mistakes.push(`The rulebook ${edition.id} is of ${edition.nation}, and --nation says ${nation}.`);
  if (from === undefined || !isLocalDate(from))
    mistakes.push("--from says the day the rulebook holds from, such as 2026-09-01.");
  if (demo && !isDemonstration)
    mistakes.push(
      "DEMO is on, where everybody is invented: add --demonstration, or turn DEMO off and use another database.",
    );
  if (mistakes.length > 0 || !name || !edition || !nation || !from || !isLocalDate(from)) throw new Mistaken(mistakes);

  const areaId = await openArea(
    database,
    { name, nation: edition.nation, isDemonstration, editionId: edition.id, adoptedFrom: from, settings },
    now,
  );
  return (
    `${name} is open${isDemonstration ? " as a demonstration" : ""} (${areaId}). From ${inWords(from)} it goes by ` +
    `"${edition.title}". Nobody can sign in to it yet: add people with "npm run staff:add".`
  );
}

function settingsIn(
  file: string | undefined,
  readText: Where["readText"],
  mistakes: string[],
): Readonly<Record<string, ParameterValue>> {
  if (file === undefined) return {};
  try {
    const read = SettingsSchema.safeParse(JSON.parse(readText(file)));
    if (read.success) return read.data;
    mistakes.push('The file of --settings holds values by name, such as { "monthsAfterQualifying": 24 }.');
  } catch (error) {
    mistakes.push(error instanceof SyntaxError ? "The file of --settings is not JSON." : `${file} cannot be read.`);
  }
  return {};
}

if (import.meta.main)
  await runCommand("command.open-area", (args, database, { demo, calledFrom }) =>
    openAreaAsAsked(args, database, {
      demo,
      now: new Date(),
      readText: (file) => readFileSync(resolve(calledFrom, file), "utf8"),
    }),
  );
