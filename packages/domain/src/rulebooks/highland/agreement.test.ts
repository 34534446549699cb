import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type { AgreementFacts } from "../../lead-professional/model.ts";
import { agreementFacts, notAgreedFacts, recorded } from "../../testing/agreement.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const calendar = workingCalendar("scotland");
const ladder = (of: Partial<AgreementFacts> = {}) =>
  book.ladder("lead-professional.agreement", agreementFacts({ calendar, ...of }), noonOn(localDate("2026-09-30")));
const keir = { id: "ms-keir", isNamedPerson: false, agency: "social-work", managers: 1 } as const;
const shaw = { id: "mrs-shaw", isNamedPerson: true, agency: "education", managers: 1 } as const;
const asked = [recorded("views-of-child", "done"), recorded("views-of-family", "done")];
const stagesOf = (of: Partial<AgreementFacts>) => ladder(of).stages.map(({ stage }) => stage);

describe("HIG-117: in all cases the views come first", () => {
  test("each stage stands once, in Part 3's own words", () => {
    expect(stagesOf({})).toEqual(["views-of-child", "views-of-family", "manager-consulted", "acceptance"]);
    expect(ladder().findings.every(({ clause }) => clause.source === "Highland")).toBe(true);
    expect(ladder().next).toEqual(["views-of-child", "views-of-family"]);
  });
});

describe("HIG-42: the named person is not confirmed before a manager was consulted", () => {
  const own = { proposed: shaw, namedPersonAgency: "education", route: "evidence-from-universal-services" } as const;
  test("Mrs Shaw's yes without it permits nothing; with Mr Laing of 20 February it does", () => {
    const accepted = [...asked, recorded("acceptance")];
    expect(ladder({ ...own, entries: accepted }).permits).toEqual([]);
    expect(ladder({ ...own, entries: [...accepted, recorded("manager-consulted", "done")] }).permits).toEqual([
      "lead-professional.appoint",
    ]);
  });
});

describe("HIG-121: outside the required agency a manager of that agency records an exception first", () => {
  const skye = { proposed: { ...shaw, isNamedPerson: true }, requiredAgency: "social-work" } as const;
  test("her guidance teacher waits for a social work manager, who gives a reason and what it rests on", () => {
    const asked = ladder(skye);
    expect(asked.next).toEqual(["agency-exception"]);
    expect(asked.stages[0]).toMatchObject({ whose: "required-agency-manager", enteredBy: ["required-agency-manager"] });
    expect(asked.findings[0]?.needs).toMatchObject([{ what: "reason" }, { what: "evidence" }]);
  });
  test("recorded, the others are asked; declined, it stops; a reason in its place is none", () => {
    const said = (outcome: "agreed" | "declined" | "not-possible") =>
      ladder({ ...skye, entries: [recorded("agency-exception", outcome)] });
    expect(said("agreed").next).toEqual(["views-of-child", "views-of-family"]);
    expect(said("declined").answer).toBe("stopped");
    expect(said("not-possible").answer).toBe("stopped");
  });
  test("a social worker, or whoever leads by law, needs none", () => {
    expect(stagesOf({ ...skye, proposed: keir })).not.toContain("agency-exception");
    expect(stagesOf({ ...skye, isByLaw: true })).not.toContain("agency-exception");
  });
});

describe("HIG-41: named person and manager decide together, whichever way", () => {
  test("the consultation stands for another lead too, and no reason replaces it", () => {
    const stage = ladder({ proposed: keir }).stages.find((one) => one.stage === "manager-consulted");
    expect(stage).toMatchObject({ kind: "consultation", decides: true, mayBeLeftOut: false });
  });
});

describe("HIG-90: a lead from another agency comes about through a child's meeting, unless left out with a reason", () => {
  const upTo = [...asked, recorded("manager-consulted", "done")];
  test("social work for Rory, whose named person is of health", () => {
    expect(ladder({ proposed: keir, entries: upTo }).next).toEqual(["childs-meeting"]);
  });
  test("health for Flora, whose named person is of education: left out, all spoken to by phone", () => {
    const flora = {
      namedPersonAgency: "education",
      entries: [...upTo, recorded("childs-meeting", "not-possible")],
    } as const;
    expect(ladder(flora).next).toEqual(["acceptance"]);
  });
  test("from the named person's own agency there is none", () => {
    expect(stagesOf({})).not.toContain("childs-meeting");
  });
  test("where nobody recorded whose agency the named person's is, it is arranged", () => {
    expect(stagesOf({ namedPersonAgency: "not-recorded" })).toContain("childs-meeting");
  });
});

describe("HIG-88: on the first route nothing is held up for want of a meeting", () => {
  test("four calls and no meeting: accepted", () => {
    expect(stagesOf({ proposed: keir, route: "evidence-from-universal-services" })).not.toContain("childs-meeting");
  });
});

describe("HIG-148: without agreement on who leads the disagreement opens, help goes on, somebody is the contact", () => {
  const rory = notAgreedFacts({
    calendar,
    neededSince: localDate("2026-09-10"),
    discussedOn: "none",
    convenor: "nan-sim",
  });
  const acts = (day: string) =>
    book.duty("lead-professional.not-agreed", rory, noonOn(localDate(day))).owed.map(({ act }) => act);
  test.each([
    ["2026-09-23", "lead-professional.agree-lead"],
    ["2026-09-24", "lead-professional.agree-lead"],
    ["2026-09-25", "lead-professional.open-dispute"],
  ])("needed since 10 September, asked on %s (HD-20)", (day, act) => {
    expect(acts(day)).toEqual(expect.arrayContaining([act, "lead-professional.be-interim-contact"]));
    expect(acts(day)).toHaveLength(2);
  });
  test("a due day that is not yet published is not promised", () => {
    const late = { ...rory, neededSince: localDate("2028-12-28"), interimContact: "nan-sim" };
    expect(
      book.duty("lead-professional.not-agreed", late, noonOn(localDate("2028-12-29"))).owed.map(({ due }) => due),
    ).toEqual(["not-published"]);
  });
});
