import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { childId, establishmentId, id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";

const places = [{ establishmentId, name: "Inverlochan Primary School" }];
const worryId = id(880);
const aWorry = {
  worryId,
  version: 1,
  about: "Ewan",
  group: "P6",
  establishment: "Inverlochan Primary School",
  sender: "Jock Tait",
  isMine: false,
  at: "2026-11-23T09:10:00.000Z",
};

describe("HIG-70: passing a worry on", () => {
  test("takes a name, a class and three lines, and says 'Passed on' and nothing of the child", async () => {
    const api = aSignedInApi();
    api.answers("concern.worries.form", { places, own: establishmentId });
    api.answers("concern.worries.passOn", { passedOn: true });
    const { user, accessible } = await drawAt("/pass-a-worry-on");
    expect(screen.getByText(/at risk of harm, follow the child protection procedure now/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Pass it on" }));
    expect(
      within(screen.getByRole("alert")).getByRole("link", { name: "Enter the child's name, as far as you know it" }),
    ).toBeTruthy();
    await user.type(screen.getByLabelText("Child's name"), "Ewan");
    await user.type(screen.getByLabelText(/^Class/), "P6");
    await user.type(screen.getByLabelText("What worries you?"), "He had no coat");
    await accessible();
    await user.click(screen.getByRole("button", { name: "Pass it on" }));
    await screen.findByRole("heading", { level: 1, name: "Passed on" });
    expect(screen.queryByText(/Ewan/)).toBeNull();
    expect(api.askedOf("concern.worries.passOn")[0]?.input).toMatchObject({
      establishmentId,
      about: "Ewan",
      group: "P6",
      words: "He had no coat",
      childChoseMe: false,
    });
    await accessible();
  });

  test("is in everybody's menu; placing worries is not", async () => {
    const api = aSignedInApi();
    api.answers("concern.worries.form", { places });
    await drawAt("/pass-a-worry-on");
    expect(screen.getByRole("link", { name: "Pass a worry on" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Worries to place" })).toBeNull();
  });
});

describe("HIG-70: saying whom a worry is about", () => {
  test("the office sees the name as it was written, never what worries somebody, and chooses the child", async () => {
    const api = aSignedInApi({ role: "record-keeper" });
    api.answers("concern.worries.toPlace", { worries: [aWorry] });
    api.answers("concern.worries.one", {
      worry: aWorry,
      children: [
        { childId, name: "Ewan Muir", group: "P6", hasReceiver: true },
        { childId: id(2), name: "Ewan Ross", group: "P7", hasReceiver: false },
      ],
      places: [{ establishmentId: id(201), name: "Moor School" }],
    });
    api.answers("concern.worries.place", { worryId });
    const { user, accessible } = await drawAt("/worries-to-place");
    await accessible();
    await user.click(screen.getByRole("link", { name: "Ewan, P6" }));
    await screen.findByRole("heading", { level: 1, name: "Whom is it about: Ewan" });
    await accessible();
    await user.click(screen.getByLabelText("Ewan Muir, P6"));
    await user.click(screen.getByRole("button", { name: "It is about this child" }));
    await screen.findByRole("heading", { level: 1, name: "Worries to place" });
    expect(api.askedOf("concern.worries.place")[0]?.input).toMatchObject({ worryId, version: 1, childId });
  });

  test("whoever passed it on themselves is told to ask nobody else", async () => {
    const api = aSignedInApi();
    api.answers("concern.worries.one", { worry: { ...aWorry, isMine: true }, children: [], places: [] });
    await drawAt(`/worries-to-place/${worryId}`);
    expect(screen.getByText("You passed it on yourself: choose the child you meant.")).toBeTruthy();
    expect(screen.queryByText(/ask Jock Tait/)).toBeNull();
  });

  test("nothing to place says so", async () => {
    const api = aSignedInApi({ role: "head" });
    api.answers("concern.worries.toPlace", { worries: [] });
    await drawAt("/worries-to-place");
    expect(screen.getByText("No worry waits to be placed")).toBeTruthy();
  });
});
