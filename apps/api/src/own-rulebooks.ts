import { pathToFileURL } from "node:url";
import { isLocalDate } from "@linchpin/domain";
import { asItStands, keepRulebook, type Rulebook, rulebook } from "@linchpin/domain/rulebooks";
import { isNull } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "./db/database.ts";
import { adoption } from "./db/schema/area.ts";
import { Mistaken } from "./mistaken.ts";

const text = z.string().min(1);
const record = z.record(z.string(), z.unknown());

/** What makes a value an edition, as far as it can be seen from outside; whether it is a good one, the conformance suite says. */
const EditionSchema = z.object({
  id: text.regex(/^[a-z][a-z0-9-]*$/),
  version: z.int().min(1),
  title: text,
  nation: z.enum(["england-and-wales", "scotland", "northern-ireland"]),
  from: text.refine(isLocalDate),
  basedOn: record.optional(),
  sources: record,
  chapters: z.array(z.object({ parameters: record, rules: record })),
  overrides: record,
  setsAside: record,
  silent: record,
  terms: record,
});

/** How many facts each question is asked with: enough to find what a hand-written rule forgot, and quick. */
const effort = { runs: 25 };

/**
 * Takes the rulebooks that areas keep in files of their own into the register, each checked as ours are. With a fault
 * in one of them none is taken: throws every fault as a sentence that begins with its file.
 */
export async function keepOwnRulebooks(files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const { checkRulebook } = await import("@linchpin/domain/testing"); // nobody without files of their own waits for it
  const faults: string[] = [];
  const editions: Rulebook[] = [];
  for (const file of files) {
    const found = await editionsIn(file).catch((error: unknown) => {
      faults.push(`${file}: ${firstLineOf(error)}`);
      return [];
    });
    for (const edition of found) {
      if (rulebook(edition.id, edition.version) || editions.some((other) => isSame(other, edition)))
        faults.push(`${file}: there is a rulebook ${edition.id}, version ${edition.version}, already.`);
      faults.push(...faultsOf(edition, checkRulebook).map((fault) => `${file}: ${fault}`));
      editions.push(edition);
    }
  }
  if (faults.length > 0) throw new Mistaken(faults);
  for (const edition of editions) keepRulebook(edition);
}

const firstLineOf = (error: unknown) =>
  (error instanceof Error ? error.message.split("\n")[0] : undefined) || "it cannot be loaded.";

const isSame = (one: Rulebook, other: Rulebook) => one.id === other.id && one.version === other.version;

/** The editions a module gives: one, or a list of them. */
async function editionsIn(file: string): Promise<readonly Rulebook[]> {
  const module = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
  if (module.default === undefined) throw new Error("it has no default export. Write: export default edition({ … }).");
  const given = Array.isArray(module.default) ? module.default : [module.default];
  return given.map((one) => {
    const { error } = EditionSchema.safeParse(one);
    if (error === undefined) return one as Rulebook; // its rules are functions: asked, not read
    const wrong = [...new Set(error.issues.map(({ path }) => path[0]?.toString() ?? "all of it"))];
    throw new Error(`its default export is no edition of a rulebook (${wrong.join(", ")}).`);
  });
}

type Check = (book: ReturnType<typeof asItStands>, effort: { readonly runs: number }) => readonly string[];

function faultsOf(edition: Rulebook, check: Check): readonly string[] {
  try {
    return check(asItStands(edition), effort);
  } catch (error) {
    return [`${edition.id} cannot be asked: ${firstLineOf(error)}.`];
  }
}

/** Sees before anybody signs in that each area's rulebook is here. Throws a sentence for each that is not. */
export async function expectRulebooksOfAreas(database: Database, now: Date): Promise<void> {
  const missing: string[] = [];
  for (const { areaId, name } of await database.areas()) {
    const adopted = await database.inArea({ areaId, now: now.toISOString(), as: "person" }, (tx) =>
      tx
        .select({ id: adoption.editionId, version: adoption.editionVersion })
        .from(adoption)
        .where(isNull(adoption.supersededAt)),
    );
    for (const { id, version } of adopted)
      if (rulebook(id, version) === undefined)
        missing.push(
          `${name} goes by the rulebook ${id}, version ${version}, which is not here: name its file in RULEBOOKS.`,
        );
  }
  if (missing.length > 0) throw new Mistaken([...new Set(missing)]);
}
