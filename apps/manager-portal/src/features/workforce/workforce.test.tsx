import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, aDecision, aPersonsWork, aRestrictedChild, colleague, id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Leaving, RegisterRow, Standing, StandingException } from "../../views.ts";

const yes = { answer: "permits", answerInWords: "Yes", tone: "good" as const, because: [] };
const aRegisterRow = (number: number, name: string, row: Partial<RegisterRow> = {}): RegisterRow => ({
  ...colleague(number, name),
  leads: 1,
  check: "Judged suitable on 1 May 2025, issued on 20 April 2025.",
  engagement: "Permanent.",
  pool: "In the pool.",
  training: yes,
  suitability: yes,
  missing: [],
  ...row,
});

const anException: StandingException = {
  exceptionId: id(850),
  planId: id(400),
  child: aChild(300, "Jo Steele"),
  reason: "4 of 7 posts are empty.",
  planToReplace: "Two posts are advertised.",
  from: "2026-12-01",
  lastDay: "2027-02-22",
  state: "to-come",
  approvedBy: person(5, "Kate Mold"),
};

const aStanding = (standing: Partial<Standing> = {}): Standing => ({
  ...colleague(10, "Lena Holm", "Bank nurse"),
  facts: [
    {
      kind: "enhanced-check",
      label: "Enhanced check",
      standingId: id(860),
      fact: { state: "applied-for" },
      inWords: "No enhanced clearance yet: applied for.",
      recordedBy: person(1, "Helen Mold"),
      recordedAt: "2026-11-20T09:00:00.000Z",
    },
    { kind: "mentor", label: "Mentor", inWords: "Not recorded." },
    { kind: "engagement", label: "Engagement", inWords: "Not recorded." },
    { kind: "pool", label: "Pool of people who may lead", inWords: "Not recorded." },
  ],
  history: [
    {
      standingId: id(861),
      kind: "enhanced-check",
      label: "Enhanced check",
      inWords: "No enhanced clearance: there is no check.",
      recordedAt: "2026-10-01T09:00:00.000Z",
      supersededAt: "2026-11-20T09:00:00.000Z",
    },
  ],
  hasMoreHistory: null,
  training: aDecision({
    question: "lead-professional.training",
    title: "May this practitioner be offered training for the role?",
  }),
  suitability: aDecision({
    question: "lead-professional.suitability",
    title: "May this practitioner lead?",
    tone: "stop",
    answerInWords: "No",
  }),
  exceptions: [],
  may: { record: { may: true }, approveException: { may: false, why: "Your post cannot approve an exception." } },
  ...standing,
});

const at = `/register/${id(10)}`;

describe("the register", () => {
  test("shows each person's answers with their clauses, alphabetical and unranked", async () => {
    const api = aSignedInApi();
    api.answers("workforce.register", {
      practitioners: [
        aRegisterRow(10, "Amina Yusuf"),
        aRegisterRow(11, "Lena Holm", {
          engagement: "Bank staff.",
          suitability: {
            answer: "prevents",
            answerInWords: "No",
            tone: "stop",
            because: [{ because: "Bank staff do not lead unless an exception is approved.", clause: "CP3.1 8.4.3" }],
          },
          training: { ...yes, answerInWords: "No", tone: "stop", from: "2027-01-05" },
        }),
      ],
      nextCursor: null,
      teams: [],
    });
    const { accessible } = await drawAt("/register");
    const [, first, second] = screen.getAllByRole("row");
    expect(first?.textContent).toContain("Amina Yusuf");
    expect(second?.textContent).toContain("CP3.1 8.4.3");
    expect(second?.textContent).toContain("From 5 January 2027");
    await accessible();
  });

  test("is narrowed by the server, and the address keeps it", async () => {
    const api = aSignedInApi();
    api.answers("workforce.register", ({ show }) => ({
      practitioners: show === "without-clearance" ? [] : [aRegisterRow(10, "Amina Yusuf")],
      nextCursor: null,
      teams: [
        { teamId: id(700), name: "East" },
        { teamId: id(701), name: "West" },
      ],
    }));
    const { user, path } = await drawAt("/register");
    await user.selectOptions(screen.getByRole("combobox", { name: "Only" }), "Without an enhanced clearance");
    await user.selectOptions(screen.getByRole("combobox", { name: "Team" }), "West");
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(await screen.findByText("Nobody matches")).toBeTruthy();
    expect(path()).toContain("show=without-clearance");
    expect(api.askedOf("workforce.register").at(-1)?.input).toEqual({ show: "without-clearance", teamId: id(701) });
  });

  test("nobody in a team of this manager's is said", async () => {
    const api = aSignedInApi();
    api.answers("workforce.register", { practitioners: [], nextCursor: null, teams: [] });
    await drawAt("/register");
    expect(screen.getByText("Nobody is in a team of yours")).toBeTruthy();
  });
});

