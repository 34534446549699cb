import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { currentOn, daysWithout } from "../../named-person/current.ts";
import type { NamedPersonFacts } from "../../named-person/model.ts";
import { aSchoolPlace, namedPersonFacts } from "../../testing/named-person.ts";
import { england } from "../england/england.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "../scotland/scotland.ts";
import { wigan } from "../wigan/wigan.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const ask = (facts: NamedPersonFacts, day: string) =>
  book.designation("named-person.who", facts, noonOn(localDate(day)));
const who = (facts: NamedPersonFacts, day: string) => ask(facts, day).holders;
const whoId = (facts: NamedPersonFacts, day: string) =>
  who(facts, day).map((holder) => (holder.kind === "person" ? holder.id : holder.kind))[0];
const gapOn = (facts: NamedPersonFacts, day: string) => currentOn(facts, localDate(day)).gap?.code;

const callum = (of: Partial<NamedPersonFacts> = {}) =>
  namedPersonFacts({
    places: [
      aSchoolPlace({ school: "nursery", kind: "nursery", from: localDate("2026-08-18") }),
      aSchoolPlace({ school: "millburn", from: localDate("2027-08-17") }),
    ],
    assignedBySchool: { id: "p1-teacher", school: "millburn", from: localDate("2027-08-17") },
    ...of,
  });
const newborn = (of: Partial<NamedPersonFacts> = {}) =>
  namedPersonFacts({
    child: { id: "child-1", bornOn: localDate("2026-09-12"), leftSchoolOn: "none" },
    midwife: "fiona-roy",
    midwiferyEndedOn: "none",
    healthVisitor: "none",
    healthVisitorAcceptedOn: "none",
    ...of,
  });

describe("HIG-10: every child has exactly one, from health before school and from education at school", () => {
  test("Callum, 3, has his health visitor and Isla, 9, her class teacher", () => {
    expect(whoId(namedPersonFacts(), "2026-01-12")).toBe("health-visitor-1");
    const isla = namedPersonFacts({
      child: { id: "isla", bornOn: localDate("2017-03-01"), leftSchoolOn: "none" },
      places: [aSchoolPlace({ school: "millburn", from: localDate("2022-08-16") })],
      assignedBySchool: { id: "mr-bain", school: "millburn", from: localDate("2026-08-18") },
    });
    expect(who(isla, "2026-10-01")).toEqual([
      { kind: "person", id: "mr-bain", post: "member-of-primary-school-staff" },
    ]);
  });

  test("whatever is recorded, never two at once", () => {
    const day = fc.integer({ min: 0, max: 7000 }).map((days) => addDays(localDate("2015-01-01"), days));
    const recorded = <T>(of: fc.Arbitrary<T>) =>
      fc.oneof(of, fc.constant("none" as const), fc.constant("not-recorded" as const));
    const place = fc.record({
      school: fc.constantFrom("a", "b"),
      kind: fc.constantFrom("nursery", "primary", "secondary", "special"),
      fullTime: fc.constantFrom(true, false, "not-recorded"),
      from: day,
    }) as fc.Arbitrary<Parameters<typeof aSchoolPlace>[0] & ReturnType<typeof aSchoolPlace>>;
    const facts = fc.record({
      child: fc.record({
        id: fc.constant("child-1"),
        bornOn: fc.oneof(day, fc.constant("unborn" as const), fc.constant("not-recorded" as const)),
        leftSchoolOn: recorded(day),
      }),
      midwife: fc.constantFrom("m", "none", "not-recorded"),
      midwiferyEndedOn: recorded(day),
      healthVisitor: fc.constantFrom("hv", "none", "not-recorded"),
      healthVisitorAcceptedOn: recorded(day),
      places: fc.oneof(fc.array(place, { maxLength: 4 }), fc.constant("not-recorded" as const)),
      assignedBySchool: recorded(fc.record({ id: fc.constant("t"), school: fc.constantFrom("a", "b"), from: day })),
      specialArrangement: recorded(fc.record({ id: fc.constant("eo"), from: day })),
      outgoing: recorded(fc.record({ id: fc.constant("before") })),
      contact: fc.oneof(
        fc.constant("not-recorded" as const),
        fc.record({ state: fc.constantFrom("in-touch", "not-regularly-in-touch", "ended"), since: day }),
      ),
    }) as fc.Arbitrary<NamedPersonFacts>;
    fc.assert(
      fc.property(facts, day, (given, on) => {
        const decision = ask(given, on);
        expect(decision.holders.length).toBeLessThanOrEqual(1);
        expect(decision.answer).not.toBe("silent");
        if (decision.answer === "open") expect(decision.missing.length).toBeGreaterThan(0);
      }),
    );
  });

  test.each([
    ["under 18 at school", "2026-11-01", "secondary"],
    ["the day before the 18th birthday", "2027-05-02", "secondary"],
    ["18 and still at school (HD-18)", "2027-06-01", "secondary"],
    ["18, the day before leaving school", "2027-07-01", "secondary"],
    ["18 and has left school", "2027-07-02", "ended"],
  ])("%s", (_, day, stage) => {
    const facts = namedPersonFacts({
      child: { id: "c", bornOn: localDate("2009-05-03"), leftSchoolOn: localDate("2027-07-02") },
      places: [
        aSchoolPlace({
          school: "academy",
          kind: "secondary",
          from: localDate("2021-08-17"),
          until: localDate("2027-07-02"),
        }),
      ],
      assignedBySchool: { id: "guidance", school: "academy", from: localDate("2021-08-17") },
    });
    expect(currentOn(facts, localDate(day)).standing.stage).toBe(stage);
    expect(ask(facts, day).answer).toBe(stage === "ended" ? "not-needed" : "filled");
  });

  test("a leaver of 16 or 17 has a contact in the education service, and nothing ends before 18", () => {
    const leaver = namedPersonFacts({
      child: { id: "c", bornOn: localDate("2009-05-03"), leftSchoolOn: localDate("2026-06-30") },
      places: [
        aSchoolPlace({
          school: "academy",
          kind: "secondary",
          from: localDate("2021-08-17"),
          until: localDate("2026-07-01"),
        }),
      ],
      assignedBySchool: { id: "guidance", school: "academy", from: localDate("2021-08-17") },
    });
    expect(ask(leaver, "2026-06-29").answer).toBe("filled");
    expect(ask(leaver, "2026-06-30")).toMatchObject({
      answer: "required",
      holders: [{ kind: "post", post: "education-service-contact" }],
    });
    expect(ask(leaver, "2027-05-02").answer).toBe("required");
    expect(ask(leaver, "2027-05-03").answer).toBe("not-needed");
  });
});

