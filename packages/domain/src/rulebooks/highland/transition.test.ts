import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import {
  aKeyPoint,
  aMove,
  aTransfer,
  closeAfterMoveFacts,
  crossBorderFacts,
  transitionFacts,
  transitionReviewFacts,
} from "../../testing/transition.ts";
import type { CrossBorderFacts, PassingOnFacts } from "../../transition/model.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const on = (day: string) => noonOn(localDate(day));
const entry = (of: Parameters<typeof aKeyPoint>[0] = {}) =>
  aKeyPoint({ on: localDate("2027-08-17"), lastDayBefore: localDate("2027-07-02"), ...of });
const owed = (of: Parameters<typeof aKeyPoint>[0], day: string) =>
  book.duty("transition.duties", transitionFacts({ keyPoints: [entry(of)] }), on(day)).owed;

describe("HIG-37: the outgoing named person adds to the planning at key points", () => {
  const p1 = { kind: "early-years-to-primary", openedOn: localDate("2027-02-17"), supportWritten: true } as const;
  test("Callum starts P1 in August 2027: his health visitor's part is due by 28 May", () => {
    expect(owed({ ...p1, outgoingNotes: 0 }, "2027-05-27")).toMatchObject([
      { act: "transition.contribute:secondary", who: "named-person", due: { day: "2027-05-28" } },
    ]);
    expect(owed({ ...p1, outgoingNotes: "not-recorded" }, "2027-05-27")).toHaveLength(1);
  });
  test("two notes close it; with no last day on record there is no date", () => {
    expect(owed({ ...p1, outgoingNotes: 2 }, "2027-05-28")).toEqual([]);
    expect(owed({ ...p1, outgoingNotes: 0, lastDayBefore: "not-recorded" }, "2027-05-28")[0]?.due).toBe("unknown");
  });
});

describe("HIG-103: the lead has a task before each key point, and the spring review needs the support written", () => {
  const noted = { outgoingNotes: 1 } as const;
  test.each([
    ["2027-01-11", []],
    ["2027-01-12", ["transition.open:secondary", "transition.write-support:secondary"]],
  ])("Ewan enters S1 on 17 August 2027, on %s: %j", (day, wanted) => {
    expect(owed(noted, day).map(({ act }) => act)).toEqual(wanted);
  });
  test("with additional support needs a year before (GD-15)", () => {
    expect(owed({ ...noted, additionalSupport: true }, "2026-08-17").map(({ act }) => act)).toEqual([
      "transition.open:secondary",
    ]);
  });
  const review = (supportWritten: boolean, reviewOn: string) =>
    book.gate(
      "transition.review",
      transitionReviewFacts({ keyPoints: [entry({ supportWritten })], reviewOn: localDate(reviewOn) }),
      on(reviewOn),
    ).answer;
  test("the plan does not pass its spring review without; with three visits written it does", () => {
    expect(review(false, "2027-03-10")).toBe("prevents");
    expect(review(true, "2027-03-10")).toBe("permits");
    expect([review(false, "2027-01-11"), review(false, "2027-01-12")]).toEqual(["silent", "prevents"]);
  });
});

describe("HIG-105: when the family moves away there are two transfers, each to a named receiver", () => {
  const sent = { receiver: "there", sentOn: localDate("2027-03-01") } as const;
  const move = aMove({
    on: localDate("2027-03-01"),
    leadTransfer: aTransfer({ ...sent, acceptedOn: localDate("2027-03-03") }),
    namedPersonTransfer: aTransfer({ ...sent, acceptedOn: localDate("2027-03-08") }),
  });
  test.each([
    ["2027-02-28", []],
    ["2027-03-02", ["cross-border.transfer-lead", "cross-border.transfer-named-person"]],
    ["2027-03-03", ["cross-border.transfer-named-person"]],
    ["2027-03-07", ["cross-border.transfer-named-person"]],
    ["2027-03-08", []],
  ])("to Aberdeen on 1 March 2027; accepted on 3 and 8 March; on %s: %j", (day, wanted) => {
    expect(
      book.duty("transition.cross-border", crossBorderFacts({ move }), on(day)).owed.map(({ act }) => act),
    ).toEqual(wanted);
  });
  test("the record closes when both are through", () => {
    const close = (day: string) =>
      book.gate(
        "transition.close-after-move",
        closeAfterMoveFacts({
          movedOn: move.on,
          leadTransfer: move.leadTransfer,
          namedPersonTransfer: move.namedPersonTransfer,
        }),
        on(day),
      ).answer;
    expect([close("2027-03-03"), close("2027-03-07"), close("2027-03-08")]).toEqual([
      "prevents",
      "prevents",
      "permits",
    ]);
  });
});

