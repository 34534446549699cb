import { describe, expect, test } from "vitest";
import { localDate } from "../../kernel/local-date.ts";
import { noonOn } from "../../kernel/moment.ts";
import { workingCalendar } from "../../kernel/working-days.ts";
import type { ArrangeFacts, FormerNameFacts, GroupItemFacts } from "../../meeting/model.ts";
import { anAdoption } from "../../testing/builders.ts";
import { aStatus } from "../../testing/lead-professional.ts";
import {
  aGuest,
  arrangeFacts,
  goAheadFacts,
  groupItemFacts,
  mayChairFacts,
  mayInviteFacts,
  preparationFacts,
  whoChairsFacts,
} from "../../testing/meeting.ts";
import type { MeetingKind } from "../../vocabulary/meetings.ts";
import { type AdoptedRulebook, adopt, asItStands } from "../questions.ts";
import { highland } from "./highland.ts";

const book = asItStands(highland);
const at = (day: string) => noonOn(localDate(day));
type Chair = Parameters<typeof mayChairFacts>[0];
const may = (of: Chair, by: AdoptedRulebook = book) =>
  by.gate("meeting.may-chair", mayChairFacts(of), at("2026-11-24"));
const who = (of: Parameters<typeof whoChairsFacts>[0]) =>
  book.designation("meeting.who-chairs", whoChairsFacts(of), at("2026-11-24"));
const review = (on: string) => ({ id: "r", kind: "review-meeting", on: localDate(on) }) as const;
const munro = { id: "munro", posts: ["review-officer"] } as const;

describe("HIG-165: the officer arranges a Liaison Meeting, and nobody else changes its day", () => {
  const meeting = { id: "liaison", kind: "liaison-meeting" } as const;
  const arrange = (role: ArrangeFacts["by"]["role"], act: ArrangeFacts["act"], kind: MeetingKind = meeting.kind) =>
    book.gate(
      "meeting.arrange",
      arrangeFacts({ meeting: { ...meeting, kind }, act, by: { id: "keir", role } }),
      at("2026-11-24"),
    );
  test("the officer sets it; the lead, the co-ordinator and a manager do not", () => {
    expect(arrange("integrated-services-officer", "call").answer).toBe("permits");
    expect(arrange("integrated-services-officer", "change-day").answer).toBe("permits");
    for (const role of ["lead-professional", "coordinator", "line-manager", "administrator"] as const) {
      expect(arrange(role, "change-day").answer).toBe("prevents");
      expect(arrange(role, "call").answer).toBe("prevents");
    }
    expect(arrange("lead-professional", "call", "group-discussion").answer).toBe("silent");
  });
  test("for 8 December: five invitations and the papers by 1 December, all with the officer", () => {
    const people = ["a", "b", "c", "d", "e"].map((id) => aGuest(id, { invitedOn: "none" }));
    const { owed } = book.duty(
      "meeting.preparation",
      preparationFacts({
        meeting: { ...meeting, on: localDate("2026-12-08"), calledOn: localDate("2026-11-24") },
        people,
        agendaReadyOn: "none",
        planCopiesReadyOn: "not-recorded",
        calendar: workingCalendar("scotland"),
      }),
      at("2026-11-24"),
    );
    expect(owed).toHaveLength(7);
    for (const one of owed)
      expect(one).toMatchObject({
        who: "integrated-services-officer",
        onAccountOf: "integrated-services-officer",
        due: { day: "2026-12-01" },
      });
    expect(owed.map(({ act }) => act)).toEqual(
      expect.arrayContaining(["meeting.prepare:agenda", "meeting.prepare:plan-copies"]),
    );
  });
  test("HN-10: a child's meeting is the lead's to arrange, and the officer's where nobody leads", () => {
    const childs = (of: Partial<ArrangeFacts>) =>
      book.gate(
        "meeting.arrange",
        arrangeFacts({ meeting: { id: "c", kind: "childs-meeting" }, ...of }),
        at("2026-11-24"),
      );
    const officer = { id: "iso", role: "integrated-services-officer" } as const;
    expect(childs({}).answer).toBe("permits");
    expect(childs({ by: officer })).toMatchObject({ answer: "refers", decidedBy: ["lead-professional"] });
    expect(childs({ by: officer, lead: "none" }).answer).toBe("permits");
    expect(childs({ lead: "none" }).answer).toBe("prevents");
    expect(childs({ by: officer, lead: { id: "fay", from: localDate("2026-11-25") } }).answer).toBe("permits");
    expect(childs({ by: officer, lead: { id: "fay", from: localDate("2026-11-24") } }).answer).toBe("refers");
    expect(childs({ lead: "not-recorded" })).toMatchObject({ answer: "unknown", missing: ["who leads"] });
  });
});

