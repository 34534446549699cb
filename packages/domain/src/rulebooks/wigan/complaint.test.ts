import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ComplaintDutiesFacts, ComplaintFacts } from "../../quality/complaint-model.ts";
import { complaintDutiesFacts, complaintFacts } from "../../testing/complaint.ts";
import { asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const at = (day: string) => noonOn(localDate(day));
const may = (of: Partial<ComplaintFacts>) => book.gate("quality.complaint", complaintFacts(of), at("2026-11-24"));
const phoned = { id: "c", kind: "complaint", receivedOn: localDate("2026-11-24") } as const;
const owed = (of: Partial<ComplaintDutiesFacts>, day = "2026-11-24") =>
  book.duty("quality.complaint-duties", complaintDutiesFacts({ complaint: phoned, ...of }), at(day)).owed;

describe("WIG-8.5.5a: a father complains by phone about a lead professional", () => {
  test("the handler is the lead's manager, never the lead", () => {
    expect(may({}).answer).toBe("permits");
    expect(may({ by: { id: "amina", isInManagementLine: false } }).answer).toBe("prevents");
    expect(owed({}).map(({ whoId }) => whoId)).toEqual(["helen", "helen"]);
    expect(owed({ handler: "not-recorded" })[0]?.whoId).toBeUndefined();
  });
  test("acknowledged in 3 working days, answered in 10, once in 20 with a reason (WIG-D27)", () => {
    expect(owed({}).map(({ act, due }) => [act, due])).toEqual([
      ["quality.acknowledge-complaint", { day: "2026-11-27" }],
      ["quality.answer-complaint", { day: "2026-12-08" }],
    ]);
    const answer = (of: Partial<ComplaintDutiesFacts>, day?: string) =>
      owed({ acknowledgedOn: localDate("2026-11-24"), ...of }, day).map(({ due }) => due);
    expect(answer({ extension: { reasonGiven: true } })).toEqual([{ day: "2026-12-22" }]);
    expect(answer({ extension: { reasonGiven: false } })).toEqual([{ day: "2026-12-08" }]);
    expect(answer({ answeredOn: localDate("2026-12-01") }, "2026-12-01")).toEqual([]);
  });
});

describe("WIG-8.5.5b: performance is separate, and a raised level keeps its reason", () => {
  const formal = { complaint: { id: "p", kind: "performance" }, act: "raise-level", raisedTo: "sue" } as const;
  test("from informal advice to formal on 4 January, with why and to whom", () => {
    expect(may(formal)).toMatchObject({ answer: "permits-if", needs: [{ code: "level-raised" }] });
    expect(may({ ...formal, reasonGiven: true }).answer).toBe("permits");
    expect(may({ ...formal, raisedTo: "none" }).missing).toEqual(["to whom it goes up"]);
  });
  test("it is visible to the management line only", () => {
    expect(may({ ...formal, act: "read" }).answer).toBe("permits");
    expect(may({ ...formal, act: "read", by: { id: "dan", isInManagementLine: false } }).answer).toBe("prevents");
  });
});

describe("WIG-9.2.3: feedback about an organisation goes to its chief officer", () => {
  const feedback = { id: "f", kind: "about-organisation", receivedOn: localDate("2026-11-24") } as const;
  test("housing never attends: the chief officer has it, and its age shows until it is answered", () => {
    const [task] = owed({ complaint: feedback, about: "housing" }, "2026-12-01");
    expect(task).toMatchObject({ who: "chief-officer", about: "agency:housing", due: { day: "2026-12-08" } });
    expect(task?.because).toMatch(/7 days ago/);
    expect(owed({ complaint: feedback, about: "housing", answeredOn: localDate("2026-12-02") }, "2026-12-02")).toEqual(
      [],
    );
  });
});
