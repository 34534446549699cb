import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import type {
  AdministrationFacts,
  ArrangeFacts,
  ClosingFacts,
  FollowUpFacts,
  GoAheadFacts,
  JobsFacts,
  MayInviteFacts,
  ModelFacts,
  PreparationFacts,
  QueueFacts,
} from "../../meeting/model.ts";
import { anAdoption } from "../../testing/builders.ts";
import { aStatus } from "../../testing/lead-professional.ts";
import {
  aGuest,
  arrangeFacts,
  closingFacts,
  followUpFacts,
  goAheadFacts,
  jobsFacts,
  mayChairFacts,
  mayInviteFacts,
  modelFacts,
  preparationFacts,
  whoChairsFacts,
} from "../../testing/meeting.ts";
import { supervisorFacts } from "../../testing/supervision.ts";
import { adopt, asItStands } from "../questions.ts";
import { england } from "./england.ts";

const book = asItStands(england);
const when = (day: string) => localDate(day);
const at = (day: string) => noonOn(when(day));
const before = (of: Partial<PreparationFacts>, day = "2026-11-24") =>
  book.duty("meeting.preparation", preparationFacts(of), at(day)).owed;
const after = (of: Partial<FollowUpFacts>, day = "2026-12-04") =>
  book.duty("meeting.follow-up", followUpFacts(of), at(day));

describe("CWDC-FIG3A-3: the assessor brings people together until there is a lead", () => {
  const meeting = { id: "m", kind: "action-meeting", on: when("2026-11-17"), calledOn: when("2026-11-10") } as const;
  const ewo = { lead: "none", assessor: "ewo" } as const;
  const invited = (day: string) => [
    ...["a", "b", "c", "d"].map((id) => aGuest(id, { invitedOn: when(day) })),
    ...["mother", "father"].map((id) => aGuest(id, { as: "family", invitedOn: when(day) })),
  ];
  const notYet = invited("2026-11-10").map((one) => ({ ...one, invitedOn: "none" as const }));
  test("four practitioners and both parents are invited to 17 November by the 10th, by the assessor", () => {
    const owed = before({ ...ewo, meeting, people: notYet }, "2026-11-10");
    expect(owed).toHaveLength(6);
    for (const one of owed) expect(one).toMatchObject({ who: "assessor", whoId: "ewo", due: { day: "2026-11-10" } });
    expect(before({ ...ewo, meeting, people: invited("2026-11-10") }, "2026-11-10")).toEqual([]);
  });
  test("called a day later there is no time left, so at once", () => {
    const late = { ...meeting, calledOn: when("2026-11-11") };
    expect(before({ ...ewo, meeting: late, people: notYet }, "2026-11-11").map(({ due }) => due)).toContain("at-once");
  });
  test("with a lead it is the lead's; with nobody on record it stands without a name", () => {
    expect(before({ meeting, people: notYet, assessor: "ewo" })).toEqual([]);
    expect(before({ meeting, people: notYet, assessor: "ewo" }, "2026-11-12")[0]).toMatchObject({
      who: "lead-professional",
      whoId: "fay",
    });
    const nobody = before({ meeting, people: notYet, lead: "none", assessor: "not-recorded" }, "2026-11-12")[0];
    expect(nobody).toMatchObject({ who: "lead-professional" });
    expect(nobody).not.toHaveProperty("whoId");
  });
  test("the assessor may call it, and is the contact for now and no lead professional", () => {
    const by = { id: "ewo", role: "assessor" } as const;
    const call = (of: Partial<ArrangeFacts>) =>
      book.gate("meeting.arrange", arrangeFacts({ by, assessor: "ewo", ...of }), at("2026-11-10"));
    expect(call({ lead: "none" }).answer).toBe("permits");
    expect(call({ lead: "none" }).findings[0]?.because).toMatch(/contact for now, and not the lead professional/);
    expect(call({})).toMatchObject({ answer: "refers", decidedBy: ["lead-professional"] });
    expect(call({ lead: "none", assessor: "none" }).answer).toBe("refers");
  });
});

