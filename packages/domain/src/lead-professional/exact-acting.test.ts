import { describe, expect, test } from "vitest";
import type { Holder } from "../kernel/designation.ts";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { bolton } from "../rulebooks/bolton/bolton.ts";
import { england } from "../rulebooks/england/england.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { scotland } from "../rulebooks/scotland/scotland.ts";
import { wigan } from "../rulebooks/wigan/wigan.ts";
import { actingFacts } from "../testing/continuity.ts";
import type { ActingFacts } from "./continuity-model.ts";

const ofEngland = asItStands(england);
const ofBolton = asItStands(bolton);
const whose = (holder: Holder) =>
  holder.kind === "person" ? holder.id : holder.kind === "post" ? `the ${holder.post}` : holder.agency;
const asked = (of: Partial<ActingFacts>, day: string, book = ofEngland) =>
  book.designation("lead-professional.acting", actingFacts(of), noonOn(localDate(day))).findings;
/** Tier, holder, first day, first day without, and the words. */
const said = (of: Partial<ActingFacts>, day: string, book = ofEngland) =>
  asked(of, day, book).map((one) =>
    "holder" in one
      ? [one.tier, whose(one.holder), one.from, one.until, one.because]
      : [one.tier, "missing" in one ? one.missing : "", undefined, undefined, one.because],
  );

const next = {
  id: "gil",
  isByLaw: false,
  effectiveOn: localDate("2026-12-07"),
  acceptedOn: localDate("2026-12-01"),
  familyToldOn: localDate("2026-12-02"),
} as const satisfies ActingFacts["successor"];

describe("CWDC 2.10: the lead stays until the next one is in place", () => {
  test("nobody follows", () => {
    expect(said({}, "2026-11-24")).toEqual([
      ["must", "fay", undefined, undefined, "This person leads and is the contact."],
    ]);
    const [leads] = asked({}, "2026-11-24");
    expect(leads).toMatchObject({ holder: { kind: "person", id: "fay" } });
    expect(leads).not.toHaveProperty("holder.post");
  });
  test("somebody follows from 7 December: up to the 6th, and the other from the 7th", () => {
    const words = "This person leads up to and including 6 December 2026; the next one from 7 December 2026.";
    expect(said({ successor: next }, "2026-12-06")).toEqual([["must", "fay", undefined, "2026-12-07", words]]);
    expect(said({ successor: next }, "2026-12-07")).toEqual([
      ["must", "gil", "2026-12-07", undefined, "The handover is complete: this person leads from 7 December 2026."],
    ]);
  });
  test("the family is told last: the role moves that day", () => {
    const successor = { ...next, familyToldOn: localDate("2026-12-09") };
    expect(said({ successor }, "2026-12-08")[0]?.slice(1, 4)).toEqual(["fay", undefined, "2026-12-09"]);
    expect(said({ successor }, "2026-12-09")[0]?.slice(1, 4)).toEqual(["gil", "2026-12-09", undefined]);
  });
  const stays =
    "This person leads and stays the contact until the next one has accepted and the family has been told by name.";
  test("not accepted, or not told: nothing moves", () => {
    for (const unsaid of [{ acceptedOn: "none" }, { familyToldOn: "none" }] as const)
      expect(said({ successor: { ...next, ...unsaid } }, "2027-01-11")).toEqual([
        ["must", "fay", undefined, undefined, stays],
      ]);
  });
  test("where nobody recorded it, that is asked for, and nothing moves", () => {
    const successor = { ...next, acceptedOn: "not-recorded", familyToldOn: "not-recorded" } as const;
    expect(said({ successor }, "2027-01-11").map((one) => one.slice(0, 2))).toEqual([
      ["must", "fay"],
      ["unknown", "whether the next lead accepted"],
      ["unknown", "whether the family was told of the next lead"],
    ]);
  });
  test("the law moves it on its day, whatever was accepted or told, and asks for neither", () => {
    const successor = { ...next, isByLaw: true, acceptedOn: "not-recorded", familyToldOn: "not-recorded" } as const;
    expect(said({ successor }, "2026-12-06").map(([tier]) => tier)).toEqual(["must"]);
    expect(said({ successor }, "2026-12-07")).toEqual([
      [
        "must",
        "gil",
        "2026-12-07",
        undefined,
        "The law moves the role on 7 December 2026: this person leads from that day.",
      ],
    ]);
  });
  test("nobody leads, not yet or not at all; and who does is not recorded", () => {
    const nobody = "Nobody leads on this day. If a lead is needed, agree one.";
    expect(said({}, "2026-11-23")).toEqual([["expected", "the lead-professional", undefined, undefined, nobody]]);
    expect(said({ lead: "none" }, "2026-11-24")[0]?.[4]).toBe(nobody);
    expect(asked({ lead: "not-recorded" }, "2026-11-24")[0]).toMatchObject({ tier: "unknown", missing: "who leads" });
  });
});

