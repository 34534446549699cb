import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Stages = Answers["record"]["stages"]["list"];
const parts = (milestones: object): Stages["agencies"][number]["parts"] => [
  {
    part: { code: "demographics", label: "Demographics" },
    isLive: true,
    says: "",
    liveFrom: "2026-05-04",
    by: "Gordon Shand",
    recordedOn: "2026-05-01",
  },
  { part: { code: "key-events", label: "Key events" }, isLive: false, says: "" },
  { part: { code: "milestones", label: "Achievements and milestones" }, isLive: false, says: "", ...milestones },
];
const stages = (more: Partial<Stages> = {}): Stages => ({
  agencies: [
    {
      agencyId: id(1),
      agency: "Strathorran Schools",
      kind: { code: "education", label: "Education" },
      keep: { may: true },
      parts: parts({ liveFrom: null, by: "Gordon Shand", recordedOn: "2026-05-01" }),
    },
  ],
  shapedSince: "2026-01-01",
  keep: { may: true },
  ...more,
});
const anApi = (more?: Partial<Stages>) => {
  const api = aSignedInApi({ role: "service-manager" });
  api.answers("record.stages.list", stages(more));
  return api;
};

describe("HIG-198, HIG-184: which parts of the shared record are live", () => {
  test("agency by agency, with who said so; the page is one of the area's", async () => {
    anApi();
    const { accessible } = await drawAt("/shared-record");
    const rows = within(screen.getByRole("table", { name: "What Strathorran Schools shares" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/Demographics.*Shared from 4 May 2026.*Gordon Shand/);
    expect(rows[2]?.textContent).toMatch(/Key events.*Nobody has said/);
    expect(rows[3]?.textContent).toMatch(/milestones.*Not shared/);
    expect(screen.getByText(/What was written before stays as it was/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "The area" }).getAttribute("aria-current")).toBe("page");
    await accessible();
  });

  test("a part is shared from a day: the day is asked for, and nothing is chosen before", async () => {
    const api = anApi();
    api.answers("record.stages.keep", { stageId: id(9) });
    const { user, accessible } = await drawAt("/shared-record");
    await user.click(screen.getByRole("link", { name: "Change: Achievements and milestones, Strathorran Schools" }));
    await screen.findByRole("heading", { level: 1, name: "Share: achievements and milestones" });
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("link", { name: "Choose whether it is shared" })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: "Yes, from a day" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("link", { name: "Enter the day from which it is shared" })).toBeTruthy();
    expect(api.askedOf("record.stages.keep")).toEqual([]);
    for (const [box, value] of [
      ["Day", "1"],
      ["Month", "12"],
      ["Year", "2026"],
    ] as const)
      await user.type(screen.getByLabelText(box), value);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { level: 1, name: "Shared record" });
    expect(api.askedOf("record.stages.keep")[0]?.input).toMatchObject({
      agencyId: id(1),
      part: "milestones",
      liveFrom: "2026-12-01",
    });
  });

  test("a part is not shared any more", async () => {
    const api = anApi();
    api.answers("record.stages.keep", { stageId: id(9) });
    const { user } = await drawAt(`/shared-record/${id(1)}/demographics`);
    await user.click(screen.getByRole("radio", { name: "No, not yet" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { level: 1, name: "Shared record" });
    expect(api.askedOf("record.stages.keep")[0]?.input).toMatchObject({ part: "demographics", liveFrom: null });
  });

  test("from which day entries have the common shape", async () => {
    const api = anApi({ shapedSince: null });
    api.answers("record.stages.start", { stageId: id(9) });
    const { user, accessible } = await drawAt("/shared-record/start");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("link", { name: "Enter the day from which it holds" })).toBeTruthy();
    for (const [box, value] of [
      ["Day", "1"],
      ["Month", "1"],
      ["Year", "2026"],
    ] as const)
      await user.type(screen.getByLabelText(box), value);
    await accessible();
    await user.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { level: 1, name: "Shared record" });
    expect(api.askedOf("record.stages.start")[0]?.input).toMatchObject({ from: "2026-01-01" });
  });

  test("a post that only reads finds no way to change it; no agency here says so, and what the documents do not say", async () => {
    anApi({
      agencies: [],
      keep: { may: false, why: "Your post cannot say which parts of the shared record are live." },
      silence: "No document of this area speaks of it.",
    });
    await drawAt("/shared-record");
    expect(screen.getByText("No health or education agency works in this area")).toBeTruthy();
    expect(screen.getByText("No document of this area speaks of it.")).toBeTruthy();
    expect(screen.queryByRole("link", { name: /Change/ })).toBeNull();
  });

  test("HIG-183: another agency's manager finds why nothing can be changed there, and no way to", async () => {
    const [ours] = stages().agencies;
    const why = "A service manager of Ness Health says what Ness Health shares, or the co-ordinator does.";
    const theirs = { ...ours, agencyId: id(2), agency: "Ness Health", keep: { may: false, why } };
    anApi({ agencies: [ours, theirs] as Stages["agencies"] });
    const { accessible } = await drawAt("/shared-record");
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.getAllByRole("link", { name: /^Change: .*, Strathorran Schools$/ })).toHaveLength(3);
    expect(screen.queryByRole("link", { name: /^Change: .*, Ness Health$/ })).toBeNull();
    await accessible();
  });

  test("an address of no part of no agency", async () => {
    anApi();
    await drawAt(`/shared-record/${id(77)}/demographics`);
    expect(screen.getByText(/No part of an agency/)).toBeTruthy();
  });
});
