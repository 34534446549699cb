import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { HelpingFacts, InformationFacts, SiblingsFacts } from "../../named-person/model.ts";
import { helpingFacts, informationFacts, siblingsFacts, staysFacts } from "../../testing/named-person.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const on = (day: string) => noonOn(localDate(day));
const helping = (of: Partial<HelpingFacts>, day = "2026-09-14") =>
  book.designation("named-person.helping", helpingFacts(of), on(day));
const shaw = { id: "mrs-shaw", agency: "education" } as const;

describe("HIG-193: for extra help in one agency the named person is first contact and co-ordinates", () => {
  test("reading, lunch club and support teacher, all education: Mr Bain, and no lead professional", () => {
    const decision = helping({});
    expect(decision).toMatchObject({
      answer: "required",
      tier: "expected",
      holders: [{ kind: "person", id: "mr-bain", post: "named-person" }],
    });
    expect(decision.findings).toEqual([
      expect.objectContaining({
        clause: { source: "Highland", at: "H20, bullet 4" },
        order: 1,
        because: expect.stringMatching(/no lead professional is called for/),
      }),
    ]);
  });
  test("help from a second agency is no longer this clause's", () => {
    const therapy = { id: "therapy", agency: "health" } as const;
    expect(helping({ help: [therapy] }).findings).toEqual([]);
    expect(helping({ help: [{ id: "reading", agency: "education" }, therapy] }).findings).toEqual([]);
  });
  test("no extra help asks for nothing", () => {
    expect(helping({ help: [], way: "none" }).findings).toEqual([]);
  });
  test.each([
    [{ help: "not-recorded" }, "which help the child has"],
    [{ namedPerson: "not-recorded" }, "who the named person is"],
    [{ way: "not-recorded" }, "which way the named person helps"],
  ] as const)("%o: %s is missing", (of, missing) => {
    expect(helping(of)).toMatchObject({ answer: "open", missing: [missing] });
  });
});

describe("HIG-21: it is on record which way the named person helps", () => {
  const lead = { id: "mrs-shaw", from: localDate("2026-02-23") };
  test("own agency from 6 November 2025, lead professional too from 23 February 2026", () => {
    const also = { namedPerson: shaw, way: "also-lead", lead } as const;
    expect(helping({ namedPerson: shaw, lead: "none" }, "2025-11-06").holders).toEqual([
      { kind: "person", id: "mrs-shaw", post: "named-person" },
    ]);
    expect(helping(also, "2026-02-22").findings[0]).toMatchObject({
      tier: "expected",
      order: 1,
      because: "Until 23 February 2026 the named person is the first contact and co-ordinates.",
    });
    expect(helping(also, "2026-02-23")).toMatchObject({ answer: "filled", tier: "must" });
    expect(helping(also, "2026-02-24").findings[0]).toMatchObject({
      order: 1,
      because: expect.stringMatching(/has the duties of both/),
    });
  });
  test.each(["none", "not-recorded"] as const)(
    "beside a separate lead whose name is %s: the name is asked for",
    (noLead) => {
      expect(helping({ namedPerson: shaw, way: "beside-a-lead", lead: noLead })).toMatchObject({
        answer: "open",
        missing: ["who the lead professional is"],
      });
    },
  );
  test("beside a lead the named person stays, second in order", () => {
    const decision = helping(
      {
        namedPerson: { id: "nan-sim", agency: "health" },
        way: "beside-a-lead",
        lead: { id: "ms-keir", from: localDate("2026-10-05") },
      },
      "2026-10-05",
    );
    expect(decision).toMatchObject({ answer: "filled", holders: [{ kind: "person", id: "ms-keir" }] });
    expect(decision.findings.map((finding) => ("order" in finding ? [finding.tier, finding.order] : []))).toEqual([
      ["must", 1],
      ["may", 2],
    ]);
  });
  test("when the lead has ended the named person has responsibility again", () => {
    const ended = { id: "ms-keir", from: localDate("2026-02-23"), until: localDate("2026-09-26") };
    const beside = { namedPerson: shaw, way: "beside-a-lead", lead: ended } as const;
    expect(helping(beside, "2026-09-25").holders).toEqual([
      { kind: "person", id: "ms-keir", post: "lead-professional" },
    ]);
    expect(helping(beside, "2026-09-26").findings[0]?.because).toBe(
      "Nobody has led since 25 September 2026: the named person has responsibility again.",
    );
  });
  test.each([
    [{ way: "also-lead", lead: { id: "ms-keir", from: localDate("2026-02-23") } }, /the named person leads too/],
    [{ way: "beside-a-lead", lead }, /the lead professional is the named person/],
  ] as const)("%o cannot both be right: which is asked", (of, because) => {
    const decision = helping({ namedPerson: shaw, ...of });
    expect(decision.missing).toEqual(["which way the named person helps"]);
    expect(decision.findings[0]?.because).toMatch(because);
  });
  test.each(["none", "not-recorded"] as const)(
    "a named person that is %s is asked for, whoever leads",
    (namedPerson) => {
      expect(helping({ namedPerson, way: "beside-a-lead", lead }).missing).toEqual(["who the named person is"]);
    },
  );
});

