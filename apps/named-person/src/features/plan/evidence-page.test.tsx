import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, euan, id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const step = (number: number, title: string, kind = "concern") => ({
  entryId: id(number),
  happenedAt: `2026-11-0${number}T09:00:00.000Z`,
  recordedAt: `2026-11-0${number}T09:00:00.000Z`,
  kind,
  kindInWords: kind,
  title,
  by: euan,
});
const orr = { practitionerId: id(990), name: "Ms Orr" };

describe("GIR-10: the entries that show a growing concern are ticked on the chronology", () => {
  const anApi = () => {
    const api = aSignedInApi();
    api.answers("people.child", aChild());
    api.answers("record.chronology", {
      steps: [step(4, "Late again"), step(3, "Late"), step(2, "A plan was opened", "plan"), step(1, "Away")],
      kinds: [],
    });
    const entry = (number: number, title: string, tickedBy: { practitionerId: string; name: string }) => ({
      entryId: id(number),
      title,
      happenedAt: `2026-11-0${number}T09:00:00.000Z`,
      by: euan.name,
      tickedBy,
    });
    api.answers("plan.evidence", { entries: [entry(1, "Away", orr)], may: { tick: { may: true } } });
    api.answers("plan.tickEvidence", { entries: [entry(1, "Away", orr)], may: { tick: { may: true } } });
    return api;
  };

  test("what others ticked is shown and stays theirs; what is ticked is sent once; what was done about it is not offered", async () => {
    const api = anApi();
    const { user, accessible } = await drawAt(`/children/${childId}/evidence`);
    expect(screen.getByText("Ticked by Ms Orr")).toBeTruthy();
    const boxes = screen.getAllByRole("checkbox");
    expect(boxes).toHaveLength(2);
    await accessible();
    await user.click(screen.getByRole("checkbox", { name: /Late again/ }));
    await user.click(screen.getByRole("button", { name: "Keep what is ticked" }));
    await screen.findByText("What you ticked is on record.");
    expect(api.askedOf("plan.tickEvidence").map(({ input }) => input)).toMatchObject([
      { childId, ticked: [id(4)], unticked: [] },
    ]);
  });

  test("who may not tick reads why", async () => {
    const api = anApi();
    api.answers("plan.evidence", { entries: [], may: { tick: { may: false, why: "Your post cannot tick this." } } });
    await drawAt(`/children/${childId}/evidence`);
    expect(within(screen.getByRole("main")).getByText("Your post cannot tick this.")).toBeTruthy();
  });
});
