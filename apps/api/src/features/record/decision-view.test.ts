import { type Decision, localDate, noonOn, theChild, thePractitioner } from "@linchpin/domain";
import { asItStands, rulebook } from "@linchpin/domain/rulebooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../db/database.ts";
import { aMonday, aTestArea } from "../../testing/area.ts";
import { testDatabase } from "../../testing/database.ts";
import { recordsOf } from "../../testing/records.ts";
import { decisionView, toDecisionView } from "./decision-view.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const at = noonOn(localDate("2026-11-23"));
const child = "01930000-0000-7000-8000-00000000000c";
const nurse = "01930000-0000-7000-8000-00000000000a";

/** May this practitioner lead? One finding about the practitioner, one about the child. */
const aDecision = (of: { childId: string; practitionerId: string }): Decision => ({
  question: "lead-professional.suitability",
  title: "May this practitioner lead?",
  shape: "gate",
  answer: "unknown",
  asAt: at,
  asKnownAt: at,
  edition: { id: "wigan", version: 1 },
  adoption: { id: "an-adoption", from: "2025-01-06" },
  values: [
    { name: "monthsAfterQualifying", value: 18, clause: { source: "CP3.1", at: "8.4.2" } },
    { name: "calendar", value: ["monday"], ours: "WIG-D1", reading: "The week starts on Monday." },
  ],
  facts: [
    { about: thePractitioner(of.practitionerId), name: "qualified on", value: "not-recorded" },
    { about: theChild(of.childId), name: "named person", value: of.practitionerId },
    { about: theChild(of.childId), name: "born on", value: "2016-05-04" },
  ],
  findings: [
    {
      effect: "unknown",
      missing: "date of qualification",
      because: "The date of qualification is not recorded.",
      about: thePractitioner(of.practitionerId),
      rule: "wigan.newly-qualified",
      title: "Newly qualified practitioners wait",
      clause: { source: "CP3.1", at: "8.4.2" },
      strength: "local procedure",
      force: "must",
    },
    {
      effect: "permits-if",
      because: "The family is told first.",
      about: theChild(of.childId),
      rule: "wigan.family-told",
      title: "The family is told",
      clause: { source: "CP3.1", at: "8.8.8" },
      strength: "local procedure",
      force: "must",
      needs: [{ what: "evidence", from: "family", for: "having been told", by: { day: localDate("2026-11-30") } }],
    },
  ],
  departures: [],
  needs: [],
  decidedBy: ["line-manager"],
  missing: ["date of qualification"],
});

describe("a decision is written out for one reader", () => {
  const decision = aDecision({ childId: child, practitionerId: nurse });
  const edition = rulebook("wigan");
  if (!edition) throw new Error("the register has no wigan");
  const { sources } = asItStands(edition);
  const reader = (sees: readonly string[]) => ({
    sees: (subject: string) => sees.includes(subject),
    nameOf: (id: string) => (id === nurse ? "Priya Nair" : undefined),
    editionOf: () => ({ title: edition.title, sources }),
  });

  test("what rests on a colleague's own record is counted and left out; the answer and its clauses stay", () => {
    const view = toDecisionView(decision, reader([theChild(child)]));
    expect(view.findings.map(({ rule }) => rule)).toEqual(["wigan.family-told"]);
    expect(view).toMatchObject({
      hiddenFindings: 1,
      hiddenFacts: 1,
      missing: [],
      answerInWords: "Cannot be answered yet",
    });
    expect(view.clauses.map((clause) => clause.at)).toEqual(["8.4.2", "8.8.8"]);
    expect(JSON.stringify(view)).not.toContain("qualification");
  });

  test("ids become names, days and codes become words", () => {
    const view = toDecisionView(decision, reader([theChild(child), thePractitioner(nurse)]));
    expect(view.hiddenFindings + view.hiddenFacts).toBe(0);
    expect(view.missing).toEqual(["date of qualification"]);
    expect(view.facts).toEqual([
      { about: "Priya Nair", name: "qualified on", value: "not recorded" },
      { about: "The child", name: "named person", value: "Priya Nair" },
      { about: "The child", name: "born on", value: "4 May 2016" },
    ]);
    expect(view.values).toEqual([
      { name: "months after qualifying", value: "18", clause: "CP3.1 8.4.2" },
      { name: "calendar", value: "monday", clause: "ours", reading: "The week starts on Monday." },
    ]);
    expect(view.findings[1]?.needs).toEqual([
      { what: "evidence: having been told", from: "the family", by: "2026-11-30" },
    ]);
    expect(view.by).toBe("2026-11-30");
    expect(view.decidedBy).toEqual(["the line manager"]);
  });

  test("an id whose name the reader may not know is never shown", () => {
    const view = toDecisionView(decision, { ...reader([theChild(child)]), nameOf: () => undefined });
    expect(JSON.stringify(view)).not.toContain(nurse);
    expect(view.facts[0]).toEqual({ about: "The child", name: "named person", value: "not shown" });
  });
});

test("a practitioner's own facts are for them and up to three line managers above, a child's for those in its care", async () => {
  const area = await aTestArea(database, { edition: "wigan" });
  const health = await area.addAgency("health");
  const add = (name: string, lineManagerId?: string) =>
    area.addPractitioner({ name, agencyId: health, ...(lineManagerId ? { lineManagerId } : {}) });
  const fourth = await add("Fourth");
  const third = await add("Third", fourth.practitionerId);
  const second = await add("Second", third.practitionerId);
  const first = await add("First", second.practitionerId);
  const worker = await add("Worker", first.practitionerId);
  const colleague = await add("Colleague", first.practitionerId);
  const childId = await area.addChild();
  await area.relate(colleague, childId, "plan-practitioner");
  await area.relate(first, childId, "record-keeper");

  const decision = aDecision({ childId, practitionerId: worker.practitionerId });
  const seenBy = async (person: typeof worker) => {
    const { findings } = await recordsOf(database, person, aMonday, "lead-professional.ask", (records) =>
      decisionView(records, decision),
    );
    return findings.map(({ rule }) => rule);
  };
  expect(await seenBy(worker)).toEqual(["wigan.newly-qualified"]);
  expect(await seenBy(first)).toEqual(["wigan.newly-qualified"]);
  expect(await seenBy(third)).toEqual(["wigan.newly-qualified"]);
  expect(await seenBy(fourth)).toEqual([]);
  expect(await seenBy(colleague)).toEqual(["wigan.family-told"]);
});
