import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, aClock, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Person = Answers["supervision"]["person"];
type Supervisee = Answers["supervision"]["people"]["people"][number];

const nia: Supervisee = {
  practitionerId: id(20),
  name: "Nia Fell",
  postTitle: "Health visitor",
  agency: "Community nursing",
  strands: ["lead", "practice"],
  isManagedByYou: true,
  leads: 2,
  arrangement: {
    version: 1,
    model: { code: "usual", label: "As usual" },
    lead: person(1, "Helen Mold"),
    practice: person(1, "Helen Mold"),
    usualEveryDays: 42,
    since: "2026-11-02",
  },
  duties: [
    {
      act: "supervision.hold-session",
      because: "A session is due every 42 days, counted from 2 November 2026.",
      clause: "CWDC 5.19",
      clock: aClock(),
      isLate: true,
    },
  ],
  next: aClock(),
  waiting: 1,
};
const { arrangement: _, next: __, ...unsettled } = nia;
const cal: Supervisee = {
  ...unsettled,
  practitionerId: id(21),
  name: "Cal Roy",
  strands: [],
  leads: 1,
  duties: [
    {
      act: "supervision.set-up",
      because: "Say who supervises the lead of case Mia Kerr and how often, before or on the day it starts.",
      clause: "CWDC 5.18",
      isLate: true,
    },
  ],
  waiting: 0,
};
const aPerson = (of: Partial<Person> = {}): Person => ({
  ...nia,
  agenda: [
    { child: aChild(301, "Mia Kerr"), planId: id(401), since: "2026-10-05" },
    {
      child: aChild(302, "Ines Roy"),
      planId: id(402),
      since: "2026-10-05",
      lastDiscussedOn: "2026-11-02",
      riskIsHigh: true,
    },
  ],
  asksFourQuestions: true,
  shares: { summary: true, actions: true },
  sessions: [],
  agreedElsewhere: [],
  requests: [
    {
      requestId: id(700),
      version: 1,
      child: aChild(301, "Mia Kerr"),
      reason: "Housing has been silent",
      askedOn: "2026-11-20",
      to: "Helen Mold",
    },
  ],
  may: { arrange: { may: true }, record: { may: true } },
  ...of,
});
const at = `/supervision/${id(20)}`;

