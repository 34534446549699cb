import { rulebooks } from "@linchpin/domain/rulebooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { areaInForce } from "../../area-in-force.ts";
import type { Database } from "../../db/database.ts";
import { Mistaken } from "../../mistaken.ts";
import { aMonday } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { openAreaAsAsked } from "./open-area-command.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const files: Readonly<Record<string, string>> = {
  "good.json": '{ "monthsAfterQualifying": 24 }',
  "bad.json": "{",
  "list.json": "[]",
  "wide.json": '{ "monthsAfterQualifying": 99 }',
};
const asked = (text: string, demo = false) =>
  openAreaAsAsked(text.split(" "), database, {
    demo,
    now: aMonday,
    readText: (file) => {
      const found = files[file];
      if (found === undefined) throw new Error("no such file");
      return found;
    },
  });
const mistakesOf = async (text: string, demo = false) => {
  const count = (await database.areas()).length;
  const error = await asked(text, demo).catch((thrown: unknown) => thrown);
  expect(await database.areas()).toHaveLength(count);
  if (error instanceof Mistaken) return error.mistakes;
  return error instanceof Error ? [error.message] : [`done: ${String(error)}`];
};
const bookOf = async (name: string) => {
  const areaId = (await database.areas()).find((area) => area.name === name)?.areaId ?? "";
  const asking = { areaId, now: aMonday.toISOString(), as: "system" } as const;
  return database.inArea(asking, async (tx) => (await areaInForce(tx, areaId)).bookOn("2026-11-23" as never));
};
const good = "--rulebook wigan --nation england-and-wales --from 2026-09-01";

describe("an operator opens an area", () => {
  test("which goes by its rulebook from the day, with its own values", async () => {
    const said = await asked(`--name Northmoor ${good} --settings good.json`);
    expect(said).toContain("Northmoor is open (");
    expect(said).toContain('From 1 September 2026 it goes by "Wigan: procedure for the lead professional".');
    const { book } = await bookOf("Northmoor");
    expect([book.adoption.from, book.edition.id, book.values.monthsAfterQualifying]).toEqual([
      "2026-09-01",
      "wigan",
      24,
    ]);
  });
  test("as a demonstration where everybody is invented", async () => {
    expect(await asked(`--name Southmoor ${good} --demonstration`, true)).toContain("open as a demonstration");
    expect((await database.areas()).find(({ name }) => name === "Southmoor")?.isDemonstration).toBe(true);
  });
});

describe("each mistake is a sentence, and nothing is opened", () => {
  test("all of them at once", async () => {
    expect(await mistakesOf("--nation wales --from 2026-02-30")).toEqual([
      "--name is missing: say what the area is called.",
      `--rulebook is missing. There are: ${rulebooks.map(({ id }) => id).join(", ")}.`,
      "--nation says whose bank holidays count: england-and-wales, scotland, northern-ireland.",
      "--from says the day the rulebook holds from, such as 2026-09-01.",
    ]);
  });
  test.each([
    [`--name A ${good.replace("wigan", "wigam")}`, "There is no rulebook called wigam."],
    [`--name A ${good.replace("wigan", "highland")}`, "The rulebook highland is of scotland, and --nation says"],
    [`--name A ${good.replace("2026-09-01", "2007-09-01")}`, "cannot be in force before 2008-05-01"],
    [`--name A ${good} --settings bad.json`, "is not JSON"],
    [`--name A ${good} --settings list.json`, "holds values by name"],
    [`--name A ${good} --settings none.json`, "none.json cannot be read"],
    [`--name A ${good} --settings wide.json`, "monthsAfterQualifying is at most 60"],
    [`--name A ${good} --colour blue`, "--colour is no option here"],
  ])("%s", async (text, sentence) => {
    expect((await mistakesOf(text)).join(" ")).toContain(sentence);
  });
  test("a name that is taken, however it is written", async () => {
    await asked(`--name Westmoor ${good}`);
    expect(await mistakesOf(`--name WESTMOOR ${good}`)).toEqual(["There is an area called WESTMOOR already."]);
  });
  test("a real area beside the demonstration's sign-in", async () => {
    expect((await mistakesOf(`--name Eastmoor ${good}`, true)).join(" ")).toContain("add --demonstration");
  });
});
