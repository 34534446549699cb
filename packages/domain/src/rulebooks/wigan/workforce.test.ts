import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { shortForms } from "../../plan/plain-words.ts";
import { anAdoption } from "../../testing/builders.ts";
import { bestPlacedFacts } from "../../testing/choice.ts";
import { anInvolved, suitabilityFacts } from "../../testing/lead-professional.ts";
import { allocatedFacts, aNeed, developmentFacts, managerFacts } from "../../testing/workforce.ts";
import { practitionerKinds } from "../../vocabulary/practitioner-kinds.ts";
import type { DevelopmentFacts, EvidenceFacts } from "../../workforce/development-model.ts";
import type {
  IdentifyFacts,
  ManagerFacts,
  SeniorManagerFacts,
  SupportedFacts,
} from "../../workforce/managers-model.ts";
import { adopt, asItStands } from "../questions.ts";
import { wigan } from "./wigan.ts";

const book = asItStands(wigan);
const day = (of: string) => localDate(of);
const at = (of: string) => noonOn(localDate(of));
const owed = (of: Partial<DevelopmentFacts>, on = "2026-12-02") =>
  book
    .duty("workforce.development", developmentFacts(of), at(on))
    .owed.filter(({ clause }) => clause.source === "CP3.1");

describe("WIG-7: a profile of eight core skills, which informs and is no pass mark", () => {
  const seven = (over: Partial<DevelopmentFacts["skills"][number]>) =>
    developmentFacts().skills.map((one) => (one.skill === "convenes" ? { ...one, ...over } : one));
  test("7 of 8 evidenced: the gap becomes a training need", () => {
    expect(owed({ skills: seven({ evidenced: false }) })).toMatchObject([
      {
        rule: "wigan.gap-becomes-need",
        act: "workforce.record-need:convenes",
        who: "line-manager",
        due: "at-once",
        because:
          "No evidence yet: calls and chairs meetings of several agencies. Record it as a training need; it is a gap to fill, and no pass mark.",
      },
    ]);
    expect(owed({ skills: seven({ evidenced: false, takenUpOn: day("2026-12-02") }) })).toEqual([]);
  });
  test("a skill nobody looked at is to be looked at, and is no gap", () => {
    const expected = [
      {
        act: "workforce.assess-skill:convenes",
        due: "unknown",
        because:
          "Not looked at yet: calls and chairs meetings of several agencies. Add it to the profile, with its evidence and day.",
      },
    ];
    expect(owed({ skills: seven({ evidenced: "not-recorded" }) })).toMatchObject(expected);
    expect(owed({ skills: developmentFacts().skills.filter(({ skill }) => skill !== "convenes") })).toMatchObject(
      expected,
    );
  });
  test("with all eight nothing is owed, and what England asks of a skill to develop is Wigan's own here", () => {
    expect(owed({})).toEqual([]);
    const all = book.duty(
      "workforce.development",
      developmentFacts({ skills: seven({ state: "to-develop" }) }),
      at("2026-12-02"),
    );
    expect(all.owed).toEqual([]);
  });
  test("nobody is rejected for it: the profile answers no question of who may lead", () => {
    const gate = book.gate("lead-professional.suitability", suitabilityFacts(), at("2026-12-02"));
    expect(gate.answer).toBe("permits");
  });
});

