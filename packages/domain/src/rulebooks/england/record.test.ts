import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { AnotherAssessmentFacts, ArrivalFacts, LevelChangeFacts } from "../../record/model.ts";
import { arrivalFacts, assessmentBesideFacts, levelChangeFacts, recordDutiesFacts } from "../../testing/record.ts";
import { asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const at = (day = "2026-11-24") => noonOn(localDate(day));

describe("CWDC-2.20a: one common assessment at a time", () => {
  const begin = (of: Partial<AnotherAssessmentFacts>) =>
    book.gate("record.assessment-beside", assessmentBesideFacts({ kind: "common", ...of }), at());
  const there = (isOpen: boolean, kind: "common" | "specialist" = "common") => ({
    existing: [{ id: "assessment-7", kind, isOpen }],
  });
  test("a second while one is open: refused, and led to it", () => {
    const refused = begin(there(true));
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toBe("A common assessment is open: assessment-7. Go on with that one.");
  });
  test("after it is closed, or beside a specialist one: yes", () => {
    expect(begin(there(false)).answer).toBe("permits");
    expect(begin(there(true, "specialist")).answer).toBe("permits");
    expect(begin({ existing: [] }).answer).toBe("permits");
    expect(begin({ existing: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["the assessments there are"],
      findings: [{ because: "It is not recorded whether a common assessment is open." }],
    });
  });
  test("of a specialist assessment the guide says nothing", () => {
    expect(begin({ ...there(true), kind: "specialist" }).answer).toBe("silent");
  });
});

describe("CWDC-1.8: assessment, lead and consent travel together", () => {
  const change = (of: Partial<LevelChangeFacts>) => book.gate("record.level-change", levelChangeFacts(of), at());
  test("raised to complex without what happens to the lead: refused", () => {
    const refused = change({ saysLead: false });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings.filter(({ effect }) => effect === "prevents").map(({ because }) => because)).toEqual([
      "Say what becomes of the lead professional; the level changes then.",
    ]);
  });
  test("each of the three is asked, and not recorded is neither", () => {
    expect(change({}).answer).toBe("permits");
    expect(change({ saysAssessment: false }).answer).toBe("prevents");
    expect(change({ saysConsent: false }).answer).toBe("prevents");
    expect(change({ saysConsent: "not-recorded" }).missing).toEqual(["whether consent still holds"]);
  });
});

describe("CWDC-2.10e: school and health visitor stay on the team", () => {
  const leave = (isUniversal: boolean | "not-recorded", reasonGiven = false) =>
    book.gate("record.leaving-team", { child: { id: "zara" }, practitioner: "school", isUniversal, reasonGiven }, at());
  test("taking the school off needs a reason", () => {
    expect(leave(true)).toMatchObject({ answer: "permits-if", needs: [{ what: "reason", code: "universal-leaves" }] });
    expect(leave(true, true).answer).toBe("permits");
    expect(leave("not-recorded", true).answer).toBe("unknown");
  });
  test("of others it says nothing", () => {
    expect(leave(false).answer).toBe("silent");
  });
});

describe("CWDC-ANNEXC-youth-custody-3: the assessment is complete before arrival", () => {
  const check = (of: Partial<ArrivalFacts>) => book.gate("record.arrival", arrivalFacts(of), at());
  test.each([
    ["2026-11-20T15:40:00.000Z", "permits"],
    ["2026-11-20T16:00:00.000Z", "permits"],
    ["2026-11-20T16:00:01.000Z", "prevents"],
    ["2026-11-20T16:30:00.000Z", "prevents"],
    ["none", "prevents"],
    ["not-recorded", "unknown"],
  ] as const)("arrival at 16:00, complete at %s: %s", (finishedAt, answer) => {
    expect(check({ finishedAt }).answer).toBe(answer);
  });
  test("late, with the departure recorded, it goes on as late", () => {
    const late = check({ finishedAt: "2026-11-20T16:30:00.000Z", departureRecorded: true });
    expect(late).toMatchObject({ answer: "permits", findings: [{ strength: "national standard" }] });
    expect(late.findings[0]?.because).toMatch(/was late/);
  });
  test("no arrival, no clock; an arrival that is not recorded cannot be compared", () => {
    expect(check({ arrivedAt: "none", finishedAt: "none" }).answer).toBe("permits");
    expect(check({ arrivedAt: "not-recorded" }).missing).toEqual(["when the young person arrived"]);
  });
});

describe("CWDC-2.20b: the index shows who leads by the end of the day of the change", () => {
  const owed = (indexedOn: "none" | "not-recorded" | "2026-11-24") =>
    book.duty(
      "record.duties",
      recordDutiesFacts({
        leadChange: {
          on: localDate("2026-11-24"),
          indexedOn: indexedOn === "2026-11-24" ? localDate(indexedOn) : indexedOn,
        },
      }),
      at("2026-11-25"),
    ).owed;
  test("a change on 24 November is due that day; published, nothing is owed", () => {
    expect(owed("none")).toMatchObject([
      { who: "administrator", act: "record.publish-lead", due: { day: "2026-11-24" }, clause: { at: "2.20" } },
    ]);
    expect(owed("none")[0]?.ifMissed).toMatch(/overdue/);
    expect(owed("not-recorded")).toHaveLength(1);
    expect(owed("2026-11-24")).toEqual([]);
    expect(book.duty("record.duties", recordDutiesFacts(), at()).owed).toEqual([]);
  });
});