describe("HIG-11: why a child has none, and for how many days", () => {
  const withoutSchool = namedPersonFacts({
    healthVisitor: "none",
    places: [aSchoolPlace({ school: "millburn", from: localDate("2026-08-28") })],
  });
  test.each([
    [
      "unborn without a midwife",
      newborn({ child: { id: "c", bornOn: "unborn", leftSchoolOn: "none" }, midwife: "none" }),
      "unborn-without-midwife",
    ],
    ["newborn without a midwife", newborn({ midwife: "not-recorded" }), "no-midwife-recorded"],
    ["no health visitor", namedPersonFacts({ healthVisitor: "none", midwife: "none" }), "no-health-visitor-recorded"],
    ["the school has not assigned", withoutSchool, "school-has-not-assigned"],
    [
      "no school place any more",
      namedPersonFacts({ places: [aSchoolPlace({ from: localDate("2025-08-19"), until: localDate("2026-08-28") })] }),
      "no-school-place",
    ],
    ["places not recorded", namedPersonFacts({ places: "not-recorded" }), "stage-not-recorded"],
  ])("%s", (_, facts, code) => {
    const { gap, person } = currentOn(facts, localDate("2026-09-01"));
    expect(person).toBeUndefined();
    expect(gap?.code).toBe(code);
    expect(gap?.sentence).toMatch(/^[A-Z].*\.$/);
  });

  test("waits of 1 and of 4 days", () => {
    const since = (day: string) =>
      namedPersonFacts({ healthVisitor: "none", places: [aSchoolPlace({ from: localDate(day) })] });
    const waitOn = (facts: NamedPersonFacts) =>
      daysWithout(currentOn(facts, localDate("2026-09-01")), localDate("2026-09-01"));
    expect(waitOn(since("2026-08-31"))).toBe(1);
    expect(waitOn(since("2026-08-28"))).toBe(4);
    expect(waitOn(namedPersonFacts())).toBeUndefined();
  });
});