describe("one person's standing", () => {
  test("WIG-8.4: both gates stand as decisions, and what is on record with who recorded it and what was before", async () => {
    const api = aSignedInApi();
    api.answers("workforce.standing", aStanding());
    const { accessible } = await drawAt(at);
    expect(screen.getByRole("region", { name: "May this practitioner lead?" })).toBeTruthy();
    expect(
      screen.getByRole("region", { name: "May this practitioner be offered training for the role?" }),
    ).toBeTruthy();
    expect(screen.getByText(/Recorded by Helen Mold, 20 November 2026/)).toBeTruthy();
    expect(screen.getByText("No enhanced clearance: there is no check.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Record mentor" })).toBeTruthy();
    await accessible();
  });

  test("who reads their own and manages nobody is not led to the page of a workload, which managers open", async () => {
    aSignedInApi({ role: "health-visitor" }).answers("workforce.standing", aStanding());
    await drawAt(at);
    expect(screen.getByRole("heading", { level: 1, name: "Lena Holm" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: /workload/ })).toBeNull();
  });

  test("a manager is led from it to the workload", async () => {
    aSignedInApi().answers("workforce.standing", aStanding());
    await drawAt(at);
    expect(screen.getByRole("link", { name: "Lena Holm's workload" })).toBeTruthy();
  });

  test("WIG-8.4.3b: whoever is no service manager sees the exception's button, shut, with why", async () => {
    const api = aSignedInApi();
    api.answers("workforce.standing", aStanding({ exceptions: [{ ...anException, child: aRestrictedChild }] }));
    const { accessible } = await drawAt(at);
    expect(screen.getByRole("button", { name: "Approve an exception" }).getAttribute("aria-disabled")).toBe("true");
    expect(screen.getByText("Your post cannot approve an exception.")).toBeTruthy();
    expect(screen.getByText("A child whose record is restricted")).toBeTruthy();
    await accessible();
  });

  test.each([
    ["holds", true],
    ["to-come", true],
    ["lapsed", false],
    ["ended", false],
  ] as const)(
    "WIG-8.4.3b: beside an exception that is %s, that the answer is not about its plan is said: %s",
    async (state, isSaid) => {
      const api = aSignedInApi();
      api.answers("workforce.standing", aStanding({ exceptions: [{ ...anException, state }] }));
      await drawAt(at);
      expect(screen.queryByText(/it changes the answer there, and not here\./) !== null).toBe(isSaid);
    },
  );

  test("WIG-8.4.3b: a service manager approves an exception for one plan and one time, with why and how it ends", async () => {
    const api = aSignedInApi({ role: "service-manager", postTitle: "Service manager" });
    api.answers("workforce.standing", aStanding({ may: { record: { may: true }, approveException: { may: true } } }));
    api.answers("workload.person", aPersonsWork());
    api.answers("workforce.approveException", anException);
    const { user, path, accessible } = await drawAt(`${at}/exception`);
    await accessible();
    expect((screen.getByRole("radio") as HTMLInputElement).checked).toBe(false);
    await user.click(screen.getByRole("button", { name: "Approve the exception" }));
    const summary = await screen.findByRole("alert");
    expect(within(summary).getByText("Enter the exceptional circumstances")).toBeTruthy();
    expect(within(summary).getByText("Choose a plan")).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Leo Barlow" }));
    await user.type(screen.getByRole("textbox", { name: "The exceptional circumstances" }), anException.reason);
    await user.type(
      screen.getByRole("textbox", { name: "How a permanent lead will be found" }),
      anException.planToReplace,
    );
    const [first, last] = ["Day", "Month", "Year"]
      .map((name) => screen.getAllByRole("textbox", { name }))
      .reduce<[HTMLElement[], HTMLElement[]]>(
        ([a, b], [one, other]) => [
          [...a, one as HTMLElement],
          [...b, other as HTMLElement],
        ],
        [[], []],
      );
    for (const [box, text] of [
      ["1", "12", "2026"],
      ["22", "2", "2027"],
    ].flatMap((date, place) =>
      date.map((text, part): [HTMLElement | undefined, string] => [(place === 0 ? first : last)?.[part], text]),
    ))
      if (box) await user.type(box, text);
    await user.click(screen.getByRole("button", { name: "Approve the exception" }));
    await screen.findByText("The exception is approved.");
    expect(path()).toBe(`${at}?done=exception`);
    expect(api.askedOf("workforce.approveException").map(({ input }) => input)).toMatchObject([
      { practitionerId: id(10), planId: id(400), from: "2026-12-01", lastDay: "2027-02-22" },
    ]);
  });

  test("an exception waits until the person is on a plan", async () => {
    const api = aSignedInApi({ role: "service-manager" });
    api.answers("workforce.standing", aStanding({ may: { record: { may: true }, approveException: { may: true } } }));
    api.answers("workload.person", aPersonsWork({ cases: [] }));
    await drawAt(`${at}/exception`);
    expect(screen.getByText("Lena Holm works on no plan yet")).toBeTruthy();
  });

  test("an exception is ended with why", async () => {
    const api = aSignedInApi({ role: "service-manager" });
    api.answers(
      "workforce.standing",
      aStanding({ exceptions: [anException], may: { record: { may: true }, approveException: { may: true } } }),
    );
    api.answers("workforce.endException", { ...anException, state: "ended" });
    const { user } = await drawAt(at);
    await user.click(screen.getByRole("link", { name: "End the exception for Jo Steele" }));
    await user.type(await screen.findByRole("textbox", { name: "Why does it end?" }), "The post is filled.");
    await user.click(screen.getByRole("button", { name: "End the exception" }));
    await screen.findByText("The exception has ended.");
    expect(api.askedOf("workforce.endException").map(({ input }) => input)).toMatchObject([
      { exceptionId: id(850), reason: "The post is filled." },
    ]);
  });
});

