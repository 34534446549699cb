import { describe, expect, test } from "vitest";
import type { ConcernClosingFacts } from "../concern/model.ts";
import type { Holder } from "../kernel/designation.ts";
import type { Parameters } from "../kernel/edition.ts";
import type { GateRule } from "../kernel/gate.ts";
import { localDate } from "../kernel/local-date.ts";
import { rulebooks } from "../rulebooks/index.ts";
import {
  adopt,
  asItStands,
  chapter,
  edition,
  type QuestionName,
  questions,
  type Rulebook,
} from "../rulebooks/questions.ts";
import { anAdoption } from "./builders.ts";
import { checkRulebook } from "./check-rulebook.ts";

describe("every edition keeps to what a rulebook promises", () => {
  test.each(rulebooks.map((of) => [`${of.id} ${of.version}`, of] as const))("%s", (_, of) => {
    expect(checkRulebook(asItStands(of))).toEqual([]);
  });
});

const from = localDate("2020-01-01");
const clause = { source: "GUIDE", at: "1" };

/** Permits every closing. */
const permits = (more: Partial<GateRule<ConcernClosingFacts>> = {}): GateRule<ConcernClosingFacts> => ({
  id: "guide.closing",
  clause,
  from,
  title: "A concern may be closed",
  apply: ({ child }) => ({ effect: "permits", because: "It may be closed.", about: `child:${child.id}` }),
  ...more,
});
const closing = (...rules: readonly GateRule<ConcernClosingFacts>[]) =>
  chapter({ parameters: {}, rules: { "concern.closing": () => rules } });
const silentBut = (...spoken: readonly QuestionName[]): Rulebook["silent"] =>
  Object.fromEntries(
    Object.keys(questions)
      .filter((name) => !(spoken as readonly string[]).includes(name))
      .map((name) => [name, "The guide does not speak of it."]),
  );
const guide = (of: Partial<Rulebook> = {}): Rulebook =>
  edition({
    id: "guide",
    version: 1,
    title: "The guide",
    nation: "scotland",
    from,
    sources: { GUIDE: { title: "The guide", issued: from, status: "good practice" } },
    chapters: [closing(permits())],
    silent: silentBut("concern.closing"),
    ...of,
  });
const local = (of: Partial<Rulebook>) => guide({ id: "local", basedOn: guide(), silent: {}, chapters: [], ...of });
const valued = (parameters: Parameters) =>
  guide({ chapters: [closing(permits()), chapter({ parameters, rules: {} })] });
const value = { value: 2, least: 1, most: 3, clause };

