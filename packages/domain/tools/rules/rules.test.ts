import { describe, expect, test } from "vitest";
import { localDate } from "../../src/kernel/local-date.ts";
import { noonOn } from "../../src/kernel/moment.ts";
import { bolton } from "../../src/rulebooks/bolton/bolton.ts";
import { keepRulebook } from "../../src/rulebooks/index.ts";
import { adopt, asItStands, edition } from "../../src/rulebooks/questions.ts";
import { wigan } from "../../src/rulebooks/wigan/wigan.ts";
import { daysOpenFacts, wayFacts } from "../../src/testing/dispute.ts";
import { aStatus, statusDutiesFacts, statutoryFacts, suitabilityFacts } from "../../src/testing/lead-professional.ts";
import { aCase } from "../../src/testing/workload.ts";
import { quarters } from "../../src/workload/points.ts";
import { ask } from "./ask.ts";
import { Mistaken } from "./asked.ts";
import { impact } from "./impact.ts";
import { decisionInWords } from "./in-words.ts";

const asJson = (facts: unknown) =>
  JSON.stringify(facts, (key, value) => (key === "calendar" ? "england-and-wales" : value));
const mistakesOf = (work: () => unknown): readonly string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Mistaken) return error.mistakes;
    throw error;
  }
  return [];
};

