import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Departures } from "../../views.ts";

const asked: Departures["departures"][number] = {
  departureId: id(1),
  rule: "england.family-agreement",
  title: "The family agrees before somebody leads",
  clause: { source: "CWDC", at: "2.15" },
  strength: "good practice",
  takes: "reason",
  reason: "A pilot until the evaluation is in",
  from: "2026-12-01",
  askedBy: { practitionerId: id(5), name: "Vic Orr" },
  askedAt: "2026-11-20T10:00:00.000Z",
  state: "waiting",
  approve: { may: true },
};
const held: Departures["departures"][number] = {
  ...asked,
  departureId: id(2),
  title: "A comparison sheet for each choice",
  state: "approved",
  lastDay: "2027-02-26",
  decided: { by: "Lydia Strand", at: "2026-11-21T10:00:00.000Z", reason: "Agreed for the pilot" },
  approve: { may: false, why: "This is decided already." },
};

function anApi(departures: Departures["departures"] = [asked, held]) {
  const api = aSignedInApi({ role: "strategic-manager" });
  api.answers("quality.departures.toDecide", { today: "2026-11-23", departures });
  return api;
}

describe("CWDC-1.1a: the departures approval screen", () => {
  test("a strategic manager sees what waits and what holds, each with its clause, reason and days", async () => {
    anApi();
    const { accessible } = await drawAt("/departures");
    const waits = within(screen.getByRole("table", { name: "Departures that wait to be decided" })).getAllByRole("row");
    expect(waits[1]?.textContent).toMatch(/The family agrees.*A pilot until.*from 1 December 2026.*Vic Orr/);
    const decided = within(screen.getByRole("table", { name: "Departures that were decided" })).getAllByRole("row");
    expect(decided[1]?.textContent).toMatch(/to 26 February 2027.*Approved.*Lydia Strand: Agreed for the pilot/);
    await accessible();
  });

  test("is decided with a reason; without one nothing is sent", async () => {
    const api = anApi();
    api.answers("quality.departures.decide", { today: "2026-11-23", departures: [held] });
    const { user, accessible } = await drawAt(`/departures/${id(1)}/decide`);
    await user.click(screen.getByRole("radio", { name: "Approve it" }));
    await user.click(screen.getByRole("button", { name: "Record the decision" }));
    expect(await screen.findByRole("link", { name: "Enter the reason for your decision" })).toBeTruthy();
    expect(api.askedOf("quality.departures.decide")).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: "Why?" }), "Agreed for the pilot");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record the decision" }));
    await screen.findByText(/It is approved/);
    expect(api.askedOf("quality.departures.decide")[0]?.input).toMatchObject({
      departureId: id(1),
      outcome: "approved",
      from: "2026-12-01",
      reason: "Agreed for the pilot",
    });
  });

  test("what takes the director's word a strategic manager can refuse, and not approve", async () => {
    anApi([
      { ...asked, takes: "exceptional", approve: { may: false, why: "This takes the approval of the director." } },
    ]);
    await drawAt(`/departures/${id(1)}/decide`);
    expect(screen.getByText(/This takes the approval of the director/)).toBeTruthy();
    expect(screen.queryByRole("radio", { name: "Approve it" })).toBeNull();
    expect(screen.getByRole("radio", { name: "Refuse it" })).toBeTruthy();
  });

  test("an operational manager has no way to it, only to what they asked for; the rest of their menu stays", async () => {
    const api = aSignedInApi({ role: "service-manager" });
    api.answers("quality.departures.mine", { today: "2026-11-23", departures: [asked] });
    await drawAt("/departures/asked");
    expect(screen.getByRole("link", { name: "Team workload" })).toBeTruthy();
    expect(within(screen.getByRole("table")).getAllByRole("row")[1]?.textContent).toMatch(/Waits to be decided/);
  });
});
