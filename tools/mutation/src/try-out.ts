import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, ruleFiles, testFiles } from "./files.ts";
import { type Collected, collecting, harness } from "./harness.ts";
import { type Mutant, withMutants } from "./mutants.ts";

/** A test as it was collected: its file, its place in it, and its names from the outermost. */
export type Test = Collected & { readonly file: string; readonly at: number };

declare global {
  var mutant: (id: number) => boolean;
  var ruleOut: string | undefined;
  var spoke: ((rule: string) => void) | undefined;
}

let awake = 0;
let noticed: (id: number) => void = () => {};
globalThis.mutant = (id) => {
  noticed(id);
  return id === awake;
};

const book = "kernel/book.ts";
const places = [
  [
    ".filter((rule) => !aside.has(rule.id))",
    ".filter((rule) => !aside.has(rule.id) && rule.id !== globalThis.ruleOut)",
  ],
  ["if (said === undefined) return;", "if (said === undefined) return; globalThis.spoke?.(rule.id);"],
] as const;

/** The register of mutants, the same in every process: ids follow the order of the files. */
export function plant(): { readonly mutants: readonly Mutant[]; readonly texts: ReadonlyMap<string, string> } {
  const mutants: Mutant[] = [];
  const texts = new Map<string, string>();
  for (const file of ruleFiles()) {
    const planted = withMutants(file, readFileSync(join(root, file), "utf8"), mutants.length + 1);
    mutants.push(...planted.mutants);
    texts.set(file, planted.text);
  }
  let text = readFileSync(join(root, book), "utf8");
  for (const [was, is] of places) {
    if (!text.includes(was))
      throw new Error(`${book} no longer says "${was}": say in try-out.ts where a rule is left out.`);
    text = text.replace(was, is);
  }
  texts.set(book, text);
  return { mutants, texts };
}

/** From here on the domain is loaded with its mutants, and its tests with a harness that can run them again and again. */
export function hook(texts: ReadonlyMap<string, string>): void {
  const planted = new Map([...texts].map(([file, text]) => [pathToFileURL(join(root, file)).href, text]));
  const shim = new URL("harness.ts", import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === "vitest" && context.parentURL?.startsWith(pathToFileURL(root).href)
        ? { url: shim, shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) => {
      const text = planted.get(url.split("?")[0] ?? "");
      return text === undefined
        ? next(url, context)
        : { format: "module-typescript", source: text, shortCircuit: true };
    },
  });
}

let imports = 0;

/** Collects the tests of a file anew, as they are with what is awake. */
async function testsOf(file: string): Promise<readonly Test[]> {
  imports += 1;
  await collecting(() => import(`${pathToFileURL(join(root, file)).href}?again=${imports}`));
  return harness.collected.map((one, at) => ({ ...one, file, at }));
}

/** Where a test or an import met mutants and rules. */
export type Met = { readonly mutants: ReadonlySet<number>; readonly rules: ReadonlySet<string> };

async function meeting(work: () => Promise<void>): Promise<Met> {
  const met = { mutants: new Set<number>(), rules: new Set<string>() };
  noticed = (id) => met.mutants.add(id);
  globalThis.spoke = (rule) => met.rules.add(rule);
  await work();
  noticed = () => {};
  globalThis.spoke = undefined;
  return met;
}

/** The generated pages as one text: `npm test` fails where what is committed is not what the code says. */
async function pages(): Promise<string> {
  const at = (path: string) => pathToFileURL(join(root, path)).href;
  const { rulesPage } = await import(at("../tools/docs/rules-page.ts"));
  const { differencesPage } = await import(at("../tools/docs/differences-page.ts"));
  const { rulebooks } = await import(at("rulebooks/index.ts"));
  return [...rulebooks.map((edition: unknown) => rulesPage(edition).text), differencesPage(rulebooks).text].join("\n");
}

/** The ids of every clause that a rulebook of the register holds, whatever books the tests make for themselves. */
export async function registered(): Promise<ReadonlySet<string>> {
  const { rulebooks } = await import(pathToFileURL(join(root, "rulebooks/index.ts")).href);
  const { asItStands, questions } = await import(pathToFileURL(join(root, "rulebooks/questions.ts")).href);
  return new Set(
    rulebooks.flatMap((edition: unknown) => {
      const book = asItStands(edition);
      return Object.keys(questions).flatMap((name) => book.rulesFor(name).map(({ id }: { readonly id: string }) => id));
    }),
  );
}

export type Ground = {
  /** Met while the domain itself was loaded: such a mutant has to be awake from the start. */
  readonly atStart: ReadonlySet<number>;
  /** The generated pages, and the mutants met in writing them. */
  readonly pages: { readonly text: string; readonly met: ReadonlySet<number> };
  readonly files: readonly {
    readonly file: string;
    readonly atImport: ReadonlySet<number>;
    readonly tests: readonly (Test & { readonly met: Met; readonly milliseconds: number })[];
  }[];
};

