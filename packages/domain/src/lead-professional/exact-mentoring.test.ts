import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { suitabilityFacts } from "../testing/lead-professional.ts";
import type { PractitionerFacts } from "./model.ts";

const day = localDate;
const nina = { qualification: { on: day("2025-05-23") }, training: { completedOn: day("2026-11-23") } } as const;
const amina = {
  id: "amina",
  from: day("2026-11-24"),
  trained: true,
  monthsAsLead: 24,
  isMentee: false,
  isLineManager: false,
} as const;
const said = (practitioner: Partial<PractitionerFacts>, rule: string) =>
  asItStands(wigan)
    .gate(
      "lead-professional.suitability",
      suitabilityFacts({ practitioner: { ...nina, ...practitioner }, startsOn: day("2027-02-01") }),
      noonOn(day("2026-11-24")),
    )
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => [finding.effect, finding.because]);
const waived = "Only a senior manager can set this aside, with the reason, and tells the Co-ordinator.";

describe("WIG-8.4.2d: whether a mentor is active on the day of leading", () => {
  test.each<[string, Partial<PractitionerFacts>, string, string]>([
    ["nobody recorded one", { mentor: "not-recorded" }, "unknown", "Record who the mentor is, and from when."],
    [
      "there is none",
      { mentor: "none" },
      "prevents",
      `No mentor is named, and one is needed for the first 12 months. ${waived}`,
    ],
    [
      "the mentor stopped on the day before",
      { mentor: { ...amina, until: day("2027-02-01") } },
      "prevents",
      `The mentor stopped, and no new lead starts until another is named. ${waived}`,
    ],
    [
      "the mentor stops on that day",
      { mentor: { ...amina, until: day("2027-02-02") } },
      "permits",
      "Leads under a mentor since 24 November 2026, for 12 months with one in all.",
    ],
    [
      "life experience in place of a qualification",
      { mentor: "none", qualification: "none" },
      "permits",
      "Came in on life experience: a mentor is offered, and the manager records the decision.",
    ],
    [
      "qualified long ago",
      { mentor: "none", qualification: { on: day("2016-07-01") } },
      "permits",
      "No mentor is required now.",
    ],
  ])("%s", (_, practitioner, effect, because) => {
    expect(said(practitioner, "wigan.mentor")).toEqual([[effect, because]]);
  });
});

describe("WIG-8.4.2c: the mentor's own record is looked at where a mentor is needed and named, and only there", () => {
  const looked = (practitioner: Partial<PractitionerFacts>) => said(practitioner, "wigan.experienced-mentor");
  test("needed and named", () => {
    expect(looked({ mentor: amina })).toEqual([["permits", "The mentor is experienced: 24 months in the role."]]);
    expect(looked({ mentor: { ...amina, isLineManager: true } })).toEqual([
      [
        "permits",
        "The mentor is experienced, and is also the line manager: somebody else would be better. That stops nothing.",
      ],
    ]);
  });
  test.each<[string, Partial<PractitionerFacts>]>([
    ["named and not needed", { mentor: amina, qualification: { on: day("2016-07-01") } }],
    ["named, and nobody can say whether one is needed", { mentor: amina, qualification: "not-recorded" }],
    ["needed and not named", { mentor: "none" }],
    ["needed and not recorded", { mentor: "not-recorded" }],
  ])("%s: nothing is said of it", (_, practitioner) => {
    expect(looked(practitioner)).toEqual([]);
  });
});
