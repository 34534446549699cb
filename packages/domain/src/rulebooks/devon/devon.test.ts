import { describe, expect, test } from "vitest";
import type { ReportAreaFacts } from "../../access/report-area.ts";
import type { OpenAssessmentFacts } from "../../assessment/shared-assessment.ts";
import type { HelpdeskFacts } from "../../concern/helpdesk.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { ChangeFacts, HandoverFacts } from "../../lead-professional/ending-model.ts";
import type { StatusDutiesFacts } from "../../lead-professional/model.ts";
import type { PanelFacts } from "../../meeting/panel-model.ts";
import { choiceFacts } from "../../testing/choice.ts";
import { changeFacts, handoverFacts } from "../../testing/ending.ts";
import { anInvolved, aStatus, statusDutiesFacts, statutoryFacts } from "../../testing/lead-professional.ts";
import { panelFacts } from "../../testing/panel.ts";
import { calledHere } from "../../transition/concepts.ts";
import type { LevelOfNeed } from "../../vocabulary/plans.ts";
import { england } from "../england/england.ts";
import { poole } from "../poole/poole.ts";
import { asItStands } from "../questions.ts";
import { devon } from "./devon.ts";

const book = asItStands(devon);
const at = (day: string) => noonOn(localDate(day));

describe("CWDC-VAR-DEVON-1: three levels, and the role is called key worker at every one of them", () => {
  test("Devon's own words, which are not Poole's or the guide's", () => {
    expect(book.terms).toEqual({
      leadProfessional: "key worker",
      singleLevelOfNeed: "Level 1",
      integratedLevelOfNeed: "Level 2",
      complexLevelOfNeed: "Level 3",
    });
    expect(asItStands(poole).terms).toEqual({});
    expect(asItStands(england).terms).toEqual({});
  });
});

describe("CWDC-VAR-DEVON-2: at Level 1 all agencies use one assessment", () => {
  const open = (of: Partial<OpenAssessmentFacts> = {}) =>
    book.gate(
      "assessment.open",
      { child: { id: "child" }, level: "single", open: { id: "a", startedOn: localDate("2026-11-10") }, ...of },
      at("2026-11-12"),
    );
  test("the school began on 10 November: the health visitor's own on 12 November is refused", () => {
    expect(open().findings).toMatchObject([
      {
        rule: "devon.one-assessment",
        effect: "prevents",
        clause: { source: "Devon", at: "feature 1" },
        because:
          "An assessment has been open for this child since 10 November 2026, and all agencies use that one: open it and add your part.",
      },
    ]);
  });
  test("with none open it may be opened", () => {
    expect(open({ open: "none" }).answer).toBe("permits");
  });
  test("what is not recorded is asked for", () => {
    expect(open({ open: "not-recorded" }).missing).toEqual(["whether an assessment is open"]);
    expect(open({ level: "not-recorded" }).missing).toEqual(["level of need"]);
  });
  test.each(["integrated", "complex"] as const)("at the level %s Devon does not speak", (level) => {
    expect(open({ level }).answer).toBe("silent");
  });
});

describe("CWDC-VAR-DEVON-3: how often the panel meets and how formal it is, each locality settles", () => {
  const panel = { id: "b", kind: "multi-agency-panel" } as const;
  const owed = (of: Partial<PanelFacts>) =>
    book.duty("meeting.panel", panelFacts({ panel, lastMetOn: localDate("2026-11-25"), ...of }), at("2026-11-25")).owed;
  test("locality A: every 4 weeks, and minutes are asked for", () => {
    const owedInA = owed({ everyWeeks: 4, keeps: "minutes", kept: "notes" });
    expect(owedInA).toMatchObject([
      {
        act: "meeting.write-minutes",
        due: "at-once",
        because: "This locality keeps minutes: write those of the meeting of 25 November 2026.",
      },
      { act: "meeting.hold-panel", due: { day: "2026-12-23" } },
    ]);
    expect(owed({ everyWeeks: 4, keeps: "minutes", kept: "minutes" }).map(({ act }) => act)).toEqual([
      "meeting.hold-panel",
    ]);
  });
  test("locality B: every 2 weeks, notes only, and no minutes are owed on 25 November", () => {
    expect(owed({ everyWeeks: 2, keeps: "notes", kept: "notes" })).toMatchObject([
      { act: "meeting.hold-panel", due: { day: "2026-12-09" } },
    ]);
    expect(owed({ everyWeeks: 2, keeps: "notes", kept: "minutes" })).toHaveLength(1);
    expect(owed({ everyWeeks: 2, keeps: "notes", kept: "none" })[0]).toMatchObject({
      act: "meeting.write-notes",
      because: "This locality keeps notes, and no minutes: write those of the meeting of 25 November 2026.",
    });
    expect(owed({ everyWeeks: 2, keeps: "notes", kept: "not-recorded" })[0]?.act).toBe("meeting.write-notes");
  });
  test.each([
    ["none", "Settle for this locality how often the panel meets: that is not settled."],
    ["not-recorded", "Settle for this locality how often the panel meets: that is not recorded."],
  ] as const)("how often it meets is %s: it is to be settled", (everyWeeks, because) => {
    expect(owed({ everyWeeks, keeps: "notes", kept: "notes" })).toMatchObject([
      { act: "meeting.settle-panel", due: "at-once", because },
    ]);
  });
  test.each(["none", "not-recorded"] as const)("how formal it is, %s: it is to be settled", (keeps) => {
    expect(owed({ everyWeeks: 2, keeps, kept: "notes" })[0]?.act).toBe("meeting.settle-panels-record");
  });
  test("nothing is kept of a meeting that was not held", () => {
    expect(owed({ everyWeeks: 2, keeps: "minutes", lastMetOn: "none" }).map(({ act }) => act)).toEqual([
      "meeting.hold-panel",
    ]);
  });
});

