import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { familyContactFacts } from "../testing/family.ts";
import type { FamilyContactFacts } from "./family-model.ts";

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