describe("HIG-167: high-level needs or an especially complex plan are chaired by a review officer", () => {
  const rory = { child: { hasHighLevelNeeds: true }, meeting: review("2026-12-18") } as const;
  test("Rory is marked high level: Ms Keir is refused, A. Munro is accepted", () => {
    const decision = may(rory);
    expect(decision.answer).toBe("prevents");
    expect(decision.findings).toContainEqual(
      expect.objectContaining({
        rule: "highland.meeting-only-officer-when-marked",
        effect: "prevents",
        because: expect.stringMatching(/^The child is marked as having high-level needs: only a quality assurance/),
      }),
    );
    expect(may({ ...rory, candidate: munro }).answer).toBe("permits");
    expect(who(rory)).toMatchObject({
      answer: "filled",
      tier: "must",
      holders: [{ id: "munro", post: "review-officer" }],
    });
  });
  test("an especially complex plan too; without an officer's name the post is required", () => {
    const plan = { isEspeciallyComplex: true, reviewOfficer: "none" } as const;
    expect(may({ plan }).answer).toBe("prevents");
    expect(who({ plan })).toMatchObject({ answer: "required", holders: [{ kind: "post", post: "review-officer" }] });
    expect(who({ plan: { ...plan, reviewOfficer: "not-recorded" } }).answer).toBe("required");
  });
  test("neither mark: the chair is open; a mark that is not recorded is not a no", () => {
    expect(may({}).findings.map(({ effect, because }) => [effect, because])).toEqual([
      ["permits", "Neither the child nor the plan is marked so that a review officer has to chair."],
      ["permits", "No status of the child fixes who chairs on that day."],
    ]);
    expect(who({}).answer).toBe("silent");
    const unsaid = { child: { hasHighLevelNeeds: "not-recorded" } } as const;
    expect(may(unsaid)).toMatchObject({ answer: "unknown", missing: ["whether the child has high-level needs"] });
    expect(may({ ...unsaid, candidate: munro }).answer).toBe("permits");
    expect(who(unsaid)).toMatchObject({ answer: "open", missing: ["whether the child has high-level needs"] });
    expect(may({ plan: { isEspeciallyComplex: "not-recorded" } }).missing).toEqual([
      "whether the plan is especially complex",
    ]);
    expect(who({ ...unsaid, plan: { isEspeciallyComplex: true } })).toMatchObject({ answer: "filled", missing: [] });
  });
});

describe("HIG-168: every meeting on a child looked after and accommodated is chaired by a review officer", () => {
  const skye = (day: string, more: Parameters<typeof aStatus>[2] = { accommodated: true }) =>
    ({ child: { statuses: [aStatus("looked-after", "2026-11-02", more)] }, meeting: review(day) }) as const;
  test.each([
    ["2026-11-01", "permits"],
    ["2026-11-02", "prevents"],
    ["2026-12-14", "prevents"],
  ])("accommodated from 2 November with a simple plan, her lead as chair on %s: %s", (day, answer) => {
    expect(may(skye(day)).answer).toBe(answer);
  });
  test("nothing is complex, and the reason says since when", () => {
    const [finding] = may(skye("2026-12-14")).findings.filter(({ effect }) => effect === "prevents");
    expect(finding).toMatchObject({
      rule: "highland.meeting-only-officer-by-status",
      about: "child:child-1",
      force: "must",
    });
    expect(finding?.because).toMatch(/^The child is looked after and accommodated since 2 November 2026: only/);
    expect(may({ ...skye("2026-12-14"), candidate: munro }).answer).toBe("permits");
    expect(who(skye("2026-12-14"))).toMatchObject({ answer: "filled", holders: [{ id: "munro" }] });
  });
  test("until the status ends, by its basis too; looked after at home the chair is open", () => {
    expect(may(skye("2026-12-14", { accommodated: true, until: "2026-12-14" })).answer).toBe("permits");
    expect(may(skye("2026-12-13", { accommodated: true, until: "2026-12-14" })).answer).toBe("prevents");
    for (const lookedAfterBasis of ["voluntary-accommodated", "police-transfer", "remand"] as const)
      expect(may(skye("2026-12-14", { lookedAfterBasis })).answer).toBe("prevents");
    expect(may(skye("2026-12-14", { lookedAfterBasis: "hearing-requirement", accommodated: false })).answer).toBe(
      "permits",
    );
  });
  test("where the child lives, or which statuses there are, is not recorded", () => {
    const unknown = { answer: "unknown", missing: ["whether the child lives away from home"] };
    expect(may(skye("2026-12-14", {}))).toMatchObject(unknown);
    expect(may(skye("2026-12-14", { accommodated: "not-recorded" }))).toMatchObject(unknown);
    expect(who(skye("2026-12-14", {}))).toMatchObject({ answer: "open", missing: unknown.missing });
    expect(may({ child: { statuses: "not-recorded" } })).toMatchObject({
      answer: "unknown",
      missing: ["which legal statuses the child has"],
    });
    expect(may({ child: { statuses: "not-recorded" }, candidate: munro }).answer).toBe("permits");
  });
});

