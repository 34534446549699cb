import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { FamilyContactFacts } from "../../people/family-model.ts";
import type { Advocacy, TakingPartFacts, VoicesFacts } from "../../plan/voices-model.ts";
import { anExplanation, aView, familyContactFacts, takingPartFacts, voicesFacts } from "../../testing/family.ts";
import { asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const on = (day: string) => noonOn(localDate(day));
const takingPart = (of: Partial<TakingPartFacts>, day = "2026-03-10") =>
  book.gate("plan.taking-part", takingPartFacts(of), on(day));
const owed = (of: Partial<VoicesFacts>, day = "2026-11-23") =>
  book.duty("plan.voices", voicesFacts(of), on(day)).owed.map(({ act }) => act.replace("plan.", ""));

describe("HIG-45: without an entry on how they took part the plan stays a draft", () => {
  test("Eilidh's draft of 5 March 2026 with no entry: refused, with both named", () => {
    const decision = takingPart({ childsPart: "none", familysPart: "none" }, "2026-03-05");
    expect(decision.answer).toBe("prevents");
    expect(decision.findings.map(({ because }) => because)).toEqual([
      expect.stringMatching(/^The child has not taken part in making the plan\. It stays a draft/),
      expect.stringMatching(/^The family has not taken part/),
    ]);
  });
  test.each([
    ["2026-03-08", "prevents"],
    ["2026-03-09", "permits"],
    ["2026-03-10", "permits"],
  ])("after the session of 9 March, asked on %s: %s", (day, answer) => {
    expect(takingPart({}, day).answer).toBe(answer);
  });
  test("the session to come gives its day", () => {
    expect(takingPart({}, "2026-03-08").from).toBe("2026-03-09");
  });
  test.each([
    [{ childsPart: "not-recorded" }, ["how the child took part"]],
    [{ familysPart: "not-recorded" }, ["how the family took part"]],
    [{ childsPart: { on: localDate("2026-03-09"), how: "took-part", saysHow: false } }, ["how the child took part"]],
    [
      { familysPart: { on: localDate("2026-03-09"), how: "not-possible", saysHow: false } },
      ["why the family could not take part"],
    ],
  ] as const)("%o: %o is missing", (of, missing) => {
    expect(takingPart(of)).toMatchObject({ answer: "unknown", missing });
  });
  test("each says in words what is there and what is missing", () => {
    const said = (of: Partial<TakingPartFacts>) => takingPart(of).findings.map(({ because }) => because);
    const part = { on: localDate("2026-03-09"), how: "took-part", saysHow: false } as const;
    expect(said({ childsPart: part })).toEqual([
      "Write down how the child took part.",
      "The family took part on 9 March 2026.",
    ]);
    const notPossible = { ...part, how: "not-possible" } as const;
    expect(said({ childsPart: notPossible })[0]).toBe("Write down why the child could not take part.");
    expect(said({ childsPart: { ...notPossible, saysHow: true } })[0]).toBe(
      "It is written down why the child could not take part.",
    );
  });
  test("why it was not possible, in words, stands in for taking part", () => {
    expect(takingPart({ childsPart: { on: localDate("2026-03-09"), how: "not-possible", saysHow: true } }).answer).toBe(
      "permits",
    );
  });
});

describe("HIG-49: child and family understand what the plan is and what it is for", () => {
  const told = (of: Partial<ReturnType<typeof anExplanation>>) => [
    anExplanation(),
    anExplanation({ to: "family" }),
    anExplanation({ what: "plan", to: "family", on: localDate("2026-03-10") }),
    anExplanation({ what: "plan", on: localDate("2026-03-10"), ...of }),
  ];
  test("agreed on 10 March: both entries exist, and nothing is owed", () => {
    expect(owed({ explained: told({}) })).toEqual([]);
  });
  test("not understood is explained again; understood later is done", () => {
    expect(owed({ explained: told({ understood: "not-understood" }) })).toEqual(["explain-plan-again-to-child"]);
    const later = anExplanation({ what: "plan", on: localDate("2026-03-12") });
    expect(owed({ explained: [...told({ understood: "not-understood" }), later] })).toEqual([]);
    const earlier = anExplanation({ what: "plan", on: localDate("2026-03-01") });
    expect(owed({ explained: [...told({ understood: "not-understood" }), earlier] })).toEqual([
      "explain-plan-again-to-child",
    ]);
  });
  test.each([[{ saysHow: false }], [{ understood: "none" }], [{ understood: "not-recorded" }]] as const)(
    "%o: the entry is completed",
    (of) => {
      expect(owed({ explained: told(of) })).toEqual(["complete-explanation-to-child"]);
    },
  );
  test("not told, and not recorded whether, are two sentences", () => {
    const because = (explained: VoicesFacts["explained"]) =>
      book.duty("plan.voices", voicesFacts({ explained }), on("2026-11-23")).owed.map((one) => one.because);
    expect(because(told({ to: "family" }))).toEqual([
      "Tell the child what the plan is and what it is for, and write down in which form and whether it was understood.",
    ]);
    expect(because("not-recorded")).toContain(
      "It is not recorded whether the child was told what the plan is and what it is for.",
    );
  });
  test("told to the family alone, the child is still to be told", () => {
    expect(owed({ explained: told({ to: "family" }) })).toEqual(["explain-plan-to-child"]);
  });
  test("what nobody recorded is owed to each, for the plan and for the lead", () => {
    expect(owed({ explained: "not-recorded" }).sort()).toEqual([
      "explain-lead-to-child",
      "explain-lead-to-family",
      "explain-plan-to-child",
      "explain-plan-to-family",
    ]);
  });
});

describe("HIG-96: each view has an answer", () => {
  const evenings = aView({ id: "evenings", of: "family", on: localDate("2026-10-07"), answeredOn: "none" });
  test("Rory's mother wants evening visits on 7 October: unanswered until 9 October", () => {
    expect(owed({ views: [aView(), evenings] })).toEqual(["answer-view"]);
    expect(owed({ views: [aView(), { ...evenings, answeredOn: "not-recorded" }] })).toEqual(["answer-view"]);
    expect(owed({ views: [aView(), { ...evenings, answeredOn: localDate("2026-10-09") }] })).toEqual([]);
  });
});

describe("HIG-97: advocacy is considered, offered and linked when necessary", () => {
  const accepted: Advocacy = {
    consideredOn: localDate("2026-11-16"),
    isNeeded: true,
    offeredOn: localDate("2026-11-16"),
    answer: "accepted",
    advocate: "none",
    linkedOn: "none",
  };
  test("Ewan accepts on 16 November: the link needs the advocate's name and the day", () => {
    expect(owed({ advocacy: accepted })).toEqual(["link-advocate"]);
    expect(owed({ advocacy: { ...accepted, advocate: "j-bain" } })).toEqual(["link-advocate"]);
    expect(owed({ advocacy: { ...accepted, linkedOn: localDate("2026-11-23") } })).toEqual(["link-advocate"]);
    expect(owed({ advocacy: { ...accepted, advocate: "j-bain", linkedOn: localDate("2026-11-23") } })).toEqual([]);
  });
  test("'not considered' is a gap on a plan in dispute", () => {
    const decision = book.duty(
      "plan.voices",
      voicesFacts({ plan: { id: "plan-1", isInDispute: true }, advocacy: "none" }),
      on("2026-11-23"),
    );
    expect(decision.owed.map(({ because }) => because)).toEqual([
      expect.stringMatching(/^The plan is in dispute, and nobody/),
    ]);
  });
  test.each([
    ["none", ["consider-advocacy"]],
    ["not-recorded", ["consider-advocacy"]],
    [{ ...accepted, isNeeded: "not-recorded" }, ["consider-advocacy"]],
    [{ ...accepted, isNeeded: false }, []],
    [{ ...accepted, offeredOn: "none" }, ["offer-advocacy"]],
    [{ ...accepted, answer: "none" }, ["record-answer-on-advocacy"]],
    [{ ...accepted, answer: "declined" }, []],
  ] as const)("%o: %o", (advocacy, acts) => {
    expect(owed({ advocacy })).toEqual(acts);
  });
});

describe("HIG-65: child and family see who the named person is", () => {
  const contact = (of: Partial<FamilyContactFacts>) =>
    book.designation(
      "people.family-contact",
      familyContactFacts({ lead: "none", cover: "none", ...of }),
      on("2026-11-24"),
    );
  test("Ewan and his foster carer both see Mr Bell", () => {
    expect(contact({ namedPerson: "mr-bell" })).toMatchObject({
      answer: "filled",
      holders: [{ kind: "person", id: "mr-bell", post: "named-person" }],
    });
  });
  test("while somebody leads the named person stays, after the lead", () => {
    const decision = contact({ namedPerson: "mr-bell", lead: { id: "ms-gunn", from: localDate("2026-11-24") } });
    expect(decision.holders).toEqual([{ kind: "person", id: "ms-gunn", post: "lead-professional" }]);
    expect(
      decision.findings.map((finding) => ("holder" in finding ? [finding.tier, finding.order] : [])),
    ).toContainEqual(["may", 3]);
  });
  test("nobody named, or nobody recorded", () => {
    expect(contact({})).toMatchObject({ answer: "required", holders: [{ kind: "post", post: "named-person" }] });
    expect(contact({ namedPerson: "not-recorded" }).missing).toEqual(["who the named person is"]);
  });
});
