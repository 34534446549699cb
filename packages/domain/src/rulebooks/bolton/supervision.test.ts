import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { SessionFacts, SupervisionDutiesFacts } from "../../supervision/model.ts";
import { aLeadSupervised, sessionFacts, supervisionFacts } from "../../testing/supervision.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const at = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<SupervisionDutiesFacts>, day = "2026-12-01") =>
  book.duty("supervision.duties", supervisionFacts({ practitionerId: "fay", manager: "carl", ...of }), at(day)).owed;
const session = (of: Partial<SessionFacts>) => book.gate("supervision.session", sessionFacts(of), at("2026-12-01"));

describe("BOL-8.6: lead cases are discussed regularly in supervision", () => {
  const lead = (planId: string, lastDiscussedOn: "none" | "not-recorded" | ReturnType<typeof localDate>) =>
    aLeadSupervised({ planId, lastDiscussedOn, arrangement: "none" });
  const agenda = (of: Partial<SupervisionDutiesFacts>) =>
    owed(of)
      .filter(({ act }) => act === "supervision.discuss-case")
      .map(({ because, due }) => [because.split(" ")[1], due]);
  test("the Iqbal case, last discussed on 2 November, tops the agenda of 1 December", () => {
    const leads = [lead("other", localDate("2026-11-20")), lead("iqbal", localDate("2026-11-02"))];
    expect(agenda({ leads })).toEqual([
      ["iqbal", { day: "2026-11-30" }],
      ["other", { day: "2026-12-18" }],
    ]);
  });
  test("never discussed, it counts from the first day of the lead; not recorded is said", () => {
    expect(agenda({ leads: [lead("new", "none")] })).toEqual([["new", { day: "2026-09-29" }]]);
    expect(owed({ leads: [lead("unsaid", "not-recorded")] }).find(({ due }) => due === "unknown")).toBeDefined();
  });
  test("by the agency's own cycle, or by what was settled for the case (BOL-D23)", () => {
    const leads = [lead("iqbal", localDate("2026-11-02"))];
    expect(agenda({ leads, agencyCycleDays: 42 })).toEqual([["iqbal", { day: "2026-12-14" }]]);
    const settled = [aLeadSupervised({ planId: "iqbal", lastDiscussedOn: localDate("2026-11-02") })];
    expect(agenda({ leads: settled })).toEqual([["iqbal", { day: "2026-12-14" }]]);
  });
});

describe("BOL-11.1: informal support needs only a date and a line", () => {
  test("a talk of five minutes on 24 November", () => {
    const talk = { kind: "informal", heldOn: localDate("2026-11-24"), cases: [], needs: [] } as const;
    expect(session(talk).answer).toBe("permits");
    expect(session({ ...talk, hasNote: false }).answer).toBe("unknown");
    expect(session({ ...talk, heldOn: "none" }).answer).toBe("unknown");
    expect(session({ ...talk, needs: [{ id: "chairing", became: "open" }] }).answer).toBe("permits");
  });
});

describe("BOL-11.2: formal support finds needs and acts on them", () => {
  test("chairing is booked, or a reason kept", () => {
    const need = (became: "booked" | "reason-kept" | "open" | "not-recorded") =>
      session({ needs: [{ id: "chairing", became }] });
    expect(need("open")).toMatchObject({ answer: "permits-if", needs: [{ code: "training-need" }] });
    expect(need("not-recorded").answer).toBe("permits-if");
    expect([need("booked").answer, need("reason-kept").answer]).toEqual(["permits", "permits"]);
  });
});

describe("BOL-11.10: nobody is left with what is too serious or beyond them", () => {
  const report = {
    id: "r",
    kind: "beyond-expertise",
    reportedOn: localDate("2026-12-04"),
    answeredOn: "none",
  } as const;
  test("Fay's flag of 4 December reaches Carl that day, with the safeguarding way open", () => {
    const task = owed({ reports: [report] }, "2026-12-04").find(
      ({ act }) => act === "supervision.still-the-right-lead",
    );
    expect(task).toMatchObject({ whoId: "carl", due: "at-once" });
    expect(task?.because).toMatch(/safeguarding referral is open at any time/);
  });
  test("answered, or not yet said", () => {
    const acts = (of: typeof report | { answeredOn: ReturnType<typeof localDate> }, day: string) =>
      owed({ reports: [{ ...report, ...of }] }, day).map(({ act }) => act);
    expect(acts(report, "2026-12-03")).not.toContain("supervision.still-the-right-lead");
    expect(acts({ answeredOn: localDate("2026-12-04") }, "2026-12-05")).not.toContain(
      "supervision.still-the-right-lead",
    );
  });
});
