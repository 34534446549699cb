import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import {
  AdvocacyOnScreen,
  type AdvocacyStep,
  advocacyFacts,
  advocacyTrail,
  nextAdvocacySteps,
} from "./advocacy-commands.ts";

const on = (step: AdvocacyStep, day: string, name: string | null = null) => ({ step, on: localDate(day), name });
const ava = [
  on("needed", "2026-06-08"),
  on("offered", "2026-06-08"),
  on("accepted", "2026-06-09"),
  on("linked", "2026-06-15", "J. Bain"),
];

describe("GIR-37, HIG-97: advocacy goes step by step, each with its day", () => {
  test("Ava: offered 8 June, accepted 9 June, linked to J. Bain on 15 June", () => {
    expect(advocacyFacts(ava)).toEqual({
      consideredOn: "2026-06-08",
      isNeeded: true,
      offeredOn: "2026-06-08",
      answer: "accepted",
      advocate: "J. Bain",
      linkedOn: "2026-06-15",
    });
    expect(advocacyFacts(ava.slice(0, 2))).toMatchObject({ answer: "none", advocate: "none", linkedOn: "none" });
  });
  test("never considered is no facts at all", () => {
    expect(advocacyTrail([])).toEqual([]);
    expect(advocacyFacts([])).toBeUndefined();
  });
  test("considered anew, an earlier offer and answer count no more", () => {
    const anew = [...ava, on("not-needed", "2026-09-01")];
    expect(advocacyTrail(anew)).toEqual([on("not-needed", "2026-09-01")]);
    expect(advocacyFacts(advocacyTrail(anew))).toMatchObject({ isNeeded: false, offeredOn: "none", answer: "none" });
  });
  test("offered again after a no, there is no answer until there is one", () => {
    const again = [on("needed", "2026-06-08"), on("offered", "2026-06-08"), on("declined", "2026-06-09")];
    expect(advocacyFacts(again)?.answer).toBe("declined");
    expect(advocacyFacts([...again, on("offered", "2026-07-01")])).toMatchObject({
      answer: "none",
      offeredOn: "2026-07-01",
    });
  });
  test.each([
    [[], ["needed", "not-needed"]],
    [ava.slice(0, 1), ["offered", "needed", "not-needed"]],
    [ava.slice(0, 2), ["accepted", "declined", "needed", "not-needed"]],
    [ava.slice(0, 3), ["linked", "declined", "needed", "not-needed"]],
    [ava, ["linked", "needed", "not-needed"]],
    [
      [...ava.slice(0, 2), on("declined", "2026-06-09")],
      ["offered", "needed", "not-needed"],
    ],
    [[on("not-needed", "2026-06-08")], ["needed", "not-needed"]],
  ])("after %o comes %o", (trail, next) => {
    expect(nextAdvocacySteps(trail)).toEqual(next);
  });
  test("the link needs the advocate's name; why it is needed or not is written down", () => {
    const problems = (said: object) =>
      AdvocacyOnScreen.safeParse({ on: "2026-11-23", ...said }).error?.issues.map(({ message }) => message);
    expect(problems({ step: "linked" })).toEqual(["Enter the advocate's name"]);
    expect(problems({ step: "linked", advocate: "J. Bain" })).toBeUndefined();
    expect(problems({ step: "not-needed" })).toEqual(["Enter why somebody is needed, or why nobody is"]);
    expect(problems({ step: "needed", words: "He does not speak up at meetings." })).toBeUndefined();
    expect(problems({ step: "offered" })).toBeUndefined();
    expect(problems({})).toEqual(["Choose what happened"]);
  });
});
