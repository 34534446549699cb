import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { notAgreedFacts } from "../testing/agreement.ts";
import { choiceFacts } from "../testing/choice.ts";
import { aStatus, helpFrom, neededFacts, statutoryFacts } from "../testing/lead-professional.ts";
import type { ChoiceFacts, NeededFacts } from "./model.ts";

const ofScotland = asItStands(scotland);
const on = noonOn(localDate("2026-11-24"));

describe("GIR-67: an order asks for a lead from one agency", () => {
  const order = aStatus("antisocial-behaviour-order", "2026-11-02");
  const said = (rule: string, of: Parameters<typeof statutoryFacts>[0]) =>
    ofScotland
      .designation("lead-professional.statutory", statutoryFacts(of), on)
      .findings.filter((finding) => finding.rule === rule);
  test("with police or housing on the plan: one that has an action there, and not one that has none", () => {
    const asks = (...help: ReturnType<typeof helpFrom>[]) =>
      said("scotland.behaviour-order", {
        child: { bornOn: localDate("2012-05-01"), statuses: [order] },
        help,
      }).flatMap(({ needs = [] }) => needs.map(({ code }) => code));
    expect(asks(helpFrom("housing", 0))).toContain("on-the-plan-antisocial-behaviour-order");
    expect(asks(helpFrom("housing", 1))).not.toContain("on-the-plan-antisocial-behaviour-order");
    expect(asks(helpFrom("education"), helpFrom("police"))).not.toContain("on-the-plan-antisocial-behaviour-order");
  });
  test("one status is enough, from its first day, and the choice is no longer open", () => {
    const open = (...statuses: ReturnType<typeof aStatus>[]) =>
      said("scotland.open-choice", { child: { statuses } }).map(({ tier }) => tier);
    expect(open()).toEqual(["may"]);
    expect(open(aStatus("antisocial-behaviour-order", "2026-11-24"))).toEqual([]);
    expect(open(aStatus("antisocial-behaviour-order", "2026-11-25"))).toEqual(["may"]);
  });
});

describe("GIR-17: the route by which the need arises", () => {
  const routed = (rule: string, of: Partial<NeededFacts>) =>
    ofScotland
      .designation("lead-professional.needed", neededFacts({ safetyIsThePrimaryIssue: true, ...of }), on)
      .findings.filter((finding) => finding.rule === rule);
  const changed = / The route recorded before no longer holds: confirm or change who leads\.$/;
  test("another one than was recorded is confirmed, and the same or none is not", () => {
    const safety = (route: NeededFacts["route"]) => {
      const [said] = routed("scotland.route-of-safety", { route });
      return [changed.test(said?.because ?? ""), said?.needs?.map(({ code }) => code)];
    };
    expect(safety("evidence-from-universal-services")).toEqual([true, ["confirm-or-change-lead"]]);
    expect(safety("safety-or-statute")).toEqual([false, undefined]);
    expect(safety("not-recorded")).toEqual([false, undefined]);
  });
  test("the people to consider are listed from the first on", () => {
    const people = routed("scotland.route-to-specialist", {
      safetyIsThePrimaryIssue: false,
      route: "specialist-within-universal-services",
    }).filter(({ tier }) => tier === "may");
    expect(people.length).toBeGreaterThan(1);
    expect(people.map((one) => "order" in one && one.order)).toEqual(people.map((_, at) => at + 1));
  });
});

describe("BOL 11.3: nobody was agreed on", () => {
  const owed = (book: typeof scotland, of: Parameters<typeof notAgreedFacts>[0], act: string, day = "2026-11-24") =>
    asItStands(book)
      .duty("lead-professional.not-agreed", notAgreedFacts(of), noonOn(localDate(day)))
      .owed.filter((duty) => duty.act === act)
      .map(({ due }) => due);
  test("the line manager takes it up while there is no lead and it was talked about", () => {
    const contact = (of: Parameters<typeof notAgreedFacts>[0]) =>
      owed(bolton, of, "lead-professional.contact-other-manager");
    expect(contact({})).toHaveLength(1);
    expect(contact({ hasLead: true })).toEqual([]);
    expect(contact({ discussedOn: "none" })).toEqual([]);
    expect(contact({ discussedOn: "not-recorded" })).toEqual([]);
  });
  test.each([
    ["scotland", scotland],
    ["highland", highland],
  ] as const)("%s: once the longest wait is over it goes the way of a disagreement at once", (_, book) => {
    expect(owed(book, {}, "lead-professional.open-dispute", "2027-06-01")).toEqual(["at-once"]);
    expect(owed(book, {}, "lead-professional.open-dispute", "2026-11-16")).toEqual([]);
    expect(owed(book, { hasLead: true }, "lead-professional.open-dispute", "2027-06-01")).toEqual([]);
  });
});

describe("GIR-64: an exception to the agency is asked for", () => {
  const asks = ofScotland.asks("lead-professional.choice", localDate("2026-11-24"));
  const said = (of: Partial<ChoiceFacts>) =>
    ofScotland
      .gate("lead-professional.choice", choiceFacts(asks, { reasons: ["outside-required-agency"], ...of }), on)
      .findings.filter(({ rule }) => rule === "scotland.choice-agency-exception")
      .map(({ effect }) => effect);
  const social = { statutory: { requiredAgency: "social-work", holders: [] } } as const;
  test("of somebody outside it, with that reason, where an agency is asked for", () => {
    expect(said(social)).toEqual(["permits-if"]);
    expect(said({ ...social, reasons: [] })).toEqual([]);
    expect(said({ ...social, chosenAgency: "social-work" })).toEqual([]);
    expect(said({ statutory: { holders: [] } })).toEqual([]);
  });
});