describe("CWDC-VAR-DEVON-4: whoever leads at Level 1 carries on at Level 2", () => {
  const step = { from: "single", to: "integrated" } as const;
  const change = (from: LevelOfNeed, to: LevelOfNeed) => {
    const levelChange = { from, to, on: localDate("2026-11-10"), handoverOpenedOn: "none" } as const;
    const facts: ChangeFacts = changeFacts({ levelChange });
    return book.duty("lead-professional.change", facts, at("2026-11-10")).owed.map(({ act }) => act);
  };
  test("with no change of level nothing is owed", () => {
    for (const levelChange of ["none", "not-recorded"] as const)
      expect(book.duty("lead-professional.change", changeFacts({ levelChange }), at("2026-11-10")).owed).toEqual([]);
  });
  test("Level 1 to 2 on 10 November opens no handover; other changes of level do", () => {
    expect(change("single", "integrated")).toEqual([]);
    expect(change("integrated", "complex")).toEqual(["handover.open-for-level"]);
    expect(change("integrated", "single")).toEqual(["handover.open-for-level"]);
    expect(change("single", "complex")).toEqual(["handover.open-for-level"]);
    expect(change("complex", "integrated")).toEqual(["handover.open-for-level"]);
  });
  const handover = (of: Partial<HandoverFacts> = {}) =>
    book.gate(
      "lead-professional.handover",
      handoverFacts({
        effectiveOn: localDate("2026-11-10"),
        acceptedOn: localDate("2026-11-09"),
        familyToldOn: localDate("2026-11-09"),
        introducedOn: localDate("2026-11-09"),
        reasonHasWords: true,
        levelChange: step,
        familyAgreedOn: localDate("2026-11-10"),
        ...of,
      }),
      at("2026-11-10"),
    );
  const said = (of: Partial<HandoverFacts>) =>
    handover(of).findings.filter(({ rule }) => rule === "devon.handover-next-level");
  test("a panel member instead: with a reason, and the family's agreement", () => {
    expect(handover().answer).toBe("permits");
    expect(said({}).map(({ because }) => because)).toEqual([
      "It is written down why somebody else leads at the next level.",
      "The family agreed on 10 November 2026 that somebody else leads.",
    ]);
  });
  test("without a reason one is asked for", () => {
    expect(handover({ reasonHasWords: false })).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "reason", code: "another-lead-at-next-level" }],
    });
  });
  test("without the family's agreement it is refused, or waits for its day", () => {
    expect(handover({ familyAgreedOn: "none" }).answer).toBe("prevents");
    expect(handover({ familyAgreedOn: localDate("2026-11-11") })).toMatchObject({
      answer: "prevents",
      from: "2026-11-11",
    });
    expect(handover({ familyAgreedOn: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["whether the family agrees to another lead"],
    });
  });
  test("the same person, another step, no step, and a lead set by law are asked nothing", () => {
    const incoming = { id: "keir", isNamedPerson: false };
    const { levelChange: _, ...unchanged } = handoverFacts({ familyAgreedOn: "none" });
    const decision = book.gate("lead-professional.handover", unchanged, at("2026-11-10"));
    expect(decision.findings.filter(({ rule }) => rule === "devon.handover-next-level")).toEqual([]);
    expect(said({ incoming }).map(({ effect }) => effect)).toEqual(["permits"]);
    expect(said({ incoming, reasonHasWords: false, familyAgreedOn: "none" }).map(({ because }) => because)).toEqual([
      'The same person goes on leading from "One practitioner can help" to "Help from several, as one response".',
    ]);
    expect(said({ levelChange: { from: "integrated", to: "complex" } })).toEqual([]);
    expect(said({ levelChange: { from: "single", to: "complex" } })).toEqual([]);
    expect(said({ isByLaw: true })).toEqual([]);
  });
});

