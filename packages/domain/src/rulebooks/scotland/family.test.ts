import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type { VoicesFacts } from "../../plan/voices-model.ts";
import { referralFacts } from "../../testing/consent.ts";
import {
  anExplanation,
  aView,
  directContactFacts,
  familyContactFacts,
  heardFacts,
  takingPartFacts,
  voicesFacts,
} from "../../testing/family.ts";
import { asItStands } from "../questions.ts";
import { scotland } from "./scotland.ts";

const book = asItStands(scotland);
const on = (day: string) => noonOn(localDate(day));
const voices = (of: Partial<VoicesFacts>) => book.duty("plan.voices", voicesFacts(of), on("2026-07-01"));
const owed = (of: Partial<VoicesFacts>) => voices(of).owed.map(({ act }) => act.replace("plan.", ""));

describe("GIR-25: child and family are told why this person is best placed", () => {
  test("14 May 2026: Lewis in a talk with drawings, his mother by letter, understood by both", () => {
    expect(owed({ explained: [anExplanation(), anExplanation({ to: "family" })] })).toEqual([]);
  });
  test("one of them not told, or not understanding, is owed", () => {
    expect(owed({ explained: [anExplanation()] })).toEqual(["explain-lead-to-family"]);
    const again = [anExplanation(), anExplanation({ to: "family", understood: "not-understood" })];
    expect(voices({ explained: again }).owed[0]).toMatchObject({
      who: "lead-professional",
      about: "family:child-1",
      clause: { source: "GIRFEC", at: "G1, item 3, sentence 6" },
      because:
        "On 14 May 2026 the family was told why this person is best placed to lead and did not understand it. Explain it again, in another form.",
    });
  });
});

describe("GIR-35: the child's and the family's views are two entries", () => {
  const kais = aView({ on: localDate("2026-02-03") });
  const fathers = aView({ id: "view-2", of: "family", on: localDate("2026-02-04") });
  test("Kai's of 3 February and his father's of 4 February: nothing is missing", () => {
    expect(owed({ views: [kais, fathers] })).toEqual([]);
  });
  test("a child with no recorded view shows as a gap", () => {
    expect(owed({ views: [fathers] })).toEqual(["ask-childs-view"]);
    expect(owed({ views: [kais] })).toEqual(["ask-familys-view"]);
    expect(owed({ views: "not-recorded" })).toEqual(["ask-childs-view", "ask-familys-view"]);
    expect(voices({ views: [fathers] }).owed[0]).toMatchObject({
      about: "child:child-1",
      due: "at-once",
      because: "No view of the child's own is recorded. Ask, and write down what was said, how and by whom.",
    });
  });
  test.each([[{ saysHow: false }], [{ by: "none" }], [{ by: "not-recorded" }]] as const)(
    "%o: the entry is completed",
    (of) => {
      expect(owed({ views: [{ ...kais, ...of }, fathers] })).toEqual(["complete-view"]);
    },
  );
});

describe("GIR-36: each view has an answer, and a plan warns while one is missing", () => {
  const football = aView({ id: "football", answeredOn: "none" });
  test("Kai wants football kept: the plan warns until the line is written", () => {
    const warned = book.gate("plan.taking-part", takingPartFacts({ views: [football] }), on("2026-03-10"));
    expect(warned.answer).toBe("permits-if");
    expect(warned.needs).toEqual([
      {
        what: "reason",
        from: "lead-professional",
        for: "how football was taken into account, or why it was not followed",
        code: "view-answered",
      },
    ]);
    const written = takingPartFacts({ views: [{ ...football, answeredOn: localDate("2026-02-05") }] });
    expect(book.gate("plan.taking-part", written, on("2026-03-10")).needs).toEqual([]);
  });
  test("views that nobody recorded are asked for", () => {
    expect(book.gate("plan.taking-part", takingPartFacts({ views: "not-recorded" }), on("2026-03-10"))).toMatchObject({
      answer: "unknown",
      missing: ["the views of child and family"],
    });
  });
  test("it stays on the lead's list until then", () => {
    expect(owed({ views: [football, aView({ of: "family" })] })).toEqual(["answer-view"]);
  });
});

describe("GIR-37: advocacy is offered, answered and arranged, each with its day", () => {
  const ava = {
    consideredOn: localDate("2026-06-08"),
    isNeeded: true,
    offeredOn: localDate("2026-06-08"),
    answer: "accepted",
    advocate: "j-bain",
    linkedOn: localDate("2026-06-15"),
  } as const;
  test("offered 8 June, accepted 9 June, linked to an advocate on 15 June: done", () => {
    expect(owed({ advocacy: ava })).toEqual([]);
    expect(owed({ advocacy: { ...ava, linkedOn: "none" } })).toEqual(["link-advocate"]);
    expect(owed({ advocacy: { ...ava, advocate: "not-recorded" } })).toEqual(["link-advocate"]);
  });
  test("not considered is owed to the lead", () => {
    const decision = voices({ advocacy: "none" });
    expect(decision.owed[0]).toMatchObject({
      who: "lead-professional",
      because: expect.stringMatching(/^Nobody has recorded whether the child or the family needs somebody/),
    });
  });
});

