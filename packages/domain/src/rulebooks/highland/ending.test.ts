import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { EndingFacts, HandoverFacts } from "../../lead-professional/ending-model.ts";
import { actingFacts, anAssignment, chainFacts } from "../../testing/continuity.ts";
import { endingFacts, handoverFacts, reopeningFacts } from "../../testing/ending.ts";
import { inShort } from "../../testing/lead-professional.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const on = (day: string) => noonOn(localDate(day));
const ending = (of: Partial<EndingFacts>) => book.gate("lead-professional.ending", endingFacts(of), on("2026-09-04"));
const handover = (of: Partial<HandoverFacts>) =>
  book.gate("lead-professional.handover", handoverFacts(of), on("2026-10-05"));

describe("HIG-104: a transfer is planned, and there is never nobody and never two", () => {
  const lead = { id: "keir", from: localDate("2026-10-05"), ends: "none" } as const;
  const successor = {
    id: "sim",
    isByLaw: false,
    effectiveOn: localDate("2027-01-18"),
    acceptedOn: localDate("2027-01-08"),
    familyToldOn: localDate("2027-01-11"),
  } as const;
  test.each([
    ["2027-01-08", "filled | keir"],
    ["2027-01-17", "filled | keir"],
    ["2027-01-18", "filled | sim"],
    ["2027-01-19", "filled | sim"],
  ])("accepted 8 January, effective 18, on %s: %s", (day, who) => {
    expect(inShort(book.designation("lead-professional.acting", actingFacts({ lead, successor }), on(day)))).toBe(who);
  });
  test("the two stretches meet", () => {
    const chain = (until: string) =>
      book.gate(
        "lead-professional.chain",
        chainFacts([anAssignment("keir", "2026-10-05", until), anAssignment("sim", "2027-01-18")], {
          neededFrom: localDate("2026-10-05"),
        }),
        on("2027-01-08"),
      ).answer;
    expect([chain("2027-01-17"), chain("2027-01-18"), chain("2027-01-19")]).toEqual([
      "prevents",
      "permits",
      "prevents",
    ]);
  });
  test("reason, what is passed on and acceptance", () => {
    const planned = { effectiveOn: localDate("2027-01-18"), reason: "risk-reduced" } as const;
    expect(handover(planned).answer).toBe("permits");
    expect(handover({ ...planned, acceptedOn: "none" }).answer).toBe("prevents");
    expect(handover({ ...planned, passedOnInWriting: false }).answer).toBe("prevents");
    expect(handover({ ...planned, reason: "none" }).answer).toBe("unknown");
  });
});

describe("HIG-130: moving co-ordination from the named person to a separate lead is planned with the family", () => {
  const move = {
    outgoing: { id: "sim", isNamedPerson: true },
    incoming: { id: "keir", isNamedPerson: false },
    reason: "needs-changed",
    effectiveOn: localDate("2026-10-05"),
    acceptedOn: localDate("2026-09-28"),
    introducedOn: localDate("2026-10-02"),
  } as const;
  test("Nan Sim and Ms Keir visit on 2 October and co-ordination moves on 5", () => {
    expect(handover(move).answer).toBe("permits");
  });
  test("a start with no introduction needs a reason", () => {
    expect(handover({ ...move, introducedOn: "none" })).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "reason" }],
    });
    expect(handover({ ...move, introducedOn: "none", noIntroductionReasonGiven: true }).answer).toBe("permits");
    expect(handover({ ...move, introducedOn: localDate("2026-10-05") }).answer).toBe("permits");
    expect(handover({ ...move, introducedOn: localDate("2026-10-06") }).answer).toBe("permits-if");
  });
  test("how the family found it is asked for; between two separate leads neither is", () => {
    expect(handover({ ...move, familysWords: "not-recorded" }).missing).toEqual(["how the family found it"]);
    expect(handover({ ...move, familysWords: false }).answer).toBe("permits");
    const apart = {
      ...move,
      outgoing: { id: "orr", isNamedPerson: false },
      introducedOn: "none",
      familysWords: "not-recorded",
    } as const;
    expect(handover(apart).answer).toBe("permits");
  });
});

describe("HIG-53: additional help ends in planned steps", () => {
  const agencies = [{ agency: "health", lastDay: localDate("2026-09-25") }] as const;
  test.each([
    ["2026-09-24", "prevents"],
    ["2026-09-25", "permits"],
    ["2026-09-26", "permits"],
  ])("told on 7 September, therapy's last day 25, contact Mrs Shaw: closing on %s: %s", (day, answer) => {
    expect(ending({ agencies, on: localDate(day) }).answer).toBe(answer);
  });
  test("and not before: the day is named", () => {
    expect(ending({ agencies, on: localDate("2026-09-24") }).from).toBe("2026-09-25");
  });
  const cases: readonly [string, Partial<EndingFacts>, string][] = [
    ["the child was not told", { childToldOn: "none" }, "prevents"],
    ["not recorded whether the child was told", { childToldOn: "not-recorded" }, "unknown"],
    ["the family was not told", { familyToldOn: "none" }, "prevents"],
    ["an agency has no last day", { agencies: [{ agency: "health", lastDay: "none" }] }, "unknown"],
    ["agencies not recorded", { agencies: "not-recorded" }, "unknown"],
    ["nobody to contact afterwards", { contactAfterwards: "none" }, "prevents"],
  ];
  test.each(cases)("%s", (_, of, answer) => {
    expect(ending(of).answer).toBe(answer);
  });
});

describe("HIG-106: the present named person resumes, and help that is left becomes a single-agency plan or ends", () => {
  test("ends on 25 September with one school action left: Mrs Shaw leads a single-agency plan holding it", () => {
    const decision = ending({ openActions: 1, remainingHelp: "single-agency-plan" });
    expect(decision.answer).toBe("permits");
    expect(decision.findings.map(({ because }) => because).join(" ")).toContain(
      "(1 action) goes into a single-agency plan, led by the named person",
    );
    expect(ending({ openActions: 1 }).answer).toBe("prevents");
  });
  test("not confirmed: the lead stays", () => {
    expect(ending({ namedPerson: { id: "shaw", toldOn: localDate("2026-09-07"), confirmedOn: "none" } }).answer).toBe(
      "prevents",
    );
  });
});

describe("HIG-53: help that ended on 25 September is taken up again after it, and linked to what was before", () => {
  const again = (of: Parameters<typeof reopeningFacts>[0], day = "2026-09-26") =>
    book.gate("lead-professional.reopening", reopeningFacts(of), on(day));
  test("T21: need that returns before the last day opens nothing new", () => {
    const answers = ["2026-09-24", "2026-09-25", "2026-09-26"].map((day) => again({}, day).answer);
    expect(answers).toEqual(["prevents", "prevents", "permits"]);
    expect(again({}, "2026-09-25").findings[0]?.because).toBe(
      "The earlier episode has not ended. It goes on with the lead it has; nothing is taken up again.",
    );
  });
  test("an episode that is not linked to the one before is refused, and the one before stays as it was", () => {
    expect(again({ isLinkedToEarlier: false })).toMatchObject({ answer: "prevents" });
    expect(again({}).findings).toMatchObject([
      {
        strength: "ours",
        clause: { source: "Highland", at: "H5, bullet 8" },
        because: "The episode that ended on 25 September 2026 stays as it was; a new one begins, linked to it.",
      },
    ]);
  });
  test("whether one ended is asked for, and not taken for a no", () => {
    expect(again({ endedOn: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["whether an earlier episode ended"],
    });
  });
});