/** Runs every test once with nothing awake: all have to pass, and each says what it met. */
export async function survey(): Promise<Ground> {
  const atStart = await meeting(async () => {
    for (const file of [...ruleFiles(), "rulebooks/index.ts", "testing/index.ts"])
      await import(pathToFileURL(join(root, file)).href);
  });
  const files: Ground["files"][number][] = [];
  for (const file of testFiles()) {
    let collected: readonly Test[] = [];
    const atImport = await meeting(async () => {
      collected = await testsOf(file);
    });
    const tests: Ground["files"][number]["tests"][number][] = [];
    for (const test of collected) {
      const start = performance.now();
      let passed = false;
      const met = await meeting(async () => {
        passed = await passes(test);
      });
      if (!passed) throw new Error(`${file}: "${test.names.join(" > ")}" fails with nothing changed.`);
      tests.push({ ...test, met, milliseconds: performance.now() - start });
    }
    files.push({ file, atImport: atImport.mutants, tests });
  }
  let text = "";
  const { mutants: met } = await meeting(async () => {
    text = await pages();
  });
  return { atStart: atStart.mutants, pages: { text, met }, files };
}

async function passes({ run }: Collected): Promise<boolean> {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
}

/** How a file is asked about a mutant: with the tests that met it, or read anew where it was met in reading the file. */
type Attempt = { readonly file: string; readonly milliseconds: number; readonly notices: () => Promise<boolean> };

/** Which test files noticed faults of a file before. */
const noticedBefore = new Map<string, Set<string>>();

/** Test files that noticed faults of the same file before, then those of its topic, and of these the quickest first. */
function inOrder(attempts: readonly Attempt[], faulty: string): readonly Attempt[] {
  const topic = faulty.split("/")[0] ?? "";
  const rank = ({ file }: Attempt) => (noticedBefore.get(faulty)?.has(file) ? 0 : file.includes(topic) ? 1 : 2);
  return attempts.toSorted((one, other) => rank(one) - rank(other) || one.milliseconds - other.milliseconds);
}

const together = (tests: readonly { readonly milliseconds: number }[]) =>
  tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);

async function anyFails(tests: readonly Collected[]): Promise<boolean> {
  for (const test of tests) if (!(await passes(test))) return true;
  return false;
}

function attemptsOn(id: number, ground: Ground): readonly Attempt[] {
  return ground.files.flatMap(({ file, atImport, tests }): readonly Attempt[] => {
    if (atImport.has(id) || ground.atStart.has(id)) {
      const notices = async () => {
        const anew = await testsOrNone(file);
        return anew === undefined || (await anyFails(anew)); // undefined: the file cannot even be read with it
      };
      return [{ file, milliseconds: together(tests), notices }];
    }
    return tests
      .filter(({ met }) => met.mutants.has(id))
      .map((test) => ({ file, milliseconds: test.milliseconds, notices: () => anyFails([test]) }));
  });
}

/** Whether anything of `npm test` notices that a mutant is awake: the tests that met it, then the generated pages. */
export async function isKilled({ id, file }: Pick<Mutant, "id" | "file">, ground: Ground): Promise<boolean> {
  awake = id;
  try {
    for (const attempt of inOrder(attemptsOn(id, ground), file)) {
      if (!(await attempt.notices())) continue;
      noticedBefore.set(file, (noticedBefore.get(file) ?? new Set()).add(attempt.file));
      return true;
    }
    return ground.pages.met.has(id) && (await pages().catch(() => "")) !== ground.pages.text;
  } finally {
    awake = 0;
  }
}

const testsOrNone = (file: string): Promise<readonly Test[] | undefined> => testsOf(file).catch(() => undefined);

/** Wakes a mutant before the domain is loaded. */
export const wakeFromTheStart = (id: number): void => {
  awake = id;
};

const rowIds = /\b(?:WIG|BOL|CWDC|GIR|HIG|WN|RN|GN|GD|HN|HD|BN)-[\w.&-]*\w/g;

/** The rows whose tests fail once a rule is left out. */
export async function heldBy(rule: string, ground: Ground): Promise<readonly string[]> {
  const rows = new Set<string>();
  globalThis.ruleOut = rule;
  try {
    for (const { file, tests } of ground.files) {
      const places = new Set(tests.filter(({ met }) => met.rules.has(rule)).map(({ at }) => at));
      if (places.size === 0 || file.endsWith("properties.test.ts")) continue;
      for (const test of (await testsOrNone(file)) ?? [])
        if (places.has(test.at) && !(await passes(test)))
          for (const [row] of test.names.join(" ").matchAll(rowIds)) rows.add(row.replace(/\.$/, ""));
    }
  } finally {
    globalThis.ruleOut = undefined;
  }
  return [...rows].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}
