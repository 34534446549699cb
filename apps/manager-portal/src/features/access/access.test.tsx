import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id, person } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { EmergencyAccess, HeldBack } from "../../views.ts";

const isla = { visibility: "full" as const, childId: id(300), name: "Isla Fraser" };
const anOpening = (number: number, of: Partial<EmergencyAccess> = {}): EmergencyAccess => ({
  emergencyAccessId: id(700 + number),
  child: isla,
  by: person(10, "Noor Aziz"),
  postTitle: "Duty worker",
  agency: "Family support",
  reason: { code: "missing", label: "The child is missing" },
  words: "Not at home since eight",
  openedAt: "2026-11-23T10:00:00.000Z",
  openUntil: "2026-11-23T11:00:00.000Z",
  looked: ["the child's page", "the plan"],
  isEscalated: false,
  clock: { due: "by the end of 25 November 2026", left: "2 working days left", state: "running" },
  may: { review: { may: true } },
  ...of,
});
const { clock: _, ...without } = anOpening(2);
const reviewed: EmergencyAccess = {
  ...without,
  review: { finding: "not-right", words: "No need", by: "Pia Lund", at: "2026-11-24T09:00:00.000Z" },
};
const aBlock = (of: Partial<HeldBack> = {}): HeldBack => ({
  blockId: id(800),
  by: person(10, "Morag Shaw"),
  postTitle: "Class teacher",
  agency: "Schools",
  child: isla,
  because: "They said so themselves",
  tie: { code: "own-child", label: "My own child" },
  from: "2026-11-23T10:00:00.000Z",
  ...of,
});

const anOfficersApi = (openings: { waiting: EmergencyAccess[]; reviewed: EmergencyAccess[] }) => {
  const api = aSignedInApi({ role: "privacy-officer", name: "Pia Lund", postTitle: "Privacy officer" });
  api.answers("access.emergency.list", ({ show }) => ({ openings: openings[show], nextCursor: null }));
  return api;
};

describe("emergency access", () => {
  test("shows what waits first, with who, why, what they did and the clock, and then what was found", async () => {
    anOfficersApi({ waiting: [anOpening(1, { isEscalated: true })], reviewed: [reviewed] });
    const { accessible } = await drawAt("/emergency-access");
    const [waiting, done] = [
      screen.getByRole("list", { name: "Waiting for a review, nearest first" }),
      screen.getByRole("list", { name: "Looked at, newest first" }),
    ];
    for (const words of ["Noor Aziz, Duty worker, Family support", "The child is missing", "Service managers told"])
      expect(within(waiting).getByText(words)).toBeTruthy();
    expect(waiting.textContent).toContain("by the end of 25 November 2026");
    expect(waiting.textContent).toContain("The child's page, the plan");
    expect(done.textContent).toContain("Found not right");
    expect(within(done).queryByRole("link")).toBeNull();
    await accessible();
  });

  test("with nothing to look at it says so", async () => {
    anOfficersApi({ waiting: [], reviewed: [] });
    await drawAt("/emergency-access");
    expect(screen.getByText("Nothing waits for a review")).toBeTruthy();
    expect(screen.getByText("None was looked at yet")).toBeTruthy();
  });

  test("one's own says that somebody else looks at it", async () => {
    const why = "Somebody else looks at a record that you opened.";
    anOfficersApi({ waiting: [anOpening(1, { may: { review: { may: false, why } } })], reviewed: [] });
    await drawAt("/emergency-access");
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.queryByRole("link", { name: /Look at this/ })).toBeNull();
  });

  test("is reviewed with a finding and words", async () => {
    const api = anOfficersApi({ waiting: [anOpening(1)], reviewed: [] });
    api.answers("access.emergency.review", reviewed);
    const { user, accessible } = await drawAt("/emergency-access");
    await user.click(screen.getByRole("link", { name: /Look at this/ }));
    expect(await screen.findByRole("heading", { level: 1, name: "Was it right to open this record?" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Keep what I found" }));
    expect(await screen.findByRole("link", { name: "Choose whether it was right" })).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("radio", { name: "It was not right to open it" }));
    await user.type(screen.getByRole("textbox"), "No need");
    await user.click(screen.getByRole("button", { name: "Keep what I found" }));
    expect(await screen.findByText("What you found is kept.")).toBeTruthy();
    expect(api.askedOf("access.emergency.review")[0]?.input).toMatchObject({ finding: "not-right", words: "No need" });
  });

  test("is in a privacy officer's menu", async () => {
    anOfficersApi({ waiting: [], reviewed: [] });
    await drawAt("/emergency-access");
    expect(screen.getByRole("link", { name: "Emergency access" })).toBeTruthy();
  });

  test("is in no other post's menu", async () => {
    const api = aSignedInApi({ role: "service-manager" });
    api.answers("access.outsideWork.mine", { children: [], home: null });
    await drawAt("/outside-work");
    expect(screen.queryByRole("link", { name: "Emergency access" })).toBeNull();
    expect(screen.queryByRole("link", { name: "Records held back" })).toBeNull();
  });
});

describe("records held back from staff", () => {
  test("shows who, which child, how it came to be known, and lifts with a reason", async () => {
    const api = anOfficersApi({ waiting: [], reviewed: [] });
    api.answers("access.heldBack.list", { blocks: [aBlock()], nextCursor: null });
    api.answers(
      "access.heldBack.lift",
      aBlock({ lifted: { at: "2026-11-23T12:00:00.000Z", by: "Pia Lund", because: "Another family" } }),
    );
    const { user, accessible } = await drawAt("/held-back");
    expect(screen.getByText("They said so themselves: My own child")).toBeTruthy();
    await accessible();
    await user.click(screen.getByRole("link", { name: /Lift: Morag Shaw/ }));
    expect(await screen.findByText(/If another reason holds the record back/)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Lift it" }));
    expect(await screen.findByRole("link", { name: "Enter why the record may be opened again" })).toBeTruthy();
    await user.type(screen.getByRole("textbox"), "Another family");
    await user.click(screen.getByRole("button", { name: "Lift it" }));
    expect(await screen.findByText("This no longer holds the record back.")).toBeTruthy();
  });

  test("with none it says so, lifted ones apart", async () => {
    const api = anOfficersApi({ waiting: [], reviewed: [] });
    const lifted = { at: "2026-11-23T12:00:00.000Z", by: "Pia Lund", because: "Another family" };
    api.answers("access.heldBack.list", ({ show }) => ({
      blocks: show === "lifted" ? [aBlock({ lifted })] : [],
      nextCursor: null,
    }));
    const { user } = await drawAt("/held-back");
    expect(screen.getByText("No record is held back from anybody else")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Show" }), "Lifted");
    await user.click(screen.getByRole("button", { name: "Show results" }));
    expect(await screen.findByText(/Another family/)).toBeTruthy();
  });
});
