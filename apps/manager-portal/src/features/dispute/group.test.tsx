import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Item = Answers["dispute"]["agenda"]["list"]["requests"][number];
type Whole = Answers["dispute"]["items"]["one"];

const item = (more: Partial<Item> = {}): Item => ({
  groupItemId: id(41),
  version: 3,
  planId: id(42),
  state: { code: "asked", label: "With the co-ordinator" },
  body: { code: "service-managers-group", label: "Service Managers' Group" },
  child: { visibility: "full", childId: id(43), name: "Rory Fraser" },
  asked: {
    by: { practitionerId: id(44), name: "Ailsa Keir" },
    at: "2026-11-20T10:00:00.000Z",
    reason: { code: "beyond-area-resources", label: "Beyond area resources" },
    about: "A residential school outside the area",
    youngOffender: { code: "none", label: "No" },
    triedLocally: "Three schools here",
    tried: [],
  },
  ...more,
});
const placed = item({
  state: { code: "on-agenda", label: "On the agenda" },
  meeting: { meetingId: id(45), heldOn: "2026-12-02", isPublished: false },
});
const agenda = (more: Partial<Answers["dispute"]["agenda"]["list"]> = {}): Answers["dispute"]["agenda"]["list"] => ({
  hasGroup: true,
  coordinator: { practitionerId: id(46), name: "M. Grant" },
  isYours: true,
  alerts: ["Nobody holds the seat for police."],
  requests: [item()],
  meetings: [{ meetingId: id(45), version: 1, heldOn: "2026-12-02", isPast: false, items: [placed], decided: 2 }],
  keep: { may: true },
  ...more,
});
const whole = (more: Partial<Whole> = {}): Whole => ({
  item: placed,
  planTitle: "Child's Plan",
  meetings: [{ meetingId: id(45), heldOn: "2026-12-02" }],
  seats: [
    { service: { code: "police", label: "Police" }, holder: "Pol Innes" },
    { service: { code: "health", label: "Health" }, holder: "Hal Reid", deputy: "Dot Hay" },
    { service: { code: "education", label: "Education" }, holder: "Edie Ross" },
    { service: { code: "social-work", label: "Social work" }, holder: "Sol Weir" },
  ],
  may: { keep: { may: true }, decide: { may: true } },
  ...more,
});
const anApi = (role: "coordinator" | "service-manager" = "coordinator") => {
  const api = aSignedInApi({ role, hasManagersGroup: true });
  api.answers("dispute.agenda.list", agenda());
  api.answers("dispute.items.one", whole());
  return api;
};

describe("the agenda of the Service Managers' Group", () => {
  test("HIG-180: the co-ordinator sees what was asked for, what is on each agenda and what is vacant, and places an item", async () => {
    const api = anApi();
    api.answers("dispute.items.place", { groupItemId: id(41) });
    const { user, accessible } = await drawAt("/group");
    expect(screen.getByRole("link", { name: "The area" }).getAttribute("aria-current")).toBe("page");
    expect(screen.getByText("Nobody holds the seat for police.")).toBeTruthy();
    const asked = screen.getByRole("table", { name: "Items on no agenda yet, the longest waiting first" });
    expect(within(asked).getByText("A residential school outside the area")).toBeTruthy();
    expect(screen.getByText(/Items decided: 2/)).toBeTruthy();
    await accessible();
    await user.click(within(asked).getByRole("link", { name: "1. Rory Fraser" }));
    await screen.findByRole("heading", { level: 1, name: "Beyond area resources" });
    await accessible();
    await user.click(screen.getByRole("link", { name: "Move it to another meeting" }));
    await screen.findByRole("heading", { level: 1, name: "On which agenda?" });
    await user.click(screen.getByRole("button", { name: "Place it" }));
    expect(await screen.findByRole("link", { name: "Choose the meeting" })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "2 December 2026" }));
    await user.click(screen.getByRole("button", { name: "Place it" }));
    await screen.findByRole("heading", { level: 1, name: "Beyond area resources" });
    expect(api.askedOf("dispute.items.place")[0]?.input).toMatchObject({
      groupItemId: id(41),
      version: 3,
      meetingId: id(45),
    });
  });

  test("somebody who sits sees what is before them, and a shut control that says why", async () => {
    const api = anApi("service-manager");
    api.answers(
      "dispute.agenda.list",
      agenda({ isYours: false, keep: { may: false, why: "Your post cannot keep the agenda." } }),
    );
    await drawAt("/group");
    expect(screen.queryByText("Asked for")).toBeNull();
    expect(screen.getByRole("button", { name: /Set a meeting/ }).getAttribute("aria-disabled")).toBe("true");
    expect(screen.queryByRole("button", { name: "Publish the agenda" })).toBeNull();
  });

  test("an area whose documents know no group says so, and its menu has no such entry", async () => {
    const api = aSignedInApi({ role: "coordinator" });
    api.answers("dispute.agenda.list", agenda({ hasGroup: false }));
    await drawAt("/group");
    expect(screen.getByText("The documents of this area know no such group")).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Service Managers' Group" })).toBeNull();
  });
});

