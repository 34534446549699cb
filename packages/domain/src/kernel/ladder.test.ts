import { describe, expect, test } from "vitest";
import { type LadderFinding, resolveLadder, type StageEntry } from "./ladder.ts";

const stage = (given: Partial<LadderFinding> & Pick<LadderFinding, "stage" | "order">): LadderFinding => ({
  rule: given.stage,
  title: given.stage,
  clause: { source: "S", at: "1" },
  strength: "good practice",
  force: "must",
  because: "A stage.",
  about: "child:c",
  kind: "agreement",
  whose: "line-manager",
  enteredBy: ["line-manager"],
  decides: true,
  ...given,
});
const entry = (of: string, outcome: StageEntry["outcome"]): StageEntry => ({
  stage: of,
  outcome,
  at: "2026-11-24T12:00:00.000Z",
});

describe("an ordered process", () => {
  const accept = stage({ stage: "acceptance", order: 1 });
  const manager = stage({ stage: "line-manager", order: 2, permits: "appoint" });
  const notice = stage({ stage: "family-told", order: 1, kind: "notice", decides: false });

  test("opens the next order when everything before it is through", () => {
    expect(resolveLadder([accept, manager], []).next).toEqual(["acceptance"]);
    expect(resolveLadder([accept, manager], [entry("acceptance", "agreed")])).toMatchObject({
      next: ["line-manager"],
      permits: [],
    });
  });

  test("permits its command once every stage is through", () => {
    const entries = [entry("acceptance", "agreed"), entry("line-manager", "agreed")];
    expect(resolveLadder([accept, manager], entries)).toMatchObject({ answer: "complete", permits: ["appoint"] });
  });

  test("stops at a refusal", () => {
    expect(resolveLadder([accept, manager], [entry("acceptance", "declined")])).toMatchObject({
      answer: "stopped",
      next: [],
      permits: [],
    });
  });

  test("a notice that is open holds nothing up, and is open until it is recorded", () => {
    const alone = resolveLadder([{ ...notice, permits: "appoint" }], []);
    expect(alone).toMatchObject({ answer: "in-progress", next: ["family-told"], permits: ["appoint"] });
    expect(resolveLadder([notice, manager], []).next).toEqual(["family-told", "line-manager"]);
  });

  test("'not possible' passes only a stage that a reason may stand in for", () => {
    expect(resolveLadder([accept], [entry("acceptance", "not-possible")]).answer).toBe("stopped");
    const mayBeLeftOut = { ...accept, mayBeLeftOut: true };
    expect(resolveLadder([mayBeLeftOut], [entry("acceptance", "not-possible")]).answer).toBe("complete");
  });

  test("is silent when no clause has a stage, or all are lifted", () => {
    expect(resolveLadder([], [entry("acceptance", "agreed")]).answer).toBe("silent");
    expect(resolveLadder([{ ...accept, liftedBy: "x" }], []).answer).toBe("silent");
  });

  test("stages of one order go side by side, in any order of the rules", () => {
    const other = stage({ stage: "second-manager", order: 2 });
    for (const rules of [
      [accept, manager, other],
      [other, manager, accept],
    ]) {
      const result = resolveLadder(rules, [entry("acceptance", "agreed")]);
      expect(result.next).toEqual(["line-manager", "second-manager"]);
      expect(result.stages.map((of) => of.state)).toEqual(["through", "next", "next"]);
    }
  });

  test("a person's last word counts, and nobody's refusal is outweighed by another's consent", () => {
    const said = (by: string, outcome: StageEntry["outcome"], hour: number): StageEntry => ({
      stage: "line-manager",
      outcome,
      by,
      at: `2026-11-24T${hour}:00:00.000Z`,
    });
    const answer = (...entries: readonly StageEntry[]) => resolveLadder([manager], entries).answer;
    expect(answer(said("a", "declined", 10), said("a", "agreed", 11))).toBe("complete");
    expect(answer(said("a", "agreed", 10), said("a", "not-agreed", 11))).toBe("stopped");
    expect(answer(said("a", "declined", 10), said("b", "agreed", 11))).toBe("stopped");
    expect(answer(said("b", "agreed", 11), said("a", "declined", 10))).toBe("stopped");
  });

  test("an appeal that is open leaves standing what was decided, and is open until it is heard", () => {
    const decision = stage({ stage: "decision", order: 1, kind: "decision", permits: "appoint" });
    const appeal = stage({ stage: "appeal", order: 2, kind: "appeal", whose: "executive-group" });
    const decided = [entry("decision", "done")];
    expect(resolveLadder([decision, appeal], [])).toMatchObject({ next: ["decision"], permits: [] });
    expect(resolveLadder([decision, appeal], decided)).toMatchObject({
      answer: "in-progress",
      next: ["appeal"],
      permits: ["appoint"],
    });
    expect(resolveLadder([decision, appeal], [...decided, entry("appeal", "done")]).answer).toBe("complete");
  });

  test("what is asked and recorded only does not hold anything up once it is recorded", () => {
    const views = stage({ stage: "views", order: 1, kind: "views", decides: false });
    expect(resolveLadder([views, manager], [entry("views", "not-agreed")]).next).toEqual(["line-manager"]);
  });
});
