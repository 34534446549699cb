import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { noonOn } from "../kernel/moment.ts";
import { highland } from "../rulebooks/highland/highland.ts";
import { asItStands } from "../rulebooks/questions.ts";
import { aSchoolPlace, namedPersonDuties, namedPersonFacts } from "../testing/named-person.ts";
import { currentOn, daysWithout } from "./current.ts";
import type { NamedPersonDutiesFacts, NamedPersonFacts } from "./model.ts";

const book = asItStands(highland);
const on = (day: string) => noonOn(localDate(day));
const said = (facts: NamedPersonFacts, day: string, rule: string) =>
  book.designation("named-person.who", facts, on(day)).findings.filter((finding) => finding.rule === rule);
const current = (facts: NamedPersonFacts, day: string) => currentOn(facts, localDate(day));
const without = (facts: NamedPersonFacts, day: string) => daysWithout(current(facts, day), localDate(day));

/** Isla, 5, began at Millburn on 18 August 2026, and the school has assigned nobody. */
const isla = (of: Partial<NamedPersonFacts> = {}) =>
  namedPersonFacts({
    child: { id: "isla", bornOn: localDate("2021-03-01"), leftSchoolOn: "none" },
    healthVisitor: "none",
    places: [aSchoolPlace({ school: "millburn" })],
    ...of,
  });

describe("HIG-10: at school it is a member of that school's staff", () => {
  const rule = "highland.named-person-school";
  const assigns = "The school has not yet said who this child's named person is.";
  test("nobody assigned, and nobody from before: the post, which the school has to fill", () => {
    expect(said(isla(), "2026-08-18", rule)).toMatchObject([
      {
        tier: "must",
        holder: { kind: "post", post: "member-of-primary-school-staff" },
        accountable: { kind: "agency", agency: "education" },
        because: `${assigns} The child has had nobody since 18 August 2026.`,
      },
    ]);
    expect(said(isla(), "2026-08-17", rule)).toEqual([]);
  });
  test("not recorded whom the school assigned: asked for, and nobody made up", () => {
    expect(said(isla({ assignedBySchool: "not-recorded" }), "2026-08-18", rule)).toMatchObject([
      { tier: "unknown", missing: "whom the school assigned" },
    ]);
  });
  test("HD-3: the one before stays, and the school is on the list that waits", () => {
    const facts = isla({ healthVisitor: "nan-sim" });
    expect(said(facts, "2026-08-18", rule)).toMatchObject([
      {
        tier: "must",
        holder: { kind: "person", id: "nan-sim" },
        accountable: { kind: "agency", agency: "education" },
        because:
          "The school has not yet assigned anybody, so the named person of the stage before stays until it does.",
      },
    ]);
    expect(current(facts, "2026-08-18")).toMatchObject({
      isOutgoing: true,
      person: { id: "nan-sim", post: "health-visitor" },
      gap: { code: "school-has-not-assigned", school: "millburn", since: "2026-08-18", service: "education" },
    });
  });
  test("whom the school assigned, from that day on, stands alone", () => {
    const facts = isla({ assignedBySchool: { id: "mr-bain", school: "millburn", from: localDate("2026-08-20") } });
    expect(current(facts, "2026-08-19").gap?.school).toBe("millburn");
    expect(current(facts, "2026-08-20")).toMatchObject({ isOutgoing: false, person: { id: "mr-bain" } });
    expect(current(facts, "2026-08-20")).not.toHaveProperty("gap");
    expect(said(facts, "2026-08-20", rule)[0]).not.toHaveProperty("accountable");
    expect(said(facts, "2026-08-20", rule)[0]?.because).toBe("The school assigned this member of its staff.");
  });
});

describe("HIG-74: a special arrangement names the person", () => {
  const facts = isla({ specialArrangement: { id: "officer", from: localDate("2026-10-05") } });
  test("from its first day, and nobody is on the way out", () => {
    expect(said(facts, "2026-10-04", "highland.named-person-special-arrangement")).toEqual([]);
    expect(said(facts, "2026-10-05", "highland.named-person-special-arrangement")).toMatchObject([
      { tier: "must", holder: { kind: "person", id: "officer", post: "education-officer" }, from: "2026-10-05" },
    ]);
    expect(current(facts, "2026-10-05")).toMatchObject({ isOutgoing: false, person: { id: "officer" } });
  });
  test("a place at nursery is no school place", () => {
    const why = (kind: "nursery" | "primary") =>
      said({ ...facts, places: [aSchoolPlace({ kind })] }, "2026-10-05", "highland.named-person-special-arrangement")[0]
        ?.because;
    expect(why("nursery")).toBe("A special arrangement names this person, because the child has no school place.");
    expect(why("primary")).toBe("A special arrangement names this person.");
  });
});