describe("a question from the command line", () => {
  const protectedChild = statutoryFacts({
    child: { bornOn: "not-recorded", statuses: [aStatus("child-protection-plan", "2026-11-02")] },
  });
  const file =
    (text = asJson(protectedChild)) =>
    (name: string) => {
      if (name !== "facts.json") throw new Error("there is no such file");
      return text;
    };
  const asked = (...more: readonly string[]) =>
    ask(["wigan", "lead-professional.statutory", "--facts", "facts.json", "--on", "2026-11-23", ...more], file());

  test("the answer reads as a practitioner would say it, with each clause and its weight", () => {
    const text = asked();
    expect(text).toContain(
      "Who must lead, by law or by procedure?\nWigan: procedure for the lead professional, edition 1. As at 23 November 2026.\n",
    );
    expect(text).toContain(
      "A law or procedure says who must lead, and nobody is named yet.\n  Must: the named social worker.\n",
    );
    expect(text).toContain("Answers for it: the social work team manager.");
    expect(text).toContain("    CWDC Box 1, child protection cases · Statutory guidance · Must\n");
    expect(text).not.toMatch(/undefined|\[object/);
  });
  test("what is owed is said in sentences: who, by when, what, and what follows if it is missed; never in codes", () => {
    const facts = statusDutiesFacts({ child: { id: "c", statuses: [aStatus("looked-after", "2026-11-24")] } });
    const text = ask(
      ["england", "lead-professional.status-duties", "--facts", "facts.json", "--on", "2026-11-24"],
      file(asJson(facts)),
    );
    expect(text).toContain(
      "  The lead agency's manager, by the end of 24 November 2026: Looked after since 24 November 2026, and nobody is named: name the person by the end of 24 November 2026. Until then the manager is the contact. If that is missed: It shows as missing on the lists of the manager and of the area.\n",
    );
    expect(text).toContain("  The person whom a status goes with is named.\n    CWDC 4.2 · ");
    expect(text).not.toContain("name-holder");
  });
  describe("a team manager can read the print", () => {
    const printed = (book: string, question: string, facts: unknown, on = "2026-11-23") =>
      ask([book, question, "--facts", "facts.json", "--on", on], file(asJson(facts)));
    const part = (text: string, heading: string) =>
      (text.split("\n\n").find((one) => one.startsWith(`${heading}\n`)) ?? "").trimEnd();

    test("the clauses that refuse come first, each marked, and those that would let it through come after", () => {
      const practitioner = { engagement: "bank", training: "none" } as const;
      const text = printed("wigan", "lead-professional.suitability", suitabilityFacts({ practitioner }));
      expect(part(text, "What decides it")).toBe(
        [
          "What decides it",
          "  No: Not trained for the role: offer training first.",
          "    CP3.1 8.4.2 · Local procedure · Should",
          "  No: Normally bank nurses do not lead: in exceptional circumstances a senior manager can approve it for one case, from a day to a day.",
          "    CP3.1 8.4.3 · Local procedure · Should",
        ].join("\n"),
      );
      expect(part(text, "What else was read")).toContain("  Yes: Works in the area.\n    CP3.1 2 · ");
      expect(part(text, "What else was read")).not.toMatch(/^ {2}No:/m);
    });
    test("what is missing is marked where it decides, and beside a no it does not", () => {
      const unknown = suitabilityFacts({ practitioner: { engagement: "not-recorded" } });
      expect(part(printed("wigan", "lead-professional.suitability", unknown), "What decides it")).toContain(
        "  Not known yet: Record whether this is agency, bank or supply staff.\n",
      );
      const both = suitabilityFacts({ practitioner: { engagement: "not-recorded", training: "none" } });
      const text = printed("wigan", "lead-professional.suitability", both);
      expect(part(text, "What decides it")).not.toContain("Not known yet");
      expect(part(text, "What else was read")).toContain("Not known yet: ");
    });
    test("where every clause says the same, nothing is set apart", () => {
      const text = printed("wigan", "lead-professional.suitability", suitabilityFacts());
      expect(text).toContain("\nYes.\n");
      expect(part(text, "Why")).toContain("  Yes: Employed directly.\n");
      expect(text).not.toContain("What decides it");
    });
    test("who leads is marked apart from who stays on the team", () => {
      const statuses = [
        aStatus("looked-after", "2026-11-02", { holder: "sw" }),
        aStatus("youth-order", "2026-11-02", { holder: "des" }),
      ];
      const text = printed("bolton", "lead-professional.statutory", statutoryFacts({ child: { statuses } }));
      expect(part(text, "What decides it")).toMatch(/^What decides it\n {2}Must: sw\. .*\n {4}Bolton 7\.1, 7\.4 · /);
      expect(part(text, "What else was read")).toMatch(/Expected: des\..*keeps that post on the team/);
      expect(part(text, "What else was read")).toContain("May not: des. ");
    });
    test("a clause that is set aside says by which, in its own words", () => {
      const exception = {
        from: localDate("2026-11-02"),
        until: localDate("2026-12-31"),
        approvedBy: "senior-manager",
        reasonGiven: true,
        planToReplaceGiven: true,
      } as const;
      const practitioner = { engagement: "agency", exception } as const;
      const text = printed("wigan", "lead-professional.suitability", suitabilityFacts({ practitioner }), "2026-12-01");
      expect(part(text, "Set aside here")).toBe(
        [
          "Set aside here",
          "  No: Normally agency workers do not lead: in exceptional circumstances a senior manager can approve it for one case, from a day to a day.",
          "    CP3.1 8.4.3 · Local procedure · Should",
          "    Set aside by CP3.1 8.4.3: Exceptional circumstances for agency, bank and supply staff.",
        ].join("\n"),
      );
    });
    test("steps are named by whose they are, and by no code", () => {
      const way = wayFacts({
        entries: [
          { stage: "line-manager helen", outcome: "not-agreed", at: "2026-11-25T12:00:00Z" },
          { stage: "line-manager gary", outcome: "agreed", at: "2026-11-25T12:00:00Z" },
        ],
      });
      const text = printed("wigan", "dispute.way", way, "2026-11-25");
      expect(text).toContain(
        "  1. Agreement, the line managers involved (helen): done, not agreed, by the end of 2 December 2026.\n",
      );
      expect(text).toContain(". Decision, the co-ordinator: ");
      expect(text).not.toMatch(/coordinator-brought-in|not-agreed|line-manager helen/);
    });
    test("an amount has its unit, in points and not in their quarters", () => {
      const text = printed("wigan", "dispute.days-open", daysOpenFacts(localDate("2026-11-16"), "none"));
      expect(text).toMatch(/\n {2}\d+ working days\.\n/);
      const adjusted = aCase({ level: "complex", practitioners: 6, adjustment: quarters(2) });
      const weight = printed("wigan", "workload.weight", { practitionerId: "amina", case: adjusted });
      expect(weight).toContain("\n  8 points.\n");
      expect(weight).toContain("  Manager's adjustment: 2 points. ");
    });

    describe("its values", () => {
      const order = aStatus("youth-order", "2026-11-23", { holder: "des", until: "2027-02-15" });
      const values = (book: string, facts: unknown, question = "lead-professional.statutory") =>
        part(printed(book, question, facts), "Values it rests on");
      test("are named in words, with the reading, and under it where they come from", () => {
        expect(values("bolton", statutoryFacts({ child: { statuses: [order] } }))).toBe(
          [
            "Values it rests on",
            "  Short order days: 84. An order is short when 84 days or fewer are left, counting the first day of the supervising officer's lead and the order's last day.",
            "    Bolton 7.10 · our reading BOL-D2",
          ].join("\n"),
        );
        const young = suitabilityFacts({
          practitioner: { qualification: { on: localDate("2026-07-01") }, training: "none" },
        });
        expect(values("wigan", young, "lead-professional.training")).toContain(
          "  Months after qualifying: 18.\n    CP3.1 8.4.2",
        );
      });
      test("of clauses that are set aside, or that do not bear on these facts, are left out", () => {
        // Bolton sets aside the guide's clause on a seconded social worker, whose chapter it otherwise keeps.
        const read = asItStands(bolton)
          .valuesFor("lead-professional.statutory")
          .map(({ name }) => name);
        expect(read).toContain("secondedSocialWorkerMayLead");
        const text = printed("bolton", "lead-professional.statutory", statutoryFacts({ child: { statuses: [order] } }));
        expect(text).not.toMatch(/seconded|Range of outside services/i);
        expect(values("bolton", statutoryFacts())).toBe("");
      });
      test("lists and codes are words", () => {
        const decision = asItStands(wigan).decide(
          "lead-professional.statutory",
          statutoryFacts(),
          noonOn(localDate("2026-11-23")),
        );
        const text = decisionInWords(asItStands(wigan), decision, [
          { name: "statusesOfProtection", value: ["child-protection-plan", "home-visit", "GP"], ours: "RN-05" },
          { name: "whoAnswers", value: "social-work-team-manager", ours: "BOL-D4" },
          { name: "isOn", value: false, ours: "BOL-D4" },
          { name: "shortForms", value: [], ours: "WIG-7.2" },
        ]);
        expect(part(text, "Values it rests on")).toMatch(
          /^.*\n {2}Statuses of protection: .*[^-]\bhome visit and GP\.\n {4}Our reading RN-05\n {2}Who answers: the social work team manager\.\n.*\n {2}Is on: no\.\n.*\n {2}Short forms: none\.\n/,
        );
      });
    });

    test("a departure names the clause, and why and by whom", () => {
      const departures = [
        { rule: "wigan.pool", reason: "The pool is being made anew.", approvedBy: "Dev Anand", from: "2026-11-01" },
      ];
      const book = adopt(wigan, { ...asItStands(wigan).adoption, departures });
      const decision = book.decide(
        "lead-professional.suitability",
        suitabilityFacts(),
        noonOn(localDate("2026-11-23")),
      );
      expect(part(decisionInWords(book, decision, []), "This area departs from")).toMatch(
        /\n {2}[A-Z][^.]+ \(CP3\.1 9\.4\.1\): The pool is being made anew\. Approved by Dev Anand\.\n?$/,
      );
    });
  });
  test("an hour of a day, and what was known on an earlier one", () => {
    const text = ask(
      [
        "--",
        "wigan@1",
        "lead-professional.statutory",
        "--facts=facts.json",
        "--on",
        "2026-11-23T17:00",
        "--known-on",
        "2026-11-20",
      ],
      file(),
    );
    expect(text).toContain("As at 23 November 2026, 17:00, as known at 20 November 2026.");
  });
  test("a question the book does not speak to is silent, and says why", () => {
    const facts = { child: { id: "c", bornOn: "not-recorded", leftSchoolOn: "none" }, midwife: "none" };
    const rest = { midwiferyEndedOn: "none", healthVisitor: "none", healthVisitorAcceptedOn: "none", places: [] };
    const more = { assignedBySchool: "none", specialArrangement: "none", outgoing: "none", contact: "not-recorded" };
    const text = ask(
      ["wigan", "named-person.who", "--facts", "facts.json", "--on", "2026-11-23"],
      file(JSON.stringify({ ...facts, ...rest, ...more })),
    );
    expect(text).toContain("knows no named person");
  });

  test.each<[readonly string[], string, string]>([
    [[], "{}", "Say which rulebook to ask."],
    [
      ["wigam", "lead-professional.statutory", "--facts", "facts.json", "--on", "2026-11-23"],
      "{}",
      "There is no rulebook wigam. There are: england@1,",
    ],
    [
      ["wigan@9", "lead-professional.statutory", "--facts", "facts.json", "--on", "2026-11-23"],
      "{}",
      "There is no rulebook wigan@9.",
    ],
    [["wigan", "who.leads", "--facts", "facts.json", "--on", "2026-11-23"], "{}", "There is no question who.leads."],
    [
      ["wigan", "lead-professional.statutory", "--facts", "facts.json", "--on", "2026-02-30"],
      "{}",
      "--on takes a day, such as 2026-11-23,",
    ],
    [["wigan", "lead-professional.statutory", "--facts", "facts.json"], "{}", "--on is missing"],
    [
      ["wigan", "lead-professional.statutory", "--facts", "--on", "2026-11-23"],
      "{}",
      "--facts needs something after it.",
    ],
    [["wigan", "lead-professional.statutory", "--fact", "facts.json"], "{}", "--fact is no option here."],
    [
      ["wigan", "lead-professional.statutory", "--on", "2026-11-23", "--on", "2026-11-24"],
      "{}",
      "--on is given twice.",
    ],
    [
      ["wigan", "lead-professional.statutory", "--facts", "facts.txt", "--on", "2026-11-23"],
      "{}",
      "facts.txt cannot be read.",
    ],
    [
      ["wigan", "lead-professional.statutory", "--facts", "facts.json", "--on", "2026-11-23"],
      "{",
      "facts.json is not JSON:",
    ],
    [
      ["wigan", "lead-professional.statutory", "--facts", "facts.json", "--on", "2026-11-23"],
      "{}",
      "facts.json does not hold the facts of lead-professional.statutory.\nchild is missing.",
    ],
  ])("%j is refused in a sentence", (args, text, sentence) => {
    expect(mistakesOf(() => ask(args, file(text))).join("\n")).toContain(sentence);
  });
});

describe("what a change of a rulebook would change", () => {
  keepRulebook(
    edition({
      ...wigan,
      id: "wigan-tried-out",
      version: 2,
      basedOn: wigan,
      sources: {},
      chapters: [],
      overrides: { monthsAfterQualifying: { value: 24, least: 0, most: 60, clause: { source: "CP3.1", at: "8.4.2" } } },
    }),
  );
  const qualified = (on: string) =>
    JSON.parse(asJson(suitabilityFacts({ practitioner: { qualification: { on: on as never }, training: "none" } })));
  const line = (id: string, qualifiedOn: string, on = "2026-11-23") =>
    JSON.stringify({ id, question: "lead-professional.training", on, facts: qualified(qualifiedOn) });
  const replayed = async (
    lines: readonly string[],
    args = ["--from", "wigan@1", "--to", "wigan-tried-out@2", "--facts", "f"],
  ) => {
    let said = "";
    const linesOf = async function* () {
      yield* lines;
    };
    const { mistakes, mistaken, changed } = await impact(args, linesOf, (text) => {
      said += text;
    });
    return { said, mistakes, mistaken, changed };
  };

  test("each decision that would change, with the clause responsible; the others are counted", async () => {
    const { said, changed } = await replayed([
      line("long-ago", "2015-07-01"),
      line("between", "2025-02-15"),
      "",
      line("too-new", "2026-07-01"),
    ]);
    expect(changed).toBe(2); // the third waits longer: the day moves
    expect(said).toContain(
      "Line 2 (between): lead-professional.training, 2026-11-23\n  was: permits\n  would be: prevents, from 2027-02-15\n  CP3.1 8.4.2 (wigan.newly-qualified) says otherwise\n",
    );
    expect(said).toContain("was: prevents, from 2028-01-01\n  would be: prevents, from 2028-07-01");
    expect(said).not.toContain("long-ago");
    expect(said).toMatch(
      /\n2 of 3 decisions would change\.\n {2}lead-professional\.training\n {4}2 times: CP3\.1 8\.4\.2/,
    );
  });
  test("a book and itself: nothing", async () => {
    const { said } = await replayed(
      [line("one", "2025-02-15")],
      ["--from", "wigan", "--to", "wigan@1", "--facts", "f"],
    );
    expect(said).toBe("0 of 1 decisions would change.\n");
  });
  test("lines that cannot be read are named by number, and left out", async () => {
    const { said, mistakes } = await replayed([
      "{",
      "7",
      JSON.stringify({ on: "2026-11-23", facts: {} }),
      JSON.stringify({ question: "who.leads", on: "2026-11-23", facts: {} }),
      JSON.stringify({ question: "plan.open", facts: {} }),
      JSON.stringify({ question: "plan.open", on: "soon", facts: {} }),
      JSON.stringify({
        question: "plan.open",
        on: "2026-11-23",
        facts: { child: { id: "c" }, plan: 3, purpose: "help" },
      }),
      JSON.stringify({ question: "plan.open", on: "2026-11-23" }),
      line("good", "2025-02-15"),
    ]);
    expect(mistakes.map((mistake) => mistake.replace(/:.*/s, ""))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((at) => `Line ${at}`),
    );
    expect(mistakes[6]).toContain('plan takes text or "none" or "not-recorded", and is 3.');
    expect(said).toContain("1 of 1 decisions would change.");
    expect(said).toContain("8 lines could not be read and are left out.");
  });
  test.each<[readonly string[], string]>([
    [[], "--from is missing"],
    [["--from", "wigan", "--to", "wigan@7", "--facts", "f"], "There is no rulebook wigan@7."],
    [["wigan", "--from", "wigan", "--to", "wigan", "--facts", "f"], '"wigan" stands alone.'],
  ])("%j is refused in a sentence", async (args, sentence) => {
    await expect(replayed([], [...args])).rejects.toThrow(sentence);
  });
});
