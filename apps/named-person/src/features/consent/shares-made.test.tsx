import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId, id, term } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Share = Answers["consent"]["sharesMade"]["forChild"]["shares"][number];
const aShare = (of: Partial<Share> = {}): Share => ({
  shareId: id(890),
  version: 1,
  what: "An assessment",
  toWhom: "Dr Orr",
  toAgency: term("health", "Health"),
  why: "So that she can plan",
  sharedOn: "2026-03-02",
  by: "Ailsa Orr",
  settle: { may: true },
  familyTold: { told: "not-yet" },
  ...of,
});
const page = `/children/${childId}/consent/other-ways`;

function anApi(shares: readonly Share[]) {
  const api = aSignedInApi();
  api.answers("people.child", aChild());
  api.answers("consent.sharesMade.forChild", { shares: [...shares], mayRecord: { may: true }, mayTell: { may: true } });
  return api;
}

describe("HIG-24: what left by another way", () => {
  test("what nothing covers stands first, and is settled with a reason", async () => {
    const api = anApi([aShare()]);
    api.answers("consent.sharesMade.settle", { shareId: id(890), readsOn: true });
    const { user, accessible } = await drawAt(page);
    expect(screen.getByRole("heading", { level: 2, name: "Nothing covers these yet" })).toBeTruthy();
    await user.click(screen.getByText("Settle it: An assessment"));
    await accessible();
    await user.click(screen.getByRole("button", { name: "Settle it" }));
    expect(within(screen.getByRole("alert")).getByRole("link", { name: "Choose how it is settled" })).toBeTruthy();
    await user.click(screen.getByLabelText("It was taken back"));
    await user.type(screen.getByLabelText("Why?"), "She sent it back");
    await user.click(screen.getByRole("button", { name: "Settle it" }));
    expect(api.askedOf("consent.sharesMade.settle")[0]?.input).toMatchObject({
      shareId: id(890),
      version: 1,
      as: "taken-back",
      because: "She sent it back",
    });
  });

  test("nobody settles what they shared themselves: the control says why", async () => {
    anApi([aShare({ settle: { may: false, why: "Somebody else settles what you shared." } })]);
    const { user } = await drawAt(page);
    await user.click(screen.getByText("Settle it: An assessment"));
    expect(screen.getByText("Somebody else settles what you shared.")).toBeTruthy();
  });

  test("that the family was told, or why not, is written beside it", async () => {
    const api = anApi([
      aShare(),
      aShare({ shareId: id(891), what: "A letter", familyTold: { told: "yes", on: "2026-03-03" } }),
    ]);
    api.answers("consent.sharesMade.tell", { shareId: id(890) });
    const { user } = await drawAt(page);
    expect(screen.getByText("Told on 3 March 2026")).toBeTruthy();
    expect(screen.queryByText("Telling the family: A letter")).toBeNull();
    await user.click(screen.getByText("Telling the family: An assessment"));
    const telling = within(
      screen.getByRole("group", { name: "Has the family been told what went, to whom and when?" }),
    );
    await user.click(telling.getByLabelText("No, and there is a reason"));
    await user.type(telling.getByLabelText("Why were they not told?"), "It would put her at risk");
    await user.click(screen.getByRole("button", { name: "Record it of the family" }));
    expect(api.askedOf("consent.sharesMade.tell")[0]?.input).toMatchObject({
      shareId: id(890),
      told: { told: "no", because: "It would put her at risk" },
    });
  });

  test("with nothing written down the page says so", async () => {
    anApi([]);
    const { accessible } = await drawAt(page);
    expect(screen.getByText("Nothing is written down yet")).toBeTruthy();
    await accessible();
  });
});

describe("BOL-4.14: what they said of a new service", () => {
  test("is recorded before it is invited", async () => {
    const api = aSignedInApi();
    api.answers("people.child", aChild());
    const view = { answers: [], isAskedHere: true, mayRecord: { may: true } };
    api.answers("consent.services.forChild", view);
    api.answers("consent.services.record", view);
    const { user, accessible } = await drawAt(`/children/${childId}/consent/services`);
    expect(screen.getByText(/is invited once the young person or the family agreed/)).toBeTruthy();
    await accessible();
    await user.selectOptions(screen.getByLabelText("Which service?"), "health");
    await user.click(screen.getByLabelText("The child or young person"));
    await user.click(screen.getByLabelText("They agree"));
    await user.type(screen.getByLabelText("Day"), "1");
    await user.type(screen.getByLabelText("Month"), "12");
    await user.type(screen.getByLabelText("Year"), "2026");
    await user.type(screen.getByLabelText("How were they asked?"), "At home");
    await user.click(screen.getByRole("button", { name: "Record the answer" }));
    expect(api.askedOf("consent.services.record")[0]?.input).toMatchObject({
      childId,
      service: "health",
      answer: "agreed",
      answeredBy: "child",
      on: "2026-12-01",
    });
  });
});