describe("CWDC-2.22b: administration takes the documents, invitations and write-up where the lead asks for it", () => {
  const people = [aGuest("rob", { invitedOn: "none" })];
  test("with administrative help the service's manager has minutes and invitations on the list", () => {
    const owed = before({ people, help: "service-development-manager", agendaReadyOn: "none" });
    expect(owed.map(({ who, act }) => [who, act])).toEqual([
      ["service-development-manager", "meeting.invite:rob"],
      ["service-development-manager", "meeting.prepare:agenda"],
    ]);
  });
  test("without it they are the lead's", () => {
    for (const help of ["none", "not-recorded"] as const)
      expect(before({ people, help }).map(({ who, whoId }) => [who, whoId])).toEqual([["lead-professional", "fay"]]);
  });
});

describe("CWDC-5.22a: administration prepares agenda, invitations and copies of the plan", () => {
  const meeting = { id: "m", kind: "action-meeting", on: when("2026-12-03"), calledOn: when("2026-11-24") } as const;
  const nothing = { meeting, help: "administrator", agendaReadyOn: "none", planCopiesReadyOn: "not-recorded" } as const;
  const people = [aGuest("rob", { invitedOn: "none" })];
  test("for the meeting of 3 December all of it is administration's, and none the lead's", () => {
    expect(before({ ...nothing, people }).map(({ who, act, due }) => [who, act, due])).toEqual([
      ["administrator", "meeting.invite:rob", { day: "2026-11-26" }],
      ["administrator", "meeting.prepare:agenda", { day: "2026-12-02" }],
      ["administrator", "meeting.prepare:plan-copies", { day: "2026-12-02" }],
    ]);
  });
  test("what is ready is no longer owed, and nothing is after the meeting", () => {
    expect(before({ meeting, help: "administrator", people: [] })).toEqual([]);
    expect(before({ ...nothing, people }, "2026-12-03")).toHaveLength(3);
    expect(before({ ...nothing, people }, "2026-12-04")).toEqual([]);
  });
});

describe("CWDC-5.22b: somebody who neither leads nor chairs takes the minutes", () => {
  const jobs = (of: Partial<JobsFacts>) => book.gate("meeting.jobs", jobsFacts(of), at("2026-12-01"));
  test("a lead who chairs cannot take them; nor can a lead, nor a chair", () => {
    expect(jobs({ chair: "fay", notes: "fay" })).toMatchObject({ answer: "prevents" });
    expect(jobs({ notes: "fay" }).findings).toMatchObject([
      { about: "practitioner:fay", because: expect.stringMatching(/^Whoever leads/) },
    ]);
    expect(jobs({ notes: "senco" }).findings).toMatchObject([
      { effect: "prevents", because: expect.stringMatching(/^Whoever chairs/) },
    ]);
    expect(jobs({ notes: "admin" }).answer).toBe("permits");
  });
  test("nobody takes them yet, or it is not recorded who does", () => {
    expect(jobs({ notes: "none" })).toMatchObject({ answer: "permits-if", needs: [{ code: "job:notes" }] });
    expect(jobs({ notes: "not-recorded" }).missing).toEqual(["who is to take notes"]);
    expect(jobs({ lead: "not-recorded" }).missing).toEqual(["who leads"]);
    expect(jobs({ chair: "not-recorded" }).missing).toEqual(["who is to chair"]);
    expect(jobs({ chair: "none" }).answer).toBe("permits");
    expect(jobs({ lead: "none" }).answer).toBe("permits");
  });
  test("RN-51: the minutes of 1 December are drafted by the 4th, approved by the lead, and sent to parents too by the 8th", () => {
    expect(after({ draftedOn: "none", approvedOn: "none" }, "2026-12-01").owed).toMatchObject([
      { who: "administrator", whoId: "admin", act: "meeting.draft-minutes", due: { day: "2026-12-04" } },
    ]);
    expect(after({ approvedOn: "none" }).owed).toMatchObject([
      { who: "lead-professional", whoId: "fay", act: "meeting.approve-minutes", due: { day: "2026-12-08" } },
    ]);
    for (const nobody of ["none", "not-recorded"] as const) {
      expect(after({ approvedOn: "none", lead: nobody }).owed[0]).not.toHaveProperty("whoId");
      expect(after({ draftedOn: "none", noteTaker: nobody }).owed[0]).not.toHaveProperty("whoId");
    }
    const recipients: FollowUpFacts["recipients"] = [
      { id: "mother", as: "family", sentOn: "none" },
      { id: "rob", as: "practitioner", sentOn: when("2026-12-04") },
      { id: "ali", as: "child", sentOn: "not-recorded" },
      { id: "hana", as: "other", sentOn: "none" },
    ];
    expect(after({ recipients }).owed.map(({ act, due, about }) => [act, due, about])).toEqual([
      ["meeting.send-minutes:mother", { day: "2026-12-08" }, "family:child-1"],
      ["meeting.send-minutes:ali", { day: "2026-12-08" }, "child:child-1"],
      ["meeting.send-minutes:hana", { day: "2026-12-08" }, "practitioner:hana"],
    ]);
    expect(after({}).answer).toBe("nothing-owed");
    expect(after({ draftedOn: "none" }, "2026-11-30").owed).toEqual([]);
  });
});