describe("HD-21: a child of school age without a school place", () => {
  const child = (places: NamedPersonFacts["places"]) =>
    namedPersonFacts({ child: { id: "callum", bornOn: localDate("2020-09-02"), leftSchoolOn: "none" }, places });
  test("who never had one is expected to have an officer, and must once a place has ended", () => {
    expect(said(child([]), "2026-09-01", "highland.named-person-without-place")).toEqual([]);
    const [never] = said(child([]), "2026-09-02", "highland.named-person-without-place");
    expect(never).toMatchObject({
      tier: "expected",
      holder: { kind: "post", post: "education-officer" },
      because:
        "The child is of school age and has no school place. The area education manager nominates somebody; the health visitor stays until then.",
    });
    const ended = child([aSchoolPlace({ school: "millburn", until: localDate("2026-10-10") })]);
    expect(said(ended, "2026-10-09", "highland.named-person-without-place")).toEqual([]);
    expect(said(ended, "2026-10-10", "highland.named-person-without-place")).toMatchObject([{ tier: "must" }]);
  });
});

describe("HD-3: somebody is on the way out only at school, while the next one is not assigned", () => {
  const born = (bornOn: string, leftSchoolOn: "none" | "2026-06-26" = "none") => ({
    child: {
      id: "child-1",
      bornOn: localDate(bornOn),
      leftSchoolOn: leftSchoolOn === "none" ? leftSchoolOn : localDate(leftSchoolOn),
    },
  });
  const unnamed = { midwife: "none", midwiferyEndedOn: "none", healthVisitor: "none" } as const;
  const noHealthVisitor = { healthVisitor: "none", healthVisitorAcceptedOn: "none" } as const;
  test.each([
    ["with the health visitor", {}, undefined],
    [
      "newborn, without a midwife",
      { ...born("2026-09-12"), ...unnamed, midwife: "not-recorded" },
      "no-midwife-recorded",
    ],
    ["without a health visitor", { ...unnamed, ...noHealthVisitor }, "no-health-visitor-recorded"],
    ["left school at 16", born("2010-03-01", "2026-06-26"), "no-education-contact"],
    ["left school, now 18", born("2008-03-01", "2026-06-26"), undefined],
    ["school places not recorded", { places: "not-recorded" }, "stage-not-recorded"],
    ["a place that ended", { places: [aSchoolPlace({ until: localDate("2026-09-01") })] }, "no-school-place"],
    ["at school, and nobody from before", { ...noHealthVisitor, places: [aSchoolPlace()] }, "school-has-not-assigned"],
  ] as const)("%s: nobody is", (_, of, gap) => {
    const asked = current(namedPersonFacts(of as Partial<NamedPersonFacts>), "2026-09-15");
    expect([asked.isOutgoing, asked.gap?.code]).toEqual([false, gap]);
  });
});

describe("how long nobody has been in place", () => {
  test("is counted from the day the gap opened", () => {
    expect(without(isla(), "2026-08-18")).toBe(0);
    expect(without(isla(), "2026-08-25")).toBe(7);
  });
  test("is not counted while somebody stays, nor where the day is not known", () => {
    expect(without(isla({ healthVisitor: "nan-sim" }), "2026-08-25")).toBeUndefined();
    const unborn = namedPersonFacts({
      child: { id: "unborn", bornOn: "unborn", leftSchoolOn: "none" },
      midwife: "none",
      midwiferyEndedOn: "none",
      healthVisitor: "none",
      healthVisitorAcceptedOn: "none",
    });
    expect(current(unborn, "2026-08-25").gap?.code).toBe("unborn-without-midwife");
    expect(without(unborn, "2026-08-25")).toBeUndefined();
  });
});

describe("HD-1: the midwife hands over once supervision has ended and a health visitor has accepted", () => {
  const born = { id: "child-1", bornOn: localDate("2026-09-12") };
  const day = localDate("2026-09-22");
  const owed = (of: Partial<NamedPersonDutiesFacts>, asked = "2026-09-22") =>
    book
      .duty("named-person.duties", namedPersonDuties({ child: born, isOfSchoolAge: false, ...of }), on(asked))
      .owed.filter(({ act }) => act === "named-person.hand-over-to-health-visitor");
  const done = { midwiferyEndedOn: day, hasHealthVisitor: true, healthVisitorAcceptedOn: day } as const;
  test("all three, by that day; one alone is no handover", () => {
    expect(owed(done)).toEqual([]);
    expect(owed(done, "2026-09-21")).toHaveLength(1);
    expect(owed({ ...done, midwiferyEndedOn: "none" })).toHaveLength(1);
    expect(owed({ ...done, midwiferyEndedOn: "not-recorded" })).toHaveLength(1);
    expect(owed({ ...done, hasHealthVisitor: false })).toHaveLength(1);
    expect(owed({ ...done, healthVisitorAcceptedOn: "none" })).toHaveLength(1);
  });
});