describe("WIG-7.1, WIG-7.5, WIG-7.7: what counts as evidence of a skill", () => {
  type Piece = EvidenceFacts["evidence"][number];
  const piece = (of: Partial<Piece>): Piece => ({
    id: "e",
    skill: "communicates",
    kind: "family-feedback",
    on: day("2026-11-04"),
    from: "none",
    ...of,
  });
  const rules: Partial<Record<Piece["skill"], string>> = {
    communicates: "wigan.skill-communicates",
    "works-across": "wigan.skill-works-across",
    "turns-into-practice": "wigan.skill-turns-into-practice",
  };
  const count = (skill: Piece["skill"], ...pieces: readonly Piece[]) => {
    const facts = { practitionerId: "omar", evidence: pieces, commonCore: [] };
    const { findings, missing } = book.measure("workforce.evidence", facts, at("2026-12-02"));
    const finding = findings.find(({ rule }) => rule === rules[skill]);
    return { amount: finding?.amount, because: finding?.because, missing, parts: findings.length };
  };
  test("WIG-7.1: a parent's note of 4 November is one piece of evidence of the first skill", () => {
    expect(count("communicates", piece({}))).toEqual({
      amount: 1,
      because: "1 piece of evidence, the last of 4 November 2026.",
      missing: [],
      parts: 8,
    });
    expect(count("communicates")).toMatchObject({
      amount: 0,
      because: "No evidence of it yet. That is a gap to fill, and keeps nobody out.",
    });
    const two = [piece({ id: "a", on: day("2026-11-09") }), piece({ id: "b" })];
    expect(count("communicates", ...two)).toMatchObject({
      amount: 2,
      because: "2 pieces of evidence, the last of 9 November 2026.",
    });
  });
  test("WIG-7.5: feedback from the police and a charity counts two sectors, however often each gave it", () => {
    const peer = (id: string, from: Piece["from"]) => piece({ id, skill: "works-across", kind: "peer-feedback", from });
    const both = [peer("a", "police"), peer("b", "charity"), peer("c", "police")];
    expect(count("works-across", ...both)).toMatchObject({
      amount: 2,
      because: "2 sectors of evidence, the last of 4 November 2026.",
      missing: [],
    });
    expect(count("works-across", peer("a", "police"))).toMatchObject({
      because: "1 sector of evidence, the last of 4 November 2026.",
    });
    expect(count("works-across", peer("a", "police"), peer("b", "not-recorded"))).toMatchObject({
      amount: 1,
      missing: ["which service some of the feedback comes from"],
    });
    expect(count("works-across", peer("a", "none"))).toMatchObject({ amount: 0, missing: [] });
  });
  test("WIG-7.7: an observed visit of 12 November shows the seventh skill, and so does supervision; feedback does not", () => {
    const of = (kind: Piece["kind"]) => piece({ skill: "turns-into-practice", kind, on: day("2026-11-12") });
    expect(count("turns-into-practice", of("observation")).amount).toBe(1);
    expect(count("turns-into-practice", of("supervision")).amount).toBe(1);
    expect(count("turns-into-practice", of("family-feedback")).amount).toBe(0);
    expect(count("turns-into-practice", of("peer-feedback")).amount).toBe(0);
  });
});

describe("WIG-7.2: what goes to a family is in plain words", () => {
  const ask = (text: string, more: { forFamily?: boolean; explained?: readonly string[] } = {}) =>
    book.gate(
      "plan.plain-words",
      { child: { id: "c" }, forFamily: true, text, explained: [], ...more },
      at("2026-12-02"),
    );
  test("'TAF to review CPA' is put into plain words first", () => {
    expect(ask("TAF to review CPA")).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "evidence", for: "plain words for TAF, CPA", code: "plain-words" }],
    });
    expect(ask("TAF to review CPA").findings[0]?.because).toBe(
      "Say it in plain words before it goes to the family: TAF, CPA.",
    );
  });
  test("plain words, short forms that families know, and those that are explained may go", () => {
    expect(ask("The team meets at school. I will be there.").answer).toBe("permits");
    expect(ask("See your GP, or the NHS line.").answer).toBe("permits");
    expect(ask("The TAF (team around the family) meets.", { explained: ["TAF"] }).answer).toBe("permits");
  });
  test("what is for practitioners is not asked", () => {
    expect(ask("TAF to review CPA", { forFamily: false }).answer).toBe("silent");
  });
  test("the text itself is not kept with the decision", () => {
    expect(JSON.stringify(ask("Ada's TAF").facts)).not.toContain("Ada");
    expect(shortForms("TAFs and a TAF, the CPA; not A, nor I")).toEqual(["TAF", "CPA"]);
  });
  test("an area may name short forms its families know", () => {
    const own = adopt(wigan, anAdoption({ settings: { shortFormsFamiliesKnow: ["TAF"] } }));
    const facts = { child: { id: "c" }, forFamily: true, text: "TAF with your GP", explained: [] };
    expect(own.gate("plan.plain-words", facts, at("2026-12-02")).needs[0]?.for).toBe("plain words for GP");
  });
});

