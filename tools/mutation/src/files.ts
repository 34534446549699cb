import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The domain's source, whose rules are tried. */
export const root = fileURLToPath(new URL("../../../packages/domain/src", import.meta.url));

const isPlain = (file: string) => !/\.test\.ts$|(^|\/)(model|questions|commands|index|views)\.ts$/.test(file);
const isTopic = (file: string) => !/^(kernel|vocabulary|rulebooks|testing|area)\//.test(file) && file.includes("/");

/** The files of the topics' rules: those that make rules, and what they import from their own topic. */
export function ruleFiles(): readonly string[] {
  const files = globSync("**/*.ts", { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .filter(isTopic)
    .filter(isPlain);
  const textOf = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8")]));
  const found = new Set(files.filter((file) => /\bRuleHead\b/.test(textOf.get(file) ?? "")));
  for (const file of found)
    for (const [, beside] of (textOf.get(file) ?? "").matchAll(/from "\.\/([\w-]+\.ts)"/g)) {
      const reached = `${dirname(file)}/${beside}`;
      if (textOf.has(reached)) found.add(reached);
    }
  return [...found].sort();
}

/** The tests of rules: beside the topics and beside the rulebooks. The properties come last: they take longest. */
export function testFiles(): readonly string[] {
  const files = globSync("**/*.test.ts", { cwd: root }).map((file) => file.replaceAll("\\", "/"));
  const ofRules = files.filter(
    (file) =>
      (isTopic(file) || file.startsWith("rulebooks/")) && !/^rulebooks\/([\w-]+-)?properties\.test\.ts$/.test(file),
  );
  const slow = (file: string) => (file.endsWith("properties.test.ts") ? 1 : 0);
  return ofRules.sort((a, b) => slow(a) - slow(b) || a.localeCompare(b));
}