describe("HIG-74: nobody is named by an arrangement that is not there", () => {
  test("a child who is with the health visitor hears nothing of one", () => {
    expect(said(namedPersonFacts(), "2026-09-15", "highland.named-person-special-arrangement")).toEqual([]);
  });
});

describe("HIG-10: why nobody is in place reads as a sentence, with the day it began", () => {
  const unnamed = { midwife: "none", midwiferyEndedOn: "none", healthVisitor: "none" } as const;
  const noHealthVisitor = { ...unnamed, healthVisitorAcceptedOn: "none" } as const;
  const gapOf = (of: Partial<NamedPersonFacts>) => current(namedPersonFacts(of), "2026-09-15").gap;
  test("no health visitor, since the birth; of a birth that nobody recorded no day is said", () => {
    const gap = {
      code: "no-health-visitor-recorded",
      sentence: "No health visitor is recorded for this child. Health visiting names one.",
      service: "health",
    };
    expect(gapOf(noHealthVisitor)).toEqual({ ...gap, since: "2022-05-03" });
    const handed = { ...noHealthVisitor, midwife: "not-recorded", midwiferyEndedOn: "not-recorded" } as const;
    expect(
      gapOf({ ...handed, child: { id: "child-1", bornOn: localDate("2026-09-12"), leftSchoolOn: "none" } }),
    ).toEqual({
      code: "no-midwife-recorded",
      sentence: "No midwife is recorded for this newborn child, and no health visitor has taken over.",
      service: "health",
      since: "2026-09-12",
    });
  });
  test("no school place any more, since the day it ended", () => {
    expect(gapOf({ places: [aSchoolPlace({ until: localDate("2026-09-01") })] })).toEqual({
      code: "no-school-place",
      sentence: "No school place is recorded after 1 September 2026. The area education manager nominates somebody.",
      service: "education",
      since: "2026-09-01",
    });
  });
  test("where a fact hides who it is, that fact is asked for", () => {
    const asked = (of: Partial<NamedPersonFacts>, rule: string) =>
      said(namedPersonFacts(of), "2026-09-15", rule).map(({ tier, because }) => [tier, because]);
    const everyone = "highland.named-person-for-every-child";
    expect(asked({ places: "not-recorded" }, everyone)).toEqual([
      ["unknown", "Record the school places of this child: until then nobody can say who the named person is."],
    ]);
    expect(gapOf({ places: "not-recorded" })?.sentence).toBe(
      "Nobody can say who the named person is until the school places of this child is recorded.",
    );
    expect(asked({}, everyone)).toEqual([]);
  });
});

describe("H8 and H11: what stays with the named person while somebody else leads", () => {
  const owed = (of: Partial<NamedPersonDutiesFacts>, day: string, rule: string) =>
    book
      .duty("named-person.duties", namedPersonDuties(of), on(day))
      .owed.filter((duty) => duty.rule === rule)
      .map(({ due, because }) => [due, because]);
  test.each([
    [
      "highland.keep-links",
      "Somebody else leads the plan. The named person stays on its team, gets each version and is shown to the family, and takes responsibility back when the plan ends.",
    ],
    [
      "highland.keep-routine-checks",
      "Routine development checks and the watch on attainment stay on the named person's own list.",
    ],
  ])("%s: from the first day of that lead", (rule, words) => {
    const separateLead = { id: "ms-keir", from: localDate("2026-10-05") };
    expect(owed({ separateLead }, "2026-10-04", rule)).toEqual([]);
    expect(owed({ separateLead }, "2026-10-05", rule)).toEqual([["at-once", words]]);
    expect(owed({ separateLead: "none" }, "2026-10-05", rule)).toEqual([]);
  });
  test.each([
    ["development", "below the development expected"],
    ["school-education", "not benefiting from school education"],
  ] as const)("HIG-34: a child who falls behind in %s is looked into more fully", (why, what) => {
    const marked = (day: string, done = false) =>
      owed({ fullerGathering: { since: localDate("2026-10-05"), why, done } }, day, "highland.gather-more");
    expect(marked("2026-10-04")).toEqual([]);
    expect(marked("2026-10-05")).toEqual([
      [
        "at-once",
        `The child is marked as ${what} since 5 October 2026, so the named person gathers more of what is known.`,
      ],
    ]);
    expect(marked("2026-10-05", true)).toEqual([]);
  });
  test("HIG-74: a child who has a special arrangement is not asked about again", () => {
    const arranged = { from: localDate("2026-03-02"), reviewedOn: "none" } as const;
    const asked = (specialArrangement: NamedPersonDutiesFacts["specialArrangement"]) =>
      owed({ lastContactOn: localDate("2026-01-12"), specialArrangement }, "2026-10-05", "highland.check-contact");
    expect(asked("none")).toHaveLength(1);
    expect(asked(arranged)).toEqual([]);
  });
});
