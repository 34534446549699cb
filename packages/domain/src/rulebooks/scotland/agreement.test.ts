import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type { AgreementFacts, NotAgreedFacts } from "../../lead-professional/model.ts";
import { agreementFacts, notAgreedFacts, recorded } from "../../testing/agreement.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const calendar = workingCalendar("scotland");
const ladder = (of: Partial<AgreementFacts> = {}) =>
  book.ladder("lead-professional.agreement", agreementFacts({ calendar, ...of }), noonOn(localDate("2026-05-12")));
const owed = (of: Partial<NotAgreedFacts>, day: string) =>
  book.duty(
    "lead-professional.not-agreed",
    notAgreedFacts({ calendar, discussedOn: "none", ...of }),
    noonOn(localDate(day)),
  ).owed;
const socialWorker = { id: "sw", isNamedPerson: false, agency: "social-work", managers: 1 } as const;
const asked = [recorded("views-of-child", "done"), recorded("views-of-family", "done")];

describe("GIR-24: nobody is confirmed before child and family took part, or a reason why not", () => {
  test("the family's entry empty holds it up; recorded, it goes through", () => {
    expect(ladder({ entries: [recorded("views-of-child", "done")] }).next).toEqual(["views-of-family"]);
    expect(ladder({ entries: asked }).next).toEqual(["acceptance"]);
  });
});

describe("GIR-60: child's and family's preference are asked in every case, each apart", () => {
  test("two stages, whoever is proposed and by whatever route", () => {
    for (const route of ["evidence-from-universal-services", "safety-or-statute", "not-recorded"] as const)
      expect(
        ladder({ route })
          .stages.filter(({ kind }) => kind === "views")
          .map(({ whose }) => whose),
      ).toEqual(["child", "family"]);
  });
});

describe("GIR-23: a lead from outside health and education comes about through a meeting, unless waived", () => {
  test("for a social worker a meeting is next; waived with the circumstances it is through", () => {
    const forSocialWorker = { proposed: socialWorker, route: "safety-or-statute" } as const;
    expect(ladder({ ...forSocialWorker, entries: asked })).toMatchObject({ next: ["childs-meeting"] });
    expect(
      ladder({ ...forSocialWorker, entries: [...asked, recorded("childs-meeting", "not-possible")] }).next,
    ).toEqual(["acceptance"]);
  });
  test("for a specialist of health no meeting of the agencies is asked for (GIR-17)", () => {
    expect(ladder().stages.map(({ stage }) => stage)).not.toContain("childs-meeting");
  });
});

describe("GIR-14: from evidence in universal services no step waits for a meeting", () => {
  test("even where the person proposed is from another service", () => {
    const stages = ladder({ proposed: socialWorker, route: "evidence-from-universal-services" }).stages;
    expect(stages.some(({ kind }) => kind === "meeting")).toBe(false);
  });
});

describe("GIR-44: the role moves only when the incoming person accepts", () => {
  test("before acceptance nothing is permitted, and a refusal stops it", () => {
    expect(ladder({ entries: asked }).permits).toEqual([]);
    expect(ladder({ entries: [...asked, recorded("acceptance", "declined")] }).answer).toBe("stopped");
    expect(ladder({ entries: [...asked, recorded("acceptance")] }).permits).toEqual(["lead-professional.appoint"]);
  });
});

describe("GIR-26: help may run while nobody leads, and somebody is the contact for now", () => {
  const lewis = { neededSince: localDate("2026-05-05") };
  test("from the day of the need a contact is named", () => {
    expect(owed(lewis, "2026-05-04").map(({ act }) => act)).not.toContain("lead-professional.name-interim-contact");
    expect(owed(lewis, "2026-05-05").map(({ act }) => act)).toContain("lead-professional.name-interim-contact");
    expect(owed({ ...lewis, interimContact: "head-teacher" }, "2026-05-07").map(({ act }) => act)).toEqual([
      "lead-professional.agree-lead",
    ]);
  });
  test.each([
    ["2026-05-18", "lead-professional.agree-lead"],
    ["2026-05-19", "lead-professional.agree-lead"],
    ["2026-05-20", "lead-professional.open-dispute"],
  ])("needed since 5 May: on %s %s (GD-2)", (day, act) => {
    expect(owed({ ...lewis, interimContact: "head-teacher" }, day).map((duty) => duty.act)).toEqual([act]);
  });
});

