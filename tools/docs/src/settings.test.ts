import { expect, test } from "vitest";
import { textOf } from "./repository.ts";

test("the README lists every setting that is read, and no other", () => {
  const read = [...textOf("apps/api/src/env.ts").matchAll(/(?:read|given)\("([A-Z_]+)"/g)].map(([, name]) => name);
  const listed = [...textOf("README.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(new Set(listed)).toEqual(new Set(read));
  expect(listed).toHaveLength(new Set(listed).size);
});

test("every command that a page names is there", () => {
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  const named = ["README.md", "CONTRIBUTING.md", "SECURITY.md"].flatMap((page) =>
    [...textOf(page).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = ""]) => name),
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
