import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Figures } from "../../views.ts";

const figures: Figures = {
  smallLeftOut: false,
  from: "2026-06",
  to: "2026-11",
  agencies: [{ month: "2026-11", agency: "Community health", leads: 3, share: 60 }],
  leads: [{ month: "2026-11", agency: "Community health", team: "North", leads: 2, people: 1, share: 40 }],
  needs: [{ quarter: "2026 Q4", route: "Safety is the primary issue", agency: "Schools", plans: 4 }],
  notices: [{ quarter: "2026 Q4", agency: "Schools", disputes: 9, notices: 9, notImmediate: 3, late: 2 }],
  notDoneTwice: [{ quarter: "2026 Q4", assessments: 12, actions: 5 }],
  lapses: 1,
};
const none: Figures = {
  smallLeftOut: false,
  from: "2026-06",
  to: "2026-11",
  agencies: [],
  leads: [],
  needs: [],
  notices: [],
  notDoneTwice: [],
  lapses: 0,
};

afterEach(() => vi.restoreAllMocks());

describe("Figures", () => {
  test("WIG-8.6.3a, GIR-6, WIG-8.7.5c: each report is a table, whose rows can be printed and downloaded", async () => {
    const api = aSignedInApi({ role: "service-manager" });
    api.answers("quality.figures", figures);
    const files: Blob[] = [];
    URL.createObjectURL = (of) => {
      files.push(of as Blob);
      return "blob:figures";
    };
    URL.revokeObjectURL = () => {};
    const { user, accessible } = await drawAt("/figures");
    expect(screen.getByRole("heading", { level: 1, name: /Figures/ })).toBeTruthy();
    const agencies = within(screen.getByRole("table", { name: "Leads by agency and month" }));
    expect(agencies.getByText("November 2026")).toBeTruthy();
    expect(agencies.getByText("60%")).toBeTruthy();
    expect(
      within(screen.getByRole("table", { name: "Needs by route, quarter and lead agency" })).getByText("4"),
    ).toBeTruthy();
    expect(screen.getByText(/1 exception .* lapsed while they led/)).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("button", { name: /Download as CSV: Line managers told/ }));
    const [file] = files;
    expect(await file?.text()).toContain(
      "Quarter,Agency,Discussions without agreement,Notices,Not on the day,Beyond the limit\r\n2026 Q4,Schools,9,9,3,2",
    );
  });

  test("BOL-8.4: with 12 assessments used again in Q4 the report says 12, beside the duplicate actions taken out", async () => {
    aSignedInApi({ role: "service-manager" }).answers("quality.figures", figures);
    await drawAt("/figures");
    const report = within(screen.getByRole("table", { name: "Work that was not done twice" }));
    for (const said of ["2026 Q4", "12", "5"]) expect(report.getByText(said)).toBeTruthy();
  });

  test("how far back is asked in the address; with nothing to count each report says so and offers no file", async () => {
    const api = aSignedInApi({ role: "service-manager" });
    api.answers("quality.figures", none);
    const { user } = await drawAt("/figures");
    expect(screen.getAllByText("Nobody led in these months").length).toBe(2);
    expect(screen.queryByRole("button", { name: /Download/ })).toBeNull();
    await user.click(screen.getByRole("tab", { name: "12 months" }));
    expect(api.askedOf("quality.figures").map(({ input }) => input)).toMatchObject([{ months: 6 }, { months: 12 }]);
  });

  test("WIG-9.1.1: a lead member reads why numbers are missing, and finds no share beside them", async () => {
    const api = aSignedInApi({ role: "lead-member" });
    api.answers("quality.figures", {
      ...none,
      smallLeftOut: true,
      agencies: [
        { month: "2026-11", agency: "Community health", leads: 12 },
        { month: "2026-11", agency: "Schools", leads: "fewer-than-5" },
      ],
      lapses: "fewer-than-5",
    });
    const { accessible } = await drawAt("/figures");
    const agencies = within(screen.getByRole("table", { name: "Leads by agency and month" }));
    expect(agencies.getByText("Fewer than 5")).toBeTruthy();
    expect(agencies.queryByText(/Share/)).toBeNull();
    expect(screen.getByText(/Numbers under 5 are not shown/)).toBeTruthy();
    expect(screen.getByText(/Fewer than 5 exceptions/)).toBeTruthy();
    await accessible();
  });
});
