import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands } from "../rulebooks/questions.ts";
import {
  aSchoolPlace,
  helpingFacts,
  namedPersonCandidate,
  namedPersonDuties,
  namedPersonFacts,
} from "../testing/named-person.ts";
import type { HelpingFacts, NamedPersonCandidateFacts, NamedPersonFacts } from "./model.ts";
import { standingOn } from "./stage.ts";

const book = asItStands(highland);
const on = (day: string) => noonOn(localDate(day));
const said = (of: Partial<NamedPersonFacts>, rule: string, day = "2026-09-22") =>
  book
    .designation("named-person.who", namedPersonFacts(of), on(day))
    .findings.filter((finding) => finding.rule === `highland.${rule}`)
    .map((finding) => [
      finding.tier,
      "holder" in finding && finding.holder.kind !== "agency"
        ? finding.holder.kind === "person"
          ? finding.holder.id
          : finding.holder.post
        : undefined,
      "from" in finding ? finding.from : undefined,
      finding.because,
    ]);

const newborn = {
  child: { id: "child-1", bornOn: localDate("2026-09-12"), leftSchoolOn: "none" },
  midwife: "mary",
  midwiferyEndedOn: "none",
  healthVisitor: "none",
  healthVisitorAcceptedOn: "none",
} as const;

describe("HIG-10: the midwife from pregnancy to the handover", () => {
  const stays = "The midwife stays the named person until a health visitor has taken over.";
  const late =
    "The midwife is still the named person, later than expected. Write down why; both service managers are told.";
  test("stays, and from some days after the birth has to say why, as strongly", () => {
    const midwife = (day: string) => said(newborn, "named-person-midwife", day);
    expect(midwife("2026-09-22")).toEqual([["must", "mary", undefined, stays]]);
    expect(midwife("2026-12-01")).toEqual([["must", "mary", undefined, late]]);
  });
  test.each([
    ["nobody wrote it down", {}, 1],
    ["it has not ended", { midwiferyEndedOn: "none" }, 0],
    ["it ended", { midwiferyEndedOn: localDate("2026-09-20") }, 0],
    ["the child is not born", { child: { ...newborn.child, bornOn: "unborn" } }, 0],
    ["nobody recorded the birth", { child: { ...newborn.child, bornOn: "not-recorded" } }, 0],
    ["there is no midwife", { midwife: "none" }, 0],
    [
      "the child is at school",
      { child: { ...newborn.child, bornOn: localDate("2021-03-01") }, places: [aSchoolPlace()] },
      0,
    ],
  ] as const)("whether supervision has ended: %s", (_, of, count) => {
    expect(
      said({ ...newborn, midwiferyEndedOn: "not-recorded", ...of }, "named-person-handover-recorded"),
    ).toHaveLength(count);
  });
});

describe("HIG-10: the health visitor from the handover to school", () => {
  const visitor = (of: Partial<NamedPersonFacts>) => said(of, "named-person-health-visitor");
  const until = "until the first full-time day at primary school.";
  test("from the day of the handover, and of a handover that is not dated no day is said", () => {
    expect(visitor({})).toEqual([
      ["must", "health-visitor-1", "2022-05-14", `The health visitor is the named person from 14 May 2022 ${until}`],
    ]);
    expect(visitor({ midwife: "none", midwiferyEndedOn: "none", healthVisitorAcceptedOn: "none" })).toEqual([
      ["must", "health-visitor-1", undefined, `The health visitor is the named person ${until}`],
    ]);
  });
  test("nobody named: the post; nobody recorded: asked for", () => {
    const words = "No health visitor is recorded. Health visiting names one, and is asked to today.";
    const unnamed = (healthVisitor: "none" | "not-recorded") =>
      visitor({ midwife: "none", midwiferyEndedOn: "none", healthVisitorAcceptedOn: "none", healthVisitor });
    expect(unnamed("none")).toEqual([["must", "health-visitor", undefined, words]]);
    expect(unnamed("not-recorded")).toEqual([["unknown", undefined, undefined, words]]);
    expect(visitor({ places: [aSchoolPlace()] })).toEqual([]);
  });
  test("a place of which nobody said whether it is full-time is asked about while it decides", () => {
    const place = aSchoolPlace({ fullTime: "not-recorded" });
    const asked = (places: NamedPersonFacts["places"], day = "2026-08-18") =>
      said({ places }, "named-person-hours-of-place", day).map(([tier]) => tier);
    expect(asked([place])).toEqual(["unknown"]);
    expect(asked([place], "2026-08-17")).toEqual([]);
    expect(asked([])).toEqual([]);
    expect(asked([place, aSchoolPlace({ school: "other" })])).toEqual([]);
  });
});

