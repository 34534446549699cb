import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { familyContactFacts, youngChildFacts } from "../testing/family.ts";
import type { FamilyContactFacts, OptionsFacts } from "./family-model.ts";

const book = asItStands(england);
const said = (of: Partial<FamilyContactFacts>, day = "2026-12-01") =>
  book
    .designation("people.family-contact", familyContactFacts(of), noonOn(localDate(day)))
    .findings.filter(({ rule }) => /contact-lead|lead-then-cover|family-contact/.test(rule))
    .map((finding) => [
      finding.tier,
      "holder" in finding && finding.holder.kind === "person" ? finding.holder.id : undefined,
      "order" in finding ? finding.order : undefined,
      finding.because,
    ]);

const leadFirst = ["must", "fay", 1, "The family speaks to the lead professional first."];
const coverBeside = ["may", "rob", 2, "This person covers when the lead professional is away."];
const nobodyCovers = [
  "unknown",
  undefined,
  undefined,
  "It is not recorded who covers when the lead professional is away. The family is told a name.",
];

describe("CWDC-2.16: the family sees whom to speak to, and who covers", () => {
  const cover = { id: "rob", from: localDate("2026-12-01"), until: localDate("2026-12-15") } as const;
  test("the cover stands beside the lead on its own days, and on no other", () => {
    expect(said({ cover }, "2026-11-30")).toEqual([leadFirst]);
    expect(said({ cover }, "2026-12-01")).toEqual([leadFirst, coverBeside]);
    expect(said({ cover }, "2026-12-14")).toEqual([leadFirst, coverBeside]);
    expect(said({ cover }, "2026-12-15")).toEqual([leadFirst]);
  });
  test("while the lead is away the cover comes first, and the family reads why", () => {
    const away = { cover, leadIsAway: true } as const;
    expect(said(away, "2026-12-14")).toEqual([
      ["may", "fay", 2, "The lead professional is away. The family speaks to whoever covers until the lead is back."],
      ["must", "rob", 1, "This person covers while the lead professional is away, and comes first."],
    ]);
    for (const day of ["2026-11-30", "2026-12-15"]) expect(said(away, day)).toEqual([leadFirst, nobodyCovers]);
  });
  test("no cover says nothing; one that nobody recorded is asked for; so is one while the lead is away", () => {
    expect(said({ cover: "none" })).toEqual([leadFirst]);
    expect(said({ cover: "not-recorded" })).toEqual([leadFirst, nobodyCovers]);
    expect(said({ cover: "none", leadIsAway: true })).toEqual([leadFirst, nobodyCovers]);
    expect(said({ cover: "none", leadIsAway: "not-recorded" })).toEqual([leadFirst]);
  });
  test("nobody leads yet: nothing is said; who leads is not recorded: found out", () => {
    expect(said({}, "2026-11-23")).toEqual([]);
    expect(said({ lead: "none" })).toEqual([]);
    expect(said({ lead: "not-recorded" })).toEqual([
      [
        "unknown",
        undefined,
        undefined,
        "It is not recorded who leads. The family is told one name and one number: find out now.",
      ],
    ]);
  });
});

const finding = (book: Parameters<typeof asItStands>[0], of: Partial<FamilyContactFacts>, rule: string, day: string) =>
  asItStands(book)
    .designation("people.family-contact", familyContactFacts({ cover: "none", ...of }), noonOn(localDate(day)))
    .findings.find((one) => one.rule === rule);

describe("GIR-29: another contact may be shown, and the lead stays the lead", () => {
  const chosen = { id: "nursery", from: localDate("2026-12-01"), by: "child", saysWhy: true } as const;
  test("from its first day it stands first among those who may be spoken to, and nothing more is asked", () => {
    const shown = (day: string) => finding(scotland, { chosen }, "scotland.family-other-contact", day);
    expect(shown("2026-11-30")).toBeUndefined();
    expect(shown("2026-12-01")).toMatchObject({
      tier: "may",
      holder: { kind: "person", id: "nursery" },
      order: 1,
      from: "2026-12-01",
      because:
        "Since 1 December 2026 the child would rather speak to this person day by day. The lead professional stays the lead.",
    });
    expect(shown("2026-12-01")).not.toHaveProperty("needs");
  });
});

describe("HIG-92: the named person can be turned to at any time", () => {
  const beside = (of: Partial<FamilyContactFacts>, day: string) => {
    const said = finding(highland, { namedPerson: "mr-bain", ...of }, "highland.named-person-contact", day);
    return said && [said.tier, "order" in said ? said.order : undefined, said.because];
  };
  const first = ["must", 1, "Child and family see who the named person is, and turn to that person first."];
  const third = [
    "may",
    3,
    "Child and family can turn to the named person at any time, also while somebody else leads.",
  ];
  test.each([
    ["the day before somebody leads", {}, "2026-11-23", first],
    ["on the day", {}, "2026-11-24", third],
    ["the day after", {}, "2026-11-25", third],
    ["while nobody leads", { lead: "none" }, "2026-11-24", first],
    ["while nobody recorded who leads", { lead: "not-recorded" }, "2026-11-24", first],
  ] as const)("%s", (_, of, day, words) => {
    expect(beside(of, day)).toEqual(words);
  });
});

describe("CWDC-2.14: how a young child is reached and heard", () => {
  const owed = (of: Parameters<typeof youngChildFacts>[0]) =>
    book
      .duty("people.young-child", youngChildFacts(of), noonOn(localDate("2026-12-01")))
      .owed.map(({ due, because }) => [due, because]);
  test("whether the child is young is recorded at once, and then each part of it", () => {
    expect(owed({})).toEqual([]);
    expect(owed({ isYoung: "not-recorded" })).toEqual([
      ["at-once", "It is not recorded whether the child is young, or young in development. Record it."],
    ]);
    expect(owed({ way: "not-recorded", viewsHad: "not-recorded" })).toEqual([
      ["at-once", "Record the way of communicating that the child prefers."],
      ["at-once", "Record how the child's views were had."],
    ]);
    expect(owed({ isYoung: false, way: "not-recorded" })).toEqual([]);
  });
});

describe("WIG 7.3: the family chooses with information", () => {
  const said = (chosen: OptionsFacts["chosen"]) =>
    asItStands(wigan)
      .gate(
        "people.options",
        { child: { id: "child-1" }, offered: ["a", "b", "a"], offeredOn: localDate("2026-11-24"), chosen },
        noonOn(localDate("2026-12-01")),
      )
      .findings.map(({ effect, because }) => [effect, because]);
  const was = "On 24 November 2026 the family was offered a and b, and";
  test.each([
    ["none", "permits", `${was} wanted none of it.`],
    ["b", "permits", `${was} chose b.`],
    ["c", "prevents", `${was} c is not among that. Record it as an option too, with what it would mean.`],
  ])("chosen: %s", (chosen, effect, words) => {
    expect(said(chosen)).toEqual([[effect, words]]);
  });
});
