import { expect, test } from "vitest";
import { strengths } from "../kernel/clause.ts";
import { AskDeparture, DecideDeparture } from "./departure-commands.ts";
import { departureTakes } from "./departure-takes.ts";

test("CWDC-STATUS, RN-02: what a departure takes goes by the weight of the rule; every weight has an answer", () => {
  expect(Object.fromEntries(strengths.map((strength) => [strength, departureTakes({ strength, at: "2.15" })]))).toEqual(
    {
      law: "exceptional",
      "statutory guidance": "exceptional",
      "national standard": "exceptional",
      "good practice": "reason",
      "local procedure": "reason",
      ours: "reason",
    },
  );
  expect(departureTakes({ strength: "national standard", at: "Annex C, youth justice" })).toBe("youth-standard");
  expect(departureTakes({ strength: "good practice", at: "Annex C, youth justice" })).toBe("reason");
});

test("CWDC-STATUS: without a reason nothing is asked for and nothing is decided", () => {
  const key = "7f0c1a52-0c0e-4b4a-9d35-0f2f8f0f5a01";
  const asked = { idempotencyKey: key, rule: "england.family-agreement", from: "2026-11-23", reason: "  " };
  expect(AskDeparture.safeParse(asked).error?.issues[0]?.message).toBe("Enter why the rule is departed from");
  expect(AskDeparture.safeParse({ ...asked, reason: "A pilot" }).success).toBe(true);
  expect(AskDeparture.safeParse({ ...asked, reason: "A pilot", lastDay: "2026-11-22" }).error?.issues[0]?.path).toEqual(
    ["lastDay"],
  );
  const decided = { idempotencyKey: key, departureId: "019ab8a0-0000-7000-8000-00000000abcd", outcome: "approved" };
  expect(DecideDeparture.safeParse({ ...decided, reason: "" }).success).toBe(false);
});
