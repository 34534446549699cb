import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, aPlan, childId, id, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Summary = Answers["plan"]["contribution"]["summary"];
const contributorId = id(700);
const aSummary = (of: Partial<Summary> = {}): Summary => ({
  contributorId,
  child: "Robin Ashdown",
  kind: { code: "childs-plan", label: "Child's Plan" },
  invitedBy: "Amina Yusuf",
  invitedAt: "2026-11-20T10:00:00.000Z",
  contact: {
    name: "Amina Yusuf",
    as: { code: "lead", label: "Lead professional" },
    agency: "Elm Lane School",
    phone: "01632 960017",
  },
  outcomes: ["Eats before school"],
  actions: [
    {
      actionId: id(701),
      what: "Breakfast club",
      who: "Dan Peel",
      dueOn: "2026-12-10",
      state: { code: "planned", label: "Planned" },
    },
  ],
  sent: [],
  ...of,
});
function aDoctorsApi() {
  const api = aSignedInApi({ role: "light", postTitle: "General practitioner" });
  api.answers("plan.ownActions", { actions: [] });
  api.answers("plan.whoDoesWhat.own", { lines: [] });
  api.answers("plan.contribution.mine", {
    plans: [{ contributorId, child: "Robin Ashdown", invitedBy: "Amina Yusuf", invitedAt: "2026-11-20T10:00:00.000Z" }],
  });
  api.answers("plan.contribution.summary", aSummary());
  return api;
}

describe("CWDC-3.10: a contributor by a limited link", () => {
  test("CWDC-3.10: reads the summary from her own page, sends an update, and is told that it is kept under her name", async () => {
    const api = aDoctorsApi();
    const { user, accessible } = await drawAt("/your-actions");
    await user.click(screen.getByRole("link", { name: /Read the summary and send an update: Robin/ }));
    expect(await screen.findByRole("heading", { level: 1, name: "Child's Plan: summary" })).toBeTruthy();
    expect(screen.getByText("Eats before school")).toBeTruthy();
    expect(screen.getByText("Dan Peel")).toBeTruthy();
    expect(screen.getByText("You have sent no update yet")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Send the update" }));
    expect(await screen.findByRole("link", { name: "Enter what whoever leads the plan should know" })).toBeTruthy();
    await accessible();
    const sent = [{ contributionId: id(702), words: "Asthma is under control", at: "2026-11-23T10:00:00.000Z" }];
    api.answers("plan.contribution.send", aSummary({ sent }));
    api.answers("plan.contribution.summary", aSummary({ sent }));
    await user.type(screen.getByRole("textbox"), "Asthma is under control");
    await user.click(screen.getByRole("button", { name: "Send the update" }));
    expect(await screen.findByText(/kept on the plan under your name/)).toBeTruthy();
    expect(api.askedOf("plan.contribution.send")[0]?.input).toMatchObject({
      contributorId,
      words: "Asthma is under control",
    });
    await accessible();
  });

  test("CWDC-3.10: a link that has ended opens no page", async () => {
    const api = aDoctorsApi();
    api.refuses("plan.contribution.summary", { code: "NOT_FOUND", refusal: { kind: "not-visible", what: "plan" } });
    await drawAt(`/contribute/${contributorId}`);
    expect(screen.queryByText("Robin Ashdown")).toBeNull();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/not found|cannot be found|no such page/i);
  });
});

describe("CWDC-3.10: whoever leads the plan", () => {
  test("CWDC-3.10: sees who sent what, the link to give, and asks somebody else on the plan", async () => {
    const api = aSignedInApi();
    api.answers("people.child", aChild());
    api.answers("plan.get", aPlan());
    const view: Answers["plan"]["contribution"]["ofPlan"] = {
      contributors: [
        {
          contributorId,
          childId,
          who: { practitionerId: id(710), name: "Dr Orla Finch" },
          invitedBy: "Amina Yusuf",
          invitedAt: "2026-11-20T10:00:00.000Z",
        },
      ],
      invitable: [
        { childId, planPractitionerId: id(711), who: { practitionerId: id(712), name: "Dr Ben Ash" } },
        { childId: id(719), planPractitionerId: id(713), who: { practitionerId: id(714), name: "Of the sister" } },
      ],
      updates: [
        {
          contributionId: id(715),
          childId,
          by: "Dr Orla Finch",
          at: "2026-11-23T10:00:00.000Z",
          words: "Asthma is under control",
        },
      ],
      may: { invite: { may: true } },
    };
    api.answers("plan.contribution.ofPlan", view);
    api.answers("plan.contribution.invite", view);
    const { user, accessible } = await drawAt(`/children/${childId}/plans/${planId}/contributions`);
    expect(screen.getByText("Asthma is under control")).toBeTruthy();
    expect(screen.getByText(new RegExp(`^http.*/contribute/${contributorId}$`))).toBeTruthy();
    expect(screen.queryByText("Of the sister")).toBeNull();
    await user.click(screen.getByRole("button", { name: /Let them read the summary/ }));
    expect(await screen.findByRole("link", { name: /Choose who may read the summary/ })).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("radio", { name: "Dr Ben Ash" }));
    await user.click(screen.getByRole("button", { name: /Let them read the summary/ }));
    expect(api.askedOf("plan.contribution.invite")[0]?.input).toMatchObject({ childId, planPractitionerId: id(711) });
  });

  test("CWDC-3.10: takes an invitation back with why; with none there is nothing to take back", async () => {
    const api = aSignedInApi();
    api.answers("people.child", aChild());
    api.answers("plan.get", aPlan());
    const empty = { contributors: [], invitable: [], updates: [], may: { invite: { may: true } } };
    const who = { practitionerId: id(710), name: "Dr Orla Finch" };
    const invited = { contributorId, childId, who, invitedBy: "Amina Yusuf", invitedAt: "2026-11-20T10:00:00.000Z" };
    api.answers("plan.contribution.ofPlan", { ...empty, contributors: [invited] });
    api.answers("plan.contribution.end", empty);
    const { user, accessible } = await drawAt(`/children/${childId}/plans/${planId}/contributions`);
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    expect(await screen.findByRole("link", { name: "Enter why they are not asked any more" })).toBeTruthy();
    await accessible();
    expect(api.askedOf("plan.contribution.end")).toEqual([]);
    await user.click(screen.getByRole("radio", { name: "Dr Orla Finch" }));
    await user.type(screen.getByLabelText("Why?"), "Another doctor sees him now");
    api.answers("plan.contribution.ofPlan", empty);
    await user.click(screen.getByRole("button", { name: "Take it back" }));
    expect(await screen.findByText("Nobody contributes by a limited link")).toBeTruthy();
    expect(api.askedOf("plan.contribution.end")[0]?.input).toMatchObject({
      contributorId,
      because: "Another doctor sees him now",
    });
    expect(screen.queryByRole("heading", { name: "Take an invitation back" })).toBeNull();
  });
});