describe("WIG-8.5.7: the manager clears the way for training", () => {
  const need = (of: Parameters<typeof aNeed>[0]) => ({
    needs: [aNeed({ dueOn: day("2027-01-31"), ...of })],
  });
  test("a gap in chairing found on 2 December: a course is booked and the time released", () => {
    expect(owed(need({})).map(({ act, who, due, because }) => [act, who, due, because])).toEqual([
      [
        "workforce.book:need-1",
        "line-manager",
        "at-once",
        "Chairing, planning and reviewing meetings: a gap found on 2 December 2026. Book training or support for it.",
      ],
      [
        "workforce.release-time:need-1",
        "line-manager",
        "at-once",
        "Chairing, planning and reviewing meetings: a gap found on 2 December 2026. Release the time it takes.",
      ],
    ]);
  });
  test("the course of 20 January 2027 booked, half a day released: nothing is owed", () => {
    const booked = { bookedFor: day("2027-01-20") };
    expect(owed(need(booked)).map(({ act }) => act)).toEqual(["workforce.release-time:need-1"]);
    expect(owed(need({ ...booked, timeReleased: "not-recorded" }))).toHaveLength(1);
    expect(owed(need({ ...booked, timeReleased: true }))).toEqual([]);
    expect(owed(need({ doneOn: day("2027-01-20") }), "2027-01-20")).toEqual([]);
  });
});

describe("WIG-9.5.1: training that somebody missed goes to the line manager", () => {
  const booking = (of: Partial<DevelopmentFacts["bookings"][number]>) => ({
    bookings: [{ id: "b", on: day("2026-12-03"), attended: false, takenUpOn: "none", ...of }] as const,
  });
  test("Kit missed 3 December: did not attend, and stays untrained", () => {
    expect(owed(booking({}), "2026-12-03")).toMatchObject([
      {
        rule: "wigan.absence-taken-up",
        act: "workforce.take-up-absence:b",
        who: "line-manager",
        due: "at-once",
        because: "Did not attend on 3 December 2026, and stays untrained. Find out why, and book another day.",
      },
    ]);
    const kit = suitabilityFacts({ practitioner: { training: "none" } });
    expect(book.gate("lead-professional.suitability", kit, at("2026-12-04")).answer).toBe("prevents");
  });
  test("not before its day; not once attended or taken up", () => {
    expect(owed(booking({}), "2026-12-02")).toEqual([]);
    expect(owed(booking({ attended: true }), "2026-12-04")).toEqual([]);
    expect(owed(booking({ takenUpOn: day("2026-12-04") }), "2026-12-04")).toEqual([]);
  });
  test("the day after, attendance that nobody recorded is asked for", () => {
    expect(owed(booking({ attended: "not-recorded" }), "2026-12-03")).toEqual([]);
    expect(owed(booking({ attended: "not-recorded" }), "2026-12-04")).toMatchObject([
      { act: "workforce.record-attendance:b", due: "unknown" },
    ]);
  });
});

describe("WIG-8.2: only audited managers are offered to manage people who lead", () => {
  const may = (of: Partial<ManagerFacts>, on = "2026-12-02") =>
    book.gate("workforce.may-manage", managerFacts(of), at(on));
  test("Helen has not been audited: a warning names the missing audit", () => {
    expect(may({ auditedOn: "none" })).toMatchObject({
      answer: "permits-if",
      needs: [{ what: "evidence", from: "coordinator", code: "manager-audit" }],
    });
    expect(may({ auditedOn: "none" }).findings[0]?.because).toBe(
      "The audit of managers has not looked at this person: it is for audited managers to supervise people who lead.",
    );
  });
  test.each([
    ["2027-06-01", "permits"],
    ["2027-06-02", "permits-if"],
  ])("audited on 1 June 2026, asked on %s: %s (WIG-D26)", (on, answer) => {
    expect(may({}, on).answer).toBe(answer);
  });
  test("the sentences say when", () => {
    expect(may({}).findings[0]?.because).toBe("The audit of managers looked at this person on 1 June 2026.");
    expect(may({}, "2027-06-02").findings[0]?.because).toBe(
      "The audit of managers looked at this person on 1 June 2026, and was to do so again by 1 June 2027.",
    );
  });
  test("not recorded is asked for", () => {
    expect(may({ auditedOn: "not-recorded" }).missing).toEqual(["the audit of this manager"]);
  });
});

