import { describe, expect, test } from "vitest";
import { makeArea } from "./area.ts";
import type { Row } from "./copy.ts";
import { largeArea, smallArea } from "./making.ts";

const now = Date.parse("2026-11-23T10:00:00Z");
const rows = new Map<string, Row[]>();
const area = makeArea({
  size: smallArea,
  now,
  add: (table, row) => void rows.set(table, [...(rows.get(table) ?? []), row]),
});
const of = (table: string): readonly Row[] => rows.get(table) ?? [];

describe("an invented area", () => {
  test("the small one is a hundredth of the large one", () => {
    expect(largeArea.children / smallArea.children).toBe(100);
    expect(largeArea.practitioners / smallArea.practitioners).toBe(100);
    expect(largeArea.plans / smallArea.plans).toBe(100);
    expect(largeArea.teams.reduce((sum, people) => sum + people)).toBe(largeArea.practitioners);
    expect(largeArea.teams).toHaveLength(20);
    expect(largeArea.teams).toEqual(expect.arrayContaining([200, 20]));
  });

  test("every child has a named person today, and everybody has fifty children", () => {
    const current = of("named_person").filter(({ during }) => String(during).endsWith(",)"));
    expect(current).toHaveLength(smallArea.children);
    expect(new Set(current.map(({ child_id }) => child_id)).size).toBe(smallArea.children);
    for (const { practitionerId } of area.workforce.practitioners)
      expect(current.filter((row) => row.practitioner_id === practitionerId)).toHaveLength(50);
  });

  test("every open plan has a contact of record; one in six waits for its lead, and the others are led in turn", () => {
    expect(new Set(of("contact_of_record").map(({ plan_id }) => plan_id)).size).toBe(smallArea.plans);
    expect(area.pending).toHaveLength(20);
    expect(of("lead")).toHaveLength(100);
    expect(new Set(of("plan_member").map(({ child_id }) => child_id)).size).toBe(smallArea.plans);
  });

  test("a plan that waits differs from the next by its own strings, and by those alone", () => {
    const [first, ...others] = area.pending;
    for (const { own, proposer, candidate } of [...others]) {
      expect(own).toHaveLength(first?.own.length ?? 0);
      expect(own.indexOf(proposer.practitionerId)).toBe(first?.own.indexOf(first.proposer.practitionerId));
      expect(own.indexOf(candidate.practitionerId)).toBe(first?.own.indexOf(first.candidate.practitionerId));
      expect(candidate.agencyId).not.toBe(proposer.agencyId);
    }
  });

  test("in the large area proposer and candidate have managers of their own", () => {
    const large = makeArea({ size: { ...largeArea, children: 10_000, plans: 1_200 }, now, add: () => {} });
    for (const { own, proposer, candidate } of large.pending) {
      expect(proposer.team).not.toBe(candidate.team);
      expect(new Set(own).size).toBe(own.length);
    }
  });

  test("everybody who works there has a session open", () => {
    expect(of("session")).toHaveLength(of("practitioner").length);
  });
});
