import { parseArgs } from "node:util";
import type { CommandAct } from "@linchpin/domain";
import type { Database } from "./db/database.ts";
import { openDatabase } from "./db/open.ts";
import { whyNot } from "./did-not-start.ts";
import { type Env, envOrExit } from "./env.ts";
import { keepOwnRulebooks } from "./own-rulebooks.ts";

/** An option is followed by a text, or is a mark that stands alone. */
type Options = Readonly<Record<string, "text" | "mark">>;
type Given<O extends Options> = { readonly [Name in keyof O]?: O[Name] extends "mark" ? boolean : string };

/** Takes what was typed after a command's name, gives the options by name and what is wrong with how they were typed. */
export function optionsIn<const O extends Options>(
  args: readonly string[],
  options: O,
): { readonly given: Given<O>; readonly mistakes: readonly string[] } {
  const { tokens } = parseArgs({
    args: args[0] === "--" ? args.slice(1) : [...args],
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [name, { type: kind === "mark" ? "boolean" : "string" }] as const),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given: Record<string, string | boolean> = {};
  const mistakes: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional")
      mistakes.push(`"${token.value}" stands alone: put words with spaces between quotation marks, after an option.`);
    if (token.kind !== "option") continue;
    const kind = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (kind === undefined)
      mistakes.push(`${token.rawName} is no option here. There are: ${Object.keys(options).map(dashed).join(", ")}.`);
    else if (token.name in given) mistakes.push(`${dashed(token.name)} is given twice.`);
    else if (kind === "mark") given[token.name] = true;
    else if (token.value?.trim() && (token.inlineValue || !token.value.startsWith("--")))
      given[token.name] = token.value.trim();
    else mistakes.push(`${dashed(token.name)} needs something after it.`);
  }
  return { given: given as Given<O>, mistakes }; // each was kept under the kind its name has
}

const dashed = (name: string) => `--${name}`;

/** What a command has to say; `isWell` is false where what was found is not as it should be. */
export type Said = { readonly text: string; readonly isWell: boolean };

/**
 * Runs an operator's command, which names its act, on the database that the settings name. Says what was done, or why nothing was, and ends.
 * A command that is `patient` waits for the database as long as it takes.
 */
export async function runCommand(
  _act: CommandAct,
  work: (args: readonly string[], database: Database, env: Env) => Promise<string | Said>,
  { patient }: { readonly patient: boolean } = { patient: false },
): Promise<void> {
  const env = envOrExit({ serves: false });
  let database: Database | undefined;
  try {
    await keepOwnRulebooks(env.rulebookFiles);
    database = await openDatabase({
      dataDir: env.dataDir,
      url: env.databaseUrl,
      appUrl: env.databaseAppUrl,
      prepares: env.databasePrepared,
      limits: patient ? undefined : env.databaseLimits,
      isDemonstration: env.demo,
      onLost: () => {},
    });
    const said = await work(process.argv.slice(2), database, env);
    const { text, isWell } = typeof said === "string" ? { text: said, isWell: true } : said;
    process.stdout.write(`${text}\n`);
    process.exitCode = isWell ? 0 : 1;
  } catch (error) {
    const reasons = whyNot(error, env).sentences.map((reason) => `- ${reason}\n`);
    process.stderr.write(`Nothing was done:\n${reasons.join("")}`);
    process.exitCode = 1;
  } finally {
    await database?.close();
  }
}
