import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, aPlan, childId, id, planId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type OfPlan = Answers["dispute"]["items"]["ofPlan"];

const ofPlan = (more: Partial<OfPlan> = {}): OfPlan => ({
  hasGroup: true,
  childName: "Isla Fraser",
  planTitle: "Child's Plan",
  coordinator: { practitionerId: id(71), name: "M. Grant" },
  items: [],
  actions: [{ actionId: id(72), what: "Speech sessions" }],
  ask: { may: true },
  ...more,
});
const ask = `/children/${childId}/plans/${planId}/group/ask`;
const anApi = (more?: Partial<OfPlan>) => {
  const api = aSignedInApi({ hasManagersGroup: true });
  api.answers("people.child", aChild());
  api.answers("dispute.items.ofPlan", ofPlan(more));
  api.answers("dispute.items.ask", { groupItemId: id(73) });
  return api;
};

describe("HIG-172, HIG-175, HIG-180: an item is asked for", () => {
  test("the form says whom it reaches, asks for the reason, and sends nothing before it is there", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(ask);
    expect(screen.getByText(/It goes to M. Grant, Integrated Services Co-ordinator/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Ask for it" }));
    expect(await screen.findByRole("link", { name: "Choose why it comes before the group" })).toBeTruthy();
    expect(api.askedOf("dispute.items.ask")).toEqual([]);
    await accessible();
  });

  test("a disagreement says what it is about and, for each way, whether it was tried, when and with what result", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(ask);
    await user.click(screen.getByRole("radio", { name: "Service Managers' Group" }));
    await user.click(screen.getByRole("radio", { name: "A disagreement that was not settled" }));
    await user.type(screen.getByRole("textbox", { name: "What is the group asked to decide?" }), "Which school");
    await user.click(screen.getByRole("radio", { name: "A young offender" }));
    await user.click(screen.getByRole("radio", { name: "A disagreement that was not settled" }));
    const young = screen.getByRole("group", { name: "Is it about a young offender?" });
    await user.click(within(young).getByRole("radio", { name: "No" }));
    await user.selectOptions(
      screen.getByRole("combobox", { name: "What is the disagreement about?" }),
      "family-disagrees",
    );
    for (const group of screen.getAllByRole("group", { name: /^Was it tried\? (?!Mediation)/ }))
      await user.click(within(group).getByRole("radio", { name: "No" }));
    const mediation = screen.getByRole("group", { name: "Was it tried? Mediation" });
    await user.click(within(mediation).getByRole("radio", { name: "Yes" }));
    await user.click(screen.getByRole("button", { name: "Ask for it" }));
    expect(await screen.findByRole("link", { name: "Enter what came of it" })).toBeTruthy();
    for (const [name, value] of [
      ["Day", "16"],
      ["Month", "11"],
      ["Year", "2026"],
    ] as const)
      await user.type(screen.getByRole("textbox", { name }), value);
    await user.type(screen.getByRole("textbox", { name: "What came of it?" }), "Not settled");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Ask for it" }));
    await expect.poll(() => api.askedOf("dispute.items.ask").length).toBe(1);
    expect(api.askedOf("dispute.items.ask")[0]?.input).toMatchObject({
      body: "service-managers-group",
      reason: "disagreement",
      disagreement: "family-disagrees",
      youngOffender: "none",
      tried: expect.arrayContaining([{ way: "mediation", was: "yes", on: "2026-11-16", result: "Not settled" }]),
    });
  });

  test("where nobody is the co-ordinator it says that the request waits", async () => {
    const { coordinator: _, ...nobody } = ofPlan();
    const api = anApi();
    api.answers("dispute.items.ofPlan", nobody);
    await drawAt(ask);
    expect(screen.getByText(/no Integrated Services Co-ordinator now/)).toBeTruthy();
  });
});

describe("HIG-181: what the group decided, at the plan", () => {
  const item: OfPlan["items"][number] = {
    groupItemId: id(73),
    version: 5,
    planId,
    state: { code: "decided", label: "Decided" },
    body: { code: "service-managers-group", label: "Service Managers' Group" },
    action: { actionId: id(72), what: "Speech sessions" },
    meeting: { meetingId: id(74), heldOn: "2026-12-02", isPublished: true },
    decided: {
      on: "2026-12-02",
      decision: "The post is filled by 11 January.",
      owner: { code: "health", label: "Health" },
      dueOn: "2027-01-11",
      present: [
        {
          service: { code: "health", label: "Health" },
          by: { code: "member", label: "Whoever holds the seat" },
          name: "Hal Reid",
        },
      ],
      recordedBy: { practitionerId: id(75), name: "M. Grant" },
    },
    withdraw: { may: false, why: "This item is over." },
  };
  const action = {
    actionId: id(72),
    version: 1,
    childId,
    what: "Speech sessions",
    agency: { agencyId: id(76), name: "Community nursing" },
    state: { code: "running", label: "Running" },
    isLate: false,
    isMine: false,
    ownerHasLeft: false,
    progress: [],
  };
  const anApiOfPlan = (items: OfPlan["items"]) => {
    const api = anApi({ items });
    api.answers("plan.get", aPlan({ actions: [action] }));
    return api;
  };

  test("stands beside its action and among what the group was asked, with owner and date", async () => {
    anApiOfPlan([item]);
    const { accessible } = await drawAt(`/children/${childId}/plans/${planId}`);
    const actions = screen.getByRole("table", { name: "Actions" });
    expect(within(actions).getByText(/Service Managers' Group,/).textContent).toMatch(
      /2 December 2026: The post is filled by 11 January. Who sees to it: Health, by 11 January 2027/,
    );
    const asked = screen.getByRole("table", { name: "What the group was asked and decided" });
    expect(asked.textContent).toMatch(/Decided.*Health: Hal Reid/);
    await accessible();
  });

  test("where nothing was asked it says how the group is reached", async () => {
    anApiOfPlan([]);
    await drawAt(`/children/${childId}/plans/${planId}`);
    expect(screen.getByText("Nothing was asked of the group")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Ask for an item" })).toBeTruthy();
  });
});