describe("CWDC 2.17: somebody in between acts for the time", () => {
  const cover = { id: "hal", as: "interim", from: localDate("2026-12-01"), isAway: false } as const;
  const paused =
    "The lead is paused, not ended, while somebody acts; it comes back on the day both confirm the return.";
  test("without an end, until the return is confirmed", () => {
    expect(said({ cover }, "2026-12-01")).toEqual([
      ["barred", "fay", undefined, undefined, paused],
      [
        "must",
        "hal",
        "2026-12-01",
        undefined,
        "This person acts as lead from 1 December 2026 until the lead's return is confirmed: actions, review dates and the family's contact are theirs for that time.",
      ],
    ]);
    expect(asked({ cover }, "2026-12-01")[1]).not.toHaveProperty("until");
  });
  test("with an end, to the day before it", () => {
    const until = localDate("2026-12-15");
    expect(said({ cover: { ...cover, until } }, "2026-12-14")[1]).toEqual([
      "must",
      "hal",
      "2026-12-01",
      "2026-12-15",
      "This person acts as lead from 1 December 2026 to 14 December 2026: actions, review dates and the family's contact are theirs for that time.",
    ]);
    expect(said({ cover: { ...cover, until } }, "2026-12-15").map(([tier, id]) => [tier, id])).toEqual([
      ["must", "fay"],
    ]);
    expect(said({ cover }, "2026-11-30").map(([tier, id]) => [tier, id])).toEqual([["must", "fay"]]);
  });
  test("both away: the lead's line manager", () => {
    expect(said({ cover: { ...cover, isAway: true } }, "2026-12-01").map((one) => one.slice(0, 2))).toEqual([
      ["barred", "fay"],
      ["expected", "the line-manager"],
    ]);
  });
});

describe("CWDC 2.17 and GIRFEC: a contact while the lead is away and nobody acts", () => {
  const away = { from: localDate("2026-12-01"), backOn: "none" } as const;
  test("in England the lead's line manager, and the words say since when", () => {
    expect(said({ away }, "2026-12-01")).toEqual([
      [
        "expected",
        "the line-manager",
        "2026-12-01",
        undefined,
        "The lead is away since 1 December 2026 and nobody acts: the lead's line manager is the contact meanwhile.",
      ],
    ]);
    expect(said({ away }, "2026-11-30").map((one) => one[1])).toEqual(["fay"]);
    expect(said({ away: { ...away, backOn: localDate("2026-12-08") } }, "2026-12-08").map((one) => one[1])).toEqual([
      "fay",
    ]);
  });
  test("in Scotland the named person, and where that is the lead the line manager", () => {
    expect(said({ away }, "2026-12-01", asItStands(scotland))).toEqual([
      [
        "expected",
        "the named-person",
        "2026-12-01",
        undefined,
        "The lead is away since 1 December 2026 and nobody acts: the named person is the contact meanwhile.",
      ],
      [
        "may",
        "the line-manager",
        "2026-12-01",
        undefined,
        "Where the lead is the named person too, the lead's line manager is the contact meanwhile, and is shown to the family.",
      ],
    ]);
  });
});

