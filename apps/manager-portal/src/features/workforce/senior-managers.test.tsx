import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { SeniorManagers } from "../../views.ts";

const theTrust = { agencyId: id(1), name: "The health trust" };
const organisations: SeniorManagers["organisations"] = [
  {
    ...theTrust,
    hasNobody: false,
    named: [
      {
        namingId: id(11),
        practitionerId: id(21),
        name: "Kate Mold",
        from: "2026-12-01",
        state: "now",
        namedBy: "Ophelia Hart",
      },
      {
        namingId: id(12),
        practitionerId: id(22),
        name: "Ruth Poole",
        from: "2025-12-01",
        lastDay: "2026-11-30",
        state: "over",
        namedBy: "Ophelia Hart",
        ended: { because: "Left the trust", by: "Ophelia Hart" },
      },
    ],
  },
  { agencyId: id(2), name: "Northside Housing", hasNobody: true, named: [] },
];

function anApi(role: "chief-officer" | "service-manager" = "chief-officer") {
  const api = aSignedInApi({ role });
  const isHead = role === "chief-officer";
  api.answers("workforce.seniorManagers.list", {
    today: "2026-12-03",
    ...(isHead ? { own: theTrust } : {}),
    organisations,
    name: isHead ? { may: true } : { may: false, why: "Your post cannot name a senior manager of your organisation." },
  });
  return api;
}

describe("WIG-9.2.1: senior managers, named by the chief officer", () => {
  test("organisation by organisation, with days, who named them and why it ended; who has nobody is said", async () => {
    anApi();
    const { accessible } = await drawAt("/senior-managers");
    const rows = within(screen.getByRole("table", { name: "Senior managers of The health trust" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/Kate Mold.*from 1 December 2026.*Today.*Ophelia Hart/);
    expect(rows[2]?.textContent).toMatch(/Ruth Poole.*to 30 November 2026.*Over.*Left the trust/);
    expect(screen.getByText("Organisations with no senior manager today: 1 of 2.")).toBeTruthy();
    expect(screen.getAllByRole("link", { name: /^End it for/ })).toHaveLength(1); // what is over is not ended again
    await accessible();
  });

  test("the chief officer finds the person and says from when; mistakes are named, and nothing is sent", async () => {
    const api = anApi();
    api.answers("plan.colleagues", {
      people: [
        {
          practitionerId: "019ab8a0-0000-7000-8000-000000000021",
          name: "Kate Mold",
          kind: "health-visitor",
          postTitle: "Head of nursing",
          agency: { ...theTrust, kind: "health" },
        },
      ],
      nextCursor: null,
    });
    api.answers("workforce.seniorManagers.name", { today: "2026-12-03", organisations, name: { may: true } });
    const { user, accessible } = await drawAt("/senior-managers");
    await user.click(screen.getByRole("link", { name: "Name a senior manager" }));
    await screen.findByRole("heading", { level: 1, name: "Name a senior manager" });
    await user.click(screen.getByRole("button", { name: "Name them" }));
    expect(await screen.findByRole("link", { name: "Enter the first day" })).toBeTruthy();
    expect(api.askedOf("workforce.seniorManagers.name")).toEqual([]);
    await user.type(screen.getByRole("searchbox", { name: "Who is named?" }), "Mold{Enter}");
    await user.click(await screen.findByRole("button", { name: /Kate Mold/ }));
    const day = within(screen.getByRole("group", { name: /First day/ }));
    await user.type(day.getByLabelText("Day"), "7");
    await user.type(day.getByLabelText("Month"), "12");
    await user.type(day.getByLabelText("Year"), "2026");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Name them" }));
    await screen.findByText("They are named, and have been told.");
    expect(api.askedOf("workforce.seniorManagers.name")[0]?.input).toMatchObject({
      practitionerId: "019ab8a0-0000-7000-8000-000000000021",
      from: "2026-12-07",
    });
  });

  test("ending asks for the last day and why", async () => {
    const api = anApi();
    api.answers("workforce.seniorManagers.end", { today: "2026-12-03", organisations, name: { may: true } });
    const { user, accessible } = await drawAt(`/senior-managers/${id(11)}/end`);
    await user.click(screen.getByRole("button", { name: "End it" }));
    expect(await screen.findByRole("link", { name: "Enter why it ends" })).toBeTruthy();
    const day = within(screen.getByRole("group", { name: /Last day/ }));
    await user.type(day.getByLabelText("Day"), "31");
    await user.type(day.getByLabelText("Month"), "12");
    await user.type(day.getByLabelText("Year"), "2026");
    await user.type(screen.getByLabelText(/Why does it end/), "She moves on");
    await accessible();
    await user.click(screen.getByRole("button", { name: "End it" }));
    await screen.findByText("It is ended, and they have been told.");
    expect(api.askedOf("workforce.seniorManagers.end")[0]?.input).toMatchObject({
      namingId: id(11),
      lastDay: "2026-12-31",
      reason: "She moves on",
    });
  });

  test("what is over, or of another organisation, is not there to be ended", async () => {
    anApi();
    await drawAt(`/senior-managers/${id(12)}/end`);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/not found/i);
  });

  test("whoever only reads sees no control", async () => {
    anApi("service-manager");
    await drawAt("/senior-managers");
    expect(screen.queryByRole("link", { name: "Name a senior manager" })).toBeNull();
    expect(screen.queryByRole("link", { name: /^End it/ })).toBeNull();
  });

  test("where the documents know no such naming the page says so", async () => {
    const api = aSignedInApi({ role: "director" });
    const silentBecause = "The national guidance gives chief officers no list of senior managers.";
    api.answers("workforce.seniorManagers.list", {
      today: "2026-12-03",
      silentBecause,
      own: theTrust,
      organisations: [{ ...theTrust, hasNobody: true, named: [] }],
      name: { may: false, why: silentBecause },
    });
    await drawAt("/senior-managers");
    expect(screen.getAllByText(silentBecause).length).toBeGreaterThan(0);
    expect(screen.getByRole("button", { name: "Name a senior manager" }).getAttribute("aria-disabled")).toBe("true");
  });
});
