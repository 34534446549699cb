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
import type { Transfer } from "../../transition/model.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const on = (day: string) => noonOn(localDate(day));
const inAugust = (of: Parameters<typeof aKeyPoint>[0] = {}) => aKeyPoint({ on: localDate("2027-08-17"), ...of });
const acts = (of: Parameters<typeof aKeyPoint>[0], day: string) =>
  book.duty("transition.duties", transitionFacts({ keyPoints: [inAugust(of)] }), on(day)).owed.map(({ act }) => act);

describe("GIR-43: key transition points are dated, the lead has a task before each, and the plan shows the support", () => {
  test.each([
    ["2027-02-16", []],
    ["2027-02-17", ["transition.open:secondary", "transition.write-support:secondary"]],
  ])("Kai moves to secondary on 17 August 2027, on %s: %j", (day, wanted) => {
    expect(acts({}, day)).toEqual(wanted);
  });
  test("with additional support needs a year before, and so where nobody recorded it (GD-15)", () => {
    expect(acts({ additionalSupport: true }, "2026-08-16")).toEqual([]);
    expect(acts({ additionalSupport: true }, "2026-08-17")).toEqual(["transition.open:secondary"]);
    expect(acts({ additionalSupport: "not-recorded" }, "2026-08-17")).toEqual(["transition.open:secondary"]);
    expect(acts({ additionalSupport: true, kind: "early-years-to-primary" }, "2027-02-16")).toEqual([]);
    expect(acts({ additionalSupport: true, kind: "early-years-to-primary" }, "2027-02-17")).toHaveLength(2);
  });
  test("the plan gains two visits and a buddy: nothing more is owed, and the review passes", () => {
    const written = { openedOn: localDate("2027-02-17"), supportWritten: true } as const;
    expect(acts(written, "2027-03-01")).toEqual([]);
    const review = (supportWritten: boolean | "not-recorded", reviewOn = "2027-03-01") =>
      book.gate(
        "transition.review",
        transitionReviewFacts({ keyPoints: [inAugust({ supportWritten })], reviewOn: localDate(reviewOn) }),
        on(reviewOn),
      ).answer;
    expect([review(true), review(false), review("not-recorded")]).toEqual(["permits", "prevents", "unknown"]);
    expect([review(false, "2027-02-16"), review(false, "2027-08-16"), review(false, "2027-08-17")]).toEqual([
      "silent",
      "prevents",
      "silent",
    ]);
  });
});

describe("GIR-46: when a family moves away the plan goes on, and the transfer stays open until somebody accepts", () => {
  const owed = (leadTransfer: Transfer, day: string) =>
    book.duty("transition.cross-border", crossBorderFacts({ move: aMove({ leadTransfer }) }), on(day)).owed;
  const close = (leadTransfer: Transfer, day = "2026-08-10") =>
    book.gate("transition.close-after-move", closeAfterMoveFacts({ leadTransfer }), on(day)).answer;
  const accepted = aTransfer({
    receiver: "lead-there",
    sentOn: localDate("2026-08-04"),
    acceptedOn: localDate("2026-08-10"),
  });
  test("Mia's family moves on 3 August; the new area accepts on 10: open until then, closed with that date", () => {
    expect(owed(accepted, "2026-08-02")).toEqual([]);
    expect(owed(accepted, "2026-08-03")).toMatchObject([
      { act: "cross-border.transfer-lead", who: "lead-professional" },
    ]);
    expect(owed(accepted, "2026-08-09")[0]?.because).toContain("sent on 4 August 2026 and not yet accepted");
    expect(owed(accepted, "2026-08-10")).toEqual([]);
    expect([close(accepted, "2026-08-09"), close(accepted)]).toEqual(["prevents", "permits"]);
  });
  test("or until each attempt to find somebody is written down", () => {
    const tried = aTransfer({ attempts: [localDate("2026-08-05"), localDate("2026-08-12")] });
    expect(owed(tried, "2026-08-20")[0]?.because).toContain("nobody found yet, after 2 attempts");
    expect(owed(aTransfer({ receiver: "lead-there" }), "2026-08-20")[0]?.because).toContain("not yet sent");
    expect(close(tried)).toBe("prevents");
    expect(close({ ...tried, everyAttemptLogged: true })).toBe("permits");
    expect(owed({ ...tried, everyAttemptLogged: true }, "2026-08-20")).toEqual([]);
    expect(close(aTransfer({ acceptedOn: "not-recorded" }))).toBe("unknown");
  });
});
