import { describe, expect, test } from "vitest";
import type { LateActionFacts, MayFacts, RaiseFacts, SanctionFacts, WayFacts } from "../../dispute/model.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import { recorded } from "../../testing/agreement.ts";
import { anAdoption } from "../../testing/builders.ts";
import { lateActionFacts, mayFacts, raiseFacts, sanctionFacts, wayFacts } from "../../testing/dispute.ts";
import { adopt, asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const calendar = workingCalendar("scotland");
const at = (day: string) => noonOn(localDate(day));
const undelivered = { id: "d", kind: "will-not-deliver", raisedOn: localDate("2026-11-03") } as const;
const way = (of: Partial<WayFacts> = {}, day = "2026-11-03", on = book) =>
  on.ladder("dispute.way", wayFacts({ dispute: undelivered, calendar, ...of }), at(day));
const raise = (of: Partial<RaiseFacts>) => book.gate("dispute.raise", raiseFacts(of), at("2026-11-03"));
const may = (of: Partial<MayFacts>, day = "2026-11-25") =>
  book.gate("dispute.may", mayFacts({ calendar, ...of }), at(day));
const late = (of: Partial<LateActionFacts>, day: string) =>
  book.duty("dispute.late-action", lateActionFacts({ calendar, ...of }), at(day)).owed;
const sanction = (of: Partial<SanctionFacts>, day = "2027-01-20") =>
  book.gate("dispute.sanction", sanctionFacts(of), at(day));
const stage = (decision: ReturnType<typeof way>, name: string) => decision.stages.find((one) => one.stage === name);
const keir = { id: "keir", role: "lead-professional", agency: "social-work" } as const;

describe("HIG-147: failure or inability of an agency opens the protocol", () => {
  const support = {
    kind: "will-not-deliver",
    by: keir,
    putTo: "social-work",
    action: { id: "support", agency: "voluntary" },
  } as const;
  test("failure or inability has to be picked", () => {
    expect(raise(support).missing).toEqual(["whether the agency failed or was unable"]);
    expect(raise({ ...support, failureOrInability: "inability" }).answer).toBe("permits");
    expect(raise({ ...support, failureOrInability: "failure" }).answer).toBe("permits");
  });
  test("it is about something agreed", () => {
    expect(raise({ ...support, action: "none", failureOrInability: "failure" }).answer).toBe("prevents");
  });
});

describe("HIG-149: what was opened under one policy stays under it", () => {
  test("a dispute of 24 September 2026 is asked about in 2027 by the stages and days it began with", () => {
    const draft = adopt(highland, anAdoption({ id: "2007-draft" }));
    const later = adopt(
      highland,
      anAdoption({ id: "default-2026", from: localDate("2026-12-01"), settings: { agencyStageWorkingDays: 3 } }),
    );
    const dispute = { id: "d", kind: "who-leads", raisedOn: localDate("2026-09-24") } as const;
    const entries = [recorded("own-agency", "agreed", "2026-09-29")];
    const clock = (on: typeof draft) => stage(way({ dispute, entries }, "2027-02-01", on), "own-agency")?.clock;
    expect(clock(draft)).toEqual({ day: "2026-10-08" });
    expect(clock(later)).toEqual({ day: "2026-09-29" });
    expect(way({ dispute, entries }, "2027-02-01", draft)).toMatchObject({
      answer: "complete",
      permits: ["lead-professional.appoint"],
      adoption: { id: "2007-draft" },
    });
  });
});

describe("HIG-150: stage 1 is the lead professional's own agency", () => {
  test("it goes to social work's area manager; choosing housing's manager is refused", () => {
    const reported = { kind: "resources", by: keir } as const;
    expect(raise({ ...reported, putTo: "social-work" }).answer).toBe("permits");
    expect(raise({ ...reported, putTo: "housing" }).answer).toBe("prevents");
    expect(raise({ ...reported, putTo: "not-recorded" }).answer).toBe("unknown");
    expect(way().next).toEqual(["own-agency"]);
  });
  test("the family may open one too, with the agency concerned (HN-11)", () => {
    const family = {
      kind: "family-disagrees",
      by: { id: "f", role: "family", agency: "none" },
      putTo: "health",
    } as const;
    expect(raise(family).answer).toBe("permits");
  });
  test.each([
    ["2026-10-30", []],
    ["2026-10-31", [{ day: "2026-11-06" }]],
    ["2026-11-02", [{ day: "2026-11-06" }]],
    ["2026-11-09", [{ day: "2026-11-06" }]],
  ] as const)("due on Friday 30 October: on %s reported by %j (HD-11)", (day, due) => {
    const reports = late({}, day).filter(({ act }) => act === "dispute.report-in-own-agency");
    expect(reports.map((one) => one.due)).toEqual(due);
  });
  test("reported, it is not owed again", () => {
    const acts = late({ reportedOn: localDate("2026-11-03") }, "2026-11-04").map(({ act }) => act);
    expect(acts).toEqual(["dispute.do-late-action"]);
  });
});

describe("HIG-146: what is not delivered counts against the agency that owns it", () => {
  test("housing's action, never the lead's", () => {
    const charged = late({}, "2026-11-30").find(({ act }) => act === "dispute.do-late-action");
    expect(charged).toMatchObject({ about: "agency:housing", onAccountOf: "action-owner" });
    const { action } = lateActionFacts();
    expect(late({ action: { ...action, doneOn: localDate("2026-11-10") } }, "2026-11-30")).toEqual([]);
  });
});

describe("HIG-151: stage 2 is inside each partner agency", () => {
  const passed = {
    passedOn: localDate("2026-11-06"),
    entries: [recorded("own-agency", "not-agreed", "2026-11-06")],
  };
  test("passed on 6 November, the answer is due on 20 November", () => {
    expect(stage(way(passed, "2026-11-06"), "partner-agency")).toMatchObject({
      state: "next",
      clock: { day: "2026-11-20" },
    });
  });
  test("an answer of 12 November with a start date closes it", () => {
    const entries = [...passed.entries, recorded("partner-agency", "agreed", "2026-11-12")];
    expect(way({ ...passed, entries }, "2026-11-12")).toMatchObject({ answer: "complete", permits: ["dispute.close"] });
  });
  test("not recorded when it was passed on: counted from the end of stage 1", () => {
    const entries = [recorded("own-agency", "not-agreed", "2026-11-09")];
    expect(stage(way({ entries }, "2026-11-09"), "partner-agency")?.clock).toEqual({ day: "2026-11-23" });
    expect(stage(way({}, "2026-11-03"), "partner-agency")?.clock).toEqual({ day: "2026-12-02" });
  });
});

describe("HIG-152: only then the Service Managers' Group, through the co-ordinator", () => {
  const passed = {
    passedOn: localDate("2026-11-06"),
    entries: [recorded("own-agency", "not-agreed", "2026-11-06")],
  };
  test.each([
    ["2026-11-20", "partner-agency"],
    ["2026-11-21", "papers-checked"],
  ])("no answer: on %s it is with %s", (day, next) => {
    expect(way(passed, day).next).toEqual([next]);
  });
  test("the papers are checked in 5 working days, the group decides within 20 (HD-11)", () => {
    const referred = { ...passed, referredOn: localDate("2026-11-23") };
    expect(stage(way(referred, "2026-11-24"), "papers-checked")?.clock).toEqual({ day: "2026-12-01" });
    const entries = [...passed.entries, recorded("papers-checked", "done", "2026-11-24")];
    const accepted = { ...referred, entries, papersAcceptedOn: localDate("2026-11-24") };
    expect(stage(way(accepted, "2026-11-25"), "service-managers-group")).toMatchObject({
      state: "next",
      clock: { day: "2026-12-23" },
    });
    const done = { ...accepted, entries: [...entries, recorded("service-managers-group", "done", "2026-12-02")] };
    expect(way(done, "2026-12-02").answer).toBe("complete");
  });
  test("papers that are returned hold it there", () => {
    const entries = [...passed.entries, recorded("papers-checked", "not-agreed", "2026-11-24")];
    expect(way({ ...passed, entries }, "2026-11-25").answer).toBe("stopped");
  });
  test("with the records of stages 1 and 2 it is taken, without them returned", () => {
    const { id, kind } = undelivered;
    const refer = (tried: MayFacts["tried"]) =>
      may({ dispute: { id, kind }, act: "refer-to-group", reason: "disagreement", tried });
    expect(refer(["own-agency", "partner-agency"]).answer).toBe("permits");
    for (const tried of [["own-agency"], ["partner-agency"], ["own-agency", "mediation"], []] as const)
      expect(refer(tried).answer).toBe("prevents");
    expect(refer(["own-agency"]).findings.map(({ because }) => because)).toContain(
      "Returned: attach the records of what was tried before, from the lead professional's own agency and from each partner agency's management.",
    );
    expect(refer("not-recorded").missing).toEqual(["what was tried before"]);
  });
});

describe("HIG-156: mediation before the group", () => {
  const mediation = { mediator: "mia", on: localDate("2026-11-16") };
  const gaveUp = [
    recorded("own-agency", "not-agreed", "2026-11-05"),
    recorded("partner-agency", "not-agreed", "2026-11-12"),
  ];
  test("settled on 23 November, it closes without the group", () => {
    expect(way({ mediation, entries: gaveUp }, "2026-11-16").next).toEqual(["mediation"]);
    const settled = [...gaveUp, recorded("mediation", "agreed", "2026-11-23")];
    expect(way({ mediation, entries: settled }, "2026-11-23")).toMatchObject({
      answer: "complete",
      permits: ["dispute.close"],
    });
  });
  test("not settled it goes on, and without one nothing waits for it", () => {
    const failed = [...gaveUp, recorded("mediation", "not-agreed", "2026-11-23")];
    expect(way({ mediation, entries: failed }, "2026-11-24").next).toEqual(["papers-checked"]);
    expect(way({ entries: gaveUp }, "2026-11-24").next).toEqual(["papers-checked"]);
  });
});

describe("HIG-175: a disagreement is taken only with evidence that it was tried before", () => {
  const refer = {
    dispute: { id: "d", kind: "family-disagrees" },
    act: "refer-to-group",
    reason: "disagreement",
  } as const;
  test.each([
    [["mediation", "partner-agency"], "permits"],
    [["resolution-policy"], "permits"],
    [["mediation"], "permits"],
    [["partner-agency"], "permits"],
    [["own-agency"], "permits"],
    [[], "prevents"],
  ] as const)("Ewan's mother and the school, tried %j: %s", (tried, answer) => {
    expect(may({ ...refer, tried }).answer).toBe(answer);
  });
  test("nothing attached: it is returned, and says what is asked for", () => {
    expect(may({ ...refer, tried: [] }).findings.map(({ because }) => because)).toContain(
      "Returned: attach the record of what was tried before: by the management of an agency concerned, in mediation, or under the policy on disagreements.",
    );
  });
  test("not recorded is neither", () => {
    expect(may({ ...refer, tried: "not-recorded" }).answer).toBe("unknown");
    expect(may({ ...refer, reason: "none", tried: [] }).missing).toEqual(["why it comes before the group"]);
  });
});

describe("HIG-180: only the co-ordinator places an item before the group", () => {
  test("from a lead professional it becomes a request to the co-ordinator", () => {
    expect(may({ act: "place-before-group", by: keir })).toMatchObject({
      answer: "refers",
      decidedBy: ["coordinator"],
    });
    expect(may({ act: "place-before-group", by: { id: "grant", role: "coordinator", agency: "none" } }).answer).toBe(
      "permits",
    );
  });
});

describe("HIG-177: four seats in each area, filled by member or named deputy", () => {
  const seats = (health: "member" | "named-deputy" | "nobody" | "not-recorded") =>
    [
      { agency: "police", by: "member" },
      { agency: "health", by: health },
      { agency: "education", by: "member" },
      { agency: "social-work", by: "member" },
    ] as const;
  test("3 of 4 is refused; with a named deputy it closes", () => {
    const refused = may({ act: "close-item", seats: seats("nobody") });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings[0]?.because).toMatch(/3 of 4.*health/);
    expect(may({ act: "close-item", seats: seats("named-deputy") }).answer).toBe("permits");
    expect(may({ act: "close-item", seats: seats("not-recorded") }).answer).toBe("unknown");
    expect(may({ act: "close-item", seats: seats("nobody").slice(0, 1) }).answer).toBe("prevents");
  });
  test("the Reporter and housing do not count", () => {
    const others = [
      { agency: "reporter", by: "member" },
      { agency: "housing", by: "member" },
    ] as const;
    expect(may({ act: "close-item", seats: [...seats("nobody"), ...others] }).answer).toBe("prevents");
  });
});