describe("HIG-52: who is both has both kinds of task; the end of the lead role ends only the lead's", () => {
  const tasks = [
    { id: "core-group", as: "lead-professional", dueOn: localDate("2026-03-20") },
    { id: "review", as: "lead-professional", dueOn: localDate("2026-05-23") },
    { id: "circulate", as: "lead-professional", dueOn: "none" },
    { id: "P2 progress report", as: "named-person", dueOn: localDate("2026-06-26") },
  ] as const;
  const listed = (day: string, alsoLead: "none" | "not-recorded" | { from: string; until?: string }) =>
    book
      .duty(
        "named-person.two-roles",
        {
          child: { id: "eilidh" },
          namedPerson: "mrs-shaw",
          alsoLead:
            typeof alsoLead === "string"
              ? alsoLead
              : {
                  from: localDate(alsoLead.from),
                  ...(alsoLead.until === undefined ? {} : { until: localDate(alsoLead.until) }),
                },
          tasks,
        },
        on(day),
      )
      .owed.map(({ who }) => who);
  const both = ["lead-professional", "lead-professional", "named-person", "lead-professional"];
  test.each([
    ["2026-02-22", ["named-person"]],
    ["2026-02-23", both],
    ["2026-09-25", both],
    ["2026-09-26", ["named-person"]],
  ])("lead too from 23 February to 25 September 2026, asked on %s", (day, whose) => {
    expect(listed(day, { from: "2026-02-23", until: "2026-09-26" })).toEqual(whose);
  });
  test("each stands under its own heading, on that role's account", () => {
    const facts = {
      child: { id: "eilidh" },
      namedPerson: "mrs-shaw",
      alsoLead: { from: localDate("2026-02-23") },
      tasks,
    };
    const { owed } = book.duty("named-person.two-roles", facts, on("2026-03-01"));
    expect(owed.map(({ because, onAccountOf }) => [because, onAccountOf])).toEqual([
      ["As lead professional: core-group.", "lead-professional"],
      ["As lead professional: review.", "lead-professional"],
      ["As named person: P2 progress report.", "named-person"],
      ["As lead professional: circulate.", "lead-professional"],
    ]);
    expect(owed.map(({ due }) => due).at(-1)).toBe("unknown");
  });
  test("days that nobody recorded end nothing", () => {
    const facts = { child: { id: "eilidh" }, namedPerson: "mrs-shaw", alsoLead: "not-recorded", tasks } as const;
    const { owed } = book.duty("named-person.two-roles", facts, on("2026-03-01"));
    expect(owed.map(({ act, because }) => [act, because.includes("It is not recorded on which days")])).toEqual([
      ["named-person.task-as-lead", true],
      ["named-person.task-as-lead", true],
      ["named-person.own-task", false],
      ["named-person.task-as-lead", true],
    ]);
    expect(listed("2026-03-01", "not-recorded")).toHaveLength(4);
    expect(listed("2026-03-01", "none")).toEqual(["named-person"]);
  });
});

