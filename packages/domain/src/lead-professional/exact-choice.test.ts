import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { bestPlacedFacts } from "../testing/choice.ts";
import { anInvolved } from "../testing/lead-professional.ts";
import type { BestPlacedFacts } from "./model.ts";

/** What one clause says of who is best placed: tier, person or post or agency, and the words. */
const said = (of: Rulebook, facts: Partial<BestPlacedFacts>, rule: string) =>
  asItStands(of)
    .designation("lead-professional.best-placed", bestPlacedFacts(facts), noonOn(localDate("2026-05-12")))
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => {
      if (!("holder" in finding)) return [finding.tier, "missing" in finding ? finding.missing : "", finding.because];
      const { holder } = finding;
      const whose = holder.kind === "person" ? holder.id : holder.kind === "post" ? holder.post : holder.agency;
      return [finding.tier, whose, finding.because];
    });
const byLaw = { statutory: { holders: ["sw"] } };

describe("GIR-11: the universal practitioner already working with the child", () => {
  const first = (of: Partial<BestPlacedFacts>) => said(scotland, of, "scotland.best-placed-universal-first");
  test("comes first on that route, and says nothing where the law names somebody or the route is another", () => {
    expect(first({})).toEqual([
      [
        "expected",
        "teacher",
        "Already works with the child in a universal service, so is the first to think of. Choosing another needs a reason.",
      ],
    ]);
    expect(first(byLaw)).toEqual([]);
    expect(first({ route: "specialist-within-universal-services" })).toEqual([]);
    expect(first({ universalPractitioner: "none" })).toEqual([]);
  });
});

describe("GIR 1, item 2: specialists of health and education", () => {
  const listed = (of: Partial<BestPlacedFacts>) =>
    said(scotland, { route: "specialist-within-universal-services", ...of }, "scotland.best-placed-specialists").map(
      ([tier, id]) => [tier, id],
    );
  const involved = [
    anInvolved("both", { posts: ["health-visitor", "specialist-health-practitioner"] }),
    anInvolved("plain", { posts: ["health-visitor"] }),
    anInvolved("postless", { posts: [] }),
    anInvolved("soon", { posts: ["specialist-health-practitioner"], involvement: "about-to-start" }),
    anInvolved("elsewhere", { agency: "social-work", posts: ["specialist-health-practitioner"] }),
    anInvolved("home-teacher", { agency: "education", posts: ["specialist-education-practitioner"] }),
  ];
  test("are on the list when they are involved, of health or education, and hold such a post among others", () => {
    expect(listed({ involved })).toEqual([
      ["may", "both"],
      ["may", "home-teacher"],
    ]);
    expect(listed({ involved, route: "evidence-from-universal-services" })).toEqual([]);
  });
  test("complex health needs suggest one of them, or the post where none is recorded; the law goes before", () => {
    const suggested = (of: Partial<BestPlacedFacts>) =>
      said(scotland, { needsAreComplexHealth: true, ...of }, "scotland.best-placed-complex-health");
    const [both] = involved.slice(0, 1);
    expect(suggested({ involved: both ? [both] : [] })).toEqual([
      [
        "suggested",
        "both",
        "The needs are marked as complex health, which suggests this specialist. Choosing another needs a reason.",
      ],
    ]);
    expect(suggested({ involved: [] })).toEqual([
      [
        "suggested",
        "specialist-health-practitioner",
        "The needs are marked as complex health, which suggests a specialist health practitioner; none is recorded yet.",
      ],
    ]);
    expect(suggested(byLaw)).toEqual([]);
    expect(suggested({ needsAreComplexHealth: "not-recorded" })).toEqual([]);
    expect(suggested({ needsAreComplexHealth: false })).toEqual([]);
  });
});

describe("GIR 1, item 3: social work for safety or statute", () => {
  const social = (of: Partial<BestPlacedFacts>) =>
    said(scotland, { route: "safety-or-statute", ...of }, "scotland.best-placed-social-work").map(([tier, id]) => [
      tier,
      id,
    ]);
  test("is suggested, unless the law names a person or an agency", () => {
    expect(social({})).toEqual([["suggested", "social-work"]]);
    expect(social(byLaw)).toEqual([]);
    expect(social({ statutory: { requiredAgency: "social-work", holders: [] } })).toEqual([]);
    expect(social({ route: "evidence-from-universal-services" })).toEqual([]);
  });
});

describe("H8: the named person is considered first", () => {
  const first = (of: Partial<BestPlacedFacts>) => said(highland, of, "highland.best-placed-named-person");
  const words = "The named person is considered first and may take the role. Passing over them needs a reason.";
  test("unless the law names a person, or an agency that is not theirs", () => {
    expect(first({})).toEqual([["expected", "teacher", words]]);
    expect(first(byLaw)).toEqual([]);
    expect(first({ statutory: { requiredAgency: "social-work", holders: [] } })).toEqual([]);
    expect(first({ statutory: { requiredAgency: "education", holders: [] } })).toEqual([
      ["expected", "teacher", words],
    ]);
    expect(first({ namedPerson: "none" })).toEqual([]);
    expect(first({ namedPerson: "not-recorded" })).toEqual([
      ["unknown", "the named person", "The child's named person is not recorded, and comes first."],
    ]);
  });
  test("everybody else who is involved may lead, and it is said from whose agency", () => {
    const rules = asItStands(highland).rulesFor("lead-professional.best-placed");
    const rule = rules.find(({ title }) => title === "The lead may come from the named person's agency or another");
    const others = (of: Partial<BestPlacedFacts>) => said(highland, of, rule?.id ?? "");
    const involved = [
      anInvolved("teacher", { agency: "education" }),
      anInvolved("senco", { agency: "education" }),
      anInvolved("nurse"),
      anInvolved("soon", { involvement: "about-to-start" }),
    ];
    expect(others({ involved })).toEqual([
      ["may", "senco", "May lead, from the named person's own agency."],
      ["may", "nurse", "May lead, from another agency than the named person's."],
    ]);
    expect(others({ involved, namedPersonAgency: "not-recorded" }).map((one) => one[2])).toEqual(
      Array.from(
        { length: 2 },
        () => "May lead. The named person's agency is not recorded, so nobody can say whether this is another one.",
      ),
    );
  });
});
