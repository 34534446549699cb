import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, may, mayNot } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Core = Answers["people"]["coreInformation"]["get"];
const stale = "The core information was last confirmed on 20 August 2025 and counts as stale. Confirm it now.";
const aCore = (of: Partial<Core> = {}): Core => ({
  childId,
  asOf: "2026-08-21T10:00:00.000Z",
  items: [
    {
      item: { code: "name", label: "Name" },
      says: ["Isla Reid"],
      confirmed: { on: "2026-08-20", by: "Euan Bain" },
      dueOn: "2027-08-20",
      isStale: false,
      because: "",
    },
    {
      item: { code: "address", label: "Address" },
      says: ["1 Tern Lane", "Inverglen"],
      confirmed: { on: "2025-08-20", by: "Euan Bain" },
      dueOn: "2026-08-20",
      isStale: true,
      because: stale,
    },
  ],
  notOnRecord: [{ code: "carers", label: "Parents and carers, and how to reach them" }],
  isKeptPrivate: false,
  carers: [],
  confirm: may,
  ...of,
});
function anApi(core: Core = aCore()) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("people.coreInformation.get", core);
  return api;
}
const page = `/children/${childId}/core-information`;

describe("HIG-28: core information on a child's page", () => {
  test("each item says when it was confirmed; what is stale says so; one step confirms all as they were shown", async () => {
    const api = anApi();
    api.answers("people.coreInformation.confirm", { childId });
    const { user, accessible } = await drawAt(page);
    expect(
      screen.getByText(/Confirmed on 20 August 2026 by Euan Bain\. Confirm it again by 20 August 2027/),
    ).toBeTruthy();
    expect(screen.getByText("Stale")).toBeTruthy();
    expect(screen.getByText(stale)).toBeTruthy();
    expect(screen.getByText("Not on record")).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("button", { name: "Confirm all as they are" }));
    expect(api.askedOf("people.coreInformation.confirm").map(({ input }) => input)).toMatchObject([
      { childId, items: ["name", "address"], asOf: "2026-08-21T10:00:00.000Z" },
    ]);
  });

  test("who may not confirm it reads why, and is offered nothing to put right", async () => {
    anApi(aCore({ confirm: mayNot("Your part in this child's care does not let you confirm core information.") }));
    await drawAt(page);
    expect(screen.getByText(/does not let you confirm core information/)).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Put the address right" })).toBeNull();
  });

  test("where it is kept private where the child is, nothing of it is asked", async () => {
    anApi(aCore({ isKeptPrivate: true, items: aCore().items.slice(0, 1), notOnRecord: [] }));
    await drawAt(page);
    expect(screen.getByText(/are kept private, and are not confirmed here/)).toBeTruthy();
    expect(screen.queryByText("Address")).toBeNull();
    expect(screen.queryByRole("link", { name: "Put the address right" })).toBeNull();
  });

  test("an address is put right in three lines", async () => {
    const api = anApi();
    api.answers("people.coreInformation.putAddressRight", { childId });
    const { user, accessible } = await drawAt(`${page}/address`);
    await user.click(screen.getByRole("button", { name: "Put it right" }));
    expect(within(screen.getByRole("alert")).getByRole("link", { name: "Enter the postcode" })).toBeTruthy();
    await user.type(screen.getByLabelText("House and street"), "9 Gull Row");
    await user.type(screen.getByLabelText("Town"), "Inverglen");
    await user.type(screen.getByLabelText("Postcode"), "IV99 2BB");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Put it right" }));
    await screen.findByRole("heading", { level: 1, name: "Core information" });
    expect(api.askedOf("people.coreInformation.putAddressRight").map(({ input }) => input)).toMatchObject([
      { line1: "9 Gull Row", childId },
    ]);
  });

  test("a carer is put right with a phone alone", async () => {
    const api = anApi(aCore({ carers: [{ carerId: "c", name: "Ana Reid" }] }));
    api.answers("people.coreInformation.putCarerRight", { childId });
    const { user, accessible } = await drawAt(`${page}/carer`);
    expect(screen.getByText(/On record: Ana Reid\./)).toBeTruthy();
    await user.type(screen.getByLabelText("Name"), "Ana Reid");
    await user.selectOptions(screen.getByLabelText("Relationship to the child"), "mother");
    await user.type(screen.getByLabelText(/^Phone/), "01632 960 444");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Put it right" }));
    await screen.findByRole("heading", { level: 1, name: "Core information" });
    expect(api.askedOf("people.coreInformation.putCarerRight").map(({ input }) => input)).toMatchObject([
      { name: "Ana Reid", phone: "01632 960 444" },
    ]);
  });

  test("the reader's own children to confirm, and none", async () => {
    const api = aSignedInApi();
    api.answers("people.coreInformation.mine", {
      children: [{ childId, name: "Reid, Isla", state: "stale", because: stale }],
      more: 2,
    });
    const { accessible } = await drawAt("/core-information");
    expect(screen.getByRole("link", { name: "Reid, Isla" })).toBeTruthy();
    expect(screen.getByText(/2 more children will show/)).toBeTruthy();
    await accessible();
  });

  test("nothing to confirm says so", async () => {
    aSignedInApi().answers("people.coreInformation.mine", { children: [], more: 0 });
    await drawAt("/core-information");
    expect(screen.getByText("Nothing is to be confirmed now")).toBeTruthy();
  });
});