describe("HIG-169: every meeting on a child with a Co-ordinated Support Plan is chaired by a review officer", () => {
  const ewan = (day: string) =>
    ({
      child: { statuses: [aStatus("co-ordinated-support-plan", "2026-12-07")] },
      meeting: review(day),
      candidate: { id: "bell", posts: ["head-teacher"] },
    }) as const;
  test.each([
    ["2026-12-06", "permits"],
    ["2026-12-07", "prevents"],
    ["2027-01-20", "prevents"],
  ])("from 7 December, the head as chair on %s: %s", (day, answer) => {
    expect(may(ewan(day)).answer).toBe(answer);
  });
  test("the officer chairs and the head may be there", () => {
    expect(may({ ...ewan("2027-01-20"), candidate: munro }).answer).toBe("permits");
    expect(may(ewan("2027-01-20")).findings.find(({ effect }) => effect === "prevents")?.because).toMatch(
      /Everybody else may be there\.$/,
    );
  });
  test("HD-17: of several reasons each is said, and one officer chairs", () => {
    const both = {
      ...ewan("2027-01-20"),
      child: {
        hasHighLevelNeeds: true,
        statuses: [
          aStatus("co-ordinated-support-plan", "2026-12-07"),
          aStatus("looked-after", "2026-11-02", { accommodated: true }),
        ],
      },
    };
    expect(who({ child: both.child, meeting: both.meeting })).toMatchObject({
      answer: "filled",
      holders: [{ id: "munro" }],
    });
    expect(who({ child: both.child, meeting: both.meeting }).findings).toHaveLength(3);
  });
});

describe("HIG-170: what fixes the chair is a setting with a date", () => {
  const listA = adopt(highland, anAdoption({ id: "a", from: localDate("2026-01-01") }));
  const listB = adopt(
    highland,
    anAdoption({
      id: "b",
      from: localDate("2027-04-01"),
      settings: {
        statusesThatFixTheChair: [
          "looked-after-and-accommodated",
          "co-ordinated-support-plan",
          "child-protection-register",
        ],
      },
    }),
  );
  const inForceOn = (day: string) => (listB.adoption.from <= day ? listB : listA);
  const registered = (day: string) =>
    ({ child: { statuses: [aStatus("child-protection-register", "2026-10-05")] }, meeting: review(day) }) as const;
  test.each([
    ["2027-03-31", "a", "permits"],
    ["2027-04-01", "b", "prevents"],
  ])("registered, the lead as chair on %s goes by list %s: %s", (day, list, answer) => {
    expect(may(registered(day), inForceOn(day))).toMatchObject({ adoption: { id: list }, answer });
  });
  test("an area that names none leaves the chair open, whatever is recorded", () => {
    const one = adopt(highland, anAdoption({ settings: { statusesThatFixTheChair: ["child-protection-register"] } }));
    expect(may({ child: { statuses: "not-recorded" } }, one).answer).toBe("unknown");
    const none = adopt(highland, anAdoption({ settings: { statusesThatFixTheChair: [] } }));
    expect(may({ child: { statuses: "not-recorded" } }, none).answer).toBe("permits");
  });
});

const item = (of: Partial<GroupItemFacts>, day = "2026-12-14") =>
  book.gate("meeting.group-item", groupItemFacts(of), at(day));
