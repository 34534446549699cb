import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { anInvolved, aStatus, helpFrom, holderInShort, neededFacts } from "../testing/lead-professional.ts";
import { practitionersWithActions } from "./needed.ts";

type Status = ReturnType<typeof aStatus>;
const book = asItStands(england);
const said = (statuses: readonly Status[], rule: string, involved: Parameters<typeof anInvolved>[] = []) =>
  book
    .designation(
      "lead-professional.needed",
      neededFacts({ child: { statuses }, involved: involved.map((one) => anInvolved(...one)) }),
      noonOn(localDate("2026-11-24")),
    )
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => [
      finding.tier,
      "holder" in finding ? holderInShort(finding.holder) : undefined,
      "until" in finding ? finding.until : undefined,
      finding.because,
    ]);

describe("RN-04: who counts as helping", () => {
  test("each practitioner of an agency with one action or more, and nobody without", () => {
    expect(practitionersWithActions([helpFrom("education")])).toBe(1);
    expect(practitionersWithActions([helpFrom("education", 1, { practitioners: 2 }), helpFrom("health", 3)])).toBe(5);
    expect(practitionersWithActions([helpFrom("health", 0, { practitioners: 2 })])).toBe(0);
    expect(practitionersWithActions([])).toBe(0);
  });
});

describe("CWDC-FIG2: a status that says who leads asks for no second lead", () => {
  const rule = "england.lead-named-by-status";
  const leaver = (of: Parameters<typeof aStatus>[2]) => aStatus("care-leaver", "2026-11-02", of);
  const enough =
    "Care leaver since 2 November 2026: a status already says who leads, so no second lead professional is chosen.";
  test("a leaver of a kind that nobody recorded has a lead, and nobody says which", () => {
    for (const kind of [{}, { careLeaverKind: "not-recorded" as const }])
      expect(said([leaver(kind)], rule)).toEqual([["must", "the lead-professional", undefined, enough]]);
    expect(said([leaver({})], rule, [["pat", { posts: ["personal-adviser"] }]])).toEqual([
      ["must", "the lead-professional", undefined, enough],
    ]);
  });
  test("one whose adviser is known, and one whose adviser nobody knows yet, to the last day of it", () => {
    const relevant = leaver({ careLeaverKind: "relevant", until: "2027-05-03" });
    expect(said([relevant], rule, [["pat", { posts: ["personal-adviser"] }]])).toEqual([
      ["must", "pat", "2027-05-03", enough],
    ]);
    expect(said([relevant], rule)).toEqual([
      [
        "must",
        "the personal-adviser",
        "2027-05-03",
        "Care leaver since 2 November 2026: a status already says that the personal adviser leads, and nobody in that post is known yet.",
      ],
    ]);
  });
});

describe("CWDC Box 1: a need that asks for a lead where no post goes with it", () => {
  const appoint = (what: string) => [
    "expected",
    "the lead-professional",
    undefined,
    `${what} since 2 November 2026, and no post goes with it here: choose a lead professional from the people who support the child.`,
  ];
  test("a mental health problem: unless one care programme approach holds", () => {
    const problem = aStatus("significant-mental-health-problem", "2026-11-02", { holder: "nurse" });
    const asked = (...more: readonly Status[]) => said([problem, ...more], "england.lead-for-mental-health");
    const words = appoint("Diagnosed significant mental health problem");
    expect(asked()).toEqual([words]);
    expect(asked(aStatus("care-programme-approach", "2026-11-24"))).toEqual([]);
    expect(asked(aStatus("care-programme-approach", "2026-11-25"))).toEqual([words]);
  });
  test("complex disability: unless one of them names a key worker", () => {
    const kind = "complex-disability-or-health-need";
    const asked = (...statuses: readonly Status[]) => said(statuses, "england.lead-without-key-worker");
    expect(asked(aStatus(kind, "2026-11-02"))).toHaveLength(1);
    expect(asked(aStatus(kind, "2026-11-02"))[0]?.[0]).toBe("expected");
    expect(asked(aStatus(kind, "2026-11-02", { holder: "kay" }))).toEqual([]);
    expect(asked(aStatus(kind, "2026-11-02", { id: "one" }), aStatus(kind, "2026-11-03", { holder: "kay" }))).toEqual(
      [],
    );
    expect(asked()).toEqual([]);
  });
});