describe("CWDC-VAR-DEVON-5: the social worker leads a child in need first, and a service plan follows quickly", () => {
  const owed = (of: Partial<StatusDutiesFacts> & { phase?: "assessment" | "decided" }, day: string) => {
    const { phase = "assessment", ...more } = of;
    const status = aStatus("child-in-need", "2026-11-09", { childInNeedPhase: phase, holder: "sw" });
    const facts = statusDutiesFacts({ child: { id: "child", statuses: [status] }, ...more });
    return book
      .duty("lead-professional.status-duties", facts, at(day))
      .owed.filter(({ rule }) => rule === "devon.service-plan");
  };
  test("from 9 November the social worker leads; decided on 4 December, the health visitor may", () => {
    const lead = (phase: "assessment" | "decided", day: string) =>
      book.designation(
        "lead-professional.statutory",
        statutoryFacts({
          child: { statuses: [aStatus("child-in-need", "2026-11-09", { childInNeedPhase: phase, holder: "sw" })] },
          involved: [
            anInvolved("sw", { agency: "social-work", posts: ["social-worker"] }),
            anInvolved("hv", { posts: ["health-visitor"] }),
          ],
        }),
        at(day),
      );
    expect(lead("assessment", "2026-11-09")).toMatchObject({ answer: "filled", tier: "must", holders: [{ id: "sw" }] });
    const decided = lead("decided", "2026-12-04");
    expect(decided).toMatchObject({
      answer: "open",
      tier: "may",
      holders: [
        { kind: "person", id: "sw" },
        { kind: "post", post: "practitioner-on-the-team" },
      ],
      barred: [],
    });
  });
  test("the plan is due 28 days after 9 November", () => {
    expect(owed({}, "2026-11-09")).toMatchObject([
      { who: "social-worker", whoId: "sw", act: "plan.put-in-place", due: { day: "2026-12-07" }, force: "should" },
    ]);
  });
  test("not before the status, nor once services or the plan are decided", () => {
    expect(owed({}, "2026-11-08")).toEqual([]);
    expect(owed({ phase: "decided" }, "2026-12-04")).toEqual([]);
    expect(owed({ goingOnDecidedOn: localDate("2026-12-04") }, "2026-12-05")).toEqual([]);
    expect(owed({ goingOnDecidedOn: localDate("2026-11-08") }, "2026-11-10")).toHaveLength(1);
    expect(owed({ goingOnDecidedOn: localDate("2026-11-09") }, "2026-11-10")).toEqual([]);
    expect(owed({ goingOnDecidedOn: "not-recorded" }, "2026-11-10")).toHaveLength(1);
  });
});

describe("CWDC-VAR-DEVON-6: looked after or registered, the social worker stays lead, and the others stay on the team", () => {
  test.each(["looked-after", "child-protection-plan"] as const)("%s: nobody of Levels 1 and 2 can lead", (kind) => {
    const decision = book.designation(
      "lead-professional.statutory",
      statutoryFacts({
        child: { statuses: [aStatus(kind, "2026-11-09", { holder: "sw" })] },
        involved: [
          anInvolved("sw", { agency: "social-work", posts: ["social-worker"] }),
          anInvolved("school", { agency: "education" }),
          anInvolved("hv", { posts: ["health-visitor"] }),
        ],
      }),
      at("2026-11-25"),
    );
    expect(decision).toMatchObject({ answer: "filled", tier: "must" });
    expect(decision.holders).toEqual([{ kind: "person", id: "sw", post: "named-social-worker" }]);
    expect(decision.findings.map(({ because }) => because)).toEqual([
      expect.stringContaining("the named social worker leads, and no one else can be chosen."),
    ]);
  });
  test.each([
    ["school", "education", "prevents"],
    ["hv", "health", "prevents"],
    ["sw", "social-work", "permits"],
  ] as const)("a choice of %s (%s): %s", (chosen, chosenAgency, answer) => {
    const asks = book.asks("lead-professional.choice", localDate("2026-11-25"));
    const of = { chosen, chosenAgency, statutory: { requiredAgency: "social-work", holders: ["sw"] } } as const;
    expect(book.gate("lead-professional.choice", choiceFacts(asks, of), at("2026-11-25")).answer).toBe(answer);
  });
});