describe("a lead has gone", () => {
  const gone = (because: "left-post" | "service-finished") =>
    ({
      lead: { id: "fay", from: localDate("2026-11-24"), ends: { lastDay: localDate("2026-12-11"), because } },
    }) as const;
  const leads = [["must", "fay", undefined, undefined, "This person leads and is the contact."]];
  const afterwards = (id: string, until: string | undefined, words: string) => ["must", id, "2026-12-12", until, words];
  test("WIG-8.8.11: out of post on the 11th, the line manager from the 12th", () => {
    const book = asItStands(wigan);
    expect(said(gone("left-post"), "2026-12-11", book)).toEqual(leads);
    expect(said(gone("left-post"), "2026-12-12", book)).toContainEqual([
      "expected",
      "the line-manager",
      "2026-12-12",
      undefined,
      "The lead has gone and nobody is in place: the lead's line manager is the contact from 12 December 2026.",
    ]);
    const rules = asked(gone("service-finished"), "2026-12-12", book).map(({ rule }) => rule);
    expect(rules).not.toContain("wigan.acting-after-leaving");
    expect(asked({}, "2026-12-12", book).map(({ rule }) => rule)).not.toContain("wigan.acting-after-leaving");
  });
  test("CWDC 4.7: the statutory part ended on the 11th, and the previous lead goes on until the next has accepted", () => {
    const goesOn =
      "The statutory part ended on 11 December 2026. This person goes on, no longer by statute, until the next lead has accepted; the next lead is chosen in the ordinary way.";
    expect(said(gone("service-finished"), "2026-12-11")).toEqual(leads);
    expect(said(gone("service-finished"), "2026-12-12")).toEqual([afterwards("fay", undefined, goesOn)]);
    const successor = { ...next, effectiveOn: localDate("2026-12-21") };
    expect(said({ ...gone("service-finished"), successor }, "2026-12-12")).toEqual([
      afterwards("fay", "2026-12-21", goesOn.replace("until the next lead has accepted", "to 20 December 2026")),
    ]);
  });
  const acts = "The lead ended, and the deputy acts from 12 December 2026";
  test.each([
    ["deputy-becomes-lead", `${acts}: the team recorded that the deputy becomes lead professional.`, undefined],
    [
      "deputy-holds",
      `${acts}, holding the role: a new lead professional is still to be agreed.`,
      [{ what: "agreement", from: "practitioners-involved", for: "who leads next" }],
    ],
    [
      "none",
      `${acts}. The team records whether the deputy becomes lead professional or holds the role until one is agreed.`,
      [{ what: "agreement", from: "practitioners-involved", for: "whether the deputy becomes lead or holds the role" }],
    ],
  ] as const)("BOL 6: with a deputy, and afterwards: %s", (recorded, words, needs) => {
    const of = { ...gone("service-finished"), deputy: "rob", afterwards: recorded };
    expect(said(of, "2026-12-12", ofBolton)).toContainEqual(afterwards("rob", undefined, words));
    expect(asked(of, "2026-12-12", ofBolton).find(({ because }) => because === words)?.needs).toEqual(needs);
  });
  test.each(["none", "not-recorded"] as const)("BOL 6: with no deputy (%s), the line manager", (deputy) => {
    expect(said({ ...gone("service-finished"), deputy }, "2026-12-12", ofBolton)).toContainEqual([
      "expected",
      "the line-manager",
      "2026-12-12",
      undefined,
      'The lead ended and no deputy is agreed: the lead\'s line manager is the contact from 12 December 2026, and the plan shows "no lead" until one is agreed.',
    ]);
  });
});

describe("BOL 6: the deputy does not share the role", () => {
  const barred = (of: Partial<ActingFacts>, day = "2026-11-24") =>
    asked(of, day, ofBolton).filter(({ rule }) => rule === "bolton.acting-deputy-does-not-share");
  test("while the lead leads, or is away and nobody acts", () => {
    expect(barred({ deputy: "rob" })).toMatchObject([
      { tier: "barred", holder: { id: "rob" }, about: "practitioner:rob" },
    ]);
    expect(barred({ deputy: "rob", away: { from: localDate("2026-11-24"), backOn: "none" } })).toHaveLength(1);
  });
  test("nobody is barred where there is no deputy, or it is the lead, or the lead has not begun", () => {
    expect(barred({ deputy: "none" })).toEqual([]);
    expect(barred({ deputy: "not-recorded" })).toEqual([]);
    expect(barred({ deputy: "fay" })).toEqual([]);
    expect(barred({ deputy: "rob" }, "2026-11-23")).toEqual([]);
  });
});
