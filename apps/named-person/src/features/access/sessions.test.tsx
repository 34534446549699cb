import { sayTimeLeft } from "@linchpin/portal";
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { aSignedInApi, drawAt } from "../../testing/draw.tsx";
import type { Answers } from "../../views.ts";

type Session = Answers["sessions"]["mine"]["sessions"][number];
const id = (number: number) => `018f0000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const aSession = (number: number, session: Partial<Session> = {}): Session => ({
  sessionId: id(number),
  device: "Firefox on Windows",
  since: "2026-11-24T08:30:00.000Z",
  lastUsed: "2026-11-24T09:00:00.000Z",
  until: "2026-11-24T20:30:00.000Z",
  isThis: false,
  post: { title: "Principal teacher", agencyName: "Education", areaName: "Strathorran" },
  ...session,
});
const here = aSession(1, { isThis: true });
const phone = aSession(2, { device: "Safari on iPhone" });
const tablet = aSession(3, { device: "Chrome on Android" });

describe("where you are signed in", () => {
  test("is reached from the header, shows this browser apart, and ends another after asking", async () => {
    const api = aSignedInApi();
    let sessions = [here, phone];
    api.answers("sessions.mine", () => ({ sessions }));
    api.answers("sessions.endMine", () => {
      sessions = [here];
      return { sessions };
    });
    const { user, accessible } = await drawAt("/sessions");
    expect(screen.getByRole("link", { name: "Where you are signed in" }).getAttribute("href")).toBe(
      "/named-person/sessions",
    );
    const other = screen.getByRole("region", { name: /Safari on iPhone/ });
    expect(other.textContent).toContain("Principal teacher, Education, Strathorran");
    expect(screen.getByRole("link", { name: "Sign out here" }).getAttribute("href")).toBe("/sign-out");
    expect(screen.queryByRole("button", { name: "End all other sessions" })).toBeNull();
    await accessible();
    await user.click(within(other).getByRole("button", { name: "End this session" }));
    expect(api.askedOf("sessions.endMine")).toHaveLength(0);
    await user.click(within(other).getByRole("button", { name: "End it" }));
    expect(await screen.findByText("The session in Safari on iPhone has ended.")).toBeDefined();
    expect(api.askedOf("sessions.endMine")[0]?.input).toMatchObject({ which: { are: "one", sessionId: id(2) } });
    expect(await screen.findByText("You are signed in nowhere else.")).toBeDefined();
  });

  test("ends all others at once", async () => {
    const api = aSignedInApi();
    api.answers("sessions.mine", { sessions: [here, phone, tablet] });
    api.answers("sessions.endMine", { sessions: [here] });
    const { user } = await drawAt("/sessions");
    await user.click(screen.getByRole("button", { name: "End all other sessions" }));
    await user.click(screen.getByRole("button", { name: "End them" }));
    await waitFor(() => expect(api.askedOf("sessions.endMine")[0]?.input).toMatchObject({ which: { are: "others" } }));
  });

  test("says when one had ended already", async () => {
    const api = aSignedInApi();
    api.answers("sessions.mine", { sessions: [here, phone] });
    api.refuses("sessions.endMine", { code: "NOT_FOUND", refusal: { kind: "not-visible", what: "session" } });
    const { user } = await drawAt("/sessions");
    await user.click(screen.getByRole("button", { name: "End this session" }));
    await user.click(screen.getByRole("button", { name: "End it" }));
    expect(await screen.findByText("There is nothing here that you can see")).toBeDefined();
  });
});

describe("two minutes before the end", () => {
  test("a warning comes over the page, and staying is one press", async () => {
    const api = aSignedInApi();
    api.answers("sessions.mine", { sessions: [here] });
    const { user } = await drawAt("/sessions");
    await act(async () => sayTimeLeft("100 40000"));
    const warning = await screen.findByRole("dialog", { name: "You are about to be signed out" });
    expect(api.askedOf("access.who").at(-1)?.unattended).toBe(true);
    await user.click(within(warning).getByRole("button", { name: "Stay signed in" }));
    await waitFor(() => expect(api.askedOf("access.who").at(-1)?.unattended).toBe(false));
    await act(async () => sayTimeLeft("900 40000"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  test("when it has ended meanwhile, that is what is said", async () => {
    const api = aSignedInApi();
    api.answers("sessions.mine", { sessions: [here] });
    await drawAt("/sessions");
    api.refuses("access.who", { code: "UNAUTHORIZED", refusal: { kind: "signed-out" } });
    await act(async () => sayTimeLeft("0 40000"));
    expect(await screen.findByRole("dialog", { name: "Your session has ended" })).toBeDefined();
    expect(screen.queryByRole("dialog", { name: "You are about to be signed out" })).toBeNull();
  });
});
