import { describe, expect, test } from "vitest";
import { keepRulebook } from "../../src/rulebooks/index.ts";
import { edition } from "../../src/rulebooks/questions.ts";
import { wigan } from "../../src/rulebooks/wigan/wigan.ts";
import { aStatus, statusDutiesFacts, statutoryFacts, suitabilityFacts } from "../../src/testing/lead-professional.ts";
import { ask } from "./ask.ts";
import { Mistaken } from "./asked.ts";
import { impact } from "./impact.ts";

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
