import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type StandIn = Answers["leadProfessional"]["standIn"]["get"];
const page = `/children/${childId}/plans/${planId}/stand-in`;
const [nurse, teacher, manager] = [id(41), id(42), id(43)] as const;

const standIn = (more: Partial<StandIn> = {}): StandIn => ({
  planId,
  childId,
  childName: "Isla Fraser",
  planTitle: "Child's Plan",
  lead: { practitionerId: id(40), name: "Dan Peel" },
  before: [],
  people: [
    {
      practitionerId: teacher,
      name: "Morag Shaw",
      title: "Class teacher",
      agency: "Tern Lane School",
      openActions: 0,
      managesLead: false,
    },
    {
      practitionerId: nurse,
      name: "Amina Yusuf",
      title: "School nurse",
      agency: "Community nursing",
      openActions: 2,
      managesLead: false,
    },
    { practitionerId: manager, name: "Gary Holt", openActions: 0, managesLead: true },
  ],
  agree: { may: true },
  begin: { may: true },
  end: { may: false, why: "Nobody stands in." },
  ...more,
});
const deputy = { practitionerId: nurse, name: "Amina Yusuf", deputyId: id(50), agreedOn: "2026-12-02" };
const now = {
  practitionerId: nurse,
  name: "Amina Yusuf",
  actingLeadId: id(51),
  as: { code: "deputy", label: "Deputy" },
  reason: { code: "leave", label: "Planned leave" },
  since: "2026-12-14T09:00:00.000Z",
  expectedBackOn: "2027-01-08",
};

const anApi = (more?: Partial<StandIn>) => {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("leadProfessional.standIn.get", standIn(more));
  for (const one of ["agreeDeputy", "endDeputy", "begin", "end"] as const)
    api.answers(`leadProfessional.standIn.${one}`, { planId });
  return api;
};
const fillDay = async (
  user: Awaited<ReturnType<typeof drawAt>>["user"],
  [day, month, year]: readonly [string, string, string],
) => {
  for (const [name, value] of [
    ["Day", day],
    ["Month", month],
    ["Year", year],
  ] as const)
    await user.type(screen.getByRole("textbox", { name }), value);
};

describe("BOL-6, BOL-10: when the lead is away", () => {
  test("nobody is deputy and nobody stands in: it says so, with the way to both", async () => {
    anApi();
    const { accessible } = await drawAt(page);
    expect(screen.getByText("No deputy is agreed")).toBeTruthy();
    expect(screen.getByText("Nobody stands in")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Record a deputy" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Put somebody in for the lead" })).toBeTruthy();
    await accessible();
  });

  test("BOL-6.3: who stands in, why, since when, and that the lead is paused", async () => {
    anApi({ deputy, now, begin: { may: false, why: "Amina Yusuf stands in already." }, end: { may: true } });
    const { accessible } = await drawAt(page);
    expect(screen.getByText("Amina Yusuf stands in now. The lead is paused, not ended.")).toBeTruthy();
    expect(screen.getByText("8 January 2027")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Put somebody in for the lead" })).toBeNull();
    expect(screen.getByRole("link", { name: "Hand the role back to the lead" })).toBeTruthy();
    await accessible();
  });

  test("BOL-6.4: a deputy is chosen from those on the plan, each with what they do on it, and nobody is ticked", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`${page}/deputy`);
    const people = within(screen.getByRole("group", { name: "Whom did the team agree on?" }));
    expect(people.getAllByRole("radio").every((one) => !(one as HTMLInputElement).checked)).toBe(true);
    expect(screen.getByText("School nurse, Community nursing; 2 open actions on the plan")).toBeTruthy();
    expect(screen.getByText("no open action on the plan; manages the lead")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Record the deputy" }));
    expect(await screen.findByRole("link", { name: "Choose a person" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Enter the day it was agreed" })).toBeTruthy();
    await user.click(people.getByRole("radio", { name: "Amina Yusuf" }));
    await fillDay(user, ["2", "12", "2026"]);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record the deputy" }));
    await screen.findByRole("heading", { level: 1, name: /is away/ });
    expect(api.askedOf("leadProfessional.standIn.agreeDeputy")[0]?.input).toMatchObject({
      planId,
      practitionerId: nurse,
      agreedOn: "2026-12-02",
    });
  });

  test("the deputy stands first among those who could be put in, and a reason is asked for", async () => {
    const api = anApi({ deputy });
    const { user, accessible } = await drawAt(`${page}/begin`);
    const people = within(screen.getByRole("group", { name: "Who stands in?" }));
    expect(people.getAllByRole("radio")[0]).toBe(people.getByRole("radio", { name: "Amina Yusuf" }));
    await user.click(people.getByRole("radio", { name: "Amina Yusuf" }));
    await user.click(screen.getByRole("button", { name: "Put them in now" }));
    expect(await screen.findByRole("link", { name: "Choose why somebody stands in" })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Planned leave" }));
    await accessible();
    await user.click(screen.getByRole("button", { name: "Put them in now" }));
    await screen.findByRole("heading", { level: 1, name: /is away/ });
    expect(api.askedOf("leadProfessional.standIn.begin")[0]?.input).toMatchObject({
      practitionerId: nurse,
      reason: "leave",
    });
  });

  test("BOL-10.5: the role is handed back with a note of what happened meanwhile", async () => {
    const api = anApi({ now, end: { may: true } });
    const { user, accessible } = await drawAt(`${page}/back`);
    await user.click(screen.getByRole("button", { name: "Hand it back now" }));
    expect(
      await screen.findByRole("link", { name: "Enter what happened meanwhile, for whoever goes on" }),
    ).toBeTruthy();
    await user.type(screen.getByLabelText("What happened meanwhile?"), "Two visits were made.");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Hand it back now" }));
    await screen.findByRole("heading", { level: 1, name: /is away/ });
    expect(api.askedOf("leadProfessional.standIn.end")[0]?.input).toMatchObject({
      actingLeadId: id(51),
      handover: "Two visits were made.",
    });
  });

  test("who may not is told why, and the form is not to be sent", async () => {
    anApi({ begin: { may: false, why: "Nobody leads this plan. Agree a lead professional first." } });
    await drawAt(`${page}/begin`);
    expect(screen.getByText("Nobody leads this plan. Agree a lead professional first.")).toBeTruthy();
  });
});