describe("HIG-159, HIG-177, HIG-181: what the group decides", () => {
  test("asks who took part for each service, offers nobody who was not named, and sends it whole", async () => {
    const api = anApi();
    api.answers("dispute.items.decide", { groupItemId: id(41) });
    const { user, accessible } = await drawAt(`/group/items/${id(41)}/decide`);
    const police = screen.getByRole("group", { name: "Who took part for police?" });
    expect(within(police).getByRole<HTMLInputElement>("radio", { name: "The named deputy" }).disabled).toBe(true);
    await user.click(screen.getByRole("button", { name: "Record the decision" }));
    expect((await screen.findAllByRole("link", { name: "Say who took part for this service" })).length).toBe(4);
    expect(api.askedOf("dispute.items.decide")).toEqual([]);
    for (const [service, who] of [
      ["police", "Pol Innes"],
      ["health", "Dot Hay"],
      ["education", "Edie Ross"],
      ["social work", "Sol Weir"],
    ] as const)
      await user.click(
        within(screen.getByRole("group", { name: `Who took part for ${service}?` })).getByRole("radio", { name: who }),
      );
    await user.type(screen.getByRole("textbox", { name: "What was decided?" }), "The post is filled.");
    await user.selectOptions(screen.getByRole("combobox", { name: "Which service sees to it?" }), "health");
    for (const [name, value] of [
      ["Day", "11"],
      ["Month", "1"],
      ["Year", "2027"],
    ] as const)
      await user.type(screen.getByRole("textbox", { name }), value);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record the decision" }));
    await screen.findByRole("heading", { level: 1, name: "Service Managers' Group" });
    expect(api.askedOf("dispute.items.decide")[0]?.input).toMatchObject({
      present: [
        { service: "police", by: "member" },
        { service: "health", by: "named-deputy" },
        { service: "education", by: "member" },
        { service: "social-work", by: "member" },
      ],
      decision: "The post is filled.",
      ownerAgency: "health",
      dueOn: "2027-01-11",
    });
  });
});

describe("HIG-160, HIG-177: who sits in the group", () => {
  const seats: Answers["dispute"]["seats"]["list"] = {
    hasGroup: true,
    alerts: ["This area has no Integrated Services Co-ordinator: what is asked of the group waits until one is named."],
    seats: [
      {
        seat: { code: "coordinator", label: "Integrated Services Co-ordinator" },
        takesDeputy: false,
        before: [],
        keep: { may: true },
      },
      {
        seat: { code: "health", label: "Health" },
        holder: {
          seatId: id(51),
          who: { practitionerId: id(52), name: "Hal Reid", postTitle: "Area manager" },
          since: "2026-02-01",
          isAtWork: true,
        },
        takesDeputy: true,
        before: [],
        keep: { may: false, why: "The area's co-ordinator names who sits for a service." },
      },
    ],
  };

  test("an area without a co-ordinator says so first; a service manager names one", async () => {
    const api = aSignedInApi({ role: "service-manager", hasManagersGroup: true });
    api.answers("dispute.seats.list", seats);
    const { user, accessible } = await drawAt("/group/seats");
    expect(screen.getByText(/no Integrated Services Co-ordinator/)).toBeTruthy();
    expect(screen.getByText("The area's co-ordinator names who sits for a service.")).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("link", { name: /^Name somebody/ }));
    await screen.findByRole("heading", { level: 1, name: "Name who holds the seat" });
    await user.click(screen.getByRole("button", { name: "Name them" }));
    expect(await screen.findByRole("link", { name: "Choose who is named" })).toBeTruthy();
    await accessible();
  });
});
