import { describe, expect, test } from "vitest";
import { type LocalDate, localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { lateByAgency } from "../../supervision/late-by-agency.ts";
import type { LeadSupervised, SupervisionDutiesFacts } from "../../supervision/model.ts";
import { aLeadSupervised, noteFacts, supervisionFacts, supervisorFacts } from "../../testing/supervision.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const at = (day: string) => noonOn(localDate(day));
const owed = (of: Partial<SupervisionDutiesFacts>, day = "2026-10-05") =>
  book.duty("supervision.duties", supervisionFacts({ practitionerId: "keir", manager: "area-manager", ...of }), at(day))
    .owed;
const keir = (of: Partial<LeadSupervised> = {}) => aLeadSupervised({ from: localDate("2026-10-05"), ...of });

describe("HIG-142: each lead has a supervisor and an interval fitted to the demands", () => {
  const setUp = (of: Partial<LeadSupervised>) =>
    owed({ leads: [keir(of)] }).filter(({ act }) => act === "supervision.set-up");
  const fortnightly = { setOn: localDate("2026-10-05"), supervisor: "sue", everyDays: 14 } as const;
  test("Ms Keir leads from 5 October with nothing set: her manager has an open task", () => {
    expect(setUp({ arrangement: "none" })).toMatchObject([{ whoId: "area-manager", due: { day: "2026-10-05" } }]);
    expect(setUp({ arrangement: "not-recorded" })).toHaveLength(1);
  });
  test.each([
    [14, true, 0],
    [15, true, 1],
    [42, false, 0],
    [14, "not-recorded", 0],
    [15, "not-recorded", 1],
  ] as const)("every %i days, high risk %s: %i tasks", (everyDays, riskIsHigh, tasks) => {
    expect(setUp({ arrangement: { ...fortnightly, everyDays }, riskIsHigh })).toHaveLength(tasks);
  });
  test("whether the risk is high is asked for where nobody recorded it and it would matter", () => {
    const arrangement = { ...fortnightly, everyDays: 42 };
    expect(setUp({ arrangement, riskIsHigh: "not-recorded" })).toMatchObject([
      { due: "unknown", because: expect.stringMatching(/^It is not recorded whether risk is high in case /) },
    ]);
    expect(setUp({ arrangement, riskIsHigh: true })).toMatchObject([{ whoId: "area-manager", due: "at-once" }]);
  });
  test("her own agency supervises", () => {
    const decision = book.designation(
      "supervision.supervisor",
      supervisorFacts({ lineManager: "sue" }),
      at("2026-10-05"),
    );
    expect(decision).toMatchObject({ answer: "filled", holders: [{ id: "sue" }] });
  });
});

describe("HIG-143: notes of supervision are kept apart from the child's record", () => {
  test("a member of the core group who opens Rory's record does not see the note", () => {
    const read = (of: Parameters<typeof noteFacts>[0]) =>
      book.gate("supervision.note", noteFacts(of), at("2026-10-22"));
    expect(read({ reader: { id: "cg", role: "practitioners-involved", supervises: "none" } }).answer).toBe("prevents");
    expect(
      read({ reader: { id: "cg", role: "named-person", supervises: "none" }, what: "shared-actions" }).answer,
    ).toBe("prevents");
    expect(read({}).answer).toBe("permits");
  });
});

describe("HIG-144: leads past their interval, by agency", () => {
  test("education has 22 leads in November 2026, 3 of them late, each with who supervises", () => {
    const leads = Array.from({ length: 22 }, (_, at) => ({
      agency: "education",
      supervisor: at === 0 ? "laing" : "shaw",
      isLate: at < 3,
    }));
    expect(lateByAgency([...leads, { agency: "health", supervisor: "orr", isLate: false }])).toEqual([
      { agency: "education", leads: 22, late: 3, supervisors: ["laing", "shaw"] },
      { agency: "health", leads: 1, late: 0, supervisors: [] },
    ]);
  });
  test("the interval is the one settled for the lead; where none is, no clock runs", () => {
    const due = (of: Partial<LeadSupervised>) =>
      owed({ leads: [keir(of)] }, "2026-11-24").find(({ act }) => act === "supervision.discuss-case")?.due;
    const arrangement = { setOn: localDate("2026-10-05"), supervisor: "sue", everyDays: 14 } as const;
    expect(due({ arrangement, lastDiscussedOn: localDate("2026-11-09") })).toEqual({ day: "2026-11-23" });
    expect(due({ arrangement: "none", lastDiscussedOn: localDate("2026-11-09") })).toBeUndefined();
  });
});

describe("HIG-196: named persons too have a manager to turn to", () => {
  const named = (of: Partial<SupervisionDutiesFacts>) =>
    owed({ leads: [], namedPersonFor: 19, ...of }).filter(({ act }) => act === "supervision.name-manager");
  test("a P1 teacher of 19 children has the head; one without is on the school's list", () => {
    expect(named({ manager: "head" })).toEqual([]);
    expect(named({ manager: "none" })).toMatchObject([{ who: "head-teacher", about: "practitioner:keir" }]);
    expect(named({ manager: "not-recorded" })).toHaveLength(1);
    expect(named({ manager: "none", namedPersonFor: 0 })).toEqual([]);
  });
});

describe("HIG-8: negotiation and diplomacy are on the record of development, and talked about in supervision", () => {
  const discuss = (discussedOn: "none" | "not-recorded" | LocalDate, day: string) =>
    owed({ courses: [{ id: "negotiation", on: localDate("2026-05-12"), discussedOn }] }, day).filter(
      ({ act }) => act === "supervision.discuss-course:negotiation",
    );
  test("Ms Gunn's course of 12 May is listed at the session of 20 May", () => {
    expect(discuss("none", "2026-05-20")).toMatchObject([
      {
        rule: "highland.supervision-course",
        who: "line-manager",
        due: "at-once",
        because:
          "A course in negotiation or diplomacy of 12 May 2026 has not been talked about. Do so at the next session, and keep the day.",
      },
    ]);
    expect(discuss("not-recorded", "2026-05-20")).toHaveLength(1);
    expect(discuss("none", "2026-05-12")).toHaveLength(1);
    expect(discuss("none", "2026-05-11")).toEqual([]);
  });
  test("with no course on record nothing is owed for one", () => {
    expect(owed({}, "2026-05-20").filter(({ rule }) => rule === "highland.supervision-course")).toEqual([]);
  });
  test("ticked as discussed on 20 May: done from that day", () => {
    expect(discuss(localDate("2026-05-20"), "2026-05-19")).toHaveLength(1);
    expect(discuss(localDate("2026-05-20"), "2026-05-20")).toEqual([]);
  });
});
