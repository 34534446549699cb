import { type Direction, importsOf, isTest, linesThatBreak } from "@linchpin/imports";
import { describe, expect, test } from "vitest";

const topics = new Set([
  ...["area", "people", "access", "record", "named-person", "concern", "consent", "assessment", "lead-professional"],
  ...["plan", "meeting", "transition", "workforce", "supervision", "workload", "dispute", "quality"],
]);
const layers = ["kernel", "vocabulary", "topics", "rulebooks", "testing", "door"] as const;
type Layer = (typeof layers)[number];

const folderOf = (file: string) => (file.includes("/") ? (file.split("/")[0] ?? "") : "");
function layerOf(file: string): Layer | undefined {
  const folder = folderOf(file);
  if (folder === "") return "door";
  if (topics.has(folder)) return "topics";
  return layers.find((layer) => layer === folder);
}

/** kernel <- vocabulary <- topics <- rulebooks <- testing. Tests may look anywhere inside the package. */
const direction: Direction = ({ file, says, reaches }) => {
  if (reaches === undefined) return isTest(file) ? undefined : packageReason(file, says);
  if (reaches.startsWith("../")) return "it leaves the package";
  const [from, to] = [layerOf(file), layerOf(reaches)];
  if (!from) return `"${folderOf(file)}" is neither a layer nor a topic`;
  if (!to) return `"${folderOf(reaches)}" is neither a layer nor a topic`;
  if (reaches.endsWith("/index.ts") && reaches !== "rulebooks/index.ts" && from !== "door") {
    return "import from the file that defines the thing";
  }
  if (isTest(file)) return undefined;
  if (layers.indexOf(to) > layers.indexOf(from)) return `${from} may not know ${to}`;
  if (from === "topics" && to === "topics" && folderOf(file) !== folderOf(reaches) && !reaches.endsWith("/model.ts")) {
    return "a topic may import only another topic's model.ts";
  }
  return undefined;
};

function packageReason(file: string, says: string) {
  if (says === "zod" || (says === "fast-check" && layerOf(file) === "testing")) return undefined;
  return "the domain is pure: zod and nothing else";
}

const asked = (file: string, text: string) => importsOf(file, text).map(direction);

describe("the domain's imports run one way", () => {
  test("no line of the source breaks the direction", () => {
    expect(linesThatBreak(direction, import.meta.dirname)).toEqual([]);
  });

  test.each([
    ["kernel/rule.ts", "../plan/model.ts", "kernel may not know topics"],
    ["vocabulary/terms.ts", "../rulebooks/wigan.ts", "vocabulary may not know rulebooks"],
    ["plan/rules.ts", "../rulebooks/index.ts", "topics may not know rulebooks"],
    ["plan/rules.ts", "../people/rules.ts", "a topic may import only another topic's model.ts"],
    ["testing/builders.ts", "../testing/index.ts", "import from the file that defines the thing"],
    ["plan/rules.ts", "node:fs", "the domain is pure: zod and nothing else"],
    ["helpers/date.ts", "../kernel/rule.ts", '"helpers" is neither a layer nor a topic'],
    ["plan/rules.ts", "../../../ui/src/index.ts", "it leaves the package"],
  ])("%s may not import %s", (file, says, reason) => {
    expect(asked(file, `import { a } from "${says}";`)).toEqual([reason]);
  });

  test.each([
    ["plan/rules.ts", "../people/model.ts"],
    ["plan/rules.ts", "../kernel/rule.ts"],
    ["rulebooks/wigan.ts", "../plan/rules.ts"],
    ["testing/check-rulebook.ts", "fast-check"],
    ["plan/rules.test.ts", "../rulebooks/wigan.ts"],
    ["index.ts", "./testing/index.ts"],
  ])("%s may import %s", (file, says) => {
    expect(asked(file, `import { a } from "${says}";`)).toEqual([undefined]);
  });
});
