import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { adoption } from "../../db/schema/area.ts";
import { aMonday, aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aReader(edition: string, settings?: Parameters<typeof aTestArea>[1]) {
  const area = await aTestArea(database, { edition, ...settings });
  const person = await area.addPractitioner({
    name: "Morag Bain",
    agencyId: await area.addAgency("education"),
    role: "strategic-manager",
  });
  return { area, person, read: (adoptionId?: string) => area.as(person).area.rulebook({ adoptionId }) };
}

describe.each(["highland", "wigan", "bolton", "england", "scotland"])("the rulebook of an area under %s", (edition) => {
  test("says for every question what its clauses are, or why there are none", async () => {
    const view = await (await aReader(edition)).read();
    expect(view.edition.id).toBe(edition);
    expect(view.questions.length).toBeGreaterThan(10);
    for (const { rules, silentBecause, question } of view.questions)
      expect(rules.length > 0 || silentBecause !== undefined, question).toBe(true);
    for (const { clause } of view.questions.flatMap(({ rules }) => rules))
      expect(view.sources.map(({ source }) => source)).toContain(clause.source);
    for (const value of view.questions.flatMap(({ values }) => values))
      expect(value.clause !== undefined || value.reading !== undefined, value.name).toBe(true);
  });
});

test("an area's own value stands beside the document's", async () => {
  const { read } = await aReader("wigan", { settings: { monthsAfterQualifying: 24 } });
  const values = (await read()).questions.flatMap(({ values }) => values);
  expect(values.find(({ name }) => name === "months after qualifying")).toMatchObject({
    value: "24",
    editionValue: "18",
    isAreasOwn: true,
    clause: { source: "CP3.1" },
  });
});

test("every adoption the area recorded is listed, and a departure with its reason", async () => {
  const { area, person, read } = await aReader("wigan");
  const rule = (await read()).questions.flatMap(({ rules }) => rules)[0];
  await area.write((tx) =>
    tx.insert(adoption).values({
      areaId: area.areaId,
      adoptionId: newId(),
      editionId: "wigan",
      editionVersion: 1,
      from: "2026-01-05" as never,
      departures: [{ rule: rule?.rule, reason: "Agreed with the board.", approvedBy: "The board", from: "2026-01-05" }],
      recordedAt: aMonday.toISOString(),
    }),
  );
  const view = await read();
  expect(view.adoptions.map(({ from, isShown }) => [from, isShown])).toEqual([
    ["2026-01-05", true],
    ["2025-01-06", false],
  ]);
  expect(view.departures).toEqual([
    expect.objectContaining({ title: rule?.title, reason: "Agreed with the board.", isInForce: true }),
  ]);
  expect(view.questions.flatMap(({ rules }) => rules).find((one) => one.rule === rule?.rule)?.isDeparted).toBe(true);

  const before = await read(view.adoptions[1]?.adoptionId);
  expect([before.adoptedFrom, before.departures]).toEqual(["2025-01-06", []]);
  await expect(area.as(person).area.rulebook({ adoptionId: newId() })).rejects.toThrow("not-visible");
});

test("a rule of the base that does not hold here is named in its own words, with what replaces it", async () => {
  const { setsAside } = await (await aReader("wigan")).read();
  expect(setsAside.length).toBeGreaterThan(0);
  for (const { rule, title, because } of setsAside) {
    expect(title, rule).not.toBe(rule);
    expect(because, rule).not.toBe("");
  }
});
