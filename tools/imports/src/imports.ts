import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** One import as it stands in a file. Paths are relative to the folder that was read, with forward slashes. */
export type Import = {
  readonly file: string;
  readonly line: number;
  /** What the import says: `../kernel/rule.ts`, `zod`. */
  readonly says: string;
  /** The file it reaches inside the folder that was read; undefined for a package. */
  readonly reaches: string | undefined;
  readonly typeOnly: boolean;
};

/** Why this import is not allowed, or undefined where it is. */
export type Direction = (found: Import) => string | undefined;

const statement =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[\w*\s{},$]+?\sfrom\s*)?"([^"\n]+)"|\bimport\s*\(\s*"([^"\n]+)"\s*\)/gm;

export function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map((match) => {
    const says = match[2] ?? match[3] ?? "";
    return {
      file,
      line: text.slice(0, match.index + match[0].length).split("\n").length,
      says,
      reaches: says.startsWith(".") ? posix.join(posix.dirname(file), says) : undefined,
      typeOnly: match[1] !== undefined,
    };
  });
}

/** Every TypeScript source under a folder, with its text. */
export function sourcesIn(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("node_modules/"))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

/** The lines that break the direction, each as a sentence naming file, line and reason. */
export function linesThatBreak(direction: Direction, folder: string): readonly string[] {
  return sourcesIn(folder)
    .flatMap(({ file, text }) => importsOf(file, text))
    .flatMap((found) => {
      const reason = direction(found);
      return reason ? [`${found.file}:${found.line} imports "${found.says}": ${reason}`] : [];
    });
}

export const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file);

/**
 * The files that draw a form with a long text, in them or in fields of their own, and keep no draft of it: what was written
 * there would be lost when a session ends.
 */
export function formsThatForget(folder: string): readonly string[] {
  const sources = sourcesIn(folder).filter(({ file }) => !isTest(file));
  const hasLongText = new Set(sources.filter(({ text }) => /<TextArea\b/.test(text)).map(({ file }) => file));
  const drawsFields = (file: string, text: string) =>
    importsOf(file, text).some(
      ({ reaches }) => reaches !== undefined && hasLongText.has(reaches) && fieldsFrom(text, reaches).length > 0,
    );
  return sources
    .filter(({ file, text }) => hasLongText.has(file) || drawsFields(file, text))
    .filter(({ text }) => (text.match(/<Form\b/g) ?? []).length > (text.match(/\bdraft=/g) ?? []).length)
    .map(({ file }) => file);
}

/** The parts named "…Fields" that a file takes from another and draws. */
const fieldsFrom = (text: string, reaches: string): readonly string[] => {
  const name = posix.basename(reaches);
  const taken = [...text.matchAll(/import \{([^}]*)\} from "([^"]+)"/g)].filter(([, , says]) => says?.endsWith(name));
  return taken
    .flatMap(([, names = ""]) => names.match(/\w+Fields\b/g) ?? [])
    .filter((one) => new RegExp(`<${one}\\b`).test(text));
};