describe("CWDC-VAR-DEVON-7: a helpdesk in each locality, in two of the three for more than social care", () => {
  const refer = (of: Partial<HelpdeskFacts>) =>
    book.gate(
      "concern.helpdesk",
      { child: { id: "child" }, locality: "C", service: "crisis", isSafeguarding: false, ...of },
      at("2026-11-25"),
    );
  test("locality C refers a crisis: social care only", () => {
    expect(refer({}).findings).toMatchObject([
      {
        effect: "prevents",
        because:
          "Social care only: the helpdesk of this locality does not take referrals to crisis services yet. Turn to the service itself.",
      },
    ]);
  });
  test.each([
    ["A", "crisis", "permits"],
    ["B", "mental-health", "permits"],
    ["C", "mental-health", "prevents"],
    ["C", "social-care", "permits"],
    ["not-recorded", "social-care", "permits"],
    ["not-recorded", "crisis", "unknown"],
  ] as const)("locality %s, %s: %s", (locality, service, answer) => {
    expect(refer({ locality, service }).answer).toBe(answer);
  });
  test.each(["C", "not-recorded"] as const)("a safeguarding referral is never held up (locality %s)", (locality) => {
    expect(refer({ locality, isSafeguarding: true }).answer).toBe("permits");
  });
});

describe("CWDC-VAR-DEVON-8: three localities of three pilot areas each, and reports by area, locality, county", () => {
  const nine = ["A", "B", "C"].flatMap((locality) => [1, 2, 3].map((n) => ({ id: `${locality}${n}`, locality })));
  const ask = (area: ReportAreaFacts["area"], reaches: ReportAreaFacts["reader"]["reaches"], place: string) =>
    book.gate("access.report-area", { area, reader: { id: "m", reaches, place } }, at("2026-11-25"));
  const seen = (reaches: ReportAreaFacts["reader"]["reaches"], place: string) =>
    nine.filter((area) => ask(area, reaches, place).answer === "permits").map(({ id }) => id);
  test("a manager of locality A sees A1, A2 and A3; the county sees nine; an area its own", () => {
    expect(seen("locality", "A")).toEqual(["A1", "A2", "A3"]);
    expect(seen("county", "county")).toHaveLength(9);
    expect(seen("area", "B2")).toEqual(["B2"]);
  });
  test("outside it is refused, with the reason", () => {
    expect(ask({ id: "B1", locality: "B" }, "locality", "A").findings).toMatchObject([
      { effect: "prevents", because: "This area lies outside the locality of this manager." },
    ]);
    expect(ask({ id: "A1", locality: "A" }, "locality", "A").findings[0]?.because).toBe(
      "This area lies in the locality of this manager.",
    );
  });
  test("what is not recorded is asked for", () => {
    expect(ask({ id: "A1", locality: "not-recorded" }, "locality", "A").missing).toEqual(["the locality of the area"]);
    expect(ask({ id: "A1", locality: "A" }, "area", "not-recorded").missing).toEqual(["the manager's own place"]);
    expect(ask({ id: "A1", locality: "not-recorded" }, "area", "A1").answer).toBe("permits");
  });
});

describe("CWDC-1.4: what crosses a border carries its neutral code beside the local word", () => {
  const everybodys = { leadProfessional: "lead professional" };
  const poolesBook = asItStands(poole);
  const take = (code: string) =>
    poolesBook.gate(
      "transition.taken-in",
      {
        child: { id: "child" },
        from: "devon",
        concepts: [{ code, label: calledHere("leadProfessional", book.terms, everybodys) ?? "" }],
      },
      at("2026-11-25"),
    );
  test("Devon's key worker opens in Poole as lead professional, and is kept as it came", () => {
    expect(take("leadProfessional").findings).toMatchObject([
      {
        effect: "permits",
        rule: "england.code-beside-label",
        because: '"key worker" is shown in this area\'s own word, and kept as it came in the history.',
      },
    ]);
    expect(calledHere("leadProfessional", poolesBook.terms, everybodys)).toBe("lead professional");
    expect(calledHere("leadProfessional", book.terms, everybodys)).toBe("key worker");
    expect(calledHere("mentor", book.terms, everybodys)).toBeUndefined();
  });
  test.each(["none", "not-recorded"])("the local word alone, its code %s, is not taken in", (code) => {
    expect(take(code).findings).toMatchObject([
      {
        effect: "prevents",
        because:
          '"key worker" came as the other area\'s own word alone. Ask that area what it means, so that it can be shown in ours.',
      },
    ]);
  });
});