describe("the suite finds", () => {
  test("nothing, in a book that has no fault", () => {
    expect(checkRulebook(asItStands(guide()))).toEqual([]);
  });
  test.each<[string, Rulebook, string]>([
    [
      "a clause of no source",
      guide({ chapters: [closing(permits({ clause: { source: "X", at: "1" } }))] }),
      "guide.closing cites X, which is not a declared source.",
    ],
    [
      "a clause of no place",
      guide({ chapters: [closing(permits({ clause: { source: "GUIDE", at: "" } }))] }),
      "guide.closing does not say where in GUIDE it stands.",
    ],
    [
      "a rule older than its source",
      guide({ chapters: [closing(permits({ from: localDate("2019-12-31") }))] }),
      "guide.closing speaks from 2019-12-31, before GUIDE was issued on 2020-01-01.",
    ],
    [
      "a rule that ends before it begins",
      guide({ chapters: [closing(permits({ until: from }))] }),
      "guide.closing ends before it begins.",
    ],
    [
      "two periods that overlap",
      guide({
        chapters: [closing(permits({ until: localDate("2021-01-01") }), permits({ from: localDate("2020-12-31") }))],
      }),
      "guide.closing has two periods that overlap, from 2020-12-31.",
    ],
    [
      "a twin",
      guide({ chapters: [closing(permits(), permits())] }),
      "guide.closing has two periods that overlap, from 2020-01-01.",
    ],
    [
      "a gap",
      guide({
        chapters: [closing(permits({ until: localDate("2021-01-01") }), permits({ from: localDate("2021-01-02") }))],
      }),
      "guide.closing says nothing from 2021-01-01 until 2021-01-02.",
    ],
    [
      "one id for two rules",
      local({ chapters: [closing(permits())] }),
      "guide.closing is the id of more than one rule: concern.closing in guide, concern.closing in local.",
    ],
    [
      "a rule set aside that is not there",
      local({ setsAside: { "guide.opening": "Gone." } }),
      "local sets aside guide.opening, which its base does not have.",
    ],
    [
      "a rule set aside for no reason",
      local({ setsAside: { "guide.closing": "" }, silent: { "concern.closing": "Left out." } }),
      "local sets aside guide.closing without a reason.",
    ],
    [
      "a value the base does not have",
      local({ overrides: { days: value } }),
      "local gives days another value, and its base has no such value.",
    ],
    [
      "two values of one name",
      guide({
        chapters: [
          closing(permits()),
          chapter({ parameters: { days: value }, rules: {} }),
          chapter({ parameters: { days: { ...value, value: 3 } }, rules: {} }),
        ],
      }),
      "guide has two values called days: where it differs from its base, write that as an override.",
    ],
    [
      "a value out of its range",
      guide({ chapters: [closing(permits()), chapter({ parameters: { days: { ...value, value: 4 } }, rules: {} })] }),
      "days is at most 3.",
    ],
    [
      "a value of ours without a reading",
      guide({
        chapters: [
          closing(permits()),
          chapter({ parameters: { days: { value: 2, least: 1, ours: "G-1", reading: " " } }, rules: {} }),
        ],
      }),
      "days is ours and does not say how we read it.",
    ],
    [
      "a question nobody answers",
      guide({ silent: silentBut("concern.closing", "concern.duties") }),
      "guide neither answers concern.duties nor is declared silent on it.",
    ],
    [
      "silence on a question that is answered",
      guide({ silent: silentBut() }),
      "guide declares itself silent on concern.closing and has rules for it.",
    ],
    [
      "silence on no question",
      guide({
        silent: { ...silentBut("concern.closing"), "concern.opening": "It does not speak." } as Rulebook["silent"],
      }),
      "guide speaks of concern.opening, which is no question.",
    ],
    ["a rule without a title", guide({ chapters: [closing(permits({ title: " " }))] }), "guide.closing has no title."],
    [
      "a value of a clause of no source",
      guide({
        chapters: [
          closing(permits()),
          chapter({ parameters: { days: { ...value, clause: { source: "X", at: "1" } } }, rules: {} }),
        ],
      }),
      "days cites X, which is not a declared source.",
    ],
    [
      "a value of another kind than the base's",
      local({ basedOn: valued({ days: value }), overrides: { days: { value: "two", clause } } }),
      "local gives days a value of another kind than its base.",
    ],
    [
      "a least that is more than the most",
      valued({ days: { value: 5, least: 5, most: 3, clause } }),
      "days is at most 3. days has a least that is more than its most.",
    ],
    [
      "a number without a least",
      valued({ days: { value: 2, clause } }),
      "days is a number and does not say the least an area may set.",
    ],
    [
      "silence without a sentence",
      guide({ silent: { ...silentBut("concern.closing"), "plan.open": " " } }),
      "guide is silent on plan.open without a sentence for the reader.",
    ],
    [
      "an edition in force before its base",
      local({ from: localDate("2019-12-31") }),
      "local is in force before its base.",
    ],
  ])("%s", (_, book, problem) => {
    expect(checkRulebook(asItStands(book), { runs: 5 }).join(" ")).toBe(problem);
  });

  test("an edition that is based on itself, by way of another", () => {
    const round: Rulebook = {
      ...guide(),
      get basedOn() {
        return back;
      },
    };
    const back = local({ basedOn: round });
    expect(checkRulebook(asItStands(back), { runs: 5 })).toContain("local is based on itself: local, guide, local.");
  });

  const said = (apply: GateRule<ConcernClosingFacts>["apply"], ...more: readonly GateRule<ConcernClosingFacts>[]) =>
    checkRulebook(asItStands(guide({ chapters: [closing(permits({ apply }), ...more)] })), { runs: 60 }).join();
  const sentence = { because: "It may be closed.", about: "child:a" } as const;
  test("a rule that fails on some facts, and the facts", () => {
    const problem = said(({ outcome }) => {
      if (outcome === "not-recorded") throw new Error("no outcome");
      return { effect: "permits", ...sentence };
    });
    expect(problem).toMatch(
      /^concern\.closing: guide\.closing fails on facts of the right kind: Error: no outcome\. Facts: .*"outcome":"not-recorded"/,
    );
  });
  test("a rule that changes the facts, and one that remembers", () => {
    expect(
      said((facts) => {
        (facts as { outcome: string }).outcome = "nothing-more";
        return { effect: "permits", ...sentence };
      }),
    ).toContain("guide.closing fails on facts of the right kind: TypeError");
    let asked = 0;
    expect(said(() => ({ effect: "permits", ...sentence, because: `Asked ${++asked} times.` }))).toContain(
      "the same facts give two answers.",
    );
  });
  test("a reason that is no sentence, a finding about nobody, a lift of nothing", () => {
    expect(said(() => ({ effect: "permits", ...sentence, because: "ok" }))).toContain(
      'does not give its reason as a sentence: "ok".',
    );
    expect(said(() => ({ effect: "permits", ...sentence, about: "child:" }))).toContain(
      'does not say whose fact it rests on: "child:".',
    );
    expect(said(() => ({ effect: "permits", ...sentence, lifts: ["guide.x"] }))).toContain(
      "lifts guide.x, which answers nothing here.",
    );
  });
  test("a need for nothing, a missing fact without a name", () => {
    const needs = [{ what: "reason", from: "line-manager", for: " " }] as const;
    expect(said(() => ({ effect: "permits-if", ...sentence, needs }))).toContain(
      "guide.closing needs something and does not say what for.",
    );
    expect(said(() => ({ effect: "unknown", ...sentence, missing: "" }))).toContain(
      "guide.closing does not name the fact that is missing.",
    );
  });
  const head = { id: "guide.rule", clause, from, title: "A rule" } as const;
  const asked = (name: QuestionName, rules: Rulebook["chapters"][number]["rules"]) =>
    checkRulebook(
      asItStands(guide({ chapters: [chapter({ parameters: {}, rules: rules as object })], silent: silentBut(name) })),
      { runs: 20 },
    ).join();
  test("a holder without words, an amount that is no number, two clauses of one stage", () => {
    const pointing = (holder: Holder) =>
      asked("lead-professional.statutory", {
        "lead-professional.statutory": () => [{ ...head, apply: () => ({ tier: "may", holder, ...sentence }) }],
      });
    expect(pointing({ kind: "post", post: "chimney-sweep" })).toContain(
      "names the post chimney-sweep, which has no words.",
    );
    expect(pointing({ kind: "agency", agency: "post-office" })).toContain(
      "names the agency post-office, which has no words.",
    );
    expect(
      asked("workload.capacity", {
        "workload.capacity": () => [{ ...head, apply: () => ({ amount: Number.NaN, label: "Points", ...sentence }) }],
      }),
    ).toContain("guide.rule gives an amount that is no number.");
    const stage = {
      stage: "meeting",
      kind: "meeting",
      order: 1,
      whose: "family",
      enteredBy: [],
      decides: true,
    } as const;
    const apply = () => ({ ...stage, ...sentence });
    expect(
      asked("lead-professional.agreement", {
        "lead-professional.agreement": () => [
          { ...head, apply },
          { ...head, id: "guide.other", apply },
        ],
      }),
    ).toContain("two clauses have the stage meeting.");
  });
  test("a gate that can hold up a safeguarding referral", () => {
    const held = (effect: "prevents" | "permits") =>
      asked("consent.release", { "consent.release": () => [{ ...head, apply: () => ({ effect, ...sentence }) }] });
    expect(held("prevents")).toBe("consent.release: guide.rule can hold up a safeguarding referral.");
    expect(held("permits")).toBe("");
  });
  test("what an area got wrong in adopting it", () => {
    expect(checkRulebook(adopt(guide(), anAdoption({ settings: { days: 3 } })), { runs: 5 })).toEqual([
      "The guide has no value called days.",
    ]);
  });
});
