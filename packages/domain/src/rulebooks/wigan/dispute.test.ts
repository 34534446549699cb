import { describe, expect, test } from "vitest";
import type { DisputeDutiesFacts, MayFacts, RaiseFacts, WayFacts } from "../../dispute/model.ts";
import type { StageEntry } from "../../kernel/ladder.ts";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { recorded } from "../../testing/agreement.ts";
import { disputeDutiesFacts, mayFacts, raiseFacts, wayFacts } from "../../testing/dispute.ts";
import { adopt, asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const at = (day: string) => noonOn(localDate(day));
const way = (of: Partial<WayFacts> = {}, day = "2026-11-25") => book.ladder("dispute.way", wayFacts(of), at(day));
const may = (of: Partial<MayFacts>, day = "2026-11-25") => book.gate("dispute.may", mayFacts(of), at(day));
const raise = (of: Partial<RaiseFacts>) => book.gate("dispute.raise", raiseFacts(of), at("2026-11-24"));
const owed = (of: Partial<DisputeDutiesFacts>, day = "2026-11-25") =>
  book.duty("dispute.duties", disputeDutiesFacts(of), at(day)).owed;
const by = (id: string, role: MayFacts["by"]["role"]) => ({ id, role, agency: "health" }) as const;
const stage = (decision: ReturnType<typeof way>, name: string) => decision.stages.find((one) => one.stage === name);

const [helen, gary] = ["line-manager helen", "line-manager gary"];
/** Told on Monday 18 January 2027: their 5 working days end on Monday 25. */
const toldInJanuary = { managers: wayFacts().managers.map((one) => ({ ...one, toldOn: localDate("2027-01-18") })) };
const impasse: readonly StageEntry[] = [recorded(helen), recorded(gary, "not-agreed", "2027-01-20")];
const broughtIn = [...impasse, recorded("coordinator-brought-in", "done", "2027-01-21")];
const decided = [...broughtIn, recorded("coordinator", "done", "2027-01-28")];

describe("WIG-8.8.14: a practitioner does not settle hard issues between agencies alone", () => {
  test("the task is Helen's and Gary's, and cannot be Amina's", () => {
    expect(owed({}).map(({ act, whoId }) => [act, whoId])).toEqual([
      ["dispute.settle", "helen"],
      ["dispute.settle", "gary"],
    ]);
    expect(may({ act: "own", by: by("amina", "practitioner") }).answer).toBe("prevents");
    expect(may({ act: "own", by: by("amina", "lead-professional") }).answer).toBe("prevents");
    expect(may({ act: "own", by: by("helen", "line-manager") }).answer).toBe("permits");
  });
  test("settled, nobody holds it", () => {
    expect(owed({ isSettled: true })).toEqual([]);
  });
  test("with no manager recorded somebody has to name them", () => {
    expect(owed({ managers: [] }).map(({ because }) => because)[0]).toMatch(/Name the line managers/);
  });
});

describe("WIG-8.8.14.1: who should lead", () => {
  test("health and the youth offending team differ: both agencies are named", () => {
    const decision = raise({ agencies: ["health", "youth-justice"] });
    expect(decision.answer).toBe("permits");
    expect(decision.findings.map(({ because }) => because).join(" ")).toMatch(/Health and Youth justice differ/);
  });
  test.each([[[]], [["health"]], [["health", "health"]]] as const)("%j names too few", (agencies) => {
    expect(raise({ agencies }).answer).toBe("unknown");
  });
});

describe("WIG-8.8.14.2: somebody cannot or will not do their part", () => {
  test("it is about action 4 of housing, and goes to housing's manager", () => {
    const decision = raise({ kind: "will-not-deliver", action: { id: "4", agency: "housing" } });
    expect(decision.answer).toBe("permits");
    expect(decision.findings.map(({ because }) => because).join(" ")).toMatch(/action 4.*manager of housing/);
  });
  test("no action, none recorded", () => {
    expect(raise({ kind: "will-not-deliver", action: "none" }).answer).toBe("prevents");
    expect(raise({ kind: "will-not-deliver", action: "not-recorded" }).missing).toEqual([
      "which action of the plan it is about",
    ]);
  });
});

describe("WIG-8.8.14.3: a difference in approach was talked over first", () => {
  test("without a note of it, that is asked for first", () => {
    expect(raise({ kind: "difference-in-approach", discussed: "none" }).answer).toBe("prevents");
    expect(raise({ kind: "difference-in-approach", discussed: "not-recorded" }).answer).toBe("unknown");
  });
  test("a talk outside a meeting is enough in Wigan", () => {
    const discussed = { on: localDate("2026-11-20"), atMeeting: false };
    expect(raise({ kind: "difference-in-approach", discussed }).answer).toBe("permits");
  });
});

describe("WIG-8.8.15a: the line managers settle it jointly, and both confirm", () => {
  test("Helen records an agreement and Gary has not confirmed: it stays open", () => {
    const decision = way({ entries: [recorded(helen)] });
    expect(decision).toMatchObject({ answer: "in-progress", next: [gary], permits: [] });
  });
  test("both confirm: it is over, and who leads is decided", () => {
    expect(way({ entries: [recorded(helen), recorded(gary)] })).toMatchObject({
      answer: "complete",
      permits: ["lead-professional.appoint"],
    });
  });
  test.each([
    ["2026-12-02", [helen, gary]],
    ["2026-12-03", ["coordinator-brought-in"]],
  ] as const)("told on 25 November the managers have 5 working days (WIG-D12); on %s: %j", (day, next) => {
    expect(way({}, day).next).toEqual(next);
  });
  test("told when is not recorded: no clock runs, and nothing lapses", () => {
    const managers = wayFacts().managers.map((one) => ({ ...one, toldOn: "not-recorded" as const }));
    const decision = way({ managers }, "2027-06-01");
    expect(stage(decision, helen)?.clock).toBeUndefined();
    expect(decision.next).toEqual([helen, gary]);
  });
  test("both workers have one manager: that manager decides and there is nothing to climb (WIG-D13)", () => {
    const managers = [wayFacts().managers[0], wayFacts().managers[0]].flatMap((one) => one ?? []);
    expect(way({ managers }).stages.map((one) => one.stage)).toEqual([helen]);
    expect(way({ managers, otherAgencyAffected: true }).stages.map((one) => one.stage)).toContain("coordinator");
    expect(way({ managers, otherAgencyAffected: "not-recorded" }).stages).toHaveLength(3);
    expect(way({ managers, entries: [recorded(helen)] }).answer).toBe("complete");
  });
});

describe("WIG-8.8.15b: the kinds are not a closed list", () => {
  test("a disagreement over sharing information goes the same way, said in words", () => {
    expect(raise({ kind: "other", inWords: true }).answer).toBe("permits");
    expect(raise({ kind: "other", inWords: false }).answer).toBe("prevents");
    const other = { ...wayFacts().dispute, kind: "other" as const };
    expect(way({ dispute: other }).stages.map((one) => one.stage)).toEqual(way().stages.map((one) => one.stage));
    expect(way({ dispute: other, entries: [recorded(helen), recorded(gary)] }).permits).toEqual(["dispute.close"]);
  });
});

describe("WIG-8.8.16a: managers who cannot agree bring in the Co-ordinator promptly", () => {
  const impasseOn = localDate("2027-01-20");
  const bringIn = (of: Partial<DisputeDutiesFacts>, day: string) =>
    owed({ ...toldInJanuary, ...of }, day).find(({ act }) => act === "dispute.bring-in-coordinator");
  test("an impasse on Wednesday 20 January 2027 is referred by the end of Thursday", () => {
    expect(
      stage(way({ ...toldInJanuary, entries: impasse, impasseOn }, "2027-01-20"), "coordinator-brought-in"),
    ).toMatchObject({
      state: "next",
      clock: { day: "2027-01-21" },
    });
    expect(bringIn({ impasseOn }, "2027-01-20")).toMatchObject({
      who: "line-managers-involved",
      due: { day: "2027-01-21" },
      because: "The managers could not agree on 20 January 2027. They bring in the co-ordinator promptly.",
    });
    expect(bringIn({ impasseOn, referredOn: localDate("2027-01-21") }, "2027-01-21")).toBeUndefined();
    expect(bringIn({ impasseOn, isSettled: true }, "2027-01-21")).toBeUndefined();
  });
  test("a Friday's impasse has until Monday", () => {
    expect(bringIn({ impasseOn: localDate("2027-01-22") }, "2027-01-22")?.due).toEqual({ day: "2027-01-25" });
  });
  test.each([
    ["2027-01-25", undefined],
    ["2027-01-26", { day: "2027-01-26" }],
    ["2027-02-10", { day: "2027-01-26" }],
  ])("no impasse recorded and their time over at the end of 25 January (WIG-D12); on %s due %j", (day, due) => {
    expect(bringIn({}, day)?.due).toEqual(due);
    if (due)
      expect(bringIn({}, day)?.because).toMatch(/^The managers did not settle it by the end of 25 January 2027\./);
  });
  test("an impasse written down after their time was over wins no time; one not told yet has no clock", () => {
    const late = localDate("2027-02-01");
    expect(bringIn({ impasseOn: late }, "2027-02-01")?.due).toEqual({ day: "2027-01-26" });
    const entries = [recorded(helen), recorded(gary, "not-agreed", "2027-02-01")];
    const asked = way({ ...toldInJanuary, entries, impasseOn: late }, "2027-02-01");
    expect(stage(asked, "coordinator-brought-in")?.clock).toEqual({ day: "2027-01-26" });
    const managers = wayFacts().managers.map((one) => ({ ...one, toldOn: "not-recorded" as const }));
    expect(bringIn({ managers }, "2027-02-01")).toBeUndefined();
    expect(bringIn({ managers, impasseOn: late }, "2027-02-01")?.due).toEqual({ day: "2027-02-02" });
  });
  test("where both workers have one manager no time runs out on anybody (WIG-D13)", () => {
    const [one] = toldInJanuary.managers;
    const managers = [one, one].flatMap((manager) => manager ?? []);
    expect(managers).toHaveLength(2);
    expect(bringIn({ managers }, "2027-02-10")).toBeUndefined();
    expect(bringIn({ managers: managers.slice(1) }, "2027-02-10")?.due).toEqual({ day: "2027-01-26" });
  });
  test("the step settles nothing by itself", () => {
    expect(way({ entries: broughtIn, impasseOn, referredOn: localDate("2027-01-21") }, "2027-01-21")).toMatchObject({
      answer: "in-progress",
      next: ["coordinator"],
      permits: [],
    });
  });
});

describe("WIG-8.8.16b: only the Co-ordinator records the decision", () => {
  test("Ruth Poole, area co-ordinator, may not; Dev Anand, Co-ordinator, may", () => {
    const act = { act: "decide", level: "coordinator" } as const;
    expect(may({ ...act, by: by("ruth", "area-coordinator") }).answer).toBe("prevents");
    expect(may({ ...act, by: by("dev", "coordinator") }).answer).toBe("permits");
    expect(may({ ...act, level: "not-recorded", by: by("dev", "coordinator") }).answer).toBe("unknown");
  });
  test("5 working days from the referral; the decision permits the appointment at once", () => {
    const facts = { entries: broughtIn, referredOn: localDate("2027-01-21") };
    expect(stage(way(facts, "2027-01-22"), "coordinator")?.clock).toEqual({ day: "2027-01-28" });
    expect(way({ entries: decided }, "2027-01-28")).toMatchObject({
      answer: "complete",
      permits: ["lead-professional.appoint"],
    });
  });
});

describe("WIG-8.8.17a: a line manager or an agency may appeal", () => {
  const decision = { on: localDate("2027-01-28"), toldOn: localDate("2027-01-28") };
  const appeal = { act: "appeal", decision, exceptionalCircumstancesStated: true } as const;
  test("practitioner Dan may not and is told who may; Gary may, and so may an agency", () => {
    const refused = may({ ...appeal, by: by("dan", "practitioner") }, "2027-02-01");
    expect(refused.answer).toBe("prevents");
    expect(refused.findings.map(({ because }) => because).join(" ")).toMatch(/Ask your manager or your agency/);
    expect(may({ ...appeal, by: by("dan", "family") }, "2027-02-01").answer).toBe("prevents");
    expect(may({ ...appeal, by: by("gary", "line-manager") }, "2027-02-01").answer).toBe("permits");
    expect(may({ ...appeal, by: by("trust", "agency") }, "2027-02-01").answer).toBe("permits");
  });
  test.each([
    ["2027-02-11", "permits", false],
    ["2027-02-12", "permits-if", false],
    ["2027-02-12", "permits", true],
  ] as const)("told on 28 January, appealed on %s: %s, taken late by the chair: %s (WIG-D12)", (day, answer, late) => {
    expect(may({ ...appeal, lateAppealAccepted: late }, day).answer).toBe(answer);
  });
  test("the days to appeal begin when the parties are told, and need published bank holidays", () => {
    const untold = { ...decision, toldOn: "none" as const };
    expect(may({ ...appeal, decision: untold }, "2027-06-01").answer).toBe("permits");
    const far = { on: localDate("2028-12-28"), toldOn: localDate("2028-12-28") };
    expect(may({ ...appeal, decision: far }, "2028-12-29").answer).toBe("unknown");
  });
});

describe("WIG-8.8.17b: an appeal states what is exceptional and skips no level", () => {
  test("at the managers' level there is no decision to appeal against", () => {
    const refused = may({ act: "appeal", exceptionalCircumstancesStated: true });
    expect(refused.answer).toBe("prevents");
    expect(refused.findings.map(({ because }) => because)).toContain(
      "There is no decision of the co-ordinator yet. An appeal is against that decision.",
    );
    expect(may({ act: "appeal", decision: "not-recorded", exceptionalCircumstancesStated: true }).answer).toBe(
      "unknown",
    );
  });
  test("the circumstances are asked for", () => {
    const decision = { on: localDate("2026-11-24"), toldOn: localDate("2026-11-24") };
    expect(may({ act: "appeal", decision })).toMatchObject({
      answer: "permits-if",
      needs: [{ code: "exceptional-circumstances" }],
    });
  });
  test("an appeal opens no stage before the Co-ordinator has decided, and holds up nothing after", () => {
    const appeal = { lodgedOn: localDate("2027-02-01"), acceptedOn: "none" } as const;
    expect(way({ entries: impasse, appeal }).stages.map((one) => one.stage)).not.toContain("appeal-accepted");
    expect(way({ entries: decided, appeal }, "2027-02-02")).toMatchObject({
      answer: "in-progress",
      next: ["appeal-accepted"],
      permits: ["lead-professional.appoint"],
    });
  });
});

describe("WIG-8.8.17.1a: the Executive Group's decision is final", () => {
  const heard = [...decided, recorded("appeal-accepted", "agreed", "2027-02-11")];
  const appeal = { lodgedOn: localDate("2027-02-08"), acceptedOn: localDate("2027-02-11") };
  test("20 working days from the appeal being accepted, then decided on 11 March 2027", () => {
    const before = way({ entries: heard, appeal }, "2027-03-11");
    expect(before).toMatchObject({ answer: "in-progress", next: ["executive-group"] });
    expect(stage(before, "executive-group")?.clock).toEqual({ day: "2027-03-11" });
    const after = way({ entries: [...heard, recorded("executive-group", "done", "2027-03-11")], appeal }, "2027-03-11");
    expect(after).toMatchObject({ answer: "complete", permits: ["lead-professional.appoint"] });
    expect(after.findings.find((one) => one.stage === "executive-group")?.binds).toBe(true);
  });
  test("an appeal that is not heard leaves the Co-ordinator's decision", () => {
    const refused = [...decided, recorded("appeal-accepted", "declined", "2027-02-11")];
    expect(way({ entries: refused, appeal }, "2027-02-12")).toMatchObject({
      answer: "complete",
      permits: ["lead-professional.appoint"],
    });
  });
  test("health's second appeal is refused, and the question is not raised again without new facts", () => {
    const second = {
      act: "appeal",
      by: by("trust", "agency"),
      decision: { on: localDate("2027-01-28"), toldOn: localDate("2027-01-28") },
      finalDecisionOn: localDate("2027-03-11"),
      exceptionalCircumstancesStated: true,
      lateAppealAccepted: true,
    } as const;
    expect(may(second, "2027-03-12").answer).toBe("prevents");
    expect(raise({ decidedOn: localDate("2026-03-11"), hasNewFacts: false }).answer).toBe("prevents");
    expect(raise({ decidedOn: localDate("2026-03-11"), hasNewFacts: "not-recorded" }).answer).toBe("unknown");
    expect(raise({ decidedOn: localDate("2026-03-11"), hasNewFacts: true }).answer).toBe("permits");
  });
});

describe("WIG-D13: a member of the Executive Group from an agency in the disagreement declares it and does not vote", () => {
  const dispute = { id: "dispute-1", kind: "who-leads", agencies: ["health", "youth-justice"] } as const;
  const member = (agency: MayFacts["by"]["agency"]) => ({ id: "kate", role: "executive-group", agency }) as const;
  const decide = (of: Partial<MayFacts>) => may({ act: "decide", level: "executive-group", dispute, ...of });
  test.each([
    ["health", "prevents"],
    ["youth-justice", "prevents"],
    ["education", "permits"],
    ["none", "permits"],
    ["not-recorded", "unknown"],
  ] as const)("health and youth justice differ: a member from %s, and the answer is %s", (agency, answer) => {
    expect(decide({ by: member(agency) }).answer).toBe(answer);
  });
  test("it is said under the clause, as our reading, and says who decides", () => {
    const said = decide({ by: member("health") }).findings.find(({ effect }) => effect === "prevents");
    expect(said).toMatchObject({
      rule: "wigan.dispute-parties-do-not-vote",
      clause: { source: "CP3.1", at: "8.8.17.1" },
      strength: "ours",
      force: "must",
      about: "area:dispute-1",
      because:
        "Health is a party to this disagreement. This member declares that and does not vote; members from other agencies decide.",
    });
    expect(decide({ by: member("not-recorded") }).missing).toEqual(["which agency this member comes from"]);
  });
  test("where nobody recorded which agencies differ, that is asked for and nobody is taken for a stranger to it", () => {
    for (const agencies of [{}, { agencies: [] }])
      expect(decide({ by: member("education"), dispute: { id: "d", kind: "who-leads", ...agencies } })).toMatchObject({
        answer: "unknown",
        missing: ["which agencies differ"],
      });
  });
  test("the Co-ordinator's own decision, and an appeal, are not asked this", () => {
    expect(may({ act: "decide", level: "coordinator", dispute, by: by("dev", "coordinator") }).answer).toBe("permits");
    const rules = may({ act: "appeal", level: "executive-group", dispute }).findings.map(({ rule }) => rule);
    expect(rules).not.toContain("wigan.dispute-parties-do-not-vote");
  });
  test("an area that lets them vote is told that it is declared", () => {
    const open = adopt(wigan, { ...book.adoption, settings: { membersOfPartiesVote: true } });
    const facts = mayFacts({ act: "decide", level: "executive-group", dispute, by: member("health") });
    expect(open.gate("dispute.may", facts, at("2027-03-11"))).toMatchObject({ answer: "permits" });
  });
});

describe("WIG-8.8.17.1b: the decision binds every organisation involved", () => {
  const decision = (of: object = {}) => ({
    on: localDate("2027-03-11"),
    organisations: [
      {
        agency: "youth-justice" as const,
        toldOn: localDate("2027-03-11"),
        acceptedOn: localDate("2027-03-12"),
        actBy: localDate("2027-03-25"),
        actedOn: "none" as const,
        ...of,
      },
    ],
  });
  test.each([
    ["2027-03-25", "dispute.comply", "agency"],
    ["2027-03-26", "dispute.not-complied", "coordinator"],
  ] as const)("youth justice has not acted, asked on %s: %s", (day, act, who) => {
    const of = owed({ isSettled: true, decision: decision() }, day);
    expect(of.map((one) => [one.act, one.who, one.onAccountOf])).toEqual([[act, who, "agency"]]);
  });
  test("told and accepted first, and nothing more once it acted", () => {
    const untold = decision({ toldOn: "none", acceptedOn: "none", actBy: "none" });
    expect(owed({ isSettled: true, decision: untold }).map(({ act }) => act)).toEqual([
      "dispute.tell-organisation",
      "dispute.accept-duties",
    ]);
    const acted = decision({ actedOn: localDate("2027-03-20") });
    expect(owed({ isSettled: true, decision: acted }, "2027-04-01")).toEqual([]);
  });
});
