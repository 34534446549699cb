import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

const agencies: Answers["consent"]["agreements"]["list"]["agencies"] = [
  {
    agencyId: id(1),
    agency: "Health",
    signed: {
      on: "2026-03-02",
      by: "Ada Quill, director",
      reviewOn: "2027-03-02",
      isToLookAt: false,
      recordedBy: "Pat Vey",
    },
  },
  { agencyId: id(2), agency: "Northside Housing" },
];
const anApi = (role: "service-manager" | "team-manager" = "service-manager") => {
  const api = aSignedInApi({ role });
  const may = role === "service-manager" ? { may: true } : { may: false, why: "Somebody else looks after that." };
  api.answers("consent.agreements.list", { agencies, record: may, isSigningUpAsked: false });
  return api;
};

describe("CWDC-2.20d: sharing agreements", () => {
  test("whoever has not signed stands first, and what was signed says by whom and until when", async () => {
    anApi();
    const { accessible } = await drawAt("/sharing-agreements");
    const rows = within(screen.getByRole("table", { name: "Agencies that have not signed: 1" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/Northside Housing.*Nothing on file/);
    expect(rows[2]?.textContent).toMatch(/2 March 2026, by Ada Quill, director.*2 March 2027/);
    expect(screen.getByRole("link", { name: "The area" }).getAttribute("aria-current")).toBe("page");
    await accessible();
  });

  test("is recorded with who signed, when and until when; mistakes are named, and nothing is sent", async () => {
    const api = anApi();
    api.answers("consent.agreements.record", { agreementId: id(9) });
    const { user, accessible } = await drawAt("/sharing-agreements");
    await user.click(screen.getByRole("link", { name: "Record what Northside Housing signed" }));
    await screen.findByRole("heading", { level: 1, name: "Record a sharing agreement" });
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(await screen.findByRole("link", { name: "Enter who signed for the agency" })).toBeTruthy();
    expect(api.askedOf("consent.agreements.record")).toEqual([]);
    const day = async (name: RegExp, [d, m, y]: readonly [string, string, string]) => {
      const group = within(screen.getByRole("group", { name }));
      await user.type(group.getByLabelText("Day"), d);
      await user.type(group.getByLabelText("Month"), m);
      await user.type(group.getByLabelText("Year"), y);
    };
    await day(/When was it signed/, ["2", "11", "2026"]);
    await day(/looked at again/, ["2", "11", "2027"]);
    await user.type(screen.getByLabelText(/Who signed/), "Jo Marsh, chief officer");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "Sharing agreements" });
    expect(api.askedOf("consent.agreements.record")[0]?.input).toMatchObject({
      agencyId: id(2),
      signedOn: "2026-11-02",
      reviewOn: "2027-11-02",
      signedBy: "Jo Marsh, chief officer",
    });
  });

  test("an agency that is none of the area's is not found", async () => {
    anApi();
    await drawAt(`/sharing-agreements/${id(77)}`);
    expect(screen.getByText(/No agency of this area/)).toBeTruthy();
  });

  test("a post that only reads has its controls shut", async () => {
    anApi("team-manager");
    await drawAt("/sharing-agreements");
    for (const shut of screen.getAllByRole("button", { name: /Record what/ }))
      expect(shut.getAttribute("aria-disabled")).toBe("true");
  });
});

describe("HIG-4: the register of who signed up to working together", () => {
  const because = "Not yet signed up to working together: it is marked so on each plan.";
  const aRegister = () => {
    const api = anApi();
    const [health, housing] = agencies;
    if (health === undefined || housing === undefined) throw new Error("Two agencies are listed");
    api.answers("consent.agreements.list", {
      agencies: [
        { ...health, notSignedUp: { because, clause: "Highland H1, sentence 1" } },
        {
          ...housing,
          signedUp: { on: "2026-01-15", by: "Jo Marsh, chief officer", isToLookAt: false, recordedBy: "Pat Vey" },
        },
      ],
      record: { may: true },
      isSigningUpAsked: true,
    });
    return api;
  };

  test("Housing signed on 15 January 2026; whoever has not is first, and marked", async () => {
    aRegister();
    const { accessible } = await drawAt("/sharing-agreements");
    const rows = within(screen.getByRole("table", { name: "Agencies that have not signed up: 1" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/Health.*Not yet signed up/);
    expect(rows[2]?.textContent).toMatch(/Northside Housing.*15 January 2026, by Jo Marsh, chief officer/);
    await accessible();
  });

  test("is recorded with who signed and when; a day to look at it again may be left out", async () => {
    const api = aRegister();
    api.answers("consent.agreements.record", { agreementId: id(9) });
    const { user } = await drawAt("/sharing-agreements");
    await user.click(screen.getByRole("link", { name: "Record that Health signed up to working together" }));
    await screen.findByRole("heading", { level: 1, name: "Record who signed up to working together" });
    const group = within(screen.getByRole("group", { name: /When was it signed/ }));
    for (const [part, words] of [
      ["Day", "20"],
      ["Month", "11"],
      ["Year", "2026"],
    ] as const)
      await user.type(group.getByLabelText(part), words);
    await user.type(screen.getByLabelText(/Who signed/), "Ada Quill, director");
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await screen.findByRole("heading", { level: 1, name: "Sharing agreements" });
    const sent = api.askedOf("consent.agreements.record")[0]?.input;
    expect(sent).toMatchObject({ agencyId: id(1), what: "working-together", signedOn: "2026-11-20" });
    expect(sent).not.toHaveProperty("reviewOn");
  });

  test("where the area's documents ask for none there is no such list", async () => {
    anApi();
    await drawAt("/sharing-agreements");
    expect(screen.queryByRole("heading", { name: "Working together" })).toBeNull();
  });
});