describe("recording a fact of somebody's standing", () => {
  test("WIG-8.3: a check is recorded with its days on top of what it replaces; what the certificate says is not asked", async () => {
    const api = aSignedInApi();
    api.answers("workforce.standing", aStanding());
    api.answers("workforce.recordStanding", aStanding());
    const { user, accessible } = await drawAt(`${at}/record/enhanced-check`);
    expect(screen.getByText("On record now: No enhanced clearance yet: applied for.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Record this" }));
    expect(within(await screen.findByRole("alert")).getByText(/How does the check stand\?/)).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Complete, and judged suitable" }));
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record this" }));
    expect((await screen.findAllByText("Enter the day it was judged suitable")).length).toBeGreaterThan(0);
    for (const [place, day] of [["1"], ["20"]].entries()) {
      const boxes = (name: string) => screen.getAllByRole("textbox", { name })[place] as HTMLElement;
      await user.type(boxes("Day"), day[0] ?? "");
      await user.type(boxes("Month"), place === 0 ? "12" : "11");
      await user.type(boxes("Year"), "2026");
    }
    await user.dblClick(screen.getByRole("button", { name: "Record this" }));
    await screen.findByText("It is on record now.");
    expect(api.askedOf("workforce.recordStanding").map(({ input }) => input)).toMatchObject([
      {
        practitionerId: id(10),
        supersedes: id(860),
        standing: { kind: "enhanced-check", fact: { state: "cleared", on: "2026-12-01", issuedOn: "2026-11-20" } },
      },
    ]);
  });

  test("WIG-9.4.1: the pool takes yes or not now, with why, and bars nobody", async () => {
    const api = aSignedInApi();
    api.answers("workforce.standing", aStanding());
    api.answers("workforce.recordStanding", aStanding());
    const { user } = await drawAt(`${at}/record/pool`);
    await user.click(screen.getByRole("radio", { name: "Not now" }));
    await user.type(screen.getByRole("textbox", { name: "Why?" }), "She starts her degree in January.");
    await user.click(screen.getByRole("button", { name: "Record this" }));
    await screen.findByText("It is on record now.");
    expect(api.askedOf("workforce.recordStanding").map(({ input }) => input)).toMatchObject([
      { standing: { kind: "pool", fact: { isIn: false, reason: "She starts her degree in January." } } },
    ]);
  });

  test("WIG-8.4.2b: a new mentor ends the stretch under the one before, and both stay on record", async () => {
    const api = aSignedInApi();
    api.answers(
      "workforce.standing",
      aStanding({
        facts: [
          {
            kind: "mentor",
            label: "Mentor",
            standingId: id(870),
            inWords: "Omar Reid, from 1 February 2026.",
            fact: { state: "named", periods: [{ mentorId: id(31), from: "2026-02-01" }] },
          },
        ],
      }),
    );
    api.answers("workforce.recordStanding", aStanding());
    api.answers("plan.colleagues", {
      people: [{ ...colleague(32, "Amina Yusuf"), kind: "health-visitor" }],
      nextCursor: null,
    });
    const { user } = await drawAt(`${at}/record/mentor`);
    await user.click(screen.getByRole("radio", { name: "Another mentor" }));
    await user.type(screen.getByRole("searchbox", { name: "Mentor" }), "amina");
    await user.click(screen.getByRole("button", { name: "Find" }));
    await user.click(await screen.findByRole("button", { name: /Amina Yusuf/ }));
    await user.type(screen.getByRole("textbox", { name: "Day" }), "1");
    await user.type(screen.getByRole("textbox", { name: "Month" }), "12");
    await user.type(screen.getByRole("textbox", { name: "Year" }), "2026");
    await user.click(screen.getByRole("button", { name: "Record this" }));
    await screen.findByText("It is on record now.");
    expect(api.askedOf("workforce.recordStanding").map(({ input }) => input)).toMatchObject([
      {
        supersedes: id(870),
        standing: {
          kind: "mentor",
          fact: {
            state: "named",
            periods: [
              { mentorId: id(31), from: "2026-02-01", until: "2026-12-01" },
              { mentorId: id(32), from: "2026-12-01" },
            ],
          },
        },
      },
    ]);
  });

  test("a refusal keeps what was written", async () => {
    const api = aSignedInApi();
    api.answers("workforce.standing", aStanding());
    api.refuses("workforce.recordStanding", { code: "CONFLICT", refusal: { kind: "changed-since", what: "standing" } });
    const { user } = await drawAt(`${at}/record/pool`);
    await user.click(screen.getByRole("radio", { name: "Not now" }));
    await user.type(screen.getByRole("textbox", { name: "Why?" }), "She starts her degree in January.");
    await user.click(screen.getByRole("button", { name: "Record this" }));
    expect(await screen.findByText("Somebody changed this while you had it open")).toBeTruthy();
    expect(screen.getByDisplayValue("She starts her degree in January.")).toBeTruthy();
  });
});

