import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { caseChangeFacts, workloadDutiesFacts } from "../../testing/workload.ts";
import type { ChangeFacts, WorkloadDutiesFacts } from "../../workload/model.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const at = (day: string) => noonOn(localDate(day));
const change = (of: Partial<ChangeFacts>) => book.gate("workload.change", caseChangeFacts(of), at("2026-11-25"));
const owed = (of: Partial<WorkloadDutiesFacts>, day: string) =>
  book.duty("workload.duties", workloadDutiesFacts(of), at(day)).owed;
const acts = (of: Partial<WorkloadDutiesFacts>, day: string) => owed(of, day).map(({ act }) => act);

describe("WIG-6.4.2: school support staff carry no net extra load", () => {
  const sue = { isSchoolSupportStaff: true, leadsSince: localDate("2027-01-05"), lastReviewOn: "none" } as const;
  test("Sue Tate leads 2 cases from 5 January with nothing lifted", () => {
    const task = owed({ ...sue, leadMinutes: 300, liftedMinutes: 0 }, "2027-02-01").find(
      ({ act }) => act === "workload.offset",
    );
    expect(task?.because).toMatch(
      /^Net extra load: leading takes 300 minutes a week and 0 were lifted\. Lift 300 more/,
    );
  });
  test("as much lifted as leading takes owes nothing; what is not recorded is asked for", () => {
    expect(acts({ ...sue, leadMinutes: 300, liftedMinutes: 300 }, "2027-02-01")).not.toContain("workload.offset");
    expect(acts({ ...sue, leadMinutes: 300, liftedMinutes: 299 }, "2027-02-01")).toContain("workload.offset");
    expect(acts({ ...sue, leadMinutes: 300 }, "2027-02-01")).toContain("workload.offset");
  });
  test("nobody else, and not before leading", () => {
    expect(acts({ leadMinutes: 300, liftedMinutes: 0 }, "2027-02-01")).not.toContain("workload.offset");
    expect(acts({ ...sue, leadsSince: "none" }, "2027-02-01")).not.toContain("workload.offset");
    expect(acts({ ...sue, isSchoolSupportStaff: "not-recorded" }, "2027-02-01")).not.toContain("workload.offset");
  });
});

describe("WIG-8.5.3: a manager directs others to support a lead", () => {
  const minutes = { act: "support-task", by: { id: "helen", role: "lead-professionals-manager" }, to: "joe" } as const;
  test("Joe takes the minutes on 8 December: the task is his, and Priya sees it", () => {
    const decision = change({ ...minutes, dueOn: localDate("2026-12-08") });
    expect(decision.answer).toBe("permits");
    expect(decision.findings[0]).toMatchObject({ about: "practitioner:joe" });
    expect(decision.findings[0]?.because).toMatch(/8 December 2026; whoever leads sees it/);
  });
  test("without a day it is asked for; a practitioner directs nobody", () => {
    expect(change(minutes).missing).toEqual(["the day the task is due"]);
    expect(change({ ...minutes, by: { id: "p", role: "practitioner" } }).answer).toBe("prevents");
  });
});

describe("WIG-9.4.2b: the load of whoever leads is reviewed", () => {
  test("no review for 31 days: Helen is reminded on the 31st", () => {
    const lastReviewOn = localDate("2026-11-01");
    expect(owed({ lastReviewOn }, "2026-12-02")).toMatchObject([
      { act: "workload.review-load", whoId: "helen", from: "2026-12-02", due: { day: "2026-12-02" } },
    ]);
  });
  test("never reviewed, it counts from the first lead; a review before that does not count", () => {
    const leadsSince = localDate("2026-11-10");
    expect(owed({ lastReviewOn: "none", leadsSince }, "2026-11-11")[0]?.due).toEqual({ day: "2026-12-11" });
    expect(owed({ lastReviewOn: localDate("2026-09-01"), leadsSince }, "2026-11-11")[0]?.due).toEqual({
      day: "2026-12-11",
    });
    expect(owed({ leadsSince: "none" }, "2026-12-31")).toEqual([]);
  });
});

describe("WIG-9.3.2c: each team's loads are monitored", () => {
  test("Team North's last review is of 1 September: it shows on 1 December", () => {
    const team = { id: "north", lastReviewOn: localDate("2026-09-01") };
    expect(owed({ team }, "2026-12-01").find(({ act }) => act === "workload.check-team")).toMatchObject({
      who: "senior-manager",
      from: "2026-12-01",
      about: "agency:north",
    });
    const never = owed({ team: { id: "north", lastReviewOn: "not-recorded" } }, "2026-12-01");
    expect(never.find(({ act }) => act === "workload.check-team")?.due).toBe("at-once");
  });
});
