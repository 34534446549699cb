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