describe("HIG-54: in pregnancy and just after the birth it is the family's midwife", () => {
  const unborn = newborn({ child: { id: "child-1", bornOn: "unborn", leftSchoolOn: "none" } });
  test("before and after the birth the same record has the same person", () => {
    expect(who(unborn, "2026-03-03")).toEqual([{ kind: "person", id: "fiona-roy", post: "midwife" }]);
    expect(whoId(newborn(), "2026-09-12")).toBe("fiona-roy");
  });
  test("no midwife yet is not the same as not recorded", () => {
    expect(ask({ ...unborn, midwife: "none" }, "2026-03-03")).toMatchObject({
      answer: "required",
      holders: [{ kind: "post", post: "midwife" }],
    });
    expect(ask({ ...unborn, midwife: "not-recorded" }, "2026-03-03")).toMatchObject({
      answer: "open",
      missing: ["midwife"],
    });
  });
});

describe("HIG-55: the health visitor takes over once supervision has ended and they have accepted", () => {
  const handedOver = newborn({
    midwiferyEndedOn: localDate("2026-09-23"),
    healthVisitor: "nan-sim",
    healthVisitorAcceptedOn: localDate("2026-09-21"),
  });
  test.each([
    ["2026-09-22", "fiona-roy"],
    ["2026-09-23", "nan-sim"],
    ["2026-09-24", "nan-sim"],
  ])("supervision ended on 23 September, asked on %s: %s", (day, id) => {
    expect(whoId(handedOver, day)).toBe(id);
  });
  test("the later of the two days counts", () => {
    const lateAcceptance = { ...handedOver, healthVisitorAcceptedOn: localDate("2026-09-25") };
    expect(whoId(lateAcceptance, "2026-09-24")).toBe("fiona-roy");
    expect(whoId(lateAcceptance, "2026-09-25")).toBe("nan-sim");
  });
  test("the tenth day switches nothing by itself, and the fifteenth asks why", () => {
    expect(whoId(newborn(), "2026-09-22")).toBe("fiona-roy");
    expect(ask(newborn(), "2026-09-26").needs).toEqual([]);
    expect(ask(newborn(), "2026-09-27").needs).toMatchObject([{ what: "reason", code: "late-handover" }]);
    expect(whoId(newborn(), "2026-09-27")).toBe("fiona-roy");
  });
  test("a health visitor may be named beforehand, and only the midwife is current", () => {
    const toBe = newborn({ healthVisitor: "nan-sim", healthVisitorAcceptedOn: "none" });
    expect(who(toBe, "2026-09-20")).toHaveLength(1);
    expect(whoId(toBe, "2026-09-20")).toBe("fiona-roy");
    expect(ask(toBe, "2026-09-20").findings.map(({ rule }) => rule)).toContain("highland.named-person-to-be");
  });
  test("when the end of supervision is not recorded the midwife stays and the day is asked for", () => {
    const decision = ask(newborn({ midwiferyEndedOn: "not-recorded" }), "2026-09-25");
    expect(decision).toMatchObject({ answer: "filled", missing: ["the day the midwife's supervision ended"] });
  });
});

describe("HIG-56: the health visitor stays until full-time primary school begins", () => {
  test.each([
    ["nursery full days", "2027-02-09", "health-visitor-1"],
    ["the fifth birthday", "2027-05-03", "health-visitor-1"],
    ["the day before", "2027-08-16", "health-visitor-1"],
    ["the first day", "2027-08-17", "p1-teacher"],
  ])("%s", (_, day, id) => {
    expect(whoId(callum(), day)).toBe(id);
  });
  test("a part-time start changes nothing, and the first full-time day does", () => {
    const phased = callum({
      places: [
        aSchoolPlace({
          school: "millburn",
          from: localDate("2027-08-17"),
          until: localDate("2027-08-30"),
          fullTime: false,
        }),
        aSchoolPlace({ school: "millburn", from: localDate("2027-08-30") }),
      ],
    });
    expect(whoId(phased, "2027-08-29")).toBe("health-visitor-1");
    expect(whoId(phased, "2027-08-30")).toBe("p1-teacher");
  });
  test("a deferred start moves it by a year (HD-2)", () => {
    const deferred = callum({ places: [aSchoolPlace({ school: "millburn", from: localDate("2028-08-15") })] });
    expect(whoId(deferred, "2027-08-17")).toBe("health-visitor-1");
  });
  test("whether the place is full-time is asked for where nobody wrote it down", () => {
    const unknown = callum({
      places: [aSchoolPlace({ school: "millburn", from: localDate("2027-08-17"), fullTime: "not-recorded" })],
    });
    expect(ask(unknown, "2027-08-17")).toMatchObject({
      answer: "filled",
      missing: ["whether the school place is full-time"],
    });
    expect(whoId(unknown, "2027-08-17")).toBe("health-visitor-1");
  });
});