describe("CWDC-5.22c: administration keeps contacts current, and changes no assessment or decision", () => {
  const may = (act: AdministrationFacts["act"], role: AdministrationFacts["by"]["role"] = "administrator") =>
    book.gate("meeting.administration-may", { by: { id: "ann", role }, act }, at("2026-11-24")).answer;
  test("the school nurse's phone number is saved; a need or a decision about the lead is refused", () => {
    expect(may("edit-contact-details")).toBe("permits");
    for (const act of ["edit-assessment", "edit-decision", "edit-plan"] as const) expect(may(act)).toBe("prevents");
  });
  test("it speaks of administration only", () => {
    expect(may("edit-assessment", "lead-professional")).toBe("silent");
  });
});

describe("CWDC-5.22d: updates of files and index do not wait", () => {
  const owed = (of: Partial<QueueFacts>, day = "2026-11-24") =>
    book.duty("meeting.administration", { team: { id: "office" }, manager: "orla", pending: [], ...of }, at(day)).owed;
  const pending = [
    { id: "old", since: when("2026-11-21") },
    { id: "new", since: when("2026-11-23") },
  ];
  test("two wait on 24 November, the older for 3 days: it is flagged to administration's manager", () => {
    const list = owed({ pending });
    expect(list.map(({ who, act }) => [who, act])).toEqual([
      ["line-manager", "administration.see-overdue:old"],
      ["administrator", "administration.update:old"],
      ["administrator", "administration.update:new"],
    ]);
    expect(list[0]).toMatchObject({
      whoId: "orla",
      because: "This update waits since 21 November 2026, 3 days, and is overdue.",
    });
    expect(list[2]).toMatchObject({
      due: { day: "2026-11-25" },
      because: "This update waits since 23 November 2026, 1 day.",
    });
  });
  test("RN-52: on its second day it is not overdue; not yet come, and nobody to flag it to", () => {
    expect(owed({ pending }, "2026-11-23").map(({ who }) => who)).toEqual(["administrator", "administrator"]);
    expect(owed({ pending }, "2026-11-20")).toEqual([]);
    expect(owed({ pending, manager: "none" })[0]).not.toHaveProperty("whoId");
    expect(owed({ pending, manager: "not-recorded" })[0]).not.toHaveProperty("whoId");
  });
});

describe("CWDC-5.6a: a team around the child chooses its lead, and everybody stays with their own employer", () => {
  const five = ["nurse", "teacher", "youth-worker", "housing-officer", "ewo"];
  test.each(five)("%s keeps the own line manager, leading or not", (id) => {
    for (const strand of ["practice", "lead"] as const)
      expect(
        book.designation(
          "supervision.supervisor",
          supervisorFacts({ practitionerId: id, strand, lineManager: `manager-of-${id}` }),
          at("2026-11-24"),
        ),
      ).toMatchObject({ answer: "filled", holders: [{ id: `manager-of-${id}` }] });
  });
});

