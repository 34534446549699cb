import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { id } from "../../testing/builders.ts";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Person = Answers["sessions"]["ofStaff"]["people"][number];
const nia: Person = {
  practitionerId: id(10),
  name: "Nia Fell",
  postTitle: "Health visitor",
  sessions: [
    {
      sessionId: id(900),
      device: "Safari on iPhone",
      since: "2026-11-24T08:30:00.000Z",
      lastUsed: "2026-11-24T09:00:00.000Z",
    },
  ],
};
const lee: Person = { practitionerId: id(11), name: "Lee Moss", postTitle: "Nursery nurse", sessions: [] };

describe("where staff are signed in", () => {
  test("is reached from one's own sessions, and names the browser and the times", async () => {
    const api = aSignedInApi();
    api.answers("sessions.mine", { sessions: [] });
    api.answers("sessions.ofStaff", { people: [nia, lee] });
    const { user, accessible } = await drawAt("/sessions");
    await user.click(screen.getByRole("link", { name: "Where your staff are signed in" }));
    const row = await screen.findByRole("row", { name: /Nia Fell/ });
    expect(row.textContent).toContain("Safari on iPhone, since 24 November 2026 at 8:30am");
    expect(screen.getByRole("row", { name: /Lee Moss/ }).textContent).toContain("Not now");
    await accessible();
  });

  test("is not offered to a post that manages nobody", async () => {
    const api = aSignedInApi({ role: "coordinator" });
    api.answers("sessions.mine", { sessions: [] });
    await drawAt("/sessions");
    expect(screen.queryByRole("link", { name: "Where your staff are signed in" })).toBeNull();
  });

  test("says so when somebody manages nobody today", async () => {
    const api = aSignedInApi();
    api.answers("sessions.ofStaff", { people: [] });
    await drawAt("/sessions/staff");
    expect(screen.getByText("You manage nobody today")).toBeDefined();
  });

  test("somebody is signed out with a reason, which is asked for", async () => {
    const api = aSignedInApi();
    api.answers("sessions.ofStaff", { people: [nia, lee] });
    api.answers("sessions.endOfStaff", { people: [{ ...nia, sessions: [] }, lee] });
    const { user, path, accessible } = await drawAt("/sessions/staff");
    await user.click(
      within(screen.getByRole("row", { name: /Nia Fell/ })).getByRole("link", { name: /Sign out\s+Nia Fell/ }),
    );
    await user.click(await screen.findByRole("button", { name: "Sign them out" }));
    expect((await screen.findAllByText("Choose why you end their sessions")).length).toBeGreaterThan(0);
    expect(screen.queryByRole("radio", { checked: true })).toBeNull();
    await accessible();
    await user.click(screen.getByRole("radio", { name: "A phone or computer is lost or stolen" }));
    await user.click(screen.getByRole("button", { name: "Sign them out" }));
    expect(await screen.findByText(/Nia Fell is signed out everywhere/)).toBeDefined();
    expect(path()).toContain("/sessions/staff");
    expect(api.askedOf("sessions.endOfStaff")[0]?.input).toMatchObject({ practitionerId: id(10), reason: "lost" });
  });

  test("somebody whom the manager does not manage has no such page", async () => {
    const api = aSignedInApi();
    api.answers("sessions.ofStaff", { people: [nia] });
    await drawAt(`/sessions/staff/${id(99)}`);
    expect(screen.queryByRole("button", { name: "Sign them out" })).toBeNull();
  });
});
