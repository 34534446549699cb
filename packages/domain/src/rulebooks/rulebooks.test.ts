import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import type { SuitabilityFacts } from "../lead-professional/model.ts";
import { workingCalendar } from "../kernel/working-days.ts";
import { asItStands } from "./questions.ts";
import { wigan } from "./wigan/wigan.ts";

describe("WIG-8.4.2a: newly qualified practitioners wait 18 months before training", () => {
  const facts: SuitabilityFacts = {
    practitioner: {
      id: "p", workplaceInArea: true, enhancedCheck: "not-recorded", qualification: { on: localDate("2025-05-23") }, recommendation: "none",
      training: "none", informationSharingTraining: "none", firstLedOn: "never", mentor: "none", mentoredBefore: [], engagement: "permanent", exception: "none", inPool: true,
    },
    startsOn: localDate("2026-11-22"), isStatutoryPostHolder: false, involvement: "involved", openActions: 1, calendar: workingCalendar("england-and-wales"),
  };
  test.each([["2026-11-22", "prevents"], ["2026-11-23", "permits"]])("qualified 23 May 2025, asked on %s: %s", (day, answer) => {
    const decision = asItStands(wigan).gate("lead-professional.training", facts, noonOn(localDate(day)));
    expect(decision.findings.find((f) => f.rule === "wigan.newly-qualified")?.effect).toBe(answer);
    expect(decision.values).toMatchObject([{ name: "monthsAfterQualifying", value: 18 }]);
  });
});
