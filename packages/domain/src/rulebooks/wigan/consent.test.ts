import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { OptionsFacts } from "../../people/family-model.ts";
import { referralFacts } from "../../testing/consent.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const referral = (of: Parameters<typeof referralFacts>[0]) =>
  asItStands(wigan).gate("concern.referral", referralFacts(of), noonOn(localDate("2026-11-24")));

describe("WIG-4b: nothing in allocation, dispute or workload holds up a safeguarding referral", () => {
  test("a disagreement is open on Mia's case and Dan records a risk of harm: the way is open at once", () => {
    const decision = referral({ waitingFor: ["dispute"] });
    expect(decision).toMatchObject({ answer: "permits", needs: [] });
    expect(decision.findings).toEqual([
      expect.objectContaining({
        rule: "wigan.referral",
        clause: { source: "CP3.1", at: "4" },
        strength: "local procedure",
        because: "A safeguarding referral can be made now. It does not wait for a disagreement.",
      }),
    ]);
  });
  test("nothing is open and consent is there: it waits for nothing all the same", () => {
    expect(referral({}).findings[0]?.because).toBe(
      "A safeguarding referral can be made now. It does not wait for anything.",
    );
  });
  test.each([
    [{ by: "none" }, ["referred-by"]],
    [{ by: "not-recorded" }, ["referred-by"]],
    [{ reasonGiven: false }, ["referral-reason"]],
    [{ by: "none", reasonGiven: false }, ["referred-by", "referral-reason"]],
  ] as const)("%o: open, with %o to be written down after", (of, codes) => {
    const decision = referral(of);
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs.map(({ code }) => code)).toEqual(codes);
    expect(decision.findings[0]?.because).toContain("that may be done straight afterwards");
  });
});

describe("WIG-7.3: the options and the family's choice are kept together", () => {
  const courses = {
    child: { id: "child-1" },
    offered: ["course A", "course B"],
    offeredOn: localDate("2026-11-10"),
    chosen: "course B",
  } as const;
  const options = (of: Partial<OptionsFacts>) =>
    asItStands(wigan).gate("people.options", { ...courses, ...of }, noonOn(localDate("2026-11-24")));
  test("two parenting courses on 10 November 2026: the plan shows both, and which the mother chose", () => {
    const decision = options({});
    expect(decision.answer).toBe("permits");
    expect(decision.findings[0]).toMatchObject({
      clause: { source: "CP3.1", at: "7.3" },
      because: "On 10 November 2026 the family was offered course A and course B, and chose course B.",
    });
    expect(options({ chosen: "none" }).findings[0]?.because).toMatch(/and wanted none of it\.$/);
  });
  test("what was not offered is written down as an option first", () => {
    expect(options({ chosen: "course C" }).answer).toBe("prevents");
  });
  test.each([
    [{ offered: "not-recorded" }, "which options the family was offered"],
    [{ offered: [] }, "which options the family was offered"],
    [{ offeredOn: "none" }, "the day on which the options were offered"],
    [{ chosen: "not-recorded" }, "which option the family chose"],
  ] as const)("%o: %s is missing", (of, missing) => {
    expect(options(of)).toMatchObject({ answer: "unknown", missing: [missing] });
  });
});