const reporter = { id: "rep", role: "childrens-reporter" } as const;
const housingManager = { id: "ahm", role: "area-housing-manager" } as const;

describe("HIG-178: the Children's Reporter is invited to every item about a young offender", () => {
  test("Struan's item of 6 January: published without the Reporter it is refused, invited on 14 December it goes out", () => {
    expect(item({ reporterInvitedOn: "none" })).toMatchObject({ answer: "prevents" });
    expect(item({}).answer).toBe("permits");
    expect(item({}).findings).toMatchObject([
      {
        because: "The Children's Reporter was invited on 14 December 2026.",
        clause: { at: "H18, paragraph 2, sentence 2" },
      },
    ]);
    expect(item({ reporterInvitedOn: "not-recorded" }).missing).toEqual([
      "whether the Children's Reporter was invited",
    ]);
  });
  test("other items ask for no Reporter; one whose kind is not recorded is not published", () => {
    expect(item({ isAboutYoungOffender: false, reporterInvitedOn: "none" }).answer).toBe("silent");
    expect(item({ isAboutYoungOffender: "not-recorded" })).toMatchObject({
      answer: "unknown",
      missing: ["whether the item is about a young offender"],
    });
  });
  test("HD-15: no vote for the Reporter or the housing manager; the papers of their own item only", () => {
    expect(item({ act: "vote", by: reporter }).answer).toBe("prevents");
    expect(item({ act: "vote", by: housingManager }).answer).toBe("prevents");
    expect(item({ act: "decide", by: reporter }).answer).toBe("prevents");
    expect(item({ act: "vote" }).answer).toBe("silent");
    expect(item({ by: reporter }).findings.map(({ rule }) => rule)).toEqual(["highland.group-reporter-invited"]);
    expect(item({ act: "read-papers", by: reporter }).answer).toBe("permits");
    expect(item({ act: "read-papers", by: reporter, reporterInvitedOn: "none" }).answer).toBe("prevents");
    expect(item({ act: "read-papers", by: reporter, reporterInvitedOn: "not-recorded" }).answer).toBe("unknown");
    expect(item({ act: "read-papers" }).answer).toBe("silent");
  });
  test.each([
    ["attended", "permits"],
    ["sent-written-view", "permits"],
    ["absent-with-reason", "permits"],
    ["absent", "prevents"],
    ["not-recorded", "unknown"],
  ] as const)("attendance is recorded before a decision: %s %s", (reportersPart, answer) => {
    expect(item({ act: "decide", reportersPart }).answer).toBe(answer);
    expect(item({ act: "decide", reportersPart, isAboutYoungOffender: false }).answer).toBe("silent");
    expect(item({ act: "decide", reportersPart, isAboutYoungOffender: "not-recorded" }).answer).toBe("unknown");
  });
});

describe("HIG-179: the Area Housing Manager comes to the items where housing matters", () => {
  const tenancy = {
    isAboutYoungOffender: false,
    housing: { reasonGiven: true },
    housingManagerInvitedOn: localDate("2026-12-10"),
  } as const;
  test("the tenancy is at risk: invited to that item, and to no other", () => {
    expect(item(tenancy).answer).toBe("permits");
    expect(item({ ...tenancy, housingManagerInvitedOn: "none" }).answer).toBe("prevents");
    expect(item({ ...tenancy, act: "read-papers", by: housingManager }).answer).toBe("permits");
    const other = { isAboutYoungOffender: false, act: "read-papers", by: housingManager } as const;
    expect(item(other).answer).toBe("prevents");
  });
  test("why it matters is said; not recorded is neither yes nor no", () => {
    expect(item({ ...tenancy, housing: { reasonGiven: false } }).answer).toBe("prevents");
    expect(item({ ...tenancy, housing: "not-recorded" }).missing).toEqual(["whether housing matters to the item"]);
    expect(item({ ...tenancy, housingManagerInvitedOn: "not-recorded" }).missing).toEqual([
      "whether the Area Housing Manager was invited",
    ]);
    expect(item({ ...tenancy, housing: "none" }).answer).toBe("silent");
  });
});