describe("HIG-59: no gap and no overlap on the day school starts", () => {
  test("assigned in June with effect from 17 August: the health visitor on the 16th, the teacher on the 17th", () => {
    expect(who(callum(), "2027-08-16")).toEqual([{ kind: "person", id: "health-visitor-1", post: "health-visitor" }]);
    expect(who(callum(), "2027-08-17")).toEqual([
      { kind: "person", id: "p1-teacher", post: "member-of-primary-school-staff" },
    ]);
    expect(gapOn(callum(), "2027-08-17")).toBeUndefined();
  });
  test("when the school has not assigned, the health visitor stays and the child is listed", () => {
    const late = callum({ assignedBySchool: "none" });
    expect(whoId(late, "2027-08-20")).toBe("health-visitor-1");
    expect(gapOn(late, "2027-08-20")).toBe("school-has-not-assigned");
  });
});

describe("HIG-60: each change has its date, and the history meets", () => {
  test("Ms Ross until 17 August, Mr Bain from 18 August", () => {
    const places = [aSchoolPlace({ school: "millburn", from: localDate("2022-08-16") })];
    const before = namedPersonFacts({
      places,
      assignedBySchool: { id: "ms-ross", school: "millburn", from: localDate("2025-08-19") },
    });
    const after = namedPersonFacts({
      places,
      assignedBySchool: { id: "mr-bain", school: "millburn", from: localDate("2026-08-18") },
      outgoing: { id: "ms-ross" },
    });
    expect(whoId(before, "2026-08-17")).toBe("ms-ross");
    expect(whoId(after, "2026-08-17")).toBe("ms-ross");
    expect(whoId(after, "2026-08-18")).toBe("mr-bain");
  });
});

describe("HIG-61: a new named person on entry to secondary school", () => {
  const ewan = (of: Partial<NamedPersonFacts> = {}) =>
    namedPersonFacts({
      child: { id: "ewan", bornOn: localDate("2015-04-01"), leftSchoolOn: "none" },
      places: [
        aSchoolPlace({ school: "primary", from: localDate("2020-08-18"), until: localDate("2027-07-02") }),
        aSchoolPlace({ school: "academy", kind: "secondary", from: localDate("2027-08-17") }),
      ],
      assignedBySchool: { id: "guidance", school: "academy", from: localDate("2027-08-17") },
      outgoing: { id: "mr-bell" },
      ...of,
    });
  test.each([
    ["through the summer", "2027-07-20", "mr-bell"],
    ["the day before", "2027-08-16", "mr-bell"],
    ["the first day", "2027-08-17", "guidance"],
  ])("%s", (_, day, id) => {
    expect(whoId(ewan(), day)).toBe(id);
  });
  test("unassigned at the start: the primary head stays until somebody is assigned (HD-3), and the child is listed", () => {
    const unassigned = ewan({ assignedBySchool: "none" });
    expect(whoId(unassigned, "2027-08-18")).toBe("mr-bell");
    expect(gapOn(unassigned, "2027-08-18")).toBe("school-has-not-assigned");
    expect(ask(unassigned, "2027-08-18").accountable).toEqual([{ kind: "agency", agency: "education" }]);
  });
  test("not recorded whom the school assigned, and nobody before: the fact is asked for", () => {
    expect(ask(ewan({ assignedBySchool: "not-recorded", outgoing: "none" }), "2027-08-18")).toMatchObject({
      answer: "open",
      missing: ["whom the school assigned"],
    });
  });
});