describe("supervision, of those who supervise", () => {
  test("CWDC-5.18f: who is late and who has no supervisor on record is said in the list", async () => {
    aSignedInApi().answers("supervision.people", { people: [nia, cal] });
    const { accessible } = await drawAt("/supervision");
    const list = within(screen.getByRole("table", { name: "Your people, whoever is late first" }));
    expect(list.getByRole("link", { name: "Nia Fell" })).toBeTruthy();
    expect(list.getByText("Settle who supervises")).toBeTruthy();
    expect(list.getByText("Asks for extra supervision: 1")).toBeTruthy();
    await accessible();
  });

  test("with nobody it says so", async () => {
    aSignedInApi().answers("supervision.people", { people: [] });
    await drawAt("/supervision");
    expect(screen.getByText("You supervise nobody")).toBeTruthy();
  });

  test("BOL-8.6, CWDC-5.20: the agenda has each child with the day last discussed, and the four questions", async () => {
    aSignedInApi().answers("supervision.person", aPerson());
    const { accessible } = await drawAt(at);
    const rows = within(screen.getByRole("table", { name: /Every child this person leads for/ })).getAllByRole("row");
    expect(rows.map((row) => row.textContent).slice(1)).toEqual([
      expect.stringMatching(/Mia Kerr.*Never/),
      expect.stringMatching(/Ines Roy.*2 November 2026.*High/),
    ]);
    expect(screen.getByText(/what is needed now; what the lead professional can do/)).toBeTruthy();
    expect(screen.getByRole("link", { name: /Housing has been silent/ })).toBeTruthy();
    await accessible();
  });

  test("CWDC-5.19c: of the other strand only what was agreed is there", async () => {
    aSignedInApi().answers(
      "supervision.person",
      aPerson({
        strands: ["practice"],
        agenda: [],
        requests: [],
        agreedElsewhere: [
          {
            strand: { code: "lead", label: "The role of lead professional" },
            heldOn: "2026-11-05",
            by: "Cora Venn",
            summary: "Well begun",
          },
        ],
      }),
    );
    await drawAt(at);
    expect(screen.getByRole("heading", { name: "What the other supervisor agreed to show you" })).toBeTruthy();
    expect(screen.getByText("Well begun")).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "Agenda for the next session" })).toBeNull();
  });

  test("CWDC-2.21a: a planned session of the role asks for every child; a talk in between for a day and a line", async () => {
    const api = aSignedInApi();
    api.answers("supervision.person", aPerson());
    api.answers("supervision.recordSession", { practitionerId: id(20) });
    const { user, accessible } = await drawAt(`${at}/record`);
    await user.click(screen.getByRole("radio", { name: "The role of lead professional" }));
    await user.click(screen.getByRole("radio", { name: /A planned session/ }));
    expect(screen.getByRole("heading", { name: "Mia Kerr" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "Ines Roy" })).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("radio", { name: /A talk in between/ }));
    expect(screen.queryByRole("heading", { name: "Mia Kerr" })).toBeNull();
    await user.type(screen.getByRole("textbox", { name: /What it was about/ }), "Five minutes on leave");
    const day = within(screen.getByRole("group", { name: "Day it was held" }));
    for (const [part, value] of [
      ["Day", "23"],
      ["Month", "11"],
      ["Year", "2026"],
    ] as const)
      await user.type(day.getByRole("textbox", { name: part }), value);
    await user.click(screen.getByRole("button", { name: "Save the session" }));
    expect(await screen.findByText(/The session is written down/)).toBeTruthy();
    expect(api.askedOf("supervision.recordSession")[0]?.input).toMatchObject({
      strand: "lead",
      kind: "informal",
      heldOn: "2026-11-23",
      cases: [],
    });
  });

  test("two supervisors are settled with both of them", async () => {
    const api = aSignedInApi();
    api.answers("supervision.arrangeForm", {
      person: person(20, "Nia Fell"),
      supervisors: [
        { ...person(1, "Helen Mold"), postTitle: "Team manager", agency: "Community nursing" },
        { ...person(2, "Cora Venn"), postTitle: "Co-ordinator", agency: "Council" },
      ],
    });
    api.answers("supervision.arrange", { practitionerId: id(20) });
    api.answers("supervision.person", aPerson());
    const { user, accessible } = await drawAt(`${at}/arrange`);
    await user.click(screen.getByRole("button", { name: "Settle it" }));
    expect(await screen.findByRole("link", { name: "Choose how this person is supervised" })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "C: two supervisors" }));
    await user.selectOptions(screen.getByRole("combobox", { name: "Who supervises the practice?" }), id(1));
    await user.selectOptions(screen.getByRole("combobox", { name: /Who supervises the role/ }), id(2));
    await accessible();
    await user.click(screen.getByRole("button", { name: "Settle it" }));
    expect(await screen.findByText(/It is settled how this person is supervised/)).toBeTruthy();
    expect(api.askedOf("supervision.arrange")[0]?.input).toMatchObject({
      model: "dual",
      practiceSupervisorId: id(1),
      leadSupervisorId: id(2),
      usualEveryDays: 42,
    });
  });

  test("CWDC-5.19b: a request is answered with a day or with why not", async () => {
    const api = aSignedInApi();
    api.answers("supervision.person", aPerson());
    api.answers("supervision.answer", { practitionerId: id(20) });
    const { user } = await drawAt(`${at}/requests/${id(700)}`);
    await user.click(screen.getByRole("radio", { name: "Not now" }));
    await user.type(screen.getByRole("textbox", { name: "Why not" }), "We meet on Thursday");
    await user.click(screen.getByRole("button", { name: "Send the answer" }));
    expect(await screen.findByText("Your answer has gone to them.")).toBeTruthy();
    expect(api.askedOf("supervision.answer")[0]?.input).toMatchObject({
      answer: "not-now",
      words: "We meet on Thursday",
    });
  });

  test("HIG-144: late by agency, with the supervisors' names where they may be read", async () => {
    aSignedInApi({ role: "service-manager" }).answers("supervision.late", {
      smallLeftOut: false,
      agencies: [{ agency: "Education", leads: 22, late: 3, supervisors: ["Helen Mold", "Cora Venn"] }],
    });
    await drawAt("/supervision-by-agency");
    expect(screen.getByRole("row", { name: /Education 22 3 Helen Mold and Cora Venn/ })).toBeTruthy();
  });
});
