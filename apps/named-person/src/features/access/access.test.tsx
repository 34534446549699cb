import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aChild, childId } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const until = "2026-11-23T11:00:00.000Z";
const mine = { children: [], home: null };

describe("opening a record in an emergency", () => {
  test("is offered where a child was sought, and says before anything is sent who is told", async () => {
    aSignedInApi();
    const { user, accessible } = await drawAt("/search");
    await user.click(screen.getByRole("link", { name: "Open a record in an emergency" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Open a record in an emergency" })).toBeTruthy();
    expect(screen.getByText(/call 999 first/)).toBeTruthy();
    expect(screen.getByText(/privacy officer are told at once/)).toBeTruthy();
    expect(screen.getByText(/within 2 working days/)).toBeTruthy();
    await accessible();
  });

  test("is not offered to a post that works with no children", async () => {
    aSignedInApi({ role: "record-keeper" });
    await drawAt("/search");
    expect(screen.queryByRole("link", { name: "Open a record in an emergency" })).toBeNull();
  });

  test("and is refused at its address", async () => {
    aSignedInApi({ role: "record-keeper" });
    await drawAt("/emergency");
    expect(screen.queryByRole("button", { name: "Open the record" })).toBeNull();
  });

  test("asks for the whole name and the birthday, a reason and words", async () => {
    const api = aSignedInApi();
    const { user } = await drawAt("/emergency");
    await user.click(screen.getByRole("button", { name: "Open the record" }));
    expect(await screen.findByRole("link", { name: "Choose how you say who it is" })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Choose why it cannot wait" })).toBeTruthy();
    await user.click(screen.getByRole("radio", { name: /whole name/ }));
    await user.click(screen.getByRole("radio", { name: "The child is missing" }));
    await user.type(screen.getByRole("textbox", { name: /What has happened/ }), "Not at home since eight");
    await user.click(screen.getByRole("button", { name: "Open the record" }));
    expect(await screen.findByRole("link", { name: "Enter a first name" })).toBeTruthy();
    expect(screen.getByRole("link", { name: /date of birth/ })).toBeTruthy();
    expect(api.askedOf("access.emergency.open")).toEqual([]);
  });

  const fill = async (user: Awaited<ReturnType<typeof drawAt>>["user"]) => {
    await user.click(screen.getByRole("radio", { name: /whole name/ }));
    await user.type(screen.getByRole("textbox", { name: "First names" }), "Isla");
    await user.type(screen.getByRole("textbox", { name: /Last name/ }), "Fraser");
    await user.type(screen.getByRole("textbox", { name: "Day" }), "4");
    await user.type(screen.getByRole("textbox", { name: "Month" }), "3");
    await user.type(screen.getByRole("textbox", { name: "Year" }), "2017");
    await user.click(screen.getByRole("radio", { name: "The child is missing" }));
    await user.type(screen.getByRole("textbox", { name: /What has happened/ }), "Not at home since eight");
    await user.click(screen.getByRole("button", { name: "Open the record" }));
  };

  test("leads to the record, which says on top that it is open and until when", async () => {
    const api = aSignedInApi();
    api.answers("access.emergency.open", { childId, openUntil: until });
    api.answers("people.child", aChild({ youAre: ["opened the record in an emergency"], openInEmergencyUntil: until }));
    const { user, path, accessible } = await drawAt("/emergency");
    await fill(user);
    expect(await screen.findByText("You can read this record until 11am. Then it closes to you.")).toBeTruthy();
    expect(path()).toContain(`/children/${childId}`);
    expect(api.askedOf("access.emergency.open")[0]?.input).toMatchObject({
      child: { by: "name", given: "Isla", family: "Fraser", bornOn: "2017-03-04" },
      reason: "missing",
      words: "Not at home since eight",
    });
    await accessible();
  });

  test("nobody, several and a record that is held back read the same", async () => {
    const api = aSignedInApi();
    api.refuses("access.emergency.open", { code: "NOT_FOUND", refusal: { kind: "not-visible", what: "child" } });
    const { user } = await drawAt("/emergency");
    await fill(user);
    expect(await screen.findByText("No record was opened")).toBeTruthy();
    expect(screen.getByText(/lead to no one record that you can open/)).toBeTruthy();
  });

  test("what is open in an emergency is not offered for print", async () => {
    const api = aSignedInApi();
    api.answers("record.chronology", { steps: [], kinds: [] });
    api.answers("people.child", aChild({ openInEmergencyUntil: until }));
    await drawAt(`/children/${childId}/chronology`);
    expect(screen.getByText("Open in an emergency")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Print/ })).toBeNull();
  });

  test("a record that is open to the reader's own part says nothing of it", async () => {
    const api = aSignedInApi();
    api.answers("record.chronology", { steps: [], kinds: [] });
    api.answers("people.child", aChild());
    await drawAt(`/children/${childId}/chronology`);
    expect(screen.getAllByRole("button", { name: /Print/ }).length).toBeGreaterThan(0);
    expect(screen.queryByText("Open in an emergency")).toBeNull();
  });
});

describe("children you know outside work", () => {
  test("is in everybody's own menu, and empty it says that it is theirs alone", async () => {
    const api = aSignedInApi();
    api.answers("access.outsideWork.mine", mine);
    const { accessible } = await drawAt("/outside-work");
    expect(screen.getByRole("link", { name: "Children you know" })).toBeTruthy();
    expect(screen.getByText("You have named no child")).toBeTruthy();
    expect(screen.getByText("You have given none.")).toBeTruthy();
    await accessible();
  });

  test("a child is named with a tie, and the answer does not say whether there is a record", async () => {
    const api = aSignedInApi();
    const kept = {
      tieId: "018f0000-0000-7000-8000-000000000900",
      tie: { code: "own-child", label: "My own child" },
      name: null,
      bornOn: null,
      number: "9990000018",
      recordedAt: until,
    };
    api.answers("access.outsideWork.mine", mine);
    api.answers("access.outsideWork.declareChild", { declared: true });
    const { user, accessible } = await drawAt("/outside-work/child");
    expect(screen.getAllByRole("radio")).toHaveLength(2 + 8);
    await accessible();
    await user.click(screen.getByRole("radio", { name: /whole number/ }));
    await user.type(screen.getByRole("textbox", { name: "Number" }), "999 000 0018");
    await user.click(screen.getByRole("radio", { name: /My own child/ }));
    api.answers("access.outsideWork.mine", { children: [kept], home: null });
    await user.click(screen.getByRole("button", { name: "Add this child" }));
    expect(await screen.findByText(/If there is such a record, you can no longer open it/)).toBeTruthy();
    expect(screen.getByText("Number 9990000018")).toBeTruthy();
    expect(api.askedOf("access.outsideWork.declareChild")[0]?.input).toMatchObject({
      child: { by: "number", number: "999 000 0018" },
      tie: "own-child",
    });
  });

  test("where one lives is kept, and half an address is asked for whole", async () => {
    const api = aSignedInApi();
    api.answers("access.outsideWork.mine", mine);
    api.answers("access.outsideWork.declareHome", { declared: true });
    const { user } = await drawAt("/outside-work/home");
    await user.type(screen.getByRole("textbox", { name: /First line/ }), "12 Mill Road");
    await user.click(screen.getByRole("button", { name: "Keep this" }));
    expect(await screen.findByRole("link", { name: /or neither/ })).toBeTruthy();
    await user.type(screen.getByRole("textbox", { name: /Postcode/ }), "AY5 0DD");
    await user.click(screen.getByRole("button", { name: "Keep this" }));
    expect(await screen.findByText(/compared with children's records from now on/)).toBeTruthy();
  });
});