describe("WIG-8.5.1: a manager of people who lead has been briefed on the role", () => {
  const of = (briefedOn: ManagerFacts["briefedOn"]) =>
    book.duty("workforce.managers", managerFacts({ briefedOn }), at("2026-12-02")).owed;
  test("with no briefing the item is open on the profile", () => {
    expect(of("none")).toMatchObject([
      {
        rule: "wigan.manager-briefed",
        act: "workforce.brief-manager",
        due: "at-once",
        because:
          "This manager has had no briefing or training on the role and what it demands: 8.5.1 is open on the profile.",
      },
    ]);
    expect(of("not-recorded")).toMatchObject([{ due: "unknown" }]);
  });
  test("with its day on record it is closed", () => {
    expect(of(day("2026-06-01"))).toEqual([]);
  });
});

describe("WIG-8.5.6: a case is not closed as allocated before supervision is settled", () => {
  const ask = (of: Parameters<typeof allocatedFacts>[0]) =>
    book.gate("supervision.allocated", allocatedFacts(of), at("2026-12-02"));
  test("kind, supervisor and how often are settled", () => {
    expect(ask({}).answer).toBe("permits");
  });
  test.each([
    ["kind", "the kind of supervision"],
    ["supervisor", "who supervises"],
    ["everyDays", "how often"],
  ] as const)("%s is missing", (part, words) => {
    expect(ask({ [part]: "none" as const }).findings).toMatchObject([
      { effect: "prevents", because: `Not settled yet: ${words}. Settle it, then close the allocation.` },
    ]);
    expect(ask({ [part]: "not-recorded" as const })).toMatchObject({ answer: "unknown", missing: [words] });
  });
});

describe("WIG-9.3.1: a senior manager asks each team manager whom to train", () => {
  const six = ["a", "b", "c", "d", "e", "f"];
  const facts = (replied: number): IdentifyFacts => ({
    organisation: "health-trust",
    seniorManager: "kate",
    askedOn: day("2026-12-01"),
    dueOn: day("2026-12-15"),
    teamManagers: six.map((id, n) => ({ id, repliedOn: n < replied ? day("2026-12-15") : "none" })),
  });
  const of = (given: IdentifyFacts, on: string) => book.duty("workforce.identify", given, at(on)).owed;
  test("six are asked on 1 December, to reply by 15 December", () => {
    expect(of(facts(0), "2026-12-01")).toHaveLength(6);
    expect(of(facts(0), "2026-11-30")).toEqual([]);
    expect(of(facts(0), "2026-12-15")[0]).toMatchObject({
      act: "workforce.identify-for-training:a",
      who: "team-manager",
      whoId: "a",
      due: { day: "2026-12-15" },
      because: "Asked on 1 December 2026 whom to train for the role: reply with names, or that there are none.",
    });
  });
  test("five replied by 15 December: the sixth is outstanding from the day after", () => {
    expect(of(facts(5), "2026-12-14")).toHaveLength(6);
    expect(of(facts(5), "2026-12-15").map(({ whoId }) => whoId)).toEqual(["f"]);
    expect(of(facts(5), "2026-12-16")[0]?.because).toBe(
      "Outstanding: asked on 1 December 2026 whom to train for the role, with a reply due by 15 December 2026.",
    );
  });
  test("without a day it is owed with none", () => {
    expect(of({ ...facts(5), dueOn: "not-recorded" }, "2026-12-20")).toMatchObject([{ due: "unknown" }]);
  });
});

