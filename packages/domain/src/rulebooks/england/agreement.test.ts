import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { momentOn, noonOn } from "../../kernel/moment.ts";
import type { AgreementFacts, NotAgreedFacts } from "../../lead-professional/model.ts";
import { agreementFacts, notAgreedFacts, recorded } from "../../testing/agreement.ts";
import { bolton } from "../bolton/bolton.ts";
import { highland } from "../highland/highland.ts";
import { poole } from "../poole/poole.ts";
import { adopt, asItStands } from "../questions.ts";
import { scotland } from "../scotland/scotland.ts";
import { wigan } from "../wigan/wigan.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const on = noonOn(localDate("2026-11-25"));
const ladder = (of: Partial<AgreementFacts> = {}) => book.ladder("lead-professional.agreement", agreementFacts(of), on);
const owed = (of: Partial<NotAgreedFacts> = {}, day = "2026-11-24") =>
  book.duty("lead-professional.not-agreed", notAgreedFacts(of), noonOn(localDate(day))).owed;

describe("CWDC-FIG3A-5: chosen together, accepted, the manager agrees, the family agrees, and only then active", () => {
  const views = [recorded("views-of-child", "done"), recorded("views-of-family", "done")];
  const upTo = (...stages: string[]) => [...views, ...stages.map((stage) => recorded(stage))];

  test("the stages in order", () => {
    expect(ladder().stages.map(({ stage, order }) => [stage, order])).toEqual([
      ["views-of-child", 1],
      ["views-of-family", 1],
      ["group-discussion", 3],
      ["acceptance", 4],
      ["line-manager", 5],
      ["family-agreement", 6],
    ]);
  });
  test.each([
    [[], ["views-of-child", "views-of-family"], []],
    [views, ["group-discussion"], []],
    [upTo("group-discussion"), ["acceptance"], []],
    [upTo("group-discussion", "acceptance"), ["line-manager"], []],
    [upTo("group-discussion", "acceptance", "line-manager"), ["family-agreement"], []],
    [upTo("group-discussion", "acceptance", "line-manager", "family-agreement"), [], ["lead-professional.appoint"]],
  ])("after %j", (entries, next, permits) => {
    expect(ladder({ entries })).toMatchObject({ next, permits });
  });
  test("a family that refuses leaves it provisional (RN-10)", () => {
    const entries = [
      ...upTo("group-discussion", "acceptance", "line-manager"),
      recorded("family-agreement", "not-agreed"),
    ];
    expect(ladder({ entries })).toMatchObject({ answer: "stopped", permits: [] });
  });
  test("views inform: a view that could not be had holds nobody up", () => {
    const entries = [recorded("views-of-child", "not-possible"), recorded("views-of-family", "done")];
    expect(ladder({ entries }).next).toEqual(["group-discussion"]);
  });
  test("the manager's four working days are borrowed: proposed on Wednesday 25 November, to the end of Tuesday 1 December (RN-09)", () => {
    expect(ladder().stages.find(({ stage }) => stage === "line-manager")?.clock).toEqual({ day: "2026-12-01" });
  });
  test("an area may let the day close at 17:00", () => {
    const settings = { managersAgreeCloses: "17:00" };
    const own = adopt(england, { id: "a", from: localDate("2026-01-01"), settings, terms: {}, departures: [] });
    const stages = own.ladder("lead-professional.agreement", agreementFacts(), on).stages;
    expect(stages.find(({ stage }) => stage === "line-manager")?.clock).toEqual({ day: "2026-12-01", hour: "17:00" });
  });
});

describe.each([england, wigan, bolton, poole, scotland, highland])(
  "where the law fills the role no agreement blocks it, in $id",
  (edition) => {
    const byLaw = asItStands(edition).ladder("lead-professional.agreement", agreementFacts({ isByLaw: true }), on);
    test("every stage is a notice, and the appointment is permitted from the start", () => {
      expect(byLaw.stages.length).toBeGreaterThan(0);
      expect(byLaw.stages.every(({ kind, decides }) => kind === "notice" && !decides)).toBe(true);
      expect(byLaw.permits).toEqual(["lead-professional.appoint"]);
    });
    test("a refusal by anybody is recorded and changes nothing", () => {
      const entries = byLaw.stages.map(({ stage }) => recorded(stage, "not-agreed"));
      const after = asItStands(edition).ladder(
        "lead-professional.agreement",
        agreementFacts({ isByLaw: true, entries }),
        on,
      );
      expect(after).toMatchObject({ answer: "complete", permits: ["lead-professional.appoint"] });
    });
  },
);

describe.each([england, wigan, bolton, poole, scotland, highland])(
  "an agreement that completes permits the appointment, in $id",
  (edition) => {
    test("and nothing before it does", () => {
      const given = asItStands(edition);
      const all = given
        .ladder("lead-professional.agreement", agreementFacts(), on)
        .stages.map(({ stage }) => recorded(stage));
      const permitted = (entries: typeof all) =>
        given.ladder("lead-professional.agreement", agreementFacts({ entries }), on).permits;
      expect(permitted(all)).toEqual(["lead-professional.appoint"]);
      for (let count = 0; count < all.length; count += 1) expect(permitted(all.slice(0, count))).toEqual([]);
    });
  },
);

describe("RN-09 and RN-11: what follows while nobody was agreed on in England", () => {
  test("the managers have four working days from the proposal, else from the discussion", () => {
    const managers = (of: Partial<NotAgreedFacts>, day?: string) =>
      owed(of, day).find(({ act }) => act === "lead-professional.managers-agree")?.due;
    const proposed = { proposedOn: localDate("2026-11-25") };
    for (const day of ["2026-11-25", "2026-11-26"]) expect(managers(proposed, day)).toEqual({ day: "2026-12-01" });
    expect(managers(proposed, "2026-11-24")).toEqual({ day: "2026-11-27" });
    expect(managers({ proposedOn: "none" })).toEqual({ day: "2026-11-27" });
    expect(managers({ discussedOn: "none" })).toBeUndefined();
  });
  test("the assessor is the contact for now, and no lead professional", () => {
    expect(owed({ assessor: "ewo" })[0]).toMatchObject({
      act: "lead-professional.be-interim-contact",
      whoId: "ewo",
      who: "assessor",
      due: "at-once",
    });
    expect(owed({ assessor: "not-recorded" })[0]).toMatchObject({ act: "lead-professional.name-interim-contact" });
    expect(owed({ assessor: "ewo", interimContact: "ewo" }).map(({ act }) => act)).toEqual([
      "lead-professional.managers-agree",
    ]);
  });
  test("with a lead in place nothing is owed", () => {
    expect(owed({ hasLead: true })).toEqual([]);
  });
  test("not before the day of the need", () => {
    const before = book.duty(
      "lead-professional.not-agreed",
      notAgreedFacts({ discussedOn: "none" }),
      momentOn(localDate("2026-11-15"), "12:00:00"),
    );
    expect(before.owed).toEqual([]);
  });
});
