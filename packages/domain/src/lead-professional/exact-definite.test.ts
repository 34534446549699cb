import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands, type Rulebook } from "../rulebooks/questions.ts";
import { anInvolved, aStatus, holderInShort, statutoryFacts } from "../testing/lead-professional.ts";

type Status = ReturnType<typeof aStatus>;
type Involved = ReturnType<typeof anInvolved>;
const findings = (of: Rulebook, rule: string, statuses: readonly Status[], involved: readonly Involved[] = []) =>
  asItStands(of)
    .designation(
      "lead-professional.statutory",
      statutoryFacts({ child: { statuses }, involved }),
      noonOn(localDate("2026-11-24")),
    )
    .findings.filter((finding) => finding.rule === rule);
const inShort = (...of: Parameters<typeof findings>) =>
  findings(...of).map((finding) => [
    finding.tier,
    "holder" in finding ? holderInShort(finding.holder) : undefined,
    "order" in finding ? finding.order : undefined,
    "accountable" in finding && finding.accountable ? holderInShort(finding.accountable) : undefined,
  ]);

const order = aStatus("youth-order", "2026-11-02");
const approach = aStatus("care-programme-approach", "2026-11-02");
const needs = aStatus("complex-disability-or-health-need", "2026-11-02", { holder: "kay" });

describe("CWDC-BOX1-mental-CPA: the care co-ordinator leads", () => {
  const rule = "england.care-programme-approach";
  test("whoever holds that post for the child; nobody in it yet: the agency's manager answers", () => {
    const cai = anInvolved("cai", { posts: ["care-co-ordinator"] });
    const [, at] = inShort(england, rule, [approach])[0] ?? [];
    expect(at).toBe("the care-co-ordinator");
    expect(inShort(england, rule, [approach], [cai])).toEqual([["expected", "cai", 2, undefined]]);
    expect(inShort(england, rule, [approach])).toEqual([
      ["expected", "the care-co-ordinator", 2, "the lead-agency-manager"],
    ]);
  });
});

describe("CWDC Box 1, complex disabilities: the key worker leads", () => {
  test("the one who was identified, whatever other post is recorded of that person", () => {
    expect(inShort(england, "england.key-worker", [needs], [anInvolved("kay", { posts: ["class-teacher"] })])).toEqual([
      ["expected", "kay", 3, undefined],
    ]);
    expect(inShort(england, "england.key-worker", [{ ...needs, holderAgreedByFamily: false }])).toEqual([]);
  });
  test("one identified is enough; without one somebody is appointed, third on the list", () => {
    const { holder: _, ...nameless } = needs;
    const appointed = (...statuses: readonly Status[]) => inShort(england, "england.no-key-worker", statuses);
    expect(appointed(nameless)).toEqual([["may", "the practitioner-on-the-team", 3, undefined]]);
    expect(appointed(needs)).toEqual([]);
    expect(appointed({ ...nameless, id: "first" }, needs)).toEqual([]);
  });
});

describe("BOL-D3: two posts that statuses name are chosen between", () => {
  const tie = ["choice-between-statutory-posts", "wish-between-statutory-posts"];
  const asked = (...statuses: readonly Status[]) =>
    findings(bolton, "bolton.care-programme-approach", statuses)[0]?.needs?.map(({ code }) => code);
  const leaver = (of: Parameters<typeof aStatus>[2]) => aStatus("care-leaver", "2026-11-02", of);
  test("an order and an approach are two, whether or not anybody is named", () => {
    expect(asked(approach)).toBeUndefined();
    expect(asked(approach, order)).toEqual(tie);
  });
  test.each([
    [{ careLeaverKind: "relevant" }, tie],
    [{ careLeaverKind: "care-leaver-18-plus" }, tie],
    [{ careLeaverKind: "not-recorded" }, undefined],
    [{}, undefined],
  ] as const)("a leaver of whom is recorded %o", (of, wanted) => {
    expect(asked(approach, leaver(of))).toEqual(wanted);
  });
  test("a key worker counts once identified, unless the family said no", () => {
    const { holder: _, ...nameless } = needs;
    expect(asked(approach, nameless)).toBeUndefined();
    expect(asked(approach, needs)).toEqual(tie);
    expect(asked(approach, { ...needs, holderAgreedByFamily: false })).toBeUndefined();
  });
  test("one lock decides, and nothing is left to choose", () => {
    expect(asked(approach, order, aStatus("adoption-plan", "2026-11-24"))).toBeUndefined();
    expect(asked(approach, order, aStatus("adoption-plan", "2026-11-25"))).toEqual(tie);
  });
});

describe("CWDC-4.4: no status names a lead", () => {
  test("the choice is open, and listed last", () => {
    expect(inShort(england, "england.open-choice", [])).toEqual([
      ["may", "the practitioner-on-the-team", 9, undefined],
    ]);
    expect(inShort(england, "england.open-choice", [approach])).toEqual([]);
  });
});