describe("CWDC-5.6b: at a panel lead and plan are agreed together", () => {
  const close = (of: Partial<ClosingFacts>) =>
    book.gate("meeting.closing", closingFacts({ meeting: { id: "p", kind: "panel" }, ...of }), at("2026-12-02"));
  test("both are kept, or neither", () => {
    expect(close({}).findings).toMatchObject([
      { effect: "permits", because: expect.stringMatching(/^Lead professional and plan/) },
    ]);
    expect(close({ leadAgreed: false, planAgreed: false }).findings).toMatchObject([
      { effect: "permits", because: expect.stringMatching(/stays on the list\.$/) },
    ]);
    expect(close({ leadAgreed: false }).findings).toMatchObject([
      { effect: "prevents", because: expect.stringMatching(/^A plan was agreed/) },
    ]);
    expect(close({ planAgreed: false }).findings).toMatchObject([
      { effect: "prevents", because: expect.stringMatching(/^A lead professional/) },
    ]);
    expect(close({ leadAgreed: "not-recorded" }).missing).toEqual(["whether a lead was agreed"]);
    expect(close({ planAgreed: "not-recorded" }).missing).toEqual(["whether the plan was agreed"]);
    expect(close({ meeting: { id: "m", kind: "action-meeting" }, leadAgreed: false }).answer).toBe("silent");
  });
});

describe("CWDC-5.7: each case says which model holds, anew in another locality", () => {
  const owed = (of: Partial<ModelFacts>, day: string) => book.duty("meeting.model", modelFacts(of), at(day)).owed;
  const moved = { locality: { id: "b", from: when("2026-11-30") }, localityUses: ["team"] } as const;
  test.each([
    ["2026-11-29", 0],
    ["2026-11-30", 1],
    ["2026-12-01", 1],
  ])("Ava moves from panel to team on 30 November: asked on %s, %i open", (day, many) => {
    expect(owed(moved, day)).toHaveLength(many);
  });
  test("what it asks, and that what held before stays", () => {
    expect(owed(moved, "2026-11-30")).toMatchObject([
      { act: "meeting.settle-model", due: { day: "2026-11-30" }, who: "lead-professional" },
    ]);
    expect(owed(moved, "2026-11-30")[0]?.because).toMatch(/what held before stays on record.*multi-agency team\.$/);
    const settled = [
      ...modelFacts().settled,
      { locality: "b", model: "team", from: when("2026-11-30") },
    ] as ModelFacts["settled"];
    expect(owed({ ...moved, settled }, "2026-11-30")).toEqual([]);
    const ended = [{ locality: "a", model: "panel", from: when("2026-09-01"), until: when("2026-11-25") }] as const;
    expect(owed({ settled: ended }, "2026-11-24")).toEqual([]);
    expect(owed({ settled: ended }, "2026-11-25")).toHaveLength(1);
  });
  test("a locality, or its models, that are not recorded", () => {
    expect(owed({}, "2026-11-24")).toEqual([]);
    expect(owed({ locality: "not-recorded" }, "2026-11-24")).toMatchObject([{ due: "at-once" }]);
    expect(owed({ locality: "none" }, "2026-11-24")).toHaveLength(1);
    expect(owed({ ...moved, localityUses: "not-recorded" }, "2026-11-30")[0]?.because).toMatch(
      /not recorded which models/,
    );
    expect(owed({ ...moved, localityUses: [] }, "2026-11-30")[0]?.because).toMatch(/uses: none yet/);
  });
});

describe("CWDC-ANNEXC-youth-custody-6: the supervising officer chairs the review of the training plan", () => {
  const order = aStatus("youth-order", "2026-09-01", { holder: "yot" });
  const meeting = { id: "t", kind: "training-plan-review", on: when("2026-12-24") } as const;
  const may = (id: string, statuses = [order]) =>
    book.gate(
      "meeting.may-chair",
      mayChairFacts({ child: { statuses }, meeting, candidate: { id } }),
      at("2026-12-18"),
    );
  test("the chair is fixed to the officer", () => {
    expect(may("yot").answer).toBe("permits");
    expect(may("keir")).toMatchObject({ answer: "prevents" });
    expect(may("keir").findings).toMatchObject([{ strength: "national standard", force: "must" }]);
    expect(may("yot", [aStatus("youth-order", "2026-09-01")])).toMatchObject({
      answer: "unknown",
      missing: ["who the supervising officer is"],
    });
  });
  test("by name, or the post while nobody is named; other meetings are open", () => {
    const who = (of: Parameters<typeof whoChairsFacts>[0]) =>
      book.designation(
        "meeting.who-chairs",
        whoChairsFacts({ child: { statuses: [order] }, meeting, ...of }),
        at("2026-12-18"),
      );
    expect(who({})).toMatchObject({ answer: "filled", holders: [{ id: "yot" }] });
    expect(who({ child: { statuses: [] } })).toMatchObject({
      answer: "required",
      holders: [{ post: "yot-supervising-officer" }],
    });
    expect(who({ meeting: { ...meeting, kind: "review-meeting" } }).answer).toBe("silent");
    const other = mayChairFacts({ child: { statuses: [order] } });
    expect(book.gate("meeting.may-chair", other, at("2026-12-18")).answer).toBe("silent");
  });
});

