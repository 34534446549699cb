import { readFileSync } from "node:fs";
import { z } from "zod";

/** The keys that entries to an index of children are signed with, by the area's name in small letters. They are in no table. */
export type IndexKeys = Readonly<Record<string, string>>;

const keyLength = { least: 32, most: 1_000 } as const;
const asKey = (area: string) => area.trim().toLowerCase();

/** The key of an area; undefined where the file holds none. */
export const keyOfArea = (keys: IndexKeys, area: string): string | undefined =>
  Object.hasOwn(keys, asKey(area)) ? keys[asKey(area)] : undefined;

const Keys = z.record(z.string(), z.string());

/** Takes the path of a file that holds keys by area, as JSON; gives them, or what is wrong, without a word of any key. */
export function readIndexKeys(
  file: string | undefined,
  readText = (path: string) => readFileSync(path, "utf8"),
): { readonly keys: IndexKeys; readonly mistakes: readonly string[] } {
  if (file === undefined) return { keys: {}, mistakes: [] };
  const wrong = (mistake: string) => ({ keys: {}, mistakes: [mistake] });
  let said: unknown;
  try {
    said = JSON.parse(readText(file));
  } catch (error) {
    return wrong(
      error instanceof SyntaxError
        ? "INDEX_KEYS_FILE is not JSON."
        : "INDEX_KEYS_FILE names a file that cannot be read.",
    );
  }
  const parsed = Keys.safeParse(said);
  if (!parsed.success)
    return wrong('INDEX_KEYS_FILE must hold areas and their keys, such as { "Ashbeck": "the key" }.');
  const found = Object.entries(parsed.data).map(([area, key]) => [asKey(area), key] as const);
  const mistakes = found.flatMap(([area, key]) =>
    key.length >= keyLength.least && key.length <= keyLength.most && /^[\x21-\x7e]+$/.test(key)
      ? []
      : [
          `In INDEX_KEYS_FILE, the key of ${area} must be ${keyLength.least} to ${keyLength.most.toLocaleString("en-GB")} letters, digits and signs, without spaces.`,
        ],
  );
  if (new Set(found.map(([area]) => area)).size < found.length)
    mistakes.push("In INDEX_KEYS_FILE, one area has two keys.");
  return { keys: Object.fromEntries(found), mistakes };
}
