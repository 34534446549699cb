import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { agreementFacts, notAgreedFacts, recorded } from "../../testing/agreement.ts";
import { asItStands } from "../questions.ts";
import { bolton } from "./bolton.ts";

const book = asItStands(bolton);
const on = noonOn(localDate("2026-12-02"));
const ladder = (entries = [recorded("views-of-child", "done"), recorded("views-of-family", "done")]) =>
  book.ladder("lead-professional.agreement", agreementFacts({ entries }), on);

describe("BOL-5.7: the young person and the family are asked first", () => {
  test("nothing opens before both were asked or a reason stands instead", () => {
    expect(ladder([]).next).toEqual(["views-of-child", "views-of-family"]);
    expect(ladder([recorded("views-of-child", "not-possible")]).next).toEqual(["views-of-family"]);
  });
});

describe("BOL-5.6: the lead is normally agreed at an Action Meeting, and accepts", () => {
  test("meeting, then acceptance, then the appointment", () => {
    const asked = [recorded("views-of-child", "done"), recorded("views-of-family", "done")];
    expect(ladder().stages.map(({ stage }) => stage)).toEqual([
      "views-of-child",
      "views-of-family",
      "action-meeting",
      "acceptance",
    ]);
    expect(ladder().next).toEqual(["action-meeting"]);
    const met = [...asked, recorded("action-meeting")];
    expect(ladder(met).next).toEqual(["acceptance"]);
    expect(ladder([...met, recorded("acceptance")]).permits).toEqual(["lead-professional.appoint"]);
  });
  test("'normally': a reason may stand in the meeting's place", () => {
    const asked = [
      recorded("views-of-child", "done"),
      recorded("views-of-family", "done"),
      recorded("action-meeting", "not-possible"),
    ];
    expect(ladder(asked).next).toEqual(["acceptance"]);
  });
});

describe("BOL-D17: a disagreement about who leads goes from manager to manager", () => {
  test("in touch within 2 working days, settled within 5", () => {
    const { owed } = book.duty(
      "lead-professional.not-agreed",
      notAgreedFacts({ assessor: "fay" }),
      noonOn(localDate("2026-11-23")),
    );
    expect(owed.map(({ act, due }) => [act, due])).toEqual([
      ["lead-professional.be-interim-contact", "at-once"],
      ["lead-professional.contact-other-manager", { day: "2026-11-25" }],
      ["lead-professional.managers-agree", { day: "2026-11-30" }],
    ]);
  });
});