describe("HD-2: a nursery place beside school is no school", () => {
  test("the child stands at the school, whatever nursery begins later", () => {
    const places = [
      aSchoolPlace({ school: "millburn" }),
      aSchoolPlace({ school: "acorns", kind: "nursery", from: localDate("2026-09-01") }),
    ];
    expect(standingOn(namedPersonFacts({ places }), localDate("2026-09-22"))).toEqual({
      stage: "primary",
      school: "millburn",
      since: "2026-08-18",
    });
  });
});

describe("HIG-10: who may be named", () => {
  const may = (of: Partial<NamedPersonCandidateFacts>, rule: string) =>
    book
      .gate("named-person.may-be", namedPersonCandidate(of), on("2026-09-22"))
      .findings.filter((finding) => finding.rule === `highland.${rule}`)
      .map(({ effect, because }) => [effect, because]);
  const candidate = (...posts: readonly string[]) => ({ candidate: { id: "someone", posts, onStaffOf: [] } });
  test.each([
    ["pregnancy-and-birth", "midwife", "may-be-midwife", "a midwife"],
    ["before-school", "health-visitor", "may-be-health-visitor", "a health visitor"],
  ] as const)("%s: %s", (stage, post, rule, who) => {
    expect(may({ stage, ...candidate("team-lead", post) }, rule)).toEqual([
      ["permits", `This person is ${who}, as the child's stage asks.`],
    ]);
    expect(may({ stage, ...candidate("class-teacher") }, rule)).toEqual([
      [
        "prevents",
        `At this stage the named person is ${who}. Others who know the child can pass on a worry and own actions.`,
      ],
    ]);
  });
  test("HIG-10: only on entering secondary school is somebody new asked for", () => {
    const carried = { previous: { id: "teacher-1", stage: "primary" } } as const;
    expect(may({ stage: "secondary", ...carried }, "may-be-new-at-secondary").map(([effect]) => effect)).toEqual([
      "prevents",
    ]);
    for (const stage of ["primary", "special-school"] as const)
      expect(may({ stage, ...carried }, "may-be-new-at-secondary")).toEqual([]);
  });
  test("HD-21: under a special arrangement one post among several is enough", () => {
    const nominated = (...posts: readonly string[]) =>
      may({ stage: "special-arrangement", ...candidate(...posts) }, "may-be-nominated").map(([effect]) => effect);
    expect(nominated("class-teacher", "education-officer")).toEqual(["permits"]);
    expect(nominated("class-teacher")).toEqual(["refers"]);
  });
});

describe("HIG 3: the named person before, while and after somebody leads", () => {
  const words = (lead: HelpingFacts["lead"], day: string) =>
    book
      .designation("named-person.helping", helpingFacts({ way: "beside-a-lead", lead }), on(day))
      .findings.map(({ because }) => because);
  const lead = { id: "keir", from: localDate("2026-10-05"), until: localDate("2026-12-01") };
  test("until the day, from it, and after the last", () => {
    expect(words(lead, "2026-10-04")).toContain(
      "Until 5 October 2026 the named person is the first contact and co-ordinates.",
    );
    expect(words(lead, "2026-10-05").join(" ")).not.toMatch(/Until 5 October|Nobody has led/);
    expect(words(lead, "2026-12-01")).toContain(
      "Nobody has led since 30 November 2026: the named person has responsibility again.",
    );
  });
});

describe("HIG-10: once decided, child and family are each told at once", () => {
  const owed = (toldOn: "none" | "2026-08-17" | "2026-08-18") => {
    const day = toldOn === "none" ? toldOn : localDate(toldOn);
    return book
      .duty("named-person.duties", namedPersonDuties({ toldChildOn: day, toldFamilyOn: day }), on("2026-08-20"))
      .owed.filter(({ rule }) => rule === "highland.tell-child-and-family")
      .map(({ act, due }) => [act, due]);
  };
  const both = [
    ["named-person.tell-child", "at-once"],
    ["named-person.tell-family", "at-once"],
  ];
  test("before the change is not told; on its day is", () => {
    expect(owed("none")).toEqual(both);
    expect(owed("2026-08-17")).toEqual(both);
    expect(owed("2026-08-18")).toEqual([]);
  });
});
