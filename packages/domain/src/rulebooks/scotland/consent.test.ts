import { describe, expect, test } from "vitest";
import type { ReferralFacts } from "../../concern/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { referralFacts } from "../../testing/consent.ts";
import { highland } from "../highland/highland.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

describe.each([scotland, highland])("GIR-20, GN-15: a safeguarding referral waits for nothing, in $id", (edition) => {
  const book = asItStands(edition);
  const refer = (of: Partial<ReferralFacts>) =>
    book.gate("concern.referral", referralFacts(of), noonOn(localDate("2026-05-05")));
  test("with who and why, whatever else is open and whatever was said of consent", () => {
    for (const consent of ["given", "refused", "withdrawn", "none", "not-recorded"] as const)
      expect(refer({ consent, waitingFor: ["lead-professional", "meeting", "assessment"] }).answer).toBe("permits");
    expect(refer({ consent: "refused", waitingFor: ["lead-professional"] }).findings).toMatchObject([
      {
        rule: "scotland.referral",
        strength: "ours",
        force: "must",
        clause: { source: "GIRFEC", at: "G1, item 3, sentence 1" },
        because: "A safeguarding referral can be made now. It does not wait for who leads, consent.",
      },
    ]);
  });
  test("without them it goes first, and they are written down afterwards", () => {
    const decision = refer({ by: "not-recorded", reasonGiven: false });
    expect(decision.answer).toBe("permits-if");
    expect(decision.needs.map(({ code }) => code)).toEqual(["referred-by", "referral-reason"]);
  });
});