describe("GIR-30: a change that the family reports is marked", () => {
  const reported = (marked: "none" | "not-recorded" | "plan-affected" | "plan-not-affected") =>
    book.duty(
      "people.heard",
      heardFacts({ changes: [{ id: "move", reportedOn: localDate("2026-04-15"), marked }] }),
      on("2026-04-15"),
    ).owed;
  test("Finlay's mother reports a house move on 15 April: the lead marks whether the plan is affected", () => {
    expect(reported("none")).toEqual([
      expect.objectContaining({
        who: "lead-professional",
        act: "people.mark-change",
        due: "at-once",
        because: "The family reported a change on 15 April 2026. Mark whether the plan is affected.",
      }),
    ]);
    expect(reported("not-recorded")).toHaveLength(1);
  });
  test.each(["plan-affected", "plan-not-affected"] as const)("marked %s: nothing is left", (marked) => {
    expect(reported(marked)).toEqual([]);
  });
});

describe("GIR-72: a direct contact has three answers", () => {
  const contact = (of: Parameters<typeof directContactFacts>[0]) =>
    book.gate("people.direct-contact", directContactFacts(of), on("2026-04-01"));
  test("informed yes, working partly, 'mornings calmer': it counts", () => {
    expect(contact({}).answer).toBe("permits");
  });
  test.each([
    [{ feelsInformed: "not-recorded" }, "Write down whether the family feels well informed."],
    [{ planWorks: "not-recorded" }, "Write down whether the plan is working."],
    [{ saysEffect: false }, "Write down what effect it has."],
  ] as const)("%o: refused, %s", (of, words) => {
    const decision = contact(of);
    expect(decision.answer).toBe("prevents");
    expect(decision.findings[0]?.because).toContain(words);
  });
});

describe("GIR-28: from the day the plan is agreed the lead is the family's usual contact", () => {
  const contact = (of: Parameters<typeof familyContactFacts>[0], day: string) =>
    book.designation("people.family-contact", familyContactFacts(of), on(day));
  const ann = { lead: { id: "ann-reid", from: localDate("2026-03-02") }, cover: "none" } as const;
  test.each([
    ["2026-03-01", []],
    ["2026-03-02", ["ann-reid"]],
    ["2026-03-03", ["ann-reid"]],
  ])("from 2 March 2026, asked on %s: %o", (day, ids) => {
    expect(contact(ann, day).holders.map((holder) => (holder.kind === "person" ? holder.id : ""))).toEqual(ids);
  });
});

describe("GIR-29: another contact may be shown, and the lead stays the lead", () => {
  const chosen = { id: "nursery-manager", from: localDate("2026-04-01"), by: "family", saysWhy: true } as const;
  const facts = familyContactFacts({ lead: { id: "ann-reid", from: localDate("2026-03-02") }, cover: "none", chosen });
  const shown = (day: string) =>
    book
      .designation("people.family-contact", facts, on(day))
      .findings.flatMap((finding) =>
        "holder" in finding ? [[finding.holder.kind === "person" && finding.holder.id, finding.tier]] : [],
      );
  test("from 1 April the nursery manager stands beside Ann Reid", () => {
    expect(shown("2026-03-31")).toEqual([["ann-reid", "must"]]);
    expect(shown("2026-04-01")).toEqual([
      ["ann-reid", "must"],
      ["nursery-manager", "may"],
    ]);
  });
  test("why is kept, and asked for", () => {
    const unsaid = { ...facts, chosen: { ...chosen, saysWhy: false } };
    const finding = book
      .designation("people.family-contact", unsaid, on("2026-04-02"))
      .findings.find(({ rule }) => rule === "scotland.family-other-contact");
    expect(finding?.needs?.map(({ code }) => code)).toEqual(["other-contact"]);
    expect(finding?.because).toBe(
      "Since 1 April 2026 the family would rather speak to this person day by day. The lead professional stays the lead.",
    );
  });
});

test("a safeguarding referral is open here too, whatever is missing", () => {
  expect(
    book.gate(
      "concern.referral",
      referralFacts({ consent: "refused", waitingFor: ["lead-professional"] }),
      on("2026-07-01"),
    ),
  ).toMatchObject({
    answer: "permits",
    findings: [{ clause: { source: "GIRFEC" }, strength: "ours" }],
  });
});