describe("HIG-75: a child who travels has a named person for the stay, and a handover task on its last day", () => {
  const stay = {
    from: localDate("2026-05-04"),
    expectedLastDay: localDate("2026-06-30"),
    nextArea: "moray",
    namedPerson: "none",
    handedOverOn: "none",
  } as const;
  const ask = (of: Partial<Exclude<CrossBorderFacts["stay"], string>>, day: string) =>
    book
      .duty("transition.cross-border", crossBorderFacts({ stay: { ...stay, ...of } }), on(day))
      .owed.map(({ act, due }) => [act, due]);
  test("a showground family stays from 4 May to 30 June 2026, next area Moray", () => {
    expect(ask({}, "2026-05-03")).toEqual([]);
    expect(ask({}, "2026-05-04")).toEqual([
      ["named-person.for-the-stay", "at-once"],
      ["named-person.hand-over-after-stay", { day: "2026-06-30" }],
    ]);
    expect(ask({ namedPerson: "teacher", handedOverOn: localDate("2026-06-30") }, "2026-06-30")).toEqual([]);
  });
  test("not knowing when it ends, or where next, is asked about", () => {
    expect(ask({ namedPerson: "teacher", expectedLastDay: "not-recorded", nextArea: "none" }, "2026-05-05")).toEqual([
      ["named-person.hand-over-after-stay", "unknown"],
    ]);
  });
});

const passingOn = (of: Partial<PassingOnFacts>, day: string) =>
  book.gate(
    "transition.passing-on",
    {
      child: { id: "callum" },
      helpNow: ["speech-therapy"],
      helpBefore: ["dietitian"],
      sentOn: localDate("2027-06-11"),
      receivedOn: localDate("2027-06-18"),
      ...of,
    },
    on(day),
  );

test("HIG-38: help given now and help given before are both passed on; with past help left out it is incomplete", () => {
  expect(passingOn({}, "2027-06-18").answer).toBe("permits");
  expect(passingOn({ helpBefore: "not-recorded" }, "2027-06-18")).toMatchObject({
    answer: "unknown",
    missing: ["the help given before"],
  });
  expect(passingOn({ helpNow: "not-recorded" }, "2027-06-18").missing).toEqual(["the help given now"]);
  expect(passingOn({ helpBefore: [] }, "2027-06-18").answer).toBe("permits");
});

describe("HIG-39: it counts when the new named person has received it", () => {
  test.each([
    ["2027-06-10", "prevents", "It has not been sent yet"],
    ["2027-06-11", "prevents", "Sent on 11 June 2027, not received"],
    ["2027-06-17", "prevents", "both managers see it open"],
    ["2027-06-18", "permits", "received it on 18 June 2027"],
  ])("sent on 11 June, received on 18; on %s: %s", (day, answer, says) => {
    const decision = passingOn({}, day);
    expect(decision.answer).toBe(answer);
    expect(decision.findings.map(({ because }) => because).join(" ")).toContain(says);
  });
  test("not recorded is asked for", () => {
    expect(passingOn({ receivedOn: "not-recorded" }, "2027-06-18").answer).toBe("unknown");
  });
});