describe("WIG-9.2.1: the chief officer names the senior managers, each from a day", () => {
  const named = [{ id: "kate", from: day("2026-12-01"), until: day("2027-12-01") }];
  const ask = (on: string, of: Partial<SeniorManagerFacts> = {}) =>
    book.gate("workforce.senior-manager", { organisation: "health-trust", person: "kate", named, ...of }, at(on));
  test.each([
    ["2026-11-30", "prevents"],
    ["2026-12-01", "permits"],
    ["2027-11-30", "permits"],
    ["2027-12-01", "prevents"],
  ])("Kate, named from 1 December 2026 for a year, on %s: %s", (on, answer) => {
    expect(ask(on).answer).toBe(answer);
  });
  test("before the day it is said from when", () => {
    expect(ask("2026-11-30")).toMatchObject({ from: "2026-12-01" });
    expect(ask("2026-11-30").findings[0]?.because).toBe(
      "Named by the chief officer from 1 December 2026, and not before.",
    );
    expect(ask("2026-12-01").findings[0]?.because).toBe("Named by the chief officer, from 1 December 2026.");
  });
  test("somebody else is not, and an unrecorded list is asked for", () => {
    expect(ask("2026-12-01", { person: "helen" }).findings[0]?.because).toBe(
      "The chief officer has not named this person as a senior manager here.",
    );
    expect(ask("2026-12-01", { named: "not-recorded" }).missing).toEqual(["whom the chief officer named"]);
  });
});

describe("WIG-9.3.2b: leads who have had no training or support for 12 months are counted", () => {
  const count = (days: readonly SupportedFacts["leads"][number]["lastTrainedOrSupportedOn"][], on = "2026-12-01") =>
    book.measure(
      "workforce.without-support",
      { team: "north", leads: days.map((last, n) => ({ id: `lead-${n}`, lastTrainedOrSupportedOn: last })) },
      at(on),
    );
  test("3 of 8 in Team North", () => {
    const recent = day("2026-06-01");
    const eight = [recent, recent, recent, recent, recent, day("2025-11-30"), "none", day("2024-01-08")] as const;
    expect(count(eight)).toMatchObject({ answer: "measured", amount: 3, missing: [] });
    expect(count(eight).findings.map(({ label, because }) => [label, because])).toEqual([
      ["lead-5", "The last training or support for the role was on 30 November 2025, 12 months ago or more."],
      ["lead-6", "This person has had no training or support for the role."],
      ["lead-7", "The last training or support for the role was on 8 January 2024, 12 months ago or more."],
    ]);
  });
  test.each([
    ["2025-12-01", 1],
    ["2025-12-02", 0],
  ])("last on %s, counted on 1 December 2026: %i", (last, amount) => {
    expect(count([day(last)]).amount).toBe(amount);
  });
  test("somebody of whom nothing is recorded makes it a least figure", () => {
    expect(count(["not-recorded", "none"])).toMatchObject({
      answer: "at-least",
      amount: 1,
      missing: ["when somebody last had training or support"],
    });
  });
});

describe("WIG-6.4, WIG-6.4.1: people of any service stand side by side, and the list of kinds is open", () => {
  test("a youth charity's worker stands beside the health visitor", () => {
    const involved = [anInvolved("kit", { agency: "voluntary" }), anInvolved("hv", { posts: ["health-visitor"] })];
    const decision = book.designation(
      "lead-professional.best-placed",
      bestPlacedFacts({ involved, assessor: "none" }),
      at("2026-12-02"),
    );
    expect(decision).toMatchObject({ answer: "open", tier: "may" });
    expect(decision.holders).toEqual([
      { kind: "person", id: "kit" },
      { kind: "person", id: "hv" },
    ]);
    expect(decision.barred).toEqual([]);
  });
  test("sixteen kinds of the procedure and other kinds beside them; a kind is asked by no rule", () => {
    const sixteen = Object.keys(practitionerKinds).slice(0, 16);
    expect(sixteen).toEqual([
      "personal-adviser",
      "health-visitor",
      "midwife",
      "youth-worker",
      "family-worker",
      "substance-misuse-worker",
      "nursery-nurse",
      "education-welfare-officer",
      "community-childrens-nurse",
      "school-nurse",
      "school-support-staff",
      "probation-officer",
      "community-psychiatric-nurse",
      "yot-officer",
      "school-based-police-officer",
      "voluntary-sector-colleague",
    ]);
    expect(Object.keys(practitionerKinds)).toContain("other");
    const gate = book.gate("lead-professional.suitability", suitabilityFacts(), at("2026-12-02"));
    expect(gate.findings).toContainEqual(expect.objectContaining({ rule: "wigan.any-profession", effect: "permits" }));
  });
});

