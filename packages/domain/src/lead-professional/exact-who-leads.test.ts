import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { bestPlacedFacts, choiceFacts } from "../testing/choice.ts";
import { anInvolved } from "../testing/lead-professional.ts";
import { bySettingFacts } from "../testing/leading.ts";
import type { BestPlacedFacts, ChoiceFacts } from "./model.ts";

const asked = noonOn(localDate("2026-05-12"));
const placed = (of: Rulebook, facts: Partial<BestPlacedFacts>, rule: string) =>
  asItStands(of)
    .designation("lead-professional.best-placed", bestPlacedFacts(facts), asked)
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => [
      "holder" in finding && finding.holder.kind === "person" && finding.holder.id,
      finding.because.split(",")[0],
    ]);
const choosing = (of: Rulebook, facts: Partial<ChoiceFacts>) => {
  const book = asItStands(of);
  const asks = book.asks("lead-professional.choice", localDate("2026-05-12"));
  return book.gate("lead-professional.choice", choiceFacts(asks, facts), asked).findings;
};

describe("BOL-5.2: everybody who works with the child now may lead", () => {
  test.each([
    ["scotland", scotland],
    ["bolton", bolton],
  ] as const)("%s: of whoever made the assessment that is said, and of nobody else", (id, book) => {
    expect(placed(book, {}, `${id}.best-placed-involved`)).toEqual([
      ["teacher", "Works with the child or the family now"],
      ["nurse", "Made the assessment and works with the child now"],
    ]);
  });
});

describe("BOL-5.3: somebody about to take a major part may lead too", () => {
  const startsOn = localDate("2026-05-20");
  const soon = (id: string, of: Partial<BestPlacedFacts["involved"][number]>) =>
    anInvolved(id, { involvement: "about-to-start", startsOn, openActions: 1, ...of });
  test("with one action of the plan; whoever has none, is there already or is not involved is not listed by this", () => {
    const involved = [
      soon("rob", {}),
      soon("idle", { openActions: 0 }),
      soon("there", { involvement: "involved" }),
      soon("gone", { involvement: "not-involved" }),
    ];
    expect(placed(bolton, { involved }, "bolton.best-placed-about-to-start")).toEqual([
      ["rob", "Starts on 20 May 2026 with a part in the plan"],
    ]);
  });
});

test("CWDC-3.7: the three at college are listed in the guide's order", () => {
  const { findings } = asItStands(england).designation(
    "lead-professional.by-setting",
    bySettingFacts({ setting: "further-education" }),
    asked,
  );
  expect(
    findings
      .filter(({ rule }) => rule === "england.college-one-of-three")
      .map((one) => ["holder" in one && one.holder.kind === "post" && one.holder.post, "order" in one && one.order]),
  ).toEqual([
    ["personal-adviser", 1],
    ["college-personal-tutor", 2],
    ["practitioner-on-the-team", 3],
  ]);
});

test("WIG-6.3.1: one of several needs points to somebody, and it need not be all of them", () => {
  const involved = [
    anInvolved("nurse"),
    anInvolved("teacher", { agency: "education" }),
    anInvolved("support", { agency: "other", posts: ["family-support-worker"] }),
    anInvolved("housing-officer", { agency: "housing" }),
  ];
  const { findings } = asItStands(wigan).designation(
    "lead-professional.by-need",
    { child: { id: "child-1" }, needs: ["speech", "school-behaviour"], involved },
    asked,
  );
  expect(findings.map(({ tier }) => tier)).toEqual(["suggested", "suggested", "suggested", "may"]);
});

describe("what is not weighed yet is said", () => {
  test("WIG-8.8.1: once for the case", () => {
    expect(choosing(wigan, { answers: [] }).map(({ because }) => because)).toContain(
      "Not answered yet: the principal need of the child, or of the parent or carer.",
    );
  });
  test("GIR-62: for everybody being considered, where it is weighed for each", () => {
    expect(choosing(scotland, { answers: [] }).map(({ because }) => because)).toContain(
      "Not answered yet for everybody being considered: earlier contact with the child, or a good relationship now.",
    );
  });
});

test("GIR-63: a duty in law to co-ordinate is shown of whom the law puts in the lead, whatever their agency", () => {
  const shown = choosing(scotland, { statutory: { holders: ["teacher"] } })
    .filter(({ rule }) => rule === "scotland.criterion-statutory-duty")
    .map(({ because }) => because);
  expect(shown).toEqual([
    "Has a duty in law to co-ordinate for this child.",
    expect.stringContaining("has no duty in law to co-ordinate"),
  ]);
});