describe("GIR-27: help whose start has passed is put before its managers that day", () => {
  const respite = {
    id: "respite",
    agency: "social-work",
    toStartOn: localDate("2026-05-11"),
    startedOn: "none",
  } as const;
  const held = (day: string, startedOn: "none" | "not-recorded" | ReturnType<typeof localDate> = "none") =>
    owed({ neededSince: localDate("2026-05-05"), actions: [{ ...respite, startedOn }] }, day).filter(
      ({ act }) => act === "lead-professional.help-held-up",
    );
  test.each([
    ["2026-05-10", 0],
    ["2026-05-11", 0],
    ["2026-05-12", 1],
  ])("respite was to start on 11 May, asked on %s: %i", (day, count) => {
    expect(held(day)).toHaveLength(count);
  });
  test("both managers have it on 12 May, with the cause", () => {
    const ofBoth = { ...respite, withAgencies: ["health", "social-work"] } as const;
    const told = owed({ neededSince: localDate("2026-05-05"), actions: [ofBoth] }, "2026-05-12").filter(
      ({ act }) => act === "lead-professional.help-held-up",
    );
    const says = (agency: string) =>
      `Help from ${agency} was to start on 11 May 2026 and has not, while a lead has been pending since 5 May 2026. Help does not wait for a lead: start it, or record why it cannot.`;
    expect(told.map(({ who, about, due, because }) => [who, about, due, because])).toEqual([
      ["line-manager", "agency:social-work", "at-once", says("social work")],
      ["line-manager", "agency:health", "at-once", says("health")],
    ]);
  });
  test("help that began is no matter; a day still to come is none, and not recorded is not begun", () => {
    expect(held("2026-05-12", localDate("2026-05-11"))).toEqual([]);
    expect(held("2026-05-12", localDate("2026-05-12"))).toEqual([]);
    expect(held("2026-05-12", localDate("2026-05-13"))).toHaveLength(1);
    expect(held("2026-05-12", "not-recorded")[0]?.because).toMatch(
      /^Help from social work .* and it is not recorded that it has, while/,
    );
  });
  test("once somebody leads it is the plan's to follow", () => {
    const facts = { neededSince: localDate("2026-05-05"), hasLead: true, actions: [respite] };
    expect(owed(facts, "2026-05-12")).toEqual([]);
  });
});

describe("GIR-64: somebody of another agency than the law asks for comes in only by a manager's exception", () => {
  const nurse = { id: "nurse", isNamedPerson: false, agency: "health", managers: 1 } as const;
  const lewis = { requiredAgency: "social-work", proposed: nurse, route: "safety-or-statute" } as const;
  test("before anybody is asked a manager of social work records the exception, with reason and evidence", () => {
    const decision = ladder(lewis);
    expect(decision.next).toEqual(["agency-exception"]);
    expect(decision.stages[0]).toMatchObject({
      stage: "agency-exception",
      kind: "agreement",
      whose: "required-agency-manager",
      enteredBy: ["required-agency-manager"],
      decides: true,
      mayBeLeftOut: false,
    });
    const [said] = decision.findings.filter(({ rule }) => rule === "scotland.agreement-agency-exception");
    expect(said?.needs?.map(({ what, from }) => [what, from])).toEqual([
      ["reason", "required-agency-manager"],
      ["evidence", "required-agency-manager"],
    ]);
    expect(said?.because).toMatch(
      /^The lead professional has to come from social work, and the person proposed does not/,
    );
  });
  test("declined, it stops; agreed, the child and the family are asked next; a reason cannot take its place", () => {
    const after = (outcome: "agreed" | "declined" | "not-possible") =>
      ladder({ ...lewis, entries: [recorded("agency-exception", outcome)] });
    expect(after("agreed").next).toEqual(["views-of-child", "views-of-family"]);
    expect(after("declined").answer).toBe("stopped");
    expect(after("not-possible").answer).toBe("stopped");
  });
  test("a social worker needs none, nor does anybody where the law asks for no agency or fills the role", () => {
    const stages = (of: Partial<AgreementFacts>) => ladder(of).stages.map(({ stage }) => stage);
    expect(stages({ ...lewis, proposed: socialWorker })).not.toContain("agency-exception");
    expect(stages({ proposed: nurse, route: "safety-or-statute" })).not.toContain("agency-exception");
    expect(stages({ ...lewis, isByLaw: true })).not.toContain("agency-exception");
  });
});
