import { fireEvent, screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { SessionWarning } from "./session-warning.tsx";
import { draw } from "./testing.tsx";

const warned = (more: Partial<Parameters<typeof SessionWarning>[0]> = {}) => (
  <SessionWarning secondsLeft={120} canStay onStay={() => {}} signOutAction="/sign-out" {...more} />
);

describe("SessionWarning", () => {
  test("says what is left, takes the keyboard, and can be answered with it", async () => {
    const onStay = vi.fn();
    const { user, accessible } = draw(warned({ onStay }));
    expect(screen.getByRole("dialog", { name: "You are about to be signed out" }).textContent).toContain(
      "in 2 minutes",
    );
    expect(screen.getByRole("status").textContent).toBe("in 2 minutes");
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Stay signed in" }));
    await user.keyboard("{Enter}");
    expect(onStay).toHaveBeenCalledTimes(1);
    await accessible();
  });

  test("Escape stays, and signing out is a form of its own", () => {
    const onStay = vi.fn();
    draw(warned({ onStay }));
    fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
    expect(onStay).toHaveBeenCalledTimes(1);
    const form = screen.getByRole("button", { name: "Sign out now" }).closest("form");
    expect([form?.getAttribute("action"), form?.method]).toEqual(["/sign-out", "post"]);
  });

  test.each([
    [119, "1 minute 59 seconds", "2 minutes"],
    [61, "1 minute 1 second", "2 minutes"],
    [60, "1 minute", "1 minute"],
    [59, "59 seconds", "1 minute"],
    [30, "30 seconds", "30 seconds"],
    [11, "11 seconds", "20 seconds"],
    [1, "1 second", "10 seconds"],
  ])("%i seconds are shown as %s and read out as %s", (secondsLeft, shown, spoken) => {
    draw(warned({ secondsLeft }));
    expect(screen.getByText(`in ${shown}`, { selector: "strong" }).getAttribute("aria-hidden")).toBe("true");
    expect(screen.getByRole("status").textContent).toBe(`in ${spoken}`);
  });

  test("at the end of the longest a session lasts, it does not offer to stay", () => {
    draw(warned({ canStay: false }));
    expect(screen.queryByRole("button", { name: "Stay signed in" })).toBeNull();
    expect(screen.getByRole("button", { name: "Carry on until then" })).toBeDefined();
  });

  test("is not there while the end is far", () => {
    draw(warned({ secondsLeft: undefined }));
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
