import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, aPlan, childId, colleague, id, may, mayNot, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Assessments = Answers["assessment"]["forChild"];
const common = { code: "common", label: "Common assessment" };
const own: Assessments["assessments"][number] = {
  ...{ assessmentId: id(970), version: 1, kind: common, about: "Home and school", agency: "Tern Lane School" },
  ...{ begunOn: "2026-11-03", by: "Morag Shaw", settle: may },
};
const theirs = {
  ...{ assessmentId: id(971), kind: { code: "specialist", label: "Specialist assessment" }, agency: "Health" },
  ...{ begunOn: "2026-11-04", isDone: true },
};

function anApi(of: Partial<Assessments> = {}) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("assessment.forChild", { assessments: [], elsewhere: [], begin: may, ...of });
  return api;
}
const page = `/children/${childId}/assessments`;

describe("BOL-8.5: the assessments there are", () => {
  test("the own service's whole, others' as far as one may know, with the way to what was shared", async () => {
    anApi({ assessments: [own], elsewhere: [theirs, { ...theirs, assessmentId: id(972), releaseId: id(973) }] });
    const { accessible } = await drawAt(page);
    expect(screen.getByRole("heading", { name: "Common assessment: Home and school Open" })).toBeTruthy();
    expect(screen.getByText("Ask Health to share it with you")).toBeTruthy();
    const link = screen.getByRole("link", { name: "Read what was shared: Health" });
    expect(link.getAttribute("href")).toContain(`/shared-with-you/${id(973)}`);
    await accessible();
  });

  test("with none it says so, and whoever may begin none has no way to it", async () => {
    anApi({ begin: mayNot("Your part in this child's care does not let you record an assessment of a child.") });
    await drawAt(page);
    expect(screen.getByText("Your service has made no assessment of this child")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Begin an assessment" })).toBeNull();
  });

  test("before another is begun the first is shown and the reason asked; nothing goes without its words", async () => {
    const api = anApi({ assessments: [own] });
    api.answers("assessment.begin", { assessmentId: id(974) });
    const { user, accessible } = await drawAt(`${page}/begin`);
    expect(screen.getByText("Common assessment of 3 November 2026: Home and school")).toBeTruthy();
    await user.click(screen.getByLabelText("Another reason"));
    await user.click(screen.getByLabelText("Specialist assessment"));
    await user.type(screen.getByLabelText("What does it look at?"), "Hearing");
    for (const [label, said] of [
      ["Day", "20"],
      ["Month", "11"],
      ["Year", "2026"],
    ] as const)
      await user.type(screen.getByLabelText(label), said);
    await user.click(screen.getByRole("button", { name: "Begin it" }));
    expect(api.askedOf("assessment.begin")).toEqual([]);
    expect(screen.getAllByText("Enter why another assessment is needed").length).toBeGreaterThan(0);
    await user.type(screen.getByLabelText(/^In your words/), "The court asks for it");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Begin it" }));
    await screen.findByRole("heading", { level: 1, name: "Assessments" });
    expect(api.askedOf("assessment.begin")[0]?.input).toMatchObject({
      ...{ childId, kind: "specialist", about: "Hearing", begunOn: "2026-11-20" },
      ...{ another: "other", anotherWords: "The court asks for it" },
    });
  });

  test("the first of all is asked no reason", async () => {
    anApi();
    await drawAt(`${page}/begin`);
    expect(screen.queryByText("Why is another assessment needed?")).toBeNull();
  });

  test("it is finished with its day and what was found", async () => {
    const api = anApi({ assessments: [own] });
    api.answers("assessment.finish", { assessmentId: own.assessmentId });
    const { user } = await drawAt(`${page}/${own.assessmentId}/finish`);
    await user.click(screen.getByRole("button", { name: "Finish it" }));
    expect(screen.getAllByText("Enter what was found, strengths beside needs").length).toBeGreaterThan(0);
    expect(api.askedOf("assessment.finish")).toEqual([]);
  });
});

test("BOL-8.5: an assessment begun by mistake is stopped, with why; the page says so, and no other asks for a reason beside it", async () => {
  const stopped = { on: "2026-11-23", because: { code: "by-mistake", label: "It was begun by mistake" } };
  const api = anApi({ assessments: [own] });
  api.answers("assessment.stop", { assessmentId: own.assessmentId });
  const { user, accessible } = await drawAt(`${page}/${own.assessmentId}/stop`);
  await accessible();
  for (const [label, said] of [
    ["Day", "23"],
    ["Month", "11"],
    ["Year", "2026"],
  ] as const)
    await user.type(screen.getByLabelText(label), said);
  await user.click(screen.getByLabelText("Another reason"));
  await user.click(screen.getByRole("button", { name: "Stop it" }));
  expect(screen.getAllByText("Enter why it was stopped").length).toBeGreaterThan(0);
  expect(api.askedOf("assessment.stop")).toEqual([]);
  await user.click(screen.getByLabelText("It was begun by mistake"));
  api.answers("assessment.forChild", {
    assessments: [{ ...own, stopped, settle: mayNot("This assessment was stopped.") }],
    elsewhere: [],
    begin: may,
  });
  await user.click(screen.getByRole("button", { name: "Stop it" }));
  await screen.findByRole("heading", { name: "Common assessment: Home and school Stopped" });
  expect(api.askedOf("assessment.stop")[0]?.input).toMatchObject({
    ...{ assessmentId: own.assessmentId, version: 1, stoppedBecause: "by-mistake", stoppedOn: "2026-11-23" },
  });
  expect(screen.queryByRole("link", { name: /^Finish it/ })).toBeNull();
});

test("BOL-8.5: beside one that was stopped, another is begun as the first", async () => {
  const stopped = { on: "2026-11-23", because: { code: "by-mistake", label: "It was begun by mistake" } };
  anApi({ assessments: [{ ...own, stopped, settle: mayNot("This assessment was stopped.") }] });
  await drawAt(`${page}/begin`);
  expect(screen.queryByText("Why is another assessment needed?")).toBeNull();
});

test("CWDC-1.1b: opening a case shows assessment, lead and consent with their dates, each one click away", async () => {
  const api = anApi();
  const assessment = { assessmentId: id(970), kind: common, on: "2026-11-03", agency: "Tern Lane School", isOwn: true };
  api.answers(
    "plan.get",
    aPlan({
      lead: {
        ...colleague(21, "Neil Bannerman"),
        leadId: id(975),
        basis: "by-agreement",
        since: "2026-11-17T09:00:00.000Z",
      },
      rests: [
        {
          ...{ childId, mayReadAssessments: true, mayReadConsent: true, assessments: [assessment] },
          ...{ consents: [{ by: "parent-or-carer", lastDay: "2027-05-03" }], saidNo: false },
        },
      ],
    }),
  );
  const { accessible } = await drawAt(`/children/${childId}/plans/${planId}`);
  const part = screen.getByRole("heading", { name: "The records of this case" }).closest("section") as HTMLElement;
  const to = (name: RegExp) => within(part).getByRole("link", { name }).getAttribute("href");
  expect(to(/^Common assessment of 3 November 2026/)).toContain(`/assessments#${id(970)}`);
  expect(to(/^Neil Bannerman, from 17 November 2026/)).toBe("#who-leads");
  expect(to(/valid to 3 May 2027$/)).toContain(`/children/${childId}/consent`);
  await accessible();
});

test("CWDC-1.1b: a reader to whom assessments and consent are closed sees the lead alone", async () => {
  const api = anApi();
  const rests = [
    { childId, mayReadAssessments: false, mayReadConsent: false, assessments: [], consents: [], saidNo: false },
  ];
  api.answers("plan.get", aPlan({ rests }));
  await drawAt(`/children/${childId}/plans/${planId}`);
  const part = screen.getByRole("heading", { name: "The records of this case" }).closest("section") as HTMLElement;
  expect(
    within(part)
      .getAllByRole("link")
      .map(({ textContent }) => textContent),
  ).toEqual(["Nobody yet"]);
});

test.each([
  [[], "The answer is no"],
  [[{ by: "parent-or-carer" as const }], /valid with no last day\. There is a no as well: read it before you share$/],
])("CWDC-1.1b: a no that stands is said where the case opens: %o", async (consents, says) => {
  const api = anApi();
  const rests = [{ childId, mayReadAssessments: false, mayReadConsent: true, assessments: [], consents, saidNo: true }];
  api.answers("plan.get", aPlan({ rests }));
  await drawAt(`/children/${childId}/plans/${planId}`);
  const part = screen.getByRole("heading", { name: "The records of this case" }).closest("section") as HTMLElement;
  expect(within(part).getByRole("link", { name: says })).toBeTruthy();
});