describe("HIG-80: named persons of brothers and sisters hear that something opened or closed", () => {
  const told = (of: Partial<SiblingsFacts>, day = "2026-09-28") =>
    book.duty("named-person.siblings", siblingsFacts(of), on(day)).owed;
  const rory = siblingsFacts().siblings[0];
  if (rory === undefined || typeof rory === "string") throw new Error("The builder has one brother.");
  test("28 September: Rory's health visitor hears that a concern opened, and whom to speak to", () => {
    expect(told({})).toEqual([
      expect.objectContaining({
        who: "named-person",
        whoId: "mr-bain",
        act: "named-person.tell-sibling",
        due: "at-once",
        clause: { source: "Highland", at: "H7, paragraph 4, sentence 5" },
        because:
          "A concern opened for a sibling on 28 September 2026: tell the named person of the brother or sister that much, and whom to speak to. What it is about is not told without consent or another basis.",
      }),
    ]);
  });
  test("each finding is of the brother or sister it has told, so that nobody learns of the others by it", () => {
    const eve = { ...rory, child: "eve", namedPerson: "ms-moor" };
    expect(told({ siblings: [rory, eve] }).map(({ about }) => about)).toEqual(["child:rory", "child:eve"]);
  });
  test("a plan that closed is told too", () => {
    expect(told({ event: { of: "plan", is: "closed", on: localDate("2026-09-25") } })[0]?.because).toMatch(
      /^A plan was closed for a sibling on 25 September 2026/,
    );
  });
  test.each([
    ["2026-09-27", 1],
    ["2026-09-28", 0],
    ["2026-09-29", 0],
  ])("told on %s: %i is left", (day, left) => {
    expect(told({ siblings: [{ ...rory, toldOn: localDate(day) }] }, "2026-09-29")).toHaveLength(left);
  });
  test("one person for both children needs no notice; the child is no sibling of its own", () => {
    expect(told({ siblings: [{ ...rory, namedPerson: "mr-bain" }] })).toEqual([]);
    expect(told({ siblings: [{ ...rory, child: "isla" }] })).toEqual([]);
    expect(told({ namedPerson: "none", siblings: [{ ...rory, namedPerson: "none" }] })).toHaveLength(1);
  });
  test("it can be held back from a worker by name, with a reason", () => {
    expect(told({ siblings: [{ ...rory, heldBack: "with-reason" }] })).toEqual([]);
    expect(told({ siblings: [{ ...rory, heldBack: "without-reason" }] }).map(({ act }) => act)).toEqual([
      "named-person.reason-for-holding-back",
    ]);
  });
  test("whether there are siblings is asked for where nobody recorded it", () => {
    expect(told({ siblings: "not-recorded", namedPerson: "not-recorded" })).toEqual([
      expect.objectContaining({ act: "named-person.record-siblings" }),
    ]);
    expect(told({ siblings: [] })).toEqual([]);
  });
});

const information = (of: Partial<InformationFacts>, day: string) =>
  book.duty("named-person.information", informationFacts(of), on(day)).owed;

describe("HIG-28: core information is confirmed every 12 months, and after a change", () => {
  test.each([
    ["2026-08-19", /^The core information was confirmed on 20 August 2025\. Confirm it again by 20 August 2026/],
    ["2026-08-20", /^The core information was confirmed/],
    ["2026-08-21", /counts as stale/],
  ])("confirmed on 20 August 2025, asked on %s", (day, because) => {
    expect(information({}, day)).toEqual([
      expect.objectContaining({
        who: "named-person",
        act: "named-person.confirm-core-information",
        due: { day: "2026-08-20" },
        because: expect.stringMatching(because),
      }),
    ]);
  });
  test("confirmed on 27 August 2026, the next day is 27 August 2027", () => {
    expect(information({ confirmedOn: localDate("2026-08-27") }, "2026-08-27")[0]?.due).toEqual({ day: "2027-08-27" });
  });
  test.each([
    ["changedOn", "2025-08-20", false],
    ["changedOn", "2025-08-21", true],
    ["handedOverOn", "2025-08-20", false],
    ["handedOverOn", "2025-08-21", true],
  ] as const)("%s %s, confirmed on 20 August 2025: at once is %s", (fact, day, isAtOnce) => {
    expect(information({ [fact]: localDate(day) }, "2025-09-01")[0]?.due === "at-once").toBe(isAtOnce);
  });
  test("a change to come stales nothing yet", () => {
    expect(information({ changedOn: localDate("2025-09-01") }, "2025-09-01")[0]?.due).toBe("at-once");
    expect(information({ changedOn: localDate("2025-09-02") }, "2025-09-01")[0]?.due).toEqual({ day: "2026-08-20" });
  });
  test.each([
    ["none", "The core information was never confirmed. Confirm it now."],
    [
      "not-recorded",
      "It is not recorded when the core information was last confirmed. It counts as stale: confirm it now.",
    ],
  ] as const)("confirmed %s", (confirmedOn, because) => {
    expect(information({ confirmedOn }, "2026-08-21")[0]).toMatchObject({ due: "at-once", because });
  });
});

