import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, aPlan, childId, colleague, id, mayNot, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Plan } from "../../views.ts";

const page = `/children/${childId}/plans/${planId}`;
const integrated = { code: "integrated", label: "Help from several, as one response" };
const complex = { code: "complex", label: "Complex, with a specialist assessment" };
const assessment = {
  ...{ assessmentId: id(970), kind: { code: "specialist", label: "Specialist assessment" }, on: "2026-11-03" },
  ...{ agency: "Tern Lane School", isOwn: true },
};
const rests = {
  ...{ childId, mayReadAssessments: true, mayReadConsent: true, assessments: [assessment] },
  consents: [{ by: "parent-or-carer" as const, lastDay: "2027-05-03" }],
  saidNo: false,
};
const lead = {
  ...colleague(21, "Neil Bannerman"),
  ...{ leadId: id(975), basis: "by-agreement" as const, since: "2026-11-17T09:00:00.000Z" },
};

function anApi(of: Partial<Plan> = {}, isLed = true) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  const answers = { levelOfNeed: integrated };
  const level = { isAsked: true, changes: [] };
  api.answers("plan.get", aPlan({ answers, level, rests: [rests], ...(isLed ? { lead } : {}), ...of }));
  api.answers("plan.changeLevel", aPlan());
  return api;
}
const save = () => screen.getByRole("button", { name: "Change the level" });

describe("CWDC-1.8: a change of level asks for assessment, lead and consent in one step", () => {
  test("without what happens to the lead nothing is sent; with the three answers it is", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`${page}/level`);
    expect(screen.getByRole("heading", { level: 1, name: /Change the level of need/ })).toBeTruthy();
    expect(screen.queryByRole("radio", { name: integrated.label })).toBeNull();
    expect(screen.getAllByRole("radio").filter((one) => (one as HTMLInputElement).checked)).toEqual([]);
    await user.click(screen.getByRole("radio", { name: complex.label }));
    await user.click(screen.getByRole("radio", { name: "Specialist assessment of 3 November 2026, Tern Lane School" }));
    await user.click(screen.getByRole("radio", { name: "Yes: it covers what is shared at the new level" }));
    await user.click(save());
    expect(api.askedOf("plan.changeLevel")).toEqual([]);
    expect(screen.getAllByText("Choose what happens to the lead").length).toBeGreaterThan(0);
    await user.click(screen.getByRole("radio", { name: "Whoever leads carries on" }));
    await accessible();
    await user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Child's Plan" });
    const [sent] = api.askedOf("plan.changeLevel");
    expect(sent?.input).toMatchObject({
      ...{ planId, version: 4, to: "complex", assessmentId: id(970), lead: "carries-on", consent: "still-valid" },
    });
    expect(sent?.input).not.toHaveProperty("noAssessmentBecause");
  });

  test("none was used, and somebody else is to lead: each asks for its words", async () => {
    const api = anApi();
    const { user } = await drawAt(`${page}/level`);
    await user.click(screen.getByRole("radio", { name: complex.label }));
    await user.click(screen.getByRole("radio", { name: "None was used" }));
    await user.click(screen.getByRole("radio", { name: "Somebody else is to lead: a handover follows" }));
    await user.click(screen.getByRole("radio", { name: "No: it has to be asked again" }));
    await user.click(save());
    expect(api.askedOf("plan.changeLevel")).toEqual([]);
    for (const words of ["Enter why no assessment was used", "Enter who, from when and why"])
      expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    await user.type(screen.getByLabelText("Why was none used?"), "The hospital rang");
    await user.type(screen.getByLabelText("Who, from when and why?"), "A social worker, from Friday");
    await user.click(save());
    await screen.findByRole("heading", { level: 1, name: "Child's Plan" });
    expect(api.askedOf("plan.changeLevel")[0]?.input).toMatchObject({
      ...{ noAssessmentBecause: "The hospital rang", lead: "handed-over" },
      ...{ leadWords: "A social worker, from Friday", consent: "asked-again" },
    });
  });

  test("where nobody leads and no consent is in force, nobody carries on and consent cannot be said to hold", async () => {
    anApi({ rests: [{ ...rests, assessments: [], consents: [] }] }, false);
    await drawAt(`${page}/level`);
    expect(screen.queryByRole("radio", { name: "Whoever leads carries on" })).toBeNull();
    expect(screen.getByRole("radio", { name: "Nobody leads yet: somebody is to be chosen" })).toBeTruthy();
    expect(screen.getByText("No consent is in force for every child on the plan.")).toBeTruthy();
    expect(screen.getByRole("radio", { name: "None was used" })).toBeTruthy();
  });

  test("beside a no that stands consent cannot be said to hold, whatever yes there is", async () => {
    anApi({ rests: [{ ...rests, saidNo: true }] });
    await drawAt(`${page}/level`);
    expect(screen.getByText("A no to sharing stands for a child on the plan.")).toBeTruthy();
  });
});

describe("CWDC-1.8: the plan shows its level and how it was changed", () => {
  const change = {
    ...{ changeId: id(980), from: integrated, to: complex, at: "2026-11-23T10:00:00.000Z", by: "Dan Peel" },
    assessment: { is: "not-told" as const },
    lead: { code: "handed-over", label: "Somebody else is to lead", words: "A social worker, from Friday" },
    consent: { is: "said" as const, code: "asked-again", label: "No: it has to be asked again" },
  };

  test("from what to what, who, when and the three answers; and the way to change it", async () => {
    anApi({ answers: { levelOfNeed: complex }, level: { isAsked: true, changes: [change] } });
    const { user, accessible } = await drawAt(page);
    const part = screen
      .getByRole("heading", { name: "What people decided about it" })
      .closest("section") as HTMLElement;
    expect(within(part).getByRole("link", { name: "Change level of need" }).getAttribute("href")).toContain(
      `${page}/level`,
    );
    await user.click(within(part).getByText("How the level of need was changed (1)"));
    for (const words of [
      "From “Help from several, as one response” to “Complex, with a specialist assessment”",
      "It was said, and is in the file of another service.",
      "Somebody else is to lead. A social worker, from Friday",
      "No: it has to be asked again",
    ])
      expect(within(part).getByText(words)).toBeTruthy();
    await accessible();
  });

  test("whoever may not see what was answered about sharing reads that something was said of it", async () => {
    anApi({
      answers: { levelOfNeed: complex },
      level: { isAsked: true, changes: [{ ...change, consent: { is: "not-told" } }] },
    });
    const { user } = await drawAt(page);
    await user.click(screen.getByText("How the level of need was changed (1)"));
    expect(screen.getByText("It was said, and is read by those who see what may be shared.")).toBeTruthy();
  });

  test("whoever may not change the plan has no way to it", async () => {
    const { may } = aPlan();
    anApi({ may: { ...may, change: mayNot("Your part in this child's care does not let you change the plan.") } });
    await drawAt(page);
    expect(screen.queryByRole("link", { name: "Change level of need" })).toBeNull();
  });

  test("among the plan's other answers a recorded level is not asked; where it is the first it is", async () => {
    anApi();
    await drawAt(`${page}/answers`);
    expect(screen.queryByRole("radio", { name: complex.label })).toBeNull();
    expect(screen.getByRole("link", { name: "change the level of need" }).getAttribute("href")).toContain(
      `${page}/level`,
    );
  });

  test("a plan without a level is asked for its first among the other answers", async () => {
    anApi({ answers: {} });
    await drawAt(`${page}/answers`);
    expect(screen.getByRole("radio", { name: complex.label })).toBeTruthy();
  });
});