describe("HIG-159: no service manager closes a group decision alone", () => {
  test("education's area manager alone is refused", () => {
    const alone = { act: "decide", level: "service-managers-group" } as const;
    expect(may({ ...alone, by: { id: "e", role: "area-manager", agency: "education" } }).answer).toBe("prevents");
    expect(may({ ...alone, by: { id: "g", role: "service-managers-group", agency: "none" } }).answer).toBe("permits");
    expect(may({ act: "close-item", seats: [{ agency: "education", by: "member" }] }).answer).toBe("prevents");
  });
});

describe("HIG-173: an item about resources says why it comes and what was tried locally", () => {
  const refer = { act: "refer-to-group", reason: "beyond-area-resources" } as const;
  test("a residential school outside Highland, referred on 18 January 2027", () => {
    expect(may({ ...refer, triedLocally: true }, "2027-01-18").answer).toBe("permits");
    expect(may({ ...refer, triedLocally: false }, "2027-01-18").answer).toBe("prevents");
    expect(may(refer, "2027-01-18").missing).toEqual(["what was tried locally"]);
    expect(may({ ...refer, reason: "not-recorded" }, "2027-01-18").answer).toBe("unknown");
  });
});

describe("HIG-174: a significant resource waits for the group's sanction", () => {
  test("31,000 pounds a year awaits sanction; sanctioned on 3 February 2027 it can start", () => {
    const waits = sanction({ poundsAYear: 31_000 });
    expect(waits.answer).toBe("prevents");
    expect(waits.findings[0]?.because).toMatch(/^Awaiting sanction/);
    expect(sanction({ poundsAYear: 31_000, sanctionedOn: localDate("2027-02-03") }, "2027-02-03").answer).toBe(
      "permits",
    );
  });
  test.each([
    [9_999, "permits"],
    [10_000, "prevents"],
  ] as const)("%i pounds a year: %s (HD-23)", (poundsAYear, answer) => {
    expect(sanction({ poundsAYear }).answer).toBe(answer);
  });
  test("any placement outside; and a cost that is not recorded is neither", () => {
    expect(sanction({ poundsAYear: 10, placementOutside: true }).answer).toBe("prevents");
    expect(sanction({ poundsAYear: "not-recorded" }).missing).toEqual(["what it costs in a year"]);
    expect(sanction({ placementOutside: "not-recorded" }).missing).toEqual(["whether it is outside the area"]);
    expect(sanction({ poundsAYear: "not-recorded", placementOutside: true }).answer).toBe("prevents");
  });
});