describe("HIG-74: a child in touch with neither service, or without a school, has a special arrangement", () => {
  const flora = namedPersonFacts({ child: { id: "flora", bornOn: localDate("2018-02-10"), leftSchoolOn: "none" } });
  test("Flora, 8 and taught at home, has the education officer named on 5 October", () => {
    const arranged = { ...flora, specialArrangement: { id: "officer", from: localDate("2026-10-05") } };
    expect(whoId(arranged, "2026-10-04")).toBe("health-visitor-1");
    expect(whoId(arranged, "2026-10-05")).toBe("officer");
    expect(whoId(arranged, "2026-10-06")).toBe("officer");
  });
  test("the reason is the child's own: taught at home is not out of touch", () => {
    const why = (of: Partial<NamedPersonFacts>) =>
      ask(
        { ...flora, specialArrangement: { id: "officer", from: localDate("2026-10-05") }, ...of },
        "2026-10-05",
      ).findings.find(({ rule }) => rule === "highland.named-person-special-arrangement")?.because;
    expect(why({})).toBe("A special arrangement names this person, because the child has no school place.");
    expect(why({ contact: { state: "not-regularly-in-touch", since: localDate("2026-10-05") } })).toBe(
      "A special arrangement names this person, because neither school nor health regularly sees the child.",
    );
    expect(why({ places: [aSchoolPlace({ from: localDate("2026-08-18") })] })).toBe(
      "A special arrangement names this person.",
    );
    expect(why({ places: "not-recorded" })).toBe("A special arrangement names this person.");
  });
  test("before it is made the area education manager is pointed at, while the health visitor stays (HD-21)", () => {
    const decision = ask(flora, "2026-10-04");
    expect(decision.answer).toBe("filled");
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        rule: "highland.named-person-without-place",
        holder: { kind: "post", post: "education-officer" },
      }),
    );
  });
  test("a place for mornings that has ended is no place; one that holds, or is to come, is one", () => {
    const pointed = (of: Partial<ReturnType<typeof aSchoolPlace>>, day: string) =>
      ask({ ...flora, places: [aSchoolPlace({ fullTime: false, ...of })] }, day).findings.some(
        ({ rule }) => rule === "highland.named-person-without-place",
      );
    const mornings = { from: localDate("2025-08-19"), until: localDate("2026-09-30") };
    expect(["2026-09-29", "2026-09-30", "2026-10-01"].map((day) => pointed(mornings, day))).toEqual([
      false,
      true,
      true,
    ]);
    expect(pointed({ from: localDate("2026-10-05") }, "2026-10-04")).toBe(false);
  });
  test("Harris, 10, whom nobody sees, has the reason on the list", () => {
    const harris = namedPersonFacts({
      child: { id: "harris", bornOn: localDate("2016-01-10"), leftSchoolOn: "none" },
      places: [aSchoolPlace({ from: localDate("2021-08-17"), until: localDate("2026-09-07") })],
      contact: { state: "not-regularly-in-touch", since: localDate("2026-10-05") },
    });
    expect(gapOn(harris, "2026-10-05")).toBe("not-regularly-in-touch");
    expect(ask(harris, "2026-10-05")).toMatchObject({
      answer: "required",
      holders: [{ kind: "post", post: "education-officer" }],
    });
  });
});

describe("HIG-77: a named person is held per child, and a family link copies none", () => {
  test("Rory's is his midwife whatever Isla's is", () => {
    const rory = newborn({ child: { id: "rory", bornOn: localDate("2025-08-02"), leftSchoolOn: "none" } });
    expect(whoId(rory, "2025-08-02")).toBe("fiona-roy");
    expect(ask(rory, "2025-08-02").facts.every(({ about }) => about === "child:rory")).toBe(true);
  });
});

describe("the books that know no named person say so", () => {
  test.each([england, wigan, scotland])("$id is silent", (edition) => {
    const silent = asItStands(edition);
    expect(silent.designation("named-person.who", namedPersonFacts(), noonOn(localDate("2026-11-24"))).answer).toBe(
      "silent",
    );
    expect(silent.silence("named-person.who")).toMatch(/named person/);
  });
  test("Highland speaks, though the book it is based on is silent", () => {
    expect(book.silence("named-person.who")).toBeUndefined();
  });
});
