import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root, textOf } from "./repository.ts";

const guide = textOf("docs/guides/add-a-local-area.md");
const domain = join(root, "packages/domain");

/** The files that a guide has its reader write: code that names its place in its first line. */
const filesOf = (page: string) =>
  [...page.matchAll(/```ts\n\/\/ (packages\/domain\/\S+)\n([\s\S]*?)```/g)].map(
    ([, path = "", text = ""]) => [path, text] as const,
  );
const files = filesOf(guide);
const maker = filesOf(textOf("docs/guides/add-a-procedure.md"));

/** The register as the guide has its reader change it: the import it shows, and one name more. */
function registered(register: string): string {
  const [, line = "", name = ""] = /^(import \{ (\w+) \} from "\.\/\w+\/\w+\.ts";)$/m.exec(guide) ?? [];
  if (register.includes(line)) return register; // somebody tries the guide in this copy
  return register
    .replace(/^(?=import type)/m, `${line}\n`)
    .replace(/(const rulebooks: readonly Rulebook\[\] = \[[^\]]+)\]/, `$1, ${name}]`);
}

describe("a local area is added by following the guide to the letter", () => {
  let copy: string;
  beforeAll(() => {
    copy = realpathSync(mkdtempSync(join(tmpdir(), "linchpin-guide-")));
    const there = join(copy, "packages/domain");
    mkdirSync(there, { recursive: true });
    for (const part of ["src", "package.json", "tsconfig.json", "vitest.config.ts"])
      cpSync(join(domain, part), join(there, part), { recursive: true });
    cpSync(join(root, "tsconfig.base.json"), join(copy, "tsconfig.base.json"));
    symlinkSync(join(domain, "node_modules"), join(there, "node_modules"));
    for (const [path, text] of [...files, ...maker]) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
    const register = join(there, "src/rulebooks/index.ts");
    writeFileSync(register, registered(readFileSync(register, "utf8")));
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const run = (program: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(join(domain, "node_modules/.bin", program), args, {
      cwd: join(copy, "packages/domain"),
      encoding: "utf8",
    });
    return { status, said: `${stdout}${stderr}` };
  };

  test("its files are an edition, its chapters, its source and its test", () => {
    expect(files.map(([path]) => path.replace("packages/domain/src/rulebooks/", ""))).toEqual([
      "larkmoor/lm7.ts",
      "larkmoor/lead-professional.ts",
      "larkmoor/agreement.ts",
      "larkmoor/larkmoor.ts",
      "larkmoor/larkmoor.test.ts",
    ]);
  });
  test("they type-check, and so does the maker that the guide for procedures shows", () => {
    expect(maker).toHaveLength(1);
    expect(run("tsc", "--noEmit")).toEqual({ status: 0, said: "" });
  });
  test("the new rulebook passes its own test and the conformance suite", () => {
    const { status, said } = run(
      "vitest",
      "run",
      "--reporter=verbose", // the others leave out a test that was quick
      "src/rulebooks/larkmoor",
      "src/testing/check-rulebook.test.ts",
      "-t",
      "larkmoor|LM-7",
    );
    expect(said).toContain("larkmoor 1");
    expect(status, said).toBe(0);
  });
});
