import { describe, expect, test } from "vitest";
import { ReferralFacts } from "../concern/model.ts";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { referralFacts } from "../testing/consent.ts";
import { rulebooks } from "./index.ts";
import { asItStands } from "./questions.ts";

const at = noonOn(localDate("2026-11-24"));
const everythingOpen = ReferralFacts.shape.waitingFor.parse([
  ...["dispute", "lead-professional", "workload", "agreement", "signature", "approval", "assessment", "meeting"],
]);
const consents = ["given", "refused", "withdrawn", "none", "not-recorded"] as const;

describe.each(rulebooks.map((of) => [of.id, asItStands(of)] as const))(
  "WIG-4b in %s: nothing holds up a safeguarding referral",
  (_, book) => {
    const ask = (of: Parameters<typeof referralFacts>[0]) => book.gate("concern.referral", referralFacts(of), at);
    test.each(everythingOpen)("%s is open", (open) => {
      expect(ask({ waitingFor: [open] })).toMatchObject({ answer: "permits", needs: [] });
    });
    test.each(consents)("consent: %s", (consent) => {
      expect(ask({ consent }).answer).toBe("permits");
    });
    test("all of it at once, by whoever and for whatever: what is not written down yet may be afterwards", () => {
      for (const consent of consents)
        for (const by of ["dan", "none", "not-recorded"] as const)
          for (const reasonGiven of [true, false])
            expect(["permits", "permits-if"]).toContain(
              ask({ consent, by, reasonGiven, waitingFor: everythingOpen }).answer,
            );
    });
  },
);
