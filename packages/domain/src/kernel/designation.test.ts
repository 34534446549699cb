import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DesignationFinding, type Holder, resolveDesignation, tiers } from "./designation.ts";

const base = {
  title: "",
  clause: { source: "S", at: "1" },
  strength: "law",
  force: "must",
  because: "",
  about: "child:c",
} as const;
const person = (id: string, post?: string): Holder => ({ kind: "person", id, ...(post ? { post } : {}) });
const post = (of: string): Holder => ({ kind: "post", post: of });
const put = (tier: (typeof tiers)[number] | "barred", holder: Holder, more: object = {}): DesignationFinding => ({
  ...base,
  rule: `${tier} ${JSON.stringify(holder)}`,
  tier,
  holder,
  ...more,
});
const notNeeded: DesignationFinding = { ...base, rule: "not-needed", tier: "not-needed" };
const unknown: DesignationFinding = { ...base, rule: "unknown", tier: "unknown", missing: "legal statuses" };
const answer = (...findings: readonly DesignationFinding[]) => resolveDesignation(findings).answer;

describe("who, or which?", () => {
  test.each([
    ["silent", []],
    ["filled", [put("must", person("a"))]],
    ["required", [put("must", post("social-worker"))]],
    ["required", [put("must", { kind: "agency", agency: "health" })]],
    ["decide-together", [put("must", person("a")), put("must", person("b"))]],
    ["required", [put("expected", person("a"))]],
    ["decide-together", [put("expected", person("a")), put("expected", post("senco"))]],
    ["suggested", [put("suggested", person("a")), put("suggested", person("b"))]],
    ["open", [put("may", person("a"))]],
    ["open", [put("barred", person("a"))]],
    ["open", [unknown, notNeeded]],
    ["not-needed", [notNeeded]],
    ["suggested", [notNeeded, put("suggested", person("a"))]],
  ] as const)("%s", (expected, findings) => {
    expect(answer(...findings)).toBe(expected);
  });
  test("the highest tier wins and the others are not holders", () => {
    const result = resolveDesignation([
      put("may", person("c")),
      put("must", person("a")),
      put("expected", person("b")),
    ]);
    expect(result).toMatchObject({ answer: "filled", tier: "must", holders: [person("a")] });
  });
  test("a fact that is missing is named beside the answer, once", () => {
    expect(resolveDesignation([unknown, unknown, put("suggested", person("a"))])).toMatchObject({
      answer: "suggested",
      missing: ["legal statuses"],
    });
  });
  test("a barred holder is out of every tier, unless the bar is lifted", () => {
    const bar = put("barred", person("a"));
    expect(resolveDesignation([bar, put("must", person("a")), put("suggested", person("b"))])).toMatchObject({
      answer: "suggested",
      holders: [person("b")],
      barred: [person("a")],
    });
    expect(answer({ ...bar, liftedBy: "x" }, put("must", person("a")))).toBe("filled");
  });
  test("a post and the person known to hold it are one holder", () => {
    expect(
      resolveDesignation([put("must", post("social-worker")), put("must", person("a", "social-worker"))]),
    ).toMatchObject({
      answer: "filled",
      holders: [person("a", "social-worker")],
    });
  });
  test("holders stand in the clause's order of mention; who answers for them is beside", () => {
    const result = resolveDesignation([
      put("suggested", person("b"), { order: 2, accountable: post("team-manager") }),
      put("suggested", person("a"), { order: 1, accountable: post("team-manager") }),
    ]);
    expect(result.holders).toEqual([person("a"), person("b")]);
    expect(result.accountable).toEqual([post("team-manager")]);
  });
  test("the order of rules does not matter to the answer", () => {
    const any = fc.oneof(
      fc
        .tuple(fc.constantFrom(...tiers, "barred" as const), fc.constantFrom("a", "b", "c"))
        .map(([tier, id]) => put(tier, person(id))),
      fc.constantFrom(notNeeded, unknown),
    );
    fc.assert(
      fc.property(fc.array(any), (findings) => {
        const [one, other] = [findings, [...findings].reverse()].map((list) => resolveDesignation(list));
        expect(other?.answer).toBe(one?.answer);
        expect(new Set(other?.holders)).toEqual(new Set(one?.holders));
      }),
    );
  });
});