describe("GD-25: to a formal meeting everybody is invited in good time, and nobody whom it is a risk to meet", () => {
  const invite = (people: readonly ReturnType<typeof aGuest>[], calledOn = "2026-11-24", day = "2026-11-24") =>
    book.duty(
      "meeting.preparation",
      preparationFacts({
        meeting: { id: "c", kind: "childs-meeting", on: localDate("2026-12-08"), calledOn: localDate(calledOn) },
        people,
        agendaReadyOn: "none",
        calendar: workingCalendar("scotland"),
      }),
      at(day),
    ).owed;
  const mother = aGuest("mother", { as: "family", invitedOn: "none" });
  test("the family five working days before; at once where it was called later", () => {
    expect(invite([mother])).toMatchObject([
      { act: "meeting.invite:mother", due: { day: "2026-12-01" }, about: "family:child-1" },
    ]);
    expect(invite([mother], "2026-12-01")).toMatchObject([{ due: { day: "2026-12-01" } }]);
    expect(invite([mother], "2026-12-02")).toMatchObject([{ due: "at-once" }]);
    expect(invite([mother], "2026-11-24", "2026-12-09")).toEqual([]);
    const far = {
      id: "c",
      kind: "childs-meeting",
      on: localDate("2029-02-01"),
      calledOn: localDate("2026-11-24"),
    } as const;
    const facts = preparationFacts({ meeting: far, people: [mother] });
    expect(book.duty("meeting.preparation", facts, at("2026-11-24")).owed).toMatchObject([{ due: "not-published" }]);
    expect(invite([aGuest("rory", { as: "child", invitedOn: "none" })])).toMatchObject([{ about: "child:child-1" }]);
  });
  test("whom it is a risk to meet is left out; where that is not recorded it is found out first", () => {
    expect(invite([{ ...mother, isContactRisk: true }])).toEqual([]);
    expect(invite([{ ...mother, isContactRisk: "not-recorded" }])).toMatchObject([
      { act: "meeting.find-out-contact-risk:mother", due: "at-once" },
    ]);
    expect(invite([aGuest("rob", { invitedOn: "none", isContactRisk: "not-recorded" })])).toMatchObject([
      { act: "meeting.invite:rob" },
    ]);
  });
  test("the gate on an invitation holds in Scotland too", () => {
    expect(book.gate("meeting.may-invite", mayInviteFacts({ isContactRisk: true }), at("2026-11-24")).answer).toBe(
      "prevents",
    );
  });
  test("a formal meeting without child and family says why", () => {
    const goAhead = book.gate("meeting.go-ahead", goAheadFacts({ childsPart: "none" }), at("2026-12-08"));
    expect(goAhead).toMatchObject({ answer: "permits-if", needs: [{ code: "childs-part" }] });
  });
  test("GD-30: nor does it start without its chair, or without the lead or whoever acts for them", () => {
    const here = (present: readonly string[]) =>
      book.gate("meeting.go-ahead", goAheadFacts({ present }), at("2026-12-08"));
    expect(here(["senco", "fay"]).answer).toBe("permits");
    expect(here(["fay"]).answer).toBe("prevents");
    expect(here(["senco"])).toMatchObject({ answer: "refers", decidedBy: ["line-manager"] });
  });
});

const former = (name: FormerNameFacts["name"], act: FormerNameFacts["act"]) =>
  book.gate("meeting.former-name", { area: { id: "area-1" }, name, act }, at("2027-01-06"));

describe("HIG-163: Integrated Services Officer replaces Senior Family Liaison Officer", () => {
  test("a new account with the old title is refused and the new one offered; a note of 2005 keeps it", () => {
    const created = former("senior-family-liaison-officer", "create");
    expect(created).toMatchObject({ answer: "prevents", findings: [{ clause: { at: "H16, sentence 1" } }] });
    expect(created.findings[0]?.because).toBe(
      '"Senior Family Liaison Officer" is closed: use "Integrated Services Officer" instead.',
    );
    expect(former("senior-family-liaison-officer", "read").answer).toBe("permits");
  });
});

describe("HIG-171: the group replaces the Caseworking Subgroup and the Youth Offender Forum", () => {
  test.each(["youth-offender-forum", "caseworking-subgroup"] as const)(
    "%s: no new item, and old minutes open",
    (name) => {
      expect(former(name, "create")).toMatchObject({
        answer: "prevents",
        findings: [
          { rule: "highland.groups-replaced", because: expect.stringMatching(/use "Service Managers' Group" instead/) },
        ],
      });
      expect(former(name, "read").answer).toBe("permits");
    },
  );
});
