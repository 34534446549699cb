import { describe, expect, test } from "vitest";
import { localDate } from "../kernel/local-date.ts";
import { missingOf, packIsLate, packState } from "./pack.ts";
import { initialsOf, type PaperFacts, paperForCarers, paperForChild } from "./paper.ts";

const facts: PaperFacts = {
  child: "Ewan",
  namedPerson: {
    name: "Mr Bell",
    title: "Head teacher, Elm Lane School",
    ways: { phone: "01349 496 0101", hours: "Room 4, from 08:30", writeTo: "The box by the office" },
  },
  isAtSchool: true,
  isKeptPrivate: false,
};
const on = (day: string) => localDate(day);

describe("HIG-65: child and carer can read who the named person is, in words suited to them", () => {
  test("both name the person, each in their own words", () => {
    expect(paperForCarers(facts).sentences[0]).toBe("Mr Bell is the named person for Ewan.");
    expect(paperForChild(facts).sentences[0]).toBe("Mr Bell is your named person.");
  });
  test("one who starts later is named from that day", () => {
    const later = { ...facts, namedPerson: { name: "Mr Bell", ways: {}, startsOn: on("2027-08-17") } };
    expect(paperForCarers(later).sentences[0]).toBe("Mr Bell is the named person for Ewan from 17 August 2027.");
    expect(paperForChild(later).sentences[0]).toBe("Mr Bell is your named person from 17 August 2027.");
  });
  test("HIG-131: while somebody else leads, the named person is still part of the team", () => {
    const { sentences, reach } = paperForCarers({ ...facts, lead: { name: "Ms Gunn", ways: { phone: "1" } } });
    expect(sentences.join(" ")).toContain("Mr Bell is still part of the team");
    expect(reach.map(({ whom }) => whom)).toEqual(["Mr Bell, Head teacher, Elm Lane School", "Ms Gunn"]);
  });
  test("somebody in both roles is reached once", () => {
    expect(paperForCarers({ ...facts, lead: { name: "Mr Bell", ways: {} } }).reach).toHaveLength(1);
  });
});

describe("HIG-66: the paper says what the named person is for", () => {
  test("a special responsibility to try to help, with any worry, about school or home", () => {
    const words = paperForCarers(facts).sentences.join(" ");
    expect(words).toContain("special responsibility to try to help");
    expect(words).toContain("about school or about home");
  });
  test("before school nothing is said of school", () => {
    expect(JSON.stringify(paperForCarers({ ...facts, isAtSchool: false }))).not.toContain("about school");
    expect(paperForChild({ ...facts, isAtSchool: false }).sentences.join(" ")).not.toContain("at school");
  });
  test.each([
    [
      "nothing happened",
      [{ is: "child" }, { is: "carer" }],
      "not-printed",
      "the child's part and the part for parents and carers",
    ],
    [
      "printed",
      [{ is: "child", printedOn: on("2027-06-11") }, { is: "carer" }],
      "printed",
      "the child's part and the part for parents and carers",
    ],
    [
      "without the child's part",
      [{ is: "child" }, { is: "carer", givenOn: on("2027-06-14") }],
      "incomplete",
      "the child's part",
    ],
    ["no child's part there at all", [{ is: "carer", givenOn: on("2027-06-14") }], "incomplete", "the child's part"],
    [
      "without the parents' part",
      [{ is: "child", givenOn: on("2027-06-14") }, { is: "carer" }],
      "incomplete",
      "the part for parents and carers",
    ],
    [
      "both",
      [
        { is: "child", givenOn: on("2027-06-14") },
        { is: "carer", givenOn: on("2027-06-14") },
      ],
      "given",
      undefined,
    ],
    [
      "both, one with a reason",
      [
        { is: "child", givenOn: on("2027-06-14") },
        { is: "carer", notGivenBecause: "Moved" },
      ],
      "given",
      undefined,
    ],
  ] as const)("%s", (_, parts, state, missing) => {
    expect(packState(parts)).toBe(state);
    expect(missingOf(parts)).toBe(missing);
  });
  test.each([
    ["2027-08-16", false],
    ["2027-08-17", true],
    ["2027-08-18", true],
  ])("a pack not given is late from the first day: %s", (day, late) => {
    expect(packIsLate("printed", on("2027-08-17"), on(day))).toBe(late);
    expect(packIsLate("given", on("2027-08-17"), on(day))).toBe(false);
  });
});

describe("HIG-67: how to reach them, for parent and child apart", () => {
  test("each has telephone, place and hours, and where to write", () => {
    const [carers] = paperForCarers(facts).reach;
    const [child] = paperForChild(facts).reach;
    expect(carers?.lines.map(({ key }) => key)).toEqual(["Place and hours", "Telephone", "Write to"]);
    expect(child?.lines.map(({ key }) => key)).toEqual(["Find them", "Ring", "Write or draw"]);
  });
  test("HD-4: in the holidays the named person is unchanged, and the education authority's contact is beside them", () => {
    const { sentences, reach } = paperForCarers({
      ...facts,
      holidayContact: { name: "The education office", ways: { phone: "01349 496 0199" } },
      standIn: "the head teacher",
    });
    expect(sentences).toContain(
      "In the school holidays Mr Bell stays the named person, and The education office can be reached in their place.",
    );
    expect(sentences).toContain("While Mr Bell is away, ask for the head teacher.");
    expect(reach.at(-1)?.whom).toBe("In the school holidays: The education office");
  });
});

test("while it is kept private where a child is, the paper names no title, number, place or holiday contact", () => {
  const kept = {
    ...facts,
    isKeptPrivate: true,
    lead: { name: "Ms Gunn", title: "Social worker, Elm Lane office", ways: { phone: "999" } },
    holidayContact: { name: "Elm Lane office", ways: { phone: "998" } },
    standIn: "the head teacher",
  };
  for (const page of [paperForCarers(kept), paperForChild(kept)]) {
    expect(page.reach).toEqual([]);
    expect(JSON.stringify(page)).not.toMatch(/Elm Lane|01349|99[89]|Room 4|box|head teacher/);
    expect(page.sentences.at(-1)).toBe("Ask whoever gave you this paper how to reach them.");
  }
});

test.each([
  ["Mr Bell", "B"],
  ["Ishbel MacAskill", "IM"],
  ["Dr. Ann-Marie van der Berg", "AB"],
  ["", ""],
])("the frame shows the first letters of %s", (name, letters) => {
  expect(initialsOf(name)).toBe(letters);
});