describe("WIG-D5: a mentor who goes, or is off for long, is followed by another", () => {
  const amina = { id: "amina", from: day("2027-02-01"), hasLedBefore: true } as const;
  const asked = (mentor: Partial<Exclude<DevelopmentFacts["mentor"], string>>, on: string, of = {}) =>
    owed({ needsMentor: true, leadsFrom: day("2027-02-01"), mentor: { ...amina, ...mentor }, ...of }, on);
  const gone = { until: day("2027-03-20") }; // Friday 19 March was the last day
  const off = { absences: [{ from: day("2027-03-01") }] }; // the 28th day is Sunday 28 March

  test("within 10 working days of the last day, with bank holidays left out, by the line manager", () => {
    expect(asked(gone, "2027-03-20")).toMatchObject([
      {
        rule: "wigan.mentor-replaced",
        clause: { source: "CP3.1", at: "8.4.2" },
        strength: "ours",
        force: "must",
        who: "line-manager",
        whoId: "helen",
        onAccountOf: "line-manager",
        about: "practitioner:omar",
        act: "workforce.support-meanwhile",
        due: "at-once",
        because:
          "The mentor's last day was 19 March 2027. What this person leads stays theirs: the line manager supports them until a new mentor is named.",
      },
      {
        act: "workforce.name-mentor",
        due: { day: "2027-04-06" }, // Good Friday and Easter Monday, 26 and 29 March, are not counted
        because:
          "The mentor's last day was 19 March 2027. Name a new mentor by the end of 6 April 2027: until then the mentored months wait, and this person starts no new lead.",
        ifMissed: "The end of the mentored months moves by each day without a mentor.",
      },
    ]);
  });
  test("nothing on the mentor's last day, and nothing while another mentors", () => {
    expect(asked(gone, "2027-03-19")).toEqual([]);
    expect(asked({}, "2027-06-01")).toEqual([]);
    expect(owed({ needsMentor: true, mentor: "none" })).toEqual([]);
  });
  test.each([
    ["2027-03-28", []],
    ["2027-03-29", ["workforce.support-meanwhile", "workforce.name-mentor"]],
  ])("off since 1 March: on %s, %j", (on, acts) => {
    expect(asked(off, on).map(({ act }) => act)).toEqual(acts);
  });
  test("off for long, the 10 working days run from the 28th day of it", () => {
    expect(asked(off, "2027-03-29").at(-1)).toMatchObject({
      due: { day: "2027-04-12" },
      because:
        "The mentor is off for more than 28 days, and counted last on 28 March 2027. Name a new mentor by the end of 12 April 2027: until then the mentored months wait, and this person starts no new lead.",
    });
    const back = { absences: [{ from: day("2027-03-01"), until: day("2027-04-06") }] };
    expect(asked(back, "2027-04-05")).toHaveLength(2);
    expect(asked(back, "2027-04-06")).toEqual([]);
  });
  test("whoever leads nothing yet has nothing to be supported in", () => {
    const acts = (leadsFrom: DevelopmentFacts["leadsFrom"]) =>
      asked(gone, "2027-03-20", { leadsFrom }).map(({ act }) => act);
    expect(acts("none")).toEqual(["workforce.name-mentor"]);
    expect(acts(day("2027-03-21"))).toEqual(["workforce.name-mentor"]);
    expect(acts(day("2027-03-20"))).toHaveLength(2);
  });
  test("with the mentored months served nothing is owed; where that is not recorded it is asked for", () => {
    expect(asked(gone, "2027-03-20", { needsMentor: false })).toEqual([]);
    expect(asked(gone, "2027-03-20", { needsMentor: "not-recorded" })).toMatchObject([
      { act: "workforce.record-mentored-time", due: "unknown" },
    ]);
  });
  test("where bank holidays are not yet known, no day is promised", () => {
    expect(asked({ until: day("2028-12-23") }, "2028-12-27").at(-1)).toMatchObject({
      due: "not-published",
      because: expect.stringContaining("Name a new mentor: until then"),
    });
  });
});