describe("HIG-29: what comes in is filed as relevant or not, with source and reason", () => {
  const note = {
    id: "note",
    on: localDate("2026-10-05"),
    source: "police",
    filed: "relevant",
    reasonGiven: true,
  } as const;
  const unfiled = (cameIn: InformationFacts["cameIn"]) =>
    information({ confirmedOn: localDate("2026-08-27"), cameIn }, "2026-10-05").filter(
      ({ act }) => act === "named-person.file-what-came-in",
    );
  test("a police note and a duplicate letter of 5 October: both count until they are filed", () => {
    const letter = { ...note, id: "letter", source: "health" } as const;
    expect(
      unfiled([
        { ...note, filed: "none" },
        { ...letter, filed: "not-recorded" },
      ]),
    ).toHaveLength(2);
    expect(unfiled([note, { ...letter, filed: "not-relevant" }])).toEqual([]);
    expect(unfiled([{ ...note, filed: "none" }])[0]?.due).toBe("at-once");
  });
  test.each([
    [{ filed: "none" }, "write down whether it is relevant."],
    [{ source: "none" }, "write down where it came from."],
    [{ source: "not-recorded" }, "write down where it came from."],
    [{ reasonGiven: false }, "write down why."],
    [
      { filed: "not-recorded", source: "none", reasonGiven: false },
      "write down whether it is relevant, where it came from, why.",
    ],
  ] as const)("%o: %s", (of, words) => {
    expect(unfiled([{ ...note, ...of }])[0]?.because).toContain(words);
  });
});

describe("HIG-131: child and family are told that the named person is still part of the team", () => {
  const stays = (of: Parameters<typeof staysFacts>[0], day = "2026-10-05") =>
    book.duty("named-person.stays", staysFacts(of), on(day)).owed.map(({ act, due }) => [act, due]);
  const none = { childToldOn: "none", familyToldOn: "none" } as const;
  test("Ms Keir starts on 5 October 2026: both are owed it that day, and not before", () => {
    expect(stays(none, "2026-10-04")).toEqual([]);
    const owed = [
      ["named-person.tell-child-who-stays", { day: "2026-10-05" }],
      ["named-person.tell-family-who-stays", { day: "2026-10-05" }],
    ];
    expect(stays(none)).toEqual(owed);
    expect(stays({ childToldOn: "not-recorded", familyToldOn: "not-recorded" }, "2026-10-06")).toEqual(owed);
  });
  test("what nobody recorded is said to be so", () => {
    const because = (of: "none" | "not-recorded") =>
      book.duty("named-person.stays", staysFacts({ childToldOn: of }), on("2026-10-05")).owed.map((one) => one.because);
    expect(because("none")).toEqual([
      "Somebody else leads since 5 October 2026. Tell the child that the named person is still part of the team.",
    ]);
    expect(because("not-recorded")[0]).toContain("It is not recorded that the child was told that");
  });
  test("told that day, nothing is open", () => {
    expect(stays({})).toEqual([]);
    expect(stays({ childToldOn: "none" })).toHaveLength(1);
  });
  test("a named person who leads stays anyway", () => {
    expect(stays({ ...none, lead: { id: "nan-sim", from: localDate("2026-10-05") } })).toEqual([]);
    expect(stays({ ...none, lead: "none" })).toEqual([]);
    expect(stays({ ...none, lead: "not-recorded" })).toEqual([]);
  });
});
