import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formsThatForget, importsOf } from "./imports.ts";

const read = (text: string) => importsOf("plan/rules.ts", text).map(({ says, reaches, line }) => [says, reaches, line]);

describe("reading a file's imports", () => {
  test("a relative import reaches a file of the folder", () => {
    expect(read('import { rule } from "../kernel/rule.ts";')).toEqual([["../kernel/rule.ts", "kernel/rule.ts", 1]]);
  });

  test("a package reaches no file of ours", () => {
    expect(read('import { z } from "zod";')).toEqual([["zod", undefined, 1]]);
  });

  test("an import over several lines is one import, at the line that names the file", () => {
    expect(read('import {\n  type A,\n  b as c,\n} from "./model.ts";')).toEqual([["./model.ts", "plan/model.ts", 4]]);
  });

  test("exports from another file, imports for effect and imports by call are seen", () => {
    expect(
      read('export * from "./a.ts";\nimport "./b.ts";\nconst c = await import("./c.ts");').map(([says]) => says),
    ).toEqual(["./a.ts", "./b.ts", "./c.ts"]);
  });

  test("an import of types alone is known as one", () => {
    expect(importsOf("a.ts", 'import type { AppRouter } from "@linchpin/api";')[0]?.typeOnly).toBe(true);
    expect(importsOf("a.ts", 'import { trpc } from "./trpc.ts";')[0]?.typeOnly).toBe(false);
  });

  test("an export with a text value is not an import", () => {
    expect(read('export const a = "b";\nexport type C = "d";')).toEqual([]);
  });
});

describe("forms that forget", () => {
  const folder = mkdtempSync(join(tmpdir(), "linchpin-forms-"));
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

  test("are those with a long text, their own or in their fields, and no draft", () => {
    write("fields.tsx", "export const SaidFields = () => <TextArea />;\nexport const Said = () => null;");
    write("forgets.tsx", "<Form><TextArea /></Form>");
    write("forgets-fields.tsx", 'import { SaidFields } from "./fields.tsx";\n<Form><SaidFields /></Form>');
    write("forgets-one-of-two.tsx", "<Form draft={a}><TextArea /></Form><Form><TextArea /></Form>");
    write("keeps.tsx", "<Form draft={draft}><TextArea /></Form>");
    write("shows.tsx", 'import { Said } from "./fields.tsx";\n<Form><Said /></Form>');
    write("short.tsx", "<Form><TextField /></Form>");
    write("forgets.test.tsx", "<Form><TextArea /></Form>");
    expect(formsThatForget(folder)).toEqual(["forgets-fields.tsx", "forgets-one-of-two.tsx", "forgets.tsx"]);
    rmSync(folder, { recursive: true });
  });
});
