import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { suitabilityFacts } from "../testing/lead-professional.ts";

const said = (of: Rulebook, facts: Parameters<typeof suitabilityFacts>[0], rule: string) =>
  asItStands(of)
    .gate("lead-professional.suitability", suitabilityFacts(facts), noonOn(localDate("2026-11-24")))
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => [finding.effect, "from" in finding ? finding.from : undefined, finding.because]);

describe("WIG-8.7.4a: somebody already involved leads", () => {
  const involved = (of: Parameters<typeof suitabilityFacts>[0]) => said(wigan, of, "wigan.already-involved");
  test("involved, or not at all", () => {
    expect(involved({})).toEqual([["permits", undefined, "Involved with this child or family."]]);
    expect(involved({ involvement: "not-involved" })).toEqual([
      ["prevents", undefined, "Not involved with this child or family: choose from the people who are."],
    ]);
  });
  test.each([
    ["2026-11-30", undefined, "30 November 2026"],
    ["2026-12-01", undefined, "1 December 2026"],
    ["2026-12-02", "2026-12-02", "2 December 2026"],
  ] as const)("to lead from 1 December; begins on %s: possible from %s", (begins, from, inWords) => {
    expect(involved({ involvement: "about-to-start", involvementStartsOn: localDate(begins) })).toEqual([
      [
        "prevents",
        from,
        `Not yet involved with this child or family: can be chosen once work with them has begun, planned for ${inWords}.`,
      ],
    ]);
  });
  test("no day on which it begins: none is made up", () => {
    expect(involved({ involvement: "about-to-start" })).toEqual([
      ["prevents", undefined, "Not yet involved with this child or family: choose from the people who are."],
    ]);
  });
});

describe("WIG-D7: trained by another route before qualifying", () => {
  const day = (text: string) => ({ completedOn: localDate(text) });
  test.each([
    ["the day before", day("2026-10-04"), "permits"],
    ["on the day", day("2026-10-05"), "prevents"],
    ["not at all", "none", "prevents"],
    ["nobody recorded it", "not-recorded", "prevents"],
  ] as const)("qualified on 5 October 2026, trained %s: %s", (_, training, effect) => {
    const practitioner = { qualification: { on: localDate("2026-10-05") }, training } as const;
    expect(said(wigan, { practitioner }, "wigan.wait-before-lead").map(([answer]) => answer)).toEqual([effect]);
  });
});

describe("BOL 1: training is offered early and holds nobody up", () => {
  test.each([
    [
      "none",
      "Not trained: reading the guidance does not count. Book training as early as possible; this person may lead meanwhile.",
    ],
    ["not-recorded", "Training is not recorded. Book it as early as possible; this person may lead meanwhile."],
    [{ completedOn: localDate("2026-03-02") }, "Trained on 2 March 2026."],
  ] as const)("training is %o", (training, words) => {
    expect(said(bolton, { practitioner: { training } }, "bolton.training-is-prompted")).toEqual([
      ["permits", undefined, words],
    ]);
  });
});

describe("CWDC-2.12: a lead understands how information is shared", () => {
  const accepts = "the line manager accepts that and says when it is booked.";
  test.each([
    ["none", `No information-sharing training: ${accepts}`],
    ["not-recorded", `Information-sharing training is not recorded: ${accepts}`],
  ] as const)("training is %s", (informationSharingTraining, words) => {
    expect(
      said(england, { practitioner: { informationSharingTraining } }, "england.information-sharing-training"),
    ).toEqual([["permits-if", undefined, words]]);
  });
});
