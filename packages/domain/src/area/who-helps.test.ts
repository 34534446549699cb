import { describe, expect, test } from "vitest";
import { whoHelps } from "./who-helps.ts";

const facts = {
  area: "Strathorran",
  hasNamedPerson: true,
  hasCoordinator: true,
  hasReviewOfficer: true,
  terms: { namedPerson: "named person", leadProfessional: "lead professional" },
  services: [
    { name: "Strathorran Housing", kind: "housing" },
    { name: "Strathorran Schools", kind: "education" },
    { name: "Lochside Families", kind: "voluntary" },
    { name: "Another Group", kind: "voluntary" },
  ],
} as const;

describe("HIG-162: families can read in plain words who does what in the area", () => {
  test("each service is named with what it does, services of a kind together", () => {
    const { services } = whoHelps(facts);
    expect(services.map(({ who, names }) => [who, names])).toEqual([
      ["Nurseries and schools", ["Strathorran Schools"]],
      ["Housing", ["Strathorran Housing"]],
      ["Charities and local groups", ["Another Group", "Lochside Families"]],
    ]);
    expect(services.every(({ does }) => does.endsWith("."))).toBe(true);
  });
  test("it says that services work together, and whom to ask", () => {
    const { people, together } = whoHelps(facts);
    expect(people.map(({ who }) => who)).toEqual([
      "The named person",
      "The lead professional",
      "The review officer",
      "The co-ordinator",
    ]);
    expect(together[0]).toContain("work to one plan");
    expect(together.join(" ")).toContain("the co-ordinator's office");
  });
  test("an area whose documents know no named person names none, and its own word for the lead is used", () => {
    const said = whoHelps({
      ...facts,
      hasNamedPerson: false,
      hasCoordinator: false,
      terms: { namedPerson: "named person", leadProfessional: "key worker" },
    });
    expect(JSON.stringify(said)).not.toMatch(/named person|co-ordinator|lead professional/);
    expect(said.people.map(({ who }) => who)).toContain("The key worker");
  });
});
