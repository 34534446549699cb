import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { localDate } from "@linchpin/domain";
import { rulebook } from "@linchpin/domain/rulebooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./db/database.ts";
import { openArea } from "./features/area/open-area.ts";
import { Mistaken } from "./mistaken.ts";
import { expectRulebooksOfAreas, keepOwnRulebooks } from "./own-rulebooks.ts";
import { aMonday } from "./testing/area.ts";
import { testDatabase } from "./testing/database.ts";

const domain = pathToFileURL(join(import.meta.dirname, "../../../packages/domain/src")).href;
const folder = mkdtempSync(join(tmpdir(), "linchpin-own-"));
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A module as an area keeps it: based on England's book, with its own source, and whatever is given. */
function moduleOf(id: string, rest = "", source = "OWN"): string {
  const file = join(folder, `${id}.ts`);
  writeFileSync(
    file,
    `import { localDate } from "${domain}/kernel/local-date.ts";
import { trained } from "${domain}/lead-professional/training.ts";
import { england } from "${domain}/rulebooks/england/england.ts";
import { chapter, edition } from "${domain}/rulebooks/questions.ts";
const from: ReturnType<typeof localDate> = localDate("2026-01-05");
export default edition({
  id: "${id}", version: 1, title: "An invented procedure", nation: "england-and-wales", basedOn: england, from,
  sources: { ${source}: { title: "An invented procedure", issued: from, status: "local procedure" } },
  chapters: [chapter({ parameters: {}, rules: { "lead-professional.suitability": () => [
    trained({ id: "${id}.trained", clause: { source: "OWN", at: "1" }, from }),
  ] } })],
  ${rest}
});
`,
  );
  return file;
}
function fileOf(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
const faultsOf = async (...files: string[]) => {
  const error = await keepOwnRulebooks(files).catch((thrown: unknown) => thrown);
  return error instanceof Mistaken ? error.mistakes.join("\n").replaceAll(`${folder}/`, "") : "none";
};

test("a rulebook that an area keeps in a file of its own is adopted like any other", async () => {
  expect(rulebook("fellside")).toBeUndefined();
  expect(await faultsOf(moduleOf("fellside"))).toBe("none");
  expect(rulebook("fellside")?.title).toBe("An invented procedure");
  const area = { name: "Fellside", nation: "england-and-wales", isDemonstration: true } as const;
  await openArea(database, { ...area, editionId: "fellside", adoptedFrom: localDate("2026-01-05") }, aMonday);
  await expect(expectRulebooksOfAreas(database, aMonday)).resolves.toBeUndefined();
});

test("an area whose rulebook is not here is named before anybody signs in", async () => {
  const elsewhere = { ...(rulebook("england") as NonNullable<ReturnType<typeof rulebook>>), id: "elsewhere" };
  const area = { name: "Elsewhere", nation: "england-and-wales", isDemonstration: true } as const;
  const adopted = { ...area, editionId: "elsewhere", adoptedFrom: localDate("2026-01-05") };
  await openArea(database, adopted, aMonday, () => elsewhere);
  await expect(expectRulebooksOfAreas(database, aMonday)).rejects.toThrow(
    "Elsewhere goes by the rulebook elsewhere, version 1, which is not here: name its file in RULEBOOKS.",
  );
});

test("each fault is a sentence that begins with its file, and then none is taken", async () => {
  const good = moduleOf("takeable");
  const said = await faultsOf(
    good,
    moduleOf("uncited", "", "OTHER"),
    moduleOf("adrift", `setsAside: { "england.no-such-rule": "It is not there." },`),
    moduleOf("wigan"),
    fileOf("empty.ts", "export const nothing = 1;\n"),
    fileOf("shapeless.ts", 'export default { id: "Shapeless", version: 0 };\n'),
    fileOf("broken.ts", "export default (;\n"),
  );
  expect(said).toContain("uncited.ts: uncited.trained cites OWN, which is not a declared source.");
  expect(said).toMatch(/^adrift\.ts: .*england\.no-such-rule/m);
  expect(said).toContain("wigan.ts: there is a rulebook wigan, version 1, already.");
  expect(said).toContain("empty.ts: it has no default export.");
  expect(said).toMatch(/^shapeless\.ts: its default export is no edition of a rulebook \(id, version, title, .*\)\.$/m);
  expect(said).toMatch(/^broken\.ts: /m);
  expect(said).not.toContain("takeable");
  expect(rulebook("takeable")).toBeUndefined();
});