describe("ending a post", () => {
  const leaving: Leaving = {
    ...person(10, "Lena Holm"),
    posts: [{ postId: id(870), title: "Bank nurse", agencyName: "Atherton Health", version: 3, from: "2026-01-05" }],
    holds: { namedPersonFor: 2, leads: 1, proposals: 0, duties: 1, manages: 0 },
    namedPersonFor: [aChild(300, "Jo Steele"), aRestrictedChild],
    leads: [{ planId: id(400), child: aRestrictedChild }],
  };

  test("what it leaves open stands beside the form; the last day and the reason are asked, and it is sent once", async () => {
    const api = aSignedInApi();
    api.answers("workforce.leaving", leaving);
    api.answers("workforce.endPost", { ...leaving, posts: [] });
    const { user, accessible } = await drawAt(`${at}/post`);
    expect(screen.getByRole("table", { name: "Children this leaves without somebody" })).toBeTruthy();
    expect(screen.getByText("Jo Steele")).toBeTruthy();
    expect(screen.getByText("2 children")).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("button", { name: "End the post" }));
    const alert = within(await screen.findByRole("alert"));
    expect(alert.getByText(/Enter the last day in the post/)).toBeTruthy();
    expect(alert.getByText(/Enter why the post ends/)).toBeTruthy();
    for (const [name, text] of [
      ["Day", "18"],
      ["Month", "12"],
      ["Year", "2026"],
    ] as const)
      await user.type(screen.getByRole("textbox", { name }), text);
    await user.type(screen.getByRole("textbox", { name: "Why does it end?" }), "Moves away.");
    await user.click(screen.getByRole("button", { name: "End the post" }));
    await screen.findByText("The last day of the post is on record.");
    expect(api.askedOf("workforce.endPost").map(({ input }) => input)).toMatchObject([
      { postId: id(870), version: 3, lastDay: "2026-12-18", reason: "Moves away." },
    ]);
  });

  test("once each post has its last day, nobody is asked for it again: to change it, a part is opened", async () => {
    const api = aSignedInApi();
    const posts = leaving.posts.map((post) => ({ ...post, lastDay: "2026-12-18" }));
    api.answers("workforce.leaving", { ...leaving, posts });
    const { user, accessible } = await drawAt(`${at}/post?done=true`);
    expect(screen.getAllByText("Bank nurse, Atherton Health, ends with 18 December 2026")[0]).toBeTruthy();
    const part = screen.getByText("Change the last day").closest("details");
    expect(part?.open).toBe(false);
    await user.click(screen.getByText("Change the last day"));
    expect(part?.open).toBe(true);
    screen.getByRole("button", { name: "End the post" });
    await accessible();
  });

  test("who has no post any more shows what is still open, and no form", async () => {
    const api = aSignedInApi();
    api.answers("workforce.leaving", { ...leaving, posts: [] });
    await drawAt(`${at}/post`);
    expect(screen.getByText("Lena Holm has no post any more")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "End the post" })).toBeNull();
  });
});
