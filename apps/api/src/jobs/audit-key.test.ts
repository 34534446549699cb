import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectToSign } from "./audit-key.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "linchpin-key-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a key and a folder that can be made are made, and hold at the next start", () => {
  const audit = { headDir: join(folder, "heads"), keyFile: join(folder, "keys/audit.pem") };
  for (let times = 0; times < 2; times += 1) expect(() => expectToSign(audit)).not.toThrow();
});

test("a file that is no key, and a place that is no folder, are both said before anybody signs in", () => {
  const file = join(folder, "shopping.txt");
  writeFileSync(file, "milk");
  expect(() => expectToSign({ headDir: join(file, "heads"), keyFile: file })).toThrow(
    /AUDIT_KEY_FILE: .*shopping\.txt is no key that can be read.* AUDIT_HEAD_DIR: the folder .*heads cannot be written to/,
  );
});