describe("RN-34: nobody is invited whom it is a risk to meet", () => {
  const may = (of: Partial<MayInviteFacts>) => book.gate("meeting.may-invite", mayInviteFacts(of), at("2026-11-24"));
  const otherwise = (by: "line-manager" | "lead-professional", reasonGiven: boolean) =>
    may({ isContactRisk: true, decidedOtherwise: { by, reasonGiven } });
  test("not invited, not in the calendar, no letters", () => {
    const decision = may({ isContactRisk: true });
    expect(decision.answer).toBe("prevents");
    expect(decision.findings).toMatchObject([
      {
        strength: "ours",
        about: "family:child-1",
        because: expect.stringMatching(/no invitation, no place in the calendar, no letters/),
      },
    ]);
    expect(may({}).answer).toBe("permits");
    expect(may({ isContactRisk: "not-recorded" }).missing).toEqual(["whether contact with this person is a risk"]);
  });
  test("the lead's line manager decides otherwise with a reason, and nobody else does", () => {
    expect(otherwise("line-manager", true).answer).toBe("permits");
    expect(otherwise("line-manager", false)).toMatchObject({ answer: "permits-if", needs: [{ code: "contact-risk" }] });
    expect(otherwise("lead-professional", true).answer).toBe("prevents");
    expect(may({ isContactRisk: true, decidedOtherwise: "not-recorded" }).answer).toBe("prevents");
  });
});

describe("RN-56: what to do when somebody who matters is not here", () => {
  const goAhead = (of: Partial<GoAheadFacts>) => book.gate("meeting.go-ahead", goAheadFacts(of), at("2026-12-08"));
  test("the chair: somebody who may chair takes over, or there is a new day", () => {
    expect(goAhead({}).answer).toBe("permits");
    expect(goAhead({ present: ["fay"] }).answer).toBe("prevents");
    expect(goAhead({ chair: "none" }).findings[0]).toMatchObject({
      effect: "prevents",
      because: expect.stringMatching(/^Nobody chairs/),
    });
    expect(goAhead({ chair: "not-recorded" }).missing).toEqual(["who chairs"]);
    const unseen = goAhead({ present: "not-recorded" });
    expect(unseen.missing).toEqual(["who is here"]);
    expect(unseen.findings.filter(({ effect }) => effect === "unknown")).toHaveLength(2);
  });
  test("the lead: whoever acts for them is here, else the lead's manager decides", () => {
    expect(goAhead({ present: ["senco"] })).toMatchObject({ answer: "refers", decidedBy: ["line-manager"] });
    const newDay = adopt(england, anAdoption({ settings: { managerDecidesWithoutLead: false } }));
    const asked = goAheadFacts({ present: ["senco"] });
    expect(newDay.gate("meeting.go-ahead", asked, at("2026-12-08")).answer).toBe("prevents");
    expect(goAhead({ present: ["senco", "rob"], standIn: "rob" }).answer).toBe("permits");
    expect(goAhead({ present: ["senco", "rob"], standIn: "none" }).answer).toBe("refers");
    expect(goAhead({ lead: "not-recorded" }).missing).toEqual(["who leads"]);
    expect(goAhead({ lead: "none", standIn: "none" }).answer).toBe("permits");
  });
  test.each([
    ["present", "permits"],
    ["views-given", "permits"],
    ["reason-given", "permits"],
    ["none", "permits-if"],
    ["not-recorded", "unknown"],
  ] as const)("child or family %s: %s", (part, answer) => {
    expect(goAhead({ childsPart: part }).answer).toBe(answer);
    expect(goAhead({ familysPart: part }).answer).toBe(answer);
  });
  test("each for itself", () => {
    const decision = goAhead({ childsPart: "none", familysPart: "none" });
    expect(decision.needs.map(({ code }) => code)).toEqual(["childs-part", "familys-part"]);
    expect(decision.findings.map(({ about }) => about)).toEqual(
      expect.arrayContaining(["child:child-1", "family:child-1"]),
    );
  });
});
